// Queries a reader keeps, in this browser only.
const KEY = "oversight.queries";

/** Show the saved queries in a list, and keep another when asked. */
export function saved({ list, name, keep, say }, editor) {
  const draw = () => {
    list.parentElement.hidden = read().length === 0;
    list.replaceChildren(...read().map((query) => item(query, editor, draw)));
  };
  const save = () => {
    const title = name.value.trim();
    if (!title) return say("Give the query a name first.");
    write([...read().filter((query) => query.name !== title), { name: title, sparql: editor.getValue() }]);
    name.value = "";
    draw();
    say(`Saved as “${title}” in this browser.`);
  };
  keep.addEventListener("click", save);
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it would run the query
    save();
  });
  draw();
}

function item(query, editor, draw) {
  const open = button(query.name, () => {
    editor.setValue(query.sparql);
    editor.focus();
  });
  const remove = button("Delete", () => {
    write(read().filter(({ name }) => name !== query.name));
    draw();
  });
  remove.setAttribute("aria-label", `Delete “${query.name}”`);
  const element = document.createElement("li");
  element.append(open, " ", remove);
  return element;
}

function button(text, onclick) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  element.addEventListener("click", onclick);
  return element;
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return []; // no storage, or not ours
  }
}

function write(queries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries.sort((a, b) => a.name.localeCompare(b.name))));
  } catch {
    // a browser that keeps nothing shows them until the page is left
  }
}
