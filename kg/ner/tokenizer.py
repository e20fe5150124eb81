"""What the tokeniser of a model is taught: abbreviated titles, "re-elect", and that brackets make no faces."""

import re

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found,unused-ignore]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found,unused-ignore]

from kg.lexicon import PREFIXED, Lexicon

_ACRONYMS = re.compile(r"[A-Z]{3,5}-[A-Z]{3,5}")  # "DOP-OIG", the inspector of the department


def teach_tokenizer(nlp: Language, lexicon: Lexicon) -> None:
    """Make the tokeniser forget smileys, keep the full stop of the lexicon's abbreviated titles, and "re-elect" whole.

    Of the smileys it knows, "):" stands in "Ann Lee (Labour): ..." and the like. The full stop of "Supt." and of
    "Brig. Gen. Ada Marsh" ends no sentence.
    """
    stock = nlp.tokenizer
    if not isinstance(stock, Tokenizer):
        return
    rules = {form: rule for form, rule in (stock.rules or {}).items() if any(map(str.isalnum, form))}
    words = (word for form in sorted(lexicon.evoking("Title")) for word in form.split())
    titles = [word.capitalize() for word in words if word.endswith(".") and word[:-1].isalpha()]
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules | {form: [{ORTH: form}] for form in (*titles, *_prefixed(lexicon))},
        prefix_search=stock.prefix_search,
        suffix_search=stock.suffix_search,
        infix_finditer=stock.infix_finditer,
        token_match=_ACRONYMS.fullmatch,
        url_match=stock.url_match,
        faster_heuristics=stock.faster_heuristics,
    )


def _prefixed(lexicon: Lexicon) -> list[str]:
    """Forms of verbs with "re-", "co-" or "de-": cut at the hyphen, "was co-opted" reads as if "co" were the verb."""
    verbs = {e.form for e in lexicon.entries if e.pos == "verb" and PREFIXED.fullmatch(e.form)}
    nouns = {e.form.casefold() for e in lexicon.entries if e.pos == "noun"}
    bare = {form for verb in verbs - nouns for form in (verb, f"{verb}s")}
    return sorted(bare.union(*({f"{verb.removesuffix('e')}{end}" for end in ("ed", "ing")} for verb in verbs)))
