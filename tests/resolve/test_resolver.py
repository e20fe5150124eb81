"""Judgements into a partition: what stays apart stays apart, in whatever order it is said."""

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.judgement import Judgement, Pair, negative, pair, positive, unsure
from kg.resolve.resolver import Resolver

SIZE = 7


def parts(pairs: list[Pair], known: dict[int, str] | None = None) -> list[int]:
    resolver = Resolver(SIZE, known or {})
    resolver.settle(pairs)
    return [resolver.root(n) for n in range(SIZE)]


def test_positive_judgements_are_handed_on() -> None:
    assert parts([pair(0, 1, positive(0.9, "")), pair(2, 1, positive(0.8, ""))])[:3] == [0, 0, 0]


def test_a_negative_judgement_stops_what_would_be_handed_on() -> None:
    pairs = [pair(0, 1, positive(0.9, "")), pair(1, 2, positive(0.8, "")), pair(0, 2, negative(""))]
    assert parts(pairs)[:3] == [0, 0, 2]


def test_an_unsure_judgement_joins_nothing_and_forbids_nothing() -> None:
    doubt = pair(0, 2, unsure(0.5, ""))
    assert parts([doubt])[:3] == [0, 1, 2]
    assert parts([doubt, pair(0, 1, positive(0.9, "")), pair(1, 2, positive(0.8, ""))])[:3] == [0, 0, 0]


def test_a_negative_judgement_holds_for_all_that_is_joined_later() -> None:
    resolver = Resolver(SIZE, {})
    resolver.settle([pair(0, 1, negative(""))])
    resolver.settle([pair(1, 2, positive(0.9, ""))])
    resolver.settle([pair(2, 0, positive(0.9, ""))])
    assert [resolver.root(n) for n in range(3)] == [0, 1, 1]


def test_candidates_of_one_listed_body_are_one_and_of_two_never() -> None:
    joined = [pair(0, 1, positive(0.9, "")), pair(1, 2, positive(0.9, ""))]
    assert parts(joined, {0: "x", 2: "y", 3: "x"})[:4] == [0, 0, 2, 0]


verdicts = st.sampled_from([positive(0.9, "a"), positive(0.8, "b"), negative("c"), unsure(0.5, "d")])
numbers = st.integers(0, SIZE - 1)
judged = st.lists(st.builds(pair, numbers, numbers, verdicts).filter(lambda p: p.left != p.right), max_size=12)


@given(judged, st.randoms(use_true_random=False))
def test_the_order_of_judgements_changes_nothing(pairs: list[Pair], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert parts(shuffled) == parts(pairs)
    assert parts(shuffled + pairs) == parts(pairs)


@given(judged)
def test_no_part_holds_a_pair_judged_negative(pairs: list[Pair]) -> None:
    roots = parts(pairs)
    apart = [p for p in pairs if p.verdict.judgement is Judgement.NEGATIVE]
    assert all(roots[p.left] != roots[p.right] for p in apart)
