// A newsletter of many issues of 30 entries in one process.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../common/corpus.js";
import { print, race } from "../common/stopwatch.js";
import { environment, find, forgetTexts, hasPackages, javas, launcher, root, rounds, scratch, warmUp } from "../common/tool.js";

const issues = Number(process.argv[2] ?? 600);
const folder = join(scratch, "news");
writeCorpus(folder, issues, 30);
warmUp();
const contestants = javas().map(java => ({
  name: java.name,
  prepare: () => {
    rmSync(join(folder, "out"), { recursive: true, force: true });
    forgetTexts(java);
  },
  command: [launcher, "build", "--all", "-q"],
  folder,
  environment: environment(java),
}));
const node = "markdown-it + nunjucks + juice";
if (hasPackages("juice", "markdown-it", "nunjucks", "js-yaml")) {
  contestants.push({ name: node, command: ["node", join(root, "bench/common/juice.js"), folder, join(scratch, "juice")] });
} else {
  console.log(`not found: ${node}; bench/peers installs them`);
}
const hugo = "Hugo, no styles inlined, no text";
if (find(["hugo"])) {
  const site = join(scratch, "hugo");
  mkdirSync(join(site, "layouts/_default"), { recursive: true });
  cpSync(join(folder, "content/news"), join(site, "content"), { recursive: true });
  // Hugo takes `url` for where a page is to lie.
  for (const file of readdirSync(join(site, "content"), { recursive: true }).filter(name => name.endsWith(".md"))) {
    const path = join(site, "content", file);
    writeFileSync(path, readFileSync(path, "utf8").replace("\nurl: ", "\nlink: "));
  }
  readdirSync(join(site, "content")).forEach(id => writeFileSync(join(site, "content", id, "_index.md"), `---\ntitle: Week of ${id}\ncascade: {build: {render: never}}\nbuild: {render: always}\n---\n`));
  writeFileSync(join(site, "hugo.toml"), 'baseURL = "https://news.example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n');
  writeFileSync(join(site, "layouts/_default/list.html"), "<!DOCTYPE html><html><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>"
    + '{{ range .Pages }}<h3><a href="{{ .Params.link }}">{{ .Title }}</a></h3>{{ .Content }}{{ end }}</body></html>');
  writeFileSync(join(site, "layouts/index.html"), "<!DOCTYPE html><title>all</title>");
  contestants.push({ name: hugo, command: ["hugo", "--quiet"], folder: site });
} else {
  console.log("not found: Hugo; bench/peers says where it comes from");
}
console.log(`${issues} issues of 30 entries\n`);
print(race(contestants, rounds), hugo);
