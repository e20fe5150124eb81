"""What follows from facts about reports and investigations, and who stands behind them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after, objects, possessors, surface_subjects
from kg.lexicon import RULES, Entry, Lexicon
from kg.mapper.found import Context, Found
from kg.mapper.made import RULE, Makers, bodies_of, events_of, makers_of, planned
from kg.mapper.matters import STORY
from kg.mapper.parts import looks
from kg.mapper.slots import fits
from kg.mapper.tasks import TASK, engaged, outsourced
from kg.mapper.understood import owners, understood
from kg.mapper.victims import befallen
from kg.phrases import words_near
from kg.types import Status

_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_ORDER = [Status.ASSERTED, Status.ALLEGED, Status.PROPOSED, Status.DENIED]


def close(context: Context, facts: Iterable[Found]) -> list[Found]:
    """Facts with people and bodies in the place of their reports, and the facts that follow."""
    facts = [fact for fact in outsourced(context, facts) if not _called_after(context, fact)]
    own = {(f.subject.number, f.object.number) for f in facts if f.relation == context.roles.conducting}
    facts = [_delivered(context, _ordered(context, fact, own), facts) for fact in facts]
    facts = _given_out(context, facts)
    facts += owners(context, facts)
    makers = makers_of(context, facts)
    out = [one for fact in facts for one in _with_agents(context, fact, makers)]
    out.extend(understood(context, out))
    out.extend(engaged(context, out))
    out = _settled(context, _given_out(context, _written(context, out)))
    out.extend(_follow(context, out))
    out = _done(context.roles.scrutiny, out)
    makers = makers_of(context, out)
    out = [_said_by_someone(fact, makers) for fact in out]
    verbal, roles = _told_by_verb(context, out), context.roles
    out = [f for f in out if f.relation != roles.conducting or f.object.number not in verbal]
    out = [f for f in out if f.relation != roles.matter or f.subject.number not in verbal]
    kept = [fact for fact in out if fact.subject is not fact.object and not _surname_only(context, fact)]
    kept = [fact for fact in kept if not (fact.relation == roles.answer and _own(context, fact, makers))]
    kept = [fact for fact in kept if not (_on_another(context, fact, makers) or befallen(context, fact))]
    kept = [f for f in kept if not (f.relation == roles.appointment and f.object.office and f.subject.kind == PERSON)]
    return [fact for fact in kept if not (fact.relation == roles.matter and _about_maker(fact, makers))]


def _on_another(context: Context, fact: Found, makers: Makers) -> bool:
    """ "The senators' report on the agency's failed inquiry": that inquiry did not bring it about."""
    if fact.relation != context.roles.outcome or not (mine := makers.get(fact.object.number)):
        return False
    theirs = makers.get(fact.subject.number, ())
    on = any(context.cast.at.get(t.i) is fact.subject for t in after(fact.token, "on"))
    return on and bool(theirs) and not any(maker in theirs for maker in mine)


def _told_by_verb(context: Context, facts: list[Found]) -> set[int]:
    """Events of verbs alone that single out no inquiry: "Y may look into X", "Y inspects X".

    "Y is investigating X" does, "Y will", and so does a task that someone is set, or asked to take on.
    """
    roles, doc = context.roles, context.cast.doc
    about = {f.subject.number for f in facts if f.relation == roles.matter}
    acts = [f for f in facts if f.relation == roles.conducting]
    real = {t.number for f in facts if f.entry == TASK for t in (f.subject, f.object)}
    starting = context.lexicon.evoking("Starting", "verb")
    real |= {f.object.number for f in acts if _under_way(f, starting) or (_to_come(f) and f.object.number in about)}
    events = (e for e in events_of(context) if e.number not in real)
    return {e.number for e in events if all(doc[end - 1].pos_ == "VERB" for _, end in e.spans)}


def _under_way(fact: Found, starting: Set[str]) -> bool:
    """ "Is investigating", "was investigated by", "looked into", "began to inspect", "while inspecting X, they saw"."""
    head = fact.object.head
    if head is None or fact.status is not Status.ASSERTED:
        return False
    if head.dep_ == "xcomp" and head.head.lemma_ in starting:
        return True
    finite = any(t.tag_ in ("VBZ", "VBP", "VBD") for t in head.children if t.dep_ in ("aux", "auxpass"))
    meanwhile = head.dep_ == "advcl" and head.tag_ == "VBG" and any(t.dep_ == "mark" for t in head.lefts)
    return finite or meanwhile or (head.tag_ == "VBD" and head.pos_ == "VERB")


def _to_come(fact: Found) -> bool:
    """ "Asked Y to review X", "Y will review X"."""
    head = fact.object.head
    if head is None or fact.status is not Status.PROPOSED:
        return False
    return head.dep_ == "xcomp" or any(t.dep_ == "aux" and t.lower_ in _WILL for t in head.children)


def _about_maker(fact: Found, makers: Makers) -> bool:
    """An inquiry into its own maker: a misreading, as a body that looks into itself is said to do so outright."""
    return fact.object in makers.get(fact.subject.number, ())


def _said_by_someone(fact: Found, makers: Makers) -> Found:
    """What a report says, its maker says; a report speaks for no one when its maker is not known."""
    speaker = fact.said_by
    if speaker is None or speaker.kind in (PERSON, BODY):
        return fact
    return replace(fact, said_by=next(iter(makers.get(speaker.number, ())), None))


def _surname_only(context: Context, fact: Found) -> bool:
    """ "The Jay report" does not say who Jay is; "Lady Smith's report" does."""
    person = fact.subject
    if (
        fact.relation not in (context.roles.writing, context.roles.conducting, context.roles.heading)
        or person.kind != PERSON
        or person.office
        or " " in person.name
    ):
        return False
    titles = {title.casefold() for title in context.lexicon.evoking("Title")}
    doc = context.cast.doc
    return not any(start and doc[start - 1].lower_ in titles for start, _ in person.spans)


def _ordered(context: Context, fact: Found, own: Set[tuple[int, int]]) -> Found:
    """ "The minister launched the Audit Office's inquiry": an inquiry that is another's is ordered, not made.

    One that a watchdog announces is its own: "the Ombudsman announced an inquiry into X"; so is what a body
    announces that is said to make it.
    """
    verb, roles = fact.token, context.roles
    starting = context.lexicon.evoking("Starting", "verb")
    started = fact.relation == roles.conducting and verb.lemma_ in starting
    told = fact.relation == roles.ordering and verb.lemma_ in _announcing(context.lexicon) | starting
    for noun in objects(verb) if (started or told) and verb.pos_ == "VERB" else ():
        mine = context.cast.at.get(noun.i) is fact.object
        if mine and _is_anothers(context, noun, fact.subject):
            return replace(fact, relation=roles.ordering)
        if mine and told and ((fact.subject.number, fact.object.number) in own or looks(context, fact.subject)):
            return replace(fact, relation=roles.conducting)
    return fact


def _announcing(lexicon: Lexicon) -> frozenset[str]:
    """To announce: other verbs by which an inquiry is made known order it."""
    return lexicon.evoking("Announcing", "verb") & lexicon.evoking("Reporting", "verb")


def _delivered(context: Context, fact: Found, facts: list[Found]) -> Found:
    """ "The council hired Y to review X. Their report found ...": the report is Y's, whom "their" may mean as well."""
    roles, noun = context.roles, fact.token
    written = fact.relation in (roles.publishing, roles.writing) and noun.pos_ == "NOUN"
    if not written or not any(t.tag_ == "PRP$" and t.dep_ == "poss" for t in noun.lefts):
        return fact
    last = context.cast.sentences[noun.i] - 1
    near = [f for f in facts if context.cast.sentences[f.token.i] == last and f.status is not Status.DENIED]
    hired = {f.object.number for f in near if f.relation == roles.ordering and f.subject is fact.subject}
    done = (f.subject for f in near if f.relation == roles.conducting and f.object.number in hired)
    maker = next((one for one in done if one is not fact.subject), None)
    return fact if maker is None else replace(fact, subject=maker)


def _is_anothers(context: Context, noun: Token, one: Thing) -> bool:
    """Whether a noun has a possessor that is not the one, or a watchdog's name before it."""
    at = context.cast.at
    owners = [t for t in possessors(noun) if t.tag_ != "PRP$" and t.ent_type_ not in ("DATE", "TIME")]
    before = [at[t.i] for t in noun.lefts if t.dep_ in ("compound", "nmod") and t.i in at]
    named = any(thing is not one and context.watchdogs.is_one(thing) for thing in before)
    return named or any(at.get(t.i) is not one for t in owners)


def _called_after(context: Context, fact: Found) -> bool:
    """ "The Anna Boyd inquiry", with her whole name and no title: called after whom it is about, as a rule."""
    cast, roles = context.cast, context.roles
    made = fact.object.head is not None and fact.relation in (roles.conducting, roles.heading, roles.writing)
    if not made or fact.subject.kind != PERSON:
        return False
    before = [t for t in fact.token.lefts if t.dep_ in ("compound", "nmod") and cast.at.get(t.i) is fact.subject]
    titles = {title.casefold() for title in context.lexicon.evoking("Title")}
    spans = [context.name_at[t.i] for t in before if t.i in context.name_at]
    return any(end - start > 1 and cast.doc[max(0, start - 1)].lower_ not in titles for start, end in spans)


def _own(context: Context, answer: Found, makers: Makers) -> bool:
    """An answer to a report by its maker, or by one of the maker's people: a presentation, no answer."""
    mine = makers.get(answer.object.number, ())
    return answer.subject in mine or any(body in mine for body in bodies_of(context, answer.subject))


def _written(context: Context, facts: list[Found]) -> list[Found]:
    """Who made a report that others ordered wrote it, and they publish it; a watchdog publishes its own.

    So did who is said to have written it, though it is "its report".
    """
    roles, watchdogs = context.roles, context.watchdogs
    facts = [f for f in facts if not _only_written(context, f, facts)]
    ordered = defaultdict[int, set[int]](set)
    for fact in facts:
        if fact.relation == roles.ordering:
            ordered[fact.object.number].add(fact.subject.number)
    return [
        replace(f, relation=roles.writing)
        if f.relation == roles.publishing
        and ordered[f.object.number] - {f.subject.number}
        and not watchdogs.is_one(f.subject)
        else f
        for f in facts
    ]


def _only_written(context: Context, fact: Found, facts: list[Found]) -> bool:
    """ "The panel wrote its report in a week": "its report" does not say that the panel publishes it."""
    if fact.relation != context.roles.publishing or fact.token.pos_ == "VERB":
        return False
    same = (f for f in facts if f.subject is fact.subject and f.object is fact.object)
    return any(f.relation == context.roles.writing and f.token.pos_ == "VERB" for f in same)


def _given_out(context: Context, facts: list[Found]) -> list[Found]:
    """Without a person as the author of what they only gave out: "Senator Lee released a report by the auditors"."""
    roles = context.roles
    giving = context.lexicon.verbs_of(roles.publishing)
    only = [f for f in facts if f.relation == roles.writing and f.token.lemma_ in giving and f.token.pos_ == "VERB"]
    made = {(f.object.number, f.subject.number) for f in facts if f.relation in roles.making and f not in only}
    others = {report: {maker for r, maker in made if r == report} for report, _ in made}
    theirs = {f.object.number for f in only if others.get(f.object.number, set()) - {f.subject.number}}
    return [f for f in facts if f not in only or not (f.object.number in theirs or _handed_on(context, f))]


def _handed_on(context: Context, fact: Found) -> bool:
    """ "Our report was tabled by the minister": whoever gives out what is said to be another's."""
    at, group = context.cast.at, context.lexicon.evoking("GroupPronoun")
    nouns = [n for n in (*objects(fact.token), *surface_subjects(fact.token)) if at.get(n.i) is fact.object]
    owners = [t for noun in nouns for t in possessors(noun) if t.i in at or t.lower_ in group]
    return any(at.get(t.i) is not fact.subject for t in owners)


def _settled(context: Context, facts: list[Found]) -> list[Found]:
    """What is a fact in one sentence is no mere plan in another, as far as events go."""
    roles = context.roles
    settled = _done({*roles.making, roles.matter, roles.ordering}, facts)
    plans = planned(context, settled)
    return [_planned(context, fact, plans) for fact in settled]


def _done(relations: Set[str], facts: list[Found]) -> list[Found]:
    """The facts without the plans, of some relations, that came about."""
    sure = {(f.subject.number, f.relation, f.object.number) for f in facts if f.status is Status.ASSERTED}
    return [
        f
        for f in facts
        if f.status is not Status.PROPOSED
        or f.relation not in relations
        or (f.subject.number, f.relation, f.object.number) not in sure
    ]


def _planned(context: Context, fact: Found, plans: set[int]) -> Found:
    """What a review that is only planned is about, it is to be about."""
    hoped = fact.relation == context.roles.matter and fact.subject.number in plans and fact.status is Status.ASSERTED
    return replace(fact, status=Status.PROPOSED) if hoped else fact


def _with_agents(context: Context, fact: Found, makers: Makers) -> Iterator[Found]:
    """ "The report criticises X": its maker does, and the report concerns X."""
    term = context.ontology.relations[fact.relation]
    lasting = fact.relation in context.lexicon.standing  # who watches over an inquiry is not over its maker
    subjects = _fitting(context, fact.subject, term.domain, {} if lasting else makers)
    objects = _fitting(context, fact.object, term.range, {} if lasting or _of_contents(context, fact) else makers)
    swapped = subjects != [fact.subject] or objects != [fact.object]
    for subject in subjects:
        if _only_writes(context, fact, subject):
            continue
        for object_ in objects:
            sure = fact.confidence * (0.9 if swapped else 1)
            yield replace(fact, subject=subject, object=object_, confidence=sure)
    called = fact.relation == context.roles.call  # whom a report calls on, it need not be about
    if subjects != [fact.subject] and fact.object.kind in (PERSON, BODY) and not called:
        about = context.ontology.relation(context.roles.matter)
        if fits(context, fact.subject, about.domain) and fact.status is not Status.DENIED:
            yield replace(fact, relation=context.roles.matter, confidence=fact.confidence * 0.9)


def _only_writes(context: Context, fact: Found, maker: Thing) -> bool:
    """ "A paper by two economists examines X": it is about X, whom they inspect no more than any reporter does."""
    written = fact.relation in context.roles.scrutiny and fact.subject.kind == REPORT
    return written and maker is not fact.subject and maker.kind == PERSON and not looks(context, maker)


def _of_contents(context: Context, fact: Found) -> bool:
    """ "A hearing on the report", "alarm at its findings": about what it says, not about whoever made it.

    Nor is "a report on an inspection" about the inspectors.
    """
    roles, token = context.roles, fact.token
    if fact.relation == roles.matter:
        return True
    if not fits(context, fact.object, context.ontology.relation(roles.publishing).range):
        return False
    worry = fact.relation == roles.censure and token.pos_ in ("NOUN", "ADJ") and not after(token, "of")
    return worry or fact.relation in roles.scrutiny


def _fitting(context: Context, thing: Thing, allowed: frozenset[str], makers: Makers) -> list[Thing]:
    if fits(context, thing, allowed):
        return [thing]
    return [m for m in dict.fromkeys(makers.get(thing.number, ())) if fits(context, m, allowed)]


def _follow(context: Context, facts: list[Found]) -> Iterator[Found]:
    """Who conducts an inspection that concerns a body inspects that body; so does its head, where no one else does."""
    made, heading = context.roles.making, context.roles.heading
    about: dict[int, list[Found]] = defaultdict(list)
    for fact in facts:
        if fact.relation == context.roles.matter and fact.object.kind in (PERSON, BODY):
            about[fact.subject.number].append(fact)
    looked = (f for f in facts if f.relation in context.roles.scrutiny and f.status is Status.ASSERTED)
    told = {(f.subject, f.object, f.token.i) for f in looked}
    others = {f.object.number for f in facts if f.relation in made}
    for act in facts:
        if act.relation not in made and (act.relation != heading or act.object.number in others):
            continue
        relation = _act(context, act.object)
        if relation is None:
            continue
        for matter in about[act.object.number]:
            if matter.entry == STORY or (matter.entry == RULE and (act.entry == RULE or act.relation == heading)):
                continue  # where both ends are only understood nobody is said to look into anyone; nor is a head
            if (act.subject, matter.object, matter.token.i) in told:
                continue  # "examined Y's conduct" has told already that Y is investigated
            worse = max((act.status, matter.status), key=_ORDER.index)
            sure = min(act.confidence, matter.confidence) * 0.95
            yield Found(act.subject, relation, matter.object, worse, matter.token, RULES + "conducts", sure)


def _act(context: Context, event: Thing) -> str | None:
    """The relation between agents that the noun for an event stands for: inspects for an inspection."""
    head = event.head
    if head is None:
        return None
    pos = "verb" if head.pos_ == "VERB" else "noun"
    for word in (head.lower_, head.lemma_.lower()):
        for entry in context.lexicon.triggers.get((word, pos), ()):
            if words_near(head, entry.words[1:]) if pos == "verb" else _ends(entry, event):
                relation = next((f.relation for f in entry.frames if f.relation in context.roles.scrutiny), None)
                if relation is not None:
                    return relation
    return None


def _ends(entry: Entry, event: Thing) -> bool:
    """Whether the words of an entry stand at the end of the noun phrase: "audit report", not "report"."""
    assert event.head is not None
    words = event.head.doc[max(0, event.head.i - len(entry.words) + 1) : event.head.i]
    return [t.lower_ for t in words] == list(entry.words[:-1])
