"""Who looks into others by calling: bodies whose names say so, and the people they send."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after, after_any, coordinated, possessors
from kg.lexicon import Lexicon

_SENT_BY = ("of", "from", "at", "with", "by")


class Watchdogs:
    """Tells inspectors and the bodies that have them from everybody else."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.watching, self.policing = lexicon.evoking("Watching"), _written(lexicon.evoking("Policing"))
        self.kinds = frozenset(k for kinds in lexicon.denoting("Watching").values() for k in kinds)
        self.people = lexicon.evoking("Inspecting", "noun")
        self.posts = [frozenset(_words(form)) for form in sorted(lexicon.evoking("InspectingPost", "noun"))]
        self.staff = lexicon.evoking("Staff")
        self.trying = lexicon.evoking("Trying")
        self.enforcing = lexicon.evoking("Enforcing")
        self.ministries = lexicon.evoking("Ministerial") | lexicon.evoking("OwnName")

    def is_one(self, thing: Thing) -> bool:
        """Whether it is a body that looks into others by calling: a watchdog, or the police."""
        return thing.kind == BODY and (self.watches(thing) or named_with(thing, self.policing))

    def watches(self, body: Thing) -> bool:
        """Whether a body watches over others, as a listed body of that kind or by a word of its name."""
        return bool(body.known and body.sorts & self.kinds) or named_with(body, self.watching)

    def looks(self, cast: Cast, one: Thing) -> bool:
        """Whether an inquiry it tells of is its own, as a rule: a watchdog, its head, the police, a prosecutor."""
        prosecutes = one.kind == BODY and named_with(one, self.trying)
        return prosecutes or self._enforces(cast, one) or self.is_one(one) or self.in_post(cast, one)

    def _enforces(self, cast: Cast, one: Thing) -> bool:
        """ "The Justice Department", "Attorney General Ana Reis", but not "the Justice Minister"."""
        held = post_words(cast, one, former=False) if one.kind == PERSON else set()
        words = {*held, *(word for form in one.forms for word in form.casefold().split())}
        official = one.kind == BODY or one.office or bool(held)
        return official and not words.isdisjoint(self.enforcing) and words.isdisjoint(self.ministries)

    def inspects(self, office: Thing) -> bool:
        """Whether an office is one for looking into others: the Ombudsman."""
        words = [frozenset(_words(form)) for form in office.forms]
        return any(post <= form for post in self.posts for form in words)

    def senders(self, cast: Cast, token: Token) -> tuple[list[Thing], bool]:
        """Whose act it is that a word is the doer of, and whether the doers are inspectors or a watchdog.

        "Inspectors from Y", "four of our auditors", "a team from Y": Y.
        """
        found: list[Thing] = []
        looking = False
        for one in coordinated(token):
            if one.pos_ in ("NUM", "PRON", "DET") and one.i not in cast.at:
                inner = after(one, "of")  # "four of our inspectors"
                one = inner[0] if inner else one
            looking = looking or one.lower_ in self.people
            found.extend(t for t in self._behind(cast, one) if t.kind in (PERSON, BODY))
        return list(dict.fromkeys(found)), looking or any(
            self.is_one(thing) or self.in_post(cast, thing) for thing in found
        )

    def in_post(self, cast: Cast, thing: Thing) -> bool:
        """A person whose post it is: "Auditor General Ana Reis", "the Ombudsman"."""
        if thing.kind != PERSON:
            return False
        words = post_words(cast, thing, former=False)
        if thing.office:
            words.update(word for form in thing.forms for word in _words(form))
        return any(post <= words for post in self.posts)

    def _behind(self, cast: Cast, token: Token) -> list[Thing]:
        if token.i in cast.at:
            return [cast.at[token.i]]
        if token.lower_ not in self.people and token.lower_ not in self.staff:
            return []
        owners = possessors(token) or after_any(token, _SENT_BY)
        owners = owners or [t for t in token.lefts if t.dep_ in ("compound", "nmod")]
        return [cast.at[t.i] for t in owners if t.i in cast.at and cast.at[t.i].kind == BODY]


def post_words(cast: Cast, person: Thing, *, former: bool) -> set[str]:
    """The words of the posts that someone holds; ``former``: or has held."""
    posts = (h for h in cast.holdings if cast.at.get(h.person) is person and (former or not h.former))
    return {t.lower_ for h in posts for t in cast.doc[h.start : h.end]}


def _words(name: str) -> list[str]:
    """In lower case, those of "Inspector-General" apart."""
    return name.casefold().replace("-", " ").split()


def _written(words: frozenset[str]) -> frozenset[str]:
    """With hyphens as they are written: "anti-corruption"."""
    return frozenset(word.replace(" - ", "-") for word in words)


def named_with(body: Thing, words: Collection[str]) -> bool:
    """Whether a name of a body has one of some words, in lower case."""
    said = (word for form in body.forms for word in form.casefold().replace("’", "'").split())
    return any(word.removesuffix("'s") in words for word in said)  # "the Special Prosecutor's Office"
