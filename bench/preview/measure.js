// From the write of a file to the new page in the browser. All take turns, one edit each, so that whatever else the machine does
// meets them alike.

import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";
import { warmUp } from "../common/tool.js";
import { hugo, newsletter, vite } from "./contestants.js";

const WARM_UP = 50;
const EDITS = 50;
const START = 30_000; // in ms; the first page may take so long
const REST = 400; // in ms, before each edit: what others do after their page is shown is over by then
const PATIENCE = 5000; // in ms; an edit that is not on the page by then is missed

/** Starts a server, and a tab that shows its page. */
async function opened(contestant, browser) {
  const server = await contestant.start();
  if (!server) {
    console.log(`${contestant.name}: not found`);
    return null;
  }
  const tab = await browser.newPage();
  await tab.goto(server.url);
  await awaited(tab, contestant.page, "Korea", START);
  return { ...contestant, server, tab, times: [] };
}

/** In ms, from after the write until the browser draws the next time with the new title on the page. */
async function edited({ server, tab, page }, number) {
  await tab.bringToFront();
  await setTimeout(REST);
  const text = readFileSync(server.file, "utf8");
  const title = `Edited ${number} times`;
  const seen = awaited(tab, page, title, PATIENCE);
  await tab.evaluate(() => 0); // The browser looks already when the file is written.
  const before = Date.now();
  writeFileSync(server.file, text.replace(/title: .*/, `title: ${title}`));
  return (await seen) - before;
}

/** The time at which the browser is about to draw the page with that text on it. */
async function awaited(tab, iframe, text, timeout) {
  const time = await tab.waitForFunction(
    ([selector, wanted]) => {
      const page = selector ? document.querySelector(selector)?.contentDocument : document;
      return page?.body?.textContent.includes(wanted) && Date.now();
    },
    [iframe, text],
    { polling: "raf", timeout },
  );
  return time.jsonValue();
}

/** All edits of all. */
async function raced(runners) {
  for (let number = 0; number < WARM_UP + EDITS; number++) {
    for (const runner of runners) {
      const time = await edited(runner, number).catch(() => Infinity);
      if (number >= WARM_UP) {
        runner.times.push(time);
      }
    }
  }
}

warmUp(["preview", "--help"]);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const runners = [];
try {
  for (const contestant of [newsletter(0), newsletter(600), hugo, vite]) {
    runners.push(...[await opened(contestant, browser)].filter(Boolean));
  }
  await raced(runners);
  for (const { name, times } of runners) {
    times.sort((one, other) => one - other);
    const missed = times.filter((time) => time === Infinity).length;
    const figures = `median ${times[EDITS / 2]} ms, 95th percentile ${times[Math.floor(EDITS * 0.95)]} ms`;
    console.log(`${name}: ${figures}${missed > 0 ? `, ${missed} of ${EDITS} edits never shown` : ""}`);
  }
} finally {
  runners.forEach(({ server }) => server.stop());
  await browser.close();
}
