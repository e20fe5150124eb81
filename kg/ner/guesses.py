"""Names that neither the model nor their shape gives away, but their place in the text does."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.model_names import ModelNames
from kg.ner.proposals import GUESS, SHAPE, TITLED, Proposal, lower_words
from kg.ner.titles import Titles, is_capitalised, is_hyphen, lower_before_person
from kg.wordlists import given_names

_LOCATIVE = frozenset({"in", "near", "at", "outside"})
_CALLED = frozenset({"called", "named"})
_LONGEST_BYLINE = 14
_LONGEST_NAME = 4
_LONGEST_GIVEN = 6
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
_LONGEST_APPOSITION = 14
_UNCLAIMED = frozenset({"", "ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
_PERSONAL = frozenset({"", "PERSON", "WORK_OF_ART"})


class Guesses:
    """Proposes them."""

    def __init__(self, lexicon: Lexicon, titles: Titles, model: ModelNames, person: str, body: str) -> None:
        self.titles = titles
        self.model = model
        self.bodies = frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("Firm")
        self.person, self.body = person, body
        self.given = given_names()
        self.people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal") | lexicon.post_nouns
        self.bylines = {tuple(form.removesuffix(" :").split()) for form in lexicon.evoking("Byline")}
        self.seats = {form.split()[0]: tuple(form.split()) for form in sorted(lexicon.evoking("Seat"))}
        self.first_bylines = {form[0] for form in self.bylines}
        self.joined: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # forms by the word before "and"
        for form in sorted(lexicon.evoking("JoinedPlace")):
            words = tuple(form.split())
            self.joined[words[words.index("and") - 1]].append(words)
        self.reporting = lexicon.evoking("Reporting", "verb")
        self.verbs = {lemma for lemma, pos in lexicon.triggers if pos == "verb"}
        self.no_names = lexicon.evoking("Law") | lexicon.evoking("Programme") | lexicon.evoking("Label")
        self.no_names |= lexicon.evoking("Instrument")
        self.no_names |= {w for words in lexicon.posts for w in words[-1:]} | titles.body_words

    def joined_places(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Places whose one name is two: "Trinidad and Tobago"."""
        for token in doc[1:-1]:
            if token.lower_ == "and":
                for form in self.joined.get(doc[token.i - 1].lower_, ()):
                    start = token.i - form.index("and")
                    if start >= 0 and lower_words(doc, start, start + len(form)) == form:
                        yield start, start + len(form)

    def sure(self, doc: Doc) -> Iterator[Proposal]:
        """Bylines, and places that stand for the body which sits there ("Whitehall")."""
        for start, end in doc._.kg_blocks:
            yield from self._byline(doc, start, end)
        for token in doc:
            form = self.seats.get(token.lower_)
            if form is None or lower_words(doc, token.i, token.i + len(form)) != form:
                continue
            if token.i == 0 or doc[token.i - 1].lower_ not in _LOCATIVE:
                yield Proposal(token.i, token.i + len(form), self.body, SHAPE)

    def _byline(self, doc: Doc, start: int, end: int) -> Iterator[Proposal]:
        """ "By Liam O'Hara and Priya Nair"."""
        if start == end or doc[start].lower_ not in self.first_bylines:
            return
        at = next((start + len(f) for f in self.bylines if lower_words(doc, start, start + len(f)) == f), 0)
        if not at or end - start > _LONGEST_BYLINE:
            return
        i = at + (doc[at].text == ":") if at < end else end
        while i < end and is_capitalised(doc[i]):
            stop = i
            while stop < end and self._in_name(doc, stop):
                stop += 1
            name = self.titles.after(doc, i, stop)
            if stop - name > 1 and doc[stop - 1].lower_ not in self.no_names:
                yield Proposal(name, stop, self.person, TITLED)
            i = stop + 1 if stop < end and doc[stop].lower_ in ("and", ",", "&") else end

    def _in_name(self, doc: Doc, i: int) -> bool:
        return is_capitalised(doc[i]) or doc[i].lower_ in self.titles.particles or is_hyphen(doc, i)

    def introduced(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Bodies with a noun beside them: "campaign group | Fair Rents", "Civic Accord, | the biggest party,"."""
        for token in doc[1:-1]:
            if token.text == ",":
                start = self._run_start(doc, token.i)
                if token.i - start > 1 and self.model.said_to_be_body(doc, token.i) and _closes(doc, token.i + 1):
                    yield start, token.i
            elif token.tag_ == "NN" and token.lower_ in self.bodies:
                start, end = token.i + 1, self._run_end(doc, token.i + 1)
                if end > start and not self.titles.end(doc, start):
                    yield start, end

    def nicknamed(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """ "Randall "Buddy" Kessler"."""
        for i in range(1, len(doc) - 3):
            if doc[i].text not in _QUOTES or doc[i + 2].text not in _QUOTES or doc[i].whitespace_:
                continue
            names = (doc[i - 1], doc[i + 1], doc[i + 3])
            if all(t.tag_ == "NNP" and t.text.istitle() for t in names) and not doc[i + 3].is_sent_start:
                end = next((k for k in range(i + 4, len(doc)) if not self._in_name(doc, k)), len(doc))
                yield i - 1, end

    def lettered(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """ "Una Frayne | CBE", also in a list, of whose lines the model makes nothing; not "Cedar Falls SC"."""
        for token in doc[2:]:
            if not (token.is_upper and len(token) > 1 and token.lower_ in self.titles.letters):
                continue
            start = token.i
            while start > token.i - _LONGEST_NAME and self._named(doc, start - 1):
                start -= 1
            if token.i - start > 1 and doc[start].text.istitle() and doc[token.i - 1].text[-1:].islower():
                yield start, token.i

    def _named(self, doc: Doc, i: int) -> bool:
        """Whether a word may be one of a person's name, and the next is in the same sentence."""
        if i < 0 or doc[i + 1].is_sent_start or doc[i].ent_type_ not in _PERSONAL or self.titles.end(doc, i):
            return False
        return self._in_name(doc, i) and doc[i].lower_ not in self.no_names and not doc[i].is_stop

    def given_a_name(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """People by a given name before words that are no others', where the model has not seen the whole."""
        i = 0
        while i < len(doc) - 1:
            end = i
            if doc[i].lower_ in self.given and doc[i].text.istitle() and not self.titles.dictionary.has(doc[i].lower_):
                end = self._named_end(doc, i)
                if end - i > 1 and not self._seen_whole(doc, i, end):
                    yield i, end
            i = max(end, i + 1)

    def _named_end(self, doc: Doc, start: int) -> int:
        """Where a name ends that begins with a given name; at its start if plain words or a body's make it up."""
        end = start + 1
        while end < len(doc) and not doc[end].is_sent_start and self._in_name(doc, end):
            end += 1
        words = [t for t in doc[start + 1 : end] if is_capitalised(t)]
        plain = any(self.titles.dictionary.has(t.lower_) or not t.text[-1].islower() for t in words)
        return start if plain or end - start > _LONGEST_GIVEN or not is_capitalised(doc[end - 1]) else end

    def _seen_whole(self, doc: Doc, start: int, end: int) -> bool:
        """Whether one name of the model's has all the words, or goes on beyond them."""
        first = doc[start]
        beyond = (end < len(doc) and doc[end].ent_iob_ == "I") or first.ent_iob_ == "I"
        return beyond or (first.ent_iob_ == "B" and all(t.ent_iob_ == "I" for t in doc[start + 1 : end]))

    def called(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """People whose name a verb gives: "a young woman called | Aoi Terada"."""
        for token in doc[2:-2]:
            if token.lower_ in _CALLED and token.dep_ == "acl" and token.head.lower_ in self.people:
                end = self._run_end(doc, token.i + 1)
                if 1 < end - token.i - 1 <= _LONGEST_NAME:
                    yield token.i + 1, end

    def _run_start(self, doc: Doc, end: int) -> int:
        start = end
        while start and self._plain_capital(doc[start - 1]) and not (start < end and doc[start].is_sent_start):
            start -= 1
        return self.titles.after(doc, start, end)

    def _run_end(self, doc: Doc, start: int) -> int:
        end = start
        while end < len(doc) and not doc[end].is_sent_start and self._plain_capital(doc[end]):
            end += 1
            if is_hyphen(doc, end) and is_capitalised(doc[end + 1]):
                end += 2  # "NASW-Kent"
        return end

    def _plain_capital(self, token: Token) -> bool:
        """A capitalised word that the model has not claimed for something that is no body."""
        return is_capitalised(token) and token.is_alpha and token.ent_type_ in _UNCLAIMED and token.pos_ != "PRON"

    def rest(self, doc: Doc, taken: set[int]) -> Iterator[Proposal]:
        """Capitalised words that nothing has claimed, where someone or something must be named."""
        i = 0
        while i < len(doc):
            if i in taken or not self._free(doc[i]):
                i += 1
                continue
            end = i + 1
            while end < len(doc) and end not in taken and not doc[end].is_sent_start and self._goes_on(doc, end):
                end += 1
            if i - 1 not in taken or not is_capitalised(doc[i - 1]):
                yield from self._guess(doc, i, end)
            i = end

    def _free(self, token: Token) -> bool:
        titled = token.i > 0 and self.titles.end(token.doc, token.i - 1) > token.i  # "His | Excellency"
        return token.tag_ in ("NNP", "NNPS") and is_capitalised(token) and len(token) > 1 and not titled

    def _goes_on(self, doc: Doc, i: int) -> bool:
        if is_hyphen(doc, i):
            return self._free(doc[i + 1]) or (doc[i - 1].is_upper and is_capitalised(doc[i + 1]))
        return self._free(doc[i]) or (
            doc[i].lower_ in self.titles.particles and i + 1 < len(doc) and self._free(doc[i + 1])
        )

    def _guess(self, doc: Doc, start: int, end: int) -> Iterator[Proposal]:
        start, whole = self.titles.after(doc, start, end), end
        end = self.titles.without_letters(doc, start, end)
        length, root = end - start, doc[start:end].root if end > start else None
        if root is None or length > _LONGEST_NAME or any(t.lower_ in self.no_names for t in doc[start:end]):
            return
        if length == 1 and self._letters_follow(doc, end) and not self.titles.dictionary.has(root.lower_):
            yield Proposal(start, end, self.person, GUESS)
            return
        told = end < whole or self.titles.described(doc, end) or self._speaks(root)
        if length > 1 and (told or self._bears_given_name(doc, start, end)):
            yield Proposal(start, end, self.person, GUESS)
        elif self._may_be_body(doc, start, end, root) and (
            self._argument(root) or self.model.is_camel(root.text) or self._led(doc, end)
        ):
            yield Proposal(start, end, self.body, GUESS)

    def _letters_follow(self, doc: Doc, end: int) -> bool:
        """ "Fenwick | J", "BERSAMO |, J."."""
        end += end < len(doc) and doc[end].text == ","
        return end < len(doc) and doc[end].is_upper and doc[end].lower_.rstrip(".") in self.titles.letters

    def _may_be_body(self, doc: Doc, start: int, end: int, root: Token) -> bool:
        """A capital means nothing at the start of a sentence, nor a people's name, unless the word is unknown."""
        unknown = (root.is_upper and len(root) > 2) or not self.titles.dictionary.has(root.lower_)
        if root.ent_type_ == "NORP":
            return unknown and root.tag_ == "NNP"
        if root.ent_type_ == "WORK_OF_ART":  # as the model takes many a made-up name
            return any(not self.titles.dictionary.has(t.lower_) for t in doc[start:end])
        return root.ent_type_ in ("", "ORG", "PRODUCT") and (unknown or not _begins_sentence(doc[start]))

    def _bears_given_name(self, doc: Doc, start: int, end: int) -> bool:
        """ "Hemi Paraone", of which the model says nothing; not "Victoria Falls"."""
        rest = (t.lower_ for t in doc[start + 1 : end] if t.is_alpha)
        return doc[start].lower_ in self.given and not any(map(self.titles.dictionary.has, rest))

    def _led(self, doc: Doc, end: int) -> bool:
        """ "Philips | executive | Ann Lee": before a post in lower case, and its holder's name."""
        post = lower_before_person(doc, end, 2)
        return post is not None and tuple(t.lower_ for t in post) in self.titles.posts

    def _speaks(self, root: Token) -> bool:
        return root.dep_ == "nsubj" and root.head.lemma_ in self.reporting

    def _argument(self, root: Token) -> bool:
        """Whether a verb of the lexicon has it as subject, object or agent."""
        if root.dep_ == "pobj" and root.head.dep_ == "agent":
            return True
        if root.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            return False
        verb = root.head.lemma_
        if verb in self.reporting:
            return root.dep_ == "nsubj" and not self.titles.dictionary.has(root.lower_)
        return verb in self.verbs


def _begins_sentence(token: Token) -> bool:
    """Also after the number of a paragraph: "3.4 | Records were lost"."""
    if token.is_sent_start or not token.i:
        return True
    before = token.nbor(-1)
    return bool(before.is_sent_start) and not any(c.isalpha() for c in before.text)


def _closes(doc: Doc, start: int) -> bool:
    """Whether an apposition ends with a comma: "Civic Accord, | the biggest opposition party, | says"."""
    end = next((t.i for t in doc[start : start + _LONGEST_APPOSITION] if t.text in ",.;"), 0)
    return end > 0 and not any(t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT" for t in doc[start:end])
