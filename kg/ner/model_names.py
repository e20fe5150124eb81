"""Names the statistical model found, trimmed, and with the classes it is known to confuse put right."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.lexicon import Lexicon
from kg.ner.acronyms import is_acronym
from kg.ner.cuts import AND, OF, is_bar
from kg.ner.lines import markers
from kg.ner.proposals import LOWER, MODEL, SHAPE, SURE, Proposal
from kg.ner.sites import Sites
from kg.ner.titles import Titles, ends_given_name, is_capitalised, is_grade, is_hyphen
from kg.snapshot import labelled
from kg.wordlists import forms

_CAMEL = re.compile(r"([A-Z][a-z]{2,})[A-Z][A-Za-z]+")  # "PowerCo", not "McAllister"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}|[A-Z]\w{0,4}-[A-Z][\w.]{0,6}")  # "G3", "(D-NJ)", "(R-Iowa)"
_QUESTION = re.compile(r"[QA]\d{1,3}")  # before who asks: "Q12 Anna Boyd: ..."
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass"})


class ModelNames:
    """Turns ``doc.ents`` into proposals."""

    def __init__(
        self, lexicon: Lexicon, titles: Titles, labels: Mapping[str, str], kinds: tuple[str, str, str]
    ) -> None:
        self.titles = titles
        self.labels = labels
        self.person, self.body, self.place = kinds
        self.body_words = titles.body_words
        bodies = (tuple(form.split()) for form in lexicon.denoting("BodyWord"))
        self.districts = {
            words[-2:] for words in bodies if len(words) > 1 and words[-1] in lexicon.evoking("PlaceNominal")
        }
        self.greetings = lexicon.evoking("Greeting")
        self.parties = frozenset(
            w for w, kind in lexicon.denoting("BodyWord").items() if any(k.endswith("political-party") for k in kind)
        )
        self.no_bodies = lexicon.evoking("Law") | lexicon.evoking("Programme")
        self.causes = lexicon.evoking("Programme") & lexicon.evoking("Campaigning")
        self.laws = lexicon.evoking("Law", "noun")
        self.papers = lexicon.evoking("Instrument", "noun")
        self.areas = lexicon.evoking("PlaceNominal")
        nouns = frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("Firm")
        self.nouns = nouns - people_among(nouns, lexicon)
        self.weak = lexicon.evoking("WeakBodyWord")
        self.inward = lexicon.evoking("Inward")
        self.premises = lexicon.evoking("Premises")
        self.public = lexicon.evoking("LowerBody") | lexicon.evoking("FieldOrgan") | forms("PublicField")
        self.firms = lexicon.evoking("Firm")
        self.ministers = lexicon.evoking("Ministerial")
        roles = lexicon.roles
        judging = (lexicon.verbs_of(r) for r in (roles.censure, roles.approval, roles.call))
        self.speaking = lexicon.evoking("Reporting", "verb").union(*judging) - lexicon.evoking("Finding", "verb")
        self.offices = lexicon.evoking("SoleOffice")
        self.fields = lexicon.evoking("OfficeOf")
        self.selfnamed = lexicon.evoking("SelfNamed")
        self.greetings = lexicon.evoking("Greeting")
        self.people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal")
        self.staff_posts = lexicon.evoking("StaffPost")
        self.sites = Sites(titles)

    def find(self, doc: Doc) -> Iterator[Proposal]:
        """Proposals for all entities of the Doc that may be names."""
        marks = markers(doc)
        for ent in filter(None, (self._unnumbered(ent, marks) for ent in doc.ents)):
            for span in self._clauses(doc, ent):
                yield from (self._ungreeted(doc, p) for p in self._read(doc, span))

    def _unnumbered(self, ent: Span, marks: Collection[int]) -> Span | None:
        """ "4.2 | Ann Lee", "Auditor | IV | Ann Lee"; nothing is left of "B. Scope of Audit", a section's heading."""
        if ent.start not in marks and not is_grade(ent.doc, ent.start):
            return ent
        rest = ent[1:]
        plain = all(t.is_stop or self.titles.dictionary.has(t.lower_) for t in rest)
        return None if plain else labelled(ent.doc, rest.start, rest.end, ent.label_)

    def _ungreeted(self, doc: Doc, p: Proposal) -> Proposal:
        """ "Dear | Anna"."""
        greeted = p.end - p.start > 1 and doc[p.start].lower_ in self.greetings
        return replace(p, start=p.start + 1) if greeted else p

    def _clauses(self, doc: Doc, ent: Span) -> Iterator[Span]:
        """A span without the verbs in it: "Health Ministry | fined | Acme Ltd", "review | Acme Ltd"."""
        if ent.label_ not in ("ORG", "PERSON") or len(ent) == 1:
            yield ent
            return
        start = ent.start
        for token in ent:
            verb = token.tag_ in _FINITE and self._plain(token) and self.titles.dictionary.has(token.lower_)
            if verb or is_bar(token, self.body_words) or self._parts(ent, token):
                if token.i > start:
                    yield labelled(doc, start, token.i, ent.label_)
                start = token.i + 1
        if start == ent.start:
            yield ent
        elif start < ent.end:
            yield labelled(doc, start, ent.end, ent.label_)

    def _parts(self, ent: Span, comma: Token) -> bool:
        """ "Treasury |, | Home Office": a comma after the noun of a whole name, and another name after it."""
        if comma.text != "," or not ent.start < comma.i < ent.end - 1 or ent.label_ != "ORG":
            return False
        following, rest = comma.nbor(), ent.doc[comma.i + 1 : ent.end]
        joined = any(t.lower_ in AND for t in rest) or following.lower_.rstrip(".") in self.titles.forms
        whole = comma.nbor(-1).lower_ in self.body_words - self.weak
        return whole and is_capitalised(following) and not joined and rest[-1].lower_ in self.body_words

    def _read(self, doc: Doc, ent: Span) -> Iterator[Proposal]:
        kind = self.labels.get(ent.label_)
        if ent[-1].lower_ in (self.parties if ent.label_ == "NORP" else self.body_words if ent.label_ == "LAW" else ()):
            kind = self.body  # the model takes an "Anti-Doping Agency" for a law
        if kind is None and ent.label_ == "LAW":
            yield Proposal(ent.start, ent.end, "", SHAPE)
        if kind is None or self._in_post(doc, ent) or self._is_post(doc, ent):
            return
        start, end = self.titles.trim(doc, ent.start, ent.end)
        if start >= end or self._unnamed(doc, start, end):
            return
        if doc[start].lower_ in self.fields and end - start > 1 and doc[start + 1].lower_ in OF:
            return  # "Commissioner of Police"
        if doc[start].lower_ in OF:  # "Registrar | of Thrift Bodies": what remains of an office
            if kind == self.body and self._may_be_office(doc, start):
                yield Proposal(start - 1, end, kind, MODEL)
            return
        yield from self._named(doc, start, self._before_law(doc, start, end), kind)

    def _before_law(self, doc: Doc, start: int, end: int) -> int:
        """Where a body's name ends before a law of its own: "Cabinet Office | Code of Governance"."""
        laws = (i for i in range(start + 2, end - 1) if doc[i].lower_ in self.laws and doc[i + 1].lower_ in OF)
        law = next(laws, end)
        return law if doc[law - 1].lower_ in self.body_words else end

    def _named(self, doc: Doc, start: int, end: int, kind: str) -> Iterator[Proposal]:
        """The name that is left of a span of the model's."""
        if kind != self.place and self.sites.is_vessel(doc, start, end):
            yield Proposal(start, end, "", SHAPE)
            return
        kind = self._kind(doc, start, end, kind)
        site = self._site_end(doc, end)
        if site and (self._sited(doc, start, end, site) if kind == self.body else _definite(doc, start)):
            yield Proposal(start, site, self.body, SURE if doc[end - 1].lower_ in self.areas else LOWER)
            return
        if kind == self.person:
            first = start
            start, end = self._whole_person(doc, start, end)
            if start > first and end - start == 1 and self.titles.dictionary.has(doc[start].lower_):
                return  # "13:34 | Good"
        elif kind == self.body and self._names_no_body(doc, start, end):
            yield Proposal(start, end, "", SHAPE)
            return
        named = start and kind != self.body and end - start < 4 and self._follows_noun(doc, start)
        yield Proposal(start, end, self.body, SHAPE) if named else Proposal(start, end, kind, MODEL)

    def _is_post(self, doc: Doc, ent: Span) -> bool:
        """ "The Director of Public Prosecutions": an office, of which nothing is left that could be a body."""
        words = tuple(t.lower_ for t in doc[ent.start + (ent[0].lower_ == "the") : ent.end])
        return len(words) > 2 and words in self.titles.posts

    def _may_be_office(self, doc: Doc, of: int) -> bool:
        """Whether a post before "of" may name a body: no minister does."""
        return of > 0 and doc[of - 1].text[0].isupper() and doc[of - 1].lower_ not in self.ministers | self.fields

    def _in_post(self, doc: Doc, ent: Span) -> bool:
        """A part of a post: "Defense | Secretary", "Secretary of State for Levelling Up, | Housing and Communities"."""
        i = ent.start
        if ent.label_ == "PERSON" and len(ent) == 1:
            return self.titles.end(doc, i) > i + 1  # "Controller | and Auditor-General"
        if ent.label_ != "ORG" or ent[-1].lower_ in self.body_words:
            return False
        if any(self.titles.end(doc, k) > ent.end - 1 for k in range(max(0, i - 3), i + 1)):
            return True
        while i and (is_capitalised(doc[i - 1]) or doc[i - 1].lower_ in (",", "and", "&")):
            i -= 1
        if i < 2 or doc[i - 1].lower_ != "for":
            return False
        return (doc[i - 2].lower_,) in self.titles.posts or doc[i - 2].lower_ == "state"

    def _kind(self, doc: Doc, start: int, end: int, kind: str) -> str:
        last, length = doc[end - 1], end - start
        if length == 1 and kind != self.place and self._stands_in(doc, start):
            return self.place
        if kind != self.place and self.sites.is_place(doc, start, end, unsure=kind == self.person):
            return self.place
        if kind != self.body:
            if length == 1 and kind == self.person and (self._one_of_its_kind(doc, start) or self.is_camel(last.text)):
                return self.body
            if length > 1 and self._ends_body(doc, end) and not self._bears_surname(doc, start, end, kind):
                return self.body
            if (
                kind == self.person
                and length == 1
                and (_is_abbreviation(last.text) or any(c.isdigit() for c in last.text))
            ):
                return self.body
            if self.said_to_be_body(doc, end):
                return self.body
            if kind == self.place and length == 1 and self._acts(last):
                return self.body
        elif 1 < length < 5 and self.titles.described(doc, end):
            return self.person
        return kind

    def _one_of_its_kind(self, doc: Doc, i: int) -> bool:
        """ "the Duma": no person is called so."""
        return i > 0 and doc[i - 1].lower_ == "the" and doc[i].lower_ in self.selfnamed

    def is_camel(self, word: str) -> bool:
        """Whether a word has a capital inside, as only bodies have: "PowerCo", not "MacAskill" or "VanDyke"."""
        match = _CAMEL.fullmatch(word)
        return match is not None and match[1].casefold() not in self.titles.particles

    def _ends_body(self, doc: Doc, end: int) -> bool:
        """ "Hill Agro Ltd.", "Elm Creek Irrigation District"."""
        last = doc[end - 1].lower_.rstrip(".")
        return last in self.body_words or (doc[end - 2].lower_, last) in self.districts

    def _bears_surname(self, doc: Doc, start: int, end: int, kind: str) -> bool:
        """ "Emily Post", "David Church, the minister": a person, whose surname is a body's word too."""
        if kind != self.person or doc[end - 1].lower_ not in self.weak or end - start > 3:
            return False
        if start and doc[start - 1].pos_ == "DET":
            return False
        known = self.titles.dictionary.has(doc[start].lower_)
        return not known or self.titles.end(doc, start - 1) == start or self.titles.described(doc, end)

    def _stands_in(self, doc: Doc, i: int) -> bool:
        """ "a flood in Thornaby": no person, unless confidence or trust is in them."""
        before = doc[i - 1] if i else None
        if before is None or before.lower_ not in ("in", "near", "at", "outside", "across") or before.dep_ != "prep":
            return False
        if doc[i].is_upper or doc[i].lower_ in self.nouns or doc[i].lower_ in self.body_words:
            return False
        return before.head.lemma_ not in self.inward and (i + 1 == len(doc) or doc[i + 1].text not in ("'s", "’s"))

    def _sited(self, doc: Doc, start: int, end: int, stop: int) -> bool:
        """Whether what the model takes for a body is where one sits: "Lindwood | police"; not "the NHS hospital"."""
        area = doc[end - 1].lower_ in self.areas and end - start > 1  # "Kern County | jail"
        taken = self.body_words | self.parties
        plain = all(t.text.istitle() and t.lower_ not in taken for t in doc[start : end - area])
        sort = {t.lower_ for t in doc[end:stop]}
        public = area or len(sort) > 1 or bool(sort & self.public)
        return plain and end - start < 3 and public and sort.isdisjoint(self.selfnamed)

    def _site_end(self, doc: Doc, end: int) -> int:
        """Where "Wandsworth | prison", "Kayole | police station" ends; 0 where no premises follow the name."""
        for n in (4, 3, 2, 1):
            stop = end + n
            if (
                stop >= len(doc)
                or doc[end].is_sent_start
                or " ".join(t.text for t in doc[end:stop]) not in self.premises
            ):
                continue
            if doc[stop].pos_ not in ("NOUN", "PROPN") and doc[stop - 1].dep_ != "compound":
                return stop
        return 0

    def _acts(self, token: Token) -> bool:
        """Whether a word the model has never seen, and takes for a place, does or suffers what a body does."""
        unseen = token.is_oov and token.head.pos_ == "VERB"
        return unseen and token.dep_ in _ARGUMENTS and token.tag_ == "NNP"

    def said_to_be_body(self, doc: Doc, end: int) -> bool:
        """ "Brindley, the auditors,", "Oakmere, a company in Leeds"."""
        if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
            return False
        for token in doc[end + 2 : min(end + 7, len(doc) - 1)]:
            if is_hyphen(doc, token.i) or is_hyphen(doc, token.i - 1):
                continue  # "an election-monitoring group"
            if token.pos_ in ("ADP", "VERB", "AUX", "PUNCT", "PART") or token.lower_ in self.titles.heads:
                return False
            if token.dep_ in _ARGUMENTS:
                return False  # "in a ruling by Ann Lee, the court said"
            if token.lower_ in self.nouns and token.nbor().pos_ not in ("NOUN", "PROPN", "PART"):
                return token.text.islower() and token.lower_ not in self.areas
        return False

    def _follows_noun(self, doc: Doc, start: int) -> bool:
        """ "the accountants Reed Marlow", "the law firm Hale de Vries", "the regulator Ofwat"."""
        before = doc[start - 1].text  # as written: "Group" may end another name
        if doc[start - 1].is_sent_start and before.lower() in self.firms:
            return self.titles.end(doc, start - 1) != start
        two = f"{doc[start - 2].text} {before}" if start > 1 else ""
        return before in self.nouns or before in self.firms or two in self.firms

    def _unnamed(self, doc: Doc, start: int, end: int) -> bool:
        """Without a capital, an office ("Attorney-General"), or a code."""
        if not any(is_capitalised(t) for t in doc[start:end]):
            return True
        return " ".join(t.lower_ for t in doc[start:end]) in self.offices or self._is_code(doc, start, end)

    def _is_code(self, doc: Doc, start: int, end: int) -> bool:
        return bool(_CODE.fullmatch(doc[start:end].text)) and (
            any(c.isdigit() for c in doc[start:end].text) or (start > 0 and doc[start - 1].text == "(")
        )

    def _names_no_body(self, doc: Doc, start: int, end: int) -> bool:
        """A law, a programme, a post, an illness: "Safety at Work Act", "Internal Audit Manager", "COVID-19"."""
        words = [t.lower_.rstrip("-0123456789") for t in doc[start:end]]
        words = [word for word in words if word.isalpha()]
        if self._speaks(doc, start, end):
            return False
        if words and words[-1] in self.staff_posts - self.body_words:
            return words[0] not in self.body_words or words[1:2] != ["of"]  # "Office of the Rail Inspector" is a body
        if end - start > 2 and doc[start].lower_ in self.laws and doc[start + 1].lower_ in OF:
            return True  # "Constitution of India"
        if words[-2:-1] == ["of"] and words[-3:-2] and words[-3] in self.body_words - self.weak:
            return False  # "Ministry of Law"
        following = doc[end].text if end < len(doc) else ""
        return bool(words) and (
            words[-1] in self.no_bodies | self.papers or following in ("Act", "Bill", "Regulations")
        )

    def _speaks(self, doc: Doc, start: int, end: int) -> bool:
        """ "The Safe Roads Initiative urged": a programme does not, but a group of that name."""
        root = doc[start:end].root
        return root.dep_ == "nsubj" and root.head.lemma_ in self.speaking and doc[end - 1].lower_ in self.causes

    def _whole_person(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """A person's name with the parts the model left out: "Adaeze | Nwosu Bello", "von | der Heide"."""
        while end - start > 1 and (self._plain(doc[start]) or self._says_what(doc, start, end)):
            start += 1  # "cathaoirleach | Nora Lenihan"
        while start and self._goes_with(doc, start - 1, start):
            start -= 1
        while end < len(doc) and end - start < 7 and self._continues(doc, end):
            end += 1
        end = next((t.i for t in doc[start + 1 : end] if self._plain(t)), end)  # "Ncube | told Dube"
        end -= doc[end - 1].is_punct and not doc[end - 1].is_quote and end - start > 2  # "Paul Reid | - the clerk"
        space = next((t.i for t in doc[start + 1 : end] if t.is_space), end)
        if space - start > 1 and len(doc[space - 1]) > 2:
            end = space  # a line of a list, and the next
        return start, self.titles.without_letters(doc, start, end)

    def _says_what(self, doc: Doc, start: int, end: int) -> bool:
        """ "13:34 | Paria", "Dear | Desmond", "Farmer | Ema Kral", at the start of a sentence."""
        token = doc[start]
        if token.text[0].isdigit() or token.lower_ in self.greetings:
            return True
        return bool(token.is_sent_start) and end - start > 2 and token.lower_ in self.people

    def _continues(self, doc: Doc, end: int) -> bool:
        """After a hyphen or a particle, and at a hyphen: "Mensah | -Boateng"."""
        token, before = doc[end], doc[end - 1]
        if ends_given_name(doc, end):
            return True
        if token.ent_type_ == "DATE" and is_capitalised(token) and before.dep_ == "compound" and before.head == token:
            return True  # "Theresa | May"
        if token.is_sent_start or not (
            is_hyphen(doc, end) or is_hyphen(doc, end - 1) or before.lower_ in self.titles.particles
        ):
            return False
        return is_hyphen(doc, end) or token.lower_ in self.titles.particles or is_capitalised(token)

    def _plain(self, token: Token) -> bool:
        """A lower-case word that is no part of a name."""
        plain = token.is_lower and token.is_alpha and token.lower_ not in self.titles.particles
        return plain and not ends_given_name(token.doc, token.i)

    def _goes_with(self, doc: Doc, i: int, start: int) -> bool:
        """Whether the word at i is a first name of the person whose name goes on at ``start``."""
        token = doc[i]
        if (
            token.lower_ in self.greetings
            or (token.is_sent_start and token.lower_ in self.people)
            or doc[start].is_sent_start
            or token.tag_ != "NNP"
            or not is_capitalised(token)
            or token.ent_type_ in _PLACES
            or _QUESTION.fullmatch(token.text)
        ):
            return False
        if token.ent_type_ == "DATE" or token.lower_ in self.body_words or token.lower_ in self.titles.heads:
            return False
        if token.lower_.rstrip(".") in self.titles.words or token.lower_ in self.titles.words | self.firms:
            return False
        return token.head.i >= start and token.dep_ == "compound" and not (token.is_upper and len(token) > 2)


def _definite(doc: Doc, start: int) -> bool:
    """Not "a Leeds school"."""
    return start > 0 and doc[start - 1].lower_ not in ("a", "an", "each", "every", "any", "another")


def people_among(nouns: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Nouns for bodies that stand before the name of a person too: "prosecutor", "judges"."""
    posts = {words[0] for words in lexicon.posts if len(words) == 1}
    people = lexicon.evoking("Human") | lexicon.evoking("PersonNominal") | posts
    return frozenset(w for w in nouns - lexicon.evoking("Firm") if w in people or w.removesuffix("s") in people)


def _is_abbreviation(text: str) -> bool:
    return is_acronym(text) and text.isupper() and len(text) < 8
