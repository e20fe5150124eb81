"""What a claim keeps beside its terms: when, how much, what grade, and the words of what was said."""

import itertools
import re

from spacy.tokens import Span, Token

from kg.grammar import clause_verb, depends
from kg.lexicon import Lexicon
from kg.types import Details

LONGEST = 300  # characters of the words that are kept


def details_of(lexicon: Lexicon, token: Token, relation: str) -> Details:
    """Details of what a word states, from its own clause."""
    roles = lexicon.roles
    judged = relation in {roles.censure, roles.approval, *roles.scrutiny}
    earliest, latest = dates_of(token)
    return Details(
        valid_from=earliest,
        valid_until=latest,
        rating=rating_of(lexicon, token) if judged else None,
        amount=amount_of(lexicon, token) if relation == roles.penalty else None,
        content=content_of(token),
    )


def content_of(token: Token) -> tuple[str, ...]:
    """The clause a verb or noun takes: "called on X *to resign*", "found that *X had failed*"."""
    clause = next((t for t in token.children if t.dep_ in ("xcomp", "ccomp", "acl")), None)
    return words_of_clause(clause) if clause is not None else ()


def phrase_under(head: Token, longest: int = LONGEST) -> tuple[str, ...]:
    """All the words that hang on one, as they are written, unless they are too long to quote."""
    words = head.doc[head.left_edge.i : head.right_edge.i + 1].text.strip(' ,.;:"”“\n')
    return (words,) if len(words) < longest else ()


def words_of_clause(clause: Token) -> tuple[str, ...]:
    """A clause as it is written, unless it is too long to quote."""
    span = clause.doc[clause.left_edge.i : clause.right_edge.i + 1]
    words = " ".join(span.text.split()).strip(' ,.;:"”“–-')
    return (words,) if 0 < len(words) <= LONGEST else ()


def dates_of(token: Token) -> tuple[str | None, str | None]:
    """The earliest and the latest date of what a word states, as exact as its own clause is.

    A point in time gives both; "since 2012" gives no latest, "until May 2016" no earliest.
    """
    ranges = [(span, span._.kg_date) for span in token.sent.ents if span.label_ == "DATE" and span._.kg_date]
    mine = [(span, found) for span, found in ranges if _attached(span, token)]
    if not mine:
        return None, None
    _, nearest = min(mine, key=lambda pair: (abs(pair[0].root.i - token.i), pair[0].start))
    return nearest.earliest, nearest.latest


def _attached(date: Span, token: Token) -> bool:
    """Whether a date is said of a word: in its own phrase, or of the verb of its clause."""
    root = date.root
    if depends(root, token):
        return not _in_clause_below(root, token)
    verb = clause_verb(token)
    return clause_verb(root) == verb and not _in_other_noun(root, token, verb)


def _in_clause_below(root: Token, token: Token) -> bool:
    """A date of something else that is told in passing: "bought the firm, which had opened *in 1998*"."""
    below = itertools.takewhile(lambda head: head != token, (root, *root.ancestors))
    return any(head.dep_ in ("relcl", "ccomp", "advcl") for head in below)


def _in_other_noun(root: Token, token: Token, verb: Token) -> bool:
    """A date inside a noun phrase that the word is not part of ("the 2014 report")."""
    for head in root.ancestors:
        if head == verb:
            return False
        if head.pos_ in ("NOUN", "PROPN") and head != token and not depends(token, head):
            return True
    return False


def rating_of(lexicon: Lexicon, token: Token) -> str | None:
    """The words of a grade in the clause: "rated *inadequate*", "downgraded to *requires improvement*"."""
    if not any(t.lemma_.lower() in lexicon.evoking("Grading") for t in (token, *token.ancestors, *token.children)):
        return None
    text = " ".join(token.sent.text.casefold().split())
    grades = sorted(lexicon.evoking("Rating"), key=lambda grade: (-len(grade), grade))
    return next((grade for grade in grades if re.search(rf"\b{re.escape(grade)}\b", text)), None)


def amount_of(lexicon: Lexicon, token: Token) -> str | None:
    """A sum of money in the clause, as number and currency: "£1.5m" is "1500000 GBP"."""
    verb = clause_verb(token)
    sums = [span for span in token.sent.ents if span.label_ == "MONEY" and clause_verb(span.root) == verb]
    found = (read_amount(lexicon, _with_symbol(span)) for span in sums)
    return next((amount for amount in found if amount), None)


def _with_symbol(span: Span) -> str:
    """The span with a currency sign that the model left outside."""
    before = span.doc[span.start - 1].text if span.start and span.doc[span.start - 1].is_currency else ""
    return before + span.text


def read_amount(lexicon: Lexicon, words: str) -> str | None:
    """Number and ISO 4217 code of a sum, or None where either is missing."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if not number:
        return None
    value = float(number[0].replace(",", ""))
    codes = lexicon.codes
    for word in re.findall(r"[^\W\d_]+\.?", words[number.end() :].casefold()):
        scale = codes.get(word, "")
        if scale.isdigit():
            value *= int(scale)
            break
    signs = re.findall(r"[A-Za-z]*[^\w\s.,]|[^\W\d_]+", words)
    code = next((codes[s.casefold()] for s in signs if codes.get(s.casefold(), "").isalpha()), None)
    return f"{value:.12g} {code}" if code else None
