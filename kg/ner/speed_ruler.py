"""An attribute ruler that decides once for all tokens its rules cannot tell apart.

The rules of spaCy's English models look at a token's lower-case form, tag, dependency and whether it is
a space. Few forms are in a rule, so some hundred combinations cover a corpus, where stock spaCy matches
every rule at every token.
"""

import re
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_SEEN = ("LOWER", "TAG", "DEP", "IS_SPACE")
_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})
_WRITTEN = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})  # nothing of a lexeme, which other tokens share

Kind = tuple[object, ...]  # all that the rules can see of a token
Rule = tuple[int, dict[int, int]]  # its number, and the attributes it sets


class MemoRuler(AttributeRuler):
    """An AttributeRuler that keeps what its one-token rules say of each kind of token."""

    def prepare(self) -> None:
        """Sort the rules by length; to be called when they were added and ``fits`` is true of them."""
        self._one, self._more = Matcher(self.vocab), Matcher(self.vocab)
        self._words: set[str] = set()
        self._regexes: list[re.Pattern[str]] = []
        self._decided: dict[Kind, tuple[list[Rule], dict[int, int]]] = {}
        self._forms: dict[int, object] = {}
        for number, rule in enumerate(self.patterns):
            self._sort(str(number), rule["patterns"])

    def _sort(self, key: str, patterns: Any) -> None:
        for matcher, chosen in (
            (self._one, [p for p in patterns if len(p) == 1]),
            (self._more, [p for p in patterns if len(p) > 1]),
        ):
            if chosen:
                matcher.add(key, chosen)
        for token in (token for pattern in patterns if len(pattern) == 1 for token in pattern):
            self._note(token.get("LOWER", ()))

    def _note(self, test: Any) -> None:
        """Keep the words a rule asks for: it can tell these apart, and no others."""
        if isinstance(test, dict):
            self._words.update(test.get("IN", ()), test.get("NOT_IN", ()))
            self._regexes.extend(re.compile(test[name]) for name in ("REGEX",) if name in test)
        else:
            self._words.update([test] if test else [])

    def __call__(self, doc: Doc) -> Doc:
        """Write what the rules say, later ones over earlier ones."""
        longer = self._longer(doc)
        for i, kind in enumerate(self._kinds(doc)):
            rules, merged = self._decided.get(kind) or self._decide(doc, i, kind)
            if i in longer:
                merged = _merged(sorted(rules + longer[i], key=lambda rule: rule[0]))
            if merged:
                set_token_attrs(doc[i], merged)
        return doc

    def _kinds(self, doc: Doc) -> Iterator[Kind]:
        forms = self._forms
        for lower, tag, dep, space in doc.to_array(list(_SEEN)).tolist():
            form = forms.get(lower)
            yield (self._form(lower) if form is None else form, tag, dep, space)

    def _form(self, lower: int) -> object:
        """What the rules can tell of a form: the word itself if one names it, else which regexes it fits."""
        text = self.vocab.strings[lower]
        fits = tuple(bool(regex.search(text)) for regex in self._regexes)
        self._forms[lower] = form = (text, fits) if text in self._words else ("", fits)
        return form

    def _decide(self, doc: Doc, i: int, kind: Kind) -> tuple[list[Rule], dict[int, int]]:
        """Match the one-token rules at one token, for all of its kind."""
        matches = self._one(doc[i : i + 1], allow_missing=True, as_spans=False)
        numbers = sorted({int(self.vocab.strings[key]) for key, _, _ in matches})
        rules = [(number, self.attrs[number]) for number in numbers]
        self._decided[kind] = result = (rules, _merged(rules))
        return result

    def _longer(self, doc: Doc) -> dict[int, list[Rule]]:
        """Rules of more than one token, by the token that each writes to."""
        found: dict[int, list[Rule]] = {}
        for key, start, end in self._more(doc, allow_missing=True, as_spans=False):
            number = int(self.vocab.strings[key])
            index = self.indices[number]
            found.setdefault((start if index >= 0 else end) + index, []).append((number, self.attrs[number]))
        return found


def _merged(rules: list[Rule]) -> dict[int, int]:
    return {name: value for _, attributes in rules for name, value in attributes.items()}


def fits(ruler: AttributeRuler) -> bool:
    """Whether the rules look at no more than a ``Kind`` holds, and write to single tokens only."""
    rules: Any = ruler.patterns
    tokens = [token for rule in rules for pattern in rule["patterns"] for token in pattern]
    return all(map(_plain, tokens)) and all(_WRITTEN.issuperset(rule["attrs"]) for rule in rules)


def _plain(token: dict[str, Any]) -> bool:
    """Whether a token pattern has only the attributes and the tests that are understood here."""
    tests = [set(test) for test in token.values() if isinstance(test, dict)]
    return set(token) <= set(_SEEN) and all(_TESTS.issuperset(names) for names in tests)


@Language.factory("kg_attribute_ruler", assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep"])
def make_ruler(nlp: Language, name: str) -> MemoRuler:
    """Factory of a MemoRuler without rules."""
    return MemoRuler(nlp.vocab, name)


def quicken_ruler(nlp: Language) -> None:
    """Put a MemoRuler in the place of each stock ruler whose rules are of the kind it understands."""
    for name, component in nlp.pipeline:
        if type(component) is AttributeRuler and fits(component):
            ruler: Any = nlp.replace_pipe(name, "kg_attribute_ruler")
            ruler.add_patterns(component.patterns)
            ruler.prepare()
