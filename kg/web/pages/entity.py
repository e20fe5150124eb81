"""The page of a body, a person, a report or an investigation."""

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.graph.links import Link
from kg.profile import Profile, Section, ranked
from kg.types import Status
from kg.web.catalogue import Dossier, catalogue_of
from kg.web.paging import page_of
from kg.web.render import html
from kg.web.statements import Statement, Writer

FIRST, MOST_FIRST = 3, 30  # statements of a section, and of all together, on the page that has all
FIRST_LINES = 12  # of the timeline there
SIZE, LINES = 25, 60  # statements, and lines of the timeline, of a page that has one part


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
    catalogue = catalogue_of(request)
    found, write = catalogue.dossier(iri), Writer(catalogue)
    if "show" in request.query_params or "status" in request.query_params:
        return _part(request, found, write)
    return html(
        request,
        "entity.html",
        **_head(found, write),
        sections=_shortened(found.profile, write),
        moments=[(moment, write.line(moment.link)) for moment in found.timeline[:FIRST_LINES]],
        all_moments=len(found.timeline),
    )


def _part(request: Request, found: Dossier, write: Writer) -> Response:
    asked = request.query_params
    if asked.get("show") == "timeline":
        moments = page_of(request, found.timeline, LINES)
        lines = [(moment, write.line(moment.link)) for moment in moments.items]
        return html(request, "entity_part.html", **_head(found, write), title="Timeline", shown=moments, moments=lines)
    title, links = _chosen(found.profile, asked.get("show", ""), asked.get("status", ""))
    part = page_of(request, links, SIZE)
    statements = write.statements(part.items)
    return html(request, "entity_part.html", **_head(found, write), title=title, shown=part, statements=statements)


def _chosen(found: Profile, key: str, word: str) -> tuple[str, tuple[Link, ...]]:
    """Heading and links of a section, of a status, or of both."""
    section = found.section(key) if key else Section("", "Everything said", found.links)
    status = next((one for one in Status if one.value.lower() == word.lower()), None)
    if section is None or (word and status is None):
        raise HTTPException(404, "Nothing is said here under that heading.")
    links = section.links if key else ranked(section.links)
    if status is None:
        return section.title, links
    return f"{section.title}: {status.value.lower()}", tuple(link for link in links if link.status is status)


def _head(found: Dossier, write: Writer) -> dict[str, Any]:
    """What stands at the head of every part."""
    entity, classes = found.profile.entity, write.store.ontology.classes
    return {
        "entity": entity,
        "named": write.named(entity.iri),
        "kind": classes[entity.kind].label if entity.kind in classes else "",
        "statuses": [(status.value.lower(), number) for status, number in found.statuses.items()],
        "facts": [(_fact(predicate), text) for predicate, text in entity.details],
        "documents": found.documents,
    }


_FACTS = {"issued": "Issued", "startedAtTime": "Began", "endedAtTime": "Ended", "stage": "Stage"}


def _fact(predicate: str) -> str:
    name = predicate.replace("#", "/").rpartition("/")[2]
    return _FACTS.get(name, name)


def _shortened(found: Profile, write: Writer) -> list[Shown]:
    """The first of every section, more of each where there are few sections."""
    first = max(FIRST, MOST_FIRST // max(1, len(found.sections)))
    return [Shown(section, write.statements(section.links[:first])) for section in found.sections]
