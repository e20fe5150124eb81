"""The page of a document: its text, with its evidence marked and its names linked."""

import re
from collections import defaultdict
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from kg.graph.links import Link
from kg.vocab import OV
from kg.web.catalogue import Catalogue, Source, catalogue_of
from kg.web.marks import Mark, paragraphs
from kg.web.namelinks import name_marks
from kg.web.render import html
from kg.web.statements import Statement, Writer

_SPAN = re.compile(r"(\d{1,9}),(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the text and the claims it makes; ``number`` counts from one."""

    number: int
    anchor: str
    text: str
    said: tuple[Statement, ...]


def page(request: Request, source: Source) -> Response:
    """The document; ?at=START,END marks a stretch of its text."""
    catalogue = catalogue_of(request)
    write = Writer(catalogue)
    text = catalogue.text(source.id)
    spans = _spans(catalogue, source.id)
    names = _names(catalogue, source.id)
    people = [iri for iri in set(names.values()) if _is_person(catalogue, iri)]
    marks = [Mark(start, end, number) for number, (start, end) in enumerate(sorted(spans))]
    return html(
        request,
        "document.html",
        source=source,
        paragraphs=paragraphs(text, marks, name_marks(text, names, people), _sought(request, len(text))),
        passages=[_passage(mark, text, spans[mark.start, mark.end], write) for mark in marks],
        named=[write.named(iri) for iri in sorted(set(names.values()))],
        length=len(text),
    )


def _spans(catalogue: Catalogue, document: str) -> dict[tuple[int, int], list[Link]]:
    """The links that rest on each passage of a document."""
    found: dict[tuple[int, int], dict[str, Link]] = defaultdict(dict)
    for link in catalogue.links_in.get(document, ()):
        for one in catalogue.claim(link.claim).evidence:
            if one.document == document:
                found[one.start, one.end][link.claim] = link
    return {span: list(links.values()) for span, links in found.items()}


def _passage(mark: Mark, text: str, links: list[Link], write: Writer) -> Passage:
    anchor = f"char={mark.start},{mark.end}"
    return Passage(mark.number + 1, anchor, text[mark.start : mark.end], tuple(write.line(link) for link in links))


def _names(catalogue: Catalogue, document: str) -> dict[str, str]:
    """The names of those this document's claims are about, or that it quotes: those that nobody else bears."""
    links = catalogue.links_in.get(document, ())
    iris = {iri for link in links for iri in (link.subject, link.object, *link.speakers)}
    named = ((name, iri) for iri in sorted(iris) for name in catalogue.index.names(iri))
    return {name: iri for name, iri in named if catalogue.index.is_only(name)}


def _is_person(catalogue: Catalogue, iri: str) -> bool:
    return catalogue.store.ontology.is_a(catalogue.store.kinds.get(iri, ""), OV.Person)


def _sought(request: Request, length: int) -> tuple[int, int] | None:
    """The stretch that is asked for, if it lies in the text."""
    found = _SPAN.fullmatch(request.query_params.get("at", ""))
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return (start, end) if start < end <= length else None
