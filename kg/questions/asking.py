"""Asking one of the questions, and showing the SPARQL behind it."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graph.asof import check_date
from kg.graph.parameters import in_place, open_places
from kg.graph.queries import named_queries
from kg.questions.asked import Asked
from kg.questions.evidence import Quotations
from kg.questions.table import QUESTIONS
from kg.questions.types import Answer, Kind, Question

if TYPE_CHECKING:
    from kg.graph import GraphStore


def ask(
    store: "GraphStore",
    question: str,
    *values: str | int,
    as_of: str | None = None,
    joined: bool = False,
    first: int = 0,
    most: int | None = None,
    quotes: int | None = None,
    **options: str | int | None,
) -> Answer:
    """Answer one of QUESTIONS. ``values`` are for its parameters in their order, ``options`` by their names.

    ``as_of`` asks of a day, a month or a year; ``joined`` lets a body answer with its predecessors.
    ``first`` and ``most`` give a part of the findings, and ``quotes`` the first sentences of each claim, as
    they take time to look up; all by default.

    >>> ask(store, "overseers", "South Yorkshire Police", depth=2)  # doctest: +SKIP
    """
    chosen = find_question(question)
    asked = Asked(store, chosen, given(chosen, values, options), as_of, joined)
    found = chosen.answer(asked)
    quotations = Quotations(store, quotes)
    part = found.hits[first : None if most is None else first + most]
    return Answer(
        question=found.question,
        findings=tuple(quotations.finding(hit) for hit in part),
        silence=found.silence,
        notes=(*asked.notes, *(found.notes if found.hits else ())),
        total=len(found.hits),
        name=chosen.name,
        as_of=as_of,
    )


def find_question(name: str) -> Question:
    """The question of that name; QueryError, with the nearest names, if there is none."""
    if name in QUESTIONS:
        return QUESTIONS[name]
    near = get_close_matches(name, QUESTIONS)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg ask --list shows them"
    raise QueryError(f"no question is called {name!r}; {hint}")


def question_sparql(
    question: str, *values: str | int, store: "GraphStore | None" = None, **options: str | int | None
) -> str:
    """The SPARQL behind a question, with what was given in its places where a store knows the names."""
    chosen = find_question(question)
    sparql = named_queries()[chosen.query].sparql
    if store is None:
        return sparql
    places, known = open_places(sparql), given(chosen, values, options)
    terms = {
        p.variable or p.name: _term(store, p.kind, value)
        for p in chosen.parameters
        if (value := known[p.name]) is not None and (p.variable or p.name) in places
    }
    return in_place(sparql, terms)


def given(
    question: Question, values: Sequence[str | int], options: Mapping[str, str | int | None]
) -> dict[str, str | int | None]:
    """What was given for each parameter, checked; QueryError says what a question takes."""
    names = [p.name for p in question.parameters]
    if unknown := sorted({n for n, v in options.items() if v is not None} - set(names)):
        raise QueryError(f"{question.name} takes {_takes(question)}, not {unknown[0]}")
    if len(values) > len(names):
        raise QueryError(f"{question.name} takes {_takes(question)}, but {len(values)} were given")
    out = {p.name: p.default for p in question.parameters}
    out |= dict(zip(names, values, strict=False)) | {n: v for n, v in options.items() if v is not None}
    for parameter in question.parameters:
        value = out[parameter.name]
        if parameter.required and (value is None or not str(value).strip()):
            raise QueryError(f"{question.name} takes {_takes(question)}; {parameter.name.upper()} is missing")
        if value is not None and parameter.kind is Kind.DATE:
            check_date(str(value))
        if value is not None and parameter.kind is Kind.NUMBER and not str(value).isdecimal():
            raise QueryError(f"{parameter.name} is a number, not {value!r}")
    return out


def _takes(question: Question) -> str:
    words = [p.name.upper() if p.required else f"[{p.name.upper()}]" for p in question.parameters]
    return " ".join(words) or "nothing"


def _term(store: "GraphStore", kind: Kind, value: str | int) -> str:
    """A value as SPARQL has it."""
    if kind is Kind.ENTITY:
        return f"<{store.find(str(value)).iri}>"
    return str(value) if kind is Kind.NUMBER else f'"{value}"'
