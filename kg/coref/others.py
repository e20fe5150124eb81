"""Descriptions that rather mean another than the one they seem to fit: "the Danish regulator", "the First Minister"."""

from collections.abc import Callable, Container

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.grammar import SUBJECTS, after, coordinated, possessors, surface_subjects
from kg.lexicon import Lexicon

_STEM = 4  # letters that an adjective shares with the place it is from
_INDEFINITE = frozenset({"a", "an"})
_ARGUMENTS = SUBJECTS | {"dobj", "dative", "pobj"}
_DOING = frozenset({"nsubj", "nsubjpass"})


class Others:
    """Tells where the words before a noun, or an earlier mention, speak against what the noun fits best."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.leaving = lexicon.evoking("Leaving")

    def another(self, token: Token, thing: Thing, cast: Cast) -> bool:
        """Whether a description of a body means another body than this one."""
        return self._elsewhere(token, thing, cast) or self._introduced(token, thing, cast)

    def titled(self, token: Token, cast: Cast) -> Callable[[Thing], bool]:
        """A test of a person: whether the noun may be for their post.

        It may not where capitals before it ("the First Minister") are of none of theirs, nor where they have left it.
        """
        words = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod") and t.text[0].isupper()]
        if not words:
            return lambda thing: not self._left(token, thing, cast)
        posts = [(cast.at.get(h.person), cast.doc[h.start : h.end].text.casefold()) for h in cast.holdings]
        return lambda thing: any(of is thing and all(w in post for w in words) for of, post in posts)

    def _left(self, token: Token, thing: Thing, cast: Cast) -> bool:
        """Whether an earlier entry of a timeline tells that someone resigned: "the commissioner" is the next one."""
        if not _dated(cast, token.i):
            return False
        start = cast.doc._.kg_blocks[cast.paragraphs[token.i]][0]
        words = (t for t in cast.doc[:start] if t.lemma_.lower() in self.leaving and _dated(cast, t.i))
        return any(thing in map(cast.at.get, (s.i for s in _leavers(word))) for word in words)

    def _elsewhere(self, token: Token, thing: Thing, cast: Cast) -> bool:
        """ "The Danish regulator", for one whose name or owner is of another place."""
        froms = [t.lower_ for t in token.lefts if t.ent_type_ == "NORP" and t.dep_ in ("amod", "compound", "nmod")]
        if not froms:
            return False
        places = {w for s in cast.doc.ents if s.label_ in ("GPE", "NORP") for w in s.text.casefold().split()}
        own = [w.removesuffix("'s").removesuffix("’s") for form in thing.forms for w in form.casefold().split()]
        own = [w for w in own if w in places]
        return bool(own) and not any(w[:_STEM] == f[:_STEM] for w in own for f in froms)

    def _introduced(self, token: Token, thing: Thing, cast: Cast) -> bool:
        """ "An expert panel found ... The panel", for one that the text does not call so."""
        if token.lemma_.lower() in thing.nouns or token.lower_ in thing.nouns:
            return False
        earlier = (t for t in cast.doc[: token.i] if t.lemma_ == token.lemma_ and t.dep_ in _DOING)
        return any(t.i not in cast.at and _alone(t) for t in earlier)


def one_of_pair(cast: Cast, at: int, number: int, fitting: Container[int]) -> bool:
    """Whether a body was last spoken of beside another that may be meant as well: "X and Y were fined. The company"."""
    pair = {cast.at[t.i].number for t in coordinated(cast.doc[at]) if t.i in cast.at} - {number}
    return any(other in fitting for other in pair)


def beside(cast: Cast, token: Token) -> set[int]:
    """What stands beside a noun in its clause or its list, and so is not what it speaks of."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    near = [t for t in coordinated(token) if t.i != token.i]
    if token.dep_ in _ARGUMENTS and verb.pos_ in ("VERB", "AUX"):
        own = [t for t in verb.children if t.dep_ in _ARGUMENTS]
        near += [*surface_subjects(verb), *own, *(p for t in verb.children for p in t.children if p.dep_ == "pobj")]
    return {cast.at[t.i].number for t in near if t.i != token.i and t.i in cast.at}


def _dated(cast: Cast, i: int) -> bool:
    """Whether a token stands in a paragraph that begins with its date."""
    first, last = cast.doc._.kg_blocks[cast.paragraphs[i]]
    head = next((t for t in cast.doc[first:last] if t.is_alpha or t.like_num), None)
    return head is not None and head.ent_type_ == "DATE"


def _leavers(word: Token) -> list[Token]:
    """ "X resigns", "the resignation of X", "X's departure": X."""
    return [*surface_subjects(word), *after(word, "of"), *possessors(word)]


def _alone(noun: Token) -> bool:
    """ "An independent panel": not "a law firm", which is of another sort than firms are."""
    return any(t.lower_ in _INDEFINITE for t in noun.lefts) and all(t.dep_ != "compound" for t in noun.lefts)
