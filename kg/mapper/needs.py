"""What some frames ask of the sentence beside their arguments: a time within which to act, a watchdog to tell."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.coref.post_phrase import POSSESSIVE
from kg.coref.watchdogs import named_with
from kg.grammar import after, after_any, clause_of, is_sum, objects, phrasal, possessors, subjects
from kg.mapper.courts import tried_at
from kg.mapper.found import Context
from kg.mapper.scope import infinitive
from kg.mapper.slots import tokens_of

_PLACES = ("to", "from", "for", "at", "with")
_TIMES = frozenset({"DATE", "TIME"})


def _term(_: Context, verb: Token) -> bool:
    """ "Gave X 30 days to act", "has been given until May to act", but not "gave X a year to remember it by"."""
    acts = (t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB" and infinitive(t))
    times = [t for t in verb.children if t.dep_ in ("dobj", "oprd", "npadvmod") and t.ent_type_ in _TIMES]
    until = [t for t in verb.children if t.dep_ == "prep" and t.lower_ in ("until", "till")]
    return bool(times or until) and any(acts)


def _watcher(context: Context, verb: Token) -> bool:
    """ "Notified the regulator of the breach": to a watchdog, where a regulator notifies those it regulates."""
    told = (context.cast.at.get(t.i) for t in objects(verb))
    return any(thing is not None and context.watchdogs.is_one(thing) for thing in told)


def _looking(context: Context, verb: Token) -> bool:
    """ "The Ombudsman dismissed a complaint against X": whose task it is to look into such things; no court."""
    watchdogs, trying = context.watchdogs, context.lexicon.evoking("CourtWord")
    probing = context.lexicon.evoking("Probing", "noun")
    doers = [context.cast.at[t.i] for t in subjects(verb) if t.i in context.cast.at]
    bodies = (t for t in doers if t.kind == BODY and (named_with(t, probing) or watchdogs.is_one(t)))
    return any(watchdogs.in_post(context.cast, t) for t in doers) or any(not named_with(t, trying) for t in bodies)


def _virtue(context: Context, verb: Token) -> bool:
    """ "Questioned X's competence", but not "questioned X's lawyer"."""
    words = context.lexicon.evoking("Virtue", "noun")
    inner = [*objects(verb), *(p for t in verb.rights if t.dep_ == "prep" for p in t.children if p.dep_ == "pobj")]
    return any(t.lemma_ in words or t.lower_ in words for t in inner)


def _chosen(context: Context, verb: Token) -> bool:
    """ "Named X as its chair", "confirmed X as head", "named X to the board": for a post, where "named X" may blame."""
    into = any(t.dep_ == "prep" and t.lower_ in ("as", "to") for t in verb.rights)
    complement = any(t.dep_ in ("oprd", "attr") or _for_post(context, t) for t in verb.rights)
    titled = any(t.lower_ in context.lexicon.post_nouns for o in objects(verb) for t in (o, *o.rights))
    return into or complement or titled


def _for_post(context: Context, verb: Token) -> bool:
    """ "Confirmed X to lead Y", "to be its head"; not "confirmed X to be the victim"."""
    posts = (t.lower_ in context.lexicon.post_nouns for t in verb.rights if t.dep_ == "attr")
    return verb.tag_ == "VB" and infinitive(verb) and (verb.lemma_ != "be" or any(posts))


def _asked(_: Context, token: Token) -> bool:
    """ "Find out how X lost it", "establish whether X knew"."""
    clause = clause_of(token)
    return clause is not None and any(t.tag_ in ("WRB", "WP") or t.lower_ == "whether" for t in clause.lefts)


def _praised(context: Context, verb: Token) -> bool:
    """ "Singled out X for her courage", where "singled out X for delays" is a reproach."""
    words = context.lexicon.evoking("Merit", "noun") | context.lexicon.evoking("Approval")
    near = [t for one in after(verb, "for") for t in (one, *one.lefts, *one.conjuncts)]
    return any(t.lemma_ in words or t.lower_ in words for t in near)


def _deed(context: Context, token: Token) -> bool:
    """ "Examined X's handling of it", "looked over the conduct of X": what someone did, not someone."""
    words = context.lexicon.evoking("Conduct")
    return any(t.lower_ in words for t in (*objects(token), *after_any(token, ("into", "at", "over"))))


def _site(context: Context, verb: Token) -> bool:
    """ "Runs Elm Hospital", not "runs the scheme", which is no body, nor "the board runs Elm Hospital", its own."""
    governing = context.lexicon.evoking("Governing")
    own = any(t.lower_ in governing and t.i not in context.cast.naming for t in subjects(verb))
    return not own and any(_is_site(context, thing) for thing in _things(context, objects(verb)))


def _workplace(context: Context, verb: Token) -> bool:
    """ "Moved to the Ministry", not "moved to Lowdale Prison", where one may be held or cared for."""
    places = [thing for p in _PLACES for thing in _things(context, after(verb, p))]
    return bool(places) and not any(_is_site(context, thing) for thing in places)


def _employer(context: Context, verb: Token) -> bool:
    """ "Left the Water Company in May"; not "left the hospital", "left the court", nor "left the firm in debt".

    Nor "X's wife left the board", who is told of as somebody's, and as nobody in a post.
    """
    posts = context.lexicon.post_nouns
    if any(t.pos_ == "NOUN" and t.lower_ not in posts and (possessors(t) or after(t, "of")) for t in subjects(verb)):
        return False
    courts = context.lexicon.evoking("CourtWord") | context.lexicon.evoking("LowerUnit")
    left = _things(context, objects(verb))
    worse = any(t.dep_ in ("oprd", "acomp", "xcomp") or t.lower_ in ("with", "without") for t in verb.rights)
    sites = context.lexicon.evoking("Site") | courts
    return bool(left) and not worse and not any(named_with(t, sites) or t.nouns & sites for t in left)


def _under(_: Context, noun: Token) -> bool:
    """ "Under X's leadership, Y prospered"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "under"


def _reign(context: Context, preposition: Token) -> bool:
    """ "Grew under President X": in the days of a head of state, who is at the head of nothing named there."""
    nouns = (t for t in preposition.children if t.dep_ == "pobj")
    before = [f" {noun.doc[noun.left_edge.i : noun.i].text.lower()} " for noun in nouns]
    return any(f" {head} " in words for words in before for head in context.lexicon.evoking("StateHead"))


def _bench(context: Context, verb: Token) -> bool:
    """ "Its board includes Boyd", "the panel's members include Boyd"; not "the company's clients include Boyd"."""
    words = (
        context.lexicon.evoking("Governing") | context.lexicon.evoking("LowerUnit") | context.lexicon.evoking("Roll")
    )
    return any(t.lower_ in words for t in subjects(verb))


def _outright(context: Context, verb: Token) -> bool:
    """ "Bought Y", "bought the company"; not "bought Y's debt"."""
    return bool(_things(context, objects(verb)))


def _filled(context: Context, noun: Token) -> bool:
    """ "The selection of X as chair", "for the post", where one may be selected for a trial too."""
    words = context.lexicon.post_nouns | context.lexicon.evoking("Job", "noun")
    return any(t.lower_ in words for t in after_any(noun, ("as", "for", "to")))


def _held(context: Context, verb: Token) -> bool:
    """ "Served nine months in Lowdale Prison": a term there, and no post."""
    terms = any(t.ent_type_ in _TIMES for t in objects(verb))
    places = [p for t in (verb, *objects(verb)) for p in after_any(t, ("in", "at"))]
    return terms and any(_is_site(context, thing) for thing in _things(context, places))


def _is_site(context: Context, thing: Thing) -> bool:
    sites = context.lexicon.denoting("Site")
    kinds = frozenset().union(*sites.values())
    return bool(thing.sorts & kinds) or not sites.keys().isdisjoint(thing.nouns)


def _things(context: Context, tokens: list[Token]) -> list[Thing]:
    return [context.cast.at[t.i] for t in tokens if t.i in context.cast.at]


def _desk(context: Context, verb: Token) -> bool:
    """ "Sent the file to the Director of Public Prosecutions": to an office, not to a chairman of one's own."""
    cast, heading = context.cast, context.roles.heading
    to = [cast.at[t.i] for p in ("to", "before", "with") for t in after(verb, p) if t.i in cast.at]
    heads = [h for h in cast.holdings if cast.at.get(h.person) in to and any(f.relation == heading for f in h.frames)]
    own = any(h.body is not None and h.body > verb.sent.start and h.body < verb.sent.end for h in heads)
    return any(t.office for t in to) or (bool(heads) and not own)


def _for_words(context: Context, verb: Token) -> bool:
    """ "Thanked X for its report", "for her question": for words, which are thereby answered."""
    words = context.lexicon.evoking("Utterance", "noun") | context.lexicon.evoking("Verdict", "noun")
    inner = (t for one in objects(verb) for t in one.subtree if t.lower_ == "for")
    given = after(verb, "for") or [p for t in inner for p in t.children]
    events = (context.cast.at.get(t.i) for t in given)
    return any(t.lower_ in words for t in given) or any(e is not None and context.is_event(e) for e in events)


def _asked_for(context: Context, token: Token) -> bool:
    """ "asked X for a plan", but not "for comment"."""
    wanted = after(token, "for")
    return bool(wanted) and not any(t.lower_ in context.lexicon.evoking("Comment") for t in wanted)


def _itself(_: Context, verb: Token) -> bool:
    """ "The findings made by X", not "the review was made difficult by X"."""
    return not any(t.dep_ in ("oprd", "acomp", "ccomp") for t in verb.rights)


def _between_names(context: Context, token: Token) -> bool:
    """A preposition right between two names: "Anna Boyd of the Tenants' Union"."""
    cast, before = context.cast, tokens_of(context, "head", token)[0]
    near = [t for t in token.children if t.dep_ == "pobj" and t.i in cast.naming and not _owning(context, t)]
    return before.i in cast.naming and any(not tried_at(cast, context.lexicon, before, t) for t in near)


def _owning(context: Context, name: Token) -> bool:
    """ "Told Boyd of the Board's review": no one of the Board."""
    at, doc, i = context.cast.at, name.doc, name.i
    while at.get(i) is at[name.i]:
        i += 1
    return doc[i : i + 1].text in POSSESSIVE


def _penalty(context: Context, token: Token) -> bool:
    """ "handed X a fine", "was given a caution", "hit X with a penalty"."""
    words = context.lexicon.evoking("Penalty")
    near = [t for t in token.children if t.dep_ in ("dobj", "nsubjpass", "oprd", "attr")]
    near += [*after(token, "with"), *after(token, "of")]
    near += [
        c for t in near if is_sum(t) or t.ent_type_ == "MONEY" for c in t.children if c.dep_ == "amod"
    ]  # "a €3m fine"
    return any(not words.isdisjoint(_called(t)) for t in near)


def _called(noun: Token) -> tuple[str, ...]:
    """A noun, and with the word before it: "warning", "formal warning"."""
    lemma = noun.lemma_.lower()
    return (lemma, noun.lower_, f"{noun.nbor(-1).lower_} {lemma}") if noun.i else (lemma, noun.lower_)


def _own(_: Context, verb: Token) -> bool:
    """ "Submitted her report to the president": what one has made, and does not pass on."""
    return any(t.tag_ == "PRP$" for o in objects(verb) for t in o.lefts)


def _tasked(context: Context, verb: Token) -> bool:
    """ "Asked X to lead a review", not "asked X to publish the review", which there is."""
    doing = context.lexicon.evoking("Light", "verb") | context.lexicon.verbs_of(context.roles.heading)
    acts = (t for t in verb.rights if t.dep_ in ("xcomp", "ccomp") and infinitive(t) and phrasal(t, doing))
    return any(w.lower_ in ("a", "an", "another") for t in acts for o in objects(t) for w in o.lefts)


def _work(context: Context, verb: Token) -> bool:
    """ "Directed the film", "Dark Water, narrated by X": no other report is filmed or shown."""
    things = (context.cast.at.get(o.i) for o in objects(verb))
    heads = (thing.head for thing in things if thing is not None and thing.head is not None)
    works = context.lexicon.evoking("Work", "noun") | context.lexicon.evoking("Official", "noun")
    return any(head.lemma_.lower() in works for head in heads)


NEEDS: Mapping[str, Callable[[Context, Token], bool]] = {
    "asked": _asked,
    "penalty": _penalty,
    "for": _asked_for,
    "name": _between_names,
    "term": _term,
    "watcher": _watcher,
    "looking": _looking,
    "deed": _deed,
    "site": _site,
    "desk": _desk,
    "workplace": _workplace,
    "employer": _employer,
    "under": _under,
    "reign": _reign,
    "outright": _outright,
    "bench": _bench,
    "virtue": _virtue,
    "held": _held,
    "filled": _filled,
    "chosen": _chosen,
    "praised": _praised,
    "told": _for_words,
    "itself": _itself,
    "tasked": _tasked,
    "own": _own,
    "work": _work,
}
