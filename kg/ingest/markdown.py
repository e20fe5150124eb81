"""Markdown: front matter for title and date, and the text without its markup."""

import re
from typing import TYPE_CHECKING

from kg.ingest import dates, html
from kg.ingest.content import Content, clean
from kg.ingest.encoding import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(title|date|published)[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE | re.MULTILINE)


def read_markdown(data: bytes) -> Content:
    """Plain text of a Markdown file: one line per paragraph, blank lines between them."""
    source = clean(decode(data))
    matter = _FRONT_MATTER.match(source)
    fields = {k.lower(): _unquoted(v) for k, v in _FIELD.findall(matter[1])} if matter else {}
    blocks = _blocks(source[matter.end() :] if matter else source)
    text = "\n\n".join(block for _, block in blocks)
    heading = next((block for name, block in blocks if name == "heading"), None)
    date = fields.get("date") or fields.get("published") or ""
    return Content(
        text,
        title=fields.get("title") or heading or dates.first_undated_line(text),
        published=dates.iso(date) or dates.published(text),
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _blocks(source: str) -> list[tuple[str, str]]:
    """The kind and text of each block: "heading", "row", or whatever the parser calls it."""
    from markdown_it import MarkdownIt

    blocks: list[tuple[str, str]] = []
    kind = ""
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
        elif token.type == "tr_close":
            blocks.append(("row", " | ".join(cells)))
            cells = []
        elif token.type == "inline":
            text = "".join(map(_inline, token.children or ())).strip()
            if kind in ("td", "th"):
                cells.append(text)
            else:
                blocks.append((kind, text))
        elif token.type == "html_block":
            blocks.append((token.type, html.text_of(token.content)))
        elif token.type in ("fence", "code_block"):
            blocks.append((token.type, token.content.strip("\n")))
    return [(name, text) for name, text in blocks if text.strip()]


def _inline(token: "Token") -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return token.content if token.type in ("text", "code_inline", "image") else ""
