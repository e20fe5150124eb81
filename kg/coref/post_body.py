"""The body a post is in, where it stands beside the post: "chair of Y", "Y's chair", "its chair"."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.post_phrase import DETERMINERS, POSSESSIVE, Phrase
from kg.grammar import antecedents, clause_verb
from kg.lexicon import Lexicon

_AT = frozenset({"of", "at", "for", "in", "to", "with", "on", "from"})
_ENDS = frozenset({",", ".", ")", ";", "]", "("})
_REACH = 12
_ADDRESS = 24  # tokens of the longest line of an address


class BodyFinder:
    """Says which token speaks of the body of a post. That token may be resolved only later ("its")."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.ministers = lexicon.evoking("Ministerial")
        self.ministerial = self.ministers | lexicon.evoking("OfficeOf")
        self.offices = lexicon.evoking("OfficeOf")
        self.posts = lexicon.post_nouns
        self.portfolios = lexicon.evoking("Portfolio")
        self.units = lexicon.evoking("LowerUnit")
        self.counterparts = lexicon.evoking("Counterpart")
        self.bodies = frozenset(lexicon.denoting("Nominal")) | {words[-1] for words in _events(lexicon)}

    def after(self, cast: Cast, phrase: Phrase) -> tuple[int | None, int]:
        """The body after a post, and where the whole phrase ends."""
        doc, end = cast.doc, phrase.tail
        ministerial = not self.ministerial.isdisjoint(phrase.entry.words)
        if phrase.tail > phrase.end and ministerial and (named := self._sharing(cast, phrase)) is not None:
            return named, end
        if (below := _line_below(cast, phrase)) is not None:
            return below, end
        if (near := _at_line_end(cast, phrase) or _label_above(cast, phrase)) is not None:
            return near, end
        if end + 1 >= len(doc) or doc[end].is_sent_start:
            return None, end
        if doc[end].lower_ == "there" and doc[end].dep_ == "advmod":
            return end, end + 1  # "a surgeon there", "is in command there"
        if doc[end].lower_ in _AT and not (doc[end].lower_ == "on" and end > phrase.end):
            return self._complement(cast, phrase, end)  # not "report of the Inspector of Prisons | on Ash Prison"
        if doc[end].text == "," and (_aside(doc, phrase) or _in_line(cast, phrase)):
            return _listed(cast, end)
        return None, end

    def _sharing(self, cast: Cast, phrase: Phrase) -> int | None:
        """The department of a "Secretary of State for Levelling Up": its name has the words of the post."""
        words = {
            t.lower_
            for t in cast.doc[phrase.end + 1 : phrase.tail]
            if t.is_alpha and t.pos_ in ("NOUN", "PROPN", "ADJ")
        }
        if not words or not cast.doc[phrase.end + 1].text[0].isupper():
            return None
        for thing in cast.of_kind(BODY):
            if (
                self._may_share(thing, phrase)
                and not self._another(cast, thing)
                and words <= set(re.split(r"[\s,-]+", fold(thing.name)))
                and thing.spans
            ):
                return thing.spans[0][0]
        return None

    def _may_share(self, thing: Thing, phrase: Phrase) -> bool:
        """A minister's is a ministry, and no agency with the field in its name; a commissioner's is no committee."""
        if not self.ministers.isdisjoint(phrase.entry.words):
            return not thing.nouns.isdisjoint(self.portfolios)
        return thing.nouns.isdisjoint(self.units)

    def _another(self, cast: Cast, thing: Thing) -> bool:
        """Whether a name only tells what another country's minister is for: "Kenya Minister of Trade and Ports"."""
        starts = [start for start, _ in thing.spans]
        return all(i > 1 and cast.doc[i - 2].lower_ in self.ministerial for i in starts) and not thing.known

    def _complement(self, cast: Cast, phrase: Phrase, at: int) -> tuple[int | None, int]:
        doc, i = cast.doc, at + 1
        while i < len(doc) - 1 and i not in cast.at and doc[i].pos_ in ("DET", "ADJ", "NUM"):
            i += 1
        thing = cast.at.get(i)
        if thing is None:
            return self._described(cast, at)
        if thing.kind == PERSON:
            return None, at
        i, stop = _whole(cast, i)
        if cast.at[i].kind == PLACE:
            return _of_place(cast, cast.at[i], phrase), stop
        if (named := _at_body(cast, i, stop)) is not None:
            return named
        return None if self._matter(cast.at[i], phrase) else i, stop

    def _matter(self, thing: Thing, phrase: Phrase) -> bool:
        """ "The Minister of Local Government": what the post is for, taken for a body."""
        return self._field(thing, phrase) and not thing.sorts

    def _described(self, cast: Cast, at: int) -> tuple[int | None, int]:
        """ "chair of its audit committee", "head of the force": the noun, resolved later; not "for the north"."""
        doc = cast.doc
        noun = next((c for c in doc[at].children if c.dep_ == "pobj"), None)
        if noun is None or noun.i - at > _REACH or doc[at + 1].lower_ not in DETERMINERS or noun.ent_type_ == "DATE":
            return None, at  # "chairman for the coming year"
        if doc[at].lower_ == "in" and doc[at + 1].tag_ == "PRP$":
            return None, at  # "the President in his capacity as"
        own = doc[at].lower_ in ("of", "at") or doc[at + 1].tag_ == "PRP$"
        known = own or noun.lemma_.lower() in self.bodies
        return noun.i if known else None, min(noun.right_edge.i + 1, at + _REACH)

    def before(self, cast: Cast, phrase: Phrase) -> int | None:
        """The possessor, or the name just before: "the council's chief executive", "AP chair"."""
        doc = cast.doc
        if "Kin" in phrase.entry.evokes and phrase.start > phrase.left and doc[phrase.start - 1].lower_ in self.posts:
            return None  # "Budget Committee Chairman Sen. Anna Boyd": that is where she is chairman
        for i in range(phrase.start - 1, phrase.left - 1, -1):
            thing = cast.at.get(i)
            if thing is not None and thing.kind == BODY:
                return None if i == phrase.start - 1 and self._field(thing, phrase) else i
            if thing is not None and thing.kind == PLACE and (found := _of_place(cast, thing, phrase)) is not None:
                return found
            if doc[i].tag_ == "WP$" and (owner := _whose(cast, i)) is not None:
                return owner  # "Y, whose head, X, ..."
            if doc[i].tag_ == "PRP$" or (doc[i].dep_ == "poss" and doc[i].pos_ in ("NOUN", "PROPN")):
                return i
            if i == phrase.start - 1 and doc[i].lower_ in self.bodies and doc[i].dep_ in ("compound", "nmod"):
                return i  # "council leader Anna Boyd"
        if doc[phrase.left].text in POSSESSIVE and phrase.left and " ".join(phrase.entry.words) in self.counterparts:
            return phrase.left - 1  # "Boyd's deputy": where she has her own post
        return None

    def _field(self, thing: Thing, phrase: Phrase) -> bool:
        """ "The Public Service Commissioner": what the post is for, when no such body is spoken of elsewhere."""
        office = not self.offices.isdisjoint(phrase.entry.words) and self.portfolios.isdisjoint(thing.nouns)
        return office and len(thing.spans) == 1 and not thing.known and not thing.name.isupper()

    def after_name(self, cast: Cast, person: int) -> int | None:
        """ "Director Anna Boyd of the Prison Service", "Cllr Tom Reid (Kent County Council)"."""
        doc, i = cast.doc, _end_of(cast, person) if person in cast.at else person + 1
        if i < len(doc) and doc[i].text == "(":
            at = _listed(cast, i)[0]
            return at if at is not None and len(cast.at[at].name.split()) > 1 else None  # "(Ind)" is no body
        if i < len(doc) and doc[i].text == ",":  # "Deputy Chief Tom Reid, Kent Police; Anna Boyd"
            at, stop = _listed(cast, i)
            return at if at is not None and (stop >= len(doc) or doc[stop].text != ",") else None
        if i + 1 < len(doc) and doc[i].lower_ == "and" and (other := _next_titled(cast, i + 1)) is not None:
            return self.after_name(cast, other)
        if i + 1 >= len(doc) or doc[i].lower_ not in ("of", "at", "from", "for") or doc[i].is_sent_start:
            return None
        i += 1 + (doc[i + 1].lower_ in DETERMINERS)
        return i if i in cast.at and cast.at[i].kind == BODY else None

    def around_helm(self, cast: Cast, phrase: Phrase, person: int) -> int | None:
        """The body of "Y, with X at its head", "Y has X in charge"; of "X, at its head", the pronoun's."""
        doc = cast.doc
        start = (
            min((s for s, e in cast.at[person].spans if s <= person < e), default=person)
            if person in cast.at
            else person
        )
        floor = doc[person].sent.start
        link = next(
            (
                i
                for i in range(start - 1, max(start - 5, floor) - 1, -1)
                if doc[i].lower_ in ("with", "had", "has", "have")
            ),
            None,
        )
        if link is not None and link < person < phrase.start:
            for i in range(link - 1, floor - 1, -1):
                thing = cast.at.get(i)
                if (thing is not None and thing.kind == BODY) or doc[i].lower_ in self.bodies:
                    return i
        return next((t.i for t in doc[phrase.start : phrase.end] if t.tag_ == "PRP$"), None)


def _at_body(cast: Cast, i: int, stop: int) -> tuple[int, int] | None:
    """The university of a "professor of Fine Arts at Marlow University", whose subject was taken for a body."""
    subject, doc = cast.at[i], cast.doc
    if subject.sorts or subject.known or len(subject.spans) > 1 or doc[stop : stop + 1].text not in ("at", "in"):
        return None
    at = stop + 1 + (doc[stop + 1 : stop + 2].text == "the")
    named = cast.at.get(at)
    return (at, _end_of(cast, at)) if named is not None and named.kind == BODY else None


def _next_titled(cast: Cast, i: int) -> int | None:
    """Who is named next, with no more than a post before: "Chairman Rae Lund and | Ranking Member | Joe Dale of Y"."""
    doc, start = cast.doc, i
    while i < len(doc) and i not in cast.at and doc[i].text[0].isupper() and not doc[i].is_sent_start:
        i += 1
    return i if i > start and i in cast.at and cast.at[i].kind == PERSON else None


def _events(lexicon: Lexicon) -> Iterable[tuple[str, ...]]:
    return (entry.words for entry in lexicon.entries if any(f.subject[0].name == "agent" for f in entry.frames))


def _whole(cast: Cast, i: int) -> tuple[int, int]:
    """A token of a name, with the end of the name; of "Y's unit" the unit, of "Y (ABC)" past the bracket."""
    doc = cast.doc
    stop = _end_of(cast, i)
    if stop + 1 < len(doc) and doc[stop].text in POSSESSIVE and stop + 1 in cast.at:
        i = stop + 1
        stop = _end_of(cast, i)
    if stop + 2 < len(doc) and doc[stop].text == "(" and doc[stop + 2].text == ")":
        stop += 3
    return i, stop


def _end_of(cast: Cast, i: int) -> int:
    thing = cast.at[i]
    while cast.at.get(i) is thing:
        i += 1
    return i


def _whose(cast: Cast, i: int) -> int | None:
    """What "whose" takes up: the body named right before its comma, else what its clause hangs on."""
    near = i - 1 - (cast.doc[i - 1].text == ",")
    while (near > 0 and cast.doc[near].text in (")", "(")) or (near > 0 and cast.doc[near + 1].text == ")"):
        near -= 1
    if near >= 0 and near in cast.at and cast.at[near].kind == BODY:
        return near
    owners = antecedents(clause_verb(cast.doc[i]))
    return owners[0].i if owners else None


def _of_place(cast: Cast, place: Thing, phrase: Phrase) -> int | None:
    """The one body of the kind such posts are in that is named after a place: "the mayor of Leeds"."""
    words = {fold(form) for form in place.forms}
    found = [
        t
        for t in cast.of_kind(BODY)
        if t.sorts & phrase.entry.denotes and t.spans and any(w in fold(f) for f in t.forms for w in words)
    ]
    return found[0].spans[0][0] if len(found) == 1 else None


def _aside(doc: Doc, phrase: Phrase) -> bool:
    return phrase.left > 0 and doc[phrase.left - 1].text in ("(", ",", "–", "—", "-")


def _in_line(cast: Cast, phrase: Phrase) -> bool:
    """A post that begins a line of its own: "Chief Executive, Rail Safety Board" under a signature."""
    doc, left = cast.doc, phrase.left
    line: int = doc._.kg_blocks[cast.paragraphs[left]][0]
    return left == line or "\n" in doc[left - 1].text


def _line_below(cast: Cast, phrase: Phrase) -> int | None:
    """The body alone on the line under a post alone on its own, as under a signature or in an address."""
    n = next((n for n, (start, end) in enumerate(cast.lines) if (start, end) == (phrase.left, phrase.tail)), None)
    if n is None or n + 1 >= len(cast.lines):
        return None
    start, end = cast.lines[n + 1]
    thing = cast.at.get(start)
    alone = thing is not None and thing.kind == BODY and all(cast.at.get(i) is thing for i in range(start, end))
    return start if alone else None


def _at_line_end(cast: Cast, phrase: Phrase) -> int | None:
    """The body that ends a line of an address or a signature: "Director, Social Care, Rail Safety Board"."""
    doc = cast.doc
    start, end = next(((s, e) for s, e in cast.lines if s <= phrase.left < e), (0, 0))
    thing = cast.at.get(end - 1)
    if thing is None or thing.kind != BODY or end - start > _ADDRESS:
        return None
    first = next(i for i in range(end - 1, start - 2, -1) if cast.at.get(i) is not thing) + 1
    people = {cast.at[i].number for i in range(start, end) if i in cast.at and cast.at[i].kind == PERSON}
    spoken = any(t.pos_ in ("VERB", "AUX") for t in doc[start:end])
    listed = first > phrase.end and doc[first - 1].text == "," and len(people) <= 1 and not spoken
    return first if listed and phrase.left in (start, *_after_comma(cast, start, end)) else None


def _label_above(cast: Cast, phrase: Phrase) -> int | None:
    """The body of an entry, "Operator: Y", in the line under which is "Anna Boyd, Director"."""
    n = next((n for n, (start, end) in enumerate(cast.lines) if start < phrase.left and phrase.tail == end), 0)
    if not n or cast.doc[phrase.left - 1].text != "," or cast.doc[cast.lines[n][0]].i not in cast.at:
        return None
    start, end = cast.lines[n - 1]
    colon = next((i for i in range(start, end) if cast.doc[i].text == ":"), end)
    thing = cast.at.get(end - 1)
    alone = colon + 1 < end and all(cast.at.get(i) is thing for i in range(colon + 1, end))
    return end - 1 if alone and thing is not None and thing.kind == BODY else None


def _after_comma(cast: Cast, start: int, end: int) -> list[int]:
    return [i + 1 for i in range(start, end) if cast.doc[i].text == ","]


def _listed(cast: Cast, comma: int) -> tuple[int | None, int]:
    """The body of "(chief executive, Essex Police)", "X, director of housing, Essex Police"."""
    doc, i = cast.doc, comma + 1
    if i < len(doc) and doc[i].lower_ == "the":
        i += 1
    thing = cast.at.get(i) if i < len(doc) else None
    if thing is None or thing.kind != BODY:
        return None, comma
    stop = _end_of(cast, i)
    return (i, stop) if _closed(doc, stop) else (None, comma)


def _closed(doc: Doc, stop: int) -> bool:
    return stop >= len(doc) or doc[stop].text in _ENDS or doc[stop].is_space or bool(doc[stop].is_sent_start)
