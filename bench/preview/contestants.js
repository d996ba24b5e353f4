// Whoever shows a page while its source is written: each is a server, a file, and the iframe in which the page stands, if any.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, javas, launcher } from "../common/tool.js";

const PROJECT = new URL("../..", import.meta.url).pathname;
const OWN_PAGE = "iframe:not(.coming)"; // The rest of the tab is the frame around it.
const WHOLE_TAB = null;

/** The newsletter's own preview of the example, with as many older issues as that. */
export const newsletter = (issues) => ({
  name: issues === 0 ? "newsletter" : `newsletter, ${issues} more issues`,
  page: OWN_PAGE,
  async start() {
    const folder = mkdtempSync(join(tmpdir(), "preview-"));
    for (const part of ["newsletter.yaml", "content", "issues"]) {
      cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    }
    for (let number = 0; number < issues; number++) {
      const day = new Date(Date.UTC(1980, 0, 1 + 14 * number)).toISOString().slice(0, 10);
      writeFileSync(join(folder, "issues", `old-${number}.yaml`), `title: Of ${day}\ndate: ${day}\n`);
    }
    const env = { ...process.env, ...environment(javas().at(-1)) };
    const server = spawn(launcher, ["preview", "--no-open", "--port", "0"], { cwd: folder, env });
    const url = await firstLine(server);
    return running(server, folder, `${url}?issue=2018-09`, join(folder, "content/news/korea-agreement.md"));
  },
});

/** Hugo makes a page of the same entries, without inlining a style, checking anything or writing a text. */
export const hugo = {
  name: "hugo server",
  page: WHOLE_TAB,
  async start() {
    if (!found("hugo", "version")) {
      return null;
    }
    const folder = mkdtempSync(join(tmpdir(), "hugo-"));
    const news = join(folder, "content", "news");
    mkdirSync(join(folder, "layouts"));
    mkdirSync(news, { recursive: true });
    for (const name of readdirSync(join(PROJECT, "content", "news")).filter((name) => name.endsWith(".md"))) {
      const entry = readFileSync(join(PROJECT, "content", "news", name), "utf8");
      writeFileSync(join(news, name), entry.replace(/^url:/m, "link:")); // "url" is where Hugo would put a page.
    }
    writeFileSync(join(folder, "config.toml"), 'disableKinds = ["RSS", "sitemap", "taxonomy", "term", "section"]\n');
    writeFileSync(
      join(folder, "layouts", "index.html"),
      "<html><body>{{ range .Site.RegularPages }}<h2>{{ .Title }}</h2>{{ .Content }}{{ end }}</body></html>",
    );
    const port = await freePort();
    const options = ["server", "--bind", "127.0.0.1", "--port", String(port), "--noHTTPCache"];
    const server = spawn("hugo", options, { cwd: folder });
    await answered(`http://127.0.0.1:${port}/`);
    return running(server, folder, `http://127.0.0.1:${port}/`, join(news, "korea-agreement.md"));
  },
};

/** Vite makes nothing of the page: it reads the file and has the tab load it anew. */
export const vite = {
  name: "vite",
  page: WHOLE_TAB,
  async start() {
    const program = new URL("node_modules/vite/bin/vite.js", import.meta.url).pathname;
    if (!existsSync(program)) {
      return null;
    }
    const folder = mkdtempSync(join(tmpdir(), "vite-"));
    const file = join(folder, "index.html");
    writeFileSync(file, readFileSync(join(PROJECT, "content/news/korea-agreement.md"), "utf8"));
    const port = await freePort();
    const server = spawn("node", [program, "--host", "127.0.0.1", "--port", String(port), "--strictPort"], { cwd: folder });
    await answered(`http://127.0.0.1:${port}/`);
    return running(server, folder, `http://127.0.0.1:${port}/`, file);
  },
};

function running(server, folder, url, file) {
  return {
    url,
    file,
    stop() {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

const firstLine = (server) => new Promise((done) => server.stdout.once("data", (line) => done(String(line).trim())));

function found(program, ...options) {
  try {
    execFileSync(program, options, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function answered(url) {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error(`nobody answers at ${url}`);
}
