"""How well documents are read, measured against a gold standard: ``kg eval GOLD``.

A gold folder holds, for each document, its text (``NAME.txt``) and what a careful reader would put
into the graph (``NAME.json``): entities with aliases, and relations with status and evidence.
"""

from kg.evaluate.gold import Gold, GoldEntity, GoldRelation, read_gold
from kg.evaluate.measure import Evaluation, Row, evaluate

__all__ = ["Evaluation", "Gold", "GoldEntity", "GoldRelation", "Row", "evaluate", "read_gold"]
