"""The name under which an entity is shown, and its list of spellings."""

from belegg.compare._entity_profiles import Group
from belegg.text.name_data import governments
from belegg.text.spelling import fold


def canonical(group: Group) -> str:
    """The longest common full form: initials, capitals and abbreviations give way to what is written out.

    Always a form that stands in an article; a seat of government never names its state if the state is named.
    """
    return min(group.names, key=lambda name: _rank(group, name))


def _rank(group: Group, name: str) -> tuple[int, int, int, int, str]:
    words = name.split()
    articles = len({p.article for p in group.profiles if name in p.called})
    cut = any(len(w.rstrip(".")) == 1 for w in words)
    stands_in = name in governments() and any(p.state for p in group.profiles)
    shouted = name.isupper() and len(name) > 5
    owning = any(fold(name) == fold(other) + "s" for other in group.names)
    poor = 4 * int(owning) + int(cut) + 2 * int(shouted) + 3 * int(stands_in)
    if group.type in ("GPE", "LOC", "DRV", "EVT", "PROD"):
        return poor, 0, -articles, -group.names[name], name
    return poor, -min(len(words), 2), -articles, -len(fold(name)), name


def spellings(group: Group, name: str) -> tuple[str, ...]:
    """Every spelling, the canonical one first, then by frequency."""
    rest = sorted((n for n in group.names if n != name), key=lambda n: (-group.names[n], n))
    return (name, *rest)
