"""The body of a post that has none beside it: "Chief Constable Anna Boyd", "Chair: Anna Boyd"."""

from collections.abc import Iterable

from kg.coref.cast import Cast, Holding, Thing, only
from kg.coref.likeness import fold
from kg.coref.named import BODY
from kg.grammar import subjects
from kg.mapper.found import Context
from kg.mapper.parts import is_committee, whole_of
from kg.mapper.resolutions import convened
from kg.mapper.story import is_bystander, story_body

_STEM = 5  # letters that "councillor" and "council" have in common
_WHERE = ("at", "in")
_MEETING = 8  # lines at the head of minutes
_HEADING = 3  # lines at the head of a text that say whose it is


def likely_body(context: Context, holding: Holding, person: Thing) -> Thing | None:
    """The one body that can be meant, or none; never the likeliest of several."""
    cast = context.cast
    if not holding.guess or _of_elsewhere(cast, holding, person):
        return None
    if (inspected := _of_form(context, holding)) is not None:
        return inspected
    if _signs(context, holding):
        return next((t for t in (cast.voice, cast.host) if t is not None and t.kind == BODY), None)
    if placed := _placed(cast, person):
        seats = context.lexicon.evoking("Kin") | context.lexicon.evoking("PostNominal")
        seat = _last_word(cast, holding) in seats and holding.body is None
        found = _of_kind(context, holding) if seat else None  # "Sen. Anna Boyd, who chairs the Budget Committee"
        found = found or (_named_so(context, holding) if _ministerial(context, holding) else None)
        return found if found not in placed else None
    if " ".join(t.lower_ for t in cast.doc[holding.start : holding.end]) in context.lexicon.evoking("Premier"):
        return _government(context, holding)
    named = _named_so(context, holding) or _own_inspector(context, holding)
    if named is not None:
        return named
    if holding.kinds:
        return _of_kind(context, holding)
    if _in_list(cast, holding) and _last_word(cast, holding) in context.lexicon.evoking("Presiding"):
        return cast.host or _of_heading(cast)
    found = _headed(context, holding) or _of_host(context, holding) or _of_staff(context, holding)
    return None if found in (cast.voice, cast.host) and _met(context, holding) else found


def _signs(context: Context, holding: Holding) -> bool:
    """Whether a post stands under the "Yours faithfully" of a letter: it is the sender's."""
    cast, closing = context.cast, context.closing
    return closing is not None and holding.body is None and holding.start >= cast.lines[closing][0]


def _of_form(context: Context, holding: Holding) -> Thing | None:
    """ "Manager: Anna Boyd", "the registered manager, Anna Boyd", in the report on a home: its manager.

    Of a text about one body that a form names; inspectors are of whoever fills it in.
    """
    cast = context.cast
    words = [t.lower_ for t in cast.doc[holding.start : holding.end]]
    labelled = holding.end < len(cast.doc) and cast.doc[holding.end].text == ":"
    if words[-1] in context.watchdogs.people:
        sends = cast.voice is not None and context.watchdogs.is_one(cast.voice)
        return cast.voice if labelled and cast.form and sends else None  # "Lead inspector: Anna Boyd"
    subject = cast.subject or (cast.runner if cast.form else None)
    if " ".join(words) in context.lexicon.evoking("ProviderPost"):
        subject = cast.runner
    elif words[0] in context.lexicon.evoking("Deputising") or not _heads(context, holding, words):
        return None  # "the regional manager" is rather the provider's
    definite = cast.doc[holding.start - 1].lower_ == "the" and not holding.former
    if subject is None or _possessed(cast, holding) or not (labelled or definite):
        return None
    return None if _beside_another(context, holding, subject) else subject


def _heads(context: Context, holding: Holding, post: list[str]) -> bool:
    return _any_head(context, holding) or " ".join(post) in context.lexicon.evoking("SoleHead")


def _beside_another(context: Context, holding: Holding, subject: Thing) -> bool:
    """Whether the sentence, so far, speaks of another body, be it whoever inspects."""
    cast = context.cast
    before = (cast.at.get(i) for i in range(cast.doc[holding.start].sent.start, holding.start))
    return any(t is not None and t.kind == BODY and t not in (subject, cast.voice) for t in before)


def _ministerial(context: Context, holding: Holding) -> bool:
    words = context.cast.doc[holding.start : holding.end]
    return any(t.lower_ in context.lexicon.evoking("Ministerial") for t in words)


def _placed(cast: Cast, person: Thing) -> list[Thing]:
    """Where the text gives the person a post elsewhere."""
    held = (h for h in cast.holdings if h.body is not None and cast.at.get(h.person) is person)
    return [cast.at[h.body] for h in held if h.body in cast.at]


def _of_elsewhere(cast: Cast, holding: Holding, person: Thing) -> bool:
    """Whether the text says that the person has the post in a place, of whose body it does not speak."""
    same = (h for h in cast.holdings if h.entry == holding.entry and cast.at.get(h.person) is person)
    return any(h.body is None and not h.guess for h in same)


def _named_so(context: Context, holding: Holding) -> Thing | None:
    """ "the Housing Ombudsman" of the Housing Ombudsman Service, a Health Minister of its ministry."""
    cast = context.cast
    words = {t.lower_ for t in cast.doc[holding.start : holding.end] if t.is_alpha and len(t) > 2}
    words -= context.lexicon.evoking("Deputising")  # "Assistant U.S. Attorney"
    if words & context.lexicon.evoking("Ministerial"):
        words -= context.lexicon.evoking("Ministerial") | {"state", "shadow"}
        bodies = [t for t in cast.of_kind(BODY) if t.nouns & context.lexicon.evoking("Portfolio")]
    elif len(words) == 1:
        return only(t for t in cast.of_kind(BODY) if any(_office_of(form, *words) for form in t.forms))
    else:
        bodies = list(cast.of_kind(BODY))
    return only(t for t in bodies if words and any(_begins_with(f, words) for f in t.forms))


def _government(context: Context, holding: Holding) -> Thing | None:
    """The one government of the text; a "British" prime minister's only if it is called so."""
    before = context.cast.doc[holding.start - 1]
    found = [t for t in context.cast.of_kind(BODY) if t.nouns & context.lexicon.evoking("Premier")]
    if before.pos_ in ("ADJ", "PROPN") and before.sent == context.cast.doc[holding.start].sent:
        found = [t for t in found if before.lower_ in fold(t.name)]
    return only(found)


def _begins_with(form: str, words: set[str]) -> bool:
    """Whether a body's name has the words, and one of them first: health is no first matter of women's health."""
    named = fold(form).replace(",", "").split()
    matter = named[next((i + 1 for i, word in enumerate(named[:-1]) if word in ("of", "for")), 0) :]
    return words <= set(named) and (matter[0] in words or named[0] in words or len(words) > 1)


def _office_of(form: str, word: str) -> bool:
    """Whether a body's name says whose office it is: "Fenwick County Sheriff's Office", "Office of the Mayor"."""
    words = form.casefold().replace("’", "'").split()
    of_the = words[1:3] == ["of", "the"]  # "Office of the Inspector of Prisons"
    return f"{word}'s" in words[:-1] or (of_the and (words[-1] == word or words[3:4] == [word]))


def _of_kind(context: Context, holding: Holding) -> Thing | None:
    """The one body of the kind such posts are in: a chief constable's force, a councillor's council."""
    cast, word = context.cast, _last_word(context.cast, holding)
    post = {t.lower_ for t in cast.doc[holding.start : holding.end]}
    if post & context.lexicon.evoking("Ministerial"):
        found = [t for t in cast.of_kind(BODY) if t.nouns & context.lexicon.evoking("Ministry")]
        lower = context.lexicon.evoking("LowerBody")  # "the government" before "the Food Administration"
        return only([t for t in found if t.nouns & lower] or found)
    if len(word) > len("mp") and word in context.lexicon.evoking("PostNominal"):
        return only(t for t in cast.of_kind(BODY) if t.sorts & holding.kinds and _initialled(word, t))
    found = [t for t in cast.of_kind(BODY) if t.sorts and t.sorts <= holding.kinds]  # no MP is one of any committee
    found = found or _kindred(context, holding)
    found = [t for t in found if not any(form.casefold().startswith(word) for form in t.forms)]
    if convened(context) is not None:  # the minutes of a council name it at their head
        found = [t for t in found if t.spans and cast.paragraphs[t.spans[0][0]] < _MEETING]
    if word in context.lexicon.evoking("Kin"):
        kin = [t for t in found if any(_kin(word, noun) for noun in t.nouns)]
        cut = [] if len(word) > _STEM else [t for t in found if any(noun[0] == word[0] for noun in t.nouns)]
        found = kin or cut  # "Cllr" is too short to tell
    if word in context.lexicon.evoking("Nearby"):
        found = [t for t in found if _near(cast, t, holding.start)]
    found = [t for t in found if of_tier(context, holding, t)]
    place = _place_before(cast, holding)
    return only(t for t in found if not place or place & set(fold(t.name).split()) or is_bystander(context, t))


def of_tier(context: Context, holding: Holding, body: Thing) -> bool:
    """Whether a body can be the council of a "District Councillor", who may sit in on that of a parish."""
    *post, seat = (t.lower_ for t in context.cast.doc[holding.start : holding.end])
    tiers = set(post) & context.lexicon.evoking("Tier") if seat in context.lexicon.evoking("Kin") else set()
    return not tiers or any(tiers <= set(fold(form).split()) for form in body.forms)


def _kindred(context: Context, holding: Holding) -> list[Thing]:
    """For a councillor, bodies called a council, of whatever other sort they may be too."""
    cast, word = context.cast, _last_word(context.cast, holding)
    if word not in context.lexicon.evoking("Kin"):
        return []
    kin = _kin if len(word) > _STEM else (lambda post, noun: _kin(post, noun) or noun[0] == post[0])  # "Cllr", "Sen"
    return [t for t in cast.of_kind(BODY) if t.sorts & holding.kinds and any(kin(word, noun) for noun in t.nouns)]


def _place_before(cast: Cast, holding: Holding) -> set[str]:
    """The words of the place a post begins with, "Leeds mayor", though the name be taken for a person's."""
    i = holding.start - 1
    thing = cast.at.get(i)
    if thing is None or thing.kind == BODY or cast.doc[i].sent != cast.doc[holding.start].sent:
        return set()
    return set(fold(thing.name).split())


def _initialled(letters: str, body: Thing) -> bool:
    """Whether letters after a name can be those of a member of a body: an MEP of the European Parliament."""
    ends = [[word[0] for word in form.casefold().split()] for form in body.forms]
    return any(first[-1] == letters[-1] and set(letters[1:-1]) <= {*first, "l"} for first in ends)


def _near(cast: Cast, thing: Thing, i: int) -> bool:
    """Whether the paragraph of a token, or the one before, has spoken of a body, not of where something was."""
    first = cast.paragraphs[i] - 1
    spans = [(s, e) for s, e in thing.spans if s < i and cast.paragraphs[s] >= first]
    return any(cast.doc[s:e].root.head.lower_ not in _WHERE for s, e in spans)


def _kin(post: str, noun: str) -> bool:
    """ "Senator", "Sens" and senate."""
    return noun[:_STEM] == post[:_STEM] or (len(post) <= _STEM and noun.startswith(post.rstrip("s.")))


def _headed(context: Context, holding: Holding) -> Thing | None:
    """For a head of any body ("the chief executive") the body a text is about, or the one of its paragraph.

    A title alone does not say it is the paragraph's, but for who presides over a committee:
    inspectors spoke of "the head teacher, Anna Boyd".
    """
    cast = context.cast
    if not _any_head(context, holding):
        return None
    tokens = list(spoken_before(cast, holding.start, cast.paragraphs[holding.start]))
    if (mine := _own_head(context, holding, [cast.at[i] for i in tokens])) is not None:
        return mine
    chooser = [t.i for t in subjects(cast.doc[holding.verb])] if holding.verb is not None else []
    bodies = [(i, cast.at[i]) for i in tokens if cast.at[i].kind == BODY and i not in chooser]
    here = cast.sentences[holding.start]
    if (named := only(thing for i, thing in bodies if cast.sentences[i] == here)) is not None:
        return named
    story = None if _in_list(cast, holding) or _title(context, holding) else story_body(context, holding.start)
    body = story or only(thing for _, thing in bodies)
    tied = story is not None or holding.verb is not None or _owned(cast, holding)
    return body if body is not None and (tied or _presides(context, holding, body)) else None


def _own_head(context: Context, holding: Holding, near: list[Thing]) -> Thing | None:
    """ "The Executive Director, Anna Boyd" of a body's own release, where it speaks of no other but watchdogs."""
    cast, voice = context.cast, context.cast.voice
    if voice is None or voice.kind != BODY or voice is not cast.host or context.watchdogs.is_one(voice):
        return None
    others = (t for t in near if t.kind == BODY and t is not voice and not is_bystander(context, t))
    return voice if cast.doc[holding.start - 1].lower_ == "the" and not any(others) else None


def _met(context: Context, holding: Holding) -> bool:
    """ "We were impressed by the Chairman", "the Director, who told me": whom "our Chairman" would else be."""
    cast = context.cast
    mine = context.lexicon.evoking("GroupPronoun") | context.lexicon.evoking("SpeakerPronoun")
    words = (t for t in cast.doc[holding.start].sent if t.lower_ in mine)
    definite = cast.doc[holding.start - 1].lower_ == "the"
    return definite and any(cast.utterance_at(t.i) is None and not cast.quoted(t.i) for t in words)


def _own_inspector(context: Context, holding: Holding) -> Thing | None:
    """ "The Chief Inspector, Anna Boyd" of an inspectorate's own text."""
    cast = context.cast
    voice = cast.voice or (cast.host if _watches(context, cast.host) else None)
    words = {t.lower_ for t in cast.doc[holding.start : holding.end]}
    heads = holding.body is None and any(f.relation == context.roles.heading for f in holding.frames)
    inspects = voice is not None and voice.kind == BODY and not _possessed(cast, holding)
    return voice if heads and inspects and any(post <= words for post in context.watchdogs.posts) else None


def _watches(context: Context, body: Thing | None) -> bool:
    """Whether a body has inspectors at its head, as an audit committee has not."""
    if body is None or is_committee(context, body):
        return False
    return context.watchdogs.is_one(body) or bool(body.sorts & context.watchdogs.kinds)


def _of_staff(context: Context, holding: Holding) -> Thing | None:
    """For one of a body's own people ("the estates manager, Anna Boyd"): who speaks here, or the paragraph's body."""
    cast = context.cast
    if not _inner(context, holding) or _possessed(cast, holding):
        return None
    if cast.host is not None and (cast.own or _speaks(cast, holding)):
        return _employer(context)
    near = (cast.at[i] for i in spoken_before(cast, holding.start, cast.paragraphs[holding.start]))
    return only(t for t in near if t.kind == BODY and t is not cast.voice and not is_bystander(context, t))


def _inner(context: Context, holding: Holding) -> bool:
    """Whether only a body's own people have such a post, "a" manager of no matter which apart."""
    cast, words = context.cast, [t.lower_ for t in context.cast.doc[holding.start : holding.end]]
    noun = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    inner = context.lexicon.evoking("InnerPost")
    if cast.doc[holding.start - 1].lower_ in ("a", "an") or holding.former:
        return False
    if " ".join(words[:noun]) in context.lexicon.evoking("Functional"):
        return True
    return noun > 1 and (words[noun - 1] in inner or " ".join(words[:noun]) in inner)


def _possessed(cast: Cast, holding: Holding) -> bool:
    """Of some body that is not known: "its president"."""
    return holding.body is not None or cast.doc[holding.start - 1].tag_ in ("PRP$", "POS")


def _presides(context: Context, holding: Holding, body: Thing) -> bool:
    """ "The committee met. Chairman Boyd thanked ..."."""
    chair = _last_word(context.cast, holding) in context.lexicon.evoking("Presiding")
    return chair and not body.nouns.isdisjoint(context.lexicon.evoking("Subunit"))


def _title(context: Context, holding: Holding) -> bool:
    """ "Chair Anna Boyd called the meeting to order": a post in a meeting, before a name, in capitals."""
    cast, start = context.cast, holding.start
    presiding = _last_word(cast, holding) in context.lexicon.evoking("Presiding")
    return presiding and cast.doc[start].text[0].isupper() and holding.person == holding.end


def _of_host(context: Context, holding: Holding) -> Thing | None:
    """In minutes, letters and pages of a body: "the Chair", "Member Overby", "Yours, A. Boyd, Chief Inspector"."""
    cast = context.cast
    words = {" ".join(t.lower_ for t in cast.doc[holding.start : holding.end]), _last_word(cast, holding)}
    if _possessed(cast, holding) or _addressee(context, holding):
        return None
    if not (cast.own or _in_list(cast, holding) or _speaks(cast, holding)):
        return None
    if not words & context.lexicon.evoking("HostPost") or (cast.host and not of_tier(context, holding, cast.host)):
        return None
    watching = any(set(post) <= set(" ".join(words).split()) for post in context.watchdogs.posts)
    if watching and not _watches(context, cast.host):
        return None  # "the Auditor-General" in the minutes of a council
    return cast.host if words & context.lexicon.evoking("Presiding") else _employer(context)


def _employer(context: Context) -> Thing | None:
    """The body a text belongs to, or that body of which it is a committee, which has no chief executive."""
    host = context.cast.host
    return whole_of(context, host) if host is not None and is_committee(context, host) else host


def _addressee(context: Context, holding: Holding) -> bool:
    """Whether a post stands above the "Dear" of a letter: that of its reader."""
    return context.greeting is not None and holding.start < context.cast.lines[context.greeting][0]


def _speaks(cast: Cast, holding: Holding) -> bool:
    """In a release to the press an officer who is quoted is the sender's: "Anna Boyd, Head of Audit, said"."""
    if cast.doc[holding.start - 1].pos_ == "DET" or holding.former:
        return False
    person = cast.at.get(holding.person)
    return any(speech.direct and cast.at.get(speech.speaker) is person for speech in cast.speeches)


def _owned(cast: Cast, holding: Holding) -> bool:
    return holding.start > 0 and cast.doc[holding.start - 1].tag_ in ("PRP$", "WP$")


def _any_head(context: Context, holding: Holding) -> bool:
    words = [t.lower_ for t in context.cast.doc[holding.start : holding.end]]
    passing = context.lexicon.evoking("Deputising") | context.lexicon.evoking("Interim")
    while words and words[0] in passing:
        words = words[1:]
    doc, start = context.cast.doc, holding.start
    if start and doc[start - 1].lower_ == "the" and not holding.lesser:
        return " ".join(words) in context.lexicon.evoking("AnyHead") | context.lexicon.evoking("SoleHead")
    return " ".join(words) in context.lexicon.evoking("AnyHead")


def spoken_before(cast: Cast, end: int, paragraph: int) -> Iterable[int]:
    """Tokens of a paragraph that speak of something, before a place in it."""
    i = end - 1
    while i >= 0 and cast.paragraphs[i] == paragraph:
        if i in cast.at:
            yield i
        i -= 1


def _in_list(cast: Cast, holding: Holding) -> bool:
    """Whether a post stands in a line with no verb of its own, as in minutes."""
    start, end = cast.doc._.kg_blocks[cast.paragraphs[holding.start]]
    return not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in cast.doc[start:end])


def _of_heading(cast: Cast) -> Thing | None:
    """The one body named at the head of a text."""
    lines = cast.doc._.kg_blocks[:_HEADING]
    return only(
        cast.at[i] for start, end in lines for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY
    )


def _last_word(cast: Cast, holding: Holding) -> str:
    return cast.doc[holding.end - 1].lower_
