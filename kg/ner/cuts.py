"""Where a run of capitalised words is more than one name.

"Stormont's | Joint Audit Committee" and "Home Office | and | National Audit Office" are two names,
"King's College" and "Health and Safety Executive" are one.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.dictionary import Dictionary
from kg.ner.proposals import lower_words
from kg.ner.titles import APOSTROPHES, is_capitalised, is_hyphen
from kg.wordlists import forms

OF = frozenset({"of", "for", "on"})
ABOUT = frozenset({"into", "against"})  # after a body's whole name comes another, of which it tells
AND = frozenset({"and", "&"})
_DASHES = frozenset({"-", "–", "—"})
_NAMES = frozenset({"GPE", "PERSON", "NORP"})
_NO_NOUNS = frozenset({"RB", "IN", "DT", "PRP", "VB", "VBD", "VBZ", "VBP", "UH", "CC"})

Span = tuple[int, int]
Known = Mapping[int, Span]  # token -> the span of the model, gazetteer or acronym it stands in


class Cuts:
    """Splits runs at possessors, at "and" and at "of"."""

    def __init__(self, lexicon: Lexicon, body_words: frozenset[str], dictionary: Dictionary) -> None:
        self.body_words = body_words
        self.strong = body_words - lexicon.evoking("WeakBodyWord")
        self.own = lexicon.evoking("OwnPossessor")
        self.days = lexicon.evoking("DayWord")
        self.eponymous = lexicon.evoking("Eponymous")
        self.posts = frozenset(lexicon.posts)
        self.fields = {tuple(form.split()) for form in lexicon.evoking("JointField")}
        self.forms = lexicon.evoking("LegalForm")
        self.units, self.houses = lexicon.evoking("LowerUnit"), lexicon.evoking("SelfNamed")
        self.areas = lexicon.evoking("PlaceNominal")
        self.inquiring = lexicon.evoking("NamedAfter") | lexicon.evoking("LowerUnit")  # "Committee on Ports"
        self.matters = forms("PublicField")
        self.countries = forms("Country")
        self.dictionary = dictionary
        self.campaigning = lexicon.evoking("Campaigning")

    def pieces(self, doc: Doc, start: int, end: int, inside: Known) -> Iterator[Span]:
        """The run, split where one name ends and another begins."""
        while end > start and not is_capitalised(doc[end - 1]) and doc[end - 1].lower_ not in self.forms:
            if end - start > 2 and is_hyphen(doc, end - 2) and doc[end - 1].is_alpha:
                break  # "Ysgol Bryn-teg"
            end -= 1
        if end - start > 2 and doc[start].lower_ in self.days and doc[start + 1].lower_ in APOSTROPHES:
            start += 2  # "Today's | Treasury"
        at = start
        for i in range(start + 1, end - 1):
            if self._ends(doc, at, i, end, inside):
                yield at, i
                at = i + 1
        yield at, end

    def _ends(self, doc: Doc, at: int, i: int, end: int, inside: Known) -> bool:
        """Whether the name that began at ``at`` ends before the connector at i."""
        word = doc[i].lower_
        one = inside.get(i - 1) == inside.get(i + 1) is not None
        if word in APOSTROPHES:
            return self._owns(doc, at, i, end, one=one)
        if word in AND:
            return self._two_bodies(doc, at, i, end) if one else not self._joins(doc, at, i, end, inside)
        if (word in ABOUT or word == "on") and self._tells_of(doc, at, i, end):
            return True
        if word in OF and (doc[i].dep_ == "mark" or (word == "on" and i - at == 1 and doc[at].tag_ == "NNPS")):
            return True  # "the call by the League | for | Leffler to go", "Democrats | on | the Ports Committee"
        return word in OF and (
            self._whole(doc, at, i, end)
            or self._of_lower(doc, i, end)
            or (not one and not self._heads(doc, at, i) and not self._figurative(doc, at, i, end))
        )

    def _whole(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "Child Protection Unit | of the | Royal Ulster Constabulary", "Ports Committee | of | Parliament": two."""
        right = i + 1 + (doc[i + 1].lower_ == "the")
        ministry = doc[i].lower_ == "for" and self._headed_by(
            doc, right, end
        )  # "Aid Board | for the | Ministry of Trade"
        return (
            (doc[i].lower_ == "of" or ministry)
            and i - start > 1
            and (end - right > 1 or (doc[i - 1].lower_ in self.units and doc[right].lower_ in self.houses))
            and doc[i - 1].lower_ in self.body_words - self.eponymous
            and (doc[end - 1].lower_ in self.strong or self._headed_by(doc, right, end))
            and not any(doc[k].lower_ in OF for k in range(start, i))
        )

    def _of_lower(self, doc: Doc, i: int, end: int) -> bool:
        """ "Ports Committee | of the | Kestria parliament": what follows is part of another name."""
        noun = doc[end] if end < len(doc) and doc[i + 1].lower_ == "the" else None
        return noun is not None and noun.lower_ in self.houses | self.units and noun == doc[end - 1].head

    def _tells_of(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "The study by the Audit Bureau | on | Skylark Bank": two bodies; not "Select Committee on Ports"."""
        whole = i - start > 1 and doc[i - 1].lower_ in self.strong - self.inquiring
        return whole and (doc[i].lower_ in ABOUT or doc[end - 1].lower_.rstrip(".") in self.strong | self.forms)

    def _headed_by(self, doc: Doc, start: int, end: int) -> bool:
        """ "U.S. Department of Justice", of a whole name."""
        return any(
            doc[k].lower_ in self.strong and doc[k + 1].lower_ in OF for k in range(start, min(start + 3, end - 2))
        )

    def _owns(self, doc: Doc, start: int, i: int, end: int, *, one: bool) -> bool:
        """Whether the possessor before i is a name apart; ``one``: the model sees one name only."""
        owner, head = doc[i - 1], doc[end - 1].lower_
        if end - i == 2 and i - start > 3 and doc[i + 1].ent_type_ == "GPE":
            return True  # "the Federal Bureau of Inquiry's | Kano office"
        if doc[start].lower_ in ("her", "his") or end - i < 3 or doc[i + 1].lower_ in AND:
            return False
        if owner.lower_ in self.own or owner.tag_ in ("NNS", "NNPS"):
            return False
        if i - 1 > start and doc[i - 2].lower_.rstrip(".") in ("st", "saint"):
            return False
        if owner.lower_ in self.body_words or owner.ent_type_ in ("GPE", "LOC", "NORP"):
            return True
        return head not in self.eponymous and (not one or head in self.strong)

    def _two_bodies(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "Amnesty International and Human Rights Watch", though the model takes them for one."""
        right = next((k for k in range(i + 1, end) if doc[k].lower_ in AND), end)
        heads = {doc[i - 1].lower_, doc[right - 1].lower_}
        both = heads <= self.strong or (len(heads) == 1 and heads <= self.body_words)
        return both and i - start > 1 and right - i > 2 and not self._headed(doc, start, i)

    def _joins(self, doc: Doc, start: int, i: int, end: int, inside: Known) -> bool:
        """Whether the "and" at i is part of a name."""
        left, right = inside.get(i - 1), inside.get(i + 1)
        if (i + 2 < end and self._one_field(doc, i)) or self._subjects(doc, start, i, end):
            return True
        if self._around(doc, i, end):
            return True
        if start and (doc[start - 1].lower_,) in self.posts:
            return False  # "Finance Minister Ada Obi | and | Central Bank governor ..."
        if end - i == 3 and right != (i + 1, end) and self._shares_head(doc, i):
            return True
        ahead = range(i + 1, next((k for k in range(i + 1, end) if doc[k].lower_ in AND), end))
        right_body = any(doc[k].lower_ in self.body_words for k in ahead)
        if self._headed(doc, start, i - 1):
            return not right_body and (right is None or self._ends_field(doc, i, right))
        first = left is not None and (left[0] <= start or lower_words(doc, start, left[0]) in self.posts)
        if left is not None and first and left[1] <= i and self._complete(doc, left, right):
            return False
        left_body = doc[i - 1].lower_ in self.body_words and i - start > 1
        short = _is_short(doc[i - 1]) or (_is_short(doc[i + 1]) and right is not None and right[1] - right[0] > 1)
        return right_body and not left_body and not short

    def _around(self, doc: Doc, i: int, end: int) -> bool:
        """ "Leeds | and | District Hospitals Trust": a town and what lies about it."""
        area = i + 2 < end and doc[i + 1].lower_ in self.areas and doc[end - 1].lower_ in self.body_words
        town = doc[i - 1].ent_type_ != "PERSON" and not doc[i - 1].is_upper
        return area and town and doc[i - 1].lower_ not in self.body_words

    def _one_field(self, doc: Doc, i: int) -> bool:
        """ "Kent Police | and | Crime Panel" is one name."""
        return any(lower_words(doc, i - 1, i + n) in self.fields for n in (2, 3))

    def _subjects(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "Water | and | Land Affairs and Ports Committee": ordinary words for what one body is about."""
        if i < end - 2 and self.is_national(doc, start, end):
            return True
        end = next((k for k in range(i + 2, end) if doc[k].lower_ in OF and doc[k - 1].lower_ in self.strong), end)
        listed = any(t.text == "," for t in doc[start:i])
        if doc[end - 1].lower_ not in (self.body_words if listed else self.strong) or end - i < 3:
            return self._always_joined(doc, start, i, end)
        house = start + (doc[start].lower_ in self.body_words and i - start > 1)  # "Senate Water and Ports Committee"
        house = max(house, self._after_head(doc, start, i)) if listed else house
        words = [t for t in doc[house : end - 1] if t.lower_ not in AND and t.text != ","]
        plain = all(self._plain(t.lower_) and not t.is_upper and self._tells_field(t, listed=listed) for t in words)
        return plain or self._always_joined(doc, start, i, end)

    def _tells_field(self, token: Token, *, listed: bool) -> bool:
        """No name; in a list a people's or party's may be a part of one: "Liberal, Democrat and Reform Party"."""
        return token.ent_type_ not in (_NAMES - {"NORP"} if listed else _NAMES)

    def _after_head(self, doc: Doc, start: int, end: int) -> int:
        """Where what a body is for begins: after "Group of the"."""
        of = next((k for k in range(start + 1, end) if doc[k].lower_ in OF and doc[k - 1].lower_ in self.body_words), 0)
        return of + 1 + (doc[of + 1].lower_ == "the") if of else start

    def is_national(self, doc: Doc, start: int, end: int) -> bool:
        """ "Forestry and Land Scotland", "Revenue Ghana": a body of ordinary words and a country, no mark between."""
        if doc[end - 1].lower_ not in self.countries or doc[end - 1].ent_iob_ + doc[end - 1].ent_type_ == "IGPE":
            return False
        words = [t for t in doc[start : end - 1] if t.lower_ not in AND]
        plain = all(self._plain(t.lower_) and t.ent_type_ not in _NAMES and not t.is_upper for t in words)
        several = len(words) > 1 or (len(words) == 1 and words[0].tag_ in ("NN", "NNP"))
        if len(words) == 1 and words[0].is_sent_start and words[0].lower_.endswith("s"):
            return False  # "Hosts Fiji"
        return plain and several and words[0].tag_ not in _NO_NOUNS

    def _plain(self, word: str) -> bool:
        """A common word that is neither a body's nor a post; justice is a field too."""
        post = (word.rstrip("s"),) in self.posts and word not in self.matters
        return self.dictionary.has(word) and word not in self.strong and not post

    def _always_joined(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """Whether a text that has the whole name several times never has its first word without the rest."""
        if i - start != 1 or doc[end - 1].lower_ not in self.strong or self._plain(doc[start].lower_):
            return False
        whole = lower_words(doc, start, end)
        at = [t.i for t in doc if t.lower_ == whole[0]]
        return len(at) > 1 and all(lower_words(doc, k, k + len(whole)) == whole for k in at)

    def _ends_field(self, doc: Doc, i: int, right: Span) -> bool:
        """Whether what stands after the "and" is no name by itself, or the model saw one name around it."""
        return right[0] <= i or right[1] - right[0] < 2 or self._topic(doc, right)

    def _topic(self, doc: Doc, right: Span) -> bool:
        """Whether what the model takes for a body may be the last of a department's subjects: "and Social Care"."""
        words = doc[slice(*right)]
        return words[0].ent_type_ == "ORG" and all(self.dictionary.has(t.lower_) for t in words)

    def _shares_head(self, doc: Doc, i: int) -> bool:
        """ "Kent Police and Crime Panel": two common words before one head."""
        middle, head = doc[i + 1], doc[i + 2].lower_
        common = middle.ent_type_ not in ("GPE", "PERSON") and self.dictionary.has(middle.lower_)
        return common and head in self.strong and doc[i - 1].lower_ != head

    def _complete(self, doc: Doc, left: Span, right: Span | None) -> bool:
        """Whether what the model saw before the "and" is a name by itself: "Boeing and", not "Avon and"."""
        first = doc[left[0]]
        if first.lower_ in self.strong and right is not None and right[1] - right[0] > 2:
            return True  # "both the Council | and | Gwynfryn University Health Board"
        return left[1] - left[0] > 1 or (first.ent_type_ == "ORG" and not self.dictionary.has(first.lower_))

    def _headed(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a body's word and "of" or "for" stand in a span: "Department for"."""
        words = [t.lower_ for t in doc[start : end + 1]]
        return any(a in self.body_words and b in OF for a, b in pairwise(words))

    def is_branch(self, doc: Doc, i: int) -> bool:
        """ "RSPB of Ohio": an acronym of a place."""
        token = doc[i]
        return (
            token.is_upper
            and len(token) > 2
            and (token.lower_,) not in self.posts
            and i + 2 < len(doc)
            and doc[i + 1].lower_ == "of"
            and doc[i + 2].ent_type_ in ("GPE", "ORG")
            and doc[i + 2].pos_ == "PROPN"
        )

    def _heads(self, doc: Doc, start: int, i: int) -> bool:
        """Whether what stands before the "of" at i can begin a body's name."""
        words = tuple(t.lower_ for t in doc[start:i])
        if any(a in self.body_words and b in OF for a, b in pairwise(words)):
            return True
        if len(words) == 1 and self.is_branch(doc, start):
            return True
        return words[-1] in self.body_words and words not in self.posts and words[-2:] not in self.posts

    def _figurative(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "Circle | of | Courage Alliance": a campaign's name of ordinary words."""
        words = [t.lower_ for t in doc[start:end] if t.i != i]
        return words[-1] in self.campaigning and end - i == 3 and all(map(self._plain, words[:-1]))


def _is_short(token: Token) -> bool:
    return bool(token.is_upper) and len(token) > 1


def is_bar(token: Token, body_words: frozenset[str]) -> bool:
    """ "Ports Agency | News", and a dash so used after a body's whole name: "Police Board - Minutes"."""
    if token.text not in _DASHES or not token.i:
        return token.text == "|"
    before = token.nbor(-1)
    return bool(token.whitespace_ and before.whitespace_) and before.lower_ in body_words
