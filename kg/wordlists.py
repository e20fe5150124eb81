"""Lists of words that names are made of, read from ``ontology/names.ttl``."""

from collections.abc import Mapping
from functools import cache

from kg.vocab import SKOS, Namespace, data_path, read_facts

OVN = Namespace("https://w3id.org/oversight/names#")


@cache
def word_lists() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What the file says of each concept, by its IRI and the predicate."""
    facts = read_facts(data_path("ontology", "names.ttl"))
    return {concept: {p: tuple(values) for p, values in said.items()} for concept, said in facts.items()}


@cache
def forms(concept: str) -> frozenset[str]:
    """The words of a list, in small letters; ``concept`` is its local name."""
    return frozenset(word_lists().get(OVN[concept], {}).get(OVN.form, ()))


@cache
def given_names() -> frozenset[str]:
    """First names, whosoever bears them."""
    return forms("WomansName") | forms("MansName") | forms("GivenName")


def members(concept: str) -> frozenset[str]:
    """The IRIs that a list has as members."""
    return frozenset(word_lists().get(OVN[concept], {}).get(SKOS.member, ()))


def short_names() -> dict[str, str]:
    """Familiar given names, each with the one it stands for."""
    said = word_lists().values()
    return {form: whole for one in said for whole in one.get(OVN.shortFor, ()) for form in one.get(OVN.form, ())}
