// The frame around the page: it hears of every new page, shows it as it is asked to, and lists what is wrong.

import { dress, isPlain } from "./page.js";
import { update } from "./update.js";

const $ = (id) => document.getElementById(id);
const GMAIL = 102 * 1024;
const WORDS = { error: "errors", warning: "warnings", note: "notes" };

const settings = { view: "page", width: "full", scheme: "light", pictures: true, styles: true, ...remembered() };
let wanted = new URLSearchParams(location.search).get("issue") ?? "";
let state = {};
let shown = null; // The iframe that is seen.
let coming = null; // The one that loads in its place.
let elements = []; // Of the page that is seen, as the server counts them.
let current = -1; // The finding that was chosen last.
let events = null;
let asking = null; // Ends the asking of servers.

function remembered() {
  try {
    return JSON.parse(localStorage.getItem("settings")) ?? {};
  } catch {
    return {};
  }
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- what the server tells ----

function connect() {
  events?.close();
  events = new EventSource(`/_/events?issue=${encodeURIComponent(wanted)}`);
  events.onopen = () => connection("live");
  events.onerror = () => connection("lost");
  events.onmessage = (event) => receive(JSON.parse(event.data));
}

function connection(word) {
  document.body.dataset.connection = word;
  $("connection").textContent = word === "live" ? "live" : "no connection: is the preview still running?";
}

function receive(news) {
  if (news.version) {
    receivePage(news);
    return;
  }
  if (news.trouble) {
    state = { ...state, broken: true, trouble: news.trouble };
  } else {
    const turned = news.issue !== state.issue;
    const before = turned ? undefined : state.page?.version;
    state = news;
    current = -1;
    if (news.page?.version !== before || turned) {
      load();
    }
  }
  showIssues();
  showFindings();
  showLinks();
  showTrouble();
  showNumbers();
  hover(hovered);
  document.title = title();
}

/** A page is told of first; what is wrong with it follows, and with that all that other views show. */
function receivePage({ issue, version, html }) {
  const seen = issue === state.issue && ["page", "outlook"].includes(settings.view);
  if (seen && state.page && state.page.version !== version) {
    state = { ...state, page: { ...state.page, version } };
    if (coming || shown?.dataset.issue !== issue || !isPlain(settings) || !change(shown, html)) {
      load();
    }
  }
}

function title() {
  const name = state.page?.title ?? state.issue ?? "Preview";
  return [counts(["error", "warning"]) || (state.trouble && "trouble"), name].filter(Boolean).join(" – ");
}

function count(severity) {
  return (state.findings ?? []).filter((finding) => finding.severity === severity).length;
}

function counts(severities) {
  return severities
    .map((severity) => [count(severity), severity])
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${number === 1 ? severity : WORDS[severity]}`)
    .join(", ");
}

// ---- the page ----

function address() {
  const folder = settings.view === "outlook" ? "/_/outlook/" : "/";
  return `${folder}${state.issue}/index.html?${state.page.version}`;
}

/** Loads beside the page that is seen, and takes its place when all is there: nothing flickers, and the place stays. */
function load() {
  loadTexts();
  $("nothing").hidden = Boolean(state.page);
  if (!state.page || !["page", "outlook"].includes(settings.view)) {
    if (!state.page) {
      shown?.remove();
      shown = null;
    }
    return;
  }
  coming?.remove();
  const frame = element("iframe", { title: "The newsletter", className: "coming" });
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.dataset.issue = state.issue;
  frame.src = address();
  frame.addEventListener("load", () => show(frame), { once: true });
  coming = frame;
  $("sheet").append(frame);
}

function show(frame) {
  if (frame !== coming) {
    return;
  }
  const page = frame.contentDocument;
  present(page);
  listen(page);
  if (shown?.dataset.issue === frame.dataset.issue) {
    const view = shown.contentWindow;
    frame.contentWindow.scrollTo({ left: view.scrollX, top: view.scrollY, behavior: "instant" });
  }
  frame.className = "";
  shown?.remove();
  shown = frame;
  coming = null;
  document.body.dataset.version = new URL(frame.src).search.slice(1);
}

function present(page) {
  elements = [...page.querySelectorAll("*")]; // Counted before some are taken out.
  dress(page, settings);
}

/** Changes on the page that is seen what is new; tells whether that shows what a page that is loaded would. */
function change(frame, html) {
  const page = frame.contentDocument;
  // In the page's own realm, where no script runs and styles may stand at elements.
  const fresh = new frame.contentWindow.DOMParser().parseFromString(html, "text/html");
  if (!page.doctype?.isEqualNode(fresh.doctype)) {
    return false; // It is drawn by other rules.
  }
  update(page, fresh);
  present(page);
  hover(hovered);
  document.body.dataset.version = state.page.version;
  return true;
}

/** The page has no script: what it is asked is asked from here. */
function listen(page) {
  page.addEventListener("keydown", press);
  page.addEventListener("mouseover", (event) => hover(event.target));
  page.addEventListener("mouseleave", () => hover(null));
  page.addEventListener("click", (event) => {
    event.preventDefault();
    const link = event.target.closest?.("a[href]");
    const entry = entryAt(event.target);
    if (link) {
      follow(link);
    } else if (entry) {
      copy(`${entry.path}:${entry.line}`);
    }
  });
}

function follow(link) {
  const target = link.getAttribute("href");
  if (target.startsWith("#")) {
    const goal = link.ownerDocument.getElementById(target.slice(1));
    (goal ?? link.ownerDocument.documentElement).scrollIntoView();
  } else if (/^https?:/i.test(link.href)) {
    window.open(link.href, "_blank", "noopener,noreferrer");
  }
}

function entryAt(target) {
  const known = new Map((state.page?.entries ?? []).map((entry) => [elements[entry.element], entry]));
  for (let at = target; at; at = at.parentElement) {
    if (known.has(at)) {
      return { ...known.get(at), element: at };
    }
  }
  return null;
}

let hovered = null;

function hover(target) {
  const entry = target && entryAt(target);
  if (hovered && hovered !== entry?.element) {
    hovered.style.removeProperty("outline");
  }
  hovered = entry?.element ?? null;
  hovered?.style.setProperty("outline", "2px dotted #8a94a0");
  $("place").textContent = entry ? `${entry.path}:${entry.line}` : "";
}

// ---- the other views ----

async function fetched(path) {
  const answer = await fetch(path);
  return answer.ok ? answer.text() : "";
}

async function loadTexts() {
  const { issue, page } = state;
  if (!page) {
    return;
  }
  if (settings.view === "text") {
    $("text").textContent = await fetched(`/${issue}/newsletter.txt?${page.version}`);
  } else if (settings.view === "source") {
    $("source").textContent = await fetched(`/${issue}/index.html?${page.version}`);
    $("weight").textContent = weight(page.bytes);
  } else if (settings.view === "header") {
    showHeader(page.hasMessage ? await fetched(`/${issue}/newsletter.eml?${page.version}`) : "");
  } else if (settings.view === "inbox") {
    showInbox(page, await fetched(`/${issue}/newsletter.txt?${page.version}`));
  }
}

function weight(bytes) {
  const room = GMAIL - bytes;
  return `${bytes.toLocaleString("en")} bytes. Gmail shows ${GMAIL.toLocaleString("en")}: ${
    room >= 0 ? `room for ${room.toLocaleString("en")} more` : `the last ${(-room).toLocaleString("en")} are cut off`
  }.`;
}

/** RFC 5322, section 2.2: fields begin at the margin, what is folded begins with a blank; an empty line ends them. */
function showHeader(message) {
  const fields = message.split(/\r?\n\r?\n/, 1)[0].split(/\r?\n(?![ \t])/);
  const rows = fields
    .filter((field) => field.includes(":"))
    .map((field) => {
      const colon = field.indexOf(":");
      const name = element("th", { scope: "row", textContent: field.slice(0, colon) });
      return element("tr", {}, name, element("td", { textContent: field.slice(colon + 1).trim() }));
    });
  const none = element("tr", {}, element("td", { textContent: "There is no message: the publication has no sender." }));
  $("fields").tBodies[0].replaceChildren(...(rows.length ? rows : [none]));
}

function showInbox(page, text) {
  const preheader = page.preheader ?? text.replace(/\s+/g, " ").slice(0, 200);
  const date = state.issues.find((issue) => issue.id === state.issue)?.date ?? "";
  for (const row of document.querySelectorAll(".inbox")) {
    row.querySelector(".sender").textContent = page.sender;
    row.querySelector(".subject").textContent = page.subject;
    row.querySelector(".preheader").textContent = preheader;
    row.querySelector("time").textContent = date;
  }
  const length = (name, value, phone, desktop) => [
    element("dt", { textContent: name }),
    element("dd", { textContent: `${[...value].length} characters; phones show about ${phone}, desktops ${desktop}` }),
  ];
  $("lengths").replaceChildren(
    ...length("Sender", page.sender, 25, 20),
    ...length("Subject", page.subject, 40, 70),
    ...length(page.preheader ? "Preheader" : "Preheader (none given: the beginning of the text)", preheader, 80, 100),
  );
}

// ---- links ----

function showLinks() {
  $("links").hidden = !state.links;
  $("known").textContent = state.links ?? "";
}

/** Goes on for as long as the answer is read; to stop reading stops it. */
async function askLinks() {
  if (asking) {
    asking.abort();
    return;
  }
  asking = new AbortController();
  showTally({ done: 0, total: 0 });
  try {
    const address = `/_/links?issue=${encodeURIComponent(state.issue ?? "")}`;
    const answer = await fetch(address, { headers: { "Newsletter-Preview": "links" }, signal: asking.signal });
    if (!answer.ok) {
      toast(await answer.text());
      return;
    }
    for await (const news of told(answer.body)) {
      if (news.trouble) {
        toast(news.trouble);
      } else {
        showTally(news);
      }
    }
    $("said").textContent = `Links are checked. ${state.links ?? ""}`;
  } catch (problem) {
    toast(problem.name === "AbortError" ? "stopped" : "no connection: is the preview still running?");
  } finally {
    asking = null;
    showTally(null);
  }
}

/** Server-sent events by hand: an EventSource sends no field of ours, and would begin again at the end. */
async function* told(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const events = (text + value).split("\n\n");
    text = events.pop();
    yield* events.filter((event) => event.startsWith("data: ")).map((event) => JSON.parse(event.slice(6)));
  }
}

function showTally(tally) {
  $("ask").textContent = tally ? "Stop" : "Check links";
  $("asked").hidden = !tally;
  $("tally").textContent = tally?.total ? `${tally.done} of ${tally.total}` : "";
  if (tally?.total) {
    $("asked").max = tally.total;
    $("asked").value = tally.done;
  } else {
    $("asked").removeAttribute("value");
  }
}

// ---- findings ----

function showFindings() {
  const findings = state.findings ?? [];
  const words = counts(["error", "warning", "note"]);
  $("counts").textContent = `${findings.length || "No"} ${findings.length === 1 ? "finding" : "findings"}`;
  $("sums").textContent = words || "Findings";
  $("toggle").dataset.worst = ["error", "warning", "note"].find((severity) => count(severity) > 0) ?? "none";
  $("none").hidden = findings.length > 0;
  $("list").replaceChildren(...findings.map(item));
  if ($("said").textContent !== words) {
    $("said").textContent = words || "No findings";
  }
}

function item(finding, index) {
  const button = element(
    "button",
    { type: "button", className: "finding" },
    element("span", { className: `severity ${finding.severity}`, textContent: finding.severity }),
    element("span", { className: "where", textContent: `${finding.path}:${finding.line}` }),
    element("span", { className: "message", textContent: finding.message }),
    ...(finding.text ? [excerpt(finding)] : []),
    element("span", { className: "hint", textContent: finding.hint }),
  );
  button.addEventListener("click", () => choose(index));
  return element("li", {}, button);
}

function excerpt(finding) {
  const characters = [...finding.text];
  const at = finding.column - 1;
  const from = Math.max(0, at - 30);
  return element(
    "code",
    {},
    (from > 0 ? "…" : "") + characters.slice(from, at).join(""),
    element("mark", { textContent: characters[at] ?? " " }),
    characters.slice(at + 1, from + 90).join(""),
  );
}

function choose(index) {
  const finding = state.findings[index];
  current = index;
  copy(`${finding.path}:${finding.line}`);
  if (settings.view !== "page") {
    set("view", "page");
  }
  reveal(finding.element);
}

function reveal(number) {
  let target = elements[number];
  while (target && target.getClientRects().length === 0) {
    target = target.parentElement;
  }
  target?.scrollIntoView({ block: "center", behavior: "instant" });
  target?.animate(
    [{ outline: "3px solid #d97706", outlineOffset: "2px" }, { outline: "3px solid transparent", outlineOffset: "2px" }],
    { duration: 2500, easing: "ease-in" },
  );
}

function step(by) {
  const buttons = document.querySelectorAll(".finding");
  if (buttons.length > 0) {
    const next = (current + by + buttons.length) % buttons.length;
    buttons[next].focus();
    choose(next);
  }
}

/** The clipboard's own interface is there for secure origins alone, and another machine's address is none. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`copied ${text}`);
  } catch {
    const field = element("textarea", { value: text, className: "unseen" });
    document.body.append(field);
    field.select();
    toast(document.execCommand("copy") ? `copied ${text}` : text);
    field.remove();
  }
}

let fading = 0;

function toast(words) {
  clearTimeout(fading);
  $("toast").textContent = words;
  $("toast").hidden = false;
  $("said").textContent = words;
  fading = setTimeout(() => ($("toast").hidden = true), 2500);
}

/** What keeps a new page from being made stands over the last good one. */
function showTrouble() {
  const errors = (state.findings ?? []).filter((finding) => finding.blocks);
  document.body.classList.toggle("broken", Boolean(state.broken));
  $("trouble").hidden = !state.broken;
  if (!state.broken) {
    $("trouble").replaceChildren();
    return;
  }
  const words = state.page ? "The page below is the last good one." : "There is no page yet.";
  const items = errors.slice(0, 4).map((finding) =>
    element(
      "li",
      {},
      element("span", { className: "where", textContent: `${finding.path}:${finding.line}` }),
      element("span", { className: "message", textContent: finding.message }),
      ...(finding.text ? [excerpt(finding)] : []),
      element("span", { className: "hint", textContent: finding.hint }),
    ),
  );
  $("trouble").replaceChildren(
    element("h2", { textContent: state.trouble ?? `${errors.length === 1 ? "An error keeps" : "Errors keep"} the page from being made. ${words}` }),
    element("ul", {}, ...items),
  );
}

// ---- what a reader sets ----

function showIssues() {
  const issues = [...(state.issues ?? [])].reverse();
  const options = issues.map((issue) =>
    element("option", { value: issue.id, textContent: issue.title.includes(issue.id) ? issue.title : `${issue.title} · ${issue.id}`, selected: issue.id === state.issue }),
  );
  if (state.issue && !issues.some((issue) => issue.id === state.issue)) {
    options.unshift(element("option", { value: state.issue, textContent: state.issue, selected: true }));
  }
  $("issue").replaceChildren(...options);
}

function showNumbers() {
  const page = state.page;
  $("size").hidden = !page;
  if (page) {
    $("meter").value = page.bytes;
    const size = `${Math.ceil(page.bytes / 1024)} of 102 KB`;
    $("bytes").textContent = `${size} · ${page.links} links · ${page.pictures} pictures`;
  }
}

function apply() {
  for (const name of ["view", "width", "scheme"]) {
    document.querySelector(`input[name=${name}][value="${settings[name]}"]`).checked = true;
  }
  for (const name of ["pictures", "styles"]) {
    document.querySelector(`input[name=${name}]`).checked = settings[name];
  }
  const paged = ["page", "outlook"].includes(settings.view);
  for (const view of document.querySelectorAll(".view")) {
    view.hidden = view.id !== `view-${paged ? "page" : settings.view}`;
  }
  $("tools").hidden = !paged;
  document.body.dataset.width = settings.width;
  document.body.dataset.scheme = settings.scheme;
}

function set(name, value) {
  settings[name] = value;
  try {
    localStorage.setItem("settings", JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing starts with the usual settings next time.
  }
  apply();
  if (name !== "width" && state.issue) {
    load();
  }
}

function choice(event) {
  const { name, type, value, checked } = event.target;
  set(name, type === "checkbox" ? checked : value);
}

function togglePanel() {
  const open = $("toggle").getAttribute("aria-expanded") !== "true";
  $("toggle").setAttribute("aria-expanded", String(open));
  $("findings").hidden = !open;
}

function nextView() {
  const views = [...document.querySelectorAll("input[name=view]")].map((input) => input.value);
  set("view", views[(views.indexOf(settings.view) + 1) % views.length]);
}

const KEYS = {
  1: () => set("width", "320"),
  2: () => set("width", "375"),
  3: () => set("width", "600"),
  4: () => set("width", "full"),
  l: () => set("scheme", "light"),
  d: () => set("scheme", "dark"),
  f: () => set("scheme", "forced"),
  i: () => set("pictures", !settings.pictures),
  s: () => set("styles", !settings.styles),
  v: nextView,
  j: () => step(1),
  k: () => step(-1),
  e: togglePanel,
  c: askLinks,
  "?": () => $("keys").showModal(),
};

function press(event) {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("select, dialog");
  const act = KEYS[event.key.toLowerCase()];
  if (act && !busy) {
    event.preventDefault();
    act();
  }
}

for (const id of ["view", "width", "scheme", "parts"]) {
  $(id).addEventListener("change", choice);
}
$("issue").addEventListener("change", () => {
  wanted = $("issue").value;
  history.replaceState(null, "", `?issue=${encodeURIComponent(wanted)}`);
  connect();
});
$("toggle").addEventListener("click", togglePanel);
$("ask").addEventListener("click", askLinks);
$("help").addEventListener("click", () => $("keys").showModal());
document.addEventListener("keydown", press);
if (matchMedia("(max-width: 760px)").matches) {
  togglePanel();
}
apply();
connect();
