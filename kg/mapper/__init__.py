"""From a read Doc to claims: the frames of the lexicon, posts, judgements, and what follows from them."""

from kg.mapper.explain import Explanation
from kg.mapper.mapper import Mapper, load_mapper
from kg.mapper.study import Study

__all__ = ["Explanation", "Mapper", "Study", "load_mapper"]
