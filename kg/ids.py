"""All minting of IRIs: deterministic, readable, and the same whatever the order of the input."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.types import Claim, Details, Document, Evidence

BASE = "https://w3id.org/oversight/id/"
SLUG_LENGTH = 80


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; never empty.

    >>> slug("Her Majesty’s Inspectorate of Constabulary")
    'her-majestys-inspectorate-of-constabulary'
    """
    plain = unicodedata.normalize("NFKD", text).replace("’", "").replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words)[:SLUG_LENGTH].strip("-") or digest(text)


def digest(*parts: str, size: int = 16) -> str:
    """A short hash of some strings, each kept apart from the next."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:size]


def entity(kind: str, name: str, *, base: str = BASE, apart: str = "") -> str:
    """IRI of an entity; ``kind`` is a class IRI, ``apart`` tells two of one name from each other."""
    local = re.split(r"[#/]", kind)[-1].lower()
    return f"{base}{local}/{slug(name)}" + (f"-{slug(apart)}" if apart else "")


def document(doc: str, *, base: str = BASE) -> str:
    return f"{base}document/{slug(doc)}"


def passage(doc: str, start: int, end: int, *, base: str = BASE) -> str:
    """A stretch of a document's text, as an RFC 5147 fragment."""
    return f"{document(doc, base=base)}#char={start},{end}"


def selector(kind: str, doc: str, start: int, end: int, *, base: str = BASE) -> str:
    """Selector of a passage; ``kind`` is "position" or "quote"."""
    return f"{document(doc, base=base)}#{kind}={start},{end}"


def claim(claim: Claim, *, base: str = BASE) -> str:
    """One IRI per subject, predicate, object and status; per role and term of office too."""
    d: Details = claim.details
    key = (claim.subject, claim.predicate, claim.object, claim.status.value)
    post = (d.role or "", d.valid_from or "", d.valid_until or "", str(d.former)) if d.role else ()
    return f"{base}claim/{digest(*key, *post)}"


def evidence(claim_iri: str, evidence: Evidence, *, base: str = BASE) -> str:
    key = (claim_iri, evidence.document, str(evidence.start), str(evidence.end), evidence.found_by)
    return f"{base}evidence/{digest(*key, evidence.said_by or '')}"


def document_ids(documents: Iterable[Document]) -> list[Document]:
    """Documents in a fixed order, each with an id of its own: its stem, told apart by its hash on a clash."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for doc in documents:
        groups[slug(doc.identifier or doc.id)].append(doc)
    out = []
    for stem, group in sorted(groups.items()):
        unique = {d.sha256: d for d in sorted(group, key=lambda d: d.source, reverse=True)}
        for sha, doc in sorted(unique.items()):
            # short enough that minting an IRI from it does not cut the hash off again
            out.append(replace(doc, id=stem if len(unique) == 1 else f"{stem[: SLUG_LENGTH - 9]}-{sha[:8]}"))
    return out
