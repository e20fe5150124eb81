"""Embeddings worked out once for all tokens that look the same to the model.

The first layers of spaCy's models turn each token into a vector by itself: by its form, prefix, suffix and
shape, and by the vector of its word. A text repeats its words, so most of these vectors are known already;
what is new in a batch goes through the stock layers. The table grows as the vocabulary of spaCy does.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Floats = NDArray[np.float32]
Numbers = NDArray[np.uint64]
_FIRST, _LAST = "extract_features", "ragged2list"
_ALONE = frozenset(  # layers that look at one token at a time
    {_FIRST, "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout", _LAST}
)


class _Kinds:
    """Stands for a Doc before the stock layers, with one token of each kind."""

    def __init__(self, vocab: Vocab, columns: list[int | str], seen: Numbers) -> None:
        self.vocab = vocab
        self._columns = columns
        self._seen = seen

    def __len__(self) -> int:
        return len(self._seen)

    def to_array(self, attributes: Any) -> Numbers:
        """The columns the features are made of, or the one by which vectors are found."""
        return self._seen[:, :-1] if attributes == self._columns else self._seen[:, -1]


class _Memo:
    """The vectors that are known, by what the layers see of a token."""

    def __init__(self, stock: Any) -> None:
        self._stock = stock
        self._columns: list[int | str] = next(n for n in stock.walk() if n.name == _FIRST).attrs["columns"]
        self._rows: dict[bytes, int] = {}
        self._table: Floats = np.zeros((1024, stock.get_dim("nO")), dtype="float32")

    def embed(self, docs: list[Doc]) -> list[Floats]:
        """One vector per token of each doc."""
        vocab = docs[0].vocab
        attributes = [*self._columns, getattr(vocab.vectors, "attr", "ORTH")]
        seen = np.concatenate([doc.to_array(attributes) for doc in docs])
        kinds: list[bytes] = seen.view(f"V{seen.shape[1] * seen.itemsize}").ravel().tolist()
        first = {kind: i for i, kind in enumerate(kinds) if kind not in self._rows}
        if first:
            self._learn(list(first), _Kinds(vocab, self._columns, seen[list(first.values())]))
        vectors = self._table[[self._rows[kind] for kind in kinds]]
        return np.split(vectors, np.cumsum([len(doc) for doc in docs])[:-1])

    def _learn(self, kinds: list[bytes], tokens: _Kinds) -> None:
        start, end = len(self._rows), len(self._rows) + len(kinds)
        while end > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[start:end] = self._stock.predict([tokens])[0]
        self._rows.update(zip(kinds, range(start, end), strict=True))


def _memoised(stock: Any) -> Any:
    """A layer that does the work of a stock one, and leaves training to it."""
    memo = _Memo(stock)

    def forward(_: Any, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
        if is_train or not docs:
            return stock(docs, is_train)  # type: ignore[no-any-return]
        return memo.embed(docs), lambda _: []

    return Model("kg_embed", forward, layers=[stock], dims={"nO": stock.get_dim("nO")})


def fits(node: Any) -> bool:
    """Whether a layer makes vectors of docs, one token at a time."""
    leaves = [inner.name for inner in node.walk() if not inner.layers]
    ends = bool(node.layers) and node.layers[-1].name == _LAST
    return ends and leaves.count(_FIRST) == 1 and _ALONE.issuperset(leaves)


def quicken_embedding(model: Any) -> None:
    """Put a layer with a memory in the place of each that ``fits``."""
    for node in [node for node in model.walk() if fits(node)]:
        model.replace_node(node, _memoised(node))
