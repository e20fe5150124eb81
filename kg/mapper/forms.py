"""What the form at the head of an inspection report says: "Name of home: Elm House", "Lead inspector: Ann Lee"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.coref.subject_line import HEAD, label
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.made import events_of, unreal
from kg.types import Status

RULE = RULES + "in-field"
SURE = 0.7


def of_form(context: Context) -> Iterator[Found]:
    """Whom the inspection of a form, and the report on it, are about; both are of the body whose text it is."""
    bodies, roles, voice = _bodies(context.cast), context.roles, context.cast.voice
    subject, runner = context.cast.subject, context.cast.runner
    if subject is not None and runner is not None and not runner.nouns & context.lexicon.evoking("Portfolio"):
        yield _found(subject, roles.containment, runner, context.cast.doc[runner.spans[0][0]])
    for event in _events(context) if bodies else ():
        assert event.head is not None
        yield from (_found(event, roles.matter, body, event.head) for body in bodies)
        if voice is not None and voice.kind == BODY:
            relation = roles.publishing if event.kind == REPORT else roles.conducting
            yield _found(voice, relation, event, event.head)


def inspectors(context: Context) -> Iterator[Found]:
    """Who led the inspection of a form, and who carried it out, beside the body whose inspectors they are."""
    roles, leading = context.roles, context.lexicon.evoking("InCharge")
    acts = [e for e in _events(context) if e.kind != REPORT] if _bodies(context.cast) else []
    for words, people in _labelled_people(context.cast) if acts else ():
        if words[-1].lower_ in context.watchdogs.people:
            relation = roles.heading if any(t.lower_ in leading for t in words) else roles.conducting
            yield from (_found(person, relation, act, words[-1]) for act in acts for person in people)


def _bodies(cast: Cast) -> list[Thing]:
    """Whom the form is about; whoever runs them only where it names nobody else."""
    others = (cast.voice, cast.runner if cast.subject is not None else None)
    return list(dict.fromkeys(body for body in cast.form.values() if body not in others))


def _events(context: Context) -> list[Thing]:
    """The acts and reports that a form tells of: in its titles, above its last label, or called "this inspection"."""
    titles = _titles(context.cast)
    here = [e for e in events_of(context) if e.head is not None and not unreal(e)]
    return [e for e in here if e.spans[0][0] in titles or (e.head and any(t.lower_ == "this" for t in e.head.lefts))]


def _titles(cast: Cast) -> set[int]:
    """Tokens of the lines without a label that stand above a form's last one."""
    lines = [(start, end, bool(label(cast, start, end))) for start, end in cast.lines[:HEAD]]
    last = max((start for start, _, labelled in lines if labelled), default=0)
    return {i for start, end, labelled in lines if start < last and not labelled for i in range(start, end)}


def _labelled_people(cast: Cast) -> Iterator[tuple[Span, list[Thing]]]:
    """The label of a line, and the people whom the line names: "Inspectors: Ann Lee and Jo Hay"."""
    for start, end in cast.lines[:HEAD]:
        words = label(cast, start, end)
        named = (cast.at[i] for i in range(words.end + 1, end) if i in cast.at)
        people = list(dict.fromkeys(thing for thing in named if thing.kind == PERSON))
        if words and people:
            yield words, people


def _found(subject: Thing, relation: str, object_: Thing, token: Token) -> Found:
    return Found(subject, relation, object_, Status.ASSERTED, token, RULE, SURE)
