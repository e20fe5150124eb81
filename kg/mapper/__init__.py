"""From a read Doc to claims: the frames of the lexicon, posts, judgements, and what follows from them."""

from kg.mapper.explain import Explanation
from kg.mapper.mapper import Mapper, load_mapper

__all__ = ["Explanation", "Mapper", "load_mapper"]
