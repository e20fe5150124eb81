"""Whom a word of judgement is about: its subject, its object's owner, the body at fault."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after, after_any, clause_of, clause_verb, objects, possessors, subjects, surface_subjects
from kg.mapper.found import Context
from kg.mapper.slots import fill

_PLACES = ("by", "at", "in", "within", "of", "from", "across", "among")
_SCENE = ("at", "within", "across")
_WITHIN = tuple(word for word in _PLACES if word not in ("by", "from"))
_AGAINST = ("about", "over", "against", "with", "into")  # of a concern, not of progress
_APART = frozenset({"against", "from", "about", "over", "before"})  # "fights against fraud", "was shielded from abuse"
_DEPTH = 3
_OF_FINDING = frozenset({"oprd", "xcomp", "ccomp", "prep", "dobj", "acomp", "advcl"})


class TargetReader:
    """Finds the agents a judgement falls on, by the part of speech of its word."""

    def __init__(self, context: Context, allowed: frozenset[str]) -> None:
        self.context = context
        self.allowed = allowed
        self.laws = context.lexicon.evoking("Law", "noun") - context.lexicon.evoking("Verdict", "noun")
        self.rules = context.lexicon.evoking("Law", "noun")
        self.censure = context.lexicon.evoking("Censure", "noun")
        self.voiced = context.lexicon.evoking("Voiced", "noun")
        self.earning = context.lexicon.evoking("Earning", "verb") | {"be"}
        self.missing = context.lexicon.evoking("Missing", "noun")
        self.learning = context.lexicon.evoking("Learning", "verb")
        self.grievances = context.lexicon.evoking("Grievance", "noun")
        self.outcomes = context.lexicon.evoking("Outcome", "noun")
        self.finding = context.lexicon.evoking("Finding", "verb") | context.lexicon.evoking("Disclosing", "verb")

    def of(self, token: Token, judge: Thing, *, near: bool = False) -> list[Thing]:
        """The agents judged, other than who judges; ``near``: none further off than the word's own phrase."""
        if token.pos_ == "NOUN" and judge in (thing for thing, _ in self.fill(possessors(token))):
            return []  # "they affirmed their own commitment": nobody else's
        for tokens in self._candidates(token, near):
            tokens = [t for t in tokens if t.lower_ not in self.outcomes]  # "her findings are worrying"
            found = self.bodies(tokens)
            if found and judge not in found:  # "they voiced their concern": no one of those who voice it
                return found
        return []

    def fill(self, tokens: list[Token]) -> list[tuple[Thing, bool]]:
        """The agents tokens stand for; see :func:`kg.mapper.slots.fill`."""
        return fill(self.context, tokens, self.allowed, loose=True)

    def bodies(self, tokens: list[Token]) -> list[Thing]:
        """The agents tokens stand for, else the bodies within which what they mean is so."""
        found = [thing for thing, _ in self.fill(tokens)] or [b for t in tokens for b in self.inside(t)]
        return list(dict.fromkeys(found))

    def inside(self, token: Token, depth: int = _DEPTH) -> list[Thing]:
        """The body within which something is so: "leadership within the trust", "care at X's wards"."""
        if token.pos_ not in ("NOUN", "PROPN") or token.i in self.context.cast.at or not depth:
            return []
        if token.lower_ in self.laws:  # "flaws in the Fisheries bill" are not those of the fisheries board
            return []
        places = after_any(token, _PLACES)
        places += [t for t in token.lefts if t.dep_ in ("compound", "nmod")]
        owned = self._of_all(possessors(token), depth)  # "weaknesses in X's oversight of Y" are X's alone
        return owned or self._of_all(places, depth)

    def _of_all(self, inner: list[Token], depth: int) -> list[Thing]:
        found: list[Thing] = []
        for one in inner:
            thing = self.context.cast.at.get(one.i)
            if thing is None:
                found += self.inside(one, depth - 1)
            elif thing.kind == BODY:
                found.append(thing)
        return found

    def _candidates(self, token: Token, near: bool) -> Iterator[list[Token]]:
        verb = token.head
        if verb.pos_ == "VERB" and verb.lemma_ in self.finding and token.dep_ in _OF_FINDING:
            yield from self._found(verb, token)
        elif token.dep_ in ("aux", "auxpass"):  # of a phrase that begins with it: "did not know"
            yield surface_subjects(verb)
        elif token.pos_ in ("VERB", "AUX"):
            yield subjects(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from self._of_noun(token, near)
        elif token.pos_ == "ADV":
            yield from self._of_adverb(token, near)
        elif token.pos_ == "ADJ":
            yield from self._of_adjective(token, near)
        else:
            if token.pos_ == "ADP":  # "it is to X's credit that ..."
                yield [owner for t in token.children if t.dep_ == "pobj" for owner in possessors(t)]
            yield surface_subjects(clause_verb(token))
        if not near:
            yield self._scene(clause_verb(token))

    def _scene(self, verb: Token) -> list[Token]:
        """ "Standards had slipped at X", "patients were neglected at X": X, where it is of no one known."""
        told = surface_subjects(verb)
        nobody = told and all(t.pos_ == "NOUN" and t.i not in self.context.cast.at for t in told)
        return after_any(verb, _SCENE) if nobody else []

    def _found(self, verb: Token, word: Token) -> Iterator[list[Token]]:
        """ "rated X inadequate", "found X wanting", "X was found to be in breach"."""
        yield [t for t in word.children if t.dep_ in ("nsubj", "nsubjpass")]
        if word.pos_ not in ("NOUN", "PROPN"):
            yield objects(verb)
            yield [t for t in word.lefts if t.dep_ == "compound"]  # "rated Hill House poor", misparsed
            yield self._said_of_it(word if _own_it(word) else verb)
        else:
            yield from self._of_noun(word, near=False)

    def _of_noun(self, noun: Token, near: bool) -> Iterator[list[Token]]:
        """ "X's failings", "failings at X", "there were failings at X", "X made mistakes"."""
        yield possessors(noun) if noun.lower_ not in self.voiced else []  # "the senators' concerns" are about others
        around = after_any(noun, _PLACES if not self._held(noun) else _WITHIN)
        around = [t for t in around if t.lower_ not in self.rules]  # "a breach of the Lords' code" is not theirs
        yield [t for t in around if noun.lower_ not in self.missing or t.i not in self.context.cast.at]
        yield [t for t in noun.lefts if t.dep_ in ("compound", "nmod")]
        if near:
            return
        yield self._against(noun) if noun.lower_ in self.censure else []  # not "a complaint with the police"
        verb = _verb_above(noun)
        if verb is None:
            return
        if verb.lemma_ in self.finding:
            yield from self._around(verb, noun)
        elif noun.dep_ == "pobj" and noun.head.lower_ in _APART:
            return
        elif noun.dep_ in ("dobj", "attr", "pobj", "conj") or noun.head.dep_ == "prep":
            if noun.lower_ not in self.voiced or verb.lemma_ in self.earning:  # who "raised concerns" voices them
                yield [t for t in surface_subjects(verb) if not _recalled(noun) or self._acts(t)]
            if noun.dep_ == "attr":
                yield self._said_of_it(verb)
        if verb.lemma_ == "be":
            yield after_any(verb, ("by", "at", "within", "in"))

    def _acts(self, token: Token) -> bool:
        thing = self.context.cast.at.get(token.i)
        return thing is not None and thing.kind in (PERSON, BODY)

    def _against(self, noun: Token) -> list[Token]:
        """What a complaint or a concern is about; nobody with whom one "lodged a complaint", "shared a concern"."""
        about = after_any(noun, [word for word in _AGAINST if word != "with"])
        if noun.lemma_ in self.grievances:
            return about
        told = noun.dep_ == "dobj" and noun.head.lemma_ != "have"
        return about + [t for t in after(noun, "with") if not told or t.i not in self.context.cast.at]

    def _held(self, noun: Token) -> bool:
        """ "Complaints from X", "allegations of misconduct from X": X is who holds them."""
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        return noun.lemma_ in self.grievances or over.lemma_ in self.grievances

    def _around(self, verb: Token, noun: Token) -> Iterator[list[Token]]:
        """ "found failings when it inspected X", "went through X's plant and noted breaches"."""
        yield [t for t in after_any(verb, ("at", "in", "within", "by", "against")) if t != noun]
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            yield objects(verb.head)
            yield [t for c in verb.head.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
        for clause in (t for t in verb.children if t.dep_ == "advcl"):
            yield objects(clause)

    def _said_of_it(self, verb: Token) -> list[Token]:
        """ "It is wrong that X kept no records", "they find it odd that X did": X; not who had something done to them.

        Nor who is troubled to hear of it: "it was troubling that the panel heard that X had done nothing".
        """
        if not _own_it(verb):
            return []
        clauses = [c for t in (verb, *verb.rights) for c in t.children if c.dep_ in _THAT and _marked(c)]
        clauses = [(clause_of(c) or c) if c.lemma_ in self.learning else c for c in clauses]
        clauses = [c for c in clauses if not self._reports(c)]
        return [s for c in clauses for s in c.lefts if s.dep_ == "nsubj"]

    def _reports(self, verb: Token) -> bool:
        """ "It is troubling that the auditor has identified serious concerns": not of the auditor."""
        return verb.lemma_ in self.finding and any(t.lower_ in self.voiced | self.missing for t in objects(verb))

    def _of_adverb(self, word: Token, near: bool) -> Iterator[list[Token]]:
        """ "X acted slowly", "X was badly run", but not "X was badly treated"; "the badly flawed plans of X"."""
        if word.head.dep_ == "amod":
            yield from self._of_adjective(word.head, near)
            return
        verb, at = clause_verb(word), self.context.cast.at
        if verb.dep_ == "acomp":  # "was well run"
            verb = verb.head
        yield subjects(verb)  # and of "the trust was badly run" the trust, but no one who was badly treated
        yield [t for t in surface_subjects(verb) if t.i in at and at[t.i].kind == BODY]

    def _of_adjective(self, word: Token, near: bool) -> Iterator[list[Token]]:
        """ "X is inadequate", "rated X inadequate", "a weak control of X's", "X had weak controls"."""
        yield after(word, "of")  # "it was wrong of X"
        own = [t for t in word.children if t.dep_ in ("nsubj", "nsubjpass")]
        if own:
            yield own
        elif word.dep_ in ("acomp", "attr", "advmod"):
            yield surface_subjects(word.head)
            yield self._said_of_it(word.head)
        elif word.dep_ in ("oprd", "ccomp", "xcomp"):
            yield objects(word.head)
            yield surface_subjects(word.head)
        elif word.dep_ == "amod":
            yield [word.head]
            yield from self._of_noun(word.head, near)
        elif word.dep_ in ("conj", "ROOT", "advcl"):
            if word.dep_ == "conj" and word.head.pos_ == "ADJ":
                yield from self._of_adjective(word.head, near)
            else:
                yield surface_subjects(word)
        elif word.dep_ == "pobj":
            yield from self._of_noun(word, near)


def _recalled(noun: Token) -> bool:
    """ "Its report was a reminder of the flawed plans": what is said to be of something else is not that itself."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return over is not noun and over.dep_ == "attr"


def _verb_above(noun: Token) -> Token | None:
    """The verb a noun is an object or complement of, through prepositions and coordination."""
    current = noun
    for _ in range(4):
        if current.dep_ not in (
            "dobj",
            "attr",
            "pobj",
            "prep",
            "conj",
            "oprd",
            "agent",
            "nsubj",
            "nsubjpass",
            "appos",
        ):
            return None
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            return current
    return None


_THAT = frozenset({"ccomp", "csubj", "advcl", "relcl", "acl"})


def _own_it(verb: Token) -> bool:
    """Whether "it" stands with a verb or an adjective for a clause that follows."""
    return any(t.lower_ == "it" and t.dep_ in ("nsubj", "dobj", "expl") for t in verb.children)


def _marked(clause: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in ("that", "for") for t in clause.lefts)
