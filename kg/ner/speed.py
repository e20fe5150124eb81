"""The same annotation in less time, whatever the order of the documents.

``quicken`` changes how a loaded pipeline computes, not what it says: matrix products go to numpy's BLAS
(a third less time in all than with the library spaCy bundles), the attribute ruler and the lemmatizer look
up what they have decided before (``kg.ner.speed_ruler``, ``kg.ner.speed_lemmas``), and entities are decoded
for many tokens at a time (``kg.ner.speed_ner``). What is not as expected in a pipeline stays as it is.
"""

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps

from kg.ner.speed_embed import quicken_embedding
from kg.ner.speed_lemmas import quicken_lemmas
from kg.ner.speed_ner import quicken_ner
from kg.ner.speed_ruler import quicken_ruler

# Blocks of so many rows, as they are or turned on their side, the quickest first: see ``BlockOps``.
_WAYS = ((128, False), (16, True), (8, False), (1, False))


class BlockOps(NumpyOps):  # type: ignore[misc]  # Cython, without types
    """Matrix products by numpy, always of the same number of rows.

    A BLAS chooses its kernel by the size of a product, and kernels round differently. With one size, the
    row of a token comes out the same to the last bit whichever documents share its batch: without that, a
    build would depend on the order of its input. The last block is filled up with zeros.

    One size is not enough for every processor: OpenBLAS' kernel for AVX2 adds up the rows of one block in
    two orders. So the first product of each shape finds out which blocks treat all of their rows alike.
    """

    def __init__(self) -> None:
        super().__init__(use_blis=False)
        self._ways: dict[tuple[Any, ...], tuple[int, bool]] = {}

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """As thinc's; ``trans1`` occurs in training only and is left to it."""
        if trans1:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        right = y.T if trans2 else y
        rows, turned = self._way(right)
        result = np.empty((len(x), right.shape[1]), dtype=x.dtype) if out is None else out
        whole = len(x) - len(x) % rows
        for start in range(0, whole, rows):
            result[start : start + rows] = _product(x[start : start + rows], right, turned)
        if whole < len(x):
            last = np.zeros((rows, x.shape[1]), dtype=x.dtype)
            last[: len(x) - whole] = x[whole:]
            result[whole:] = _product(last, right, turned)[: len(x) - whole]
        return result

    def _way(self, right: Any) -> tuple[int, bool]:
        shape = (*right.shape, *right.strides)
        if shape not in self._ways:
            self._ways[shape] = next(way for way in _WAYS if _rows_alike(right, *way))
        return self._ways[shape]


def _product(block: Any, right: Any, turned: bool) -> Any:
    return np.dot(right.T, block.T).T if turned else np.dot(block, right)


def _rows_alike(right: Any, rows: int, turned: bool) -> bool:
    """Whether a row comes out the same wherever it stands in a block of so many."""
    row = np.random.default_rng(0).standard_normal((1, len(right)), dtype="float32")
    product = _product(np.repeat(row, rows, axis=0), right, turned)
    return bool((product == product[0]).all())


def quicken(nlp: Language) -> Language:
    """Speed up a loaded pipeline in place; its annotations stay the same.

    A fixed choice, not a timed one, so that two runs on one machine cannot differ. Apple's and CUDA's own
    operations are left alone. To save a pipeline to disk, save the stock one and quicken what is loaded.
    """
    ops = BlockOps()
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        if not isinstance(model, Model):
            continue
        for node in model.walk():
            if type(node.ops) is NumpyOps:
                node.ops = ops
        if type(model.ops) is BlockOps:
            quicken_embedding(model)
    quicken_ruler(nlp)
    quicken_lemmas(nlp)
    quicken_ner(nlp)
    return nlp
