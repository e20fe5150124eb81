"""PNG and PDF: drawn without a browser, with words that can be found again."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from kg.errors import InputError
from kg.graph import GraphStore
from kg.views import fonts
from kg.views.draw import drawing
from kg.views.pdf import to_pdf
from kg.views.png import to_png
from kg.views.svg import to_svg
from tests.views.factory import labelled, picture, placed

PAIR = to_svg(placed(picture([("a", "inspects", "b")], title="Café society and others")))


def words_of(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def test_a_pdf_has_one_page_of_the_size_of_the_drawing_and_its_words() -> None:
    document = pypdfium2.PdfDocument(to_pdf(PAIR))
    assert len(document) == 1
    width, height = (float(PAIR.split(f'{side}="')[1].split('"')[0]) for side in ("width", "height"))
    assert document[0].get_size() == pytest.approx((width * 0.75, height * 0.75), abs=0.1)
    assert "Café society and others" in words_of(to_pdf(PAIR))
    assert document.get_metadata_value("Title") == "Café society and others"


def test_a_very_large_drawing_keeps_to_the_largest_page() -> None:
    huge = PAIR.replace('width="688"', 'width="40000"', 1)
    assert pypdfium2.PdfDocument(to_pdf(huge))[0].get_size()[0] <= 14_400


def test_a_pdf_draws_lines_and_boxes_where_the_svg_does() -> None:
    painted = pypdfium2.PdfDocument(to_pdf(PAIR))[0].render(scale=4 / 3).to_numpy()
    box = placed(picture([("a", "inspects", "b")], title="Café society and others")).nodes[0].box
    shift = [float(n) for n in PAIR.split('class="drawing" transform="translate(')[1].split(")")[0].split()]
    inside = painted[int(shift[1] + box.y + 5), int(shift[0] + box.x + 5)]
    outside = painted[int(shift[1] + box.y + 5), int(shift[0] + box.x - 8)]
    assert tuple(outside[:3]) == (255, 255, 255)
    assert tuple(inside[:3]) != (255, 255, 255)


def test_a_png_is_twice_the_size_so_that_it_is_sharp() -> None:
    painted = to_png(PAIR)
    assert int.from_bytes(painted[16:20], "big") == 2 * 688


def test_a_drawing_too_large_for_png_is_refused() -> None:
    with pytest.raises(InputError, match=r"too large for PNG: write \.svg or \.pdf"):
        to_png(PAIR.replace('width="688"', 'width="900000"', 1))


@pytest.mark.parametrize("write", [to_png, to_pdf])
def test_the_same_drawing_gives_the_same_bytes(write: Callable[[str], bytes]) -> None:
    assert write(PAIR) == write(PAIR)


def test_the_letters_of_western_europe_need_no_font_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_installed", lambda: iter(()))
    assert fonts.others_for("Coimisiún na Meán, Škoda, œuvre – “x” … \u200f") == ()


@pytest.mark.parametrize("write", [to_png, to_pdf])
def test_letters_no_font_has_are_an_error_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, write: Callable[[str], bytes]
) -> None:
    monkeypatch.setattr(fonts, "_installed", lambda: iter(()))
    with pytest.raises(InputError, match=r"has the letters 中 央: install one .* or write \.svg or \.html"):
        write(to_svg(placed(labelled("中央"))))


def test_a_font_of_the_machine_is_used_for_what_the_first_lacks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    plain, bold = fonts.faces()
    monkeypatch.setattr(fonts, "letters", lambda font: frozenset("ab中") if font == bold else frozenset("ab"))
    monkeypatch.setattr(fonts, "_installed", lambda: iter((plain, bold)))
    assert fonts.others_for("ab 中") == (bold,)
    monkeypatch.undo()
    assert fonts.letters(broken) == frozenset()


def test_pdf_refuses_a_script_it_would_set_wrongly() -> None:
    with pytest.raises(InputError, match=r"PDF cannot set the script of .* rightly: write \.png, \.svg or \.html"):
        to_pdf(to_svg(placed(labelled("هيئة"))))


def test_a_drawing_of_a_store_is_searchable(store: GraphStore) -> None:
    assert "HM Inspectorate" in words_of(drawing(store).written("pdf"))
