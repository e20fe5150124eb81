"""Names for reports and investigations that have none of their own: "HMIC inspection of Kent Police"."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing
from kg.coref.moment import when, year_of
from kg.coref.named import PERSON
from kg.mapper.found import Context, Found
from kg.mapper.made import matters_of
from kg.types import Status
from kg.vocab import OV, local_name

INVESTIGATION, REVIEW = local_name(OV.Investigation).lower(), local_name(OV.Review)


def name_events(context: Context, facts: Sequence[Found]) -> dict[int, tuple[str, tuple[str, ...]]]:
    """For each event, its name and aliases, from its noun, who made it and what it concerns."""
    makers, matters = defaultdict[int, list[Thing]](list), matters_of(context, facts)
    for relations in (context.roles.making, {context.roles.heading}):  # else after who led it: "the Hale inquiry"
        known = {number for number, who in makers.items() if who}
        for fact in facts:
            mine = makers[fact.object.number]
            if fact.status is Status.DENIED:
                continue  # whoever refuses to publish it gives it no name
            if fact.relation in relations and fact.object.number not in known and fact.subject not in mine:
                mine.append(fact.subject)
    events = [thing for thing in context.cast.things if thing.head is not None]
    named = {t.number: _names(context, t, makers[t.number], matters[t.number]) for t in events}
    shared = Counter(name for name, _ in named.values())
    return {
        t.number: _dated(t, *named[t.number]) if shared[named[t.number][0]] > 1 else named[t.number] for t in events
    }


def _dated(event: Thing, name: str, aliases: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """With its month, where another of the text has the same name: two inspections of one home are two."""
    assert event.head is not None
    month = "" if event.named else when(event.head)
    return (f"{name} in {month}", (name, *aliases)) if month else (name, aliases)


def _names(context: Context, event: Thing, makers: list[Thing], matters: list[Thing]) -> tuple[str, tuple[str, ...]]:
    """The name a report or inquiry has, else "<maker> <noun> of <matter>", else how the text describes it."""
    noun = _noun(event)
    about = f" {_preposition(context, event, noun)} {_short(matters[0])}" if matters else ""
    year = year_of(event.head) if event.head is not None else ""
    dated = f"{year} {noun}" if year else noun  # a maker may have made others
    forms = [form for maker in makers for form in _forms(context, maker)]
    made = [f"{form} {dated}" for form in forms]
    own = list(event.forms)
    titles = [form for form in own if form[:1].isupper()] if event.named else []
    if titles:
        name = max(titles, key=len)
    elif made:
        name = made[0] + about
    else:
        name = event.name or noun
        name += about if about and not any(form in name for form in matters[0].forms) else ""
    plain = [f"{form} {kind}" for kind in _plain_kinds(context, event) for form in forms if not year]
    month = when(event.head) if event.head is not None and not event.named else ""
    in_month = [f"{month} {noun}", f"{noun} in {month}"] if month else []
    aliases = dict.fromkeys([*own, *made, *(form + about for form in made if about), *plain, *in_month])
    aliases.pop(name, None)
    return name, tuple(aliases)


def _plain_kinds(context: Context, event: Thing) -> tuple[str, ...]:
    """Its kind in a word; of what only a verb tells the noun of that verb too: "surveyed the ward", a survey."""
    head = event.head
    if head is None or head.pos_ != "VERB" or event.kind == REPORT:
        return (event.kind.lower(),)
    noun = (head.lemma_,) if head.lemma_ in context.lexicon.nouns else ()
    other = (INVESTIGATION,) if event.kind == REVIEW else ()  # "is to examine Y"
    return tuple(dict.fromkeys((event.kind.lower(), *noun, *other)))


def _preposition(context: Context, event: Thing, noun: str) -> str:
    """An inspection *of*, a report *on*, an inquiry *into*."""
    if noun in context.lexicon.evoking("OfMatter"):
        return "of"
    return "on" if event.kind == REPORT else "into"


def _noun(event: Thing) -> str:
    assert event.head is not None
    if event.named:
        return event.head.text
    return event.head.lower_ if event.head.pos_ in ("NOUN", "PROPN") else event.kind.lower()


def _short(thing: Thing) -> str:
    """The shortest acronym a thing has, else its name."""
    acronyms = [f for f in thing.forms if f.isupper() and " " not in f and len(f) > 1]
    return min(acronyms, key=len) if acronyms else thing.name


def _forms(context: Context, thing: Thing) -> list[str]:
    """What a maker may be called by before the noun: its names, a surname, an office of the one who holds it."""
    names = [_short(thing), thing.name]
    if thing.kind == PERSON:
        names += [thing.name.split()[-1], *_offices(context, thing)]
    return list(dict.fromkeys(names))


def _offices(context: Context, person: Thing) -> list[str]:
    """ "Auditor General" of "the Auditor General, Ana Reis": offices written as names are."""
    cast = context.cast
    held = [h for h in cast.holdings if cast.at.get(h.person) is person and not h.former and not h.lesser]
    words = [cast.doc[h.start : h.end] for h in held]
    return [w.text for w in words if len(w) and w[0].text[0].isupper() and w[-1].text[0].isupper()]
