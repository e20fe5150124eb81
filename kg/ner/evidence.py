"""What the words around a name tell of what it names: "the mining firm X", "X's shareholders", "X, 54,"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.cuts import AND
from kg.ner.model_names import people_among
from kg.ner.proposals import MODEL, Proposal
from kg.ner.titles import APOSTROPHES, Titles, is_acronymic, is_capitalised, is_hyphen, lower_before_person
from kg.wordlists import given_names

STRONG, FAIR = 8, 4  # a model's guess weighs 2
_REACH = 6  # tokens after a comma in which an apposition has its noun
_OF = frozenset({"of", "at", "for", "with"})
_LIKE = frozenset({"like", "including"})
_ENDS = frozenset({",", ".", ";", ")", "—", "–", "-"})
_LISTING = frozenset({",", "and", "&", "-"})
_LONGEST_LIST = 12  # tokens between a plural noun and the last of the names it stands before
_LONGEST_PERSON = 5  # tokens, and one more
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "one", "another"})
Vote = tuple[str, int]


class Evidence:
    """Votes for the kind of a name, from its immediate context."""

    def __init__(self, lexicon: Lexicon, titles: Titles, kinds: tuple[str, str, str]) -> None:
        self.person, self.body, self.place = kinds
        self.titles = titles
        places = lexicon.evoking("PlaceNominal")
        bodies = (frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("Firm")) - places
        self.bodies = bodies - people_among(bodies, lexicon)
        self.people = lexicon.evoking("PersonNominal") | lexicon.evoking("Human") | titles.heads
        self.places = places
        words = lexicon.denoting("BodyWord")
        legal = {kind for form in titles.forms for kind in words.get(form, ())}
        self.firms = {noun for noun, sorts in lexicon.denoting("Nominal").items() if sorts & legal}
        self.owned = lexicon.evoking("CorporateNoun")
        self.written = lexicon.nouns_for("Report", "Investigation", "Review")  # by people as well
        self.parts = self.bodies | lexicon.evoking("Subunit")
        self.national = lexicon.evoking("Territorial")
        self.premises = lexicon.evoking("Premises")
        heading = lexicon.roles.heading
        self.heads = {
            " ".join(words) for words, e in lexicon.posts.items() if any(f.relation == heading for f in e.frames)
        }
        self.posts = lexicon.evoking("CorporatePost")
        self.acts = lexicon.evoking("CorporateVerb")
        self.fates = lexicon.evoking("CorporateFate", "verb")
        self.penalties = lexicon.evoking("CorporateFate", "noun")
        self.speaking = lexicon.evoking("Reporting", "verb")
        self.answering = lexicon.verbs_of(lexicon.roles.answer)
        self.given = given_names()
        self.seeking = lexicon.evoking("Candidacy")
        self.parties = lexicon.evoking("Affiliation")
        self.handled = lexicon.verbs_of(lexicon.roles.appointment) | lexicon.verbs_of(lexicon.roles.removal)

    def votes(self, doc: Doc, p: Proposal) -> Iterator[Vote]:
        if p.end - p.start > 1 and doc[p.end - 1].lower_.rstrip(".") in self.titles.body_words:
            return  # its own last word tells more than its company
        yield from self._before(doc, p.start)
        yield from self._after(doc, p)
        if p.kind == self.body and p.weight <= MODEL and self._belongs(doc, p):
            yield self.person, FAIR
        if p.kind == self.person and (self._no_person(doc, p) or self._called_firm(doc, p) or self._has_its(doc, p)):
            yield self.body, FAIR
        root = doc[p.start : p.end].root
        if self._acts(root) or (p.kind == self.place and self._punished(root)) or self._says_of_itself(doc, p):
            yield self.body, FAIR
        if root.dep_ == "nsubj" and root.head.lemma_ == "be":
            yield from self._said_to_be(root)
        if p.kind != self.person and p.end - p.start > 1:
            double = p.kind == self.body and _is_double(doc, p.start, p.end) and self._is_human(root)
            if double or (doc[p.start - 1].text == "," and self._said_of_person(root)):
                yield self.person, FAIR
        if p.kind != self.person and (self._bears_given_name(doc, p) or self._of_pair(doc, p)):
            yield self.person, FAIR
        if p.kind == self.body and self._may_be_someone(doc, p) and (self._politician(doc, p) or _among_people(doc, p)):
            yield self.person, FAIR

    def _no_person(self, doc: Doc, p: Proposal) -> bool:
        """ "Ann Lee of | Lanka Peramuna", "the | Jan Vikas Dal said": several words that can be no one's name."""
        if p.weight > MODEL or p.end - p.start < 2:
            return False
        if self._led(doc, p.end):
            return True
        before = doc[p.start - 1 : p.start]
        the = bool(before) and before[0].lower_ == "the"
        of = doc[p.start - 1 - the] if p.start > the else None
        if of is not None and of.lower_ == "of" and of.i and doc[of.i - 1].ent_type_ == "PERSON":
            return the or doc[p.start].lower_ not in self.given
        if doc[p.start].lower_ not in self.given and self._plain_tail(doc, p.start, p.end):
            return True
        alone = p.end >= len(doc) or doc[p.end].pos_ not in ("NOUN", "PROPN", "ADJ", "PART")
        return the and alone and doc[p.end - 1].tag_ != "NNPS" and not doc[p.end - 1].text.endswith("s")

    def _plain_tail(self, doc: Doc, start: int, end: int) -> bool:
        """ "Brightside | Early Learning": two plain words at the end."""
        plain = all(self.titles.dictionary.has(t.lower_) and t.text.istitle() for t in doc[end - 2 : end])
        return end - start > 2 and plain

    def _called_firm(self, doc: Doc, p: Proposal) -> bool:
        """ "The Vertex | group"."""
        noun = doc[p.end] if p.start and p.end < len(doc) else None
        called = noun is not None and noun.text in self.firms and noun.dep_ != "compound"
        return called and doc[p.start - 1].lower_ == "the"

    def _has_its(self, doc: Doc, p: Proposal) -> bool:
        """ "Fenholt Power, under | its chief executive,", "Fenholt Power has sacked | its chairman"."""
        if p.end + 2 >= len(doc) or p.weight > MODEL or doc[p.start].lower_ in self.given:
            return False
        link = p.end + (doc[p.end].text == ",")
        if doc[link].pos_ in ("ADP", "CCONJ") and doc[link + 1].lower_ == "its":
            return self._owned(doc, link + 2, self.owned)
        root = doc[p.start : p.end].root
        things = [t for t in root.head.rights if t.dep_ == "dobj"] if root.dep_ == "nsubj" else []
        return any(t.lower_ == "its" and self._owned(doc, t.i + 1, self.owned) for thing in things for t in thing.lefts)

    def _says_of_itself(self, doc: Doc, p: Proposal) -> bool:
        """ "Telvar said | it | would appeal": one word, that answers as "it"."""
        root, end = doc[p.start], p.end + (doc[p.end : p.end + 1].text == "has")
        if p.end - p.start > 1 or root.lower_ in self.given or root.dep_ != "nsubj" or self._is_titled(doc, p.start):
            return False
        it = doc[end + 1] if end + 1 < len(doc) and root.head.i == end else None
        if it is None or it.lower_ != "it" or it.dep_ != "nsubj" or root.head.lemma_ not in self.speaking:
            return False
        return it.head.lemma_ in self.answering

    def _is_titled(self, doc: Doc, start: int) -> bool:
        return start > 0 and self.titles.end(doc, start - 1) == start

    def _may_be_someone(self, doc: Doc, p: Proposal) -> bool:
        """Two or three words, the last no plain one, of which no more than the model makes a body."""
        name = doc[p.start : p.end]
        return p.weight <= MODEL and 1 < len(name) < 4 and not self.titles.dictionary.has(name[-1].lower_)

    def _politician(self, doc: Doc, p: Proposal) -> bool:
        """ "Labour's | Con Hurley"."""
        return p.start > 1 and doc[p.start - 1].text in APOSTROPHES and doc[p.start - 2].lower_ in self.parties

    def _led(self, doc: Doc, end: int) -> bool:
        """ "Samagi Sandhanaya | leader | Ann Lee": whose head is named right after it."""
        post = lower_before_person(doc, end, 3)
        return post is not None and is_capitalised(doc[post.end]) and " ".join(t.lower_ for t in post) in self.heads

    def _acts(self, root: Token) -> bool:
        """ "X merged with Y": what bodies do."""
        return root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ in self.acts

    def _punished(self, root: Token) -> bool:
        """ "Fined | Hope Bridge", "a fine on | Hope Bridge", "hit | Hope Bridge with a fine": no place."""
        verb = root.head
        if root.dep_ in ("dobj", "nsubjpass"):
            given = (p for t in verb.rights if t.dep_ == "prep" and t.lower_ == "with" for p in t.children)
            return verb.lemma_ in self.fates or any(p.lemma_ in self.penalties for p in given)
        if root.dep_ != "pobj" or verb.lower_ not in ("on", "against"):
            return False
        inner = verb.head
        near = (inner, *(t for t in inner.children if t.dep_ in ("dobj", "nsubjpass")))
        return any(t.lemma_ in self.penalties for t in near)

    def _bears_given_name(self, doc: Doc, p: Proposal) -> bool:
        """ "Ingrid Solheim", which the model has taken for something else; not "Victoria Falls"."""
        parts = [t for t in doc[p.start : p.end] if not is_hyphen(doc, t.i) and t.lower_ not in self.titles.particles]
        words = [t for t in parts if not is_hyphen(doc, t.i - 1)]  # "Jean-Luc" is one
        if not (p.kind and len(words) > 1 and len(parts) < _LONGEST_PERSON and p.weight <= MODEL):
            return False
        if words[0].lower_ not in self.given or not all(t.is_alpha for t in parts):
            return False
        return p.kind == self.body or not self.titles.dictionary.has(doc[p.end - 1].lower_)

    def _well_named(self, doc: Doc, p: Proposal) -> bool:
        """Whether the model and a list of given names both call it a person."""
        return p.kind == self.person and p.end - p.start > 1 and doc[p.start].lower_ in self.given

    def _of_pair(self, doc: Doc, p: Proposal) -> bool:
        """ "Petra | and Ana Kovač": given names that share a surname."""
        if p.end - p.start > 1 or p.end + 2 >= len(doc) or doc[p.end].lower_ not in AND:
            return False
        given = doc[p.end + 1]
        return {doc[p.start].lower_, given.lower_} <= self.given and doc[p.end + 2].ent_type_ == "PERSON"

    def _is_human(self, root: Token) -> bool:
        """Whether it speaks, or is given or loses a post."""
        if root.dep_ == "nsubj":
            return root.head.lemma_ in self.speaking
        return root.dep_ in ("nsubjpass", "dobj") and root.head.lemma_ in self.handled

    def _before(self, doc: Doc, start: int) -> Iterator[Vote]:
        """ "the mining firm X", "the relatives' association, X,", "firms like X", "chief executive of X"."""
        if not start:
            return
        word = doc[start - 1]
        if self._introduces_body(doc, start):
            yield self.body, STRONG
        elif word.lower_ in _OF and start > 1:
            if doc[start - 2].lower_ in self.places and word.lower_ == "of":
                yield self.place, STRONG
            elif word.lower_ == "of" and self._ruled(doc, start):
                yield self.place, FAIR
            elif self._corporate_post(doc, start - 1):
                yield self.body, STRONG
            elif word.lower_ == "for" and doc[start - 2].lemma_ in self.seeking:
                yield self.body, FAIR
        elif self._listed(doc, start):
            yield self.body, STRONG
        if self.titles.end(doc, start - 1) == start and not is_acronymic(doc[start]):
            yield self.person, FAIR

    def _ruled(self, doc: Doc, start: int) -> bool:
        """ "The mayor of | Pine Hollow", "the army of | Velkia"; not "the ministry of Works"."""
        noun = doc[start - 2].text
        return noun in self.national and (
            (noun,) in self.titles.posts or not self.titles.dictionary.has(doc[start].lower_)
        )

    def _introduces_body(self, doc: Doc, start: int) -> bool:
        word, before = doc[start - 1], doc[start - 2] if start > 1 else None
        if word.text in self.bodies or before is None:
            return word.text in self.bodies
        if word.text == ",":
            return before.text in self.bodies and any(t.dep_ in ("det", "poss") for t in before.lefts)
        return word.lower_ in _LIKE and before.lemma_ in self.bodies

    def _said_of_person(self, root: Token) -> bool:
        """Whether a name stands beside a post: "Kestrel's engineer of record, | Harjit Dhaliwal"."""
        noun = root.head
        if root.dep_ != "appos" or noun.lower_ not in self.people - self.bodies - self.owned:
            return False
        return noun.i < root.i and any(t.dep_ in ("det", "poss") for t in noun.lefts)

    def _listed(self, doc: Doc, start: int) -> bool:
        """ "two firms, X | and | Y", "the firms X | and | Y", "the banks | X"."""
        i = start - 1
        while i > 0 and start - i < _LONGEST_LIST and (doc[i].text in _LISTING or is_capitalised(doc[i])):
            i -= 1
        noun = doc[i]
        if noun.dep_ == "pobj" and noun.head.head.lower_ in self.people:
            return False  # "the chief inspector of schools, X"
        if i > 1 and is_hyphen(doc, i - 1) and f"{doc[i - 2].lower_} - {noun.lemma_}" in self.people:
            return False  # "the film-makers X and Y"
        return noun.tag_ == "NNS" and noun.is_lower and noun.lemma_ in self.bodies and doc[i + 1].text != "and"

    def _corporate_post(self, doc: Doc, end: int) -> bool:
        return any(" ".join(t.lower_ for t in doc[end - n : end]) in self.posts for n in (1, 2, 3) if end >= n)

    def _after(self, doc: Doc, p: Proposal) -> Iterator[Vote]:
        """ "X's shareholders", "X, which", "X, who", "X, 54,", "X, a bank in Leeds", "X, a widow"."""
        end = p.end
        if end + 1 >= len(doc):
            return
        if doc[end].text in APOSTROPHES:
            yield from self._possessor(doc, p)
        elif doc[end].text == ",":
            yield from self._after_comma(doc, p)

    def _possessor(self, doc: Doc, p: Proposal) -> Iterator[Vote]:
        """ "X's shareholders", "X's parliament"."""
        authors = self._well_named(doc, p) or (p.kind == self.person and _second(doc, p))
        owned = self.owned - self.written if authors else self.owned
        if self._owned(doc, p.end + 1, owned) and not self._is_titled(doc, p.start):  # "Ms Boyd's report"
            yield self.body, STRONG
        if p.kind == self.body and self._owned(doc, p.end + 1, self.national):
            yield self.place, FAIR

    def _after_comma(self, doc: Doc, p: Proposal) -> Iterator[Vote]:
        """ "X, which", "X, who", "X, 54,", "X, a bank in Leeds", "X, a widow"."""
        end, following = p.end, doc[p.end + 1]
        where = p.kind == self.place and p.start > 0 and doc[p.start - 1].lower_ == "in"  # "a home in Leeds, which"
        if following.lower_ == "which" and not where:
            if not self._well_named(doc, p):  # "a report by X, chaired by Ali Boyd, which": of the report
                yield self.body, FAIR
        elif p.kind == self.person and following.is_lower and doc[end + 2 : end + 3].text == "which":
            yield self.body, FAIR  # "X, to which"
        elif following.lower_ in ("who", "whom") and not (doc[p.start].is_upper and doc[p.start - 1].lower_ == "the"):
            yield self.person, FAIR
        elif following.like_num and _is_age(following) and _closed(doc, end + 2):
            yield self.person, STRONG
        elif following.lower_ in _ARTICLES:
            yield from self._apposition(doc, end + 2)
            if p.kind == self.person and self._is_body_named(doc, p, end + 2):
                yield self.body, FAIR
        elif p.kind == self.body and self._heads(doc, end + 1):
            yield self.person, FAIR

    def _is_body_named(self, doc: Doc, p: Proposal, start: int) -> bool:
        """ "Te Puni Hauora, the | Māori Health Board |,": beside it, between commas, stands a body's whole name."""
        end = start
        while end < len(doc) and is_capitalised(doc[end]):
            end += 1
        alone = doc[end : end + 1].text == "," and end - start > 1
        return alone and doc[end - 1].lower_ in self.titles.body_words and doc[p.start].lower_ not in self.given

    def _heads(self, doc: Doc, i: int) -> bool:
        """ "Jean-Luc Carrel, | head of | the agency": a post at the head of a body, with no article."""
        of = next((k for k in range(i + 1, min(i + 4, len(doc))) if doc[k].lower_ in _OF), 0)
        return of > 0 and " ".join(t.lower_ for t in doc[i:of]) in self.heads

    def _belongs(self, doc: Doc, p: Proposal) -> bool:
        """ "Ingunn Rostad | of the Ship Safety Directorate": two words that are no plain ones, of a body."""
        plain = any(self.titles.dictionary.has(t.lower_) or not t.is_alpha for t in doc[p.start : p.end])
        if plain or p.end - p.start != 2 or [t.lower_ for t in doc[p.end : p.end + 2]] != ["of", "the"]:
            return False
        i = p.end + 2
        while i < len(doc) and is_capitalised(doc[i]):
            i += 1
        return i - p.end > 3 and doc[i - 1].lower_ in self.titles.body_words

    def _said_to_be(self, root: Token) -> Iterator[Vote]:
        """ "Larkhill is a young offender institution": the kind of the noun, if it has an article."""
        for noun in root.head.children:
            if noun.dep_ != "attr" or noun.tag_ != "NN" or not any(t.lower_ in ("a", "an") for t in noun.lefts):
                continue
            if noun.doc[noun.i - 1 : noun.i + 1].text in self.premises:
                yield self.body, STRONG
                return
            for words, kind in ((self.people, self.person), (self.places, self.place), (self.bodies, self.body)):
                if noun.lower_ in words:
                    yield kind, STRONG
                    return

    def _owned(self, doc: Doc, i: int, nouns: Collection[str]) -> bool:
        """Whether what a name owns is one of the nouns: a body's shares, board or chief executive."""
        for token in doc[i : min(i + 3, len(doc))]:
            if token.lower_ in nouns or doc[token.i : token.i + 2].text in nouns:
                return True
            titled = token.i > i and is_capitalised(token) and token.nbor(-1).pos_ == "NOUN"  # "film | Dark Ward"
            if titled or token.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM"):
                return False
        return False

    def _apposition(self, doc: Doc, start: int) -> Iterator[Vote]:
        """The kind of the noun that heads an apposition."""
        for token in doc[start : min(start + _REACH, len(doc) - 1)]:
            if is_hyphen(doc, token.i) or is_hyphen(doc, token.i - 1):
                continue  # "an election-monitoring group"
            if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "PART") or token.dep_ in ("nsubj", "nsubjpass"):
                return
            if token.pos_ == "NOUN" and token.nbor().pos_ not in ("NOUN", "PROPN", "PART"):
                for words, kind in ((self.people, self.person), (self.places, self.place), (self.parts, self.body)):
                    if token.lower_ in words:
                        yield kind, STRONG
                        return


def _among_people(doc: Doc, p: Proposal) -> bool:
    """In a list, between two people: "Ada Obi, | Rose Oke | and Tom Reid"."""
    if not p.start or p.end + 1 >= len(doc) or doc[p.start - 1].text != "," or doc[p.end].lower_ not in _LISTING:
        return False
    return doc[p.start - 2].ent_type_ == "PERSON" == doc[p.end + 1].ent_type_


def _second(doc: Doc, p: Proposal) -> bool:
    """ "Hale and | Boyd": after another person."""
    return p.start > 1 and doc[p.start - 1].lower_ in AND and doc[p.start - 2].ent_type_ == "PERSON"


def _is_double(doc: Doc, start: int, end: int) -> bool:
    """Whether words end in a double-barrelled name: "Grace Mbeki-Wanjohi"."""
    return end - start > 3 and is_hyphen(doc, end - 2) and is_capitalised(doc[end - 1]) and is_capitalised(doc[end - 3])


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and 15 < int(token.text) < 100


def _closed(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].text in _ENDS
