"""The timeline of a story: its events in order, each with the reports that tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from belegg.core.document import Document
from belegg.core.reasoning import Event
from belegg.core.spans import Place
from belegg.show.book import Book
from belegg.show.calendar import interval, moment_interval, written
from belegg.show.drawings.scale import Scale, window
from belegg.show.drawings.timeline import Lane, Mark, Texts, strip, timeline
from belegg.show.labels import EVENT, STATUS, label
from belegg.show.library import Library, Quote, safe

_MOST_LANES = 24
#: Beyond this many events, those that only one report tells of are folded.
_MOST_EVENTS = 12
_MOST_SHOWN = 40
#: An event is shown in words of about this many characters, with up to so many of those who take part.
_SHORTEST, _LONGEST, _MOST_TOLD = 25, 140, 3
#: Folded events beyond this many are in the data only.
_MOST_FOLDED = 80


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: when, what (the words of its first report), its status, and each report that tells of it."""

    anchor: str
    number: int
    when: str
    status: str
    status_label: str
    type: str
    place: str
    text: Quote
    reports: tuple[Quote, ...]
    strip: Markup


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing (empty where no report has a date) and the list; ``folded`` have no date or one report only.

    ``more_outlets`` and ``more_events``: how many have no room.
    """

    drawing: Markup
    events: tuple[EventView, ...]
    folded: tuple[EventView, ...]
    more_outlets: int
    more_events: int

    @property
    def all(self) -> tuple[EventView, ...]:
        """All events, by time."""
        return tuple(sorted((*self.events, *self.folded), key=lambda event: event.number))


def story_timeline(book: Book) -> Timeline:
    """The drawing and the list of a story."""
    moments = {doc.id: moment for doc in book.documents if (moment := _moment(doc))}
    times = [interval(event.time) if event.time else None for event in book.events]
    scale = window(list(moments.values()), [time for time in times if time])
    entries = [_Entry(n, e, _first_mentions(e, book.library)) for n, e in enumerate(book.events, 1) if e.mentions]
    shown, folded = _chosen(entries)
    drawn = {entry.number for entry in shown}
    marks = [
        Mark(number, event.status, time)
        for number, (event, time) in enumerate(zip(book.events, times, strict=True), 1)
        if time and number in drawn
    ]
    lanes = _lanes(book, moments)
    return Timeline(
        drawing=_drawing(book, marks, lanes[:_MOST_LANES], scale) if scale else Markup(""),
        events=tuple(_event(entry, book, scale, moments) for entry in shown),
        folded=tuple(_event(entry, book, scale, moments) for entry in folded[:_MOST_FOLDED]),
        more_outlets=len(lanes[_MOST_LANES:]),
        more_events=len(folded[_MOST_FOLDED:]),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with its number and its first mention in each report."""

    number: int
    event: Event
    mentions: Sequence[Place]


def _chosen(entries: Sequence[_Entry]) -> tuple[Sequence[_Entry], Sequence[_Entry]]:
    """The events that are shown, and those that are folded."""
    many = len(entries) > _MOST_EVENTS
    lesser = {
        e.number for e in entries if not e.event.time or (many and len(e.mentions) == 1 and e.event.status != "planned")
    }
    shown = [e for e in entries if e.number not in lesser] or entries
    # Those that most reports tell of stay; the others join the folded ones.
    best = {e.number for e in sorted(shown, key=lambda e: (-len(e.mentions), e.number))[:_MOST_SHOWN]}
    return [e for e in shown if e.number in best], [e for e in entries if e.number not in best]


def _moment(doc: Document) -> datetime | None:
    """When a report came; the middle of the day where that is all that is known, None where not even that is."""
    article = doc.article
    moment = (article.updated if article.version > 1 else None) or article.published
    known = moment_interval(moment) if moment and moment.precision in ("minute", "day") else None
    return known.middle if known else None


def _lanes(book: Book, moments: dict[str, datetime]) -> Sequence[Lane]:
    """The outlets, the one that was first to report first, each with the times of its reports."""
    lanes: dict[str, list[datetime]] = {}
    for doc in book.documents:
        lanes.setdefault(book.library.outlet(doc.id), []).extend([moments[doc.id]] if doc.id in moments else [])
    return [Lane(outlet, tuple(found)) for outlet, found in lanes.items()]


def _drawing(book: Book, marks: Sequence[Mark], lanes: Sequence[Lane], scale: Scale) -> Markup:
    words = book.library.words
    texts = Texts(
        title=words.gettext("What happened, over who reported when"),
        description=words.gettext(
            "The same as the list below: events with their numbers, and the reports of each outlet."
        ),
        upper=words.gettext("What happened or was planned"),
        lower=words.gettext("Who reported when"),
    )
    return timeline(f"{book.key}-timeline-drawing", texts, marks, lanes, scale, words)


def _event(entry: _Entry, book: Book, scale: Scale | None, moments: dict[str, datetime]) -> EventView:
    library, event, mentions = book.library, entry.event, entry.mentions
    anchor = f"event-{safe(event.id)}"
    reports = [moments[m.article] for m in mentions if m.article in moments]
    return EventView(
        anchor=anchor,
        number=entry.number,
        when=written(event.time, library.words) if event.time else "",
        status=event.status,
        status_label=label(STATUS, event.status, library.words),
        type=label(EVENT, event.type, library.words) if event.type in EVENT else "",
        place=next((e.name for e in book.entities if e.id == event.place), ""),
        text=library.quote(_clearest(event, _by_time(event.telling or event.mentions, library), book)),
        reports=tuple(library.quote(m) for m in mentions),
        strip=_strip(anchor, event, reports, scale, library) if scale and len(reports) > 1 else Markup(""),
    )


def _clearest(event: Event, mentions: Sequence[Place], book: Book) -> Place:
    """The mention that tells most by itself: no bare infinitive, with those who take part, of a middling length."""
    library = book.library
    names = [n.casefold() for e in book.entities if e.id in (*event.participants, event.place) for n in e.names]

    def clarity(place: Place) -> tuple[bool, int, bool]:
        words = library.text(place).casefold()
        told = sum(name in words for name in names)
        return (not words.startswith("å "), min(told, _MOST_TOLD), _SHORTEST <= len(words) <= _LONGEST)

    return max(mentions, key=clarity)


def _strip(anchor: str, event: Event, reports: Sequence[datetime], scale: Scale, library: Library) -> Markup:
    time = interval(event.time) if event.time else None
    title = library.words.ngettext("Told by {n} report", "Told by {n} reports", len(reports))
    return strip(f"{anchor}-strip", title, time, event.status, reports, scale)


def _by_time(mentions: Sequence[Place], library: Library) -> list[Place]:
    return sorted(mentions, key=lambda m: (library.time_key(m.article), m.start))


def _first_mentions(event: Event, library: Library) -> list[Place]:
    """The first mention in each report (all its versions), by publication."""
    first: dict[str, Place] = {}
    for mention in _by_time(event.mentions, library):
        first.setdefault(library.documents[mention.article].article.doc or mention.article, mention)
    return list(first.values())
