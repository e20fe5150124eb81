"""The page of a body, a person, a report or an investigation."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.graph.links import Link
from kg.profile import STATUSES, Profile, Section, profile, ranked
from kg.types import Status
from kg.web.catalogue import catalogue_of
from kg.web.paging import page_of
from kg.web.render import html
from kg.web.statements import Statement, Writer
from kg.web.timeline import timeline

FIRST, FIRST_LINES, SIZE, LINES = (
    3,
    12,
    25,
    60,
)  # statements and lines of a page that has all, and of one that has one part
MOST_SHOWN = 36  # statements of the page that has all: each takes a look into the store


@dataclass(frozen=True, slots=True)
class Shown:
    """A section, as much of it as is shown."""

    section: Section
    statements: tuple[Statement, ...]

    @property
    def left(self) -> int:
        """How many statements are not shown."""
        return len(self.section.links) - len(self.statements)


def page(request: Request, iri: str) -> Response:
    """All of an entity in short; ?show= or ?status= gives one part in full: a section, the timeline, a status."""
    store = catalogue_of(request).store
    found = profile(store, iri)
    if "show" in request.query_params or "status" in request.query_params:
        return _part(request, found)
    write = Writer(catalogue_of(request))
    moments = timeline(found.links, write.catalogue.begun)
    return html(
        request,
        "entity.html",
        **_head(found, write),
        sections=_shortened(found, write),
        moments=[(moment, write.line(moment.link)) for moment in moments[:FIRST_LINES]],
        all_moments=len(moments),
    )


def _part(request: Request, found: Profile) -> Response:
    write = Writer(catalogue_of(request))
    asked = request.query_params
    if asked.get("show") == "timeline":
        shown = page_of(request, timeline(found.links, write.catalogue.begun), LINES)
        lines = [(moment, write.line(moment.link)) for moment in shown.items]
        return html(
            request,
            "entity_part.html",
            **_head(found, write),
            title="Timeline",
            shown=shown,
            moments=lines,
            statements=(),
        )
    title, links = _chosen(found, asked.get("show", ""), asked.get("status", ""))
    part = page_of(request, links, SIZE)
    statements = write.statements(part.items)
    return html(
        request, "entity_part.html", **_head(found, write), title=title, shown=part, moments=(), statements=statements
    )


def _chosen(found: Profile, key: str, word: str) -> tuple[str, tuple[Link, ...]]:
    """Heading and links of a section, of a status, or of both."""
    section = found.section(key) if key else Section("", "Everything said", ranked(found.links))
    status = next((one for one in Status if one.value.lower() == word.lower()), None)
    if section is None or (word and status is None):
        raise HTTPException(404, "Nothing is said here under that heading.")
    if status is None:
        return section.title, section.links
    return f"{section.title}: {status.value.lower()}", tuple(link for link in section.links if link.status is status)


def _head(found: Profile, write: Writer) -> dict[str, Any]:
    """What stands at the head of every part."""
    entity = found.entity
    statuses = Counter(link.status for link in found.links)
    labels = write.store.ontology
    return {
        "entity": entity,
        "named": write.named(entity.iri),
        "kind": labels.classes[entity.kind].label if entity.kind in labels.classes else "",
        "statuses": [(status.value.lower(), statuses[status]) for status in STATUSES if statuses[status]],
        "facts": [(_fact(predicate), text) for predicate, text in entity.details],
        "documents": len({document for link in found.links for document in link.documents}),
        "write": write,
    }


_FACTS = {"issued": "Issued", "startedAtTime": "Began", "endedAtTime": "Ended", "stage": "Stage"}


def _fact(predicate: str) -> str:
    name = predicate.replace("#", "/").rpartition("/")[2]
    return _FACTS.get(name, name)


def _shortened(found: Profile, write: Writer) -> list[Shown]:
    """The first of every section, more of each where there are few sections."""
    first = max(FIRST, MOST_SHOWN // max(1, len(found.sections)))
    shown = ((section, section.links[:first]) for section in found.sections)
    return [Shown(section, write.statements(links)) for section, links in shown]
