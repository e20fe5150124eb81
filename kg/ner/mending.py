"""What tagger and parser get wrong of reports: "Report on X" as a heading, "released a report finding that ..."."""

from collections.abc import Collection
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.grammar import FINITE
from kg.lexicon import Lexicon
from kg.vocab import OV, local_name

PERSON = local_name(OV.Person)
_BARE = frozenset({"VB", "VBP"})
_ABOUT = frozenset({"on", "into", "of"})
_NEAR = 4  # tokens from "not" to what is not done
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})


class Mender:
    """Sets it right before anything else looks at the words."""

    def __init__(self, events: Collection[tuple[str, ...]], lexicon: Lexicon) -> None:
        self.nouns = {words[0] for words in events if len(words) == 1}
        self.finding = lexicon.evoking("Finding", "verb") | lexicon.evoking("Reporting", "verb")
        self.calling = lexicon.verbs_of(lexicon.roles.call)
        self.choosing = lexicon.evoking("Choosing", "verb")
        self.tasks = lexicon.verbs_of(lexicon.roles.heading) | lexicon.evoking("Examining", "verb")
        self.letters = lexicon.evoking("Addressing", "noun")
        self.works = lexicon.evoking("Work", "noun")
        self.bidding = _bidding_verbs(lexicon)
        self.agents = (
            frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("PersonNominal") | lexicon.evoking("Human")
        )

    def mend(self, doc: Doc) -> None:
        """Tag such a heading as a noun, and hang what a report finds on the report."""
        people = {i for span in doc.spans["names"] if span.label_ == PERSON for i in range(span.start, span.end)}
        for word, following in pairwise(doc):
            if (title := self._title(word, following)) is not None and title.i not in people:
                _entitle(word, title)
            elif word.tag_ in _BARE and self._heads(word, following):
                word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_
            elif following.tag_ == "VBG" and (noun := self._finder(following)) is not None:
                following.head, following.dep_ = noun, "acl"
            elif following.dep_ == "appos" and (verb := _doing(following)) is not None:
                name, post = following.head, verb.doc[following.head.left_edge.i - 2]
                name.head, name.dep_ = post, "appos"
                passive = any(t.dep_ == "auxpass" for t in verb.lefts)
                following.head, following.dep_ = verb, "nsubjpass" if passive else "nsubj"
            elif word.dep_ == "nsubj" and self._chosen(word.head):
                word.head.tag_, word.dep_ = "VBN", "nsubjpass"
            elif word.dep_ == "aux" and following.dep_ == "neg" and (verb := _denied(following)) is not None:
                word.head = following.head = verb
            elif following.dep_ == "ccomp" and self._entitled(following):
                _make_subject(following.head, following)
            elif word.lower_ == "to" and (verb := self._bidding(following)) is not None:
                following.head, following.dep_ = verb, "xcomp"

    def _title(self, noun: Token, word: Token) -> Token | None:
        """The last word of the title of "the film Dark Water", of which the parser makes the noun a part."""
        if not (noun.is_lower and noun.lower_ in self.works and word.text[0].isupper() and word.is_alpha):
            return None
        title = noun.head if noun.dep_ in ("compound", "nmod") else word if word.dep_ == "appos" else word.head
        beside = title.dep_ == "appos" or title == noun.head
        run = noun.doc[word.i : title.i + 1]
        return title if beside and len(run) and all(t.text[0].isupper() or t.is_stop for t in run) else None

    def _entitled(self, verb: Token) -> bool:
        """ "Just walk away | is | a film by X": no clause but a title is a film, where no other subject is."""
        clause = verb.head
        first = clause.left_edge.is_sent_start and clause.left_edge.text[0].isupper() and clause.dep_ == "ROOT"
        alone = verb.lemma_ == "be" and not any(t.dep_ in ("nsubj", "expl", "mark") for t in verb.lefts)
        said = any(t.dep_ == "attr" and t.lower_ in self.works for t in verb.rights)
        return bool(first) and clause.i < verb.i and alone and said

    def _heads(self, word: Token, following: Token) -> bool:
        """ "Report on an inspection of X": no sentence that bids someone report."""
        bidding = word.dep_ == "ROOT" and bool(word.is_sent_start) and word.text[0].isupper()
        whole = following.lower_ in _ABOUT and not any(t.text in ".!" for t in word.children)
        return bidding and whole and word.lower_ in self.nouns

    def _chosen(self, verb: Token) -> bool:
        """ "X named to lead the inquiry": a headline leaves out "is"; who names someone names an object."""
        own = any(t.dep_ in ("aux", "auxpass", "dobj", "dative", "ccomp") for t in verb.children)
        if own or verb.tag_ not in ("VBN", "VBD") or not verb.lower_.endswith("ed") or verb.lemma_ not in self.choosing:
            return False
        return any(t.dep_ in ("xcomp", "advcl") and t.tag_ == "VB" and t.lemma_ in self.tasks for t in verb.rights)

    def _finder(self, verb: Token) -> Token | None:
        """The report or the inquiry that stands last before "finding that ...", of which the parser makes a clause.

        So too the letter of "tabled a letter from Y, asking Z to act".
        """
        found = verb.dep_ == "advcl" and verb.head.i < verb.i and verb.lemma_ in self.finding | self.calling
        if not found or not any(t.dep_ in ("ccomp", "dobj") for t in verb.rights):
            return None
        between = [t for t in verb.doc[verb.head.i + 1 : verb.i] if t.dep_ in _OBJECTS]
        sent = [t for t in between if t.lower_ in self.letters and t.nbor().lower_ == "from"]
        aside = verb.lemma_ not in self.finding or verb.nbor(-1).text == ","
        nouns = sent if aside else [t for t in between if t.lower_ in self.nouns]
        return nouns[-1] if nouns and not any(t.pos_ == "VERB" for t in verb.doc[nouns[-1].i : verb.i]) else None

    def _bidding(self, act: Token) -> Token | None:
        """The verb of "ordered the authority to close the line", where the parser makes that a power to close it."""
        noun = act.head
        if act.dep_ != "acl" or act.tag_ != "VB" or noun.lower_ not in self.agents or act.nbor(-2) != noun:
            return None
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "upon") else noun.head
        bidden = noun.dep_ in ("pobj", "dobj") and verb.pos_ == "VERB" and verb.lemma_ in self.bidding
        return verb if bidden else None


def _entitle(noun: Token, title: Token) -> None:
    """Hang the title on the noun, and on the noun what hung on the title: "the film Dark Water by X"."""
    if noun.head == title:
        noun.head, noun.dep_ = title.head, title.dep_
    for word in (*title.rights, *(t for t in title.lefts if t.i < noun.i)):
        word.head = noun
    title.head, title.dep_ = noun, "appos"


def _make_subject(clause: Token, verb: Token) -> None:
    """Hang a clause on the verb that hung on it."""
    verb.head, verb.dep_ = verb, "ROOT"
    for mark in [t for t in clause.rights if t.i > verb.i]:
        mark.head = verb
    clause.head, clause.dep_ = verb, "csubj"


def _bidding_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Verbs that say whom one wants to act, and to do what: "ordered X to close"."""
    calls = ((e, f) for e in lexicon.entries for f in e.frames if f.relation == lexicon.roles.call)
    whom = {"obj", "on"}
    return frozenset(e.words[0] for e, f in calls if e.pos == "verb" and whom & {slot.name for slot in f.object})


def _doing(body: Token) -> Token | None:
    """What a body does in "According to the minister, X, the body looked into it", where the parser has X be that body.

    A comma would end the phrase if it were X.
    """
    name, doc = body.head, body.doc
    start, end = name.left_edge.i, body.right_edge.i + 1
    if body.i < name.i or start < 2 or end >= len(doc) or doc[end].tag_ not in FINITE or doc[start - 1].text != ",":
        return None
    verb = doc[end].head if doc[end].pos_ == "AUX" and doc[end].dep_ in ("aux", "auxpass") else doc[end]
    others = (t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.i != name.i)
    stray = doc[start - 2].dep_ != "pobj" or doc[body.left_edge.i - 1].text != "," or any(others)
    return None if stray or doc[start - 2].sent[0].dep_ != "prep" or name.head not in (verb, doc[start - 2]) else verb


def _denied(no: Token) -> Token | None:
    """The verb of "does not at present inspect", where the parser hangs "not" on "present"."""
    if no.head.pos_ in ("VERB", "AUX"):
        return None
    return next((t for t in no.doc[no.i + 1 : no.i + 1 + _NEAR] if t.pos_ == "VERB" and t.head.i != no.head.i), None)
