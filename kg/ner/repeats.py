"""Further places where a name, a surname or the first word of a body's name stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from kg.ner.cuts import OF
from kg.ner.proposals import MODEL, Proposal, lower_words, words_at
from kg.ner.titles import Titles, is_capitalised

_FEW = 2  # letters of an acronym that many names may have
_PEOPLES = frozenset({"GPE", "LOC", "NORP", "LANGUAGE"})

_Forms = dict[str, list[tuple[tuple[str, ...], str]]]


class Repeats:
    """Finds them from what a text has named already."""

    def __init__(
        self, titles: Titles, common: frozenset[str], nominal: frozenset[str], kinds: tuple[str, str, str]
    ) -> None:
        self.titles = titles
        self.nominal = nominal
        self.common = common
        self.person, self.body, self.place = kinds

    def find(self, doc: Doc, chosen: list[Proposal], fields: Iterable[int]) -> Iterator[Proposal]:
        """Names again; ``fields`` are the words that say what a post is for, and name nobody."""
        taken = {i for p in chosen for i in range(p.start, p.end)}.union(fields)
        table = self._forms(doc, chosen)
        lasts = self._lasts(doc, chosen)
        short = {letters for p in chosen if p.kind == self.body for letters in _letters(doc[p.start : p.end])}
        for i, token in enumerate(doc):
            if i in taken or not is_capitalised(token):
                continue
            if token.text in short:  # "TVPA", of the Tennessee Valley Power Authority
                yield Proposal(i, i + 1, self.body, MODEL)
                taken.add(i)
                continue
            if token.lower_ in lasts and i and doc[i - 1].lower_ == "the" and not self._part_of_more(doc, i):
                yield Proposal(i, i + 1, self.body, MODEL)
                taken.add(i)
                continue
            for form, kind in table.get(token.lower_, ()):
                end = i + len(form)
                if form != lower_words(doc, i, end) or not taken.isdisjoint(range(i, end)):
                    continue
                if len(form) == 1 and self._part_of_more(doc, i):
                    continue
                yield Proposal(i, end, kind, MODEL)
                taken.update(range(i, end))
                break

    def _lasts(self, doc: Doc, chosen: list[Proposal]) -> set[str]:
        """Last words by which a text may speak of a body again: "the | Cell". Those of many bodies are no names."""
        names = {words_at(doc, p) for p in chosen if p.kind == self.body and p.end - p.start > 1}
        ends = {words[-1] for words in names if words[-2] not in OF} - self.nominal
        ends -= {word for word in ends if (word,) in self.titles.posts}
        return {word for word in ends if word.isalpha() and len(word) > 3 and sum(n[-1] == word for n in names) == 1}

    def _forms(self, doc: Doc, chosen: list[Proposal]) -> _Forms:
        forms: dict[tuple[str, ...], str] = {}
        places = {words_at(doc, p)[0] for p in chosen if p.kind == self.place}
        places |= {ent[0].lower_ for ent in doc.ents if ent.label_ in _PEOPLES}
        lower = {t.text for t in doc if t.is_lower}
        for p in chosen:
            words = words_at(doc, p)
            forms.setdefault(words, p.kind)
            if p.kind == self.person and len(words) > 1 and len(words[-1]) > 2:
                forms.setdefault(words[-1:], p.kind)
            first = doc[p.start]
            telling = first.pos_ == "PROPN" and len(first) > 3 and words[0] not in places | self.common
            telling = telling and lower.isdisjoint({words[0], words[0].removesuffix("s")})  # not "Schools"
            telling = telling and words[0] not in self.titles.words and words[:1] not in self.titles.posts
            if p.kind == self.body and len(words) > 1 and telling:
                forms.setdefault(words[:1], p.kind)
        table: _Forms = defaultdict(list)
        for words, kind in sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])):
            table[words[0]].append((words, kind))
        return table

    def _part_of_more(self, doc: Doc, i: int) -> bool:
        """Whether the capitalised word at i is one of several that make another name."""
        before = i > 0 and not doc[i].is_sent_start and is_capitalised(doc[i - 1]) and doc[i - 1].pos_ == "PROPN"
        after = i + 1 < len(doc) and is_capitalised(doc[i + 1]) and doc[i + 1].pos_ == "PROPN"
        titled = before and (doc[i - 1].lower_ in self.titles.words or (doc[i - 1].lower_,) in self.titles.posts)
        return (before and not titled) or (after and not doc[i].is_upper)


def _letters(name: Span) -> set[str]:
    """The first letters of a name of three words or more, with its small words and without."""
    words = [t.text for t in name if t.is_alpha]
    main = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words).upper()
    return {main, every} if len(main) > _FEW else set()
