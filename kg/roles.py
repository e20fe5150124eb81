"""What the relations of a field mean to rules and questions, told by the ontology as ``ov:function``.

Of another field its lexicon may tell it too, as ``ovf:role``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import OntologyError
from kg.vocab import Ontology


@dataclass(frozen=True, slots=True)
class Roles:
    """Relations by what they mean; "" where a field has none.

    What follows of which (who conducts an inspection of a body inspects it), and which a rule without
    a lexical entry finds (a speaker's judgement, a list of members), is told by role alone.
    """

    writing: str = ""  # a person or body writes a report
    publishing: str = ""  # a body gives out a report
    conducting: str = ""  # an agent carries out an investigation
    ordering: str = ""  # an agent has a report or an investigation made
    matter: str = ""  # whom or what a report or an investigation is about
    outcome: str = ""  # an investigation leads to a report
    answer: str = ""  # an agent answers a report or an investigation
    censure: str = ""
    approval: str = ""
    call: str = ""  # an agent wants another to act
    penalty: str = ""
    appointment: str = ""
    removal: str = ""
    resignation: str = ""
    heading: str = ""  # a person is at the head of a body
    membership: str = ""  # a person has a post or a seat in a body
    containment: str = ""  # a body is a part of another
    succession: str = ""  # a body has replaced another
    scrutiny: frozenset[str] = frozenset()  # an agent looks into another: what the noun for an event stands for

    @property
    def making(self) -> tuple[str, str, str]:
        """By which an agent brings about a report or an investigation."""
        return (self.writing, self.publishing, self.conducting)

    @property
    def posts(self) -> tuple[str, str]:
        """The higher before the lower."""
        return (self.heading, self.membership)


_SHARED = "scrutiny"  # the role that several relations may have
_ROLES = frozenset(field.name for field in fields(Roles))


def functions(ontology: Ontology) -> list[tuple[str, str]]:
    """The relations of an ontology that have a function, with it."""
    return sorted((term.iri, term.function) for term in ontology.relations.values() if term.function)


def roles_of(ontology: Ontology) -> Roles:
    """The roles as an ontology alone tells them."""
    return read_roles(functions(ontology), Path("ontology.ttl"))


def read_roles(played: Iterable[tuple[str, str]], path: Path) -> Roles:
    """Roles from pairs of a relation and a role; raises OntologyError for one unknown or played twice."""
    single: dict[str, str] = {}
    shared: set[str] = set()
    for relation, role in played:
        if role not in _ROLES:
            raise OntologyError(
                f"{path}: {relation} has the role {role!r}, which is none of {', '.join(sorted(_ROLES))}"
            )
        if role in single:
            raise OntologyError(f"{path}: {relation} and {single[role]} both have the role {role!r}")
        if role == _SHARED:
            shared.add(relation)
        else:
            single[role] = relation
    return Roles(**single, scrutiny=frozenset(shared))
