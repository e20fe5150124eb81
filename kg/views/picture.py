"""What every picture can do: be written in each format, and show itself in a notebook."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from kg.errors import InputError
from kg.views.pdf import to_pdf
from kg.views.png import to_png


class Picture(ABC):
    """A picture that is ready to be written. In a notebook it shows itself."""

    @property
    @abstractmethod
    def empty(self) -> bool:
        """Whether it shows no claim."""

    @abstractmethod
    def svg(self, *, in_page: bool = False) -> str:
        """One SVG document; in a page, without a style sheet of its own, and within reach of the keyboard."""

    @abstractmethod
    def html(self) -> str:
        """One page that needs nothing else, with the sentences behind the picture."""

    def dot(self) -> str:
        """In Graphviz's language, if it is a graph."""
        raise InputError("only who oversees whom can be written as DOT: a timeline is no graph")

    def mermaid(self) -> str:
        """In Mermaid, if it is a graph."""
        raise InputError("only who oversees whom can be written as Mermaid: a timeline is no graph")

    def written(self, format_: str) -> bytes:
        """As bytes, in a format of FORMATS."""
        name = format_.lower().lstrip(".")
        if name not in FORMATS:
            known = ", ".join(f".{name}" for name in FORMATS)
            raise InputError(f"no picture format ends in {'.' + name!r}; there are {known}")
        return FORMATS[name].write(self)

    def save(self, path: str | PathLike[str], format_: str | None = None) -> None:
        """Write it to a file, in the format its name ends in unless one is named."""
        file = Path(path)
        try:
            content = self.written(format_ or file.suffix)
        except InputError as error:
            raise InputError(f"{file}: {error}") from error
        try:
            file.write_bytes(content)
        except OSError as error:
            raise InputError(f"{file}: cannot be written ({error.strerror})") from error

    def _repr_svg_(self) -> str:
        return self.svg()

    def _repr_html_(self) -> str:
        return f'<div style="overflow-x: auto">{self.svg()}</div>'


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how a picture is written in it, and its media type."""

    write: Callable[[Picture], bytes]
    media_type: str


FORMATS: dict[str, Format] = {
    "svg": Format(lambda picture: picture.svg().encode(), "image/svg+xml"),
    "html": Format(lambda picture: picture.html().encode(), "text/html"),
    "png": Format(lambda picture: to_png(picture.svg()), "image/png"),
    "pdf": Format(lambda picture: to_pdf(picture.svg()), "application/pdf"),
    "dot": Format(lambda picture: picture.dot().encode(), "text/vnd.graphviz"),
    "gv": Format(lambda picture: picture.dot().encode(), "text/vnd.graphviz"),
    "mmd": Format(lambda picture: picture.mermaid().encode(), "text/vnd.mermaid"),
}
