"""The one place that runs JavaScript: the ELK layered layout, in an embedded engine.

ELK (Eclipse Layout Kernel) comes as elkjs, unmodified, put beside this file when the package is built.
Its options are at https://eclipse.dev/elk/reference/options.html.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import pairwise
from typing import Any

from kg.errors import InputError

Point = tuple[float, float]
Points = tuple[Point, ...]

SOME = 400  # lines; with more, the tidiest placement takes minutes, and the next best seconds
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


class Direction(StrEnum):
    """Which way the layers follow one another."""

    DOWN = "DOWN"
    RIGHT = "RIGHT"


_SIDES = {Direction.DOWN: ("SOUTH", "NORTH"), Direction.RIGHT: ("EAST", "WEST")}  # lines leave, and come in


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Vertex:
    """A box to place. Lines come in anywhere along one side of it, or, of a ``listing``, where each says."""

    id: str
    width: float
    height: float
    listing: bool = False
    band: int | None = None  # layers of one band hold no vertex of another, and bands come in order


@dataclass(frozen=True, slots=True)
class Line:
    """A line to route. Those of one ``kind`` leave a box as one line that forks; no two sources share a line,
    for it would seem that the one does what the other does.

    ``label`` is the width and height of what stands beside the line where it leaves its source. A circle
    is broken at a ``downward`` line last. ``entry`` is where it comes into a listing, from its upper left corner.
    """

    id: str
    source: str
    target: str
    kind: str
    label: tuple[float, float]
    downward: bool
    entry: tuple[float, float] | None = None

    @property
    def leaves(self) -> str:
        """The port it starts from."""
        return f"{self.source} out {self.kind}"

    @property
    def arrives(self) -> str:
        """The port it ends at."""
        return f"{self.target} from {self.source} {self.kind}"


@dataclass(frozen=True, slots=True)
class Answer:
    """Where everything goes: boxes and routes by id, labels by the port they stand at."""

    width: float
    height: float
    boxes: dict[str, Box]
    routes: dict[str, Points]
    labels: dict[str, Box]


def run_elk(
    vertices: Sequence[Vertex],
    lines: Sequence[Line],
    *,
    direction: Direction = Direction.DOWN,
    seconds: float = SECONDS,
) -> Answer:
    """Place a graph in layers; the same graph gives the same answer."""
    ports = _ports(lines, *_SIDES[direction])
    children = [_child(v, ports[v.id]) for v in vertices]
    options = _options(len(lines), direction)
    if any(v.band is not None for v in vertices):
        options |= _BANDS
    graph = {"id": "root", "layoutOptions": options, "children": children}
    answer = _call(graph | {"edges": [_edge(line) for line in lines]}, seconds)
    return Answer(
        round(answer["width"], 1),
        round(answer["height"], 1),
        {child["id"]: _box(child) for child in answer["children"]},
        {edge["id"]: _route(edge["sections"][0]) for edge in answer["edges"]},
        {
            port["id"]: _box(label, child["x"] + port["x"], child["y"] + port["y"])
            for child in answer["children"]
            for port in child["ports"]
            for label in port["labels"]
        },
    )


def _ports(lines: Sequence[Line], out: str, into: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The ports of each vertex: lines leave on one side, with their label, and come in on the other."""
    ports: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for line in lines:
        label = {"text": " ", "width": line.label[0], "height": line.label[1]}
        ports[line.source][line.leaves] = {**_port(line.leaves, out), "labels": [label]}
        place = {} if line.entry is None else dict(zip("xy", line.entry, strict=True))
        ports[line.target][line.arrives] = {**_port(line.arrives, into), "labels": [], **place}
    return ports


def _port(id_: str, side: str) -> dict[str, Any]:
    return {"id": id_, "width": 0, "height": 0, "layoutOptions": {"elk.port.side": side}}


def _child(vertex: Vertex, ports: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": vertex.id,
        "width": vertex.width,
        "height": vertex.height,
        "layoutOptions": {
            "elk.portConstraints": "FIXED_POS" if vertex.listing else "FIXED_SIDE",
            "elk.portLabels.placement": "OUTSIDE",
            "elk.nodeSize.constraints": "" if vertex.listing else "PORTS PORT_LABELS MINIMUM_SIZE",
            "elk.nodeSize.minimum": f"({vertex.width},{vertex.height})",
            **({} if vertex.band is None else {"elk.partitioning.partition": str(vertex.band)}),
        },
        "ports": list(ports.values()),
    }


def _edge(line: Line) -> dict[str, Any]:
    options = {"elk.layered.priority.direction": "10" if line.downward else "0"}
    return {"id": line.id, "sources": [line.leaves], "targets": [line.arrives], "layoutOptions": options}


# No compaction afterwards: it draws lines through boxes, and moves boxes from band to band.
_TIDY = {
    "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
    "elk.layered.thoroughness": "7",
}
_BANDS = {
    "elk.partitioning.activate": "true",
    "elk.separateConnectedComponents": "false",
}
_QUICK = {"elk.layered.nodePlacement.strategy": "BRANDES_KOEPF", "elk.layered.thoroughness": "1"}


def _options(lines: int, direction: Direction) -> dict[str, str]:
    return {
        "elk.algorithm": "layered",
        "elk.direction": direction.value,
        "elk.edgeRouting": "ORTHOGONAL",
        "elk.padding": "[top=8,left=8,bottom=8,right=8]",
        "elk.aspectRatio": "1.5",
        "elk.spacing.nodeNode": "24",
        "elk.spacing.edgeNode": "14",
        "elk.spacing.edgeEdge": "10",
        "elk.spacing.labelPortHorizontal": "4",
        "elk.spacing.labelPortVertical": "3",
        "elk.spacing.componentComponent": "36",
        "elk.layered.spacing.nodeNodeBetweenLayers": "26",
        "elk.layered.spacing.edgeNodeBetweenLayers": "14",
        "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
        **(_TIDY if lines <= SOME else _QUICK),
    }


def _box(item: dict[str, Any], x: float = 0, y: float = 0) -> Box:
    return Box(round(x + item["x"], 1), round(y + item["y"], 1), item["width"], item["height"])


def _route(section: dict[str, Any]) -> Points:
    points = [section["startPoint"], *section.get("bendPoints", ()), section["endPoint"]]
    through = [(round(p["x"], 1), round(p["y"], 1)) for p in points]
    if len(through) > 2:
        through[1] = _straightened(through[1], through[0])
        through[-2] = _straightened(through[-2], through[-1])
    return (through[0], *(b for a, b in pairwise(through) if a != b))


def _straightened(bend: Point, end: Point) -> Point:
    """The first bend in line with the end it is next to: where a line leaves and comes back the engine rounds."""
    x, y = (e if abs(b - e) < 1 else b for b, e in zip(bend, end, strict=True))
    return x, y


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
