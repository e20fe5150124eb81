"""The command line: what it prints, its exit codes, and one clear line for each thing that can go wrong."""

import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kg import pipeline
from kg.cli import main
from kg.cli.app import COMMANDS
from kg.graph import GraphStore
from kg.questions import QUESTIONS
from tests import sample
from tests.ingest.pdfs import Words, make_pdf
from tests.plain import plain_reader

Capture = pytest.CaptureFixture[str]
NAMES = [command.__name__ for command in COMMANDS]
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def plain_language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_STORE", raising=False)
    if not request.node.get_closest_marker("model"):
        monkeypatch.setattr(pipeline, "reader", plain_reader)


@pytest.fixture
def store(sample_store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> GraphStore:
    """The sample, as the store of the user's environment."""
    monkeypatch.setenv("KG_STORE", str(sample_store.path))
    return sample_store


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text("Alder Inspectorate inspects Birch Prison.", "utf-8")
    return file


def run(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def refusal(capsys: Capture, *arguments: object, code: int = 2) -> str:
    """What the program says when it refuses: one line, to stderr."""
    got, _, err = run(capsys, *arguments)
    lines = [line for line in err.splitlines() if line.startswith("kg: ")]
    assert got == code, err
    assert len(lines) == 1, err
    assert "Traceback" not in err
    return lines[0]


# Help


@pytest.mark.parametrize("command", NAMES)
def test_every_command_has_help_with_an_example(capsys: Capture, command: str) -> None:
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert f"Example: kg {command}" in out


@pytest.mark.parametrize("command", NAMES)
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"kg {command}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_in_the_list(capsys: Capture, question: str) -> None:
    assert re.search(rf"^{question}\b", run(capsys, "ask", "--list")[1], re.MULTILINE)


@pytest.mark.usefixtures("store")
def test_ask_says_what_silence_means(capsys: Capture) -> None:
    out = run(capsys, "ask", "overseers", "Ministry", "--as-of", "1990")[1]
    assert "No source here says so of Ministry as of 1990, which does not mean that it is not so." in out


@pytest.mark.usefixtures("store")
def test_ask_gives_json_with_all_there_is(capsys: Capture) -> None:
    answer = json.loads(run(capsys, "ask", "overseers", "Riverside Police", "--json")[1])
    assert (answer["name"], answer["total"]) == ("overseers", 1)
    (statement,) = answer["findings"][0]["statements"]
    assert statement["status"] == "Asserted"
    assert statement["claim"].startswith("https://")
    assert statement["quotes"][0] | {"source": ""} == {
        "text": sample.INSPECTED,
        "document": "one",
        "title": "Document one",
        "published": None,
        "source": "",
        "confidence": 0.9,
        "said_by": None,
        "references": None,
        "start": 0,
        "end": len(sample.INSPECTED),
    }


@pytest.mark.usefixtures("store")
def test_ask_gives_csv_with_a_row_for_each_sentence(capsys: Capture) -> None:
    head, row = run(capsys, "ask", "overseers", "Riverside Police", "--csv")[1].splitlines()
    assert head.startswith("finding,note,depth,subject,relation,object,status,")
    assert row.startswith("Inspectorate,,1,Inspectorate,inspects,Riverside Police,Asserted,")


@pytest.mark.usefixtures("store")
def test_ask_shows_the_query_with_the_name_in_its_place(capsys: Capture) -> None:
    out = run(capsys, "ask", "overseers", "Riverside Police", "--show-query")[1]
    assert f"VALUES ?about {{ <{sample.FORCE.iri}> }}" in out
    assert run(capsys, "query", out)[0] == 0


@pytest.mark.usefixtures("store")
def test_ask_takes_the_rest_by_name(capsys: Capture) -> None:
    code, out, _ = run(capsys, "ask", "idle", "2015", "--param", "by=Ministry")
    assert code == 0
    assert "Ministry: over Inspectorate; no act is told here" in out


def test_help_and_version_answer_at_once() -> None:
    for option in ("--help", "--version"):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", option], check=True, capture_output=True)
        assert time.perf_counter() - start < 2  # 0.3 s where nothing else runs


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"spacy", "rdflib", "networkx", "pyoxigraph", "trafilatura"}),
        (["query", "ASK { ?a ?b ?c }"], {"spacy", "rdflib", "networkx", "trafilatura"}),
        (["export", "-", "--format", "nquads"], {"spacy", "trafilatura"}),
        (["ask", "unwatched"], {"spacy", "rdflib", "trafilatura"}),
    ],
)
@pytest.mark.usefixtures("store")
def test_a_command_loads_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    script = "import sys; from kg.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", script, *arguments]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert unwanted & set(loaded.split()) == set()


def test_version(capsys: Capture) -> None:
    assert re.fullmatch(r"kg \d+\S*\n", run(capsys, "--version")[1])


# Building


def test_build_ends_with_a_summary_and_what_to_try_next(capsys: Capture, report: Path, tmp_path: Path) -> None:
    code, out, err = run(capsys, "build", report, "--store", tmp_path / "s")
    assert code == 0
    assert re.search(r"organisation +\d", out)
    assert re.search(r"inspects +\d", out)
    assert "Try next:" in out
    assert f"--store {tmp_path / 's'}" in out
    assert "Opening the files of 1 documents" in err


def test_build_prints_json_for_programs(capsys: Capture, report: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "build", report, "--store", tmp_path / "s", "--json")
    summary = json.loads(out)
    assert code == 0
    assert summary["failures"] == []
    assert summary["stats"]["relations"]["inspects"] >= 1


def test_the_store_is_graph_kg_or_what_the_environment_says(
    capsys: Capture, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(capsys, "build", report)
    monkeypatch.setenv("KG_STORE", "other.kg")
    run(capsys, "build", report)
    assert sorted(p.name for p in tmp_path.glob("*.kg")) == ["graph.kg", "other.kg"]


def test_build_reads_a_text_from_stdin(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "Alder Inspectorate inspects Birch Prison.")
    assert run(capsys, "build", "-", "--store", tmp_path / "s")[0] == 0
    assert "Alder Inspectorate" in run(capsys, "ask", "overseers", "Birch Prison", "--store", tmp_path / "s")[1]
    code, out, _ = run(capsys, "verify", "--store", tmp_path / "s")
    assert code == 0
    assert "came by stdin: stdin" in out


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Text for stdin."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


# Asking


@pytest.mark.usefixtures("store")
def test_ask_prints_the_sentence_and_where_it_stands(capsys: Capture) -> None:
    code, out, _ = run(capsys, "ask", "overseers", "riverside police", "--depth", "2")
    assert code == 0
    assert "Inspectorate inspects Riverside Police" in out
    assert f"“{sample.INSPECTED}”" in out
    assert "Document one" in out
    assert "Ministry oversees Inspectorate" in out


@pytest.mark.usefixtures("store")
def test_ask_prints_json_for_programs(capsys: Capture) -> None:
    (finding,) = json.loads(run(capsys, "ask", "overseers", "Riverside Police", "--json")[1])["findings"]
    assert finding["statements"][0]["quotes"][0]["text"] == sample.INSPECTED


@pytest.mark.usefixtures("store")
def test_query_takes_sparql_a_file_stdin_or_a_name(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sparql = "SELECT ?name { [] ov:inspects/skos:prefLabel ?name }"
    (tmp_path / "q.rq").write_text(sparql, "utf-8")
    give(monkeypatch, sparql)
    expected = "name\r\nRiverside Police\r\n"
    for arguments in ([sparql], ["--file", tmp_path / "q.rq"], ["-"]):
        code, out, _ = run(capsys, "query", *arguments, "--format", "csv")
        assert (code, out.replace("\r\n", "\n")) == (0, expected.replace("\r\n", "\n"))
    assert sample.INSPECTED in run(capsys, "query", "who-inspected", "Riverside Police")[1]
    assert sample.INSPECTED in run(capsys, "query", "who-inspected", "--param", "about=Riverside Police")[1]


def test_query_lists_the_named_ones(capsys: Capture) -> None:
    code, out, _ = run(capsys, "query", "--list")
    assert code == 0
    assert "who-inspected" in out
    assert "Who inspected" in out


@pytest.mark.parametrize(
    ("format_", "start"),
    [("csv", "name"), ("tsv", "?name"), ("json", "{"), ("xml", "<?xml"), ("table", "name")],
)
@pytest.mark.usefixtures("store")
def test_query_formats(capsys: Capture, format_: str, start: str) -> None:
    out = run(capsys, "query", "SELECT ?name { [] skos:prefLabel ?name }", "--format", format_)[1]
    assert out.lstrip().startswith(start)
    assert "Riverside Police" in out


@pytest.mark.usefixtures("store")
def test_query_writes_turtle_for_a_graph(capsys: Capture) -> None:
    out = run(capsys, "query", "CONSTRUCT WHERE { ?a ov:inspects ?b }", "--format", "ttl")[1]
    assert "ov:inspects" in out


def test_a_terminal_is_not_made_to_obey_a_document(capsys: Capture, report: Path, tmp_path: Path) -> None:
    report.write_text("Alder \x1b[31mInspectorate inspects Birch Prison.", "utf-8")
    run(capsys, "build", report, "--store", tmp_path / "s")
    assert "\x1b" not in run(capsys, "ask", "overseers", "Birch Prison", "--store", tmp_path / "s")[1]


# Writing


@pytest.mark.usefixtures("store")
def test_export_writes_a_file_or_stdout(capsys: Capture, tmp_path: Path) -> None:
    assert run(capsys, "export", tmp_path / "g.nt")[0] == 0
    assert run(capsys, "export", "-", "--format", "ntriples")[1] == (tmp_path / "g.nt").read_text("utf-8")


@pytest.mark.parametrize("suffix", ["svg", "html"])
@pytest.mark.usefixtures("store")
def test_draw_writes_a_picture(capsys: Capture, tmp_path: Path, suffix: str) -> None:
    code, _, err = run(capsys, "draw", tmp_path / f"o.{suffix}", "--about", "Riverside Police", "--depth", "2")
    assert code == 0
    assert "Riverside" in (tmp_path / f"o.{suffix}").read_text("utf-8")
    assert "Wrote" in err


@pytest.mark.usefixtures("store")
def test_draw_writes_svg_or_another_format_to_stdout(capsys: Capture) -> None:
    assert "<svg" in run(capsys, "draw", "-")[1]
    assert run(capsys, "draw", "-", "--format", "dot")[1].startswith("digraph")


@pytest.mark.parametrize(
    ("options", "empty"),
    [
        ([], False),
        (["--since", "2090"], True),
        (["--about", "Riverside Police", "--since", "2090"], True),
        (["--timeline", "--about", "Riverside Police"], False),
        (["--timeline", "--about", "Riverside Police", "--since", "2090"], True),
    ],
)
@pytest.mark.usefixtures("store")
def test_a_picture_without_a_claim_is_not_written_without_a_word(
    capsys: Capture, tmp_path: Path, options: list[str], empty: bool
) -> None:
    code, _, err = run(capsys, "draw", tmp_path / "o.svg", *options)
    assert (code, "shows none" in err) == (0, empty)


@pytest.mark.parametrize(
    ("options", "title", "shown", "hidden"),
    [
        (["--status", "denied"], "Who oversees whom", "investigates (denied)", "Ministry"),
        (["--relation", "inspects"], "Who inspects whom", "Riverside Police", "Ministry"),
        (["--relation", "all", "--group", "--sources", "1"], "Who has to do with whom", "Bystander", "denied"),
        (["--limit", "2"], "Who oversees whom", "2 of 3 bodies and people", "Bystander"),
        (["--confidence", "0.99"], "Who oversees whom", "confidence of 0.99 or more", "Ministry"),
        (["--since", "1990", "--until", "1991"], "Who oversees whom", "dated 1990 to 1991", "Ministry"),
        (["--as-of", "2000"], "Who oversees whom", "As things stood on 2000", "Bystander"),
        (["--timeline", "--about", "Riverside Police"], "what happened when", "give no date for these", "Ministry"),
    ],
)
@pytest.mark.usefixtures("store")
def test_draw_shows_what_its_options_ask_for(
    capsys: Capture, options: list[str], title: str, shown: str, hidden: str
) -> None:
    code, out, _ = run(capsys, "draw", "-", *options)
    assert code == 0
    assert title in out
    assert shown in out
    assert hidden not in out


# Checking


@pytest.mark.usefixtures("store")
def test_validate_and_verify_say_that_all_is_well(capsys: Capture) -> None:
    assert run(capsys, "validate")[0] == 0
    code, out, _ = run(capsys, "verify")
    assert (code, out) == (0, "Looked up 4 quotations in 2 documents. All hold.\n")


@pytest.mark.usefixtures("store")
def test_a_finding_is_exit_code_1(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Something else.", "utf-8")
    code, out, _ = run(capsys, "verify")
    assert code == 1
    assert "has changed since the graph was built" in out


@pytest.mark.usefixtures("store")
def test_stats(capsys: Capture) -> None:
    assert re.search(r"Denied +1\b", run(capsys, "stats")[1])
    assert json.loads(run(capsys, "stats", "--json")[1])["claims"] == {"Asserted": 3, "Denied": 1}


@pytest.mark.model
def test_explain_shows_names_and_triggers(capsys: Capture) -> None:
    code, out, _ = run(capsys, "explain", "HMIC will inspect South Yorkshire Police in May.")
    assert code == 0
    for word in ("HMIC", "South Yorkshire Police", "inspect"):
        assert word in out


# What can go wrong


def test_explain_reads_a_file(capsys: Capture, tmp_path: Path) -> None:
    named = tmp_path / "a note.txt"
    named.write_text("HMIC will inspect South Yorkshire Police in May.", encoding="utf-8")
    code, out, _ = run(capsys, "explain", str(named))
    assert code == 0
    assert "inspect-v" in out


def test_explain_takes_a_paragraph_for_no_file(capsys: Capture) -> None:
    code, out, _ = run(capsys, "explain", "HMIC will inspect South Yorkshire Police. " * 10 + "See plan.txt")
    assert code == 0
    assert "inspect-v" in out


def test_explain_takes_a_mistyped_file_for_no_sentence(capsys: Capture) -> None:
    assert "missing.txt" in refusal(capsys, "explain", "missing.txt")


def test_explain_refuses_a_file_that_is_no_text(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(range(256)))))
    assert "is binary, not text" in refusal(capsys, "explain", "-")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build"], r"Missing argument 'paths'"),
        (["buidl"], r"No such command 'buidl'\. Did you mean 'build'"),
        (["build", "missing.txt"], r"missing\.txt: does not exist; check how it is spelt"),
        (["build", "picture.png"], r"picture\.png: does not exist"),
        (["build", "x.txt", "--jobs", "0"], r"Invalid value for '--jobs'"),
        (
            ["build", "x.txt", "--base", "nonsense"],
            r"nonsense: is no base for IRIs; give one that ends in / or #",
        ),
        (["stats", "--store", "nowhere.kg"], r"nowhere\.kg: no store there; build one with: kg build"),
    ],
)
def test_bad_usage(capsys: Capture, arguments: list[str], message: str) -> None:
    assert re.search(message, refusal(capsys, *arguments))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "SELECT ?a { ?a"], r"line 1, column \d+: the query does not parse"),
        (["query", "SELECT * { SERVICE <http://example.org> { ?a ?b ?c } }"], "SERVICE is not allowed"),
        (["query", "who-inspectd"], r"no query is called 'who-inspectd'; did you mean who-inspected"),
        (["query", "who-inspected", "Riverside Polise"], "did you mean Riverside Police"),
        (["query", "who-inspected", "--param", "about"], r"--param takes NAME=VALUE, not 'about'"),
        (["query", "--file", "missing.rq"], r"missing\.rq: cannot be read"),
        (["query"], "give either a query or --file"),
        (["query", "ASK { ?a ?b ?c }", "--format", "yaml"], "no result format is called 'yaml'; choose from"),
        (["query", "ASK { ?a ?b ?c }", "--format", "ttl"], "ttl is for CONSTRUCT and DESCRIBE"),
        (
            ["ask", "overseers", "Riversid Police"],
            "no entity is called 'Riversid Police'; did you mean Riverside",
        ),
        (["ask", "overseers"], r"overseers takes NAME \[DEPTH\]; NAME is missing"),
        (["ask", "overseers", " "], r"overseers takes NAME \[DEPTH\]; NAME is missing"),
        (["ask", "idle", "soon"], "'soon' is no date; give a year, a month or a day"),
        (["ask", "connected", "--param", "top=few"], "top is a number, not 'few'"),
        (["ask", "unwatched", "--depth", "2"], "unwatched takes nothing, not depth"),
        (["ask", "overseers", "Ministry", "--as-of", "2014-13"], "'2014-13' is no date"),
        (["ask", "oversers", "Ministry"], "no question is called 'oversers'; did you mean overse"),
        (["export", "graph.xyz"], r"graph\.xyz: no export format has the suffix '\.xyz'"),
        (["export", "-"], "needs a format"),
        (["export", "nowhere/graph.ttl"], r"nowhere/graph\.ttl: cannot be written"),
        (["draw", "o.svg", "--about", "Riversid Police"], "did you mean Riverside Police"),
        (["draw", "o.bmp"], r"o\.bmp"),
    ],
)
@pytest.mark.usefixtures("store")
def test_bad_questions(capsys: Capture, arguments: list[str], message: str) -> None:
    assert re.search(message, refusal(capsys, *arguments))


def test_a_store_made_by_a_newer_version(capsys: Capture, store: GraphStore) -> None:
    manifest = store.path / "store.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"format": 1', '"format": 99'), "utf-8")
    assert "which is newer than this one; update, or build it again" in refusal(capsys, "stats")


def test_a_folder_that_is_no_store_is_not_overwritten(capsys: Capture, report: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("My only copy.", "utf-8")
    message = refusal(capsys, "build", report, "--store", tmp_path / "thesis")
    assert "is no store, so it is not overwritten" in message
    assert (tmp_path / "thesis" / "chapter.txt").read_text("utf-8") == "My only copy."


@pytest.mark.parametrize("option", ["--ontology", "--lexicon", "--gazetteer", "--model"])
@pytest.mark.model
def test_knowledge_that_is_missing_or_malformed(capsys: Capture, report: Path, tmp_path: Path, option: str) -> None:
    missing = refusal(capsys, "build", report, "--store", tmp_path / "s", option, tmp_path / "no.ttl")
    assert "no.ttl" in missing
    assert not (tmp_path / "s").exists()
    if option != "--model":
        (tmp_path / "bad.ttl").write_text("this is no Turtle", "utf-8")
        assert "bad.ttl" in refusal(capsys, "build", report, "--store", tmp_path / "s", option, tmp_path / "bad.ttl")


def encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf([[Words(72, 700, "Secret words.")]])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BAD_DOCUMENTS: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "is empty"),
    "blank": ("a.txt", b" \n \n", "holds no text"),
    "binary": ("a.txt", bytes(range(256)) * 40, "a.txt: "),
    "encrypted": ("a.pdf", encrypted_pdf(), "is encrypted; save a copy without the password"),
    "truncated": ("a.pdf", make_pdf([[Words(72, 700, "Cut short.")]])[:200], "is truncated"),
    "scanned": ("a.pdf", make_pdf([[]]), "has no text layer"),
    "not a document": ("a.docx", b"PK\x03\x04 and nothing else", "a.docx: "),
}


@pytest.mark.parametrize("case", BAD_DOCUMENTS)
def test_a_bad_document_is_one_line_and_the_rest_is_built(
    capsys: Capture, report: Path, tmp_path: Path, case: str
) -> None:
    name, data, message = BAD_DOCUMENTS[case]
    (tmp_path / name).write_bytes(data)
    line = refusal(capsys, "build", report, tmp_path / name, "--store", tmp_path / "s", code=1)
    assert f"{tmp_path / name}: " in line
    assert message in line
    assert "Alder Inspectorate" in run(capsys, "ask", "overseers", "Birch Prison", "--store", tmp_path / "s")[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_document(capsys: Capture, report: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Words.", "utf-8")
    (tmp_path / "secret.txt").chmod(0)
    line = refusal(capsys, "build", report, tmp_path / "secret.txt", "--store", tmp_path / "s", code=1)
    assert "may not be read; change its permissions" in line


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_that_is_not_utf_8_is_read_all_the_same(capsys: Capture, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Café Inspectorate inspects Birch Prison.".encode(encoding))
    assert run(capsys, "build", tmp_path / "a.txt", "--store", tmp_path / "s")[0] == 0
    assert "Café Inspectorate" in run(capsys, "ask", "overseers", "Birch Prison", "--store", tmp_path / "s")[1]


def test_ctrl_c_says_that_the_store_is_whole(
    capsys: Capture, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "_readings", interrupted)
    line = refusal(capsys, "build", report, "--store", tmp_path / "s", code=130)
    assert line == "kg: stopped; a store that was being built is as it was before"


@pytest.mark.usefixtures("store")
def test_a_reader_that_had_enough_is_no_error() -> None:
    command = f"{sys.executable} -m kg export - --format nquads | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], check=False, capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.usefixtures("store")
def test_no_colour_where_there_is_no_terminal(capsys: Capture) -> None:
    assert "\x1b" not in run(capsys, "stats")[1]
