"""Base forms of the lexicon's verbs that the rules of the model get wrong: "fined" is of "fine", not "fin"."""

from spacy.language import Language
from spacy.pipeline import Lemmatizer

from kg.lexicon import Lexicon

_KNOWN = "lemma_index"


def teach_lemmas(nlp: Language, lexicon: Lexicon) -> None:
    """Make the rule lemmatizer of a model know the lexicon's verbs, and prefer them to rare ones.

    Its rules cut "-ed" before they try "-d", and so read "fined" as what was done with fins; of a verb they
    do not know, as "deregistered", they cut too little.
    """
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if not isinstance(lemmatizer, Lemmatizer) or not lemmatizer.lookups.has_table(_KNOWN):
        return
    verbs = {entry.words[0] for entry in lexicon.entries if entry.pos == "verb"}
    rare = {verb[:-1] for verb in verbs if verb.endswith("e")} - verbs
    known = lemmatizer.lookups.get_table(_KNOWN)
    if "verb" in known:
        words = {verb for verb in verbs if verb.isalpha()}
        known["verb"] = sorted({*(verb for verb in known["verb"] if verb not in rare), *words})
