"""Measures of the network of scrutiny, with what they mean here and what they do not."""

from kg.graph.network import between, communities, most_connected, network, page_rank
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import in_words, no_source, number

GROUP = "Measures"
_TOP = Parameter("top", Kind.NUMBER, "how many to show", required=False, default=10)
_SOURCES = "It measures these sources: what they tell much of scores high, whatever its weight in the world."


def _connected(asked: Asked) -> Found:
    ranks = most_connected(network(asked.store, links=asked.watching), asked.number("top"))
    hits = [
        Hit(
            rank.label,
            note=f"{number(rank.links, 'claim')}; scrutinises {rank.overseen}, is scrutinised by {rank.overseers}",
            iri=rank.iri,
        )
        for rank in ranks
    ]
    return Found("Who stands in most claims of scrutiny?", hits, no_source(as_of=asked.as_of), (_SOURCES,))


def _between(asked: Asked) -> Found:
    scores = between(network(asked.store, links=asked.watching))
    notes = (
        "High is who stands on many of the shortest chains between others: what passes up or down passes there. "
        "It does not say that anything does pass.",
        _SOURCES,
    )
    return Found("Through whom do most chains of scrutiny pass?", _ranked(asked, scores), no_source(), notes)


def _page_rank(asked: Asked) -> Found:
    scores = page_rank(network(asked.store, links=asked.watching))
    notes = (
        "Every body passes its weight on to those who scrutinise it, and they to theirs: high is who stands, "
        "at the end, above many, and above those who stand above many. It is no measure of quality or power.",
        _SOURCES,
    )
    return Found("Who stands, by others, above most?", _ranked(asked, scores), no_source(), notes)


def _ranked(asked: Asked, scores: dict[str, float]) -> list[Hit]:
    """The highest, those of one score by name; a score of none is not shown."""
    best = sorted((s for s in scores.items() if s[1] > 0), key=lambda s: (-round(s[1], 9), asked.name(s[0]), s[0]))
    return [Hit(asked.name(iri), note=f"{score:.4f}", iri=iri) for iri, score in best[: asked.number("top")]]


def _communities(asked: Asked) -> Found:
    groups = communities(network(asked.store, links=asked.watching))
    hits = [
        Hit(
            f"Group {n}: {in_words(asked.names(group)[:3])}{f' and {len(group) - 3:,} more' if len(group) > 3 else ''}",
            note=number(len(group), "member") + (": " + "; ".join(asked.names(group)) if len(group) < 40 else ""),
        )
        for n, group in enumerate(groups[: asked.number("top")], 1)
    ]
    notes = (
        "A group has more scrutiny within it than chance would give. That they are near each other in these sources "
        "is all it says: not that they act together.",
    )
    return Found("Which bodies are near each other in the network of scrutiny?", hits, no_source(), notes)


QUESTIONS = (
    Question(
        "connected",
        GROUP,
        "Degree",
        "Who stands in most claims of scrutiny, as the one who scrutinises or the one who is scrutinised.",
        (_TOP,),
        "scrutiny",
        _connected,
        "Degree: the number of claims in and out.",
    ),
    Question(
        "between",
        GROUP,
        "Betweenness",
        "Through whom most of the shortest chains of scrutiny pass.",
        (_TOP,),
        "scrutiny",
        _between,
        "Betweenness centrality (Brandes 2001), each pair of bodies one edge, normalised.",
    ),
    Question(
        "page-rank",
        GROUP,
        "PageRank",
        "Who stands above most others, directly or by those in between.",
        (_TOP,),
        "scrutiny",
        _page_rank,
        "PageRank (Page and others 1999) with a damping of 0.85, along edges from the overseen to the overseer.",
    ),
    Question(
        "communities",
        GROUP,
        "Communities",
        "Groups of bodies that scrutinise each other more than others.",
        (_TOP,),
        "scrutiny",
        _communities,
        "The Louvain method (Blondel and others 2008) with a fixed seed, the direction of scrutiny left out.",
    ),
)
