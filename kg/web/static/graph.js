"use strict";
// Fetches the picture the address asks for, and hands it to the script that reads drawings.
(() => {
  const form = document.getElementById("filter");
  // An address without what is empty or as it always is, so that it stays short enough to share.
  form.addEventListener("submit", () => {
    const usual = [...form.elements].filter((field) => field.name && (field.value === "" || field.value === field.dataset.default));
    for (const group of form.querySelectorAll("fieldset[data-default]")) {
      const ticked = [...group.querySelectorAll(":checked")].map((field) => field.value).sort().join(" ");
      if (ticked === group.dataset.default) usual.push(...group.querySelectorAll("input"));
    }
    usual.forEach((field) => { field.disabled = true; });
    setTimeout(() => usual.forEach((field) => { field.disabled = false; }));
  });
  const stage = document.getElementById("stage");
  if (!stage) return;
  // On a small screen the picture comes first, and what is shown can be opened.
  if (matchMedia("(max-width: 43.74rem)").matches) form.closest("details").open = false;

  const around = (iri) => `${stage.dataset.around}${stage.dataset.around.endsWith("?") ? "" : "&"}about=${encodeURIComponent(iri)}`;
  const host = {
    links: (thing) => thing.iri
      ? [["Its page", thing.path], ["Graph around it", around(thing.iri)]]
      : thing.claims.slice(0, 5).map((claim, i) => [thing.claims.length > 1 ? `Claim ${i + 1}` : "The claim", `/id/${claim}`]),
    async sentences(edge) {
      const answer = await fetch(`/graph/sentences?${edge.claims.map((claim) => `claim=${encodeURIComponent(claim)}`).join("&")}`);
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    },
  };
  function put(drawing) {
    const svg = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement;
    svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
    stage.replaceChildren(document.adoptNode(svg));
    const notes = drawing.notes.map((note) => Object.assign(document.createElement("p"), { textContent: note }));
    document.getElementById("notes").replaceChildren(...notes);
    if (drawing.nodes.length) readDrawing(drawing, host);
  }
  function fail(words) {
    stage.querySelector(".waiting").textContent = words;
  }
  fetch(stage.dataset.drawing, { headers: { Accept: "application/json" } })
    .then(async (answer) => {
      if (answer.ok) return put(await answer.json());
      const problem = await answer.json().catch(() => ({}));
      fail(problem.detail || "The picture could not be drawn.");
    })
    .catch(() => fail("The server cannot be reached."));
})();
