"""What the language model says of a text, kept on disk: a changed lexicon needs no new look at the words.

Kept is what the model computes at length (tokens, tags, syntax, entities), block by block; lemmas and all
that this package adds are worked out anew each time, in a tenth of the time. A file is found again by its
text and by all that what is in it depends on: the model, spaCy, and the code that runs them.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from spacy import about
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg.kept import keep, kept
from kg.lexicon import Lexicon

ATTRIBUTES = ("ORTH", "SPACY", "TAG", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE")
LATER = ("attribute_ruler", "lemmatizer")  # components of the model that what is kept goes through once more
_CODE = (
    "annotate.py",
    "blocks.py",
    "dateline.py",
    "layer.py",
    "speed.py",
    "speed_embed.py",
    "speed_ner.py",
    "tokenizer.py",
    "unmarked.py",
)


class Layer:
    """A folder with one file for each text that was read."""

    def __init__(self, folder: Path, nlp: Language, lexicon: Lexicon) -> None:
        self.folder = folder
        self.nlp = nlp
        self.version = _version(nlp, lexicon)
        self.later = [nlp.get_pipe(name) for name in LATER if nlp.has_pipe(name)]

    def get(self, text: str) -> list[Doc] | None:
        """The blocks of a text as they were kept, with their lemmas; None when they were not, or are damaged."""
        file = self._file(text)
        content = kept(file)
        if content is None:
            return None
        with suppress(OSError):
            file.touch()  # tells the sweep that it is of use still
        return [self._finish(doc) for doc in DocBin().from_bytes(content).get_docs(self.nlp.vocab)]

    def put(self, text: str, blocks: Sequence[Doc]) -> None:
        """Keep the blocks of a text, if the folder can be written to."""
        keep(self._file(text), DocBin(attrs=ATTRIBUTES, docs=blocks).to_bytes())

    def _file(self, text: str) -> Path:
        return self.folder / hashlib.sha256(f"{self.version}\n{text}".encode()).hexdigest()

    def _finish(self, doc: Doc) -> Doc:
        for component in self.later:
            doc = component(doc)
        return doc


def _version(nlp: Language, lexicon: Lexicon) -> str:
    """A digest of what the model's answers depend on: the lexicon only by the titles taught to the tokeniser."""
    meta = nlp.meta
    told = [about.__version__, meta["lang"], meta["name"], meta["version"], *sorted(lexicon.evoking("Title"))]
    code = [(files("kg.ner") / name).read_bytes() for name in _CODE]
    return hashlib.sha256(b"\x1f".join([*(part.encode() for part in told), *code])).hexdigest()
