"""Mapping one document: from its cast and its sentences to claims with evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from spacy.tokens import Doc, Token

from kg.coref.cast import Thing
from kg.lexicon import Lexicon, load_lexicon
from kg.mapper.answers import AnswerReader
from kg.mapper.attendance import attendance, behalf, beside, in_brackets, rolls
from kg.mapper.calls import CallReader
from kg.mapper.closure import close
from kg.mapper.confidence import Scorer, load_scorer
from kg.mapper.cosigners import cosigned
from kg.mapper.courts import courts
from kg.mapper.events import name_events
from kg.mapper.explain import Explanation, explain
from kg.mapper.forms import inspectors, of_form
from kg.mapper.found import Context, Found
from kg.mapper.frames import FrameReader
from kg.mapper.judgement import JudgementReader, judging
from kg.mapper.kinds import kinds_by_use
from kg.mapper.labels import LabelReader, labelling
from kg.mapper.neglect import NeglectReader
from kg.mapper.papers import papers
from kg.mapper.parts import affiliations, headed, named_with, parts, possessed
from kg.mapper.posts import posts
from kg.mapper.requests import granted, requests
from kg.mapper.resolutions import resolutions
from kg.mapper.responses import responses
from kg.mapper.sections import SectionReader, headings
from kg.mapper.sources import SourceReader
from kg.mapper.status import StatusReader
from kg.mapper.study import Study, trials
from kg.mapper.tasks import behests, tasks
from kg.mapper.teams import shared, teams
from kg.mapper.terms import terms
from kg.mapper.timing import timing
from kg.mapper.titled import titled
from kg.mapper.topics import Topics
from kg.mapper.wanted import wanted
from kg.mapper.words import WordFinder
from kg.types import Claim, Details, Document, Evidence, Mention, Reading, Referent
from kg.vocab import Ontology, load_ontology


@dataclass(frozen=True)
class Mapper:
    """Reads what Docs say. Needs ``doc._.kg_cast``, which the component ``kg_coref`` sets."""

    ontology: Ontology
    lexicon: Lexicon
    scorer: Scorer = field(default_factory=load_scorer)

    @cached_property
    def _status(self) -> StatusReader:
        return StatusReader(self.lexicon)

    @cached_property
    def _words(self) -> WordFinder:
        return judging(self.lexicon)

    @cached_property
    def _labels(self) -> WordFinder:
        return labelling(self.lexicon)

    @cached_property
    def _headings(self) -> WordFinder:
        return headings(self.lexicon)

    def read(self, document: Document, doc: Doc) -> Reading:
        """All claims of a document, between referents of its own."""
        context = Context(doc._.kg_cast, self.lexicon, self.ontology)
        return self.reading(document, context, self.facts(context))

    def reading(self, document: Document, context: Context, facts: list[Found]) -> Reading:
        """What was found, as claims."""
        names = name_events(context, facts)
        kinds = kinds_by_use(context, facts)
        referents = {
            t.number: self._referent(document, context, t, kinds[t.number], names)
            for t in context.cast.things
            if t.number in kinds
        }
        return Reading(
            document=document,
            referents=tuple(referents.values()),
            mentions=tuple(self._mentions(document, context, kinds)),
            claims=tuple(_claims(document, facts)),
        )

    def study(self, document: Document, doc: Doc) -> Study:
        """What :meth:`read` gives, and what it was chosen from."""
        context = Context(doc._.kg_cast, self.lexicon, self.ontology)
        facts = self.facts(context)
        names = name_events(context, facts)
        kinds = {t.number: context.kind_iri(t) for t in context.cast.things}
        return Study(
            reading=self.reading(document, context, facts),
            known=tuple(self._referent(document, context, t, kinds[t.number], names) for t in context.cast.things),
            spoken=tuple(self._mentions(document, context, kinds)),
            trials=tuple(trials(context, facts, self._words)),
        )

    def explain(self, document: Document, doc: Doc) -> Explanation:  # noqa: ARG002 - as read()
        """Why :meth:`read` gives what it gives."""
        context = Context(doc._.kg_cast, self.lexicon, self.ontology)
        facts = self.facts(context)
        names = name_events(context, facts)
        return explain(context, facts, {number: name for number, (name, _) in names.items()})

    def facts(self, context: Context) -> list[Found]:
        """Everything found, with what follows from it; the same fact may be found in several places."""
        return self.scorer.score(context, self.raw(context))

    def raw(self, context: Context) -> list[Found]:
        """The same, each as sure as the rule that found it is by its own account."""
        status = self._status
        sources = SourceReader(context, status)
        framed = list(FrameReader(status, self._words).find(context))
        topics, held = Topics(framed, context), list(posts(context, status, framed))
        found: list[Found] = [
            *framed,
            *courts(context, framed),
            *held,
            *parts(context),
            *headed(context),
            *named_with(context),
            *affiliations(context),
            *possessed(context),
            *attendance(context, held),
            *rolls(context),
            *beside(context),
            *behalf(context),
            *in_brackets(context),
            *JudgementReader(context, status, sources, self._words, topics).find(),
            *LabelReader(context, status, sources, self._labels).find(),
            *NeglectReader(context, sources, self._words).find(),
            *SectionReader(context, sources, (self._headings, self._words), topics).find(),
            *resolutions(context, status),
            *CallReader(context, status, sources).find(),
            *requests(context, status),
            *granted(context),
            *responses(context),
            *tasks(context, status, framed),
            *behests(context, status),
            *teams(context),
            *titled(context),
            *of_form(context),
            *papers(context),
        ]
        found.extend((*shared(context, found), *cosigned(context, found)))
        found = wanted(context, status, found)
        closed = [*terms(context, status, close(context, found)), *inspectors(context)]
        return AnswerReader(context, status, closed).read()

    def _referent(
        self,
        document: Document,
        context: Context,
        thing: Thing,
        kind: str,
        names: dict[int, tuple[str, tuple[str, ...]]],
    ) -> Referent:
        name, aliases = names.get(thing.number, (thing.name, tuple(f for f in thing.forms if f != thing.name)))
        return Referent(
            id=_id(document, thing),
            kind=kind,
            name=" ".join(name.split()),
            aliases=tuple(dict.fromkeys(" ".join(a.split()) for a in aliases)),
            known=thing.known,
            named=thing.named,
            classification=min(thing.sorts) if len(thing.sorts) == 1 else None,
            details=timing(context.lexicon, thing),
        )

    def _mentions(self, document: Document, context: Context, kinds: dict[int, str]) -> Iterator[Mention]:
        doc = context.cast.doc
        for thing in context.cast.things:
            for start, end in thing.spans if thing.number in kinds else ():
                span = doc[start:end]
                yield Mention(
                    document.id,
                    span.start_char,
                    span.end_char,
                    document.text[span.start_char : span.end_char],
                    kinds[thing.number],
                    _id(document, thing),
                )


def load_mapper(ontology: Path | None = None, lexicon: Path | None = None) -> Mapper:
    """A mapper for the oversight vocabulary, or for an ontology and lexicon of the user's own."""
    return Mapper(load_ontology(ontology), load_lexicon(lexicon, ontology))


def _claims(document: Document, facts: Iterable[Found]) -> Iterator[Claim]:
    """One claim per subject, relation, object and status (and role), with all its evidence."""
    groups: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    for fact in facts:
        key = (
            _id(document, fact.subject),
            fact.relation,
            _id(document, fact.object),
            fact.status.value,
            fact.details.role or "",
        )
        groups[key].append(fact)
    for (subject, relation, object_, _, _), group in sorted(groups.items()):
        evidence = {
            (e.start, e.end, e.found_by): e
            for e in sorted((_evidence(document, f) for f in group), key=lambda e: e.confidence)
        }
        yield Claim(
            subject,
            relation,
            object_,
            group[0].status,
            tuple(evidence[k] for k in sorted(evidence)),
            _details(group),
        )


def _details(group: list[Found]) -> Details:
    content = tuple(sorted({words for fact in group for words in fact.details.content}))
    return replace(group[0].details, content=content, former=all(f.details.former for f in group))


def _evidence(document: Document, fact: Found) -> Evidence:
    start, end = passage(document, fact.token)
    said_by = _id(document, fact.said_by) if fact.said_by is not None else None
    return Evidence(document.id, start, end, round(fact.confidence, 2), fact.entry, said_by)


def passage(document: Document, token: Token) -> tuple[int, int]:
    """Character offsets of the sentence a token stands in, without white space at its ends."""
    sent = token.sent
    text = document.text[sent.start_char : sent.end_char]
    start = sent.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _id(document: Document, thing: Thing) -> str:
    return f"{document.id}#{thing.number}"
