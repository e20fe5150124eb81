"""What the words of a date mean, read on Tuesday 16 September 2014."""

import time
from collections.abc import Sequence

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg.errors import OntologyError
from kg.ner.calendar import PartialDate, from_iso, words
from kg.ner.dates import DateRange, normalise

PUBLISHED = "2014-09-16"


def read(phrase: str, published: str | None = PUBLISHED, previous: str | None = None) -> str | None:
    """The range as "earliest/latest granularity", or one date when they are the same."""
    return shown(normalise(phrase, published=published, previous=previous))


def shown(found: DateRange | None) -> str | None:
    if found is None:
        return None
    same = found.earliest == found.latest
    dates = found.earliest if same else f"{found.earliest or ''}/{found.latest or ''}"
    return f"{dates} {found.granularity}"


ABSOLUTE = {
    "2014": "2014 year",
    "in 2014": "2014 year",
    "the year 2014": "2014 year",
    "early 2018": "2018 year",
    "late 2018": "2018 year",
    "mid-2014": "2014 year",
    "the end of 2014": "2014 year",
    "circa 1998": "1998 year",
    "2014's": "2014 year",
    "spring 2019": "2019 year",
    "the summer of 2014": "2014 year",
    "Autumn, 2012": "2012 year",
    "September 2014": "2014-09 month",
    "september 2014": "2014-09 month",
    "Sept. 2014": "2014-09 month",
    "September, 2014": "2014-09 month",
    "September of 2014": "2014-09 month",
    "In early May 2014": "2014-05 month",
    "2014-09": "2014-09 month",
    "16 September 2014": "2014-09-16 day",
    "16 SEPTEMBER 2014": "2014-09-16 day",
    "16th September 2014": "2014-09-16 day",
    "the 16th of September, 2014": "2014-09-16 day",
    "September 16, 2014": "2014-09-16 day",
    "September 16th 2014": "2014-09-16 day",
    "Sept 16, 2014": "2014-09-16 day",
    "Tuesday 16 September 2014": "2014-09-16 day",
    "Tuesday, September 16, 2014": "2014-09-16 day",
    "Tuesday the 16th of September 2014": "2014-09-16 day",
    "as at 31 March 2014": "2014-03-31 day",
    "29 February 2012": "2012-02-29 day",
    "16/09/2014": "2014-09-16 day",
    "09/16/2014": "2014-09-16 day",
    "16.09.2014": "2014-09-16 day",
    "05/05/2019": "2019-05-05 day",
    "2014-09-16": "2014-09-16 day",
    "2014/09/16": "2014-09-16 day",
    "2014-09-16T10:30:00Z": "2014-09-16 day",
}
RANGES = {
    "between 1997 and 2013": "1997/2013 year",
    "Between 2015 and 2018": "2015/2018 year",
    "from 2012 to 2015": "2012/2015 year",
    "2012 to 2015": "2012/2015 year",
    "2012 – 2014": "2012/2014 year",
    "2013-14": "2013/2014 year",
    "2013–14": "2013/2014 year",
    "2013/14": "2013/2014 year",
    "2013-2014": "2013/2014 year",
    "1999-00": "1999/2000 year",
    "2008-09": "2008/2009 year",
    "2009-11": "2009/2011 year",
    "1914-18": "1914/1918 year",
    "the 1990s": "1990/1999 decade",
    "the late 1990s": "1990/1999 decade",
    "the 1980's": "1980/1989 decade",
    "the 2013-14 financial year": "2013/2014 year",
    "the financial year 2013/14": "2013/2014 year",
    "FY 2013-14": "2013/2014 year",
    "FY2021": "2020/2021 year",
    "fiscal 2021": "2020/2021 year",
    "Q3 2021": "2021-07/2021-09 quarter",
    "Q1 of 2021": "2021-01/2021-03 quarter",
    "the third quarter of 2013": "2013-07/2013-09 quarter",
    "the final quarter of 2013": "2013-10/2013-12 quarter",
    "the first half of 2014": "2014-01/2014-06 half",
    "H2 2014": "2014-07/2014-12 half",
    "the second half of last year": "2013-07/2013-12 half",
    "between May and July 2014": "2014-05/2014-07 month",
    "May to July 2014": "2014-05/2014-07 month",
    "November to January 2014": "2013-11/2014-01 month",
    "between May 2012 and 2015": "2012-05/2015 year",
    "from May 2014 until July 2015": "2014-05/2015-07 month",
    "16-18 September 2014": "2014-09-16/2014-09-18 day",
    "between 16 and 18 September 2014": "2014-09-16/2014-09-18 day",
    "from 3 May to 7 June 2014": "2014-05-03/2014-06-07 day",
    "2014-09-16 to 2014-09-20": "2014-09-16/2014-09-20 day",
    "since 2012": "2012/ year",
    "since May 2012": "2012-05/ month",
    "after 2012": "2012/ year",
    "until March 2016": "/2016-03 month",
    "up to 2016": "/2016 year",
    "by 2020": "/2020 year",
    "the week of 16 September 2014": "2014-09-15/2014-09-21 week",
    "week commencing 3 March 2014": "2014-03-03/2014-03-09 week",
    "the week ending 21 September 2014": "2014-09-15/2014-09-21 week",
    "the year to March 2014": "2013-04/2014-03 month",
    "the year ending 31 March 2014": "2013-04-01/2014-03-31 day",
    "the 12 months to March 2014": "2013-04/2014-03 month",
}
RELATIVE = {
    "today": "2014-09-16 day",
    "this morning": "2014-09-16 day",
    "earlier today": "2014-09-16 day",
    "yesterday": "2014-09-15 day",
    "yesterday afternoon": "2014-09-15 day",
    "last night": "2014-09-15 day",
    "the day before yesterday": "2014-09-14 day",
    "tomorrow": "2014-09-17 day",
    "last week": "2014-09-08/2014-09-14 week",
    "this week": "2014-09-15/2014-09-21 week",
    "next week": "2014-09-22/2014-09-28 week",
    "last month": "2014-08 month",
    "earlier this month": "2014-09 month",
    "next month": "2014-10 month",
    "last year": "2013 year",
    "late last year": "2013 year",
    "last year’s": "2013 year",
    "this year": "2014 year",
    "later this year": "2014 year",
    "the previous year": "2013 year",
    "Tuesday": "2014-09-16 day",
    "on Tuesday": "2014-09-16 day",
    "Monday": "2014-09-15 day",
    "Wednesday": "2014-09-10 day",
    "Monday morning": "2014-09-15 day",
    "last Tuesday": "2014-09-09 day",
    "next Tuesday": "2014-09-23 day",
    "this Friday": "2014-09-19 day",
    "Tuesday last week": "2014-09-09 day",
    "three days ago": "2014-09-13 day",
    "two weeks ago": "2014-09-01/2014-09-07 week",
    "a fortnight ago": "2014-09-01/2014-09-07 week",
    "nine months ago": "2013-12 month",
    "a year ago": "2013 year",
    "about five years ago": "2009 year",
    "20 years ago": "1994 year",
    "in May": "2014-05 month",
    "May": "2014-05 month",
    "December": "2013-12 month",
    "since May": "2014-05/ month",
    "16 September": "2014-09-16 day",
    "September 15": "2014-09-15 day",
    "20 September": "2013-09-20 day",
    "Monday, 15 September": "2014-09-15 day",
    "last September": "2013-09 month",
    "last May": "2014-05 month",
    "next May": "2015-05 month",
    "this September": "2014-09 month",
    "May last year": "2013-05 month",
    "May of this year": "2014-05 month",
    "16 May last year": "2013-05-16 day",
    "last summer": "2013/2014 year",
    "this summer": "2014 year",
    "the past year": "2013/2014 year",
    "the past two years": "2012/2014 year",
    "the last 12 months": "2013-09/2014-09 month",
    "the next three years": "2014/2017 year",
    "from May to July": "2014-05/2014-07 month",
    "from last year to 2015": "2013/2015 year",
    "since last year": "2013/ year",
    "until next week": "/2014-09-28 week",
}
OF_THE_STORY = {  # the date last named being 1 May 2013
    "the same day": "2013-05-01 day",
    "that day": "2013-05-01 day",
    "the same month": "2013-05 month",
    "that year": "2013 year",
    "the following day": "2013-05-02 day",
    "the next day": "2013-05-02 day",
    "the day after": "2013-05-02 day",
    "the previous day": "2013-04-30 day",
    "the day before": "2013-04-30 day",
    "the following month": "2013-06 month",
    "the following year": "2014 year",
    "the previous year": "2012 year",
    "two days later": "2013-05-03 day",
    "a year earlier": "2012 year",
    "three months later": "2013-08 month",
}
NO_DATE = """may|march|in may|sun|daily|weekly|annual|monthly|11 hours|six months|20 years|a decade|decades
the 54-year-old|54-year-old|ten months after|several years ago|many years|recent years|years|the year|the day
Mondays|weekdays|the weekend|9/11|12 of the 1998|1,400|300|24/7|the 21st century|summer|an hour ago|week
31 February 2014|30 February|2014-13-01|32 May 2014|0 May 2014|05/06/2019|2014-00|between 2013 and 1997|-
the following day|the same day|two days later|2012, 2013 and 2014|first|second quarter||the|since|to||last day
from to
""".replace("\n", "|").split("|")


@pytest.mark.parametrize(("phrase", "expected"), (ABSOLUTE | RANGES).items())
def test_absolute_words_need_no_anchor(phrase: str, expected: str) -> None:
    if "last year" not in phrase:
        assert read(phrase, published=None) == expected
    assert read(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), RELATIVE.items())
def test_relative_words_count_from_the_publication(phrase: str, expected: str) -> None:
    assert read(phrase) == expected


@pytest.mark.parametrize("phrase", RELATIVE)
def test_relative_words_without_an_anchor_are_no_date(phrase: str) -> None:
    if phrase != "from last year to 2015":
        assert read(phrase, published=None) is None


@pytest.mark.parametrize(("phrase", "expected"), OF_THE_STORY.items())
def test_words_of_the_story_count_from_the_date_last_named(phrase: str, expected: str) -> None:
    assert read(phrase, previous="2013-05-01") == expected


@pytest.mark.parametrize("phrase", NO_DATE)
def test_what_is_no_date_is_not_read(phrase: str) -> None:
    assert read(phrase) is None


def test_a_vague_anchor_gives_no_more_than_it_has() -> None:
    assert read("last year", published="2014") == "2013 year"
    assert read("May last year", published="2014") == "2013-05 month"
    assert read("yesterday", published="2014-09") is None
    assert read("in May", published="2014") is None
    assert read("the same day", previous="2013-05") is None


def test_the_tense_says_where_a_bare_name_looks() -> None:
    def future(phrase: str) -> str | None:
        return shown(normalise(phrase, published=PUBLISHED, tense="future"))

    assert future("in May") == "2015-05 month"
    assert future("in December") == "2014-12 month"
    assert future("on Friday") == "2014-09-19 day"
    assert future("on Monday") == "2014-09-22 day"


def test_day_first_reads_what_is_ambiguous() -> None:
    assert shown(normalise("05/06/2019", published=None, day_first=True)) == "2019-06-05 day"


def test_the_rule_is_named() -> None:
    found = normalise("two weeks ago", published=PUBLISHED)
    assert found == DateRange("2014-09-01", "2014-09-07", "week", "ago")


@pytest.mark.parametrize("published", ["", "soon", "2014-13", "2014-02-30", "0000", "20140916"])
def test_a_publication_date_that_is_none_is_no_anchor(published: str) -> None:
    assert read("yesterday", published=published) is None


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_not_raise(published: str) -> None:
    for phrase in [*RELATIVE, "999 years ago", "999 weeks ago", "the next 999 years"]:
        read(phrase, published=published, previous=published)


@pytest.mark.parametrize("piece", ["1", "-", " to ", "since ", "from 1 to ", "a ", "May ", "the last ", "12 of "])
@pytest.mark.parametrize("size", [99, 100_000])
def test_hostile_text_is_answered_at_once(piece: str, size: int) -> None:
    start = time.process_time()
    read((piece * size)[:size])
    assert time.process_time() - start < 1


_PIECES = [f for forms in words().by_type.values() for f in forms] + [
    "2014",
    "14",
    "16th",
    ",",
    "-",
    "/",
    "of",
    "the",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(sorted(_PIECES)), max_size=7).map(" ".join)))
def test_any_text_is_read_or_refused_and_ranges_run_forward(phrase: str) -> None:
    for previous in (None, "2013-05-01"):
        found = normalise(phrase, published=PUBLISHED, previous=previous)
        if found and found.earliest and found.latest:
            earliest, latest = from_iso(found.earliest), from_iso(found.latest)
            assert earliest
            assert latest
            assert earliest.first <= latest.last


@given(st.dates())
def test_a_day_survives_being_written_in_words(day: object) -> None:
    iso = str(day)
    date = from_iso(iso)
    assert date
    if 1500 <= (date.year or 0) < 2200:
        month = [name for name, number in words().by_type["MonthName"].items() if int(number) == date.month]
        for name in month:
            assert read(f"{date.day} {name} {date.year}", published=None) == f"{iso} day"


@given(st.dates(), st.integers(-400, 400), st.sampled_from(["day", "month", "year"]))
def test_moving_a_date_there_and_back_again(day: object, count: int, unit: str) -> None:
    date = from_iso(str(day))
    assert date
    there = date.plus(count, unit)
    if there:
        assert there.plus(-count, unit) == date.plus(0, unit)


def test_the_last_day_of_a_partial_date() -> None:
    assert str(PartialDate(2012, 2).last) == "2012-02-29"
    assert str(PartialDate(2012).last) == "2012-12-31"
    assert str(PartialDate(9999).last) == "9999-12-31"


def test_two_days_before_something_else_is_no_date() -> None:
    assert read("two days before", previous="2013-05-01") is None


def test_a_type_of_word_the_calendar_lacks_is_an_error() -> None:
    with pytest.raises(OntologyError, match="no word of the type Eon"):
        words().pattern("Eon")


def dated(text: str, spans: list[tuple[int, int]], **attributes: Sequence[object]) -> Doc:
    """The text with dates marked, after the component."""
    nlp = spacy.blank("en")
    component = nlp.create_pipe("kg_dates")
    doc = Doc(nlp.vocab, words=text.split(), **attributes)  # type: ignore[arg-type]
    doc.ents = [Span(doc, start, end, label="DATE") for start, end in spans]
    doc._.kg_published = PUBLISHED
    done = component(doc)
    assert isinstance(done, Doc)
    return done


def test_the_component_reads_dates_in_order() -> None:
    doc = dated("It was told on 1 May 2013 and replied the same day , then last week", [(4, 7), (9, 12), (14, 16)])
    assert [shown(ent._.kg_date) for ent in doc.ents] == [
        "2013-05-01 day",
        "2013-05-01 day",
        "2014-09-08/2014-09-14 week",
    ]


def test_the_component_takes_in_the_word_that_opens_a_time() -> None:
    doc = dated("It has led the force since 2012", [(6, 7)])
    assert shown(doc.ents[0]._.kg_date) == "2012/ year"


def test_the_component_sees_a_future_verb() -> None:
    heads, deps = [2, 2, 2, 2, 3], ["nsubj", "aux", "ROOT", "prep", "pobj"]
    assert shown(dated("It will report in May", [(4, 5)], heads=heads, deps=deps).ents[0]._.kg_date) == "2015-05 month"
    assert shown(dated("It did report in May", [(4, 5)], heads=heads, deps=deps).ents[0]._.kg_date) == "2014-05 month"


def test_the_component_leaves_other_entities_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_dates")
    doc = Doc(nlp.vocab, words=["May", "spoke"])
    doc.ents = [Span(doc, 0, 1, label="PERSON")]
    assert nlp(doc).ents[0]._.kg_date is None
