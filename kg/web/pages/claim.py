"""The page of a claim: all its sentences side by side, and what is said against or beside it."""

from starlette.requests import Request
from starlette.responses import Response

from kg.graph.links import Link
from kg.profile import ranked
from kg.web.catalogue import catalogue_of
from kg.web.render import html
from kg.web.statements import Writer

MOST_BESIDE, MOST_QUOTES = 20, 60


def page(request: Request, link: Link) -> Response:
    """The claim of a link."""
    write = Writer(catalogue_of(request))
    others = [one for one in write.store.links_at(link.subject) if _same_ends(one, link) and one.claim != link.claim]
    against = [one for one in others if _otherwise(one, link)]
    beside = [one for one in others if one not in against]
    return html(
        request,
        "claim.html",
        link=link,
        definition=write.store.ontology.relation(link.predicate).definition,
        said=write.in_full(link),
        against=write.statements(ranked(against)[:MOST_BESIDE]),
        beside=write.statements(ranked(beside)[:MOST_BESIDE]),
        most_quotes=MOST_QUOTES,
    )


def _same_ends(one: Link, other: Link) -> bool:
    return {one.subject, one.object} == {other.subject, other.object}


def _otherwise(one: Link, other: Link) -> bool:
    """Whether it says the same of the same, with another status."""
    same = (one.subject, one.predicate, one.object) == (other.subject, other.predicate, other.object)
    return same and one.status is not other.status
