"""The pool answers in order, and one item's crash costs no other item its answer."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from kg.errors import OntologyError
from kg.pool import Crash, Pool


def shouting() -> Callable[[Sequence[str]], Iterator[str]]:
    return lambda batch: (shout(word) for word in batch)


def shout(word: str) -> str:
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "raise":
        raise LookupError("no such word")
    if word == "misconfigured":
        raise OntologyError("lexicon.ttl: no")
    print("a stray print must not be taken for an answer")
    return word.upper()


def unmakeable(error: Exception) -> Callable[[Sequence[str]], Iterator[str]]:
    raise error


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_batches(jobs: int) -> None:
    words = [f"word{n}" for n in range(7)]
    with Pool(shouting, jobs) as pool:
        answers = list(pool.map([words[:3], words[3:4], words[4:]]))
    assert [a for batch in answers for a in batch] == [w.upper() for w in words]
    assert [len(batch) for batch in answers] == [3, 1, 3]


def test_an_item_that_kills_its_worker_is_named_and_the_others_are_answered() -> None:
    with Pool(shouting, 1) as pool:
        answers = list(pool.map([["a", "die", "b"], ["c"]]))
    assert answers == [["A", Crash("die", "the worker process ended (signal SIGKILL)"), "B"], ["C"]]


def test_an_item_that_raises_is_named_with_what_was_raised() -> None:
    with Pool(shouting, 1) as pool:
        answers = list(pool.map([["raise", "b"]]))
    assert answers == [[Crash("raise", "LookupError: no such word"), "B"]]


def test_an_error_of_ours_ends_the_run() -> None:
    with Pool(shouting, 1) as pool, pytest.raises(OntologyError, match=r"lexicon\.ttl: no"):
        list(pool.map([["misconfigured"]]))


def test_a_worker_that_cannot_be_made_says_why() -> None:
    make = partial(unmakeable, OntologyError("ont.ttl: bad"))
    with Pool(make, 2) as pool, pytest.raises(OntologyError, match=r"ont\.ttl: bad"):
        list(pool.map([["a"], ["b"]]))


def test_a_pool_left_early_leaves_no_process() -> None:
    with Pool(shouting, 2) as pool:
        first = next(pool.map([["a"], ["b"], ["c"]]))
    assert first == ["A"]
    assert all(process.ended for process in pool.processes)
