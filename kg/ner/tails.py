"""Where a name ends that a model's span runs beyond."""

import re

from spacy.tokens import Doc, Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"[A-Z]{0,3}[$£€¥₦₱₹]\d.*|\d{1,3}(?:,\d{3})+")


def before_year(doc: Doc, start: int, end: int) -> int:
    """Of a name and the year of its accounts: "the Ports Agency | for Fiscal Year 2022"."""
    if start >= end or not _YEAR.fullmatch(doc[end - 1].text):
        return end
    return next((i for i in range(end - 1, start, -1) if doc[i].lower_ in ("for", "in")), end)


def before_reason(doc: Doc, start: int, end: int) -> int:
    """Of a name and what it did something for: "dismissed by the Association | for an offence".

    Not "Campaign for a Fair Press", nor "Homes for All".
    """
    said = (i for i in range(start + 1, end - 1) if doc[i].lower_ == "for" and doc[i + 1].text in ("a", "an"))
    return next((i for i in said if doc[i + 2 : i + 3].text.islower()), end)


def before_sum(doc: Doc, start: int, end: int) -> int:
    """Of a name and what it has to pay: "fined Fenholt | €20 million", "owes Fenholt | 300,000 euros"."""
    return next((i for i in range(start + 1, end) if _begins_sum(doc[i])), end)


def _begins_sum(token: Token) -> bool:
    return token.is_currency or _SUM.fullmatch(token.text) is not None
