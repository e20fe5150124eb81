"""Coreference: who is who within one document. A stage of its own, usable alone as a spaCy component.

After ``kg_coref``, ``doc._.kg_cast`` holds the :class:`Cast`: its things (people, bodies, places,
reports, investigations), which token speaks of which, the posts people hold, and who says what.
"""

from spacy.language import Language
from spacy.tokens import Doc

from kg.coref.anaphora import Resolver
from kg.coref.cast import Cast, Holding, Speech, Thing
from kg.coref.defined import learn_terms
from kg.coref.describe import describe
from kg.coref.events import EventReader
from kg.coref.foretold import foretell
from kg.coref.host import HostReader
from kg.coref.listed import ListReader
from kg.coref.named import cluster
from kg.coref.posts import PostReader
from kg.coref.sole import SoleReader
from kg.coref.speakers import SpeakerReader
from kg.coref.speech import SpeechReader
from kg.coref.subject_line import SubjectLineReader
from kg.coref.voice import VoiceReader
from kg.coref.wholes import WholeReader
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, lexicon_at
from kg.snapshot import Snapshots
from kg.vocab import Ontology, load_ontology

__all__ = ["Cast", "CastReader", "Holding", "Speech", "Thing"]


class CastReader:
    """Component ``kg_coref``: sets ``doc._.kg_cast``."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.snapshots = Snapshots()
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.wholes = WholeReader(lexicon)
        self.subjects = SubjectLineReader(lexicon)
        self.sole = SoleReader(lexicon)
        self.posts = PostReader(lexicon)
        self.speech = SpeechReader(lexicon)
        self.host = HostReader(lexicon)
        self.voice = VoiceReader(lexicon)
        self.resolver = Resolver(lexicon)
        self.lists = ListReader(lexicon, self.resolver.nouns)
        self.speakers = SpeakerReader(lexicon)
        self.events = EventReader(lexicon, ontology)

    def __call__(self, doc: Doc) -> Doc:
        doc._.kg_cast = self.read(doc)
        return doc

    def read(self, doc: Doc) -> Cast:
        cast = cluster(self.snapshots.of(doc), self.lexicon, self.gazetteer)
        describe(cast, self.lexicon, self.resolver.nouns.people, self.subjects)
        learn_terms(cast, self.lexicon)
        foretell(cast, self.lexicon)
        self.wholes.run(cast)
        self.sole.run(cast)
        self.lists.run(cast)
        cast.holdings = self.posts.find(cast)
        cast.hear(self.speech.find(cast))
        cast.host = self.host.find(cast)
        cast.addressee = self.host.addressee(cast)
        cast.own = self.host.own(cast)
        cast.voice = self.voice.find(cast)
        self.resolver.run(cast)
        self.speakers.settle(cast)
        self.events.run(cast)
        return cast


@Language.factory("kg_coref", assigns=["doc._.kg_cast"], requires=["doc.spans", "token.dep"])
def make_coref(nlp: Language, name: str, lexicon: str | None = None, ontology: str | None = None) -> CastReader:  # noqa: ARG001 - the factory's signature
    if not Doc.has_extension("kg_cast"):
        Doc.set_extension("kg_cast", default=None)
    return CastReader(lexicon_at(lexicon, ontology), load_ontology(), load_gazetteer())
