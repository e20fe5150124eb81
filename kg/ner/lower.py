"""Bodies named in lower case: "Peru's government", "select committee on water", "the county court"."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.dictionary import Dictionary, stems
from kg.ner.titles import APOSTROPHES, is_capitalised, is_hyphen
from kg.wordlists import forms

_PEOPLES = frozenset({"GPE", "NORP"})
_PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})
_FOREIGN_TO_NAMES = frozenset({"GPE", "NORP", "DATE", "ORDINAL", "CARDINAL"})
_SAID = frozenset({"compound", "appos", "attr"})  # said of what bears a name of its own
_PLACES = frozenset({"GPE", "NORP", "LOC", "FAC"})
_SEATS = frozenset({"GPE", "LOC", "ORG"})  # as the model may take an unknown country
_NO_OWNERS = frozenset({"PERSON", "DATE", "TIME", "NORP"})
_CHAIRS = frozenset({"", "PERSON", "ORG"})
_UNKNOWN = frozenset({"", "ORG"})
_THEIRS = frozenset({"its", "their"})
_DETERMINING = frozenset({"det", "poss", "amod", "compound", "nummod"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "its", "their", "'s", "’s"})
_TAKING_UP = frozenset({"the", "this"})
_JOINING = frozenset({"of", "-", "and", "or"})
_LONGEST_TOPIC = 6  # tokens of "committee on ..."

Span = tuple[int, int]


class LowerCase:
    """Finds bodies whose name is a common noun with what singles it out."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.national = lexicon.evoking("LowerBody")
        self.units = {tuple(form.split()) for form in lexicon.evoking("LowerUnit")}
        self.heads = {words[-1] for words in self.units}
        self.whole = lexicon.evoking("WholeUnit")
        self.organs = lexicon.evoking("LowerOrgan")
        self.public = lexicon.evoking("PublicOrgan")
        self.staff = lexicon.evoking("LowerStaff")
        self.fields = forms("PublicField")
        self.areas = lexicon.evoking("PlaceNominal")
        self.serving = lexicon.evoking("FieldOrgan")
        self.fielded = (self.public | self.national) - lexicon.evoking("WeakBodyWord") | self.serving
        self.subunits = lexicon.evoking("Subunit") & lexicon.evoking("Staff")
        self.task = lexicon.evoking("AdHoc")
        self.ruling = lexicon.evoking("SelfNamed") & lexicon.evoking("Ministry")
        self.seats = self.task & lexicon.evoking("Faction")
        self.chairs = self.heads | self.seats
        self.bodies = frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("PlaceNominal")
        self.bare = lexicon.evoking("BareName")
        offices = (form.split() for form in lexicon.denoting("BodyWord"))
        self.owned = {(words[0], words[2]) for words in offices if len(words) == 3 and words[1] in APOSTROPHES}
        self.posts = frozenset(lexicon.posts)
        self.kinds = {**lexicon.denoting("BodyWord"), **lexicon.denoting("Nominal")}
        self.generic = lexicon.evoking("Firm") & self.public  # "regulator", "watchdog"
        self.owned_heads = {head for _, head in self.owned}
        self.vague = lexicon.evoking("Recall") | lexicon.evoking("Interim") | lexicon.evoking("Former")
        self.vague |= lexicon.evoking("Vague")
        self.finders = (self.of_fields, self.bare_names, self.ad_hoc, self.offices)  # by what else a text names

    def governments(self, doc: Doc) -> Iterator[Span]:
        """A place's or a people's own body: "Peru's government", "the Danish government"."""
        for token in doc[1:]:
            if token.lower_ not in self.national | self.ruling or token.dep_ == "compound":
                continue
            i = token.i
            if token.is_lower and (end := _of_place(doc, _of_state(doc, i + 1, self.areas))):
                while doc[i - 1].text in self.fields:
                    i -= 1  # "the | city council of Samoa"
                yield i, end
                continue
            if doc[i - 1].ent_type_ in _PEOPLES or (token.text in self.ruling and _of_party(doc[i - 1])):
                start = i - 1
            elif i > 1 and doc[i - 1].text in ("'s", "’s") and doc[i - 2].ent_type_ == "GPE":
                start = i - 2
            else:
                continue
            while start and doc[start - 1].ent_iob_ != "O" and doc[start].ent_iob_ == "I":
                start -= 1
            yield (start + 1 if doc[start].lower_ == "the" else start), i + 1

    def ruled(self, doc: Doc) -> Iterator[Span]:
        """The government of whoever heads it: "President Ada Obi's | administration"."""
        for token in doc[2:]:
            owned = token.text in self.ruling and token.nbor(-1).text in ("'s", "’s") and token.dep_ != "compound"
            if owned and doc[token.i - 2].ent_type_ == "PERSON":
                yield token.i, token.i + 1

    def chaired(self, doc: Doc, dictionary: Dictionary) -> Iterator[Span]:
        """Those called after whoever chairs them: "the | Alvarez panel", "the Khurana committee"."""
        for token in doc[2:]:
            head = self._unit(doc, token) if token.text in self.chairs else None
            head = token.i if head is None and token.text in self.seats else head
            if head is None or head < 2 or token.dep_ == "compound" or self._goes_on(doc, token):
                continue
            name = doc[head - 1]
            someone = name.ent_type_ == "PERSON" or (name.ent_type_ in _CHAIRS and not dictionary.has(name.lower_))
            if someone and name.text.istitle() and name.tag_ == "NNP" and doc[head - 2].lower_ == "the":
                yield head - 1, token.i + 1

    def committees(self, doc: Doc) -> Iterator[Span]:
        """Committees and the like with what tells them apart."""
        for token in doc:
            if token.lower_ not in self.heads or token.dep_ == "compound" or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if token.dep_ == "appos" and token.head.i < token.i and token.head.tag_ == "NNP":
                continue  # "Ak Sary, an election-monitoring group"
            head = self._unit(doc, token)
            if head is None:
                continue
            start = self._start(doc, head)
            end = self._topic_end(doc, token.i + 1)
            whole = doc[head : token.i + 1].text in self.whole and self._before_vague(doc, start) in _DETERMINERS
            if doc[start].text[0].islower() and (start < head or end > token.i + 1 or whole):
                yield start, end

    def _before_vague(self, doc: Doc, start: int) -> str:
        """The word before a noun and what tells little of it: "the" of "the local | safeguarding partnership"."""
        while start > 1 and doc[start - 1].lower_ in self.vague:
            start -= 1
        return doc[start - 1].lower_

    def organs_of(self, doc: Doc) -> Iterator[Span]:
        """Parts and bodies by whose they are and what for: "the navy's shipyard directorate", "Regina city police"."""
        for token in doc[1:]:
            fielded = token.text in self.subunits and doc[token.i - 1].text in self.fields
            ruling = token.text in self.ruling and doc[token.i - 1].text in self.fields  # "Lagos state government"
            if (
                not (token.text in self.public or fielded or ruling)
                or token.dep_ in _SAID
                or token.pos_ not in ("NOUN", "PROPN")
            ):
                continue
            if any(t.dep_ == "appos" and is_capitalised(t) for t in token.rights):
                continue  # "the relatives' association, Nove Vidas"
            start = self._start(doc, token.i)
            before = start - 1
            while before > 0 and doc[before].lower_ in self.vague:
                before -= 1  # "its | own | advisory board"
            begin = self._organ(doc, token, start, before) if before >= 0 else None
            if begin is not None:
                yield begin, token.i + 1

    def _organ(self, doc: Doc, token: Token, start: int, before: int) -> int | None:
        """Where the name of a part or body begins, by what stands before its modifiers; None if nothing tells whose."""
        modified = start < token.i
        if doc[before].text in APOSTROPHES:
            if modified and before and self._owner(doc, before - 1, token):
                return start
            return before - 1 if not modified and before and self._profession(doc[before - 1]) else None
        if doc[before].lower_ in _THEIRS:
            return start if modified and token.text in self.organs else None
        near = before == start - 1 and (modified or token.text in self.national)
        if near and not _is_place(doc, before):
            return _unknown_start(doc, before) if modified and doc[start].text in self.fields else None
        return _place_start(doc, before) if near else None

    def of_fields(self, doc: Doc, named: Collection[tuple[str, ...]]) -> Iterator[Span]:
        """Public bodies by their field or level: "the health ministry"; ``named`` are the words of bodies' names.

        Where a text has named such a body, the words speak of that one again.
        """
        for token in doc[1:]:
            if token.text not in self.fielded or token.dep_ in _SAID or token.pos_ not in ("NOUN", "PROPN"):
                continue
            start = token.i
            while start and (field := self._field_start(doc, start - 1)) < start:
                start = field
            words = doc[start : token.i].text.lower().split()
            if token.text in self.serving and not _takes_part(token):
                continue  # "the ferry service was late"
            if not words or not start or not self._determined(doc, start - 1, token) or self._goes_on(doc, token):
                continue
            if not any(self._means(name, words, token.text) for name in named):
                yield start, token.i + 1

    def bare_names(self, doc: Doc, named: Collection[tuple[str, ...]]) -> Iterator[Span]:
        """ "Told | parliament", of a text that has no fuller name for it."""
        known = {word for name in named if len(name) > 1 for word in name}
        for token in doc[1:]:
            if token.text not in self.bare or token.dep_ == "compound" or token.lower_ in known:
                continue
            if not any(t.dep_ in _DETERMINING for t in token.lefts) and doc[token.i - 1].lower_ not in _JOINING:
                yield token.i, token.i + 1

    def ad_hoc(self, doc: Doc, named: Collection[tuple[str, ...]]) -> Iterator[Span]:
        """ "An | independent panel", of a text that then calls it "the panel" and has no other."""
        known = {word for name in named for word in name}
        heads = {form.rsplit(" ", 1)[-1] for form in self.task}
        taken_up = {t.text for t in doc[2:] if t.text in heads and self._again(doc, t.i)}
        for token in doc[2:]:
            if token.text not in taken_up or token.lower_ in known or token.dep_ == "compound":
                continue
            if self.task.isdisjoint((token.text, doc[token.i - 1 : token.i + 1].text)):
                continue  # a team only with what it does: "investigation team"
            start = self._start(doc, token.i)
            if start < token.i and start and doc[start - 1].lower_ in ("a", "an") and not self._goes_on(doc, token):
                yield start, token.i + 1

    def _again(self, doc: Doc, i: int) -> bool:
        """ "The panel", "the expert panel"."""
        return doc[i - 1].lower_ in _TAKING_UP or (doc[i - 2].lower_ in _TAKING_UP and self._modifies(doc[i - 1]))

    def offices(self, doc: Doc, named: Collection[tuple[str, ...]]) -> Iterator[Span]:
        """ "The | sheriff's office", "the Nakuru | prosecutor's office", of a text that does not name it more fully."""
        for token in doc[3:]:
            if token.text not in self.owned_heads:
                continue
            start = token.i - 2
            if doc[start + 1].text not in APOSTROPHES or (doc[start].text, token.text) not in self.owned:
                continue
            if any(name[-1] == token.text and doc[start].text in name for name in named) or self._goes_on(doc, token):
                continue
            start -= (doc[start - 1].text, doc[start].text) in self.posts  # "attorney general's"
            while doc[start - 1].text in self.fields or (
                is_capitalised(doc[start - 1]) and doc[start - 1].tag_ == "NNP"
            ):
                start -= 1
            if start < token.i - 2 or doc[start - 1].lower_ == "the":
                yield start, token.i + 1

    def is_of_field(self, doc: Doc, i: int) -> bool:
        """Whether the word at i is a noun for a public body, and the one before it says of what kind."""
        return doc[i].text in self.fielded and self._is_field(doc, i - 1)

    def _is_field(self, doc: Doc, i: int) -> bool:
        """ "The health ministry", "the Health ministry"."""
        return doc[i].text in self.fields or (i > 0 and doc[i].text.istitle() and doc[i].lower_ in self.fields)

    def _field_start(self, doc: Doc, i: int) -> int:
        """Where the field that ends at i begins: "anti-corruption" has a hyphen; after it where none does."""
        if i > 1 and is_hyphen(doc, i - 1) and doc[i - 2 : i + 1].text in self.fields:
            return i - 2
        return i if self._is_field(doc, i) else i + 1

    def _determined(self, doc: Doc, i: int, noun: Token) -> bool:
        """Whether the token at i says that one body is meant: "the", whose it is, or "a" of what sits somewhere."""
        if doc[i].lower_ in ("a", "an"):
            return noun.lower_ in self.staff
        return doc[i].lower_ == "the" or (doc[i].text in APOSTROPHES and i > 0 and is_capitalised(doc[i - 1]))

    def _goes_on(self, doc: Doc, token: Token) -> bool:
        """Whether a name follows, in apposition or right after."""
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if following is not None and (is_hyphen(doc, following.i) or is_capitalised(following)):
            return True
        return any(t.dep_ == "appos" and is_capitalised(t) for t in token.rights)

    def _means(self, name: tuple[str, ...], words: list[str], head: str) -> bool:
        """Whether a name may be that of the body: it has the noun, and the field or none.

        "The aviation regulator" may be the Civil Aviation Authority, whose noun is for such bodies too.
        """
        shared = not stems(words).isdisjoint(stems(name))
        if head not in name:
            return shared and head in self.generic and bool(self.kinds[head] & self.kinds.get(_noun(name), frozenset()))
        return shared or self.fields.isdisjoint(name)

    def staffs(self, doc: Doc) -> Iterator[Span]:
        """Bodies by their people: "Dutch prosecutors", "state prosecutors in Graz", "police in Graz"."""
        for token in doc[:-1]:
            if token.text.lower() not in self.staff or token.dep_ == "compound" or token.pos_ not in ("NOUN", "PROPN"):
                continue
            start, end = token.i, self._where(doc, token.i + 1)
            end += end > token.i + 1 and end < len(doc) and doc[end].text in self.areas  # "police in Graz | district"
            while start and doc[start - 1].text in self.fields:
                start -= 1
            if end > token.i + 1 and not (start and doc[start - 1].text in APOSTROPHES):
                yield start, end
            elif start and doc[start - 1].ent_type_ in _PEOPLES and is_capitalised(doc[start - 1]):
                yield _place_start(doc, start - 1), token.i + 1

    def _where(self, doc: Doc, i: int) -> int:
        """Where "in Graz" after a noun ends."""
        if (
            i + 1 >= len(doc)
            or doc[i].lower_ != "in"
            or doc[i + 1].ent_type_ != "GPE"
            or not is_capitalised(doc[i + 1])
        ):
            return i
        end = i + 2
        while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ == "I" and is_capitalised(doc[end]):
            end += 1
        return end

    def _profession(self, token: Token) -> bool:
        """Whose body the plural tells: "accountants' institute", not "companies' board"."""
        return token.tag_ == "NNS" and token.is_lower and token.lemma_ not in self.bodies

    def _owner(self, doc: Doc, i: int, organ: Token) -> bool:
        """Whether what owns a part is a body or a place."""
        if doc[i].ent_type_ == "GPE":
            return True
        known = is_capitalised(doc[i]) and doc[i].ent_type_ not in _NO_OWNERS
        return organ.text in self.organs | self.subunits and (known or doc[i].lower_ in self.bodies)

    def _unit(self, doc: Doc, token: Token) -> int | None:
        """Where the noun begins: "task force" has two words."""
        for n in (3, 2, 1):
            start = token.i - n + 1
            if start >= 0 and tuple(t.lower_ for t in doc[start : token.i + 1]) in self.units:
                return start
        return None

    def _start(self, doc: Doc, head: int) -> int:
        start = head
        while start:
            hyphen = start > 1 and is_hyphen(doc, start - 1)  # "all-party committee"
            if not (hyphen or self._modifies(doc[start - 1])):
                break
            start -= 1 + hyphen
        while start < head and (doc[start].pos_ == "CCONJ" or doc[start].lower_ in self.vague):
            start += 1
        return start

    def _modifies(self, token: Token) -> bool:
        if token.text in self.fields:
            return True  # "safeguarding", which the tagger takes for a verb
        if token.ent_type_ in _FOREIGN_TO_NAMES or token.pos_ not in _PREMODIFIERS:
            return False
        if token.pos_ == "PROPN" and is_capitalised(token):
            return False
        return not (token.is_sent_start and token.pos_ == "CCONJ")

    def _topic_end(self, doc: Doc, end: int) -> int:
        """Where "on health" ends after "select committee"."""
        if end + 1 >= len(doc) or doc[end].lower_ != "on" or doc[end + 1].pos_ not in ("NOUN", "PROPN", "ADJ"):
            return end
        if doc[end + 1].ent_type_ in ("DATE", "TIME"):
            return end  # "the committee on Tuesday"
        noun = next((t for t in doc[end].children if t.dep_ == "pobj"), doc[end + 1])
        edge = max((t.i for t in (noun, *noun.conjuncts) if t.i > end), default=end + 1)
        return edge + 1 if edge - end <= _LONGEST_TOPIC else end + 2


def _noun(name: tuple[str, ...]) -> str:
    """The noun of a body's name: its last word, or the one before "of"."""
    return next((a for a, b in pairwise(name) if b in ("of", "for")), name[-1])


def _of_party(token: Token) -> bool:
    """ "The PiS | government", "the Okello | administration"."""
    return token.tag_ == "NNP" and token.dep_ == "compound" and is_capitalised(token) and token.ent_type_ in _CHAIRS


def _of_place(doc: Doc, i: int) -> int:
    """Where "of Samoa" ends after a noun, or 0."""
    if i + 1 >= len(doc) or doc[i].lower_ != "of" or not is_capitalised(doc[i + 1]):
        return 0
    first, end = doc[i + 1], i + 2
    while end < len(doc) and doc[end].ent_iob_ == "I" and is_capitalised(doc[end]):
        end += 1
    return end if first.ent_type_ in _SEATS and (first.ent_type_ == "GPE" or end == i + 2) else 0


def _takes_part(noun: Token) -> bool:
    """Whether a noun is the subject, object or agent of a verb of doing, or owns something."""
    by = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    verb = noun.head.head if by else noun.head
    return noun.dep_ == "poss" or (
        (by or noun.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")) and verb.pos_ == "VERB"
    )


def _of_state(doc: Doc, i: int, areas: frozenset[str]) -> int:
    """Where the last "of" is: of "of Samoa", of "of the island state of Samoa"."""
    if i + 1 >= len(doc) or doc[i].lower_ != "of" or doc[i + 1].lower_ != "the":
        return i
    area = next((t for t in doc[i].children if t.dep_ == "pobj"), None)
    return area.i + 1 if area is not None and area.lower_ in areas and area.i - i <= _LONGEST_TOPIC else i


def _is_place(doc: Doc, i: int) -> bool:
    if is_hyphen(doc, i - 1) and is_capitalised(doc[i]):
        i -= 2  # "KwaZulu-Natal"
    return doc[i].ent_type_ in _PLACES and is_capitalised(doc[i])


def _unknown_start(doc: Doc, i: int) -> int | None:
    """Where the name of a place that the model does not know begins: "the | Riverside school board"."""
    start = i
    while start and doc[start].tag_ == "NNP" and doc[start].text.istitle() and doc[start].ent_type_ in _UNKNOWN:
        start -= 1
    return start + 1 if 0 < i - start < 3 and doc[start].lower_ == "the" else None


def _place_start(doc: Doc, i: int) -> int:
    """Where the name of a place that ends at i begins, without its article: "KwaZulu-Natal"."""
    start = i
    while start and (is_hyphen(doc, start - 1) or (doc[start].ent_iob_ == "I" and doc[start - 1].ent_type_)):
        start -= 1 + is_hyphen(doc, start - 1)
    return start + (doc[start].lower_ == "the")
