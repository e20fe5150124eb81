"""Bodies whose names are phrases: "Save Our Pool", "Parents Against Smog", "Friends of the Orla", "Ruiz for Mayor".

Nothing but their capitals tells them from what the words say, so they must do or be said what bodies do and are.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.lexicon import Lexicon
from kg.ner.model_names import ModelNames
from kg.ner.titles import Titles, is_capitalised

_WHOSE = frozenset({"of", "from"})
_CAUSE = frozenset({"for", "against"})
_LINKS = _WHOSE | _CAUSE | {"the", "and", "in", "to", "our", "a", "on", "with"}
_LAST = frozenset({"first", "now", "together"})
_NAMED = frozenset({"PERSON", "GPE"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_QUOTES = frozenset("\"“‘'")
_UNCLAIMED = frozenset({"", "ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
_LONGEST = 8


class Campaigns:
    """Finds them."""

    def __init__(self, lexicon: Lexicon, titles: Titles, model: ModelNames) -> None:
        self.titles = titles
        self.model = model
        people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal")
        self.crowds = {form for word in people for form in _plurals(word)}
        self.acting = lexicon.evoking("CorporatePost")  # "lawyers for Y"
        self.telling = lexicon.evoking("Reporting", "verb")
        finding = lexicon.evoking("Finding", "verb") - self.telling
        self.doing = {lemma for lemma, pos in lexicon.triggers if pos == "verb"} - finding
        self.rallying = lexicon.evoking("Rallying")
        self.founding = lexicon.evoking("Forming", "verb") | lexicon.evoking("Starting", "verb")
        self.seats = {words[0] for words in lexicon.posts if len(words) == 1} | lexicon.evoking("SelfNamed")

    def find(self, doc: Doc, lines: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Token offsets of such names outside ``lines``, whose words all have capitals."""
        i = 0
        while i < len(doc):
            end = self._end(doc, i) if i not in lines and self._begins(doc, i) else i
            if end - i > 1 and self._names(doc, i, end):
                yield i, end
                i = end
            else:
                i += 1

    def _begins(self, doc: Doc, i: int) -> bool:
        """A capital after a word that has none: not "the" of "The Rivers Alliance"."""
        word = doc[i]
        if not is_capitalised(word) or word.lower_ == "the":
            return False
        before = doc[i - 1] if i > 0 and not word.is_sent_start else None
        return before is None or not (is_capitalised(before) and before.is_alpha) or before.is_stop

    def _end(self, doc: Doc, start: int) -> int:
        """Where a run of capitalised words, with small words in it, ends."""
        end = i = start
        while i < len(doc) and i - start < _LONGEST and doc[i].is_alpha and not (i > start and doc[i].is_sent_start):
            if is_capitalised(doc[i]):
                end = i + 1
            elif doc[i].lower_ not in _LINKS or (doc[i].lower_ in _WHOSE and doc[i - 1].ent_type_ == "PERSON"):
                break
            i += 1
        return end

    def _names(self, doc: Doc, start: int, end: int) -> bool:
        run = doc[start:end]
        stop, word = self.titles.end(doc, start), doc[start].lower_
        titled = stop and doc[stop : stop + 1].text not in _CAUSE  # not "Justice | for Amal"
        if titled or word in self.seats - self.titles.words:
            return False
        phrase = self._phrase(run) or self._crowd(run) or self._candidacy(run)
        return (phrase and self._acts(doc, start, end)) or self._of_someone(run)

    def _phrase(self, run: Span) -> bool:
        """ "Save | the Tarn"; "Save | Our | Pool", "Rivers First": a small word with a capital among plain ones."""
        if run[0].lower_ in self.rallying:
            return is_capitalised(run[-1]) and (len(run) > 2 or self._small(run[1]))
        small = run[-1].lower_ in _LAST or any(is_capitalised(t) and self._small(t) for t in run[1:])
        known = not self._small(run[0]) and run[-1].lower_ not in self.crowds and all(self._ordinary(t) for t in run)
        return small and known and all(is_capitalised(t) or t.lower_ in _CAUSE | {"of", "the"} for t in run)

    def _crowd(self, run: Span) -> bool:
        """ "Surfers for | Clean Water", and within a sentence "Friends of | the River Orla"."""
        crowd = run[0].lower_
        inner = not run[0].is_sent_start and run.doc[run.start - 1].lower_ != "of"
        if run[1].lower_ in _CAUSE and inner and crowd not in self.titles.body_words:
            return self.titles.dictionary.has(crowd) and all(map(is_capitalised, run[2:]))  # "Justice for Amal"
        if run[1].lower_ in _CAUSE:
            plural = crowd.endswith("s") and self.titles.dictionary.has(crowd) and crowd not in self.acting
            return plural and all(self._ordinary(t) and t.ent_type_ not in _NAMED for t in run[2:])
        if crowd not in self.crowds or run[1].lower_ != "of" or run[2].ent_type_ == "PERSON":
            return False
        return any(t.text == run[0].text and not t.is_sent_start for t in run.doc)

    def _candidacy(self, run: Span) -> bool:
        """ "Ruiz for | Mayor"."""
        return len(run) == 3 and run[1].lower_ == "for" and run[2].lower_ in self.seats

    def _small(self, token: Token) -> bool:
        return token.is_stop and not self.titles.dictionary.has(token.lower_)

    def _ordinary(self, token: Token) -> bool:
        return token.is_stop or self.titles.dictionary.has(token.lower_)

    def _acts(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a verb of saying or of a relation follows, or what sort of body it is."""
        if end >= len(doc) or (start and doc[start - 1].text in _QUOTES):
            return False
        verb = doc[end]
        verb = doc[end + 1] if verb.pos_ in ("AUX", "ADV") and end + 1 < len(doc) else verb
        acting = verb.tag_ in _VERBAL and verb.lemma_ in self.telling | self.doing
        return acting or self.model.said_to_be_body(doc, end) or self._told(doc, start)

    def _told(self, doc: Doc, start: int) -> bool:
        """ "Told | Save Our Pool", "a letter by | Save Our Pool"."""
        before = doc[start - 1] if start else None
        if before is None:
            return False
        return before.lemma_ in self.telling | self.founding or before.dep_ == "agent"

    def _of_someone(self, run: Span) -> bool:
        """ "Anna Moss of | Save Our Pool": plain words after a person."""
        doc, start = run.doc, run.start
        if start < 2 or doc[start - 1].lower_ not in _WHOSE or doc[start - 2].ent_type_ != "PERSON":
            return False
        plain = all(self._ordinary(t) and is_capitalised(t) for t in run)
        telling = any(t.pos_ not in ("PROPN", "NOUN") or t.is_stop for t in run)
        return plain and telling and all(t.ent_type_ in _UNCLAIMED for t in run)


def _plurals(word: str) -> Iterator[str]:
    """The plurals a noun for people may have."""
    yield f"{word}s"
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith("man"):
        yield f"{word[:-3]}men"
    if word == "child":
        yield "children"
