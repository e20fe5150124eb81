"""Nouns that speak of a report or an investigation, as spans of their own: ``doc.spans["events"]``.

Nouns for works that are reports only where they tell of someone, a film or a book, are in ``doc.spans["works"]``.

A span covers the noun with the words that single it out ("second progress review of services"),
and its label is the class the lexicon says the noun denotes.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.lexicon import Lexicon, lexicon_at
from kg.ner.inquiries import Inquiries
from kg.ner.mending import Mender
from kg.vocab import OV, load_ontology, local_name

EVENTS, WORKS = "events", "works"
PERSON, REPORT, INVESTIGATION, INQUIRY = (
    local_name(iri) for iri in (OV.Person, OV.Report, OV.Investigation, OV.Inquiry)
)
_LEFT = frozenset({"amod", "compound", "nmod", "nummod", "poss"})


class EventFinder:
    """Component that finds them."""

    def __init__(
        self, events: dict[tuple[str, ...], str], inquiries: Inquiries, mender: Mender, words: Lexicon
    ) -> None:
        self.inquiries = inquiries
        self.mender = mender
        works = words.evoking("Work", "noun") | words.evoking("Official", "noun")
        self.works = works - {" ".join(noun) for noun in events}
        self.routine = words.evoking("Routine")
        self.longest = max(len(words) for words in events)
        self.events = events
        self.heads = {words[-1] for words in events}

    def __call__(self, doc: Doc) -> Doc:
        self.mender.mend(doc)
        doc.spans[WORKS] = list(self._works(doc))
        found = [*self._find(doc), *self._named(doc)]
        doc.spans[EVENTS] = sorted(found, key=lambda span: (span.start, span.end))
        return doc

    def _named(self, doc: Doc) -> Iterator[Span]:
        """ "Operation Saltmarsh", and "the Okello Commission" of a text that names Justice Okello."""
        for start, end in self.inquiries.code_names(doc):
            yield Span(doc, start, end, label=INVESTIGATION)
        people = {span[-1].lower_ for span in doc.spans["names"] if span.label_ == PERSON}
        for start, end in self.inquiries.after_someone(doc, people):
            yield Span(doc, start, end, label=INQUIRY)

    def _works(self, doc: Doc) -> Iterator[Span]:
        """Films, books and the like, which may be reports on someone."""
        for token in doc:
            if token.lemma_.lower() in self.works and _heads_phrase(token, plural=False):
                yield Span(doc, _left_edge(token), token.i + 1, label=REPORT)

    def _find(self, doc: Doc) -> Iterator[Span]:
        for token in doc:
            if token.lemma_.lower() not in self.heads and token.lower_ not in self.heads:
                continue
            kind, first = self._kind(doc, token)
            if kind and _heads_phrase(token, plural=(token.lower_,) in self.events):
                start = min(_left_edge(token), _left_edge(doc[first]))
                yield Span(doc, start, token.i + 1, label=local_name(kind))

    def _kind(self, doc: Doc, token: Token) -> tuple[str | None, int]:
        """The class that the noun denotes with as many words before it as the lexicon has, and where they begin."""
        for n in range(min(self.longest, token.i + 1), 0, -1):
            before = tuple(t.lower_ for t in doc[token.i - n + 1 : token.i])
            for last in (token.lower_, token.lemma_.lower()):
                if " ".join((*before, last)) in self.routine:
                    return None, token.i
                if kind := self.events.get((*before, last)):
                    return kind, token.i - n + 1
        return None, token.i


def _heads_phrase(token: Token, *, plural: bool) -> bool:
    """A noun that is not a mere modifier of another ("inspection team", "audit committee").

    ``plural``: one that the lexicon has in the plural, for one act of several sittings: "hearings".
    """
    if token.is_sent_start and token.i + 1 < len(token.doc) and token.nbor().text == ":":
        return False  # "Report: agency ignored warnings"
    several = token.tag_ in ("NNS", "NNPS") and token.lemma_ != token.lower_
    if token.pos_ not in ("NOUN", "PROPN") or (several and not plural):
        return False  # "reports" in general are no one report
    if 0 < token.i < len(token.doc) - 1 and token.nbor(-1).text == "(" and token.nbor().text == ")":
        return False  # "Accountant General (Audit)"
    return not (
        token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    )


def _left_edge(token: Token) -> int:
    """Where the words that go with the noun begin, without determiner."""
    left = [
        t.left_edge.i
        for t in token.lefts
        if t.dep_ in _LEFT and t.ent_type_ not in ("DATE", "TIME") and not _pronominal(t)
    ]
    start = min(left, default=token.i)
    while start < token.i and token.doc[start].pos_ in ("DET", "PRON", "PUNCT", "SPACE", "PART"):
        start += 1
    return start


def _pronominal(word: Token) -> bool:
    """ "Its", and the "staff" of "her staff's inquiry": they single out nothing for who reads on."""
    return word.tag_ == "PRP$" or (word.dep_ == "poss" and any(t.tag_ == "PRP$" for t in word.lefts))


@Language.factory(
    "kg_events", assigns=["doc.spans", "token.tag", "token.dep"], requires=["doc.spans", "token.dep", "token.lemma"]
)
def make_events(nlp: Language, name: str, lexicon: str | None = None, ontology: str | None = None) -> EventFinder:  # noqa: ARG001 - the factory's signature
    words = lexicon_at(lexicon, ontology)
    outcomes = words.evoking("Outcome")  # of an event spoken of elsewhere, as a rule
    events = {noun: kind for noun, kind in words.events(load_ontology()).items() if " ".join(noun) not in outcomes}
    mender = Mender(events, words)
    return EventFinder(events, Inquiries(words, events), mender, words)
