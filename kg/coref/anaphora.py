"""Pronouns and common nouns that take up someone or something named before."""

from collections import Counter, defaultdict

from spacy.tokens import Token

from kg.coref.addressed import Addressed
from kg.coref.candidates import EVENT, Candidate, Candidates, Nouns
from kg.coref.cast import Cast, Thing, only
from kg.coref.groups import Groups
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.nominals import Nominals, aged
from kg.coref.pronouns import Pronouns
from kg.coref.topic import asks, topic
from kg.lexicon import Lexicon


class Resolver:
    """Resolves them from left to right, each to the likeliest thing spoken of so far.

    A pronoun that rather means something else, a report or a thing with no name, is left alone.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns = Nouns(lexicon)
        self.nominals = Nominals(lexicon)
        self.groups = Groups(lexicon, self.nouns)
        self.pronouns = Pronouns(lexicon, self.nouns)
        self.speaker = lexicon.evoking("SpeakerPronoun")
        self.second = lexicon.evoking("AddresseePronoun")
        self.group = lexicon.evoking("GroupPronoun")
        self.units = lexicon.evoking("LowerUnit")  # committees, whose findings their chairs state
        self.addressed = Addressed(lexicon)
        calls = lexicon.verbs_of(lexicon.roles.call) - lexicon.evoking("Light", "verb")
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb") | calls
        self.stating = lexicon.evoking("Finding", "verb") | calls

    def run(self, cast: Cast) -> None:
        candidates = Candidates(cast, self.nouns)
        self._genders(candidates)
        posted = {h.body for h in cast.holdings if h.body is not None and h.body not in cast.at}
        for token in cast.doc:
            if token.i in posted and token.lower_ == "there":
                self._mention(cast, token, self._there(candidates, token))
            self._read(candidates, token)
        self._first_persons(cast)
        for thing in cast.things:
            thing.spans.sort()

    def _read(self, candidates: Candidates, token: Token) -> None:
        """Resolve one token, if it needs it, and remember what it speaks of."""
        if token.i not in candidates.cast.at:
            if token.pos_ == "PRON" or token.tag_ in ("WP$", "PRP$"):
                self._pronoun(candidates, token)
            else:
                self._nominal(candidates, token)
        if token.i in candidates.by_token:
            candidates.speak(candidates.by_token[token.i])

    def _pronoun(self, candidates: Candidates, token: Token) -> None:
        found = None if self._several(candidates, token) else self.pronouns.resolve(token, candidates)
        if found is not None:
            if found.thing is None and found.kind not in (PERSON, BODY) and asks(candidates.cast, token):
                found.thing, found.kind = topic(candidates.cast), BODY
            candidates.add(found)
            if found.members:
                candidates.cast.together[token.i] = found.members
            if found.event is not None:
                candidates.cast.taken[token.i] = found.event.i
            self._mention(candidates.cast, token, found.thing or found.spoken_for)

    def _there(self, candidates: Candidates, token: Token) -> Thing | None:
        """Where "a surgeon there" works: the one body of the nearest sentence with any, if no place stands there."""
        near = [(b, c) for b, c in candidates.before(token.i, 1) if c.kind in (BODY, PLACE)]
        found = only(c.thing for b, c in near if b == near[0][0] and c.thing is not None)
        return found if found is not None and found.kind == BODY else None

    def _nominal(self, candidates: Candidates, token: Token) -> None:
        if self._several(candidates, token) or self.groups.some_of(token, candidates.cast):
            return
        thing = self.nominals.resolve(token, candidates)
        if thing is None and aged(token):
            thing = self.pronouns.someone(token, candidates)
        if thing is None:
            return
        self._mention(candidates.cast, token, thing)
        if token.i not in candidates.by_token:
            candidates.add(Candidate(token, thing.kind, False, thing))
        candidate = candidates.by_token[token.i]
        candidate.thing, candidate.kind = thing, thing.kind

    def _several(self, candidates: Candidates, token: Token) -> bool:
        """ "The two agencies", "both"."""
        members = candidates.cast.together.get(token.i) or self.groups.resolve(token, candidates)
        if members:
            candidates.cast.together[token.i] = members
            if token.i not in candidates.by_token:
                candidates.add(Candidate(token, members[0].kind, True))
            candidates.by_token[token.i].members = members
        return bool(members)

    def _mention(self, cast: Cast, token: Token, thing: Thing | None) -> None:
        if thing is not None:
            cast.mention(cast.doc[token.i : token.i + 1], thing, names=False)

    def _genders(self, candidates: Candidates) -> None:
        """The genders that pronouns tell where only one person can be meant."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for token in candidates.cast.doc:
            gender = self.nouns.gender(token) if token.lower_ in self.pronouns.person else None
            only = self._only_person(candidates, token.i, gender) if gender else None
            if only is not None and gender:
                votes[only.number][gender] += 1
        for number, count in votes.items():
            thing = candidates.cast.things[number]
            (first, n), *rest = count.most_common()
            if thing.gender is None and n > sum(m for _, m in rest):
                thing.gender = first

    def _only_person(self, candidates: Candidates, i: int, gender: str) -> Thing | None:
        """The only one spoken of before a token in its sentence, or if none is there, in the one before.

        Nobody is, where the sentence before speaks of one who is known to be a man, or a woman: "Ann Lee
        left. The minister had seen what she did."
        """
        near = [(b, c) for b, c in candidates.before(i, 1) if c.kind == PERSON and not c.plural]
        here = {c.referent: c.thing for back, c in near if back == near[0][0]}
        rivals = (c.thing for back, c in near if back > near[0][0] and c.referent not in here)
        if len(here) != 1 or any(t is not None and t.gender == gender for t in rivals):
            return None
        return next(iter(here.values()))

    def _first_persons(self, cast: Cast) -> None:
        for token in cast.doc:
            if token.pos_ == "PRON" and token.i not in cast.at:
                speech = cast.utterance_at(token.i)  # not "she said we must": that is the writer's "we"
                if speech is not None or not cast.quoted(token.i):  # else nobody knows whose words they are
                    speaker = cast.at.get(speech.speaker) if speech is not None else cast.voice
                    thing = self._first_person(cast, token, speaker)
                    if thing is None and speech is not None and token.lower_ in self.second:
                        thing = self._second_person(cast, token, self.addressed.to(cast, token, speech))
                    self._mention(cast, token, thing)
                    if token.dep_ == "poss" and token.head.i not in cast.at:
                        theirs = self.nominals.theirs(cast, token.head)
                        self._mention(cast, token.head, theirs or self._reporting(cast, token))

    def _first_person(self, cast: Cast, token: Token, speaker: Thing | None) -> Thing | None:
        """ "I" is the speaker, else the writer; "we" the body they speak for."""
        word = token.lower_
        if word in self.second and speaker is cast.voice:
            return self._second_person(cast, token, cast.addressee)
        if word not in self.speaker and word not in self.group:
            return None
        if speaker is None or word in self.speaker:
            return speaker if speaker is None or speaker.kind == PERSON else None
        if speaker.kind == BODY or (speaker.office and speaker is cast.voice):  # "The Ombudsman's decision"
            return speaker
        return self._body_of(cast, speaker) or (speaker if speaker is cast.voice and self._states(token) else None)

    def _reporting(self, cast: Cast, token: Token) -> Thing | None:
        """ "Your Committee finds": so a committee's report to its house calls the committee."""
        noun, voice = token.head, cast.voice
        if voice is None or token.lower_ not in self.second or not noun.text.istitle() or cast.utterance_at(token.i):
            return None
        return voice if noun.lower_ in voice.nouns and cast.addressee is None else None

    def _states(self, token: Token) -> bool:
        """ "We recommend", "our audit" of a writer whose body is not known: so does the writer, and it is theirs."""
        if token.dep_ == "poss":
            return self.nouns.kind(token.head) == EVENT
        return token.dep_ == "nsubj" and token.head.lemma_ in self.stating

    def _second_person(self, cast: Cast, token: Token, reader: Thing | None) -> Thing | None:
        """Of a letter, "you" is whom it is to; what is "yours", or what a chair recommended, is rather their body's."""
        said = token.dep_ == "nsubj" and token.head.lemma_ in self.saying
        if reader is None or not (token.dep_ == "poss" or said):
            return reader
        body = self._body_of(cast, reader)
        return reader if body is None or (said and body.nouns.isdisjoint(self.units)) else body

    def _body_of(self, cast: Cast, person: Thing) -> Thing | None:
        """The body a person speaks for: where they hold their (present) post, or the one of such posts' kind."""
        mine = [h for h in cast.holdings if cast.at.get(h.person) is person and not h.former]
        if (body := next((one for one in cast.bodies_of(person) if one.kind == BODY), None)) is not None:
            return body
        for holding in mine:
            bodies = [t for t in cast.of_kind(BODY) if t.sorts & holding.kinds]
            if holding.body is None and len(bodies) == 1:
                return bodies[0]
        return cast.host if person is cast.voice else None
