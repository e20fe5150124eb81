"""How posts end: whoever was removed or resigned held a post, and holds it no longer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import named_with
from kg.grammar import (
    after,
    agents,
    coordinated,
    is_passive,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import RULES
from kg.mapper.attendance import RULE as LISTED
from kg.mapper.found import Context, Found
from kg.mapper.matching import matching
from kg.mapper.scope import long_over
from kg.mapper.status import StatusReader
from kg.mapper.story import is_bystander
from kg.phrases import called_on
from kg.types import Details, Status

_FOLLOWS = 0.9  # of the confidence of what it follows from


def terms(context: Context, status: StatusReader, facts: Iterable[Found]) -> list[Found]:
    """The facts, with posts that are over marked so, and with the posts that removals speak of."""
    facts = list(facts)
    facts.extend(_succeeded(context, status, facts))
    facts.extend(_removed_by_own(context, status, facts))
    facts.extend(_resigned(context, status, facts))
    facts.extend(_followed(context, facts))
    calls = [f for f in facts if f.relation == context.roles.call]
    facts = [fact for fact in facts if not _as_called(context, fact, calls)]
    ended = _ended(context, facts) | _removed(context, status, facts)
    led = {(f.subject.number, f.object.number) for f in facts if f.relation == context.roles.heading}
    facts = [_over(context, fact, ended) for fact in facts if not _weaker(context, fact, led)]
    return [*facts, *_posts_left(context, facts)]


def _as_called(context: Context, fact: Found, calls: list[Found]) -> bool:
    """The resignation that someone is called on to hand in: the call tells it.

    "Demanded X's resignation" speaks of it as of something known, though it has not been.
    """
    if fact.relation not in (context.roles.resignation, context.roles.removal):
        return False
    theirs = [call.token for call in calls if call.object in (fact.subject, fact.object)]
    if fact.status is Status.PROPOSED:
        return any(token.sent == fact.token.sent for token in theirs)
    return fact.token.pos_ == "NOUN" and any(token in theirs for token in fact.token.ancestors)


def _weaker(context: Context, fact: Found, led: set[tuple[int, int]]) -> bool:
    """ "Anna Boyd of the Board", "Members: Anna Boyd", of whom the text says elsewhere that she leads it."""
    after = context.cast.doc[fact.token.i + 1 : fact.token.i + 2].text
    listed = (
        after == ":"
        or fact.entry == LISTED
        or fact.token.lower_ in context.lexicon.evoking("Kin")
        or fact.token.lemma_ in {f.split()[0] for f in context.lexicon.evoking("Listing", "verb")}
    )
    member = fact.relation == context.roles.membership and (fact.token.pos_ == "ADP" or listed)
    return member and (fact.subject.number, fact.object.number) in led


def _ended(context: Context, facts: list[Found]) -> set[tuple[int, int]]:
    """Person and body, for each post that the text says someone left or lost."""
    out: set[tuple[int, int]] = set()
    for fact in facts:
        if fact.status is not Status.ASSERTED:
            continue
        if fact.relation == context.roles.resignation:
            out.add((fact.subject.number, fact.object.number))
        elif fact.relation == context.roles.removal:
            bodies = _bodies(context, facts, fact.object)
            mine = [fact.subject] if fact.subject in bodies else bodies[:1]
            out |= {(fact.object.number, body.number) for body in mine}
    return out


def _removed(context: Context, status: StatusReader, facts: list[Found]) -> set[tuple[int, int]]:
    """ "X was sacked", by nobody in particular: from the one body where X had a post."""
    out: set[tuple[int, int]] = set()
    for token in _removals(context):
        if is_passive(token) and not agents(token) and status.read(token, context.roles.removal) is Status.ASSERTED:
            for person in _people(context, surface_subjects(token)):
                bodies = _bodies(context, facts, person)
                out |= {(person.number, bodies[0].number)} if len(bodies) == 1 else set()
    return out


def _removed_by_own(context: Context, status: StatusReader, facts: list[Found]) -> Iterator[Found]:
    """ "X was suspended by the board": the board of the one body where X had a post."""
    staff = context.lexicon.evoking("Staff")
    for token in _removals(context):
        own = [t for t in subjects(token) if t.i not in context.cast.at and t.lower_ in staff]
        if not own or any(t.dep_ in ("poss", "prep") for t in own[0].children):
            continue
        said = status.read(token, context.roles.removal)
        lost = objects(token)
        lost += [t for o in lost if o.lower_ in context.lexicon.evoking("Contract") for t in possessors(o)]
        for person in _people(context, lost) if said is not None else ():
            bodies = _bodies(context, facts, person) or _bodies(context, facts, person, over=True)
            if len(bodies) == 1 and said is not None:
                yield Found(bodies[0], context.roles.removal, person, said, token, RULES + "own-board", 0.65)


def _resigned(context: Context, status: StatusReader, facts: list[Found]) -> Iterator[Found]:
    """ "She quit": the body where she had a post, when the text gives her just one."""
    verbs = context.lexicon.evoking("Quitting", "verb")
    told = {f.token.i for f in facts if f.relation == context.roles.resignation}
    for token in context.cast.doc:
        if token.pos_ != "VERB" or token.i in told or not (_quits(token, verbs) or _gives_up(context, token)):
            continue
        if called_on(token, status.calls):
            continue
        said = status.read(token, context.roles.resignation)
        if said is None:
            continue
        open_ = [f for f in facts if not (f.details.former and long_over(f.token, token))]
        left = [(person, _one_body(context, open_, person)) for person in _people(context, subjects(token))]
        for person, body in left or _heads(context, facts, subjects(token)):
            if body is not None:
                yield Found(person, context.roles.resignation, body, said, token, RULES + "resigned", 0.65)


def _succeeded(context: Context, status: StatusReader, facts: list[Found]) -> Iterator[Found]:
    """ "Moor succeeded Reid", "Reid was replaced by Moor": each has had the post that the text gives the other."""
    verbs = context.lexicon.evoking("Succession", "verb") & context.lexicon.verbs_of(context.roles.succession)
    told = {holding.verb for holding in context.cast.holdings}
    for token in (t for t in context.cast.doc if t.pos_ == "VERB" and t.lemma_ in verbs and t.i not in told):
        new = _people(context, after(token, "with") or subjects(token))
        late = _people(context, objects(token))
        said = status.read(token, context.roles.appointment) if len(new) == len(late) == 1 and new != late else None
        if said not in (Status.ASSERTED, Status.PROPOSED):
            continue
        for one, other, is_ in ((new[0], late[0], Status.ASSERTED), (late[0], new[0], said)):
            post = None if _one_body(context, facts, other) else _last_post(context, facts, one, token)
            if post is not None:
                over = Details(former=other is late[0] and said is Status.ASSERTED)
                yield Found(other, post.relation, post.object, is_, token, RULES + "succeeded", 0.7, over)


def _last_post(context: Context, facts: list[Found], person: Thing, verb: Token) -> Found | None:
    """The post in the one body that the sentence, or the one before, gives someone."""
    posts = [f for f in facts if f.subject is person and f.relation in context.roles.posts and f.token.pos_ != "ADP"]
    held = [f for f in posts if f.object.kind == BODY and f.status is Status.ASSERTED]
    here, sentences = context.cast.sentences[verb.i], context.cast.sentences
    near = [f for f in held if here - sentences[f.token.i] in (0, 1)]
    if len({f.object.number for f in near}) != 1:
        return None
    return min(near, key=lambda f: context.roles.posts.index(f.relation))


def _heads(context: Context, facts: list[Found], words: list[Token]) -> Iterator[tuple[Thing, Thing]]:
    """Of "the head of Y", "Y's director", whom no name stands beside, the one person said to have led Y; and Y.

    Who leads Y now may have come after them.
    """
    at = context.cast.at
    for noun in (t for t in words if t.i not in at and t.lower_ in context.lexicon.post_nouns):
        for body in (at[t.i] for t in (*after(noun, "of"), *possessors(noun)) if t.i in at):
            before = context.lexicon.evoking("Before")  # a predecessor went long ago
            theirs = (f for f in facts if f.relation == context.roles.heading and f.object is body)
            told = [f for f in theirs if f.token.lower_ not in before]
            led = {f.subject.number for f in told if f.details.former or any(t.lower_ == "had" for t in f.token.lefts)}
            if len(led) == 1:
                yield context.cast.things[led.pop()], body


def _followed(context: Context, facts: list[Found]) -> Iterator[Found]:
    """ "She took up her post after the retirement of X", "... following X's resignation": X left that post."""
    nouns = context.lexicon.evoking("Leaving", "noun")
    told = {f.token.i for f in facts if f.relation == context.roles.resignation}
    for token in context.cast.doc:
        if token.lower_ not in nouns or token.dep_ != "pobj" or token.head.lower_ not in _UPON or token.i in told:
            continue
        verb = token.head.head
        late = _people(context, [*possessors(token), *after(token, "of")])
        new = _people(context, surface_subjects(verb)) if verb.pos_ == "VERB" else []
        if len(late) != 1 or len(new) != 1 or new == late or not _takes_up(context, verb):
            continue
        if (body := _one_body(context, facts, new[0])) is not None:
            held = {f.relation for f in facts if f.subject is new[0] and f.object is body}
            post = next(r for r in context.roles.posts if r in held)  # which is the one that X had
            left = Found(late[0], context.roles.resignation, body, Status.ASSERTED, token, RULES + "resigned", 0.65)
            yield from (left, replace(left, relation=post, details=Details(former=True)))


_UPON = frozenset({"after", "following", "on", "upon", "since"})


def _takes_up(context: Context, verb: Token) -> bool:
    """ "Took up her post", "was appointed", "took over as chair"."""
    chosen = phrasal(verb, context.lexicon.evoking("Choosing", "verb"))
    jobs = context.lexicon.evoking("Job")
    return chosen or any(t.lower_ == "as" for t in verb.rights) or any(t.lower_ in jobs for t in objects(verb))


def _quits(token: Token, verbs: frozenset[str]) -> bool:
    return phrasal(token, verbs) and not objects(token)


def _gives_up(context: Context, token: Token) -> bool:
    """ "Handed in her notice", "gave up the post"."""
    jobs = context.lexicon.evoking("Job")
    if token.pos_ != "VERB" or token.dep_ == "amod" or not any(t.lower_ in jobs for t in objects(token)):
        return False
    entries = matching(token, context.lexicon.triggers.get((token.lemma_, "verb"), ()))
    return any(f.relation == context.roles.resignation for entry in entries for f in entry.frames)


def _one_body(context: Context, facts: list[Found], person: Thing) -> Thing | None:
    """Where someone has a post, or had: the one body they lead, else the one they are a member of."""
    for relation in context.roles.posts:
        bodies = {
            f.object.number: f.object
            for f in facts
            if f.subject is person
            and f.relation == relation
            and f.object.kind == BODY
            and f.status is Status.ASSERTED
            and f.token.pos_ != "ADP"  # "of the Freedom Party" is no post
        }
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return None


def _removals(context: Context) -> Iterator[Token]:
    """Verbs that may say it, with all their words: "gave him the boot", not "gave him a form"."""
    verbs, table = context.lexicon.verbs_of(context.roles.removal), context.lexicon.triggers
    for token in context.cast.doc:
        if token.pos_ == "VERB" and token.lemma_ in verbs:
            entries = matching(token, table.get((token.lemma_, "verb"), ()))
            if any(f.relation == context.roles.removal for entry in entries for f in entry.frames):
                yield token


def _people(context: Context, tokens: list[Token]) -> list[Thing]:
    found = [context.cast.at.get(t.i) for one in tokens for t in coordinated(one)]
    return [thing for thing in found if thing is not None and thing.kind == PERSON]


def _bodies(context: Context, facts: list[Found], person: Thing, *, over: bool = False) -> list[Thing]:
    """Where the text gives someone a post that is, or is not, already said to be over."""
    held = (f for f in facts if f.subject is person and f.relation in context.roles.posts)
    return list(dict.fromkeys(f.object for f in held if f.object.kind == BODY and f.details.former is over))


def _over(context: Context, fact: Found, ended: set[tuple[int, int]]) -> Found:
    if fact.relation not in context.roles.posts or fact.details.former:
        return fact
    if (fact.subject.number, fact.object.number) in ended or _said_over(context, fact.token):
        return replace(fact, details=replace(fact.details, former=True))
    return fact


def _said_over(context: Context, token: Token) -> bool:
    """ "once led", "used to run", "then under", "sat on it until 2019", "had charge of"."""
    former = context.lexicon.evoking("Former")
    if token.pos_ not in ("VERB", "AUX", "ADP"):
        return False
    if token.dep_ == "xcomp" and token.head.lower_ == "used":
        return True
    if token.i and token.nbor(-1).lower_ in former:
        return True
    return any(t.lower_ in former for t in token.children if t.dep_ in ("advmod", "prep", "mark"))


def _posts_left(context: Context, facts: list[Found]) -> Iterator[Found]:
    """The post someone resigned or was removed from, where nothing else in the text names it."""
    known = {(f.subject.number, f.object.number) for f in facts if f.relation in context.roles.posts}
    roles = context.roles
    placed = {person for person, _ in known}
    for fact in facts:
        if fact.status is not Status.ASSERTED or fact.relation not in (roles.resignation, roles.removal):
            continue
        person, body = (
            (fact.subject, fact.object) if fact.relation == roles.resignation else (fact.object, fact.subject)
        )
        if fact.relation == roles.removal and (person.number in placed or _disciplined(context, fact)):
            continue
        if person.kind == PERSON and body.kind == BODY and (person.number, body.number) not in known:
            known.add((person.number, body.number))
            yield replace(
                fact,
                subject=person,
                relation=_rank(context, person),
                object=body,
                entry=RULES + "post-left",
                confidence=fact.confidence * _FOLLOWS,
                details=Details(former=True),
            )


def _disciplined(context: Context, fact: Found) -> bool:
    """Whether it may be a penalty: a watchdog suspends, a disciplinary board dismisses, those who are none of its own.

    A police force suspends its men.
    """
    forces = frozenset().union(*context.lexicon.denoting("RankedBody").values())
    entries = context.lexicon.triggers.get((fact.token.lemma_, "verb"), ())
    punishes = any(f.relation == context.roles.penalty for e in entries if len(e.words) == 1 for f in e.frames)
    tries = named_with(fact.subject, context.lexicon.evoking("CourtWord") | context.lexicon.evoking("Trying"))
    watches = punishes and is_bystander(context, fact.subject)
    return (tries or watches) and not fact.subject.sorts & forces


def _rank(context: Context, person: Thing) -> str:
    """What the post of someone makes them of a body, as far as the text says: "replaced its chief executive, X"."""
    cast = context.cast
    posts = [h for h in cast.holdings if h.frames and h.body is None and cast.at.get(h.person) is person]
    heads = len(posts) == 1 and not posts[0].lesser and posts[0].frames[0].relation == context.roles.heading
    return context.roles.heading if heads else context.roles.membership
