"""A corpus that says one thing or more in every relation, a sentence for each, and its graph."""

import pyoxigraph as ox

from kg.graph import to_quads
from kg.types import Details, Resolved, Status
from tests import factory as f

FORCE, INSPECTORATE, WATCHDOG, COUNCIL, OFFICE, OLD = (
    f.entity(name)
    for name in (
        "Riverside Police",
        "Inspectorate",
        "Watchdog",
        "Riverside Council",
        "Home Office",
        "Old Board",
    )
)
LANE, HALL, WEBB = (f.entity(name, "Person") for name in ("Prof Lane", "Ruth Hall", "Anne Webb"))
REPORT = f.entity("Lane report", "Report")
INQUIRY = f.entity("Riverside inquiry", "Inquiry", details=((f.STAGE, "under way"), (f.STARTED, "2014-09")))
INSPECTION = f.entity("second inspection", "Inspection", details=((f.STARTED, "2014-05"),))
OPEN_REVIEW = f.entity("open review", "Review")
TOWN = f.entity("Riverside", "Place")
ENTITIES = (
    FORCE,
    INSPECTORATE,
    WATCHDOG,
    COUNCIL,
    OFFICE,
    OLD,
    LANE,
    HALL,
    WEBB,
    REPORT,
    INQUIRY,
    INSPECTION,
)

A, D, L, P = Status.ASSERTED, Status.DENIED, Status.ALLEGED, Status.PROPOSED
NONE = Details()
# subject, relation, object, status, details, the sentence, who is quoted
FACTS = (
    (
        INSPECTORATE,
        "inspects",
        FORCE,
        A,
        Details(valid_from="2013", rating="inadequate"),
        "It looked in.",
        None,
    ),
    (INSPECTORATE, "conducts", INSPECTION, A, NONE, "It came back.", None),
    (INSPECTION, "concerns", FORCE, A, NONE, "The force was seen again.", None),
    (WATCHDOG, "investigates", FORCE, A, Details(content=("an arrest",)), "The watchdog digs.", None),
    (WATCHDOG, "conducts", INQUIRY, A, NONE, "The watchdog runs the inquiry.", None),
    (INQUIRY, "concerns", COUNCIL, A, NONE, "The inquiry is about the council.", None),
    (COUNCIL, "commissions", INQUIRY, A, NONE, "The council wanted it.", None),
    (INQUIRY, "produces", REPORT, A, NONE, "It led to a report.", None),
    (OFFICE, "conducts", OPEN_REVIEW, A, NONE, "The office is reviewing.", None),
    (LANE, "authors", REPORT, A, Details(content=("revealed neglect",)), "Lane wrote it.", None),
    (COUNCIL, "publishes", REPORT, A, NONE, "The council published it.", None),
    (REPORT, "concerns", TOWN, A, NONE, "It is about the town.", None),
    (FORCE, "respondsTo", REPORT, A, Details(content=("accepted it",)), "The force accepted it.", None),
    (WEBB, "callsOn", HALL, A, Details(content=("to resign",)), "Hall must go, said Webb.", WEBB),
    (HALL, "leads", FORCE, A, Details(role="chief constable", valid_from="2012"), "Hall is chief.", None),
    (LANE, "leads", INQUIRY, A, NONE, "Lane chairs it.", None),
    (WEBB, "memberOf", COUNCIL, A, Details(role="councillor", former=True), "Webb was a councillor.", None),
    (OFFICE, "oversees", INSPECTORATE, A, NONE, "The office answers for it.", None),
    (
        INSPECTORATE,
        "criticises",
        FORCE,
        A,
        Details(content=("was slow",)),
        "The force was slow.",
        INSPECTORATE,
    ),
    (INSPECTORATE, "praises", COUNCIL, A, Details(content=("did well",)), "The council did well.", None),
    (WATCHDOG, "sanctions", COUNCIL, A, Details(amount="40000 GBP"), "The council was fined.", None),
    (OFFICE, "appoints", LANE, A, Details(role="chair"), "Lane was named chair.", None),
    (OFFICE, "removes", HALL, A, Details(role="chief constable"), "Hall was dismissed.", None),
    (WEBB, "resignsFrom", COUNCIL, A, NONE, "Webb stood down.", None),
    (
        FORCE,
        "refersTo",
        WATCHDOG,
        A,
        Details(content=("an arrest",)),
        "The force went to the watchdog.",
        None,
    ),
    (WATCHDOG, "succeeds", OLD, A, Details(valid_from="2004"), "The board gave way.", None),
    (INSPECTORATE, "partOf", OFFICE, A, NONE, "It belongs to the office.", None),
    (OFFICE, "scrutinises", WATCHDOG, A, NONE, "The office keeps an eye on it.", None),
    (WATCHDOG, "investigates", FORCE, D, NONE, "There is no investigation.", None),
    (OFFICE, "inspects", FORCE, L, NONE, "The office allegedly looked in.", None),
    (WATCHDOG, "sanctions", COUNCIL, L, NONE, "It was reportedly fined.", None),
    (OFFICE, "removes", WEBB, P, NONE, "Webb should be dismissed.", None),
)
AGAIN = "Again, it looked in."


def resolved() -> Resolved:
    """The facts, each in a document of its own; the first is said in a second place too."""
    docs = [f.document(f"d{n:02}", fact[5], title=f"Title {n}", published="2014-09-16") for n, fact in enumerate(FACTS)]
    extra = f.document("again", AGAIN)
    claims = []
    for n, (subject, relation, object_, status, details, sentence, speaker) in enumerate(FACTS):
        found = [f.evidence(docs[n], sentence, said_by=speaker.iri if speaker else None)]
        if n == 0:
            found.append(f.evidence(extra, AGAIN))
        claims.append(f.claim(subject, relation, object_, *found, status=status, details=details))
    return f.resolved(*docs, extra, *ENTITIES, OPEN_REVIEW, TOWN, *claims)


def store() -> ox.Store:
    graph = ox.Store()
    graph.extend(to_quads(resolved()))
    return graph
