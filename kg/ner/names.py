"""The names of people, bodies and places in a Doc, mended and made consistent over the whole text.

The model, the gazetteer, the shapes of bodies' names and the acronyms a text defines each propose
spans; the weightiest wins where they overlap, the reading a text gives a name most often wins
everywhere, and a name once found is found wherever the text repeats it.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, lexicon_at
from kg.ner.acronyms import bracketed, definitions
from kg.ner.agreement import Signs, agree
from kg.ner.campaigns import Campaigns
from kg.ner.cuts import ABOUT, OF
from kg.ner.dictionary import Dictionary
from kg.ner.evidence import Evidence
from kg.ner.fields import FIELDS, Fields
from kg.ner.gazetteer import BodyMatcher
from kg.ner.guesses import Guesses
from kg.ner.inquiries import Inquiries
from kg.ner.lines import Lines, datelines, mastheads, token_blocks, watchdogs
from kg.ner.lower import LowerCase
from kg.ner.ministries import Ministries
from kg.ner.model_names import ModelNames
from kg.ner.nonames import NoNames
from kg.ner.parties import Parties
from kg.ner.portfolios import Portfolios
from kg.ner.proposals import (
    ACRONYM,
    GUESS,
    LISTED,
    LOWER,
    MARKED,
    MODEL,
    SHAPE,
    SURE,
    TITLED,
    Proposal,
    choose,
    words_at,
)
from kg.ner.quoted import Quoted
from kg.ner.repeats import Repeats
from kg.ner.rosters import ROSTERS, Rosters
from kg.ner.runs import Shapes
from kg.ner.titles import APOSTROPHES, is_capitalised
from kg.snapshot import Snapshots, labelled
from kg.vocab import OV, Ontology, load_ontology, local_name
from kg.wordlists import given_names

NAMES = "names"
_FEW = 2  # letters of an acronym that could stand for too much
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})


class NameFinder:
    """Component: sets ``doc.spans["names"]``, each span labelled with a class of the ontology."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology, gazetteer: Gazetteer, nlp: Language) -> None:
        self.person, self.body, self.place = (local_name(iri) for iri in (OV.Person, OV.Organisation, OV.Place))
        kinds = (self.person, self.body, self.place)
        self.snapshots = Snapshots()
        self.shapes = Shapes(lexicon, Dictionary(nlp))
        self.titles = self.shapes.titles
        self.listed = BodyMatcher(gazetteer, nlp)
        self.model = ModelNames(lexicon, self.titles, _labels(ontology), kinds)
        self.evidence = Evidence(lexicon, self.titles, kinds)
        self.lower, self.ministries = LowerCase(lexicon), Ministries(lexicon)
        self.quoted = Quoted(lexicon)
        self.fields = Fields(lexicon)
        self.parties = Parties(lexicon, self.titles)
        self.rosters = Rosters(lexicon, self.titles)
        self.guesses = Guesses(lexicon, self.titles, self.model, self.person, self.body)
        self.campaigns = Campaigns(lexicon, self.titles, self.model)
        self.crowds = self.campaigns.crowds
        self.forms = lexicon.evoking("LegalForm")
        self.signs = Signs(self.forms, _owned(lexicon), given_names(), lexicon.evoking("ForeignBody"))
        self.common = self._common(lexicon)
        self.acting = lexicon.evoking("Interim") | lexicon.evoking("Deputising")
        nominal = frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("SelfNamed") | self.forms
        self.repeats = Repeats(self.titles, self.common, nominal, kinds)
        self.selfnamed = lexicon.evoking("SelfNamed") | self.model.parties
        self.people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal")
        self.labels = lexicon.evoking("Label")
        self.watching = lexicon.evoking("Watching") | lexicon.evoking("Policing")
        self.papers = lexicon.evoking("InstitutionalText")
        self.ministerial = lexicon.evoking("Ministerial")
        self.nonames = NoNames(lexicon, self.shapes.body_words, self.titles.dictionary)
        self.inquiries = Inquiries(lexicon, lexicon.events(ontology))
        self.portfolios = Portfolios(lexicon, self.titles)

    def _common(self, lexicon: Lexicon) -> frozenset[str]:
        """Words that alone are no name: "Trust", "Regulator", "Chairman"."""
        nouns = frozenset(w for w in lexicon.denoting("Nominal") if " " not in w)
        return self.shapes.body_words | nouns | {w[0] for w in lexicon.posts if len(w) == 1}

    def __call__(self, doc: Doc) -> Doc:
        seen = self.snapshots.of(doc)
        chosen = self._find(seen)
        seen.spans[NAMES] = [labelled(seen, p.start, p.end, p.kind) for p in sorted(chosen, key=lambda p: p.start)]
        for group in (FIELDS, ROSTERS, NAMES):
            doc.spans[group] = [labelled(doc, span.start, span.end, span.label_) for span in seen.spans[group]]
        return doc

    def _find(self, doc: Doc) -> list[Proposal]:
        doc._.kg_acronyms = [found for found in definitions(doc) if not self.nonames.is_post_or_law(doc, *found[0])]
        doc._.kg_blocks = doc._.kg_blocks or token_blocks(doc)
        doc.spans[FIELDS] = list(self.fields.find(doc))
        doc.spans[ROSTERS] = list(self.rosters.find(doc))
        lines = Lines.of(doc)
        chosen = choose(self._proposals(doc, lines))
        taken = {i for p in chosen for i in range(p.start, p.end)} | lines.capitals
        found = [*chosen, *self.guesses.rest(doc, taken)]
        chosen = agree(doc, found, (self.person, self.body, self.place), self.evidence.votes, self.signs)
        fields = frozenset(self.portfolios.find(doc))
        chosen = list(self._names(doc, lines.capitals, chosen, fields))
        chosen.extend(self._bracketed(doc, chosen))
        chosen.extend(self.repeats.find(doc, chosen, fields))
        return [*chosen, *self._of_fields(doc, chosen)]

    def _bracketed(self, doc: Doc, chosen: list[Proposal]) -> Iterator[Proposal]:
        """Acronyms in another language: "the Farmers' Movement (BBB)", of a text that then calls it so."""
        known, taken = {i for _, i in doc._.kg_acronyms}, {i for p in chosen for i in range(p.start, p.end)}
        for p in chosen:
            i = p.end + 1
            if p.kind != self.body or i in known or not bracketed(doc, i) or doc[i].ent_type_ == "GPE":
                continue
            again = len(doc[i]) > _FEW and any(t.text == doc[i].text and t.i != i for t in doc)
            if again and p.end - p.start > 1 and not doc[p.start : p.end].text.isupper():
                doc._.kg_acronyms.append(((p.start, p.end), i))
                if i not in taken:
                    yield Proposal(i, i + 1, self.body, ACRONYM)

    def _of_fields(self, doc: Doc, chosen: list[Proposal]) -> Iterator[Proposal]:
        """Bodies named by their field, in lower case, unless the text gives such a body its own name."""
        taken = {i for p in chosen for i in range(p.start, p.end)}
        named = {words_at(doc, p) for p in chosen if p.kind == self.body}
        finders = (self.ministries.find, *self.lower.finders)
        for start, end in (span for find in finders for span in find(doc, named)):
            if taken.isdisjoint(range(start, end)):
                yield Proposal(start, end, self.body, LOWER)

    def _proposals(self, doc: Doc, lines: Lines) -> Iterator[Proposal]:
        marked = list(datelines(doc))
        regions = {i for start, end, place in marked if not place for i in range(start, end)}
        mute = lines.shouted | lines.paths | regions
        model = [p for p in self.model.find(doc) if p.start not in mute]
        model = list(self._outside_headlines(doc, lines.headlines, model))
        heads = list(mastheads(doc, self.shapes.body_words, OF))
        heads += [s for s in watchdogs(doc, self.watching, self.papers) if s not in heads] if doc.spans[FIELDS] else []
        listed = [span for span in self.listed.find(doc) if not any(_within(span, head) for head in heads)]
        yield from (Proposal(start, end, self.place, MARKED) for start, end, place in marked if place)
        yield from (Proposal(start, end, self.body, LISTED) for start, end in listed)
        for (start, end), acronym in doc._.kg_acronyms:
            kind = self.place if self._is_place(doc, start, end) else self.body
            yield Proposal(start, end, kind, ACRONYM)
            yield Proposal(acronym, acronym + 1, kind, ACRONYM)
        known = [(p.start, p.end) for p in model] + listed + [span for span, _ in doc._.kg_acronyms]
        bodies = [span for span in self.shapes.bodies(doc, known) if span[0] not in lines.shouted]
        yield from self._weighed(doc, model, bodies)
        yield from (Proposal(span.start, span.end, self.body, SURE) for span in doc.spans[FIELDS])
        yield from (Proposal(start, end, self.body, SHAPE) for start, end in heads)
        yield from (Proposal(i, i + 1, self.place, GUESS) for i in self.shapes.owners(doc, bodies))
        yield from self._others(doc, lines.capitals)

    def _is_place(self, doc: Doc, start: int, end: int) -> bool:
        """ "In KwaZulu-Natal (KZN)", "the Northern Cape (NC)": an acronym of a place."""
        body = any(t.lower_ in self.shapes.body_words for t in doc[start:end])
        prep = doc[start - 1]
        located = prep.lower_ == "in" and prep.head.lemma_ not in self.model.inward
        located = located or doc[end - 1].ent_type_ in ("GPE", "LOC")
        return located and not body

    def _weighed(self, doc: Doc, model: list[Proposal], bodies: list[tuple[int, int]]) -> Iterator[Proposal]:
        """Names by the model and by their shape: what both see weighs more, what shape has cut falls away."""
        cut = {start for start, _ in bodies if start and doc[start - 1].lower_ in APOSTROPHES | OF | ABOUT | {"the"}}
        seen = {(p.start, p.end) for p in model if p.kind == self.body}
        shaped, begins = set(bodies), {end: start for start, end in bodies}
        for start, end in bodies:
            yield Proposal(start, end, self.body, SHAPE + MODEL * ((start, end) in seen))
        for p in model:
            whole = p.kind != self.body or (p.start, p.end) in shaped
            if whole or begins.get(p.end, -1) < p.start or cut.isdisjoint(range(p.start + 1, p.end)):
                yield p

    def _others(self, doc: Doc, lines: frozenset[int]) -> Iterator[Proposal]:
        for start, end in self.titles.people(doc):
            if start in lines and (_goes_on(doc, end) or self._verbal(doc[start])):
                continue
            if not self._field_of_post(doc, start, end):
                yield Proposal(start, end, self.person, TITLED)
        yield from (Proposal(start, end, self.body, LOWER) for start, end in self.lower.committees(doc))
        chaired = self.lower.chaired(doc, self.titles.dictionary)
        yield from (Proposal(start, end, self.body, SHAPE) for start, end in chaired)
        yield from (Proposal(start, end, self.body, SURE) for start, end in self.lower.ruled(doc))
        yield from (Proposal(start, end, self.body, LOWER) for start, end in self.lower.governments(doc))
        yield from (Proposal(start, end, self.body, LOWER) for start, end in self.lower.organs_of(doc))
        yield from (Proposal(start, end, self.body, LOWER) for start, end in self.lower.staffs(doc))
        offices = ((start, end) for start, end in self.lower.offices(doc, ()) if is_capitalised(doc[start]))
        yield from (Proposal(start, end, self.body, LOWER) for start, end in offices)
        yield from (Proposal(start, end, self.body, MARKED) for start, end in self.quoted.bodies(doc))
        yield from (Proposal(start, end, self.body, SURE) for start, end in self.parties.find(doc))
        yield from (Proposal(start, end, self.body, GUESS) for start, end in self.guesses.introduced(doc))
        yield from (Proposal(start, end, self.body, MARKED) for start, end in self.campaigns.find(doc, lines))
        yield from (Proposal(start, end, self.person, GUESS) for start, end in self.guesses.called(doc))
        yield from (Proposal(start, end, self.person, MODEL) for start, end in self.guesses.given_a_name(doc))
        yield from (Proposal(start, end, self.person, TITLED) for start, end in self.guesses.nicknamed(doc))
        yield from (Proposal(start, end, self.person, TITLED) for start, end in self.guesses.lettered(doc))
        yield from (Proposal(start, end, self.person, TITLED) for start, end in self.portfolios.holders(doc))
        listed = (span for roster in doc.spans[ROSTERS] for span in self.rosters.people(roster))
        yield from (Proposal(start, end, self.person, SURE) for start, end in listed)
        yield from (Proposal(start, end, self.body, TITLED) for start, end in self.portfolios.districts(doc))
        yield from (Proposal(start, end, self.place, LISTED) for start, end in self.guesses.joined_places(doc))
        yield from self.guesses.sure(doc)
        events = [*self.inquiries.code_names(doc), *self.inquiries.topics(doc, self.titles.dictionary)]
        yield from (Proposal(start, end, "", MARKED) for start, end in events)
        for token in doc:
            if token.lower_ in self.selfnamed and is_capitalised(token):
                yield Proposal(token.i, token.i + 1, self.body, GUESS)

    def _verbal(self, token: Token) -> bool:
        """ "Auditor-General | Slams Ferry Purchase": a verb of a headline."""
        return token.lower_.endswith("s") and self.titles.dictionary.has(token.lower_)

    def _field_of_post(self, doc: Doc, start: int, end: int) -> bool:
        """ "Ben Stokes (Manager | Compliance |)": in brackets after a name stands no other."""
        closed = end - start == 1 and self.titles.dictionary.has(doc[start].lower_) and doc[end : end + 1].text == ")"
        opens = next((i for i in range(start - 1, max(start - 5, 0), -1) if doc[i].text == "("), 0)
        return closed and opens > 0 and is_capitalised(doc[opens - 1])

    def _outside_headlines(self, doc: Doc, lines: frozenset[int], model: list[Proposal]) -> Iterator[Proposal]:
        """Without the longer "people" of headlines, of whom the text itself does not speak: verbs are in them."""
        spoken = {words_at(doc, p) for p in model if p.start not in lines}
        for p in model:
            plain = any(self.titles.dictionary.has(t.lower_) for t in doc[p.start : p.end])
            long = p.kind == self.person and p.end - p.start > 2 and plain
            alone = p.start in lines and words_at(doc, p) not in spoken
            if not (long and alone and (_goes_on(doc, p.end) or self._tells(doc, p))):
                yield p

    def _tells(self, doc: Doc, p: Proposal) -> bool:
        """Whether a word inside a "person" is a plain one such as verbs of headlines are: "Boyd Demands Answers"."""
        return any(map(self._verbal, doc[p.start + 1 : p.end - 1]))

    # --- what is no name after all

    def _names(
        self, doc: Doc, lines: frozenset[int], chosen: list[Proposal], fields: frozenset[int]
    ) -> Iterator[Proposal]:
        heads = {w for p in chosen if p.kind == self.body for w in _heads(words_at(doc, p))}
        surnames = {words_at(doc, p)[-1] for p in chosen if p.kind == self.person}
        plain = {t.text for t in doc if t.is_lower}
        inner = {t.text for t in doc if is_capitalised(t) and not t.is_sent_start and t.i not in lines}
        jargon = self.nonames.jargon(doc)
        defined = {doc[i].lower_ for _, i in doc._.kg_acronyms}
        spoken = {words_at(doc, p) for p in chosen if p.start not in lines}
        people = {p.end for p in chosen if p.kind == self.person}
        for p in chosen:
            words = words_at(doc, p)
            if (
                not p.kind
                or all(w in self.labels for w in words)
                or (p.kind != self.place and p.weight != LISTED and fields.issuperset(range(p.start, p.end)))
                or (p.kind == self.body and (self._portfolio(doc, p) or self._field(doc, p) or self._passing(words)))
                or (p.start in lines and words not in spoken and self._of_headline(doc, p, surnames))
                or self.nonames.has(doc, p.start, p.end, jargon)
                or (p.kind == self.body and self.nonames.is_held(doc, p.start, p.end, people))
                or (p.kind != self.place and self._is_event(doc, p, surnames))
            ):
                continue
            if len(words) > 1 or p.weight == SURE:
                yield p
            elif p.kind != self.place and p.weight <= MODEL and self._several(doc[p.start]):
                continue
            elif words[0] not in defined and (words[0] in self.common or words[0] in self.selfnamed):
                if (self._alone(doc, p, heads) or self._acronym(doc[p.start])) and p.start not in lines:
                    yield p
            elif p.weight > MODEL or self._unlike_words(doc[p.start], plain, inner):
                yield p

    def _is_event(self, doc: Doc, p: Proposal, surnames: set[str]) -> bool:
        """An inquiry or a paper; not those who sit, by a noun in lower case: "the Alvarez panel"."""
        words = words_at(doc, p)
        sitting = doc[p.end - 1].is_lower and self.inquiries.is_after_someone(words, surnames)
        return not sitting and self.inquiries.is_event(words, self.shapes.body_words, surnames)

    def _unlike_words(self, token: Token, plain: set[str], inner: set[str]) -> bool:
        """Whether a lone word is written as a name and not only as the first of a sentence: not "Records"."""
        if token.text in inner:
            return True
        common = token.is_sent_start and token.tag_ in ("NN", "NNS") and self.titles.dictionary.has(token.lower_)
        return token.lower_ not in plain and not common

    def _acronym(self, token: Token) -> bool:
        """An acronym that ends the names of others and is one by itself: "the NHS"; not "Ltd", "Plc"."""
        known = token.lower_ in self.forms or self.titles.dictionary.has(token.lower_)
        return token.is_upper and len(token) > _FEW and token.ent_type_ == "ORG" and not known

    def _several(self, token: Token) -> bool:
        """ "Survivors", "Ministers", "Offices": people or bodies of a kind, though written with a capital."""
        word = token.lower_
        if token.is_upper:
            return False  # "the SAS"
        if word in self.crowds:
            return word not in self.selfnamed
        one = word.removesuffix("s")
        return one != word and (one in self.people or one in self.common) and word not in self.selfnamed

    def _of_headline(self, doc: Doc, p: Proposal, surnames: set[str]) -> bool:
        """Words of a headline that have capitals as all its words do: "Seeks Answers on Housing Agency Watchdog".

        So too someone's surname with what they do: "Boyd Press Housing Agency".
        """
        runs_on = p.end < len(doc) and (_goes_on(doc, p.end) or doc[p.end].text in APOSTROPHES)
        runs_on = runs_on or not surnames.isdisjoint(words_at(doc, p))
        return p.kind == self.body and p.weight <= SHAPE and runs_on

    def _field(self, doc: Doc, p: Proposal) -> bool:
        """Whether a "body" is what a post is for: "Director of Food Safety", "Fire Safety Officer"."""
        return p.weight <= SHAPE + MODEL and self.nonames.is_field(doc, p.start, p.end)

    def _passing(self, words: tuple[str, ...]) -> bool:
        """ "Acting Committee Chairperson Anna Boyd": the chairperson is acting."""
        return len(words) == 2 and words[0] in self.acting and words[1] in self.common

    def _portfolio(self, doc: Doc, p: Proposal) -> bool:
        """Whether a "body" is what a minister or ministry is for: "Mines Minister", "the Interior | ministry"."""
        if p.end < len(doc) and p.weight <= MODEL and self.lower.is_of_field(doc, p.end) and p.end - p.start == 1:
            return True
        if self.shapes.body_words & set(words_at(doc, p)[-1:]) and p.weight >= SHAPE:
            return False
        if p.end < len(doc) and doc[p.end].lower_ in self.ministerial and doc[p.end].text[0].isupper():
            if p.end - p.start > 1 and (doc[p.end - 1].lower_, doc[p.end].lower_) in self.titles.posts:
                return True  # "Agriculture Cabinet | Secretary"
            return p.weight < LISTED and doc[p.end - 1].lower_ not in self.selfnamed
        return p.start > 1 and doc[p.start - 1].lower_ in OF and doc[p.start - 2].lower_ in self.ministerial

    def _alone(self, doc: Doc, p: Proposal, heads: set[str]) -> bool:
        """Whether a lone common word is a name: "Congress", "the Government" of a text that names no other."""
        token = doc[p.start]
        if p.kind != self.body:
            return token.ent_type_ in ("GPE", "PERSON")
        if token.lower_ not in self.selfnamed or token.lower_ in heads or not token.text[0].isupper():
            return False
        near = [*doc[max(p.start - 1, 0) : p.start], *doc[p.end : p.end + 1]]
        if any(is_capitalised(t) and t.pos_ in _NAMING and not self._ends_there(token, t) for t in near):
            return False
        determined = p.start > 0 and doc[p.start - 1].lower_ == "the"
        bare = token.lower_ in self.lower.bare and token.dep_ != "compound"
        return determined or bare or (token.tag_ == "NNP" and token.ent_type_ in ("ORG", "NORP"))

    def _ends_there(self, name: Token, token: Token) -> bool:
        """A neighbour with a capital that is no part of the name: "Labour | MP", "Yesterday | Congress"."""
        return (
            token.is_sent_start
            or (token.i < name.i and self._several(token))
            or (name.lower_ in self.model.parties and (token.lower_,) in self.titles.posts)
        )


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether more words follow, with no mark between."""
    return end < len(doc) and doc[end].is_alpha and not doc[end].is_sent_start


def _heads(words: tuple[str, ...]) -> set[str]:
    """The nouns of a body's name of several words: its last, and the one before "of"."""
    if len(words) == 1:
        return set()
    return {words[-1]} | {a for a, b in pairwise(words) if b in OF}


def _owned(lexicon: Lexicon) -> frozenset[str]:
    """Words that end the names of firms, and of other bodies that are called after a name of their own."""
    kinds = lexicon.denoting("BodyWord")
    firms = {kind for word in lexicon.evoking("LegalForm") for kind in kinds.get(word, ())}
    return lexicon.evoking("Eponymous") | {word for word, kind in kinds.items() if kind & firms}


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether a span is a part of a longer one: the listed "Care Board" of the head "NORTHERN CARE BOARD"."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _labels(ontology: Ontology) -> dict[str, str]:
    """Labels of the model, each with the class it means."""
    return {label: local_name(iri) for iri, term in ontology.classes.items() for label in term.ner_labels}


@Language.factory("kg_names", assigns=["doc.spans"], requires=["doc.ents", "token.pos"])
def make_names(nlp: Language, name: str, lexicon: str | None = None, ontology: str | None = None) -> NameFinder:  # noqa: ARG001 - the factory's signature
    for extension in ("kg_acronyms", "kg_blocks"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
    return NameFinder(lexicon_at(lexicon, ontology), load_ontology(), load_gazetteer(), nlp)
