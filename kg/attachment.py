"""Clauses that the parser hangs on another word than a reader does."""

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


def called_to(verb: Token) -> bool:
    """ "Called on X to act", "prevailed upon X to go": right after the verb, and someone by name; no "on Monday"."""
    on = verb.head.nbor() if verb.head.i + 1 < len(verb.doc) else verb
    whom = [p for p in on.children if p.dep_ == "pobj"] if on.lower_ in ("on", "upon") else []
    infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.lefts)
    return infinitive and any(p.pos_ in ("PROPN", "PRON") and p.ent_type_ not in ("DATE", "TIME") for p in whom)


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
