"""Who holds which post where: "X, chief executive of Y", "Y's Chief Constable, X", "X is its chair"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from kg.coref.cast import Cast, Holding, Thing
from kg.coref.named import PERSON
from kg.coref.offices import OfficeReader
from kg.coref.post_body import BodyFinder
from kg.coref.post_holder import HolderFinder
from kg.coref.post_phrase import DETERMINERS, Phrase, PhraseReader
from kg.coref.post_tie import Holder
from kg.lexicon import Lexicon

_CROWD = 3  # holders of one post: "the commissioners are X, Y and Z", of whom none is the head
_SMALL = frozenset({"of", "and", "the", "for"})
Posts = Mapping[int, set[tuple[str, ...]]]  # the words of what each person is or was


class PostReader:
    """Finds posts by the lexicon, then who holds each and the body it is in."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.phrases = PhraseReader(lexicon)
        self.bodies = BodyFinder(lexicon)
        self.holders = HolderFinder(lexicon)
        self.former = lexicon.evoking("Former")
        self.deputising = lexicon.evoking("Deputising")
        self.premiers = frozenset(e.iri for e in lexicon.entries if "Premier" in e.evokes and len(e.words) > 1)
        self.offices = OfficeReader(lexicon)
        self.trailing = lexicon.evoking("PostPositive", "adjective")
        self.greetings = lexicon.evoking("Greeting")
        self.posts = lexicon.post_nouns

    def find(self, cast: Cast) -> list[Holding]:
        """All holdings; the words of a post speak of its holder from then on."""
        found: list[Holding] = []
        open_: list[Phrase] = []
        posts = defaultdict[int, set[tuple[str, ...]]](set)  # the words of what each person is
        past = defaultdict[int, set[tuple[str, ...]]](set)  # of what each was
        phrases = [p for p in self.phrases.find(cast) if not self._modifies(cast, p)]
        for phrase, following in zip_longest(phrases, phrases[1:]):
            held = list(self._holdings(cast, phrase, following))
            found += held
            if not held:
                open_.append(phrase)
            for thing in (cast.at[h.person] for h in held if h.former and h.person in cast.at):
                past[thing.number].add(phrase.entry.words)
            people = tuple(dict.fromkeys(cast.at[h.person] for h in held if h.person in cast.at))
            if phrase.plural and len(people) >= _CROWD:  # "the members" are all of them
                cast.together.setdefault(phrase.end - 1, people)
                continue
            for holding in held[:1]:
                holder = cast.at.get(holding.person)
                if holder is not None and holding.former and holding.verb is None:
                    _speak_of(cast, holder, phrase)  # "charged the former head of Y, X": here, and nowhere else
                elif holder is not None and "Helm" not in phrase.entry.evokes and not holding.former:
                    holder.nouns.add(_initials(phrase.entry.words))
                    posts[holder.number].add(phrase.entry.words)
                    if not self._deputises(cast, phrase) and phrase.entry.iri not in self.premiers:
                        # "the Chair" is not the Vice-Chair, nor "the Minister" the Prime Minister
                        holder.nouns |= {cast.doc[phrase.end - 1].lower_, *self._called(phrase.entry.words)}
                    _speak_of(cast, holder, phrase)
        return found + list(self._elsewhere(cast, open_, posts, past))

    def _elsewhere(self, cast: Cast, phrases: list[Phrase], posts: Posts, past: Posts) -> Iterator[Holding]:
        """Whom posts mean beside which nobody is named: whoever holds or held them, else an office."""
        for phrase in phrases:
            holder = self._holder_elsewhere(cast, phrase, posts)
            holder = holder or _only(cast, phrase, posts)
            if phrase.former and (once := _formerly(cast, phrase, past)) is not None:
                _speak_of(cast, once, phrase)
            elif holder is not None and not _another(phrase.entry.words, posts[holder.number]):
                _speak_of(cast, holder, phrase)
            else:
                yield from self._office(cast, phrase)

    def _called(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The noun of a post that is not its last word: of an Auditor General "auditor"."""
        trailing = len(words) > 1 and words[-1] in self.trailing and words[-2].isalpha()
        return words[-2:-1] if trailing else ()

    def _modifies(self, cast: Cast, phrase: Phrase) -> bool:
        """ "A principal inspector" is no principal."""
        word = cast.doc[phrase.end - 1]
        after = word.nbor() if phrase.end < len(cast.doc) else word
        return (
            word.head == after and word.dep_ in ("amod", "compound") and after.lower_ in self.posts and after.is_lower
        )

    def _deputises(self, cast: Cast, phrase: Phrase) -> bool:
        return any(t.lower_ in self.deputising for t in cast.doc[phrase.left : phrase.end - 1])

    def _holdings(self, cast: Cast, phrase: Phrase, following: Phrase | None) -> Iterator[Holding]:
        late = self.phrases.then(cast.doc, phrase.tail)  # "head at the time" is at the head of no time
        body, stop = self.bodies.after(cast, phrase) if late == phrase.tail else (None, phrase.tail)
        first = self.holders.first_of_two(cast, phrase, following) if following is not None else None
        if first is not None and following is not None and body is None:
            body, _ = self.bodies.after(cast, following)
        holders = [first] if first is not None else self.holders.find(cast, phrase, stop)
        for holder in holders:
            place = body
            if place is None and "Helm" in phrase.entry.evokes:
                place = self.bodies.around_helm(cast, phrase, holder.person)
            if place is None:
                place = self.bodies.before(cast, phrase)
            if place is None and holder.person >= phrase.tail:
                place = self.bodies.after_name(cast, holder.person)
            holding = self._holding(cast, phrase, holder, place, stop)
            yield replace(holding, lesser=True) if len(holders) >= _CROWD else holding

    def _holding(self, cast: Cast, phrase: Phrase, holder: Holder, body: int | None, stop: int) -> Holding:
        entry = phrase.entry
        elsewhere = body is None and stop > phrase.tail  # "the attorney general of Ohio"
        likely = "Helm" not in entry.evokes or _labels(cast, phrase)
        return Holding(
            person=holder.person,
            body=body,
            start=self._role_start(cast, phrase),
            end=phrase.tail,
            entry=entry.iri,
            frames=tuple(f for f in entry.frames if f.of_post),
            kinds=frozenset(entry.denotes),
            guess=likely and not elsewhere and not self._greeted(cast, phrase),
            former=phrase.former or holder.former,
            lesser=phrase.lesser or _of_a_field(cast, phrase, body) or self._for_a_part(cast, phrase, body),
            verb=holder.verb,
        )

    def _for_a_part(self, cast: Cast, phrase: Phrase, body: int | None) -> bool:
        """ "Y's director for the north": not the head of Y."""
        doc, form = cast.doc, phrase.entry.form.casefold()
        ends = body is None or body > phrase.start or phrase.tail >= len(doc)
        return not ends and doc[phrase.tail].lower_ == "for" and form in self.phrases.functional

    def _greeted(self, cast: Cast, phrase: Phrase) -> bool:
        """ "Dear Inspector General Boyd": the body the text speaks of is that of whoever writes."""
        return cast.doc[cast.doc[phrase.left].sent.start].lower_ in self.greetings

    def _office(self, cast: Cast, phrase: Phrase) -> Iterator[Holding]:
        """The post of an office in the body it is named with."""
        body, stop = self.bodies.after(cast, phrase)
        theirs = stop > phrase.tail and cast.doc[phrase.tail + 1].tag_ == "PRP$"  # "thanked the Auditor for her work"
        thing = self.offices.read(cast, phrase, phrase.tail if theirs else stop)
        if thing is None:
            return
        _speak_of(cast, thing, phrase)
        body = body if body is not None else self.bodies.before(cast, phrase)
        if body is not None:
            yield replace(self._holding(cast, phrase, Holder(phrase.start), body, stop), guess=False)

    def _role_start(self, cast: Cast, phrase: Phrase) -> int:
        """The words of a post begin after the body's name, the determiner and "former"."""
        i = phrase.start
        while i > phrase.left:
            token = cast.doc[i - 1]
            if (
                i - 1 in cast.at
                or token.pos_ in ("DET", "PRON", "PART", "ADV", "NUM", "ADP")
                or token.lower_ in self.former
            ):
                break
            i -= 1
        return i

    def _holder_elsewhere(self, cast: Cast, phrase: Phrase, posts: Posts) -> Thing | None:
        """The one person the text gives this post of several words: "the Police and Crime Commissioner"."""
        doc = cast.doc
        if phrase.end - phrase.start < 2 or phrase.plural or phrase.former or phrase.left == phrase.start:
            return None
        if doc[phrase.left].lower_ not in DETERMINERS and doc[phrase.left].i not in cast.at:
            return None
        name, last = _initials(phrase.entry.words), phrase.entry.words[-1]
        capital = doc[phrase.end - 1].text[0].isupper()
        also = {n for n, held in posts.items() if capital and any(h[-1] == last for h in held)}
        holders = [t for t in cast.of_kind(PERSON) if name in t.nouns or t.number in also]
        return holders[0] if len(holders) == 1 else None


def _only(cast: Cast, phrase: Phrase, posts: Posts) -> Thing | None:
    """The one person whose post begins so: "the Chief Inspector" of the Chief Inspector of Prisons."""
    words = phrase.entry.words
    if len(words) < 2 or phrase.plural or phrase.former or cast.doc[phrase.left].lower_ != "the":
        return None
    found = [n for n, held in posts.items() if any(h[: len(words) + 1] == (*words, "of") for h in held)]
    return cast.things[found[0]] if len(found) == 1 else None


def _formerly(cast: Cast, phrase: Phrase, past: Posts) -> Thing | None:
    """ "The former mayor", of the one person named before of whom a text says so."""
    doc, last = cast.doc, phrase.entry.words[-1]
    if phrase.plural or doc[phrase.left].lower_ != "the" or phrase.tail != phrase.end:
        return None
    held = (n for n, posts in past.items() if any(words[-1] == last for words in posts))
    found = [t for t in map(cast.things.__getitem__, held) if t.spans and t.spans[0][0] < phrase.start]
    return found[0] if len(found) == 1 else None


def _another(words: tuple[str, ...], held: set[tuple[str, ...]]) -> bool:
    """Whether a post only ends like one that is held: the Inspector General is not the Attorney General."""
    alike = [h for h in held if h[-1] == words[-1]]
    first = set(words[:-1]) - {"-"}
    return bool(alike) and all(len(h) > 1 and not set(h) & first for h in alike)


def _speak_of(cast: Cast, holder: Thing, phrase: Phrase) -> None:
    for i in range(phrase.start, phrase.end):
        cast.at.setdefault(i, holder)
    holder.spans.append((phrase.start, phrase.end))
    holder.spans.sort()


def _of_a_field(cast: Cast, phrase: Phrase, body: int | None) -> bool:
    """ "Director, Social Care, Rail Safety Board"."""
    between = cast.doc[phrase.tail : body] if body is not None and body > phrase.tail + 2 else None
    return between is not None and between[0].text == between[-1].text == ","


def _labels(cast: Cast, phrase: Phrase) -> bool:
    """ "In the chair: Anna Boyd"."""
    return phrase.end < len(cast.doc) and cast.doc[phrase.end].text == ":"


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in _SMALL)
