"""Drawing to files."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.graph import create, open_store, to_quads
from kg.types import Status
from kg.views.dot import to_dot
from kg.views.draw import FORMATS, diagram, draw
from kg.views.mermaid import to_mermaid
from tests.views.factory import corpus, labelled

BEGINS = {".svg": "<svg ", ".html": "<!doctype html>", ".dot": "digraph ", ".mmd": "flowchart TD"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_name_of_the_file_says_the_format(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"picture{suffix}"
    drawn = draw(corpus(), file, about="SYP", title="The force")
    text = file.read_text(encoding="utf-8")
    assert text.startswith(BEGINS[suffix])
    assert "South Yorkshire Police" in text
    assert drawn.title == "The force"


def test_an_unknown_format_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"picture\.gif: no picture format ends in '\.gif'; there are \.svg, \.html"):
        draw(corpus(), tmp_path / "picture.gif")


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"picture\.dot: cannot be written"):
        draw(corpus(), tmp_path / "missing" / "picture.dot")


def test_dot_quotes_what_would_end_a_string() -> None:
    text = to_dot(labelled('say "x" \\N'))
    assert text.count('label="say \\"x\\" \\\\N"') == 2
    assert 'label="inspects (alleged)"' in text
    assert 'style="dashed"' in text


def test_mermaid_escapes_what_would_end_a_label() -> None:
    text = to_mermaid(labelled('a"] --> b <script>'))
    assert 'n0["a#34;#93; --#62; b #60;script#62;"]' in text
    assert 'n0 -.->|"inspects (alleged)"| n1' in text


def test_denied_is_crossed_out(tmp_path: Path) -> None:
    draw(corpus(), tmp_path / "p.svg", statuses=tuple(Status))
    text = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert 'class="bar"' in text
    assert "inspects (denied)" in text


def test_a_store_is_drawn_as_the_corpus_it_holds(tmp_path: Path) -> None:
    resolved = corpus()
    create(tmp_path / "s.kg", to_quads(resolved), {d.id: d.text for d in resolved.documents})
    store = open_store(tmp_path / "s.kg")
    assert diagram(store, statuses=tuple(Status)) == diagram(resolved, statuses=tuple(Status))
    assert diagram(store, about="hmic", depth=1) == diagram(resolved, about="hmic", depth=1)
    assert [n.iri for n in diagram(store, about="The Watchdog").nodes] == ["urn:watchdog"]
