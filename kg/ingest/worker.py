"""The child process that reads documents: limits on itself first, then one request after another.

A request is a line of JSON (suffix, length) and that many bytes; the answer is a line of JSON.
JSON and not pickle, so that a document that takes over its reader still cannot reach the parent.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import InputError
from kg.ingest import READERS
from kg.ingest.content import Content, clean, clean_title

MAX_CHARACTERS = 50_000_000
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn")


def read_content(data: bytes, suffix: str) -> Content:
    """Read a document in this process; InputError, without the name of the file, for what cannot be read."""
    found = READERS[suffix](data)
    text = clean(found.text)
    if not text.strip():
        raise InputError("holds no text; leave it out")
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"holds more than {MAX_CHARACTERS // 1_000_000} million characters; split it")
    return Content(text, clean_title(found.title), found.published)


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not garble the answers
    memory_mb, seconds = int(sys.argv[1]), float(sys.argv[2])
    sys.addaudithook(_refuse)
    _limit_memory(memory_mb)
    while request := sys.stdin.buffer.readline():
        _limit_processor(seconds)
        answers.write(json.dumps(_answer(request, sys.stdin.buffer), ensure_ascii=False).encode() + b"\n")
        answers.flush()


def _answer(request: bytes, stream: BinaryIO) -> dict[str, Any]:
    head = json.loads(request)
    try:
        content = read_content(stream.read(head["length"]), head["suffix"])
    except InputError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"memory": True}
    except Exception as error:
        # Parsers meet hostile bytes with any exception there is. It is told, not hidden: the run goes on.
        if "memory" in str(error).lower():  # lxml's way of saying MemoryError
            return {"memory": True}
        what = " ".join(clean(f"{type(error).__name__}: {error}").split())[:200]
        return {"error": f"cannot be parsed ({what}); it may be damaged: save it anew or as .txt"}
    return {"text": content.text, "title": content.title, "published": content.published}


def _refuse(event: str, _: object) -> None:
    """No reader has business with the network or with other programs."""
    if event.startswith(_REFUSED):
        raise PermissionError(f"a reader tried {event}")


def _limit_memory(megabytes: int) -> None:
    """Above what the interpreter itself takes. Where the system has no such limit, only the clock is left."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit_processor(seconds: float) -> None:
    """The parent keeps the clock; this ends a child whose parent was killed."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
