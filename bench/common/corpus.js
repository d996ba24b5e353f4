// Newsletters of any size, the same at each run: weekly issues, each with news of its own, in the layout of the tool.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORDS = ("cluster region partner project meeting agreement energy health water city europe market company network mission "
  + "skills data innovation policy fund training exchange forum report programme research digital green export support").split(" ");

// A linear congruential generator (Numerical Recipes): the same text on every machine.
let state = 1;
const random = below => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const sentence = words => {
  const text = Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(" ");
  return text[0].toUpperCase() + text.slice(1) + ".";
};

// The tool takes years before 1990 for mistakes.
const day = (issue, before) => new Date(Date.UTC(1990, 0, 1 + 7 * (issue + 1) - before)).toISOString().slice(0, 10);

function entry(issue, number) {
  const title = sentence(7).slice(0, -1) + " " + issue + "-" + number;
  const text = `${sentence(14)} **${sentence(3)}** ${sentence(12)}\n${sentence(9)} See [${WORDS[random(WORDS.length)]} ${issue}-${number}]`
    + `(https://partners.example.org/${issue}/${number}).\n\n- ${sentence(6)}\n- ${sentence(8)}\n`;
  return `---\ntitle: ${title}\ndate: ${day(issue, number % 7)}\nurl: https://news.example.org/${issue}/${number}\n---\n${text}`;
}

const SETTINGS = `name: Weekly
organisation: The Organisation
language: en
timezone: UTC
url: https://news.example.org/
website: https://www.example.org/
sender: {name: Weekly, email: news@example.org}
address: Example Street 1, 1000 Brussels, Belgium
theme: {accent: "#004494"}
sections:
  - heading: News
    select: news
`;

export function writeCorpus(folder, issues, entries) {
  state = 1;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "issues"), { recursive: true });
  writeFileSync(join(folder, "newsletter.yaml"), SETTINGS);
  for (let issue = 0; issue < issues; issue++) {
    const id = day(issue, 0);
    writeFileSync(join(folder, "issues", id + ".yaml"), `title: Week of ${id}\ndate: ${id}\n`);
    const news = join(folder, "content", "news", id);
    mkdirSync(news, { recursive: true });
    for (let number = 0; number < entries; number++) {
      writeFileSync(join(news, number + ".md"), entry(issue, number));
    }
  }
}
