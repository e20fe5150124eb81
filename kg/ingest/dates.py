"""When a document was published, where its own words say so: a labelled date, or a dateline near the top.

Nothing is guessed: an ambiguous form (04/05/2016), a day without a year or a date within a sentence
gives None.
"""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = "|".join(
    (
        rf"{_YEAR.format('y1')}-(?P<m1>\d\d)-(?P<d1>\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{_WEEKDAY}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format('m2')},?\s+{_YEAR.format('y2')}",
        rf"{_WEEKDAY}{_MONTH.format('m3')}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR.format('y3')}",
        rf"{_MONTH.format('m4')}\s+{_YEAR.format('y4')}",
    )
)
_DATE = rf"(?P<date>\b(?:{_DATE})\b)"
_TIME = r"(?:[,|–-]?\s*(?:at\s+)?\d{1,2}[.:]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC|[CE]E?S?T)?)?"
_LABEL = (
    r"(?:date(?:\s+of\s+(?:publication|issue))?|publication\s+date|release\s+date|published|posted|issued|released"
    r"|embargoed\s+until|not\s+for\s+(?:use|publication|release)\s+before)"
)
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Published: 4 May 2016
        rf"^\W*{_LABEL}\b\W*(?:on\s+)?(?:\d\d[.:]\d\d\W+)?{_DATE}",
        # Report 7, published 4 May 2016
        rf"^[^.]{{0,80}}[,|–-]\s*{_LABEL}\s+(?:on\s+)?(?:\d\d[.:]\d\d\W+)?{_DATE}\W*$",
        # London, 4 May 2016
        rf"^(?P<before>(?:[^\d.]{{0,60}}[|•,–—-]\s*)?){_DATE}{_TIME}\s*(?:\|.{{0,60}})?$",
    )
)
_WIRE = re.compile(rf"^[A-Z][A-Z ,./'’-]{{2,40}}[,(]\s*(?i:{_DATE})\)?\s*(?:\([^)]{{1,40}}\)\s*)?[-–—]")
_TOP = 15  # lines that say something
_LONG = 140


def published(text: str) -> str | None:
    """The date of publication a text gives near its top, as exact as its words are.

    >>> published("Force told to improve\\n\\nWednesday 4 May 2016\\n\\nInspectors said ...")
    '2016-05-04'
    """
    lines = _top(text)
    alone = _is_timeline(text)
    for form in _FORMS:
        for line in lines:
            match = form.match(line) if len(line) < _LONG else None
            found = match and _iso(match)
            if match and found and not (alone and match.groupdict().get("before") == ""):
                return found
    wires = (_WIRE.match(line) for line in lines)
    return next((found for match in wires if match and (found := _iso(match))), None)


def iso(words: str) -> str | None:
    """The ISO form of a date that stands by itself ("4 May 2016", "2016-05-04T10:00", "2016"), or None."""
    words = words.strip().strip("\"'")
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", words):
        return words
    match = re.match(_DATE, words, re.IGNORECASE)
    return _iso(match) if match else None


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    return re.fullmatch(rf"\W*{_DATE}{_TIME}\W*", line, re.IGNORECASE) is not None


def first_undated_line(text: str) -> str | None:
    """The first line with words that are not just a date: what a text without markup has for a title."""
    return next((line for line in _top(text) if re.search(r"[^\W\d]{2}", line) and not is_date(line)), None)


def _top(text: str) -> list[str]:
    # The top of a text with very long lines is still only its top: no need to split ten megabytes.
    lines = (line.strip() for line in text[:20_000].splitlines())
    return [line for line in lines if line][:_TOP]


def _is_timeline(text: str) -> bool:
    """Several different dates on lines of their own are headings, none of them of the document's own date."""
    short = (line.strip() for line in text[:20_000].splitlines() if len(line) < 50)
    return len({line for line in short if line and is_date(line)}) > 1


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year, month, day = (next((v for i in "1234" if (v := groups.get(k + i))), None) for k in "ymd")
    if not year or not month:
        return None
    number = int(month) if month.isdigit() else _number(month)
    if day is None:
        return f"{year}-{number:02}"
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:  # 30 February
        return None


def _number(month: str) -> int:
    return _MONTHS.index(month[:3].lower()) + 1
