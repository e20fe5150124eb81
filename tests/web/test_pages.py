"""The pages of the explorer, as the server writes them."""

import pytest
from starlette.testclient import TestClient

from kg.web.addresses import path_of
from tests import sample
from tests.web.reading import main, opened, words

INSPECTORATE = path_of(sample.INSPECTORATE.iri, "https://w3id.org/oversight/id/")
FORCE = path_of(sample.FORCE.iri, "https://w3id.org/oversight/id/")


def test_the_first_page_counts_what_the_store_holds(client: TestClient) -> None:
    page = opened(client, "/")
    rows = {words(row.find("th")): words(row.find("td")) for row in page.xpath("//tbody/tr")}
    assert rows.items() >= {"asserted": "3", "denied": "1", "organisation": "4", "inspects": "1"}.items()


def test_the_page_of_a_body_shows_who_scrutinises_it_with_the_sentence(client: TestClient) -> None:
    page = main(client, FORCE)
    assert "Who scrutinises it 2" in page
    assert "asserted Inspectorate inspects Riverside Police" in page
    assert sample.INSPECTED in page


def test_what_is_denied_is_called_so_on_the_page_of_a_body(client: TestClient) -> None:
    assert "denied Inspectorate investigates Riverside Police" in main(client, INSPECTORATE)


def test_one_status_can_be_shown_alone(client: TestClient) -> None:
    page = main(client, f"{INSPECTORATE}?status=denied")
    assert sample.DENIED in page
    assert sample.INSPECTED not in page


@pytest.mark.parametrize("part", ["show=overseen", "show=timeline", "status=asserted", "show=overseen&status=denied"])
def test_a_part_of_a_body_has_a_page(client: TestClient, part: str) -> None:
    assert "Riverside Police" in main(client, f"{INSPECTORATE}?{part}") or "status=asserted" in part


def test_a_claim_is_shown_with_what_the_same_two_are_said_to_do_beside_it(client: TestClient) -> None:
    claim = next(a.get("href") for a in opened(client, FORCE).iter("a") if a.text == "investigates")
    page = main(client, claim)
    assert "say that this is not so" in page
    assert sample.DENIED in page
    assert "Also said between the two asserted Inspectorate inspects Riverside Police" in page


def test_a_document_has_its_evidence_marked_and_its_names_linked(client: TestClient) -> None:
    page = opened(client, "/id/document/one")
    first = page.xpath("//mark[@data-passages='0']")
    assert "".join(mark.text_content() for mark in first) == sample.INSPECTED
    links = {words(a): a.get("href") for a in page.xpath("//mark/a[@class='name']")}
    assert links == {"Inspectorate": INSPECTORATE, "Riverside Police": FORCE}


def test_a_place_in_a_document_can_be_asked_for(client: TestClient) -> None:
    page = opened(client, "/id/document/one?at=4,16")
    assert [words(mark) for mark in page.xpath("//mark[@class='sought']")] == ["Inspectorate"]
    assert page.get_element_by_id("at") is not None


def test_names_are_suggested_whatever_their_case(client: TestClient) -> None:
    (found,) = client.get("/suggest?q=RIVERSIDE").json()
    assert (found["name"], found["path"], found["value"]) == ("Riverside Police", FORCE, "Riverside Police")


def test_a_misspelt_name_is_found(client: TestClient) -> None:
    assert "Riverside Police" in main(client, "/search?q=Riversde%20Polise")


def test_what_is_not_there_is_not_there(client: TestClient) -> None:
    assert client.get("/id/organisation/nobody").status_code == 404
    assert client.get("/entity?iri=not an iri <").status_code == 404
