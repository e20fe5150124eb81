"""A placed diagram as one HTML file: the drawing, the sentences behind it, a small script to read them by."""

import json
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from kg.views.layout import Placed, PlacedEdge
from kg.views.scheme import Scheme, load_scheme
from kg.views.sentences import Sentence
from kg.views.svg import to_svg
from kg.views.text import printable

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
<header>
<h1>{title}</h1>
<div class="search"><label for="search">Find</label>
<input id="search" type="search" list="names" autocomplete="off" placeholder="a body or a person">
<datalist id="names"></datalist></div>
<div class="tools" role="group" aria-label="Zoom">
<button type="button" id="in" aria-label="Zoom in">+</button>
<button type="button" id="out" aria-label="Zoom out">−</button>
<button type="button" id="fit">Fit</button>
</div>
</header>
<main id="stage" tabindex="0" aria-label="Drawing: arrows move it, + and − zoom, Tab steps through it">
{svg}</main>
<aside id="drawer" hidden aria-labelledby="heading">
<button type="button" id="close" aria-label="Close">×</button>
<h2 id="heading" tabindex="-1"></h2>
<p id="about"></p>
<div id="evidence"></div>
</aside>
<p id="said" class="unseen" role="status"></p>
<noscript><p>The sentences behind the lines need this page's script to run.</p></noscript>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def to_html(placed: Placed, sentences: Sequence[Sequence[Sentence]]) -> str:
    """One file that asks nothing of the network, with the sentences of each edge.

    Names and sentences are data to its script, never markup.
    """
    style, script = static("page.css") + static("drawing.css"), static("drawing.js")
    return _PAGE.format(
        policy=content_policy(style=style, script=script),
        title=escape(printable(placed.diagram.title)),
        style=style,
        svg=to_svg(placed, in_page=True),
        data=_json_for_script(_data(placed, sentences, load_scheme(placed.diagram.ontology))),
        script=script,
    )


def content_policy(*, style: str, script: str | None = None) -> str:
    """What a page that carries everything may use: this style sheet, and this script if it has one."""
    scripts = f"script-src {_hash(script)}; " if script else ""
    return f"default-src 'none'; {scripts}style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def static(name: str) -> str:
    """A file of ``static/``."""
    return files("kg.views").joinpath("static", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _json_for_script(data: dict[str, Any]) -> str:
    """JSON in ASCII in which no tag or comment can begin or end."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _data(placed: Placed, sentences: Sequence[Sequence[Sentence]], scheme: Scheme) -> dict[str, Any]:
    places = {n.node.iri: i for i, n in enumerate(placed.nodes)}
    nodes = [
        {
            "name": n.node.label,
            "kind": scheme.node(n.node.kind, n.node.classification).label,
            "x": round(n.box.x + n.box.width / 2, 1),
            "y": round(n.box.y + n.box.height / 2, 1),
        }
        for n in placed.nodes
    ]
    focus = [places[iri] for iri in placed.diagram.focus]
    edges = [_edge(e, said, places) for e, said in zip(placed.edges, sentences, strict=True)]
    return {"nodes": nodes, "edges": edges, "focus": focus[0] if focus else -1}


def _edge(placed: PlacedEdge, sentences: Sequence[Sentence], places: dict[str, int]) -> dict[str, Any]:
    edge = placed.edge
    return {
        "source": places[edge.source],
        "target": places[edge.target],
        "label": placed.label,
        "status": edge.status.value,
        "stack": placed.stack,
        "sentences": [
            {
                "text": s.text,
                "title": s.title,
                "from": s.source,
                "date": s.published or "",
                "confidence": round(s.confidence, 3),
                "speaker": s.speaker or "",
            }
            for s in sentences
        ],
    }
