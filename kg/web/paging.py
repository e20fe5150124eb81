"""Long lists in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a list a page is; ``number`` counts from one, and the addresses are of the pages beside it."""

    number: int
    pages: int
    total: int
    earlier: str | None
    later: str | None

    @classmethod
    def of(cls, request: Request, total: int, size: int) -> "Paging":
        """The page that ``?page=`` asks for; the nearest there is, for one beyond the end."""
        pages = max(1, -(-total // size))
        number = min(max(1, whole_number(request, "page", 1)), pages)
        earlier = _address(request, number - 1) if number > 1 else None
        return cls(number, pages, total, earlier, _address(request, number + 1) if number < pages else None)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    place: Paging


def page_of(request: Request, items: Sequence[T], size: int) -> Page[T]:
    """The items of the page that is asked for."""
    place = Paging.of(request, len(items), size)
    return Page(tuple(items[(place.number - 1) * size : place.number * size]), place)


def whole_number(request: Request, name: str, otherwise: int) -> int:
    """A parameter that is a whole number of at most nine digits; ``otherwise`` if it is none."""
    text = request.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _address(request: Request, number: int) -> str:
    others = [(key, value) for key, value in request.query_params.multi_items() if key != "page"]
    return f"{request.url.path}?{urlencode([*others, ('page', str(number))])}"
