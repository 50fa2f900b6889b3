"""From tags to drafts."""

import pytest

from belegg.annotate._lexicon import lexicon
from belegg.annotate._view import View
from tests.training_statements.samples import said, seen, words
from training.statements.combining import added, agreed, alike, believed
from training.statements.decoding import Scored, decode
from training.statements.tags import Tagged, gold_marks, tags


def decoded(view: View, told: list[str], sure: float = 0.9) -> list[Scored]:
    return decode(view, lexicon(), Tagged(tuple(told), (sure,) * len(told), (sure,) * len(told)))


def both() -> tuple[View, list[Scored]]:
    view = seen()
    first = said(view, ["Brua er trygg", "Ho held"], "seier", "Ane Ruud")
    second = said(view, ["vegen bør stengjast"], "meiner", "Moe", "indirect", 2)
    return view, decoded(view, tags(len(view.tokens), gold_marks(view, [first, second]), 0))


def test_contents_find_their_cue_and_holder() -> None:
    view, found = both()
    direct, indirect = (s.draft for s in found)
    assert direct.content == (words(view, "Brua er trygg"), words(view, "Ho held"))
    seier, meiner = words(view, "seier")[0], words(view, "meiner")[0]
    assert (direct.mode, direct.cue, direct.holders) == ("direct", (seier,), (words(view, "Ane Ruud"),))
    assert (indirect.mode, indirect.cue, indirect.holders) == ("indirect", (meiner,), (words(view, "Moe"),))
    assert direct.entry is not None
    assert [s.sure for s in found] == pytest.approx([0.9, 0.9])


def test_holders_named_together_are_both_holders() -> None:
    view = seen("[Moe|PER] og [Ane Ruud|PER] meiner at vegen bør stengjast .")
    told = ["B-H", "O", "B-H", "I-H", "B-C", "O", "B-S", "I-S", "I-S", "O"]
    assert decoded(view, told)[0].draft.holders == ((0, 1), (2, 4))


def test_a_quotation_without_a_source_goes_on_the_speaker_before() -> None:
    view = seen("– Ho held .")
    draft = decoded(view, ["O", "B-D", "I-D", "O"])[0].draft
    assert draft.carried and not draft.holders


def test_a_reported_clause_without_cue_and_holder_is_none() -> None:
    view = seen("Vegen bør stengjast .")
    assert decoded(view, ["B-S", "I-S", "I-S", "O"]) == []


def test_the_model_adds_only_where_the_rules_have_nothing() -> None:
    _, found = both()
    first, second = found
    assert added([first.draft], found, 0.5) == [second.draft]
    assert added([first.draft], found, 0.95) == []
    assert added([first.draft, second.draft], found, 0.5) == []


def test_a_rule_is_dropped_where_the_model_doubts_it() -> None:
    view, found = both()
    drafts = [s.draft for s in found]
    content = [0.0 if i < view.blocks[0][1] else 0.8 for i in range(len(view.tokens))]
    assert believed(drafts, [content, content], 0.5) == drafts[1:]
    assert believed(drafts, [content, content], 0.0) == drafts


def test_where_both_mean_the_same_the_rules_words_stand() -> None:
    view, found = both()
    rule = found[1].draft
    shorter = decoded(view, ["O"] * (words(view, "vegen")[0] - 2) + ["B-C", "O", "O", "B-S", "I-S", "O"])
    assert 0.5 <= alike(rule, shorter[0].draft) < 1
    assert agreed([rule], shorter) == [rule]
    assert agreed([found[0].draft], shorter) == [shorter[0].draft]
