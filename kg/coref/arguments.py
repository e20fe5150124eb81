"""The arguments of a noun for an act or a report: whose it is, and what it is about."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.aftermath import around, before_findings, judged_after
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.coref.works import each_of, mediums_of
from kg.grammar import (
    after,
    after_any,
    clause_of,
    coordinated,
    is_passive,
    objects,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import Lexicon
from kg.vocab import OV, local_name

REPORT, INSPECTION, INQUIRY = (local_name(iri) for iri in (OV.Report, OV.Inspection, OV.Inquiry))
THEMES = ("of", "into", "on", "at", "over", "about", "against", "concerning", "regarding")
_OF_REPORTS = THEMES[1:]  # "the report of the committee" is the committee's
_OF_SITTINGS = tuple(p for p in _OF_REPORTS if p != "at")  # "the hearing at Y" is held there
_ACRONYM = 4  # letters; a longer word in capitals is shouted
_POST = frozenset({"pobj", "prep", "dobj", "xcomp", "oprd"})
_STEPS = 6  # from an event up to the verb by which someone is put in a post there
_TIMES = frozenset({"DATE", "TIME"})
_NEAR = 12  # tokens after a report in which its title may stand
_LOOSE = ("into", "against")  # of an inquiry even where other words stand between


def agents_of(cast: Cast, noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose act it is: "Y's review", "a review by Y", "the Y review", "Y carried out a review"."""
    own = any(t.lower_ == "own" for t in noun.lefts)
    if own and (found := governing_subjects(noun, lexicon)):  # "Y has begun her own review"
        return found
    whose = [t for t in possessors(noun) if t.ent_type_ not in _TIMES]
    owners = [t for t in whose if not _undergoes(cast, t, noun, lexicon)]
    owners = [*_first_owner(cast, noun), *owners] if owners else []
    others = _of_chosen(noun, lexicon) or within_words(noun, lexicon)
    makers = [*after_any(noun, ("by", "from")), *_hung_by(noun)] if not others else []
    found = [t for t in owners if _agent(cast, t) or t.tag_ == "PRP$" or t.pos_ == "NOUN"]
    makers = [one for t in makers for one in (t, *_in_post(cast, noun, t))]
    found = makers if makers and not _is_report(cast, noun) else found + makers  # "its inspection by Y" is Y's
    before = [t for t in noun.lefts if t.dep_ in ("compound", "nmod", "amod") and _agent(cast, t)]
    found += [t for t in before if not _undergoes(cast, t, noun, lexicon)]
    if noun.is_upper and len(noun) > _ACRONYM:  # "LEE SEEKS REVIEW": no verb is seen in capitals
        found = [t for t in found if t.dep_ != "compound" or _adjoins(cast, t, noun)]
    found += _doers(noun, lexicon)
    if _is_report(cast, noun):
        found += _authors(cast, noun, lexicon)
    elif noun.lower_ in lexicon.evoking("Sitting"):  # "an inquest before Y", "a hearing of Y"
        found += [t for t in after_any(noun, ("before", "of")) if _agent(cast, t)]
    else:
        found += [t for t in after(noun, "before") if _agent(cast, t)]
    if not found and not whose:  # of "Elm House had its inspection", nobody is said to have made it
        found = governing_subjects(noun, lexicon) or _placing(noun) if not _at_hand(cast, noun, lexicon) else []
        told = noun.lower_ in lexicon.evoking("Grievance", "noun")  # "after a complaint, Y looked into it": another's
        if not found and not (told or _is_report(cast, noun)):  # "speaking after the ruling, Y said"
            found = before_findings(cast, noun, lexicon)
        found = found or resting_with(noun, lexicon)
    return found + _partners(noun, lexicon)


def _first_owner(cast: Cast, noun: Token) -> list[Token]:
    """ "Ann Lee and Ali Boyd's report", which the parser takes for Ann Lee, and a report by Ali Boyd."""
    first, people = noun.head, [cast.at.get(t.i) for t in (noun.head, *possessors(noun))]
    beside = noun.dep_ == "conj" and noun.doc[noun.left_edge.i - 1].lower_ == "and" and noun.left_edge.i - 2 == first.i
    return [first] if beside and all(one is not None and one.kind == PERSON for one in people) else []


def _hung_by(noun: Token) -> list[Token]:
    """ "Orders a review by Y", "there was tabled a report by Y": the parser hangs what follows on the verb."""
    verb = noun.head
    if noun.dep_ != "dobj" or (is_passive(verb) and not any(t.dep_ == "expl" for t in verb.lefts)):
        return []
    by = (t for t in verb.rights if (t.dep_ == "agent" and t.i > noun.i) or (t.lower_ == "by" and t.i == noun.i + 1))
    return [p for t in by for p in t.children if p.dep_ == "pobj"]


def within_words(noun: Token, lexicon: Lexicon) -> bool:
    """ "Attacks on the integrity of the inquiry by Y": the attacks are Y's."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "on") else noun
    if over is noun:
        return False
    return over.lower_ in lexicon.evoking("Voiced", "noun") or within_words(over, lexicon)


def _of_chosen(noun: Token, lexicon: Lexicon) -> bool:
    """ "X was appointed head of the inquiry by Y", "chosen to chair it by Y": Y chose X."""
    choosing, current = lexicon.evoking("Choosing", "verb"), noun
    for _ in range(_STEPS):
        if current.dep_ not in _POST or (current.dep_ == "prep" and current.lower_ not in ("of", "as")):
            return False
        current = current.head
        if current.lemma_ in choosing and is_passive(current):
            return not any(t.lower_ == "by" for t in current.children)
    return False


def _adjoins(cast: Cast, name: Token, noun: Token) -> bool:
    """Whether nothing but the name stands between it and a noun."""
    return all(cast.at.get(i) is cast.at.get(name.i) for i in range(name.i, noun.i))


def _in_post(cast: Cast, noun: Token, post: Token) -> list[Token]:
    """ "A paper by the firm's director of safety, Ann Lee": the parser hangs the name on the paper."""
    if post.i in cast.at:
        return []
    return [t for t in noun.children if t.dep_ == "appos" and t.i > post.i and _agent(cast, t)]


def _doers(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """ "A review carried out by Y": not one ordered, nor one led, by Y."""
    light = lexicon.evoking("Light", "verb")
    for verb in noun.children:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and _in(verb, light) and not _paid_for(verb):
            yield from (p for t in verb.children if t.dep_ == "agent" for p in t.children if p.dep_ == "pobj")


def _paid_for(verb: Token) -> bool:
    """ "Paid for by Y": a preposition without a noun."""
    return any(t.dep_ == "prep" and t.lower_ == "for" and not list(t.children) for t in verb.children)


def resting_with(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose a power is: "oversight of X rests with Y", "falls to Y", "is a matter for Y"."""
    forms = lexicon.evoking("Resting", "verb")
    if noun.dep_ not in ("nsubj", "nsubjpass") or not any(form.split()[0] == noun.head.lemma_ for form in forms):
        return []
    ways = (form.split()[1:] for form in sorted(forms) if form.split()[0] == noun.head.lemma_)
    return [t for *between, last in ways if _stands(noun.head, between) for t in after(noun.head, last)]


def _stands(verb: Token, words: list[str]) -> bool:
    return all(any(t.lower_ == word for t in verb.subtree) for word in words)


def _authors(cast: Cast, report: Token, lexicon: Lexicon) -> Iterator[Token]:
    """ "The report of the Committee", "a report in which the Ombudsman condemned the trust"."""
    if not _of_matter(report, lexicon):
        yield from (t for t in after(report, "of") if _agent(cast, t))
    yield from writers_in(report)
    finding = (
        lexicon.evoking("Finding", "verb")
        | lexicon.evoking("Reporting", "verb")
        | lexicon.verbs_of(lexicon.roles.censure)
    )
    title = (t for t in report.doc[report.i + 1 : report.i + _NEAR] if cast.at.get(t.i) is cast.at[report.i])
    for clause in (c for word in (report, *title) for c in word.children):
        if clause.dep_ == "relcl" and clause.lemma_ in finding and _in_which(clause):
            yield from (t for t in subjects(clause) if _agent(cast, t))


def _of_matter(report: Token, lexicon: Lexicon) -> bool:
    """ "A study of the Committee" is about it, where "the report of the Committee" is the Committee's."""
    return report.lower_ in lexicon.evoking("OfMatter", "noun")


def writers_in(report: Token) -> list[Token]:
    """ "The auditors laid it bare in a report"."""
    verb = report.head.head
    if report.dep_ != "pobj" or report.head.lower_ != "in" or verb.pos_ != "VERB":
        return []
    own = any(t.lower_ in ("a", "an", "its", "their", "his", "her") for t in report.lefts)
    return [one for t in subjects(verb) for one in _past_title(report, t)] if own else []


def _past_title(report: Token, subject: Token) -> list[Token]:
    """ "In his book Dark Water, the banker A accuses X", where the parser has A be the title."""
    title = subject.left_edge.i == report.i + 1 and subject.head.i > subject.i
    return [t for t in subject.children if t.dep_ == "appos"] if title else [subject]


def _in_which(clause: Token) -> bool:
    return any(t.lower_ in ("in", "by") and any(w.lower_ == "which" for w in t.children) for t in clause.children)


def _partners(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "Led a joint inspection with A, B and C": A, B and C."""
    if not any(t.lower_ in lexicon.evoking("Joint") for t in (*noun.lefts, *noun.head.children)):
        return []
    return after(noun, "with") or (after(noun.head, "with") if noun.head.pos_ == "VERB" else [])


def _at_hand(cast: Cast, noun: Token, lexicon: Lexicon) -> bool:
    """ "Took the report to a lawyer": a report that is there already, and no verb for writing or issuing one."""
    if not _is_report(cast, noun) or not any(t.lower_ in ("the", "this", "that") for t in noun.lefts):
        return False
    making = lexicon.verbs_of(lexicon.roles.writing) | lexicon.verbs_of(lexicon.roles.publishing)
    return noun.head.pos_ == "VERB" and noun.dep_ == "dobj" and noun.head.lemma_ not in making


def governing_subjects(noun: Token, lexicon: Lexicon) -> list[Token]:
    """The subject of a verb that leaves its meaning to this noun: "Y launched an inquiry"."""
    light = lexicon.evoking("Light", "verb")
    verb = noun.head.head if noun.dep_ == "conj" else noun.head
    if any(t.dep_ == "oprd" for t in verb.rights):
        return []  # "the review was made difficult by Y"
    if verb.pos_ == "VERB" and _in(verb, light) and noun.dep_ in ("dobj", "nsubjpass", "conj"):
        return [] if _to_disclose(verb, noun, lexicon) else subjects(verb)
    for clause in noun.children:
        if clause.dep_ == "relcl" and _in(clause, light) and not _paid_for(clause) and not _of_else(clause):
            found = [t for t in subjects(clause) if t.i != noun.i]
            if found:
                return found
    return []


def _placing(noun: Token) -> list[Token]:
    """ "Y has placed X under investigation": Y."""
    verb = noun.head.head
    under = noun.dep_ == "pobj" and noun.head.lower_ == "under" and verb.pos_ == "VERB"
    placed = any(t.dep_ == "dobj" for t in verb.rights)  # not "Y came under the supervision of X"
    return subjects(verb) if under and placed and not is_passive(verb) else []


def _to_disclose(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """ "Y should publish the audit": there is one, of no matter whom."""
    known = any(t.lower_ in ("the", "this", "that") for t in noun.lefts)
    open_ = any(t.tag_ in ("MD", "TO") for t in verb.lefts)
    return known and open_ and _in(verb, lexicon.evoking("Issuing", "verb"))


def _of_else(clause: Token) -> bool:
    """ "The report, on which it is taking advice": the clause does something else."""
    return any(w.tag_ in ("WDT", "WP") for t in clause.children if t.dep_ == "prep" for w in t.children)


def themes_of(cast: Cast, noun: Token, lexicon: Lexicon) -> list[Token]:
    """What it is about: "a review of X", "opened an inquiry on Monday into X", "X faces an inquiry"."""
    sitting = noun.lower_ in lexicon.evoking("Sitting")
    of_maker = _is_report(cast, noun) and not _of_matter(noun, lexicon)
    prepositions = _OF_SITTINGS if sitting else _OF_REPORTS if of_maker else THEMES
    own = [t for one in each_of(noun, lexicon) for t in after_any(one, prepositions) if t.ent_type_ not in _TIMES]
    shown = mediums_of(cast, noun, lexicon)
    own = [t for t in own if not _at_behest(t, lexicon) and t not in shown]
    return (
        [t for t in own if t.lower_ != "own"]  # "a hearing of its own into X"
        or [t for t in _detached(cast, noun) if t not in shown]
        or _undergoing(noun, lexicon)
        or [t for t in (*possessors(noun), *noun.lefts) if _undergoes(cast, t, noun, lexicon)]
        or _equated(cast, noun, lexicon)
        or _told_of(noun)
        or judged_after(noun, lexicon, report=_is_report(cast, noun))
        or ([] if _is_report(cast, noun) else [t for t in around(noun, lexicon) if _agent(cast, t)])
        or own
    )


def _undergoes(cast: Cast, owner: Token, noun: Token, lexicon: Lexicon) -> bool:
    """ "The home's last inspection": a home, a school or a mine is inspected, and does not inspect.

    Nor does a body that nothing shows to be a public one: "Elm House's last inspection"; nor does anyone hold
    "his hearing", "her appeal".
    """
    if noun.lower_ in lexicon.evoking("Sitting"):
        who = cast.at.get(owner.i)
        return who is not None and who.kind == PERSON and not who.office
    if noun.i not in cast.at or cast.at[noun.i].kind != INSPECTION:
        return False
    inspected = lexicon.evoking("Inspectable", "noun") | lexicon.evoking("FormField", "noun")
    inspected -= lexicon.evoking("PublicOrgan") | lexicon.evoking("Ministry")
    named = cast.at.get(owner.i)
    known = named is not None and (not inspected.isdisjoint(named.nouns) or _private(named, noun))
    return known or owner.lower_ in inspected


def _private(body: Thing, noun: Token) -> bool:
    """Whether a body is of no known kind, and nothing more is said of what its inspection was of."""
    return body.kind == BODY and not (body.nouns or body.sorts or after_any(noun, THEMES))


def _at_behest(noun: Token, lexicon: Lexicon) -> bool:
    """ "Opened an inquiry on his own initiative", "at the request of X": how it came about."""
    return noun.head.lower_ in ("on", "at") and noun.lower_ in lexicon.evoking("Behest", "noun")


def _detached(cast: Cast, noun: Token) -> list[Token]:
    """ "An inquest, heard by Y, into X", "the inquiry that Y has set up into X", "gave a report on X"."""
    hosts = [t for t in noun.children if t.dep_ in ("acl", "relcl", "appos")]
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and noun.head.pos_ == "VERB":
        hosts.append(noun.head)
    if _is_report(cast, noun):
        return [t for host in hosts for t in after(host, "on") if _agent(cast, t)]
    return next((found for p in _LOOSE for host in hosts if (found := after(host, p))), [])


def _undergoing(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who "faces an inquiry", "is under investigation", "was put under it" or "was the subject of a report"."""
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in lexicon.evoking("Undergoing", "verb"):
        return subjects(head)
    if noun.dep_ != "pobj":
        return []
    if head.lower_ == "under" and not any(t.dep_ == "det" for t in noun.lefts):
        verb = head.head
        return (objects(verb) or surface_subjects(verb)) if verb.pos_ in ("VERB", "AUX") else [verb]
    subject = head.head
    if head.lower_ in ("of", "to") and subject.lower_ in lexicon.evoking("Subject", "noun"):  # "is subject to"
        at = subject.dep_ == "pobj" and subject.head.lower_ == "at"  # "is at the centre of an inquiry"
        verb = subject.head.head if at else subject.head
        return surface_subjects(verb) if at or subject.dep_ in ("attr", "acomp") else []
    return []


def _equated(cast: Cast, noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "The second report is an audit of X": what the noun it is said to be is about."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    return [t for one in noun.head.children if one.dep_ == "attr" for t in themes_of(cast, one, lexicon)]


def _told_of(noun: Token) -> list[Token]:
    """ "The film is about abuse at X"."""
    return after(noun.head, "about") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else []


def about_to(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Y is due to inspect X", "is likely to": Y; how sure it is, the status says."""
    adjective = verb.head
    planned = verb.dep_ == "xcomp" and adjective.dep_ == "acomp"
    return surface_subjects(adjective.head) if planned and adjective.lower_ in lexicon.evoking("Imminent") else []


def things(cast: Cast, tokens: list[Token]) -> list[Thing]:
    """The things tokens speak of, coordination opened, without repetition."""
    found: dict[int, Thing] = {}
    for token in tokens:
        for one in coordinated(token):
            thing = cast.at.get(one.i) or _beside(cast, one)
            if thing is not None:
                found.setdefault(thing.number, thing)
    return list(found.values())


def _beside(cast: Cast, noun: Token) -> Thing | None:
    """Who "the accountants, Hale Pereira" are."""
    named = (cast.at.get(t.i) for t in noun.children if t.dep_ == "appos")
    return next((t for t in named if t is not None and t.kind in (PERSON, BODY)), None)


def _in(verb: Token, forms: frozenset[str]) -> bool:
    """Whether a verb, alone or with its particle ("carry out"), is among these forms."""
    if verb.lemma_ in forms:
        return True
    return any(t.dep_ == "prt" and f"{verb.lemma_} {t.lower_}" in forms for t in verb.children)


def _is_report(cast: Cast, noun: Token) -> bool:
    thing = cast.at.get(noun.i)
    return thing is not None and thing.kind == REPORT


def _agent(cast: Cast, token: Token) -> bool:
    thing = cast.at.get(token.i)
    return thing is not None and thing.kind in (PERSON, BODY)


def clauses_of(verb: Token) -> list[Token]:
    """The clause a verb takes, and those joined to it: "asked why X failed and what Y knew"."""
    clause = clause_of(verb)
    return [] if clause is None else [clause, *(t for t in clause.conjuncts if t.pos_ in ("VERB", "AUX"))]


def prospective(clause: Token) -> bool:
    """ "How X can better help Y": what might be done, and not what X did."""
    asked = (t for one in (clause, *clause.conjuncts) for t in one.lefts)
    how = any(t.tag_ == "MD" for t in clause.lefts) and any(t.lower_ == "how" for t in asked)
    return how and not any(t.dep_ == "aux" and t.lower_ == "have" for t in clause.lefts)
