"""What beside a noun tells which of several it means: "the firm that built it", "the aviation regulator"."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.named import PLACE
from kg.grammar import SUBJECTS
from kg.ner.dictionary import stems

_NARROWING = frozenset({"of", "for", "within", "behind"})
_PLACING = frozenset({"in", "at", "near"})


def narrowed(token: Token, judging: frozenset[str] = frozenset(), imputing: frozenset[str] = frozenset()) -> bool:
    """ "The firm that built it", "the board of X": what follows tells which is meant.

    Not of "accused the firm of fraud", with a verb that is ``imputing``, nor of "blamed the firm for the delay",
    with one that is ``judging``.
    """
    verb = token.head.lemma_ if token.dep_ in ("dobj", "nsubjpass") else ""
    aside = {word for word, verbs in (("for", judging), ("of", imputing)) if verb in verbs}
    if sum(t.lower_ == "of" for t in (*token.rights, *token.head.rights)) > 1:
        aside.discard("of")  # "accused the board of X of fraud"
    following = (t for t in token.rights if t.i == token.i + 1 and t.dep_ == "prep" and t.lower_ in _NARROWING - aside)
    clauses = (t for t in token.rights if t.dep_ in ("acl", "relcl") and t.left_edge.i == token.i + 1)
    return not all(map(_of_doing, following)) or (any(clauses) and not _parted(token))


def placed(cast: Cast, token: Token) -> bool:
    """ "The utility in Leeds": not one whose place the text did not have to tell."""
    following = [t for t in token.rights if t.dep_ == "prep" and t.i == token.i + 1 and t.lower_ in _PLACING]
    named = (cast.at.get(p.i) for t in following for p in t.children if p.dep_ == "pobj")
    return any(thing is not None and thing.kind == PLACE for thing in named)


def of_field(token: Token, weights: dict[int, float], cast: Cast) -> dict[int, float]:
    """Those bodies whose names share a word with what stands before the noun, if any do: "the aviation | regulator"."""
    said = stems(t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod") and t.is_lower)
    if not said:
        return weights
    told = {n: w for n, w in weights.items() if any(said & stems(fold(f).split()) for f in cast.things[n].forms)}
    return told or weights


def _of_doing(preposition: Token) -> bool:
    return any(t.dep_ == "pcomp" for t in preposition.children)


def _parted(token: Token) -> bool:
    """ "It was the tribunal that brought the case", 'the trust "never asked"': the clause tells nothing apart."""
    if token.nbor().is_quote:
        return True
    verb = token.head
    return token.dep_ == "attr" and any(t.lower_ == "it" and t.dep_ in SUBJECTS for t in verb.children)


def leading(cast: Cast, named: list[Thing], before: int) -> list[Thing]:
    """Those of some bodies that have been more than mentioned: not only in "outside the remit of X and Y"."""
    heads = ((t, cast.doc[start:end].root) for t in named for start, end in t.spans if start < before)
    return list({t.number: t for t, head in heads if not _in_passing(head)}.values())


def _in_passing(name: Token) -> bool:
    first = name
    while first.dep_ in ("conj", "appos"):
        first = first.head
    return first.dep_ in ("compound", "poss") or (first.dep_ == "pobj" and first.head.head.pos_ in ("NOUN", "PROPN"))
