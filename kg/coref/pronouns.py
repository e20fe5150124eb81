"""Pronouns of the third person, and relative ones: whom or what each takes up."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.attachment import said_of
from kg.coref.candidates import EVENT, OTHER, Candidate, Candidates, Nouns
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.parallel import Asked, beside, company
from kg.coref.relatives import relative
from kg.coref.watchdogs import Watchdogs
from kg.grammar import SUBJECTS, clause_verb, controller, coordinated, governors, surface_subjects
from kg.lexicon import Lexicon

_REACH = 4  # sentences back, for people; others are not so long remembered
_THINGS_REACH = 2
_FADING = (0.0, 0.8, 1.9, 2.8, 3.6)  # what the distance in sentences costs
_FLOOR = {True: -1.6, False: -0.5}  # what the best must reach, people and others
_ONLY = -3.0  # of people, where there is but one whose gender fits
_OWN = 1.0  # of the body that says "we"
_NAMELESS = 0.6  # what it costs a person to have no name
_MARGIN, _SURE_MARGIN = 0.6, 0.4  # by how much the best must be better than the next; two people of known gender
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_OR = frozenset({"or", "/"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun, and what its place in the sentence asks of its antecedent."""

    token: Token
    person: bool  # he, she: not it, they
    plural: bool
    gender: str | None
    agentive: bool  # whoever it is, they act or speak
    telling: bool  # what they do can be done on paper: a report finds
    speaking: bool  # they say, find, ask or blame
    stated: bool  # something is said of what it is, not done
    employing: bool  # someone holds a post with them: "its director"
    barred: frozenset[int | str]  # referents it cannot have
    enclosing: frozenset[int]  # tokens whose phrase it stands in
    subjects: tuple[int, ...]  # of its own clause and those above it, the nearest first


class Pronouns:
    """Finds the antecedents of pronouns."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns) -> None:
        self.nouns = nouns
        self.watchdogs = Watchdogs(lexicon)
        self.person = lexicon.evoking("PersonPronoun")
        self.body = lexicon.evoking("BodyPronoun")
        self.asked = Asked(lexicon)
        self.impersonal = lexicon.evoking("Impersonal")
        self.judges = lexicon.evoking("Judicial") | lexicon.evoking("Mouthpiece")
        self.posts = {w[-1] for w in lexicon.posts}
        self.staff = self.posts | lexicon.evoking("Staff") | lexicon.evoking("Subunit") | lexicon.evoking("Owned")
        acting = {head for (head, pos), _ in lexicon.triggers.items() if pos == "verb"}
        speaking = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")
        roles = lexicon.roles
        judging = (roles.censure, roles.approval, roles.penalty)
        self.judging = frozenset().union(*map(lexicon.verbs_of, judging))
        self.feeling = {  # "grateful to", "critical of"
            e.words
            for e in lexicon.entries
            if e.pos == "adjective" and len(e.words) > 1 and any(f.relation in judging for f in e.frames)
        }
        on_paper = (roles.censure, roles.approval, roles.call, roles.matter)
        self.tells = speaking.union(*(lexicon.verbs_of(relation) for relation in on_paper))
        self.answering = lexicon.verbs_of(roles.answer) - self.judging - lexicon.verbs_of(roles.call)
        self.acts = acting | speaking | lexicon.evoking("Light", "verb") | lexicon.evoking("Duty", "verb")

    def resolve(self, token: Token, candidates: Candidates) -> Candidate | None:
        """The pronoun as a candidate of its own, its Thing set if one is clearly meant; None for others."""
        word = token.lower_
        if token.tag_ in ("WP", "WDT", "WP$"):
            return relative(token, candidates)
        if word in self.person:
            gender = self.nouns.gender(token)
            candidate = Candidate(token, PERSON, False, gender=gender)
        elif word in self.body and not self._expletive(token):
            candidate = Candidate(token, OTHER, word in _THEY)
        else:
            return None
        anaphor = self._anaphor(token, candidate, candidates)
        found = self._best(anaphor, candidates)
        if found is not None and found.thing is not None and found.thing.gender and self._either(token):
            found = None
        if found is not None:
            candidate.kind, candidate.thing = found.kind, found.thing
            candidate.spoken_for = found.spoken_for if anaphor.speaking else None
            candidate.event = (found.event or found.head) if found.kind == EVENT else None
            candidate.members = candidates.members(found)
            if candidate.gender and found.thing is not None:
                found.thing.gender = found.thing.gender or candidate.gender
        elif candidate.plural:
            candidate.kind = BODY  # whoever they are, they are likelier people than things
        return candidate

    def someone(self, token: Token, candidates: Candidates) -> Thing | None:
        """Whom "the 54-year-old" means, of whose age nothing was told: no judge, nor anyone the sentence has named."""
        candidate = Candidate(token, PERSON, False)
        anaphor = self._anaphor(token, candidate, candidates)
        here = {c.referent for back, c in candidates.before(token.i, 0)}
        people = candidates.cast.of_kind(PERSON)
        others = {t.number for t in people if t.nouns & self.judges or any(noun.isdigit() for noun in t.nouns)}
        found = self._best(replace(anaphor, barred=anaphor.barred | here | others), candidates)
        return found.thing if found is not None else None

    def _either(self, token: Token) -> bool:
        """ "He or she", "his or her": whoever comes to hold an office, not someone known as a man or a woman."""
        doc, i = token.doc, token.i
        pairs = ((i + 1, i + 2), (i - 1, i - 2))
        return any(doc[k].lower_ in _OR and doc[n].lower_ in self.person for k, n in pairs if 0 <= n < len(doc))

    # --- what the place of a pronoun tells

    def _anaphor(self, token: Token, candidate: Candidate, candidates: Candidates) -> Anaphor:
        subjects = _subjects_above(token)
        return Anaphor(
            token,
            candidate.kind == PERSON,
            candidate.plural,
            candidate.gender,
            self._agentive(token, candidates),
            token.dep_ == "poss" or token.head.lemma_ in self.tells,
            token.dep_ == "nsubj" and token.head.lemma_ in self.tells,
            token.dep_ == "nsubj" and token.head.lemma_ == "be",
            token.dep_ == "poss" and token.head.lemma_.lower() in self.posts,
            self._barred(token, candidates),
            frozenset(_phrases_around(token)) - self._employer(token),
            tuple(t.i for t in (_reflexive(token) and controller(token.head)) or subjects),
        )

    def _agentive(self, token: Token, candidates: Candidates) -> bool:
        """ "it said", "it fined them"; "its staff", "their chief executive", "its inspection"."""
        if token.dep_ == "poss":
            owned = candidates.by_token.get(token.head.i)
            owns = token.head.lower_ in self.staff or token.head.lemma_ in self.staff
            return owns or (owned is not None and owned.kind == EVENT)
        if token.dep_ != "nsubj":
            return False
        if token.head.lemma_ == "be":  # "It is a charity"
            return any(t.dep_ == "attr" and self.nouns.kind(t) == BODY for t in token.head.rights)
        return token.head.lemma_ in self.acts and token.head.pos_ == "VERB"

    def _employer(self, token: Token) -> set[int]:
        """ "X, its chief executive": X, though the parser may take the one for the other."""
        post = token.dep_ == "poss" and token.head.lemma_.lower() in self.posts
        return {token.i - 2} if post and token.i > 1 and beside(token, token.nbor(-2)) else set()

    def _barred(self, token: Token, candidates: Candidates) -> frozenset[int | str]:
        """Those beside it in one clause ("X criticised him": not X), and whoever speaks or is spoken of by it."""
        heads = [] if _reflexive(token) else _co_arguments(token)
        if token.dep_ == "poss" and token.head.dep_ == "appos":
            heads.append(token.head.head)  # "X, his mother": not X's
        if token.dep_ == "poss" and token.head.dep_ == "attr":
            heads += surface_subjects(token.head.head)  # "X was her trainee"
        heads = [t for t in heads if t.i not in self._employer(token)]
        heads += self.asked.asking(token)
        heads = [one for head in heads for one in coordinated(head)]
        barred = {candidates.by_token[t.i].referent for t in heads if t.i in candidates.by_token}
        cast = candidates.cast
        if token.dep_ in _OBJECTS and (token.head.lemma_ in self.judging or token.head.head.lemma_ in self.judging):
            judges = (cast.at[t.i] for t in heads if t.i in cast.at)  # hardly ever the body of their own post
            barred |= {body.number for judge in judges for body in cast.bodies_of(judge)}
        speech = cast.utterance_at(token.i)
        if speech is not None and speech.speaker in candidates.by_token:
            barred.add(candidates.by_token[speech.speaker].referent)
        for spoken in cast.speeches_by(token.i):
            if spoken.direct:  # nor does anyone speak of themselves by a name or a noun
                words = (t.i for t in cast.doc[spoken.start : spoken.end] if t.pos_ in ("NOUN", "PROPN"))
                barred |= {cast.at[i].number for i in words if i in cast.at}
            parted = (t for t in cast.doc[spoken.start : token.i] if t.dep_ in SUBJECTS and t.head.i > token.i)
            barred |= {cast.at[t.i].number for t in parted if t.i in cast.at}  # "X, it found, had failed": not X
        return frozenset(barred)

    def _expletive(self, token: Token) -> bool:
        """ "It" that stands for nothing: "it is clear that", "it emerged that", "it was the WHO that"."""
        if token.lower_ != "it":
            return False
        if token.dep_ == "expl":
            return True
        verb = token.head
        clauses = [t for t in verb.children if t.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "advcl")]
        if token.dep_ == "nsubjpass":
            return any(t.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass") for t in verb.children)
        if token.dep_ == "dobj":  # "put it to X that"
            whom = [p for t in verb.rights if t.lower_ == "to" for p in t.children if p.dep_ == "pobj"]
            return any(p.i + 1 < len(p.doc) and p.nbor().lower_ == "that" for p in whom)
        if token.dep_ != "nsubj":
            return False
        if verb.lemma_ == "be":
            said = [t for t in verb.children if t.dep_ in ("acomp", "attr", "prep", "oprd")]
            inner = [c for t in said for c in t.children if c.dep_ in ("relcl", "ccomp", "xcomp", "acl")]
            return bool(said and (clauses or inner)) or any(t.ent_type_ in ("DATE", "TIME") for t in said)
        if verb.pos_ == "ADJ":  # "made it clear that"
            return True
        return verb.lemma_ in self.impersonal and bool(clauses)

    # --- choosing

    def _best(self, anaphor: Anaphor, candidates: Candidates) -> Candidate | None:
        """The best candidate that has a Thing or is to have one, if nothing else is nearly as good."""
        best: dict[int | str, tuple[float, int, Candidate]] = {}
        reach = _REACH if anaphor.person else _THINGS_REACH
        for back, candidate in candidates.before(anaphor.token.i, reach):
            score = self._score(anaphor, candidate, back, candidates)
            if score is not None:
                rank = (score, candidate.head.i, candidate)
                best[candidate.referent] = max(best.get(candidate.referent, rank), rank, key=lambda r: r[:2])
        ranked = sorted(best.values(), key=lambda r: (-r[0], -r[1]))
        if not ranked or _nothing(ranked[0][2], anaphor, candidates):
            return None
        (score, _, first), *others = ranked
        if anaphor.person and _one_of_pair(first, [o[2] for o in others]):
            return None
        unsure = bool(others) and score - others[0][0] < _margin(first, others[0][2])
        return None if unsure or score < _floor(anaphor, first, alone=not others) else first

    def _answers_for(self, noun: Token, judged: Token) -> bool:
        """ "Fined X for its delay", "is grateful to X for its report": what someone is judged for is their own."""
        reason, above = noun.head, judged.head
        if noun.dep_ != "pobj" or reason.lower_ not in ("for", "over"):
            return False
        if judged.dep_ == "pobj":
            return (above.head.lower_, above.lower_) in self.feeling and reason.head in (above.head, above.head.head)
        if judged.dep_ not in ("dobj", "nsubjpass") or above.lemma_ not in self.judging:
            return False
        return reason.head in (above, judged) or said_of(reason.head) == [judged]

    def _answered(self, token: Token, candidate: Candidate) -> float:
        """ "Will not contest | it", "would have none of | it": a report rather than whoever made it."""
        none = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "none"
        answered = none or (token.dep_ == "dobj" and token.head.lemma_ in self.answering)
        return _FIT_ANSWERED.get(candidate.kind, 0.0) if answered else 0.0

    def _as_body(self, anaphor: Anaphor, candidate: Candidate) -> Candidate:
        """ "The Ombudsman opened *its* inquiry", "said *it* would": an office for looking into others, if no "she"."""
        office, token = candidate.thing, anaphor.token
        if office is None or not office.office or office.gender or candidate.head.i not in anaphor.subjects:
            return candidate
        acts = anaphor.agentive and token.dep_ in ("nsubj", "poss") and token.head.lower_ not in self.staff
        return replace(candidate, kind=BODY) if acts and self.watchdogs.inspects(office) else candidate

    def _score(self, anaphor: Anaphor, candidate: Candidate, back: int, candidates: Candidates) -> float | None:
        """How likely a candidate is meant; None where it cannot be."""
        fit = _fit(anaphor, candidate if anaphor.person else self._as_body(anaphor, candidate))
        token = anaphor.token
        if fit is None or candidate.referent in anaphor.barred or candidate.head.i in anaphor.enclosing:
            return None
        unknown = candidate.thing is None and not candidate.members and candidate.event is None
        if unknown and (candidate.head.pos_ == "PRON" or _describes(candidate.head, token)):
            return None  # whoever "she" was, it was someone; another "she" is left to choose for itself
        if _reflexive(token) and candidate.head.i not in anaphor.subjects:
            return None
        score = fit + candidate.prominence - _FADING[back]
        if (
            anaphor.person
            and candidate.thing is None
            and candidate.head.dep_ not in SUBJECTS
            and candidate.prominence < 1
        ):
            score -= _NAMELESS
        score += 0.12 * min(candidates.spoken[candidate.referent], 5)
        cast = candidates.cast
        if cast.paragraphs[token.i] != cast.paragraphs[candidate.head.i]:
            score -= 0.3
        if cast.speech_at(token.i) is not cast.speech_at(candidate.head.i):
            score -= 0.3
        if token.dep_ == "poss" and (
            self._answers_for(token.head, candidate.head) or _maker(token.head, candidate.head)
        ):
            score += 3.0
        if candidate.thing is not None and candidate.thing is candidates.we and not cast.quoted(token.i):
            if any(t.lower_ in self.nouns.group for t in token.sent):
                return None  # "we thank its director"
            score -= _OWN
        score += company(token, candidate.head, back, anaphor.subjects)
        return score + self.asked.bonus(token, candidate.head) + self._answered(token, candidate)


def _one_of_pair(first: Candidate, others: list[Candidate]) -> bool:
    """ "X and Y resigned. She ...": either may be meant."""
    pair = {t.i for t in coordinated(first.head)}
    return any(one.head.i in pair for one in others)


def _nothing(found: Candidate, anaphor: Anaphor, candidates: Candidates) -> bool:
    """Whether no Thing stands for a candidate, nor will one as for an inquiry or a report."""
    if anaphor.speaking and found.spoken_for is not None:
        return False
    return found.thing is None and found.kind != EVENT and not candidates.members(found)


def _floor(anaphor: Anaphor, first: Candidate, *, alone: bool) -> float:
    """What the best must reach: less, where it is the only one and known to be a woman or a man."""
    known = first.thing is not None and first.thing.gender is not None
    return _ONLY if anaphor.person and alone and known else _FLOOR[anaphor.person]


def _margin(first: Candidate, second: Candidate) -> float:
    known = all(one.thing is not None and one.thing.kind == PERSON and one.thing.gender for one in (first, second))
    return _SURE_MARGIN if known else _MARGIN


def _fit(anaphor: Anaphor, candidate: Candidate) -> float | None:
    """How well the sort of thing, its number and gender suit the pronoun."""
    if anaphor.person:
        gender = (candidate.thing.gender if candidate.thing is not None else None) or candidate.gender
        if candidate.kind != PERSON or candidate.plural or (gender and gender != (anaphor.gender or gender)):
            return None
        return 0.3 if gender and anaphor.gender else 0.0
    if anaphor.plural:
        return _fit_they(anaphor, candidate)
    if (candidate.plural and candidate.thing is None) or candidate.group or candidate.kind == PERSON:
        return None  # "Friends of the Earth" is an it
    if anaphor.employing and candidate.kind not in (BODY, PLACE):
        return None
    if candidate.kind == BODY and anaphor.stated and not anaphor.agentive:
        return _FIT_STATE  # "It was 200 pages long"
    if candidate.kind == EVENT and anaphor.agentive and not anaphor.telling:
        return _FIT_DOER  # a report finds and blames; it pays nothing
    return (_FIT_ACTOR if anaphor.agentive else _FIT_IT)[candidate.kind if candidate.kind in _FIT_IT else EVENT]


_FIT_IT = {BODY: -0.3, PLACE: -0.2, EVENT: 0.0, OTHER: 0.0}
_FIT_ANSWERED = {BODY: -0.8, EVENT: 0.8}
_FIT_DOER = -0.6
_FIT_STATE = -0.6
_FIT_ACTOR = {BODY: 0.8, PLACE: 0.0, EVENT: 0.3, OTHER: -1.5}


def _fit_they(anaphor: Anaphor, candidate: Candidate) -> float | None:
    """British English has "they" for a body, though rather for several people."""
    if candidate.plural:
        people = candidate.kind in (PERSON, BODY)
        return (0.5 if people else -1.2) if anaphor.agentive else (0.3 if people else 0.0)
    if candidate.kind == BODY:
        return -0.3 if anaphor.agentive else -0.8
    return -0.4 if candidate.kind == PERSON and candidate.thing is None else None  # "a person ... they"


def _co_arguments(token: Token) -> list[Token]:
    """The other arguments of the verb whose object a pronoun is."""
    if token.dep_ not in _OBJECTS:
        return []
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.pos_ not in ("VERB", "AUX"):  # "launched an inquiry into it"
        verb = clause_verb(verb)
    others = [t for t in verb.children if t.dep_ in ("dobj", "dative") and t.i != token.i]
    return [*surface_subjects(verb), *(t for t in verb.children if t.dep_ in SUBJECTS), *others]


def _describes(noun: Token, pronoun: Token) -> bool:
    """Whether a noun only says what a subject is: "As president, *she* ...", "A fisherman's son, *he* ..."."""
    if pronoun.dep_ not in SUBJECTS or noun.i > pronoun.i:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "as" and noun.head.head == pronoun.head
    return noun.head == pronoun.head and noun.dep_ in ("dep", "npadvmod", "advcl")


def _maker(noun: Token, agent: Token) -> bool:
    """ "Rejected the advice given by X in its report", "X's handling of its report": whose it is, X's."""
    if agent.dep_ == "poss" and noun.dep_ == "pobj" and noun.head.head == agent.head:
        return True
    clause = noun.head.head if noun.dep_ == "pobj" else noun
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and agent.dep_ == "pobj" and agent.head.head == clause


def _reflexive(token: Token) -> bool:
    return token.lower_.endswith(("self", "selves"))


def _phrases_around(token: Token) -> list[int]:
    """Nouns whose phrase a pronoun stands in, outside of relative clauses: they cannot be meant."""
    around: list[int] = []
    for head in governors(token):
        around.append(head.i)
        if head.dep_ in ("relcl", "acl", "conj") or head.pos_ in ("VERB", "AUX"):
            break
    return around


def _subjects_above(token: Token) -> list[Token]:
    """Subjects of its own clause, of the clause that one stands in, and so on."""
    found: list[Token] = []
    for head in governors(token):
        if head.pos_ in ("VERB", "AUX"):
            own = [t for t in head.children if t.dep_ in SUBJECTS]
            found += [t for t in (*own, *surface_subjects(head)) if t.i < token.i and t not in found]
    return found
