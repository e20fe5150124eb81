"""The page of the questions: a section for each, with what is really printed on the sample documents."""

import re
from pathlib import Path

import pytest

import kg
from kg.cli.guide import EXAMPLES, command, guide
from kg.graph import open_store
from kg.questions import GROUPS, QUESTIONS
from kg.vocab import data_path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_a_section_with_a_command_and_its_query(name: str) -> None:
    question = QUESTIONS[name]
    section = re.search(rf"^### {re.escape(question.title)}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    assert f"$ {command(name, EXAMPLES.get(name, ()))}\n" in section[1]
    assert f"({Path('../ontology/queries', question.query)}.rq)" in section[1]
    assert all(f"- `{parameter.name}`: " in section[1] for parameter in question.parameters)


def test_the_groups_stand_in_their_order() -> None:
    headings = [heading for heading in re.findall(r"^## (.*)", PAGE, re.MULTILINE) if heading in GROUPS]
    assert headings == list(GROUPS)


@pytest.mark.model
def test_what_the_page_shows_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If it differs, look at the difference; ``make docs`` writes the page anew."""
    monkeypatch.chdir(ROOT)
    kg.build([data_path("seeds", "documents").relative_to(ROOT)], store=tmp_path / "graph.kg")
    assert "\n".join(guide(open_store(tmp_path / "graph.kg"))).rstrip() + "\n" == PAGE
