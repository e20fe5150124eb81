"""The one place that runs JavaScript: the ELK layered layout, in an embedded engine.

ELK (Eclipse Layout Kernel) comes as elkjs, unmodified, put beside this file when the package is built.
Its options are at https://eclipse.dev/elk/reference/options.html.
"""

import json
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise
from math import ceil, sqrt
from typing import Any

from kg.errors import InputError

Points = tuple[tuple[float, float], ...]

SOME = 160  # vertices; above it the tidiest placement takes too long, and layers are held to a width
SECONDS = 60.0  # enough for a thousand bodies; a graph that needs longer is no picture

# What GWT code looks for in a browser. Calls are made directly, so timers need never fire.
_SHIM = """
var exports = {}, module = {exports: exports}, self = globalThis;
var setTimeout = function () { return 0; }, clearTimeout = function () {};
"""

_CALL = """
function layoutJson(text) {
  var answer = null, worker = new module.exports.Worker();
  worker.onmessage = function (message) { answer = message.data; };
  worker.dispatcher.saveDispatch({data: {id: 0, cmd: "register", algorithms: ["layered"]}});
  worker.dispatcher.saveDispatch({data: {id: 1, cmd: "layout", graph: JSON.parse(text)}});
  return JSON.stringify(answer.error ? {error: String(answer.error.message || answer.error)} : answer.data);
}
"""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Vertex:
    """A box to place. Lines come in anywhere along its top, or ``entry`` from its left end."""

    id: str
    width: float
    height: float
    entry: float | None = None


@dataclass(slots=True)
class Graph:
    """What is to be placed. Lines of one kind leave a box as one line that forks, and so reach it."""

    vertices: list[Vertex] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)

    def add_edge(
        self, id_: str, ends: tuple[str, str], kind: str, label: tuple[float, float], *, downward: bool
    ) -> None:
        """A line with a label of this width and height; a circle is broken at a ``downward`` one last."""
        source, target = ends
        inline = {"elk.edgeLabels.inline": "true"}
        self.edges.append(
            {
                "id": id_,
                "sources": [f"{source} out {kind}"],
                "targets": [f"{target} in {kind}"],
                "layoutOptions": {"elk.layered.priority.direction": "10" if downward else "0"},
                "labels": [{"text": " ", "width": label[0], "height": label[1], "layoutOptions": inline}],
            }
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """Where everything goes, by id."""

    width: float
    height: float
    boxes: dict[str, Box]
    routes: dict[str, Points]
    labels: dict[str, Box]


def run_elk(graph: Graph, *, seconds: float = SECONDS) -> Answer:
    """Place a graph in layers from the top down; the same graph gives the same answer."""
    size = len(graph.vertices)
    children = [_child(v, graph.edges) for v in graph.vertices]
    answer = _call({"id": "root", "layoutOptions": _options(size), "children": children, "edges": graph.edges}, seconds)
    return Answer(
        round(answer["width"], 1),
        round(answer["height"], 1),
        {child["id"]: _box(child) for child in answer["children"]},
        {edge["id"]: _route(edge["sections"][0]) for edge in answer["edges"]},
        {edge["id"]: _box(edge["labels"][0]) for edge in answer["edges"]},
    )


def _child(vertex: Vertex, edges: list[dict[str, Any]]) -> dict[str, Any]:
    out = {e["sources"][0]: "SOUTH" for e in edges if e["sources"][0].startswith(f"{vertex.id} ")}
    into = {e["targets"][0]: "NORTH" for e in edges if e["targets"][0].startswith(f"{vertex.id} ")}
    fixed = {} if vertex.entry is None else {"x": vertex.entry, "y": 0}
    return {
        "id": vertex.id,
        "width": vertex.width,
        "height": vertex.height,
        "layoutOptions": {"elk.portConstraints": "FIXED_POS" if fixed else "FIXED_SIDE"},
        "ports": [
            {"id": id_, "width": 0, "height": 0, **fixed, "layoutOptions": {"elk.port.side": side}}
            for id_, side in (out | into).items()
        ],
    }


def _options(size: int) -> dict[str, str]:
    options = {
        "elk.algorithm": "layered",
        "elk.direction": "DOWN",
        "elk.edgeRouting": "ORTHOGONAL",
        "elk.padding": "[top=8,left=8,bottom=8,right=8]",
        "elk.aspectRatio": "1.5",
        "elk.spacing.nodeNode": "24",
        "elk.spacing.edgeNode": "14",
        "elk.spacing.edgeEdge": "10",
        "elk.spacing.edgeLabel": "4",
        "elk.spacing.componentComponent": "36",
        "elk.layered.spacing.nodeNodeBetweenLayers": "26",
        "elk.layered.spacing.edgeNodeBetweenLayers": "14",
        "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
        "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX" if size <= SOME else "LINEAR_SEGMENTS",
        "elk.layered.compaction.postCompaction.strategy": "EDGE_LENGTH",
        "elk.layered.thoroughness": "7",
    }
    if size > SOME:
        options["elk.layered.layering.strategy"] = "COFFMAN_GRAHAM"
        options["elk.layered.layering.coffmanGraham.layerBound"] = str(ceil(sqrt(size)))
    return options


def _box(item: dict[str, Any]) -> Box:
    return Box(round(item["x"], 1), round(item["y"], 1), item["width"], item["height"])


def _route(section: dict[str, Any]) -> Points:
    points = [section["startPoint"], *section.get("bendPoints", ()), section["endPoint"]]
    through = [(round(p["x"], 1), round(p["y"], 1)) for p in points]
    return (through[0], *(b for a, b in pairwise(through) if a != b))


def _call(graph: dict[str, Any], seconds: float) -> dict[str, Any]:
    from py_mini_racer import JSOOMException, JSTimeoutException, MiniRacer

    source = _source()
    # Closed at once: an engine left to the garbage collector can hang the interpreter at its end.
    with MiniRacer() as engine:
        engine.eval(_SHIM + source + _CALL)
        try:
            answer = engine.eval(f"layoutJson({json.dumps(json.dumps(graph))})", timeout_sec=seconds)
        except (JSTimeoutException, JSOOMException) as error:
            engine.eval("0")  # waits until the engine has truly stopped: closed before, it complains on stderr
            size = len(graph["children"])
            remedy = "draw it about one body, or to a smaller depth"
            raise InputError(f"a picture of {size} bodies is too large to lay out; {remedy}") from error
    placed: dict[str, Any] = json.loads(str(answer))
    if "error" in placed:
        raise InputError(f"the layout engine refused the graph: {placed['error']}")
    return placed


def _source() -> str:
    file = files("kg.views").joinpath("vendor", "elkjs", "elk-worker.min.js")
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{file} is missing: install the package again, its build brings it") from None
