"""Reports and investigations: one Thing for each, however often and however it is spoken of."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.arguments import REPORT, agents_of, themes_of, things
from kg.coref.cast import Cast, Thing
from kg.coref.identity import Event, Matcher
from kg.coref.named import BODY, PERSON
from kg.coref.outcomes import OutcomeReader
from kg.grammar import after, coordinated, objects, possessors, subjects, surface_subjects
from kg.lexicon import Lexicon
from kg.vocab import OV, Ontology

_INDEFINITE = frozenset({"a", "an", "another", "one", "two"})
_THE = frozenset({"the", "this", "that", "these", "its", "their", "his", "her", "our"})
_GENERIC = frozenset({"any", "every", "each", "either"})
_LONGEST = 9  # tokens of a description that may serve as a name


class EventReader:
    """Gathers the mentions that ``kg_events`` found into things."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology) -> None:
        self.lexicon = lexicon
        self.matcher = Matcher(ontology, lexicon.evoking("Recall"))
        self.outcomes = OutcomeReader(lexicon)
        self.kinds = {" ".join(e.words): min(e.denotes) for e in lexicon.entries if e.pos == "verb" and e.denotes}
        self.acts = lexicon.evoking("Act", "verb")
        self.always = {v for v in self.acts if self.kinds.get(v) == OV.Investigation and " " not in v}
        self.tasks = lexicon.evoking("Examining", "verb")
        self.tasking = lexicon.evoking("Tasking", "verb")
        self.lasting = frozenset(v for r in sorted(lexicon.standing) for v in lexicon.verbs_of(r))
        self.titling = lexicon.evoking("Titling", "verb")

    def run(self, cast: Cast) -> None:
        seen: list[Event] = []
        for span in cast.doc.spans["events"]:
            if self._speaks_of_one(cast, span):
                self._take(cast, seen, span)
        self._run_acts(cast, seen)
        self.outcomes.run(cast, seen)

    def _take(self, cast: Cast, seen: list[Event], span: Span) -> None:
        """Give a mention to its event, a new one if it is the first."""
        mention = self._describe(cast, span)
        event = self.matcher.find(seen, mention, span.start)
        if event is None:
            event = mention
            self._add(cast, seen, event)
        else:
            event.absorb(mention)
            if mention.thing.kind in self.matcher.subkinds(event.thing.kind):
                event.thing.kind = mention.thing.kind
            event.thing.named |= mention.thing.named
        self._mention(cast, event, span)

    def _add(self, cast: Cast, seen: list[Event], event: Event) -> None:
        event.thing.number = len(cast.things)
        cast.things.append(event.thing)
        seen.append(event)

    def _speaks_of_one(self, cast: Cast, span: Span) -> bool:
        """Not "any inquiry" or "no report", nor a word within a name ("the Bureau of Investigation")."""
        determiners = {t.lower_ for t in span[-1].lefts if t.dep_ == "det"}
        if determiners & _GENERIC or (span.label_ == REPORT and "no" in determiners):
            return False
        owner = cast.at.get(span[-1].i)
        return owner is None or owner.kind not in (PERSON, BODY)

    # --- verbs

    def _run_acts(self, cast: Cast, seen: list[Event]) -> None:
        """ "Y is investigating X", "Y was asked to review X": an act of Y's, though no noun names it."""
        for token in cast.doc:
            if token.pos_ != "VERB" or token.i in cast.at:
                continue
            doers = self._doers(cast, token)
            agents = {t.number for t in things(cast, doers) if t.kind in (PERSON, BODY)}
            if agents:
                self._take_act(cast, seen, token, agents)

    def _doers(self, cast: Cast, verb: Token) -> list[Token]:
        act = self._act(verb)
        if self._remit(verb):
            return []
        if act is not None and (act in self.always or _of_someone(cast, verb)):
            return subjects(verb)
        return surface_subjects(verb) if verb.lemma_ in self.tasks and tasking_verb(verb, self.tasking) else []

    def _remit(self, verb: Token) -> bool:
        """ "It regulates and inspects X, Y and Z": what a body is there for, and no one inspection."""
        beside = [verb.head] if verb.dep_ == "conj" else [t for t in verb.children if t.dep_ == "conj"]
        present = ("VBZ", "VBP")
        return verb.tag_ in present and any(t.tag_ in present and t.lemma_ in self.lasting for t in beside)

    def _act(self, verb: Token) -> str | None:
        """The verb with its preposition, where that makes it an act: "looked into the sale"."""
        if verb.lemma_ in self.acts:
            return verb.lemma_
        phrases = (f"{verb.lemma_} {t.lower_}" for t in verb.children if t.dep_ in ("prep", "prt"))
        return next((phrase for phrase in phrases if phrase in self.acts), None)

    def _take_act(self, cast: Cast, seen: list[Event], verb: Token, agents: set[int]) -> None:
        kind = self.kinds.get(self._act(verb) or verb.lemma_, OV.Review).rsplit("#", 1)[-1]
        event = next(
            (
                e
                for e in seen
                if not e.unreal
                and e.thing.kind in (kind, *self.matcher.subkinds(kind))
                and (e.agents & agents or (not e.agents and self._follows(e, verb)))
            ),
            None,
        )
        if event is None:
            event = Event(Thing(-1, kind, named=False, head=verb), verb.lemma_, agents=agents)
            self._add(cast, seen, event)
        event.agents |= agents
        event.thing.spans.append((verb.i, verb.i + 1))
        event.thing.spans.sort()
        cast.at[verb.i] = event.thing

    def _follows(self, event: Event, verb: Token) -> bool:
        """Whether an event without an agent is spoken of, as known, just after the verb."""
        first = event.thing.spans[0][0]
        return bool(event.definite) and verb.i < first < verb.sent.end + 40

    # --- nouns

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
        for preposition in span[-1].children:
            end = preposition.right_edge.i + 1
            if preposition.lower_ in ("of", "into", "on") and end - span.start <= _LONGEST and _plain(preposition):
                yield cast.doc[span.start : end].text
        for title in self._titles(span[-1]):
            owner = cast.at.get(title.i)
            words = cast.doc[title.left_edge.i : title.i + 1]
            if owner is None or (owner.kind in (PERSON, BODY) and owner.forms == [words.text]):
                self._retake(cast, words, owner, cast.at[span[-1].i])
                cast.at[span[-1].i].named = True
                yield words.text

    def _retake(self, cast: Cast, title: Span, owner: Thing | None, event: Thing) -> None:
        """Give the words of a title to the report, wherever they stand, though they look like a name."""
        spans = owner.spans if owner is not None else [(title.start, title.end)]
        for start, end in spans:
            event.spans.append((start, end))
            for i in range(start, end):
                cast.at[i] = event
        event.spans.sort()
        if owner is not None:
            owner.spans = []

    def _titles(self, noun: Token) -> Iterator[Token]:
        """ "A report, Broken Promises, ...", "the inquiry, code-named Honorer"."""
        title = noun.head
        if noun.dep_ == "appos" and title.i < noun.i and title.pos_ == "PROPN" and _titled(title):
            yield title  # "Cold Water, her report on the spill"
        for child in noun.children:
            if child.dep_ == "appos" and noun.i < child.i and child.pos_ == "PROPN" and _titled(child):
                yield child
            if child.dep_ == "acl" and child.lemma_.lower() in self.titling:
                yield from (t for t in child.children if t.dep_ in ("oprd", "dobj", "attr") and t.pos_ == "PROPN")

    def _describe(self, cast: Cast, span: Span) -> Event:
        head = span[-1]
        named = any(t.text[:1].isupper() for t in span[1:]) and head.text[:1].isupper() and not _headline(span)
        thing = Thing(-1, span.label_, named=named, head=head)
        if named:
            thing.add_form(span.text)
        cast.at[head.i] = thing
        themed = themes_of(cast, head, self.lexicon)
        agents = {t.number for t in things(cast, agents_of(cast, head, self.lexicon)) if t.kind in (PERSON, BODY)}
        themes = {t.number for t in things(cast, themed)} - agents
        words = {t.lemma_.lower() for t in span[:-1] if t.i not in cast.at and t.is_alpha and not t.is_stop}
        words |= {t.lower_ for t in span[:-1] if t.lower_ in self.matcher.ordinals}
        topic = {
            t.lemma_.lower()
            for one in themed
            for t in one.subtree
            if t.pos_ in ("NOUN", "PROPN") and t.i not in cast.at
        }
        unreal = any(t.lower_ == "no" and t.dep_ == "det" for t in head.lefts)
        return Event(thing, head.lemma_.lower(), _definiteness(cast, span), agents, themes, words, topic, unreal)


def _of_someone(cast: Cast, verb: Token) -> bool:
    """ "Inspected the prison's kitchens", not "reviewed its own rules" nor "assessed the risk"."""
    matters = [*objects(verb), *after(verb, "into"), *after(verb, "of")]
    named = {t for one in matters for near in coordinated(one) for t in (near, *possessors(near), *after(near, "of"))}
    return any(
        t.pos_ != "PRON"
        and t.tag_ != "PRP$"
        and (thing := cast.at.get(t.i)) is not None
        and thing.kind in (PERSON, BODY)
        for t in named
    )


def tasking_verb(verb: Token, tasking: frozenset[str]) -> Token | None:
    """The verb by which someone is set to do what this one says: "asked to review"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp") and head.pos_ == "VERB" and head.lemma_ in tasking:
        return head
    return None


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


def _titled(word: Token) -> bool:
    """Written as a title: every word of it but the small ones has a capital."""
    words = [t for t in word.doc[word.left_edge.i : word.i + 1] if t.is_alpha and not t.is_stop]
    return bool(words) and all(t.text[0].isupper() for t in words)


def _headline(span: Span) -> bool:
    """Most words of the sentence are capitalised, so that capitals tell nothing."""
    words = [t for t in span.sent if t.is_alpha and len(t) > 3]
    return sum(t.text[0].isupper() for t in words) > 0.7 * len(words) and len(words) > 3
