"""Who had a shared stretch first: named features for each pair of members, and the verdict over all of them.

Positive weights speak for the left article, negative ones for the right. Time decides unless an open attribution
contradicts it; where strong signs disagree, nobody is called the first (annotation.md, 6).
"""

import re
from collections.abc import Sequence

from belegg.compare.moments import before
from belegg.core.article import Article
from belegg.core.judgement import Feature, total
from belegg.core.spans import Place

STRONG = 1.5
SHORTEST_OUTLET = 3


def stem_of(outlet: str) -> str:
    """An outlet's name without an inflection that would hide it (*Kveldsavisa*, *Kveldsavisas*)."""
    return outlet.strip()


def cites(article: Article, place: Place, other: Article) -> str:
    """``beside`` where the block around a place names the other's outlet, ``elsewhere`` in content, else empty."""
    outlet = stem_of(other.outlet or "")
    if len(outlet) < SHORTEST_OUTLET or outlet == stem_of(article.outlet or ""):
        return ""
    if outlet not in article.text:
        return ""
    pattern = re.compile(rf"(?<!\w){re.escape(outlet)}s?(?!\w)")
    blocks = article.content_blocks
    at = next((n for n, b in enumerate(blocks) if b.start <= place.start < b.end), None)
    beside = () if at is None else blocks[max(0, at - 1) : at + 2]
    if any(pattern.search(article.text, b.start, b.end) for b in beside):
        return "beside"
    return "elsewhere" if any(pattern.search(article.text, b.start, b.end) for b in blocks) else ""


def compare(left: Article, right: Article, here: Place, there: Place) -> tuple[Feature, ...]:
    """The signs of who had the stretch first; positive for ``left``."""
    found: list[Feature] = []
    if before(left.published, right.published):
        found.append(earlier(left, right, 1))
    elif before(right.published, left.published):
        found.append(earlier(right, left, -1))
    found += attribution(left, right, here, there)
    found += credit(left, right)
    if left.language != right.language and "nb" in (left.language, right.language):
        nb = left.language == "nb"
        found.append(Feature("Nynorsk is mostly made from Bokmål", 0.5 if nb else -0.5, left.id if nb else right.id))
    longer = len(here.span) - len(there.span)
    if abs(longer) > 0.15 * max(len(here.span), len(there.span)):
        found.append(Feature("has words that the other cut", 0.5 if longer > 0 else -0.5))
    return tuple(found)


def earlier(first: Article, second: Article, sign: int) -> Feature:
    """The sign of an earlier time: weaker where the earlier article was updated after the later one came out."""
    if before(second.published, first.updated):
        return Feature("published earlier, updated later", sign * 1.25, first.id)
    return Feature("published earlier", sign * 2.0, first.id)


def attribution(left: Article, right: Article, here: Place, there: Place) -> list[Feature]:
    """An article that names the other's outlet took from it; next to the stretch this is strong."""
    found = []
    for sign, citing, place, cited in ((-1, left, here, right), (1, right, there, left)):
        where = cites(citing, place, cited)
        if where:
            found.append(Feature(f"cites the other's outlet {where}", sign * (2.0 if where == "beside" else 0.75)))
    return found


def credit(left: Article, right: Article) -> list[Feature]:
    """An article that credits an agency stands nearer to it than one that does not; sole credit nearer than shared."""
    if bool(left.credits) != bool(right.credits):
        return [
            Feature("credits the agency", 1.25 if left.credits else -1.25, ", ".join(left.credits or right.credits))
        ]
    if left.credits and len(left.bylines) != len(right.bylines):
        return [Feature("no author beside the agency", 0.5 if len(left.bylines) < len(right.bylines) else -0.5)]
    return []


def verdict(features: Sequence[Feature]) -> int:
    """1 for the left, -1 for the right, 0 where strong signs disagree or nothing speaks for either."""
    strong = [f.weight for f in features if abs(f.weight) >= STRONG]
    if strong and min(strong) < 0 < max(strong):
        return 0
    score = sum(strong) or total(tuple(features))
    return 0 if abs(score) <= 1.0 else 1 if score > 0 else -1


def earliest(members: Sequence[Place], articles: dict[str, Article]) -> tuple[str | None, tuple[Feature, ...]]:
    """The article that had the stretch before every other member, and the features that say so.

    One pass leaves a single article that may have been before all; only that one is held against each of the others.
    """
    likely = champion(members, articles)
    if likely is None:
        return None, ()
    reasons: list[Feature] = []
    for there in members:
        if there.article != likely.article:
            features = compare(articles[likely.article], articles[there.article], likely, there)
            if verdict(features) <= 0:
                return None, ()
            reasons += features
    return (likely.article, tuple(dict.fromkeys(reasons))) if reasons else (None, ())


def champion(members: Sequence[Place], articles: dict[str, Article]) -> Place | None:
    """The member that beat, or came after, every other: whoever was before all is never taken off."""
    likely: Place | None = None
    for place in members:
        if likely is None:
            likely = place
        elif place.article != likely.article:
            sign = verdict(compare(articles[likely.article], articles[place.article], likely, place))
            likely = likely if sign > 0 else place if sign < 0 else None
    return likely


def agency(members: Sequence[Place], articles: dict[str, Article], first: str | None) -> str | None:
    """The agency credited by a member, unless the first one credits none and the others name its outlet for it."""
    credited = [articles[m.article] for m in members if articles[m.article].credits]
    if not credited:
        return None
    if first and not articles[first].credits:
        others = [m for m in members if articles[m.article].credits]
        if all(cites(articles[m.article], m, articles[first]) == "beside" for m in others):
            return None
    return sorted(credited, key=lambda a: (a.id != first, a.id))[0].credits[0]
