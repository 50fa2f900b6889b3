import os
from dataclasses import replace

import pytest

from belegg.app.crew import Crew
from belegg.app.reasoning import cases, reason
from belegg.app.writing import Press, files
from belegg.core.comparison import Story
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Claim, Event


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


def test_a_long_story_told_in_parts_is_the_same(examples: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reason(examples, (), lambda *step: None)
    monkeypatch.setattr("belegg.app.reasoning.LONG", 2)
    told: list[tuple[str, int, int]] = []
    parts = reason(examples, (), lambda *step: told.append(step))
    assert (parts.claims, parts.events, parts.judgements) == (whole.claims, whole.events, whole.judgements)
    assert told[-1] == ("reason", len(examples.stories), len(examples.stories))
    with Crew(2) as crew:
        sent = reason(examples, (), lambda *step: None, crew)
    assert (sent.claims, sent.events, sent.judgements) == (whole.claims, whole.events, whole.judgements)


def process(_: object) -> int:
    return os.getpid()


def test_a_long_story_that_is_most_of_the_dossier_is_told_last_and_here(
    examples: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegg.app.reasoning.LONG", 2)
    monkeypatch.setattr("belegg.app.reasoning.MOST", 0.3)
    longest = max(examples.stories, key=lambda story: len(story.articles))
    others = [story for story in examples.stories if story is not longest]
    told: list[tuple[int, bool]] = []

    class Listener:
        def begin(self, dossier: Dossier) -> None:
            assert next(crew.map(process, (0,))) != os.getpid()

        def told(self, story: Story, *_: object) -> None:
            told.append((examples.stories.index(story), next(crew.map(process, (0,))) == os.getpid()))

    with Crew(2) as crew:
        found = reason(examples, (), lambda *step: None, crew, Listener())
    assert (found.claims, found.events) == (examples.claims, examples.events)
    assert told == [*((examples.stories.index(s), False) for s in others), (examples.stories.index(longest), True)]


def test_of_one_long_story_nothing_is_made_before_it_is_told(
    examples: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belegg.app.reasoning.LONG", 2)
    story = max(examples.stories, key=lambda story: len(story.articles))
    documents = tuple(d for d in examples.documents if d.id in story.articles)
    press = Press(("json",), "nb", several=True)
    with Crew(2) as crew:
        alone = reason(replace(examples, stories=(story,), documents=documents), (), lambda *step: None, crew, press)
    assert alone.claims == tuple(c for c in examples.claims if c.story == story.id)
    assert press.files(alone)["belegg.json"] == files(alone, ("json",), "nb")["belegg.json"]


def test_a_reader_learns_of_each_story_in_turn(examples: Dossier) -> None:
    heard: list[str] = []

    class Listener:
        def begin(self, dossier: Dossier) -> None:
            heard.append(f"{len(dossier.stories)} stories")

        def told(
            self, story: Story, claims: tuple[Claim, ...], events: tuple[Event, ...], links: tuple[Judgement, ...]
        ) -> None:
            assert links == tuple(j for j in examples.judgements if j.subject == "claim" and j in links)
            assert claims == tuple(c for c in examples.claims if c.story == story.id)
            assert events == tuple(e for e in examples.events if e.story == story.id)
            heard.append(story.id)

    reason(examples, (), lambda *step: None, reader=Listener())
    assert heard == [f"{len(examples.stories)} stories", *(s.id for s in examples.stories)]


def test_a_story_that_breaks_the_reasoning_costs_only_itself(
    examples: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(story: Story, *_: object) -> tuple[Event, ...]:
        raise KeyError(story.id)

    monkeypatch.setattr("belegg.app.reasoning.events", broken)
    done = reason(examples, (), lambda *step: None)
    assert done.claims == () and len(done.rejected) == len(examples.stories)
    first, told = done.rejected[0], examples.stories[0]
    why = f"no claims and events could be found in its story of {len(told.articles)} (KeyError: '{told.id}')"
    assert first.reason == why
    assert first.source in {d.article.source for d in examples.documents if d.id in told.articles}
