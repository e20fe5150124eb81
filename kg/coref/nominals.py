"""Common nouns that take up a body, a place or a person named before: "the force", "the minister"."""

from heapq import nlargest

from spacy.tokens import Token

from kg.coref.candidates import Candidates
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON, PLACE
from kg.lexicon import Lexicon

_DEFINITE = frozenset({"the", "this", "that"})
_BARE_OF = frozenset({"det", "poss", "amod", "nummod", "compound"})
_NARROWING = frozenset({"of", "for", "within", "behind"})
_MARGIN = 0.1
_CALLED, _OF_KIND, _UNMARKED = 4.0, 3.0, 1.0  # how well a noun fits a body


class Nominals:
    """Finds what definite descriptions speak of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.kinds = lexicon.denoting("Nominal")
        # kinds of body whose names often do not tell what they are
        self.unmarked = frozenset().union(*(self.kinds.get(w, frozenset()) for w in lexicon.evoking("Unmarked")))
        self.selfnamed = lexicon.evoking("SelfNamed")
        self.own = self.selfnamed | lexicon.evoking("OwnName")
        self.lower = lexicon.evoking("LowerBody") | lexicon.evoking("OwnName")
        self.bare = lexicon.denoting("BareNominal")
        self.places = lexicon.evoking("PlaceNominal")
        self.people = lexicon.evoking("PersonNominal") | lexicon.evoking("Human")
        self.apart = lexicon.evoking("Apart")

    def resolve(self, token: Token, candidates: Candidates) -> Thing | None:
        """The Thing a common noun speaks of again, or that it names itself ("the Government")."""
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ == "compound":
            return None
        if token.lower_ in self.bare and not any(t.dep_ in _BARE_OF for t in token.lefts):
            return self._bare(candidates, token)
        if not self._definite(candidates.cast, token):
            return None
        if token.lower_ == "old":
            return self._aged(candidates, token)
        found = self._place(candidates, token) or self._body(candidates, token) or self._person(candidates, token)
        return None if found is not None and _of_others(candidates.cast, token, found) else found

    def _bare(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "Police", "officers" with no determiner: the one force of a text."""
        found = {t.number: t for sort in self.bare[token.lower_] for t in candidates.of_sort[sort]}
        bodies = list(found.values())
        return bodies[0] if len(bodies) == 1 and not any(t.lower_ == "of" for t in token.rights) else None

    def _definite(self, cast: Cast, token: Token) -> bool:
        """ "the force", "this body": not "a force", "the force of law", "the home force", "the other force"."""
        lefts = [t for t in token.lefts if not t.is_space]
        if not any(t.lower_ in _DEFINITE for t in lefts):
            return False
        if any(t.i in cast.naming and t.dep_ in ("compound", "poss", "nmod", "amod") for t in lefts):
            return False
        if any(t.lower_ in self.apart for t in lefts):
            return False
        return not any(
            (t.lower_ in _NARROWING and t.dep_ == "prep" and t.i == token.i + 1)
            or (t.dep_ in ("acl", "relcl") and t.left_edge.i == token.i + 1)  # "the firm that built it"
            for t in token.rights
        )

    # --- bodies

    def _body(self, candidates: Candidates, token: Token) -> Thing | None:
        word = token.lower_ if token.lower_ in self.kinds or token.tag_ == "NNS" else token.lemma_
        if word not in self.kinds:
            return self._so_named(candidates, token.lower_)
        found = self._known_body(candidates, token, word)
        return found or (self._own_name(candidates, token) if token.lower_ in self.own else None)

    def _so_named(self, candidates: Candidates, word: str) -> Thing | None:
        """ "The directorate", said of the one Directorate of the text, already spoken of."""
        named = [t for t in candidates.called[word] if t.kind == BODY] if word in candidates.called else []
        return named[0] if len(named) == 1 and named[0].number in candidates.last else None

    def _known_body(self, candidates: Candidates, token: Token, word: str) -> Thing | None:
        """The body a noun fits best, weighed against how far back it was spoken of and how often."""
        scored = [
            (weight - min(token.i - last, 400) / 150 + min(candidates.spoken[number], 5) * 0.15, last, number)
            for number, weight in self._weights(candidates, word).items()
            if (last := candidates.last.get(number)) is not None
        ]
        ranked = nlargest(2, scored)
        if not ranked or ranked[0][0] <= 0:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return candidates.cast.things[ranked[0][2]]

    def _weights(self, candidates: Candidates, word: str) -> dict[int, float]:
        """How well a noun fits each body that it may mean, by number."""
        kinds = self.kinds[word]
        weights: dict[int, float] = {}
        if kinds & self.unmarked:
            weights |= {t.number: _UNMARKED for t in candidates.of_sort[""]}
        if word not in self.selfnamed:  # a ministry is not the government
            weights |= {t.number: _OF_KIND for kind in kinds for t in candidates.of_sort[kind]}
        return weights | {t.number: _CALLED for t in candidates.called[word] if t.kind == BODY}

    def _own_name(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "the Government", "the Senate", "the army" of a text that has named none: a body by that name."""
        if token.text[0].isupper() and token.is_sent_start and token.i + 1 < len(token.doc):
            return None
        if token.text[0].islower() and token.text not in self.lower:
            return None
        thing = candidates.cast.new(BODY)
        thing.add_form(token.text)
        thing.nouns.add(token.lower_)
        thing.sorts = self.kinds[token.lower_]
        candidates.learn(thing)
        return thing

    # --- places and people

    def _place(self, candidates: Candidates, token: Token) -> Thing | None:
        """The place last spoken of that the text calls so, else the only one of this sentence and the last."""
        if token.lower_ not in self.places:
            return None
        called = candidates.latest(t for t in candidates.called[token.lower_] if t.kind == PLACE)
        near = [c.thing for _, c in candidates.before(token.i, 1) if c.kind == PLACE and c.thing is not None]
        return called or (near[0] if len({t.number for t in near}) == 1 else None)

    def _person(self, candidates: Candidates, token: Token) -> Thing | None:
        if token.lower_ not in self.people:
            return None
        return candidates.latest(t for t in candidates.called[token.lower_] if t.kind == PERSON)

    def _aged(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "the 54-year-old": whoever's age the text gave so."""
        age = next((t.text for t in token.doc[max(0, token.i - 5) : token.i] if t.like_num), None)
        return candidates.latest(candidates.called[age]) if age is not None else None


def _of_others(cast: Cast, token: Token, thing: Thing) -> bool:
    """ "The Austrian federation" is not Slovakia's, "the accounting firm Platt & Rowe" no firm named before."""
    after = cast.doc[token.i + 1] if token.i + 1 < len(cast.doc) else None
    named = after is not None and after.tag_ == "NNP" and not after.is_sent_start and cast.at.get(after.i) is not thing
    words = {word for form in thing.forms for word in form.casefold().replace("'s", "").replace("’s", "").split()}
    apart = any(t.ent_type_ == "NORP" and t.lower_ not in words and t.i not in cast.at for t in token.lefts)
    return named or (apart and token.lower_ in words)
