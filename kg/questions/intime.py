"""Time: what happened to one body or in one case, in order, and what came before and after it."""

from kg.graph.asof import ALWAYS, NEVER, first_day
from kg.graph.links import Link
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question

GROUP = "Time"
_NAME = Parameter("name", Kind.ENTITY, "the body, the person, the report or the inquiry", variable="about")


def _timeline(asked: Asked) -> Found:
    selves = set(asked.selves("name"))
    about = selves | {
        other for link in asked.known for other in (link.subject, link.object)
        if link.predicate == asked.roles.outcome and selves & {link.subject, link.object} and asked.is_event(other)
    }  # fmt: skip
    entries = [_entry(asked, link) for link in asked.known if link.subject in about or link.object in about]
    entries.sort(key=lambda hit: (hit.since is None, first_day(hit.since or ""), hit.since or "", hit.note, hit.name))
    notes = [
        "What has no date of its own stands where it was first said, and says so; what has none at all comes last."
    ]
    if any(link.status.value != "Asserted" for hit in entries for link in hit.links):
        notes.append("What is alleged, proposed or denied is marked so.")
    return Found(f"What happened to {asked.called('name')}, and when?", entries, asked.silence("name"), tuple(notes))


def _entry(asked: Asked, link: Link) -> Hit:
    """Of a report or an inquiry with a date of its own, that date counts where the claim has none."""
    words = asked.in_words(link)
    since, until = link.valid_from or asked.date_of_event(link), link.valid_until
    if since or until:
        when = f"{since or ''} to {until}" if until else str(since)
        return Hit(words, (link,), when.strip(), iri=link.subject, since=since or until, until=until)
    if link.issued:
        return Hit(words, (link,), f"said {link.issued[0]}", iri=link.subject, since=link.issued[0])
    return Hit(words, (link,), "no date is given", iri=link.subject)


def _lineage(asked: Asked) -> Found:
    history, entity = asked.store.history, asked.entity("name")
    family = history.family(entity.iri)
    steps = [
        link for link in asked.store.links
        if link.predicate == asked.roles.succession and history.family(link.subject) == family
    ]  # fmt: skip
    steps.sort(key=lambda link: (link.valid_from is None, link.valid_from or "", asked.in_words(link), link.claim))
    hits = [
        Hit(
            asked.in_words(link),
            (link,),
            link.valid_from or "no date is given",
            iri=link.subject,
            since=link.valid_from,
        )
        for link in steps
    ]
    life = history.lives.get(entity.iri)
    dates = [f"from {life.first}" if life and life.first != ALWAYS else ""]
    dates.append(f"until {life.last}" if life and life.last != NEVER else "")
    words = " ".join(date for date in dates if date)
    notes = (f"{entity.name} stood {words}, by these sources.",) if words else ()
    return Found(f"What came before {entity.name}, and what after?", hits, asked.silence("name"), notes)


QUESTIONS = (
    Question(
        "timeline",
        GROUP,
        "Timeline",
        "All that is said of a body, a person or a case, in order of its dates, with its status.",
        (_NAME,),
        "timeline",
        _timeline,
    ),
    Question(
        "lineage",
        GROUP,
        "Before and after",
        "The bodies that it took the place of, and those that took its place, with the dates.",
        (Parameter("name", Kind.ENTITY, "the body"),),
        "successors",
        _lineage,
        "From the rows of the query, all that are joined to it, directly or by others.",
    ),
)
