"""Common nouns that take up a body, a place or a person named before: "the force", "the minister"."""

from heapq import nlargest

from spacy.tokens import Token

from kg.coref.candidates import Candidates
from kg.coref.cast import Cast, Thing, only
from kg.coref.crews import Crews
from kg.coref.described import Described
from kg.coref.likeness import fold
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.narrowing import leading, narrowed, of_field, placed
from kg.coref.others import Others, beside, one_of_pair
from kg.grammar import SUBJECTS, after_any, possessors
from kg.lexicon import Lexicon

_DEFINITE = frozenset({"the", "this", "that"})
_BARE_OF = frozenset({"det", "poss", "amod", "nummod", "compound"})
_MARGIN = 0.1
_CALLED, _OF_KIND, _LEARNT, _UNMARKED = 5.0, 3.0, 2.0, 1.0  # how well a noun fits a body
_SHARED = 0.3  # for each further sort that it shares with the noun
_POINTING = frozenset({"this", "that"})
_CLOSING = frozenset({",", ".", ";", "(", ")", "–", "—"})
_ARGUMENTS = SUBJECTS | {"dobj", "dative", "pobj"}
_SOON = 2  # sentences further on that may tell who "the permanent secretary" is
_LONGEST = 3  # words of a noun that stands for a body: "human rights group"


class Nominals:
    """Finds what definite descriptions speak of."""

    def __init__(self, lexicon: Lexicon) -> None:
        guarded = lexicon.denoting("Guarded")
        self.kinds = {**lexicon.denoting("Nominal"), **guarded}
        self.closing = frozenset(words.split()[-1] for words in self.kinds if " " in words)
        # kinds of body whose names often do not tell what they are
        self.unmarked = frozenset().union(*(self.kinds.get(w, frozenset()) for w in lexicon.evoking("Unmarked")))
        self.houses = lexicon.evoking("HouseName")
        bodies = lexicon.denoting("BodyWord")
        self.districts = {f for f in bodies if " " in f}  # "the school district" is no place
        self.courts = tuple(f" {f}" for f in sorted(bodies) if " " in f)  # the High Court is no house
        self.telling = {w: [f for f in sorted(bodies) if " " in f and bodies[f] & guarded[w]] for w in guarded}
        self.governing = lexicon.evoking("Governing")  # a board is also a body of its own; trustees are not
        kinds = (k for word, k in lexicon.denoting("Governing").items() if word not in self.kinds)
        self.governed = frozenset().union(*kinds)
        self.judges = lexicon.evoking("Judicial")
        roles = lexicon.roles
        self.judging = frozenset().union(*map(lexicon.verbs_of, (roles.censure, roles.approval, roles.penalty)))
        self.imputing = lexicon.evoking("Imputing", "verb")
        self.opaque = lexicon.evoking("Opaque")
        self.selfnamed = lexicon.evoking("SelfNamed")
        self.own = self.selfnamed | lexicon.evoking("OwnName")
        self.lower = lexicon.evoking("LowerBody") | lexicon.evoking("OwnName")
        self.bare_governing = lexicon.evoking("BareGoverning")
        self.bare = lexicon.denoting("BareNominal")
        self.capital = (lexicon.evoking("PublicOrgan") | lexicon.evoking("LowerUnit")) - self.opaque
        self.capital -= {words[0] for words in lexicon.posts if len(words) == 1}
        self.places = lexicon.evoking("PlaceNominal")
        self.units = lexicon.evoking("LowerUnit") - frozenset(self.kinds)
        self.people = lexicon.evoking("PersonNominal") | lexicon.evoking("Human")
        self.apart = lexicon.evoking("Apart")
        self.others = Others(lexicon)
        self.speakers = Described(lexicon)
        self.crews = Crews(lexicon)

    def resolve(self, token: Token, candidates: Candidates) -> Thing | None:
        """The Thing a common noun speaks of again, or that it names itself ("the Government")."""
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ == "compound":
            return None
        if self.crews.alone(token):
            return self.crews.resolve(candidates.cast, token)
        if token.lower_ in self.bare and not any(t.dep_ in _BARE_OF for t in token.lefts):
            return self._bare(candidates, token)
        if token.lower_ in self.bare_governing and not any(t.dep_ in _BARE_OF for t in token.lefts):
            return self._managed(candidates, token)
        if (told := self._apposed(candidates.cast, token) or self.theirs(candidates.cast, token)) is not None:
            return told
        if not self._definite(candidates.cast, token):
            return None
        if aged(token):
            return self._aged(candidates, token)
        found = self._place(candidates, token) or self._body(candidates, token) or self._person(candidates, token)
        if found is not None and _of_others(candidates.cast, token, found):
            return None
        return found or self.speakers.resolve(candidates, token)

    def _bare(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "Police", "officers" with no determiner: the one force of a text."""
        found = {t.number: t for sort in self.bare[token.lower_] for t in candidates.of_sort[sort]}
        bodies = list(found.values())
        told = any(t.lower_ in ("of", "from") for t in token.rights)
        return bodies[0] if len(bodies) == 1 and not told and not _by_itself(token, bodies[0]) else None

    def _managed(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "Management agreed": of the body spoken of most so far that neither writes nor watches."""
        if token.dep_ not in _ARGUMENTS or any(t.dep_ == "prep" and t.i == token.i + 1 for t in token.rights):
            return None
        cast, watchdogs = candidates.cast, self.crews.watchdogs
        bodies = [t for t in cast.of_kind(BODY) if t.number in candidates.last and t is not cast.voice]
        ranked = sorted(
            ((candidates.spoken[t.number], t.number) for t in bodies if not watchdogs.is_one(t) and t is not cast.host),
            reverse=True,
        )
        clear = ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0])
        return cast.things[ranked[0][1]] if clear else None

    def _apposed(self, cast: Cast, token: Token) -> Thing | None:
        """Whose description a noun is: "the maker, X", "X, the watchdog", "the company X"."""
        if token.tag_ in ("NNS", "NNPS"):
            return None
        near = [t for t in token.children if t.dep_ == "appos"] + [token.head] * (token.dep_ == "appos")
        if token.i + 1 < len(token.doc) and token.i + 1 in cast.naming and token.nbor().dep_ != "poss":
            near.append(token.nbor())
        near += [a for p in after_any(token, ("of", "for")) for a in p.children if a.dep_ == "appos"]
        near += _named_after(cast, token)  # "the mayor of Leeds, X", where the parser hangs X on Leeds
        for named in near:
            thing = cast.at.get(named.i) if named.i in cast.naming and _one_line(cast, token.i, named.i) else None
            if thing is not None and self._describes(token, thing):
                return thing
        return None

    def _describes(self, token: Token, thing: Thing) -> bool:
        if thing.kind == BODY:
            return token.lower_ in self.kinds or token.lemma_ in self.kinds
        return thing.kind == PERSON and (token.lower_ in self.people or token.lemma_ in self.people)

    def theirs(self, cast: Cast, token: Token) -> Thing | None:
        """ "Her department", "Mr Lee's committee": the one body of that kind in which its owner has a post."""
        word = self._phrase(token)
        kinds = self.kinds.get(word, frozenset())
        owners = {cast.at[t.i].number for t in possessors(token) if t.i in cast.at} if kinds else set()
        mine = [h for h in cast.holdings if not h.former and h.body in cast.at and h.person in cast.at]
        bodies = (cast.at[h.body] for h in mine if h.body is not None and cast.at[h.person].number in owners)
        bodies = (t for t in bodies if word in t.nouns or not t.nouns & self.selfnamed)  # a ministry is no government
        return only(t for t in bodies if t.kind == BODY and (not t.sorts or t.sorts & kinds))

    def _definite(self, cast: Cast, token: Token) -> bool:
        """ "the force", "this body": not "a force", "the force of law", "the home force", "the other force"."""
        start = token.i - len(self._phrase(token).split()) + 1
        lefts = [t for t in token.lefts if not t.is_space and t.i < start]
        if not any(t.lower_ in _DEFINITE for t in lefts):
            return False
        if any(t.i in cast.naming and t.dep_ in ("compound", "poss", "nmod", "amod") for t in lefts):
            return False
        if any(t.lower_ in self.apart for t in lefts) or cast.doc[token.i - 1 : token.i + 1].text in self.units:
            return False  # "the steering group" is no group named before
        return not narrowed(token, self.judging, self.imputing) and not placed(cast, token)

    def _phrase(self, token: Token) -> str:
        """The longest noun for a body that ends here: "local authority"; else the word itself."""
        doc, i, word = token.doc, token.i, token.lower_
        if word in self.closing:
            spans = (" ".join(t.lower_ for t in doc[i - n : i + 1]) for n in range(min(_LONGEST - 1, i), 0, -1))
            if (longer := next((words for words in spans if words in self.kinds), None)) is not None:
                return longer
        return word if word in self.kinds or token.tag_ == "NNS" else token.lemma_

    # --- bodies

    def _body(self, candidates: Candidates, token: Token) -> Thing | None:
        word = self._phrase(token)
        if word in self.governing:
            boards = {t.number: _CALLED for t in candidates.called[word] if t.number in candidates.last}
            return self._best(candidates, token, boards or self._governed(candidates))
        if word not in self.kinds:
            return self._so_named(candidates, token.lower_)
        if token.text[0].isupper() and (only := _only_named(candidates, token)) is not None:
            return only
        weights = self._weights(candidates, word, near=any(t.lower_ in _POINTING for t in token.lefts))
        found = self._best(candidates, token, of_field(token, weights, candidates.cast))
        if found is not None and " " in word and word in self.own and not _bears(found, token.lower_):
            found = None  # "the central bank" is no authority of whatever name
        if found is not None and word in self.opaque and weights[found.number] < _OF_KIND:
            self._learn(candidates, found, word)
        named = word in self.own or self._titled(candidates.cast, token, word)
        several = sum(t.kind == BODY and t.number in candidates.last for t in candidates.called.get(word, ())) > 1
        return found or (self._own_name(candidates, token, word) if named and not several else None)

    def _titled(self, cast: Cast, token: Token, word: str) -> bool:
        """ "The Department", with a capital, of a text that names no such body."""
        if word not in self.capital or token.lower_ != word or not token.text.istitle():
            return False
        bodies = (t for t in cast.of_kind(BODY) if not t.nouns & self.selfnamed)  # a department is not the government
        return not any(t.sorts & self.kinds[word] or word in t.nouns for t in bodies)

    def _so_named(self, candidates: Candidates, word: str) -> Thing | None:
        """ "The directorate", said of the one Directorate of the text, already spoken of."""
        named = [t for t in candidates.called[word] if t.kind == BODY] if word in candidates.called else []
        if not named and word in self.places:  # "the district", of one "Health District"
            named = [t for t in candidates.cast.of_kind(BODY) if any(_ends_in(form, word) for form in t.forms)]
        return named[0] if len(named) == 1 and named[0].number in candidates.last else None

    def _governed(self, candidates: Candidates) -> dict[int, float]:
        """How well bodies fit that have a board, of which a text says no more than that: "the board"."""
        weights = {t.number: _UNMARKED for t in candidates.of_sort[""]}
        return weights | {t.number: _OF_KIND for kind in self.governed for t in candidates.of_sort[kind]}

    def _best(self, candidates: Candidates, token: Token, weights: dict[int, float]) -> Thing | None:
        """The body a noun fits best, weighed against how far back it was spoken of and how often."""
        others = beside(candidates.cast, token)
        scored = [
            (weight - min(token.i - last, 400) / 150 + min(candidates.spoken[number], 5) * 0.15, last, number)
            for number, weight in weights.items()
            if number not in others and (last := candidates.last.get(number)) is not None
        ]
        ranked = nlargest(2, scored)
        if not ranked or ranked[0][0] <= 0:
            return None
        if self.others.another(token, candidates.cast.things[ranked[0][2]], candidates.cast):
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        if weights[ranked[0][2]] < _CALLED and one_of_pair(candidates.cast, *ranked[0][1:], weights):
            return None
        return candidates.cast.things[ranked[0][2]]

    def _learn(self, candidates: Candidates, thing: Thing, word: str) -> None:
        """Remember what a body was once called by a noun that could mean many: so it is called again."""
        if word not in thing.nouns:
            thing.nouns.add(word)
            candidates.taken.setdefault(thing.number, word)

    def _weights(self, candidates: Candidates, word: str, *, near: bool) -> dict[int, float]:
        """How well a noun fits each body that it may mean, by number; ``near``: "this paper"."""
        kinds = self.kinds[word]
        weights: dict[int, float] = {}
        if (kinds & self.unmarked or word in self.opaque) and not near:
            taken = candidates.taken if word in self.opaque else {}
            weights |= {t.number: _UNMARKED for t in candidates.of_sort[""] if taken.get(t.number, word) == word}
            weights = {n: w for n, w in weights.items() if not self._is_land(candidates.cast.things[n])}
            weights |= {number: _LEARNT for number, noun in taken.items() if noun == word}
        if word not in self.selfnamed:  # a ministry is not the government
            bodies = {t.number: t for kind in kinds for t in candidates.of_sort[kind]}
            if word in self.places:  # a medical council is no county
                bodies = {n: t for n, t in bodies.items() if t.sorts <= kinds}
            weights |= {n: _OF_KIND + _SHARED * (len(kinds & t.sorts) - 1) for n, t in bodies.items()}
        if word in self.telling and self._told_of(candidates.cast, word):
            houses = (t for t in candidates.cast.of_kind(BODY) if any(self._house(form) for form in t.forms))
            weights |= {t.number: _OF_KIND for t in houses}
        if " " in word:  # "the central bank", of the Central Bank of Samoa
            named = (t for t in candidates.cast.of_kind(BODY) if any(_holds(form, word) for form in t.forms))
            weights |= {t.number: _CALLED for t in named}
        called = {t.number: _CALLED for t in candidates.called[word] if t.kind == BODY}
        return self._without_own_nouns(candidates.cast, weights | called, word)

    def _without_own_nouns(self, cast: Cast, weights: dict[int, float], word: str) -> dict[int, float]:
        """Those bodies, if any, that have no noun of their own that ends so: beside a central bank, "the bank"."""
        if not (longer := [own for own in self.own if own.endswith(f" {word}")]):
            return weights
        owning = {n for n in weights if any(_holds(form, own) for own in longer for form in cast.things[n].forms)}
        return {n: w for n, w in weights.items() if n not in owning} or weights

    def _is_land(self, body: Thing) -> bool:
        """ "The State" is no company."""
        return body.name.casefold() in self.places

    def _house(self, form: str) -> bool:
        """ "Larkspur Court", "Mill House"."""
        return _last(form) in self.houses and not f" {form.casefold()}".endswith(self.courts)

    def _told_of(self, cast: Cast, word: str) -> bool:
        """Whether a text says in so many words that it is about such bodies: "care home"."""
        text = cast.doc.text.casefold()
        return any(form in text for form in self.telling[word])

    def _own_name(self, candidates: Candidates, token: Token, word: str) -> Thing | None:
        """ "the Government", "the Senate", "the army" of a text that has named none: a body by that name."""
        if token.text[0].isupper() and token.is_sent_start and token.i + 1 < len(token.doc):
            return None
        if token.text[0].islower() and word not in self.lower:
            return None
        thing = candidates.cast.new(BODY)
        thing.add_form(token.doc[token.i - word.count(" ") : token.i + 1].text)
        thing.nouns.add(word)
        thing.sorts = self.kinds[word]
        candidates.learn(thing)
        return thing

    # --- places and people

    def _place(self, candidates: Candidates, token: Token) -> Thing | None:
        """The place last spoken of that the text calls so, else the only one of this sentence and the last."""
        if token.lower_ not in self.places or token.doc[token.i - 1 : token.i + 1].text in self.districts:
            return None
        called = candidates.latest(t for t in candidates.called[token.lower_] if t.kind == PLACE)
        if called is None and self._so_named(candidates, token.lower_) is not None:
            return None  # a body
        near = [c.thing for _, c in candidates.before(token.i, 1) if c.kind == PLACE and c.thing is not None]
        return called or (near[0] if len({t.number for t in near}) == 1 else None)

    def _person(self, candidates: Candidates, token: Token) -> Thing | None:
        if token.lower_ not in self.people or (token.dep_ == "poss" and token.head.lemma_ in self.kinds):
            return None  # "the sheriff's office" is a body
        words = [token.lower_, *sorted(self.judges - {token.lower_})] if token.lower_ in self.judges else [token.lower_]
        fits = self.others.titled(token, candidates.cast)
        called = ([t for t in candidates.called[word] if t.kind == PERSON and fits(t)] for word in words)
        found = next((one for things in called if (one := candidates.latest(things)) is not None), None)
        return found or self._ahead(candidates.cast, token)

    def _ahead(self, cast: Cast, token: Token) -> Thing | None:
        """ "The permanent secretary was told", of the one person whose post that is, named further on."""
        said = {t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod", "nmod")} | {token.lower_}
        near = range(cast.sentences[token.i], cast.sentences[token.i] + _SOON + 1)
        posts = (h for h in cast.holdings if token.i < h.start and cast.sentences[h.start] in near)
        posts = (h for h in posts if cast.doc[h.end - 1].lower_ == token.lower_)
        fit = (h.person for h in posts if said <= {t.lower_ for t in cast.doc[h.start : h.end]})
        one = only(cast.at[i] for i in fit if i in cast.at)
        return one if one is not None and one.kind == PERSON and not one.office else None

    def _aged(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "the 54-year-old": whoever's age the text gave so."""
        age = next((t.text for t in token.doc[max(0, token.i - 5) : token.i] if t.like_num), None)
        return candidates.latest(candidates.called[age]) if age is not None else None


def _by_itself(noun: Token, body: Thing) -> bool:
    """Whether a text has said "Police", as a name, before it named a force: the one of a whole country."""
    before = noun.doc[: body.spans[0][0]] if body.spans else ()
    return any(
        t.text == noun.text and t.text[0].isupper() and not t.is_sent_start and t.nbor(-1).is_lower for t in before[1:]
    )


def aged(token: Token) -> bool:
    """ "the 54-year-old", with no noun after it."""
    alone = token.lower_ == "old" and token.dep_ not in ("amod", "acomp")
    return alone and any(t.lower_ == "the" for t in token.lefts) and any(t.like_num for t in token.subtree)


def _of_others(cast: Cast, token: Token, thing: Thing) -> bool:
    """ "The Austrian federation" is not Slovakia's, "the accounting firm Platt & Rowe" no firm named before."""
    after = cast.doc[token.i + 1] if token.i + 1 < len(cast.doc) else None
    named = after is not None and after.tag_ == "NNP" and not after.is_sent_start and cast.at.get(after.i) is not thing
    words = {word for form in thing.forms for word in form.casefold().replace("'s", "").replace("’s", "").split()}
    apart = any(t.ent_type_ == "NORP" and t.lower_ not in words and t.i not in cast.at for t in token.lefts)
    shared = any(t.lower_ == "of" and t.i > joined.i for joined in token.conjuncts for t in joined.rights)
    return named or shared or (apart and token.lower_ in words)  # "the management and operation of Y"


def _bears(body: Thing, word: str) -> bool:
    """Whether a body is called by a noun, or has it in its name."""
    return word in body.nouns or any(word in fold(form).split() for form in body.forms)


def _only_named(candidates: Candidates, token: Token) -> Thing | None:
    """ "The Department", of the one Department named before, if only in a head ("Run by: Department of Health").

    Of several, the one whose text it is, unless another has just been spoken of.
    """
    cast, named = candidates.cast, [t for t in candidates.called.get(token.lower_, ()) if t.kind == BODY]
    own = [t for t in named if t in (cast.voice, cast.host)] or leading(cast, named, token.i)
    if len(named) > 1 and len(own) == 1:
        near = cast.sentences[token.i] - 1
        if own[0] not in (cast.voice, cast.host):
            near = max(near, cast.sentences[candidates.last.get(own[0].number, 0)] + 1)
        rivals = (candidates.last.get(t.number) for t in named if t is not own[0])
        named = [] if any(i is not None and cast.sentences[i] >= near for i in rivals) else own
    return named[0] if len(named) == 1 and named[0].spans[:1] and named[0].spans[0][0] < token.i else None


def _holds(form: str, words: str) -> bool:
    return f" {words} " in f" {fold(form)} "


def _ends_in(form: str, word: str) -> bool:
    return _last(form) == word


def _last(form: str) -> str:
    """The last word of a name of several."""
    return form.rsplit(" ", 1)[-1].casefold() if " " in form else ""


def _named_after(cast: Cast, token: Token) -> list[Token]:
    """ "The maker, X, said", "the authority, the X (Y)", however it was parsed; not "the maker, X and Y"."""
    doc, i = token.doc, token.i + 2
    if i >= len(doc) or doc[i - 1].text != ",":
        return []
    if doc[i].lower_ == "the" and i + 1 in cast.naming and _bracketed(cast, i + 1):
        i += 1
    if i not in cast.naming:
        return []
    end = next((j for j in range(i, len(doc)) if cast.at.get(j) is not cast.at[i]), len(doc))
    after = [t.lower_ for t in doc[end : end + 2]]
    closed = end == len(doc) or after[0] in _CLOSING or doc[end].is_space or bool(doc[end].is_sent_start)
    return [doc[end - 1]] if closed and after[1:] not in (["and"], ["or"]) else []


def _bracketed(cast: Cast, i: int) -> bool:
    """Whether a name is one that comes into the text there, with its short form in brackets."""
    end = next((j for j in range(i, len(cast.doc)) if cast.at.get(j) is not cast.at.get(i)), len(cast.doc))
    return cast.doc[end : end + 1].text == "("


def _one_line(cast: Cast, i: int, j: int) -> bool:
    low, high = sorted((i, j))
    return cast.paragraphs[low] == cast.paragraphs[high] and not any(t.text == ":" for t in cast.doc[low:high])
