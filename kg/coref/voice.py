"""The voice a text is written in: of a columnist, of who signs a letter, of the body that says "we"."""

from collections import Counter

from kg.coref.cast import Cast, Thing
from kg.coref.letter import LetterForm
from kg.coref.named import BODY, PERSON
from kg.lexicon import Lexicon

_FEW = 2  # pronouns of the first person outside quotations that tell nothing yet
_ACTING = frozenset({"nsubj", "nsubjpass", "appos", "conj"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_HEAD = 8  # lines at the head of a text that may say what sort of text it is


class VoiceReader:
    """Tells whose text it is, when it has a voice of its own; news has none."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")
        self.opinion = tuple(form.casefold() for form in sorted(lexicon.evoking("Opinion")))
        self.group = lexicon.evoking("GroupPronoun")
        self.alone = lexicon.evoking("SpeakerPronoun")
        self.issuing = lexicon.evoking("Issuing", "verb")
        self.reports = {e.words[-1] for e in lexicon.entries if any(k.endswith("Report") for k in e.denotes)}
        self.genres = lexicon.evoking("InstitutionalText")
        self.organs = lexicon.evoking("PublicOrgan") | lexicon.evoking("Subunit")
        self.watching = lexicon.evoking("Watching")
        self.watchdogs = frozenset(k for kinds in lexicon.denoting("Watching").values() for k in kinds)
        self.letter = LetterForm(lexicon)
        self.meetings = lexicon.evoking("MeetingWord")

    def find(self, cast: Cast) -> Thing | None:
        """The writer where they say "I" or the text is marked as opinion; else the body that says "we"."""
        doc = cast.doc
        quoted = {i for s, e in cast.quotations for i in range(s, e)}
        words = [t.lower_ for t in doc if t.i not in quoted]
        ours = sum(word in self.group for word in words)
        mine = sum(word in self.alone for word in words)
        if self._marked(cast) or mine > max(_FEW, ours) or (mine and self.letter.greeting(cast) is not None):
            return self._signatory(cast) or self._writer(cast)
        if ours >= _FEW:
            return self._publisher(cast) or self._watchdog(cast)
        return self._institution(cast)

    def _institution(self, cast: Cast) -> Thing | None:
        """Whose inspection note, summary of findings or recommendations it is, though it never says "we"."""
        head = [t.lower_ for start, end in cast.lines[:_HEAD] for t in cast.doc[start:end]]
        if cast.host is None or self.meetings.intersection(head):
            return None
        return cast.host if self.genres.intersection(head) and self._watches(cast.host) else None

    def _watchdog(self, cast: Cast) -> Thing | None:
        """The first body its sentences name, if it watches over others: "the Care Inspectorate has a duty".

        One that is named later is another body, of which a text that says "we" speaks.
        """
        for sent in cast.doc.sents:
            if not any(t.tag_ in _FINITE for t in sent):
                continue  # a heading
            for token in sent:
                thing = cast.at.get(token.i)
                if thing is not None and thing.kind == BODY:
                    start, end = next((s, e) for s, e in thing.spans if s <= token.i < e)
                    first = self._watches(thing) and cast.doc[start:end].root.dep_ in _ACTING
                    return thing if first else None
        return None

    def _speaks(self, thing: Thing) -> bool:
        """Whether it is a body such as publishes notices: a home or a firm at the head of one is whom it is about."""
        return self._watches(thing) or any(
            word in self.organs for form in thing.forms for word in form.casefold().split()
        )

    def _watches(self, thing: Thing) -> bool:
        if thing.known and thing.sorts & self.watchdogs:
            return True
        return any(word in self.watching for form in thing.forms for word in form.casefold().split())

    def _marked(self, cast: Cast) -> bool:
        return any(cast.doc[s:e].text.casefold().startswith(self.opinion) for s, e in cast.lines[:3])

    def _signatory(self, cast: Cast) -> Thing | None:
        """The person named right after "Yours sincerely"."""
        closing = self.letter.closing(cast)
        if closing is None:
            return None
        signature = range(cast.lines[closing][0], cast.lines[min(closing + 2, len(cast.lines) - 1)][1])
        return next((cast.at[i] for i in signature if i in cast.at and cast.at[i].kind == PERSON), None)

    def _writer(self, cast: Cast) -> Thing | None:
        """A person named on a line of their own, or before a colon in the headline, else at the end."""
        doc = cast.doc
        found, greeting = cast.lines, self.letter.greeting(cast)
        for start, end in found[:8] + found[-3:]:
            if greeting is not None and start == found[greeting][0]:
                continue  # "Dear Anna," names who reads it
            thing = cast.at.get(start) or (cast.at.get(start + 1) if end - start > 1 else None)
            if thing is None or thing.kind != PERSON:
                continue
            rest = [t for t in doc[start:end] if cast.at.get(t.i) is not thing and t.is_alpha]
            follows = next((t.text for t in doc[start:end] if t.i > start and cast.at.get(t.i) is not thing), "")
            if len(rest) <= 1 or follows == ":" or (len(rest) < 8 and follows == ","):
                return thing
        return None

    def _publisher(self, cast: Cast) -> Thing | None:
        """The body with most signs of speaking: a line of its own, a report of its own, findings of its own."""
        score: Counter[int] = Counter()
        if cast.host is not None and self._watches(cast.host):
            score[cast.host.number] += 4
        for start, end in cast.lines[:6]:
            things = {t.number: t for i in range(start, end) if (t := cast.at.get(i)) is not None}
            alone = next(iter(things.values())) if len(things) == 1 else None
            named = all(i in cast.at or not cast.doc[i].is_alpha for i in range(start, end))
            if alone is not None and named and alone.kind == BODY and self._speaks(alone):
                score[alone.number] += 4
        for token in cast.doc:
            thing = cast.at.get(token.i)
            if thing is None or thing.kind != BODY:
                continue
            if (
                token.dep_ == "pobj"
                and token.head.lower_ == "by"
                and token.head.head.lemma_.lower() in self.reports | self.issuing
            ):
                score[thing.number] += 3
            if token.dep_ == "nsubj" and token.head.lemma_ in self.saying:
                score[thing.number] += 1
            if token.dep_ == "poss" and token.head.lemma_.lower() in self.reports:
                score[thing.number] += 2
        best = max(score, key=lambda n: (score[n], -n), default=None)
        return cast.things[best] if best is not None and score[best] > 1 else None
