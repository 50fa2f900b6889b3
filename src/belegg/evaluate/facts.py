"""Blocks and what is known of the article: language, times of publication."""

from collections import Counter
from typing import Any

from belegg.core.article import CONTENT_KINDS
from belegg.evaluate.counting import Tally
from belegg.evaluate.sources import Entry, Found, Gold, GoldArticle, listed


def score_blocks(gold: Gold, found: Found, tally: Tally) -> None:
    """Non-content as F1 over non-blank characters; the kind that most characters of a gold block have."""
    facts = found.facts()
    for entry in gold.data["blocks"]:
        article = gold.articles[gold.keys[entry["article"]]]
        if not entry.get("optional"):
            _score_block(entry, article, _kinds(facts.get(article.key, {})), tally)


def _kinds(facts: Entry) -> dict[int, str]:
    return {i: b["kind"] for b in facts.get("blocks") or [] for i in range(b["start"], b["end"])}


def _score_block(entry: Entry, article: GoldArticle, kinds: dict[int, str], tally: Tally) -> None:
    found = [kinds.get(i) for i in range(entry["start"], entry["end"]) if not article.text[i].isspace()]
    aside = sum(1 for k in found if k is not None and k not in CONTENT_KINDS)
    hidden = entry["kind"] not in CONTENT_KINDS
    tally.f1("non-content, characters", aside * hidden, len(found) * hidden, aside)
    kind = Counter(found).most_common(1)[0][0]
    tally.rate("kind of block", kind in {entry["kind"], *listed(entry.get("kind_alt"))})


def score_articles(gold: Gold, found: Found, tally: Tally) -> None:
    """Language, published and updated at gold's precision, and the day where gold infers one."""
    facts = found.facts()
    for article in gold.articles.values():
        _score_article(article.facts, facts.get(article.key, {}), tally)


def _score_article(want: Entry, got: Entry, tally: Tally) -> None:
    if want.get("language"):
        tally.rate("language", got.get("language") == want["language"])
    for key in ("published", "updated"):
        value = _value(got, key)
        if want.get(key):
            gold_value = want[key]["value"]
            tally.rate(f"{key}, at the gold precision", (value or "None")[: len(gold_value)] == gold_value)
        elif key in want and value is not None:
            tally.rate(f"{key}, at the gold precision", 0)
    inferred = want.get("inferred")
    if inferred and inferred["precision"] == "day":
        accepted = [inferred["value"], *listed(inferred.get("value_alt"))]
        tally.rate("inferred day", (_value(got, "published") or "")[:10] in accepted)


def _value(facts: Entry, key: str) -> str | None:
    moment: dict[str, Any] = facts.get(key) or {}
    value = moment.get("value")
    return None if value is None else str(value)
