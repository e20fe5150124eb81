"""Questions are answered by what is asserted, with the sentences; silence is told from an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import QueryError, UnknownName
from kg.graph import GraphStore, create, open_store, to_quads
from kg.questions import QUESTIONS, ask
from tests import factory, sample


def names(store: GraphStore, question: str, *about: str, depth: int | None = None) -> list[str]:
    return [finding.name for finding in ask(store, question, *about, depth=depth).findings]


def test_overseers_are_named_with_the_sentence_that_says_so(sample_store: GraphStore) -> None:
    (finding,) = ask(sample_store, "overseers", "riverside police").findings
    (statement,) = finding.statements
    assert (statement.subject, statement.relation, statement.object, statement.status) == (
        "Inspectorate",
        "inspects",
        "Riverside Police",
        "Asserted",
    )
    (quote,) = statement.quotes
    assert (quote.text, quote.title, quote.document) == (sample.INSPECTED, "Document one", "one")


def test_a_sentence_found_by_two_rules_is_quoted_once(tmp_path: Path) -> None:
    corpus = sample.resolved(tmp_path)
    one = corpus.documents[0]
    found = [factory.evidence(one, sample.INSPECTED, 0.5, found_by=f"https://example.org/{n}") for n in "ab"]
    again = factory.claim(sample.INSPECTORATE, "inspects", sample.FORCE, *found)
    corpus = replace(corpus, claims=(*corpus.claims, again))
    create(tmp_path / "s", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    (finding,) = ask(open_store(tmp_path / "s"), "overseers", "Riverside Police").findings
    assert [quote.confidence for quote in finding.statements[0].quotes] == [0.9]


def test_as_many_sentences_are_quoted_as_were_asked_for(tmp_path: Path) -> None:
    corpus = sample.resolved(tmp_path)
    one = corpus.documents[0]
    again = factory.claim(sample.INSPECTORATE, "inspects", sample.FORCE, factory.evidence(one, sample.DENIED))
    corpus = replace(corpus, claims=(*corpus.claims, again))
    create(tmp_path / "two.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    (finding,) = ask(open_store(tmp_path / "two.kg"), "overseers", "Riverside Police", quotes=1).findings
    (statement,) = finding.statements
    assert (len(statement.quotes), statement.sentences) == (1, 2)


def test_depth_climbs_to_those_who_oversee_the_overseers(sample_store: GraphStore) -> None:
    assert names(sample_store, "overseers", "Riverside Police") == ["Inspectorate"]
    assert names(sample_store, "overseers", "Riverside Police", depth=2) == ["Inspectorate", "Ministry"]


def test_what_is_denied_is_no_answer(sample_store: GraphStore) -> None:
    (finding,) = ask(sample_store, "overseen", "Inspectorate").findings
    assert [statement.relation for statement in finding.statements] == ["inspects"]


def test_a_chain_leads_from_the_lower_to_the_upper(sample_store: GraphStore) -> None:
    answer = ask(sample_store, "chain", "Riverside Police", "Ministry")
    steps = [(s.subject, s.object) for finding in answer.findings for s in finding.statements]
    assert steps == [("Inspectorate", "Riverside Police"), ("Ministry", "Inspectorate")]


def test_a_chain_that_runs_the_other_way_says_so(sample_store: GraphStore) -> None:
    answer = ask(sample_store, "chain", "Ministry", "Riverside Police")
    assert [finding.name for finding in answer.findings] == ["Inspectorate", "Ministry"]
    assert answer.notes == ("No source here puts Riverside Police above Ministry. It is the other way round.",)


def test_unwatched_are_those_nobody_is_said_to_scrutinise(sample_store: GraphStore) -> None:
    assert names(sample_store, "unwatched") == ["Bystander Trust", "Ministry"]


def test_connected_counts_claims_both_ways(sample_store: GraphStore) -> None:
    first, *_ = ask(sample_store, "connected").findings
    assert (first.name, first.note) == ("Inspectorate", "2 claims; scrutinises 1, is scrutinised by 1")


def test_silence_is_not_absence(sample_store: GraphStore) -> None:
    answer = ask(sample_store, "overseers", "Bystander Trust")
    assert answer.findings == ()
    assert answer.silence == "No source here says so of Bystander Trust, which does not mean that it is not so."


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_number_of_names_must_fit(sample_store: GraphStore, question: str) -> None:
    with pytest.raises(QueryError, match=f"^{question} takes"):
        ask(sample_store, question, *["Ministry"] * 3)


def test_a_misspelt_question_or_name_gets_the_nearest(sample_store: GraphStore) -> None:
    with pytest.raises(QueryError, match="'oversers'; did you mean overseers"):
        ask(sample_store, "oversers", "Ministry")
    with pytest.raises(UnknownName, match="did you mean Ministry"):
        ask(sample_store, "overseers", "Ministri")
