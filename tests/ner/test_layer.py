"""What the language model said of a text, kept on disk."""

import os
import time
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.graph import forget
from kg.lexicon import load_lexicon
from kg.ner import Layer, annotate
from kg.types import Document

pytestmark = pytest.mark.model

TEXTS = (
    "Ofsted inspected Marlow Grange in May 2019.\n\nIt was fined £1m.\n\n- Ann Lee, chair, said the trust had failed.",
    "The Board's inquiry, led by Sir Ian Reed, begins on Monday.",
)


def documents(*texts: str) -> list[Document]:
    return [Document(f"d{n}", text, f"d{n}.txt", "") for n, text in enumerate(texts)]


def told(doc: Doc) -> list[tuple[object, ...]]:
    """All that the stages after the model look at."""
    words = [
        (t.text, t.whitespace_, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.ent_iob_,
         t.is_sent_start) for t in doc
    ]  # fmt: skip
    return [*words, doc._.kg_blocks, [(s.text, s.label_) for s in doc.spans["names"]]]


def read(nlp: Language, layer: Layer, *texts: str) -> list[list[tuple[object, ...]]]:
    return [told(doc) for _, doc in annotate(nlp, documents(*texts), layer)]


@pytest.fixture
def layer(nlp: Language, tmp_path: Path) -> Layer:
    return Layer(tmp_path / "layer", nlp, load_lexicon())


def test_what_is_kept_says_the_same(nlp: Language, layer: Layer) -> None:
    anew = [told(doc) for _, doc in annotate(nlp, documents(*TEXTS))]
    assert read(nlp, layer, *TEXTS) == anew
    assert read(nlp, layer, *TEXTS) == anew
    assert read(nlp, layer, TEXTS[1], "A new text between.", TEXTS[0])[::2] == anew[::-1]


def test_a_text_is_read_once(nlp: Language, layer: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    read(nlp, layer, *TEXTS)
    monkeypatch.setattr(nlp, "pipe", lambda texts, **_: iter(()) if not list(texts) else pytest.fail("read again"))
    read(nlp, layer, *TEXTS)


def test_a_damaged_file_is_read_anew(nlp: Language, layer: Layer) -> None:
    anew = read(nlp, layer, *TEXTS)
    for file in layer.folder.iterdir():
        file.write_bytes(file.read_bytes()[:-7])
    assert layer.get(TEXTS[0]) is None
    assert read(nlp, layer, *TEXTS) == anew
    assert layer.get(TEXTS[0]) is not None


def test_a_folder_that_cannot_be_written_to_keeps_nothing(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    layer = Layer(tmp_path / "file", nlp, load_lexicon())
    assert len(read(nlp, layer, *TEXTS)) == len(TEXTS)


def test_of_no_use_any_more_is_what_no_build_asked_for(nlp: Language, layer: Layer) -> None:
    read(nlp, layer, *TEXTS)
    since = time.time() + 10
    kept = next(layer.folder.iterdir())
    os.utime(kept, (since + 1, since + 1))
    forget(layer.folder.parent, since)
    assert list(layer.folder.iterdir()) == [kept]
