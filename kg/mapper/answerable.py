"""What an answer is to: the nouns by which a text takes up what was found, or said, before."""

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.grammar import after, after_any, objects, possessors
from kg.mapper.found import Context
from kg.phrases import wholes

_TAKEN_UP = frozenset({"this", "that", "it", "everything", "all"})
_PARTS = frozenset({"NUM", "PRON", "DET", "ADJ", "ADV"})  # "nine of the findings", "much of the report"
_KNOWN = frozenset({"the", "these", "those", "this", "that", "such", "all", "any", "every", "each"})
_ALL = frozenset({"every", "each", "all", "any"})
_TO = ("for", "with", "to", "on", "at", "over", "against", "from", "off")
_ASIDE = frozenset({",", "-", "–", "—", "("})
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME"})
_COUNTED = frozenset({"both", "most", "some"})
_SENTENCES = 4  # back that the recommendations may stand of which "both" are accepted


def answered(verb: Token) -> list[Token]:
    """What an answer is to: "disputed the findings", "apologised for the failings", "agreed with the verdict"."""
    own = objects(verb) or after_any(verb, _TO) or [t for t in verb.rights if t.dep_ == "advmod" and after(t, "of")]
    return [one for t in own for one in (wholes(t) if t.lower_ == "none" else (t, *_of_part(t)))]


def _of_part(noun: Token) -> list[Token]:
    return wholes(noun) if noun.pos_ in _PARTS else []


class Answerable:
    """Tells of nouns whether they take up a fault, a verdict or a claim, and do not say whose."""

    def __init__(self, context: Context) -> None:
        self.at = context.cast.at
        self.sentences = context.cast.sentences
        lexicon = context.lexicon
        self.verdicts = lexicon.evoking("Verdict", "noun") | lexicon.evoking("Outcome", "noun")
        self.findings = self.verdicts | lexicon.evoking("Censure", "noun")
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.penalties = lexicon.evoking("Penalty", "noun")
        self.faults = self.findings | self.penalties
        self.complying = lexicon.evoking("Complying", "verb")
        self.rulings = lexicon.evoking("Law", "noun")
        self.words = lexicon.evoking("Voiced", "noun")
        self.deeds = lexicon.evoking("Censure", "noun") | lexicon.evoking("Conduct", "noun")
        self.aspects = lexicon.evoking("Aspect", "noun")
        self.passages = lexicon.evoking("Passage", "noun")
        urged = self.outcomes | lexicon.verbs_of(context.roles.call)
        self.counsel = {t.i for t in context.cast.doc if t.lower_ in urged or t.lemma_ in urged}

    def open(self, noun: Token) -> bool:
        """Whether it is a fault or a verdict spoken of as known, and does not say whose."""
        if noun.i in self.at:
            return False
        if self.taken_up(noun) or self.whole(noun):
            return True
        if noun.lower_ not in self.faults | self.words:
            return False
        if owners := possessors(noun):
            return noun.lower_ in self.outcomes and all(map(self._is_unknown, owners))
        if after_any(noun, ("of", "by", "from", "against")):
            return False
        if any(t.dep_ == "relcl" for t in noun.children) and noun.i and noun.left_edge.nbor(-1).text in _ASIDE:
            return True  # "fell short, a finding that Y disputes"
        return any(t.lower_ in _KNOWN for t in noun.lefts if t.dep_ in ("det", "predet"))

    def _is_unknown(self, owner: Token) -> bool:
        """ "The coroner's conclusions", where no coroner is known."""
        return owner.pos_ == "NOUN" and owner.i not in self.at

    def taken_up(self, noun: Token) -> bool:
        """ "Rejects this", "disputes most of it"."""
        told = any(t.dep_ == "relcl" for t in noun.children)  # "everything we have seen"
        return noun.lower_ in _TAKEN_UP and noun.pos_ in ("PRON", "DET") and noun.i not in self.at and not told

    def whole(self, noun: Token) -> bool:
        """ "Accepts every word", "agreed with each line of it", "dissented from paragraph 12", "accepted 4.1"."""
        if noun.i in self.at or noun.ent_type_ in _SUMS:
            return False
        if noun.lower_ in self.passages:
            ruled = [t.lower_ for t in noun.lefts if t.dep_ in ("det", "predet")]
            inner = after(noun, "of")
            part = self._numbered(noun) or any(map(self._numbered, inner))
            return part or (not _ALL.isdisjoint(ruled) and all(t.lower_ in _TAKEN_UP for t in inner))
        return self._numbered(noun) if noun.lower_ in self.outcomes else self._counted(noun)

    def _numbered(self, noun: Token) -> bool:
        """ "Recommendation 10", "paragraph 4"."""
        known = noun.lower_ in self.passages or noun.lower_ in self.outcomes
        return known and noun.i + 1 < len(noun.doc) and noun.nbor().like_num and noun.nbor().dep_ != "pobj"

    def _counted(self, word: Token) -> bool:
        """ "Concurred with both", "accepted them", "disagreed with the third", of recommendations spoken of before."""
        if word.pos_ not in ("NUM", "PRON", "DET", "ADJ") or not (word.like_num or self._adopted(word)):
            return False
        if word.dep_ not in ("dobj", "pobj") or after(word, "of"):
            return False
        here, reach = self.sentences[word.i], 1 if word.lower_ == "them" else _SENTENCES
        return any(i < word.i and here - self.sentences[i] <= reach for i in self.counsel)

    def _adopted(self, word: Token) -> bool:
        """ "Disagreed with both", "accepted them"; nobody is thanked for "them"."""
        return word.lower_ in _COUNTED or (word.lower_ == "them" and word.head.lemma_ in self.complying)

    def verdict(self, nouns: list[Token]) -> bool:
        """Whether one of them is a verdict, or a part of what was found, and none says whose."""
        return any(
            self.whole(t) or (t.lower_ in self.verdicts and t.lower_ not in self.rulings and self.open(t))
            for t in nouns
        )

    def of_events(self, nouns: list[Token]) -> list[Thing]:
        """ "Welcomed the publication of the review", "rejected the thrust of the report": the review, the report."""
        inner = [t for noun in nouns if noun.lower_ in self.aspects for t in after(noun, "of")]
        return [thing for t in inner if (thing := self.at.get(t.i)) is not None and thing.head is not None]

    def deed(self, noun: Token) -> bool:
        """Whether it is conduct or a fault, and not "criticism by Y"."""
        return noun.lower_ in self.deeds and noun.i not in self.at and not after_any(noun, ("by", "from"))

    def voicers(self, nouns: list[Token]) -> list[Token]:
        """ "Rejected criticism by Y", "backed the call from Y": Y."""
        return [t for noun in nouns if noun.lower_ in self.words for t in after_any(noun, ("by", "from"))]
