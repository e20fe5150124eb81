"""The voice a text is written in: of a columnist, of who signs a letter, of the body that says "we"."""

import re
from collections import Counter

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.host import BEFORE
from kg.coref.letter import LetterForm
from kg.coref.named import BODY, PERSON
from kg.coref.releases import ReleaseReader
from kg.coref.signature import SignatureReader, live
from kg.coref.sole import solely_named
from kg.coref.subject_line import SubjectLineReader
from kg.coref.watchdogs import Watchdogs, named_with
from kg.grammar import FINITE, after, after_any, clause_verb, coordinated, objects, subjects, surface_subjects
from kg.lexicon import Lexicon

_NUMBER = re.compile(r"([A-Z]{2,8})[-/ ]\d")  # of a report: "OIG-21-07"
_FEW = 2  # pronouns of the first person outside quotations that tell nothing yet
_DUTY = frozenset({"must", "should"})
_STOPS = frozenset({".", "!", "?"})
_CREDIT = frozenset({"of", "by", "from"})
_TITLE = 6  # tokens within which a title says that it is a report
_HEAD = 8  # lines at the head of a text that may say what sort of text it is


class VoiceReader:
    """Tells whose text it is, when it has a voice of its own; news has none."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")
        self.opinion = tuple(form.casefold() for form in sorted(lexicon.evoking("Opinion")))
        self.group = lexicon.evoking("GroupPronoun")
        self.alone = lexicon.evoking("SpeakerPronoun")
        self.issuing = lexicon.evoking("Issuing", "verb")
        roles = lexicon.roles
        self.calling = lexicon.verbs_of(roles.call) - lexicon.evoking("Light", "verb")
        self.reports = lexicon.nouns_for(REPORT)
        self.releases = ReleaseReader(lexicon)
        self.genres = lexicon.evoking("InstitutionalText")
        self.organs = lexicon.evoking("PublicOrgan") | lexicon.evoking("Subunit")
        self.parts = lexicon.evoking("WeakBodyWord")
        watchdogs = Watchdogs(lexicon)
        self.watches, self.inspects, self.watchdog = watchdogs.watches, watchdogs.inspects, watchdogs.is_one
        self.bystanders = frozenset().union(*lexicon.denoting("Bystander").values())
        self.letter, self.forms = LetterForm(lexicon), SubjectLineReader(lexicon)
        self.nouns = frozenset(lexicon.denoting("SoleName"))
        self.signature = SignatureReader(lexicon)
        verdicts = {roles.censure, roles.removal}  # "upheld a complaint against X" tells of the outcome
        told = ((e, {f.relation for f in e.frames}) for e in lexicon.entries)
        acts = (e for e, tells in told if tells & roles.scrutiny and not tells & verdicts)
        self.acts = frozenset(e.words[-1] for e in acts if e.pos != "verb" or len(e.words) == 1)
        self.meetings = lexicon.evoking("MeetingWord")
        self.behalf = lexicon.evoking("Behalf")
        self.replies = lexicon.evoking("Reply", "noun")

    def find(self, cast: Cast) -> Thing | None:
        """The writer where they say "I" or the text is marked as opinion; else the body that says "we"."""
        if live(cast):
            return None
        if (author := self._deciding(cast) or self._replying(cast)) is not None:
            return author
        copied = set(self.letter.copied(cast))
        aside = cast.naming.union(copied, *(range(s, e) for s, e in cast.quotations))  # "WE Charity" is nobody's "we"
        aside |= self._said(cast)
        words = [t.lower_ for t in cast.doc if t.i not in aside]
        ours = sum(word in self.group for word in words)
        mine = sum(word in self.alone for word in words)
        person, body = self.signature.find(cast)
        turning = mine and (self.letter.greeting(cast) is not None or self.letter.spoken(cast))
        if self._marked(cast) or mine > max(_FEW, ours) or turning:
            writer = person or self.signature.stating(cast) or self._writer(cast)
            return writer or (self.signature.columnist(cast) if self._marked(cast) else None)
        if mine > _FEW and (writer := self.signature.byline(cast)) is not None:
            return writer
        if body is not None and ours > mine:
            return body
        if person is not None and (mine > _FEW or (ours and self.signature.in_office(cast, person))):
            own = cast.host if cast.host is not None and self.watches(cast.host) else None
            return own if own is not None and mine <= _FEW else person  # an auditor signs the report of an audit office
        if ours and (whose := self._on_behalf(cast)) is not None:
            return whose
        others = self._others(cast)
        if ours >= _FEW:
            return (
                self._inspecting(cast)
                or self.releases.releasing(cast, others)
                or self._publisher(cast, others)
                or self._inquiring(cast)
                or self.releases.watchdog(cast, others)
                or self._titled(cast)
                or self._solely_named(cast, others)
                or self._calling(cast, aside, others)
                or self._office(cast)
                or self._only_watchdog(cast)
                or self.releases.telling_of_itself(cast, others)
                or self._institution(cast, others)
            )
        found = self._institution(cast, others) or (self._calling(cast, aside, others) if ours else None)
        return found or self._only_watchdog(cast)

    def _said(self, cast: Cast) -> set[int]:
        """What others say in their own words: a paragraph after "X said:", turns in a record of several who speak."""
        turns = [s for s in cast.speeches if s.verb is None and not s.direct and s.speaker in cast.at]
        several = len({cast.at[s.speaker].number for s in turns if cast.at[s.speaker].kind == PERSON}) > 1
        said = [s for s in cast.speeches if s.direct] + (turns if several else [])
        return {i for s in said for i in range(s.start, s.end)}

    def _on_behalf(self, cast: Cast) -> Thing | None:
        """The body of "We write on behalf of Y"."""
        for token in cast.doc:
            if token.lower_ in self.behalf and any(
                t.lower_ in self.group | self.alone for t in surface_subjects(clause_verb(token))
            ):
                bodies = [cast.at[t.i] for t in after(token, "of") if t.i in cast.at]
                return next((t for t in bodies if t.kind == BODY and not cast.quoted(token.i)), None)
        return None

    def _calling(self, cast: Cast, aside: set[int], others: set[int]) -> Thing | None:
        """Where "we recommend", or "we call upon" someone: the watchdog or committee at the head, or who audits."""
        ours = (t for t in cast.doc if t.i not in aside and t.lower_ in self.group)
        if not any(t.dep_ == "nsubj" and t.head.lemma_ in self.calling for t in ours):
            return None
        host = cast.host if cast.host is not None and self._judges(cast.host) else self._auditor(cast)
        return host if host is not None and host.number not in others else None

    def _office(self, cast: Cast) -> Thing | None:
        """An office that looks into others, of whose holder the text does not tell: "The Ombudsman's decision"."""
        offices = [t for t in cast.of_kind(PERSON) if t.office and self.inspects(t)]
        if len(offices) != 1 or any(self._judges(t) for t in cast.of_kind(BODY)):
            return None
        return _institution_of(offices[0])

    def _auditor(self, cast: Cast) -> Thing | None:
        """The one watchdog that is said to look into anyone: "The audit was conducted by a team of Y"."""
        found: dict[int, Thing] = {}
        for token in cast.doc:
            thing = cast.at.get(token.i)
            if thing is None or thing.kind != BODY or not self.watches(thing) or cast.quoted(token.i):
                continue
            verb = clause_verb(token)
            if any(t.dep_ == "neg" for t in verb.lefts):
                continue
            near = (verb, *objects(verb), *surface_subjects(verb))
            part = any(form.split()[-1].casefold() in self.parts for form in thing.forms)  # "an Audit Team of Y"
            if not part and any(t.lemma_.lower() in self.acts for t in near):
                found[thing.number] = thing
        return next(iter(found.values())) if len(found) == 1 else None

    def _institution(self, cast: Cast, others: set[int]) -> Thing | None:
        """Whose inspection note, summary of findings or recommendations it is, though it never says "we"."""
        if (issuer := self.releases.issuer(cast) or self.releases.releasing(cast, others)) is not None:
            return issuer
        head = [t.lower_ for start, end in cast.lines[:_HEAD] for t in cast.doc[start:end]]
        if self.meetings.intersection(head):
            return None
        if cast.host is not None and self.genres.intersection(head):
            inspecting = bool(cast.form) and cast.host not in cast.form.values()  # whose form it is about another
            if inspecting or self.watches(cast.host):
                return cast.host
        return self._titled(cast)

    def _inspecting(self, cast: Cast) -> Thing | None:
        """The watchdog at the head of a form that is about another body."""
        host = cast.host
        form = host is not None and bool(cast.form) and host not in cast.form.values()
        return host if host is not None and form and self.watchdog(host) else None

    def _only_watchdog(self, cast: Cast) -> Thing | None:
        """The one watchdog, in its head or else at all, of a text that has the form of an inspection's report."""
        if not self.forms.heads(cast):
            return None
        found = [t for t in cast.of_kind(BODY) if self.watches(t)]
        text = next((start for start, end in cast.lines if cast.doc[end - 1].text in _STOPS), len(cast.doc))
        found = [t for t in found if t.spans and t.spans[0][0] < text] or found
        return found[0] if len(found) == 1 and found[0] not in cast.form.values() else None

    def _titled(self, cast: Cast) -> Thing | None:
        """The committee or other public body of a line at the head: "Report of the Ports Committee on ferries"."""
        for start, end in cast.lines[:_HEAD]:
            body = self._credited(cast, start, end)
            if body is not None and (body.office or self._speaks(body)):
                return _institution_of(body) if body.office else body
            body = self._before_title(cast, start, end)
            if body is not None and self._judges(body):
                return body
        return None

    def _before_title(self, cast: Cast, start: int, end: int) -> Thing | None:
        """The body of a line that goes on with no more than "Final Report"."""
        thing = cast.at.get(start + (cast.doc[start].lower_ == "the"))
        rest = [t for t in cast.doc[start + 1 : end] if t.is_alpha and cast.at.get(t.i) is not thing]
        title = rest and len(rest) <= _FEW and rest[-1].lower_ in self.reports
        return thing if title and thing is not None and thing.kind == BODY else None

    def _credited(self, cast: Cast, start: int, end: int) -> Thing | None:
        """Whose report a line says it is, that is no sentence: "Report of Y", "Third report by Y"."""
        doc = cast.doc
        if doc[end - 1].text in _STOPS or any(t.tag_ in FINITE for t in doc[start:end]):
            return None
        for i in range(start, min(start + _TITLE, end - 2)):
            after = i + 2 + (doc[i + 2].lower_ == "the")
            thing = cast.at.get(after) if after < end else None
            if doc[i].lower_ in self.reports and doc[i + 1].lower_ in _CREDIT and thing is not None:
                return thing if thing.kind == BODY or (thing.office and self.inspects(thing)) else None
        return None

    def _deciding(self, cast: Cast) -> Thing | None:
        """Whose decision a line at the head announces: "The Ombudsman's final decision:"."""
        doc = cast.doc
        for start, end in cast.lines[:_HEAD]:
            first = start + (doc[start].lower_ == "the")
            thing = cast.at.get(first)
            if thing is None or not (thing.office or self.watches(thing)):
                continue
            last = end - 1 - (doc[end - 1].text == ":")
            rest = [t for t in doc[first:last] if cast.at.get(t.i) is not thing]
            owned = bool(rest) and rest[0].tag_ == "POS" and all(t.is_alpha for t in rest[1:])
            if owned and doc[last].lower_ in self.genres | self.reports:
                return thing
        return None

    def _replying(self, cast: Cast) -> Thing | None:
        """Whose answer to a paper a line at the head says it is: "Government response to the Committee's report"."""
        doc = cast.doc
        for start, end in cast.lines[:_HEAD]:
            noun = next((i for i in range(start, end - 1) if doc[i].lower_ in self.replies), start)
            sentence = any(t.tag_ in FINITE for t in doc[start:end]) or doc[end - 1].text in _STOPS
            thing = cast.at.get(start + (doc[start].lower_ == "the"))
            if noun == start or sentence or thing is None or thing.kind != BODY or doc[noun + 1].lower_ != "to":
                continue
            if all(cast.at.get(i) is thing or not doc[i].is_alpha or i == start for i in range(start, noun)):
                return thing
        return None

    def _inquiring(self, cast: Cast) -> Thing | None:
        """Whose inquiry or report the first line says it is of: "The Ports Committee's inquiry into ferries"."""
        doc = cast.doc
        for start, end in cast.lines[:1]:
            first = start + (doc[start].lower_ == "the")
            thing = cast.at.get(first)
            sentence = doc[end - 1].text in _STOPS or any(t.tag_ in FINITE for t in doc[start:end])
            if thing is None or thing.kind != BODY or sentence or not self._judges(thing):
                continue
            rest = next((i for i in range(first, end) if cast.at.get(i) is not thing), end)
            noun = rest + 1 if rest < end and doc[rest].tag_ == "POS" else rest
            if any(t.lower_ in self.acts | self.reports for t in doc[noun : min(noun + _FEW, end)]):
                return thing
        return None

    def _speaks(self, thing: Thing) -> bool:
        """Whether it is a body such as publishes notices: a home or a firm at the head of one is whom it is about."""
        return self.watches(thing) or named_with(thing, self.organs)

    def _judges(self, thing: Thing) -> bool:
        """A watchdog or a committee, say: not a home whose inspection it is, nor a service."""
        return self.watches(thing) or bool(thing.sorts & self.bystanders)

    def _solely_named(self, cast: Cast, others: set[int]) -> Thing | None:
        """The one body that has no name but a noun: "we acted late, and the tribunal chided the Authority"."""
        found = [t for t in cast.of_kind(BODY) if solely_named(t, self.nouns)]
        return found[0] if len(found) == 1 and found[0].number not in others else None

    def _marked(self, cast: Cast) -> bool:
        return any(cast.doc[s:e].text.casefold().startswith(self.opinion) for s, e in cast.lines[:3])

    def _writer(self, cast: Cast) -> Thing | None:
        """A person named on a line of their own, or before a colon in the headline, else at the end."""
        doc = cast.doc
        found, readers = cast.lines, self.letter.addressed(cast)
        for start, end in found[:8] + found[-3:]:
            if start in readers or cast.doc[end - 1].text == ";":  # one of those whom a speech welcomes
                continue
            thing = cast.at.get(start) or (cast.at.get(start + 1) if end - start > 1 else None)
            if thing is None or thing.kind != PERSON:
                continue
            rest = [t for t in doc[start:end] if cast.at.get(t.i) is not thing and t.is_alpha]
            follows = next((t.text for t in doc[start:end] if t.i > start and cast.at.get(t.i) is not thing), "")
            if len(rest) <= 1 or follows == ":" or (len(rest) < 8 and follows == ","):
                return thing
        return None

    def _publisher(self, cast: Cast, others: set[int]) -> Thing | None:
        """The body with most signs of speaking: a line of its own, a report of its own, findings of its own."""
        score: Counter[int] = Counter()
        if cast.host is not None and self.watches(cast.host):
            score[cast.host.number] += 4
        readers = self.letter.addressed(cast)
        for start, end in cast.lines[:6]:
            if start not in readers and (number := self._heading(cast, start, end)) is not None:
                score[number] += 4
        for token in cast.doc:
            thing = cast.at.get(token.i)
            if thing is not None and thing.kind == BODY:
                score[thing.number] += self._sign(token)
        for number in others | self._looked_into(cast):
            del score[number]
        best = max(score, key=lambda n: (score[n], self.watches(cast.things[n]), -n), default=None)
        watchdogs = [n for n in score if self.watches(cast.things[n])] or self._at_work(cast, score)
        only = cast.things[watchdogs[0]] if len(watchdogs) == 1 and self._looks(cast) else None
        if best is None or score[best] <= 2 or (only is not None and self._headed_only(cast, best)):
            return only
        return cast.things[best]

    def _at_work(self, cast: Cast, numbers: Counter[int]) -> list[int]:
        """Those of some bodies, with a name that may be a watchdog's, that are said to look into someone."""
        doing = {cast.at[t.i].number for t in cast.doc if _acts(cast, t) and t.head.lemma_ in self.acts}
        return [n for n in numbers if n in doing and self.watchdog(cast.things[n])]

    def _looked_into(self, cast: Cast) -> set[int]:
        """Whom a line at the head says that an act was of: "Inspection of X"."""
        words = (t for start, end in cast.lines[:_HEAD] for t in cast.doc[start:end] if t.lower_ in self.acts)
        return {cast.at[o.i].number for t in words for o in after(t, "of") if o.i in cast.at}

    def _headed_only(self, cast: Cast, number: int) -> bool:
        """Whether a body does no more than stand at the head of a page, as whom it is about; no committee does."""
        thing = cast.things[number]
        if thing is not cast.host or thing.sorts & self.bystanders:
            return False
        return not any(_acts(cast, t) and t.head.lemma_ in self.saying and cast.at[t.i] is thing for t in cast.doc)

    def _heading(self, cast: Cast, start: int, end: int) -> int | None:
        """The body that is all of a line at the head, "Ports Committee, Third Report", or stands before its colon."""
        things = {cast.at[i].number for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY}
        rest = [t for t in cast.doc[start:end] if t.is_alpha and t.i not in cast.naming and t.lower_ not in BEFORE]
        text = any(t.lower_ in self.reports | self.genres for t in cast.doc[start:end])
        alone = cast.things[next(iter(things))] if len(things) == 1 else None
        if alone is not None and ((not rest and self._speaks(alone)) or (text and len(rest) <= _FEW)):
            return alone.number
        colon = next((i for i in range(start, end) if cast.doc[i].text == ":"), start)
        if (
            colon > start
            and len(things := {cast.at[i].number if i in cast.at else -1 for i in range(start, colon)}) == 1
        ):
            return next((n for n in things if n >= 0 and cast.things[n].kind == BODY), None)  # "CPSO: sergeant to ..."
        prefix = _NUMBER.match(cast.doc[start:end].text)
        numbered = (t.number for t in cast.of_kind(BODY) if prefix is not None and prefix[1] in t.forms)
        return next(numbered, None)

    def _sign(self, token: Token) -> int:
        """How much it tells of whose text it is that a body is spoken of so."""
        by = token.dep_ == "pobj" and token.head.lower_ == "by"
        if by and token.head.head.lemma_.lower() in self.reports | self.issuing:
            return 3
        if token.dep_ == "nsubj" and token.head.lemma_ in self.saying and token.head.dep_ != "ccomp":
            return 1  # not "we suggest that Y consider it"
        return 2 if token.dep_ == "poss" and token.head.lemma_.lower() in self.reports else 0

    def _others(self, cast: Cast) -> set[int]:
        """Bodies that whoever says "we" deals with: "we asked X", "X told us"; and those that only are something.

        Where "we" recommend or call for anything, those too that "must" or "should" do it.
        """
        subjects_of = [(cast.at[t.i].number, t.head.lemma_ == "be") for t in cast.doc if _acts(cast, t)]
        found = {number for number, is_ in subjects_of if is_} - {number for number, is_ in subjects_of if not is_}
        ours = [t for t in cast.doc if t.lower_ in self.group]
        if any(t.dep_ == "nsubj" and t.head.lemma_ in self.calling for t in ours):
            bound = (t for t in cast.doc if _acts(cast, t) and any(m.lower_ in _DUTY for m in t.head.lefts))
            found |= {cast.at[t.i].number for t in bound if not cast.quoted(t.i)}
        for token in ours:
            verb = clause_verb(token)
            subject = token.dep_ in ("nsubj", "nsubjpass")
            inner = [t for c in verb.children if c.dep_ in ("ccomp", "xcomp") for t in surface_subjects(c)]
            beside = [*_objects_of(verb), *inner] if subject else subjects(verb)  # "we recommend that X act"
            beside += [t for o in beside if subject for t in after_any(o, ("from", "with"))]  # "have an accord with X"
            met = (cast.at.get(t.i) or _called(cast, t) for t in beside)
            found |= {thing.number for thing in met if thing is not None and thing.kind == BODY}
        return found

    def _looks(self, cast: Cast) -> bool:
        """Whether those who say "we" inspect or inquire: "our last inspection", "we carried out this review"."""
        ours = (t for t in cast.doc if t.lower_ in self.group)
        return any(w.lemma_.lower() in self.acts for t in ours for w in (t.head, *_objects_of(t.head)))


def _institution_of(office: Thing) -> Thing:
    """An office as the institution that says "we"."""
    office.kind, office.office = BODY, False
    return office


def _acts(cast: Cast, token: Token) -> bool:
    return token.dep_ == "nsubj" and token.i in cast.at and cast.at[token.i].kind == BODY


def _called(cast: Cast, noun: Token) -> Thing | None:
    """The one body that "the Council" can be."""
    if not any(t.lower_ == "the" for t in noun.lefts):
        return None
    found = [t for t in cast.of_kind(BODY) if noun.lower_ in t.nouns]
    return found[0] if len(found) == 1 else None


def _objects_of(verb: Token) -> list[Token]:
    """What a verb governs, through prepositions too, and what is joined with that."""
    inner = [p for t in verb.children if t.dep_ in ("prep", "agent") for p in t.children if p.dep_ == "pobj"]
    return [one for t in (*objects(verb), *inner) for one in coordinated(t)]
