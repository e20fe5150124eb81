"""What is only rumoured, and what is called false: "speculation that X fined Y", "the story that X did is untrue"."""

from spacy.tokens import Token

from kg.grammar import is_passive, phrasal
from kg.lexicon import Lexicon
from kg.types import Status

_CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "csubj"})
_NEAR = 6  # words between a noun and its clause: "news making the rounds that ..."


class HearsayReader:
    """Tells which clauses are what people say, and whether the text says that it is not so."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.rumours = lexicon.evoking("Rumour", "noun")
        self.tidings = self.rumours | lexicon.evoking("Tidings", "noun")
        self.false = lexicon.evoking("False", "adjective") | lexicon.evoking("False", "noun")
        self.debunking = lexicon.evoking("Debunking", "verb")

    def status(self, token: Token) -> Status | None:
        """Denied where the tidings in whose clause a word stands are false, alleged where they are but rumours."""
        for clause in (token, *token.ancestors):
            that = next((t for t in clause.lefts if t.lower_ == "that" and _joins(t)), None)
            if that is None and any(t.tag_ in ("WDT", "WP") for t in clause.lefts):
                return None  # "the claim that X, which Y fined, had lied": Y has
            if that is None or clause.dep_ not in _CLAUSES:
                continue
            if self._called_false(clause.head):
                return Status.DENIED
            noun = self._tidings(clause, that)
            if noun is not None:
                return Status.DENIED if self._untrue(noun) else Status.ALLEGED if self._rumour(noun) else None
        return None

    def _tidings(self, clause: Token, that: Token) -> Token | None:
        """The noun a clause tells the content of, which may stand a few words off."""
        near = (t for t in reversed(clause.doc[max(clause.sent.start, that.i - _NEAR) : that.i]))
        found = next((t for t in near if self._of_tidings(t) or t.pos_ in ("AUX", "PUNCT")), None)
        return found if found is not None and self._of_tidings(found) else None

    def _of_tidings(self, noun: Token) -> bool:
        return noun.pos_ == "NOUN" and (noun.lower_ in self.tidings or noun.lemma_.lower() in self.tidings)

    def _rumour(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.rumours or noun.lower_ in self.rumours  # "reports that", of nobody

    def _untrue(self, noun: Token) -> bool:
        """ "Fake news", "the claim is untrue", "reports were described as fake", "disregard the rumour"."""
        if noun.lower_ in self.false or any(t.lower_ in self.false for t in noun.lefts):
            return True
        verb = noun.head
        if noun.dep_ == "dobj" or (noun.dep_ == "nsubjpass" and is_passive(verb)):
            return phrasal(verb, self.debunking) or self._called_false(verb)
        return noun.dep_ == "nsubj" and self._called_false(verb)

    def _called_false(self, verb: Token) -> bool:
        """ "Is false", "was dismissed as nonsense", "it is not true"."""
        if verb.pos_ not in ("VERB", "AUX") or any(t.dep_ == "neg" for t in verb.children):
            return False
        said = [t for t in verb.children if t.dep_ in ("acomp", "attr", "oprd")]
        said += [p for t in verb.children if t.lower_ == "as" for p in t.children if p.dep_ in ("pobj", "amod")]
        return any(t.lower_ in self.false for word in said for t in (word, *word.lefts))


def _joins(that: Token) -> bool:
    """Whether "that" is no pronoun: "the story that it had fined X", which has its object."""
    return that.dep_ == "mark" or (that.dep_ in ("dobj", "dative") and any(t.dep_ == "dobj" for t in that.head.rights))
