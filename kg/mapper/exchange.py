"""To whom a reply goes where nobody was found at fault: whoever spoke last of the one who replies.

"Ms Boyd said that Mr Lee had kept the files. Mr Lee denied it." Nothing in what she said is a reproach.
"""

from collections.abc import Set

from spacy.tokens import Token

from kg.coref.cast import Speech, Thing
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Context

_SENTENCES = 2  # back that what was said may stand


def last_speaker(context: Context, mine: Set[int], reply: Token, *, unnamed: bool = False) -> Thing | None:
    """Who last spoke, before a reply, of one of ``mine``; ``unnamed``: or of anything, in the sentence before."""
    cast = context.cast
    spoken = sorted(cast.speeches, key=lambda s: s.end, reverse=True)
    for speech in (s for s in spoken if _before(s, reply, cast.sentences)):
        speaker = cast.at.get(speech.speaker)
        if speaker is None or speaker.kind not in (PERSON, BODY) or speaker.number in mine:
            continue
        of_them = any(cast.at[i].number in mine for i in range(speech.start, speech.end) if i in cast.at)
        next_to = cast.sentences[reply.i] - cast.sentences[speech.end - 1] == 1
        return speaker if of_them or (unnamed and next_to) else None
    return None


def _before(speech: Speech, reply: Token, sentences: list[int]) -> bool:
    back = sentences[reply.i] - sentences[max(speech.start, speech.end - 1)]
    return max(speech.end - 1, speech.speaker) < reply.i and 0 < back <= _SENTENCES
