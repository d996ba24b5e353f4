// From the write of a file to the new page in the browser.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const WARM_UP = 50;
const EDITS = 50;
const PROJECT = new URL("../..", import.meta.url).pathname;
const ISSUES = [0, 600];

function workspace(issues) {
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  for (const part of ["newsletter.yaml", "content", "issues"]) {
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  for (let number = 0; number < issues; number++) {
    const day = new Date(Date.UTC(1980, 0, 1 + 14 * number)).toISOString().slice(0, 10);
    writeFileSync(join(folder, "issues", `old-${number}.yaml`), `title: Of ${day}\ndate: ${day}\n`);
  }
  return folder;
}

async function started(folder) {
  const jar = join(PROJECT, "target", "newsletter.jar");
  const preview = spawn("java", ["-jar", jar, "preview", "--no-open", "--port", "0"], { cwd: folder });
  const url = await new Promise((done) => preview.stdout.once("data", (line) => done(String(line).trim())));
  return { preview, url };
}

async function measured(page, entry, number) {
  const text = readFileSync(entry, "utf8");
  const title = `Edited ${number} times`;
  const seen = page.waitForFunction(
    (wanted) => document.querySelector("iframe:not(.coming)")?.contentDocument?.body?.textContent.includes(wanted) && Date.now(),
    title,
    { polling: "raf" },
  );
  await page.evaluate(() => 0); // The browser looks already when the file is written.
  const before = Date.now();
  writeFileSync(entry, text.replace(/title: .*/, `title: ${title}`));
  return (await (await seen).jsonValue()) - before;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const issues of ISSUES) {
  const folder = workspace(issues);
  const { preview, url } = await started(folder);
  try {
    const page = await browser.newPage();
    await page.goto(`${url}?issue=2018-09`);
    await page.waitForSelector("body[data-version]");
    const entry = join(folder, "content/news/korea-agreement.md");
    const times = [];
    for (let number = 0; number < WARM_UP + EDITS; number++) {
      const time = await measured(page, entry, number);
      if (number >= WARM_UP) {
        times.push(time);
      }
    }
    times.sort((one, other) => one - other);
    console.log(`${issues} more issues: median ${times[EDITS / 2]} ms, 95th percentile ${times[Math.floor(EDITS * 0.95)]} ms`);
    await page.close();
  } finally {
    preview.kill();
    rmSync(folder, { recursive: true });
  }
}
await browser.close();
