"""Any real date comes back from any of the usual ways to write it, in both written standards."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from belegg.annotate.times import times
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document

MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
WEEKDAYS = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
}
days = st.dates(date(1900, 1, 1), date(2079, 12, 31))
news_days = st.dates(date(1990, 1, 1), date(2049, 12, 31))
standards = st.sampled_from(("nb", "nn"))


def value_of(sentence: str, published: date, language: str = "nb") -> list[tuple[str, str]]:
    block = Block(0, len(sentence), "paragraph")
    article = Article("a", "a", "", sentence, language, (block,), published=Moment(published.isoformat(), "day"))
    return [(sentence[t.start : t.end], t.value) for t in times(Document(article))]


def ways(day: date, standard: str) -> list[str]:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[standard][day.weekday()]
    return [
        f"{day.day}. {month} {day.year}",
        f"den {day.day}. {month} {day.year}",
        f"{weekday} {day.day}. {month} {day.year}",
        f"{weekday} den {day.day}. {month} {day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day.day}.\u00a0{month} {day.year}",
    ]


@given(days, news_days, standards)
def test_a_full_date_comes_back(day: date, published: date, standard: str) -> None:
    for written in ways(day, standard):
        assert value_of(f"Avtalen er datert {written}.", published, standard) == [(written, day.isoformat())]


@given(news_days, st.integers(0, 6), standards)
def test_a_weekday_is_the_nearest_on_the_side_of_its_verb(published: date, away: int, standard: str) -> None:
    past, future = published - timedelta(days=away), published + timedelta(days=away)
    name = WEEKDAYS[standard]
    assert value_of(f"Det skjedde {name[past.weekday()]}.", published) == [(name[past.weekday()], past.isoformat())]
    assert value_of(f"Det skal skje {name[future.weekday()]}.", published) == [
        (name[future.weekday()], future.isoformat())
    ]


@given(news_days, st.integers(0, 200))
def test_a_date_without_its_year_is_the_nearest_behind(published: date, away: int) -> None:
    day = published - timedelta(days=away)
    if (day.month, day.day) in ((2, 29), (7, 22), (9, 11)):
        return  # a leap day's year is another; two days of history are named without theirs
    written = f"{day.day}. {MONTHS[day.month - 1]}"
    assert value_of(f"Det skjedde {written}.", published) == [(written, day.isoformat())]


@given(news_days, st.integers(2, 400), standards)
def test_so_many_days_ago(published: date, count: int, standard: str) -> None:
    written = f"for {count} dager siden" if standard == "nb" else f"for {count} dagar sidan"
    expected = (published - timedelta(days=count)).isoformat()
    assert value_of(f"Det skjedde {written}.", published) == [(written, expected)]


@given(news_days, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_comes_back(published: date, hour: int, minute: int) -> None:
    for written in (f"klokka {hour:02d}.{minute:02d}", f"kl. {hour:02d}:{minute:02d}", f"kl {hour:02d}{minute:02d}"):
        expected = f"{published.isoformat()}T{hour:02d}:{minute:02d}"
        assert value_of(f"Det skjedde {written}.", published) == [(written, expected)]


@given(st.text(max_size=200), news_days)
def test_any_text_is_read_without_failure(text: str, published: date) -> None:
    for covered, value in value_of(text, published):
        assert covered.strip() == covered != ""
        assert value


@given(st.lists(st.sampled_from("for om i tre to år uke siden tirsdag kl. 10 1994 mai den 5. natt til og –".split())))
def test_spans_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    article = Article(
        "a", "a", "", text, "nb", (Block(0, len(text), "paragraph"),), published=Moment("2024-03-06", "day")
    )
    found = times(Document(article))
    assert all(one.end <= other.start for one, other in pairwise(found))
