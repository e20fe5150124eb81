"""One kind for each name of a text: that with most weight behind it, and that of the fuller name it is short for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from kg.ner.proposals import MODEL, Proposal, words_at

Votes = Callable[[Doc, Proposal], Iterable[tuple[str, int]]]  # kinds and weights from a name's context
Words = tuple[str, ...]

_WITHIN = frozenset({"pobj", "appos", "conj"})  # as what is a place may stand; a place that acts may be a firm
_SITED = frozenset({"in", "near", "outside", "around", "across", "to", "from", "between"})
_STRAY = 2  # letters; a shorter word begins too many names


@dataclass(frozen=True, slots=True)
class Signs:
    """Words that tell what a short form is of: ``forms`` end the full names of firms; ``owned`` end the names of
    bodies that are called after a name of their own, as councils and police forces are not."""

    forms: Collection[str]
    owned: Collection[str]
    given: Collection[str]
    heads: Collection[str]  # begin the names of bodies that are called by the rest alone: "HMP Wrayby"


def agree(
    doc: Doc, chosen: list[Proposal], classes: tuple[str, str, str], evidence: Votes, signs: Signs
) -> list[Proposal]:
    """The same names, each of one kind in the whole text."""
    names = _Names(doc, chosen, classes, evidence, signs)
    kinds = names.settle()
    return [replace(p, kind=kinds[words]) for p, words in names.named]


class _Names:
    """The names of a text by their words, each with its votes."""

    def __init__(
        self, doc: Doc, chosen: list[Proposal], classes: tuple[str, str, str], evidence: Votes, signs: Signs
    ) -> None:
        self.doc, self.chosen, self.signs = doc, chosen, signs
        self.person, self.body, self.place = classes
        self.named = [(p, words_at(doc, p)) for p in chosen]
        self.times = Counter(words for _, words in self.named)
        self.weight: dict[Words, Counter[str]] = defaultdict(Counter)  # of the proposals alone
        self.votes: dict[Words, Counter[str]] = defaultdict(Counter)
        for p, words in self.named:
            self.weight[words][p.kind] += p.weight
            self.votes[words][p.kind] += p.weight
            for kind, weight in evidence(doc, p) if p.kind else ():
                self.votes[words][kind] += weight
        self.kinds = {
            words: max(sorted(count), key=lambda kind: (count[kind], kind == self.place and words[0] in self.sites))
            for words, count in self.votes.items()
        }

    def settle(self) -> dict[Words, str]:
        """The kind of each name."""
        self._surnames()
        self._first_words()
        self._beginnings()
        self._seats()
        self._called_by_first_word()
        self._called_by_surname()
        return self.kinds

    def _of_kind(self, kind: str) -> list[Words]:
        """Names of several words that are of a kind."""
        return [words for words, k in self.kinds.items() if len(words) > 1 and k == kind]

    def _surnames(self) -> None:
        """What the model took for a body or a place is a surname where someone of that name is named."""
        surnames = {_surname(words) for words in self._of_kind(self.person)}
        begins = {words[0] for words in self._of_kind(self.body)}
        for words, kind in self.kinds.items():
            if words not in surnames or kind == self.person:
                continue
            if self._taken_for_body(words, begins) if kind == self.body else words[0] not in self.sites | begins:
                self.kinds[words] = self.person

    def _taken_for_body(self, words: Words, begins: set[str]) -> bool:
        """Whether nothing but the model, or its company, makes a body of a surname."""
        if self.weight[words][self.body] > MODEL * self.times[words]:
            return False
        return words[0] not in begins or self.votes[words][self.body] <= MODEL * self.times[words]

    def _first_words(self) -> None:
        """A word alone is a body where it begins the name of just one: "Bluestem" of Bluestem Communities.

        So one that the model took for a person; one that it took for a place, where that name ends as a firm's does
        and nothing is in that place.
        """
        people = {word for words in self._of_kind(self.person) for word in words}
        firsts = Counter(words[0] for words in self._of_kind(self.body))
        lasts = Counter(words[-1] for words in self._of_kind(self.body))
        bare = {self.doc[p.start].lower_ for p in self.chosen if not p.start or self.doc[p.start - 1].lower_ != "the"}
        for words, count in self.votes.items():
            part = firsts[words[0]] == 1 or (lasts[words[0]] == 1 and words[0] not in bare)  # "the Cell"
            alone = len(words) == 1 and self.kinds[words] == self.person and part and words[0] not in people
            if alone and count[self.person] <= MODEL * self.times[words]:
                self.kinds[words] = self.body
        companies = {words[0] for words in self._of_kind(self.body) if words[-1].rstrip(".") in self.signs.forms}
        held = {self.doc[p.start].lower_ for p in self.chosen if self.doc[p.start].dep_ in _WITHIN}
        for words, kind in self.kinds.items():
            if kind == self.place and len(words) == 1 and words[0] in companies - held and firsts[words[0]] == 1:
                self.kinds[words] = self.body

    def _seats(self) -> None:
        """Where something is, and a public body is named after it, is a place: "in Tarvia", Tarvia Ports Board."""
        bodies = self._of_kind(self.body)
        for words, kind in self.kinds.items():
            known = self.votes[words][self.body] > MODEL * self.times[words]
            if kind != self.body or len(words) > 1 or known or words[0] not in self.sites:
                continue
            named = [name for name in bodies if name[0] == words[0]]
            if named and not any(name[-1].rstrip(".") in self.signs.owned for name in named):
                self.kinds[words] = self.place

    def _called_by_first_word(self) -> None:
        """Who is called by the first of two words, no given name, and never by the last, is a body: "Norvik" Bulk."""
        for words in self._of_kind(self.person):
            short = words[:1]
            known = self.votes[words][self.person] > MODEL * self.times[words] or words[0] in self.signs.given
            if not known and self.kinds.get(short) == self.body and words[-1:] not in self.kinds:
                self.kinds[words] = self.body

    def _called_by_surname(self) -> None:
        """Whom the model takes for a body, and the text then calls by the last of two words as a person."""
        for words in self._of_kind(self.body):
            short = words[1:]
            only = self.votes[words][self.body] <= MODEL * self.times[words] and len(words) == 2
            if only and self.kinds.get(short) == self.person and words[:1] not in self.kinds:
                self.kinds[words] = self.person

    def _beginnings(self) -> None:
        """What begins the name of just one body is that body: "Ardmore Quay" of Ardmore Quay Holdings."""
        bodies = self._of_kind(self.body)
        for words, kind in self.kinds.items():
            if kind in ("", self.body) or len(words[0]) <= _STRAY:
                continue
            longer = [name for name in bodies if len(name) > len(words) and name[: len(words)] == words]
            owned = [name for name in longer if name[-1].rstrip(".") in self.signs.owned]
            owned = owned or [name for name in bodies if name[0] in self.signs.heads and name[1:] == words]
            if not owned or not _one(owned):
                continue
            if self._is_person(words) if kind == self.person else words[0] in self.sites:
                continue
            self.kinds[words] = self.body

    def _is_person(self, words: Words) -> bool:
        """Whether more than the model says that it is someone, whose name a body may bear."""
        if words[0] in self.signs.given and len(words) > 1:
            return True
        return self.votes[words][self.person] > MODEL * self.times[words]

    @cached_property
    def sites(self) -> frozenset[str]:
        """First words of the names of what something is in or near."""
        return frozenset(
            self.doc[p.start].lower_ for p in self.chosen if p.start and self.doc[p.start - 1].lower_ in _SITED
        )


def _surname(words: Words) -> Words:
    """The last word of a name, or the last joined by hyphens: "Hale-Boyd" of Ann Hale-Boyd."""
    start = len(words) - 1
    while start > 1 and words[start - 1] == "-":
        start -= 2
    return words[start:]


def _one(names: list[Words]) -> bool:
    """Whether all names are of one body: each begins the longest."""
    longest = max(names, key=len)
    return all(longest[: len(name)] == name for name in names)
