"""The stage as a whole: claims between entities, curated facts, IRIs, and laws that hold of any corpus."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.resolve import Judgement, resolve
from kg.resolve.corpus import read_corpus
from kg.resolve.stage import link
from kg.types import Details, Reading, Referent, Status
from kg.vocab import OV, load_ontology
from tests import factory
from tests.resolve.corpus import LISTED, called, listed, named, person, reading, report, resolved

TRUST, BOARD = named("Elm Valley Trust"), named("Cedar Water Board")


def test_claims_that_say_the_same_are_one_with_the_evidence_of_all() -> None:
    result = resolved(
        reading("b", (BOARD, "inspects", TRUST), details=Details(rating="poor", content=("y",))),
        reading("a", (BOARD, "inspects", TRUST), details=Details(content=("x",))),
        reading("c", (BOARD, "inspects", TRUST), status=Status.DENIED),
    )
    claims = {c.status: c for c in result.claims}
    assert len(result.claims) == 2
    said = claims[Status.ASSERTED]
    assert [e.document for e in said.evidence] == ["a", "b"]
    assert said.details == Details(rating="poor", content=("x", "y"))
    assert (said.subject, said.object) == (
        called(result, BOARD.name)[0].iri,
        called(result, TRUST.name)[0].iri,
    )


def test_posts_are_told_apart_by_role_and_term() -> None:
    chief = person("Ann Lee")
    roles = (Details(role="chair"), Details(role="director"), Details(role="chair", former=True))
    result = resolved(*(reading(f"d{n}", (chief, "leads", TRUST), details=d) for n, d in enumerate(roles)))
    assert len(result.claims) == 3


def test_who_said_it_is_an_entity_too() -> None:
    result = resolved(reading("a", (BOARD, "inspects", TRUST), said_by=person("Ann Lee")))
    assert result.claims[0].evidence[0].said_by == called(result, "Ann Lee")[0].iri


def test_a_claim_of_a_thing_with_itself_is_dropped() -> None:
    result = resolved(
        reading("a", (named("Elm Valley Trust"), "inspects", named("Elm Valley Trust Ltd"))),
        reading(
            "b",
            (named("Lone Ash Trust"), "inspects", named("Lone Ash Trust plc")),
            (BOARD, "inspects", TRUST),
        ),
    )
    assert [c.evidence[0].document for c in result.claims] == ["b"]
    assert [e.name for e in result.entities] == ["Cedar Water Board", "Elm Valley Trust Ltd"]


def test_referents_without_claims_are_no_entities_and_documents_without_claims_stay() -> None:
    stray = Reading(factory.document("z"), (Referent("z#0", OV.Organisation, "Stray Body"),), (), ())
    result = resolved(stray, reading("a", (BOARD, "inspects", TRUST)))
    assert called(result, "Stray Body") == []
    assert [d.id for d in result.documents] == ["a", "z"]


def test_curated_facts_come_with_bodies_that_documents_speak_of() -> None:
    force, inspectorate = listed("South Yorkshire Police"), listed("HMIC")
    result = resolved(reading("a", (force, "praises", inspectorate)))
    curated = [c for c in result.claims if c.evidence[0].document == LISTED.document().id]
    ends = {force.known, inspectorate.known}
    assert curated == sorted((c for c in LISTED.claims() if {c.subject, c.object} <= ends), key=ids.claim)
    assert [d.id for d in result.documents] == ["a"] + (["bodies"] if curated else [])


def test_a_curated_fact_joins_the_claim_of_a_document() -> None:
    fact = LISTED.claims()[0]
    by_iri = {body.iri: body for body in LISTED.bodies}
    ends = [named(by_iri[iri].name, known=iri) for iri in (fact.subject, fact.object)]
    result = resolved(reading("a", (ends[0], fact.predicate.removeprefix(OV.base), ends[1])))
    (claim,) = [
        c for c in result.claims if (c.subject, c.predicate, c.object) == (fact.subject, fact.predicate, fact.object)
    ]
    assert [e.document for e in claim.evidence] == ["a", "bodies"]
    assert "bodies" in [d.id for d in result.documents]


def test_without_two_bodies_of_a_fact_the_list_is_no_document() -> None:
    result = resolved(reading("a", (BOARD, "inspects", listed("HMIC"))))
    assert [d.id for d in result.documents] == ["a"]


def test_an_iri_is_plain_when_one_entity_has_the_name_and_none_is_when_two_have() -> None:
    government = named("Government")
    one = resolved(reading("a", (BOARD, "inspects", government)))
    two = resolved(reading("a", (BOARD, "inspects", government)), reading("b", (BOARD, "inspects", government)))
    assert [e.iri.rpartition("/")[2] for e in called(one, "Government")] == ["government"]
    assert [e.iri.rpartition("/")[2] for e in called(two, "Government")] == ["government-a", "government-b"]


def test_namesakes_in_one_document_have_iris_of_their_own() -> None:
    chiefs = (person("Lee"), person("Lee", "Mr Lee"))
    result = resolved(reading("a", *((chief, "leads", TRUST) for chief in chiefs)))
    assert sorted(e.iri.rpartition("/")[2] for e in called(result, "Lee")) == ["lee-a-0", "lee-a-2"]


def test_what_is_not_listed_never_takes_the_iri_of_a_listed_body() -> None:
    body = LISTED.find("HMIC")
    assert body is not None
    slug = body.iri.rpartition("/")[2]
    result = resolved(reading("a", (BOARD, "inspects", named(slug.replace("-", " ")))))
    assert body.iri not in {e.iri for e in result.entities}


def test_iris_are_minted_under_the_base() -> None:
    result = resolve([reading("a", (BOARD, "inspects", TRUST))], LISTED, base="https://example.org/")
    assert [e.iri for e in result.entities] == [
        "https://example.org/organisation/cedar-water-board",
        "https://example.org/organisation/elm-valley-trust",
    ]


def test_every_judgement_has_a_sentence_and_can_be_asked_for() -> None:
    corpus = read_corpus(
        [reading(d, (person("Ann Lee"), "leads", body)) for d, body in zip("abc", (TRUST, TRUST, BOARD), strict=True)],
        load_ontology(),
    )
    linker = link(corpus, LISTED)
    assert linker.canonical("a#0") == linker.canonical("b#0") != linker.canonical("c#0")
    assert [p.verdict.judgement for p in linker.reasons("c#0")] == [Judgement.UNSURE]
    assert "Ann Lee" in linker.reasons("a#0")[0].verdict.reason
    assert linker.reasons("nobody") == []


NAMES = ("Ann Lee", "A. Lee", "Anna Lee", "Lee", "Dr Ann Lee", "Lord Lee", "Mr Ann Lee", "Ann B. Lee")
BODIES = ("Elm Valley Trust", "EVT", "Trust", "Elm Valley Trust Ltd", "East Village Theatre", "HMIC")
REPORTS = ("Lee report", "report", "Lee Inquiry Report", "Annual Report")

people = st.builds(person, st.sampled_from(NAMES))
bodies = st.builds(
    lambda name, alias, kind: named(name, *alias, classification=kind),
    st.sampled_from(BODIES),
    st.sampled_from([(), ("EVT",), ("Elm Valley Trust",)]),
    st.sampled_from([None, "x:school", "x:charity"]),
)
reports = st.builds(lambda name, is_named: report(name, named=is_named), st.sampled_from(REPORTS), st.booleans())
facts = st.one_of(
    st.tuples(people, st.just("leads"), bodies),
    st.tuples(people, st.just("authors"), reports),
    st.tuples(reports, st.just("concerns"), bodies),
    st.tuples(bodies, st.just("inspects"), st.one_of(bodies, st.just(listed("HMIC")))),
)
corpora = st.lists(st.lists(facts, max_size=4), max_size=5).map(
    lambda documents: [reading(f"d{n}", *facts) for n, facts in enumerate(documents)]
)


@settings(deadline=None)
@given(corpora.flatmap(lambda c: st.tuples(st.just(c), st.permutations(c))))
def test_the_order_of_readings_changes_nothing_and_twice_is_once(
    both: tuple[list[Reading], list[Reading]],
) -> None:
    readings, shuffled = both
    result = resolve(readings, LISTED)
    turned = [replace(r, referents=r.referents[::-1], claims=r.claims[::-1]) for r in shuffled]
    assert resolve(shuffled, LISTED) == result
    assert resolve(turned, LISTED) == result
    assert resolve(shuffled + readings, LISTED) == result


@settings(deadline=None)
@given(corpora)
def test_the_outcome_holds_together(readings: list[Reading]) -> None:
    result = resolve(readings, LISTED)
    iris = [e.iri for e in result.entities]
    assert iris == sorted(set(iris))
    assert {end for c in result.claims for end in (c.subject, c.object)} == set(iris)
    assert list(result.claims) == sorted(result.claims, key=ids.claim)
    assert len({ids.claim(c) for c in result.claims}) == len(result.claims)
    assert all(c.subject != c.object for c in result.claims)


@settings(deadline=None)
@given(corpora)
def test_no_person_is_joined_on_less_than_a_first_name(readings: list[Reading]) -> None:
    for entity in resolve(readings, LISTED).entities:
        if entity.name == "Lee":
            assert entity.aliases == ()
