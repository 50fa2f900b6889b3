"""What times are resolved against, and what they are resolved to."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from belegg.core.annotation import TimexMod, TimexType

PAST, FUTURE = "PAST_REF", "FUTURE_REF"
UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article was published, as far as that is known.

    ``changed`` is the later day on which its text was changed, ``last_clock`` when it was last changed (on that day,
    else on the day of publication); ``told`` the day, and ``told_year`` the year, that the text spoke of last.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    clock: str | None = None
    last_clock: str | None = None
    told: date | None = None
    told_year: int | None = None
    changed: date | None = None

    @property
    def about(self) -> date | None:
        """The day, or the middle of the month or year."""
        if self.day or not self.year:
            return self.day
        return date(self.year, self.month, 15) if self.month else date(self.year, 7, 1)

    @property
    def last_day(self) -> date | None:
        """The last day that the publication may be of."""
        if self.day or not self.year:
            return self.day
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def value(self) -> str | None:
        """What is known, in ISO form."""
        if self.day:
            return self.day.isoformat() + (f"T{self.clock}" if self.clock else "")
        if not self.year:
            return None
        return f"{self.year}-{self.month:02d}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved expression. ``day`` is its day, where it is told to the day."""

    type: TimexType
    value: str
    mod: TimexMod | None = None
    day: date | None = None


def anchor_of(published: str | None, updated: str | None = None) -> Anchor:
    """The anchor of ISO 8601 values that are cut to their precision (``2023-09-13T07:48`` … ``2023``)."""
    if not published:
        return Anchor()
    head, _, clock = published.partition("T")
    parts = [int(p) for p in head.split("-")]
    day = date(*parts) if len(parts) == 3 else None
    last = max(published, updated or "")
    return Anchor(
        parts[0],
        parts[1] if len(parts) > 1 else None,
        day,
        clock[:5] or None,
        last[11:16] or None,
        changed=date.fromisoformat(updated[:10]) if day and updated and updated[:10] > published[:10] else None,
    )
