"""What kind of happening the end of an axis names: bodily, aid, gathering and so on (``event_natures.toml``)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from belegg.text.wordlists import read_table

UNLISTED = "unlisted"


@cache
def natures() -> Mapping[str, str]:
    """End of an axis (``fire+``) to its nature."""
    return {axis: nature for nature, axes in read_table("event_natures.toml").items() for axis in axes}


def nature_of(axes: Iterable[str]) -> str:
    """The nature of the end of an axis that stands most often; ``unlisted`` where the table has none of them."""
    counted = Counter(axis for axis in axes if axis in natures())
    return natures()[counted.most_common(1)[0][0]] if counted else UNLISTED
