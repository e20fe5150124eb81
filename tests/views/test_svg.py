"""The drawing as SVG."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kg.types import Status
from kg.views.diagram import Diagram, Edge
from kg.views.layout import layout
from kg.views.scheme import STATUS_DASH, load_scheme
from kg.views.svg import to_svg
from kg.vocab import OV
from tests.views.factory import labelled, node, picture, placed

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "closing": "</script></title></svg><script>alert(1)</script>",
    "attribute": '" onload="alert(1)" x=\'',
    "cdata": "]]><![CDATA[<script/>",
    "comment": "<!-- --><svg onload=alert(1)>",
    "entity": "&lt;b&gt; &#x3c;script&#x3e; &xxe;",
    "override": "\u202eecilop\u202c \u200f",
    "controls": "a\x00b\x08c\ufffe\ud800d",
    "long": "Ministry of Everything " * 450,
    "unbroken": "M" * 10_000,
    "arabic": "هيئة الرقابة والتفتيش على الشرطة",
    "chinese": "中华人民共和国国家监察委员会",
    "empty": "",
    "braces": "{title} {0} %s ${x} `y`",
}


def drawn(diagram: Diagram) -> etree._Element:
    return etree.fromstring(to_svg(placed(diagram)).encode())


def elements(root: etree._Element, tag: str, class_: str) -> list[etree._Element]:
    return list(root.iterfind(f".//{SVG}{tag}[@class='{class_}']"))


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
def test_hostile_labels_are_text(label: str) -> None:
    root = drawn(labelled(label))
    tags = {str(e.tag).removeprefix(SVG) for e in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    assert not [a for e in root.iter() for a in e.attrib if str(a).startswith("on") or "href" in str(a)]


@settings(max_examples=10, deadline=None)
@given(st.text())
def test_any_label_gives_well_formed_xml(label: str) -> None:
    assert drawn(labelled(label)).tag == f"{SVG}svg"


def test_says_what_it_shows_to_who_cannot_see_it() -> None:
    root = drawn(picture([("a", "inspects", "b")], title="Police & others"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Police & others"
    description = root.findtext(f"{SVG}desc") or ""
    assert description.startswith("2 bodies, 1 line, 1 document. ")
    assert " a inspects " in description


@pytest.mark.parametrize("status", list(Status))
def test_an_unbroken_line_means_asserted(status: Status) -> None:
    edge = Edge("a", "b", OV.inspects, status)
    root = drawn(Diagram("t", (node("a"), node("b")), (edge,)))
    line = elements(root, "path", "line")[0]
    assert (line.get("stroke-dasharray") is None) == (status is Status.ASSERTED)
    assert line.get("stroke-dasharray", "none") == STATUS_DASH[status]
    broken = [path for path in elements(root, "g", "edge")[0].iter() if path.get("stroke-dasharray")]
    assert broken == [] if status is Status.ASSERTED else broken == [line]
    assert line.get("stroke") == load_scheme().relation(OV.inspects).colour


def test_more_documents_make_a_thicker_line() -> None:
    def thick(documents: int) -> float:
        edge = Edge("a", "b", OV.oversees, Status.ASSERTED, documents=documents)
        root = drawn(Diagram("t", (node("a"), node("b")), (edge,)))
        return float(elements(root, "path", "line")[0].get("stroke-width") or 0)

    assert thick(1) < thick(2) < thick(5) == thick(9)


def test_the_legend_names_what_is_used_and_nothing_else() -> None:
    root = drawn(picture([("a", "inspects", "b"), ("a", "sanctions", "b")]))
    legend = elements(root, "g", "legend")[0]
    words = [t.text for t in legend.findall(f"{SVG}text")]
    assert words == [
        "Relation",
        "Status",
        "Kind",
        "inspects",
        "sanctions",
        "stated as a fact",
        "organisation",
    ]


def test_relations_differ_in_colour() -> None:
    scheme = load_scheme()
    used = [scheme.relation(OV[r]).colour for r in ("oversees", "inspects", "investigates", "sanctions")]
    assert len(set(used)) == 4


def test_refers_to_nothing_outside() -> None:
    text = to_svg(placed(picture([("a", "inspects", "b")])))
    assert text.count("http") == 1
    assert 'xmlns="http://www.w3.org/2000/svg"' in text


def test_the_same_diagram_gives_the_same_bytes() -> None:
    diagram = picture([("a", "inspects", "b"), ("b", "oversees", "c")])
    assert to_svg(layout(diagram)) == to_svg(layout(diagram))


def test_an_empty_picture_is_still_one() -> None:
    assert "nothing to show" in to_svg(placed(picture([])))


def test_every_body_and_line_can_be_found_and_reached_in_a_page() -> None:
    diagram = picture([("urn:a", "inspects", "urn:b")])
    root = etree.fromstring(to_svg(placed(diagram), in_page=True).encode())
    assert root.get("role") == "group"
    assert not root.findall(f"{SVG}style")
    assert [g.get("data-iri") for g in elements(root, "g", "node")] == ["urn:a", "urn:b"]
    (edge,) = elements(root, "g", "edge")
    assert (edge.get("data-edge"), edge.get("data-claims")) == ("0", "urn:claim:urn:a-inspects-urn:b")
    for group in (*elements(root, "g", "node"), edge):
        assert (group.get("tabindex"), group.get("role")) == ("0", "button")
        assert group.findtext(f"{SVG}title")


def test_a_drawing_on_its_own_is_one_picture_that_turns_dark() -> None:
    root = drawn(picture([("a", "inspects", "b")]))
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")
    assert not [e for e in root.iter() if e.get("tabindex")]


def test_the_notes_of_a_diagram_stand_under_its_title() -> None:
    words = [t.text for t in drawn(replace(picture([]), notes=("40 of 120 bodies.",))).iterfind(f"{SVG}text")]
    assert words == ["A picture", "nothing to show", "40 of 120 bodies."]
