"""Who punishes where a sentence does not say: the court of the trial, the prosecutor or the watchdog whose case it is.

"Lee was tried at Stowe Crown Court. He was jailed for six years": by that court. "Lee has been struck
off, the Nursing Board said": by the board.
"""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import named_with, post_words
from kg.grammar import governors, is_passive, objects, subjects, surface_subjects
from kg.lexicon import Entry, Frame
from kg.mapper.found import Context
from kg.mapper.scope import infinitive

Test = Callable[[Context, Thing], bool]
_OPEN = frozenset({"should", "must", "could", "may", "might", "can", "ought"})
_NEAR = 2  # sentences back that they may have been spoken of


def punishing(context: Context, verb: Token, entry: Entry, frame: Frame) -> list[Thing]:
    """The one court, with its judge, or the one other body that can be meant; of several none."""
    if verb.pos_ != "VERB" or verb.dep_ == "amod" or context.cast.utterance_at(verb.i) is not None:
        return []
    trial, doers = "Sentencing" in entry.evokes, subjects(verb)
    suffers = any(slot.name == "subj" for slot in frame.object)  # "X paid a fine", "X pleaded guilty"
    nameless = trial and any(t.lower_ in context.lexicon.evoking("Juror") for t in doers)  # "a jury convicted X"
    if infinitive(verb) if suffers else not (nameless or (is_passive(verb) and not doers)):
        return []  # "was told to pay a fine" is found by the verb that tells
    able = _tries if trial else _charges if "Charging" in entry.evokes else _punishes
    theirs = _own(context, verb)
    of_person = any(thing.kind == PERSON for thing in theirs)
    for test, stretch in _places(context, verb, able, trial=trial, of_person=of_person):
        things = dict.fromkeys(context.cast.at[i] for i in stretch if i in context.cast.at)
        if found := [thing for thing in things if thing not in theirs and test(context, thing)]:
            return _only(found)
    return []


def _places(
    context: Context, verb: Token, able: Test, *, trial: bool, of_person: bool
) -> Iterator[tuple[Test, Iterable[int]]]:
    """Who says so; of a trial who is named in the sentence; who is named right before it.

    Of what should be done, and of a person, whom an employer may discipline, only who says so. Nor does the
    only court that a text names have to be the one that tried someone.
    """
    doc, start = context.cast.doc, verb.sent.start
    yield _decides, _tellers(context, verb)
    if any(t.lower_ in _OPEN for t in verb.lefts) or (able is _punishes and of_person):
        return
    if trial:
        yield able, range(start, verb.sent.end)
    for _ in range(_NEAR):
        start, end = doc[max(0, start - 1)].sent.start, start
        yield able, range(start, end)


def _tellers(context: Context, verb: Token) -> list[int]:
    """Who says, or decides, in the same sentence: "X was fined, the board said", "the board ruled that X be fined"."""
    calls = context.lexicon.verbs_of(context.roles.call)
    above = [t for t in governors(verb) if t.pos_ in ("VERB", "AUX") and t.lemma_ not in calls]
    beside = [t for t in verb.children if t.dep_ in ("ccomp", "parataxis", "advcl") and t.i > verb.i]
    return [s.i for v in (*above, *beside) for s in subjects(v)]


def _only(found: list[Thing]) -> list[Thing]:
    """A court and a judge who sits there, or one body."""
    kinds = [thing.kind for thing in found]
    return found if len(kinds) == len(set(kinds)) else []


def _own(context: Context, verb: Token) -> list[Thing]:
    """Who is punished, and the bodies they are of."""
    cast = context.cast
    found = [cast.at[t.i] for t in (*objects(verb), *surface_subjects(verb)) if t.i in cast.at]
    posts = (h for h in cast.holdings if cast.at.get(h.person) in found and h.body is not None)
    return [*found, *(cast.at[h.body] for h in posts if h.body in cast.at)]


def _tries(context: Context, thing: Thing) -> bool:
    """A court, or a judge."""
    lexicon = context.lexicon
    if thing.kind == BODY:
        return named_with(thing, lexicon.evoking("CourtWord")) and not _holds_inquests(context, thing)
    judges = lexicon.evoking("Judicial")
    return thing.kind == PERSON and not judges.isdisjoint(post_words(context.cast, thing, former=True))


def _holds_inquests(context: Context, court: Thing) -> bool:
    names = (form.casefold().replace("’", "'") for form in court.forms)
    words = context.lexicon.evoking("Inquest")
    return any(word.removesuffix("'s").rstrip("'") in words for name in names for word in name.split())


def _charges(context: Context, thing: Thing) -> bool:
    """Police or a prosecutor."""
    words = context.lexicon.evoking("Enforcing") | context.lexicon.evoking("Trying")
    words -= context.lexicon.evoking("Judicial")
    if thing.kind == PERSON:
        return thing.office and named_with(thing, words)
    return thing.kind == BODY and named_with(thing, words) and not _tries(context, thing)


def _punishes(context: Context, thing: Thing) -> bool:
    """A court, or a body that watches over others."""
    return thing.kind == BODY and (_tries(context, thing) or context.watchdogs.watches(thing))


def _decides(context: Context, thing: Thing) -> bool:
    """Whoever may punish, by the noun that heads its name."""
    able = _tries(context, thing) or _charges(context, thing) or _punishes(context, thing)
    return able or (thing.kind == BODY and named_with(thing, context.lexicon.evoking("Disciplining", "noun")))
