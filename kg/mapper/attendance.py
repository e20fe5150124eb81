"""Who sat round the table: the lists at the head of minutes ("Present: A (Chair), B, Cllr C (X Council)")."""

from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Span

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import named_with
from kg.grammar import FINITE
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.likely import of_tier
from kg.mapper.parts import is_committee, whole_of
from kg.types import Details, Status

RULE, SURE = RULES + "attendance", 0.75
_HEADING, _LEAD = 10, 25  # words of the longest heading, of the longest line that leads up to a list
_BEFORE = frozenset({"(", ",", "of", "at", "for", "from", "the", "-", "–", "—"})


def attendance(context: Context, held: Iterable[Found]) -> Iterator[Found]:
    """Those listed belong to the body whose meeting it is, or to the body in brackets after their name.

    Those who attend a committee without being its members belong to the body it is a committee of; guests,
    to no body but that named with them. ``held`` are the posts that the text gives them.
    """
    host = context.cast.host or _committee_at_hand(context)
    if host is None:
        return
    whole = whole_of(context, host) if is_committee(context, host) else host
    homes = {"AttendanceList": host, "Visitors": whole, "Guests": None}
    seats = {(fact.subject.number, fact.object.number) for fact in held}
    for roster in context.cast.doc.spans["rosters"]:
        yield from _listed(context, roster, homes[roster.label_], seats)


def _committee_at_hand(context: Context) -> Thing | None:
    """The committee whose report it is, which lists its members though it is no minutes."""
    voice = context.cast.voice
    return voice if voice is not None and voice.kind == BODY and is_committee(context, voice) else None


def rolls(context: Context) -> Iterator[Found]:
    """Those named one to a line under "Members of the Committee", "The current board members are:"."""
    cast = context.cast
    host: Thing | None = None
    for start, end in cast.lines:
        if (announced := _announced(context, start, end)) is not None:
            host = announced
        elif host is not None:
            person = _first(cast, start, end)
            if person is None or _says(cast, person, end):
                host = None  # the list is over
            else:
                token = cast.doc[person]
                yield Found(cast.at[person], context.roles.membership, host, Status.ASSERTED, token, RULE, SURE)


def beside(context: Context) -> Iterator[Found]:
    """ "Anna Boyd, Ofgem, said", "Anna Boyd, Ofgem; Tom Reid, Acme Ltd": of the body named after them, and no more."""
    cast, doc = context.cast, context.cast.doc
    for person in cast.of_kind(PERSON):
        for _, end in person.spans:
            at = end + 1
            if at + 1 >= len(doc) or doc[end].text != "," or at not in cast.naming or cast.at[at].kind != BODY:
                continue
            body = cast.at[at]
            stop = next(i for i in range(at, len(doc) + 1) if cast.at.get(i) is not body)
            if end - 1 in cast.naming and _set_apart(cast, stop):
                yield Found(person, context.roles.membership, body, Status.ASSERTED, doc[at], RULE, SURE)


def _set_apart(cast: Cast, stop: int) -> bool:
    """Whether a semicolon, the end of a line, or a comma and a verb stands there."""
    doc = cast.doc
    if stop >= len(doc) or doc[stop].text == ";" or cast.paragraphs[stop] != cast.paragraphs[stop - 1]:
        return True
    return doc[stop].text == "," and stop + 1 < len(doc) and doc[stop + 1].tag_ in FINITE


def _announced(context: Context, start: int, end: int) -> Thing | None:
    """The body whose members a heading says the lines below it name: the one it names, else whose text it is."""
    cast, roll = context.cast, context.lexicon.evoking("Roll", "noun")
    leads = cast.doc[end - 1].text == ":"
    if end - start > (_LEAD if leads else _HEADING) or (not leads and _told(cast, start, end)):
        return None
    people = any(i in cast.at and cast.at[i].kind == PERSON for i in range(start, end))
    if people or roll.isdisjoint(t.lower_ for t in cast.doc[start:end]):
        return None
    named = {cast.at[i].number for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY}
    if len(named) > 1:
        return None
    host = cast.things[named.pop()] if named else cast.host
    return host if host is not None and host.kind == BODY else None


def _first(cast: Cast, start: int, end: int) -> int | None:
    """The name that a line begins with, after a number, a title or a post."""
    for i in range(start, end):
        if i in cast.naming and cast.at[i].kind == PERSON:
            return i
        if cast.doc[i].text in (",", "(", ".") and i > start + 1:
            return None
    return None


def _says(cast: Cast, person: int, end: int) -> bool:
    """Whether a line tells of what someone did, and is no item of a list: "Anna Boyd resigned in May."."""
    after = next((i for i in range(person, end) if cast.at.get(i) is not cast.at[person]), end)
    return cast.doc[end - 1].text == "." or (after < end and cast.doc[after].tag_ in FINITE)


def _told(cast: Cast, start: int, end: int) -> bool:
    """Whether a line is a sentence."""
    return cast.doc[end - 1].text == "." or any(t.tag_ in FINITE for t in cast.doc[start:end])


def _listed(context: Context, roster: Span, host: Thing | None, seats: Set[tuple[int, int]]) -> Iterator[Found]:
    cast = context.cast
    seen: set[int] = set()
    for i in _outside_brackets(roster):
        person = cast.at.get(i)
        if person is None or person.kind != PERSON or person.number in seen or not _named(cast, person, i):
            continue
        seen.add(person.number)
        body = _bracketed(context, i, roster.end) or host
        if body is host and (_from_elsewhere(cast, i) or _of_another(context, person, roster, body)):
            continue
        if body is None or (person.number, body.number) in seats or _placed(cast, person, roster):
            continue
        head = _heading(context, person, roster, body) if body is host else None
        relation, role = (context.roles.heading, head) if head else (context.roles.membership, None)
        yield Found(person, relation, body, Status.ASSERTED, cast.doc[i], RULE, SURE, Details(role=role))


def _of_another(context: Context, person: Thing, roster: Span, body: Thing | None) -> bool:
    """Whether the list has someone as a councillor of another tier: "District Councillor Ann Boyd" at a parish's."""
    cast = context.cast
    posts = (h for h in cast.holdings if roster.start <= h.start < roster.end and cast.at.get(h.person) is person)
    return body is not None and not all(of_tier(context, h, body) for h in posts)


def _from_elsewhere(cast: Cast, name: int) -> bool:
    """ "Anna Boyd of Eastways", of which nothing is known."""
    after = next(i for i in range(name, len(cast.doc) + 1) if cast.at.get(i) is not cast.at[name])
    words = cast.doc[after : after + 2]
    return len(words) == 2 and words[0].lower_ in ("of", "from", "representing") and words[1].text[0].isupper()


def _heading(context: Context, person: Thing, roster: Span, body: Thing) -> str | None:
    """The post in a list that its holder heads the body by: that after the name, "Anna Boyd (Chair)", else its own.

    "Mayor Boyd" is no head of a committee, but of the council.
    """
    cast, any_head = context.cast, context.lexicon.evoking("AnyHead") | context.lexicon.evoking("HostPost")
    for held in cast.holdings:
        if cast.at.get(held.person) is person and roster.start <= held.start < roster.end and held.body is None:
            after = held.person < held.start
            words = cast.doc[held.start : held.end]
            heads = any(f.relation == context.roles.heading for f in held.frames) and not held.lesser
            heads = heads and (roster.label_ != "Visitors" or " ".join(t.lower_ for t in words) in any_head)
            if heads and (body.sorts & held.kinds if held.kinds else after):
                return words.text
    return None


def _named(cast: Cast, person: Thing, i: int) -> bool:
    return any(s <= i < e and cast.doc[s:e].text in person.forms for s, e in person.spans)


def _outside_brackets(roster: Span) -> Iterator[int]:
    """Where the people of a list may be named: in brackets stands what they are, "(Group Manager Finance)"."""
    depth = 0
    for token in roster:
        depth += (token.text == "(") - (token.text == ")")
        if depth <= 0:
            yield token.i


def _bracketed(context: Context, i: int, end: int) -> Thing | None:
    """The body in brackets, or after a comma before the next name: "B, Northern Rail; C"; no "(Internal Auditor)"."""
    cast, posts = context.cast, context.lexicon.post_nouns
    person = cast.at.get(i)
    for k in range(i, end):
        thing = cast.at.get(k)
        if cast.doc[k].text in (";", ")") or (thing is not None and thing.kind == PERSON and thing is not person):
            return None
        named = thing is not None and thing.kind == BODY and cast.doc[k - 1].lower_ in _BEFORE
        if named and thing is not None and (thing.sorts or thing.name.casefold().split()[-1] not in posts):
            return thing
    return None


def _placed(cast: Cast, person: Thing, roster: Span) -> bool:
    """Whether a post in the list that names its body already tells where the person belongs."""
    here = (h for h in cast.holdings if roster.start <= h.start < roster.end)
    return any(h.body in cast.at and cast.at.get(h.person) is person for h in here if h.body is not None)


def in_brackets(context: Context) -> Iterator[Found]:
    """Where those belong who are named with it: "Anna Boyd (Rail Board) agreed"."""
    cast = context.cast
    for person in cast.of_kind(PERSON):
        for _, end in person.spans:
            body = _in_brackets(cast, end) if cast.doc[end - 1 : end + 1].text.endswith("(") else None
            if body is not None and (body.sorts or body.name.casefold().split()[-1] not in context.lexicon.post_nouns):
                token = cast.doc[end - 1]
                yield Found(person, context.roles.membership, body, Status.ASSERTED, token, RULE, SURE, Details())


def behalf(context: Context) -> Iterator[Found]:
    """For what party or committee a member speaks: "Anna Boyd, on behalf of the Green Group", not of a client."""
    cast, factions = context.cast, context.lexicon.evoking("Faction", "noun")
    for token in cast.doc[3:-1]:
        if token.lower_ != "of" or cast.doc[token.i - 2 : token.i].text.casefold() != "on behalf":
            continue
        body = cast.at.get(token.i + 1 + (token.nbor().lower_ == "the"))
        if body is None or body.kind != BODY or not named_with(body, factions):
            continue
        last = token.i - 4 if cast.doc[token.i - 3].text in (",", "(") else token.i - 3
        for i in _row_before(context, last):
            person = cast.at[i]
            yield Found(person, context.roles.membership, body, Status.ASSERTED, token, RULE, SURE, Details())


def _row_before(context: Context, last: int) -> Iterator[int]:
    """The people named in a row up to a place: "by Mr Reid, Mr Cole and Mrs Boyd, on behalf of"."""
    cast, titles, i = context.cast, context.lexicon.evoking("Title"), last
    while i >= 0 and i in cast.naming and cast.at[i].kind == PERSON:
        yield i
        person = cast.at[i]
        while cast.at.get(i) is person:
            i -= 1
        while i > 0 and (cast.doc[i].text in (",", "and", ".") or cast.doc[i].lower_ in titles):
            i -= 1


def _in_brackets(cast: Cast, bracket: int) -> Thing | None:
    """The body that alone stands in brackets; one word that the text has nowhere else ("Ind") is none."""
    body = cast.at.get(bracket + 1)
    if body is None or body.kind != BODY:
        return None
    named = [s for s, _ in body.spans if s in cast.naming]
    if " " not in body.name and all(cast.doc[s - 1].text == "(" for s in named):
        return None
    stop = next((e for s, e in body.spans if s == bracket + 1), None)
    return body if stop is not None and cast.doc[stop : stop + 1].text == ")" else None
