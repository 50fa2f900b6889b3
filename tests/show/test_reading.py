"""What a reader must not be misled about: how a claim stands, who said what last, what shows that it came true."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest

from belegg.core.annotation import Report, Statement
from belegg.core.article import Moment
from belegg.core.comparison import Passage, Story
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.judgement import Feature, Judgement, Verdict
from belegg.core.reasoning import Claim, Conflict, ConflictValue, Event, Member, Origin
from belegg.core.spans import Place
from belegg.core.words import Token
from belegg.reason._drafts import LEANS
from belegg.reason._nearness import WEIGHTS
from belegg.show.book import Book, books, standing
from belegg.show.labels import WHY
from belegg.show.library import library
from belegg.show.page import page
from belegg.show.sections.became import became
from belegg.show.sections.differing import conflict_view
from belegg.show.sections.glance import glance
from belegg.show.sections.known import claim_view, known
from belegg.show.sections.reuse import reuse
from belegg.show.sections.timeline import story_timeline
from belegg.show.sections.voices import voices
from belegg.show.wording import wording

Bears = Literal["supports", "denies", "questions", "expects", "declines"]
Make = Callable[..., Document]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def book_of(dossier: Dossier) -> Book:
    return books(library(dossier, wording("en")))[0]


@pytest.fixture
def three(dossier: Dossier, document: Make) -> Dossier:
    """Three reports on three days, the last with the first's words; their claims are left to each test."""
    lines = (("title", "Skolen"), ("paragraph", "Skolen er åpen. Kommunen sier at den er stengt."))
    docs = tuple(document(n, lines) for n in (1, 2, 3))
    story = replace(dossier.stories[0], title=None, articles=tuple(d.id for d in docs))
    return Dossier(docs, stories=(story,))


def told(dossier: Dossier, number: int, relation: Bears, origin: int, words: str = "Skolen er åpen") -> Member:
    doc = dossier.documents[number - 1]
    start = doc.text.index(words)
    return Member(Place(doc.id, start, start + len(words)), relation, None, origin)


def claim(dossier: Dossier, *members: Member, **more: object) -> Claim:
    origins = tuple(Origin(n, f"Kilde {n}", "person") for n in sorted({m.origin for m in members}))
    known: dict[str, object] = {"evidence": "single-source", "outcome": None, **more}
    return Claim("c", dossier.stories[0].id, members[0].place, members, origins, **known)  # type: ignore[arg-type]


def test_what_is_only_expected_is_not_said_to_be_known(three: Dossier) -> None:
    expected = claim(three, told(three, 1, "expects", 1), told(three, 2, "expects", 2), evidence="corroborated")
    assert standing(expected) == "expected"
    text = plain(page(replace(three, claims=(expected,)), "en"))
    assert "Expected by several" in text and "Corroborated" not in text


def test_what_one_source_says_both_ways_is_disputed_by_nobody(three: Dossier) -> None:
    both = claim(three, told(three, 1, "supports", 1), told(three, 2, "denies", 1), evidence="disputed")
    assert standing(both) == "single-source"
    assert "Said and denied by one source" in page(replace(three, claims=(both,)), "en")
    assert standing(replace(both, members=(*both.members, told(three, 3, "supports", 2)))) == "disputed"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("denies", "supports", "supports"),
        ("supports", "denies", "denies"),
        ("expects", "supports", "supports"),
        ("denies", "declines", "denies"),  # to say no more takes nothing back
        ("supports", "declines", "supports"),
    ],
)
def test_at_a_glance_each_source_stands_where_it_stood_last(
    three: Dossier, first: Bears, last: Bears, shown: str
) -> None:
    members = (
        told(three, 1, first, 1),
        told(three, 2, last, 1),
        told(three, 3, "declines", 2),
        told(three, 3, "expects", 3),
    )
    book = book_of(replace(three, claims=(claim(three, *members, evidence="disputed"),)))
    (line,) = glance(book, reuse(book)).lines
    assert {side.relation for side in line.sides} == {shown, "declines", "expects"}


def test_what_came_true_is_shown_by_a_later_report(three: Dossier) -> None:
    members = (told(three, 1, "expects", 1), told(three, 2, "supports", 2))
    found = became(claim(three, *members, outcome="came true"), library(three, wording("en")))
    assert found and found.shown and found.expected
    assert (found.text, found.expected.article, found.shown.article) == ("Expected, came true", "art-1", "art-2")


def test_what_one_source_says_came_true_is_said_to(three: Dossier) -> None:
    members = (told(three, 1, "expects", 1), replace(told(three, 2, "supports", 2), statement="s"))
    found = became(claim(three, *members, outcome="came true"), library(three, wording("en")))
    assert found and found.text == "Expected, later said to be so"


def test_what_is_said_as_soon_as_it_is_expected_has_not_come_true(three: Dossier) -> None:
    members = (
        told(three, 1, "expects", 1),
        replace(told(three, 1, "supports", 2, "den er stengt"), statement="s"),
        replace(told(three, 2, "supports", 3), statement="t"),
    )
    lib = library(three, wording("en"))
    assert became(claim(three, *members, outcome="came true"), lib) is None
    assert became(claim(three, members[0], members[2], outcome="came true"), lib) is not None


def test_a_report_of_which_only_the_month_is_known_does_not_stretch_the_period(three: Dossier) -> None:
    vague = replace(three.documents[0].article, published=Moment("2025-06", "month"))
    whole = replace(three, documents=(replace(three.documents[0], article=vague), *three.documents[1:]))
    assert "4–5 Jun 2025" in plain(page(whole, "en"))


def test_differing_values_come_in_the_order_in_which_they_were_given(three: Dossier) -> None:
    members = (told(three, 3, "supports", 1), told(three, 1, "questions", 2), told(three, 2, "expects", 3))
    values = (ConflictValue("Sør", (0, 2)), ConflictValue("Nord", (1,)))
    differing = claim(three, *members, conflicts=(Conflict("place", values),))
    view = conflict_view(differing.conflicts[0], differing, library(three, wording("en")))
    assert [v.value for v in view.values] == ["Nord", "Sør"]
    assert [g.relation for g in view.values[1].given] == ["expects", "supports"]


def test_copies_of_a_sentence_are_shown_once(three: Dossier) -> None:
    book = book_of(replace(three, claims=(claim(three, *(told(three, n, "supports", 1) for n in (1, 2, 3))),)))
    (evidence,) = claim_view(book.claims[0], book).evidences
    assert [q.article for q in evidence.copies] == ["art-2", "art-3"]
    assert plain(page(book.library.dossier, "en")).count("the same words in Avis 2") == 1


def test_statements_in_the_same_words_are_listed_once_and_each_leads_there(dossier: Dossier) -> None:
    one = dossier.documents[0]
    said = one[Statement][1]
    again = replace(one.article, id="art-9", outlet="Avis 9", doc="doc-9")
    copied = Document(again, {**one.layers, Statement: (replace(said, id="art-9-s1", article="art-9"),)})
    story = replace(dossier.stories[0], articles=(*dossier.stories[0].articles, "art-9"))
    whole = replace(dossier, documents=(*dossier.documents, copied), stories=(story,), claims=(), passages=())
    found = voices(book_of(whole))
    (listed,) = [s for v in found.voices for s in v.said if said.id in s.ids]
    assert listed.ids == (said.id, "art-9-s1")
    assert page(whole, "en").count(f'href="#{listed.anchor}"') == 2, "» in both articles"


@pytest.mark.parametrize(("first", "leans"), [("PRON", True), ("VERB", True), ("AUX", True), ("NOUN", False)])
def test_a_claim_that_begins_with_a_pronoun_or_verb_is_shown_with_what_stands_before(
    three: Dossier, first: str, leans: bool
) -> None:
    doc = three.documents[0]
    words = "sier at den er stengt"
    start = doc.text.index(words)
    tags = (("sier", first), ("at", "SCONJ"), ("den", "PRON"), ("er", "AUX"), ("stengt", "ADJ"))
    tokens = tuple(
        Token(n, start + words.index(w), start + words.index(w) + len(w), w, w, pos, "", n, "root")
        for n, (w, pos) in enumerate(tags)
    )
    whole = replace(three, documents=(doc.adding(Token, tokens), *three.documents[1:]))
    lib = library(whole, wording("en"))
    assert lib.claim_label(Place(doc.id, start, start + len(words))).loose == leans
    assert not lib.claim_label(told(three, 1, "supports", 1).place).loose, "nothing stands before it"


def test_no_two_claims_are_known_by_the_same_words(three: Dossier) -> None:
    one = claim(three, told(three, 1, "supports", 1))
    other = claim(three, told(three, 2, "supports", 1), told(three, 2, "denies", 2, "den er stengt"))
    book = book_of(replace(three, claims=(one, replace(other, id="d", evidence="unconfirmed"))))
    assert [book.labels[c.id].core for c in book.claims] == ["Skolen er åpen", "den er stengt"]


def test_an_inferred_day_is_never_shown_as_known(three: Dossier) -> None:
    guessed = replace(three.documents[0].article, published=Moment("2025-06-03", "day", inferred=True))
    whole = replace(three, documents=(replace(three.documents[0], article=guessed), *three.documents[1:]))
    assert library(whole, wording("nb")).when(guessed.id) == "ca. 3. juni"
    assert "utledet for 1 artikkel" in plain(page(whole, "nb"))


def test_why_sentences_are_one_claim_is_told(dossier: Dossier) -> None:
    one, two = dossier.documents
    said = one[Statement][0].id, two[Statement][0].id
    reasons = (Feature("words", 1.25, "elevar, gymsal"), Feature("figures", -0.5, "other figures"))
    link = Judgement("claim", *said, "same", 0.75, reasons)
    html = page(replace(dossier, judgements=(link,)), "en")
    assert "+0.8 · +1.2 words in common elevar, gymsal · −0.5 other figures" in plain(html)
    judged = replace(link, reasons=(), by="Kari Desk")
    assert "judged so by Kari Desk" in plain(page(replace(dossier, judgements=(judged,)), "en"))
    parted = replace(judged, right=two[Statement][1].id, verdict="different")
    assert plain(page(replace(dossier, judgements=(parted,)), "en")).count("not to be one claim by Kari Desk") == 2


@pytest.mark.parametrize(
    ("subject", "verdict", "shown"),
    [
        ("claim", "unsure", "Kari Desk is not sure whether this is one claim"),
        ("origin", "same", "judged to have one source by Kari Desk"),
        ("origin", "different", "judged to have a source each by Kari Desk"),
        ("origin", "unsure", "Kari Desk is not sure whether they have one source"),
    ],
)
def test_whatever_a_person_judged_of_a_claim_is_told(
    dossier: Dossier, subject: Literal["claim", "origin"], verdict: Verdict, shown: str
) -> None:
    one, two = dossier.documents
    judged = Judgement(subject, one[Statement][0].id, two[Statement][0].id, verdict, 1.0, by="Kari Desk")
    assert plain(page(replace(dossier, judgements=(judged,)), "en")).count(shown) == 1


def test_what_two_features_call_the_same_is_one_reason(dossier: Dossier) -> None:
    one, two = dossier.documents
    reasons = (Feature("predicate", 0.5, "close"), Feature("source", 0.6), Feature("predicate", 0.25, "slide"))
    link = Judgement("claim", one[Statement][0].id, two[Statement][0].id, "same", 1.35, reasons)
    text = plain(page(replace(dossier, judgements=(link,)), "en"))
    assert "+0.8 the same is said to happen · +0.6 the same source" in text


def test_every_reason_for_a_link_has_words() -> None:
    assert {*WEIGHTS, *LEANS} <= WHY.keys()


def test_a_link_between_two_reports_has_their_words(three: Dossier) -> None:
    members = tuple(told(three, n, "supports", n) for n in (1, 2))
    docs = tuple(
        doc.adding(Report, (Report(f"{doc.id}-r1", doc.id, m.place.span, "assert"),))
        for doc, m in zip(three.documents, members, strict=False)
    )
    link = Judgement("claim", "art-1-r1", "art-2-r1", "same", 2.0, (Feature("source", 2.0),))
    whole = replace(three, documents=(*docs, three.documents[2]), claims=(claim(three, *members),), judgements=(link,))
    (view,) = (c for group in known(book_of(whole)) for c in group.shown)
    assert [one.left.core for one in view.links] == ["Skolen er åpen"]


def test_what_overlapping_passages_cover_counts_once(dossier: Dossier) -> None:
    first = dossier.passages[0]
    longer = tuple(replace(m, start=m.start - 2) for m in first.members)  # with the quotation dash
    once = reuse(book_of(dossier))
    twice = reuse(book_of(replace(dossier, passages=(first, replace(first, id="p-2", members=longer)))))
    assert [b.percent for b in twice.bars] == [b.percent + 1 for b in once.bars]
    assert (twice.pairs[0].left.percent, twice.pairs[0].right.percent) == tuple(b.percent for b in twice.bars)


def test_what_has_no_room_is_counted(document: Callable[..., Document]) -> None:
    docs = tuple(document(n, (("title", "Ras"), ("paragraph", "Tre biler ble tatt av raset."))) for n in range(1, 36))
    members = tuple(Place(d.id, 4, 32) for d in docs)
    copied = Passage("p", members, False, False, docs[0].id, None)
    story = Story("s", None, tuple(d.id for d in docs))
    text = plain(page(Dossier(docs, passages=(copied,), stories=(story,)), "en"))
    assert "5 more reports stand in the data." in text  # of 30 lines
    assert "15 more outlets stand in the data." in text  # of 20 columns
    assert "11 more outlets stand in the data." in text  # of 24 lanes


def test_events_without_a_date_do_not_stand_among_those_with_one(dossier: Dossier) -> None:
    undated = replace(dossier.events[1], id="ev-3", time=None)
    found = story_timeline(book_of(replace(dossier, events=(*dossier.events, undated))))
    assert [e.when for e in found.folded] == [""] and all(e.when for e in found.events)


def test_several_that_may_not_tell_of_one_thing_are_not_said_to_confirm_it(three: Dossier) -> None:
    unsure = claim(
        three, told(three, 1, "supports", 1), told(three, 2, "supports", 2), evidence="corroborated", sure=False
    )
    assert standing(unsure) == "perhaps"
    text = plain(page(replace(three, claims=(unsure,)), "en"))
    assert "Perhaps corroborated" in text and "Two or more independent origins say so" not in text
    hoped = replace(unsure, members=tuple(replace(m, relation="expects") for m in unsure.members))
    assert standing(hoped) == "expected"
    assert "Expected, perhaps by several" in plain(page(replace(three, claims=(hoped,)), "en"))


def test_the_timeline_shows_words_that_tell_it_as_it_stands(three: Dossier) -> None:
    first, second = (told(three, n, "supports", 1, "Kommunen sier at den er stengt").place for n in (1, 2))
    other = told(three, 3, "supports", 1).place
    event = Event("e", three.stories[0].id, "Other", "happened", None, None, (), (first, second, other), (other,))
    (shown,) = story_timeline(book_of(replace(three, events=(event,)))).all
    assert shown.text.core == "Skolen er åpen" and len(shown.reports) == 3


def test_a_denial_that_may_speak_of_something_else_disputes_nothing_for_sure(three: Dossier) -> None:
    members = (told(three, 1, "supports", 1), told(three, 2, "denies", 2))
    unsure = claim(three, *members, evidence="disputed", sure=False)
    assert standing(unsure) == "perhaps-disputed"
    text = plain(page(replace(three, claims=(unsure,)), "en"))
    assert "Perhaps disputed" in text and "Some origins say so, others deny it" not in text
