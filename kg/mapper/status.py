"""How a text stands to what a word in it says: as a fact, denied, alleged or proposed."""

from spacy.tokens import Token

from kg.attachment import after_that, called_to
from kg.grammar import clause_verb, is_passive, objects, phrasal
from kg.lexicon import Lexicon
from kg.mapper.asked import asked
from kg.mapper.hearsay import HearsayReader
from kg.mapper.scope import (
    LASTING,
    Chain,
    around,
    bidden,
    bound,
    cut_short,
    describes,
    finite,
    headline,
    infinitive,
    interrupted,
    inverted,
    not_alone,
    once,
    part_of_owned,
    presupposed,
    refrains,
    resolved,
    scope,
    settled,
    shunned,
    subjunctive,
    undecided,
)
from kg.types import Status
from kg.vocab import OV

_POLITE = frozenset({"would", "should", "must", "'d", "’d"})
_PRESENT = frozenset({"VBZ", "VBP"})
_CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
_BEGINNING = ("Starting", "Announcing")


class StatusReader:
    """Reads status off negation, modals, hedges and the verbs that govern a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, roles = lexicon, lexicon.roles
        self.hearsay = HearsayReader(lexicon)
        kinds = ("adverb", "determiner", "pronoun", "verb", "preposition", "noun", "adjective")
        self.negation = {pos: lexicon.evoking("Negation", pos) for pos in kinds}
        self.opposing = lexicon.evoking("Opposing", "preposition")
        self.planning = {pos: lexicon.evoking("Planning", pos) for pos in ("verb", "adjective", "adverb", "noun")}
        self.coming = lexicon.evoking("Coming")
        self.intending = lexicon.evoking("Intending")
        self.alleging = {pos: lexicon.evoking("Alleging", pos) for pos in ("verb", "adverb", "adjective")}
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")
        self.denying = lexicon.evoking("Denying", "verb") | self.negation["verb"]
        self.complying = lexicon.evoking("Complying", "verb")
        self.failing = lexicon.evoking("Failing", "verb")
        self.light = lexicon.evoking("Light", "verb") | lexicon.evoking("Happening", "verb")
        self.issuing = lexicon.evoking("Issuing", "verb")
        self.starting = self.issuing.union(self.planning["noun"], *(lexicon.evoking(c, "verb") for c in _BEGINNING))
        self.making = frozenset().union(*map(lexicon.verbs_of, roles.making)) - lexicon.verbs_of(roles.call)
        self.publishing = self.issuing | lexicon.verbs_of(roles.publishing)
        self.posts = lexicon.post_nouns  # "appointed a judge, Boyd, to run it"
        self.of_reports = frozenset({roles.matter, roles.writing})
        self.ending = lexicon.evoking("Ending", "verb") | lexicon.evoking("Dropping", "verb")
        self.settling = lexicon.evoking("Settling", "noun")
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.reports = {e.words[-1] for e in lexicon.entries if e.pos == "noun" and OV.Report in e.denotes}
        self.tasks = lexicon.evoking("Task", "noun")
        self.factive = lexicon.evoking("Factive")
        self.continuing = lexicon.evoking("Continuing", "verb")
        self.means = {pos.upper(): lexicon.evoking("Means", pos) for pos in ("noun", "verb")}
        self.wishing = lexicon.evoking("Wishing", "verb")
        self.ours = lexicon.evoking("SpeakerPronoun") | lexicon.evoking("GroupPronoun")
        self.uttered = frozenset({roles.call, roles.approval, roles.censure})
        self.deciding = lexicon.evoking("Resolving", "verb")
        self.looking = {roles.conducting, roles.matter, *roles.scrutiny}
        self.filling = {*roles.posts, roles.appointment, roles.removal}
        self.uttering = _verbs(lexicon, roles.censure, roles.approval)  # "salutes her persistence": it is a judgement
        self.bidding = _verbs(lexicon, roles.call)
        self.calls = lexicon.verbs_of(roles.call)
        self.resolving = {form for form in lexicon.evoking("Resolution") if form.removesuffix("ed") not in self.calls}
        self.calls -= lexicon.evoking("Compelling", "verb") | lexicon.evoking("Sending", "verb")

    def read(
        self, token: Token, relation: str, *, given: Status | None = None, within: Token | None = None
    ) -> Status | None:
        """The status, or None where nothing is stated at all: a question, a bare condition.

        ``within`` is a verb of saying: what governs it is left aside, so that the status is the speaker's.
        """
        question, answer = asked(token)
        if question:
            return answer
        if relation in self.lexicon.standing and once(token):
            return None
        chain = presupposed(scope(token, self.light, self.saying, stop=within), self.factive)
        chain = self._before_outcome(chain, relation)
        alone = relation in self.lexicon.roles.posts and describes(token)
        chain = chain[:1] if alone or part_of_owned(token, self.starting) else chain
        if any(undecided(one) for one, _ in chain):
            return Status.PROPOSED
        if any(self._supposed(one) or self._able(one, below, relation) for one, below in chain):
            return None
        if relation == self.lexicon.roles.conducting and any(self._there(token, t, relation) for t in objects(token)):
            return Status.ASSERTED
        planned = self._recommended(token) or self._planned(chain, standing=relation in self.lexicon.standing)
        planned = planned or (relation in self.looking and self._decided(chain))
        planned = planned and not (relation in self.uttered and self._performs(token))
        planned = planned and not (relation in self.filling and self._carried(token))
        if relation in self.uttered and token.pos_ == "NOUN":
            chain = self._before_reply(chain)
            planned = planned or self._to_be_given(token)
        if self._denied(chain):
            ruled_out = self._unwilling(chain) or refrains(token)
            return None if planned and not ruled_out else Status.DENIED
        said = self.hearsay.status(token) if relation not in self.uttered else None
        if planned or said is Status.DENIED:
            return said if said is Status.DENIED else Status.PROPOSED
        if given is not None:
            return given
        return said or (Status.ALLEGED if self._alleged(chain) else Status.ASSERTED)

    def _before_outcome(self, chain: Chain, relation: str) -> Chain:
        """Up to "the recommendations of a review", "a review held by Y will be published": the review has been."""
        links = ((n, one, below) for n, (one, below) in enumerate(chain) if below is not None)
        done = (self._comes_of, self._given_out, lambda one, below: self._there(one, below, relation))
        end = (n for n, one, below in links if any(is_done(one, below) for is_done in done))
        return chain[: next(end, len(chain))]

    def _there(self, verb: Token, noun: Token, relation: str) -> bool:
        """ "Never published its report on X", "has yet to complete its inquiry": there are an inquiry and a report."""
        if not settled(noun) or verb.pos_ != "VERB":
            return False
        if noun.lemma_ in self.reports:
            return relation in self.of_reports and phrasal(verb, self.publishing)
        return phrasal(verb, self.ending)

    def _comes_of(self, noun: Token, below: Token) -> bool:
        """ "The recommendations of a review", "the report of the inquiry": it has been."""
        return noun.lower_ in self.outcomes or (noun.lemma_ in self.reports and below.lower_ == "of" and settled(noun))

    def _given_out(self, verb: Token, noun: Token) -> bool:
        done = (t for t in noun.children if t.dep_ == "acl" and t.tag_ == "VBN" and phrasal(t, self.light))
        return noun.dep_ == "nsubjpass" and phrasal(verb, self.publishing) and any(done)

    def _before_reply(self, chain: Chain) -> Chain:
        """Up to "rejected the call by X", "dismissed the criticism": X has made it all the same."""
        end = next((n for n, (one, _) in enumerate(chain) if n and phrasal(one, self.complying)), len(chain))
        return chain[:end]

    def _performs(self, verb: Token) -> bool:
        """ "I would urge X to act", "we wish to thank X": it is done by saying so."""
        if verb.lemma_ in self.wishing and any(t.dep_ in ("ccomp", "xcomp") for t in verb.children):
            return True  # "she would like the minister to go"
        outer = verb.head if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" else verb
        modals = {t.lower_ for t in outer.lefts if t.tag_ == "MD"}
        if not modals <= _POLITE or any(t.dep_ == "neg" for t in outer.children):
            return False
        if outer is not verb:
            return outer.lemma_ in self.wishing and (outer.tag_ != "VB" or bool(modals))
        return any(t.dep_ == "nsubj" and t.lower_ in self.ours for t in verb.lefts)

    def _carried(self, verb: Token) -> bool:
        """ "RESOLVED that Boyd be appointed": whom a meeting puts in a post is in it."""
        that = next((t.i for t in verb.lefts if t.lower_ == "that"), 0)
        before = verb.doc[max(that - 2, 0) : that]
        return bool(that) and any(t.lower_ in self.resolving for t in before)

    def _supposed(self, word: Token) -> bool:
        """ "if X fails", "whether X failed", "had X failed", "a guide on how to inspect X"."""
        open_ = _CONDITIONS | {"how"} if infinitive(word) else _CONDITIONS
        if any(t.lower_ in open_ and t.dep_ in ("mark", "advmod") for t in word.lefts):
            return True
        return inverted(word)

    def _able(self, word: Token, below: Token | None, relation: str) -> bool:
        """ "X's ability to conduct an inquiry", "empowers X to inspect Y": of no act, done or planned."""
        done = {*self.uttered, *self.lexicon.standing, self.lexicon.roles.resignation}  # "was obliged to quit"
        if below is None or relation in done or not infinitive(below):
            return False
        held = below.dep_ == "acl" if word.pos_ == "NOUN" else below.dep_ in ("xcomp", "ccomp")
        return held and word.lemma_ in self.means.get(word.pos_, ())

    def _denied(self, chain: Chain) -> bool:
        return any(
            self._negated(one, own=below is None) or (below is not None and self._refused(one, below))
            for one, below in chain
        )

    def negated_in(self, verb: Token, words: tuple[str, ...]) -> bool:
        """Whether a phrase says no within itself: "found no fault with X", "brought no charges against X"."""
        nouns = (t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and {t.lower_, t.lemma_} & set(words))
        return any(t.lower_ in self.negation["determiner"] - set(words) for noun in nouns for t in noun.lefts)

    def _harmless(self, word: Token) -> bool:
        """ "Found nothing wrong", "has done nothing improper", "found nothing against X"."""
        if word.dep_ == "amod":
            return word.head.lower_ in self.negation["pronoun"]
        objects = (t for t in word.rights if t.dep_ == "dobj" and t.lower_ in self.negation["pronoun"])
        return any(t.dep_ == "amod" or t.lower_ == "against" for one in objects for t in (*one.rights, *word.rights))

    def _negated(self, word: Token, *, own: bool) -> bool:
        if (own and self._harmless(word)) or interrupted(word) is not None or shunned(word):
            return True
        for child in word.children:
            lower = child.lower_
            first = child.dep_ == "cc" and child.i == word.left_edge.i  # "Nor is it part of X"
            adverb = first or child.dep_ in ("advmod", "preconj")
            if child.dep_ == "neg" or (adverb and lower in self.negation["adverb"]):
                if not (not_alone(child) or cut_short(child, word)):
                    return True
            elif (child.dep_ == "det" and lower in self.negation["determiner"] and (own or word.pos_ == "NOUN")) or (
                child.dep_ in ("nsubj", "nsubjpass") and own and self._nobody(child)
            ):
                return True
        return False

    def _nobody(self, subject: Token) -> bool:
        """ "nobody", "no inspector", "neither body"."""
        if subject.lower_ in self.negation["pronoun"]:
            return True
        return any(t.lower_ in self.negation["determiner"] and t.dep_ in ("det", "preconj") for t in subject.children)

    def _refused(self, governor: Token, below: Token) -> bool:
        """ "denies that ...", "refused to ...", "failed to ...", "its failure to ...", "without ...ing"."""
        if below.dep_ == "conj" and below.pos_ == "VERB":
            return False  # "rejected the finding and accused X"
        if governor.pos_ == "VERB" and phrasal(governor, self.denying):
            return True
        if governor.dep_ == "advmod" and f"{governor.head.lemma_} {governor.lower_}" in self.denying:
            return True  # "stopped short of fining X"
        if governor.pos_ == "ADJ" and below.dep_ == "xcomp" and governor.lower_ in self.negation["adjective"]:
            return True
        if below.dep_ in ("xcomp", "acl") and infinitive(below):
            if governor.lemma_ in self.failing or governor.lemma_ in self.negation["noun"]:
                return True
            return governor.lemma_ in ("have", "be") and any(t.lower_ == "yet" for t in governor.children)
        if below.dep_ == "pcomp" and governor.lower_ in self.opposing:
            return True  # "decided against fining X"
        words = {governor.lower_, *(t.lower_ for t in governor.lefts if below.dep_ == "pcomp")}  # "instead of fining X"
        return below.dep_ in ("pcomp", "pobj") and not words.isdisjoint(self.negation["preposition"])

    def _unwilling(self, chain: Chain) -> bool:
        """ "has no plans to", "does not intend to": the plan itself is denied, by the one whose it would be."""
        one, below = chain[-1] if len(chain) < 3 else chain[1]
        if below is not chain[0][0] or not infinitive(below) or any(t.tag_ == "MD" for t in one.children):
            return False
        if one.pos_ == "NOUN":
            return below.dep_ == "acl" and self._negated(one, own=True) and one.lemma_ in self.intending
        own = below.dep_ == "xcomp" and not any(t.dep_ in ("dobj", "dative") for t in one.children)
        return own and one.lemma_ in self.intending and self._negated(one, own=True)

    def _planned(self, chain: Chain, *, standing: bool) -> bool:
        return any(
            (self._modal(one, standing=standing) and not self._goes_on(one, below))
            or bidden(one)
            or (one.pos_ == "NOUN" and self._foreseen(one, below))
            or self._wanted(one)
            or (self._intended(one, below, standing=standing) if below is not None else headline(one))
            for one, below in chain
        )

    def _recommended(self, token: Token) -> bool:
        """ "Recommends that X commission a review", however the parser takes that clause."""
        if token.pos_ not in ("NOUN", "PROPN") or settled(token):
            return False
        return any(
            head.dep_ == "ccomp" and not finite(head) and phrasal(head.head, self.calls) and after_that(head)
            for head in token.ancestors
        )

    def _modal(self, word: Token, *, standing: bool) -> bool:
        """ "will", "must", "perhaps"; not "it may be recalled that", which only bids one note what is so."""
        if word.lemma_ in self.saying and any(t.dep_ == "nsubjpass" and t.lower_ == "it" for t in word.lefts):
            return False
        for child in word.children:
            lower = child.lower_
            if child.dep_ == "aux" and child.tag_ == "MD":
                if not (standing and lower in LASTING):
                    return True
            elif child.dep_ == "auxpass" and lower == "be" and subjunctive(word):
                return True  # "that X be merged with Y"
            elif child.dep_ == "advmod" and lower in self.planning["adverb"] and word.pos_ in ("VERB", "AUX"):
                return True
        return resolved(word) or self._due(word)

    def _decided(self, chain: Chain) -> bool:
        """ "Has decided to hold an inquiry": it has not begun, where "decided to fine X" is as good as done."""
        return any(b is not None and infinitive(b) and a.lemma_ in self.deciding for a, b in chain)

    def _goes_on(self, verb: Token, below: Token | None) -> bool:
        """ "Will continue to investigate X": it is being done."""
        return below is not None and below.dep_ == "xcomp" and verb.lemma_ in self.continuing

    def _to_be_given(self, noun: Token) -> bool:
        """ "Aims to submit its recommendations to X": they are not known yet."""
        verb = noun.head
        given = noun.dep_ == "dobj" and verb.tag_ == "VB" and phrasal(verb, self.publishing)
        return given and self._planned(scope(verb, self.light, self.saying), standing=False)

    def _due(self, verb: Token) -> bool:
        """ "Boyd takes charge next month", "is being replaced tomorrow": the present of a timetable."""
        if not any(t.tag_ in _PRESENT for t in (verb, *verb.lefts) if t is verb or t.dep_ in ("aux", "auxpass")):
            return False
        times = [t for t in verb.rights if t.dep_ == "npadvmod"]
        times += [t for t in verb.subtree if t.i > verb.i and t.dep_ == "pobj" and clause_verb(t) == verb]
        words = {form for t in times for w in (t, *t.lefts) for form in (w.lower_, f"{w.lower_} {t.lower_}")}
        return not self.coming.isdisjoint(words)  # "next month", "in the new year"

    def _foreseen(self, noun: Token, below: Token | None) -> bool:
        """ "a planned inspection", "its report, due in May", "our full report, which we intend to publish".

        Whoever has requested the report, in "a report requested by X", has done so.
        """
        beside = (t for t in noun.children if t.dep_ in ("amod", "acl") and not finite(t))
        if any(t.lower_ in self.planning["adjective"] for t in beside):
            return True
        said = (t for t in noun.rights if t.dep_ == "acl" and t.tag_ == "VBN" and t != below)
        if any(t.lemma_ in self.planning["verb"] for t in said):
            return True  # "expected in December"
        return any(self._to_come(t) for t in noun.rights if t.dep_ == "relcl")

    def _wanted(self, noun: Token) -> bool:
        """ "Boyd Requests Review of Ofgem": a verb of a headline, that the parser takes for part of the noun."""
        before = (t for t in noun.lefts if t.dep_ in ("compound", "nmod") and t.text.istitle() and noun.text.istitle())
        return any(t.lower_.endswith("s") and t.lower_[:-1] in self.calls | self.planning["verb"] for t in before)

    def _to_come(self, clause: Token) -> bool:
        making = clause if self._modal(clause, standing=False) else None
        if clause.lemma_ in self.planning["verb"]:
            making = next((t for t in clause.children if t.dep_ == "xcomp"), None)
        return making is not None and phrasal(making, self.light | self.issuing)

    def _intended(self, governor: Token, below: Token, *, standing: bool) -> bool:
        """ "plans to", "is to", "called for", "ordered X to", "a plan for", "the power to"."""
        if governor.pos_ == "ADJ":
            return governor.lower_ in self.planning["adjective"]
        if governor.pos_ in ("NOUN", "PROPN"):
            if standing and governor.lemma_ in self.tasks:  # "has a duty to monitor X": it oversees X
                return False
            return governor.lemma_ in self.planning["noun"] or self._purpose(governor, below)
        if governor.pos_ not in ("VERB", "AUX"):
            return False
        if below.dep_ in ("xcomp", "ccomp"):
            return not finite(below) and (
                governor.lemma_ in self.planning["verb"]
                or governor.lemma_ in self.calls
                or (governor.lemma_ == "be" and infinitive(below) and not (standing and self._duty_of(governor)))
                or bound(governor, below)
            )
        if below.dep_ == "advcl":
            bidden = is_passive(governor) and infinitive(below)  # "was told by X in its last report to improve"
            return (called_to(below) and governor.lemma_ in self.calls) or (bidden and governor.lemma_ in self.bidding)
        if below.dep_ == "prep" and below.lower_ == "for":
            return governor.lemma_ in self.calls or governor.lemma_ in self.planning["verb"]
        if governor.lemma_ not in self.planning["verb"] or below.dep_ not in ("dobj", "nsubjpass", "prep", "dative"):
            return False
        made = governor.lemma_ in self.making and governor.tag_ in ("VBD", "VBN")
        return not made  # "is preparing an audit", but "prepared an audit"

    def _duty_of(self, copula: Token) -> bool:
        """ "It is the job of X to watch Y": X watches Y."""
        return any(t.dep_ in ("attr", "nsubj") and t.lemma_ in self.tasks for t in copula.children)

    def _purpose(self, noun: Token, below: Token) -> bool:
        """ "the power to fine", but not "the decision to fine", "an inquiry to examine", "the first to be fined"."""
        if any(t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" for t in noun.lefts):
            return False
        return below.dep_ in ("acl", "relcl") and infinitive(below) and noun.lemma_ not in self.settling | self.posts

    def _rumoured(self, verb: Token) -> bool:
        """ "It has been suggested that X failed": nobody answers for it."""
        empty = any(t.lower_ == "it" and t.dep_ in ("nsubjpass", "expl") for t in verb.lefts)
        return empty and verb.lemma_ in self.planning["verb"]

    def _alleged(self, chain: Chain) -> bool:
        for one, below in chain:
            for child in one.children:
                if child.dep_ == "advmod" and child.lower_ in self.alleging["adverb"]:
                    return True
                if child.dep_ == "amod" and child.lower_ in self.alleging["adjective"]:
                    return True
            if below is None or one.pos_ != "VERB" or below.dep_ not in (*_CLAUSES, "prep") or around(below):
                continue
            if one.lemma_ in self.alleging["verb"] or (below.dep_ == "ccomp" and self._rumoured(one)):
                return True
            if below.dep_ == "xcomp" and one.lemma_ in self.saying and is_passive(one):
                return True  # "is said to have", "is understood to have"
        return False


def _verbs(lexicon: Lexicon, *relations: str) -> frozenset[str]:
    """Verbs that by themselves, not as the head of a phrase, say one of some relations."""
    alone = (e for e in lexicon.entries if e.pos == "verb" and len(e.words) == 1)
    return frozenset(e.words[0] for e in alone if any(f.relation in relations for f in e.frames))
