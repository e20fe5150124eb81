"""Made-up fields of oversight, as tangled as real ones: sectors under the same few, hubs, circles, people."""

from collections.abc import Iterator
from functools import cache
from random import Random

from kg.types import Status
from kg.views.diagram import Diagram, Edge, Node
from kg.vocab import OV, SKOS, data_path, read_turtle

Line = tuple[str, str, str, Status]
PLACES = ("Ashdale", "Brackmoor", "Carrow", "Dunmere", "Eastholm", "Farrow and Thorpe", "Glen Arden", "Hartsea")
STATE = (("legislature", "House of Representatives"), ("committee", "Public Accounts Committee"))
AUDITOR = ("inspectorate", "National Audit Office")
SECTORS = {  # whom a department answers for: its overseers, each with what it does, and the bodies overseen
    "Public Safety": (
        ("inspectorate", "Inspectorate of Constabulary and Fire & Rescue Services", "inspects"),
        ("complaints body", "Independent Office for Police Conduct", "investigates"),
        ("police force", "{} Police"),
    ),
    "Health": (
        ("regulator", "Care Quality Commission", "inspects"),
        ("complaints body", "Parliamentary and Health Service Ombudsman", "investigates"),
        ("health body", "{} Hospitals NHS Foundation Trust"),
    ),
    "the Environment": (
        ("regulator", "Water Services Regulation Authority", "oversees"),
        ("regulator", "Environment Agency", "sanctions"),
        ("company", "{} Water plc"),
    ),
    "Communities": (
        ("complaints body", "Local Government and Social Care Ombudsman", "investigates"),
        ("inspectorate", "Office for Standards in Education, Children's Services and Skills", "inspects"),
        ("local authority", "{} Metropolitan Borough Council"),
    ),
}
ODD = (Status.ALLEGED, Status.PROPOSED)


@cache
def field_of(size: int, seed: int = 1) -> Diagram:
    """A diagram of so many bodies. Most stand under the overseers of their sector, some under fewer or more;
    some have a commissioner of their own; some are alleged to have been looked into; a few watch back.
    """
    chance = Random(seed)
    nodes: dict[str, Node] = {}
    lines: set[Line] = set()
    top = [_add(nodes, kind, name) for kind, name in (*STATE, AUDITOR)]
    lines |= {(top[0], top[1], "oversees", Status.ASSERTED), (top[1], top[2], "oversees", Status.ASSERTED)}
    sectors = list(SECTORS)[: max(1, size // 35)]
    for sector in sectors:
        lines |= set(_heads(nodes, sector, top))
    while len(nodes) < size:
        lines |= set(_body(nodes, sectors[len(nodes) % len(sectors)], chance))
    return Diagram(
        f"A field of {size}",
        tuple(nodes[i] for i in sorted(nodes)),
        tuple(
            Edge(s, t, OV[p], status, (f"urn:claim:{i}",), documents=chance.choice((1, 1, 1, 1, 2, 3, 6)))
            for i, (s, t, p, status) in enumerate(sorted(lines))
        ),
        documents=40,
    )


def _heads(nodes: dict[str, Node], sector: str, top: list[str]) -> Iterator[Line]:
    department = _add(nodes, "government department", f"Department for {sector}")
    yield top[1], department, "oversees", Status.ASSERTED
    yield top[2], department, "inspects", Status.ASSERTED
    for kind, name, _ in SECTORS[sector][:2]:
        yield department, _add(nodes, kind, name), "oversees", Status.ASSERTED


def _body(nodes: dict[str, Node], sector: str, chance: Random) -> Iterator[Line]:
    (_, one, does), (_, other, also), (kind, form) = SECTORS[sector]
    body = _add(nodes, kind, form.format(f"{chance.choice(PLACES)} {len(nodes)}"))
    share = chance.random()
    if share < 0.9:
        yield _iri(one), body, does, Status.ASSERTED
    if share > 0.35:
        yield _iri(other), body, also, Status.ASSERTED if share < 0.9 else chance.choice(ODD)
    if share > 0.85:
        yield body, _add(nodes, "company", f"Contractor {len(nodes)} Ltd"), "oversees", Status.ASSERTED
    if share < 0.12:
        yield _add(nodes, None, f"Commissioner Jo Smith {len(nodes)}"), body, "oversees", Status.ASSERTED
    if chance.random() < 0.06:
        yield _iri(AUDITOR[1]), body, "inspects", Status.ASSERTED
    if chance.random() < 0.04:
        yield body, _iri(chance.choice((one, other))), "investigates", chance.choice(ODD)


def _add(nodes: dict[str, Node], kind: str | None, name: str) -> str:
    concept = None if kind is None else _concepts()[kind]
    nodes[_iri(name)] = Node(_iri(name), name, OV.Person if kind is None else OV.Organisation, concept)
    return _iri(name)


def _iri(name: str) -> str:
    return f"urn:{name.casefold().replace(' ', '-')}"


@cache
def _concepts() -> dict[str, str]:
    """Kinds of body, by label."""
    ontology = read_turtle(data_path("ontology", "oversight.ttl"))
    return {q.object.value: q.subject.value for q in ontology if q.predicate.value == SKOS.prefLabel}  # type: ignore[union-attr]
