"""Answers to reports and investigations: who responds to what in reported and in their own speech."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Speech, Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after, after_any, clause_verb, objects, phrasal, surface_subjects
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.made import unreal
from kg.types import Status

RULE = RULES + "answered"
SAID, ANSWERED = 0.6, 0.7


def responses(context: Context) -> Iterator[Found]:
    """Facts that someone answers an event; whether it is their own, :func:`kg.mapper.closure.close` knows."""
    yield from _spoken(context)
    yield from _in_answer(context)
    yield from _stated(context)


def _spoken(context: Context) -> Iterator[Found]:
    """ "X said the report was a wake-up call"; "This report," said X, "shows ..."."""
    finding = context.lexicon.evoking("Finding", "verb") | context.lexicon.evoking("Relaying", "verb")
    for speech in context.cast.speeches:
        speaker = context.cast.at.get(speech.speaker)
        if speaker is None or speaker.kind not in (PERSON, BODY):
            continue
        if speech.verb is not None and context.cast.doc[speech.verb].lemma_ in finding:
            continue  # "the ombudsman found that the inquiry fell short" is a finding of its own
        for token, event in _topics(context, speech):
            if event is not speaker:
                yield Found(speaker, context.roles.answer, event, Status.ASSERTED, token, RULE, SAID)


def _stated(context: Context) -> Iterator[Found]:
    """ "X issued a statement on the report", "in a statement released after Y published its audit, X said"."""
    lexicon = context.lexicon
    nouns = lexicon.evoking("Statement", "noun")
    giving = lexicon.evoking("Issuing", "verb") | lexicon.evoking("Light", "verb")
    saying = lexicon.evoking("Reporting", "verb")
    for token in context.cast.doc:
        if token.lemma_ in nouns and token.dep_ == "dobj" and phrasal(token.head, giving):
            yield from _on(context, token, token.head, _occasions(token, token.head))
        elif token.lemma_ in nouns and token.dep_ == "pobj" and token.head.lower_ == "in":
            verb = token.head.head
            if phrasal(verb, saying):
                yield from _on(context, token, verb, _occasions(token, *(t for t in token.rights if t.dep_ == "acl")))
        elif token.dep_ == "prep" and token.lower_ in _SINCE and phrasal(token.head, saying):
            issues = [t for noun in after(token.head, token.lower_) for t in (noun, *after(noun, "of"))]
            reports = [t for t in issues if (event := context.cast.at.get(t.i)) and event.kind == REPORT]
            yield from _on(context, token, token.head, reports)


def _on(context: Context, word: Token, verb: Token, matters: list[Token]) -> Iterator[Found]:
    """That whoever the verb is of answers what the matters are."""
    at = context.cast.at
    speakers = [at[t.i] for t in surface_subjects(verb) if t.i in at]
    for event in (at[t.i] for t in matters if t.i in at):
        if event.head is None or unreal(event):
            continue
        for speaker in speakers:
            if speaker.kind in (PERSON, BODY):
                yield Found(speaker, context.roles.answer, event, Status.ASSERTED, word, RULE, ANSWERED)


def _occasions(*hosts: Token) -> list[Token]:
    """What a statement is on, or what it came after: what came out, or was found, just before."""
    near = [t for one in hosts for t in after_any(one, _ON)]
    near += [t for one in near for t in after(one, "of")]  # "on the release of the report"
    clauses = [t for one in hosts for t in one.rights if t.dep_ == "advcl" and any(c.lower_ in _AFTER for c in t.lefts)]
    return near + [t for clause in clauses for t in (*objects(clause), *surface_subjects(clause))]


_SINCE = frozenset({"following", "after"})
_ASIDE = frozenset({"VBG", "VBN"})  # "responding to the report, X said", "asked about the report, X said"
_ON = ("on", "about", "regarding", "concerning", "following", "after")
_AFTER = frozenset({"after", "as", "when"})


def _topics(context: Context, speech: Speech) -> Iterator[tuple[Token, Thing]]:
    """Events that a speech is about: subjects of its clauses, spoken of as known."""
    for token in context.cast.doc[speech.start : speech.end]:
        event = context.cast.at.get(token.i)
        if event is None or event.head is None or unreal(event) or token.dep_ not in ("nsubj", "nsubjpass"):
            continue
        top = clause_verb(token)
        if not speech.direct and speech.verb is not None and top.head.i != speech.verb:
            continue
        if event.kind != REPORT and _still_to_be(top):
            continue  # "this inquiry will look at ..." presents it
        if _known(token) and min(event.spans)[0] <= token.i:
            yield token, event


def _still_to_be(verb: Token) -> bool:
    """Said of now or of what is to come: not "the inquiry was a farce", "the inquest should have asked"."""
    modals = [t.lower_ for t in verb.lefts if t.tag_ == "MD"]
    past = verb.tag_ in ("VBD", "VBN") or any(t.tag_ == "VBD" or t.lower_ in ("has", "have") for t in verb.lefts)
    perfect = any(t.lower_ == "have" and t.dep_ == "aux" for t in verb.lefts)
    return not perfect if modals else not past and verb.lemma_ != "be"


def _known(token: Token) -> bool:
    return token.pos_ == "PRON" or any(t.lower_ in ("the", "this", "these") or t.dep_ == "poss" for t in token.lefts)


def _in_answer(context: Context) -> Iterator[Found]:
    """ "In response to the report, X announced ...", "speaking about the report, X said ..."."""
    answers = context.lexicon.evoking("Answer")
    for token in context.cast.doc:
        if token.lower_ not in answers or (token.pos_ == "VERB" and not _aside(token)):
            continue  # of "has yet to reply to the report" the frame of the verb tells
        events = [
            context.cast.at[t.i]
            for p in ("to", "on", "about", "after")
            for t in after(token, p)
            if t.i in context.cast.at
        ]
        verb = clause_verb(token)
        if verb == token and token.dep_ in ("advcl", "prep", "pcomp"):
            verb = clause_verb(token.head)
        for event in events:
            if event.head is None:
                continue
            for subject in surface_subjects(verb):
                speaker = context.cast.at.get(subject.i)
                if speaker is not None and speaker.kind in (PERSON, BODY):
                    yield Found(speaker, context.roles.answer, event, Status.ASSERTED, token, RULE, ANSWERED)


def _aside(verb: Token) -> bool:
    """ "Responding to the report, X said", "asked about it, X said", not "X was asked about it"."""
    return verb.tag_ in _ASIDE and not any(t.dep_ in ("aux", "auxpass") for t in verb.lefts)
