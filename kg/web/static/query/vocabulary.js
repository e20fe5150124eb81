// What the editor completes from: the terms of this store's ontology, and of nothing outside this server.

/** Give Yasqe completers that read our vocabulary, in place of its own, which ask a service on the web. */
export function teach(Yasqe, vocabulary) {
  for (const kind of ["property", "class"]) {
    Object.assign(Yasqe.Autocompleters[kind], {
      autoShow: true,
      get: async (_editor, token) => matches(await vocabulary, kind, token).map((term) => term.iri),
      postprocessHints: (editor, hints) => hints, // replaced below, once the vocabulary is there
    });
  }
  Object.assign(Yasqe.Autocompleters.prefixes, {
    persistenceId: undefined, // it would keep them for a month, and the ontology may change
    get: async () => Object.entries((await vocabulary).prefixes).map(([name, iri]) => `${name}: <${iri}>`),
  });
  vocabulary.then((known) => {
    for (const kind of ["property", "class"]) {
      Yasqe.Autocompleters[kind].postProcessSuggestion = (_editor, _token, iri) => shorten(known.prefixes, iri);
      Yasqe.Autocompleters[kind].postprocessHints = (_editor, hints) => hints.map((hint) => described(known, hint));
    }
  });
}

/** Terms whose IRI or short name begins with what was typed, then those with a word that does. */
function matches(vocabulary, kind, token) {
  const typed = token.string.replace(/^</, "").toLowerCase();
  const word = typed.slice(typed.indexOf(":") + 1);
  const wanted = vocabulary.terms.filter((term) => term.kind === kind);
  const begins = ({ iri }) => [iri, shorten(vocabulary.prefixes, iri)].some((text) => text.toLowerCase().startsWith(typed));
  const contains = ({ label }) => word && label.toLowerCase().split(/\W+/).some((one) => one.startsWith(word));
  const first = wanted.filter(begins);
  return [...first, ...wanted.filter((term) => !first.includes(term) && contains(term))];
}

/** An IRI with the longest prefix that fits. */
export function shorten(prefixes, iri) {
  const fits = Object.entries(prefixes).filter(([, base]) => iri.startsWith(base));
  fits.sort(([, one], [, other]) => other.length - one.length);
  return fits.length ? fits[0][0] + ":" + iri.slice(fits[0][1].length) : iri;
}

/** A hint that shows what the term means, and declares its prefix when it is taken. */
function described({ prefixes, terms }, hint) {
  const term = terms.find(({ iri }) => shorten(prefixes, iri) === hint.text);
  const prefix = hint.text.split(":")[0];
  return {
    ...hint,
    render: (row) => {
      const name = document.createElement("strong");
      name.textContent = hint.text;
      row.append(name, " ", term.definition || term.label);
    },
    hint: (editor, data) => {
      editor.replaceRange(hint.text, hint.from ?? data.from, hint.to ?? data.to, "complete");
      if (prefixes[prefix]) declare(editor, prefix, prefixes[prefix]);
    },
  };
}

function declare(editor, prefix, iri) {
  if (!(prefix in editor.getPrefixesFromQuery())) editor.addPrefixes({ [prefix]: iri });
}
