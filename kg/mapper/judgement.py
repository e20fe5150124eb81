"""Judgements that a source voices: who finds fault with, or praises, whom.

A frame of the lexicon catches "X criticised Y". Here "X said Y had failed", "the report found Y
inadequate", "Y should have acted sooner, X said" are read: a word of judgement within what someone
answers for.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import themes_of
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import (
    SUBJECTS,
    after,
    agents,
    clause_verb,
    governors,
    is_passive,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import RULES, Lexicon
from kg.mapper.asides import aimed, bare, otherwise, supposed, too
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.scope import inverted, perfect
from kg.mapper.sources import Source, SourceReader
from kg.mapper.status import StatusReader
from kg.mapper.targets import TargetReader
from kg.mapper.topics import Topics
from kg.mapper.words import WordFinder
from kg.types import Details, Status

_WITHIN = frozenset({"pobj", "prep", "pcomp", "conj", "acl", "xcomp", "amod", "compound", "dobj"})
_OUGHT = frozenset({"should", "ought"})  # not "must not have known"
FOUND, SAID, VOICED = 0.75, 0.65, 0.5


def judging(lexicon: Lexicon) -> WordFinder:
    """Tells words of judgement; made once for many documents."""
    return WordFinder(lexicon, ("Censure", "Approval"))


class JudgementReader:
    """Yields judgements found within speech, findings, or a text with a voice of its own."""

    def __init__(
        self,
        context: Context,
        status: StatusReader,
        sources: SourceReader,
        words: WordFinder,
        topics: Topics,
    ) -> None:
        self.context = context
        self.status = status
        self.sources = sources
        self.words = words
        self.relations = {"Censure": context.roles.censure, "Approval": context.roles.approval}
        self.topics = topics
        self.duty = context.lexicon.evoking("Duty", "verb")
        self.quitting = context.lexicon.evoking("Quitting", "verb")
        self.averting = context.lexicon.evoking("Averting", "verb")
        self.excess = context.lexicon.evoking("Excess", "adverb")
        self.uttering = status.uttering
        self.none = status.negation["determiner"]
        self.own = {relation: context.lexicon.verbs_of(relation) for relation in self.relations.values()}
        self.hailing = context.lexicon.evoking("Hailing")
        self.better = context.lexicon.evoking("Better")
        self.scathing = context.lexicon.evoking("Scathing", "adjective")
        self.merits = context.lexicon.evoking("Merit", "noun")
        self.former = context.lexicon.evoking("Former", "adjective")
        self.verdicts = context.lexicon.evoking("Verdict", "noun") | context.lexicon.evoking("View", "noun")
        self.addressee = context.lexicon.evoking("AddresseePronoun")
        self.admitting = context.lexicon.evoking("Admitting", "verb")
        self.harming = context.lexicon.evoking("Censure", "verb") | context.lexicon.evoking("Planning", "verb")
        self.grievances = context.lexicon.evoking("Grievance", "noun")
        self.grading = context.lexicon.evoking("Grading", "verb")
        self.urgent = context.lexicon.evoking("Urgent")
        self.virtues = context.lexicon.evoking("Virtue", "noun")
        self.handling = context.lexicon.evoking("Handling", "verb")
        self.unproven = {pos: context.lexicon.evoking("Unproven", pos.lower()) for pos in ("NOUN", "VERB")}
        self.circumstances = context.lexicon.evoking("Circumstance", "noun")
        self.unaware = context.lexicon.evoking("Unaware", "adjective")
        self.amid = context.lexicon.evoking("Amid", "preposition")
        self.powers = context.lexicon.evoking("Warrant", "noun")
        self.missing = status.negation["verb"] | context.lexicon.evoking("Missing", "noun")
        self.mending = context.lexicon.evoking("Mending", "verb")
        self.targets = TargetReader(context, context.ontology.relation(context.roles.censure).range)

    def find(self) -> Iterator[Found]:
        within = -1  # the last token of a phrase whose other words judge nothing by themselves: "room for improvement"
        for token in self.context.cast.doc:
            found = self.words.find(token) if token.i > within else None
            if found is None and token.pos_ == "ADJ" and too(token, self.excess):
                found = "Censure", 1
            if found is not None and token.dep_ not in ("compound", "nmod") and not self._named(token):
                concept, length = found
                if length > 1 and token.pos_ not in ("VERB", "AUX"):
                    within = token.i + length - 1
                if concept == "Approval" and self._harmed(token):
                    continue
                yield from self._judgement(token, self.relations[concept], length)
            if token.pos_ == "ADJ" and token.dep_ == "amod" and token.lower_ in self.scathing:
                yield from self._scathing(token)
            elif token.tag_ == "MD":
                yield from self._omission(token)

    def _named(self, token: Token) -> bool:
        """Part of an agent's name, "Housing Improvement Agency", or of time: "the late Ms Boyd", "its latest audit"."""
        thing = self.context.cast.at.get(token.i)
        named = token.i in self.context.cast.naming and thing is not None and thing.kind in (PERSON, BODY)
        return named or (token.dep_ == "amod" and token.lemma_ in self.former)

    def _scathing(self, word: Token) -> Iterator[Found]:
        """ "a damning report on X": its makers find fault with X."""
        event = self.context.cast.at.get(word.head.i)
        if event is None or not self.context.is_event(event):
            return
        if self.status.read(word.head, self.context.roles.censure) is not Status.ASSERTED:
            return
        themes = themes_of(self.context.cast, word.head, self.context.lexicon)
        for target, _ in self.targets.fill(themes):
            yield from self._found(Source(event, verb=word), self.context.roles.censure, target, word)

    def _judgement(self, token: Token, relation: str, length: int) -> Iterator[Found]:
        source = self.sources.of(token) or self.sources.disclaimed(token)
        if source is None or self._idle(token, relation, source):
            return
        if self._of_another(token, source) or (source.voiced and (bare(token) or aimed(token))):
            return
        if otherwise(token) or (token.dep_ == "det" and self._cleared(token)):
            return
        status = self.status.read(self._said(token, length), relation, within=source.verb)
        if status is Status.DENIED and relation == self.context.roles.approval:
            relation, status = self.context.roles.censure, Status.ASSERTED
        stated = status in (Status.ASSERTED, Status.ALLEGED)
        no = stated if source.disclaims else status is Status.DENIED and _sought_for(token, source)
        cleared = no and relation == self.context.roles.censure
        if not (cleared or (stated and not source.disclaims)) or self._wished(token, source):
            return
        if source.verb is not None and source.verb.lemma_ in self.admitting and relation == self.context.roles.censure:
            return
        near = relation == self.context.roles.approval and token.dep_ == "amod" and length == 1
        near = near and not (token.head.dep_ == "dobj" and token.head.lower_ in self.merits)  # "did a superb job"
        targets = self.targets.of(token, source.thing, near=near) or self._at_end(token, length, source)
        open_ = not (targets or cleared or near)
        if open_ and self._own(source, token) and not self._names_other(token, source):
            targets = self.topics.of(source.thing)
        for target in targets:
            if not self._admitted(token, target) and not self._utters(token, target):
                found = self._found(source, relation, target, token)
                yield from (replace(f, status=Status.DENIED) for f in found) if cleared else found

    def _idle(self, token: Token, relation: str, source: Source) -> bool:
        """Whether nothing is judged by a word where it stands."""
        if self.sources.reports(source) or self._told(token, relation, source):
            return True
        if self._unproven(token) or self._aside(token, source):
            return True
        many = token.tag_ == "NNS" and token.lower_ not in self.virtues and token.lemma_ in self.virtues
        if many and relation == self.relations["Approval"]:
            return True  # "other commitments"
        if self._admitted(token, source.thing) and relation == self.relations["Censure"]:
            return True  # "it does recognise that its controls were too light"
        said = (h for h in governors(token) if h.pos_ == "VERB" and h.lemma_ in self.uttering - self.sources.finding)
        return source.voiced and any(is_passive(h) and not agents(h) for h in said)  # "it was alleged that X lied"

    def _aside(self, token: Token, source: Source) -> bool:
        """Whether a word blames nobody: of a hard year, of powers that are lacking, of a gap that is filled."""
        if source.speech is None and source.voiced and token.sent.text.rstrip().endswith("?"):
            return True  # "Was this page helpful?"
        if _first(token).dep_ in ("pobj", "pcomp") and self._left_behind(_first(token).head):
            return True
        noun = token.head if token.dep_ == "amod" else token
        if noun.dep_ == "pobj" and noun.head.lower_ in self.amid:
            return True  # "kept calm throughout this disgraceful affair"
        if noun.dep_ == "pobj" and noun.head.head.lower_ in self.unaware:
            return True  # "said he was unaware of any shortfalls"
        if supposed(token, source.verb):
            return True  # "asks whether Y can keep up its strong record"
        if token.dep_ == "amod" and token.head.dep_ == "pobj":
            return token.head.lower_ in self.circumstances  # "a steady hand in a rotten year"
        lacking = [*objects(token), *after(token, "of")] if token.lemma_ in self.missing else []
        if any(t.lower_ in self.powers for t in lacking):
            return True
        mended = token.pos_ == "NOUN" and token.dep_ in ("dobj", "nsubjpass") and not possessors(token)
        return mended and phrasal(token.head, self.mending)

    def _left_behind(self, preposition: Token) -> bool:
        """ "Downgraded from good to poor": the grade that is theirs no longer."""
        return preposition.lower_ == "from" and preposition.head.lemma_ in self.grading

    def _said(self, token: Token, length: int) -> Token:
        """The word whose negation and mood are those of a word of judgement: of "no serious breaches" the noun.

        So too of what someone is asked: "will ask X to place Y in special measures".
        """
        clause = token.dep_ in ("advmod", "aux") and token.head.pos_ in ("VERB", "AUX")
        none = token.dep_ == "amod" and any(t.lower_ in self.none for t in token.head.lefts)
        ended = token.dep_ in ("amod", "compound") and token.i < token.head.i < token.i + length
        bid = clause_verb(token).head if clause_verb(token).dep_ == "xcomp" else token
        asked = ended and bid.lemma_ in self.status.bidding and any(t.dep_ == "dobj" for t in bid.children)
        return token.head if clause or none or asked else token

    def _at_end(self, token: Token, length: int, source: Source) -> list[Thing]:
        """Of a phrase what hangs on its last word: "no plan at X", "room for improvement at X"."""
        phrase = token.doc[token.i : token.i + length]
        if phrase.text.lower() in self.hailing:  # "shame on X", "hats off to X"
            return self.targets.bodies([p for t in phrase for p in t.children if p.dep_ == "pobj"])
        last = phrase[-1] if token.pos_ not in ("VERB", "AUX", "ADP") else token
        return self.targets.of(last, source.thing, near=True) if last != token and last.pos_ == "NOUN" else []

    def _wished(self, token: Token, source: Source) -> bool:
        """ "Had it only installed effective guards", "needs a strong board": there were, or are, none."""
        if (self.words.find(token) or ("",))[0] == "Approval" and self._urged(token):
            return True
        first = token.head if token.dep_ == "conj" and token.head.pos_ == "ADJ" else token
        if first.dep_ != "amod" or self.words.find(token) != ("Approval", 1):
            return False
        stand = self.status.read(first.head, self.context.roles.approval, within=source.verb)
        return stand in (None, Status.PROPOSED)

    def _urged(self, token: Token) -> bool:
        """ "It is vital that X acts quickly": that it has, nobody says."""
        clauses = (v for v in (token, *token.ancestors) if v.dep_ in ("ccomp", "csubj", "advcl"))
        beside = (t for v in clauses for t in (v.head, *v.head.children) if t.dep_ in ("acomp", "attr"))
        return any(t.lower_ in self.urgent for t in beside)

    def _told(self, token: Token, relation: str, source: Source) -> bool:
        """ "X salutes her persistence", "Y said that X had commended Z": told by the verb, of whom it says.

        "X slammed the neglect at Y" is no more than that, but for whose it is.
        """
        verb = source.verb if source.speech is None else None
        if verb is not None and verb.lemma_ in self.uttering - self.sources.finding:
            return verb.lemma_ not in self.own[relation]
        if token.pos_ == "NOUN" or (token.dep_ == "amod" and source.voiced):
            return clause_verb(token).lemma_ in self.uttering
        uttered = token.pos_ == "VERB" and token.lemma_ in self.uttering
        return uttered and (not is_passive(token) or bool(agents(token)))

    def _unproven(self, token: Token) -> bool:
        """ "Faces charges of fraud", "allegations of attempts to mislead X": nobody has found it yet."""
        for over in self._phrases_around(token):
            if over.lemma_.lower() in self.unproven.get(over.pos_, ()):
                return True
        verb = token.head
        held = token.dep_ in ("dobj", "nsubjpass") and token.lemma_ in self.grievances
        return held and phrasal(verb, self.handling)  # "has an open complaint about a doctor"

    @staticmethod
    def _phrases_around(token: Token) -> Iterator[Token]:
        """What a word hangs on within its noun phrase, and the verb whose preposition governs that."""
        while token.dep_ in _WITHIN and token.head.i != token.i and not any(t.dep_ in SUBJECTS for t in token.lefts):
            below, token = token, token.head
            if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "VERB" and below.dep_ == "prep"):
                yield token
            if token.pos_ == "VERB" and below.dep_ == "prep":
                return

    def _harmed(self, token: Token) -> bool:
        """ "It threatens the integrity of the register", "a lack of skill": a virtue in danger is no praise."""
        first = token.head if token.dep_ == "conj" else token
        over = first.head.head if first.dep_ == "pobj" and first.head.lower_ in ("of", "in", "about", "over") else token
        if over is not token and (found := self.words.find(over)) is not None and found[0] == "Censure":
            return True
        return token.dep_ in ("dobj", "nsubjpass", "conj") and clause_verb(token).lemma_ in self.harming

    def _of_another(self, token: Token, source: Source) -> bool:
        """ "Concerns raised by X", "X's verdict of poor", "a complaint": not the word of whoever speaks of it."""
        raised = [t for c in token.children if c.dep_ == "acl" for t in agents(c)]
        if token.dep_ == "nsubjpass" and token.pos_ == "NOUN":
            raised += agents(token.head)  # "a complaint was filed by X"
        over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
        given = possessors(over) if over is not None and over.lemma_ in self.verdicts else []
        given += possessors(token) if token.lower_ in self.grievances else []  # "a relative's complaint about X"
        if token.lower_ in self.targets.censure and any(t.lower_ in self.addressee for t in token.lefts):
            return True  # "your concerns about X"
        makers = [self.context.cast.at.get(t.i) for t in (*raised, *given)]
        return bool(makers) and source.thing not in makers

    def _cleared(self, no: Token) -> bool:
        """ "No evidence that the staff had been rude", where "no evidence that the rules were kept" is a reproach."""
        clauses = (t for noun in (no.head, no.head.head) for t in noun.children if t.dep_ in ("acl", "relcl", "ccomp"))
        found = (self.words.find(t) for clause in clauses for t in clause.subtree if t.i > no.head.i)
        return any(concept == "Censure" for concept, _ in filter(None, found))

    def _own(self, source: Source, token: Token) -> bool:
        """Whether it is no one's word but the finder's or the text's: a quotation says whom it is about."""
        cast = self.context.cast
        ours = source.thing is cast.voice or (source.thing is cast.host and cast.voice is not None)
        if source.voiced and clause_verb(token).pos_ not in ("VERB", "AUX"):
            return False  # a heading: "Areas of concern"
        if source.voiced and self.context.answered.body is not None:
            return False  # a reply: what it answers is not whom it finds fault with
        return source.speech is None or (ours and not source.speech.direct)

    def _omission(self, modal: Token) -> Iterator[Found]:
        """ "X should have acted", "it could have been averted had X acted"."""
        verb = modal.head if modal.dep_ == "aux" else next((t for t in modal.rights if t.dep_ == "xcomp"), None)
        if verb is None or not perfect(verb) or verb.sent.text.rstrip().endswith("?"):
            return
        source = self.sources.speaker(verb)
        if source is None:
            return
        relation, blamed = self._blamed(modal, verb)
        for target, _ in self.targets.fill(blamed):
            yield from self._found(source, relation, target, verb)

    def _blamed(self, modal: Token, verb: Token) -> tuple[str, list[Token]]:
        """Whose omission it was; "the minister should have gone" is a call."""
        roles, denied = self.context.roles, any(t.dep_ == "neg" for t in verb.children)
        if cause := _but_for(verb):
            return roles.censure, cause
        if denied and modal.lower_ not in _OUGHT:
            return roles.censure, []
        if modal.lemma_ in self.duty:
            return roles.call if verb.lemma_ in self.quitting else roles.censure, subjects(verb)
        if any(t.lower_ in self.better for t in verb.rights) and not is_passive(verb):
            return roles.censure, surface_subjects(verb)  # "could have done more"
        if verb.lemma_ not in self.averting:
            return roles.censure, []
        if any(t.i in self.context.cast.at for t in subjects(verb)):
            return roles.censure, subjects(verb)  # "could have prevented it"
        clauses = (c for c in (*verb.children, verb.head, *verb.head.children) if _counterfactual(c))
        return roles.censure, [s for c in clauses for s in subjects(c)]

    def _found(self, source: Source, relation: str, target: Thing, token: Token) -> Iterator[Found]:
        said_by = self.context.speaker(source.speech)
        sure = SAID if source.speech else VOICED if source.voiced else FOUND
        details = Details(content=phrase_under(clause_verb(token)))
        for judge in source.all:
            if not self.sources.speaks_for(judge, target):
                yield Found(
                    judge, relation, target, Status.ASSERTED, token, RULES + "judgement", sure, details, said_by
                )

    def _names_other(self, token: Token, source: Source) -> bool:
        """Whether the sentence speaks of any agent but the source: then the fault may be theirs."""
        at = self.context.cast.at
        if any(t.pos_ == "PROPN" and t.i not in at for t in surface_subjects(clause_verb(token))):
            return True  # a name that is nobody known
        agents = {at[t.i].number for t in token.sent if t.i in at and at[t.i].kind in (PERSON, BODY)}
        return bool(agents - {source.thing.number})

    def _admitted(self, token: Token, target: Thing) -> bool:
        """ "X owned up to having failed": its own word, not the writer's."""
        at = self.context.cast.at
        return any(
            head.lemma_ in self.admitting and any(at.get(s.i) is target for s in subjects(head))
            for head in governors(token)
            if head.pos_ == "VERB"
        )

    def _utters(self, token: Token, target: Thing) -> bool:
        """ "Y said it was wrong, while X slammed the reckless plan": X finds fault there, and is at none."""
        at = self.context.cast.at
        above = (h for h in governors(token) if h.pos_ == "VERB" and h.lemma_ in self.uttering - self.sources.finding)
        return any(at.get(s.i) is target for h in above if not is_passive(h) for s in subjects(h))


def _but_for(verb: Token) -> list[Token]:
    """ "would have lived but for X": what, or who, kept it from being so."""
    pairs = (t for t in verb.sent if t.lower_ == "but" and t.i > verb.i and t.i + 1 < len(t.doc))
    return [p for t in pairs if t.nbor().lower_ == "for" for p in t.nbor().children if p.dep_ == "pobj"]


def _first(token: Token) -> Token:
    """Of words joined by "and" or "or" the first."""
    while token.dep_ == "conj":
        token = token.head
    return token


def _sought_for(fault: Token, source: Source) -> bool:
    """ "Found no failings at X", "cited no breaches": it has been looked for, and is not there."""
    return fault.pos_ == "NOUN" and source.verb is not None and fault.head == source.verb


def _counterfactual(clause: Token) -> bool:
    """ "had X acted", "if X had acted"."""
    words = {t.lower_ for t in clause.lefts}
    return clause.pos_ in ("VERB", "AUX") and "had" in words and ("if" in words or inverted(clause))
