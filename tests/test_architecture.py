"""The rules of the architecture, read off the source: who imports whom, and what stands in Turtle only."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import kg
from kg.lexicon import load_lexicon
from kg.vocab import load_ontology

PACKAGE = Path(kg.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
BASE = {"types", "errors"}
SHARED = BASE | {
    "vocab",
    "roles",
    "wordlists",
    "ids",
    "pool",
    "kept",
    "compiled",
    "lexicon",
    "remembered",
    "snapshot",
    "grammar",
    "attachment",
    "phrases",
    "gazetteer",
}
STAGES = {"ingest", "ner", "coref", "mapper", "resolve", "graph"}
MAY_IMPORT = {  # beside itself; what is not listed may import anything but the two ends
    **dict.fromkeys(BASE, frozenset()),
    **dict.fromkeys(SHARED - BASE, SHARED),
    **dict.fromkeys(STAGES, SHARED),
    "coref": SHARED | {"ner"},  # a part of the mapper's work, on what ner marked
    "mapper": SHARED | {"coref"},
    **dict.fromkeys(("stats", "queries", "questions", "validate"), SHARED | {"graph"}),
    "views": SHARED | {"graph"},
    "export": SHARED | {"graph", "views"},
    "verify": SHARED | {"graph", "ingest"},
}
ENDS = {"cli", "web"}
HOMES = {  # the parts where a foreign library is at home
    "spacy": {
        "ner",
        "coref",
        "mapper",
        "remembered",
        "snapshot",
        "grammar",
        "attachment",
        "phrases",
        "pipeline",
    },  # the pipeline names its type only
    "rdflib": {"api", "graph", "export", "validate"},
    "pyoxigraph": {"vocab", "gazetteer", "ner", "graph", "export", "validate", "views"},
    "networkx": {"api", "graph", "views", "export"},
    "typer": {"cli"},
    "trafilatura": {"ingest"},
    "pypdfium2": {"ingest"},
    "reportlab": {"views"},
    "resvg_py": {"views"},
    "docx": {"ingest"},
    "jinja2": {"web"},
    "starlette": {"web"},
    "uvicorn": {"cli", "web"},
}


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def part(file: Path) -> str:
    """The stage or module of the package a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(file: Path) -> str:
    return str(file.relative_to(PACKAGE))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            module = node.module or ""
            yield from (f"kg.{alias.name}" for alias in node.names) if module == "kg" else [module]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_part_imports_only_what_stands_before_it(file: Path) -> None:
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("kg.")} - {part(file)}
    assert ours - MAY_IMPORT.get(part(file), ours) == set()
    assert part(file) in ENDS | {"__main__"} or not ours & ENDS


@pytest.mark.parametrize("library", HOMES)
def test_a_foreign_library_stays_where_it_is_at_home(library: str) -> None:
    users = {part(f) for f in FILES if library in {name.split(".")[0] for name in imports(f)}}
    assert users - HOMES[library] == set()


def code_strings(file: Path) -> set[str]:
    """Every string of the code, without docstrings, as it is and word by word."""
    nodes = list(ast.walk(tree(file)))
    bodies = [node.body for node in nodes if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    documentation = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in documentation)
    return {node.value for node in constants if isinstance(node.value, str)}


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_relation_is_named_by_its_iri(file: Path) -> None:
    text = file.read_text("utf-8")
    assert [iri for iri in load_ontology().relations if iri in text] == []


STRUCTURAL = {"scrutinises"}  # the super-property that says which relations the network is made of


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_no_relation_is_named_through_a_prefix(file: Path) -> None:
    names = {iri.rpartition("#")[2] for iri in load_ontology().relations} - STRUCTURAL
    terms = {
        node.attr
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "OV"
    }
    curies = {found for text in code_strings(file) for found in re.findall(r"\bov:(\w+)", text)}
    assert (terms | curies) & names == set()


LANGUAGE = {"ner", "coref", "mapper"}  # what these know of words they ask the lexicon
OTHER_SENSES = {
    "agency",
    "agent",
    "body",
    "call",
    "court",
    "direction",
    "formerly",
    "from",
    "head",
    "ignore",
    "label",
    "like",
    "maker",
    "name",
    "object",
    "partner",
    "penalty",
    "post",
    "second",
    "story",
    "under",
    "unit",
    "verdict",
    "within",
}  # prepositions; names of slots, of what a frame needs, of rules and of units of time


@pytest.mark.parametrize("file", [f for f in FILES if part(f) in LANGUAGE], ids=name_of)
def test_no_trigger_word_stands_in_python(file: Path) -> None:
    triggers = {entry.form for entry in load_lexicon().entries if entry.frames and len(entry.form) > 3}
    assert code_strings(file) & triggers - OTHER_SENSES == set()


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 400


def test_public_names_are_sorted_and_exact() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert len(set(kg.__all__)) == len(kg.__all__)
    assert [name for name in kg.__all__ if not hasattr(kg, name)] == []
    assert dir(kg) == kg.__all__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        kg.nonsense  # noqa: B018


@pytest.mark.parametrize(
    "package", sorted({"kg", *(f"kg.{part(f)}" for f in FILES if f.name == "__init__.py")} - {"kg.__init__"})
)
def test_what_a_package_offers_is_documented(package: str) -> None:
    module = import_module(package)
    offered = {name: getattr(module, name) for name in getattr(module, "__all__", ())}
    ours = {name: it for name, it in offered.items() if callable(it) and it.__module__.startswith("kg.")}
    assert module.__doc__
    assert [name for name, it in ours.items() if not it.__doc__ or it.__doc__.startswith(f"{name}(")] == []
