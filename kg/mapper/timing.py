"""When reports came out and investigations began and ended, and how far an investigation has come."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing
from kg.grammar import clause_verb
from kg.lexicon import Lexicon
from kg.mapper.details import dates_of
from kg.vocab import DCTERMS, OV, PROV

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_STAGES = (  # concept of the verb, the stage it tells of; the furthest stage told of counts
    ("Announcing", "announced"),
    ("Ending", "concluded"),
    ("Dropping", "dropped"),
)


def timing(lexicon: Lexicon, event: Thing) -> tuple[tuple[str, str], ...]:
    """Property and lexical form of each date, as exact as the words, and of the stage.

    "The inquiry, opened in May 2019, closed last year" has a beginning, an end, and is concluded.
    """
    if event.head is None:
        return ()
    verbs = list(_verbs(event.head, event.spans))
    if event.kind == REPORT:
        return tuple((DCTERMS.issued, when) for when in _dates(lexicon, verbs, "Issuing")[:1])
    out = [(PROV.startedAtTime, when) for when in _dates(lexicon, verbs, "Starting")[:1]]
    out += [(PROV.endedAtTime, when) for when in _dates(lexicon, verbs, "Ending")[:1]]
    told = [stage for concept, stage in _STAGES if any(_says(lexicon, verb, concept) for verb in verbs)]
    if not told and any(_going_on(verb) for verb in verbs if verb.i in {s for s, _ in event.spans}):
        told = ["under way"]
    return (*out, *((OV.stage, stage) for stage in told[-1:]))


def _verbs(head: Token, spans: Iterable[tuple[int, int]]) -> list[Token]:
    """The verbs that say something of the event as a fact: not "will begin", nor "has not begun"."""
    found = []
    for _, end in spans:
        token = head.doc[end - 1]
        if token.pos_ == "VERB":
            found.append(token)
        elif token.dep_ in _ARGUMENTS and token.head.pos_ == "VERB":
            found.append(token.head)
        found += [t for t in token.children if t.dep_ in ("acl", "relcl") and t.tag_ in ("VBN", "VBD")]
    return [verb for verb in found if not _unsure(verb)]


def _unsure(verb: Token) -> bool:
    if any(t.tag_ == "MD" or t.dep_ in ("neg", "mark") for t in verb.children):
        return True
    return verb.tag_ == "VB" and clause_verb(verb.head) != verb


def _says(lexicon: Lexicon, verb: Token, concept: str) -> bool:
    forms = lexicon.evoking(concept, "verb")
    return verb.lemma_ in forms or any(t.dep_ == "prt" and f"{verb.lemma_} {t.lower_}" in forms for t in verb.children)


def _dates(lexicon: Lexicon, verbs: list[Token], concept: str) -> list[str]:
    """Points in time that stand with a verb of the concept, in the order of the text."""
    ranges = [dates_of(verb) for verb in verbs if _says(lexicon, verb, concept)]
    return [first for first, last in ranges if first is not None and first == last]


def _going_on(verb: Token) -> bool:
    """ "Is investigating"."""
    return verb.tag_ == "VBG" and any(t.lemma_ == "be" and t.tag_ in ("VBZ", "VBP") for t in verb.children)
