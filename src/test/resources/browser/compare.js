// Compares the computed styles of pages in frames. Frames with the same data-page and the same width belong together; the one
// with data-side="original" is what the others are held against. Writes one line for each page and side,
//   page TAB side TAB width TAB elements TAB elements that differ
// and after it, with a tab in front, one line for each property that differs.
"use strict";

const UNSEEN = new Set(["HEAD", "STYLE", "SCRIPT", "TEMPLATE"]);

function seen(frame) {
  const all = [];
  const visit = element => {
    if (!UNSEEN.has(element.tagName)) {
      all.push(element);
      [...element.children].forEach(visit);
    }
  };
  visit(frame.contentDocument.documentElement);
  return all;
}

function path(element) {
  const up = element.parentElement;
  const name = element.tagName.toLowerCase();
  return up ? path(up) + ">" + name + "[" + [...up.children].indexOf(element) + "]" : name;
}

function differences(one, other) {
  const left = one.ownerDocument.defaultView.getComputedStyle(one);
  const right = other.ownerDocument.defaultView.getComputedStyle(other);
  return [...left]
    .filter(property => !property.startsWith("--"))
    .filter(property => left.getPropertyValue(property) !== right.getPropertyValue(property))
    .map(property => property + ": " + left.getPropertyValue(property) + " | " + right.getPropertyValue(property));
}

function compare(original, frame) {
  const left = seen(original);
  const right = seen(frame);
  const lines = [];
  let differing = 0;
  left.forEach((element, i) => {
    const found = right[i] && right[i].tagName === element.tagName ? differences(element, right[i]) : ["no such element"];
    differing += found.length > 0 ? 1 : 0;
    found.forEach(difference => lines.push("\t" + path(element) + " " + difference));
  });
  if (right.length > left.length) {
    lines.push("\t" + (right.length - left.length) + " elements more");
    differing += right.length - left.length;
  }
  return [[frame.dataset.page, frame.dataset.side, frame.width, left.length, differing].join("\t"), ...lines];
}

addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  const isOriginal = frame => frame.dataset.side === "original";
  const belong = (one, other) => one.dataset.page === other.dataset.page && one.width === other.width;
  const lines = frames
    .filter(frame => !isOriginal(frame))
    .flatMap(frame => compare(frames.find(other => isOriginal(other) && belong(frame, other)), frame));
  document.getElementById("result").textContent = lines.join("\n");
});
