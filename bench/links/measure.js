// Checks 2,000 and 20,000 links on 20 hosts of this machine with the tool, and 2,000 with linkinator where it is installed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HOSTS, links, start } from "./servers.js";
import { ideal } from "./ideal.js";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "target/links");
const PER_ENTRY = 100;
const PER_ISSUE = 2000;

function writeNewsletter(all) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "content/news"), { recursive: true });
  mkdirSync(join(folder, "issues"));
  mkdirSync(join(folder, "templates"));
  const hosts = Array.from({ length: HOSTS }, (unused, i) => "127.0.1." + (i + 1));
  writeFileSync(join(folder, "newsletter.yaml"),
    `name: Measured\nlinks: {check: {allow: [${hosts}]}}\nsections:\n  - {heading: News, select: news}\n`);
  writeFileSync(join(folder, "templates/index.ftlh"),
    "<html><body><#list issue.sections as section><#list section.entries as entry>${entry.text}</#list></#list></body></html>\n");
  for (let first = 0; first < all.length; first += PER_ISSUE) {
    const month = "2018-" + String(first / PER_ISSUE + 1).padStart(2, "0");
    writeFileSync(join(folder, `issues/${month}.yaml`), `title: Measured in ${month}\ndate: ${month}-03\n`);
    writeEntries(all.slice(first, first + PER_ISSUE), first, month);
  }
}

function writeEntries(links, first, month) {
  for (let from = 0; from < links.length; from += PER_ENTRY) {
    const text = links.slice(from, from + PER_ENTRY).map((link, i) => `[Page ${first + from + i}](${link.address})`).join("\n");
    const front = `title: News ${first + from}\ndate: ${month}-02\n`;
    writeFileSync(join(folder, `content/news/n${first + from}.md`), `---\n${front}---\n${text}\n`);
  }
}

/** Runs a program; the highest memory is what Linux says of its process. */
function run(command, args) {
  return new Promise(done => {
    const begun = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
    let memory = 0;
    const look = setInterval(() => {
      try {
        memory = Math.max(memory, Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
      } catch { /* not on Linux, or over */ }
    }, 20);
    const out = [];
    child.stdout.on("data", data => out.push(data));
    child.on("close", () => {
      clearInterval(look);
      done({ ms: Number((process.hrtime.bigint() - begun) / 1000000n), memory, out: Buffer.concat(out).toString() });
    });
  });
}

const RIGHT = { good: "ok", gone: "broken", moved: "moved", twice: "ok", nohead: "ok", limit: "ok" };

async function measureTool(servers, count) {
  const all = links(servers.port, count);
  writeNewsletter(all);
  const options = ["--all", "-C", folder, "--format", "json"];
  const base = await run(join(root, "newsletter"), ["check", ...options, "--offline"]);
  servers.forget();
  const result = await run(join(root, "newsletter"), ["check", ...options, "--fresh"]);
  const verdicts = new Map(JSON.parse(result.out).links.map(link => [link.address, link.verdict]));
  const wrong = all.filter(link => verdicts.get(link.address) !== RIGHT[link.kind]);
  return { name: "newsletter", count, ...result, base: base.ms, ideal: idealOf(servers, all), wrong, requests: servers.state.requests.length };
}

function idealOf(servers, all) {
  const asked = address => servers.state.seen.get(address.replace("http://", "")) ?? 0;
  return ideal(all, link => asked(link.address) + asked(link.address.replace("/moved/", "/target/")) * (link.kind === "moved"));
}

async function measureLinkinator(servers, count) {
  const all = links(servers.port, count);
  const page = join(folder, "index.html");
  writeFileSync(page, all.map(link => `<a href="${link.address}">x</a>`).join("\n"));
  servers.forget();
  const retries = ["--retry", "--retry-errors", "--retry-errors-count", "3"];
  const result = await run(join(import.meta.dirname, "node_modules/.bin/linkinator"),
    [page, "--format", "json", "--concurrency", "64", ...retries]);
  const verdicts = new Map(JSON.parse(result.out.slice(result.out.indexOf("{"))).links.map(link => [link.url, link.state]));
  const wrong = all.filter(link => verdicts.get(link.address) !== (link.kind === "gone" ? "BROKEN" : "OK"));
  return { name: "linkinator 8", count, ...result, wrong, requests: servers.state.requests.length };
}

const seconds = ms => ms === undefined ? "" : (ms / 1000).toFixed(1);

function print(row) {
  const ratio = row.ideal === undefined ? "" : (row.ms / row.ideal).toFixed(2);
  console.log(`| ${row.name} | ${row.count} | ${seconds(row.ms)} | ${seconds(row.base)} | ${seconds(row.ideal)} | ${ratio} `
    + `| ${Math.round(row.memory / 1024)} MB | ${row.requests} | ${row.wrong.length} |`);
  row.wrong.slice(0, 3).forEach(link => console.error(row.name, "is wrong about", link.kind, link.address));
}

const servers = await start();
console.log("| checker | links | seconds | of them without asking | ideal | ratio | memory | requests | wrong verdicts |");
console.log("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
print(await measureTool(servers, 2000));
if (existsSync(join(import.meta.dirname, "node_modules/linkinator"))) {
  print(await measureLinkinator(servers, 2000));
}
print(await measureTool(servers, 20000));
servers.close();
