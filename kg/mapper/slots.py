"""Filling the slots of a frame: from the name of an argument to tokens, from tokens to things."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.attachment import after_that
from kg.coref.arguments import THEMES, about_to, agents_of, clauses_of, prospective, themes_of, within_words
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.coref.works import mediums_of
from kg.grammar import (
    after,
    after_any,
    agents,
    antecedents,
    clause_of,
    coordinated,
    joined_bare,
    misread,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.mapper.courts import benches
from kg.mapper.found import Context
from kg.mapper.holders import (
    actors,
    addressees,
    alongside,
    another_than_owner,
    answerers,
    behind_words,
    claimed,
    conductors,
    earning,
    employer,
    identified,
    is_crew,
    is_side,
    joined_by,
    made_by,
    maker,
    mover,
    ousted,
    past_time,
    place_after,
    renamed,
    saying_too,
    seated_on,
    sent_by,
    so_called,
    stated_in,
    stranded,
    tasked,
    undertaken,
    wished,
)
from kg.mapper.lists import examples, nearest, peers, row_of
from kg.mapper.scope import finite, for_whom, long_over
from kg.mapper.victims import culprits, scenes
from kg.phrases import wholes

_OF_NAMES = frozenset({"of", "for", "in", "at", "with", "by"})  # "the Office for X": may belong to a name
_BESIDE = frozenset({"alongside", "with", "after", "before", "following"})
_INNER = ("of", "at", "in", "within", "from", "by", "between")


def tokens_of(context: Context, slot: str, token: Token) -> list[Token]:
    """The tokens that stand in an argument of a word."""
    reader = _READERS.get(slot)
    if reader:
        return reader(context, token)
    if slot == "by" and within_words(token, context.lexicon):
        return []
    near = after(token, slot) or stranded(token, slot) or _of_verb(context, token, slot)
    return near or _past_agent(context, token, (slot,))


def _of_verb(context: Context, noun: Token, preposition: str) -> list[Token]:
    """ "imposed a fine of £1m on X": the preposition hangs on the verb that means nothing by itself."""
    light = context.lexicon.evoking("Light", "verb")
    made = [t for t in noun.children if t.dep_ == "acl" and t.lemma_ in light]  # "a fine imposed on X"
    above = [noun.head] if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in light else []
    return next((found for verb in (*above, *made) if (found := after(verb, preposition))), [])


def _agent(context: Context, token: Token) -> list[Token]:
    return agents_of(context.cast, token, context.lexicon)


def _theme(context: Context, token: Token) -> list[Token]:
    if token.pos_ == "VERB":  # of the object of a verb: "revoked the licence of X"
        cast, words = context.cast, context.lexicon
        plaint = words.evoking("Grievance")  # "Boyd's complaint about X": X, not who complains
        owned = {o.i: possessors(o) if o.lemma_ not in plaint else [] for o in objects(token)}
        return [t for o in objects(token) for t in (*owned[o.i], *themes_of(cast, o, words), *made_by(o, words))]
    return themes_of(context.cast, token, context.lexicon) or _past_agent(context, token, THEMES)


def _past_agent(context: Context, noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """ "The proceedings by Y against X", "imposed by Y on X": the parser hangs what follows on Y."""
    by = [p for t in noun.rights if t.lower_ == "by" for p in t.children if p.i in context.cast.naming]
    hung = [t for one in by for t in one.rights if t.lower_ in prepositions and t.lower_ not in _OF_NAMES]
    return [p for t in hung for p in t.children if p.dep_ == "pobj"]


def _clause(_: Context, token: Token) -> list[Token]:
    return [t for clause in clauses_of(token) if not prospective(clause) for t in surface_subjects(clause)]


def _doer(context: Context, token: Token) -> list[Token]:
    """Who is to do what a clause says: of "that X be inspected by Y" it is Y; of "that X get £2m" nobody."""
    if (clause := clause_of(token)) is not None:
        if clause.lemma_ in context.lexicon.evoking("Earning", "verb"):
            return []
        more = (c for c in clause.conjuncts if after_that(c))
        bid = [*subjects(clause), *(t for c in more if not finite(c) for t in subjects(c))]
        return [t for t in bid if t not in surface_subjects(token)]
    return [t for one in token.children if one.dep_ == "advcl" for t in for_whom(one)]  # "called for X to go"


def _subject(context: Context, token: Token) -> list[Token]:
    if token.pos_ in ("VERB", "AUX"):
        found = _set_to(context, token) or tasked(token, context.lexicon) or _taken_up(context, token)
        found = found or saying_too(context.cast, context.lexicon, token) or subjects(token)
        found = behind_words(context.cast, found or about_to(token, context.lexicon), context.lexicon, token)
        return [*found, *joined_by(token, context.lexicon)]
    if misread(token):
        return [t for t in token.lefts if t.dep_ == "nsubj"] or [token.nbor(-1)]
    if token.dep_ in ("acomp", "oprd"):  # "X is answerable to Y", "made X answerable to Y"
        return (surface_subjects if token.dep_ == "acomp" else objects)(token.head)
    if token.dep_ == "amod" or token.dep_ in ("acl", "relcl"):
        return [token.head]
    shared = token.dep_ in ("conj", "xcomp") and token.head.pos_ in ("ADJ", "VERB", "AUX")
    return _subject(context, token.head) if shared else []


def _taken_up(context: Context, verb: Token) -> list[Token]:
    """The pronoun of "Y, an agency that oversees X", where it is known to mean Y."""
    pronouns = (t for t in verb.children if t.dep_ == "nsubj" and t.tag_ in ("WDT", "WP"))
    at = context.cast.at
    return [t for t in pronouns if t.i in at and not any(a.i in at for a in antecedents(verb))]


def _set_to(context: Context, token: Token) -> list[Token]:
    """Who is chosen, or what is set up, for what an infinitive says: "nominated X to lead Y", "set up X to watch Y"."""
    choice, lexicon = token.head, context.lexicon
    if token.dep_ not in ("advcl", "xcomp", "acl") or token.tag_ != "VB" or choice.pos_ != "VERB":
        return []
    founding = phrasal(choice, lexicon.evoking("Announcing", "verb") | lexicon.evoking("Forming", "verb"))
    return objects(choice) if founding or choice.lemma_ in lexicon.evoking("Choosing", "verb") else []


def _holder(context: Context, token: Token) -> list[Token]:
    """Who or what a noun is said of: "X, an arm of Y", "X is part of Y"."""
    if token.dep_ == "appos":
        own = [t for t in token.children if t.dep_ == "appos" and t.left_edge.i == token.i + 1]
        return own or [nearest(token.head, token)]  # of "X, its unit Y" Y is the unit
    if token.dep_ in ("attr", "oprd"):
        return surface_subjects(token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        verb = token.head.head
        return surface_subjects(verb) if verb.pos_ in ("VERB", "AUX") else [verb]
    own = [t for t in token.children if t.dep_ == "appos"]  # "X and its parent, Y"
    if token.dep_ == "conj" and not own:
        return _holder(context, token.head)
    if token.dep_ in ("compound", "nmod") and token.head.i in context.cast.naming:  # "the X subsidiary Y"
        return [token.head]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":  # "whose parent company is Y"
        return [t for t in token.head.children if t.dep_ == "attr" and t.i in context.cast.naming]
    return own


def _post(context: Context, token: Token) -> list[Token]:
    """The bodies where the subject holds a post, not those that it is their post to watch."""
    cast, posts = context.cast, context.roles.posts
    people = [t for s in subjects(token) or possessors(token) or after(token, "of") for t in coordinated(s)]
    wanted = {cast.at[t.i].number for t in people if t.i in cast.at}
    held = (h for h in cast.holdings if h.person in cast.at and cast.at[h.person].number in wanted)
    held = (h for h in held if not h.frames or any(f.relation in posts for f in h.frames))
    return [
        cast.doc[h.body]
        for h in held
        if h.body is not None and not (h.former and long_over(cast.doc[h.end - 1], token))
    ][:1]


def _children(dep: str) -> Callable[[Context, Token], list[Token]]:
    return lambda _, token: [t for t in token.children if t.dep_ == dep]


def _object(context: Context, token: Token) -> list[Token]:
    """Of a verb its object, of a preposition what it governs, of an adverb before a noun that noun."""
    if token.pos_ in ("VERB", "AUX"):
        return objects(token) or _shared_object(context, token)
    if token.pos_ == "ADV" and token.dep_ == "advmod":
        return [token.head]
    return objects(token) or [t for t in token.children if t.dep_ == "pobj"]


def _shared_object(context: Context, verb: Token) -> list[Token]:
    """ "Inspected and fined X": X too, but not "resigned and sued X"."""
    joined = joined_bare(verb)
    if joined is None or phrasal(verb, context.lexicon.evoking("Quitting", "verb")):
        return []
    return _object(context, joined)


def _possessor(context: Context, token: Token) -> list[Token]:
    """The possessor; of "X and its successor" X, where the pronoun was left open."""
    found = possessors(token)
    if token.i in context.cast.naming:  # of a name the words right before it: not those the parser sees in a list
        return [t for t in found if t.right_edge.i + 1 == context.name_at[token.i][0]]
    if token.dep_ == "conj" and any(t.tag_ == "PRP$" and t.i not in context.cast.at for t in found):
        return [token.head]
    return found


def _source(context: Context, token: Token) -> list[Token]:
    """From whom something comes: "drew criticism from Y", "paid a fine imposed by Y"."""
    nouns = objects(token) if token.pos_ == "VERB" else [token]
    made = [
        t
        for noun in nouns
        for clause in noun.children
        if clause.dep_ == "acl" and phrasal(clause, context.lexicon.evoking("Light", "verb"))
        for t in agents(clause)
    ]
    own = [t for noun in nouns for t in after_any(noun, ("from", "by"))]
    return own or made or after(earning(token, context.lexicon) or token, "from")


def _earner(context: Context, token: Token) -> list[Token]:
    """Whom a judgement falls on: "X drew criticism", "X came in for sharp words"."""
    verb = earning(token, context.lexicon)
    return subjects(verb) if verb is not None else []


def _offspring(context: Context, noun: Token) -> list[Token]:
    """What came of it: "X was formed by the merger of A and B", "X is the product of a merger"."""
    if noun.dep_ != "pobj":
        return []
    head = noun.head.head
    if head.pos_ == "VERB" and head.lemma_ in context.lexicon.evoking("Forming", "verb"):
        return objects(head) or surface_subjects(head)
    return _holder(context, head) if head.lemma_ in context.lexicon.evoking("Offspring", "noun") else []


_READERS: dict[str, Callable[[Context, Token], list[Token]]] = {
    "subj": _subject,
    "surface": lambda _, token: surface_subjects(token.head if token.dep_ == "acomp" else token),
    "obj": _object,
    "claimed": lambda _, token: claimed(token),
    "culprit": lambda context, token: culprits(token, context.lexicon),
    "scene": lambda context, token: scenes(token, context.lexicon),
    "maker": lambda context, token: maker(token, context.lexicon),
    "ousted": lambda context, token: ousted(token, context.lexicon),
    "addressee": lambda context, token: addressees(token, context.lexicon),
    "undertaken": lambda _, token: undertaken(token),
    "wished": lambda _, token: wished(token),
    "askee": lambda context, token: conductors(token, context.cast),
    "answerer": lambda context, token: answerers(token, context.lexicon),
    "actor": lambda _, token: actors(token),
    **{slot: _children(dep) for slot, dep in (("iobj", "dative"), ("attr", "attr"), ("oprd", "oprd"))},
    "act": lambda _, token: [token],
    "self": lambda _, token: [token],
    "agent": _agent,
    "medium": lambda context, token: mediums_of(context.cast, token, context.lexicon),
    "theme": _theme,
    "poss": _possessor,
    "clause": _clause,
    "doer": _doer,
    "court": lambda context, token: benches(context.cast, context.lexicon, token),
    "holder": _holder,
    "named": lambda _, token: renamed(token),
    "partner": lambda _, token: after(token.head, "with"),  # of "merged with X to form Y"
    "source": _source,
    "mover": lambda context, token: mover(token, context.lexicon),
    "inside": lambda _, token: stated_in(token),
    "earner": _earner,
    "offspring": _offspring,
    "post": _post,
    "head": lambda context, token: antecedents(token) or [past_time(context.lexicon, token)],
    "comp": lambda context, token: [
        t
        for t in token.lefts
        if t.dep_ in ("compound", "nmod") and context.cast.at.get(t.i) is not context.cast.at.get(token.i)
    ],
}


def fill(
    context: Context, tokens: list[Token], allowed: frozenset[str], *, loose: bool, alone: bool = False
) -> list[tuple[Thing, bool]]:
    """The things tokens speak of that may stand in a slot; True where the token itself names or means it.

    A noun for the people or the doings of a body stands for the body ("its officers", "the governance
    of the bank"); ``loose``: so does any noun with a possessor. ``alone``: none that a token is joined with.
    """
    out: dict[int, tuple[Thing, bool]] = {}
    for token in tokens:
        row = [token] if alone else [one for t in row_of(token) for one in (t, *alongside(t))]
        others = () if alone else (peer for t in row for peer in peers(context, t))
        for one in (*row, *others):
            for thing, direct in _things(context, one, loose):
                if fits(context, thing, allowed):
                    out.setdefault(thing.number, (thing, direct))
    return list(out.values())


def within(context: Context, tokens: list[Token], allowed: frozenset[str]) -> list[tuple[Thing, bool]]:
    """Things anywhere in the phrases of these tokens ("deaths in Kent"), the outermost first."""
    found: dict[int, tuple[Thing, bool]] = {}
    behests = context.lexicon.evoking("Behest", "noun")  # "the payments, at X's request"
    for token in tokens:
        for one in () if _unknown(context, token) or so_called(token, context.lexicon) else _phrase(token, behests):
            thing = context.cast.at.get(one.i)
            if thing is not None and fits(context, thing, allowed) and not context.is_event(thing):
                found.setdefault(thing.number, (thing, False))
    return list(found.values())[:2]


def _unknown(context: Context, noun: Token) -> bool:
    """ "Her role in X's affairs", of nobody known: what X had to do with it is not said."""
    deed = noun.lower_ in context.lexicon.evoking("Conduct") - context.lexicon.evoking("Befalling")
    return deed and any(t.tag_ == "PRP$" and t.i not in context.cast.at for t in noun.lefts)


def _phrase(token: Token, without: frozenset[str]) -> Iterator[Token]:
    """A word and what hangs on it, without the clauses within and the nouns that are no part of it."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "ccomp") and child.lower_ not in _BESIDE | without:
            yield from _phrase(child, without)


def fits(context: Context, thing: Thing, allowed: frozenset[str]) -> bool:
    return any(context.ontology.fits(kind, allowed) for kind in context.kinds_of(thing))


def _things(context: Context, token: Token, loose: bool, depth: int = 3) -> list[tuple[Thing, bool]]:
    if several := context.cast.together.get(token.i):
        return [(one, True) for one in several]
    if (thing := context.cast.at.get(token.i)) is not None:
        return [(thing, True)]
    if not depth or token.pos_ not in _SPEAKING:
        return []
    if token.pos_ in ("VERB", "AUX"):  # "looking at whether X knew": at X
        return [] if so_called(token, context.lexicon) else _all(context, surface_subjects(token), loose, depth - 1)
    if said_to_be := identified(token):
        return _all(context, said_to_be, loose, depth - 1)
    if token.pos_ in _PARTS or (token.lower_ in context.lexicon.evoking("Passage", "noun") and after(token, "of")):
        parts = [one for t in wholes(token) for one in coordinated(t)]
        return _indirect(_all(context, parts, loose, depth - 1))  # "much of the report", "every line of it"
    return _of_noun(context, token, loose, depth)


_PARTS = frozenset({"PRON", "DET", "NUM", "ADJ"})
_SPEAKING = _PARTS | {"VERB", "AUX", "NOUN", "PROPN"}


def _all(context: Context, tokens: Iterable[Token], loose: bool, depth: int) -> list[tuple[Thing, bool]]:
    return [pair for t in tokens for pair in _things(context, t, loose, depth)]


def _indirect(found: list[tuple[Thing, bool]]) -> list[tuple[Thing, bool]]:
    return [(thing, False) for thing, _ in found]


def _of_noun(context: Context, token: Token, loose: bool, depth: int) -> list[tuple[Thing, bool]]:
    """Whom a common noun stands for: its apposition, its examples, the body whose people or doings it names."""
    beside = [context.cast.at[t.i] for t in token.children if t.dep_ == "appos" and t.i in context.cast.at]
    if beside := [t for t in beside if t.kind in (PERSON, BODY)]:  # "the regulator, Ofwat, ..."
        return [(beside[0], True)]
    if alike := _all(context, examples(token), loose, depth - 1):
        return alike
    staff = token.lower_ in context.lexicon.evoking("Staff") or token.lemma_.lower() in context.lexicon.evoking("Site")
    inner = made_by(token, context.lexicon) or seated_on(token, context.lexicon)
    if staff or loose:
        inner += possessors(token)
    if staff and not inner:  # "X's oversight of Y" is X's; the treatment of Y is not Y's, though "under the care of Y"
        local = token.lower_ in context.lexicon.evoking("Trying")  # "police in Leeds", who are not the city's
        befalls = token.dep_ != "pobj" and token.lemma_ in context.lexicon.evoking("Befalling", "noun")
        apart = ("of",) if befalls else ("in", "within") if local else ()
        near = after_any(token, [p for p in _INNER if p not in apart])
        inner += near or place_after(token) or sent_by(token, context.lexicon)
    inner = [t for t in inner if t.lower_ not in context.lexicon.evoking("Behest", "noun")]  # "at X's request"
    inner = [] if is_side(token, context.lexicon) else inner
    found = _all(context, (one for t in inner for one in coordinated(t)), loose, depth - 1)
    compound = [t for t in token.lefts if t.dep_ in ("compound", "nmod", "amod")] if staff else []
    before = (context.cast.at[t.i] for t in compound if t.i in context.cast.at)
    found += [(thing, False) for thing in before if thing.kind in (BODY, PERSON)]
    if staff and is_crew(token, context.lexicon):
        found = [(employer(context.cast, thing), named) for thing, named in found]
    if another_than_owner(token, context.lexicon):  # "the president's adviser", "her client"
        found = [pair for pair in found if pair[0].kind != PERSON]
    return _indirect(found)
