"""Names, titles, reports, investigations and dates: one spaCy pipeline, built by one function.

    nlp = kg.ner.load()
    doc = nlp("HM Inspectorate of Prisons inspected the jail in May 2019.")
    doc.spans["names"]

The components are ordinary spaCy ones (``kg_names``, ``kg_events``, ``kg_dates``): ``Doc -> Doc``.
"""

from kg.ner.annotate import annotate, load, settings
from kg.ner.layer import Layer

__all__ = ["Layer", "annotate", "load", "settings"]
