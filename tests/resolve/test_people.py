"""When two documents speak of one person, and when they must not be taken to."""

import pytest

from kg.types import Details, Referent
from tests.resolve.corpus import called, count, listed, named, person, reading, report, resolved

TRUST, BOARD, OTHER = (named(n) for n in ("Elm Valley Trust", "Cedar Water Board", "Ash Rail Company"))


def among(one: Referent, other: Referent, first: Referent = TRUST, second: Referent = TRUST) -> int:
    """How many people two documents speak of, that tie one to a body each."""
    result = resolved(reading("a", (one, "criticises", first)), reading("b", (other, "praises", second)))
    return sum(entity.kind == one.kind for entity in result.entities)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexis Jay", "Alexis Jay"),
        ("Prof Alexis Jay", "Alexis Jay"),
        ("Professor Alexis Jay OBE", "Prof. Alexis Jay"),
        ("Keith Vaz MP", "Rt Hon Keith Vaz"),
        ("K.R. Mehta", "K. R. Mehta"),
        ("Dr Alan Billings", "Alan Billings"),
        ("A. Billings", "Alan Billings"),
        ("Kathryn A. Stone", "Kathryn Stone"),
        ("Sir Tom Winsor", "Thomas Winsor"),
        ("Bob Quick", "Robert Quick"),
        ("Chief Constable David Crompton", "David Crompton"),
        ("José García", "Jose Garcia"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
        ("Sean O’Neill", "Sean O'Neill"),
        ("Martin Moore-Bick", "Sir Martin Moore‑Bick"),
    ],
)
def test_fitting_full_names_with_a_body_in_common_are_one_person(one: str, other: str) -> None:
    assert among(person(one), person(other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Billings", "Billings"),
        ("Mr Billings", "Mr Billings"),
        ("Dr Billings", "Alan Billings"),
        ("Billings", "Alan Billings"),
        ("Sir Billings", "Sir Billings"),
        ("Alan Billings", "Mary Billings"),
        ("A. Billings", "Mary Billings"),
        ("Alan Billings", "Alan Billing"),
        ("Mr Alex Billings", "Ms Alex Billings"),
        ("Alan Billings Jr", "Alan Billings Sr"),
        ("Alan David Billings", "Alan Peter Billings"),
        ("the Home Secretary", "the Home Secretary"),
        ("Home Secretary", "Home Secretary"),
        ("Secretary of State for Health", "Secretary of State for Health"),
        ("Lord Amberley", "Lord Bassam"),
        ("Lord Amberley", "Baroness Amberley"),
        ("Alan", "Alan"),
    ],
)
def test_other_names_are_different_people_whatever_they_have_in_common(one: str, other: str) -> None:
    assert among(person(one), person(other)) == 2


def test_never_two_people_on_a_surname_alone() -> None:
    documents = [
        reading("a", (person("Smith", "Mr Smith"), "leads", TRUST)),
        reading("b", (person("Smith"), "leads", TRUST)),
        reading("c", (person("Mr Smith"), "leads", TRUST)),
        reading("d", (person("John Smith"), "leads", TRUST)),
        reading("e", (person("Jane Smith"), "leads", TRUST)),
    ]
    people = [e for e in resolved(*documents).entities if "Smith" in e.name]
    assert len(people) == 5
    assert len({e.iri for e in people}) == 5


@pytest.mark.parametrize(("second", "people"), [(TRUST, 1), (BOARD, 2)])
def test_a_title_and_surname_need_a_body_in_common(second: Referent, people: int) -> None:
    assert among(person("Lord Amberley"), person("Lord Amberley"), TRUST, second) == people


def test_equal_full_names_in_circles_that_do_not_touch_stay_apart() -> None:
    assert among(person("John Smith"), person("John Smith"), TRUST, BOARD) == 2


def test_a_body_that_one_document_only_names_is_company_too() -> None:
    result = resolved(
        reading("a", (person("Alan Billings"), "leads", BOARD)),
        reading("b", (person("Alan Billings"), "praises", TRUST), (OTHER, "oversees", BOARD)),
    )
    assert count(result, "Alan Billings") == 1


@pytest.mark.parametrize(("shared", "people"), [((OTHER,), 2), ((OTHER, named("Oak Hill School")), 1)])
def test_two_things_around_are_company_enough(shared: tuple[Referent, ...], people: int) -> None:
    around = [(named("Government"), "oversees", body) for body in shared]
    result = resolved(
        reading("a", (person("John Smith"), "criticises", TRUST), *around),
        reading("b", (person("John Smith"), "criticises", BOARD), *around),
    )
    assert count(result, "John Smith") == people


@pytest.mark.parametrize(("role", "people"), [("chief inspector of prisons", 1), ("chair", 2)])
def test_a_post_of_more_than_one_word_is_company(role: str, people: int) -> None:
    result = resolved(
        reading("a", (person("Ann Lee"), "leads", TRUST), details=Details(role=role)),
        reading("b", (person("Ann Lee"), "memberOf", BOARD), details=Details(role=role.title())),
    )
    assert count(result, "Ann Lee") == people


def test_what_a_report_of_theirs_concerns_is_near_people() -> None:
    result = resolved(
        reading("a", (person("Ann Lee"), "authors", (first := report("a report"))), (first, "concerns", TRUST)),
        reading("b", (person("Ann Lee"), "authors", (again := report("a study"))), (again, "concerns", TRUST)),
    )
    assert count(result, "Ann Lee") == 1


def test_company_is_handed_on() -> None:
    result = resolved(
        reading("a", (person("Ann Lee"), "leads", TRUST)),
        reading("b", (person("Ann Lee"), "leads", BOARD)),
        reading("c", (person("Ann Lee"), "criticises", TRUST), (person("Ann Lee"), "leads", BOARD)),
    )
    assert count(result, "Ann Lee") == 1


def test_someone_without_company_joins_the_only_bearer_of_the_name() -> None:
    place = named("Leeds", kind="Place")
    alone = reading("z", (person("Ann Lee"), "concerns", place))
    one = [reading("a", (person("Ann Lee"), "leads", TRUST)), alone]
    two = [*one, reading("b", (person("Ann Lee"), "leads", BOARD))]
    assert count(resolved(*one), "Ann Lee") == 1
    assert count(resolved(*two), "Ann Lee") == 3


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    result = resolved(
        reading("a", (person("J. Smith"), "leads", TRUST)),
        reading("b", (person("John Smith"), "leads", TRUST)),
        reading("c", (person("Jane Smith"), "leads", TRUST)),
    )
    assert [e.name for e in result.entities if e.kind.endswith("Person")] == [
        "J. Smith",
        "Jane Smith",
        "John Smith",
    ]


def test_a_document_that_names_two_of_fitting_names_tells_them_apart() -> None:
    result = resolved(
        reading("a", (person("John Smith"), "leads", TRUST), (person("John B. Smith"), "leads", TRUST)),
        reading("b", (person("John Smith"), "leads", TRUST)),
    )
    assert count(result, "John Smith") == 1
    assert count(result, "John B. Smith") == 1
    assert called(result, "John Smith") != called(result, "John B. Smith")


def test_a_person_is_named_in_full_and_without_title() -> None:
    result = resolved(
        reading("a", (person("Professor Alexis Jay", "Prof Jay"), "criticises", TRUST)),
        reading("b", (person("Alexis Jay", "Jay"), "criticises", TRUST)),
        reading("c", (person("ALEXIS JAY"), "criticises", TRUST)),
        reading("d", (person("Alexis Jay |"), "criticises", TRUST)),
    )
    (jay,) = called(result, "Alexis Jay")
    assert jay.name == "Alexis Jay"
    assert jay.aliases == ("ALEXIS JAY", "Alexis Jay |", "Jay", "Prof Jay", "Professor Alexis Jay")
    assert jay.iri == "https://w3id.org/oversight/id/person/alexis-jay"


def test_an_office_stays_in_its_document() -> None:
    result = resolved(
        reading("a", (person("the Home Secretary"), "criticises", listed("Home Office"))),
        reading("b", (person("the Home Secretary"), "criticises", listed("Home Office"))),
    )
    iris = [e.iri.rpartition("/")[2] for e in called(result, "the Home Secretary")]
    assert iris == ["the-home-secretary-a", "the-home-secretary-b"]
