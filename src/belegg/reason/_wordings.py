"""The score by wording of very many pairs at once: the sum of what ``_pairs`` tells of one, feature by feature."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

import numpy as np

from belegg.reason._arrays import Flags, Floats, Numbers, Pairs, Sets, by_values, numbered
from belegg.reason._cues import load_cues
from belegg.reason._pairs import (
    BROAD,
    ENOUGH,
    FAR,
    HALF,
    NONE_HEADS,
    ON_TOPIC,
    ONE_HEADS,
    SMALL,
    TELLING_FIGURE,
    W_ACTOR,
    W_ACTORS,
    W_ANSWER,
    W_ASKED,
    W_ASKS,
    W_AXES,
    W_AXIS,
    W_CLOCK,
    W_COUNTED,
    W_EXPECTED,
    W_FAR,
    W_FIGURE,
    W_HEADS,
    W_HOLDER,
    W_KIN,
    W_LEADS,
    W_MEASURE,
    W_NAMES,
    W_ONE_BREATH,
    W_OTHER_FIGURE,
    W_OWN_FIGURE,
    W_PEOPLE,
    W_SAME_ARTICLE,
    W_SLOT,
    W_STATE,
    W_THIN,
    W_TIME,
    W_WHOLE,
    W_WORDS,
    Rarity,
    days_between,
    exact_times,
    figure_worth,
    tells_clock,
)
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._source import Source

CHUNK = 1 << 16  # pairs of which all columns are held at once
KNOWN = 1 << 15  # pairs of times that are remembered
STANDING = np.array([NONE_HEADS, ONE_HEADS, 1.0])  # of a predicate that heads none, one and both of the clauses
PREDICATES = 2  # shared predicates that count


class Told:
    """Where propositions stand: who says each, and in which article."""

    def __init__(self, sayings: Sequence[Saying], sources: Sequence[Source]) -> None:
        """One of each for each proposition."""
        known: dict[str, int] = {"": -1}
        self._key = np.array([known.setdefault(s.key, len(known)) for s in sources], np.int64)
        self._body = np.array([known.setdefault(s.body, len(known)) for s in sources], np.int64)
        self.article = numbered(s.place.article for s in sayings)
        self.report = np.array([s.is_report for s in sayings], np.bool_)
        self.display = np.array([s.is_display for s in sayings], np.bool_)

    def same_source(self, a: Numbers, b: Numbers) -> Flags:
        """Whether one holder says both, or a body and those who speak for it."""
        key, body, of, from_ = self._key[a], self._body[a], self._key[b], self._body[b]
        left = (body >= 0) & ((body == of) | (body == from_))
        return np.asarray((key == of) | left | ((from_ >= 0) & (from_ == key)))

    def running(self, a: Numbers, b: Numbers, same_source: Flags) -> Flags:
        """Whether both stand in one running text, and not by two who speak in it."""
        run = (self.article[a] == self.article[b]) & ~self.display[a] & ~self.display[b]
        return np.asarray(run & (same_source | self.report[a] | self.report[b]))


class Wordings:
    """The propositions of a story as columns."""

    def __init__(self, props: Sequence[Proposition], rare: Rarity, told: Told) -> None:
        self._rare, self._told, self._props = rare, told, props
        self._figures = _Figures(props, rare)
        self._times = numbered([frozenset(), *(p.times for p in props)])[1:]
        self._days = list(dict.fromkeys(p.times for p in props if p.times))
        self._time = lru_cache(maxsize=KNOWN)(self._time_told)  # the same few are asked for again and again
        self._aspect = numbered(p.aspect for p in props)
        self._event = _flags(p.aspect == "event" for p in props)
        self._future, self._answers = _flags(p.future for p in props), _flags(p.answers for p in props)
        self._uncertain, self._negated = _flags(p.uncertain for p in props), _flags(p.negated for p in props)
        self._asked, self._counted = _flags(p.asked for p in props), _flags(p.counted for p in props)
        self._peopled, self._clock = _flags(bool(p.people) for p in props), _flags(tells_clock(p) for p in props)
        self._words, self._names = Sets([p.words for p in props]), Sets([p.names for p in props])
        self._word_mass = np.array([rare.mass("word:", p.words) for p in props])
        self._name_mass = np.array([rare.mass("name:", p.names) for p in props])
        self._word_worth = np.array([rare.of.get(f"word:{k}", 1.0) ** 2 for k in self._words.known])
        self._name_worth = np.array([rare.of.get(f"name:{k}", 1.0) ** 2 for k in self._names.known])
        self._subjects = Sets([p.subjects for p in props], dict(self._names.known))
        self._predicates = _Predicates(props, rare)
        self._content = self._words.sizes + self._names.sizes + self._predicates.axes.sizes
        self._scored = Pairs(len(props), self._scores)

    def scores(self, left: Numbers, right: Numbers) -> Floats:
        """What ``_pairs.score`` gives for each pair, the lower number first."""
        return self._scored(left, right)

    def _scores(self, left: Numbers, right: Numbers) -> Floats:
        out = np.zeros(len(left))
        for start in range(0, len(left), CHUNK):
            a, b = left[start : start + CHUNK], right[start : start + CHUNK]
            alike = np.flatnonzero(self._aspect[a] == self._aspect[b])
            total = np.zeros(len(alike))
            for weights in self._columns(a[alike], b[alike]):
                total += weights
            out[start + alike] = total
        return out

    def other_people(self, a: Numbers, b: Numbers) -> Flags:
        """Where two persons who are not one act, and neither answers what somebody says of the other."""
        found = self._peopled[a] & self._peopled[b] & ~(self._answers[a] | self._answers[b])
        have = np.flatnonzero(found)  # they are few
        found[have] = ~self._share_actor(a[have], b[have])
        return found

    def _share_actor(self, a: Numbers, b: Numbers) -> Flags:
        return self._subjects.meet(a, b, self._names) | self._subjects.meet(b, a, self._names)

    def _columns(self, a: Numbers, b: Numbers) -> Iterator[Floats]:
        """The features in the order of ``_pairs``, each with its weight."""
        is_of = self._predicates
        axes, actor = is_of.axes.shared(a, b), self._share_actor(a, b)
        words, word_worth = self._words.weighed(a, b, self._word_worth)
        names, name_worth = self._names.weighed(a, b, self._name_worth)
        alike = self._cosine(word_worth, self._word_mass[a] * self._word_mass[b])
        yield W_WORDS * alike
        yield from is_of.shared(a, b, axes > 0)
        yield W_NAMES * self._cosine(name_worth, self._name_mass[a] * self._name_mass[b])
        yield _weighed(W_ACTOR, (axes > 0) & actor)
        yield W_WHOLE * self._containment(a, b, words + names + axes)
        figures, same_figure = self._figures.weighed(a, b, (axes > 0) | (alike >= ON_TOPIC), is_of.share_narrow(a, b))
        yield figures
        yield _weighed(W_OWN_FIGURE, same_figure & actor)
        of_times, far = self._of_times(a, b, axes > 0)
        yield of_times
        heads = is_of.heads.shared(a, b)
        yield from self._attitudes(a, b, axes > 0, heads > 0)
        yield is_of.against(a, b, axes > 0, heads > 0)
        yield _weighed(W_THIN, (words + names == 1) & self._event[a] & (axes == 0))
        answers = self._answers[a] | self._answers[b]
        yield _weighed(W_ASKED, (self._asked[a] != self._asked[b]) & ~answers)
        yield _weighed(W_COUNTED, self._counted[a] != self._counted[b])
        planned = (self._future[a] != self._future[b]) & ~(answers | self._negated[a] | self._negated[b])
        yield _weighed(W_STATE, planned & is_of.other_ends(a, b, heads))
        opposite = (axes > 0) & ~is_of.same_ends(a, b)
        yield from self._by_setting(a, b, (axes > 0) | (alike >= ON_TOPIC), opposite, far)
        acting = (self._subjects.sizes[a] > 0) & (self._subjects.sizes[b] > 0) & ~actor
        yield np.where(acting, np.where(self._peopled[a] & self._peopled[b] & ~answers, W_PEOPLE, W_ACTORS), 0.0)

    def _cosine(self, shared: Floats, masses: Floats) -> Floats:
        found = shared > 0
        root = np.sqrt(np.where(found, masses, 1.0))
        return np.asarray(np.where(found, shared / root * (shared / (shared + HALF)), 0.0))

    def _containment(self, a: Numbers, b: Numbers, both: Floats) -> Floats:
        least = np.minimum(self._content[a], self._content[b])
        share = (both / np.maximum(least, 1)) ** 2 * np.minimum(1.0, least / ENOUGH)
        return np.asarray(np.where(least < 2, 0.0, share))

    def _of_times(self, a: Numbers, b: Numbers, same_predicate: Flags) -> tuple[Floats, Floats]:
        """What the times of each pair speak for, and whether they are far apart."""
        weight, far = _weighed(W_CLOCK, self._clock[a] & self._clock[b] & same_predicate), np.zeros(len(a))
        have = np.flatnonzero((self._times[a] > 0) & (self._times[b] > 0))
        if len(have):
            found, far[have] = by_values(self._times[a[have]], self._times[b[have]], self._time)
            weight[have] = np.where(found > 0, found, weight[have])
        return weight, far

    def _time_told(self, left: int, right: int) -> tuple[float, float]:
        days, others = self._days[left - 1], self._days[right - 1]
        known = [self._rare.of.get(f"time:{t}", 1.0) for t in exact_times(days) & exact_times(others)]
        return W_TIME * (0.5 + max(known)) if known else 0.0, float(days_between(days, others) > FAR)

    def _attitudes(self, a: Numbers, b: Numbers, same_predicate: Flags, same_head: Flags) -> Iterator[Floats]:
        yield _weighed(W_EXPECTED, same_predicate & self._future[a] & self._future[b])
        yield _weighed(W_ANSWER, same_predicate & (self._answers[a] != self._answers[b]))
        heads = self._predicates.heads
        fitting = same_head | (heads.sizes[a] == 0) | (heads.sizes[b] == 0)
        yield _weighed(W_ASKS, same_predicate & (self._uncertain[a] != self._uncertain[b]) & fitting)

    def _by_setting(self, a: Numbers, b: Numbers, on_topic: Flags, opposite: Flags, far: Floats) -> Iterator[Floats]:
        same_source = self._told.same_source(a, b)
        breath = same_source & (self._told.article[a] == self._told.article[b]) & opposite & self._event[a]
        yield _weighed(W_ONE_BREATH, breath & ~self._answers[a] & ~self._answers[b])
        yield W_FAR * far
        yield _weighed(W_SAME_ARTICLE, self._told.running(a, b, same_source) & (self._answers[a] == self._answers[b]))
        yield _weighed(W_HOLDER, same_source & on_topic)


class _Figures:
    """The figures of propositions, the first of each in the first column: from, to, of what, and how much it tells."""

    def __init__(self, props: Sequence[Proposition], rare: Rarity) -> None:
        self._count = np.array([len(p.quantities) for p in props], np.int64)
        shape = (int(self._count.max(initial=0)), len(props))
        self._low, self._high, self._worth = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        self._what, known = np.zeros(shape, np.int64), {"": 0}
        for number, p in enumerate(props):
            for place, q in enumerate(p.quantities):
                self._low[place, number], self._high[place, number] = q.low, q.high
                self._what[place, number] = known.setdefault(q.what, len(known))
                self._worth[place, number] = figure_worth(q, rare)

    def weighed(self, a: Numbers, b: Numbers, on_topic: Flags, same_predicate: Flags) -> tuple[Floats, Flags]:
        """What the figures of each pair say of their being one and whether they have the same."""
        weights, same = np.zeros(len(a)), np.zeros(len(a), np.bool_)
        have = np.flatnonzero((self._count[a] > 0) & (self._count[b] > 0))
        weights[have], same[have] = self._compared(a[have], b[have], on_topic[have], same_predicate[have])
        return weights, same

    def _compared(self, a: Numbers, b: Numbers, on_topic: Flags, same_predicate: Flags) -> tuple[Floats, Flags]:
        worth, (same, slot, alike) = np.zeros(len(a)), np.zeros((3, len(a)), np.bool_)
        most = [range(int(self._count[side].max(initial=0))) for side in (a, b)]
        for own, other in product(*most):
            there = (self._count[a] > own) & (self._count[b] > other)
            low, what, their = self._low[own, a], self._what[own, a], self._what[other, b]
            equal = there & (low == self._low[other, b]) & (self._high[own, a] == self._high[other, b])
            fits = equal & ((what == their) | (what == 0) | (their == 0)) & (low > SMALL) & ~same
            worth, same = np.where(fits, self._worth[own, a], worth), same | fits
            slot |= there & (what == their) & (what > 0)
            alike |= equal & (low > TELLING_FIGURE)
        slot &= on_topic
        count = np.where(same_predicate, W_MEASURE, W_SLOT)
        weights = np.select((same, slot, alike), (worth, count, np.full(len(a), W_FIGURE / 2)), W_OTHER_FIGURE)
        return weights, same | (alike & ~slot)


class _Predicates:
    """The predicates of propositions: which they are, to which end, and what heads each clause."""

    def __init__(self, props: Sequence[Proposition], rare: Rarity) -> None:
        cues = load_cues()
        known = {axis: n for n, axis in enumerate(sorted({a for p in props for a in p.axes}))}
        self._weight = np.array([W_AXIS * (BROAD if a in cues.broad else 1.0) for a in known] or [0.0])
        self._rarity = np.array([rare.of.get(f"axis:{a}", 1.0) for a in known] or [0.0])
        self.axes, self.heads = Sets([p.axes for p in props], known), Sets([p.heads for p in props], known)
        self._narrow = Sets([p.axes.keys() - cues.broad for p in props], known)
        leads = [{p.lead} if p.lead is not None and p.lead not in cues.frames else set() for p in props]
        self._lead = Sets(leads, known)
        self._kin = Sets([{k for h in p.heads for k in cues.kin.get(h, ())} for p in props], known)
        self._ends = Sets([[f"{a}{sign}" for a, sign in p.axes.items()] for p in props])
        self._head_ends = Sets([[f"{a}{p.axes[a]}" for a in p.heads] for p in props])
        self._heading = np.zeros(self.axes.columns.shape, np.bool_)
        for number, p in enumerate(props):
            self._heading[: len(p.axes), number] = [a in p.heads for a in sorted(p.axes)]

    def shared(self, a: Numbers, b: Numbers, same: Flags) -> Sequence[Floats]:
        """The weights of the first two predicates that both have, by where they stand in the two clauses.

        ``same``: where they have any.
        """
        weights, have = np.zeros((PREDICATES, len(a))), np.flatnonzero(same)
        weights[:, have] = self._shared(a[have], b[have])
        return list(weights)

    def _shared(self, a: Numbers, b: Numbers) -> Floats:
        out, met = np.zeros((PREDICATES, len(a))), np.zeros(len(a), np.int64)
        mine, others = (int(self.axes.sizes[side].max(initial=0)) for side in (a, b))
        theirs, heading = self.axes.columns[:others, b], self._heading[:others, b]
        for axis, heads in zip(self.axes.columns[:mine, a], self._heading[:mine, a], strict=True):
            at = (theirs == axis) & (axis >= 0)
            found = at.any(axis=0)
            both = heads.astype(np.int64) + (at & heading).any(axis=0)
            worth = self._weight[axis] * STANDING[both] * self._rarity[axis]
            for place in range(PREDICATES):
                out[place] += worth * (found & (met == place))
            met += found
        return out

    def share_narrow(self, a: Numbers, b: Numbers) -> Flags:
        """Where both have one that not much else can share."""
        return self._narrow.meet(a, b)

    def other_ends(self, a: Numbers, b: Numbers, heads: Floats) -> Flags:
        """Where one that heads both clauses lies at another end in each; ``heads``: how many head both."""
        return np.asarray(heads > self._head_ends.shared(a, b))

    def same_ends(self, a: Numbers, b: Numbers) -> Flags:
        """Where both have one at the same end."""
        return self._ends.meet(a, b)

    def against(self, a: Numbers, b: Numbers, same: Flags, same_head: Flags) -> Floats:
        """What their predicates have against two clauses being one, or, of one matter seen from two sides, for it."""
        apart = (self.heads.sizes[a] > 0) & (self.heads.sizes[b] > 0) & ~same_head
        related = apart & self._kin.meet(a, b, self.heads)
        others = (self.axes.sizes[a] > 0) & (self.axes.sizes[b] > 0) & ~same
        elsewhere = self._leads_elsewhere(a, b) | self._leads_elsewhere(b, a)
        weights = (W_KIN, W_AXES, W_HEADS, W_LEADS)
        return np.asarray(np.select((related, others, apart, elsewhere), weights, 0.0))

    def _leads_elsewhere(self, a: Numbers, b: Numbers) -> Flags:
        return np.asarray((self._lead.sizes[a] > 0) & ~self._lead.meet(a, b, self.axes))


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), np.bool_)


def _weighed(weight: float, where: Flags) -> Floats:
    return np.where(where, weight, 0.0)
