"""Films, broadcasts and books that report on someone: "a film about abuse at Elm Hospital".

Such nouns stand for much else (a book is read to pupils, a programme trains nurses), so that one is taken for
a report only where the text says what it tells, and of whom.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.cast import Cast
from kg.coref.named import BODY, PERSON
from kg.coref.watchdogs import named_with
from kg.grammar import FINITE, SUBJECTS, after, after_any, is_passive, phrasal, subjects, surface_subjects
from kg.lexicon import Lexicon

_ABOUT = ("about", "on", "into")
_KNOWN = frozenset({"the", "this", "that", "his", "her", "its", "their"})


class Works:
    """Tells such works from all others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns = lexicon.evoking("Work", "noun")
        self.screened = lexicon.evoking("Screened", "noun")
        self.invented = lexicon.evoking("Invented")
        self.uncovering = lexicon.evoking("Undercover")
        self.single = self.nouns | lexicon.nouns_for("Report", "Investigation")
        self.official = lexicon.evoking("Official", "noun")
        self.loose = lexicon.evoking("Programme", "noun") | lexicon.evoking("Statement", "noun")
        blaming = lexicon.done_by_subject(lexicon.roles.censure) | lexicon.evoking("Alleging", "verb")
        revealing = lexicon.evoking("Revealing", "verb")
        self.telling = blaming | revealing
        self.saying = self.telling | lexicon.evoking("Finding", "verb") | lexicon.evoking("Reporting", "verb")
        self.accusing = blaming | (revealing & lexicon.evoking("Disclosing", "verb"))

    def find(self, cast: Cast) -> Iterator[Span]:
        """The nouns, and those by which the text takes such a work up again: "the film", "the programme"."""
        known: set[str] = {t.lemma_.lower() for span in cast.doc.spans["events"] for t in span[-1:]} & self.screened
        for span in cast.doc.spans["works"]:
            noun, word = span[-1], span[-1].lemma_.lower()
            again = not known.isdisjoint(self.screened if word in self.screened else {word}) and _taken_up(noun)
            found = again or self._reports(cast, noun) or (word in self.official and self._finds(noun))
            if found and not (self._invented(noun) or self._of_others(noun) or _heading(cast, noun)):
                known.add(word)
                yield span

    def _invented(self, noun: Token) -> bool:
        return any(t.lower_ in self.invented for t in noun.lefts)

    def _of_others(self, noun: Token) -> bool:
        """ "A series of failures", "a book of poems": not of articles or reports."""
        return any(t.lemma_.lower() not in self.single for t in after(noun, "of"))

    def _reports(self, cast: Cast, noun: Token) -> bool:
        """Whether it is about someone known, blames them, or is what reporters call their own work."""
        if any(t.lower_ in self.uncovering for t in noun.lefts):
            return True
        said_to_be = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else noun
        scheme = noun.lower_ in self.loose - self.official  # "a programme on safety at Elm Hall" trains people there
        topics = (
            t
            for one in (noun, said_to_be, *after(noun, "of"))
            for t in after_any(one, _ABOUT[:1] if scheme else _ABOUT)
        )
        if any(t.i in cast.at for topic in topics for t in topic.subtree):
            return True
        telling = self.accusing if scheme else self.telling
        return any(phrasal(verb, telling) and _tells_of(cast, verb) for verb in _verbs(noun))

    def _finds(self, noun: Token) -> bool:
        """ "The verdict was damning", "its letter said that crews were untrained", whomever that is about."""
        described = (
            noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(t.dep_ == "acomp" for t in noun.head.rights)
        )
        return described or any(phrasal(verb, self.saying) for verb in _verbs(noun))


def _heading(cast: Cast, noun: Token) -> bool:
    """ "Open letter on the fire", of the letter itself."""
    start, end = next((s, e) for s, e in cast.lines if s <= noun.i < e)
    return not any(t.tag_ in FINITE for t in cast.doc[start:end])


def _verbs(noun: Token) -> Iterator[Token]:
    """What it does, and what someone does in it: "the film accuses X", "in his book A accuses X"."""
    subject = noun.head if noun.dep_ == "conj" else noun  # "Ann Lee and Ali Boyd's film", taken for two
    if subject.dep_ in SUBJECTS:
        yield from (t for t in (subject.head, *subject.head.conjuncts) if not is_passive(t))
    if noun.dep_ == "pobj" and noun.head.lower_ == "in":
        yield noun.head.head
    for clause in noun.children:
        within = any(t.lower_ == "in" and any(w.lower_ == "which" for w in t.children) for t in clause.children)
        does = noun in surface_subjects(clause) and noun in subjects(clause)
        if (clause.dep_ == "acl" and clause.tag_ == "VBG") or (clause.dep_ == "relcl" and (within or does)):
            yield clause


def _tells_of(cast: Cast, verb: Token) -> bool:
    said = (cast.at.get(t.i) for t in verb.subtree if t.i > verb.i)
    return any(one is not None and one.kind in (PERSON, BODY) for one in said)


def _taken_up(noun: Token) -> bool:
    """ "The film", "her book": known from before, with nothing said of which."""
    own = any(t.lower_ in _KNOWN for t in noun.lefts) or any(t.dep_ == "poss" for t in noun.lefts)
    return own and not any(t.lower_ in ("of", "for") for t in noun.rights)


def each_of(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "A series of reports on Y": the series, and the reports; of other nouns that noun."""
    several = noun.lemma_.lower() in lexicon.evoking("Work", "noun")
    return [noun, *(after(noun, "of") if several else ())]


def mediums_of(cast: Cast, noun: Token, lexicon: Lexicon) -> list[Token]:
    """Where a work came out: "an exposé in the Tribune", "a documentary on Channel Two", "a film shown on NTV"."""
    if noun.i not in cast.at or noun.lemma_.lower() not in lexicon.evoking("Work", "noun"):
        return []
    media = lexicon.denoting("Medium")
    kinds = frozenset().union(*media.values())
    near = (t for one in each_of(noun, lexicon) for t in after_any(one, ("in", "on")))
    bodies = [(t, cast.at[t.i]) for t in near if _body(cast, t)]
    printed = [t for t, body in bodies if t.head.lower_ == "in" and (not body.sorts or body.sorts & kinds)]
    shown = [t for t, body in bodies if t.head.lower_ == "on" and named_with(body, media)]
    verbs = (*noun.children, noun.head, *noun.head.conjuncts)  # "was made by X and shown on NTV"
    hosts = [t for t in verbs if t.lemma_ in lexicon.evoking("Airing", "verb")]
    return printed + shown + [t for host in hosts for t in after(host, "on") if _body(cast, t)]


def _body(cast: Cast, token: Token) -> bool:
    thing = cast.at.get(token.i)
    return thing is not None and thing.kind == BODY
