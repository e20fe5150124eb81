"""How things are drawn: labels, colours and dashes, read from the ontology's annotations.

A relation or class without them gets a colour of its own from a fixed circle of hues, by its place in
sorted order, so the same term looks the same in every picture.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.types import Status
from kg.vocab import OV, RDF, RDFS, SKOS, data_path, load_ontology, local_name, read_turtle

SOLID = "none"
GOLDEN_ANGLE = 137.508  # successive hues this far apart stay far apart, however many there are

# An unbroken line says that a source states it as a fact; every other status breaks the line.
STATUS_DASH = {Status.ASSERTED: SOLID, Status.ALLEGED: "7 5", Status.PROPOSED: "2 4", Status.DENIED: "1 6"}


@dataclass(frozen=True, slots=True)
class Look:
    """How one term is drawn. What kind of relation a line is, its words say and its colour; dashes tell the status."""

    label: str
    colour: str
    order: int = 0

    @property
    def ink(self) -> str:
        """The colour, as dark as words on white paper must be."""
        return legible(self.colour)


@dataclass(frozen=True, slots=True)
class Scheme:
    """The looks of relations, of classes of node, and of kinds of body."""

    relations: dict[str, Look]
    classes: dict[str, Look]
    kinds: dict[str, Look]
    people: frozenset[str]  # classes drawn with round ends

    def relation(self, iri: str) -> Look:
        return self.relations.get(iri) or Look(local_name(iri), "#444444", order=10_000)

    def node(self, kind: str, classification: str | None) -> Look:
        """The look of a kind of body where it is known, else of the class."""
        return self.kinds.get(classification or "") or self.classes.get(kind) or Look(local_name(kind), "#eeeeee")


@cache
def load_scheme(path: Path | None = None) -> Scheme:
    """The scheme an ontology file gives; by default the one of this package."""
    ontology = load_ontology(path)
    notes = _annotations(path or data_path("ontology", "oversight.ttl"))
    concepts = sorted(iri for iri, note in notes.items() if SKOS.Concept in note[RDF.type])
    return Scheme(
        relations=_looks(ontology.relations, notes, saturation=55, lightness=36),
        classes=_looks(ontology.classes, notes, saturation=30, lightness=94),
        kinds=_looks(concepts, notes, saturation=58, lightness=91),
        people=frozenset(c for c in ontology.classes if ontology.is_a(c, OV.Person)),
    )


CONTRAST = 4.5  # https://www.w3.org/TR/WCAG22/#contrast-minimum


@cache
def legible(colour: str) -> str:
    """A colour darkened until words of it can be read on white."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    while contrast(_hex(channels), "#ffffff") < CONTRAST:
        channels = [int(c * 0.96) for c in channels]
    return _hex(channels)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _hex(channels: Iterable[int]) -> str:
    return "#" + "".join(f"{c:02x}" for c in channels)


Notes = dict[str, dict[str, list[str]]]


def _annotations(path: Path) -> Notes:
    notes: Notes = defaultdict(lambda: defaultdict(list))
    for quad in read_turtle(path):
        subject, value = getattr(quad.subject, "value", ""), getattr(quad.object, "value", "")
        notes[subject][quad.predicate.value].append(value)
    return notes


def _looks(terms: Iterable[str], notes: Notes, *, saturation: int, lightness: int) -> dict[str, Look]:
    return {
        iri: Look(
            label=_first(notes, iri, SKOS.prefLabel) or _first(notes, iri, RDFS.label) or local_name(iri),
            colour=_first(notes, iri, OV.colour) or _hue(place, saturation, lightness),
            order=int(_first(notes, iri, OV.drawOrder) or 1000),
        )
        for place, iri in enumerate(sorted(terms))
    }


def _first(notes: Notes, iri: str, predicate: str) -> str:
    return min(notes[iri][predicate], default="") if iri in notes else ""


def _hue(place: int, saturation: int, lightness: int) -> str:
    """A hex colour (SVG 1.1 has no hsl()), the hue turned by the golden angle from the one before."""
    hue, s, light = place * GOLDEN_ANGLE % 360, saturation / 100, lightness / 100
    reach = s * min(light, 1 - light)
    parts = [(n + hue / 30) % 12 for n in (0, 8, 4)]
    return _hex(round(255 * (light - reach * max(-1, min(k - 3, 9 - k, 1)))) for k in parts)
