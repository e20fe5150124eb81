"""Web pages: the article as trafilatura finds it, or all visible text where it finds too little."""

import re
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.ingest import dates
from kg.ingest.content import Content
from kg.ingest.encoding import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml[^>]{0,99}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_KEPT_SHARE = 0.3  # of the visible text: less, and trafilatura is thought to have missed the article


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names("title script style noscript template svg iframe object select button textarea")
_FURNITURE = _names("nav footer aside header form menu")
_BLOCKS = _names(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot"
    " thead tr ul"
) | _names("head item list quote row code")  # trafilatura's
_INVISIBLE = {0xAD: None, 0x200B: None, 0xFEFF: None}  # soft hyphen, zero-width space: they break words
_BREAKS = frozenset(("br", "lb"))
_CELLS = frozenset(("td", "th", "cell"))
# Publication dates are bounded by constants: htmldate's own bound is the clock, and builds must repeat.
_LATEST = "2099-12-31"


def read_html(data: bytes) -> Content:
    """Article text with a blank line between blocks, its title, and the date its markup or dateline gives."""
    from lxml.etree import ParserError

    declared = _CHARSET.search(data[:4096])
    source = decode(data, declared.group(1).decode("ascii") if declared else None)
    try:
        page = _parse(source)
    except ParserError as error:
        raise InputError("holds no HTML elements; rename it .txt if it is plain text") from error
    body = page.find("body")
    if body is None:
        raise InputError("is a frameset or has no body; give the page it frames")
    seen = visible_text(body, without=_UNSEEN | _FURNITURE)
    article = _article(source)
    # One block is trafilatura's last resort: all text run together.
    kept = "\n\n" in article and _size(article) >= _KEPT_SHARE * _size(seen)
    text = article if kept else seen
    text = text or visible_text(body)
    return Content(text, _title(page), _published(page) or dates.published(text))


def text_of(fragment: str) -> str:
    """Visible text of a piece of HTML."""
    from lxml.etree import ParserError

    try:
        return visible_text(_parse(fragment))
    except ParserError:  # a comment, or nothing
        return ""


def visible_text(root: "HtmlElement", *, without: frozenset[str] = _UNSEEN) -> str:
    """Text of an element in reading order: blank lines between blocks, bars between cells."""
    pieces: list[str] = []
    # An explicit stack: documents nest deeper than Python calls may.
    stack: list[HtmlElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        name = node.tag if isinstance(node.tag, str) else ""  # comments have a function for a tag
        if name and name not in without:
            before, after = _around(name)
            stack.append(after)
            for child in reversed(node):
                stack += [_flat(child.tail), child]
            stack += [_flat(node.text), before]
    return _join("".join(pieces))


_PARAGRAPH, _LINE, _BAR = "\x1d", "\x1e", "\x1f"  # separators no cleaned text contains


def _around(name: str) -> tuple[str, str]:
    if name in _BLOCKS:
        return _PARAGRAPH, _PARAGRAPH
    if name in _CELLS:
        return "", _BAR
    return ("", _LINE) if name in _BREAKS else ("", "")


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").translate(_INVISIBLE)


def _join(marked: str) -> str:
    blocks = (block.strip(f" {_LINE}{_BAR}") for block in marked.split(_PARAGRAPH))
    lines = (re.sub(f" *{_LINE}[ {_LINE}]*", "\n", re.sub(r"\s*" + _BAR + r"\s*", " | ", b)) for b in blocks)
    return "\n\n".join(re.sub(" {2,}", " ", block) for block in lines if block.strip())


def _parse(source: str) -> "HtmlElement":
    from lxml.html import HTMLParser, document_fromstring

    # Without huge_tree all beyond 256 levels is dropped without a word; the child process bounds the cost.
    parser = HTMLParser(huge_tree=True)
    # lxml refuses a text (as against bytes) that declares an encoding.
    page = document_fromstring(_XML_DECLARATION.sub("", source), parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise InputError("nests its elements over 2,000 deep; save its text as .txt")
    return page


def _article(source: str) -> str:
    from trafilatura import bare_extraction

    # Trafilatura changes the tree it works on, so it gets one of its own.
    found: Any = bare_extraction(_parse(source), include_comments=False, include_tables=True, with_metadata=False)
    return visible_text(found.body) if found is not None else ""


def _size(text: str) -> int:
    return len("".join(text.split()))


def _title(page: "HtmlElement") -> str | None:
    named = page.xpath("//meta[@property='og:title']/@content")
    headings = [h.text_content() for h in page.iterfind(".//h1")]
    if named or len(headings) == 1:
        return str((named or headings)[0])
    return page.findtext(".//title") or next(iter(headings), None)


def _published(page: "HtmlElement") -> str | None:
    from htmldate import find_date

    found: str | None = find_date(page, extensive_search=False, original_date=True, max_date=_LATEST)
    return found
