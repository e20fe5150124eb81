"""The entity recogniser of spaCy's models, decoded for many tokens at a time.

Where no entity is open, the model's choice depends on the next token alone: all tokens are scored in one
matrix product, and only the few choices inside an entity are made one after the other. Stock spaCy steps
through every token, and asks of every move whether it is valid.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
_AHEAD = 8  # tokens scored at once inside an entity: few are longer


class SwiftRecognizer:
    """Does the work of an ``EntityRecognizer``, and leaves to it the docs that already have entities."""

    def __init__(self, stock: Any = None) -> None:
        if stock is not None:
            self.take_over(stock)

    def take_over(self, stock: Any) -> None:
        """Use the model and the moves of a stock component that ``fits``."""
        self.stock, self.model = stock, stock.model
        self._tok2vec, self._lower, self._upper = (stock.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        moves: list[tuple[str, str]] = [(name[0], name[2:]) for name in _names(stock)]
        self._labels = [label for _, label in moves]
        self._opening = np.array([move == "B" and label != "" for move, label in moves])
        self._single = np.array([move == "U" and label != "" for move, label in moves])
        self._outside = [move for move, _ in moves].index("O")
        self._possible = self._opening | self._single
        self._possible[self._outside] = True
        self._inside = {
            label: (moves.index(("I", label)), moves.index(("L", label)))
            for move, label in moves
            if move == "B" and label
        }

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of entities, as of the stock component."""
        return tuple(self.stock.labels)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a doc."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Set the entities of many docs, in their order."""
        todo, size = iter(stream), max(batch_size // 4, 2)
        while docs := list(islice(todo, size)):
            taken = [doc.has_annotation("ENT_IOB") for doc in docs]  # true of an empty doc too
            fresh = [doc for doc, done in zip(docs, taken, strict=True) if not done]
            if fresh:
                self._annotate(fresh)
            for doc, done in zip(docs, taken, strict=True):
                yield self.stock(doc) if done else doc

    def _annotate(self, docs: list[Doc]) -> None:
        features: Floats = self._lower.predict(self._tok2vec.predict(docs))
        padding, features = features[0], features[1:]
        bias = self._lower.get_param("b")
        free = self._scores(features[:, 0] + padding[1] + padding[2] + bias)
        start = 0
        for doc in docs:
            end = start + len(doc)
            ents = self._decode(doc, features[start:end], free[start:end], bias)
            doc.set_ents([Span(doc, *ent) for ent in ents], default="outside")
            start = end

    def _scores(self, unmaxed: Floats) -> Floats:
        """Scores of all moves, from the sums of the features."""
        scores: Floats = self._upper.predict(unmaxed.max(axis=-1))
        return scores

    def _decode(self, doc: Doc, features: Floats, free: Floats, bias: Floats) -> Iterator[tuple[int, int, str]]:
        best, ends = self._free_moves(doc, free)
        after = 0
        for start in np.flatnonzero(best != self._outside).tolist():
            if start < after:
                continue
            label, after = self._labels[best[start]], start + 1
            if self._opening[best[start]]:
                after = self._end(start, ends[start], label, features, bias)
            yield start, after, label

    def _free_moves(self, doc: Doc, scores: Floats) -> tuple[NDArray[np.intp], list[int]]:
        """The move at each token if no entity is open there, and the last token an entity may reach."""
        seen = doc.to_array(["SENT_START", "IS_SPACE"])
        closed = np.append(seen[1:, 0] == 1, True)  # no entity goes on beyond this token
        space = seen[:, 1] == 1
        scores = np.where(self._possible, scores, -np.inf)
        scores[np.ix_(closed | space, self._opening)] = -np.inf
        scores[np.ix_(space, self._single)] = -np.inf
        stops = np.flatnonzero(closed)
        ends = stops[np.searchsorted(stops, np.arange(len(closed)))]
        return scores.argmax(axis=1), ends.tolist()

    def _end(self, start: int, stop: int, label: str, features: Floats, bias: Floats) -> int:
        """Where an open entity ends: at the first token at which leaving beats going on, or where it must."""
        moves = list(self._inside[label])
        weights, biases = self._upper.get_param("W")[moves].T, self._upper.get_param("b")[moves]
        for first in range(start + 1, stop, _AHEAD):
            here = slice(first, min(first + _AHEAD, stop))
            before = slice(here.start - 1, here.stop - 1)
            unmaxed = features[here, 0] + features[start, 1] + features[before, 2] + bias
            go_on, leave = (unmaxed.max(axis=-1) @ weights + biases).T
            left = np.flatnonzero(leave > go_on)
            if len(left):
                return first + int(left[0]) + 1
        return stop + 1


def _names(component: Any) -> list[str]:
    """Names of the moves in the model's order; "U-" without a label only marks what a user has blocked."""
    return [component.moves.get_class_name(i) for i in range(component.moves.n_moves)]


def fits(component: EntityRecognizer) -> bool:
    """Whether a recogniser is of the shape that is understood here: greedy, three features, two layers."""
    model: Any = component.model
    moves = _names(component)
    pairs = [(moves.index(f"I-{name[2:]}"), moves.index(f"L-{name[2:]}")) for name in moves if name[:2] == "B-" != name]
    return (
        bool(component.cfg["beam_width"] == 1)
        and bool(model.attrs["has_upper"])
        and not model.attrs["unseen_classes"]
        and bool(model.get_ref("lower").get_dim("nF") == 3)
        and bool(model.get_ref("lower").get_dim("nP") >= 2)
        and all(go_on < leave for go_on, leave in pairs)  # on a tie the first move wins
    )


@Language.factory("kg_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_recognizer(nlp: Language, name: str) -> SwiftRecognizer:  # noqa: ARG001  (spaCy's signature)
    """Factory of a SwiftRecognizer that has yet to take over from a stock one."""
    return SwiftRecognizer()


def quicken_ner(nlp: Language) -> None:
    """Put a SwiftRecognizer in the place of each stock recogniser of the shape it understands."""
    for name, component in nlp.pipeline:
        if type(component) is EntityRecognizer and fits(component):
            swift: Any = nlp.replace_pipe(name, "kg_ner")
            swift.take_over(component)
