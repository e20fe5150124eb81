"""A stand-in for the language stages, quick and predictable: each line "A inspects B." is a claim."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence

from kg.types import Claim, Document, Evidence, Mention, Reading, Referent, Status
from kg.vocab import OV


def plain_reader(*_: object) -> Callable[[Sequence[Document]], Iterator[Reading]]:
    """As kg.pipeline.reader; a text with KILL ends the process, one with RAISE raises."""
    return lambda documents: (read_plainly(document) for document in documents)


def read_plainly(document: Document) -> Reading:
    if "KILL" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "RAISE" in document.text:
        raise ValueError("cannot make sense of it")
    referents: list[Referent] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for line in document.text.splitlines():
        start = document.text.index(line)
        ends = []
        for name in line.rstrip(".").split(" inspects "):
            referent = Referent(f"{document.id}#{len(referents)}", OV.Organisation, name)
            at = document.text.index(name, start)
            referents.append(referent)
            mentions.append(Mention(document.id, at, at + len(name), name, OV.Organisation, referent.id))
            ends.append(referent.id)
        if len(ends) == 2:
            evidence = Evidence(document.id, start, start + len(line), 0.9, "https://w3id.org/oversight/lexicon#x")
            claims.append(Claim(ends[0], OV.inspects, ends[1], Status.ASSERTED, (evidence,)))
    return Reading(document, tuple(referents), tuple(mentions), tuple(claims))
