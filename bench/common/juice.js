// What people put together from npm: markdown-it, nunjucks and juice. Makes issues of the corpus, styles inlined, with a plain
// text: node juice.js FOLDER OUT [ISSUE].
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import yaml from "js-yaml";
import juice from "juice";
import MarkdownIt from "markdown-it";
import nunjucks from "nunjucks";

const [folder, out, only] = process.argv.slice(2);
const markdown = new MarkdownIt({ typographer: true, linkify: true, html: true });
const css = readFileSync(resolve(import.meta.dirname, "../../templates/style.css"), "utf8");
const template = nunjucks.compile(readFileSync(resolve(import.meta.dirname, "page.njk"), "utf8"), new nunjucks.Environment(null, { autoescape: true }));

const publication = yaml.load(readFileSync(join(folder, "newsletter.yaml"), "utf8"));
const issues = readdirSync(join(folder, "issues")).sort().filter(file => !only || file === only + ".yaml");
for (const file of issues) {
  const id = file.slice(0, -".yaml".length);
  const issue = yaml.load(readFileSync(join(folder, "issues", file), "utf8"), { schema: yaml.CORE_SCHEMA });
  const news = join(folder, "content/news", id);
  const entries = readdirSync(news).map(name => {
    const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(news, name), "utf8"));
    return { ...yaml.load(front, { schema: yaml.CORE_SCHEMA }), source: body, html: markdown.render(body) };
  });
  const page = juice(template.render({ publication, issue, entries, css }));
  const target = join(out, id);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "index.html"), page);
  writeFileSync(join(target, "newsletter.txt"), entries.map(one => `${one.title}\n\n${one.source}\n${one.url}\n`).join("\n"));
}
