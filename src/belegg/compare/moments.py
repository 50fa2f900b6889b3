"""When articles were published, as far as their precision tells."""

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
