"""Walking a dependency parse: the arguments of verbs and nouns, wherever English puts them.

Arguments are logical: the subject of "X was inspected by Y" is Y. Labels are those of spaCy's English models.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from kg import attachment as hung
from kg.remembered import remembered

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})  # tags of the verb by which a line is a sentence
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "PERCENT"})
_BESIDE = frozenset({"after", "before", "during", "following", "since", "amid", "despite", "pending"})
_TIMES = frozenset({"DATE", "TIME"})
_GREAT = frozenset({"million", "billion"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})


@remembered
def is_passive(verb: Token) -> bool:
    """ "was inspected", and "inspected" after a noun or alone in a heading."""
    deps = {t.dep_ for t in verb.children}
    done_to = any(t.dep_ == "dobj" and not is_sum(t) for t in verb.children)
    active = done_to and deps & {"aux", "nsubj"}  # "has, by order, fined X", "orders a review by X"
    if deps & {"auxpass", "nsubjpass"} or ("agent" in deps and not active):
        return True
    bare = "aux" not in deps  # not "evidence that X had lied"
    return (verb.tag_ == "VBN" and verb.dep_ == "acl" and bare) or _headline_passive(verb)


def _headline_passive(verb: Token) -> bool:
    """ "Acme fined £2m by the Commission": in a heading the parser takes the participle for a past tense."""
    if verb.tag_ != "VBD" or any(
        t.dep_ in ("aux", "neg") or (t.dep_ == "dobj" and not is_sum(t)) for t in verb.children
    ):
        return False
    hosts = [verb, *(t for t in verb.rights if t.dep_ == "dobj")]  # the sum of a fine
    by = (p for h in hosts for t in h.rights if t.dep_ == "prep" and t.lower_ == "by" for p in t.children)
    return any(p.pos_ == "PROPN" and p.ent_type_ not in _MEASURES for p in by)


@remembered
def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says."""
    if is_passive(verb):
        return agents(verb)
    return surface_subjects(verb)


@remembered
def agents(verb: Token) -> list[Token]:
    """The "by" phrase of a passive."""
    found = [
        p
        for t in verb.children
        if t.dep_ in ("agent", "prep") and t.lower_ == "by"
        for p in t.children
        if p.dep_ == "pobj"
    ]
    found += [p for t in verb.children for c in t.conjuncts if c.lower_ == "by" for p in c.children if p.dep_ == "pobj"]
    if not found and verb.dep_ == "conj" and is_passive(verb.head):
        found = agents(verb.head)
    if not found and (joined := joined_bare(verb)) is not None and is_passive(joined):
        found = agents(joined)  # "was arrested and charged by X"
    if not found:  # "was ordered to pay by X", "was found wanting by X", "was held up as a model by X"
        found = [p for t in _complements(verb) for p in _after(t, "by")]
    return found or _stray_agents(verb)


def joined_bare(verb: Token) -> Token | None:
    """The verb joined to one that has nothing of its own after it: "inspected and later fined X"."""
    joined = next((t for t in verb.rights if t.dep_ == "conj"), None)
    if joined is None or any(t.dep_ in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr") for t in verb.rights):
        return None
    return joined if _shares(joined, verb) else None


def _shares(joined: Token, verb: Token) -> bool:
    """Whether nothing but "and", a comma and adverbs stand between two verbs of one form and one subject."""
    own = any(t.dep_ in (*SUBJECTS, "mark") for t in joined.lefts)
    between = (t for t in verb.doc[verb.i + 1 : joined.i] if t.dep_ not in ("cc", "advmod", "aux", "punct", "conj"))
    return joined.pos_ == "VERB" and not own and not any(between)


def _complements(verb: Token) -> list[Token]:
    """What is said of, or given to, the subject of a passive, and so may have its "by" hung on it."""
    beside = (t for t in verb.children if t.dep_ in ("xcomp", "oprd", "acomp", "dobj"))
    own = [t for t in beside if t.pos_ != "VERB" or not is_passive(t)]
    as_what = [t for t in verb.children if t.dep_ == "prep" and t.lower_ == "as"]
    return own + [p for t in as_what for p in t.children if p.dep_ in ("pobj", "amod", "pcomp")]


def _stray_agents(verb: Token) -> list[Token]:
    """ "was barred for six years by X", "was fined £2m by X": a name hung on a date, a sum or another name."""
    stray = (t for t in verb.subtree if t.lower_ == "by" and t.i > verb.i and _misplaced(t, verb))
    return [p for t in stray for p in t.children if p.dep_ == "pobj" and "PROPN" in (p.pos_, p.nbor(-1).pos_)]


def _misplaced(by: Token, verb: Token) -> bool:
    """Whether "by" hangs on a measure, or on the act its verb keeps someone from: "barred from coaching by X"."""
    if by.head.ent_type_ in _MEASURES or by.head.like_num:
        return clause_verb(by) == verb
    if by.head.dep_ == "pobj" and by.head.head.head == verb:  # "imposed on X by Y", "struck from the register by Y"
        return is_passive(verb) and by.head.head.lower_ not in _BESIDE  # "sacked after an inquiry by Y"
    over = by.head.head.head  # "barred from coaching by X", "found guilty of fraud by X"
    return is_passive(verb) and (over == verb if by.head.dep_ == "pcomp" else over.dep_ == "oprd" and over.head == verb)


@remembered
def objects(verb: Token) -> list[Token]:
    """What the verb is done to."""
    if is_passive(verb):
        return surface_subjects(verb)
    own = [t for t in verb.children if t.dep_ in ("dobj", "oprd")]
    if own and all(is_sum(t) for t in own):  # "fined X £1m"
        own = [t for t in verb.children if t.dep_ == "dative" and t.pos_ != "ADP"] or hung.hung_on_sum(own) or own
    if own:
        own += hung.also_asked(verb)
        return [t for t in own if t.tag_ not in ("WDT", "WP")] or antecedents(_clause_above(verb))
    given = [t for t in verb.children if t.dep_ == "dative" and t.pos_ in ("NOUN", "PROPN", "PRON")]
    if given:  # "fined X 3 million pounds", the sum hung on X
        return given
    if verb.dep_ == "relcl" and any(t.dep_ in SUBJECTS for t in verb.children):
        pronoun = [t for t in verb.children if t.dep_ == "dobj" and t.tag_ in ("WDT", "WP")]
        if pronoun or not any(t.dep_ in ("nsubj", "dobj") and t.tag_ in ("WDT", "WP") for t in _below(verb)):
            return antecedents(verb)
    if unseen := _of_clause_above(verb) or hung.of_small_clause(verb) or hung.of_past(verb) or _misparsed(verb):
        return unseen
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i < verb.head.i + 4:
        return objects(verb.head) if not any(t.dep_ in ("ccomp", "xcomp", "prep") for t in verb.children) else []
    return []


def _misparsed(verb: Token) -> list[Token]:
    """ "Commission fines Acme Ltd £2m", "charges Smith with fraud": an object unseen by the parser."""
    if verb.dep_ == "ROOT" and misread(verb):
        return [t for t in verb.rights if t.dep_ in ("appos", "dobj")][:1]
    if verb.dep_ == "compound" and (verb.tag_ == "VBZ" or misread(verb)):
        return [next(t for t in governors(verb) if t.dep_ != "compound")]
    odd = ("advmod", "npadvmod", "appos") if verb.tag_ == "VBZ" else ("advmod",)
    first = next((t.i for t in verb.rights if t.dep_ == "xcomp"), len(verb.doc))  # not past "wants to thank"
    return [t for t in verb.rights if t.dep_ in odd and t.pos_ == "PROPN" and t.ent_type_ != "DATE" and t.i < first]


def misread(noun: Token) -> bool:
    """Whether a plural is a verb between two names: "Ofsted rates Hill School", as the parser does not see."""
    if noun.dep_ == "ROOT" and noun.tag_ == "NNS":  # "The Department of Labor fines Acme Ltd"
        return any(t.dep_ == "nsubj" for t in noun.lefts) and noun.i + 1 < len(noun.doc) and noun.nbor().is_title
    if noun.dep_ != "compound" or noun.tag_ != "NNS" or not noun.i or not noun.is_lower or noun.is_sent_start:
        return False
    return noun.nbor(-1).pos_ == "PROPN" and noun.nbor(1).text[:1].isupper() and noun.head.i > noun.i


def is_sum(token: Token) -> bool:
    """An amount of money: "£1m", "5 million euros"."""
    if token.like_num or token.is_currency or any(t.is_currency for t in token.lefts):
        return True
    if any(t.dep_ == "nummod" and t.lower_ in _GREAT for t in token.lefts):
        return True  # "4 million crowns", of whatever money
    return token.ent_type_ in _AMOUNTS and any(t.dep_ == "nummod" for t in token.lefts)  # not "sent it 17 cases"


def controller(verb: Token) -> list[Token]:
    """ "Relied on X to audit itself": X, who is to do what an infinitive says."""
    to = next((t for t in verb.lefts if t.lower_ == "to"), None)
    return [t for t in verb.doc[to.i - 1 : to.i] if t.dep_ in ("pobj", "dobj")] if to is not None else []


@remembered
def surface_subjects(verb: Token) -> list[Token]:
    """The subject as the grammar has it: own, shared with another verb, or that of the governing clause."""
    own = [t for t in verb.children if t.dep_ in SUBJECTS]
    unseen = (t for t in verb.lefts if t.dep_ == "compound" and t.pos_ == "PROPN")  # "Ofsted rates Hill School good"
    if own := own or (list(unseen) if verb.tag_ == "VBZ" and verb.dep_ == "ROOT" else []):
        return [a for t in own for a in (antecedents(verb) if t.tag_ in ("WDT", "WP") else [t])]
    if said := hung.of_auxiliary(verb) or hung.after_source(verb) or hung.turned_round(verb):
        return said
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _of_whose(verb) or surface_subjects(hung.joined_to(verb))
    if held := _had_in_mind(verb) or hung.said_of(verb) or ([hung.described(verb)] if verb.dep_ == "acl" else []):
        return held
    if verb.dep_ == "relcl":
        return antecedents(verb)
    return _governed(verb)


def _governed(verb: Token) -> list[Token]:
    """The subject of a clause without one: whoever that of the clause above, or its object, is."""
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        bound = verb.dep_ == "xcomp" or _empty_subject(verb.head) or hung.called_to(verb)
        controlled = hung.of_second(verb) or (_controlled(verb) if bound else [])
        return controlled or surface_subjects(verb.head)
    if verb.dep_ == "xcomp" and verb.head.dep_ == "acomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(verb.head.head)  # "was quick to criticise X"
    if verb.dep_ == "pcomp":
        above = verb.head.head
        if above.dep_ == ("acomp" if verb.head.lower_ == "for" else "advmod"):  # "responsible for", "stopped short of"
            above = above.head
        return _blamed(verb) or (surface_subjects(above) if above.pos_ in ("VERB", "AUX") else [])
    return []


def _of_whose(verb: Token) -> list[Token]:
    """ "Answers to X, whose head, Y, has failed": Y's verb, which the parser joins to the first."""
    first = min((t.i for t in verb.lefts), default=verb.i)
    before = verb.doc[first - 2] if first > 1 and verb.doc[first - 1].text == "," else None
    if before is None:
        return []
    row = [before, *(t for t in governors(before) if t.dep_ in ("appos", "nsubj"))]
    return next(([t] for t in row if any(c.tag_ == "WP$" for c in t.lefts)), [])


def _empty_subject(verb: Token) -> bool:
    """ "It falls to X to decide"."""
    return any(t.lower_ == "it" and t.dep_ in SUBJECTS for t in verb.lefts)


def _blamed(verb: Token) -> list[Token]:
    """ "Criticised X for hiding it", "accused X of hiding it": X hid it; "tasked X with watching Y": X watches Y."""
    if verb.head.lower_ not in ("for", "of", "with") or verb.tag_ != "VBG":
        return []
    governor = verb.head.head
    if is_passive(governor):
        return surface_subjects(governor)
    return [t for t in governor.children if t.dep_ in ("dobj", "dative") and t.pos_ in ("NOUN", "PROPN", "PRON")]


def _controlled(verb: Token) -> list[Token]:
    """ "Asked X to resign", "called on X to resign"."""
    found = [t for t in verb.head.children if t.dep_ in ("dobj", "dative") and t.ent_type_ not in _TIMES] or [
        p
        for t in verb.head.children
        if t.dep_ == "prep" and t.lower_ in ("on", "upon", "to", "for") and t.i < verb.i
        for p in t.children
        if p.dep_ == "pobj"
    ]
    return found if found and verb.i > found[0].i else []


def _had_in_mind(verb: Token) -> list[Token]:
    """ "X has no plans to resign", "X has no intention of resigning": X, not the plans."""
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        noun = verb.head
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        noun = verb.head.head
    else:
        return []
    return surface_subjects(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ == "have" else []


def _of_clause_above(verb: Token) -> list[Token]:
    """ "X, which Y was set up to replace", where the parser hung the pronoun on "set up"."""
    above = _clause_above(verb)
    free = any(t.dep_ in ("dobj", "pobj") and t.tag_ in ("WDT", "WP") for t in above.lefts) and above is not verb
    return antecedents(above) if free else []


def _below(verb: Token) -> Iterator[Token]:
    """What hangs on a verb or on its infinitive: "wants to fine" takes the object of both."""
    return (t for one in (verb, *(c for c in verb.rights if c.dep_ == "xcomp")) for t in one.lefts)


def _clause_above(verb: Token) -> Token:
    """The verb whose complement or purpose a verb is, if it comes after it: "wants" of "wants to fine"."""
    while verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        verb = verb.head
    return verb


@remembered
def antecedents(verb: Token) -> list[Token]:
    """The noun a relative or participial clause hangs on."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ not in ("relcl", "acl"):
        return []
    return [hung.member(verb) or (hung.agreeing(verb.head, verb) if verb.dep_ == "relcl" else hung.described(verb))]


def after(token: Token, preposition: str) -> list[Token]:
    """Objects of a preposition that hangs on a word, or on its object or particle."""
    found = _after(token, preposition)
    if found:
        return found
    deeper = [t for t in token.children if t.dep_ in ("dobj", "prt", "prep", "advmod", "acomp", "attr", "oprd")]
    deeper += hung.contents(token) if preposition == "to" else []
    for child in deeper:
        found = _after(child, preposition)
        if found:
            return found
    if (
        token.pos_ in ("VERB", "AUX")
        and token.dep_ == "relcl"
        and any(t.lower_ == preposition and any(w.tag_ in ("WDT", "WP") for w in t.children) for t in token.children)
    ):
        return antecedents(token)
    return []


def after_any(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """What stands after any of some prepositions, in the order of these."""
    near = {t.lower_ for child in token.children for t in (child, *child.children)}
    return [t for p in prepositions if p in near for t in after(token, p)]


def _after(token: Token, preposition: str) -> list[Token]:
    own = [
        t
        for t in token.children
        if t.lower_ == preposition and t.dep_ in ("prep", "agent", "dative", "prt", "advmod", "mark")
    ]
    if not own:
        return []
    joined = [c for t in own for c in t.children if c.dep_ == "conj" and c.lower_ == preposition]
    joined += hung.second_of(token, preposition)
    return [
        p
        for t in (*own, *joined)  # "with X and with Y"
        for p in t.children
        if p.dep_ in ("pobj", "pcomp") and p.tag_ not in ("WDT", "WP")
    ]


@remembered
def clause_of(verb: Token) -> Token | None:
    """The verb of the clause a verb takes: "said [that] X failed", "asked X to go"."""
    return next((t for t in verb.children if t.dep_ in ("ccomp", "xcomp")), None) or hung.told_in(verb)


@remembered
def possessors(noun: Token) -> list[Token]:
    """Whose it is: of "X's expenses claims" X, though the parser hangs X on the expenses."""
    found = [t for t in noun.children if t.dep_ == "poss"] or [
        p for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "NOUN" for p in c.lefts if p.dep_ == "poss"
    ]
    return [a for t in found for a in (_whose(t) if t.tag_ == "WP$" else [t])]


def _whose(pronoun: Token) -> list[Token]:
    """What "whose" takes up: the noun its clause hangs on."""
    clause = next((t for t in governors(pronoun) if t.dep_ == "relcl"), None)
    return [clause.head] if clause is not None else []


@remembered
def coordinated(token: Token) -> list[Token]:
    """A token and what is joined to it by "and", "or", a comma."""
    out, todo = [token], [token]
    while todo:
        joined = hung.joined(todo.pop())
        out.extend(joined)
        todo.extend(joined)
    return out


def governors(token: Token) -> Iterator[Token]:
    """The token's head, its head, and so on to the root."""
    while token.head != token:
        token = token.head
        yield token


@remembered
def clause_verb(token: Token) -> Token:
    """The verb of the clause a token stands in; the root when there is none."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    for head in governors(token):
        if head.pos_ in ("VERB", "AUX"):
            return head
    return token.sent.root


def depends(token: Token, on: Token, depth: int = 4) -> bool:
    """Whether a token hangs on another, directly or through a few others."""
    for head in governors(token):
        if head == on:
            return True
        depth -= 1
        if not depth:
            return False
    return False


def phrasal(verb: Token, forms: frozenset[str]) -> bool:
    """Whether a verb, alone or with its particle, is one of these: "resign", "step down"."""
    lemma = verb.lemma_
    if lemma in forms or lemma not in _taking_particles(forms):
        return lemma in forms
    return any(f"{lemma} {t.lower_}" in forms for t in verb.children if t.dep_ in ("prt", "advmod"))


@lru_cache(maxsize=256)
def _taking_particles(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.split()[0] for form in forms if " " in form)
