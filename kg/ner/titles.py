"""Titles and posts around people's names: "Mr Justice Penrose", "Commissioner Nora Quill", "Ada Marsh QC"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.lexicon import Lexicon
from kg.ner.dictionary import Dictionary
from kg.ner.tails import before_reason, before_sum, before_year
from kg.wordlists import forms

APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
_EDGES = APOSTROPHES | frozenset(',.()[]-–—:"”“;*>|/') | {"''", "``", "...", "and", "&", "of", "for"}
PLACING = frozenset({"in", "into", "at", "by", "from", "on"})  # no name begins with: "Held | In | Lagos Court"
_FOR = frozenset({"of", "for"})
_GRADE = re.compile(r"I{2,3}|IV|VI{0,3}")
_LETTER = re.compile(r"[A-Z][.)]?")
_MONEY = re.compile(r"[A-Z]{0,3}[$£€¥₦₱₹]\d|[A-Z]{1,3}\d[\d,]*[.,]\d")  # "S$200,000", "P2.3"
_ARTICLES = frozenset({"the", "a", "an"})
_NO_NAMES = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT"})
_SHORTEST_SHOUT = 5  # letters of a surname in capitals; a shorter one may be an acronym
_LONGEST_PERSON = 9  # tokens after a title
_LONGEST_HALF = 6  # letters of a syllable of a name
_LISTING = frozenset({",", "and", "&"})
_VERBAL = frozenset({"which", "who", "said", "is", "was", "has", "had"})


class Titles:
    """Knows the words of titles and posts, and where they stand before or after a name."""

    def __init__(self, lexicon: Lexicon, body_words: frozenset[str], dictionary: Dictionary) -> None:
        self.words = lexicon.evoking("Title")
        self.posts = frozenset(lexicon.posts)
        self.heads = frozenset(words[-1] for words in self.posts)
        self.longest: dict[str, int] = {}  # forms by their first word
        for words in sorted(self.posts | {tuple(form.split()) for form in self.words}):
            self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))
        self.seats = lexicon.evoking("Kin") & {words[0] for words in self.posts if len(words) == 1}
        self.plural = lexicon.evoking("PluralTitle")
        self.deputising = lexicon.evoking("Deputising")
        self.particles = lexicon.evoking("Particle")
        self.letters = lexicon.evoking("PostNominal")
        self.forms = lexicon.evoking("LegalForm")
        self.firms = lexicon.evoking("Firm") - body_words
        self.national = lexicon.evoking("LowerBody")
        self.vague = lexicon.evoking("Recall") | lexicon.evoking("Interim") | lexicon.evoking("Vague")
        self.former = lexicon.evoking("Former", "adjective")
        self.body_words = body_words
        self.holders = (
            lexicon.evoking("Human") | lexicon.evoking("PersonNominal") | {w[0] for w in self.posts if len(w) == 1}
        )
        self.matters = forms("PublicField")
        self.dictionary = dictionary
        self.no_people = (
            body_words | lexicon.denoting("Nominal").keys() | lexicon.evoking("Law") | lexicon.evoking("Programme")
        )

    def end(self, doc: Doc, i: int) -> int:
        """Where the title or the capitalised post that begins at i ends, or 0."""
        if i < 0:
            return 0
        token = doc[i]
        if not is_capitalised(token):
            return 0
        longest = self.longest.get(token.lower_) or (self._one(token.lower_) != token.lower_)
        if not longest or _begins_place(doc, i) or self._no_rank(doc, i):
            return 0
        for n in range(min(longest, len(doc) - i), 0, -1):
            words = (self._one(token.lower_), *(t.lower_ for t in doc[i + 1 : i + n]))
            if is_hyphen(doc, i + n):
                continue  # "Dorota | Maj-Kulesza"
            if " ".join(words) in self.words or (self._is_post(words) and is_capitalised(doc[i + n - 1])):
                return i + n + is_grade(doc, i + n)
        return 0

    def _no_rank(self, doc: Doc, i: int) -> bool:
        """ "Giancarlo | Di | Matteo", "Ocean Line | Pte | Ltd": what is written as a rank, and is none."""
        word, following = doc[i].lower_.rstrip("."), doc[i + 1].lower_.rstrip(".") if i + 1 < len(doc) else ""
        return (word in self.particles and doc[i].text.istitle()) or {word, following} <= self.forms

    def _is_post(self, words: tuple[str, ...]) -> bool:
        """A post, or one of several words that several people hold: "Trial Attorneys Ann Lee and Tom Reid"."""
        return words in self.posts or (len(words) > 1 and (*words[:-1], words[-1].removesuffix("s")) in self.posts)

    def _one(self, word: str) -> str:
        """A post before several names in the singular: "Senators Ada Obi and Tom Reid"."""
        single = word.removesuffix("s")
        return single if single in self.seats and word not in self.longest else word

    def people(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Names that follow a title or a post."""
        for token in doc[:-1]:
            i = token.i
            end = self.end(doc, i)
            if not end or end >= len(doc) or (i and self.end(doc, i - 1) >= end):
                continue
            if end - i == 1 and self._no_title(doc, i):
                continue
            words = tuple(t.lower_ for t in doc[i:end])
            several = self._one(words[0]) != words[0] or words[0] in self.plural
            several = several or (len(words) > 1 and words not in self.posts and " ".join(words) not in self.words)
            yield from self._listed(doc, end) if several else self._after_title(doc, end)
        yield from self._after_plurals(doc)

    def _after_plurals(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Several names after a post in the plural: "Commissioners | Ortiz |, | Finch | and | Bell"."""
        for token in doc[:-1]:
            one = token.lower_.removesuffix("s")
            if one == token.lower_ or not is_capitalised(token) or self.end(doc, token.i):
                continue
            if (one,) in self.posts or one in self.words:
                found = list(self._listed(doc, token.i + 1))
                yield from found if len(found) > 1 else ()

    def _listed(self, doc: Doc, start: int) -> Iterator[tuple[int, int]]:
        """The names of a list after one title: "Councillors | Hanton |, | Bird | and | Lawn"."""
        while start < len(doc) and (found := next(self._after_title(doc, start), None)):
            yield found
            end = found[1]
            while end < len(doc) and doc[end].lower_ in _LISTING and end - found[1] < 2:
                end += 1
            start = end if end > found[1] else len(doc)

    def _after_title(self, doc: Doc, start: int) -> Iterator[tuple[int, int]]:
        """The name that begins right after a title."""
        stop = start
        while stop < len(doc) and stop - start < _LONGEST_PERSON and self._name_word(doc, start, stop):
            stop += 1
        stop = self.without_letters(doc, start, self._before_verb(doc, start, stop))
        if stop - start == 1 and (is_acronymic(doc[start]) or self._within_post(doc, start)):
            return
        if stop > start and doc[stop - 1].lower_ not in self.no_people and len(doc[stop - 1]) > 1:
            yield start, stop

    def _before_verb(self, doc: Doc, start: int, stop: int) -> int:
        """Where a name ends in a headline of plain words: "Senator Lund | Reveals Hidden Costs"."""
        for i in range(start + 1, stop - 1):
            if doc[i].lower_.endswith("s") and all(self.dictionary.has(t.lower_) for t in doc[i:stop]):
                return i
        return stop

    def _within_post(self, doc: Doc, i: int) -> bool:
        """ "Deputy | Public | Prosecutor": a common word between a title and more of a post."""
        goes_on = i + 1 < len(doc) and is_capitalised(doc[i + 1]) and not doc[i + 1].is_sent_start
        return goes_on and self.dictionary.has(doc[i].lower_) and doc[i].ent_type_ != "PERSON"

    def _no_title(self, doc: Doc, i: int) -> bool:
        """Whether a lone word only looks like a title: "Dean Harrow", "General Dynamics"."""
        if doc[i].ent_type_ != doc[i + 1].ent_type_ or doc[i + 1].ent_iob_ != "I":
            return False
        if doc[i].ent_type_ == "PERSON":
            return self._given(doc, i)
        return doc[i].ent_type_ == "ORG" and doc[i].ent_iob_ == "B" and self.dictionary.has(doc[i + 1].lower_)

    def _given(self, doc: Doc, i: int) -> bool:
        """Whether a lone post in front of a surname may be a first name: no title, no "the" before it."""
        lone = doc[i].lower_ not in self.words and (i == 0 or doc[i - 1].pos_ != "DET")
        following = doc[i + 2] if i + 2 < len(doc) else None
        return lone and (following is None or following.ent_iob_ != "I") and doc[i].ent_iob_ == "B"

    def _name_word(self, doc: Doc, start: int, i: int) -> bool:
        token = doc[i]
        if token.is_sent_start and i > start and doc[i - 1].text[-1] != ".":
            return False
        if token.text == "-" and i > start:
            return is_hyphen(doc, i) and (is_capitalised(doc[i + 1]) or ends_given_name(doc, i + 1))
        if ends_given_name(doc, i):
            return i > start
        if token.lower_ in self.particles and not token.is_upper:
            return any(is_capitalised(t) for t in doc[i + 1 : i + 3])
        if is_capitalised(token) and token.pos_ not in _NO_NAMES and not self._begins_post(doc, start, i):
            return token.lower_ not in self.body_words or i > start
        return False

    def _begins_post(self, doc: Doc, start: int, i: int) -> bool:
        """Whether a title or post begins at i: "Ann Lee | Assistant Clerk"; a last word may only look like a title."""
        stop = self.end(doc, i)
        ends = stop == i + 1 and i > start and not (stop < len(doc) and is_capitalised(doc[stop]))
        if ends and doc[i].lower_ in self.words:
            return False  # "Godfred Yeboah Dame,"
        return bool(stop) or (doc[i].lower_ in self.deputising and self.end(doc, i + 1) > 0)

    def without_letters(self, doc: Doc, start: int, end: int) -> int:
        """The end of a name without the letters after it: "Ada Marsh QC", "Fenwick J"."""
        while end - start > 1 and doc[end - 1].lower_.rstrip(".") in self.letters and doc[end - 1].text.isupper():
            end -= 1
            if end - start > 1 and doc[end - 1].text == ",":
                end -= 1
        return end

    def trim(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """A model's span without determiner, title, post, possessive or bracket."""
        while start < end and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
            end -= 1
        while start < end and (doc[start].text in _EDGES or doc[start].is_space or doc[start].lower_ in PLACING):
            start += 1
        if end - start > 1 and self.half_post(doc, end - 1) and self.end(doc, end - 1) > end:
            end -= 1  # "Csap | Executive Director"
        end = before_year(doc, start, before_reason(doc, start, before_sum(doc, start, end)))
        return self.after(doc, start, end), self._before_matter(doc, start, end)

    def half_post(self, doc: Doc, i: int) -> bool:
        """Whether a word is a body's and a post's alike: "Csap | Executive Director"; not "Kent Police Chief"."""
        return doc[i].lower_ in self.body_words and (doc[i].lower_,) in self.posts

    def _before_matter(self, doc: Doc, start: int, end: int) -> int:
        """Where a body's noun ends that is told of something: "warned the Board | of a shortfall"."""
        for i in range(start + 1, end - 1):
            if doc[i].lower_ == "of" and doc[i - 1].lower_ in self.body_words and doc[i + 1].lower_ in _ARTICLES:
                rest = doc[i + 1 : end]
                held = any(t.lower_ in self.heads or t.lower_ in self.body_words for t in rest)
                if not held and not any(is_capitalised(t) for t in rest):
                    return i
        return end

    def after(self, doc: Doc, start: int, end: int) -> int:
        """Where a span begins without determiners, titles and posts at its front."""
        while start < end:
            longest = self._post(doc, start, end)
            joined = longest and doc[start + longest].lower_ in ("and", "&")
            two = joined and end - start == longest + 2 and end < len(doc) and doc[end].tag_ == "NNS"
            if joined and not two and (doc[end - 1].lower_ in self.body_words or doc[start].lower_ in self.matters):
                break  # "Justice and Social Security Committee"; not "the Commissioner and Department officials"
            if longest and self._office(doc, start + longest, end):
                break
            if joined:
                return end  # "Comptroller | and Auditor General"
            if longest and not self._names_body(doc, start, start + longest, end):
                start += longest
            elif _of_the(doc, start, end) or self._no_part(doc, start, end):
                start += 1
            else:
                break
        return start

    def _office(self, doc: Doc, at: int, end: int) -> bool:
        """ "Mayor | 's Office for Policing", and "Sheriffs | Office" as some write: a body called after a post."""
        owned = doc[at].text in APOSTROPHES or doc[at - 1].lower_.endswith("s")
        at += doc[at].text in APOSTROPHES
        return owned and at < end and doc[at].lower_ in self.body_words

    def _no_part(self, doc: Doc, start: int, end: int) -> bool:
        return (
            self._titled(doc, start, end)
            or self._over(doc, start, end)
            or self._sort(doc, start, end)
            or self._of_post(doc, start, end)
            or self._begins_line(doc, start, end)
            or self._crowd(doc, start, end)
        )

    def _over(self, doc: Doc, start: int, end: int) -> bool:
        """ "Former | Hill Trust chief executive", at the start of a sentence; "Ex | - | Hill Bank"."""
        begins = bool(doc[start].is_sent_start) and end - start > 1 and doc[start].lower_ in self.former
        return begins or doc[start].text == "-"

    def _begins_line(self, doc: Doc, start: int, end: int) -> bool:
        """ "Initial | Police investigation", "Acting | Committee Chair": a plain word that begins a sentence."""
        first, noun = doc[start], doc[start + 1 : start + 2].text.lower()
        plain = first.is_sent_start and first.lower_ in self.vague and end - start == 2
        return bool(plain) and (noun in self.national or (noun in self.body_words and self.end(doc, end) > end))

    def _crowd(self, doc: Doc, start: int, end: int) -> bool:
        """ "Weavers | of the Moss Lane Canal Company", "told MPs | Cabinet": many people before a body."""
        word = doc[start]
        if end - start < 2 or doc[end - 1].lower_ not in self.body_words:
            return False
        if word.text.endswith("s") and word.text[:-1].isupper():
            return word.lower_.removesuffix("s") in self.holders
        several = word.lower_ != word.lower_.removesuffix("s") and word.lower_.removesuffix("s") in self.holders
        return several and _of_the(doc, start + 1, end)

    def _of_post(self, doc: Doc, start: int, end: int) -> bool:
        """ "Minister for | Fisheries | Ann Lee": what a post is for, before the name."""
        after_post = start > 1 and doc[start - 1].lower_ in _FOR and doc[start - 2].lower_ in self.heads
        person = doc[start].ent_type_ == "PERSON" and end - start > 2
        return after_post and person and self.dictionary.has(doc[start].lower_)

    def _sort(self, doc: Doc, start: int, end: int) -> bool:
        """ "Supplier | Hill Agro Ltd", at the start of a sentence: what a firm is, before its whole name."""
        if not doc[start].is_sent_start or end - start < 3 or doc[start].lower_ not in self.firms:
            return False
        return doc[end - 1].lower_.rstrip(".") in self.forms

    def _post(self, doc: Doc, start: int, end: int) -> int:
        """How many words of a post the span begins with."""
        words = [t.lower_ for t in doc[start : start + 4]]
        words[0] = self._one(words[0])
        fits = (n for n in range(len(words), 0, -1) if start + n < end and self._is_post(tuple(words[:n])))
        n = next(fits, 0)
        if is_hyphen(doc, start + n):
            return 0  # "Receiver | -General"
        if n == 1 and end - start == 2 and doc[start].ent_type_ == "PERSON" and self._given(doc, start):
            return 0
        return n

    def _names_body(self, doc: Doc, start: int, post_end: int, end: int) -> bool:
        """Whether the words of a post stand here as part of a body's name: "Children's Commissioner's Office"."""
        if self._only_body_words(doc, post_end + (doc[post_end].text in APOSTROPHES), end):
            return True
        return (
            (doc[post_end].lower_ in self.body_words or doc[post_end].lower_ in ("'s", "’s", "of", "for"))
            and any(t.lower_ in self.body_words for t in doc[post_end:end])
            and post_end - start < 3
            and doc[post_end - 1].lower_ in self.body_words
        )

    def _only_body_words(self, doc: Doc, start: int, end: int) -> bool:
        """Whether nothing is left that could be a name by itself: "Justice | Ministry", "Prosecutor's | Office"."""
        return start < end and all(t.lower_ in self.body_words for t in doc[start:end])

    def _titled(self, doc: Doc, start: int, end: int) -> bool:
        pairs = (doc[max(0, start - 1) : start + 1], doc[start : start + 2])  # "Rt | Hon"
        title = doc[start].lower_ in self.words or any(pair.text.lower() in self.words for pair in pairs)
        return title and not _begins_place(doc, start) and not self._leads_body(doc, start, end)

    def _leads_body(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a title is the first word of a body's name: "Justice | Ministry", "Maj. | Crimes Unit"."""
        if tuple(t.lower_ for t in doc[start:end]) in self.posts:
            return False
        begins = doc[start].ent_iob_ == "B" or doc[start - 1].lower_ in _ARTICLES
        one = doc[start].ent_type_ == "ORG" == doc[end - 1].ent_type_ and begins
        named = one and end - start > 1 and doc[end - 1].lower_ in self.body_words
        return named or self._only_body_words(doc, start + 1, end)

    def described(self, doc: Doc, end: int) -> bool:
        """Whether a post follows a name after a comma: "Ada Marsh, the ports minister,"."""
        if end + 1 >= len(doc) or doc[end].text != "," or doc[end - 1].lower_.rstrip(".") in self.no_people:
            return False
        words = doc[end + 1 : end + 8]
        stop = next((i for i, t in enumerate(words) if not _wordlike(t.lower_) or t.pos_ == "AUX"), len(words))
        return words[0].lower_ not in _VERBAL and any(t.lower_ in self.heads for t in words[:stop])


def _of_the(doc: Doc, start: int, end: int) -> bool:
    """The article before a name, with "of" after a post that was cut off: "Vice-Chair | of the | Port Committee"."""
    of = doc[start].lower_ in _FOR and start + 1 < end and doc[start + 1].lower_ in _ARTICLES
    if _LETTER.fullmatch(doc[start].text) and start + 1 < end and doc[start + 1].text == "The":
        return True  # "B. | The Authority"
    return of or doc[start].lower_ in _ARTICLES


def _begins_place(doc: Doc, i: int) -> bool:
    """ "Sri | Lanka": no title; "MS | LEE" is one, whatever the model takes her for."""
    if doc[i].lower_.rstrip(".") in forms("Courtesy"):
        return False
    following = doc[i + 1] if i + 1 < len(doc) else None
    return following is not None and doc[i].ent_type_ == "GPE" == following.ent_type_ and following.ent_iob_ == "I"


def is_capitalised(token: Token) -> bool:
    """Whether a token is written as a name is: "Police", "NHS", "McDonald", "d'Estaing"; not "de", "S$200,000"."""
    text = token.text
    if text[:1].isupper():
        return text.isalpha() or _MONEY.match(text) is None
    return len(text) > 3 and text[1] in "'’" and text[2].isupper()


def is_grade(doc: Doc, i: int) -> bool:
    """The number of a grade before a name: "State Auditor | IV | Ann Lee"."""
    return 0 < i < len(doc) - 1 and _GRADE.fullmatch(doc[i].text) is not None and is_capitalised(doc[i + 1])


def is_acronymic(token: Token) -> bool:
    """Whether a word after a post is in capitals as an acronym is: "Auditor KPMG"."""
    return token.is_upper and len(token) < _SHORTEST_SHOUT


def is_hyphen(doc: Doc, i: int) -> bool:
    """Whether the token joins two words: "Mensah-Boateng"."""
    return 0 < i < len(doc) - 1 and doc[i].text in ("-", "‑") and not (doc[i - 1].whitespace_ or doc[i].whitespace_)


def ends_given_name(doc: Doc, i: int) -> bool:
    """The second half of a given name, in lower case: "Chan Tak-wah"; not in "the Chan-led review"."""
    if i < 3 or not is_hyphen(doc, i - 1) or not (doc[i].is_lower and doc[i].is_alpha):
        return False
    if not is_capitalised(doc[i - 2]) or not is_capitalised(doc[i - 3]):
        return False
    following = doc[i + 1] if i + 1 < len(doc) else None
    modifies = following is not None and following.is_lower and following.pos_ in ("NOUN", "ADJ")
    return not modifies and max(len(doc[i - 2]), len(doc[i])) <= _LONGEST_HALF


def _wordlike(word: str) -> bool:
    return word.replace("'", "").replace("’", "").replace("-", "").isalnum()


def lower_before_person(doc: Doc, start: int, longest: int) -> Span | None:
    """The words in lower case, at most ``longest``, between a token and a person's name: "leader | Ann Lee"."""
    for n in range(1, longest + 1):
        words = doc[start : start + n + 1]
        if len(words) > n and words[-1].ent_type_ == "PERSON" and all(t.is_lower for t in words[:-1]):
            return words[:-1]
    return None
