// The tool by its launcher, with each Java that is found, its cache made before; and what else may be installed.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const launcher = join(root, "newsletter");
export const scratch = mkdtempSync(join(tmpdir(), "bench-"));
const caches = join(scratch, "caches");

export const rounds = Number(process.env.ROUNDS ?? 9);

/** Javas of 17 and later, one of each version, the oldest first: {name, home}. BENCH_JAVAS, folders with : between, says others. */
export function javas() {
  const usual = existsSync("/usr/lib/jvm") ? readdirSync("/usr/lib/jvm").map(name => join("/usr/lib/jvm", name)) : [];
  const homes = process.env.BENCH_JAVAS?.split(":") ?? [...usual, process.env.JAVA_HOME ?? ""];
  const found = new Map();
  for (const home of homes.filter(one => existsSync(join(one, "release")))) {
    const version = Number(/JAVA_VERSION="?(\d+)/.exec(readFileSync(join(home, "release"), "utf8"))?.[1]);
    if (version >= 17 && !found.has(version)) {
      found.set(version, { name: `newsletter on ${version}`, version, home });
    }
  }
  return [...found.values()].toSorted((one, other) => one.version - other.version);
}

/** What the launcher needs in its environment: each Java has a folder for its caches. */
export const environment = java => ({ NEWSLETTER_JAVA_HOME: java.home, XDG_CACHE_HOME: cachesOf(java) });

const cachesOf = java => join(caches, String(java.version));

/** Has a Java's next run parse every text. */
export function forgetTexts(java) {
  const folder = join(cachesOf(java), "newsletter");
  readdirSync(folder).filter(name => name.startsWith("parsed-")).forEach(name => rmSync(join(folder, name)));
}

/** Builds the tool if need be, and has every Java make its cache, and that for another command: `cat` ends when the background does. */
export function warmUp(...more) {
  for (const java of javas()) {
    const env = { ...process.env, ...environment(java) };
    for (const command of [["--version"], ["check", "--offline", "-q", "-C", root], ...more]) {
      execFileSync("sh", ["-c", '"$0" "$@" 3>&1 >/dev/null | cat', launcher, ...command], { env });
    }
  }
}

export function find(names) {
  for (const name of names) {
    if (spawnSync("sh", ["-c", `command -v ${name}`]).status === 0) {
      return true;
    }
  }
  return false;
}

export const hasPackages = (...names) => names.every(name => existsSync(join(root, "bench/node_modules", name)));
