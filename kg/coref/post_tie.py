"""Posts tied to their holders by the parse: "X is the chair", "made X chair", "X's years as chair"."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast
from kg.coref.named import PERSON
from kg.grammar import after, coordinated, objects, phrasal, possessors, subjects, surface_subjects
from kg.lexicon import Lexicon

_ACTIVE = frozenset({"VB", "VBG", "VBZ", "VBP"})
_NAMED = frozenset({"NOUN", "PROPN", "PRON"})
_TITLED = _NAMED | {"ADJ"}
_STATING = frozenset({"VBZ", "VBP", "VBD", "MD", "WP"})
_LISTED = frozenset({"attr", "dobj", "appos", "oprd"})
_SEPARATORS = frozenset({",", ";", ":", "–", "—", "•", "-", ")"})
_JOINING = frozenset({"and", "&", "the"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A token that speaks of a person, and how the text ties the person to the post."""

    person: int
    former: bool = False
    verb: int | None = None  # the word whose mood and negation the tie has


class TieReader:
    """Follows the parse from the noun of a post to whoever holds it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.former = lexicon.evoking("Former")
        self.copulas = lexicon.evoking("Holding", "verb")
        self.serving = lexicon.evoking("Serving", "verb")
        self.succession = lexicon.evoking("Succession", "verb")
        self.choosing = lexicon.evoking("Choosing", "verb")
        self.listing = {form.split()[0] for form in lexicon.evoking("Listing", "verb")}
        self.leaving = lexicon.evoking("Leaving")
        self.over = lexicon.evoking("Tenure", "noun") | self.leaving
        self.terms = self.over | lexicon.evoking("Entering", "noun")

    def holders(self, cast: Cast, head: Token) -> list[Holder]:
        """Those the post is said of; ``head`` is its noun."""
        above = head.head
        if (
            head.dep_ in ("dobj", "oprd", "ccomp")
            and above.lemma_ in self.choosing
            and (named := _named_before(cast, head))
        ):
            return [replace(holder, verb=above.i) for holder in named]
        if head.dep_ == "appos" and is_person(cast, above.i):
            return [Holder(above.i)]
        if head.dep_ == "conj" and above.pos_ in _NAMED:
            return self._joined(cast, above)
        if head.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ == "one":
            return self.holders(cast, above.head)
        if head.dep_ in ("attr", "oprd", "dobj") and above.lemma_ in self.copulas:
            return self.of_subjects(cast, above, former=above.lemma_ == "be" and is_past(above))
        if head.dep_ == "nsubj" and (above.lemma_ == "be" or (_several(head) and above.lemma_ in self.listing)):
            return self._named_after(cast, above, several=_several(head))
        if head.dep_ == "pobj" and above.lower_ in ("as", "in"):
            return self._as(cast, above.head, above.lower_)
        if head.dep_ in ("oprd", "attr", "dobj", "ccomp") and above.lemma_ in self.choosing:
            return self._chosen(cast, above)
        if head.dep_ == "appos" and above.head.lemma_ in self.choosing:
            return self._chosen(cast, above.head)
        return []

    def _named_after(self, cast: Cast, verb: Token, *, several: bool) -> list[Holder]:
        """ "Its director is Anna Boyd", "the members are Anna Boyd, Tom Reid and Carol Lee"."""
        people = [t for t in verb.children if t.dep_ == "attr" and t.i > verb.i and t.i in cast.naming]
        if several and any(t.dep_ in _LISTED or t.text == ":" for t in verb.rights):  # not "ministers were under fire"
            people = row(cast, verb.i)
        return [replace(h, former=is_past(verb)) for h in self._people(cast, people, verb)]

    def _joined(self, cast: Cast, other: Token) -> list[Holder]:
        """ "chair of Y and a member of Z": whoever holds the one post holds the other."""
        if any(t.text == "," for t in other.children):
            return []
        if not is_person(cast, other.i):
            return _of_post_before(cast, other) or self.holders(cast, other)
        return [] if other.i in cast.naming else [Holder(other.i)]  # the words of a post speak of its holder

    def _as(self, cast: Cast, word: Token, preposition: str) -> list[Holder]:
        if word.pos_ in ("NOUN", "PROPN") and word.lower_ in self.terms:
            return self._of_term(cast, word)
        if word.dep_ == "dobj" and word.head.lemma_ in self.choosing | self.succession:
            word = word.head
        if word.pos_ in ("NOUN", "PROPN") and is_person(cast, word.i):
            return [Holder(word.i)]
        if word.pos_ not in ("VERB", "AUX"):
            return []
        if word.lemma_ in self.choosing:
            return self._chosen(cast, word)
        if preposition == "in":
            return []
        if word.lemma_ in self.succession:
            late = self._people(cast, objects(word), word)
            new = [t for s in after(word, "with") or subjects(word) for t in coordinated(s)]
            return [*self._people(cast, new, word), *(Holder(h.person, True, word.i) for h in late)]
        over = (word.lemma_ in self.serving and is_past(word)) or phrasal(word, self.leaving)
        before = [t for t in after(word, "from") if is_person(cast, t.i)]  # "took over as chair from Tom Reid"
        return [*self.of_subjects(cast, word, former=over), *(Holder(t.i, True, word.i) for t in before)]

    def replaced(self, cast: Cast, held: list[Holder]) -> list[Holder]:
        """Of "replaced chairman Tom Reid with Anna Boyd" both, he as having been it."""
        person = cast.at.get(held[0].person)
        root = next((cast.doc[s:e].root for s, e in person.spans if s <= held[0].person < e), None) if person else None
        if len(held) > 1 or root is None or root.dep_ not in ("dobj", "nsubjpass"):
            return held
        verb = root.head
        new = [t for t in after(verb, "with") if is_person(cast, t.i)] if verb.lemma_ in self.succession else []
        return [replace(held[0], former=True), *(Holder(t.i, verb=verb.i) for t in new)] if new else held

    def _of_term(self, cast: Cast, noun: Token) -> list[Holder]:
        """ "Boyd's two years as chair", "the appointment of Boyd as chair"."""
        owners = [*possessors(noun), *(p for t in noun.children if t.lower_ == "of" for p in t.children)]
        people = [t for t in owners if is_person(cast, t.i) or t.tag_ == "PRP$"]
        return [Holder(t.i, noun.lower_ in self.over, noun.i) for t in people[:1]]

    def _chosen(self, cast: Cast, verb: Token) -> list[Holder]:
        """Who is appointed: the object, or the surface subject of a passive."""
        near = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass")] + objects(verb)
        near += [c for t in verb.children if t.dep_ in ("oprd", "ccomp") for c in t.children]
        if (named := self._people(cast, near, verb)) or verb.tag_ in _ACTIVE:
            return named  # of "she wants to choose the inspector" nobody
        return self.of_subjects(cast, verb)

    def of_subjects(self, cast: Cast, verb: Token, *, former: bool = False) -> list[Holder]:
        """The people that a verb has as its subjects."""
        once = any(t.lower_ in self.former for t in verb.children if t.dep_ == "advmod")
        people = [t for s in surface_subjects(verb) for t in coordinated(s)]
        return [Holder(h.person, former or once, verb.i) for h in self._people(cast, people, verb)]

    def _people(self, cast: Cast, tokens: list[Token], verb: Token) -> list[Holder]:
        seen = {t.i: Holder(t.i, verb=verb.i) for t in tokens if is_person(cast, t.i) or t.tag_ == "PRP"}
        return list(seen.values())


def _of_post_before(cast: Cast, name: Token) -> list[Holder]:
    """ "chief executive of Y and chair of Z", read as if Y and the chair were joined: who holds the first post."""
    post = name.head.head if name.dep_ == "pobj" and name.i in cast.naming else name
    if post is name or post.i in cast.naming or not is_person(cast, post.i):
        return []
    return [Holder(post.i)]


def _named_before(cast: Cast, head: Token) -> list[Holder]:
    """ "appointed Anna Boyd chief executive", where the parser made the name a part of the post."""
    i = head.left_edge.i
    return [Holder(i)] if i in cast.naming and is_person(cast, i) else []


def is_person(cast: Cast, i: int) -> bool:
    """Whether a token speaks of a person."""
    thing = cast.at.get(i)
    return thing is not None and thing.kind == PERSON


def row(cast: Cast, before: int) -> list[Token]:
    """The people named one by one after a verb or a colon, each with what they are: "A; Chief Surveyor B; and C"."""
    found: list[Token] = []
    doc = cast.doc
    for token in doc[before + 1 : doc[before].sent.end]:
        if token.tag_ in _STATING or cast.paragraphs[token.i] != cast.paragraphs[before]:
            break  # what is said of the last of them
        first = token.i in cast.naming and is_person(cast, token.i) and cast.at.get(token.i - 1) is not cast.at[token.i]
        if first and _item(doc, token.i, before):
            found.append(token)
    return found


def _item(doc: Doc, i: int, before: int) -> bool:
    """Whether a name is one of a row, not whose deputy one of them is: only titles and posts stand before it."""
    while i - 1 > before and (doc[i - 1].text == "." or doc[i - 1].pos_ in _TITLED):
        i -= 1
    return i - 1 == before or doc[i - 1].text in _SEPARATORS or doc[i - 1].lower_ in _JOINING


def _several(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS")


def is_past(verb: Token) -> bool:
    """ "was", "had been", "used to be"; not "has been"."""
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used":
        return True
    return verb.tag_ == "VBD" or any(t.lower_ == "had" for t in verb.children if t.dep_ == "aux")
