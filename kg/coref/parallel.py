"""What the places of a pronoun and of a noun in their sentences say for the two being one."""

from spacy.tokens import Token

from kg.grammar import SUBJECTS, surface_subjects
from kg.lexicon import Lexicon

_OWN = "own"
_ASKED = 1.2  # for whoever is asked, as the subject of what they are to do
_ANSWERS = 2.4  # for whoever is called to answer, as the owner of what for
_ASKED_ONE = ("dobj", "dative", "nsubj")
_ASKS = -2.6  # for whoever asks or blames, as the owner of those asked or blamed


def company(token: Token, noun: Token, back: int, subjects: tuple[int, ...]) -> float:
    """What subjects of the clauses above, joined nouns and like places add; ``subjects``: the nearest first."""
    score = 0.0
    if noun.i in subjects:
        score += 1.0 if noun.i == subjects[0] else 0.7
    elif back == 0 and noun.dep_ == "nsubj":
        score += 0.3
    if token.dep_ == "poss" and (_joined(_whole(token.head), noun) or _again(token, noun, back) or beside(token, noun)):
        anew = token.i > 1 and token.nbor(-2).text == ","  # "met X, and its head spoke": perhaps another clause
        score += 2.0 if anew and token.nbor(-1).pos_ == "CCONJ" else 3.0  # "X and his father", "to X and to its parent"
    if back == 1 and token.dep_ == noun.dep_ == "nsubj":
        score += 0.2
    return score


class Asked:
    """Who is asked to do something is the subject of it; who asks or blames owns none of those asked or blamed."""

    def __init__(self, lexicon: Lexicon) -> None:
        roles = lexicon.roles
        self.calling = lexicon.verbs_of(roles.call)
        self.facing = self.calling | lexicon.verbs_of(roles.censure)
        self.facing -= lexicon.verbs_of(roles.appointment) | lexicon.verbs_of(roles.removal)  # "fired its director"
        self.duty = lexicon.evoking("Duty", "verb")
        self.answering = {form.split()[0] for form in lexicon.evoking("Answer", "verb")}
        self.bodily = lexicon.evoking("BodyPronoun")
        self.posts = lexicon.post_nouns

    def bonus(self, token: Token, noun: Token) -> float:
        if token.dep_ == "nsubj":
            return _ASKED if self._addressed(token, noun) else 0.0
        if token.dep_ == "poss" and self._answers(token, noun):
            return _ANSWERS
        return _ASKS if self._faces(token, noun) else 0.0

    def asking(self, token: Token) -> list[Token]:
        """ "X recommended that it act", "X insists they pay": whoever asks is not who is to act."""
        verb = token.head.head
        clause = token.dep_ == "nsubj" and token.head.dep_ == "ccomp" and token.head.tag_ in ("VB", "VBP")
        if clause and any(t.dep_ == "aux" and t.lemma_ not in self.duty for t in token.head.lefts):
            return []  # "X told us it does not agree": of X itself
        told = verb.dep_ == "conj" and verb.head.dep_ == "ccomp"  # "said Y had failed and asked that it act": who asks?
        return _doers(verb) if clause and not told and verb.lemma_ in self.calling else []

    def _addressed(self, token: Token, noun: Token) -> bool:
        """ "They wrote to X asking that it act", "urged X, saying it must act"."""
        verb = token.head.head
        if token.head.dep_ not in ("ccomp", "xcomp") or verb.lemma_ not in self.calling:
            return False
        above = [verb, *([verb.head] if verb.dep_ in ("advcl", "conj") else [])]
        given = [p for v in above for t in v.children if t.lower_ in ("to", "on") for p in t.children]
        return noun in given or any(noun in v.children and noun.dep_ in ("dobj", "dative") for v in above)

    def _answers(self, token: Token, noun: Token) -> bool:
        """ "Called X to answer for her acts in her last post": those of whoever is to answer."""
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), token)
        bid = verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.lemma_ in self.answering
        return bid and noun.i < verb.i and (noun.head == verb.head or noun.head == verb) and noun.dep_ in _ASKED_ONE

    def _faces(self, token: Token, noun: Token) -> bool:
        """ "X ordered its chairman to ...": not X's own."""
        owned = token.head
        if token.lower_ not in self.bodily or owned.lemma_.lower() not in self.posts:
            return False
        if token.dep_ != "poss" or owned.dep_ not in ("dobj", "nsubj") or any(t.lower_ == _OWN for t in owned.lefts):
            return False
        verb = owned.head if owned.dep_ == "dobj" else owned.head.head
        return verb.pos_ == "VERB" and verb.lemma_ in self.facing and noun in _doers(verb)


def _doers(verb: Token) -> list[Token]:
    return [t for t in (*verb.children, *surface_subjects(verb)) if t.dep_ in SUBJECTS and t.i < verb.i]


def beside(token: Token, noun: Token) -> bool:
    """ "X, its chief executive": X, whatever the parser hangs on it."""
    return noun.i == token.i - 2 and token.nbor(-1).text == ","


def _again(token: Token, noun: Token, back: int) -> bool:
    """ "Its chief executive Y and its director Z": the second "its" is as the first."""
    same = noun.tag_ == "PRP$" and noun.lower_ == token.lower_
    return same and not back and token.nbor(-1).lower_ in ("and", ",")


def _whole(noun: Token) -> Token:
    """ "Chief executive | Ann Lee": the name that a post stands before."""
    while noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _joined(noun: Token, to: Token) -> bool:
    """Whether a noun is the second of two: joined to the other, or their prepositions are."""
    if noun.dep_ == "pobj":
        return to.dep_ == "pobj" and noun.head.dep_ == "conj" and noun.head.head == to.head
    return bool(noun.dep_ == "conj" and noun.head == to)
