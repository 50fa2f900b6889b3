"""Web pages: the article's lines in reading order, their kinds, and the facts of the head."""

import json

import pytest

from belegg.clean import clean
from belegg.core.article import Article, Page, PageFacts, Rejected
from belegg.core.spans import Span
from belegg.models.language import load_identifier

LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Havneposten"},
        {
            "@type": "NewsArticle",
            "headline": "Ferga går igjen etter tre døgn",
            "datePublished": "2024-01-15T07:30:00Z",
            "dateModified": "2024-01-15T10:02:00+01:00",
            "author": [{"@type": "Person", "name": "Kåre Vold"}],
            "publisher": {"@type": "Organization", "name": "Havneposten"},
        },
    ],
}
PAGE = f"""<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><title>Ferga går igjen | Havneposten</title>
<link rel="canonical" href="https://www.havneposten.example/nyheter/ferga-gar-igjen">
<script type="application/ld+json">{json.dumps(LD)}</script><style>.x{{color:red}}</style></head>
<body class="article-page related-on"><nav><a href="/">Forside</a> <a href="/sport">Sport</a></nav>
<div class="cookie-banner">Vi bruker informasjonskapsler. <button>Godta</button></div>
<main><article class="share-wrapper">
<div class="breadcrumbs">Hjem &gt; Nyheter</div>
<h1>Ferga går igjen etter tre døgn</h1>
<p class="article-lead">Passasjerene på Ytre Sand har vært isolert siden fredag. Mandag morgen la ferga fra kai.</p>
<div class="byline"><span>Kåre Vold</span> <span>Journalist</span></div>
<time datetime="2024-01-15T08:30:00+01:00">Publisert 15.01.2024 08:30</time>
<figure><img src="a.jpg" alt="x">
<figcaption>Ferga «Ytre» la fra kai mandag morgen. <span>Foto: Kåre Vold</span></figcaption>
</figure>
<p>Fergeselskapet Kystlinjen satte inn et reservefartøy klokken 06.30
   mandag, opplyser driftssjef <b>Tora&nbsp;Lund</b>.</p>
<p>– Vi beklager at det tok så lang tid, sier hun til Havneposten.</p>
<div class="ad">Annonse</div>
<h2>Mangler deler</h2>
<p>Den faste ferga mangler en pumpe som må bestilles fra Tyskland.</p>
<script>alert("nei")</script>
<aside class="related"><h3>Les også</h3><a href="/x">Slik skal nye ferger bygges</a></aside>
<div class="factbox"><h3>Fakta om sambandet</h3><ul><li>8 avganger i døgnet</li><li>1200 innbyggere</li></ul></div>
<p>Ordfører Siv Holm skriver at hun «krever &lt;b&gt;møte&lt;/b&gt;» med fylkeskommunen.</p>
<p hidden>Usynlig tekst som ingen leser.</p>
<div class="share">Del på Facebook</div>
</article></main>
<footer>© Havneposten AS</footer></body></html>"""
BLOCKS = [
    ("boilerplate", "Hjem > Nyheter"),
    ("title", "Ferga går igjen etter tre døgn"),
    ("lead", "Passasjerene på Ytre Sand har vært isolert siden fredag. Mandag morgen la ferga fra kai."),
    ("meta", "Kåre Vold Journalist"),
    ("meta", "Publisert 15.01.2024 08:30"),
    ("caption", "Ferga «Ytre» la fra kai mandag morgen. Foto: Kåre Vold"),
    (
        "paragraph",
        "Fergeselskapet Kystlinjen satte inn et reservefartøy klokken 06.30 mandag, opplyser driftssjef Tora\xa0Lund.",
    ),
    ("quote", "– Vi beklager at det tok så lang tid, sier hun til Havneposten."),
    ("boilerplate", "Annonse"),
    ("heading", "Mangler deler"),
    ("paragraph", "Den faste ferga mangler en pumpe som må bestilles fra Tyskland."),
    ("related", "Les også"),
    ("related", "Slik skal nye ferger bygges"),
    ("factbox", "Fakta om sambandet"),
    ("factbox", "8 avganger i døgnet"),
    ("factbox", "1200 innbyggere"),
    ("paragraph", "Ordfører Siv Holm skriver at hun «krever <b>møte</b>» med fylkeskommunen."),
    ("boilerplate", "Del på Facebook"),
]


def cleaned(html: str, facts: PageFacts | None = None) -> Article:
    found = clean(Page("x.html", html.encode(), "utf-8", "html", facts or PageFacts()), load_identifier())
    assert isinstance(found, Article)
    return found


def blocks_of(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(article.text)) for b in article.blocks]


def test_a_page_is_read_in_order() -> None:
    assert blocks_of(cleaned(PAGE)) == BLOCKS


def test_the_head_tells_the_facts() -> None:
    found = cleaned(PAGE)
    assert (found.outlet, found.language) == ("Havneposten", "nb")
    assert found.url == "https://www.havneposten.example/nyheter/ferga-gar-igjen"
    assert found.published is not None and found.published.value == "2024-01-15T08:30"
    assert found.updated is not None and found.updated.value == "2024-01-15T10:02"


def test_the_container_outranks_the_head() -> None:
    found = cleaned(PAGE, PageFacts(url="https://arkiv.example/1", published="2024-01-15T06:00:00+01:00"))
    assert found.url == "https://arkiv.example/1"
    assert found.published is not None and found.published.value == "2024-01-15T06:00"


@pytest.mark.parametrize("end", ["en pumpe som må", "<h2>Mangler", '<div class="fact'])
def test_a_page_cut_in_the_middle_is_used_as_far_as_it_goes(end: str) -> None:
    cut = PAGE[: PAGE.index(end) + len(end)]
    found = blocks_of(cleaned(cut))
    assert found[:8] == BLOCKS[:8]


def test_a_page_without_markup_of_its_own_is_read_by_its_words() -> None:
    page = (
        "<div><div>Meny Søk Logg inn</div><h1>Ny bru over Storelva</h1><div>Av Kari Nes</div><div>3. mai 2023</div>"
        "<div>Kommunestyret i Fjellgrenda vedtok tysdag kveld å byggje ny bru over elva.</div>"
        "<div>– Det er ein gledens dag, seier ordførar Nils Rørvik til avisa etter møtet.</div>"
        "<div>Brua frå 1961 toler ikkje lenger tunge køyretøy, og mjølkebilen må ta ein lang omveg.</div></div>"
    )
    found = cleaned(page)
    kinds = [b.kind for b in found.blocks]
    assert kinds[-6:] == ["title", "meta", "meta", "paragraph", "quote", "paragraph"]
    assert found.published is not None and found.published.value == "2023-05-03"
    assert found.language == "nn"


WORDS = "Brua er stengt, opplyser vegvesenet. – Ho opnar fredag, seier Nils Rørvik."


@pytest.mark.parametrize(
    ("words", "body", "shown"),
    [
        (WORDS, "<div id='app'></div><noscript>Slå på JavaScript</noscript>", [WORDS]),  # a program draws the page
        (WORDS.replace(". –", ".\n\n–"), "<div id='app'></div>", WORDS.replace(". –", ".\n–").splitlines()),
        (f"<p>{WORDS}</p><nav>Meny</nav>", "<div id='app'></div>", [WORDS]),  # the words have markup
        (
            f"<p>{WORDS}</p>",
            f"<h1>Brua</h1><p>{WORDS}</p><p>Meir kjem.</p>",
            [WORDS, "Meir kjem."],
        ),  # which the page has too
        (WORDS, f"<h1>Brua</h1><p>{WORDS}</p><p>Meir kjem.</p>", [WORDS, "Meir kjem."]),  # the page has them itself
        (WORDS, "<h1>Brua</h1><p>Berre for abonnentar av avisa.</p>", [WORDS]),  # the page keeps them for those who pay
    ],
)
def test_words_that_only_the_head_has_are_read(words: str, body: str, shown: list[str]) -> None:
    ld = json.dumps({"@type": "NewsArticle", "headline": "Brua", "articleBody": words})
    found = cleaned(f'<head><script type="application/ld+json">{ld}</script></head><body>{body}</body>')
    assert [text for _, text in blocks_of(found)] == ["Brua", *shown]


def test_the_publisher_in_schema_orgs_properties() -> None:
    properties = '<div itemprop="publisher" itemscope><meta itemprop="name" content="Havneposten"></div>'
    assert cleaned(f"<body>{properties}<h1>Brua</h1><p>{WORDS}</p></body>").outlet == "Havneposten"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Brua er stengt | Havneposten", "Havneposten"),
        ("Brua er stengt - Fjell og Vidde", "Fjell og Vidde"),
        ("Brua er stengt – omkøyring i Vik", None),  # no name
        ("Brua er stengt | Kultur", None),  # a part of the paper
        ("Brua er stengt | Oslo", None),
        ("Brua er stengt | Havneposten | Nyhende", None),  # which of the two is not known
        ("Havneposten", None),  # not told beside the headline
    ],
)
def test_the_outlet_beside_the_headline_in_the_windows_title(title: str, outlet: str | None) -> None:
    page = f"<head><title>{title}</title></head><body><h1>Brua er stengt</h1><p>{WORDS}</p></body>"
    assert cleaned(page).outlet == outlet


def test_what_only_the_pages_style_parts_is_parted() -> None:
    writer = "<p class='byline'><span>Kari Nes</span><span>Journalist</span></p>"
    picture = "<figcaption><span>Brua er stengt.</span><span>Foto: <b>Jo</b> <i>Li</i></span></figcaption>"
    found = [
        t for _, t in blocks_of(cleaned(f"<h1>Brua</h1>{writer}<p>{WORDS}</p>{picture}<p><b>V</b><i>EG</i>en</p>"))
    ]
    assert {"Kari Nes Journalist", "Brua er stengt. Foto: Jo Li", "VEGen"} <= {*found}


def test_what_is_put_in_from_elsewhere_is_not_the_articles_word() -> None:
    post = '<blockquote class="twitter-tweet"><p>Dette var dumt.</p>&mdash; Leiar (@leiar) <a>10. mars</a></blockquote>'
    card = '<a href="/2"><h3>Ny kai i Vik</h3><p>Kaia opna i går.</p></a>'
    place = f'<a name="del2"><h2>Lang omveg</h2></a><p>{WORDS}</p>'  # no way out of the page
    found = blocks_of(cleaned(f"<article><h1>Brua er stengt</h1><p>{WORDS}</p>{post}{card}{place}</article>"))
    assert [text for kind, text in found if kind == "related"] == [
        "Dette var dumt.", "— Leiar (@leiar) 10. mars", "Ny kai i Vik", "Kaia opna i går.",
    ]  # fmt: skip
    assert ("heading", "Lang omveg") in found


def test_what_heads_no_text_is_no_crosshead() -> None:
    page = (
        f"<article><h1>Brua er stengt</h1><p>{WORDS}</p><h2>Lang omveg</h2><p>{WORDS}</p><div><h3>Del saka</h3>"
        "<a>Facebook</a></div><div><h3>Fleire saker</h3><p><a>Ny kai</a></p></div></article>"
    )
    kinds = [
        (kind, text) for kind, text in blocks_of(cleaned(page)) if text in ("Lang omveg", "Del saka", "Fleire saker")
    ]
    assert kinds == [("heading", "Lang omveg"), ("boilerplate", "Del saka"), ("boilerplate", "Fleire saker")]


def test_a_nul_and_a_document_type_with_declarations_are_no_words() -> None:
    declared = '<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY a "b">\n]>'
    page = f"{declared}<html><body><h1>Brua</h1><p>{WORDS}\0</p></body></html>"
    assert [text for _, text in blocks_of(cleaned(page))] == ["Brua", f"{WORDS}\ufffd"]


@pytest.mark.parametrize("menu", ["nav", "menu"])
def test_a_menu_that_is_never_closed_does_not_hold_the_article(menu: str) -> None:
    page = f"<body><{menu}><a>Forside</a><article><h1>Brua er stengt</h1><p>{WORDS}</p></article></body>"
    assert ("title", "Brua er stengt") in blocks_of(cleaned(page))
    assert ("paragraph", WORDS) in blocks_of(cleaned(page))


def test_an_entry_of_a_feed_gets_its_headline() -> None:
    body = '<p class="lead">Ferja kjem i mai.</p><p>Den nye ferja skal gå mellom Nes og Vik, seier reiarlaget.</p>'
    found = cleaned(body, PageFacts(title="Ny ferje", published="Tue, 05 Mar 2024 06:31:00 GMT"))
    assert blocks_of(found)[0] == ("title", "Ny ferje")
    assert found.published is not None and found.published.value == "2024-03-05T07:31"


def test_a_summary_without_markup() -> None:
    found = cleaned("Ferja er forseinka, opplyser reiarlaget.", PageFacts(title="Forseinka ferje"))
    assert blocks_of(found) == [("title", "Forseinka ferje"), ("paragraph", "Ferja er forseinka, opplyser reiarlaget.")]


TITLED = [  # a headline that a container tells beside plain text, the text, the text's first line
    ("Ny ferje til Vik", "Reiarlaget har kjøpt ei ferje, seier rådmannen.", "Ny ferje til Vik"),
    ("Ferja er ny", "Ferja er ny og skal gå til Vik, seier rådmannen.", "Ferja er ny"),  # the lead begins like it
    ("Ny ferje", "NY FERJE\n\nFerja skal gå til Vik, seier rådmannen.", "NY FERJE"),
    ("Ny ferje til Vik | Vikaposten", "Ny ferje til Vik\n\nHo kjem i mai, seier rådmannen.", "Ny ferje til Vik"),
    ("Ny ferje", "Vikaposten\nNy ferje\n\nFerja skal gå til Vik, seier rådmannen.", "Vikaposten"),
    (
        "Ny ferje",
        "Ny ferje Ferja skal gå til Vik, seier rådmannen.",
        "Ny ferje Ferja skal gå til Vik, seier rådmannen.",
    ),
    ("", "Ny ferje\n\nFerja skal gå til Vik, seier rådmannen.", "Ny ferje"),
]


@pytest.mark.parametrize(("title", "text", "first"), TITLED)
def test_plain_text_gets_the_headline_that_its_container_has(title: str, text: str, first: str) -> None:
    page = Page("crawl.jsonl#1", text.encode(), "utf-8", "text", PageFacts(title=title or None))
    found = clean(page, load_identifier())
    assert isinstance(found, Article)
    assert found.text.splitlines()[0] == first
    assert found.text.endswith(text)
    assert first != title or found.title == Span(0, len(title))


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><script>var a = 1</script></head></html>",
        "<nav><a href='/'>Forside</a></nav>",
        "<!-- ingenting -->",
    ],
)
def test_a_page_without_words_is_rejected(page: str) -> None:
    found = clean(Page("x", page.encode(), "utf-8", "html"), load_identifier())
    assert isinstance(found, Rejected) and "text" in found.reason


def test_hostile_pages_do_no_harm() -> None:
    deep = "<div>" * 20_000 + "<p>Brannen er slukket, opplyser politiet i natt.</p>"
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>Politiet sier at &b; brannen er slukket i natt.</p>'
    )
    external = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>Politiet sier &f; at det er slukket.</p>'
    for page in (deep, bomb, external):
        found = clean(Page("x", page.encode(), "utf-8", "html"), load_identifier())
        assert isinstance(found, Rejected) or ("root:" not in found.text and len(found.text) < 1000)
