"""What the tests of the mapper read sentences with."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kg.coref import CastReader, make_coref
from kg.mapper import Mapper, load_mapper
from kg.ner import annotate
from kg.types import Claim, Document, Reading, Status
from kg.vocab import OV

TIES = frozenset({OV.leads, OV.memberOf, OV.resignsFrom, OV.appoints, OV.removes, OV.partOf, OV.succeeds})


def ties(nlp: Language, text: str) -> set[str]:
    """The posts, appointments, parts and successors of a text: "Anna Boyd leads Ofgem (former)"."""
    return claims(nlp, text, TIES)


def claims(nlp: Language, text: str, relations: frozenset[str]) -> set[str]:
    """The claims of some relations that a text makes: "Ofgem criticises Acme Ltd (denied)"."""
    reading = read(nlp, text)
    names = {r.id: r.name.removeprefix("The ").removeprefix("the ") for r in reading.referents}
    return {_line(claim, names) for claim in reading.claims if claim.predicate in relations}


def read(nlp: Language, text: str) -> Reading:
    """All that a text says."""
    document = Document(id="text", text=text, source="text.txt", sha256="", published="2024-05-01")
    [(_, doc)] = annotate(nlp, [document])
    return _mapper().read(document, with_cast(nlp, doc))


def _line(claim: Claim, names: dict[str, str]) -> str:
    relation = claim.predicate.rsplit("#", 1)[-1]
    marks = [" (former)"] if claim.details.former else []
    marks += [f" ({claim.status.value.lower()})"] if claim.status is not Status.ASSERTED else []
    return f"{names[claim.subject]} {relation} {names[claim.object]}{''.join(marks)}"


def with_cast(nlp: Language, doc: Doc) -> Doc:
    """What it names, resolved: ``doc._.kg_cast``."""
    return _reader(nlp)(doc)


@cache
def _reader(nlp: Language) -> CastReader:
    reader: CastReader = make_coref(nlp, "kg_coref")
    return reader


@cache
def _mapper() -> Mapper:
    return load_mapper()
