"""What came before an inquiry and after it tells whose it is and whom it is about.

"Opened an inquiry after complaints about X", "after an inspection Y rated X inadequate".
"""

from spacy.tokens import Token

from kg.coref.cast import Cast
from kg.coref.named import PERSON
from kg.grammar import after_any, clause_of, objects, phrasal, subjects, surface_subjects
from kg.lexicon import Lexicon


def around(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who was complained of before it, or at fault in what it found."""
    return _complained_of(noun, lexicon) or _found(noun, lexicon)


def _complained_of(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "Opened an inquiry after complaints about X"."""
    words = lexicon.evoking("Grievance", "noun")
    hosts = [noun, noun.head] if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" else [noun]
    told = (t for host in hosts for t in after_any(host, ("after", "following")) if t.lower_ in words)
    return [t for one in told for t in after_any(one, ("about", "against", "over"))]


def _found(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "An inquiry by Y, which found that X had failed": X."""
    finding = lexicon.evoking("Finding", "verb")
    near = (noun, *after_any(noun, ("by",)))
    told = (t for one in near for t in one.rights if t.dep_ == "relcl" and t.lemma_ in finding)
    clauses = (clause_of(t) for t in told if any(w.lower_ == "which" for w in t.lefts))
    return [t for clause in clauses if clause is not None for t in surface_subjects(clause)]


def before_findings(cast: Cast, noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "After an inspection in May, Y rated X inadequate": who judged or punished had inspected.

    Whoever sacked someone "after an audit found it" need not have audited anything.
    """
    verb = None if _held_by_another(noun) else _verdict_after(noun, lexicon, lexicon.roles.publishing)
    if verb is None or (verb.lemma_ in lexicon.verbs_of(lexicon.roles.removal) and _of_persons(cast, objects(verb))):
        return []
    return _judges(verb) if _earns(verb, lexicon) else subjects(verb)


def _held_by_another(noun: Token) -> bool:
    """ "After an inquest, heard by Y": the parser may hang what follows on the verb."""
    follows = next((t for t in noun.doc[noun.i + 1 : noun.i + 3] if not t.is_punct), None)
    told = [t for t in (follows, *noun.rights) if t is not None and t.tag_ == "VBN"]
    return any(child.dep_ == "agent" for verb in told for child in verb.rights)


def _of_persons(cast: Cast, tokens: list[Token]) -> bool:
    return any(t.i in cast.at and cast.at[t.i].kind == PERSON for t in tokens)


def judged_after(noun: Token, lexicon: Lexicon, *, report: bool) -> list[Token]:
    """ "Y rated X inadequate after an inspection": whom its maker judged or punished.

    Someone sacked after an inquiry was looked into; a report they were sacked after may be on their employer.
    """
    verb = _verdict_after(noun, lexicon, None if report else lexicon.roles.removal)
    if verb is None:
        return []
    return surface_subjects(verb) if _earns(verb, lexicon) else objects(verb)


def _earns(verb: Token, lexicon: Lexicon) -> bool:
    """ "X drew praise from Y in an audit": the subject is judged."""
    words = {t.lower_ for t in verb.subtree if t.dep_ in ("dobj", "amod")}
    forms = (form.split() for form in lexicon.evoking("Earning", "verb"))
    return any(form[0] == verb.lemma_ and (len(form) == 1 or form[-1] in words) for form in forms)


def _judges(verb: Token) -> list[Token]:
    return [t for o in (verb, *objects(verb)) for t in after_any(o, ("from", "by"))]


def _verdict_after(noun: Token, lexicon: Lexicon, also: str | None) -> Token | None:
    """The verb of finding, judging or punishing, or of one relation more, that came after an event."""
    verb = _later(noun, lexicon)
    if verb is None or verb.pos_ != "VERB":
        return None
    roles = lexicon.roles
    dealt = [lexicon.done_by_subject(r) for r in (roles.censure, roles.approval, roles.penalty, also) if r]
    known = lexicon.evoking("Finding", "verb") | lexicon.evoking("Earning", "verb")
    return verb if any(phrasal(verb, forms) for forms in (known, *dealt)) else None


def _later(noun: Token, lexicon: Lexicon) -> Token | None:
    """What came after an event: "Y fined X after an inspection", "after an inspection found X at fault"."""
    if noun.dep_ == "pobj":
        return noun.head.head if _after(noun, lexicon) else None
    clause = noun.head
    found = noun.dep_ == "nsubj" and clause.dep_ == "advcl" and any(t.lower_ == "after" for t in clause.lefts)
    return clause.head if found and any(t.lower_ in ("a", "an") for t in noun.lefts) else None


def _after(noun: Token, lexicon: Lexicon) -> bool:
    """ "After the inspection", "in a 2019 audit", but not "during a hearing", where many speak."""
    if noun.head.lower_ in ("after", "following"):
        return True
    if noun.lower_ in lexicon.evoking("Sitting"):
        return False
    return noun.head.lower_ in ("in", "during") and any(t.lower_ in ("a", "an", "its") for t in noun.lefts)
