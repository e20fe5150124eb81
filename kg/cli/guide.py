"""docs/questions.md: a section for each question of ``kg ask``, with its real output on the sample documents.

``make docs`` writes it anew: ``python -m kg.cli.guide STORE > docs/questions.md``.
"""

import shlex
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from kg.cli.answers import lines
from kg.cli.ask import usage
from kg.graph import GraphStore, open_store
from kg.questions import GROUPS, QUESTIONS, Question, ask

WIDTH, MOST_LINES = 100, 18
EXAMPLES: dict[str, tuple[str, ...]] = {  # what the questions that need something are asked with
    "overseers": ("South Yorkshire Police",),
    "overseen": ("Home Office",),
    "chain": ("National Crime Agency", "Home Affairs Committee"),
    "tops": ("National Crime Agency",),
    "path": ("Keith Vaz", "Alexis Jay"),
    "shared": ("South Yorkshire Police", "HMIC"),
    "idle": ("2015",),
    "timeline": ("IPCC",),
    "lineage": ("IOPC",),
    "says": ("John Drew",),
    "said-of": ("South Yorkshire Police",),
}
HEAD = """# Questions

<!-- Written by `make docs` from the questions themselves and their answers on the sample documents. -->

`kg ask` lists the questions; `kg ask NAME` asks one. Each answer shows the sentences it rests on, with the document,
its date and whoever is quoted. From Python, `graph.ask("overseers", "South Yorkshire Police", depth=2)` gives the
same as a value.

## How to read an answer

**Only what a source asserts is an answer.** What is denied, alleged or proposed is left out, or, where the question is
about it, marked so. **Silence is not absence**: "no source here says so" speaks of these documents and of nothing else.
Before you print that a body was never inspected, or that a call was never answered, ask the body.

**As of a day.** `--as-of 2014`, `2014-09` or `2014-09-16` asks what held then. Dates are as exact as the text, and of
an uncertain month every day counts.

- A post, a duty, or being part of a body holds from its first date to its last. Where no text gives the first, it
  holds from the earliest dated document that says so. Curated facts, and what undated documents say, hold always. Of
  a post that is only called "former", no day is known, so it holds on none.
- A post also ends when its holder is said to resign or to be removed, and at the latest when a later document calls
  it former.
- An act (an inspection, a fine, criticism) holds from the day it was done, or was first said, ever after.
- A body exists from the day it replaced another until it was replaced. Ask of a body on a day before its time, and
  its predecessor of that day answers: *In 2010 this was: Independent Police Complaints Commission.*
- In questions of what was done or said (follow-up, time, speakers), `--as-of` ends the record on that day.

**Predecessors.** `--with-predecessors` lets a body answer for those it took the place of; each finding says by which
name. Without it, no two bodies are mixed.

**Independent documents.** A document is not independent of its copy: the same file, or the same words whatever the
spacing and the capitals. A text reworded from another (most agency copy is) still counts as its own, so take the
number as an upper limit. A speaker quoted in three documents is one speaker.

**Ages** are counted to the day asked as of, else to the date of the latest document. The clock is not looked at: the
same documents give the same answer tomorrow.

**For other programs.** `--json` and `--csv` give all findings and all sentences; every claim has its IRI and its
status. `--show-query` prints the SPARQL, with the names filled in. Where a question does more than SPARQL can say,
its section tells what is done with the rows; `--as-of` and `--with-predecessors` are applied to them too.
"""


def guide(store: GraphStore) -> Iterator[str]:
    """The lines of the page."""
    yield HEAD
    for group in GROUPS:
        yield f"## {group}\n"
        for question in QUESTIONS.values():
            if question.group == group:
                yield from _section(store, question)


def _section(store: GraphStore, question: Question) -> Iterator[str]:
    yield f"### {question.title}\n"
    yield f"`kg ask {usage(question)}`: {question.help[0].lower()}{question.help[1:]}\n"
    for parameter in question.parameters:
        default = f"; {parameter.default} if left out" if parameter.default is not None else ""
        optional = "" if parameter.required else " (may be left out)"
        yield f"- `{parameter.name}`: {parameter.help}{default or optional}"
    if question.parameters:
        yield ""
    found = f" {question.algorithm}" if question.algorithm else ""
    yield f"SPARQL: [`{question.query}.rq`](../ontology/queries/{question.query}.rq).{found}\n"
    values = EXAMPLES.get(question.name, ())
    yield f"```console\n$ {command(question.name, values)}\n{_output(store, question.name, values)}\n```\n"


def command(name: str, values: tuple[str, ...]) -> str:
    """What one would type."""
    words = (f'"{value}"' if " " in value else shlex.quote(value) for value in values)
    return " ".join(["kg ask", name, *words])


def _output(store: GraphStore, name: str, values: tuple[str, ...]) -> str:
    """The first lines of what is printed."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=WIDTH, highlight=False, markup=False, color_system=None)
    for part in lines(ask(store, name, *values, most=3)):
        console.print(part)
    printed = [text.rstrip() for text in out.getvalue().splitlines()]
    return "\n".join(printed if len(printed) <= MOST_LINES else [*printed[: MOST_LINES - 1], "..."])


if __name__ == "__main__":
    print("\n".join(guide(open_store(Path(sys.argv[1])))).rstrip())
