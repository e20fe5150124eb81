"""Base forms of the lexicon's verbs that the rules of the model get wrong: "fined" is of "fine", not "fin"."""

from spacy.language import Language
from spacy.pipeline import Lemmatizer

from kg.lexicon import Lexicon

_KNOWN, _IRREGULAR = "lemma_index", "lemma_exc"
_ENDINGS = ("ed", "ing")
_DOUBLED = "bdglmnprt"


def teach_lemmas(nlp: Language, lexicon: Lexicon) -> None:
    """Make the rule lemmatizer of a model know the lexicon's verbs, and prefer them to rare ones.

    Its rules cut "-ed" before they try "-d", and so read "fined" as what was done with fins; of a verb they
    do not know, as "deregistered", they cut too little. They have no rule for "-ied" or a doubled letter
    ("decertified", "extolled"), and of two spellings take either ("instal").
    """
    lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if not isinstance(lemmatizer, Lemmatizer) or not lemmatizer.lookups.has_table(_KNOWN):
        return
    verbs = {entry.words[0] for entry in lexicon.entries if entry.pos == "verb"}
    rare = {verb[:-1] for verb in verbs if verb.endswith("e")} - verbs
    known = lemmatizer.lookups.get_table(_KNOWN)
    if "verb" in known:
        words = {verb for verb in verbs if verb.replace("-", "").isalpha()}
        known["verb"] = frozenset(known["verb"]) - rare | words
    irregular = lemmatizer.lookups.get_table(_IRREGULAR).get("verb", {})
    irregular |= {form: ours for form, bases in irregular.items() if (ours := [b for b in bases if b in verbs])}
    irregular |= {form: [verb] for verb in verbs if "-" in verb for form in (f"{verb.removesuffix('e')}ed", f"{verb}s")}
    for verb in sorted(verb for verb in verbs if verb.isalpha()):
        for form in _changed(verb):
            irregular.setdefault(form, [verb])


def _changed(verb: str) -> list[str]:
    """Forms before whose ending the verb itself changes, whether or not it is one that does."""
    if verb.endswith("y"):
        return [verb[:-1] + "ied"]
    return [verb + verb[-1] + ending for ending in _ENDINGS] if verb[-1] in _DOUBLED else []
