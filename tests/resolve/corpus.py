"""Readings by hand: who is named in a document, and what it says of them."""

from kg.gazetteer import Gazetteer, load_gazetteer
from kg.resolve import resolve
from kg.types import Claim, Details, Entity, Evidence, Mention, Reading, Referent, Resolved, Status
from kg.vocab import OV
from tests import factory

LISTED = load_gazetteer()


def named(name: str, *aliases: str, kind: str = "Organisation", **fields: object) -> Referent:
    """A referent whose id is given by the reading it is put into."""
    return Referent("", OV[kind], name, aliases, **fields)  # type: ignore[arg-type]


def person(name: str, *aliases: str, **fields: object) -> Referent:
    return named(name, *aliases, kind="Person", **fields)


def report(name: str, *aliases: str, **fields: object) -> Referent:
    return named(name, *aliases, kind="Report", **{"named": False, **fields})


def listed(name: str) -> Referent:
    """A body of the shipped list, by one of its names."""
    body = LISTED.find(name)
    assert body is not None, name
    return named(name, known=body.iri)


Fact = tuple[Referent, str, Referent]


def reading(
    document: str,
    *facts: Fact,
    status: Status = Status.ASSERTED,
    details: Details | None = None,
    said_by: Referent | None = None,
) -> Reading:
    """A document that states these facts, each in a sentence of its own."""
    speaker = [said_by] if said_by else []
    distinct = list(dict.fromkeys([*(end for s, _, o in facts for end in (s, o)), *speaker]))
    ids = {referent: f"{document}#{number}" for number, referent in enumerate(distinct)}
    referents = [_with_id(referent, ids[referent]) for referent in distinct]
    claims = [
        Claim(
            ids[subject],
            OV[predicate],
            ids[object_],
            status,
            (_evidence(document, n, ids[said_by] if said_by else None),),
            details or Details(),
        )
        for n, (subject, predicate, object_) in enumerate(facts)
    ]
    mentions = [_mention(document, r, form) for r in referents for form in (r.name, *r.aliases)]
    return Reading(factory.document(document, "Words. " * 20), tuple(referents), tuple(mentions), tuple(claims))


def _with_id(referent: Referent, number: str) -> Referent:
    return Referent(
        number,
        referent.kind,
        referent.name,
        referent.aliases,
        referent.known,
        referent.named,
        referent.classification,
        referent.details,
    )


def _evidence(document: str, n: int, said_by: str | None) -> Evidence:
    return Evidence(document, 7 * n, 7 * n + 6, 0.9, factory.RULE, said_by)


def _mention(document: str, referent: Referent, form: str) -> Mention:
    return Mention(document, 0, len(form), form, referent.kind, referent.id)


def resolved(*readings: Reading, gazetteer: Gazetteer = LISTED) -> Resolved:
    return resolve(readings, gazetteer)


def called(result: Resolved, name: str) -> list[Entity]:
    """The entities that bear a name, in the order of their IRIs."""
    return [entity for entity in result.entities if name in (entity.name, *entity.aliases)]


def count(result: Resolved, *names: str) -> int:
    """How many entities bear any of these names."""
    return len({entity for name in names for entity in called(result, name)})
