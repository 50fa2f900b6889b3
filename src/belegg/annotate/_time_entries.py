"""Live pages: what the times in each entry are counted from, its own clock and day (annotation.md, 4)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from belegg.annotate._time_anchor import Anchor
from belegg.core.article import CONTENT_KINDS, Article, Block
from belegg.text.dates import nearest, real_day
from belegg.text.entries import LEAST, clock_at, day_alone, runs_backwards

_NIGHT = 6  # hours that the clocks of two neighbours jump at least where midnight lies between them


def entry_anchors(article: Article, anchor: Anchor) -> Mapping[int, Anchor]:
    """For the first content block of every entry, by where it begins, what its times are counted from.

    Entries without a day of their own go on from their neighbour's, over midnight where the clocks jump; the first one
    is of the day of publication, or of the last update where the last one stands first.
    """
    heads = [(block, clock) for block in article.blocks if (clock := _clock_alone(article, block))]
    if len(heads) < LEAST or anchor.day is None:
        return {}
    backwards = runs_backwards([clock for _, clock in heads])
    day = (anchor.changed or anchor.day) if backwards else anchor.day
    return dict(_placed(article, anchor, day, backwards))


def _placed(article: Article, anchor: Anchor, day: date, backwards: bool) -> Iterator[tuple[int, Anchor]]:
    before: str | None = None
    waiting: str | None = None
    for block in article.blocks:
        if heading := _day_alone(article, block, day):
            day, before = heading, None
        elif clock := _clock_alone(article, block):
            day += timedelta(days=_nights(before, clock, backwards))
            before = waiting = clock
        elif waiting and block.kind in CONTENT_KINDS:
            yield (
                block.start,
                replace(
                    anchor, year=day.year, month=day.month, day=day, clock=waiting, last_clock=waiting, told=None,
                    told_year=None, changed=None,
                ),
            )  # fmt: skip
            waiting = None


def _nights(before: str | None, clock: str, backwards: bool) -> int:
    """1, or -1 on a page that runs backwards, where midnight lies between two entries."""
    if before is None:
        return 0
    hours = int(clock[:2]) - int(before[:2])
    if backwards:
        return -1 if hours >= _NIGHT else 0
    return 1 if hours <= -_NIGHT else 0


def _clock_alone(article: Article, block: Block) -> str | None:
    head = clock_at(article.text, block.start, block.end) if block.kind == "meta" else None
    return head[0] if head and not article.text[head[1] : block.end].strip() else None


def _day_alone(article: Article, block: Block, about: date) -> date | None:
    """The day that a heading tells, of the year in which it is nearest."""
    told = day_alone(block.span.of(article.text)) if block.kind == "meta" else None
    if told is None:
        return None
    year, month, number = told
    years = (year,) if year else (about.year - 1, about.year, about.year + 1)
    return nearest([d for y in years if (d := real_day(y, month, number))], about, None)
