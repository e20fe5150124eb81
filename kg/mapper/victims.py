"""Who comes up in an inquiry without being looked into: whoever it befell, and whoever complained.

"Y is investigating the death of X", "X's complaint about Z", "whether X was beaten": not what X did, but what
those did who are named as doing it, or as having charge of X.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.named import PERSON
from kg.grammar import after, after_any, agents, is_passive, objects, possessors
from kg.lexicon import Lexicon
from kg.mapper.found import Context, Found

_NAME = frozenset({"compound", "nmod", "flat"})
_BY = frozenset({"by", "from"})
_UPON = frozenset({"on", "against", "to", "towards"})


def befallen(context: Context, fact: Found) -> bool:
    """Whether all that the sentence says of someone is what was done to them, or that they complained."""
    roles = context.roles
    if fact.relation not in roles.scrutiny and fact.relation != roles.matter:
        return False
    near = list(_mentions(context, fact))
    if bool(near) and all(_complaining(context, t) for t in near):
        return True
    suffering = fact.relation in roles.scrutiny and fact.object.kind == PERSON
    return suffering and bool(near) and all(_suffering(context, t) for t in near)


def _mentions(context: Context, fact: Found) -> Iterator[Token]:
    """The words of the sentence that speak of the object, each name by what it hangs on; else its pronouns."""
    mine = [t for t in fact.token.sent if context.cast.at.get(t.i) is fact.object]
    for token in [t for t in mine if t.pos_ != "PRON"] or mine:
        while token.dep_ == "appos" or (token.dep_ in _NAME and context.cast.at.get(token.head.i) is fact.object):
            token = token.head  # "the journalist Anna Boyd"
        yield token


def _complaining(context: Context, token: Token) -> bool:
    """ "Boyd's complaint about X", "allegations by Boyd that X lied"; not "allegations of fraud by Boyd"."""
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ in _BY else token.head
    said = token.dep_ == "poss" or (noun is not token.head and not any(t.lower_ == "of" for t in noun.rights))
    that = any(t.lower_ == "that" and t.i > token.i for t in noun.subtree)
    claim = that and noun.lemma_ in context.lexicon.evoking("Voiced", "noun")
    return said and (claim or noun.lemma_ in context.lexicon.evoking("Grievance", "noun"))


def _suffering(context: Context, token: Token) -> bool:
    """ "The death of Boyd", "Boyd's arrest", "an attack on Boyd", "whether Boyd was beaten by guards"."""
    lexicon, head = context.lexicon, token.head
    befalling = lexicon.evoking("Befalling", "noun")
    if token.dep_ in ("poss", *_NAME):  # "the Boyd case"
        own = any(t.lower_ in ("of", *_UPON) for t in head.rights)  # "Boyd's treatment of her staff"
        return head.lower_ in lexicon.evoking("Affair", "noun") or (head.lower_ in befalling and not own)
    if token.dep_ == "pobj":
        harm = befalling if head.lower_ == "of" else lexicon.evoking("Harm", "noun")
        return head.lower_ in ("of", *_UPON) and head.head.lower_ in harm
    return token.dep_ in ("nsubj", "nsubjpass") and _endured(head)


def _endured(verb: Token) -> bool:
    """ "How she came to be deported", "whether she was beaten by guards", but not "whether she was involved"."""
    clause = next((t for t in verb.children if t.dep_ in ("xcomp", "advcl")), verb)
    how = any(t.lower_ in ("how", "why") for t in verb.lefts)
    return verb.dep_ in ("ccomp", "advcl", "pcomp") and is_passive(clause) and (how or bool(agents(clause)))


def culprits(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Is investigating the shooting of Boyd by X": X, who did it."""
    befalling = lexicon.evoking("Befalling", "noun")
    return [t for noun in _done(verb) if noun.lower_ in befalling for t in after(noun, "by")]


def scenes(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Is investigating the death of Boyd at X", "in the custody of X": X, who had charge of her."""
    befalling = lexicon.evoking("Befalling", "noun")
    places = [t for noun in _done(verb) if noun.lower_ in befalling for t in _within(noun)]
    keeping = (w for t in places if t.lower_ in befalling for w in (*after(t, "of"), *possessors(t)))
    return [*places, *keeping]


def _done(verb: Token) -> list[Token]:
    return [*objects(verb), *after(verb, "into")]


def _within(noun: Token) -> list[Token]:
    """Where it happened, said after the noun or after the one to whom it happened."""
    hosts = (noun, *after(noun, "of"))
    return [t for host in hosts for t in after_any(host, ("at", "in"))]
