"""Those who look into others, with no body beside them: "inspectors found", "the auditors were not shown it"."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing, only
from kg.coref.named import BODY
from kg.coref.watchdogs import Watchdogs
from kg.grammar import SUBJECTS
from kg.lexicon import Lexicon

_STEM = 5  # letters that "auditors" and "Audit Office" have in common
_NEAR = 2  # sentences back in which one of several watchdogs must be the only one
_APART = frozenset({"of", "from", "for", "with"})
_BARE_OF = frozenset({"poss", "amod", "nummod", "compound", "nmod"})
_PAST = frozenset({"VBD", "VBN"})
_DEFINITE = frozenset({"the", "these", "those"})


class Crews:
    """Finds the watchdog whose people they are."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.people = lexicon.evoking("Inspecting", "noun")
        self.firms = lexicon.evoking("Firm", "noun")  # auditors may be a company's own
        self.posts = lexicon.posts
        self.units = lexicon.evoking("LowerUnit")  # an audit committee has no auditors
        self.watchdogs = Watchdogs(lexicon)
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")

    def resolve(self, cast: Cast, token: Token) -> Thing | None:
        """Whose text it is, the one watchdog named after what they do, the only watchdog of all, or near."""
        if not _definite(token) and not self._at_work(token):
            return None
        bodies = (t for t in cast.of_kind(BODY) if t.spans and t.nouns.isdisjoint(self.units))
        watching = [t for t in bodies if self.watchdogs.watches(t)]
        if cast.voice in watching:
            return cast.voice
        akin = [t for t in watching if _akin(t, token.lower_)]
        if token.lower_ in self.firms:
            return only(akin)
        return only(akin) or only(watching) or only(_near(cast, token, akin or watching))

    def alone(self, token: Token) -> bool:
        """Several, and nothing that says whose or which: not "outside inspectors", "inspectors general"."""
        if token.lower_ not in self.people or not token.lower_.endswith("s"):  # where a sentence begins, a name
            return False
        told = (t for t in token.lefts if t.dep_ in _BARE_OF or (t.dep_ == "det" and t.lower_ not in _DEFINITE))
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        if after is not None and (token.lemma_.lower(), after.lower_) in self.posts:
            return False
        owners = (p for t in token.rights if t.lower_ in _APART for p in t.children if p.dep_ == "pobj")
        return not any(told) and not any(owners)  # "accused the auditors of lying" has none

    def _at_work(self, token: Token) -> bool:
        """ "Inspectors visited", "auditors say", "told inspectors": not "auditors err", "could send in inspectors"."""
        verb = token.head
        if token.dep_ in SUBJECTS:
            past = verb.tag_ in _PAST and not any(t.tag_ == "MD" for t in verb.lefts)
            return past or verb.lemma_ in self.saying
        if verb.dep_ == "agent":
            return True
        return token.dep_ in ("dobj", "dative") and verb.lemma_ in self.saying


def _definite(token: Token) -> bool:
    return any(t.lower_ in _DEFINITE for t in token.lefts)


def _akin(body: Thing, people: str) -> bool:
    return any(word[:_STEM] == people[:_STEM] for form in body.forms for word in form.casefold().split())


def _near(cast: Cast, token: Token, bodies: list[Thing]) -> list[Thing]:
    first = cast.sentences[token.i] - _NEAR
    return [t for t in bodies if any(s < token.i and cast.sentences[s] >= first for s, _ in t.spans)]
