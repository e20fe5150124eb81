"""An entity as a notebook shows it."""

from pathlib import Path

from lxml import html

from kg.graph import GraphStore, create, open_store, to_quads
from kg.views.entity import entity_view
from tests import factory as f


def cells(markup: str) -> list[list[str]]:
    return [[cell.text_content() for cell in row.findall("td")] for row in html.fromstring(markup).iter("tr")][1:]


def test_shows_names_kind_and_claims_with_their_sentences(store: GraphStore) -> None:
    shown = entity_view(store, "SYP")._repr_html_()
    assert "<h4>South Yorkshire Police</h4><p>organisation</p>" in shown
    assert "also called SYP, the force" in shown
    assert cells(shown) == [
        [
            "South Yorkshire Police oversees Jo Smith",
            "proposed",
            "",
            "It may oversee the mayor.",
            "Title one, 2014-09-16",
        ],
        [
            *("HM Inspectorate of Constabulary inspects South Yorkshire Police", "asserted", ""),
            *("HMIC inspected the force.", "Title one, 2014-09-16"),
        ],
        [
            *("HM Inspectorate of Constabulary criticises South Yorkshire Police", "asserted", ""),
            *("HMIC inspected the force.", "Title one, 2014-09-16"),
        ],
    ]


def test_a_denial_is_called_one(store: GraphStore) -> None:
    (row,) = cells(entity_view(store, "The Watchdog")._repr_html_())
    assert row[1] == "denied"


def test_hostile_names_are_text_and_a_long_list_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "graph.kg"
    doc = f.document("d", "It is said.")
    hub = f.entity("<script>alert(1)</script>")
    bodies = [f.entity(f"Body {i}") for i in range(201)]
    claims = [f.claim(hub, "oversees", body, f.evidence(doc, "It is said.")) for body in bodies]
    create(path, to_quads(f.resolved(doc, hub, *bodies, *claims)), {"d": doc.text})
    shown = entity_view(open_store(path), hub.iri)._repr_html_()
    assert "<script" not in shown
    assert len(cells(shown)) == 200
    assert "200 of 201 rows shown" in shown
