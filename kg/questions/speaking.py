"""Speakers: what someone says, what is said of someone and by whom, and what is alleged only."""

from collections import defaultdict
from collections.abc import Iterable

from kg.graph.links import Link
from kg.questions.asked import Asked
from kg.questions.types import NOBODY, Found, Hit, Kind, Parameter, Question
from kg.questions.words import no_source
from kg.types import Status

GROUP = "Speakers"


def _says(asked: Asked) -> Found:
    speaker, about = asked.entity("speaker"), asked.selves("of")
    said = [
        link for link in asked.known
        if speaker.iri in link.speakers and (not about or link.subject in about or link.object in about)
    ]  # fmt: skip
    hits = [
        Hit(asked.in_words(link), (link,), _when(link), iri=link.object, said_by=speaker.iri) for link in _by_date(said)
    ]
    of = f" of {asked.called('of')}" if about else ""
    return Found(f"What does {speaker.name} say{of}?", hits, no_source(as_of=asked.as_of), (_QUOTED,))


_QUOTED = "Only what a text attributes to a speaker counts. That someone says so does not make it so."


def _said_of(asked: Asked) -> Found:
    name, by_speaker = asked.called("name"), defaultdict(list)
    for link in asked.known:
        if link.object in asked.selves("name") or link.subject in asked.selves("name"):
            for speaker in (*link.speakers, *([NOBODY] if link.unattributed else ())):
                by_speaker[speaker].append(link)
    order = sorted(by_speaker, key=lambda s: (s == NOBODY, -len(by_speaker[s]), asked.name(s), s))
    hits = [
        Hit(
            asked.name(speaker) if speaker else "The documents themselves, quoting nobody",
            _by_date(by_speaker[speaker]),
            iri=speaker or None,
            said_by=speaker,
        )
        for speaker in order
    ]
    return Found(f"What is said of {name}, and by whom?", hits, asked.silence("name"), (_STATUS,))


_STATUS = "What is alleged, proposed or denied is marked so; only what is not marked is asserted."


def _alleged(asked: Asked) -> Found:
    chosen = asked.selves("name")
    facts = {(link.subject, link.predicate, link.object) for link in asked.known if link.status is Status.ASSERTED}
    only = [
        link for link in asked.known
        if link.status is Status.ALLEGED and (link.subject, link.predicate, link.object) not in facts
        and (not chosen or link.subject in chosen or link.object in chosen)
    ]  # fmt: skip
    hits = [Hit(asked.in_words(link), (link,), _when(link), iri=link.object) for link in _by_date(only)]
    notes = ("No source here asserts any of these. Do not report them as facts.",)
    return Found("What is alleged, and no more?", hits, "Nothing is alleged only.", notes if hits else ())


def _when(link: Link) -> str:
    return link.valid_from or (f"said {link.issued[0]}" if link.issued else "no date is given")


def _by_date(links: Iterable[Link]) -> list[Link]:
    """The earliest first, what has no date last."""

    def key(link: Link) -> tuple[bool, str, str]:
        date = link.valid_from or (link.issued[0] if link.issued else "")
        return not date, date, link.claim

    return sorted(links, key=key)


QUESTIONS = (
    Question(
        "says",
        GROUP,
        "What someone says",
        "What a person or a body is quoted as saying, of anyone or of one.",
        (
            Parameter("speaker", Kind.ENTITY, "who is quoted", variable="about"),
            Parameter("of", Kind.ENTITY, "of whom, if one only", required=False, variable="whom"),
        ),
        "speakers",
        _says,
    ),
    Question(
        "said-of",
        GROUP,
        "What is said of it, and by whom",
        "All that is said of a person or a body, whatever the status, by who is quoted for it.",
        (Parameter("name", Kind.ENTITY, "whom it is about", variable="about"),),
        "said-of",
        _said_of,
    ),
    Question(
        "alleged",
        GROUP,
        "Alleged, and no more",
        "What is alleged or reported, and asserted by no source.",
        (Parameter("name", Kind.ENTITY, "whom it is about, if one only", required=False),),
        "alleged-only",
        _alleged,
    ),
)
