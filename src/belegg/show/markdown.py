"""The dossier as Markdown: the same sections in the same order, every sentence with its outlet and time."""

import re
from collections.abc import Iterator

from belegg.core.dossier import Dossier
from belegg.show.book import Book, books
from belegg.show.library import Quote, library
from belegg.show.sections.articles import ArticleView, articles
from belegg.show.sections.differing import Given
from belegg.show.sections.head import head
from belegg.show.sections.known import ClaimView, Evidence, known
from belegg.show.sections.names import names
from belegg.show.sections.pairs import version_views
from belegg.show.sections.questions import Question, questions
from belegg.show.sections.reuse import reuse
from belegg.show.sections.timeline import story_timeline
from belegg.show.sections.voices import voices
from belegg.show.unseen import made_seen
from belegg.show.wording import Wording, wording

#: What Markdown or the HTML inside it would take for markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])(?=\s|$)")


def markdown(dossier: Dossier, language: str) -> str:
    """The dossier in an interface language (``nb``, ``nn``, ``en``; ValueError for another)."""
    words = wording(language)
    lines: list[str] = []
    for book in books(library(dossier, words)):
        lines.extend(_story(book, words))
    if dossier.rejected:
        lines += [f"# {words.gettext('What could not be used')}", ""]
        lines += [f"- {plain(one.source)}: {plain(one.reason)}" for one in dossier.rejected]
    return made_seen("\n".join(lines).rstrip() + "\n")


def plain(text: str) -> str:
    """The text with nothing in it that Markdown would read as markup, on one line."""
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _LIST_MARK.sub(r"\1\\\2", escaped)


def _story(book: Book, words: Wording) -> Iterator[str]:
    top = head(book)
    yield from (f"# {plain(top.name)}", "")
    reports = words.ngettext("{n} report", "{n} reports", top.reports)
    origins = words.ngettext("{n} independent origin", "{n} independent origins", top.origins)
    yield f"**{reports}, {origins}**  "
    yield f"{plain(top.period)}  "
    yield f"{plain(words.listing(top.outlets))}  "
    yield ", ".join(f"{name} ({words.number(count)})" for name, count in top.standards)
    yield ""
    yield from _known(book, words)
    yield from _voices(book, words)
    yield from _timeline(book, words)
    yield from _reuse(book, words)
    yield from _questions(book, words)
    yield from _names(book, words)
    yield from (f"## {words.gettext('The articles')}", "")
    for article in articles(book, {}):
        yield from _article(article, book)


def _cited(quote: Quote) -> str:
    return f"«{plain(quote.before + quote.core + quote.after)}» ({plain(_where(quote))})"


def _where(quote: Quote) -> str:
    return ", ".join(part for part in (quote.outlet, quote.when) if part)


def _known(book: Book, words: Wording) -> Iterator[str]:
    for number, group in enumerate(known(book)):
        if not number:
            yield from (f"## {words.gettext('What is known')}", "")
        yield from (f"### {group.heading}", "")
        for claim in (*group.shown, *group.more, *group.folded):
            yield from _claim(claim)


def _claim(claim: ClaimView) -> Iterator[str]:
    outcome = f" · {claim.became.text}" if claim.became else ""
    bearing = f"{claim.text.bearing}: " if claim.text.bearing else ""
    yield f"**{claim.number}.** {bearing}{plain(claim.text.core)} ({claim.evidence}{outcome})"
    yield ""
    for origin in claim.origins:
        relations = ", ".join(text for _, text in origin.relations)
        yield f"- **{plain(origin.name)}** ({origin.kind}): {relations}"
        yield from (f"  - {_evidence(one)}" for one in origin.sentences)
    if claim.others:
        yield f"- {plain(claim.others)}"
    for conflict in claim.conflicts:
        values = "; ".join(
            f"**{plain(v.value)}** ({plain('; '.join(_given(g) for g in v.given))})" for v in conflict.values
        )
        yield f"- {conflict.kind}: {values}"
    yield ""


def _evidence(one: Evidence) -> str:
    names = (*(node.name for node in one.chain), one.quote.outlet)
    way = f" [{plain(' → '.join(names))}]" if one.chain else ""
    copies = f" = {plain('; '.join(_where(quote) for quote in one.copies))}" if one.copies else ""
    return f"{one.relation_label}: {_cited(one.quote)}{way}{copies}"


def _given(given: Given) -> str:
    return f"{_where(given.quote)}: {given.relation_label}"


def _voices(book: Book, words: Wording) -> Iterator[str]:
    everybody = voices(book).voices
    if everybody:
        yield from (f"## {words.gettext('Who says what')}", "")
    for voice in everybody:
        yield f"- **{plain(voice.actor.name)}** ({voice.kind})"
        for said in voice.said:
            copies = f" = {plain('; '.join(_where(quote) for quote in said.copies))}" if said.copies else ""
            yield f"  - {said.stance_label}: {_cited(said.quote)}{copies}"
    if everybody:
        yield ""


def _timeline(book: Book, words: Wording) -> Iterator[str]:
    events = story_timeline(book).all
    if events:
        yield from (f"## {words.gettext('Timeline')}", "")
    for event in events:
        when = plain(event.when) or words.gettext("no date")
        reports = "; ".join(plain(f"{q.outlet}, {q.when}".rstrip(", ")) for q in event.reports)
        yield f"{event.number}. {when}: {plain(event.text.core)} ({event.status_label}; {reports})"
    if events:
        yield ""


def _reuse(book: Book, words: Wording) -> Iterator[str]:
    found, versions = reuse(book), version_views(book)
    if found.passages or versions:
        yield from (f"## {words.gettext('Where the words come from')}", "")
    for passage in found.passages:
        outlets = (outlet for outlet, copy in zip(found.outlets, passage.copies, strict=True) if copy)
        agency = f" [{plain(passage.agency)}]" if passage.agency else ""
        yield f"- **{passage.letter}** «{plain(passage.text.core)}»{agency}: {plain(words.listing(list(outlets)))}"
    for version in versions:
        yield f"- {plain(version.outlet)}: {plain(version.before)} → {plain(version.after)}"
        if version.correction:
            yield f"  - {words.gettext('The desk says:')} {_cited(version.correction)}"
    if found.passages or versions:
        yield ""


def _questions(book: Book, words: Wording) -> Iterator[str]:
    found = questions(book)
    kinds: tuple[tuple[str, tuple[Question, ...]], ...] = (
        (words.gettext("Expected, past its date, and not followed up"), found.overdue),
        (words.gettext("Rests on unnamed sources or hedged words alone"), found.unnamed),
        (words.gettext("Some say so, others deny it"), found.disputed),
        (words.gettext("The reports differ"), found.differing),
        (words.gettext("Asked about, without an answer"), found.declined),
        (words.gettext("Expected, and still ahead or without a date"), found.ahead),
    )
    if found:
        yield from (f"## {words.gettext('Open questions')}", "")
    for heading, listed in kinds:
        if listed:
            yield from (f"### {heading}", "")
            yield from (f"- {one.number}: {_cited(one.text)}" for one in listed)
            yield ""


def _names(book: Book, words: Wording) -> Iterator[str]:
    groups = names(book)
    if groups:
        yield from (f"## {words.gettext('People, organisations, places')}", "")
    for group in groups:
        yield from (f"### {group.heading}", "")
        for one in (*group.shown, *group.folded):
            spellings = ", ".join(spelling for spelling, _ in one.spellings)
            roles = ", ".join(role.core for role in one.roles)
            told = " · ".join(plain(part) for part in (spellings, roles) if part)
            yield f"- **{plain(one.name)}**{': ' + told if told else ''} ({words.number(one.mentions)})"
        yield ""


def _article(article: ArticleView, book: Book) -> Iterator[str]:
    yield from (f"### {plain(article.outlet)} {plain(article.published)}".rstrip(), "")
    if article.url:
        yield from (f"<{article.url}>" if re.fullmatch(r"[^\s<>]+", article.url) else plain(article.url), "")
    doc = book.library.dossier.documents[int(article.anchor[1:]) - 1]
    for block in doc.article.content_blocks:
        yield from (plain(block.span.of(doc.text)), "")
