"""A body that a story says what it is before it names it: "Kenya's dairy regulator ... The Milk Board (MB)"."""

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.named import BODY
from kg.lexicon import Lexicon

_LEAD = 3  # sentences at the head of a text, with its headline, that may speak of a body so
_SOON = 6  # sentences after it within which its name comes


def foretell(cast: Cast, lexicon: Lexicon) -> None:
    """Give the words of each such description to the one body they fit whose name, with short form, comes next."""
    for thing in [t for t in cast.of_kind(BODY) if _describes(cast, t)]:
        first = cast.sentences[min(thing.spans)[0]]
        noun = thing.name.split()[-1]
        kinds = thing.sorts | lexicon.denoting("Nominal").get(noun, frozenset())
        fits = [t for t in cast.of_kind(BODY) if t.sorts & kinds and _introduced(cast, t, first)]
        called = [t for t in fits if any(noun in fold(form).split() for form in t.forms)]
        found = called or fits
        if len(found) == 1:
            found[0].sorts |= kinds
            found[0].nouns.add(noun)
            _give(cast, thing, found[0])


def _describes(cast: Cast, thing: Thing) -> bool:
    """ "Kenya's dairy regulator", which is all that a text calls it, in one of its first sentences."""
    words = thing.name.replace("’", "'").split()
    owned = any(word.endswith("'s") for word in words) and words[-1].islower()
    return owned and cast.sentences[min(thing.spans)[0]] < _LEAD


def _introduced(cast: Cast, thing: Thing, sentence: int) -> bool:
    """Whether a body comes into the text soon after a sentence: "The Milk Board (MB)"."""
    start, end = min(thing.spans, default=(0, 0))
    soon = sentence < cast.sentences[start] <= sentence + _SOON
    definite = start > 0 and (cast.doc[start - 1].lower_ == "the" or cast.doc[start].lower_ == "the")
    return soon and definite and cast.doc[end : end + 1].text == "(" and cast.at.get(end + 1) is thing


def _give(cast: Cast, described: Thing, named: Thing) -> None:
    for start, end in described.spans:
        named.spans.append((start, end))
        cast.at.update(dict.fromkeys(range(start, end), named))
        cast.naming.difference_update(range(start, end))
    named.spans.sort()
    described.spans = []
