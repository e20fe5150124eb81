"""What the words of a date mean: from "two weeks ago" to the earliest and the latest day, or nothing.

A result is as exact as the words and no more: "last year" is a year. Relative words need the date of
publication, "the same day" the date last named; without it, and for words that are no date
("daily", "a decade"), the answer is None. ``kg.ner.dates_rules`` has the rules.
"""

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.ner.calendar import from_iso, words
from kg.ner.dates_points import Context, DateRange, Tense
from kg.ner.dates_rules import read_date, read_within

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DateRange", "Tense", "normalise"]

_LONGEST = 100  # a longer text is not one date; the bound also caps the work of the patterns


def normalise(
    phrase: str,
    *,
    published: str | None,
    previous: str | None = None,
    tense: Tense = "past",
    day_first: bool = False,
) -> DateRange | None:
    """Read the words of a date against the date of publication.

    ``previous`` is the date last named (for "the same day"), ``tense`` where a bare "in May" looks,
    ``day_first`` whether 05/06/2019 is in June; unless it is set, such a date is not read.

    >>> normalise("two weeks ago", published="2014-09-16").earliest
    '2014-09-01'
    """
    if len(phrase) > _LONGEST:
        return None
    context = Context(from_iso(published), from_iso(previous), tense, day_first, read_within)
    return read_date(phrase, context)


@Language.factory("kg_dates", requires=["doc.ents"], assigns=["span._.kg_date"])
def make_dates(
    nlp: Language,  # noqa: ARG001 - of the factory's signature, as are the others
    name: str,  # noqa: ARG001
    lexicon: str | None = None,  # noqa: ARG001
    ontology: str | None = None,  # noqa: ARG001
) -> "Callable[[Doc], Doc]":
    """Component that puts a ``DateRange`` or None in ``span._.kg_date`` of each DATE entity.

    The date of publication is read from ``doc._.kg_published``.
    """
    if not Doc.has_extension("kg_published"):
        Doc.set_extension("kg_published", default=None)
    if not Span.has_extension("kg_date"):
        Span.set_extension("kg_date", default=None)
    return set_dates


def set_dates(doc: Doc) -> Doc:
    """Normalise the DATE entities of a doc in reading order, each "the same day" against the one before."""
    previous: str | None = None
    named = {i for name in doc.spans.get("names", ()) for i in range(name.start, name.end)}  # "Theresa May"
    for ent in doc.ents:
        if ent.label_ != "DATE" or ent.start in named:
            continue
        found = normalise(_phrase(ent), published=doc._.kg_published, previous=previous, tense=_tense(ent))
        ent._.kg_date = found
        if found and found.earliest == found.latest:
            previous = found.earliest
    return doc


def _phrase(ent: Span) -> str:
    """The entity's words, with a "since" or "until" that the model leaves outside."""
    if ent.start == 0:
        return ent.text
    before = ent.doc[ent.start - 1]
    bounds = words().by_type["OpenWord"]
    return f"{before.lower_} {ent.text}" if before.lower_ in bounds else ent.text


def _tense(ent: Span) -> Tense:
    """Future when an auxiliary such as "will" goes with a verb the date hangs on."""
    future = words().by_type["FutureAuxiliary"]
    for verb in ent.root.ancestors:
        if any(child.lower_ in future and child.dep_ == "aux" for child in verb.lefts):
            return "future"
    return "past"
