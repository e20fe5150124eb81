"""Noun phrases that a later word may take up, by the sentence they stand in.

Common nouns compete with names: "it" after "Microsoft replaced the browser" is the browser, so it is
not Microsoft, and a pronoun whose likeliest antecedent no Thing stands for speaks of no Thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing, only
from kg.coref.layout import credit_lines
from kg.coref.named import BODY, PERSON, PLACE
from kg.grammar import SUBJECTS, after_any, coordinated, possessors
from kg.lexicon import Lexicon

EVENT, OTHER = "Event", ""  # besides the classes: reports and investigations, and what has no class
_PLURAL = frozenset({"NNS", "NNPS"})
_NO_THING = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_HEAD, _SHORT = 10, 12  # lines that may stand above the first sentence; tokens of a line that is none
_TITLE = 6  # tokens of the shortest sentence of a line of text
_FULL = frozenset({".", "!", "?"})
_INDEFINITE = frozenset({"a", "an"})
_PRESENTED = 1.5  # prominence of someone whom a sentence is made to present
_UNSAID = -0.5  # prominence of the place of a dateline
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


@dataclass(slots=True, eq=False)
class Candidate:
    """One noun phrase, name or pronoun. ``thing`` is None while none is known to be meant."""

    head: Token
    kind: str
    plural: bool
    thing: Thing | None = None
    gender: str | None = None
    prominence: float = 0.0
    group: bool = False  # "the council and the trust": the two together
    members: tuple[Thing, ...] = ()  # of a word that means several things together
    spoken_for: Thing | None = None  # of several who speak: the body that they speak for, "Labour Party members"
    event: Token | None = None  # the noun for a report or an act that a pronoun takes up; its Thing is yet to come

    @property
    def referent(self) -> int | str:
        """The same for candidates that speak of the same."""
        if self.members:
            return "+".join(str(t.number) for t in self.members)
        if self.group:
            return f"{self.head.i}+"
        return (self.event or self.head).lemma_ if self.thing is None else self.thing.number


class Nouns:
    """What the lexicon knows of common nouns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.speakers = lexicon.evoking("Mouthpiece")
        self.parts = lexicon.evoking("Staff") | lexicon.evoking("Subunit")
        self.bodies = frozenset(lexicon.denoting("Nominal"))
        self.people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal") | lexicon.post_nouns
        self.people -= lexicon.evoking("Governing")  # a board is no she
        self.places = lexicon.evoking("PlaceNominal")
        self.collective = lexicon.evoking("Collective")
        self.female, self.male = lexicon.evoking("Female"), lexicon.evoking("Male")
        self.group = lexicon.evoking("GroupPronoun")

    def kind(self, token: Token) -> str:
        if token.ent_type_ in ("PERSON", "NORP"):
            return PERSON
        for kind, words in ((PERSON, self.people), (BODY, self.bodies), (PLACE, self.places)):
            if token.lower_ in words or token.lemma_.lower() in words:
                return kind
        return OTHER

    def plural(self, token: Token) -> bool:
        """ "schools", "people"; "the police" of British English."""
        return token.tag_ in _PLURAL or token.lower_ in self.collective

    def gender(self, token: Token) -> str | None:
        word = token.lower_.rstrip(".")
        if word in self.female:
            return "f"
        return "m" if word in self.male else None


class Candidates:
    """All candidates of a document; those of names and nouns from the start, pronouns as they are read."""

    def __init__(self, cast: Cast, nouns: Nouns) -> None:
        self.cast = cast
        self.nouns = nouns
        self.by_token: dict[int, Candidate] = {}
        self.by_sentence: dict[int, list[Candidate]] = defaultdict(list)
        sentences = cast.sentences
        self.we = self._who_says_we()
        self.telling = {sentences[t.i] for t in cast.doc if t.pos_ in ("VERB", "AUX")}  # a date alone tells nothing
        self.spoken: dict[int | str, int] = defaultdict(int)  # how often each referent was, so far
        self.last: dict[int, int] = {}  # number of a Thing -> token where last spoken of
        self.called: dict[str, list[Thing]] = defaultdict(list)  # by the nouns the text calls them
        self.taken: dict[int, str] = {}  # number of a Thing -> the noun that was taken to mean it, its name not telling
        self.of_sort: dict[str, list[Thing]] = defaultdict(list)  # bodies; under "" those of no known sort
        for thing in cast.things:
            self.learn(thing)
        self._names()
        self._common()
        self._groups()
        for found in self.by_sentence.values():
            found.sort(key=lambda c: c.head.i)

    def _who_says_we(self) -> Thing | None:
        """The body in whose text it is "we" and "our": hardly ever "it" and "its" too."""
        cast, voice = self.cast, self.cast.voice
        if voice is None or voice.kind != BODY:
            return None
        ours = (t for t in cast.doc if t.lower_ in self.nouns.group and t.i not in cast.naming and not cast.quoted(t.i))
        return voice if next(ours, None) is not None else None

    def before(self, i: int, reach: int) -> Iterator[tuple[int, Candidate]]:
        """Candidates before a token, each with how many sentences back it stands, nearest sentences first."""
        sentence, back = self.cast.sentences[i], 0
        while sentence >= 0 and back <= reach:
            for candidate in self.by_sentence.get(sentence, ()):
                if candidate.head.i < i:
                    yield back, candidate
            sentence -= 1
            back = max(back + (sentence in self.telling), 1)

    def add(self, candidate: Candidate) -> None:
        candidate.prominence = _prominence(self._spoken_for(candidate))
        self.by_token[candidate.head.i] = candidate
        self.by_sentence[self.cast.sentences[candidate.head.i]].append(candidate)

    def _spoken_for(self, candidate: Candidate) -> Token:
        """Whoever speaks for a body, as what they say is its: "a spokesman for X", "X's lawyers"."""
        head = candidate.head
        staff = head.head.head if head.dep_ == "pobj" and head.head.lower_ in ("for", "of") else head.head
        if candidate.kind == BODY and head.dep_ in ("pobj", "poss") and staff.dep_ == "nsubj":
            return staff if staff.lower_ in self.nouns.speakers else head
        return head

    def members(self, candidate: Candidate) -> tuple[Thing, ...]:
        """The things spoken of together, where each of them is known."""
        if candidate.members or not candidate.group:
            return candidate.members
        start, doc = candidate.head.left_edge.i, self.cast.doc
        if start > 1 and doc[start - 1].text == "," and start - 2 in self.cast.at:
            return ()  # "X, | Y and Z": the last of more
        words = [t for t in coordinated(candidate.head) if t.i in self.cast.naming or t.i not in self.cast.at]
        things = [self.cast.at.get(t.i) for t in words]  # "X and Y, the chair and the vice-chair": but two
        found = {t.number: t for t in things if t is not None}
        return tuple(found.values()) if len(found) == len(things) > 1 else ()

    def learn(self, thing: Thing) -> None:
        """Make a Thing known by its nouns and sorts."""
        for noun in sorted(thing.nouns):
            self.called[noun].append(thing)
        if thing.kind == BODY:
            for sort in sorted(thing.sorts) or [""]:
                self.of_sort[sort].append(thing)

    def speak(self, candidate: Candidate) -> None:
        """Go past a candidate: what it speaks of has been spoken of."""
        self.spoken[candidate.referent] += 1
        if candidate.thing is not None:
            self.last[candidate.thing.number] = candidate.head.i

    def latest(self, things: Iterable[Thing]) -> Thing | None:
        """Whichever of some things was spoken of last, if any was."""
        return max((t for t in things if t.number in self.last), key=lambda t: self.last[t.number], default=None)

    def _names(self) -> None:
        doc = self.cast.doc
        unsaid = set(credit_lines(doc, self.cast.lines))
        for thing in self.cast.things:
            for start, end in thing.spans:
                if start in unsaid and thing.kind != PLACE:
                    continue
                head = doc[start] if end - start == 1 else doc[start:end].root
                if head.dep_ == "compound" and self.cast.at.get(head.head.i) is thing:
                    head = head.head  # the letters of "Ann Lee QC objected"
                if head.i in self.by_token:
                    continue  # the whole that a committee's name begins with is not what is spoken of
                found = Candidate(head, thing.kind, thing.kind == BODY and head.tag_ in _PLURAL, thing, thing.gender)
                self.add(found)
                if start in unsaid:
                    found.prominence = _UNSAID

    def _common(self) -> None:
        events = {span[-1].i for span in self.cast.doc.spans.get("events", ())}
        title = _title_end(self.cast)
        for token in self.cast.doc[
            title:
        ]:  # "Senator and colleague fault bridge agency": whom a title means comes below
            if not _nominal(token) or token.i in self.by_token or token.i in self.cast.at:
                continue
            if token.dep_ in ("compound", "nmod", "npadvmod") or token.ent_type_ in _NO_THING:
                continue
            kind = EVENT if token.i in events else self._kind(token)
            thing = self._apposed(token, kind) or self._whole(token, kind)
            gender = self.nouns.gender(token.nbor(-1) if self._initial(token) else token)
            found = Candidate(token, kind, self.nouns.plural(token), thing, gender)
            self.add(found)
            if kind == PERSON and thing is None and self._presented(token):
                found.prominence = _PRESENTED
            if kind == PERSON and thing is None and found.plural:
                found.spoken_for = self._body_of(token)

    def _initial(self, token: Token) -> bool:
        """ "Mrs X", who is not to be known."""
        return token.i > 0 and len(token) == 1 and token.text.isupper() and bool(self.nouns.gender(token.nbor(-1)))

    def _presented(self, noun: Token) -> bool:
        """ "The subject of the case is a smuggler": someone comes into the text, as its subject."""
        if noun.dep_ != "attr" or not any(t.lower_ in _INDEFINITE for t in noun.lefts):
            return False
        subjects = [t for t in noun.head.lefts if t.dep_ == "nsubj"]
        return bool(subjects) and all(t.i not in self.cast.at and self.nouns.kind(t) == OTHER for t in subjects)

    def _kind(self, token: Token) -> str:
        """The sort of thing a noun is for; a body if one of the text is called so."""
        kind = PERSON if self._initial(token) else self.nouns.kind(token)
        called = self.called.get(token.lower_, ()) if kind == OTHER else ()
        return BODY if any(t.kind == BODY for t in called) else kind

    def _apposed(self, token: Token, kind: str) -> Thing | None:
        """Whose description a noun is: "one body, the Policing Authority, ...", "X, a teacher, ..."."""
        near = [t for t in token.children if t.dep_ == "appos"] + [token.head] * (token.dep_ == "appos")
        near += [p for t in token.rights if t.dep_ == "acl" for p in t.children if p.dep_ == "oprd"]  # "a man named X"
        things = (self.cast.at.get(t.i) for t in near)
        return next((t for t in things if t is not None and t.kind == kind), None)

    def _body_of(self, people: Token) -> Thing | None:
        """ "Labour Party members", "lawyers for Acme Ltd": the body they belong to."""
        if people.lower_ not in self.nouns.parts:
            return None
        near = [t for t in people.lefts if t.dep_ == "compound" and t.i in self.cast.naming]
        owners = [*possessors(people), *after_any(people, ("of", "at", "for", "from")), *near]
        return only(t for i in owners if (t := self.cast.at.get(i.i)) is not None and t.kind == BODY)

    def _whole(self, token: Token, kind: str) -> Thing | None:
        """ "The board of X" is X where it comes to "its"."""
        if kind != BODY or token.lower_ not in self.nouns.parts:
            return None
        owners = [*possessors(token), *after_any(token, ("of", "at"))]
        things = (self.cast.at.get(t.i) for t in owners)
        return next((t for t in things if t is not None and t.kind == BODY), None)

    def _groups(self) -> None:
        for candidate in list(self.by_token.values()):
            if any(t.dep_ == "conj" and t.i in self.by_token for t in candidate.head.children):
                group = Candidate(candidate.head, candidate.kind, True, prominence=candidate.prominence, group=True)
                self.by_sentence[self.cast.sentences[candidate.head.i]].append(group)


def _title_end(cast: Cast) -> int:
    """Where the title of a text ends, with all that stands above its first sentence; 0 where it begins with one."""
    for start, end in cast.lines[:_HEAD]:
        if end - start > _SHORT and any(t.text in _FULL for t in cast.doc[start + _TITLE : end]):
            return start
    return 0


def _nominal(token: Token) -> bool:
    """A noun, or a number that stands for one: "Explorer 6 was late"."""
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "NUM" and token.dep_ in SUBJECTS)


def _prominence(token: Token) -> float:
    """Subjects of main clauses first, then other subjects, objects, and the rest."""
    dep = token.dep_
    if dep == "conj":
        return _prominence(token.head) - 0.3 if token.head.i < token.i else 0.0
    if dep in ("nsubj", "nsubjpass"):
        if token.head.dep_ in _MAIN:
            return 1.5
        if token.head.dep_ == "relcl":
            return 0.9 if token.tag_ in ("WP", "WDT") else 0.6
        return 1.0
    return _ROLES.get(dep, 0.2)


_ROLES = {
    "ROOT": 0.6,
    "dobj": 0.6,
    "dative": 0.5,
    "attr": 0.3,
    "pobj": 0.2,
    "poss": 0.2,
    "appos": 0.0,
    "compound": -0.5,
    "nmod": -0.5,
    "amod": -0.5,
    "npadvmod": -0.5,
}
