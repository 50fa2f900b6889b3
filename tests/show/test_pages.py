"""Large dossiers: a page for each story and one that leads to them, the data beside the pages, and every link alive."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from belegg.app.writing import Press, files
from belegg.core.comparison import Passage, Story
from belegg.core.dossier import Dossier
from belegg.core.judgement import Feature, Judgement
from belegg.core.spans import Place
from belegg.show.page import pages
from belegg.show.volumes import ONE_PAGE, article_of, parts, volumes
from tests.show.test_page import Outline

Large = Callable[[int], Dossier]


@pytest.fixture
def stories(large: Large) -> Dossier:
    """A hundred and twenty articles: thirty stories of three, and thirty articles of no story."""
    big = large(120)
    ids = [d.id for d in big.documents]
    told = tuple(Story(f"story-{n}", None, tuple(ids[3 * n : 3 * n + 3])) for n in range(30))
    home = {a: s.id for s in told for a in s.articles}
    claims = tuple(
        replace(c, id=f"{c.id}-{m.statement}", story=home[m.place.article], text=m.place, members=(m,))
        for c in big.claims
        for m in c.members
        if m.place.article in home
    )
    return replace(big, stories=told, claims=claims)


def test_a_small_dossier_is_one_page(dossier: Dossier) -> None:
    assert list(pages(dossier, "nb")) == ["index.html"]


def test_every_story_has_a_page_and_every_link_leads_somewhere(stories: Dossier) -> None:
    found = pages(stories, "nb")
    html = [name for name in found if name.endswith(".html")]
    assert len([n for n in html if n.startswith("story-")]) == 30
    assert len([n for n in html if n.startswith("articles-")]) == 1
    for name in html:
        outline = Outline(found[name])
        ids = set(outline.ids)
        assert max(Counter(outline.ids).values()) == 1
        for link in outline.links:
            href = link["href"] or ""
            assert href.startswith("http") or (href[1:] in ids if href.startswith("#") else href in found), (name, href)
    front = Outline(found["index.html"])
    assert {n for n in html if n != "index.html"} == {
        link["href"] for link in front.links if "#" not in str(link["href"])
    }


def test_a_story_keeps_its_address_when_another_grows(stories: Dossier) -> None:
    last, *others = reversed(stories.stories)
    loose = tuple(d.id for d in stories.documents[90:])
    grown = replace(stories, stories=(*reversed(others), replace(last, articles=(*last.articles, *loose))))
    before, after = pages(stories, "nb"), pages(grown, "nb")
    assert all(before[f"{s.id}.html"] == after[f"{s.id}.html"] for s in others)


def test_the_story_with_most_reports_comes_first_however_many_versions_another_has(stories: Dossier) -> None:
    last, *others = reversed(stories.stories)
    loose = tuple(d.id for d in stories.documents[90:])
    grown = replace(stories, stories=(*others, replace(last, articles=(*last.articles, *loose))))
    versions = tuple(replace(d, article=replace(d.article, doc="one")) for d in stories.documents[90:])
    updated = replace(grown, documents=(*stories.documents[:90], *versions))
    assert parts(grown)[0].id == last.id
    assert parts(updated)[0].id == last.id, "with the one report of many versions it has most"
    alone = replace(updated, stories=(*others, replace(last, articles=(*last.articles[1:], *loose))))
    assert parts(alone)[0].id == min(s.id for s in stories.stories), "of as many the first"


def test_every_article_stands_on_one_page(stories: Dossier) -> None:
    found = {n: text for n, text in pages(stories, "nn").items() if n.endswith(".html") and n != "index.html"}
    for doc in stories.documents:
        title = doc.article.title
        assert title is not None
        words = re.escape(title.of(doc.text))
        assert len([n for n, text in found.items() if re.search(rf'class="b-title">.*{words}<', text)]) == 1


def test_one_story_of_200_articles_stays_small_with_its_data_beside_it(large: Large) -> None:
    found = pages(large(200), "nb")
    assert len(found["index.html"].encode()) < 5_000_000
    assert "data:text/csv" not in found["index.html"]
    assert found["data/index-s1-statements.csv"].count("\r\n") == 1 + 200 * 12
    assert 'href="data/index-s1-statements.csv"' in found["index.html"]


def test_claims_that_the_page_has_no_room_for_are_counted_and_stand_in_the_data(large: Large) -> None:
    big = large(10)
    single = [
        replace(c, id=f"{c.id}-{n}", text=m.place, members=(m,)) for c in big.claims for n, m in enumerate(c.members)
    ]
    many = replace(big, claims=tuple(single))
    (html,) = pages(many, "en").values()
    assert f"{len(single) - 80} more claims stand in the data." in html
    assert f"{len(single)}</span>" in html


def test_a_volume_holds_nothing_of_other_stories(stories: Dossier) -> None:
    one, other = stories.documents[0], stories.documents[5]
    shared = Passage("p", (Place(one.id, 0, 20), Place(other.id, 0, 20)), False, False, other.id, None)
    held = list(volumes(replace(stories, passages=(shared,))))
    assert sum(len(v.dossier.documents) for v in held) == len(stories.documents) > ONE_PAGE
    assert all(not v.dossier.passages for v in held), "each story has one copy: nothing is shared in it"
    for volume in held:
        assert {m.place.article for c in volume.dossier.claims for m in c.members} <= set(volume.story.articles)


@pytest.mark.parametrize("size", [5, 120])
def test_pages_made_story_by_story_are_those_made_at_the_end(stories: Dossier, large: Large, size: int) -> None:
    whole = stories if size > ONE_PAGE else large(size)
    told = [(one, other) for c in whole.claims for one, other in pairwise(m.statement or "" for m in c.members)]
    said = [m.statement or "" for c in whole.claims if c.story == whole.claims[0].story for m in c.members]
    spoken = (
        Judgement("claim", said[0], "x", "different", 1.0, by="Kari Desk"),
        Judgement("origin", said[0], said[1], "different", 1.0, by="Kari Desk"),
    )
    links = tuple(Judgement("claim", one, other, "same", 2.0, (Feature("words", 2.0),)) for one, other in told)
    whole = replace(whole, judgements=(*spoken, *links))
    press = Press(("html", "md"), "nb")
    press.begin(replace(whole, claims=(), events=(), judgements=spoken))
    for story in reversed(whole.stories):
        claims = tuple(c for c in whole.claims if c.story == story.id)
        inside = tuple(j for j in links if article_of(j.left) in story.articles)
        press.told(story, claims, tuple(e for e in whole.events if e.story == story.id), inside)
    found = press.files(whole)
    assert "hver sin kilde, avgjort av Kari Desk" in "".join(
        text for name, text in found.items() if name.endswith(".html")
    )
    assert dict(found) == files(whole, ("html", "md"), "nb")
