"""Several taken up together: "they", "both", "the two agencies", "both women", of two named side by side."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.coref.candidates import Candidates, Nouns
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.coref.narrowing import narrowed
from kg.coref.others import beside
from kg.lexicon import Lexicon

_DEFINITE = frozenset({"the", "these", "those", "both"})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_PLURAL = frozenset({"NNS", "NNPS"})
_HUNG = frozenset({"prep", "relcl", "acl", "appos"})
_REACH, _LONG = 2, 5  # sentences back; to people named side by side
_FAR = 30  # to lawmakers, whom the text that tells of their letter or bill goes on to call so
_NONE: frozenset[str] = frozenset()

Things = tuple[Thing, ...]


class Groups:
    """Finds whom a plural description means."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns) -> None:
        self.nouns = nouns
        self.kinds = lexicon.denoting("Nominal")
        self.people = nouns.people
        self.opaque = lexicon.evoking("Opaque")
        self.numbers = _NUMBERS | dict.fromkeys(lexicon.evoking("Pair"), 2)
        self.apart = lexicon.evoking("Apart")
        self.lawmakers = lexicon.evoking("Lawmaker")
        self.houses = frozenset().union(*lexicon.denoting("Lawmaker").values())

    def resolve(self, token: Token, candidates: Candidates) -> Things:
        """The two or more that a token speaks of together; none where it does not, or that is not clear."""
        bare = token.lower_ in self.numbers
        if not (bare or token.tag_ in _PLURAL) or (number := self._number(token)) is None or narrowed(token):
            return ()
        if _singular(token) in self.people and any(t.dep_ in _HUNG for t in token.rights):
            return ()  # "both nurses from Leeds"
        together = self._together(token, candidates, number)
        if together or not number:
            return together
        return _last_two(token, candidates) if bare else self._sorted(token, candidates, number)

    def some_of(self, token: Token, cast: Cast) -> bool:
        """Whether "the senators" are some of those a text names, though it leaves open whom.

        They are no committee then; "MPs" may be one.
        """
        if token.tag_ not in _PLURAL or not self._lawmakers(token) or token.text[:2].isupper():
            return False
        return any(t.nouns & self.lawmakers for t in cast.of_kind(PERSON))

    def _number(self, token: Token) -> int | None:
        """How many are meant, 0 where that is not said; None of what is no definite description."""
        before = {t.lower_ for t in token.lefts}
        if token.lower_ in self.numbers:
            alone = token.lower_ == "both" or "the" in before
            free = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
            return self.numbers[token.lower_] if alone and free else None
        if not before & _DEFINITE or before & self.apart:
            return None
        said = [n for word, n in _NUMBERS.items() if word in before]
        return said[0] if said else (None if any(t.like_num for t in token.lefts) else 0)

    def _together(self, token: Token, candidates: Candidates, number: int) -> Things:
        """Those last named side by side, of the number; some of them of the kind, if the text tells of any."""
        reach = _FAR if self._lawmakers(token) else _LONG if _singular(token) in self.people else _REACH
        groups = (candidates.members(c) for _, c in candidates.before(token.i, reach) if c.group)
        if self._lawmakers(token):  # of "Senator Boyd, Senator Finch and the union" the senators
            groups = (_people(things) for things in groups)
        found = [t for t in groups if t and len(t) == (number or len(t)) and all(self._may(token, one) for one in t)]
        told = [t for t in found if any(self._fits(token, one, candidates.cast, counted=bool(number)) for one in t)]
        near = told or (found if number else [])
        return near[0] if len({tuple(t.number for t in things) for things in near}) == 1 else ()

    def _sorted(self, token: Token, candidates: Candidates, number: int) -> Things:
        """All of its kind that were spoken of so far, if they are as many as it says."""
        cast, others = candidates.cast, beside(candidates.cast, token)
        spoken = (t for t in cast.things if t.number in candidates.last.keys() - others and t is not cast.voice)
        fitting = [t for t in spoken if self._fits(token, t, cast, counted=True)]
        if not fitting and _singular(token) in self.people:
            near = (c.thing for _, c in candidates.before(token.i, _REACH) if c.kind == PERSON and not c.plural)
            fitting = _unlike(t for t in near if t is not None and self._may(token, t))
        return tuple(fitting) if len(fitting) == number else ()

    def _may(self, token: Token, thing: Thing) -> bool:
        """Whether nothing speaks against a noun in the plural being for such things."""
        word = _singular(token)
        if thing.kind == PERSON:
            return token.lower_ in self.numbers or (
                (word in self.people or self._lawmakers(token))
                and thing.gender in (None, self._gender(word) or thing.gender)
            )
        generic = token.lower_ in self.numbers or word in self.opaque or not thing.sorts
        return thing.kind == BODY and (
            generic or word in thing.nouns or bool(thing.sorts & self.kinds.get(word, _NONE))
        )

    def _fits(self, token: Token, thing: Thing, cast: Cast, *, counted: bool) -> bool:
        """Whether the text tells that it is of the kind."""
        word = _singular(token)
        if thing.nouns & {word, token.lower_} or thing.sorts & self.kinds.get(word, _NONE):
            return True
        if thing.kind == PERSON and self._lawmakers(token):
            return self._makes_law(cast, thing)
        return counted and thing.kind == PERSON and self._gender(word) == (thing.gender or "")

    def _lawmakers(self, token: Token) -> bool:
        """ "Lawmakers", "the Senators": any who sit in a legislature are called so."""
        return _singular(token) in self.lawmakers or token.lower_ in self.lawmakers

    def _makes_law(self, cast: Cast, person: Thing) -> bool:
        """Whether someone is a senator, a member of parliament, or has a post in a legislature or in a part of one."""
        if not person.nouns.isdisjoint(self.lawmakers):
            return True
        seats = (h for h in cast.holdings if h.body in cast.at and cast.at.get(h.person) is person)
        return any(h.body is not None and cast.at[h.body].sorts & self.houses for h in seats)

    def _gender(self, word: str) -> str | None:
        return "f" if word in self.nouns.female else "m" if word in self.nouns.male else None


def _singular(token: Token) -> str:
    """ "Chairpersons" with a capital is its own lemma."""
    word: str = token.lemma_.lower()
    return word.removesuffix("s") if token.tag_ == "NNPS" else word


def _last_two(token: Token, candidates: Candidates) -> Things:
    """ "The Agency is not below the Board. Both answer to ...": the only two that the sentence before speaks of."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return ()
    agents = [c for back, c in candidates.before(token.i, 1) if back and c.kind in (PERSON, BODY) and not c.group]
    found = _unlike(c.thing for c in agents if c.thing is not None)
    pair = len(found) == 2 and found[0].kind == found[1].kind and all(c.thing is not None for c in agents)
    return tuple(found) if pair else ()


def _people(things: Things) -> Things:
    people = tuple(t for t in things if t.kind == PERSON)
    return people if len(people) > 1 else ()


def _unlike(things: Iterable[Thing]) -> list[Thing]:
    return list({t.number: t for t in things}.values())
