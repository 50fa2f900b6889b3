"""Statements: what was said, by whom, how it came here."""

from collections.abc import Callable
from functools import cache
from typing import Any

from belegg.evaluate.counting import Pairing, Tally, pair_off
from belegg.evaluate.parties import Party, in_common
from belegg.evaluate.regions import overlap
from belegg.evaluate.sources import Found, Gold, Telling, is_optional

Same = Callable[[Party, Party], bool]
Chain = tuple[Party, ...]


def right_holder(g: Telling, s: Telling, same: Same = Party.same) -> bool:
    """Every gold holder found, every found holder gold, and holders written apart not found as one."""
    got = s.holders[0]
    for wanted in g.holders:
        apart = len({h.place for h in wanted if h.place})
        complete = all(any(same(h, x) for x in got) for h in wanted)
        if complete and all(any(same(h, x) for h in wanted) for x in got) and len(got) >= apart:
            return True
    return False


def _by_name(g: Telling, s: Telling) -> bool:
    return right_holder(g, s, Party.same_by_name)


def _same_chain(wanted: Chain, got: Chain) -> bool:
    return len(wanted) == len(got) and all(a.same(b) for a, b in zip(wanted, got, strict=True))


def _right_chain(g: Telling, s: Telling) -> bool:
    return any(_same_chain(chain, s.chains[0]) for chain in g.chains)


def _right_stance(g: Telling, s: Telling) -> bool:
    return s.item.raw.get("stance") in g.item.accepts("stance")


def _likeness(g: Telling, s: Telling) -> tuple[float, bool, bool] | None:
    """Share of the words of both that are in both, if half or more; then the holder and the stance decide."""
    if g.item.article != s.item.article:
        return None
    got = s.wordings[0]
    common = max(len(w & got) / max(1, len(w | got)) for w in g.wordings)
    return (common, right_holder(g, s), _right_stance(g, s)) if common >= 0.5 else None


def score_statements(gold: Gold, found: Found, tally: Tally) -> None:
    """All figures of the statements layer."""
    got = [t for t in found.tellings() if t.item.article in gold.articles]
    pairing = pair_off(gold.tellings(), got, _likeness, is_optional)
    pairing.f1(tally, "content@0.5")
    pairing.f1(tally, "content exact", lambda g, s: s.wordings[0] in g.wordings)
    pairing.f1(tally, "who said what: content@0.5 + holder", right_holder)
    pairing.f1(
        tally,
        "whole: that + stance + exact chain",
        lambda g, s: right_holder(g, s) and _right_stance(g, s) and _right_chain(g, s),
    )
    pairing.f1(tally, "who said what, by resolved name", _by_name)
    for g, s in pairing.pairs:
        _score_pair(g, s, tally)
    _break_down(pairing, tally, gold)


def _score_pair(g: Telling, s: Telling, tally: Tally) -> None:
    kinds, chain = {h.kind for h in s.holders[0]}, s.chains[0]
    tally.rate("matched: mode", s.item.raw.get("mode") in g.item.accepts("mode"))
    tally.rate("matched: stance", _right_stance(g, s))
    tally.rate("matched: holder", right_holder(g, s))
    tally.rate("matched: holder kind", bool(kinds) and kinds <= g.item.accepts("holder_kind"))
    tally.rate("matched: cue", overlap(g.cue, s.cue) > 0 or (g.cueless and not s.cue))
    tally.rate("matched: chain exact", _right_chain(g, s))
    if g.chains[0]:
        tally.rate("matched: chain exact, where gold has one", _right_chain(g, s))
    nearest = max(g.chains, key=lambda c: (_same_chain(c, chain), 2 * in_common(c, chain) - len(c)))
    tally.f1("matched: relays", in_common(nearest, chain), len(nearest), len(chain))
    tally.rate("matched: holder's resolved name", _by_name(g, s))


def _break_down(pairing: Pairing[Telling, Telling], tally: Tally, gold: Gold) -> None:
    @cache
    def language(article: str) -> str:
        return str(gold.articles[article].facts.get("language"))

    def kind(s: Telling) -> Any:
        return s.holders[0][0].kind if s.holders[0] else None

    _classes(pairing, tally, "mode", lambda g: g.item.raw["mode"], lambda s: s.item.raw.get("mode"))
    _classes(pairing, tally, "language", lambda g: language(g.item.article), lambda s: language(s.item.article))
    _classes(pairing, tally, "kind", lambda g: g.item.raw["holder_kind"], kind)


def _classes(
    pairing: Pairing[Telling, Telling],
    tally: Tally,
    name: str,
    of_gold: Callable[[Telling], Any],
    of_found: Callable[[Telling], Any],
) -> None:
    """Figures of each class; what meets gold belongs to the gold's class, a false alarm to its own."""
    for value in sorted({of_gold(g) for g, _ in pairing.pairs} | {of_gold(g) for g in pairing.missed}):
        part = Pairing(
            tuple(pair for pair in pairing.pairs if of_gold(pair[0]) == value),
            tuple(g for g in pairing.missed if of_gold(g) == value),
            tuple(s for s in pairing.extra if of_found(s) == value),
        )
        part.f1(tally, f"{name} {value}: content@0.5")
        part.f1(tally, f"{name} {value}: who said what", right_holder)
