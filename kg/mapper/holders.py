"""Arguments one step away: who has the task of doing it, who is "the body that does it", to whom one wrote."""

from spacy.tokens import Token

from kg.attachment import after_that
from kg.coref.arguments import resting_with
from kg.coref.cast import Cast, Thing
from kg.coref.named import PERSON
from kg.grammar import (
    SUBJECTS,
    after,
    after_any,
    agents,
    is_passive,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import Lexicon
from kg.mapper.scope import finite, infinitive

_AGENTLESS = frozenset({"acl", "pcomp"})


def tasked(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "X's decision to fine Y", "the duty of X to watch Y", "X has the job of policing Y", "it is for X to ..."."""
    if verb.dep_ == "acl" and (senders := _of_letter(verb.head, lexicon)):
        return senders
    noun = verb.head if verb.dep_ == "acl" else verb.head.head
    if verb.dep_ not in _AGENTLESS or noun.pos_ not in ("NOUN", "PROPN"):
        return writer(verb, lexicon) or _charged(verb, lexicon)
    task = noun.lemma_ in lexicon.evoking("Task", "noun")
    if not (task if verb.dep_ == "pcomp" else infinitive(verb)):
        return []
    mine = possessors(noun) or (after(noun, "of") if task and verb.dep_ == "acl" else [])
    return mine or _given(noun, lexicon) or (resting_with(noun, lexicon) if task else [])


def _of_letter(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose letter a noun is, what it says being said by them: "X sent Y a letter urging it to act"."""
    if noun.lemma_ not in lexicon.evoking("Addressing", "noun"):
        return []
    sent = noun.dep_ == "dobj" and phrasal(noun.head, lexicon.evoking("Addressing", "verb") | lexicon.evoking("Light"))
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in"  # "in a letter urging X to act, Boyd ..."
    writers = surface_subjects(noun.head) if sent else surface_subjects(noun.head.head) if inside else []
    return possessors(noun) or after_any(noun, ("from", "by")) or writers


def _charged(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "It is the job of X to watch Y", "X's role is to watch Y": X."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "csubj", "advcl") or above.lemma_ != "be" or not infinitive(verb):
        return []
    tasks = (t for t in above.children if t.dep_ in ("attr", "nsubj") and t.lemma_ in lexicon.evoking("Task", "noun"))
    return [p for t in tasks for p in (possessors(t) or after(t, "of"))]


def _given(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who has, or was given, what a noun names: "was given the task of", "handed X the job of"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB":
        return []
    if not phrasal(verb, lexicon.evoking("Light", "verb") | lexicon.evoking("Having", "verb")):
        return []
    if is_passive(verb):
        return surface_subjects(verb)
    return (
        [t for t in verb.children if t.dep_ == "dative" and t.pos_ != "ADP"]
        or after(verb, "to")
        or surface_subjects(verb)
    )


def joined_by(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "X joined Y in asking Z to act": Y asked too."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "in":
        return []
    host = verb.head.head
    return objects(host) if host.pos_ == "VERB" and host.lemma_ in lexicon.evoking("Joining", "verb") else []


def saying_too(cast: Cast, lexicon: Lexicon, verb: Token) -> list[Token]:
    """ "X said it was late and called on Y": X called, though the parser joins the verb to what was said."""
    told = verb.head
    said = told.head if verb.dep_ == "conj" and told.dep_ == "ccomp" else verb
    alone = not any(t.dep_ in (*SUBJECTS, "aux", "mark") for t in verb.lefts)
    if said is verb or not alone or verb.tag_ != said.tag_ or said.lemma_ not in lexicon.evoking("Reporting"):
        return []
    own = verb.tag_ == verb.head.tag_ and any(t.i in cast.at for t in subjects(verb.head))
    return [] if own else subjects(said)  # "said Y had failed and called on Z": the tenses part


def identified(noun: Token) -> list[Token]:
    """Who is said to be what a clause hangs on: "X, the body that ...", "X is one of the firms fined by Y"."""
    if noun.dep_ not in ("appos", "attr", "pobj") or not any(t.dep_ in ("relcl", "acl") for t in noun.rights):
        return []
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ == "attr":
        return _of_copula(noun.head)
    over = noun.head.head
    if noun.head.lower_ == "among" and over.lemma_ == "be":  # "among those fined was X"
        return _of_copula(over) or [t for t in over.children if t.dep_ == "attr"]
    if noun.head.lower_ == "of" and over.pos_ in ("NUM", "DET", "PRON"):
        return [over.head] if over.dep_ == "appos" else _of_copula(over.head) if over.dep_ == "attr" else []
    return []


def _of_copula(verb: Token) -> list[Token]:
    """The subject of "is", unless that is denied or asked."""
    if verb.lemma_ != "be" or any(t.dep_ in ("neg", "aux", "expl") for t in verb.children):
        return []
    return surface_subjects(verb)


def writer(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Y wrote to X expressing concern", "Y wrote to X to ask for it": Y, where the parser has X do it."""
    over = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "to" else verb.head
    writing = lexicon.evoking("Addressing", "verb") & lexicon.verbs_of(lexicon.roles.writing)
    taken = verb.dep_ == "pcomp" or (verb.dep_ in ("xcomp", "advcl") and infinitive(verb))
    return surface_subjects(over) if taken and over.pos_ == "VERB" and over.lemma_ in writing else []


def addressees(verb: Token, lexicon: Lexicon) -> list[Token]:
    """ "Wrote to X demanding answers", "in a letter to X, she sought a meeting": X."""
    writing = lexicon.evoking("Addressing", "verb")
    host = verb.head
    if verb.dep_ == "pcomp" and writer(verb, lexicon):
        return [t for t in verb.lefts if t.dep_ in SUBJECTS]
    if verb.dep_ in ("advcl", "xcomp", "conj", "acl") and host.pos_ == "VERB" and host.lemma_ in writing:
        given = [t for t in host.children if t.dep_ == "dative" and t.pos_ != "ADP"]
        return after(host, "to") or given or objects(host)
    letters = [host] if verb.dep_ == "acl" else [p for t in verb.children if t.dep_ == "prep" for p in t.children]
    letters = [t for t in letters if t.lemma_ in lexicon.evoking("Addressing", "noun")]
    return [t for letter in letters for t in after(letter, "to")]


def earning(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb by which its subject comes by what a noun names."""
    forms, head = lexicon.evoking("Earning", "verb"), noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB" and phrasal(head, forms):
        return head
    verb = head.head
    if noun.dep_ != "pobj" or verb.pos_ not in ("VERB", "AUX"):
        return None
    words = [t.lower_ for t in verb.doc[verb.i + 1 : head.i + 1]]
    return verb if " ".join((verb.lemma_, *words)) in forms else None


def made_by(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "The way X handled it", "three wards run by X", "the evidence given by X": X."""
    if noun.lemma_ in lexicon.evoking("Manner", "noun"):
        return [s for t in noun.children if t.dep_ in ("relcl", "acl") for s in t.lefts if s.dep_ in SUBJECTS]
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in lexicon.evoking("Grievance", "noun"):
        return []  # "a complaint about the length of it, made by Y": the complaint is Y's
    doing = lexicon.evoking("Light", "verb")
    if noun.lemma_ in lexicon.evoking("Site", "noun"):
        doing = doing | lexicon.evoking("Running", "verb")
    return [a for t in noun.children if t.dep_ == "acl" and t.lemma_ in doing for a in agents(t)]


def behind_words(cast: Cast, doers: list[Token], lexicon: Lexicon, verb: Token) -> list[Token]:
    """Of "X issued a statement condemning Y", "a resolution passed by X urged", "X's order": X, for the words."""
    doers = _clients(doers, verb, cast, lexicon)
    return [one for t in doers for one in ((t.i not in cast.at and _worded_by(t, lexicon)) or [t])]


def _worded_by(noun: Token, lexicon: Lexicon) -> list[Token]:
    if noun.lemma_ not in lexicon.evoking("Wording", "noun"):
        return []
    giving = frozenset().union(*(lexicon.evoking(c, "verb") for c in ("Wording", "Light", "Issuing", "Moving")))
    given = [a for t in noun.children if t.dep_ == "acl" and phrasal(t, giving) for a in agents(t)]
    before = [t for t in noun.lefts if t.dep_ in ("compound", "nmod")]
    found = given or possessors(noun) or after_any(noun, ("by", "from", "of")) or before
    own = noun.dep_ == "dobj" and phrasal(noun.head, giving)
    return found or (surface_subjects(noun.head) if own else [])


def _clients(doers: list[Token], verb: Token, cast: Cast, lexicon: Lexicon) -> list[Token]:
    """Of "her lawyer called it unfair", "solicitors for the firm denied it": her, the firm, whose words they are."""
    if not any(phrasal(verb, lexicon.evoking(c, "verb")) for c in ("Reporting", "Rejoinder", "Labelling")):
        return doers
    proxies = lexicon.evoking("Proxy", "noun")
    spoken = ((t, possessors(t) or after(t, "for")) for t in doers)
    return [
        one for t, whose in spoken for one in (whose if whose and t.i not in cast.at and t.lower_ in proxies else [t])
    ]


def place_after(noun: Token) -> list[Token]:
    """ "Inspected the kitchens at X": the parser hangs "at" on the verb."""
    after_it = (t for t in noun.head.rights if t.dep_ == "prep" and t.i == noun.right_edge.i + 1)
    here = [t for t in after_it if t.lower_ in ("at", "in", "of")] if noun.dep_ in ("dobj", "nsubjpass") else []
    return [p for t in here for p in t.children if p.dep_ == "pobj"]


def seated_on(people: Token, lexicon: Lexicon) -> list[Token]:
    """ "MPs on the Transport Committee accused X": the committee did."""
    seated = {people.lower_, people.lemma_.lower()} & lexicon.evoking("Lawmaker")
    return after(people, "on") if seated and people.tag_ in ("NNS", "NNPS", "NN") else []


def claimed(verb: Token) -> list[Token]:
    """ "Examining claims that X hid it", "looking into allegations against X": X."""
    nouns = [*objects(verb), *after(verb, "into"), *after(verb, "at")]
    clauses = [c for t in nouns for c in t.children if c.dep_ in ("acl", "relcl", "ccomp") and after_that(c)]
    return [s for c in clauses for s in surface_subjects(c)] or [
        a for t in nouns for a in after_any(t, ("against", "about"))
    ]


def alongside(token: Token) -> list[Token]:
    """ "X, together with Y,": Y."""
    near = [t for t in token.rights if t.dep_ == "prep"]
    joint = [t for t in near if t.lower_ == "with" and any(c.lower_ in _TOGETHER for c in t.lefts)]
    joint += [c for t in near if t.lower_ in _TOGETHER for c in t.rights if c.lower_ == "with"]  # "X, along with Y"
    return [p for t in joint for p in t.children if p.dep_ == "pobj"]


_TOGETHER = frozenset({"together", "along", "jointly"})


def ousted(word: Token, lexicon: Lexicon) -> list[Token]:
    """Who is to go, of "called for X's resignation", "demanded the removal of X", "a call for the dismissal of X"."""
    wanted = after(word, "for") + (objects(word) if word.pos_ == "VERB" else [])
    leaving = [t for t in wanted if t.lemma_ in lexicon.evoking("Ousting", "noun")]
    return [p for t in leaving for p in (possessors(t) or after(t, "of"))] or _to_be_removed(word, lexicon)


def _to_be_removed(word: Token, lexicon: Lexicon) -> list[Token]:
    """ "Called for X to be sacked", "demanded that X be dismissed": X."""
    removing = lexicon.verbs_of(lexicon.roles.removal)
    clauses = [t for t in word.children if t.dep_ in ("advcl", "acl", "relcl", "ccomp") and t.lemma_ in removing]
    bare = [t for t in clauses if t.tag_ == "VBN" and all(c.dep_ == "nsubj" for c in t.lefts)]  # "wants X sacked"
    wished = [*bare, *(t for t in clauses if is_passive(t) and not finite(t))]
    return [s for t in wished for s in t.lefts if s.dep_ in SUBJECTS and s.tag_ not in ("WDT", "WP")]


def sent_by(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "X sent inspectors to examine Y": X's."""
    sending = noun.dep_ == "dobj" and noun.tag_ == "NNS" and phrasal(noun.head, lexicon.evoking("Sending", "verb"))
    return surface_subjects(noun.head) if sending and not is_passive(noun.head) else []


def conductors(verb: Token, cast: Cast) -> list[Token]:
    """ "Requested an audit by X", "called for an inquiry from X": X."""
    wanted = [t for t in (*objects(verb), *after(verb, "for")) if t.i in cast.at and cast.at[t.i].head is not None]
    return [p for noun in wanted for p in after_any(noun, ("by", "from"))]


def undertaken(verb: Token) -> list[Token]:
    """ "Appointed X to lead a review", "directed that an audit be held": what is to be done."""
    acts = (t for t in verb.children if t.dep_ in ("xcomp", "advcl", "ccomp"))
    return [noun for t in acts if infinitive(t) or (is_passive(t) and not finite(t)) for noun in objects(t)]


def wished(noun: Token) -> list[Token]:
    """ "A call for X to act", "the demand that X act": X."""
    clauses = (t for t in noun.children if t.dep_ in ("acl", "relcl", "ccomp", "advcl") and not finite(t))
    marked = (t for t in clauses if any(m.dep_ == "mark" and m.lower_ in ("for", "that") for m in t.lefts))
    return [s for t in marked for s in subjects(t)]


def renamed(adverb: Token) -> list[Token]:
    """What an adverb gives another name of: "the Agency, formerly the Bureau"."""
    return [adverb.head.head] if adverb.head.dep_ == "appos" and adverb.i < adverb.head.i else []


def answerers(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "X has acted on the recommendations of Y", "Y's demand was ignored by X": X, of whom it was asked."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in ("dobj", "nsubjpass", "pobj") or verb.pos_ != "VERB":
        return []
    return subjects(verb) if phrasal(verb, lexicon.evoking("Complying", "verb")) else []


def actors(noun: Token) -> list[Token]:
    """ "X acted at the request of Y", "on Y's orders, X did so": X."""
    verb = noun.head.head
    asked = noun.dep_ == "pobj" and noun.head.lower_ in _UPON and verb.pos_ == "VERB"
    return subjects(verb) if asked else []


_UPON = frozenset({"at", "on", "upon", "under", "following", "after"})


def stranded(verb: Token, preposition: str) -> list[Token]:
    """ "X is being looked at by Y": at X; "an allegation of fraud against X": the parser hangs "against" on fraud."""
    if verb.pos_ == "NOUN" and preposition == "against":
        return [one for t in after(verb, "of") for one in after(t, preposition)]
    if verb.tag_ != "VBN":
        return []
    alone = any(t.lower_ == preposition and t.dep_ == "prep" and not any(t.children) for t in verb.rights)
    return surface_subjects(verb) if alone and is_passive(verb) else []


def maker(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "The sacking of X was ordered by Y", "Y announced the appointment of X": Y."""
    made = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in lexicon.evoking("Deciding", "verb")
    return subjects(noun.head) if made else []


def so_called(verb: Token, lexicon: Lexicon) -> bool:
    """ "Looking into what X called a scandal": not into X."""
    naming = lexicon.evoking("Labelling", "verb") | lexicon.evoking("Reporting", "verb")
    return verb.lemma_ in naming and any(t.lower_ == "what" for t in verb.lefts)


def past_time(lexicon: Lexicon, preposition: Token) -> Token:
    """What a preposition hangs on, past a word of time: "Anna Boyd, late of Y", "hitherto at Y"."""
    word = preposition.head
    return word.head if word.i == preposition.i - 1 and word.lower_ in lexicon.evoking("Former") else word


def stated_in(noun: Token) -> list[Token]:
    """What follows "in" anywhere in the phrase of a noun: "a motion of no confidence in X"."""
    return [p for t in noun.subtree if t.lower_ == "in" for p in t.children if p.dep_ == "pobj"]


def another_than_owner(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun means someone else than the person whose it is, or what befell them.

    "Her adviser", "her death", "failings in his care"; but "his treatment of prisoners" is his doing.
    """
    word = noun.lower_
    other = noun.lemma_ in lexicon.evoking("Human") and word not in lexicon.evoking("Staff")
    if other or word in lexicon.evoking("PersonNominal") or (word,) in lexicon.posts:
        return True
    return noun.lemma_ in lexicon.evoking("Befalling", "noun") and not after(noun, "of")


def befell(lexicon: Lexicon, verb: Token) -> bool:
    """ "Celebrated X's firing", "condemned the arrest of X": what others did to X, who is neither hailed nor blamed."""
    nouns = objects(verb) if verb.pos_ == "VERB" else []
    endured = frozenset().union(*(lexicon.evoking(c, "noun") for c in ("Ousting", "Penalty", "Seizure")))
    owned = (t for t in nouns if t.lemma_ in endured and not after_any(t, ("by",)))
    return any(possessors(t) or after(t, "of") for t in owned)


def mover(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who passed, tabled or backed a motion."""
    moved = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in lexicon.evoking("Moving", "verb")
    return subjects(noun.head) if moved else []


def is_crew(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a plural means people who work for someone: "her inspectors", not "his evidence"."""
    people = lexicon.evoking("Human") | lexicon.evoking("Inspecting") | lexicon.post_nouns
    return noun.tag_ == "NNS" and (noun.lemma_ in people or noun.lower_ in people)


def is_side(people: Token, lexicon: Lexicon) -> bool:
    """ "The Liberal members of the board", "three councillors": some of those who sit there, not the board."""
    seats = lexicon.evoking("Lawmaker") | lexicon.evoking("Attender")
    if people.tag_ not in ("NNS", "NNPS") or not {people.lower_, people.lemma_.lower()} & seats:
        return False
    all_ = any(t.lower_ in ("all", "the", "its") for t in people.lefts)
    of_side = lexicon.evoking("Side")
    return any(
        t.ent_type_ == "NORP" or t.lower_ in of_side or (t.dep_ == "nummod" and not all_) or _of_party(t)
        for t in people.lefts
    )


def _of_party(word: Token) -> bool:
    """ "Liberal members", "Labour members": a word with a capital of its own before a common noun."""
    return (
        word.dep_ in ("amod", "compound", "nmod")
        and word.text.istitle()
        and word.head.is_lower
        and word.i > word.sent.start
    )


def employer(cast: Cast, owner: Thing) -> Thing:
    """ "Her inspectors", of whoever has a post: those of her body."""
    return next(iter(cast.bodies_of(owner)), owner) if owner.kind == PERSON else owner
