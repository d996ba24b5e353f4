// Runs the inliners over the pages of target/cascades and counts the elements whose computed styles differ from the original:
// without any <style> on a wide screen, and with what the inliner leaves in the head on a phone and in the dark.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import cssInline from "@css-inline/css-inline";
import inlineCss from "inline-css";
import juice from "juice";

const root = resolve(import.meta.dirname, "../..");
const pages = join(root, "target/cascades");
const folder = join(root, "target/inliners");

const version = name => JSON.parse(readFileSync(join(import.meta.dirname, "node_modules", name, "package.json"))).version;

// Each as its documentation recommends for mail: rules go to the elements, at-rules stay.
const inliners = {
  newsletter: (html, name) => readFileSync(join(pages, name + ".inlined.html"), "utf8"),
  ["juice " + version("juice")]: html => juice(html),
  ["css-inline " + version("@css-inline/css-inline")]: html => cssInline.inline(html, { keepAtRules: true, loadRemoteStylesheets: false }),
  ["inline-css " + version("inline-css")]: html => inlineCss(html, { url: "file:///", preserveMediaQueries: true }),
};

const withoutStyle = html => html.replace(/<style[^>]*>.*?<\/style>/gs, "");

const views = [
  { title: "without `<style>`, 1000 px", width: 1000, dark: false, bare: true },
  { title: "phone, 375 px", width: 375, dark: false },
  { title: "dark, 1000 px", width: 1000, dark: true },
];

function frame(name, side, file, width) {
  return `<iframe src="${file}" data-page="${name}" data-side="${side}" width="${width}" height="800"></iframe>\n`;
}

function chromium(page, dark) {
  const profile = mkdtempSync(join(tmpdir(), "chromium"));
  const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"];
  const still = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const scheme = "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1);
  const how = ["--allow-file-access-from-files", "--user-data-dir=" + profile, scheme, "--dump-dom"];
  try {
    const all = [...quiet, ...still, ...how, pathToFileURL(page).href];
    return execFileSync(process.env.CHROMIUM ?? "chromium", all, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e9 });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

// Lines "page TAB side TAB width TAB elements TAB differing" as compare.js writes them.
function compare(names, view) {
  const page = join(folder, view.title.replace(/\W+/g, "-") + ".html");
  const frames = names.map(name => frame(name, "original", name + ".original.html", view.width)
    + Object.keys(inliners).map((side, i) => frame(name, side, `${name}.${i}${view.bare ? ".bare" : ""}.html`, view.width)).join(""));
  writeFileSync(page, `<!DOCTYPE html><meta charset="utf-8"><pre id="result"></pre>\n${frames.join("")}<script src="compare.js"></script>`);
  const result = chromium(page, view.dark).match(/<pre id="result">(.*?)<\/pre>/s)[1];
  return result.split("\n").filter(line => !line.startsWith("\t")).map(line => line.split("\t"));
}

async function write(name) {
  const html = readFileSync(join(pages, name + ".original.html"), "utf8");
  writeFileSync(join(folder, name + ".original.html"), html);
  for (const [i, inline] of Object.values(inliners).entries()) {
    const inlined = await inline(html, name);
    writeFileSync(join(folder, `${name}.${i}.html`), inlined);
    writeFileSync(join(folder, `${name}.${i}.bare.html`), withoutStyle(inlined));
  }
}

function table(names, lines) {
  const count = (name, side) => Number(lines.find(line => line[0] === name && line[1] === side)[4]);
  const elements = name => Number(lines.find(line => line[0] === name)[3]);
  const sum = numbers => numbers.reduce((one, other) => one + other, 0);
  const sides = Object.keys(inliners);
  const rows = names.map(name => [name, elements(name), ...sides.map(side => count(name, side))]);
  const total = ["all", sum(names.map(elements)), ...sides.map(side => sum(names.map(name => count(name, side))))];
  return [["page", "elements", ...sides], ["---", ...Array(sides.length + 1).fill("--:")], ...rows, total]
    .map(row => "| " + row.join(" | ") + " |")
    .join("\n");
}

mkdirSync(folder, { recursive: true });
copyFileSync(join(root, "src/test/resources/browser/compare.js"), join(folder, "compare.js"));
const names = readdirSync(pages).filter(file => file.endsWith(".original.html")).map(file => file.replace(".original.html", "")).sort();
for (const name of names) {
  await write(name);
}
for (const view of views) {
  // What @supports asks for is true in Chromium and has to stay in the style sheet, so without one it is missing by right.
  const some = names.filter(name => !view.bare || name !== "supports");
  console.log(`\n${view.title}\n\n${table(some, compare(some, view))}`);
}
