"""The SPARQL page in a browser."""

import re

from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Watch, overflows, photograph, serious_findings

NAMES = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?body ?name { ?body skos:prefLabel ?name } ORDER BY ?name"""


def write(page: Page, sparql: str) -> None:
    """Replace what stands in the editor, as a reader would."""
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(sparql)


def written(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()"))


def run(page: Page, sparql: str) -> None:
    page.goto("/query")
    write(page, sparql)
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#query-answer")).to_be_visible()


def test_a_query_is_answered_in_a_table(page: Page) -> None:
    run(page, NAMES)
    expect(page.locator("#answer-body tbody tr")).to_have_count(4)
    expect(page.locator("#answer-count")).to_contain_text("4 rows")
    photograph(page, "query-answered")


def test_what_the_graph_holds_links_to_its_page_here(page: Page) -> None:
    run(page, NAMES)
    link = page.get_by_role("link", name="id:organisation/riverside-police")
    expect(link).to_have_attribute("href", "/id/organisation/riverside-police")


def test_a_query_runs_from_the_keyboard(page: Page) -> None:
    page.goto("/query")
    write(page, "ASK { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer-body")).to_have_text("Yes")


def test_the_keyboard_leaves_the_editor(page: Page) -> None:
    page.goto("/query")
    page.locator(".CodeMirror").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()


def test_an_error_is_shown_in_the_words_of_the_server(page: Page, watch: Watch) -> None:
    watch.expected.append("400")
    run(page, "SELECT * { ?s ?p }")
    expect(page.get_by_role("alert")).to_contain_text("line 1")
    photograph(page, "query-error")


def test_a_wrong_line_is_marked_with_what_is_expected(page: Page) -> None:
    page.goto("/query")
    write(page, "SELECT * {\n?s ?p }")
    mark = page.locator(".parseErrorIcon")
    mark.hover()
    expect(mark).to_have_attribute("title", re.compile("expected is one of: .*VAR1"))


def test_an_empty_answer_does_not_say_that_it_is_not_so(page: Page) -> None:
    run(page, "SELECT * { ?s <urn:nothing> ?o }")
    expect(page.locator("#answer-body")).to_contain_text("does not mean that it is not so")


def test_a_graph_is_shown_and_downloaded_as_turtle(page: Page) -> None:
    run(page, "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }")
    expect(page.locator("#answer-body pre")).to_contain_text("organisation:riverside-police")
    with page.expect_download() as download:
        page.get_by_role("button", name="Turtle").click()
    assert download.value.suggested_filename == "answer.ttl"
    assert "organisation:riverside-police" in download.value.path().read_text("utf-8")


def test_a_table_is_downloaded_as_csv(page: Page) -> None:
    run(page, NAMES)
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.path().read_text("utf-8").splitlines()[0] == "body,name"


def test_a_query_has_an_address_that_opens_it_again(page: Page) -> None:
    run(page, NAMES)
    address = page.url
    page.goto("/query")
    page.goto(address)
    assert written(page) == NAMES
    expect(page.locator("#answer-body tbody tr")).to_have_count(4)


def test_going_back_finds_the_query_before(page: Page) -> None:
    run(page, "ASK {}")
    write(page, "ASK { <urn:a> <urn:b> <urn:c> }")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#answer-body")).to_have_text("No")
    page.go_back()
    expect(page.locator("#answer-body")).to_have_text("Yes")
    assert written(page) == "ASK {}"


def test_a_query_is_saved_in_the_browser_and_deleted_again(page: Page) -> None:
    page.goto("/query")
    write(page, NAMES)
    page.get_by_label("Save it as").fill("All the names")
    page.keyboard.press("Enter")
    page.goto("/query")
    page.get_by_role("button", name="All the names", exact=True).click()
    assert written(page) == NAMES
    page.get_by_role("button", name="Delete “All the names”").click()
    expect(page.locator("#query-saved")).to_be_hidden()


def test_a_query_of_the_package_opens_for_a_body(page: Page) -> None:
    page.goto("/query")
    page.get_by_text("Who oversees it", exact=True).click()
    about = page.locator("details[open]")
    about.get_by_label("about").fill("inspectorate")
    about.get_by_role("button", name="Open").click()
    assert "VALUES ?about { <https://w3id.org/oversight/id/organisation/inspectorate> }" in written(page)
    expect(page.locator("#answer-body tbody tr")).to_have_count(1)
    expect(page.locator("#answer-body")).to_contain_text("The Ministry supervises the Inspectorate.")
    photograph(page, "query-named")


def test_a_property_is_completed_from_our_vocabulary(page: Page) -> None:
    page.goto("/query")
    write(page, "SELECT * { ?who ")
    page.keyboard.type("ov:insp", delay=30)
    hint = page.locator(".CodeMirror-hints li").first
    expect(hint).to_contain_text("ov:inspects")
    photograph(page, "query-completion")
    page.keyboard.press("Enter")
    assert "ov:inspects" in written(page)
    assert "PREFIX ov: <https://w3id.org/oversight/ns#>" in written(page)


def test_a_property_is_completed_by_a_word_of_its_name(page: Page) -> None:
    page.goto("/query")
    write(page, "SELECT * { ?who ")
    page.keyboard.type("ov:number", delay=30)
    expect(page.locator(".CodeMirror-hints li").first).to_contain_text("ov:claimCount")


def test_a_class_is_completed_from_our_vocabulary(page: Page) -> None:
    page.goto("/query")
    write(page, "PREFIX ov: <https://w3id.org/oversight/ns#>\nSELECT * { ?who a ")
    page.keyboard.type("ov:Org", delay=30)
    expect(page.locator(".CodeMirror-hints li").first).to_contain_text("ov:Organisation")


def test_a_prefix_is_completed_from_our_vocabulary(page: Page) -> None:
    page.goto("/query")
    write(page, "PREFIX ")
    page.keyboard.type("pro", delay=30)
    expect(page.locator(".CodeMirror-hints li")).to_have_text(["prov: <http://www.w3.org/ns/prov#>"])


def test_a_line_separator_that_is_pasted_does_not_end_the_editor(page: Page) -> None:
    run(page, 'SELECT ("\u2028" AS ?separator) {}')
    expect(page.locator("#answer-count")).to_contain_text("1 row")
    assert written(page) == r'SELECT ("\u2028" AS ?separator) {}'


def test_typing_asks_nothing_of_the_web(page: Page, watch: Watch) -> None:
    page.goto("/query")
    page.wait_for_load_state("networkidle")
    before = watch.requests
    write(page, "")
    page.keyboard.type("PREFIX foaf\n\nSELECT * { ?a foaf:na ?b ; a foaf:Per ; dbo:na ?c . ", delay=20)
    page.keyboard.press("Control+Space")
    page.wait_for_load_state("networkidle")
    assert watch.requests == before


def test_the_look_ups_of_the_editor_itself_are_gone(page: Page) -> None:
    page.goto("/query")
    completers = str(page.evaluate("Object.values(Yasqe.Autocompleters).map((one) => String(one.get)).join()"))
    assert "await vocabulary" in completers
    assert "fetchFromLov" not in completers
    assert "prefixCcApi" not in completers


def test_the_page_works_without_script(page: Page, host: str) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(base_url=host, java_script_enabled=False).new_page()
    plain.goto("/query")
    plain.get_by_label("The query").fill("ASK {}")
    plain.get_by_label("The answer as").select_option("CSV")
    with plain.expect_download() as download:
        plain.get_by_role("button", name="Run").click()
    assert download.value.path().read_text("utf-8").strip() == "true"
    plain.context.close()


def test_the_page_is_accessible(page: Page) -> None:
    run(page, NAMES)
    assert serious_findings(page) == []


def test_the_page_fits_a_phone(page: Page) -> None:
    run(page, NAMES)
    assert not overflows(page)
