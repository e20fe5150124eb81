"""Which organisations and places of several documents are one."""

import pytest

from kg.types import Referent
from tests.resolve.corpus import LISTED, called, count, listed, named, reading, resolved

ANYONE = named("Cedar Water Board")


def bodies(*referents: Referent) -> int:
    """How many entities these are, each in a document of its own."""
    readings = [reading(f"d{n}", (ANYONE, "inspects", r)) for n, r in enumerate(referents)]
    return len(resolved(*readings).entities) - 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elm Valley Trust", "the Elm Valley Trust"),
        ("Elm Valley Trust", "ELM VALLEY TRUST"),
        ("Ash Rail Ltd", "Ash Rail Limited"),
        ("Ash Rail", "Ash Rail plc"),
        ("Ash & Oak Co.", "Ash and Oak"),
        ("St Mary’s Hospital", "St Mary's Hospital"),
        ("U.S. Grain Agency", "US Grain Agency"),
        ("Enron Inc", "Enron Inc."),
    ],
)
def test_equal_full_names_are_one_body(one: str, other: str) -> None:
    assert bodies(named(one), named(other)) == 1


@pytest.mark.parametrize("name", ["Government", "the Trust", "Parliament", "Garda", "XYZ"])
def test_a_name_of_one_word_stays_in_its_document(name: str) -> None:
    assert bodies(named(name), named(name)) == 2


@pytest.mark.parametrize("name", ["City Council", "the Crown Court", "Court of Appeal", "Public Accounts Committee"])
def test_a_name_of_common_words_needs_company_in_common(name: str) -> None:
    body, other = named(name), named("Ash Rail Company")
    here = reading("a", (ANYONE, "inspects", body))
    assert len(called(resolved(here, reading("b", (ANYONE, "inspects", body))), name)) == 1
    assert len(called(resolved(here, reading("b", (other, "inspects", body))), name)) == 2
    named_there = reading("b", (other, "inspects", body), (other, "inspects", ANYONE))
    assert len(called(resolved(here, named_there), name)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Elm Valley Trust", "Elm Valley Hospital"),
        ("Elm Valley Trust", "Valley Trust"),
        ("Enron Inc", "Enron Ltd"),
    ],
)
def test_different_names_are_different_bodies(one: str, other: str) -> None:
    assert bodies(named(one), named(other)) == 2


def test_bodies_of_one_name_and_different_kinds_stay_apart() -> None:
    school, prison = (named("Ash Grange", classification=kind) for kind in ("x:school", "x:prison"))
    assert bodies(school, prison) == 2
    assert bodies(school, named("Ash Grange")) == 1
    assert bodies(school, prison, named("Ash Grange")) == 3


def test_an_acronym_means_the_one_body_that_was_given_it() -> None:
    long = named("Elm Valley Trust", "EVT")
    assert bodies(long, named("EVT"), named("E.V.T.")) == 1
    assert bodies(long, named("EVT"), named("East Village Theatre", "EVT")) == 3
    assert bodies(named("Elm Valley Trust"), named("EVT")) == 2
    assert bodies(long, named("Evt")) == 2


def test_a_shorter_name_means_the_one_body_that_was_given_it() -> None:
    long = named("Grace Field Army Center", "Grace Field")
    assert bodies(long, named("Grace Field")) == 1
    assert bodies(long, named("Grace Field"), named("Grace Field School", "Grace Field")) == 3


def test_one_listed_body_is_one_entity_whatever_it_is_called() -> None:
    result = resolved(
        reading("a", (listed("HMIC"), "inspects", listed("South Yorkshire Police"))),
        reading("b", (listed("HMIC"), "inspects", named("South Yorkshire Police"))),
    )
    (force,) = called(result, "South Yorkshire Police")
    body = LISTED.find("South Yorkshire Police")
    assert body is not None
    assert (force.iri, force.name, force.classification) == (body.iri, body.name, body.classification)
    assert force.same_as is None
    assert len(result.entities) == 2


def test_two_listed_bodies_are_never_one() -> None:
    one, other = LISTED.bodies[:2]
    assert bodies(named("Same Long Name", known=one.iri), named("Same Long Name", known=other.iri)) == 2


def test_places_of_equal_names_are_one() -> None:
    places = [named(name, kind="Place") for name in ("Rotherham", "ROTHERHAM", "Rother")]
    result = resolved(*(reading(f"d{n}", (ANYONE, "concerns", place)) for n, place in enumerate(places)))
    assert [e.name for e in result.entities if e.kind.endswith("Place")] == ["Rother", "Rotherham"]


def test_a_place_and_a_body_of_one_name_are_two() -> None:
    assert bodies(named("Ash Grange"), named("Ash Grange", kind="Place")) == 2


def test_the_fullest_name_is_the_name_and_the_rest_are_aliases() -> None:
    result = resolved(
        reading("a", (ANYONE, "inspects", named("ELM VALLEY TRUST LIMITED"))),
        reading("b", (ANYONE, "inspects", named("the Elm Valley Trust", "EVT"))),
        reading("c", (ANYONE, "inspects", named("Elm Valley Trust", "the Trust"))),
    )
    (trust,) = called(result, "EVT")
    assert trust.name == "Elm Valley Trust"
    assert trust.aliases == ("ELM VALLEY TRUST LIMITED", "EVT", "the Elm Valley Trust", "the Trust")
    assert count(result, "Elm Valley Trust") == 1
