from belegg.app.crew import Crew
from belegg.app.reasoning import cases, reason
from belegg.core.dossier import Dossier


def test_every_story_comes_with_what_touches_it_and_nothing_else(examples: Dossier) -> None:
    for case in cases(examples):
        articles = set(case.story.articles)
        assert {d.id for d in case.documents} == articles
        assert all(any(m.article in articles for m in e.mentions) for e in case.entities)
        assert all(any(m.article in articles for m in p.members) for p in case.passages)


def test_the_number_of_processes_does_not_change_the_result(examples: Dossier) -> None:
    told: list[tuple[str, int, int]] = []
    alone = reason(examples, (), lambda *step: told.append(step))
    with Crew(2) as crew:
        together = reason(examples, (), lambda *step: None, crew)
    assert alone.claims == together.claims == examples.claims
    assert alone.events == together.events
    assert told[-1] == ("reason", len(examples.stories), len(examples.stories))
