"""The ordinary words of the language, as the model's lemmatiser lists them."""

from collections.abc import Iterable

from spacy.language import Language

_STEM = 5  # letters of a root
_PARTS = ("noun", "adj", "verb")
_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ing", ""))
_DOUBLED = (("lled", "l"), ("lling", "l"))  # as in Britain: "levelling"


class Dictionary:
    """Tells ordinary words from what can only be a name: "care" from "Sachs".

    The list has some famous names too ("London", "Kennedy"), so only a word it lacks says much.
    """

    def __init__(self, nlp: Language) -> None:
        self._words: frozenset[str] = frozenset().union(*_lists(nlp))

    def has(self, word: str) -> bool:
        """Whether a word, in lower case, or what it is inflected from is an ordinary one."""
        return any(
            word.endswith(end) and word[: len(word) - len(end)] + base in self._words
            for end, base in _ENDINGS + _DOUBLED
        )


def stems(words: Iterable[str]) -> set[str]:
    """Words as far as others of the same root share them: "election", "electoral"."""
    return {word[:_STEM] for word in words}


def _lists(nlp: Language) -> list[set[str]]:
    """The lemmatiser's lists; none if the model has no such lemmatiser."""
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return []
    index = lookups.get_table("lemma_index")
    return [set(index[part]) for part in _PARTS if part in index]
