"""Reports and investigations told by a verb: "Y is investigating X", "inspectors walked through X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.arguments import REPORT, about_to, clauses_of, prospective, things
from kg.coref.cast import Cast, Thing
from kg.coref.identity import Event, Matcher, add
from kg.coref.moment import moment_of
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import Watchdogs
from kg.grammar import (
    after,
    clause_of,
    coordinated,
    is_sum,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import Lexicon
from kg.ner.calendar import words
from kg.vocab import OV, local_name

_ABOUT = ("of", "at", "by", "with", "against", "about", "within", "inside", "in")  # whose papers are looked at

_ASKING = frozenset({"whether", "if", "why", "how", "when"})
_YEAR = "P1Y"  # no inspection lasts for years


class ActReader:
    """Finds such verbs, and the event each one tells of."""

    def __init__(self, lexicon: Lexicon, matcher: Matcher) -> None:
        self.lexicon = lexicon
        self.matcher = matcher
        self.watchdogs = Watchdogs(lexicon)
        self.kinds = {" ".join(e.words): min(e.denotes) for e in lexicon.entries if e.pos == "verb" and e.denotes}
        self.acts = lexicon.evoking("Act", "verb")
        self.on_site = lexicon.evoking("OnSite", "verb")
        self.visiting = lexicon.evoking("Calling", "verb")
        self.calling = self.visiting | {v for v in self.acts if " " not in v}
        self.anew = lexicon.evoking("Anew", "verb")
        self.deeds = lexicon.evoking("Conduct", "noun")
        self.behests = lexicon.evoking("Behest", "noun")
        self.books = lexicon.evoking("Books", "noun")
        self.premises = lexicon.evoking("Inspectable", "noun")
        self.always = {v for v in self.acts if self.kinds.get(v) == OV.Investigation}
        self.petitions = lexicon.evoking("Petition", "noun")
        self.official = {v for v in self.acts if self.kinds.get(v) in (OV.Inspection, OV.Audit)}
        self.tasks = lexicon.evoking("Examining", "verb")
        self.informing = lexicon.evoking("Informing", "verb")
        self.saying = lexicon.evoking("Reporting", "verb")
        self.tasking = lexicon.evoking("Tasking", "verb")
        self.lasting = frozenset(v for r in sorted(lexicon.standing) for v in lexicon.verbs_of(r))
        self.heads = {form.split()[0] for form in self.acts | self.on_site | self.tasks}

    def run(self, cast: Cast, seen: list[Event]) -> None:
        """Give each such verb to its event, a new one where no noun names it."""
        for verb in cast.doc:
            if verb.pos_ != "VERB" or verb.lemma_ not in self.heads or verb.i in cast.at:
                continue
            act = self._act(verb)
            agents = self._agents(cast, verb, act)
            if agents:
                themes = {t.number for t in _matters(cast, verb, act, self.behests)} - agents
                new = Event(self._thing(verb, act), verb.lemma_, agents=agents, themes=themes, when=moment_of(verb))
                self._take(cast, seen, new, act)

    def _act(self, verb: Token) -> str | None:
        """The verb with its preposition, where that makes it an act: "looked into the sale"."""
        known = self.acts | self.on_site
        for phrase in _phrases(verb):
            if phrase in known:
                return phrase
        return verb.lemma_ if verb.lemma_ in known else None

    def _agents(self, cast: Cast, verb: Token, act: str | None) -> set[int]:
        """The numbers of those whose act it is; none where the verb tells of no act of scrutiny."""
        if self._remit(verb):
            return set()
        return self._of_act(cast, verb, act) or self._of_task(cast, verb, act)

    def _remit(self, verb: Token) -> bool:
        """ "It regulates and inspects X, Y and Z": what a body is there for, and no one inspection."""
        beside = [verb.head] if verb.dep_ == "conj" else [t for t in verb.children if t.dep_ == "conj"]
        present = ("VBZ", "VBP")
        return verb.tag_ in present and any(t.tag_ in present and t.lemma_ in self.lasting for t in beside)

    def _of_task(self, cast: Cast, verb: Token, act: str | None) -> set[int]:
        """ "Asked Y to look at the accounts": Y, whatever is looked at."""
        informs = any(phrase in self.informing for phrase in _phrases(verb))  # "asked Y to report back", "to me"
        informs |= verb.lemma_ in self.saying and any(p.pos_ == "PRON" for p in after(verb, "to"))
        looks = (verb.lemma_ in self.tasks and not informs) or (act is not None and act not in self.visiting)
        order = tasking_verb(verb, self.tasking) if looks else None
        doers = surface_subjects(verb) if order is not None else []
        return self._numbers(cast, doers)[0] if order is not None and not set(doers) & set(subjects(order)) else set()

    def _of_act(self, cast: Cast, verb: Token, act: str | None) -> set[int]:
        if act is None or (act not in self.always and any(t.lemma_.lower() in self.petitions for t in objects(verb))):
            return set()  # "is assessing the request"
        agents, looking = self._numbers(cast, _doers(cast, verb, self.lexicon))
        bodies = bool(agents) and all(cast.things[n].kind == BODY for n in agents)
        looking = looking or (bodies and self._upon_body(cast, verb, act))
        if act in self.on_site and not self._deed(verb, act) and (not looking or _other_sense(verb)):
            return set()
        if act in self.anew and objects(verb):
            return set()  # "returned the deposit to X"
        someone = any(t.number not in agents for t in _matters(cast, verb, act, self.behests))
        checked = self.premises | self.books
        somewhere = act in self.on_site and any(t.lemma_.lower() in checked for t in _done_to(verb, act))
        somewhere = somewhere or (act in self.on_site and self._inspectors(verb))
        how = act in self.acts and (_asks(verb) or any(t.pos_ in ("VERB", "AUX") for t in _done_to(verb, act)))
        called = looking and act in self.calling and (act in self.acts or self._called(verb, act))
        official = bodies and act in self.official and bool(_done_to(verb, act)) and not _denied(verb)
        return agents if act in self.always or someone or somewhere or how or called or official else set()

    def _upon_body(self, cast: Cast, verb: Token, act: str) -> bool:
        """ "The Patients' Council visited X Hospital": one body upon another, for whatever it is there for."""
        one = " " not in act and act not in self.anew
        return one and any((t := cast.at.get(o.i)) is not None and t.kind == BODY for o in _done_to(verb, act))

    def _deed(self, verb: Token, act: str | None) -> bool:
        """ "Examined X's handling of it": what someone did, which whoever looks at it investigates."""
        return any(t.lower_ in self.deeds for t in _done_to(verb, act))

    def _called(self, verb: Token, act: str) -> bool:
        """ "Inspectors returned in May", "Y, which visited in June": it need not be said whom they called on."""
        if _done_to(verb, act) or _other_sense(verb):
            return False
        when = (p for t in verb.children if t.dep_ in ("prep", "npadvmod") for p in (t, *t.children))
        return " " in act or self._inspectors(verb) or any(t.ent_type_ == "DATE" for t in when)

    def _inspectors(self, verb: Token) -> bool:
        return any(t.lower_ in self.watchdogs.people for doer in subjects(verb) for t in coordinated(doer))

    def _numbers(self, cast: Cast, doers: list[Token]) -> tuple[set[int], bool]:
        found = [self.watchdogs.senders(cast, doer) for doer in doers]
        return {t.number for sent, _ in found for t in sent}, any(looking for _, looking in found)

    def _thing(self, verb: Token, act: str | None) -> Thing:
        books = act in self.on_site and any(t.lemma_.lower() in self.books for t in _done_to(verb, act))
        else_kind = OV.Investigation if self._deed(verb, act) else OV.Review
        kind = OV.Audit if books else self.kinds.get(act or verb.lemma_, else_kind)
        return Thing(-1, local_name(kind), named=False, head=verb)

    def _take(self, cast: Cast, seen: list[Event], new: Event, act: str | None) -> None:
        """Some acts may be done in the course of another, as inspectors visit and look at files."""
        part = act in self.on_site
        undone = new.thing.head is not None and _denied(new.thing.head)  # "we did not look into it"
        known = seen if act not in self.anew and not undone else []
        event = next((e for e in known if self._same(e, new) and not (part and _wider(e, new))), None)
        if event is None:
            if part and any(self._includes(e, new) for e in known):
                return
            event = new
            add(cast, seen, event)
        verb = new.thing.head
        assert verb is not None
        event.agents |= new.agents
        event.themes |= new.themes
        event.when = event.when.filled(new.when)
        event.thing.spans.append((verb.i, verb.i + 1))
        event.thing.spans.sort()
        cast.at[verb.i] = event.thing

    def _same(self, event: Event, new: Event) -> bool:
        """Whether a verb tells of an event known already: of its kind, its maker's, about no one else."""
        kind = new.thing.kind
        if event.unreal or event.thing.kind not in (kind, *self.matcher.subkinds(kind)):
            return False
        if (event.themes and new.themes and not event.themes & new.themes) or event.when.apart(new.when):
            return False
        return bool(event.agents & new.agents) or (not event.agents and self._follows(event, new))

    def _includes(self, event: Event, new: Event) -> bool:
        """Whether an act may be part of an inspection that is spoken of besides: its maker's, about no one else."""
        other = event.thing.kind == REPORT or event.unreal or any(word.isdecimal() for word in event.words)
        apart = event.when.apart(new.when) or (event.themes and new.themes and not event.themes & new.themes)
        return not other and not apart and bool(event.agents & new.agents)

    def _follows(self, event: Event, new: Event) -> bool:
        """Whether an event without an agent is spoken of, as known, just after the verb."""
        verb = new.thing.head
        assert verb is not None
        return bool(event.definite) and verb.i < event.thing.spans[0][0] < verb.sent.end + 40


def _wider(event: Event, new: Event) -> bool:
    """Whether more take part in an event, or it is about more, than a visit in its course is."""
    return bool(event.agents and new.themes - event.themes)


def _phrases(verb: Token) -> Iterator[str]:
    """The verb with each of the small words that hang on it, or on its object: "spent a week on"."""
    for word in verb.children:
        if word.dep_ in ("prep", "prt", "advmod", "acomp", "advcl"):
            yield f"{verb.lemma_} {word.lower_}"
        elif word.dep_ in ("dobj", "npadvmod"):
            yield from (f"{verb.lemma_} {t.lower_}" for t in word.children if t.dep_ == "prep")


def _other_sense(verb: Token) -> bool:
    """ "The Safety Authority spent £2m at the plant", "spent ten years at Y", "did not look at the kitchens"."""
    spent = [t for t in verb.children if t.dep_ in ("dobj", "npadvmod")]
    years = any(words().by_type["PeriodName"].get(t.lower_) == _YEAR for t in spent if t.tag_ == "NNS")
    return years or any(is_sum(t) for t in objects(verb)) or _denied(verb)


def _denied(verb: Token) -> bool:
    """ "Did not visit X", "had not once visited it"."""
    near = [w for t in verb.children for w in (t, *(t.lefts if t.dep_ == "advmod" else ()))]
    return any(t.dep_ == "neg" for t in near)


def _doers(cast: Cast, verb: Token, lexicon: Lexicon) -> list[Token]:
    """The subject; of "Y, an agency that is probing it", the relative pronoun, where it is known to mean Y."""
    order = tasking_verb(verb, lexicon.evoking("Tasking", "verb"))
    if order is not None and verb.dep_ == "advcl" and objects(order):
        return objects(order)  # "brought in Y to look into it"
    taken_up = [t for t in verb.children if t.dep_ == "nsubj" and t.tag_ in ("WDT", "WP") and t.i in cast.at]
    return taken_up or subjects(verb) or about_to(verb, lexicon)


def _asks(verb: Token) -> bool:
    """ "Is reviewing how the tests were lost"."""
    clause = clause_of(verb)
    return clause is not None and any(t.tag_ in ("WRB", "WP") or t.lower_ == "whether" for t in clause.lefts)


def _done_to(verb: Token, act: str | None) -> list[Token]:
    particles = {"into", "of", *(act or "").split()[1:]}
    return [*objects(verb), *(t for p in sorted(particles) for t in after(verb, p))]


def _matters(cast: Cast, verb: Token, act: str | None, behests: frozenset[str]) -> list[Thing]:
    """Whom it is done to: "the prison's kitchens", "how the office lost it"; not "its own rules", "the risk".

    Nor at whose behest it is done: "examined the contract at the minister's request".
    """
    found = _done_to(verb, act)
    clauses = [t for t in found if t.pos_ in ("VERB", "AUX")] + clauses_of(verb)
    found += [s for t in clauses if not prospective(t) for s in surface_subjects(t)]
    nouns = [n for one in found for n in coordinated(one)]
    near = {t for n in nouns for t in (n, *possessors(n), *(w for p in _ABOUT for w in after(n, p)))}
    own = [t for t in near if t.lower_ not in behests and not any(w.lower_ == "own" for w in t.head.lefts)]
    return [t for t in things(cast, sorted(own, key=lambda t: t.i)) if t.kind in (PERSON, BODY)]


def tasking_verb(verb: Token, tasking: frozenset[str]) -> Token | None:
    """The verb by which someone is set to do what this one says: "asked to review"."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if any(t.tag_ == "MD" or t.lower_ in _ASKING for t in verb.lefts):
        return None  # "asked whether it had been looked at", of what it could examine
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp") and head.pos_ == "VERB" and phrasal(head, tasking):
        return head
    return None
