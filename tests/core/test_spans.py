import pytest
from hypothesis import given
from hypothesis import strategies as st

from belegg.core.spans import Span, covered_by, hull, merged, stripped

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p)))


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(spans, spans)
def test_two_spans_overlap_exactly_where_they_share_characters(a: Span, b: Span) -> None:
    common = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.shared(b) == len(common)
    assert (a.shared(b) > 0) == bool(common)
    if len(a) and len(b):
        assert a.overlaps(b) == bool(common)


@given(st.lists(spans, min_size=1))
def test_the_hull_holds_every_span_and_touches_both_ends(found: list[Span]) -> None:
    whole = hull(found)
    assert all(whole.contains(s) for s in found)
    assert whole.start in {s.start for s in found}
    assert whole.end in {s.end for s in found}
    assert covered_by(found[0], [whole])


@given(st.lists(spans))
def test_merged_spans_cover_the_same_characters_once(found: list[Span]) -> None:
    once = [i for s in merged(found) for i in range(s.start, s.end)]
    assert once == sorted({i for s in found for i in range(s.start, s.end)})


@given(st.text(alphabet=" \n\u00a0ab", max_size=20))
def test_a_stripped_span_covers_the_stripped_string(text: str) -> None:
    assert stripped(text, Span(0, len(text))).of(text) == text.strip()
