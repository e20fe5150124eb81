"""The words of names, read from ``ontology/names.ttl`` and the lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from kg.lexicon import load_lexicon
from kg.wordlists import forms, members, short_names

Phrase = tuple[str, ...]


@dataclass(frozen=True, eq=False)  # compared, and hashed, by identity: there is one
class Words:
    """Lists of words in small letters; ``titles`` and ``posts`` are phrases."""

    titles: frozenset[Phrase]
    posts: frozenset[Phrase]
    courtesy: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    particles: frozenset[str]
    post_nominals: frozenset[str]
    generations: frozenset[str]
    legal_forms: frozenset[str]
    generic: frozenset[str]
    short_for: Mapping[str, str]
    making: frozenset[str]  # IRIs of relations

    @cached_property
    def before_names(self) -> frozenset[str]:
        """The first words of titles and posts."""
        return frozenset(phrase[0] for phrase in self.titles | self.posts)

    @cached_property
    def beside_names(self) -> frozenset[str]:
        """Words in the name of an event that are not its author's."""
        return self.generic.union(*self.titles)


@cache
def load_words() -> Words:
    """The words this package comes with, read once."""
    lexicon = load_lexicon()
    return Words(
        titles=frozenset(tuple(form.split()) for form in lexicon.evoking("Title")),
        posts=frozenset(lexicon.posts),
        courtesy=forms("Courtesy"),
        feminine=forms("Feminine"),
        masculine=forms("Masculine"),
        particles=forms("Particle"),
        post_nominals=forms("PostNominal"),
        generations=forms("Generation"),
        legal_forms=forms("LegalForm"),
        generic=forms("Generic"),
        short_for=short_names(),
        making=members("Making"),
    )
