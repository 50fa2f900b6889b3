"""How much a day that an article tells of is like what the story's dated articles tell of that day."""

from collections.abc import Mapping
from datetime import date

from belegg.compare._day_clues import Dated, Told

AROUND = 0.4  # what a shared word of the rest of the paragraph counts beside one of the sentence
MOST = 3.0  # rare words shared above which more tell nothing


def alike(own: Told, dated: Dated) -> Mapping[date, tuple[float, Told]]:
    """Day to how many rare words a sentence that tells of it shares with this one, 0 to 1, and that sentence's time."""
    return alike_words(own.keys, own.around, dated)


def alike_words(sentence: frozenset[str], around: frozenset[str], dated: Dated) -> Mapping[date, tuple[float, Told]]:
    """The same for the content words of a sentence and those of the rest of its paragraph."""
    shared: dict[Told, float] = {}
    for keys, much in ((sentence, 1.0), (around, AROUND)):
        for key in sorted(keys):
            for like, alike_much in heads(key, dated).items():
                for other in dated.by_word.get(like, ()):
                    shared[other] = shared.get(other, 0.0) + alike_much * much * dated.rarity.get(like, 1.0)
    found: dict[date, tuple[float, Told]] = {}
    for other, much in shared.items():
        score = min(much, MOST) / MOST
        if other.day and (other.day not in found or score > found[other.day][0]):
            found[other.day] = (score, other)
    return found


def heads(key: str, dated: Dated) -> Mapping[str, float]:
    """The words of the dated articles that are this one, or have its last part in common (*prøvesvar*, *svar*)."""
    found = dict.fromkeys(dated.by_ending.get(key, ()), COMPOUND)
    found |= {key[n:]: COMPOUND for n in range(1, len(key) - 3) if key[n:] in dated.by_word}
    return found | {key: 1.0}


COMPOUND = 0.6  # what the last part of a compound counts


def opened_with(clause: frozenset[str], dated: Dated) -> Mapping[date, float]:
    """Day to how many rare words a clause shares with what an article that came then opens with, 0 to 1."""
    found: dict[date, float] = {}
    for day, keys in dated.openings:
        score = min(sum(dated.rarity.get(key, 1.0) for key in sorted(keys & clause)), MOST) / MOST
        found[day] = max(score, found.get(day, 0.0))
    return found
