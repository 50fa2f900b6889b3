"""Where one member of a claim comes from, and whether two come from the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from belegg.core.annotation import HolderKind
from belegg.reason._cues import listed

MEDIA: frozenset[HolderKind] = frozenset(("media", "agency", "state_media"))
MEDIA_WORDS = frozenset(listed("media_words"))


@dataclass(frozen=True, slots=True)
class Source:
    """Where one member comes from. ``key`` is equal for members of one origin; ``body`` is whom the person speaks for.

    ``outlet`` is the outlet (its key) that an unnamed source or a passing-on outlet stands in for; ``credited`` are the
    outlets that the article of an unnamed source names as its own sources.
    """

    key: str
    name: str
    kind: HolderKind
    body: str = ""
    outlet: str = ""
    proof: tuple[str, ...] = ()
    credited: frozenset[str] = frozenset()


def same_source(a: Source, b: Source) -> bool:
    """True for one holder, and for a body and those who speak for it."""
    return a.key == b.key or (bool(a.body) and a.body in (b.key, b.body)) or (bool(b.body) and b.body == a.key)


def only_one(found: Iterable[Source], outlets: frozenset[str]) -> Source | None:
    """The only one of some sources, or the only one of them that an outlet of these stands behind."""
    by_key = {s.key: s for s in found}
    likely = [s for s in by_key.values() if s.outlet in outlets] or list(by_key.values())
    return likely[0] if len(likely) == 1 else None
