"""The questions as pages: asked by a form, answered with sentences, as a table, a picture, a file and SPARQL."""

from playwright.sync_api import Page, expect

from tests import sample


def ask(page: Page, title: str) -> None:
    """Open the question from the page of all questions."""
    page.goto("/questions")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def findings(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".findings > li > h3").all_inner_texts()]


def test_a_question_of_gaps_is_asked_and_says_what_silence_means(page: Page) -> None:
    ask(page, "Who is watched by nobody")
    assert set(findings(page)) == {"Ministry", "Bystander Trust"}
    expect(page.locator("main")).to_contain_text("Silence of these sources is not absence of oversight")


def test_a_question_of_a_body_is_answered_with_the_sentence(page: Page) -> None:
    ask(page, "Who oversees it")
    page.get_by_role("combobox").last.fill("riverside")
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Ask").click()
    assert "Inspectorate" in findings(page)
    expect(page.locator("blockquote").first).to_have_text(sample.INSPECTED)


def test_the_sparql_behind_an_answer_runs_in_the_editor(page: Page) -> None:
    page.goto("/questions/unwatched")
    page.get_by_text("The SPARQL behind it").click()
    page.get_by_role("link", name="Open it in the editor").click()
    expect(page.locator("#answer-count")).to_contain_text("2 rows")


def test_an_answer_is_shown_as_a_table_and_downloaded_as_csv(page: Page) -> None:
    page.goto("/questions/overseers?name=riverside+police")
    page.get_by_role("link", name="As a table").click()
    expect(page.locator("table.answer tbody tr").first).to_contain_text(sample.INSPECTED)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert sample.INSPECTED in download.value.path().read_text("utf-8")


def test_an_answer_is_shown_as_a_picture(page: Page) -> None:
    page.goto("/questions/overseers?name=riverside+police")
    page.get_by_role("link", name="As a picture").click()
    expect(page.locator("#stage svg")).to_contain_text("Inspectorate")
