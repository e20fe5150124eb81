// An answer as a table, a yes or no, or Turtle. Whatever the graph holds is put in as text, never as HTML.
import { shorten } from "./vocabulary.js";

const AT_ONCE = 500; // rows

/** Show the answer in the element; returns what to say of it. */
export function show(element, answer, vocabulary) {
  if (answer.type.includes("json")) return showResults(element, JSON.parse(answer.text), vocabulary);
  const lines = make("pre", { textContent: answer.text, tabIndex: 0 });
  element.replaceChildren(lines);
  return `${count(answer.text.split("\n").length, "line")} of Turtle`;
}

function showResults(element, { head, results, boolean }, vocabulary) {
  if (boolean !== undefined) {
    element.replaceChildren(make("p", { className: "answer-boolean", textContent: boolean ? "Yes" : "No" }));
    return "A yes or no";
  }
  if (results.bindings.length === 0) {
    const nothing = "Nothing in this graph fits. That no source here says so does not mean that it is not so.";
    element.replaceChildren(make("p", { textContent: nothing }));
    return "No rows";
  }
  element.replaceChildren(table(head.vars, results.bindings, vocabulary));
  return count(results.bindings.length, "row");
}

function table(variables, rows, vocabulary) {
  const body = make("tbody");
  const header = make("tr");
  header.append(...variables.map((name) => make("th", { scope: "col", textContent: name })));
  const top = make("thead");
  top.append(header);
  const whole = make("table");
  whole.append(top, body);
  const frame = make("div", { className: "answer-scroll", tabIndex: 0 });
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-labelledby", "answer-title");
  frame.append(whole);
  const outer = make("div");
  outer.append(frame);
  fill(outer, body, variables, rows, vocabulary);
  return outer;
}

/** The first rows, and a button for more. */
function fill(outer, body, variables, rows, vocabulary) {
  body.append(...rows.slice(0, AT_ONCE).map((row) => line(variables, row, vocabulary)));
  const rest = rows.slice(AT_ONCE);
  if (!rest.length) return;
  const more = make("button", { type: "button", textContent: `Show more of the ${count(rest.length, "row")} left` });
  more.addEventListener("click", () => {
    more.remove();
    fill(outer, body, variables, rest, vocabulary);
  });
  outer.append(more);
}

function line(variables, row, vocabulary) {
  const element = make("tr");
  element.append(...variables.map((name) => cell(row[name], vocabulary)));
  return element;
}

function cell(term, vocabulary) {
  const element = make("td");
  if (term) element.append(term.type === "uri" ? named(term.value, vocabulary) : literal(term));
  return element;
}

/** A thing of this graph links to its page here; any other IRI is only shown. */
function named(iri, { prefixes }) {
  const text = shorten(prefixes, iri);
  if (!iri.startsWith(prefixes.id)) return make("span", { className: "answer-iri", textContent: text, title: iri });
  return make("a", { href: "/id/" + iri.slice(prefixes.id.length), textContent: text, title: iri });
}

function literal(term) {
  const text = make("bdi", { textContent: term.value });
  if (term["xml:lang"]) text.lang = term["xml:lang"];
  return text;
}

const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

export const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
