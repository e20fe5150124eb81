"""Which names of a document are names of one thing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from spacy.tokens import Doc, Span, Token

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import (
    abbreviations,
    ends,
    first_name,
    fold,
    has_initials,
    last_word,
    name_words,
    part_shortened,
    rest_of,
    same,
    surname,
    turn,
    turned,
)
from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.ner.cuts import AND
from kg.ner.titles import APOSTROPHES
from kg.vocab import OV, local_name
from kg.wordlists import forms, given_names, short_names

PERSON, BODY, PLACE = (local_name(iri) for iri in (OV.Person, OV.Organisation, OV.Place))


def cluster(doc: Doc, lexicon: Lexicon, gazetteer: Gazetteer) -> Cast:
    """One Thing per person, body and place that the Doc names."""
    names = _Names(Cast(doc), lexicon, gazetteer)
    # Long names first, so that the short ones find them; in a text's order otherwise.
    for span in sorted(doc.spans["names"], key=lambda s: (len(s) == 1, -len(s), s.start)):
        names.read(span)
    # Names are compared without the possessive: "magistrates court".
    kinds = {fold(word): kinds for word, kinds in lexicon.denoting("BodyWord").items()}
    foreign = {fold(word): kinds for word, kinds in lexicon.denoting("ForeignBody").items()}
    parties = {fold(word): kinds for word, kinds in lexicon.denoting("Affiliation").items()}
    for thing in names.cast.things:
        thing.spans.sort()
        thing.forms.sort(key=lambda form: _first(doc, thing, form))
        thing.sorts |= sorts_of(thing, kinds, lexicon.evoking("LowerUnit")) or _sorts_of_first(thing, foreign)
        if thing.kind == BODY and not thing.sorts:  # "Liberal Democrat", of a party's people
            thing.sorts = frozenset().union(*(parties.get(fold(form), frozenset()) for form in thing.forms))
    return names.cast


class _Names:
    """The things found so far, by what another name of theirs must share with the names they have."""

    def __init__(self, cast: Cast, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.cast = cast
        self.gazetteer = gazetteer
        self.selfnamed = lexicon.evoking("SelfNamed")
        self.female, self.male = lexicon.evoking("Female"), lexicon.evoking("Male")
        self.women, self.men = forms("WomansName"), forms("MansName")
        self.countries = forms("Country")
        self.posts = lexicon.post_nouns
        self.ministries = lexicon.evoking("Portfolio")
        self.lower = lexicon.evoking("LowerBody")
        self.areas = lexicon.evoking("PlaceNominal")
        self.ruling = lexicon.evoking("SelfNamed") & lexicon.evoking("Ministry")
        self.legal = lexicon.evoking("LegalForm") | forms("LegalForm")
        self.heads = lexicon.evoking("ForeignBody")
        self.eponymous = lexicon.evoking("Eponymous") - self.legal
        self.strong = frozenset(w for w in lexicon.denoting("BodyWord") if " " not in w) - lexicon.evoking(
            "WeakBodyWord"
        )
        self.begins = {span.end: span.start for span in cast.doc.spans["names"]}
        people = (span for span in cast.doc.spans["names"] if span.label_ == PERSON and len(span) > 1)
        self.people = {span.start: span.end for span in people}
        self.defined = {acronym: span for span, acronym in cast.doc._.kg_acronyms}
        self.introduced = set(self.defined.values())
        self.index: dict[tuple[str, str, str], dict[int, Thing]] = defaultdict(dict)
        self.start: dict[int, int] = {}  # where each thing is first named, of the names read so far

    def read(self, span: Span) -> None:
        """Find whose name a span is, or begin a thing of its own."""
        gender = self._title(span)
        fuller = self._owned(span) or self._of_pair(span)
        thing = self._defined(span) or self._find(span, fuller or span.text, gender) or self.cast.new(span.label_)
        if span.text not in thing.forms:
            self._remember(thing, span)
        if fuller:
            self.index[span.label_, "same", fold(fuller)][thing.number] = thing
            thing.add_form(fuller)
        self.cast.mention(span, thing, names=True)
        self.start[thing.number] = min(span.start, self.start.get(thing.number, span.start))
        thing.gender = thing.gender or gender

    def _owned(self, span: Span) -> str | None:
        """A name in lower case with whose it is, which tells it apart: "Nordwatt's | supervisory board"."""
        if span.label_ != BODY or not span[0].is_lower or span.start < 2:
            return None
        doc, i = span.doc, span.start - 1
        while i > 1 and doc[i].pos_ == "ADJ":
            i -= 1  # "the tribunal's | own | advisory board"
        if doc[i].text not in APOSTROPHES:
            return None
        start = self.begins.get(i, i - 1 if doc[i - 1].lower_ in self.lower else None)
        start = i - 1 if span[0].text in self.ruling and start is not None else start  # "the Obi administration"
        return doc[start : span.end].text if start is not None else None

    def _of_pair(self, span: Span) -> str | None:
        """The whole name of the first of two who share a surname: "Petra | and Ana Kovač"."""
        doc, end = span.doc, span.end + 1
        other = self.people.get(end) if len(span) == 1 and span.label_ == PERSON else None
        if other is None or doc[span.end].lower_ not in AND or not all(map(_is_given, (doc[span.start], doc[end]))):
            return None
        return f"{span.text} {doc[end + 1 : other].text}"

    def _title(self, span: Span) -> str | None:
        """The gender that a title before a person's name tells, or one that is part of it."""
        if span.label_ != PERSON:
            return None
        told = None
        for token in (*span.doc[max(0, span.start - 1) : span.start], span[0]):
            word = token.lower_.rstrip(".")
            if told is None and (word in self.female or word in self.male):
                told = "f" if word in self.female else "m"
                if word in self.posts:
                    return self._given(span) or told  # a chairman may be a woman
        return told or self._given(span)

    def _given(self, span: Span) -> str | None:
        """The gender that a first name tells."""
        if len(span) < 2:
            return None
        name = span[0].lower_
        return "f" if name in self.women else "m" if name in self.men else None

    def _defined(self, span: Span) -> Thing | None:
        """The body whose name stands before the bracket this acronym is in."""
        if span.start in self.defined and len(span) == 1:
            start, end = self.defined[span.start]
            return next((self.cast.at[i] for i in range(start, end) if i in self.cast.at), None)
        return None

    def _find(self, span: Span, form: str, gender: str | None) -> Thing | None:
        land = len(span) == 1 and span.text.casefold() in self.countries  # Kenya is not short for the Kenya Ports Board
        for how in _WAYS[PLACE if land or span.label_ not in _WAYS else span.label_]:
            found = [
                thing
                for _, thing in sorted(self._sharing(span, form, how).items())
                if not (gender and thing.gender and gender != thing.gender) and _TESTS[how](thing.forms, form)
            ]
            if how == "last word" and (span.start == 0 or span.doc[span.start - 1].lower_ != "the"):
                found = [t for t in found if any(_headed(form, span.text, self.heads) for form in t.forms)]
            if how == "ends" and span.label_ == BODY:
                if len(span) == 1 and span.text.casefold() in self.selfnamed:
                    found = [t for t in found if self._with_head(t, span)]  # the Senate is none of its subcommittees
                found = [t for t in found if self._may_shorten(t, span) and not self._governs(t, span)]
                found = self._own_heads(found) if min(len(found), len(span)) > 1 else found
            if found and (len(found) == 1 or how not in _ALONE):  # "Garda" could be any that begins so
                return found[0] if len(found) == 1 else self._latest(found, span.start)
        return None

    def _with_head(self, thing: Thing, span: Span) -> bool:
        """ "Treasury Department", of a name that stands alone too."""
        word = fold(span.text)
        return any(turn(fold(form)).split() == [word, head] for form in thing.forms for head in self.ministries)

    def _governs(self, thing: Thing, span: Span) -> bool:
        """ "The Labour government", of which a party's name is no short form."""
        return span[-1].text not in self.ruling and all(form.rpartition(" ")[2] in self.ruling for form in thing.forms)

    def _own_heads(self, things: list[Thing]) -> list[Thing]:
        """Of several with names that begin alike the one named after itself: "Hill Lane" is the school."""
        own = [t for t in things if any(fold(form).split()[-1] in self.eponymous for form in t.forms)]
        return own if len(own) == 1 else things

    def _may_shorten(self, thing: Thing, span: Span) -> bool:
        """Whether a shorter name may be short for that of a thing: one word, words that begin it, or one named before.

        A name that is that of a body by itself is no short form: a police force is none of its federations.
        """
        if len(span) == 1:
            return True
        mine = fold(span.text).split()
        begun = [rest for form in thing.forms if (rest := rest_of(fold(form).split(), mine))]
        if begun and mine[-1] in self.areas and all(len(rest) > 1 for rest in begun):
            return False  # "Larch County", of its prosecutor, is not the Larch County Sheriff's Department
        if begun and mine[-1] in self.strong:
            return any(rest[0].rstrip(".") in self.legal for rest in begun)
        if self.start[thing.number] <= span.start or _of_country(thing, mine):
            return True
        return bool(begun) and self.introduced.isdisjoint(thing.spans)  # what a text introduces later is another

    def _sharing(self, span: Span, form: str, how: str) -> dict[int, Thing]:
        """Things whose names may pass a test, for they share what it asks for."""
        found: dict[int, Thing] = {}
        for key in self._keys(form, how):
            found |= self.index.get((span.label_, how, key), {})
        return found

    def _keys(self, form: str, how: str) -> tuple[str, ...]:
        words = name_words(form)
        if how == "same":
            return (fold(form),)
        if how == "turned":
            return (turn(fold(form)),)
        if how == "listed":
            known = self.gazetteer.find(form)
            return (known.iri,) if known is not None else ()
        if how == "initials":
            return (form,) if len(words) == 1 else tuple(abbreviations(form))
        if how == "surname":
            return tuple(words[-1:])
        return tuple(dict.fromkeys((*words[:1], *words[-1:])))

    def _remember(self, thing: Thing, span: Span) -> None:
        for how in _WAYS.get(span.label_, _WAYS[PLACE]):
            for key in self._keys(span.text, how):
                self.index[span.label_, how, key][thing.number] = thing
        body = self.gazetteer.find(span.text) if span.label_ == BODY else None
        if body is not None and thing.known is None:
            thing.known = body.iri
            thing.sorts |= {body.classification} if body.classification else set()

    def _latest(self, things: list[Thing], at: int) -> Thing:
        """Whichever was named last before a token."""
        before = [t for t in things if self.start[t.number] <= at]
        return max(before or things, key=lambda t: max((s for s, _ in t.spans if s <= at), default=-1))


def _is_given(token: Token) -> bool:
    return token.lower_ in given_names() or token.lower_ in short_names()


def _headed(form: str, name: str, heads: Collection[str]) -> bool:
    """ "HMP Wrayby", called "Wrayby"."""
    head, _, rest = fold(form).partition(" ")
    return head in heads and rest == fold(name)


def _of_country(thing: Thing, words: list[str]) -> bool:
    """Whether the fuller name only adds its country: "U.S. Fisheries Service"."""
    forms = (form.split() for form in thing.forms)
    return any(form[0].isupper() and len(form[0]) > 1 and fold(" ".join(form[1:])).split() == words for form in forms)


_TESTS: dict[str, Callable[[list[str], str], bool]] = {
    "same": same,
    "surname": surname,
    "first name": first_name,
    "turned": turned,
    "shortened": part_shortened,
    "listed": lambda *_: True,  # one entry of the gazetteer lists both
    "initials": has_initials,
    "ends": ends,
    "last word": last_word,
}
_WAYS = {  # in the order they are tried
    PERSON: ("same", "surname", "first name"),
    BODY: ("same", "turned", "shortened", "listed", "initials", "ends", "last word"),
    PLACE: ("same",),
}
_ALONE = frozenset({"first name", "shortened", "initials", "ends", "last word"})  # tell nothing if they fit several


def sorts_of(thing: Thing, kinds: Mapping[str, frozenset[str]], units: frozenset[str]) -> frozenset[str]:
    """Kinds of body a name gives away: by its last word, or the one before "of" and "for".

    "The House of Lords Liaison Committee" is a committee, ``units`` being the words for such.
    """
    found: set[str] = set()
    for form in thing.forms:
        words = fold(form).replace("-", " - ").split()  # "sub - committee", as the lexicon has it
        heads = [i for i, w in enumerate(words[:-1]) if words[i + 1] in ("of", "for", "on")]
        if heads and words[heads[0] + 2 : heads[0] + 3] != ["the"]:
            heads = [i for i in (*heads, len(words) - 1) if words[i] in units] or heads
        for end in [i + 1 for i in heads[:1] if _head_kind(kinds, words[: i + 1])] or [len(words)]:
            for n in (3, 2, 1):
                kind = kinds.get(" ".join(words[max(0, end - n) : end]))
                if kind and n <= end:
                    found |= kind
                    thing.nouns.add(words[end - 1])
                    break
    return frozenset(found)


def _sorts_of_first(thing: Thing, kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Those told by the first word of a name in a language that begins with it: "Ysgol Bro Wen", "HMP Wrayby"."""
    firsts = (fold(form).partition(" ")[0] for form in thing.forms if " " in form)
    return frozenset().union(*(kinds.get(word, frozenset()) for word in firsts))


def _head_kind(kinds: Mapping[str, frozenset[str]], words: list[str]) -> bool:
    return any(" ".join(words[-n:]) in kinds for n in (3, 2, 1))


def _first(doc: Doc, thing: Thing, form: str) -> tuple[int, str]:
    starts = [s for s, e in thing.spans if doc[s:e].text == form]
    return (min(starts, default=0), form)
