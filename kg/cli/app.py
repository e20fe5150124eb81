"""The program ``kg``: its commands, and the one place where errors become exit codes."""

import logging
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kg.cli.ask import ask
from kg.cli.build import build
from kg.cli.check import validate, verify
from kg.cli.console import fail
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.output import draw, export
from kg.cli.query import query
from kg.cli.serve import serve
from kg.cli.stats import stats
from kg.errors import KgError

DONE, STOPPED = 0, 130  # a command that has a finding exits with 1, and fail() gives 2
COMMANDS = (build, stats, ask, query, draw, serve, export, validate, verify, explain)

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: the panels of rich take twice as long to come up
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: kg build DOCUMENTS. The store is graph.kg, or what --store or $KG_STORE names. "
    "Exit codes: 0 done, 1 a finding (a document failed, not valid, not verified), 2 bad usage or input.",
)
for command in COMMANDS:
    app.command()(command)
app.command("eval")(evaluate)


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Tell on stderr what goes on inside.")] = False,
) -> None:
    """Documents in, an evidenced graph of who oversees whom out."""
    if verbose:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        code = app(arguments, prog_name="kg", standalone_mode=False) or DONE
    except typer.TyperException as error:  # bad usage: a missing argument, an unknown option
        return fail(f"{error.format_message()} (see kg --help)")
    except KgError as error:
        return fail(str(error))
    except BrokenPipeError:  # whoever read our output, as `head` does, had enough
        sys.stdout = None  # or Python would complain on exit
        return DONE
    except OSError as error:
        return fail(f"{error.filename or 'input or output'}: {error.strerror}")
    if code == STOPPED:
        return fail("stopped; a store that was being built is as it was before", code=STOPPED)
    return int(code)
