"""The curated bodies hold together, their facts are well formed, and the sample documents can be read."""

from collections import Counter
from itertools import chain

import networkx as nx
import pytest

from kg import ids, ingest
from kg.gazetteer import Gazetteer, fold, is_acronym, load_gazetteer
from kg.types import Claim, Document
from kg.vocab import OV, data_path, load_ontology, prefixes


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def of_kind(gazetteer: Gazetteer, kind: str) -> set[str]:
    return {body.name for body in gazetteer.bodies if body.classification == prefixes()["ovk"] + kind}


def between(gazetteer: Gazetteer, predicate: str) -> set[tuple[str, str]]:
    """Slugs of the two ends of every claim of a relation."""
    ends = ((c.subject, c.object) for c in gazetteer.claims() if c.predicate == predicate)
    return {(a.rsplit("/", 1)[1], b.rsplit("/", 1)[1]) for a, b in ends}


def quote(gazetteer: Gazetteer, claim: Claim) -> str:
    (evidence,) = claim.evidence
    return gazetteer.document().text[evidence.start : evidence.end]


def test_no_name_is_shared_by_two_bodies(gazetteer: Gazetteer) -> None:
    names = Counter(chain.from_iterable({fold(n) for n in body.names} for body in gazetteer.bodies))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_body_has_a_kind_and_an_area(gazetteer: Gazetteer) -> None:
    assert [b.iri for b in gazetteer.bodies if not b.classification or not b.area] == []


def test_every_body_is_named_in_its_iri(gazetteer: Gazetteer) -> None:
    allowed = {b.iri: {ids.entity(b.kind, name) for name in b.names} for b in gazetteer.bodies}
    assert [iri for iri, iris in allowed.items() if iri not in iris] == []


@pytest.mark.parametrize("word", ["who", "ice", "monitor", "ipso", "saps", "orr", "commission", "police", "ombudsman"])
def test_no_common_word_names_a_body(gazetteer: Gazetteer, word: str) -> None:
    assert word not in gazetteer.by_name


def test_no_short_name_is_anything_but_an_acronym(gazetteer: Gazetteer) -> None:
    short = [n for body in gazetteer.bodies for n in body.names if len(n) < 4 and not is_acronym(n)]
    assert short == []


def test_names_are_written_plainly(gazetteer: Gazetteer) -> None:
    for name in chain.from_iterable(body.names for body in gazetteer.bodies):
        assert name == " ".join(name.split())
        assert "’" not in name
        assert not name.lower().startswith("the ")


def test_all_43_territorial_forces_of_england_and_wales_are_there(gazetteer: Gazetteer) -> None:
    watched = {b for a, b in between(gazetteer, OV.oversees) if a == "hmicfrs"}
    territorial = watched - {
        "national-crime-agency",
        "british-transport-police",
        "civil-nuclear-constabulary",
    }
    assert len(territorial) == 43
    assert {"south-yorkshire-police", "metropolitan-police-service", "dyfed-powys-police"} <= territorial
    others = {"Police Scotland", "Police Service of Northern Ireland", "British Transport Police"}
    assert others <= of_kind(gazetteer, "police-force")


def test_every_territorial_force_answers_to_someone_beside_its_inspectors(gazetteer: Gazetteer) -> None:
    oversees = between(gazetteer, OV.oversees)
    forces = {b for a, b in oversees if a == "hmicfrs"}
    for force in forces:
        assert {a for a, b in oversees if b == force} - {"hmicfrs", "iopc"}


@pytest.mark.parametrize(
    ("new", "old", "since"),
    [
        ("HMICFRS", "HMIC", "2017-07-19"),
        ("IOPC", "IPCC", "2018-01-08"),
        ("NCA", "SOCA", "2013-10-07"),
        ("PSNI", "RUC", "2001-11-04"),
        ("FCA", "Financial Services Authority", "2013-04-01"),
    ],
)
def test_known_successions_have_their_day(gazetteer: Gazetteer, new: str, old: str, since: str) -> None:
    ends = (gazetteer.by_name[fold(new)].iri, gazetteer.by_name[fold(old)].iri)
    found = [c for c in gazetteer.claims() if (c.subject, c.object) == ends and c.predicate == OV.succeeds]
    assert [c.details.valid_from for c in found] == [since]


def test_no_body_succeeds_itself_even_in_the_long_run(gazetteer: Gazetteer) -> None:
    assert nx.is_directed_acyclic_graph(nx.DiGraph(sorted(between(gazetteer, OV.succeeds))))
    assert nx.is_directed_acyclic_graph(nx.DiGraph(sorted(between(gazetteer, OV.partOf))))


def test_nothing_is_said_twice(gazetteer: Gazetteer) -> None:
    terms = Counter((c.subject, c.predicate, c.object) for c in gazetteer.claims())
    assert [t for t, count in terms.items() if count > 1] == []


def test_claims_fit_the_relations_they_use(gazetteer: Gazetteer) -> None:
    ontology = load_ontology()
    kinds = {body.iri: body.kind for body in gazetteer.bodies}
    for claim in gazetteer.claims():
        relation = ontology.relations[claim.predicate]
        assert ontology.fits(kinds[claim.subject], relation.domain)
        assert ontology.fits(kinds[claim.object], relation.range)


def test_each_sentence_is_whole_and_its_own(gazetteer: Gazetteer) -> None:
    sentences = [quote(gazetteer, claim) for claim in gazetteer.claims()]
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert gazetteer.document().text.count(sentence) == 1


def test_each_fact_names_the_statute_or_page_behind_it(gazetteer: Gazetteer) -> None:
    references = [claim.evidence[0].references for claim in gazetteer.claims()]
    assert [r for r in references if r is None or not r.startswith("https://")] == []


def test_terms_begin_before_they_end(gazetteer: Gazetteer) -> None:
    terms = [(c.details.valid_from, c.details.valid_until) for c in gazetteer.claims()]
    assert [t for t in terms if t[0] and t[1] and t[0] >= t[1]] == []


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    read = list(ingest.read_all(ingest.find([data_path("seeds", "documents")])))
    assert [one for one in read if not isinstance(one, Document)] == []
    return [one for one in read if isinstance(one, Document)]


def test_sample_documents_come_in_every_common_format(documents: list[Document]) -> None:
    suffixes = {document.source.rsplit(".", 1)[1] for document in documents}
    assert suffixes == {"txt", "md", "html", "eml", "docx", "pdf"}


def test_sample_documents_have_a_title_and_a_date(documents: list[Document]) -> None:
    assert [d.identifier for d in documents if not d.title or len(d.published or "") != 10] == []


def test_sample_documents_are_short_enough_to_read(documents: list[Document]) -> None:
    lengths = {d.identifier: len(d.text.split()) for d in documents}
    assert {name: n for name, n in lengths.items() if not 150 <= n <= 400} == {}


def test_sample_documents_speak_of_curated_bodies(gazetteer: Gazetteer, documents: list[Document]) -> None:
    text = "\n".join(document.text for document in documents)
    named = {b.iri.rsplit("/", 1)[1] for b in gazetteer.bodies if any(name in text for name in b.names)}
    assert {"south-yorkshire-police", "hmic", "hmicfrs", "ipcc", "iopc", "ofwat", "home-office"} <= named
