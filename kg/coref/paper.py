"""The paper that a text is, where its heading or its own words call it one: a summary, an alert, a reply.

A news story is no such paper; an inspectorate's summary, an inquiry's, a department's response is a report
of its own, though no noun "report" need stand in it.
"""

from spacy.tokens import Token

from kg.coref.arguments import REPORT, agents_of, things
from kg.coref.cast import Cast, Thing
from kg.coref.identity import Event, add
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import Watchdogs
from kg.grammar import FINITE, objects
from kg.lexicon import Lexicon

_HEAD = 8  # lines at the head of a text that may say what it is
_INNER = frozenset({"pcomp", "relcl", "aux", "auxpass"})  # "A summary of what we found" is no sentence


class PaperReader:
    """Makes the paper at hand one of the events of a document, before any other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.genres = lexicon.evoking("Paper", "noun")
        self.replies = lexicon.evoking("Reply", "noun")
        self.statements = lexicon.evoking("Statement", "noun")
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.watchdogs = Watchdogs(lexicon)

    def run(self, cast: Cast, seen: list[Event]) -> None:
        noun = self._heading(cast) or self._spoken(cast)
        if noun is None or noun.i in cast.naming:
            return
        makers = self._makers(cast, noun)
        if not makers:
            return
        paper = Thing(-1, REPORT, named=False, head=noun)
        event = Event(paper, noun.lemma_.lower(), definite=True, agents={t.number for t in makers})
        if noun.lower_ in self.statements:
            event.words.add(noun.lower_)  # "a full report" that follows a letter or an alert is another
        add(cast, [] if noun.lower_ in self.replies else seen, event)  # "the report" is what a reply answers
        paper.spans.append((noun.i, noun.i + 1))
        cast.at[noun.i] = paper
        cast.paper = paper
        if (title := _title(cast, noun)) is not None:
            paper.add_form(title)
            paper.named = True

    def _heading(self, cast: Cast) -> Token | None:
        """The noun of a line at the head: "Executive summary", "Management alert: ...", "Y's response to ..."."""
        reports = {span.start for span in cast.doc.spans["events"] if span.label_ == REPORT}
        for start, end in cast.lines[:_HEAD]:
            line = cast.doc[start:end]
            if len(line) == 1 or any(
                t.tag_ in FINITE and t.dep_ not in _INNER for t in line
            ):  # "Summary" alone heads a part
                continue
            of_reports = not reports.isdisjoint(range(start, end))
            for token in line:
                if of_reports and token.lower_ in self.replies and any(t.lower_ == "to" for t in token.rights):
                    return token
                if not of_reports and self._genre(token, end):
                    return token
            if of_reports:
                return None
        return None

    def _genre(self, token: Token, end: int) -> bool:
        """ "Executive summary", "Report in brief", "Management alert: ...": with no more of its own line after it."""
        forms = (form.split() for form in self.genres if form.split()[0] == token.lower_)
        for words in forms:
            after = token.i + len(words)
            if [t.lower_ for t in token.doc[token.i : after]] == words:
                return after == end or token.doc[after].lower_ in _ENDING
        return False

    def _spoken(self, cast: Cast) -> Token | None:
        """ "This letter sets out our findings": what the text says of itself."""
        for token in cast.doc:
            here = (
                token.dep_ == "nsubj"
                and token.lower_ in self.genres | self.statements
                and any(t.lower_ == "this" for t in token.lefts)
            )
            if here and any(t.lower_ in self.outcomes for t in objects(token.head)) and not cast.quoted(token.i):
                return token
        return None

    def _makers(self, cast: Cast, noun: Token) -> list[Thing]:
        """Whose it says it is, else whose text it is, if they watch over others or speak for themselves."""
        if noun.lower_ in self.replies:
            return [t for t in things(cast, agents_of(cast, noun, self.lexicon)) if t.kind == BODY]
        mine = dict.fromkeys((cast.voice, cast.host))
        return [t for t in mine if t is not None and (t.kind == PERSON or self.watchdogs.is_one(t))]


_ENDING = frozenset({":", "(", "–", "—", "-", "|", "of", "for", "on"})


def _title(cast: Cast, noun: Token) -> str | None:
    """The line it stands in, where more follows a colon: "Summary for residents: Elm House"."""
    start, end = next(((s, e) for s, e in cast.lines if s <= noun.i < e))
    line = cast.doc[start:end]
    return line.text if any(t.text == ":" for t in line if t.i > noun.i) else None
