"""Reading a short text into its cast, for the tests of this folder."""

from functools import cache

from spacy.language import Language

from kg.coref import Cast, CastReader
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.ner import annotate
from kg.types import Document
from kg.vocab import load_ontology


@cache
def reader() -> CastReader:
    return CastReader(load_lexicon(), load_ontology(), load_gazetteer())


def read(nlp: Language, text: str) -> Cast:
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    return reader().read(doc)


def meant(cast: Cast, word: str) -> str | None:
    """The name of what the last token with these letters speaks of; None where it is left open."""
    token = [t for t in cast.doc if t.text == word][-1]
    thing = cast.at.get(token.i)
    return thing.name if thing is not None else None
