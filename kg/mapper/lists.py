"""Names in a row: "the Rail Inspectorate and Harbour Rail", however the parser has tied them together."""

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast
from kg.grammar import after, coordinated
from kg.mapper.found import Context

_JOINS = frozenset({"and", "or", "&"})
_BETWEEN = _JOINS | frozenset({",", "the", "both", "its", "their"})
_LONGEST = 6  # tokens between two names of a row


def row_of(token: Token) -> list[Token]:
    """A word and those it is joined with: of "Senators Ann Boyd and Tom Leal" those two too."""
    several = token.tag_ in ("NNS", "NNPS")
    beside = [t for t in token.children if t.dep_ == "appos"] if several else []
    return [*coordinated(token), *(one for t in beside for one in coordinated(t))]


def peers(context: Context, token: Token) -> list[Token]:
    """The other names of the row that a token's name stands in; none where nothing joins them."""
    cast, spans = context.cast, context.name_at
    if token.i not in spans:
        return []
    here = spans[token.i]
    titles = context.lexicon.evoking("Title")
    left, joined_left = _walk(cast, spans, here, -1, titles)
    right, joined_right = _walk(cast, spans, here, 1, titles)
    if not (joined_left or joined_right):
        return []
    mine = cast.doc[here[0] : here[1]].root
    roots = (cast.doc[start:end].root for start, end in (*left, *right))
    return [root for root in roots if not _elsewhere(root, mine)]


def _walk(
    cast: Cast, spans: dict[int, tuple[int, int]], here: tuple[int, int], step: int, titles: frozenset[str]
) -> tuple[list[tuple[int, int]], bool]:
    """Names on one side, and whether an "and" joins any of them."""
    found, joined, current = [], False, here
    kind = cast.at[here[0]].kind
    while (following := _next(cast.doc, spans, current, step, titles)) is not None:
        span, words = following
        if cast.at[span[0]].kind != kind:
            break
        joined = joined or bool(words & _JOINS)
        found.append(span)
        current = span
    return found, joined


def _next(
    doc: Doc, spans: dict[int, tuple[int, int]], here: tuple[int, int], step: int, titles: frozenset[str]
) -> tuple[tuple[int, int], frozenset[str]] | None:
    """The next name on a side with nothing but commas, "and", articles and titles between, and those words."""
    i = here[1] if step > 0 else here[0] - 1
    words: set[str] = set()
    while 0 <= i < len(doc) and len(words) < _LONGEST:
        if i in spans:
            return (spans[i], frozenset(words)) if words & (_JOINS | {","}) else None
        word = doc[i].lower_
        bracket = _acronym(doc, i, step)
        if word in titles:
            i += step
            continue
        if bracket:
            i += 3 * step
            continue
        if word not in _BETWEEN or (doc[i].is_sent_start and step > 0):
            return None
        words.add(word)
        i += step
    return None


def _acronym(doc: Doc, i: int, step: int) -> bool:
    """A bracket with one word in it: "the Audit Bureau (AB) and"."""
    opens, closes = ("(", ")") if step > 0 else (")", "(")
    j = i + 2 * step
    return doc[i].text == opens and 0 <= j < len(doc) and doc[j].text == closes


def _elsewhere(root: Token, mine: Token) -> bool:
    """Whether a name is the subject of another clause: "criticised X, and Y said"."""
    return root.dep_ in ("nsubj", "nsubjpass") and root.head != mine.head


def examples(noun: Token) -> list[Token]:
    """ "Bodies such as A and B", "regulators like A", "firms including A": A and B."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return []
    such = [
        p
        for t in noun.children
        if t.dep_ == "prep" and t.lower_ == "as" and any(s.lower_ == "such" for s in (*t.children, *noun.lefts))
        for p in t.children
        if p.dep_ == "pobj"
    ]
    found = such or [p for word in ("like", "including") for p in after(noun, word)]
    return [one for t in found for one in coordinated(t)]


def nearest(named: Token, noun: Token) -> Token:
    """Of "A and B, an arm of C" B is said to be an arm, though the parser hangs it on A."""
    if noun.tag_ in ("NNS", "NNPS"):
        return named
    return max((t for t in coordinated(named) if t.i < noun.i), key=lambda t: t.i, default=named)
