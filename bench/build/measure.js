// One issue of 35 entries, each time in a new process, as an editor gives the command.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../common/corpus.js";
import { print, race } from "../common/stopwatch.js";
import { environment, forgetTexts, hasPackages, javas, launcher, root, rounds, scratch, warmUp } from "../common/tool.js";

const folder = join(scratch, "news");
writeCorpus(folder, 1, 35);
warmUp();
const contestants = javas().map(java => ({ name: java.name, command: [launcher, "build"], folder, environment: environment(java) }));
contestants.push(...javas().map(java => (
  { name: `${java.name}, every text new to it`, prepare: () => forgetTexts(java), command: [launcher, "build"], folder, environment: environment(java) })));
contestants.push(...javas().map(java => (
  { name: `${java.name}, without its caches`, command: [launcher, "build"], folder, environment: { ...environment(java), NEWSLETTER_CACHE: "off" } })));
contestants.push(...javas().map(java => ({ name: `${java.name}, --help`, command: [launcher, "--help"], folder, environment: environment(java) })));

const hello = join(scratch, "Hello.java");
writeFileSync(hello, 'class Hello { public static void main(String[] a) { System.out.println("hello"); } }');
for (const java of javas()) {
  const classes = join(scratch, "hello-" + java.version);
  contestants.push({
    name: `hello on ${java.version}`,
    prepare: () => {},
    command: [join(java.home, "bin/java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes, "Hello"],
    compile: [join(java.home, "bin/javac"), "-d", classes, hello],
  });
}
const { execFileSync } = await import("node:child_process");
contestants.filter(one => one.compile).forEach(one => execFileSync(one.compile[0], one.compile.slice(1)));

const node = "markdown-it + nunjucks + juice";
if (hasPackages("juice", "markdown-it", "nunjucks", "js-yaml")) {
  contestants.push({ name: node, command: ["node", join(root, "bench/common/juice.js"), folder, join(scratch, "juice")] });
} else {
  console.log(`not found: ${node}; bench/peers installs them`);
}
if (hasPackages("mjml")) {
  const issue = readdirSync(join(folder, "content/news"))[0];
  const texts = readdirSync(join(folder, "content/news", issue)).map(name => readFileSync(join(folder, "content/news", issue, name), "utf8"));
  const parts = texts.map(text => `<mj-section><mj-column><mj-text>${text.split("---\n")[2]}</mj-text><mj-button href="https://example.org/">More</mj-button></mj-column></mj-section>`);
  mkdirSync(join(scratch, "mjml"));
  writeFileSync(join(scratch, "mjml/page.mjml"), `<mjml><mj-body>${parts.join("\n")}</mj-body></mjml>`);
  contestants.push({ name: "MJML, no Markdown, no text", command: [join(root, "bench/node_modules/.bin/mjml"), "page.mjml", "-o", "page.html"], folder: join(scratch, "mjml") });
} else {
  console.log("not found: MJML; bench/peers installs it");
}
print(race(contestants, rounds), node);
