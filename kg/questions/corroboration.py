"""Corroboration and contradiction: how many independent sources say it, and which say otherwise.

Documents are independent when neither is a copy of the other: the same bytes, or the same words.
"""

from collections import defaultdict
from collections.abc import Iterable

from kg.graph.asof import NEVER, first_day, last_day
from kg.graph.links import Link
from kg.graph.walk import best_first
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import in_words, number
from kg.types import Status

GROUP = "Corroboration and contradiction"
_NAME = Parameter("name", Kind.ENTITY, "whom it is about, if one only", required=False)
_COPIES = (
    "Copies of a document count once: the same file, or the same words. A text reworded from another is not told apart."
)


def _corroborated(asked: Asked) -> Found:
    least = asked.number("least")
    counted = [(link, *_support(asked, link)) for link in _about(asked, asked.links)]
    found = [one for one in counted if one[1] >= least]
    found.sort(key=lambda one: (-one[1], -one[2], asked.in_words(one[0]), one[0].claim))
    hits = [Hit(asked.in_words(link), (link,), _counts(docs, voices)) for link, docs, voices in found]
    question = f"What do {least} independent documents or more assert?"
    return Found(question, hits, "No claim is asserted by so many.", (_COPIES,))


def _uncorroborated(asked: Asked) -> Found:
    found = [link for link in _about(asked, asked.links) if _is_single(asked, link)]
    found.sort(key=lambda link: (link.confidence, asked.in_words(link), link.claim))
    hits = [Hit(asked.in_words(link), (link,), f"confidence {link.confidence:.2f}") for link in found]
    notes = (
        "The least certain come first. Confidence is how often a claim found in this way is what the sentence says; it "
        "is not how likely the sentence is to be true.",
        _COPIES,
    )
    return Found("What rests on one independent document alone?", hits, "There is none.", notes)


def _about(asked: Asked, links: Iterable[Link]) -> list[Link]:
    chosen = asked.selves("name")
    return [link for link in links if not chosen or link.subject in chosen or link.object in chosen]


def _support(asked: Asked, link: Link) -> tuple[int, int]:
    """How many independent documents there are, and how many are quoted."""
    originals = asked.store.originals
    return len({originals.get(doc, doc) for doc in link.documents}), len(link.speakers)


def _is_single(asked: Asked, link: Link) -> bool:
    return _support(asked, link)[0] == 1 and asked.store.history.curated.isdisjoint(link.documents)


def _counts(documents: int, voices: int) -> str:
    quoted = f"{number(voices, 'speaker')} quoted" if voices else "nobody quoted"
    return f"{number(documents, 'independent document')}, {quoted}"


def _own_word(asked: Asked) -> Found:
    people = _people(asked)
    found = []
    for link in _about(asked, asked.watching):
        speakers = set(link.speakers)
        for end in (link.subject, link.object):
            if speakers and not link.unattributed and speakers <= {end, *people.get(end, ())}:
                found.append((link, end))
    found.sort(key=lambda one: (asked.name(one[1]), asked.in_words(one[0]), one[0].claim))
    hits = [Hit(asked.in_words(link), (link,), f"only {asked.name(end)} says so", iri=end) for link, end in found]
    notes = (
        "A body's word is what it, its head or its people are quoted as saying. Whose documents these are is not "
        "recorded: what a body's own report says without a quotation is not told apart.",
    )
    return Found("Which scrutiny rests on the word of the body itself?", hits, "There is none.", notes)


def _people(asked: Asked) -> dict[str, set[str]]:
    """Who has, or had, a post where."""
    found = defaultdict(set)
    for link in asked.known:
        if link.status is Status.ASSERTED and link.predicate in asked.roles.posts:
            found[link.object].add(link.subject)
    return found


def _contradictions(asked: Asked) -> Found:
    groups: dict[tuple[str, str, str], dict[Status, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in _about(asked, asked.known):
        groups[link.subject, link.predicate, link.object][link.status].append(link)
    hits = []
    for sides in groups.values():
        yes, no = best_first(sides[Status.ASSERTED]), best_first(sides[Status.DENIED])
        if yes and no:
            note = f"asserted in {_documents(yes)}, denied in {_documents(no)}"
            hits.append(Hit(asked.in_words(yes[0]), (*yes, *no), note))
    hits.sort(key=lambda hit: (hit.name, hit.links[0].claim))
    notes = ("Both may be right: of different times, or of different cases. Read both sentences.",)
    return Found("What is asserted here and denied there?", hits, "No source denies what another asserts.", notes)


def _documents(links: Iterable[Link]) -> str:
    return number(len({document for link in links for document in link.documents}), "document")


def _two_heads(asked: Asked) -> Found:
    heads: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in _about(asked, asked.links):
        if link.predicate == asked.roles.heading and asked.is_body(link.object):
            heads[link.object, (link.role or "").casefold()].append(link)
    hits = []
    for (body, role), links in heads.items():
        crossing = [link for link in links if any(a.subject != link.subject and _at_once(a, link) for a in links)]
        if crossing:
            who = in_words(asked.names(link.subject for link in crossing))
            hits.append(Hit(asked.name(body), best_first(crossing), f"{role or 'head'}: {who}", iri=body))
    hits.sort(key=lambda hit: (hit.name, hit.note, hit.iri))
    notes = (
        "Only posts of the same words that cannot have been held one after another, if all the dates are right. "
        "Joint and acting heads are found too.",
    )
    return Found("Which bodies have two heads at one time?", hits, "There is none.", notes)


def _at_once(one: Link, other: Link) -> bool:
    """Whether two posts were certainly held at one time, if both sources are right."""
    first, last = _certain(one)
    begins, ends = _certain(other)
    return first <= last and begins <= ends and first <= ends and begins <= last


def _certain(link: Link) -> tuple[str, str]:
    """The days on which a post was held for certain: none, of what is over and undated."""
    said = link.issued
    first = last_day(link.valid_from) if link.valid_from else first_day(said[0]) if said else NEVER
    if link.valid_until or link.former:
        return first, first_day(link.valid_until) if link.valid_until else ""
    return first, last_day(said[-1]) if said else first if link.valid_from else ""


_COUNTING = "The documents of each claim are counted once for all copies."

QUESTIONS = (
    Question(
        "corroborated",
        GROUP,
        "What several sources assert",
        "Claims by the number of independent documents that assert them and of those quoted for them, the most first.",
        (Parameter("least", Kind.NUMBER, "how many documents at least", required=False, default=2), _NAME),
        "corroboration",
        _corroborated,
        _COUNTING,
    ),
    Question(
        "uncorroborated",
        GROUP,
        "What one source alone asserts",
        "Claims that one independent document alone asserts, the least certain first; curated facts are left out.",
        (_NAME,),
        "corroboration",
        _uncorroborated,
        _COUNTING,
    ),
    Question(
        "own-word",
        GROUP,
        "What rests on the body's own word",
        "Scrutiny that nobody is quoted for but one of the two bodies, or its people.",
        (_NAME,),
        "own-word",
        _own_word,
    ),
    Question(
        "contradictions",
        GROUP,
        "Asserted here, denied there",
        "What one source asserts and another, or the same, denies, with the sentences side by side.",
        (_NAME,),
        "contradictions",
        _contradictions,
    ),
    Question(
        "two-heads",
        GROUP,
        "Two heads at one time",
        "Bodies that two people are said to lead in the same post at one time.",
        (_NAME,),
        "two-heads",
        _two_heads,
        "Of the rows of the query, those whose certain days have one in common.",
    ),
)
