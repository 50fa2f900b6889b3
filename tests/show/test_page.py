"""The page: safe, whole, in three languages, with every link alive."""

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from belegg.core.annotation import Statement
from belegg.core.article import Moment, Rejected
from belegg.core.comparison import Story
from belegg.core.document import Document
from belegg.core.dossier import Dossier
from belegg.core.judgement import Feature
from belegg.core.spans import Place
from belegg.show.markdown import markdown
from belegg.show.page import page
from belegg.show.sections.known import evidence_label
from belegg.show.wording import LANGUAGES, wording

ATTACK = '</style><script>alert("x")</script><img src=x onerror=alert(1)>'
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Outline(HTMLParser):
    """Ids, links, headings and text of a page; fails where elements are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.tags: Counter[str] = Counter()
        self.references: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags[tag] += 1
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a":
            self.links.append(found)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name in ("aria-labelledby", "for"):
            self.references += (found.get(name) or "").split()
        if tag == "use":
            self.references.append(str(found["href"]).removeprefix("#"))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1] == tag, f"</{tag}> closes {self._open[-3:]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style",):
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def check(html: str) -> Outline:
    """Ids are unique, every link and reference has its target, headings skip no level, nothing comes from elsewhere."""
    outline = Outline(html)
    assert [i for i, n in Counter(outline.ids).items() if n > 1] == []
    ids = set(outline.ids)
    dead = [a["href"] for a in outline.links if (a["href"] or "").startswith("#") and (a["href"] or "")[1:] not in ids]
    assert dead == []
    assert [r for r in outline.references if r not in ids] == []
    assert outline.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))
    assert outline.headings.count(1) == 1
    assert not outline.tags.keys() & {"script", "link", "iframe", "object", "embed", "img", "form"}
    for link in outline.links:
        assert re.match(r"#|https?://|data:text/csv", link["href"] or ""), link
        if (link["href"] or "").startswith("http"):
            assert link["rel"] == "noopener noreferrer"
    return outline


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_has_its_target_in_every_language(dossier: Dossier, language: str) -> None:
    outline = check(page(dossier, language))
    assert "Taket på Solvik skole raste sammen" in outline.text


def test_the_sections_stand_in_the_order_of_the_product(dossier: Dossier) -> None:
    ids = check(page(dossier, "en")).ids
    sections = [f"s1-{name}" for name in ("known", "voices", "timeline", "reuse", "questions", "names", "articles")]
    assert [i for i in ids if i in sections] == sections


def test_what_the_head_counts(dossier: Dossier) -> None:
    text = check(page(dossier, "en")).text
    assert "2 reports, 5 independent origins" in text
    assert "1 of the origins is an unnamed source" in text
    assert re.search(r"3\W{1,3}4 June? 2025|3\W{1,3}4 Jun 2025", text)


def test_plurals_and_dates_follow_the_language(dossier: Dossier) -> None:
    assert "2 artiklar, 5 uavhengige opphav" in check(page(dossier, "nn")).text
    assert "2 artikler, 5 uavhengige opphav" in check(page(dossier, "nb")).text
    assert "3.–4. juni 2025" in check(page(dossier, "nb")).text


def test_every_statement_can_be_reached_and_leads_to_its_place(dossier: Dossier) -> None:
    html = page(dossier, "nb")
    for doc in dossier.documents:
        for statement in doc[Statement]:
            words = statement.content[0].of(doc.text)
            listed = re.search(r'<ul class="said">.*?' + re.escape(words), html, re.DOTALL)
            assert listed, words
    assert {"said-1-102", "said-2-20"} & set(Outline(html).ids)


def test_a_claim_shows_its_sentences_its_chain_and_its_conflict(dossier: Dossier) -> None:
    html = page(dossier, "en")
    card = html[html.index('id="claim-c-1"') : html.index('id="claim-c-2"')]
    assert "Corroborated" in card
    assert "Mona Teig → NNT → Avis 1" in unescape(card)
    assert "Differing numbers" in card and ">Åtte<" in card and ">Ni<" in card


def test_every_statement_has_its_way_drawn_and_unnamed_sources_are_marked(dossier: Dossier) -> None:
    html = page(dossier, "en")
    said = html[html.index('class="speakers"') : html.index('class="time"')]
    assert said.count('<span class="way">') == sum(len(doc[Statement]) for doc in dossier.documents)
    ways = [re.sub(r"<[^>]+>", "", way) for way in re.findall(r'<span class="way">.*?</a></span></span>', said)]
    assert any(way.startswith("Mona Teig, then NNT, then Avis 1") for way in ways)
    assert '<span class="node assert unnamed">en kilde i kommunen' in said


def test_a_glance_shows_who_says_so_and_who_denies(dossier: Dossier) -> None:
    html = page(dossier, "en")
    glance = html[html.index('class="glance"') : html.index('class="known"')]
    text = re.sub(r"<[^>]+>", "", glance)
    assert "taket var dømt i mai" in text and "denies: Kommunen" in text
    assert "Differing numbers: Åtte says so Avis 1, 3 Jun 08:10 · Ni says so Avis 2, 4 Jun 08:10" in text
    assert 'href="#claim-c-2"' in glance


def test_the_earliest_copy_says_why(dossier: Dossier) -> None:
    (passage,) = dossier.passages
    told = replace(passage, direction=(Feature("published earlier", 2.0), Feature("credits the agency", -1.25)))
    html = page(replace(dossier, passages=(told,)), "en")
    assert "Earliest: Avis 1, because: published earlier" in html
    assert "credits the agency" not in html, "what speaks against it is no reason"
    assert "NNT put into the other standard Earliest" in " ".join(Outline(html).text.split()), "no word is broken"


@pytest.mark.parametrize("name", ["004_7b1f29c0aa35e861.txt", "05.txt", "01.v2.html"])
def test_a_file_name_that_a_program_made_is_no_outlet(name: str, document: Callable[..., Document]) -> None:
    lines = (("title", "Ras"), ("paragraph", "Det gikk et ras."))
    made, named = (document(n, lines, outlet=None) for n in (1, 2))
    made = replace(made, article=replace(made.article, source=name))
    named = replace(named, article=replace(named.article, source="lokalavisa.txt"))
    text = Outline(page(Dossier((made, named)), "nb")).text
    assert "Artikkel 1" in text and "lokalavisa" in text


def test_claims_stand_best_founded_first(dossier: Dossier) -> None:
    html = page(replace(dossier, claims=dossier.claims[::-1]), "en")
    assert html.index('id="claim-c-1"') < html.index('id="claim-c-2"') < html.index('id="claim-c-3"')


def test_a_claim_that_is_known_by_a_denial_says_so(dossier: Dossier) -> None:
    disputed = dossier.claims[1]
    denials = tuple(replace(member, relation="denies") for member in disputed.members)
    denied = replace(dossier, claims=(replace(disputed, members=denials, evidence="denied"),))
    known = "avviser: En kilde i kommunen sier at taket var dømt i mai"
    assert known in " ".join(Outline(page(denied, "nn")).text.split())
    assert known not in " ".join(Outline(page(dossier, "nn")).text.split())
    assert "avviser: taket" in markdown(denied, "nn") and "**2.** taket" in markdown(dossier, "nn")


def test_what_one_source_expects_is_never_expected_by_several(dossier: Dossier) -> None:
    doubted = replace(dossier.claims[2], evidence="single-source", sure=False)
    assert evidence_label(doubted, wording("en")) == "Expected by one source"
    assert evidence_label(replace(doubted, evidence="corroborated"), wording("en")) == "Expected, perhaps by several"


def test_an_expectation_is_past_its_date_only_when_the_story_goes_on_after_it(dossier: Dossier) -> None:
    assert "Expected, and still ahead" in page(dossier, "en")
    later = dossier.documents[1]
    later = replace(later, article=replace(later.article, published=Moment("2025-06-09", "day")))
    overdue = page(replace(dossier, documents=(dossier.documents[0], later)), "en")
    assert "Expected, past its date" in overdue and "Expected, and still ahead" not in overdue


def test_both_sides_show_what_they_share(dossier: Dossier) -> None:
    html = page(dossier, "nn")
    assert '<span class="p0">Vi har telt alle. Ingen mangler</span>' in html
    assert '<span class="p0">Vi har telt alle. Ingen manglar</span>' in html


def test_what_a_wide_table_shows_is_told_where_a_phone_need_not_scroll(dossier: Dossier) -> None:
    html = page(dossier, "en")
    for told in ("Claims that several speak about", "Which outlet has which passage; the filled mark"):
        above = html[: html.index(told)]
        assert above.rfind("<p") > above.rfind("<table"), told


def test_versions_show_the_words_that_changed_and_the_correction(versions: Dossier) -> None:
    html = page(versions, "en")
    check(html)
    assert "<del>Åtte</del>" in html and "<ins>Ni</ins>" in html
    assert "The desk says:" in html and "1 report," in Outline(html).text


def test_page_furniture_is_kept_and_marked(dossier: Dossier) -> None:
    html = page(dossier, "en")
    assert re.search(r'class="furniture boilerplate">.*Artikkelen fortsetter under annonsen', html)


@pytest.mark.parametrize("where", ["text", "title", "outlet", "source", "name"])
def test_markup_in_an_article_is_shown_as_text(dossier: Dossier, where: str) -> None:
    one, two = dossier.documents
    if where == "text":
        one = replace(one, article=replace(one.article, text=one.text.replace("NNT", ATTACK)[: len(one.text)]))
    if where == "title":
        text = (ATTACK + one.text)[: len(one.text)]
        one = replace(one, article=replace(one.article, text=text))
    if where == "outlet":
        one = replace(one, article=replace(one.article, outlet=ATTACK))
    if where == "source":
        one = replace(one, article=replace(one.article, outlet=None, url=None, source=ATTACK))
    entities = tuple(replace(e, name=ATTACK) for e in dossier.entities) if where == "name" else dossier.entities
    attacked = replace(dossier, documents=(one, two), entities=entities, rejected=(Rejected(ATTACK, ATTACK),))
    html = page(attacked, "nb")
    check(html)
    assert "<script" not in html and "<img" not in html
    assert html.count("</style>") == 1


@pytest.mark.parametrize("unseen", ["\0", "\x1b", "\x92", "\u202e", "\u2066"])
def test_what_turns_or_steers_the_text_after_it_is_made_seen(dossier: Dossier, unseen: str) -> None:
    one, two = dossier.documents
    turned = replace(dossier, documents=(replace(one, article=replace(one.article, outlet=f"Øy{unseen}posten")), two))
    for text in (page(turned, "nb"), markdown(turned, "nb")):
        assert unseen not in text and "Øy\ufffdposten" in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd", " javascript:x"]
)
def test_only_web_addresses_become_links(dossier: Dossier, url: str) -> None:
    one, two = dossier.documents
    html = page(replace(dossier, documents=(replace(one, article=replace(one.article, url=url)), two)), "nb")
    assert url.strip() not in [link["href"] for link in check(html).links]


def test_the_policy_lets_nothing_in_but_the_page_s_own_style(dossier: Dossier) -> None:
    html = page(dossier, "nb")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy and unescape(policy[1]).startswith("default-src 'none'; style-src 'sha256-")
    assert " style=" not in html and " on" not in re.sub(r">[^<]*<", "><", html).replace(" one", "")


def test_an_empty_dossier_is_a_page_that_says_so() -> None:
    for language in LANGUAGES:
        check(page(Dossier(()), language))
    assert "No articles" in page(Dossier(()), "en")


def test_one_article_needs_no_story(dossier: Dossier) -> None:
    alone = Dossier(dossier.documents[:1])
    outline = check(page(alone, "nn"))
    assert "Ingen mangler" in outline.text and "details" in outline.tags


def test_an_article_without_layers_title_or_date_is_shown(document: Callable[..., Document]) -> None:
    doc = document(1, (("paragraph", "Bare tekst."),), published=None, outlet=None, url=None)
    outline = check(page(Dossier((Document(doc.article),)), "nb"))
    assert "Bare tekst." in outline.text and "1.txt" in outline.text


def test_an_article_without_a_headline_goes_by_its_beginning(document: Callable[..., Document]) -> None:
    doc = document(1, (("meta", "03.06.2025"), ("paragraph", "Taket raste. Ingen ble skadet.")))
    assert '<h1 class="story-title" lang="nb">Taket raste.</h1>' in page(Dossier((doc,)), "nb")
    two = page(Dossier((doc, replace(doc, article=replace(doc.article, id="art-2")))), "nb")
    assert '<span class="single-title" lang="nb">Taket raste.</span>' in two


def test_a_story_of_one_stands_beside_a_larger_one(dossier: Dossier, document: Callable[..., Document]) -> None:
    other = document(9, (("title", "Korpset øver"), ("paragraph", "Det låter godt.")))
    stories = (Story("lone", Place(other.id, 0, 12), (other.id,)), *dossier.stories)
    outline = check(page(replace(dossier, documents=(*dossier.documents, other), stories=stories), "en"))
    assert outline.ids.index("s1") < outline.ids.index("s2")
    assert "Articles of no other story" in outline.text


def test_text_in_an_unknown_language_keeps_its_language(document: Callable[..., Document]) -> None:
    doc = document(1, (("title", "Taget faldt ned"), ("paragraph", "Otte elever slap ud.")), "da")
    html = page(Dossier((doc,)), "nb")
    assert 'lang="da"' in html and "dansk" in html


def test_200_articles_stay_small_and_quick(large: Callable[[int], Dossier]) -> None:
    big = large(200)
    start = time.process_time()
    html = page(big, "nb")
    spent = time.process_time() - start
    check(html)
    assert len(html.encode()) < 5_000_000
    assert spent < 10, f"{spent:.1f} s: many times the two seconds that it should take"


def test_an_unknown_interface_language_is_refused() -> None:
    with pytest.raises(ValueError, match="nb, nn, en"):
        page(Dossier(()), "fr")
