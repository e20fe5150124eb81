"""The questions ``kg ask`` puts to a graph, each answered with its sentences.

``QUESTIONS`` is the table of them; a question is one entry in the file of its group.
"""

from kg.questions.asking import ask, find_question, question_sparql
from kg.questions.table import GROUPS, QUESTIONS
from kg.questions.types import Answer, Finding, Kind, Parameter, Question, Quote, Statement

__all__ = [
    "GROUPS",
    "QUESTIONS",
    "Answer",
    "Finding",
    "Kind",
    "Parameter",
    "Question",
    "Quote",
    "Statement",
    "ask",
    "find_question",
    "question_sparql",
]
