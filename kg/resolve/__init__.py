"""Resolution: which referents of the documents are one entity, decided pair by pair with a reason.

Candidates are gathered in blocks by their names and compared within them; a Resolver makes a
partition of the judgements, and a Linker tells which entity each referent is.
"""

from kg.resolve.judgement import Judgement, Pair, Verdict
from kg.resolve.linker import Linker
from kg.resolve.stage import resolve
from kg.resolve.words import Words, load_words

__all__ = ["Judgement", "Linker", "Pair", "Verdict", "Words", "load_words", "resolve"]
