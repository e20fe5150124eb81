"""The geometry of a line: rounded corners, a head at its end, a bar across it."""

from math import hypot

Point = tuple[float, float]
Points = tuple[Point, ...]
CORNER = 6.0


def path(points: Points, short: float) -> str:
    """SVG path data through the points, corners rounded, ending ``short`` of the last for the head."""
    *inner, _ = points
    through = [*inner, _toward(points[-1], points[-2], short)]
    data = [f"M{_p(through[0])}"]
    for before, corner, after in zip(through, through[1:], through[2:], strict=False):
        data.append(f"L{_p(_toward(corner, before, _radius(before, corner)))}")
        data.append(f"Q{_p(corner)} {_p(_toward(corner, after, _radius(corner, after)))}")
    return "".join([*data, f"L{_p(through[-1])}"])


def arrow(points: Points, length: float, half: float) -> str:
    """A filled triangle whose tip is the last point."""
    tip, base = points[-1], _toward(points[-1], points[-2], length)
    size = hypot(tip[0] - base[0], tip[1] - base[1]) or 1.0
    dx, dy = (tip[0] - base[0]) / size * half, (tip[1] - base[1]) / size * half
    return f"M{_p(tip)}L{_p((base[0] - dy, base[1] + dx))}L{_p((base[0] + dy, base[1] - dx))}Z"


def bar(points: Points) -> str:
    """Two short strokes that cross out the line near its head."""
    x, y = _toward(points[-1], points[-2], 20)
    return f"M{_p((x - 5, y - 5))}L{_p((x + 5, y + 5))}M{_p((x - 5, y + 5))}L{_p((x + 5, y - 5))}"


def _radius(one: Point, other: Point) -> float:
    return min(CORNER, hypot(other[0] - one[0], other[1] - one[1]) / 2)


def _toward(start: Point, goal: Point, distance: float) -> Point:
    size = hypot(goal[0] - start[0], goal[1] - start[1])
    share = min(distance / size, 1.0) if size else 0.0
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _p(point: Point) -> str:
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"
