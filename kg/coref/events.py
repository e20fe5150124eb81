"""Reports and investigations: one Thing for each, however often and however it is spoken of."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.acts import ActReader
from kg.coref.arguments import REPORT, agents_of, themes_of, things, writers_in
from kg.coref.cast import Cast, Thing
from kg.coref.identity import Event, Matcher, add
from kg.coref.moment import moment_of, year_of
from kg.coref.named import BODY, PERSON
from kg.coref.outcomes import OutcomeReader
from kg.coref.paper import PaperReader
from kg.coref.titles import TitleReader, retake
from kg.coref.watchdogs import Watchdogs
from kg.coref.works import Works
from kg.lexicon import Lexicon
from kg.vocab import Ontology

_INDEFINITE = frozenset({"a", "an", "another", "one", "two"})
_THE = frozenset({"the", "this", "that", "these", "its", "their", "his", "her", "our"})
_GENERIC = frozenset({"any", "every", "each", "either"})
_LONGEST = 9  # tokens of a description that may serve as a name


class EventReader:
    """Gathers the mentions that ``kg_events`` found into things."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology) -> None:
        self.lexicon = lexicon
        self.matcher = Matcher(ontology, lexicon)
        self.paper = PaperReader(lexicon)
        self.outcomes = OutcomeReader(lexicon)
        self.acts = ActReader(lexicon, self.matcher)
        self.watchdogs = Watchdogs(lexicon)
        self.official = lexicon.evoking("Official", "noun")
        self.slight = lexicon.evoking("OnSite", "noun") | self.official
        self.nouns = lexicon.events(ontology)
        self.idioms = {e.words for e in lexicon.entries if e.pos == "verb" and (e.words[-1],) in self.nouns}
        self.titles = TitleReader(lexicon)
        self.works = Works(lexicon)

    def run(self, cast: Cast) -> None:
        seen: list[Event] = []
        self.paper.run(cast, seen)
        for span in sorted([*cast.doc.spans["events"], *self.works.find(cast)], key=lambda span: span.start):
            if self._speaks_of_one(cast, span):
                self._take(cast, seen, span)
        self.acts.run(cast, seen)
        self.outcomes.run(cast, seen)
        _pronouns(cast)

    def _take(self, cast: Cast, seen: list[Event], span: Span) -> None:
        """Give a mention to its event, a new one if it is the first."""
        owner = cast.at.get(span[-1].i)
        mention = self._describe(cast, span)
        noun = span[-1].head if span[-1].dep_ == "appos" else span[-1]  # "Operation Elm, its inquiry" is one
        above = {id(cast.at[t.i]) for t in noun.ancestors if t.i in cast.at}
        others = [e for e in seen if id(e.thing) not in above]  # "a report on how Y's report was met" is of two
        event = self.matcher.find(others, mention, span.start)
        if event is None:
            event = mention
            add(cast, seen, event)
        else:
            event.absorb(mention)
            if mention.thing.kind in self.matcher.subkinds(event.thing.kind):
                event.thing.kind = mention.thing.kind
            event.thing.named |= mention.thing.named
        self._mention(cast, event, span)
        if owner is not None and owner.kind in (PERSON, BODY):
            retake(cast, span, owner, event.thing)

    def _speaks_of_one(self, cast: Cast, span: Span) -> bool:
        """Not "any inquiry" or "no report", nor a word within a name ("the Bureau of Investigation")."""
        determiners = {t.lower_ for t in span[-1].lefts if t.dep_ == "det"}
        if determiners & _GENERIC or (span.label_ == REPORT and "no" in determiners):
            return False
        owner = cast.at.get(span[-1].i)
        if owner is not None and owner.kind in (PERSON, BODY):
            return _part_of_name(cast, span, owner)
        if _idiom(span[-1]) in self.idioms:
            return False  # "keeps every council under review"
        return not self._slight(span) or self._by_watchdog(cast, span[-1])

    def _slight(self, span: Span) -> bool:
        """A noun that others than watchdogs have too: a visit, but not a "supervisory visit"."""
        head = span[-1]
        before = head.nbor(-1).lower_ if head.i else ""
        public = f"{before} {head.lemma_.lower()}" in self.works.nouns  # an open letter is anyone's
        return head.lemma_.lower() in self.slight and (before, head.lower_) not in self.nouns and not public

    def _by_watchdog(self, cast: Cast, noun: Token) -> bool:
        """ "The inspectors' visit", "a visit by Ofsted"; in a watchdog's own text, "the visit"."""
        within = writers_in(noun) if noun.lemma_ in self.official else []  # "in a damning verdict, Y said ..."
        sent = [self.watchdogs.senders(cast, t) for t in (*agents_of(cast, noun, self.lexicon), *within)]
        if any(looking for _, looking in sent):
            return True
        own = cast.voice is not None and self.watchdogs.is_one(cast.voice) and noun.lemma_ not in self.official
        known = any(t.lower_ in _THE for t in noun.lefts)
        return own and known and all(t.kind == PERSON or t is cast.voice for who, _ in sent for t in who)

    def _mention(self, cast: Cast, event: Event, span: Span) -> None:
        head = span[-1]
        event.thing.spans.append((span.start, span.end))
        cast.at[head.i] = event.thing
        for token in span:  # modifiers speak of the event unless they name someone
            cast.at.setdefault(token.i, event.thing)
        for form in self._forms(cast, span):
            event.thing.add_form(form)

    def _forms(self, cast: Cast, span: Span) -> Iterator[str]:
        """The phrase, with what it is about, and the title that stands beside it."""
        if len(span) > 1:
            yield span.text
        if (year := year_of(span[-1])) and year not in span.text:
            yield f"{year} {span.text}"
        for preposition in span[-1].children:
            end = preposition.right_edge.i + 1
            if preposition.lower_ in ("of", "into", "on") and end - span.start <= _LONGEST and _plain(preposition):
                yield cast.doc[span.start : end].text
        yield from self.titles.read(cast, span[-1])

    def _describe(self, cast: Cast, span: Span) -> Event:
        head = span[-1]
        named = any(t.text[:1].isupper() for t in span[1:]) and head.text[:1].isupper() and not _headline(cast, span)
        after = _after_someone(cast, span)
        thing = Thing(-1, span.label_, named=named or bool(after), head=head)
        if named or after:
            thing.add_form(after or span.text)
        cast.at[head.i] = thing
        themed = themes_of(cast, head, self.lexicon)
        agents = {t.number for t in things(cast, agents_of(cast, head, self.lexicon)) if t.kind in (PERSON, BODY)}
        themes = {t.number for t in things(cast, themed)} - agents
        words = {t.lemma_.lower() for t in span[:-1] if t.i not in cast.at and t.is_alpha and not t.is_stop}
        words |= {t.lower_ for t in span[:-1] if t.lower_ in self.matcher.ordinals}
        words |= {year} if (year := year_of(head)) else set()
        topic = {
            t.lemma_.lower().removesuffix("s")  # "Conditions" of a headline is no lemma
            for one in themed
            for t in one.subtree
            if t.pos_ in ("NOUN", "PROPN") and t.i not in cast.at
        }
        unreal = any(t.lower_ == "no" and t.dep_ == "det" for t in head.lefts)
        here = cast.voice is not None and any(t.lower_ == "this" for t in head.lefts)
        when = moment_of(head)
        return Event(
            thing, head.lemma_.lower(), _definiteness(cast, span), agents, themes, words, topic, here, when, unreal
        )


def _after_someone(cast: Cast, span: Span) -> str:
    """ "The | Wallis inquiry", which bears the name of whoever led it, or of whom it was about."""
    head, i = span[-1], span.start - 1
    if span.label_ == REPORT or len(span) > 1 or i < 1 or cast.doc[i].dep_ != "compound" or cast.doc[i].head != head:
        return ""
    someone = cast.at.get(i)
    start = next((s for s, end in someone.spans if end == span.start), i) if someone is not None else i
    definite = start > 0 and cast.doc[start - 1].lower_ == "the"
    return cast.doc[start : span.end].text if definite and someone is not None and someone.kind == PERSON else ""


def _pronouns(cast: Cast) -> None:
    """Give pronouns that take up an act or a report the event that it has become."""
    for pronoun, noun in cast.taken.items():
        event = cast.at.get(noun)
        if pronoun not in cast.at and event is not None and event.head is not None:
            cast.at[pronoun] = event
            event.spans.append((pronoun, pronoun + 1))


def _idiom(noun: Token) -> tuple[str, ...]:
    """The verb, the preposition and a noun alone: "keep under review"."""
    bare = noun.dep_ == "pobj" and not list(noun.children)
    return (noun.head.head.lemma_, noun.head.lower_, noun.lower_) if bare else ()


def _part_of_name(cast: Cast, span: Span, owner: Thing) -> bool:
    """Whether what was taken for a body is only the end of this name: "Commission" of "the Okello Commission"."""
    return len(span) > 1 and span[0].i not in cast.at and owner.forms == [span[-1].text]


def _definiteness(cast: Cast, span: Span) -> bool | None:
    """True for "the review", False for "a review", None where nothing says."""
    lefts = {t.lower_ for t in span[-1].lefts} | ({cast.doc[span.start - 1].lower_} if span.start else set())
    if lefts & _INDEFINITE or "own" in lefts:
        return False  # "its own review" is another than the one spoken of
    if lefts & _THE or any(t.dep_ == "poss" for t in span[-1].lefts):
        return True
    return None


def _plain(preposition: Token) -> bool:
    """A phrase with no clause and no pronoun in it, which can stand for itself."""
    return all(t.pos_ not in ("VERB", "AUX", "PRON", "PUNCT", "SPACE") for t in preposition.subtree)


def _headline(cast: Cast, span: Span) -> bool:
    """All words of the sentence, on the line, but small ones are capitalised, so that capitals tell nothing.

    In "The Marlow Fire Inquiry was set up by the Minister" the verb is not.
    """
    line = cast.paragraphs[span.start]
    words = [t for t in span.sent if t.is_alpha and cast.paragraphs[t.i] == line]
    capitals = [t.text[0].isupper() for t in words if len(t) > 3]
    if sum(capitals) <= 0.7 * len(capitals) or len(capitals) <= 3:
        return False
    return not any(t.pos_ == "VERB" and t.is_lower for t in words)
