"""Letters of several: whoever signs a letter, or joins its writer in it, asks and finds fault as the writer does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import PERSON
from kg.grammar import after_any, agents, antecedents, is_passive, objects, surface_subjects
from kg.mapper.found import Context, Found
from kg.mapper.slots import fill

_WITH = ("in", "on", "to")  # "joined her in the letter", "in signing it", "on the letter"
_SHARE = 0.9


def cosigned(context: Context, facts: Sequence[Found]) -> Iterator[Found]:
    """The same calls and reproaches, of all who signed the letter that makes them."""
    signers = {t.number: t for t in _signers(context)}
    if not signers:
        return
    writers = {t.number: t for t in _writers(context)} | signers
    judging = (context.roles.call, context.roles.censure)
    theirs = [f for f in facts if f.relation in judging and f.subject.number in writers]
    said = {(f.token.i, f.relation, f.subject.number) for f in theirs}
    for fact in (f for f in theirs if _in_letter(context, f.token)):
        for other in writers.values():
            if other is not fact.object and (fact.token.i, fact.relation, other.number) not in said:
                yield replace(fact, subject=other, confidence=fact.confidence * _SHARE)


def _signers(context: Context) -> Iterator[Thing]:
    """ "The letter was signed by A, B and C", "a letter that A also signed", "was joined in the letter by A"."""
    signing = context.lexicon.evoking("Signing", "verb")
    joining = context.lexicon.evoking("Joining", "verb")
    for verb in context.cast.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in signing | joining or any(t.dep_ == "neg" for t in verb.children):
            continue
        if verb.lemma_ in joining:
            if _joined_in_letter(context, verb):
                yield from _people(context, agents(verb) if is_passive(verb) else surface_subjects(verb))
                yield from _people(context, surface_subjects(verb) if is_passive(verb) else objects(verb))
        elif is_passive(verb) and _letters(context, surface_subjects(verb)):
            yield from _listed(context, verb)
        elif _letters(context, [*objects(verb), *antecedents(verb)]):
            yield from _people(context, surface_subjects(verb))


def _listed(context: Context, verb: Token) -> Iterator[Thing]:
    """All people named after "signed by", up to the next verb: the parser loses its way in such lists."""
    cast = context.cast
    if not agents(verb):
        return
    for token in cast.doc[verb.i + 1 :]:
        if token.pos_ == "VERB" or cast.paragraphs[token.i] != cast.paragraphs[verb.i]:
            return
        if token.i in context.name_at and cast.at[token.i].kind == PERSON:
            yield cast.at[token.i]


def _joined_in_letter(context: Context, verb: Token) -> bool:
    near = after_any(verb, _WITH)
    acts = [p for t in verb.children if t.dep_ == "prep" and t.lower_ in _WITH for p in t.children if p.dep_ == "pcomp"]
    signing = context.lexicon.evoking("Signing", "verb") | context.lexicon.evoking("Addressing", "verb")
    return _letters(context, near) or any(t.lemma_ in signing for t in acts)


def _writers(context: Context) -> Iterator[Thing]:
    """Who wrote to someone, or sent a letter."""
    writing = _writing(context)
    for verb in context.cast.doc:
        if verb.pos_ == "VERB" and verb.lemma_ in writing and context.cast.speech_at(verb.i) is None:
            sent = objects(verb)  # "sent a letter to X", not "sent inspectors to X"
            addressed = _letters(context, sent) if sent else after_any(verb, ("to",))
            if addressed and not any(t.dep_ == "neg" for t in verb.children):
                yield from _people(context, surface_subjects(verb))


def _in_letter(context: Context, token: Token) -> bool:
    """Whether a word stands in a sentence that tells of the letter, or in what its writers wrote."""
    speech = context.cast.speech_at(token.i)
    writing = _writing(context)
    if speech is not None and speech.verb is not None and context.cast.doc[speech.verb].lemma_ in writing:
        return True
    return _letters(context, token.sent) or any(t.pos_ == "VERB" and t.lemma_ in writing for t in token.sent)


def _writing(context: Context) -> frozenset[str]:
    """Verbs for writing a letter."""
    return context.lexicon.evoking("Addressing", "verb") & context.lexicon.verbs_of(context.roles.writing)


def _letters(context: Context, tokens: Iterable[Token]) -> bool:
    return any(t.lemma_.lower() in context.lexicon.evoking("Addressing", "noun") for t in tokens)


def _people(context: Context, tokens: list[Token]) -> Iterator[Thing]:
    """Those who may call on someone; a row of names, or those a noun takes up."""
    allowed = context.ontology.relation(context.roles.call).domain
    yield from (thing for thing, _ in fill(context, tokens, allowed, loose=False) if thing.kind == PERSON)
