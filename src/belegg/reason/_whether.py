"""Whether an event has come about, where some of its clauses tell it as done and others as still to come.

A plan that is met has happened; but a plan is often gathered with what led to it, or with an earlier deed of its kind
(*møttes i 2019*, *skal møtes*). Small named features are weighed. The weights are those of a logistic regression over
the events of annotated stories, rounded (``python -m training.whether``).
"""

import math
from collections.abc import Mapping, Sequence

from belegg.core.reasoning import EventStatus
from belegg.reason._alike import TO_COME, TOLD_AS_FACT
from belegg.reason._happenings import Happening
from belegg.reason._weighing import weighed
from belegg.text.dates import DAY, days_of

STATUS_ORDER: tuple[EventStatus, ...] = ("happened", "ongoing", "planned", "possible", "alleged")
HALF = 0.5  # added to each count: one against none is not certain
DOUBT = math.log(0.6 / 0.4)  # odds of having come about that are asked for: to be told so wrongly is worse

#: ``share``: logarithm of how many main clauses tell it as done by how many tell it as to come. ``last word``: the
#: first clause of the last day that tells of it tells it as done. ``by the day``: one that tells it as done was written
#: on the day of the event or later. ``ahead``: it is planned for a day after the last article. ``display``: a headline
#: or lead tells it as done. ``unlisted``: share of those that tell it as done by a verb of no table: of one deed only.
WEIGHTS: Mapping[str, float] = {
    "base": -0.30,
    "share": 0.75,
    "last word": 0.95,
    "by the day": 0.75,
    "ahead": -1.30,
    "display": 0.55,
    "unlisted": 1.55,
}


def event_status(members: Sequence[Happening], time: str | None, last: str) -> EventStatus:
    """The status of an event. ``time``: when it was or is to be; ``last``: the day of the story's last article."""
    found = {h.status for h in members}
    told = features(members, time, last)
    if told and weighed(told, WEIGHTS) < DOUBT:
        found -= set(TOLD_AS_FACT)
    return next(s for s in STATUS_ORDER if s in found)


def features(members: Sequence[Happening], time: str | None, last: str) -> Mapping[str, float]:
    """What speaks for its having come about; empty where its clauses do not differ."""
    done = [h for h in members if h.status in TOLD_AS_FACT]
    plans = [h for h in members if h.status in TO_COME]
    if not done or not plans:
        return {}
    latest = max(members, key=lambda h: h.told)  # of one day the first
    return {
        "base": 1.0,
        "share": math.log((sum(h.main for h in done) + HALF) / (sum(h.main for h in plans) + HALF)),
        "last word": float(latest.status in TOLD_AS_FACT),
        "by the day": float(any(not is_after(time, h.told) for h in done)),
        "ahead": float(any(is_after(h.day, last) for h in plans)),
        "display": float(any(h.display for h in done)),
        "unlisted": sum(h.trigger.is_unlisted for h in done) / len(done),
    }


def is_after(time: str | None, day: str) -> bool:
    """True where all of a time lies after a day, as far as both are known."""
    first, second = days_of((time or "")[:DAY]), days_of(day)
    return first is not None and second is not None and first[0] > second[1]
