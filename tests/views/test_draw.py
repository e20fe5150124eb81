"""Pictures in every format."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html

from kg.errors import InputError
from kg.graph import GraphStore
from kg.views.dot import to_dot
from kg.views.draw import drawing
from kg.views.mermaid import to_mermaid
from kg.views.picture import FORMATS
from tests.views.factory import labelled

BEGINS = {
    "svg": b"<svg ",
    "html": b"<!doctype html>",
    "dot": b"digraph ",
    "gv": b"digraph ",
    "mmd": b"---\ntitle: ",
    "png": b"\x89PNG",
    "pdf": b"%PDF-",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_name_of_the_file_says_the_format(store: GraphStore, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"picture.{name.upper()}"
    drawing(store, about="SYP", title="The force").save(file)
    content = file.read_bytes()
    assert content.startswith(BEGINS[name])
    assert b"South Yorkshire Police" in content or name in {"png", "pdf"}


def test_a_format_may_be_named(store: GraphStore, tmp_path: Path) -> None:
    drawing(store).save(tmp_path / "picture", "dot")
    assert (tmp_path / "picture").read_bytes() == drawing(store).written("dot")


def test_an_unknown_format_is_refused_with_the_known_ones(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"picture\.gif: no picture format ends in '\.gif'; there are \.svg, \.html"):
        drawing(store).save(tmp_path / "picture.gif")


def test_a_folder_that_is_not_there_is_one_clear_line(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"picture\.dot: cannot be written"):
        drawing(store).save(tmp_path / "missing" / "picture.dot")


def test_shows_itself_in_a_notebook(store: GraphStore) -> None:
    shown = html.fromstring(drawing(store)._repr_html_())
    assert shown.tag == "div"
    assert len(shown.findall(".//svg")) == 1
    assert not shown.findall(".//script")
    assert etree.fromstring(drawing(store)._repr_svg_().encode()).get("role") == "img"


def test_dot_quotes_what_would_end_a_string() -> None:
    text = to_dot(labelled('say "x" \\N'))
    assert text.count('label="say \\"x\\" \\\\N"') == 3
    assert 'label="inspects (alleged)"' in text
    assert 'style="dashed"' in text


def test_mermaid_escapes_what_would_end_a_label() -> None:
    text = to_mermaid(labelled('a"] --> b <script>'))
    assert 'n0["a#34;#93; --#62; b #60;script#62;"]' in text
    assert 'n0 -.->|"inspects (alleged)"| n1' in text
    assert text.startswith('---\ntitle: "a\\"] --> b <script>. a')


def test_denied_is_crossed_out(store: GraphStore) -> None:
    text = drawing(store, statuses="denied").svg()
    assert 'class="bar"' in text
    assert "inspects (denied)" in text


def test_what_is_left_out_is_said_in_the_picture(store: GraphStore) -> None:
    note = "2 of 3 bodies and people: those with most lines; the others are left out."
    for name in ("svg", "html", "dot", "mmd"):
        assert note in drawing(store, limit=2).written(name).decode()


SCRIPT = """
import sys
from pathlib import Path
from kg.graph import open_store
from kg.views.draw import drawing, timeline_drawing
store, out = open_store(sys.argv[1]), Path(sys.argv[2])
for name in ("svg", "html", "png", "pdf", "dot", "mmd"):
    drawing(store, relations="all", statuses=["asserted", "denied"], grouped=True).save(out / f"graph.{name}")
for name in ("svg", "html", "pdf"):
    timeline_drawing(store, about="SYP").save(out / f"time.{name}")
"""


def test_two_hash_seeds_give_the_same_bytes(store: GraphStore, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", SCRIPT, str(store.path), str(folder)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        written.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert len(written[0]) == 9
    assert written[0] == written[1]
