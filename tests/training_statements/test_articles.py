"""The drafts that are compared are those of the shipped stage."""

from belegg.annotate.statements import statements
from belegg.core.annotation import Role
from tests.marked import document
from tests.training_statements.samples import LINES, seen
from training.statements.articles import folds, rule_drafts, settled

SOURCES = "Ifølge politiet er [Moe|PER] pågrepet .\n[NTB|ORG] : Brua er stengt .\nDet bekrefter [Ane Ruud|PER] ."


def test_rules_alone_are_the_shipped_stage() -> None:
    for marked in (LINES, SOURCES):
        doc = document(marked)
        assert Role in doc
        view = seen(marked)
        found = rule_drafts(view)
        assert found.drafts
        assert settled(view, found, found.drafts) == statements(doc)


def test_every_article_is_in_one_fold_and_standards_are_spread() -> None:
    class Item:
        def __init__(self, standard: str) -> None:
            self.standard = standard

    items = [Item("nb") for _ in range(10)] + [Item("nn") for _ in range(5)]
    parts = folds(items, 5)  # type: ignore[arg-type]
    assert sorted(n for part in parts for n in part) == list(range(15))
    assert all([items[n].standard for n in part].count("nn") == 1 for part in parts)
