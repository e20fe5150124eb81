// The SPARQL page: the plain form of the page becomes an editor that shows its answers in place.
import { show } from "./answer.js";
import { saved } from "./saved.js";
import { teach } from "./vocabulary.js";

const RESULTS = "application/sparql-results+json, text/turtle;q=0.9";
const DOWNLOADS = {
  table: { CSV: "text/csv", TSV: "text/tab-separated-values", JSON: "application/sparql-results+json" },
  graph: { Turtle: "text/turtle", "N-Triples": "application/n-triples", "JSON-LD": "application/ld+json" },
};
const SUFFIXES = { CSV: "csv", TSV: "tsv", JSON: "json", Turtle: "ttl", "N-Triples": "nt", "JSON-LD": "jsonld" };

const at = (id) => document.getElementById(id);
const form = at("query-form");
const text = at("query-text");
const vocabulary = fetch(form.dataset.vocabulary).then((response) => response.json());
teach(Yasqe, vocabulary);
const editor = makeEditor();
let running = null;

function makeEditor() {
  const place = document.createElement("div");
  text.after(place);
  const keys = { Tab: false, "Shift-Tab": false, "Ctrl-Enter": () => run(), "Cmd-Enter": () => run(), "Ctrl-S": () => {} };
  const made = new Yasqe(place, {
    value: escaped(text.value),
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    screenReaderLabel: "The query, in SPARQL",
    extraKeys: keys,
  });
  text.hidden = true;
  made.on("beforeChange", (_made, change) => change.update?.(null, null, change.text.map(escaped)));
  place.addEventListener("mouseover", (event) => explain(made, event), true);
  document.querySelector(`label[for=${text.id}]`).addEventListener("click", () => made.focus());
  return made;
}

/** Yasqe's tokenizer fails at these two line ends; in SPARQL they may be written as escapes. */
function escaped(words) {
  return words.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** What the grammar expects where a line is wrong. Yasqe would say it with inline styles, which our policy forbids. */
function explain(made, event) {
  const icon = event.target.closest(".parseErrorIcon");
  if (!icon) return;
  event.stopPropagation();
  const line = made.coordsChar({ left: event.clientX, top: event.clientY }, "window").line;
  const { errorMsg, possibleCurrent } = made.getTokenAt({ line, ch: made.getLine(line).length }, true).state;
  icon.title = errorMsg ?? `This line is not SPARQL; expected is one of: ${possibleCurrent.join(" ")}`;
}

async function run() {
  running?.abort();
  running = new AbortController();
  const sparql = editor.getValue();
  remember(sparql);
  busy(true);
  try {
    const answer = await ask(sparql, RESULTS, running.signal);
    tell(answer, show(at("answer-body"), answer, await vocabulary), sparql);
  } catch (error) {
    if (error.name !== "AbortError") fail(error);
    else say("Stopped.");
  } finally {
    busy(false);
  }
}

/** The text of an answer and its type; an Error with the words of the server if it gave none. */
async function ask(sparql, accept, signal) {
  const body = new URLSearchParams({ query: sparql });
  const started = performance.now();
  const response = await fetch(form.action, { method: "POST", body, headers: { Accept: accept }, signal });
  const content = await response.text();
  if (!response.ok) throw new Error(content || `The server answered ${response.status}.`);
  return { text: content, type: response.headers.get("Content-Type") ?? "", seconds: (performance.now() - started) / 1000 };
}

function tell(answer, words, sparql) {
  say("");
  reveal();
  at("answer-count").textContent = `${words} in ${answer.seconds.toFixed(2)} seconds.`;
  const kind = answer.type.includes("json") ? "table" : "graph";
  const links = Object.entries(DOWNLOADS[kind]).map(([name, type]) => download(name, type, sparql));
  at("answer-downloads").replaceChildren("Download it: ", ...links);
}

function download(name, type, sparql) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  button.addEventListener("click", async () => {
    try {
      const answer = await ask(sparql, type);
      const link = Object.assign(document.createElement("a"), { download: `answer.${SUFFIXES[name]}` });
      link.href = URL.createObjectURL(new Blob([answer.text], { type }));
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      fail(error);
    }
  });
  return button;
}

function fail(error) {
  say("");
  const words = document.createElement("pre");
  words.className = "query-error";
  words.setAttribute("role", "alert");
  words.textContent = error.message;
  reveal();
  at("answer-count").textContent = "The query was not answered.";
  at("answer-downloads").replaceChildren();
  at("answer-body").replaceChildren(words);
}

function reveal() {
  at("query-answer").hidden = false;
  at("query-answer").scrollIntoView({ block: "nearest" });
}

function say(words) {
  at("query-said").textContent = words;
}

function busy(is) {
  at("query-stop").hidden = !is;
  at("query-answer").setAttribute("aria-busy", is);
  if (is) say("Asking …");
}

const address = (sparql) => `${location.pathname}?${new URLSearchParams({ query: sparql })}`;

/** The query stands in the address, so that going back and forth, and reloading, find it again. */
function remember(sparql) {
  const query = new URLSearchParams(location.search).get("query");
  if (query !== sparql) history.pushState(null, "", address(sparql));
}

async function share() {
  const link = new URL(address(editor.getValue()), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    say("Copied a link that opens this query.");
  } catch {
    say(link);
  }
}

function start() {
  for (const id of ["query-keys", "query-share", "query-save"]) at(id).hidden = false;
  at("query-plain").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  at("query-stop").addEventListener("click", () => running?.abort());
  at("query-share").addEventListener("click", share);
  window.addEventListener("popstate", () => location.reload());
  saved({ list: document.querySelector("#query-saved ul"), name: at("query-name"), keep: at("query-keep"), say }, editor);
  if (location.search) run();
}

start();
