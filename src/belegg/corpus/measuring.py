"""The corpus as a gold folder, as pages to build from and as an export: what a measurement needs (with the texts)."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from belegg.core.annotation import Party, Statement, Time
from belegg.core.spans import Span
from belegg.corpus.loading import AnnotatedArticle

_PREPOSITION = re.compile(r"(?:i|før|siden|sidan|til|om) ", re.I)
_PREPOSITION_BEFORE = re.compile(r"(?<!\w)((?:i|før|siden|sidan|til|om) )$", re.I)


def write_pages(articles: Iterable[AnnotatedArticle], folder: Path) -> None:
    """One JSON document an article, with its date, for ``belegg build``."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in articles:
        article = entry.document.article
        published = article.published.value if article.published else None
        page = {"text": article.text, "outlet": article.outlet, "published": published, "language": article.language}
        (folder / f"{article.id}.json").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")


def write_gold(articles: Sequence[AnnotatedArticle], folder: Path) -> None:
    """A gold set for each written standard: ``folder/nb/gold.json`` and ``folder/nn/gold.json`` with their texts.

    The texts are named like the pages, so that an export is joined to them by the file name.
    """
    for standard in ("nb", "nn"):
        chosen = [a for a in articles if a.document.article.language == standard]
        if not chosen:
            continue
        place = folder / standard
        place.mkdir(parents=True, exist_ok=True)
        for entry in chosen:
            (place / f"{entry.document.id}.json").write_text(entry.document.text, encoding="utf-8", newline="")
        gold = _gold(standard, chosen)
        (place / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")


def write_export(articles: Iterable[AnnotatedArticle], path: Path) -> None:
    """The annotation in the form of belegg.json, so that one reading can be measured against another."""
    chosen = list(articles)
    export: dict[str, Any] = {
        "format": "belegg/1",
        "articles": [_exported_article(a) for a in chosen],
        "entities": [],
        "times": [_exported_time(a.document.id, t) for a in chosen for t in a.document[Time]],
        "statements": [_exported_statement(s) for a in chosen for s in a.document[Statement]],
        "passages": [],
        "stories": [],
        "claims": [],
        "events": [],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")


def _gold(standard: str, articles: Sequence[AnnotatedArticle]) -> dict[str, Any]:
    return {
        "story": None,
        "topic": f"the open corpus, {standard}",
        "articles": [_gold_article(a) for a in articles],
        "blocks": [_gold_block(a, n) for a in articles for n in range(len(a.document.article.blocks))],
        "statements": [_gold_statement(a, s) for a in articles for s in a.document[Statement]],
        "times": [_gold_time(a, t) for a in articles for t in a.document[Time]],
    }


def _gold_article(entry: AnnotatedArticle) -> dict[str, Any]:
    article = entry.document.article
    published = {"value": article.published.value, "precision": "day"} if article.published else None
    names = {"id": article.id, "file": f"{article.id}.json", "doc": article.id, "version": None}
    facts = {"language": article.language, "published": published, "updated": None, "inferred": None}
    return {**names, "outlet": article.outlet, "url": None, **facts, "agencies": []}


def _gold_block(entry: AnnotatedArticle, number: int) -> dict[str, Any]:
    """Every line is content: headings and captions are told from paragraphs by nobody here."""
    block = entry.document.article.blocks[number]
    place = {"article": entry.document.id, "line": number + 1, "kind": block.kind}
    return {**place, "start": block.start, "end": block.end, "text": block.span.of(entry.document.text)}


def _gold_statement(entry: AnnotatedArticle, said: Statement) -> dict[str, Any]:
    text, accepted = entry.document.text, entry.accepted[said.id]
    content = [_place(text, s) for s in said.content]
    kinds = list(dict.fromkeys(p.kind for p in said.holders))
    row: dict[str, Any] = {"id": said.id, "article": said.article, "content": content[0], "content_more": content[1:]}
    row |= {"mode": said.mode, "mode_alt": accepted.modes, "cue": [_place(text, s) for s in said.cue]}
    row |= {"holders": [_gold_party(text, p) for p in said.holders], "holder_kind": kinds[0]}
    row |= {"holder_kind_alt": [*kinds[1:], *accepted.kinds], "holder_alt": [s.of(text) for s in accepted.holders]}
    row |= {"chain": [_gold_party(text, p) for p in said.chain], "stance": said.stance, "stance_alt": accepted.stances}
    row |= {"addressee": _place(text, said.addressee.span) if said.addressee and said.addressee.span else None}
    return row | ({"optional": True} if accepted.optional else {})


def _gold_party(text: str, party: Party) -> dict[str, Any]:
    """Place and resolved name; a pronoun's own letters are no name."""
    place = _place(text, party.span) if party.span else {}
    return {**place, "resolved": party.name, "kind": party.kind}


def _gold_time(entry: AnnotatedArticle, time: Time) -> dict[str, Any]:
    values = entry.values[time.span]
    place = {"article": entry.document.id, **_place(entry.document.text, time.span)}
    extents = other_extents(entry.document.text, time.span)
    value = {"type": time.type, "value": time.value, "value_alt": values[1:], "mod": time.mod}
    return {**place, "text_alt": extents, **value}


def other_extents(text: str, span: Span) -> list[str]:
    """With and without the preposition before it: whether it changes the meaning is a matter of taste (*i mars*)."""
    within, before = _PREPOSITION.match(span.of(text)), _PREPOSITION_BEFORE.search(text, 0, span.start)
    if within:
        return [span.of(text)[within.end() :]]
    return [text[before.start(1) : span.end]] if before else []


def _place(text: str, span: Span) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _exported_article(entry: AnnotatedArticle) -> dict[str, Any]:
    article = entry.document.article
    blocks = [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks]
    published = {"value": article.published.value, "precision": "day"} if article.published else None
    place = {"id": article.id, "source": f"{article.id}.json", "text": article.text, "blocks": blocks}
    return {**place, "language": article.language, "published": published, "updated": None, "credits": []}


def _exported_statement(said: Statement) -> dict[str, Any]:
    row: dict[str, Any] = {"id": said.id, "article": said.article}
    row |= {"content": [[s.start, s.end] for s in said.content]}
    row |= {"mode": said.mode, "cue": [[s.start, s.end] for s in said.cue], "stance": said.stance}
    row |= {"holders": [_exported_party(p) for p in said.holders], "chain": [_exported_party(p) for p in said.chain]}
    return row | {"hedge": [], "attitude": said.attitude, "addressee": None}


def _exported_party(party: Party) -> dict[str, Any]:
    place = {"start": party.span.start, "end": party.span.end} if party.span else {"start": None, "end": None}
    return {**place, "name": party.name, "kind": party.kind, "entity": None}


def _exported_time(article: str, time: Time) -> dict[str, Any]:
    return {"article": article, "start": time.start, "end": time.end, "type": time.type, "value": time.value,
            "mod": time.mod}  # fmt: skip
