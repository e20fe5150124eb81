"use strict";
// Reading a drawing: move it, find a name in it, open the sentences behind a line. Text is only ever text.
// "host" is for a page that has more than the drawing: host.sentences(edge) promises sentences that are not in
// the data, host.links(thing) gives addresses to go on to, as [words, address].
function readDrawing(data, host = {}) {
  const byId = (id) => document.getElementById(id);
  const stage = byId("stage"), svg = stage.querySelector("svg"), drawer = byId("drawer");
  const edges = [...svg.querySelectorAll(".edge")], nodes = [...svg.querySelectorAll(".node")];
  const offset = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(svg.querySelector(".drawing").getAttribute("transform"));
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let view = whole.slice();
  let opener = null;

  const make = (tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const phrase = (edge) => `${data.nodes[edge.source].name} ${edge.label} ${data.nodes[edge.target].name}`;
  const count = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

  // --- Where one looks: "view" is a part of the drawing. It is a transform of the whole, which is never laid out
  // or painted anew while it moves; "will-change" keeps it so, and goes when the hand rests, for sharp letters.
  const top = (svg.getAttribute("preserveAspectRatio") || "").includes("YMin");
  let rest = 0;
  function fit([x, y, w, h]) {
    const box = stage.getBoundingClientRect();
    const scale = Math.min(box.width / w, box.height / h) || 1;
    return { scale, x: (box.width - w * scale) / 2 - x * scale, y: (top ? 0 : (box.height - h * scale) / 2) - y * scale };
  }
  function place() {
    const from = fit(whole), to = fit(view), k = to.scale / from.scale;
    svg.style.transform = `matrix(${k}, 0, 0, ${k}, ${to.x - k * from.x}, ${to.y - k * from.y})`;
  }
  function show(next) {
    const widest = whole[2] * 2, least = Math.min(120, whole[2]);
    const scale = Math.min(Math.max(next[2], least), widest) / next[2];
    view = [next[0], next[1], next[2] * scale, next[3] * scale];
    svg.style.willChange = "transform";
    clearTimeout(rest);
    rest = setTimeout(() => { svg.style.willChange = ""; }, 200);
    place();
  }
  function zoom(factor, at) {
    const [x, y] = at || [view[0] + view[2] / 2, view[1] + view[3] / 2];
    show([x - (x - view[0]) * factor, y - (y - view[1]) * factor, view[2] * factor, view[3] * factor]);
  }
  function move(dx, dy) {
    const { scale } = fit(view);
    show([view[0] + dx / scale, view[1] + dy / scale, view[2], view[3]]);
  }
  function pointAt(event) {
    const box = stage.getBoundingClientRect(), { scale, x, y } = fit(view);
    return [(event.clientX - box.left - x) / scale, (event.clientY - box.top - y) / scale];
  }
  function centre(node) {
    const box = stage.getBoundingClientRect();
    const w = Math.min(view[2], box.width), h = (w * box.height) / (box.width || 1);
    show([Number(offset[1]) + node.x - w / 2, Number(offset[2]) + node.y - h / 2, w, h]);
  }
  function begin() {
    // A drawing much larger than the window begins at reading size, at its top.
    const box = stage.getBoundingClientRect();
    if (Math.max(whole[2] / box.width, whole[3] / box.height) < 2.2) return;
    show([(whole[2] - box.width) / 2, 0, box.width, box.height]);
    if (data.focus >= 0) centre(data.nodes[data.focus]);
  }

  // --- What one reads
  function open(chosen, heading, about) {
    svg.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    chosen.classList.add("chosen");
    opener = chosen;
    byId("heading").textContent = heading;
    byId("about").textContent = about;
    byId("evidence").replaceChildren();
    drawer.hidden = false;
    drawer.scrollTop = 0;
    byId("heading").focus({ preventScroll: true });
  }
  function openEdge(i) {
    const edge = data.edges[i];
    const size = edge.sentences ? edge.sentences.length : edge.evidence;
    open(edges[i], phrase(edge), `${edge.status}, ${count(size, "sentence")}`);
    onward(edge);
    if (edge.sentences) byId("evidence").append(...edge.sentences.map(figure));
    else later(host.sentences(edge));
    const others = [...data.edges.keys()].filter((e) => e !== i && edge.stack !== null && data.edges[e].stack === edge.stack);
    if (others.length) byId("evidence").append(make("h3", "On the same line"), list(others));
  }
  function onward(thing) {
    const ways = host.links ? host.links(thing) : [];
    if (ways.length) byId("evidence").append(Object.assign(make("p"), { className: "ways" }));
    for (const [text, address] of ways) {
      byId("evidence").querySelector(".ways").append(Object.assign(make("a", text), { href: address }), " ");
    }
  }
  function later(promise) {
    const place = make("div", "One moment.");
    byId("evidence").append(place);
    promise.then((sentences) => place.replaceChildren(...sentences.map(figure)))
      .catch(() => { place.textContent = "The sentences could not be read; try again."; });
  }
  function figure(sentence) {
    const quote = make("blockquote", sentence.text);
    quote.dir = "auto";
    const facts = [sentence.title, sentence.date || "undated"];
    if (sentence.speaker) facts.push(`said by ${sentence.speaker}`);
    facts.push(`confidence ${sentence.confidence.toFixed(2)}`, sentence.from);
    const caption = make("figcaption");
    caption.append(...facts.map((fact) => Object.assign(make("div", fact), { dir: "auto" })));
    if (sentence.href) caption.append(Object.assign(make("a", "Read it in its document"), { href: sentence.href }));
    const whole = make("figure");
    whole.append(quote, caption);
    return whole;
  }
  function openNode(i) {
    const mine = [...data.edges.keys()].filter((e) => data.edges[e].source === i || data.edges[e].target === i);
    open(nodes[i], data.nodes[i].name, `${data.nodes[i].kind}, ${count(mine.length, "line")}`);
    onward(data.nodes[i]);
    byId("evidence").append(list(mine));
  }
  function list(numbers) {
    const whole = make("ul");
    for (const number of numbers) {
      const button = make("button", phrase(data.edges[number])), item = make("li");
      button.type = "button";
      button.addEventListener("click", () => openEdge(number));
      item.append(button);
      whole.append(item);
    }
    return whole;
  }
  function close() {
    drawer.hidden = true;
    svg.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  }

  // --- Finding a name
  function search(text) {
    const sought = text.trim().toLocaleLowerCase();
    const found = data.nodes.map((node) => !sought || node.name.toLocaleLowerCase().includes(sought));
    nodes.forEach((node, i) => node.classList.toggle("aside", !found[i]));
    edges.forEach((edge, i) => {
      edge.classList.toggle("aside", !found[data.edges[i].source] && !found[data.edges[i].target]);
    });
    byId("said").textContent = sought ? `${count(found.filter(Boolean).length, "name")} found` : "";
    return sought ? found.indexOf(true) : -1;
  }

  // --- Wiring
  function ready(element, label, act) {
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", label);
    element.addEventListener("click", () => { if (!dragged) act(); });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
  }
  svg.setAttribute("role", "group");
  edges.forEach((element, i) => {
    const hit = element.querySelector(".line").cloneNode();
    hit.setAttribute("class", "hit");
    element.append(hit);
    const edge = data.edges[i];
    ready(element, `${phrase(edge)}: ${edge.status}`, () => openEdge(i));
  });
  nodes.forEach((element, i) => ready(element, `${data.nodes[i].name}, ${data.nodes[i].kind}`, () => openNode(i)));
  byId("names").append(...data.nodes.map((node) => Object.assign(make("option"), { value: node.name })));

  byId("search").addEventListener("input", (event) => search(event.target.value));
  byId("search").addEventListener("keydown", (event) => {
    const at = event.key === "Enter" ? search(event.target.value) : -1;
    if (at < 0) return;
    centre(data.nodes[at]);
    openNode(at);
  });
  byId("in").addEventListener("click", () => zoom(1 / 1.4));
  byId("out").addEventListener("click", () => zoom(1.4));
  byId("fit").addEventListener("click", () => show(whole.slice()));
  byId("close").addEventListener("click", close);

  const pointers = new Map();
  let dragged = false;
  stage.addEventListener("pointerdown", (event) => {
    if (!pointers.size) dragged = false;
    pointers.set(event.pointerId, event);
  });
  window.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const other = [...pointers.values()].find((one) => one.pointerId !== event.pointerId);
    if (other) {
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      zoom(apart(before) / apart(event), pointAt(other));
    } else if (dragged || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 4) {
      move(before.clientX - event.clientX, before.clientY - event.clientY);
    } else {
      return; // a click that trembles is still a click
    }
    dragged = true;
    pointers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 300), pointAt(event));
  }, { passive: false });
  stage.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[event.key];
    if (step) move(...step);
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.4);
    else if (event.key === "-") zoom(1.4);
    else if (event.key === "0") show(whole.slice());
    else return;
    event.preventDefault();
  });
  window.addEventListener("keydown", (event) => { if (event.key === "Escape" && !drawer.hidden) close(); });
  // A thing reached by Tab outside the window is brought into it.
  svg.addEventListener("focusin", (event) => {
    const box = event.target.getBoundingClientRect(), room = stage.getBoundingClientRect();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    stage.scrollTo(0, 0);
    if (x < room.left || x > room.right || y < room.top || y > room.bottom) {
      move(x - (room.left + room.width / 2), y - (room.top + room.height / 2));
    }
  });
  svg.style.transformOrigin = "0 0";
  new ResizeObserver(place).observe(stage);
  begin();
}
{
  const data = document.getElementById("data"); // a page that holds all it shows
  if (data) readDrawing(JSON.parse(data.textContent));
}
