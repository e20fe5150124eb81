"""Reading a gazetteer: what it gives, and the one clear line it answers a broken file with."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.gazetteer import Body, fold, is_acronym, load_gazetteer
from kg.types import Details, Evidence, Status
from kg.vocab import OV, data_path, prefixes

HEAD = """
@base <https://example.org/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix ov: <https://w3id.org/oversight/ns#> .
@prefix ovk: <https://w3id.org/oversight/kinds#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BOARD = """
<board> a ov:Organisation ; skos:prefLabel "Harbour Board"@en ;
    skos:altLabel "The Port’s Board"@en , "HARB"@en ;
    org:classification ovk:regulator ; dcterms:spatial "Northport" .
"""
FERRIES = '<ferries> a ov:Organisation ; skos:prefLabel "Northport Ferries"@en .\n'
CLAIM = """
<claim/one> a ov:Claim ; rdf:subject <board> ; rdf:predicate ov:oversees ; rdf:object <ferries> ;
    ov:status ov:Asserted ; ov:validFrom "2019-03"^^xsd:gYearMonth ;
    rdfs:comment "Since March 2019 the Harbour Board has licensed Northport Ferries."@en ;
    dcterms:references <https://example.org/act> .
"""
WHOLE = HEAD + BOARD + FERRIES + CLAIM


def gazetteer_file(folder: Path, text: str) -> Path:
    path = folder / "harbour.ttl"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_body_has_its_names_kind_and_area(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(gazetteer_file(tmp_path, WHOLE))
    board, ferries = gazetteer.bodies
    assert board == Body(
        iri="https://example.org/id/board",
        kind=OV.Organisation,
        name="Harbour Board",
        aliases=("HARB", "The Port’s Board"),
        classification=prefixes()["ovk"] + "regulator",
        area="Northport",
    )
    assert (ferries.name, ferries.aliases, ferries.classification, ferries.area) == (
        "Northport Ferries",
        (),
        None,
        None,
    )
    assert board.names == ("Harbour Board", "HARB", "The Port’s Board")


def test_bodies_stand_under_all_their_folded_names(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(gazetteer_file(tmp_path, WHOLE))
    assert {name: body.name for name, body in gazetteer.by_name.items()} == {
        "harbour board": "Harbour Board",
        "port's board": "Harbour Board",
        "harb": "Harbour Board",
        "northport ferries": "Northport Ferries",
    }


@pytest.mark.parametrize("name", ["the harbour board", "Port's Board", "THE PORT’S BOARD", "HARB", "the HARB"])
def test_a_name_is_found_however_it_is_written(tmp_path: Path, name: str) -> None:
    body = load_gazetteer(gazetteer_file(tmp_path, WHOLE)).find(name)
    assert body is not None
    assert body.name == "Harbour Board"


@pytest.mark.parametrize("name", ["harb", "Harb", "Board", "the", ""])
def test_neither_an_acronym_in_small_letters_nor_a_part_of_a_name_is_found(tmp_path: Path, name: str) -> None:
    assert load_gazetteer(gazetteer_file(tmp_path, WHOLE)).find(name) is None


def test_a_fact_is_a_claim_whose_evidence_is_its_sentence(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(gazetteer_file(tmp_path, WHOLE))
    (claim,) = gazetteer.claims()
    assert claim.subject == "https://example.org/id/board"
    assert claim.predicate == OV.oversees
    assert claim.object == "https://example.org/id/ferries"
    assert claim.status is Status.ASSERTED
    assert claim.details == Details(valid_from="2019-03")
    (evidence,) = claim.evidence
    quoted = gazetteer.document().text[evidence.start : evidence.end]
    assert quoted == "Since March 2019 the Harbour Board has licensed Northport Ferries."
    assert evidence == Evidence(
        document="harbour",
        start=evidence.start,
        end=evidence.end,
        confidence=1.0,
        found_by=prefixes()["ovlex"] + "curated",
        references="https://example.org/act",
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_document_is_the_file_to_the_letter(tmp_path: Path, newline: str) -> None:
    text = WHOLE.replace("\n", newline)
    path = gazetteer_file(tmp_path, text)
    document = load_gazetteer(path).document()
    assert document.text == text
    assert (document.id, document.identifier, document.source) == ("harbour", "harbour", path.as_posix())


def test_a_file_may_bring_kinds_of_its_own(tmp_path: Path) -> None:
    own = '<kind/ferry> a skos:Concept ; skos:prefLabel "ferry company"@en .\n'
    body = FERRIES.replace(" .\n", " ; org:classification <kind/ferry> .\n")
    (ferries,) = load_gazetteer(gazetteer_file(tmp_path, HEAD + own + body)).bodies
    assert ferries.classification == "https://example.org/id/kind/ferry"


BROKEN = {
    "no name": (
        BOARD.replace("skos:prefLabel", "rdfs:label"),
        "<https://example.org/id/board> has no skos:prefLabel",
    ),
    "no class": (BOARD.replace("a ov:Organisation ;", ""), "needs a class of agent as rdf:type"),
    "a class that is no agent": (BOARD.replace("ov:Organisation", "ov:Report"), "ns#Report"),
    "an unknown kind": (
        BOARD.replace("ovk:regulator", "ovk:regulater"),
        "unknown kind <https://w3id.org/oversight/kinds#regulater>",
    ),
    "no body": ("", "describes no body"),
    "a syntax error": (BOARD + "<x> a", "harbour.ttl"),
    "an undescribed end": (BOARD + CLAIM, "speaks of <https://example.org/id/ferries>"),
    "an unknown relation": (
        BOARD + FERRIES + CLAIM.replace("ov:oversees", "ov:overseas"),
        "unknown relation",
    ),
    "an unknown status": (BOARD + FERRIES + CLAIM.replace("ov:Asserted", "ov:Sure"), "unknown status"),
    "no sentence": (BOARD + FERRIES + CLAIM.replace("rdfs:comment", "rdfs:label"), "0 values of comment"),
    "two objects": (BOARD + FERRIES + CLAIM + "<claim/one> rdf:object <board> .", "2 values of object"),
    "an escaped sentence": (BOARD + FERRIES + CLAIM.replace("Since", "\\u0053ince"), "not found once"),
    "a sentence twice": (
        BOARD + FERRIES + CLAIM + CLAIM.replace("claim/one", "claim/two"),
        "not found once",
    ),
    "no such month": (BOARD + FERRIES + CLAIM.replace("2019-03", "2019-13"), "validFrom '2019-13'"),
    "a date of another type": (BOARD + FERRIES + CLAIM.replace("gYearMonth", "date"), "validFrom '2019-03'"),
    "a date in words": (BOARD + FERRIES + CLAIM.replace("2019-03", "March 2019"), "validFrom 'March 2019'"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, case: str) -> None:
    text, message = BROKEN[case]
    with pytest.raises(OntologyError) as error:
        load_gazetteer(gazetteer_file(tmp_path, HEAD + text))
    assert "harbour.ttl: " in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_name_two_bodies_share_is_reported_with_both(tmp_path: Path) -> None:
    text = HEAD + BOARD + FERRIES.replace(" .", ' ; skos:altLabel "the  harbour board"@en .')
    with pytest.raises(OntologyError, match="both called 'the  harbour board'") as error:
        load_gazetteer(gazetteer_file(tmp_path, text))
    assert "<https://example.org/id/board> and <https://example.org/id/ferries>" in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"nowhere\.ttl: cannot be read"):
        load_gazetteer(tmp_path / "nowhere.ttl")


def test_the_shipped_gazetteer_is_read_once_and_named_from_the_top_of_the_package() -> None:
    assert load_gazetteer() is load_gazetteer()
    assert load_gazetteer().document().source == "seeds/bodies.ttl"
    given = load_gazetteer(data_path("seeds", "bodies.ttl"))
    assert given.bodies == load_gazetteer().bodies
    assert given.claims() == load_gazetteer().claims()
    source = load_gazetteer().document().source
    assert dataclasses.replace(given.document(), source=source) == load_gazetteer().document()


@given(st.text())
def test_folding_twice_changes_nothing_more_than_a_second_article(name: str) -> None:
    once = fold(name)
    assert once == fold(once) or once.startswith("the ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HMICFRS", True),
        ("the MI5", True),
        ("MoD", True),
        ("mod", False),
        ("Ofsted", False),
        ("RCMP Police", False),
        ("", False),
    ],
)
def test_an_acronym_is_one_word_with_inner_capitals(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected
