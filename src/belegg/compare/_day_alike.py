"""How much a day that an article tells of is like what the story's dated articles tell of that day."""

from collections.abc import Mapping
from datetime import date

from belegg.compare._day_clues import Dated, Told

AROUND = 0.4  # what a shared word of the rest of the paragraph counts beside one of the sentence
MOST = 3.0  # rare words shared above which more tell nothing


def alike(own: Told, dated: Dated) -> Mapping[date, tuple[float, Told]]:
    """Day to how many rare words a sentence that tells of it shares with this one, 0 to 1, and that sentence's time."""
    shared: dict[Told, float] = {}
    for keys, much in ((own.keys, 1.0), (own.around, AROUND)):
        for key in sorted(keys):
            for other in dated.by_word.get(key, ()):
                shared[other] = shared.get(other, 0.0) + much * dated.rarity.get(key, 1.0)
    found: dict[date, tuple[float, Told]] = {}
    for other, much in shared.items():
        score = min(much, MOST) / MOST
        if other.day and (other.day not in found or score > found[other.day][0]):
            found[other.day] = (score, other)
    return found
