"use strict";
// Names while one types: an input of data-suggest offers them; "go" opens the page, "fill" fills the form.
(() => {
  const WAIT = 120; // milliseconds after the last key
  let lists = 0;

  function equip(input) {
    const list = document.createElement("ul");
    list.id = `suggestions-${++lists}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    const said = document.createElement("p");
    said.className = "unseen";
    said.setAttribute("role", "status");
    input.after(list, said);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);
    let offered = [], chosen = -1, timer = 0, asked = 0;

    function close() {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function choose(next) {
      chosen = (next + offered.length + 1) % (offered.length + 1) === offered.length ? -1 : (next + offered.length) % offered.length;
      [...list.children].forEach((item, i) => {
        item.setAttribute("aria-selected", String(i === chosen));
        if (i === chosen) item.scrollIntoView({ block: "nearest" });
      });
      if (chosen < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[chosen].id);
    }
    function take(one) {
      close();
      if (input.dataset.suggest === "go") location.assign(one.path);
      else {
        input.value = one.value;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    function item(one, i) {
      const whole = document.createElement("li"), name = document.createElement("bdi"), kind = document.createElement("span");
      whole.id = `${list.id}-${i}`;
      whole.setAttribute("role", "option");
      whole.setAttribute("aria-selected", "false");
      name.textContent = one.name;
      kind.className = "kind";
      kind.textContent = one.found ? `${one.kind}, also called ${one.found}` : one.kind;
      whole.append(name, kind);
      whole.addEventListener("mousedown", (event) => { event.preventDefault(); take(one); });
      return whole;
    }
    function show(found) {
      offered = found;
      chosen = -1;
      list.replaceChildren(...found.map(item));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
      said.textContent = found.length ? `${found.length} suggestion${found.length === 1 ? "" : "s"}` : "";
    }
    async function ask() {
      const mine = ++asked, text = input.value.trim();
      if (text.length < 2) return show([]);
      try {
        const answer = await fetch(`/suggest?q=${encodeURIComponent(text)}`);
        if (mine === asked && answer.ok && document.activeElement === input) show(await answer.json());
      } catch { close(); } // no server: the form still works
    }
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
      if (event.key === "ArrowDown" && list.hidden) { ask(); return; }
      if (list.hidden || !offered.length) return;
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? offered.length - 1 : chosen - 1);
      else if (event.key === "Enter" && chosen >= 0) take(offered[chosen]);
      else return;
      event.preventDefault();
    });
  }
  document.querySelectorAll("input[data-suggest]").forEach(equip);
})();
