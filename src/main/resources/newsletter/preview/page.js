// What the frame does to a page that it shows: never to the file, only to the document in the browser.

import { inverted } from "./colors.js";

const COLORS = ["color", "background-color", "border-top-color", "border-right-color", "border-bottom-color", "border-left-color"];

/** The rules of all style sheets in a page, those in media queries too. */
function* mediaRules(page) {
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof page.defaultView.CSSMediaRule) {
        yield rule;
      }
    }
  }
}

/** A preference of the reader's system cannot be set for one frame, so the queries for it are answered in its place. */
function setScheme(page, scheme) {
  for (const rule of mediaRules(page)) {
    const text = rule.media.mediaText.replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (query, asked) =>
      asked === scheme ? "(min-width: 0px)" : "(max-width: 0px)",
    );
    if (text !== rule.media.mediaText) {
      rule.media.mediaText = text; // Has the browser work out all styles anew.
    }
  }
  page.documentElement.style.setProperty("color-scheme", scheme, "important");
}

function forceDark(page) {
  const turned = [];
  for (const element of page.querySelectorAll("body, body *")) {
    const style = page.defaultView.getComputedStyle(element);
    for (const property of COLORS) {
      const color = inverted(style.getPropertyValue(property));
      if (color) {
        turned.push([element, property, color]);
      }
    }
  }
  // After all were read: what an element inherits must not be turned twice.
  turned.forEach(([element, property, color]) => element.style.setProperty(property, color, "important"));
  page.documentElement.style.setProperty("background-color", "#141414", "important");
}

/** A box with the words instead, as mail programs show it until a reader asks for pictures. */
function removePictures(page) {
  for (const picture of page.querySelectorAll("img")) {
    picture.removeAttribute("srcset");
    picture.src = "data:,";
  }
  for (const element of page.querySelectorAll("[background], [style*='background']")) {
    element.removeAttribute("background");
    element.style.setProperty("background-image", "none", "important");
  }
}

function removeStyles(page) {
  page.querySelectorAll("style").forEach((style) => style.remove());
  page.querySelectorAll("[style]").forEach((element) => element.removeAttribute("style"));
  for (const name of ["bgcolor", "color", "face", "width", "height", "align", "valign"]) {
    page.querySelectorAll(`:not(img)[${name}]`).forEach((element) => element.removeAttribute(name));
  }
}

/** What Word, which draws for Outlook for Windows, does not know: media queries, space within blocks, least and greatest sizes, round corners. */
function limitToWord(page) {
  for (const rule of mediaRules(page)) {
    rule.media.mediaText = "not all";
  }
  page.querySelectorAll("xml, [style*='mso-hide']").forEach((unseen) => unseen.remove());
  page.querySelectorAll("div, p, a, span").forEach((element) => element.style.setProperty("padding", "0", "important"));
  for (const element of page.querySelectorAll("[style]")) {
    element.style.setProperty("border-radius", "0", "important");
    element.style.setProperty("max-width", "none", "important");
    element.style.setProperty("min-width", "0", "important");
  }
}

/** Whether nothing but the scheme is set: all else is done to a page once, for a color that fades would be read on its way. */
export function isPlain(settings) {
  return settings.view === "page" && settings.styles && settings.pictures && settings.scheme !== "forced";
}

/** Has a page look as the reader's settings would make it look. */
export function dress(page, settings) {
  if (settings.view === "outlook") {
    limitToWord(page);
  }
  if (!settings.styles) {
    removeStyles(page);
  }
  if (!settings.pictures) {
    removePictures(page);
  }
  setScheme(page, settings.scheme === "dark" ? "dark" : "light");
  if (settings.scheme === "forced") {
    forceDark(page);
  }
}
