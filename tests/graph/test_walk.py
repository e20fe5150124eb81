"""How far one reaches along claims, and by which way."""

from kg.graph.links import Link
from kg.graph.walk import Ways
from kg.types import Status


def link(subject: str, object_: str, claim: str = "", documents: tuple[str, ...] = ("d",)) -> Link:
    name = claim or f"{subject}{object_}"
    return Link(name, subject, "oversees", object_, Status.ASSERTED, len(documents), 0.9, documents)


def ways(*pairs: str) -> Ways:
    return Ways([link(pair[0], pair[1]) for pair in pairs])


def test_reach_is_nearest_first_each_once_with_the_claims_that_lead_there() -> None:
    found = ways("ab", "bc", "ac", "cd", "xd").reach(["d"], 3, up=True)
    assert [(r.iri, r.depth) for r in found] == [("c", 1), ("x", 1), ("a", 2), ("b", 2)]
    assert [one.claim for one in found[2].links] == ["ac"]


def test_reach_goes_down_too_and_stops_at_the_depth() -> None:
    found = ways("ab", "bc", "cd").reach(["a"], 2, up=False)
    assert [(r.iri, r.depth) for r in found] == [("b", 1), ("c", 2)]


def test_several_starts_are_one() -> None:
    found = ways("ab", "cd", "ac").reach(["a", "c"], 5, up=False)
    assert [(r.iri, r.depth) for r in found] == [("b", 1), ("d", 1)]


def test_a_circle_ends_and_what_is_tied_to_itself_leads_nowhere() -> None:
    assert [r.iri for r in ways("ab", "ba", "aa").reach(["a"], 9, up=True)] == ["b"]
    assert ways("aa").reach(["a"], 9, up=True) == []


def test_a_path_is_a_shortest_one_and_of_several_the_first() -> None:
    by = ways("ax", "xz", "ay", "yz", "za")
    assert by.path(["z"], ["a"], by.next_up) == ["z", "x", "a"]
    assert by.path(["a"], ["z"], by.next_up) == ["a", "z"]
    assert by.path(["z"], ["a"], by.next_either) == ["z", "a"]


def test_there_is_no_path_to_oneself_or_to_a_stranger() -> None:
    by = ways("ab")
    assert by.path(["a"], ["a"], by.next_either) == by.path(["a"], ["q"], by.next_either) == []


def test_between_two_the_best_evidenced_claim_comes_first() -> None:
    by = Ways([link("a", "b", "one"), link("a", "b", "two", ("d", "e"))])
    assert [one.claim for one in by.between("a", "b")] == ["two", "one"]
