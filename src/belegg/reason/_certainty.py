"""How sure it is that several sources of a claim tell of one thing.

Sayings are joined at about even odds: who opens a claim sees at once what does not belong. *Confirmed by several* is
read without opening anything, and has to rest on more.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from belegg.core.reasoning import Conflict
from belegg.reason._drafts import Draft
from belegg.reason._likeness import Likeness
from belegg.reason._members import Bearer
from belegg.reason._nearness import Nearness
from belegg.reason._weighing import weighed

#: The logarithm of the odds that two sources tell of one thing; ``python -m training.certainty`` fits them again.
WEIGHTS: Mapping[str, float] = {
    "base": -1.9,
    "near": 0.35,  # the score of their nearest two propositions
    "figures": 0.8,  # which count about as much of one kind of thing
    "leans": -0.15,  # the one belongs by how the text goes on
    "negated": -0.7,  # one of the two is negated
    "direct": -0.1,  # one of the two is a quotation
    "beside": -0.45,  # both stand in one article
    "pairs": 0.2,  # the logarithm of how many pairs of sayings there are
    "sources": 0.45,  # each source beyond the second
}
Told = tuple[Bearer, int]  # a bearer, and the number of its origin


def is_sure(draft: Draft, found: Sequence[Told], alike: Likeness, near: Nearness) -> bool:
    """False where it is likelier than not that no two of the sources behind a claim tell of one thing."""
    features = certainty(draft, found, alike, near)
    return features is None or weighed(features, WEIGHTS) > 0


def is_of_one_value(found: Sequence[Told], conflicts: Sequence[Conflict]) -> bool:
    """False where the sources behind a claim differ over a value, and no two of them can mean the same: *30 million*
    by the owner and *45 million* by a broker confirm neither."""
    several = behind(found)
    if len({found[n][1] for n in several}) < 2:
        return True
    for conflict in conflicts:
        differing = {n for value in conflict.values for n in value.members}
        others = {found[n][1] for n in several if n not in differing}
        agreeing = [others | {found[n][1] for n in value.members if n in several} for value in conflict.values]
        if not conflict.update and max(map(len, agreeing)) < 2:
            return False
    return True


def is_answered(draft: Draft, found: Sequence[Told]) -> bool:
    """True where somebody denies a claim in so many words, or by an answer to it: what is only told with a negation or
    an opposite is two times in three told of something else."""
    answers = {x.saying for x in draft.leaning}
    return any(
        bearer.relation == "denies" and (bearer.saying.stance == "deny" or bearer.saying.number in answers)
        for bearer, _ in found
    )


def certainty(draft: Draft, found: Sequence[Told], alike: Likeness, near: Nearness) -> Mapping[str, float] | None:
    """What speaks for it that two of the sources behind a claim tell of one thing; none where there is one only.

    ``alike``: how near the bearers are, in their order.
    """
    several = behind(found)
    origins = np.array([found[n][1] for n in several], np.int64)
    one, other = np.nonzero(np.triu(origins[:, None] != origins[None, :]))
    if not len(one):
        return None
    at = (np.array(several)[one], np.array(several)[other])
    scores = np.nan_to_num(alike.scores[at], nan=-np.inf)
    best = int(scores.argmax())
    left, right = alike.left[at][best : best + 1], alike.right[at][best : best + 1]
    a, b = (found[side[best]][0] for side in at)
    return {
        "base": 1.0,
        "near": float(scores[best]) if np.isfinite(scores[best]) else 0.0,
        "figures": float(left[0] >= 0 and near.are_counts(left, right)[0]),
        "leans": float(not np.isfinite(scores[best])),
        "negated": float(_is_negated(draft, a) != _is_negated(draft, b)),
        "direct": float(a.saying.direct or b.saying.direct),
        "beside": float(a.saying.place.article == b.saying.place.article),
        "pairs": float(np.log(len(one))),
        "sources": len(set(origins.tolist())) - 2.0,
    }


def behind(found: Sequence[Told]) -> Sequence[int]:
    """The places of those who tell it; where nobody does, of those who expect it."""
    told = [n for n, (bearer, _) in enumerate(found) if bearer.relation == "supports"]
    return told or [n for n, (bearer, _) in enumerate(found) if bearer.relation == "expects"]


def _is_negated(draft: Draft, bearer: Bearer) -> bool:
    return any(p.negated for p in draft.said.get(bearer.saying.number, ()))
