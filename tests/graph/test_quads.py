"""The shape of the graph, and the law that nothing is lost on the way there and back."""

import string
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.errors import InputError
from kg.graph import GraphStore, inferred_graph, to_quads
from kg.graph.merge import merge_claims
from kg.graph.terms import iri
from kg.types import Claim, Details, Document, Entity, Evidence, Resolved, Status
from kg.vocab import DCTERMS, OA, OV, RDF, RDFS, SKOS, XSD, load_ontology
from tests import factory as f
from tests.graph.conftest import TEXT, build, small

INFERRED = ox.NamedNode(inferred_graph())


def graph(resolved: Resolved) -> set[ox.Quad]:
    return set(to_quads(resolved))


def values(quads: set[ox.Quad], subject: str, predicate: str) -> list[str]:
    wanted = (iri(subject), iri(predicate))
    return sorted(str(q.object) for q in quads if (q.subject, q.predicate) == wanted)


def test_there_is_no_blank_node_and_no_quad_twice() -> None:
    quads = list(to_quads(small()))
    assert len(quads) == len(set(quads))
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


def test_an_entity_has_its_names_and_every_class_above_its_own() -> None:
    quads = graph(small())
    review = ids.entity(OV.Review, "the 2014 review")
    assert values(quads, review, RDF.type) == [f"<{OV.Investigation}>", f"<{OV.Review}>"]
    assert values(quads, review, RDFS.label) == values(quads, review, SKOS.prefLabel) == ['"the 2014 review"']
    assert values(quads, review, f.STARTED) == [f'"2014"^^<{XSD.gYear}>']
    assert values(quads, review, f.STAGE) == ['"under way"']
    force = ids.entity(OV.Organisation, "South Yorkshire Police")
    assert values(quads, force, SKOS.altLabel) == ['"SYP"', '"the force"']


def test_a_claim_has_the_shape_the_vocabulary_promises() -> None:
    quads = graph(small())
    claim = next(c for c in small().claims if c.predicate == OV.inspects and c.status is Status.ASSERTED)
    node = ids.claim(claim)
    assert values(quads, node, RDF.subject) == [f"<{claim.subject}>"]
    assert values(quads, node, OV.status) == [f"<{OV.Asserted}>"]
    assert values(quads, node, OV.validFrom) == [f'"2014-05"^^<{XSD.gYearMonth}>']
    assert values(quads, node, OV.content) == ['"custody"', '"had failed to record crime"']
    evidence = values(quads, node, OV.evidence)[0].strip("<>")
    assert values(quads, evidence, OV.confidence) == [f'"0.93"^^<{XSD.decimal}>']
    passage = ids.passage("000", 0, TEXT.index("2014.") + 4)
    assert values(quads, evidence, OV.passage) == [f"<{passage}>"]
    assert values(quads, passage, OA.hasSource) == [f"<{ids.document('000')}>"]
    exact = [v for s in values(quads, passage, OA.hasSelector) for v in values(quads, s.strip("<>"), OA.exact)]
    assert exact == [f'"{TEXT.split(". ")[0]}"']


def test_a_source_that_is_a_url_is_an_iri_and_a_path_is_a_string() -> None:
    quads = graph(small())
    assert values(quads, ids.document("000"), DCTERMS.source) == ['"docs/000.txt"']
    assert values(quads, ids.document("page"), DCTERMS.source) == ["<https://example.org/a%20page?x=1>"]


@pytest.mark.parametrize("status", Status)
def test_the_plain_triple_stands_only_if_the_claim_is_asserted(status: Status) -> None:
    doc, a, b = f.document(text="A b."), f.entity("A"), f.entity("B")
    claim = f.claim(a, "inspects", b, f.evidence(doc, "A b."), status=status)
    plain = ox.Quad(iri(a.iri), iri(OV.inspects), iri(b.iri))
    assert (plain in graph(f.resolved(doc, a, b, claim))) is (status is Status.ASSERTED)


def test_what_follows_goes_to_its_own_graph() -> None:
    inferred = {q for q in graph(small()) if q.graph_name == INFERRED}
    quads = {q for q in inferred if isinstance(q.object, ox.NamedNode) and q.predicate != iri(OV.bestEvidence)}
    found = {(_tail(q.subject), _tail(q.predicate), _tail(q.object)) for q in quads}
    assert found == {
        ("hmic", "ns#scrutinises", "south-yorkshire-police"),
        ("shaun-wright", "ns#scrutinises", "south-yorkshire-police"),
        ("home-office", "ns#scrutinises", "shaun-wright"),
        ("south-yorkshire-police", "ns#accountableTo", "shaun-wright"),
        ("shaun-wright", "ns#accountableTo", "home-office"),
        ("shaun-wright", "ns#memberOf", "south-yorkshire-police"),  # of a body led, not of the review
    }


def _tail(term: object) -> str:
    assert isinstance(term, ox.NamedNode)
    return term.value.rpartition("/")[2]


def test_what_documents_say_is_counted() -> None:
    counted = {
        (_tail(q.predicate), q.object.value)
        for q in graph(small())
        if isinstance(q.object, ox.Literal) and q.graph_name == INFERRED
    }
    assert {predicate for predicate, _ in counted} >= {"ns#claimCount", "ns#passageCount"}
    assert all(int(number) > 0 for _, number in counted)


def test_of_a_claim_said_twice_the_surest_evidence_is_marked() -> None:
    doc, a, b = f.document(text="One. Two. Three."), f.entity("A"), f.entity("B")
    sure = [f.evidence(doc, text, 0.9) for text in ("Three.", "Two.")]
    said = f.claim(a, "inspects", b, f.evidence(doc, "One.", 0.4), *sure)
    once = f.claim(b, "inspects", a, f.evidence(doc, "One."))
    found = [q for q in graph(f.resolved(doc, a, b, said, once)) if q.predicate == iri(OV.bestEvidence)]
    claim = ids.claim(said)
    assert found == [ox.Quad(iri(claim), iri(OV.bestEvidence), iri(ids.evidence(claim, sure[1])), INFERRED)]


def test_claims_of_one_iri_are_one_claim_with_all_their_evidence() -> None:
    doc, a, b = f.document(text="One. Two."), f.entity("A"), f.entity("B")
    one = f.claim(a, "inspects", b, f.evidence(doc, "One.", 0.4), details=Details(content=("x",)))
    two = f.claim(a, "inspects", b, f.evidence(doc, "Two."), details=Details(content=("y",), rating="good"))
    again = replace(one, evidence=(f.evidence(doc, "One.", 0.6),))
    merged = list(merge_claims([one, two, again]).values())
    assert [[e.confidence for e in c.evidence] for c in merged] == [[0.6, 0.9]]
    assert merged[0].details == Details(content=("x", "y"), rating="good")


def test_order_of_the_input_does_not_matter() -> None:
    backwards = Resolved(small().documents[::-1], small().entities[::-1], small().claims[::-1])
    assert list(to_quads(backwards)) == list(to_quads(small()))


def test_evidence_in_an_unknown_document_is_named() -> None:
    broken = replace(small(), documents=small().documents[1:])
    with pytest.raises(InputError, match="cites the document '000'"):
        list(to_quads(broken))


def test_a_store_gives_back_what_went_in(store: GraphStore, corpus: Resolved) -> None:
    assert read_back(store) == corpus


def read_back(store: GraphStore) -> Resolved:
    return Resolved(tuple(store.documents()), tuple(store.entities()), tuple(store.claims()))


names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
words = st.text(string.ascii_letters + " \n\"'\\é\u200f", min_size=1, max_size=30)
dates = st.sampled_from([None, "2014", "2014-09", "2014-09-16"])
relations = sorted(load_ontology().relations)


@st.composite
def corpora(draw: st.DrawFn) -> Resolved:
    docs = [f.document(f"d{n}", draw(words), published=draw(dates)) for n in range(draw(st.integers(1, 2)))]
    kinds = st.sampled_from(["Organisation", "Person", "Report", "Audit", "Place"])
    entities = [
        Entity(f"{ids.BASE}x/{n}", OV[draw(kinds)], draw(names), draw(aliases)) for n in range(draw(st.integers(1, 4)))
    ]
    entities = [replace(e, aliases=tuple(sorted(set(e.aliases) - {e.name}))) for e in entities]
    claims = draw(st.lists(claim_between(entities, docs), max_size=5))
    return f.resolved(*docs, *entities, *merge_claims(claims).values())


aliases = st.lists(names, max_size=3).map(tuple)


def claim_between(entities: list[Entity], docs: list[Document]) -> st.SearchStrategy[Claim]:
    ends = st.sampled_from([e.iri for e in entities])
    found = st.lists(evidence_in(docs), min_size=1, max_size=3).map(tuple)
    statuses = st.sampled_from(list(Status))
    return st.builds(Claim, ends, st.sampled_from(relations), ends, statuses, found, details)


def evidence_in(docs: list[Document]) -> st.SearchStrategy[Evidence]:
    confidence = st.integers(0, 100).map(lambda percent: percent / 100)
    spans = st.sampled_from(docs).flatmap(
        lambda d: st.tuples(st.just(d.id), st.integers(0, len(d.text) - 1), st.just(len(d.text)))
    )
    return st.builds(lambda span, sure: Evidence(span[0], span[1], span[2], sure, f.RULE), spans, confidence)


details = st.builds(
    Details,
    role=st.none() | words,
    former=st.booleans(),
    valid_from=dates,
    valid_until=dates,
    rating=st.none() | words,
    amount=st.none() | words,
    content=st.sets(words, max_size=2).map(lambda found: tuple(sorted(found))),
)


@settings(max_examples=20, deadline=None)
@given(corpora())
def test_any_corpus_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, corpus: Resolved) -> None:
    assert read_back(build(corpus, Path(tmp_path_factory.mktemp("law")) / "s")) == corpus
