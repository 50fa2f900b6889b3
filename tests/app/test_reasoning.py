from belegg.app.reasoning import cases, reason
from belegg.core.dossier import Dossier


def test_every_story_comes_with_what_touches_it_and_nothing_else(examples: Dossier) -> None:
    for case in cases(examples):
        articles = set(case.story.articles)
        assert {d.id for d in case.documents} == articles
        assert all(any(m.article in articles for m in e.mentions) for e in case.entities)
        assert all(any(m.article in articles for m in p.members) for p in case.passages)


def test_the_number_of_processes_does_not_change_the_result(examples: Dossier, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("belegg.app.reasoning.PARALLEL_FROM", 1)
    told: list[tuple[str, int, int]] = []
    alone = reason(examples, (), lambda *step: told.append(step), workers=1)
    together = reason(examples, (), lambda *step: None, workers=2)
    assert alone.claims == together.claims == examples.claims
    assert alone.events == together.events
    assert told[-1] == ("reason", len(examples.stories), len(examples.stories))
