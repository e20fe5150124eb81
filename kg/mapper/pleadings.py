"""Whose word a court paper is: "Y sued X. The complaint alleges that X hid the risks" is what Y alleges."""

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import agents, subjects
from kg.mapper.found import Context


def pleaded(context: Context, paper: Token) -> list[Thing]:
    """Who filed a complaint, told of it ("filed by Y") or before it; nobody where several did."""
    papers = context.lexicon.evoking("Pleading", "noun")
    if paper.lower_ not in papers or paper.i in context.cast.at:
        return []
    own = [t for clause in paper.children if clause.dep_ in ("acl", "relcl") for t in agents(clause)]
    filers = _agents(context, own)
    if not filers:
        before = (t for t in context.cast.doc[: paper.i] if t.lower_ in papers and t.dep_ == "dobj")
        filing = (t.head for t in before if t.head.lemma_ in context.lexicon.evoking("Filing", "verb"))
        filers = _agents(context, [one for verb in filing for one in subjects(verb)])
    return filers if len(filers) == 1 else []


def _agents(context: Context, tokens: list[Token]) -> list[Thing]:
    things = (context.cast.at.get(t.i) for t in tokens)
    return list(dict.fromkeys(t for t in things if t is not None and t.kind in (PERSON, BODY)))
