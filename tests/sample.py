"""A graph made by hand: a ministry over an inspectorate over a force, what is denied, and a bystander."""

import hashlib
from pathlib import Path

from kg.types import Document, Resolved, Status
from tests import factory

INSPECTED = "The Inspectorate inspected Riverside Police in 2014."
DENIED = "The Inspectorate did not investigate Riverside Police."
OVERSEEN = "The Ministry supervises the Inspectorate."
PRAISED = "Riverside Police praised the Bystander Trust."
TEXTS = {"one": f"{INSPECTED}\n\n{DENIED}\n", "two": f"{OVERSEEN} {PRAISED}\n"}
MINISTRY, INSPECTORATE, FORCE, BYSTANDER = (
    factory.entity(name) for name in ("Ministry", "Inspectorate", "Riverside Police", "Bystander Trust")
)


def resolved(folder: Path) -> Resolved:
    """The corpus; its two files are written to the folder."""
    one, two = (_written(folder, stem) for stem in sorted(TEXTS))
    return factory.resolved(
        one,
        two,
        *(MINISTRY, INSPECTORATE, FORCE, BYSTANDER),
        factory.claim(INSPECTORATE, "inspects", FORCE, factory.evidence(one, INSPECTED)),
        factory.claim(INSPECTORATE, "investigates", FORCE, factory.evidence(one, DENIED), status=Status.DENIED),
        factory.claim(MINISTRY, "oversees", INSPECTORATE, factory.evidence(two, OVERSEEN)),
        factory.claim(FORCE, "praises", BYSTANDER, factory.evidence(two, PRAISED)),
    )


def _written(folder: Path, stem: str) -> Document:
    file = folder / f"{stem}.txt"
    file.write_text(TEXTS[stem], "utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    title = f"Document {stem}"
    return factory.document(stem, TEXTS[stem], source=file.as_posix(), sha256=digest, title=title)
