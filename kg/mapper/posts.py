"""Posts as claims: who leads, or is a member of, which body."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.coref.cast import Cast, Holding, Thing, only
from kg.coref.likeness import fold
from kg.coref.named import BODY, PERSON
from kg.grammar import clause_verb, objects, subjects
from kg.mapper.found import Context, Found
from kg.mapper.likely import likely_body, spoken_before
from kg.mapper.status import StatusReader
from kg.types import Details, Status

SURE, LIKELY = 0.85, 0.6
_SHORT = 3  # letters of words that tell no field: "of", "and", "the"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post is held, and as what."""

    body: Thing
    relation: str
    sure: bool = True
    former: bool = False


def posts(context: Context, status: StatusReader, framed: Iterable[Found] = ()) -> Iterator[Found]:
    """One fact for each holding whose person and body are known; ``framed``: what verbs say of posts."""
    found = [f for h in context.cast.holdings if (f := _post(context, status, h, {})) is not None]
    yield from found
    held: dict[int, Found] = {}
    said = (f for f in framed if f.relation in context.roles.posts and f.token.pos_ == "VERB")
    for fact in (*found, *said):
        held.setdefault(fact.subject.number, fact)
    told = {(f.token.i, f.subject.number) for f in found}
    counterparts = context.lexicon.evoking("Counterpart")
    for holding in context.cast.holdings:
        if holding.body is None or context.cast.doc[holding.end - 1].lower_ not in counterparts:
            continue
        if (holding.end - 1, _number(context, holding)) in told:
            continue
        late = _post(context, status, holding, held)  # "his predecessor": where he has a post that had to be guessed
        if late is not None:
            yield late


def _number(context: Context, holding: Holding) -> int | None:
    person = context.cast.at.get(holding.person)
    return None if person is None else person.number


def _post(context: Context, status: StatusReader, holding: Holding, held: Mapping[int, Found]) -> Found | None:
    cast = context.cast
    person = cast.at.get(holding.person)
    if person is None or person.kind != PERSON or not holding.frames:
        return None
    token = cast.doc[holding.end - 1]
    place = _place(context, holding, person, held)
    if place is None:
        context.refuse(token, holding.entry, _relation(context, holding), "no body for the post")
        return None
    if place.relation == context.roles.heading and _is_office(cast, holding, person):
        return None
    said = _status(context, status, holding)
    if said is None:
        context.refuse(token, holding.entry, place.relation, "asked or put as a condition, not stated")
        return None
    details = Details(role=_role(context, holding, place.relation), former=holding.former or place.former)
    sure = SURE if place.sure else LIKELY
    return Found(person, place.relation, place.body, said, token, holding.entry, sure, details)


def _is_office(cast: Cast, holding: Holding, person: Thing) -> bool:
    """ "The Leader of the Opposition", of whom nothing more is said."""
    post = cast.doc[holding.start : holding.end].text
    return all(form.startswith(post) for form in person.forms)


def _relation(context: Context, holding: Holding) -> str:
    return context.roles.membership if holding.lesser else holding.frames[0].relation


def _role(context: Context, holding: Holding, relation: str) -> str | None:
    """The words of a post; a duty that follows from one ("the commissioner for Kent") is no post, and has none."""
    return context.cast.doc[holding.start : holding.end].text if relation in context.roles.posts else None


def _status(context: Context, status: StatusReader, holding: Holding) -> Status | None:
    """Of the verb that ties a person to a post; a post in apposition is simply stated."""
    if holding.verb is None:
        return Status.ASSERTED
    verb = context.cast.doc[holding.verb]
    if _put_forward(context, status, verb):
        return Status.PROPOSED
    return status.read(verb, _relation(context, holding) if verb.lemma_ == "be" else context.roles.appointment)


def _put_forward(context: Context, status: StatusReader, word: Token) -> bool:
    """ "Nominated X as chair", "will recommend the appointment of X as chair": nobody is chair yet."""
    frames = (f for e in context.lexicon.triggers.get((word.lemma_, "verb"), ()) for f in e.frames)
    if word.pos_ == "VERB":
        return any(f.relation == context.roles.appointment and f.status is Status.PROPOSED for f in frames)
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "for" else word.head
    wanted = word.pos_ == "NOUN" and (above is not word.head or word.dep_ == "dobj")
    entering = word.lemma_ in context.lexicon.evoking("Entering", "noun")
    return wanted and entering and above.lemma_ in status.planning["verb"] | status.calls


def _place(context: Context, holding: Holding, person: Thing, held: Mapping[int, Found]) -> Place | None:
    body = context.cast.at.get(holding.body) if holding.body is not None else None
    if holding.body is None:
        likely = likely_body(context, holding, person)
        return Place(likely, _rank(context, holding, likely), sure=False) if likely is not None else None
    if body is None:
        body = _body_called(context, holding.body) or _its_body(context, holding.body)
    if body is None:
        return None
    if _either(context, holding.body) or _field(context, holding):
        return None
    if body.kind == PERSON:
        return _beside(context, holding, person, body, held)
    return Place(body, _rank(context, holding, body)) if _may_have_posts(context, body) else None


def _body_called(context: Context, i: int) -> Thing | None:
    """The council of "the council leader": the last body spoken of so called, or the one such event."""
    cast, word = context.cast, context.cast.doc[i].lower_
    if word in context.lexicon.evoking("LowerUnit"):
        return _unit_called(context, i)
    kinds = context.lexicon.denoting("Nominal").get(word, frozenset())
    called = [t for t in cast.of_kind(BODY) if word in t.nouns and t.spans and t.spans[0][0] < i]
    named = word in context.lexicon.evoking("PlaceNominal") or _is_own_name(context, i)
    kindred = () if named else cast.of_kind(BODY)  # "the county's chief"
    bodies = called or [t for t in kindred if t.sorts & kinds]
    before = [(max(s for s, _ in t.spans if s < i), t.number) for t in bodies if any(s < i for s, _ in t.spans)]
    if before:
        return cast.things[max(before)[1]]
    return only(t for t in cast.things if t.head is not None and t.head.lower_ == word)


def _is_own_name(context: Context, i: int) -> bool:
    """ "House Majority Leader Anna Boyd": of the House, not of whatever other legislature a text speaks of."""
    word, following = context.cast.doc[i : i + 2]
    capitals = word.text.istitle() and following.text.istitle()
    return capitals and word.lower_ in context.lexicon.evoking("SelfNamed")


def _unit_called(context: Context, i: int) -> Thing | None:
    """The committee of "oversight committee chairman Anna Boyd": the last one spoken of that is so called."""
    cast, doc = context.cast, context.cast.doc
    before = doc[i - 1] if i else doc[i]
    passing = context.lexicon.evoking("Interim") | context.lexicon.evoking("Former")
    own = before.pos_ in ("NOUN", "ADJ", "PROPN") and before.i not in cast.at and before.lower_ not in passing
    told = before.lower_ if own else None
    called = [t for t in cast.of_kind(BODY) if doc[i].lower_ in t.nouns and any(s < i for s, _ in t.spans)]
    called = [t for t in called if told is None or any(told in fold(form).split() for form in t.forms)]
    return max(called, key=lambda t: (max(s for s, _ in t.spans if s < i), t.number), default=None)


def _its_body(context: Context, i: int) -> Thing | None:
    """Whose "its chief executive" is, where nothing else told: the one body that the paragraph has named."""
    cast = context.cast
    if cast.doc[i].lower_ not in context.lexicon.evoking("BodyPronoun") or _of_someone(context, i):
        return None
    return only(cast.at[k] for k in spoken_before(cast, i, cast.paragraphs[i]) if cast.at[k].kind == BODY)


def _of_someone(context: Context, i: int) -> bool:
    """ "A charity regulated by the Board dismissed its treasurer": the charity's, of which no more is known."""
    cast, bodies = context.cast, context.lexicon.denoting("Nominal")
    doers = subjects(clause_verb(cast.doc[i]))
    return any(t.pos_ == "NOUN" and t.i not in cast.at and t.lower_ in bodies for t in doers)


def _field(context: Context, holding: Holding) -> bool:
    """ "Minister of Local Government", "Minister for Prisons": what a minister is for is no body."""
    doc, body = context.cast.doc, holding.body
    if body is None or not {t.lower_ for t in doc[holding.start : holding.end]} & context.lexicon.evoking(
        "Ministerial"
    ):
        return False
    start, end = context.name_at.get(body, (0, 0))
    return start == holding.end + 1 < end and doc[holding.end].lower_ in ("of", "for")


def _either(context: Context, i: int) -> bool:
    """ "Ofgem criticised Acme Ltd, and its chief executive ...": of which of the two, the text leaves open."""
    cast, doc = context.cast, context.cast.doc
    if doc[i].tag_ != "PRP$":
        return False
    if doc[i].head.dep_ == "conj" and cast.at.get(doc[i].head.head.i) is cast.at.get(i) is not None:
        return False  # "Acme Ltd and its founder"
    if _own(context, i) or _listed(context, i):
        return False
    before = (cast.at.get(k) for k in range(doc[i].sent.start, i))
    return len({t.number for t in before if t is not None and t.kind == BODY}) > 1


def _listed(context: Context, i: int) -> bool:
    """ "Ofgem criticised Acme Ltd, its chairman and its chief executive": those of Acme."""
    cast, doc = context.cast, context.cast.doc
    if i > 1 and doc[i - 1].text == "," and cast.at.get(i - 2) is cast.at.get(i) is not None:
        return True
    again = doc[i - 1].lower_ in ("and", ",")
    earlier = (k for k in range(doc[i].sent.start, i) if doc[k].lower_ == doc[i].lower_) if again else ()
    return any(cast.at.get(k) is cast.at.get(i) and not _either(context, k) for k in earlier)


def _own(context: Context, i: int) -> bool:
    """ "Acme Ltd, fined by Ofgem, sacked its chairman": who does it to one of its own."""
    cast, whose = context.cast, context.cast.at.get(i)
    verb = context.cast.doc[i].head.head
    if whose is None or verb.pos_ != "VERB" or context.cast.doc[i].head not in objects(verb):
        return False
    if verb.dep_ == "conj" and any((t := cast.at.get(o.i)) is not whose and t is not None for o in objects(verb.head)):
        return False  # "expelled Acme Ltd and suspended its chairman"
    return any(cast.at.get(t.i) is whose for t in subjects(verb))


def _rank(context: Context, holding: Holding, body: Thing) -> str:
    """A health secretary leads a department, but is a member of a government; a health minister leads hers."""
    words = [t.lower_ for t in context.cast.doc[holding.start : holding.end]]
    head = " ".join(words) in context.lexicon.evoking("Premier")
    minister = not head and words[-1] in context.lexicon.evoking("Ministerial")
    if minister and body.nouns & context.lexicon.evoking("Ministry"):
        return context.roles.membership
    if _of_rank(context, words, body):
        return context.roles.membership
    own = not holding.lesser and (_own_office(context, holding, body) or _sole(context, holding, words))
    own = own or _of_part(context, holding, words, body)
    own = own or (len(words) > 1 and _chief(context, words, body))
    heads = own or _heads_ministry(context, holding, body)
    return context.roles.heading if heads else _relation(context, holding)


def _of_rank(context: Context, post: list[str], body: Thing) -> bool:
    """ "Chief Inspector Ann Lee, Kent Police": one of many there, though the head of an inspectorate is called so."""
    forces = frozenset().union(*context.lexicon.denoting("RankedBody").values())
    ranks = context.lexicon.evoking("ForceRank")
    return bool(body.sorts & forces) and any(" ".join(post[-n:]) in ranks for n in (1, 2))


def _sole(context: Context, holding: Holding, post: list[str]) -> bool:
    """ "The manager", "took charge as manager", "Manager: X": there is but one; "a manager" is one of several."""
    before = context.cast.doc[holding.start - 1]
    label = context.cast.doc[holding.end : holding.end + 1].text == ":"
    unit = context.cast.at.get(before.i)  # "Claims Division Manager"
    part = unit is not None and before.i in context.cast.naming and unit.nouns & context.lexicon.evoking("Subunit")
    return (before.lower_ in ("the", "as") or label or bool(part)) and " ".join(post) in context.lexicon.evoking(
        "SoleHead"
    )


def _of_part(context: Context, holding: Holding, post: list[str], body: Thing) -> bool:
    """An Assistant Attorney General of a division heads the division."""
    words = [word for word in post if word not in context.lexicon.evoking("Interim")]
    heads = " ".join(words) in context.lexicon.evoking("HeadOfPart")
    return heads and not holding.lesser and not body.nouns.isdisjoint(context.lexicon.evoking("Division"))


def _chief(context: Context, post: list[str], body: Thing) -> bool:
    """The Chief Appeals Officer of an Appeals Office: a head's title, with the field that its body is for."""
    first = next((e for word in post[:2] if (e := context.lexicon.posts.get((word,)))), None)  # "HM Chief Inspector"
    heads = first is not None and any(f.relation == context.roles.heading for f in first.frames)
    named = {word for form in body.forms for word in fold(form).split()}
    return heads and any(len(word) > _SHORT and word in named for word in post[1:])


def _own_office(context: Context, holding: Holding, body: Thing) -> bool:
    """The Inspector General of an Office of Inspector General, the U.S. attorney of a U.S. Attorney's Office.

    A prosecutor of a Prosecutor's Office is one of many there.
    """
    doc, forms = context.cast.doc, [f" {fold(form)} " for form in body.forms]
    whose = " ".join(t.lower_ for t in doc[holding.start : holding.end])
    if any(f.endswith((f" of {whose} ", f" of the {whose} ")) or f" office of the {whose} " in f for f in forms):
        return True
    heads = any(f.relation == context.roles.heading for f in holding.frames)
    full = whose if heads else f"{doc[holding.start - 1].lower_} {whose}"
    return any(f" {full} office " in f for f in forms)


def _heads_ministry(context: Context, holding: Holding, body: Thing) -> bool:
    """ "Mines Minister" of the Ministry of Mines and Permitting; a "minister of state" is none of its heads."""
    words = [t.lower_ for t in context.cast.doc[holding.start : holding.end]]
    ministerial = context.lexicon.evoking("Ministerial")
    if holding.lesser or not ministerial & set(words) or words[-1] == "state" or "of state" in " ".join(words):
        return False
    if not body.nouns & context.lexicon.evoking("Portfolio"):
        return False
    several = context.cast.doc[holding.start - 1].lower_ in ("a", "an")
    if words == [context.cast.doc[holding.end - 1].lemma_.lower()] and holding.body is not None and not several:
        return True  # "the Ministry of Mines, whose minister, X, ...", "X, Secretary of the Department of Works"
    named = {word for form in body.forms for word in form.lower().replace(",", " ").split()}
    return any(word in named for word in words if len(word) > _SHORT and word not in ministerial)


def _may_have_posts(context: Context, thing: Thing) -> bool:
    return thing.kind == BODY or context.is_event(thing)


def _beside(context: Context, holding: Holding, person: Thing, other: Thing, held: Mapping[int, Found]) -> Place | None:
    """Where "her deputy", "Boyd's predecessor" has a post: where she has hers."""
    word = context.cast.doc[holding.end - 1].lower_
    if person is other or word not in context.lexicon.evoking("Counterpart"):
        return None
    same = word in context.lexicon.evoking("SamePost")
    theirs = _theirs(context, other, held, past=same)
    if theirs is None:
        return None
    body, relation, sure = theirs
    return Place(
        body,
        relation if same else _relation(context, holding),
        sure=sure,
        former=word in context.lexicon.evoking("Before"),
    )


def _theirs(context: Context, other: Thing, held: Mapping[int, Found], *, past: bool) -> tuple[Thing, str, bool] | None:
    """Where someone has a post, as what, and whether the text says so outright; ``past``: or had one."""
    for holding in context.cast.holdings:
        body = context.cast.at.get(holding.body) if holding.body is not None else None
        theirs = context.cast.at.get(holding.person) is other and holding.frames and (past or not holding.former)
        if body is not None and body.kind == BODY and theirs:
            return body, _relation(context, holding), True
    guessed = held.get(other.number)
    if guessed is None or (guessed.details.former and not past):
        return None
    return guessed.object, guessed.relation, False
