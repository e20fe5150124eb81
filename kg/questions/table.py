"""All questions, in the order in which they are read."""

from itertools import chain

from kg.questions import corroboration, followup, gaps, independence, intime, measures, speaking, watching
from kg.questions.types import Question

_FILES = (watching, gaps, independence, followup, corroboration, intime, speaking, measures)

QUESTIONS: dict[str, Question] = {q.name: q for q in chain.from_iterable(file.QUESTIONS for file in _FILES)}
GROUPS: tuple[str, ...] = tuple(dict.fromkeys(question.group for question in QUESTIONS.values()))
