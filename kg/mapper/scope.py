"""How far negation and mood reach: the words that govern a word, up to where a new statement begins."""

from spacy.tokens import Token

from kg.attachment import after_that
from kg.grammar import SUBJECTS, clause_verb

_DEPTH = 6
_NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "dative", "oprd"})
_PASSING = frozenset({"xcomp", "ccomp", "pcomp", "prep", "agent", "attr", "acomp", "acl", "conj", "relcl", "nsubj"})
_BEFOREHAND = frozenset({"following", "since"})
LASTING = frozenset({"will", "shall", "'ll", "can"})  # said of a standing power
_THERE = frozenset({"at", "during", "throughout"})
_OCCASIONS = frozenset({"after", "amid", "despite"})
_MATTER = frozenset({"on", "about", "regarding", "concerning", "over", "into"})
_SOURCED = frozenset({"according", "per", "because"})
_OWING = frozenset({"due", "owing"})
_NOT_ALONE = frozenset({"only", "just", "merely", "simply", "least"})
_SETTLED = frozenset({"the", "this", "that", "these", "those"})
_ONE = frozenset({"he", "she", "it"})
_RESOLVED = frozenset({"will", "wo", "shall", "sha", "would"})

_FRONTED = frozenset({"had", "should", "were"})

Chain = list[tuple[Token, Token | None]]


def scope(token: Token, light: frozenset[str], saying: frozenset[str], *, stop: Token | None = None) -> Chain:
    """The word and those whose negation or mood reaches it, each with the one it is reached through.

    "wants X to investigate Y" -> investigate, wants. A clause with a subject of its own, a relative or
    participial clause on a known thing, a clause set off by a semicolon, what is spoken of as known
    ("will discuss the review of X") stand for themselves.
    """
    out: Chain = [(token, None)]
    current = token
    while current.head != current and current.head != stop and len(out) < _DEPTH:
        if not _reached(current, light, saying):
            break
        out.append((current.head, current))
        current = current.head
    return out


def _reached(word: Token, light: frozenset[str], saying: frozenset[str]) -> bool:
    """Whether the mood of a word's head is its own too."""
    dep, head = word.dep_, word.head
    if head.lower_ in _SOURCED or (word.lower_ == "to" and head.lower_ in _OWING):
        return False  # "could not be flown, according to a report by Y", "must close due to a ruling"
    if dep in _NOMINAL:  # not "will never work again following an inquiry"
        return head.lower_ not in _BEFOREHAND and not _led_to(head) and _spread(word, light)
    if dep == "advcl":
        return _follows(word)
    if dep not in _PASSING:
        return False
    if dep == "nsubj":  # "a further review should be complete by May" is still to come
        modal = any(t.tag_ == "MD" for t in head.lefts) and not _in_vain(head)
        return head.lemma_ in light or (not settled(word) and modal)
    if dep == "relcl":
        return infinitive(word) and not any(t.dep_ in SUBJECTS for t in word.children)
    if dep == "acl":
        return infinitive(word) or not settled(head)
    if dep == "ccomp" and word.i < head.i:
        return head.lemma_ in saying and not any(t.text == ";" for t in word.doc[word.i : head.i])
    if dep == "conj" and word.pos_ in ("VERB", "AUX"):
        return _shared(word)
    return True


def _led_to(preposition: Token) -> bool:
    """ "Was ordered to close after a report by Y": the report came before the order."""
    act = preposition.head
    occasion = preposition.lower_ in _OCCASIONS and act.dep_ == "xcomp" and infinitive(act)
    return occasion and act.head.tag_ in ("VBD", "VBN")


def _in_vain(verb: Token) -> bool:
    """ "A report could find no reason", "could not say why": it has been looked for."""
    negated = any(t.dep_ == "neg" for t in verb.lefts)
    nothing = any(t.lower_ == "no" for noun in verb.rights if noun.dep_ == "dobj" for t in noun.lefts)
    return any(t.lower_ == "could" for t in verb.lefts) and (negated or nothing)


def _follows(verb: Token) -> bool:
    """ "will be put in to run X", "may write asking for X": it is as sure as what it is done for, or by."""
    if verb.lower_ in _BEFOREHAND | _SOURCED or any(t.dep_ in SUBJECTS for t in verb.children):
        return False
    return infinitive(verb) or (verb.tag_ == "VBG" and verb.i > verb.head.i)


def presupposed(chain: Chain, factive: frozenset[str]) -> Chain:
    """A scope up to where it is taken as so: "does not realise that X has failed" says that X has."""
    known = (n for n, (one, below) in enumerate(chain) if below is not None and _known(one, below, factive))
    return chain[: next(known, len(chain))]


def _known(word: Token, clause: Token, factive: frozenset[str]) -> bool:
    return word.lemma_ in factive and clause.dep_ == "ccomp" and finite(clause)


def _spread(noun: Token, light: frozenset[str]) -> bool:
    """Whether a noun stands within what its verb says: not what is spoken of as known."""
    head = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and head.pos_ == "NOUN" and noun.head.lower_ in _MATTER and settled(noun):
        return False  # "the hearing on X's report will be held in May": the report is there
    if head.pos_ not in ("VERB", "AUX") or (head.lemma_ in light and not _becomes(head)):
        return True
    return not settled(noun)


def _becomes(verb: Token) -> bool:
    """ "Has never been made public", "was not brought to the board": what was not done to a thing that is there."""
    after = any(t.dep_ == "oprd" or (t.dep_ == "prep" and t.lower_ == "to") for t in verb.rights)
    return after and not any(t.tag_ == "MD" for t in verb.lefts)


def _shared(verb: Token) -> bool:
    """Whether a joined verb stands under the same auxiliaries: "will inspect and report", not "and fined"."""
    head = verb.head
    both = infinitive(verb) and infinitive(head)  # "urged X to withdraw it and to sack Y"
    if any(t.dep_ in SUBJECTS or (t.dep_ == "aux" and not both) for t in verb.children):
        return False
    if verb.tag_ == "VBN" and head.dep_ == "ccomp" and head.head.lemma_ == "have":
        return True  # "a proposal to have X wound up and replaced"
    if any(t.dep_ == "cc" and t.lower_ == "but" for t in head.children):
        return False
    return verb.tag_ == head.tag_ or verb.dep_ != "conj"


def settled(noun: Token) -> bool:
    """Whether a noun is spoken of as known: "the report", "its report", a name without "a"."""
    determiners = [t.lower_ for t in noun.lefts if t.dep_ == "det"]
    if determiners:
        return determiners[0] in _SETTLED
    return noun.pos_ == "PROPN" or any(t.dep_ == "poss" for t in noun.lefts)


def part_of_owned(noun: Token, without: frozenset[str]) -> bool:
    """ "No part of X's report", "want access to X's inquiry": it is there; not "the launch of X's inquiry"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _THERE and noun.head.head.lemma_ not in without:
        return noun.head.head.pos_ == "VERB"  # "refused to testify at a House hearing"
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "to") or noun.head.head.pos_ != "NOUN":
        return False
    return any(t.dep_ == "poss" for t in noun.lefts) and noun.head.head.lemma_ not in without


def perfect(verb: Token) -> bool:
    """ "should have acted", "ought to have acted"."""
    return any(t.lower_ == "have" and t.dep_ == "aux" for t in verb.lefts)


def interrupted(verb: Token) -> Token | None:
    """ "not" of "did not, the panel found, take any bribe", where the parser ties the two verbs otherwise."""
    if tied := next((n for t in verb.lefts if t.dep_ == "aux" for n in t.children if n.dep_ == "neg"), None):
        return tied
    doc, comma = verb.doc, verb.i - 1
    if verb.tag_ != "VB" or comma < 0 or doc[comma].text != "," or any(t.dep_ == "aux" for t in verb.lefts):
        return None
    before = next((i for i in range(comma - 1, verb.sent.start, -1) if doc[i].text == ","), None)
    return doc[before - 1] if before is not None and doc[before - 1].dep_ == "neg" else None


def long_over(post: Token, verb: Token) -> bool:
    """A former post is not that given up: "He had been mayor. He quit", "She quit. Ms Moor, a former mayor"."""
    told = clause_verb(post)
    had_been = told.lemma_ == "be" and any(t.lower_ == "had" for t in told.lefts)
    return post.i >= verb.sent.end or (had_been and post.sent != verb.sent)


def shunned(verb: Token) -> bool:
    """ "Left the party rather than give up the post": it was not done."""
    start = verb.left_edge.i
    return start > 1 and [t.lower_ for t in verb.doc[start - 2 : start]] == ["rather", "than"]


def infinitive(verb: Token) -> bool:
    """ "to inspect"."""
    return any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.lefts)


def headline(word: Token) -> bool:
    """ "Watchdog to inspect the force" has no governor."""
    return word.dep_ == "ROOT" and word.tag_ == "VB" and infinitive(word)


def bidden(verb: Token) -> bool:
    """ "Urged X to act and Y to answer": the second infinitive, that the parser joins to the verb itself."""
    joined = verb.dep_ == "conj" and infinitive(verb) and any(t.dep_ == "nsubj" for t in verb.lefts)
    return joined or _imperative(verb)


def for_whom(verb: Token) -> list[Token]:
    """X of the clause "for X to go"."""
    if not any(t.dep_ == "mark" and t.lower_ == "for" for t in verb.lefts):
        return []
    return [t for t in verb.lefts if t.dep_ in SUBJECTS]


def around(below: Token) -> bool:
    """ "In a report, X accuses Y": the report is there."""
    return below.dep_ == "prep" and below.i < below.head.i


def finite(verb: Token) -> bool:
    """Whether a clause states something ("that X failed"), rather than wanting it ("that X pay")."""
    auxiliaries = [t for t in verb.lefts if t.dep_ in ("aux", "auxpass")]
    if auxiliaries:
        return any(t.tag_ in ("VBD", "VBZ", "VBP") for t in auxiliaries)
    bare = verb.lower_ == verb.lemma_ and (verb.tag_ == "VBZ" or verb.lower_[-1] not in "dt")
    return verb.tag_ in ("VBD", "VBZ") and not bare  # "that it summon X", taken for a past tense; but "that X cut it"


def resolved(verb: Token) -> bool:
    """What is wanted: "rejected calls for X to go", "it is vital that X be bold".

    So too "That the Auditor audit the Board", alone on its line, as a recommendation.
    """
    if verb.head.pos_ == "NOUN" and infinitive(verb) and for_whom(verb):
        return True
    marked = after_that(verb)
    if marked and verb.tag_ == "VB" and not any(t.dep_ == "aux" for t in verb.lefts):
        return True
    if marked and verb.tag_ == "VBP" and any(t.dep_ == "nsubj" and t.lower_ in _ONE for t in verb.lefts):
        return True  # "asks that he dismiss X"
    bare = verb.tag_ in ("VB", "VBP") or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)  # "set up"
    if verb.dep_ != "ROOT" or not bare:
        return False
    subjects = [t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ in ("NN", "NNP")]
    marks = [
        *verb.lefts,
        *(t for noun in subjects if noun.tag_ == "NNP" for t in noun.lefts),
    ]  # "that Ann Leal set it up"
    return bool(subjects) and any(t.dep_ in ("mark", "det") and t.lower_ == "that" for t in marks)


def _imperative(verb: Token) -> bool:
    """ "To the Minister: suspend X": what someone is told to do."""
    bare = verb.dep_ == "ROOT" and verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_
    alone = not any(t.dep_ in (*SUBJECTS, "aux", "auxpass") for t in verb.lefts)
    return bare and alone and verb.i > verb.sent.start and verb.nbor(-1).text == ":"


def once(verb: Token) -> bool:
    """ "Will report to the board by June": done one day, and no standing duty."""
    modal = any(t.tag_ == "MD" and t.lower_ in LASTING for t in verb.lefts)
    times = (p for t in verb.rights if t.dep_ == "prep" for p in t.children if p.ent_type_ == "DATE")
    return modal and (any(times) or any(t.dep_ == "npadvmod" and t.ent_type_ == "DATE" for t in verb.rights))


def describes(word: Token) -> bool:
    """ "A team led by Boyd will look into it": Boyd leads it, whatever the team will do."""
    return word.dep_ == "acl" and word.tag_ == "VBN" and not infinitive(word) and word.head.dep_ == "nsubj"


def bound(governor: Token, below: Token) -> bool:
    """ "Has to inspect X", "ought to fine X": not yet done, where "had to" was."""
    if not infinitive(below) or below.dep_ != "xcomp":
        return False
    if any(t.dep_ == "dobj" or t.lower_ == "yet" for t in governor.children):
        return False
    return governor.lemma_ == "ought" or (governor.lemma_ == "have" and governor.tag_ in ("VBZ", "VBP"))


def undecided(verb: Token) -> bool:
    """ "is considering whether to fine X", "votes on whether to sack X": a choice still to be made."""
    return infinitive(verb) and any(t.lower_ == "whether" and t.dep_ in ("mark", "advmod") for t in verb.lefts)


def inverted(verb: Token) -> bool:
    """ "Had the agency acted, ...", "should the board fail, ...": a condition without "if"."""
    subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
    first = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass")), None)
    if subject is None or first is None or first.lower_ not in _FRONTED or first.i > subject.i:
        return False
    return not any(t.dep_ in ("advmod", "neg", "prep", "cc") and t.i < first.i for t in verb.lefts)  # "nor had X"


def cut_short(negation: Token, verb: Token) -> bool:
    """ "Thanked X for doing what others would not": of a verb that is left out, whatever the parser makes of it."""
    return negation.i > verb.i + 1 and negation.nbor(-1).tag_ == "MD"


def not_alone(negation: Token) -> bool:
    """ "not only", "not least": no negation."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in _NOT_ALONE


def subjunctive(word: Token) -> bool:
    """ "That the file be passed to X", or alone in a list of resolutions "The file be passed to X"."""
    bare = not any(t.dep_ == "aux" for t in word.lefts)
    return not infinitive(word) and (after_that(word) or (word.dep_ == "ROOT" and bare))


def refrains(verb: Token) -> bool:
    """ "X will not step down", "would not be reappointed": ruled out, where "need not", "may not" leave it open."""
    before = {t.lower_ for t in verb.lefts if t.dep_ == "aux"}  # not "would not have stepped down"
    return bool(before & _RESOLVED) and before <= _RESOLVED | {"be"} and any(t.dep_ == "neg" for t in verb.lefts)
