"""The pages of the explorer, as the server writes them."""

from starlette.testclient import TestClient


def test_the_first_page_has_a_heading(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "<h1>" in answer.text
