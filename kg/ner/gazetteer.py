"""Bodies the gazetteer lists, found in a Doc by their names and acronyms."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from kg.gazetteer import Gazetteer
from kg.snapshot import source_of


class BodyMatcher:
    """Whole names in any case that has a capital, acronyms as they are written."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language) -> None:
        self.names = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.acronyms = PhraseMatcher(nlp.vocab, attr="ORTH")
        for body in gazetteer.bodies:
            for form in (body.name, *body.aliases):
                target = self.acronyms if " " not in form else self.names
                target.add(body.iri, [nlp.make_doc(form)])

    def find(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Token offsets of listed bodies, longest first where they overlap."""
        doc = source_of(doc)
        spans = self.names(doc, as_spans=True) + self.acronyms(doc, as_spans=True)
        for span in filter_spans(spans):
            if span[0].text[:1].isupper() or span[-1].text[:1].isupper():
                yield span.start, span.end
