"""People spoken of together again: "Senators Ames and Boyd wrote ... The senators said", "the pair were charged"."""

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import PERSON
from kg.grammar import coordinated
from kg.mapper.found import Context
from kg.mapper.lists import peers

_REACH, _COUNTED = 5, 12  # sentences back to the row of names that is taken up; where their number is told
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_DEFINITE = frozenset({"the", "these", "those", "both", "all"})


def together(context: Context, noun: Token) -> list[Thing]:
    """The people of the last row of names, where a plural noun takes up just them."""
    count = _count(context, noun)
    if count == 0:
        return []
    row = _last_row(context, noun, _COUNTED if count else _REACH)
    return row if count is None or len(row) == count else []


def _count(context: Context, noun: Token) -> int | None:
    """How many a noun says they are, None where it does not say; 0 for one that speaks of nobody anew."""
    words = {t.lower_ for t in noun.lefts}
    if noun.lower_ in context.lexicon.evoking("Pair"):
        return 2 if "the" in words else 0
    human = noun.lemma_.lower() in context.lexicon.evoking("PersonNominal") | context.lexicon.post_nouns
    if noun.tag_ != "NNS" or not human or not words & _DEFINITE or any(t.dep_ in _NARROWED for t in noun.children):
        return 0
    if any(t.pos_ in ("ADJ", "PROPN", "NOUN") for t in noun.lefts):
        return 0  # "the other senators", "the Labour members"
    if context.cast.host is not None and noun.lower_ in context.lexicon.evoking("Attender"):
        return 0  # of minutes: those who met
    return next((n for word, n in _NUMBERS.items() if word in words), None)


_NARROWED = frozenset({"prep", "relcl", "acl", "appos", "poss"})


def _last_row(context: Context, noun: Token, reach: int) -> list[Thing]:
    """The people of the nearest row of names before a noun; none where it is too far off."""
    cast, spans = context.cast, context.name_at
    first = cast.sentences[noun.i] - reach
    for i in range(noun.i - 1, -1, -1):
        if cast.sentences[i] < first:
            break
        if i in spans and cast.at[i].kind == PERSON:
            row = _row(context, cast.doc[slice(*spans[i])].root)
            if len(row) > 1:
                return row
    return []


def _row(context: Context, name: Token) -> list[Thing]:
    """All people joined with the one a name is of, by the parser or by their place in a list."""
    at = context.cast.at
    first = name
    while first.dep_ == "conj" and first.head.i in at:
        first = first.head
    row = [one for t in coordinated(first) for one in (t, *peers(context, t))]
    people = {at[t.i].number: at[t.i] for t in row if t.i in at and at[t.i].kind == PERSON}
    return list(people.values())
