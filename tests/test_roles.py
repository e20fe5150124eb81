from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.lexicon import load_lexicon
from kg.roles import Roles, read_roles
from kg.vocab import OWL, load_ontology

HERE = Path("my-lexicon.ttl")


def test_every_role_of_the_vocabulary_is_played() -> None:
    roles = load_lexicon().roles
    assert [name for name in Roles.__dataclass_fields__ if not getattr(roles, name)] == []
    assert {*roles.making, *roles.posts, *roles.scrutiny} <= load_ontology().relations.keys()


def test_a_lexicon_of_another_field_plays_the_roles_it_has() -> None:
    roles = read_roles([("https://example.org/leads", "heading")], HERE)
    assert roles.posts == ("https://example.org/leads", "")
    assert roles.scrutiny == frozenset()


def test_several_relations_may_be_scrutiny() -> None:
    assert read_roles([("a", "scrutiny"), ("b", "scrutiny")], HERE).scrutiny == {"a", "b"}


@pytest.mark.parametrize(
    ("played", "message"),
    [
        ([("a", "boss")], "my-lexicon.ttl: a has the role 'boss', which is none of answer, appointment"),
        ([("a", "call"), ("b", "call")], "my-lexicon.ttl: b and a both have the role 'call'"),
    ],
)
def test_a_role_unknown_or_played_twice_is_an_error(played: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read_roles(played, HERE)


def test_a_role_nobody_plays_holds_between_nothing() -> None:
    ontology = load_ontology()
    nobody = ontology.relation(Roles().censure)
    assert nobody.domain == nobody.range == {OWL.Nothing}
    assert not any(ontology.fits(kind, nobody.domain) for kind in ontology.classes)
