"""What else a text calls someone: "the AP, the Dutch regulator", "Ann Lee, 54, a nurse"."""

from collections.abc import Collection, Iterator, Mapping

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.subject_line import SubjectLineReader
from kg.grammar import agents, objects, possessors, surface_subjects
from kg.lexicon import Lexicon
from kg.ner.fields import FIELDS

_OLDEST = 120
_LONGEST_TITLE = 3
_WHERE = frozenset({"in", "of", "across", "around"})


def describe(cast: Cast, lexicon: Lexicon, people: frozenset[str], subjects: SubjectLineReader) -> None:
    """Note nouns said of a body or a person (``people`` are nouns for one), ages, and kinds of body they denote."""
    kinds = lexicon.denoting("Nominal")
    deputising = lexicon.evoking("Deputising")
    for token in cast.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in cast.at:
            continue
        word = token.lower_
        if (word not in kinds and word not in people) or _second(token, deputising):
            continue
        for named in _described(token):
            thing = cast.at.get(named.i)
            one = cast.paragraphs[named.i] == cast.paragraphs[token.i]  # the parser ties a heading to what follows
            if thing is not None and thing.kind in (BODY, PERSON) and one:
                _note(thing, word, kinds, people)
    _labelled(cast, kinds, lexicon.evoking("ProviderField"))
    if cast.subject is None and (inspected := subjects.find(cast)) is not None:
        cast.form = {inspected[0]: inspected[1], **cast.form}
    _places(cast)
    _premises(cast, lexicon)
    letters = lexicon.evoking("PostNominal")
    ranks = dict.fromkeys(lexicon.evoking("OfficerRank"), lexicon.evoking("RankNoun"))
    for thing in cast.of_kind(PERSON):
        for start, end in thing.spans:
            thing.nouns.update(_age(cast, end))
            thing.nouns.update(_titles(cast, start, people, ranks))
            if _letters(cast, end, letters):
                cast.at.setdefault(end, thing)


def _labelled(cast: Cast, kinds: Mapping[str, frozenset[str]], running: frozenset[str]) -> None:
    """ "Name of home: Elm House": the home, of the text below; "Run by: Y": who runs it."""
    ends = {label.split()[-1] for label in running}
    for field in cast.doc.spans.get(FIELDS, ()):
        thing = cast.at.get(field.start)
        if thing is not None and thing.kind == BODY:
            cast.form[field.start] = thing
            thing.nouns.add(field.label_)
            cast.runner = cast.runner or (thing if field.label_ in ends else None)
            thing.sorts = thing.sorts or kinds.get(field.label_, frozenset())


def _places(cast: Cast) -> None:
    """Where things are is a place, though it was taken for a body, if another's name begins with it.

    "The inspection of Thornby", of a text that names Thornby Borough Council.
    """
    for thing in [t for t in cast.of_kind(BODY) if t.known is None and not t.sorts and not t.nouns]:
        one = len(thing.forms) == 1 and thing.name.istitle() and " " not in thing.name
        within = one and all(start and cast.doc[start - 1].lower_ in _WHERE for start, _ in thing.spans)
        if within and any(o.name.startswith(f"{thing.name} ") and o.sorts for o in cast.of_kind(BODY)):
            thing.kind = PLACE


def _premises(cast: Cast, lexicon: Lexicon) -> None:
    """ "X's mine", "the yard run by X": what a body works in stands for it, if it alone is called so."""
    sites = lexicon.evoking("Site", "noun") & lexicon.evoking("Inspectable", "noun")
    running = lexicon.evoking("Running", "verb")
    for token in cast.doc:
        if token.lower_ not in sites or token.i in cast.at:
            continue
        owners = possessors(token)
        owners += [a for t in token.rights if t.dep_ == "acl" and t.lemma_ in running for a in agents(t)]
        if token.dep_ == "nsubjpass" and token.head.lemma_ in running:
            owners += agents(token.head)
        if token.dep_ == "dobj" and token.head.lemma_ in running:
            owners += surface_subjects(token.head)
        for owner in owners:
            thing = cast.at.get(owner.i)
            if thing is not None and thing.kind == BODY:
                thing.nouns.add(token.lower_)


def _second(token: Token, deputising: frozenset[str]) -> bool:
    """ "Vice-Chair", "deputy mayor": no one is called the chair, or the mayor, for it."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    return bool(before) and (before[-1] in deputising or (before[-1] == "-" and before[0] in deputising))


def _note(thing: Thing, word: str, kinds: Mapping[str, frozenset[str]], people: frozenset[str]) -> None:
    if word in (kinds if thing.kind == BODY else people):
        thing.nouns.add(word)
    if thing.kind == BODY and not thing.sorts:
        thing.sorts = kinds.get(word, frozenset())


def _described(noun: Token) -> list[Token]:
    """The names a noun is said of: "X, the regulator", "the regulator X", "X is the regulator"."""
    if noun.dep_ == "appos":
        return [noun.head]
    bare = not any(t.dep_ in ("det", "poss", "amod") for t in noun.lefts)
    found = [t for t in noun.children if t.dep_ == "appos" and not (bare and _last_of_line(t))]
    if noun.dep_ == "attr":
        found += surface_subjects(noun.head)
    if noun.dep_ == "compound":
        found.append(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        found += objects(noun.head.head)  # "X was chosen as its president", "They chose X as ..."
    return found


def _last_of_line(token: Token) -> bool:
    """ "Open prison, Kent": in a line that is no sentence, where it is."""
    sent = token.sent
    return sent.end - token.i <= 2 and not any(t.pos_ in ("VERB", "AUX") for t in sent)


def _letters(cast: Cast, end: int, letters: frozenset[str]) -> bool:
    """The letters of "Ann Lee MP", which the parser takes for the head of the name."""
    return end < len(cast.doc) and cast.doc[end].is_upper and cast.doc[end].lower_ in letters


def _titles(cast: Cast, start: int, people: Collection[str], ranks: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The nouns right before a name: "Detective Sergeant | Liam Oakes" is the detective, and an officer."""
    i = start - 1
    while i >= 0 and start - i <= _LONGEST_TITLE and i not in cast.at and cast.doc[i].pos_ in ("NOUN", "PROPN"):
        word = cast.doc[i].lower_
        if word in people:
            yield word
        yield from ranks.get(word, ())
        i -= 1


def _age(cast: Cast, end: int) -> Iterator[str]:
    """The number in "Ann Lee, 54, ..."."""
    words = [t.text for t in cast.doc[end : end + 3]]
    if len(words) < 3 or words[0] != "," or words[2] not in (",", "."):
        return
    if words[1].isdecimal() and int(words[1]) <= _OLDEST:
        yield words[1]
