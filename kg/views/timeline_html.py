"""A timeline as one HTML file: the picture, and every event in words with the sentence that tells of it."""

from collections.abc import Iterator
from html import escape

from kg.views.html import content_policy, static
from kg.views.text import printable
from kg.views.timeline import Event, Timeline
from kg.views.timeline_svg import timeline_to_svg

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1></header>
<main>
<div class="picture" tabindex="0" role="region" aria-label="The timeline as a picture">
{svg}</div>
<ol>
{events}
</ol>
</main>
</body>
</html>
"""


def timeline_to_html(timeline: Timeline) -> str:
    """One file that asks nothing of the network and runs no script."""
    style = static("page.css") + static("timeline.css")
    return _PAGE.format(
        policy=content_policy(style=style),
        title=escape(printable(timeline.title)),
        style=style,
        svg=timeline_to_svg(timeline, in_page=True),
        events="\n".join(line for event in (*timeline.events, *timeline.undated) for line in _event(event)),
    )


def _event(event: Event) -> Iterator[str]:
    yield f'<li dir="auto"><b>{_said(event.when)}</b> {_said(event.phrase)}'
    if event.sentence:
        more = f", and {event.documents - 1} more" if event.documents > 1 else ""
        source = ", ".join(filter(None, (event.sentence.title, event.sentence.published or "undated")))
        yield f'<blockquote dir="auto">{_said(event.sentence.text)}</blockquote>'
        yield f"<small>{_said(source)}{more}</small>"
    yield "</li>"


def _said(text: str) -> str:
    return escape(printable(text))
