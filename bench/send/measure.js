// A personal message to each of 5,000 readers, through 16 connections to Postfix's smtp-sink, which throws them away.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { writeCorpus } from "../common/corpus.js";
import { race } from "../common/stopwatch.js";
import { environment, find, hasPackages, javas, launcher, root, rounds, scratch, warmUp } from "../common/tool.js";

const messages = Number(process.argv[2] ?? 5000);
const connections = 16;
process.env.PATH += ":/usr/sbin";
if (!find(["smtp-sink"])) {
  console.error("smtp-sink is not there, which takes the messages: it comes with Postfix");
  process.exit(1);
}
const port = await new Promise(resolve => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const free = server.address().port;
    server.close(() => resolve(free));
  });
});
// As root it wants to become somebody else.
const sink = spawn("smtp-sink", [...(process.getuid() === 0 ? ["-u", "nobody"] : []), `127.0.0.1:${port}`, "1000"], { stdio: "ignore" });
process.on("exit", () => sink.kill());

// Of 60 KB, with the reader's name in it.
const folder = join(scratch, "news");
writeCorpus(folder, 1, 28);
const issue = readdirSync(join(folder, "content/news"))[0];
const greeting = "---\ntitle: A word before\n---\nDear ${recipient.first_name!\"reader\"}, this is what happened.\n";
writeFileSync(join(folder, "content/news", issue, "0.md"), greeting);
const dkim = "dkim: {selector: news, key-file: ../dkim.pem}\n";
const settings = readFileSync(join(folder, "newsletter.yaml"), "utf8") + `lists:
  test: {to: editors@example.org, max-size: 1 MB}
  readers: {csv: ../readers.csv, unsubscribe: https://example.org/leave, unsubscribe-key: "\${UNSUBSCRIBE_KEY}"}
smtp: {host: 127.0.0.1, port: ${port}, security: none, connections: ${connections}}
`;
const table = Array.from({ length: messages }, (_, number) => `r${number}@example.net,Reader ${number}\n`);
writeFileSync(join(scratch, "readers.csv"), "email,First name\n" + table.join(""));
execFileSync("openssl", ["genrsa", "-out", join(scratch, "dkim.pem"), "2048"], { stdio: "ignore" });

warmUp();
const variables = java => ({ ...environment(java), UNSUBSCRIBE_KEY: "a key of many letters" });
const prepare = (java, more) => () => {
  writeFileSync(join(folder, "newsletter.yaml"), settings + more);
  rmSync(join(folder, ".newsletter"), { recursive: true, force: true });
  execFileSync(launcher, ["send", "--to", "test"], { cwd: folder, env: { ...process.env, ...variables(java) }, stdio: "ignore" });
};
const told = stdout => Number(/([\d.]+) a second/.exec(stdout)?.[1]);
const command = [launcher, "send", "--to", "readers", "--yes", String(messages)];
const contestants = javas().flatMap(java => [
  { name: java.name, prepare: prepare(java, ""), command, folder, environment: variables(java), rate: told },
  { name: `${java.name}, signed`, prepare: prepare(java, dkim), command, folder, environment: variables(java), rate: told },
  { name: `${java.name}, --dry-run`, prepare: prepare(java, ""), command: [...command.slice(0, 4), "--dry-run"], folder, environment: variables(java) },
]);
const first = contestants[0];
first.prepare();
execFileSync(launcher, contestants[2].command.slice(1), { cwd: folder, env: { ...process.env, ...first.environment }, stdio: "ignore" });
const written = join(folder, "out/dry-run");
const bytes = statSync(join(written, readdirSync(written)[0])).size;
execFileSync(launcher, ["build"], { cwd: folder, env: { ...process.env, ...first.environment }, stdio: "ignore" });
const built = join(folder, "out", issue);

const limit = "smtp-source";
if (find([limit])) {
  contestants.unshift({ name: limit, command: [limit, "-s", String(connections), "-d", "-m", String(messages), "-l", String(bytes), `127.0.0.1:${port}`] });
}
const peer = "nodemailer";
if (hasPackages(peer)) {
  mkdirSync(join(scratch, peer));
  for (const name of ["index.html", "newsletter.txt"]) {
    writeFileSync(join(scratch, peer, name), readFileSync(join(built, name), "utf8").replace("Dear reader", "Dear READER"));
  }
  const program = join(root, "bench/send/nodemailer.js");
  contestants.unshift({
    name: peer,
    command: ["node", program, String(port), String(messages), join(scratch, peer, "index.html"), join(scratch, peer, "newsletter.txt")],
    rate: Number,
  });
} else {
  console.log("not found: nodemailer; bench/peers installs it");
}

const results = race(contestants, rounds);
const of = name => results.find(one => one.name === name);
// The limit has no start worth the name.
results.filter(one => one.name === limit).forEach(one => (one.rate = messages / (one.wall / 1000)));
const ratio = (one, other) => (one && other && !Number.isNaN(one) ? (one / other).toFixed(2) : "");
const rows = results.map(one => [
  one.name, Number.isNaN(one.rate) ? "" : one.rate.toFixed(0), one.wall.toFixed(0), one.cpu.toFixed(0), one.memory.toFixed(0),
  ratio(one.rate, of(limit)?.rate), ratio(one.rate, of(peer)?.rate), ratio(one.cpu, of(peer)?.cpu),
]);
const head = ["", "messages/s", "ms in all", "CPU ms", "MB at most", `÷ ${limit}`, `÷ ${peer}`, `CPU ÷ ${peer}`];
console.log(`${messages} messages of ${bytes} bytes, medians of ${rounds}`);
console.log([head, ["---", ...Array(7).fill("--:")], ...rows].map(row => `| ${row.join(" | ")} |`).join("\n"));
process.exit();
