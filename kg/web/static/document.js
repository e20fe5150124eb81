"use strict";
// A marked sentence opens its claims in the margin; a place asked for by #char=START,END is shown.
(() => {
  const marks = [...document.querySelectorAll("mark[data-passages]")];
  const items = new Map([...document.querySelectorAll("[data-passage]")].map((item) => [item.dataset.passage, item]));
  const parts = (mark) => mark.dataset.passages.split(" ");

  function choose(numbers, scroll) {
    marks.forEach((mark) => mark.classList.toggle("chosen", parts(mark).some((n) => numbers.includes(n))));
    items.forEach((item, n) => item.classList.toggle("chosen", numbers.includes(n)));
    const first = items.get(numbers[0]);
    if (first && scroll) first.scrollIntoView({ block: "nearest" });
  }
  marks.forEach((mark) => mark.addEventListener("click", (event) => {
    if (!event.target.closest("a")) choose(parts(mark), true);
  }));
  document.querySelectorAll(".note-link").forEach((link) => link.addEventListener("click", () => {
    choose([String(Number(link.textContent) - 1)], false);
  }));
  items.forEach((item, n) => item.querySelector(".back").addEventListener("click", () => choose([n], false)));

  function follow() {
    const place = /^#char=(\d+),(\d+)$/.exec(decodeURIComponent(location.hash));
    if (!place) return;
    const anchor = document.getElementById(location.hash.slice(1));
    if (!anchor) location.replace(`?at=${place[1]},${place[2]}#at`); // no passage: the server marks it
    else {
      const mark = anchor.nextElementSibling;
      anchor.scrollIntoView({ block: "center" });
      if (mark && mark.dataset.passages) choose(parts(mark).filter((n) => items.get(n).querySelector(".back").hash === location.hash), false);
    }
  }
  window.addEventListener("hashchange", follow);
  follow();
  const asked = document.querySelector("mark.sought[data-passages]");
  if (asked) choose(parts(asked), true);
})();
