"""A member of a claim as its words are read."""

from dataclasses import dataclass

from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying


@dataclass(frozen=True, slots=True)
class Reading:
    """What a saying says of the claim: its proposition, and the words of the whole saying to look for answers in."""

    saying: Saying
    proposition: Proposition | None
    words: str
