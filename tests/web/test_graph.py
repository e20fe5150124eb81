"""The graph page, the picture it fetches, and the data behind it."""

import csv
import io

import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from kg.errors import InputError
from kg.types import Status
from kg.web.pictures import address_of, asked_for
from tests import sample
from tests.web.reading import main, opened

FORCE = "/graph/drawing?about=Riverside+Police"


def test_the_page_shows_the_choices_that_are_made(client: TestClient) -> None:
    page = opened(client, "/graph?about=Riverside+Police&status=denied&status=asserted&relation=inspects")
    ticked = page.xpath("//input[@type='checkbox'][@checked]/@value")
    assert ticked == ["asserted", "denied", "inspects"]
    assert page.get_element_by_id("who").get("value") == "Riverside Police"


def test_the_picture_is_of_the_filter(client: TestClient) -> None:
    drawing = client.get(FORCE).json()
    lines = [(drawing["nodes"][e["source"]]["name"], e["label"], e["status"]) for e in drawing["edges"]]
    assert lines == [("Inspectorate", "inspects", "Asserted")]
    assert drawing["svg"].startswith("<svg")


def test_what_is_denied_is_drawn_only_when_asked_for(client: TestClient) -> None:
    drawing = client.get(f"{FORCE}&status=denied").json()
    assert [edge["label"] for edge in drawing["edges"]] == ["investigates (denied)"]


def test_a_line_leads_to_its_sentences(client: TestClient) -> None:
    (edge,) = client.get(FORCE).json()["edges"]
    (sentence,) = client.get("/graph/sentences", params={"claim": edge["claims"]}).json()
    assert (sentence["text"], sentence["title"]) == (sample.INSPECTED, "Document one")
    assert sample.INSPECTED in main(client, sentence["href"])


def test_a_picture_is_not_sent_twice(client: TestClient) -> None:
    tag = client.get(FORCE).headers["ETag"]
    assert client.get(FORCE, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "address", ["/graph?about=Nobody", "/graph?since=soon", "/graph?relation=likes", "/graph?depth=x"]
)
def test_what_cannot_be_drawn_is_said(client: TestClient, address: str) -> None:
    assert opened(client, address).xpath("//*[@role='alert']")
    assert client.get(address.replace("/graph", "/graph/drawing")).status_code in {400, 404}


def test_the_data_of_a_picture_are_its_claims(client: TestClient) -> None:
    (row,) = csv.DictReader(io.StringIO(client.get("/graph.csv?about=Riverside+Police").text))
    assert (row["subject"], row["relation"], row["object"]) == ("Inspectorate", "inspects", "Riverside Police")
    (claim,) = client.get("/graph.json?about=Riverside+Police").json()["claims"]
    assert claim["status"] == "asserted"
    turtle = client.get("/graph.ttl?about=Riverside+Police").text
    assert sample.INSPECTED in turtle
    assert sample.DENIED not in turtle


def test_what_is_denied_is_no_plain_triple_of_the_data(client: TestClient) -> None:
    turtle = client.get("/graph.ttl?about=Riverside+Police&status=denied").text
    assert "ov:status ov:Denied" in turtle
    assert "ov:investigates organisation:" not in turtle


def test_there_is_no_other_format(client: TestClient) -> None:
    assert client.get("/graph.exe").status_code == 404


def test_an_address_says_what_is_asked_and_no_more() -> None:
    words = [("about", "A"), ("relation", "inspects"), ("status", "denied"), ("depth", "2"), ("min_sources", "3")]
    wanted = asked_for(QueryParams([*words, ("since", ""), ("min_confidence", "")]))
    assert (wanted.about, wanted.depth, wanted.statuses, wanted.least_sources) == (("A",), 2, (Status.DENIED,), 3)
    assert address_of(wanted) == words
    assert address_of(asked_for(QueryParams(""))) == []


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(InputError, match="whole number"):
        asked_for(QueryParams("depth=deep"))


def test_a_timeline_is_a_picture_of_one_body(client: TestClient) -> None:
    picture = client.get("/timeline.svg?about=Riverside+Police&relation=all")
    assert "Inspectorate" in picture.text
    assert "script" not in picture.headers["Content-Security-Policy"]
    assert client.get("/timeline.svg").status_code == 400
    assert client.get("/timeline.csv?about=Ministry").status_code == 404
