"""The questions: all of them in groups, and each with its form, its answer and the SPARQL behind it."""

from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import InputError, KgError, QueryError, UnknownName
from kg.graph import GraphStore
from kg.questions import GROUPS, QUESTIONS, Answer, Finding, Kind, Question, Quote
from kg.web import jobs
from kg.web.addresses import passage_path, path_of, web_address
from kg.web.answers import Asking, entities, given, is_complete, rows, to_csv, to_json
from kg.web.catalogue import catalogue_of
from kg.web.paging import Paging, whole_number
from kg.web.render import html
from kg.web.statements import Named

SIZE, MOST_PICTURED, MOST_ROWS = 25, 8, 5000
QUOTES = 3  # of each claim; the page of the claim has all
SECONDS = 20.0
DATA = {"csv": (to_csv, "text/csv"), "json": (to_json, "application/json")}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where what an answer names has its page."""

    base: str

    def iri(self, iri: str) -> str:
        return path_of(iri, self.base)

    def passage(self, quote: Quote) -> str:
        return passage_path(quote.document, quote.start, quote.end, self.base)

    def named(self, iri: str, name: str) -> Named:
        return Named(iri, name, "", self.iri(iri))

    def references(self, quote: Quote) -> str | None:
        """The page behind a curated fact, if a browser may follow it."""
        return web_address(quote.references)


def page(request: Request) -> Response:
    """Served at /questions: ?about= fills in whom the questions are about."""
    about = request.query_params.get("about", "").strip()
    store = catalogue_of(request).store
    groups = [(group, [q for q in QUESTIONS.values() if q.group == group]) for group in GROUPS]
    return html(request, "questions.html", groups=groups, about=about, name=store.names.get(about, about), ready=_ready)


def _ready(question: Question, about: str) -> str | None:
    """What follows the question mark to ask it about someone; None if it takes more, or less, than that."""
    needed = [p for p in question.parameters if p.required]
    if not about or len(needed) != 1 or needed[0].kind is not Kind.ENTITY:
        return None
    return urlencode({needed[0].name: about})


async def one(request: Request) -> Response:
    """Served at /questions/{name}: the form, and the answer once all is given that the question needs."""
    name, _, format_ = request.path_params["name"].partition(".")
    question = QUESTIONS.get(name)
    if question is None or (format_ and format_ not in DATA):
        raise HTTPException(404, "No question has that address.")
    values = given(question, request.query_params)
    if format_:
        return await _data(request, _asking(request, question, values, most=MOST_ROWS), format_)
    if not is_complete(question, values):
        return _page(request, question, values)
    first = (whole_number(request, "page", 1) - 1) * SIZE
    try:
        exact = _exact(catalogue_of(request).store, question, values)
        asking = replace(_asking(request, question, exact, first=max(0, first)), quotes=_quotes(request))
        return _page(request, question, values, await jobs.run_once(request, asking, seconds=SECONDS))
    except (QueryError, InputError, UnknownName) as error:
        return _page(request, question, values, error=error)


async def answer_ahead(state: State) -> None:
    """Answer, while nobody waits, what needs nothing to be asked: of a large graph some take seconds."""
    for question in QUESTIONS.values():
        if is_complete(question, {}):
            with suppress(KgError):  # whoever asks for it will be told
                await jobs.run_ahead(state, Asking(question.name, (), most=SIZE, quotes=QUOTES), seconds=SECONDS)


def _asking(request: Request, question: Question, values: dict[str, str], first: int = 0, most: int = SIZE) -> Asking:
    as_of = request.query_params.get("as_of", "").strip() or None
    return Asking(question.name, tuple(sorted(values.items())), as_of, first, most)


def _exact(store: GraphStore, question: Question, values: dict[str, str]) -> dict[str, str]:
    """IRIs in place of names, which are known here and would have to be learnt by each worker."""
    names = {p.name for p in question.parameters if p.kind is Kind.ENTITY}
    return {name: store.find(value).iri if name in names else value for name, value in values.items()}


def _quotes(request: Request) -> int | None:
    """A table has a row for every sentence."""
    return None if request.query_params.get("view") == "table" else QUOTES


async def _data(request: Request, asking: Asking, format_: str) -> Response:
    write, media_type = DATA[format_]
    answer = await jobs.run_once(request, asking, seconds=SECONDS)
    name = f"{asking.question}.{format_}"
    return Response(
        write(answer), media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _page(
    request: Request,
    question: Question,
    values: dict[str, str],
    answer: Answer | None = None,
    error: KgError | None = None,
) -> Response:
    store = catalogue_of(request).store
    asked = {**values, **({"as_of": request.query_params["as_of"]} if request.query_params.get("as_of") else {})}
    return html(
        request,
        "question.html",
        status=200 if error is None else 404 if isinstance(error, UnknownName) else 400,
        question=question,
        asked=asked,
        answer=answer,
        error="" if error is None else str(error),
        shown=Paging.of(request, answer.total, SIZE) if answer else None,
        table=request.query_params.get("view") == "table",
        rows=list(rows(answer)) if answer else [],
        pictured=urlencode([("about", name) for name in _pictured(question, values, answer)]),
        sparql=_asking(request, question, values).sparql(store) if answer else "",
        paths=Paths(store.base),
        names=store.names,
    )


def _pictured(question: Question, values: dict[str, str], answer: Answer | None) -> list[str]:
    """Whom a picture of the answer is about: those asked about, or else those found."""
    found: list[Finding] = list(answer.findings) if answer else []
    return entities(question, values) or [finding.iri for finding in found if finding.iri][:MOST_PICTURED]
