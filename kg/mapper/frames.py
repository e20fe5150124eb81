"""Trying the lexicon's frames on every word of a document."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Token

from kg.attachment import outer_nouns
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import (
    after,
    after_any,
    clause_of,
    is_passive,
    is_sum,
    misread,
    objects,
    surface_subjects,
)
from kg.lexicon import Entry, Frame, Slot
from kg.mapper.answerable import answered
from kg.mapper.courts import enforcer, finder, of_people
from kg.mapper.details import details_of
from kg.mapper.found import Context, Found
from kg.mapper.holders import befell, ousted
from kg.mapper.implied import implied
from kg.mapper.matching import after_phrase, matching
from kg.mapper.needs import NEEDS
from kg.mapper.punishing import punishing
from kg.mapper.scenes import judged_at
from kg.mapper.scope import finite, for_whom, infinitive
from kg.mapper.slots import fill, tokens_of, within
from kg.mapper.sources import speaking
from kg.mapper.status import StatusReader
from kg.mapper.unsaid import unsaid
from kg.mapper.words import POS, WordFinder
from kg.phrases import called_on
from kg.types import Status
from kg.vocab import OV

_POS = POS | {"ADP": "preposition", "SCONJ": "preposition"}
SURE, LOOSE = 0.85, 0.65


class FrameReader:
    """Yields what the frames of the lexicon find."""

    def __init__(self, status: StatusReader, words: WordFinder) -> None:
        self.status = status
        self.words = words

    def find(self, context: Context) -> Iterator[Found]:
        at, longest = -1, 0  # a shorter form counts where a longer one gave nothing: "pass" beside "pass on"
        spent: set[Token] = set()  # prepositions of phrases: "brought under X" does not say that X leads
        for token, entry in self.triggers(context):
            if (token.i == at and len(entry.words) < longest) or token in spent:
                continue
            for frame in entry.frames:
                if frame.of_post or (_in_name(context, token) and not frame.of_self):
                    continue
                for found in self._try(context, token, entry, _of_participle(context, token, entry, frame)):
                    at, longest = token.i, len(entry.words)
                    spent.update(t for t in token.rights if t.pos_ == "ADP" and t.lower_ in entry.words[1:])
                    yield found

    def triggers(self, context: Context) -> Iterator[tuple[Token, Entry]]:
        """Words that an entry with frames matches, the longest form first."""
        table = context.lexicon.triggers
        for token in context.cast.doc:
            pos = _POS.get(token.pos_)
            if pos is None:
                continue
            if (pos == "adjective" and token.tag_ in ("VBN", "VBG")) or (pos == "noun" and misread(token)):
                pos = "verb"
            entries = table.get((token.lemma_.lower(), pos)) or table.get((token.lower_, pos)) or ()
            if token.tag_ == "NNS":  # "findings" say more than "a finding"
                entries = tuple(dict.fromkeys((*entries, *table.get((token.lower_, pos), ()))))
            if not entries and token.tag_ == "NN":  # "its audits of X", that the tagger takes for one
                entries = table.get((token.lower_.removesuffix("s"), pos)) or ()
            if token.tag_ == "VBN":  # "was troubled by X": an adjective, though it looks like a passive
                entries = (*entries, *table.get((token.lower_, "adjective"), ()))
            if entries:
                yield from ((token, entry) for entry in matching(token, entries))

    def _try(self, context: Context, token: Token, entry: Entry, frame: Frame) -> Iterator[Found]:
        if reason := _unmet(context, self.status, token, frame):
            context.refuse(token, frame.entry, frame.relation, reason)
            return
        term = context.ontology.relations[frame.relation]
        subjects = _fill(context, token, entry, frame.subject, _agentive(context, term.domain), loose=False)
        objects_ = _objects(context, token, entry, frame) or judged_at(context, self.words, token, frame)
        if objects_:
            subjects = speaking(context, token, frame, subjects) or _unnamed(context, token, entry, frame)
        if not subjects or not objects_:
            side, slots = ("subject", frame.subject) if not subjects else ("object", frame.object)
            context.refuse(token, frame.entry, frame.relation, partial(_lacking, context, token, side, slots))
            return
        status = self._status(token, entry, frame)
        if status is None:
            context.refuse(token, frame.entry, frame.relation, "asked or put as a condition, not stated")
            return
        relation = frame.relation
        unsatisfied = relation == context.roles.approval and status is Status.DENIED
        if unsatisfied and (token.pos_ == "ADJ" or self.status.ours & {t.lower_ for t in token.lefts}):
            # "not satisfied with X", "I do not thank X"
            relation, status = context.roles.censure, Status.ASSERTED
        if _refusal(context, token, frame, status) or _promise(context, token, frame, status):
            status = Status.ASSERTED
        said_by = context.speaker(context.cast.speech_at(token.i))
        details = details_of(context.lexicon, token, frame.relation)
        headed = frame.relation in (context.roles.heading, context.roles.appointment, context.roles.removal)
        for subject, direct in subjects:
            for object_, straight in objects_:
                aside = (headed and _aside(token, direct, straight)) or _engaged(context, frame, token, object_)
                if subject not in (thing for thing, _ in objects_) and not aside:
                    sure = SURE if direct and straight else LOOSE
                    yield Found(subject, relation, object_, status, token, frame.entry, sure, details, said_by)

    def _status(self, token: Token, entry: Entry, frame: Frame) -> Status | None:
        if "name" in frame.needs:  # "Boyd of the Board": true whatever is said of her
            return Status.ASSERTED
        status = self.status.read(token, frame.relation, given=frame.status)
        if status is not None and self.status.negated_in(token, entry.words):
            return Status.DENIED
        if "negated" not in frame.needs:
            return status
        unable = any(t.tag_ == "MD" for t in token.lefts) and not any(t.dep_ == "mark" for t in token.lefts)
        asked = token.sent.text.rstrip().endswith("?")
        turned = status is Status.DENIED or (status is None and unable and not asked)
        return Status.ASSERTED if turned else status  # "did not spare X", "cannot say the same of X"


def _of_participle(context: Context, token: Token, entry: Entry, frame: Frame) -> Frame:
    """The frame of an adjective that the parser takes for a passive: its subject is the one that stands there.

    Whoever is shocked by a report finds no fault with those who wrote it.
    """
    if entry.pos != "adjective" or token.pos_ != "VERB":
        return frame
    agents = context.ontology.relations[frame.relation].range
    subject = tuple(Slot("surface", s.kinds) if s.name == "subj" else s for s in frame.subject)
    return replace(frame, subject=subject, object=tuple(Slot(s.name, s.kinds or agents) for s in frame.object))


def _unnamed(context: Context, token: Token, entry: Entry, frame: Frame) -> list[tuple[Thing, bool]]:
    """Who acts where the sentence does not say: whose text it is, or of a reproach whose findings are told."""
    if "negated" in frame.needs:  # "the same cannot be said of X", says whoever speaks
        found = context.speaker(context.cast.speech_at(token.i)) or context.cast.voice
    else:
        judging = frame.relation in (context.roles.censure, context.roles.approval)
        found = unsaid(context, token, frame.relation) or (implied(context, token) if judging else None)
        if found is None and frame.relation == context.roles.penalty:
            return [(thing, False) for thing in punishing(context, token, entry, frame)]
    return [(found, False)] if found is not None else []


def _aside(token: Token, direct: bool, straight: bool) -> bool:
    """Who leads a body's lawyers does not lead the body, nor has "dismissed a claim by X" sacked X."""
    return not straight or (token.pos_ == "ADP" and not direct)


def _refusal(context: Context, token: Token, frame: Frame, status: Status) -> bool:
    """ "Does not accept the findings" answers them all the same; "did not respond to the report" does not."""
    answer = frame.relation == context.roles.answer and token.pos_ == "VERB"
    return answer and status is Status.DENIED and not _replying(context, token)


def _replying(context: Context, token: Token) -> bool:
    """ "Respond", "reply": there is no answer before that is done."""
    return token.lemma_ in {form.split()[0] for form in context.lexicon.evoking("Answer", "verb")}


def _promise(context: Context, token: Token, frame: Frame, status: Status) -> bool:
    """ "Said it would carry out the recommendations", "pledged to act on the report": that is the answer."""
    if status is not Status.PROPOSED or frame.relation != context.roles.answer or _replying(context, token):
        return False
    if modals := [t for t in token.lefts if t.tag_ == "MD"]:
        return {t.lower_ for t in modals} <= {"will", "would", "shall", "'ll", "’ll"}
    return token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ in context.lexicon.evoking("Pledging", "verb")


def _engaged(context: Context, frame: Frame, token: Token, whom: Thing) -> bool:
    """ "Asked Dr Lee to find out why": a person at the head of nothing is given a task, not called to account."""
    if frame.relation != context.roles.call or whom.kind != PERSON:
        return False
    cast, roles = context.cast, context.roles
    posts = (h for h in cast.holdings if cast.at.get(h.person) is whom)
    if whom.office or any(f.relation == roles.heading for h in posts for f in h.frames):
        return False
    heading = context.lexicon.verbs_of(roles.heading) if roles.heading is not None else frozenset()
    tasks = context.lexicon.evoking("Examining", "verb") | heading
    return any(t.dep_ in ("xcomp", "ccomp", "advcl") and infinitive(t) and t.lemma_ in tasks for t in token.children)


def _acts(context: Context, noun: Token) -> bool:
    """An inquiry or a report itself, not what came of it: its recommendations."""
    thing = context.cast.at.get(noun.i)
    return thing is not None and context.is_event(thing) and noun.lower_ not in context.lexicon.evoking("Outcome")


def _agentive(context: Context, allowed: frozenset[str]) -> frozenset[str]:
    """Where an agent may stand, an event may too: its author or conductor is put in its place later."""
    person_or_body = any(k not in context.events for k in allowed if k in context.ontology.classes)
    return allowed | context.events if person_or_body else allowed


def _objects(context: Context, token: Token, entry: Entry, frame: Frame) -> list[tuple[Thing, bool]]:
    allowed = _agentive(context, context.ontology.relations[frame.relation].range)
    found = _fill(context, token, entry, frame.object, allowed, loose=frame.relation != context.roles.call)
    if frame.relation == context.roles.penalty and of_people(context, token):
        return [pair for pair in found if pair[1]]
    return found


def _fill(
    context: Context, token: Token, entry: Entry, slots: tuple[Slot, ...], allowed: frozenset[str], *, loose: bool
) -> list[tuple[Thing, bool]]:
    for slot in slots:
        tokens = tokens_of(context, slot.name, token) or after_phrase(token, entry.words, slot.name)
        alone = slot.name == "holder" and token.dep_ == "appos" and token.tag_ not in ("NNS", "NNPS")
        found = fill(context, tokens, slot.kinds or allowed, loose=loose, alone=alone)
        if not found and OV[BODY] in slot.kinds:  # an office does what bodies do: "went to the State Prosecutor"
            found = [one for one in fill(context, tokens, allowed, loose=False, alone=alone) if one[0].office]
        if not found and slot.name == "obj":
            found = fill(context, list(outer_nouns(token)), slot.kinds or allowed, loose=False, alone=True)
        if slot.name == "head":  # of "A of X, B of Y" B is not of X
            found = [(t, sure) for t, sure in found if any(start < token.i for start, _ in t.spans)]
        if found:
            return found
    for slot in slots:
        if slot.name in _DEEP:
            return within(context, tokens_of(context, slot.name, token), slot.kinds or allowed)
    return []


def _lacking(context: Context, token: Token, side: str, slots: tuple[Slot, ...]) -> str:
    """Why a slot stays empty: nothing known stands in it, or something of another kind does."""
    for slot in slots:
        for thing, _ in fill(context, tokens_of(context, slot.name, token), frozenset(), loose=False):
            return f"the {side}, {thing.name or thing.kind.lower()}, is a {thing.kind.lower()}"
    return f"no {side} that is known"


_DEEP = frozenset({"theme", "into"})  # what an inquiry is about may stand deep in the phrase


def _unmet(context: Context, status: StatusReader, token: Token, frame: Frame) -> str | None:
    for need in sorted(frame.needs):
        if not _NEEDS[need](context, token):
            return f"needs {need}"
    if idle := _idle(context, token, frame):
        return idle
    if "said" in frame.excludes and any(t.dep_ == "ccomp" for t in token.children):
        return "a verb of saying here"
    if "object" in frame.excludes and any(t.dep_ in ("dobj", "nsubjpass") for t in token.children):
        return "has an object here"
    if "likened" in frame.excludes and _likened(context, token):
        return "said to be something, not in a post"
    for kind in sorted(frame.excludes & _NEEDS.keys() - {"object"}):
        if _NEEDS[kind](context, token):
            return f"a {kind} here"
    if "called" in frame.excludes and token.dep_ != "ROOT" and called_on(token, status.calls):
        return "what someone is called on to do"
    return None


def _idle(context: Context, token: Token, frame: Frame) -> str | None:
    """Why a word that judges judges nobody where it stands."""
    if frame.relation == context.roles.approval and _courtesy(context, token):
        return "a courtesy"
    judges = frame.relation in (context.roles.approval, context.roles.censure)
    return "what befell the object" if judges and befell(context.lexicon, token) else None


def _likened(context: Context, token: Token) -> bool:
    """ "Named X as the culprit", "dismissed X as a crank", but not "named X as its chair"."""
    posts = context.lexicon.post_nouns | context.lexicon.evoking("Job")
    return any(t.lower_ not in posts and t.i not in context.cast.naming for t in after(token, "as"))


def _courtesy(context: Context, word: Token) -> bool:
    """ "I am grateful to you for lunch", of a letter."""
    you = context.lexicon.evoking("AddresseePronoun")
    return word.pos_ == "ADJ" and any(t.lower_ in you for prep in word.children for t in prep.children)


def _in_name(context: Context, token: Token) -> bool:
    """Part of a body's name: the Competition Tribunal is no trial."""
    thing = context.cast.at.get(token.i)
    return token.i in context.cast.naming and thing is not None and thing.kind == BODY


def _object_evokes(concept: str, arguments=objects):  # type: ignore[no-untyped-def]
    def test(context: Context, token: Token) -> bool:
        words = context.lexicon.evoking(concept)
        return any(t.lemma_.lower() in words or t.lower_ in words for t in arguments(token))

    return test


def _any_of_kind(context: Context, tokens: list[Token], kind: str) -> bool:
    things = (context.cast.at.get(t.i) for t in tokens)
    return any(thing is not None and thing.kind == kind for thing in things)


def _over(context: Context, token: Token) -> bool:
    """ "was known as Y until 2016", "formerly known as Y"."""
    words = context.lexicon.evoking("Former")
    return any(t.lower_ in words for t in token.children if t.dep_ in ("advmod", "prep", "mark"))


def _duty(context: Context, token: Token) -> bool:
    """ "told X that it must act", "warned X it has to improve": the clause puts a duty on whom it is said to."""
    duty, clause = context.lexicon.evoking("Duty", "verb"), clause_of(token)
    if clause is None or clause.dep_ != "ccomp" or _of_another(context, token, clause):
        return False
    bound = clause.lemma_ in duty and (clause.pos_ == "AUX" or any(t.dep_ == "xcomp" for t in clause.children))
    return bound or any(t.dep_ == "aux" and t.tag_ == "MD" and t.lemma_ in duty for t in clause.children)


def _of_another(context: Context, verb: Token, clause: Token) -> bool:
    """ "told the committee that the agency must act"."""
    told = {context.cast.at.get(t.i) for t in (*objects(verb), *surface_subjects(verb) * is_passive(verb))}
    about = (context.cast.at.get(t.i) for t in surface_subjects(clause))
    return any(thing is not None and thing not in told for thing in about)


def _infinitive(context: Context, token: Token) -> bool:
    """ "asked X to act", "a call on X to act", but not "asked for papers to inform the work"."""
    agent = any(t.dep_ in ("dobj", "nsubjpass") and t.i in context.cast.at for t in token.children)
    agent |= any(t.i in context.cast.at for t in after_any(token, ("on", "upon")))  # "put pressure on X to act"
    clauses = ("xcomp", "ccomp", "advcl") if agent else ("xcomp", "ccomp", "acl", "relcl")
    if any(t.dep_ == "advcl" and infinitive(t) and for_whom(t) and not is_passive(t) for t in token.children):
        return True  # "called for X to go"
    return any(t.dep_ in clauses and infinitive(t) for t in token.children)


def _open(clause: Token) -> bool:
    """ "asked whether X should act"."""
    return any(t.lower_ in ("whether", "if") for t in clause.lefts)


def _denied(context: Context, token: Token) -> bool:
    """ "did not spare X", "spared nobody"."""
    nobody = context.lexicon.evoking("Negation", "pronoun")
    nor = any(t.lower_ == "nor" for t in token.lefts)
    return nor or any(t.dep_ == "neg" or t.lower_ in nobody for t in token.children)


def _whatever(token: Token) -> bool:
    """ "Took what he had to the police"."""
    return any(w.lower_ == "what" for t in token.rights if t.dep_ == "ccomp" for w in t.lefts)


_NEEDS = {
    **NEEDS,
    "into": lambda _, token: token.i + 1 < len(token.doc) and token.nbor().lower_ == "into",  # "calls into question"
    "act": lambda context, token: (thing := context.cast.at.get(token.i)) is not None and thing.head is not None,
    "negated": _denied,
    "finder": finder,
    "enforcer": enforcer,
    "event": lambda context, token: any(_acts(context, o) for o in objects(token)),
    "books": _object_evokes("Books"),
    "habit": lambda _, token: token.tag_ in ("VBZ", "VBP"),
    "infinitive": _infinitive,
    "duty": _duty,
    "that": lambda _, token: (clause := clause_of(token)) is not None and clause.dep_ != "xcomp",
    "case": lambda context, token: _object_evokes("Case")(context, token) or _whatever(token),
    "sum": lambda _, token: any(is_sum(t) or any(map(is_sum, t.lefts)) for t in objects(token)),
    "merit": _object_evokes("Merit"),
    "ousting": lambda context, token: bool(ousted(token, context.lexicon)),
    "object": lambda _, token: not set(objects(token)) <= set(after(token, "to")),  # "to which X reports"
    "wish": lambda _, token: any(t.dep_ == "ccomp" and not finite(t) and not _open(t) for t in token.children),
    "licence": _object_evokes("Licence"),
    "verdict": _object_evokes("Verdict", answered),
    "voiced": _object_evokes("Voiced", answered),
    "utterance": _object_evokes("Utterance"),
    "job": _object_evokes("Job"),
    "contract": _object_evokes("Contract"),
    "functions": _object_evokes("Functions", lambda token: [*objects(token), *surface_subjects(token)]),
    "label": lambda _, token: any(t.dep_ in ("oprd", "ccomp", "xcomp", "acomp") for t in token.children),
    "plaint": _object_evokes("Grievance"),
    "over": lambda context, token: _any_of_kind(context, after(token, "over"), BODY),
    "newcomer": lambda context, token: _any_of_kind(context, after(token, "with"), PERSON),
    "merging": lambda context, token: token.dep_ != "ROOT" and token.head.lemma_ in context.lexicon.evoking("Merging"),
    "formerly": _over,
    "passive": lambda _, token: is_passive(token),
    "body": lambda context, token: _any_of_kind(context, surface_subjects(token), BODY),
    "ward": lambda context, token: _any_of_kind(context, after(token, "for"), BODY),
    "post": lambda context, token: any(
        h.body is not None and context.cast.at.get(h.body) is context.cast.at.get(o.i) and o.i in context.cast.at
        for o in objects(token)
        for h in context.cast.holdings
    ),
}
