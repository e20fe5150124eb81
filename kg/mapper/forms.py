"""What the form at the head of an inspection report says: "Name of home: Elm House", "Lead inspector: Ann Lee"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.named import PERSON
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.made import events_of, unreal
from kg.types import Status

RULE = RULES + "in-field"
SURE = 0.7
_HEAD = 16  # lines at the head of a text among which its form stands
_LABEL = 5  # tokens of the longest label


def of_form(context: Context) -> Iterator[Found]:
    """Whom the inspection of a form, and the report on it, are about."""
    bodies = _bodies(context.cast)
    for event in _events(context) if bodies else ():
        assert event.head is not None
        yield from (_found(event, context.roles.matter, body, event.head) for body in bodies)


def inspectors(context: Context) -> Iterator[Found]:
    """Who led the inspection of a form, and who carried it out, beside the body whose inspectors they are."""
    roles, leading = context.roles, context.lexicon.verbs_of(context.roles.heading)
    acts = [e for e in _events(context) if e.kind != REPORT] if _bodies(context.cast) else []
    for label, people in _labelled_people(context.cast) if acts else ():
        if label[-1].lower_ in context.watchdogs.people:
            relation = roles.heading if any(t.lower_ in leading for t in label) else roles.conducting
            yield from (_found(person, relation, act, label[-1]) for act in acts for person in people)


def _bodies(cast: Cast) -> list[Thing]:
    return list(dict.fromkeys(body for body in cast.form.values() if body is not cast.voice))


def _events(context: Context) -> list[Thing]:
    """The acts and reports that a form tells of: named above its first field, or called "this inspection"."""
    first = min(context.cast.form, default=0)
    here = [e for e in events_of(context) if e.head is not None and not unreal(e)]
    return [e for e in here if e.spans[0][0] < first or (e.head and any(t.lower_ == "this" for t in e.head.lefts))]


def _labelled_people(cast: Cast) -> Iterator[tuple[Span, list[Thing]]]:
    """The label of a line, and the people whom the line names: "Inspectors: Ann Lee and Jo Hay"."""
    for start, end in cast.lines[:_HEAD]:
        colon = next((i for i in range(start, min(start + _LABEL, end)) if cast.doc[i].text == ":"), start)
        named = (cast.at[i] for i in range(colon + 1, end) if i in cast.at)
        people = list(dict.fromkeys(thing for thing in named if thing.kind == PERSON))
        if colon > start and people:
            yield cast.doc[start:colon], people


def _found(subject: Thing, relation: str, object_: Thing, token: Token) -> Found:
    return Found(subject, relation, object_, Status.ASSERTED, token, RULE, SURE)
