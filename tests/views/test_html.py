"""The self-contained page."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html

from kg.views.html import to_html
from kg.views.layout import layout
from tests.views.factory import labelled, page, picture, sentence
from tests.views.test_svg import HOSTILE

CHECKED = picture([("a", "inspects", "b"), ("b", "oversees", "c")])


def read(text: str) -> html.HtmlElement:
    return html.document_fromstring(text.encode("utf-8"))


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
def test_hostile_labels_neither_run_nor_break_out(label: str) -> None:
    root = read(page(labelled(label), sentence(label, label)))
    assert len(root.findall(".//script")) == 2
    assert not [a for e in root.iter() for a in e.attrib if str(a).startswith("on")]
    data = json.loads(root.get_element_by_id("data").text or "")
    assert data["nodes"][0]["name"] == label
    assert data["edges"][0]["sentences"][0]["text"] == label


def test_the_policy_allows_the_page_its_own_script_and_style_and_nothing_else() -> None:
    root = read(page(CHECKED))
    policy = root.find(".//meta[@http-equiv]").get("content")
    style, script = root.find(".//style").text, root.findall(".//script")[1].text
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (script, style)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_asks_nothing_of_the_network() -> None:
    text = page(CHECKED)
    assert re.findall(r"https?://[^\s\"']*", text) == ["http://www.w3.org/2000/svg"]
    assert not re.findall(
        r"(?:src|href|action|srcset|@import|url\()\s*=?", text.split("</style>")[1].split("<script")[0]
    )


def test_names_and_sentences_are_only_ever_set_as_text() -> None:
    script = read(page(CHECKED)).findall(".//script")[1].text or ""
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(", script)


def test_data_and_drawing_number_the_same_things() -> None:
    root = read(page(CHECKED))
    data = json.loads(root.get_element_by_id("data").text or "")
    assert [e.get("data-node") for e in root.find_class("node")] == [str(i) for i in range(len(data["nodes"]))]
    assert [e.get("data-edge") for e in root.find_class("edge")] == [str(i) for i in range(len(data["edges"]))]
    assert [(e["source"], e["label"], e["target"]) for e in data["edges"]] == [
        (0, "inspects", 1),
        (1, "oversees", 2),
    ]
    assert data["edges"][0]["sentences"] == [
        {
            "text": "The inspectorate inspected the force.",
            "title": "Title of news",
            "from": "news.txt",
            "date": "2014-09-16",
            "confidence": 0.9,
            "speaker": "A Speaker",
        }
    ]


def test_every_control_has_a_name() -> None:
    root = read(page(CHECKED))
    assert root.get("lang") == "en"
    assert all(b.get("aria-label") or b.text for b in root.findall(".//button"))
    assert root.find(".//label[@for='search']") is not None


def test_the_same_diagram_gives_the_same_bytes() -> None:
    assert to_html(layout(CHECKED), [()] * 2) == to_html(layout(CHECKED), [()] * 2)
