"""Colours that can be read, on paper and on a dark screen."""

from collections.abc import Callable
from colorsys import hls_to_rgb
from itertools import product

import pytest

from kg.views.markup import INK, MUTED, PAPER
from kg.views.scheme import CONTRAST, Look, contrast, legible, load_scheme
from kg.views.timeline_svg import TINT, WITHIN
from kg.vocab import data_path

ONTOLOGIES = (None, data_path("ontology", "fields", "ownership.ttl"))
SCHEMES = [load_scheme(ontology) for ontology in ONTOLOGIES]
TINTS = sorted({look.colour for s in SCHEMES for look in (*s.classes.values(), *s.kinds.values())})
INKS = sorted({look.ink for s in SCHEMES for look in s.relations.values()})


def dark(colour: str) -> str:
    """A colour as ``invert(0.92) hue-rotate(180deg)`` turns it (Filter Effects 1, 8.5 and 8.12)."""
    r, g, b = (0.92 - 0.84 * int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    rows = ((-0.574, 1.43, 0.144), (0.426, 0.43, 0.144), (0.426, 1.43, -0.856))
    turned = (min(1.0, max(0.0, x * r + y * g + z * b)) for x, y, z in rows)
    return "#" + "".join(f"{round(255 * c):02x}" for c in turned)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("turn", [str, dark])
def test_names_and_kinds_can_be_read_on_every_tint(turn: Callable[[str], str]) -> None:
    for ink, tint in product((INK, MUTED), (*TINTS, TINT, WITHIN, PAPER)):
        assert contrast(turn(ink), turn(tint)) >= CONTRAST, (ink, tint)


@pytest.mark.parametrize("turn", [str, dark])
def test_the_words_on_lines_can_be_read(turn: Callable[[str], str]) -> None:
    for ink in INKS:
        assert contrast(turn(ink), turn(PAPER)) >= CONTRAST, ink


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_any_colour_is_made_legible(hue: int) -> None:
    colour = "#" + "".join(f"{round(255 * c):02x}" for c in hls_to_rgb(hue / 360, 0.7, 0.9))
    assert contrast(legible(colour), PAPER) >= CONTRAST


def test_a_legible_colour_stays_as_it_is() -> None:
    assert Look("", "#1f4e8c").ink == "#1f4e8c"
