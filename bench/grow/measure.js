// What an issue costs as the newsletter grows: all issues of 60, 600 and 6,000, and the newest alone in each.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../common/corpus.js";
import { print, race } from "../common/stopwatch.js";
import { environment, forgetTexts, javas, launcher, rounds, scratch, warmUp } from "../common/tool.js";

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [60, 600, 6000];
warmUp();
const java = javas().at(-1);
const contestants = [];
for (const size of sizes) {
  const folder = join(scratch, "news-" + size);
  writeCorpus(folder, size, 30);
  const prepare = () => {
    rmSync(join(folder, "out"), { recursive: true, force: true });
    forgetTexts(java);
  };
  contestants.push({ name: `all of ${size}`, prepare, command: [launcher, "build", "--all", "-q"], folder, environment: environment(java), issues: size });
  contestants.push({ name: `the newest of ${size}`, prepare, command: [launcher, "build", "-q"], folder, environment: environment(java), issues: 1 });
  contestants.push({ name: `the newest of ${size} again`, command: [launcher, "build", "-q"], folder, environment: environment(java), issues: 1 });
}
const results = race(contestants, rounds);
print(results, `all of ${sizes[0]}`);
const perIssue = results.map((one, i) => `${one.name}: ${(one.wall / contestants[i].issues).toFixed(1)} ms an issue`);
console.log("\n" + perIssue.filter(line => line.startsWith("all")).join("\n"));
