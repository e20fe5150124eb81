"""Clauses that the parser hangs on another word than a reader does."""

from collections.abc import Iterator

from spacy.tokens import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X", "ADJ", "NUM"})


def said_of(verb: Token) -> list[Token]:
    """ "Thanked the committee, chaired by Y, for its report": the noun right before, wherever the parser hung it."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    if any(t.dep_ in ("aux", "auxpass", "mark") for t in verb.children):
        return []
    noun = verb.nbor(-2)
    return [noun] if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in ("DATE", "TIME") else []


def of_auxiliary(verb: Token) -> list[Token]:
    """ "The bank (RB) has, by an order of May, fined X": the parser makes the bank the subject of "has" alone."""
    return [s for t in verb.lefts if t.dep_ == "aux" for s in t.lefts if s.dep_ == "nsubj"]


def member(clause: Token) -> Token | None:
    """ "X of the Ys, who wants ...": the person, where the parser hung the clause on their body."""
    noun, link = clause.head, clause.head.head
    if clause.dep_ != "relcl" or noun.dep_ != "pobj" or link.dep_ != "prep" or link.lower_ not in ("of", "from", "at"):
        return None
    who = any(t.lower_ == "who" for t in clause.children if t.dep_ in ("nsubj", "nsubjpass"))
    of_one = noun.ent_type_ != "PERSON" and link.head.ent_type_ == "PERSON"
    return link.head if who and of_one else None


def described(clause: Token) -> Token:
    """ "The owner of Acme fined by X", "an inspection of Acme held in May": the owner, the inspection."""
    noun, link = clause.head, clause.head.head
    plain = noun.pos_ == "PROPN" and not any(t.dep_ == "det" for t in noun.lefts)
    common = link.head.pos_ == "NOUN" or (link.head.pos_ == "PROPN" and not link.head.ent_type_)  # "Owner of Acme ..."
    of_name = plain and common and noun.dep_ == "pobj" and link.lower_ in ("of", "from", "at")
    return link.head if of_name and clause.tag_ == "VBN" and clause.nbor(-1) == noun else noun


def called_to(verb: Token) -> bool:
    """ "Called on X to act", "prevailed upon X to go": right after the verb, and someone by name; no "on Monday"."""
    on = verb.head.nbor() if verb.head.i + 1 < len(verb.doc) else verb
    whom = [p for p in on.children if p.dep_ == "pobj"] if on.lower_ in ("on", "upon") else []
    infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.lefts)
    return infinitive and any(p.pos_ in ("PROPN", "PRON") and p.ent_type_ not in ("DATE", "TIME") for p in whom)


def hung_on_sum(sums: list[Token]) -> list[Token]:
    """ "Fined Acme 14 million euros": the parser takes the name for a part of the sum."""
    return [t for one in sums for t in one.lefts if t.pos_ == "PROPN" and t.dep_ in ("nmod", "compound", "poss")]


def agreeing(noun: Token, verb: Token) -> Token:
    """Of "members of the board that has met" the board, though the parser has the clause hang on the members."""
    pronoun = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ in ("WDT", "WP")), None)
    if pronoun is None or noun.tag_ not in ("NNS", "NNPS") or not singular(verb):
        return noun
    inner = [p for t in noun.rights if t.dep_ == "prep" and t.i < pronoun.i for p in t.children if p.dep_ == "pobj"]
    return inner[-1] if inner and inner[-1].i < pronoun.i and inner[-1].tag_ not in ("NNS", "NNPS") else noun


def singular(verb: Token) -> bool:
    """Whether a verb, or the first of those that help it, is singular: "has been examining"."""
    first = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return first.tag_ == "VBZ"


def of_small_clause(verb: Token) -> list[Token]:
    """ "holds him responsible", "considers X unfit": the parser makes a clause of X and what is said of it."""
    bare = (t for t in verb.children if t.dep_ == "ccomp" and t.pos_ == "ADJ" and t.i > verb.i)
    subject = [s for t in bare for s in t.children if s.dep_ == "nsubj"]
    return subject if subject and not any(t.dep_ in ("mark", "cop", "aux") for t in subject[0].head.children) else []


def of_past(verb: Token) -> list[Token]:
    """ "The court jailed businessman Tom Dale", which the parser reads as "jailed businessman": Tom Dale."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "amod" or not any(t.dep_ == "nsubj" for t in verb.lefts):
        return []
    noun = verb.head
    while noun.dep_ == "compound":
        noun = noun.head
    return [noun]


def contents(verb: Token) -> list[Token]:
    """ "Sent a file of evidence to X": the evidence, on which the parser hangs "to X"."""
    return [
        p
        for noun in verb.rights
        if noun.dep_ == "dobj"
        for of in noun.rights
        if of.lower_ == "of"
        for p in of.children
        if p.dep_ == "pobj"
    ]


def second_of(verb: Token, preposition: str) -> list[Token]:
    """The second "on" of "called on X to act and on Y to answer", that the parser hangs on the first infinitive."""
    return [
        t
        for act in verb.rights
        if act.dep_ == "xcomp" and act.tag_ == "VB"
        for t in (*act.rights, *(p for noun in act.rights for p in noun.rights))
        if t.dep_ in ("prep", "conj") and t.lower_ == preposition and _joins(t) and any(_to_act(p) for p in t.children)
    ]


def of_second(act: Token) -> list[Token]:
    """Y of "called on X to act and on Y to answer", of the verb that says what Y is to do."""
    to = next((t for t in act.lefts if t.dep_ == "aux" and t.lower_ == "to"), None)
    before = to.nbor(-1) if to is not None and to.i else None
    while before is not None and before.dep_ in ("appos", "conj", "punct") and before.head.i < before.i:
        before = before.head
    if before is None or before.dep_ != "pobj" or not _joins(before.head) or before.head.head.tag_ != "VB":
        return []
    return [before]


def _joins(word: Token) -> bool:
    return word.i > 0 and word.nbor(-1).lower_ in ("and", "while", "but")


def _to_act(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "to"


def also_asked(verb: Token) -> list[Token]:
    """ "Urged X to act and Y to answer": Y, whose infinitive the parser joins to the verb itself."""
    acts = (t for t in verb.rights if t.dep_ == "conj" and t.tag_ == "VB")
    return [s for t in acts if any(a.lower_ == "to" for a in t.lefts) for s in t.lefts if s.dep_ == "nsubj"]


def told_in(verb: Token) -> Token | None:
    """ "complained in a letter that X failed": the parser hangs the clause on the letter."""
    nouns = [p for t in verb.rights if t.dep_ == "prep" for p in t.children if p.dep_ == "pobj"]
    clauses = (c for noun in nouns for c in noun.children if c.dep_ in ("relcl", "acl"))
    return next((c for c in clauses if after_that(c)), None)


def after_that(clause: Token) -> bool:
    """Whether a clause begins with the conjunction: "that X failed"; not with the pronoun of "the plan that failed"."""
    return any(t.dep_ == "mark" and t.lower_ == "that" for t in clause.lefts)


def outer_nouns(clause: Token) -> Iterator[Token]:
    """The nouns around the one a participle hangs on, "an inquiry into the death of X, chaired by Y", and the last."""
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or clause.i < 2 or clause.nbor(-1).text != ",":
        return
    noun = clause.head
    if clause.nbor(-2).pos_ in ("NOUN", "PROPN") and clause.nbor(-2) != noun:
        yield clause.nbor(-2)  # "a report by the Ports Committee, chaired by Y"
    while noun.dep_ in ("pobj", "prep", "poss", "appos", "compound"):
        noun = noun.head
        if noun.pos_ in ("NOUN", "PROPN"):
            yield noun


def turned_round(verb: Token) -> list[Token]:
    """ "Overseeing X is Y", "also criticised by X was Y": Y."""
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and verb.head.lemma_ == "be" and verb.i < verb.head.i:
        return [t for t in verb.head.rights if t.dep_ == "attr" and not verb.head.text[:1].isupper()]
    late = [t for t in verb.rights if t.dep_ == "auxpass"] if verb.tag_ == "VBN" else []
    return [a for t in late for a in (*t.rights, *verb.rights) if a.dep_ in ("attr", "nsubjpass") and a.i > t.i]


def after_source(verb: Token) -> list[Token]:
    """ "According to X, Y failed": the parser takes Y for another name of X."""
    named = [p for t in verb.lefts if t.lower_ == "according" for to in t.children for p in to.children]
    return [a for p in named if p.dep_ == "pobj" for a in p.children if a.dep_ == "appos"]


def joined_to(verb: Token) -> Token:
    """ "It finds that X put profit first and criticises Y": the verb of its own tense, though "put" is nearer."""
    told = verb.head
    outer = told.head
    if told.dep_ == "ccomp" and told.i > outer.i and _past(told) is not _past(verb) is _past(outer) is not None:
        return outer
    return told


def joined(noun: Token) -> list[Token]:
    """What "and", "or" or a comma joins to a noun."""
    beside = (t for t in noun.children if t.dep_ == "conj" and t.pos_ in _NOMINAL)
    return [t for t in beside if not _named_in_clause(noun, t)]


def _named_in_clause(noun: Token, joined: Token) -> bool:
    """ "Chaired by X, who is helped by two assessors, Y and Z": the parser joins Y to X."""
    before = joined.left_edge.i
    clause = any(t.dep_ == "relcl" and noun.i < t.i < before for t in noun.children)
    return clause and joined.doc[before - 1].text == "," and joined.doc[before - 2].tag_ == "NNS"


def _past(verb: Token) -> bool | None:
    """The tense of a verb, or of the first that helps it."""
    first = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), verb)
    return {"VBD": True, "VBZ": False, "VBP": False}.get(first.tag_)
