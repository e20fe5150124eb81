"""Who holds a post: the person named before it, after it, or tied to it by a verb."""

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast
from kg.coref.post_phrase import POSSESSIVE, Phrase
from kg.coref.post_tie import Holder, TieReader, is_past, is_person, row
from kg.grammar import SUBJECTS, coordinated, is_passive
from kg.lexicon import Lexicon

_LINKS = frozenset({",", "(", "–", "—", "-", ":"})
_SOURCES = frozenset({"from", "to", "by", "for", "with"})
_SHORTEST_SHOUT = 4  # letters; shorter words in capitals are acronyms: "MP", "CEO"
_SIDE = 5  # tokens "until last May" may take between a name and a post


class HolderFinder:
    """Looks beside a post first, then along the parse."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.titles = lexicon.evoking("Title")
        self.former = lexicon.evoking("Former")
        self.posts = lexicon.post_nouns
        self.ties = TieReader(lexicon)
        self.letters = {form.lower() for form in lexicon.evoking("PostNominal")}
        self.first_former = {form.split()[0] for form in self.former}

    def find(self, cast: Cast, phrase: Phrase, stop: int) -> list[Holder]:
        """Those who hold the post, or held it; empty when the text does not say here."""
        title = self._titled(cast, stop, several=phrase.plural)
        if title:
            return self.ties.replaced(cast, title)
        before = self._before(cast, phrase)
        after = self._after_comma(cast, phrase, stop)
        if before and after:
            return [after] if self._belongs(cast, phrase, after) else [before]
        if after and phrase.plural:  # "two directors, Anna Boyd and Tom Reid, joined"
            names = [t for t in coordinated(cast.doc[_root(cast, after.person)])[1:] if is_person(cast, t.i)]
            return [after, *(Holder(t.i) for t in names)] if names else []  # not "spokesmen for the head, Anna Boyd"
        if before and phrase.plural:  # "Anna Boyd and Tom Reid, directors of Y"
            row = [t for t in cast.doc[phrase.left].sent if t.dep_ not in ("conj", "compound") and is_person(cast, t.i)]
            rows = [[n for n in coordinated(t) if is_person(cast, n.i)] for t in row]
            mine = next((r for r in rows if any(cast.at[n.i] is cast.at[before.person] for n in r)), [])
            return [Holder(n.i, before.former) for n in mine] or [before]
        found = before or after or self._signed(cast, phrase)
        if found is not None:
            return [found]
        if _shouted(cast.doc[phrase.end - 1]):
            return []
        return (
            self.ties.holders(cast, cast.doc[phrase.end - 1])
            if "Helm" not in phrase.entry.evokes
            else self._at_helm(cast, phrase)
        )

    def first_of_two(self, cast: Cast, phrase: Phrase, following: Phrase) -> Holder | None:
        """Anna Boyd, at the first post of "Anna Boyd and Tom Reid, the chair and vice-chair of Y"."""
        doc, link = cast.doc, phrase.left - 1
        joined = doc[phrase.tail : following.start][:1].text.casefold() == "and"
        near = following.left in (phrase.left, phrase.tail + 1)
        if not joined or not near or phrase.plural or link < 1:
            return None
        link -= doc[link].pos_ == "ADV"  # ", respectively chair and vice-chair of Y"
        second = self._past_letters(doc, link - 1) if doc[link].text in _LINKS else -1
        if second < 0 or not is_person(cast, second):
            return None
        i = min(start for start, end in cast.at[second].spans if start <= second < end) - 1
        while i > 0 and (doc[i].lower_ in self.titles or doc[i].text == "."):
            i -= 1
        first = self._past_letters(doc, i - 1) if i > 0 and doc[i].lower_ == "and" else -1
        alone = first >= 0 and is_person(cast, first) and cast.at[first] is not cast.at[second]
        return Holder(first) if alone else None

    # --- beside it

    def _titled(self, cast: Cast, stop: int, *, several: bool) -> list[Holder]:
        """ "chief executive Dame Anna Boyd", "ministers Boyd and Reid", "Chair: Anna Boyd"."""
        doc, i = cast.doc, stop
        short = doc[stop - 1].lower_ in self.titles  # "Sen. Anna Boyd"
        if doc[i : i + 1].text == "(" and doc[i + 2 : i + 3].text == ")" and doc[i + 1].is_upper:
            i += 3  # "Chief Constable (CC) Anna Boyd"
        while i < len(doc) and (
            doc[i].lower_ in self.titles
            or (doc[i].text == "." and (i > stop or short))
            or (doc[i].text == ":" and i == stop)
        ):
            i += 1
        if not is_person(cast, i) or (doc[i].is_sent_start and doc[i - 1].text != ":"):
            return []
        if cast.paragraphs[i] != cast.paragraphs[stop - 1]:
            return []
        if several and doc[stop].text == ":":  # "the following members: Anna Boyd, Tom Reid and Carol Lee"
            return [Holder(t.i) for t in row(cast, stop)] or [Holder(i)]
        others = (
            [t.i for t in coordinated(doc[_root(cast, i)])[1:] if is_person(cast, t.i) and not self._own_post(t)]
            if doc[stop - 1].tag_ in ("NNS", "NNPS")
            else []
        )
        return [Holder(p) for p in (i, *others)]

    def _own_post(self, name: Token) -> bool:
        """ "Officers Boyd and Reid and council leader Ann Lee": she is no officer."""
        return any(t.dep_ == "compound" and t.lower_ in self.posts and t.is_lower for t in name.lefts)

    def _after_comma(self, cast: Cast, phrase: Phrase, stop: int) -> Holder | None:
        """ "the chair of Y, Anna Boyd, said"."""
        doc, i = cast.doc, stop
        if i >= len(doc) or doc[i].text not in (",", "–", "—", "("):
            return None
        i += 1
        if i + 1 < len(doc) and doc[i].lower_ == "the" and doc[i + 1].lower_ in self.titles | self.former:
            i += 1  # "the Minister, the Hon. Anna Boyd", "its chief executive, the late Anna Boyd"
        while i < len(doc) and (doc[i].lower_ in self.titles | self.former or doc[i].text == "."):
            i += 1
        if doc[i : i + 1].text.istitle() and doc[i].lower_ in self.posts and is_person(cast, i + 1):
            i += 1  # "the chair of Y, Senator Anna Boyd, said"
        if not is_person(cast, i) or doc[i].is_sent_start:
            return None
        return None if self._new_clause(cast, phrase, i) else Holder(i)

    def _new_clause(self, cast: Cast, phrase: Phrase, i: int) -> bool:
        """After a comma, a person who is the subject of what follows is someone else."""
        doc = cast.doc
        if doc[phrase.end - 1].dep_ in ("attr", "oprd"):
            return not _expletive(doc[phrase.end - 1].head)  # "It was the treasurer, Anna Boyd, who ..."
        last = _last(cast, i)
        last += doc[last + 1 : last + 2].text.lower() in self.letters  # "the chair of Y, Anna Boyd MP, said"
        following = doc[last + 1] if last + 1 < len(doc) else None
        root = doc[_root(cast, i)]
        if root.dep_ == "nsubj" and doc[phrase.head].dep_ in ("pobj", "dobj") and following == root.head:
            return True  # "While they sought the departure of the chief, Boyd said"
        return (
            following is not None
            and following.text not in (",", ".", ")", ";", ":", "–", "—", "(")
            and root.dep_ != "appos"
            and (root.dep_ not in SUBJECTS or _opening(doc[phrase.end - 1]))
            and not (phrase.plural and following.pos_ == "CCONJ")
        )

    def _belongs(self, cast: Cast, phrase: Phrase, after: Holder) -> bool:
        """Whether the name after a post is its apposition, though one stands before it too."""
        root = cast.doc[_root(cast, after.person)]
        return root.dep_ == "appos" and phrase.left <= root.head.i < after.person and root.head.dep_ != "appos"

    def _before(self, cast: Cast, phrase: Phrase) -> Holder | None:
        """ "Anna Boyd (Lab), then chair", "Anna Boyd, at the time head", "Anna Boyd – until May its head"."""
        doc = cast.doc
        if doc[phrase.left].lower_ in self.letters and is_person(cast, phrase.left - 1):
            return Holder(phrase.left - 1)  # "Anna Boyd MP"
        link, former = self._aside(cast, phrase.left)
        if phrase.tail < len(doc) and doc[phrase.tail].text in POSSESSIVE:
            return None  # "Mr Boyd, the auditor's report is clear"
        if link is None or (doc[link].text == ":" and doc[phrase.end - 1].dep_ in SUBJECTS):
            return None  # "Reid: the chairman was wrong"
        if doc[phrase.head].dep_ == "pobj" and doc[phrase.head].head.lower_ in _SOURCES:
            return None  # "the report by Tom Reid, from the Minister"
        former = former or any(t.lower_ in self.former for t in doc[link + 1 : phrase.start])
        i = self._past_letters(doc, link - 1)
        if i < 0 or not is_person(cast, i) or doc[i].sent != doc[phrase.start].sent:
            return None
        if doc[link].text == "," and doc[phrase.head].dep_ in SUBJECTS and _subordinate(doc[i], doc[phrase.head].head):
            return None  # "In his letter to the chairman, Tom Reid, the Chief Inspector said ..."
        return Holder(i, former=former)

    def _past_letters(self, doc: Doc, i: int) -> int:
        """Back past "(Lab)" and ", M.D." after a name."""
        if i >= 0 and doc[i].text == ")":
            opened = next((k for k in range(i - 1, max(i - 7, -1), -1) if doc[k].text == "("), None)
            i = opened - 1 if opened else i
        while i > 0 and (doc[i].lower_ in self.letters or (doc[i].text == "," and doc[i + 1].lower_ in self.letters)):
            i -= 1
        return i

    def _signed(self, cast: Cast, phrase: Phrase) -> Holder | None:
        """A name on the line above: how letters and captions are signed; or below, where lists have the post first."""
        line, blocks = cast.paragraphs[phrase.left], cast.doc._.kg_blocks
        if blocks[line][0] != phrase.left:
            return None
        below = (
            self._alone(cast, line + 1) if line + 1 < len(blocks) and not _set_off(cast.doc, blocks, line + 1) else None
        )
        if below is not None and (line == 0 or _set_off(cast.doc, blocks, line)):
            return Holder(below)
        above = self._alone(cast, line - 1) if line else None
        return Holder(above) if above is not None else None

    def _alone(self, cast: Cast, line: int) -> int | None:
        """Where the one person stands whose name, with titles and letters, is all there is in a line."""
        words = [t for t in cast.doc[slice(*cast.doc._.kg_blocks[line])] if t.is_alpha and t.lower_ not in self.titles]
        things = {cast.at[t.i].number if is_person(cast, t.i) else None for t in words if t.lower_ not in self.letters}
        return words[0].i if len(things) == 1 and None not in things else None

    def _aside(self, cast: Cast, left: int) -> tuple[int | None, bool]:
        """The comma, bracket or dash before a post, past words of time: ", until May the chair"."""
        doc, former = cast.doc, False
        for i in range(left - 1, max(left - _SIDE, 0) - 1, -1):
            if doc[i].text in _LINKS:
                return i, former
            if doc[i].lower_ in self.first_former:
                former = True
            if doc[i].pos_ == "VERB" or doc[i].is_sent_start or is_person(cast, i):
                return None, False
            if (
                i < left - 1
                and not former
                and doc[i].pos_ not in ("ADP", "ADV", "DET", "NUM", "NOUN", "PROPN", "SCONJ", "PRON")
            ):
                return None, False
        return None, False

    # --- "with X at its head"

    def _at_helm(self, cast: Cast, phrase: Phrase) -> list[Holder]:
        doc, i = cast.doc, phrase.start - 1
        while i > 0 and (doc[i].text == "," or doc[i].pos_ == "ADV"):
            i -= 1
        if is_person(cast, i) and doc[i].sent == doc[phrase.start].sent:
            return [Holder(i, former=any(t.lower_ in self.former for t in doc[i + 1 : phrase.start]))]
        verb = doc[phrase.start].head
        if verb.lemma_ in self.ties.choosing and is_passive(verb):  # "X was put in charge"
            return self.ties.of_subjects(cast, verb)
        if verb.lemma_ in self.ties.copulas:
            return self.ties.of_subjects(cast, verb, former=is_past(verb))
        return []


def _subordinate(name: Token, verb: Token) -> bool:
    """Whether a name before the subject of a verb is in a phrase of its own, though it be taken for a subject too."""
    outer = name.head if name.dep_ == "appos" else name
    return outer.dep_ == "pobj" or (outer.dep_ in SUBJECTS and outer.head == verb)


def _shouted(word: Token) -> bool:
    """A word of a line in capitals, of whose verbs the parser sees nothing."""
    return word.is_upper and len(word) > _SHORTEST_SHOUT


def _expletive(verb: Token) -> bool:
    return any(t.dep_ in ("nsubj", "expl") and t.lower_ in ("it", "there") for t in verb.lefts)


def _set_off(doc: Doc, blocks: list[tuple[int, int]], line: int) -> bool:
    """Whether an empty line stands before a line."""
    return doc[blocks[line][0] - 1].is_space


def _last(cast: Cast, i: int) -> int:
    thing = cast.at[i]
    while cast.at.get(i + 1) is thing:
        i += 1
    return i


def _opening(post: Token) -> bool:
    """ "Following a review by the Ombudsman, Tom Reid was dismissed": a phrase that comes before its sentence."""
    return any(t.dep_ == "prep" and t.is_sent_start for t in post.ancestors)


def _root(cast: Cast, i: int) -> int:
    doc: Doc = cast.doc
    return doc[i : _last(cast, i) + 1].root.i
