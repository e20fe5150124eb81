"""What lies over what in a placed diagram."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from kg.views.elk import Box, Point
from kg.views.layout import Placed

HAIR = 0.5  # pixels: lines that touch a box do not cross it


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def overlaps(placed: Placed) -> list[tuple[Box, Box]]:
    """Pairs of boxes and labels that lie over each other."""
    boxes = sorted((*(n.box for n in placed.nodes), *(e.box for e in placed.edges if e.box)), key=lambda b: b.y)
    found, open_ = [], list[Box]()
    for box in boxes:  # from the top down, against those that reach so far
        open_ = [b for b in open_ if b.y + b.height > box.y]
        found += [(b, box) for b in open_ if overlap(b, box)]
        open_.append(box)
    return found


def crossed(placed: Placed, boxes: list[Box]) -> Iterator[tuple[int, Box]]:
    """Every edge, by number, that runs through the inside of a box."""
    inner = [Box(b.x + HAIR, b.y + HAIR, b.width - 2 * HAIR, b.height - 2 * HAIR) for b in boxes]
    for number, edge in enumerate(placed.edges):
        for a, b in pairwise(edge.points):
            left, top = min(a[0], b[0]), min(a[1], b[1])
            line = Box(left, top, abs(a[0] - b[0]) + 1e-9, abs(a[1] - b[1]) + 1e-9)
            yield from ((number, box) for box in inner if overlap(line, box))


def slanted(placed: Placed) -> list[int]:
    """Edges with a part that is neither level nor upright, by number."""
    return [i for i, e in enumerate(placed.edges) if any(a[0] != b[0] and a[1] != b[1] for a, b in pairwise(e.points))]


def shared(placed: Placed) -> Iterator[tuple[int, int]]:
    """Pairs of edges of two sources, or of two kinds of line, a part of which runs on top of each other."""
    parts = [(i, a, b) for i, e in enumerate(placed.edges) for a, b in pairwise(e.points)]
    trunks = [(e.edge.source, e.edge.predicate, e.edge.status) for e in placed.edges]
    for (one, *line), (other, *beside) in combinations(parts, 2):
        if trunks[one] != trunks[other] and (_along(line, beside, 0) or _along(line, beside, 1)):
            yield one, other


def _along(line: list[Point], other: list[Point], axis: int) -> bool:
    """Whether two parts run on top of each other for more than a pixel; axis 0 is level, 1 upright."""
    across = 1 - axis
    if any(abs(point[across] - line[0][across]) >= 1 for point in (line[1], *other)):
        return False
    low = max(min(p[axis] for p in line), min(p[axis] for p in other))
    return min(max(p[axis] for p in line), max(p[axis] for p in other)) - low > 1
