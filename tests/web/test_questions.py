"""The questions as pages."""

import csv
import io
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.questions import QUESTIONS
from kg.web.app import Options, application
from tests import sample
from tests.web.reading import main, opened

OVERSEERS = "/questions/overseers?name=Riverside+Police"


def test_every_question_is_listed_and_has_a_form(client: TestClient) -> None:
    listed = {a.get("href") for a in opened(client, "/questions").iter("a")}
    for name, question in QUESTIONS.items():
        assert f"/questions/{name}" in listed
        fields = opened(client, f"/questions/{name}").xpath("//main//input/@name")
        assert fields == [*(parameter.name for parameter in question.parameters), "as_of"]


def test_an_answer_shows_the_sentence_it_rests_on(client: TestClient) -> None:
    page = main(client, OVERSEERS)
    assert "asserted Inspectorate inspects Riverside Police" in page
    assert sample.INSPECTED in page
    assert sample.DENIED not in page


def test_silence_is_not_absence(client: TestClient) -> None:
    assert "does not mean that it is not so" in main(client, "/questions/overseers?name=Ministry")


def test_what_needs_nothing_to_be_asked_is_answered_before_it_is(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.web.app.LARGE", 0)
    unasked = [name for name, question in QUESTIONS.items() if not any(p.required for p in question.parameters)]
    with TestClient(application(store, Options(jobs=1)), base_url="http://127.0.0.1") as client:
        state = client.app.state  # type: ignore[attr-defined]  # it is ours
        deadline = time.monotonic() + 60
        while len(state.kept) < len(unasked) and time.monotonic() < deadline:
            time.sleep(0.05)
        monkeypatch.setattr(state.workers, "run", None)
        for name in unasked:
            assert client.get(f"/questions/{name}").status_code == 200


def test_whom_the_questions_are_about_is_filled_in(client: TestClient) -> None:
    links = {a.get("href") for a in opened(client, "/questions?about=Ministry").iter("a")}
    assert "/questions/overseers?name=Ministry" in links


def test_an_answer_is_a_table_too(client: TestClient) -> None:
    (row,) = opened(client, f"{OVERSEERS}&view=table").xpath("//tbody/tr")
    assert row.xpath(".//td/span/text()") == ["asserted"]


def test_an_answer_is_data_too(client: TestClient) -> None:
    (row,) = csv.DictReader(io.StringIO(client.get("/questions/overseers.csv?name=Riverside+Police").text))
    assert (row["finding"], row["status"], row["sentence"]) == ("Inspectorate", "asserted", sample.INSPECTED)
    answer = client.get("/questions/overseers.json?name=Riverside+Police").json()
    assert answer["findings"][0]["name"] == "Inspectorate"


def test_the_query_behind_an_answer_is_shown(client: TestClient) -> None:
    query = opened(client, OVERSEERS).xpath("//pre/code")[0].text
    assert "SELECT" in query
    assert sample.FORCE.iri in query


@pytest.mark.parametrize(
    "address", ["/questions/overseers?name=Nobody", f"{OVERSEERS}&as_of=soon", f"{OVERSEERS}&depth=x"]
)
def test_what_cannot_be_asked_is_said(client: TestClient, address: str) -> None:
    status = client.get(address).status_code
    assert status in {400, 404}
    assert opened(client, address, status).xpath("//*[@role='alert']")


@pytest.mark.parametrize("address", ["/questions/nonsense", "/questions/overseers.exe"])
def test_there_is_no_other_question(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
