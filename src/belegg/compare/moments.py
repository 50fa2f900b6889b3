"""When articles were published, as far as their precision tells."""

from calendar import monthrange
from datetime import date

from belegg.core.article import Article, Moment

FIRST, LAST = "0000-01-01T00:00", "9999-12-31T23:59"


def bounds(moment: Moment | None) -> tuple[str, str]:
    """The earliest and latest minute that a moment may be, as ISO strings; everything where it is unknown."""
    if moment is None:
        return FIRST, LAST
    return moment.value + FIRST[len(moment.value) :], moment.value + LAST[len(moment.value) :]


def before(one: Moment | None, other: Moment | None) -> bool:
    """True where the first is certainly earlier than the second."""
    return bounds(one)[1] < bounds(other)[0]


def reading_order(article: Article) -> tuple[str, str]:
    """A key that sorts articles by time (those without one first) and then by id."""
    return bounds(article.published)[0], article.id


def day_number(moment: Moment | None) -> int | None:
    """The day of a moment as a running number (month and year precision: their first day); None where unknown."""
    if moment is None:
        return None
    try:
        return date.fromisoformat(bounds(moment)[0][:10].replace("-00", "-01")).toordinal()
    except ValueError:
        return None


def possible_days(moment: Moment | None) -> tuple[int, int] | None:
    """The first and the last day that a moment may be, as running numbers; None where unknown."""
    first = day_number(moment)
    if moment is None or first is None:
        return None
    start = date.fromordinal(first)
    if moment.precision == "year":
        return first, date(start.year, 12, 31).toordinal()
    if moment.precision == "month":
        return first, first + monthrange(start.year, start.month)[1] - start.day
    return first, first


def days_between(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many days lie at least between two moments, given as their possible days."""
    return max(0, other[0] - one[1], one[0] - other[1])
