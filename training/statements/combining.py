"""Rules and model together: what the model adds to the rules' drafts, and which of them it makes doubtful."""

from collections.abc import Sequence

from belegg.annotate._draft import Draft
from training.statements.decoding import Scored, mean
from training.statements.tags import depth

_SAME = 0.5  # shared words of both, as the scorer pairs statements
_CLASH = 0.2  # two statements that share more than this, without one holding the other, are readings of one place


def words(draft: Draft) -> frozenset[int]:
    """The words of a draft's content."""
    return frozenset(i for part in draft.content for i in range(*part))


def alike(a: Draft, b: Draft) -> float:
    """Jaccard over the words of two contents."""
    mine, theirs = words(a), words(b)
    return len(mine & theirs) / len(mine | theirs)


def added(rules: Sequence[Draft], model: Sequence[Scored], least: float) -> list[Draft]:
    """The model's drafts where the rules have none, if their tags are at least so probable.

    A draft within a rule's content is another statement if it has a cue of its own that no rule has used.
    """
    used = {i for r in rules for i in r.cue}
    return [
        m.draft for m in model
        if m.sure >= least and not used & set(m.draft.cue) and not any(_in_the_way(r, m.draft) for r in rules)
    ]  # fmt: skip


def _in_the_way(rule: Draft, draft: Draft) -> bool:
    mine, theirs = words(draft), words(rule)
    if mine < theirs and draft.cue and set(draft.cue) <= theirs:
        return False
    return alike(rule, draft) >= _CLASH or bool(mine <= theirs) or len(mine & theirs) * 2 > len(theirs)


def believed(rules: Sequence[Draft], content: Sequence[Sequence[float]], least: float) -> list[Draft]:
    """The rules' drafts whose words are, by the model, content with at least this probability.

    ``content`` has a sequence for each layer; a draft inside another one is looked up in the second.
    """
    layers = len(content) - 1
    return [r for r in rules if mean(content[min(depth(r, rules), layers)], r.content) >= least]


def agreed(rules: Sequence[Draft], model: Sequence[Scored]) -> list[Draft]:
    """The model's choice in the rules' words: where a rule's draft is the same statement, it stands for the model's."""
    out: list[Draft] = []
    for m in model:
        best = max(rules, key=lambda r: alike(r, m.draft), default=None)
        same = best is not None and alike(best, m.draft) >= _SAME
        draft = best if same and best is not None else m.draft
        out += [] if draft in out else [draft]
    return out
