"""The shipped model on sentences we wrote, in both standards: offsets, sentences, words, names."""

import pytest

from belegg.core.words import Analysis, Piece
from belegg.models import remembering
from belegg.models.linguist import SpacyLinguist, load_linguist, split_long


@pytest.fixture(scope="module")
def linguist() -> SpacyLinguist:
    return load_linguist()


def pieces(*blocks: str) -> tuple[Piece, ...]:
    found, offset = [], 0
    for number, block in enumerate(blocks):
        found.append(Piece(block, offset, number))
        offset += len(block) + 1
    return tuple(found)


def read(linguist: SpacyLinguist, *blocks: str) -> Analysis:
    (analysis,) = linguist.analyse([pieces(*blocks)])
    return analysis


def names(analysis: Analysis, *blocks: str) -> list[tuple[str, str]]:
    text = "\n".join(blocks)
    return [(text[name.start : name.end], name.type) for name in analysis.names]


NB = ("– Vi har ikke funnet noen feil, sier politimester Kari Nordmann til NRK. Hun reiste fra Oslo onsdag.",)
NN = ("– Vi har ikkje funne nokon feil, seier politimeister Kari Nordmann til NRK. Ho reiste frå Oslo onsdag.",)


@pytest.mark.parametrize("blocks", [NB, NN], ids=["nb", "nn"])
def test_offsets_are_the_articles(linguist: SpacyLinguist, blocks: tuple[str, ...]) -> None:
    given = ("Et langt\u00a0døgn", *blocks, "  To  blanke\tog 😀 tegn. ")
    text = "\n".join(given)
    analysis = read(linguist, *given)
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    assert [token.index for token in analysis.tokens] == list(range(len(analysis.tokens)))
    assert "".join(token.text for token in analysis.tokens) == "".join(text.split())
    assert all(0 <= token.head < len(analysis.tokens) for token in analysis.tokens)


@pytest.mark.parametrize(
    ("blocks", "verb", "lemma", "negation"),
    [(NB, "sier", "si", "ikke"), (NN, "seier", "seie", "ikkje")],
    ids=["nb", "nn"],
)
def test_words_and_names(
    linguist: SpacyLinguist, blocks: tuple[str, ...], verb: str, lemma: str, negation: str
) -> None:
    analysis = read(linguist, *blocks)
    by_text = {token.text: token for token in analysis.tokens}
    assert len(analysis.sentences) == 2
    assert (by_text[verb].pos, by_text[verb].lemma) == ("VERB", lemma)
    assert by_text[verb].has("Tense=Pres")
    assert by_text[negation].has("Polarity=Neg")
    assert by_text["Kari"].head == by_text[verb].index or by_text["Kari"].dep.startswith("flat")
    assert names(analysis, *blocks) == [("Kari Nordmann", "PER"), ("NRK", "ORG"), ("Oslo", "GPE")]


def test_the_standard_of_the_article_decides_lemmas(linguist: SpacyLinguist) -> None:
    same = "Han er her."
    nb = read(linguist, *NB, same)
    nn = read(linguist, *NN, same)
    assert [a.tokens[-3].lemma for a in (nb, nn)] == ["være", "vere"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Det skjedde kl. 07.31.", ["Det", "skjedde", "kl.", "07.31", "."]),
        ("Den 05.03.2024 på E39.", ["Den", "05.03.2024", "på", "E39", "."]),
        ("Ca. 2,5 mrd. kroner", ["Ca.", "2,5", "mrd.", "kroner"]),
        ("Det gjeld t.d. 40-åringar, m.a. i nord.", "Det gjeld t.d. 40-åringar , m.a. i nord .".split()),
        ("«Nei», sa Bo.", ["«", "Nei", "»", ",", "sa", "Bo", "."]),
        ("–Ja, sa han i 2009.", ["–", "Ja", ",", "sa", "han", "i", "2009", "."]),
        ("Det sa Ap.", ["Det", "sa", "Ap", "."]),  # a party that ends a sentence is no abbreviation
        ("2024-03-05", ["2024-03-05"]),
        ("Hun vant 2-0.", ["Hun", "vant", "2", "-", "0."]),
        ("Han vant (sjå s. 12):", ["Han", "vant", "(", "sjå", "s.", "12", ")", ":"]),
    ],
)
def test_tokens(linguist: SpacyLinguist, text: str, tokens: list[str]) -> None:
    assert [token.text for token in read(linguist, text).tokens] == tokens


def test_headings_and_blocks_end_sentences(linguist: SpacyLinguist) -> None:
    blocks = ("Brann i Storgata", "Politiet rykket ut mandag. Ingen ble skadd.", "Foto: NTB")
    analysis = read(linguist, *blocks)
    assert [sentence.block for sentence in analysis.sentences] == [0, 1, 1, 2]
    assert [sentence.first for sentence in analysis.sentences[1:]] == [s.last for s in analysis.sentences[:-1]]


def test_picture_words_are_words(linguist: SpacyLinguist) -> None:
    analysis = read(linguist, "TOK TOGET: Kim Berg kom til Bergen tirsdag.")
    assert [(token.text, token.lemma, token.pos) for token in analysis.tokens[:2]] == [
        ("TOK", "ta", "VERB"),
        ("TOGET", "tog", "NOUN"),
    ]


def test_two_runs_agree(linguist: SpacyLinguist) -> None:
    articles = [pieces(*NB), pieces(*NN), (), pieces("", " ")]
    first = list(linguist.analyse(articles))
    assert first == list(linguist.analyse(articles)) == [next(linguist.analyse([one])) for one in articles]
    assert first == list(load_linguist().analyse(articles))
    assert first[2:] == [Analysis((), (), ())] * 2


def test_long_lines_are_read_in_parts() -> None:
    text = "ord " * 40_000 + "x" * 70_000
    parts = list(split_long(Piece(text, 7, 3)))
    assert "".join(part.text for part in parts) == text
    assert max(len(part.text) for part in parts) <= 30_000
    assert [part.offset - 7 for part in parts] == [sum(len(p.text) for p in parts[:n]) for n in range(len(parts))]
    assert {part.block for part in parts} == {3}
    assert not any(part.text.rstrip().endswith(("or", "o")) for part in parts[:5])


@pytest.mark.parametrize("room", [70, 20])
def test_words_that_are_remembered_or_forgotten_read_the_same(
    linguist: SpacyLinguist, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(remembering, "_ROOM", room)
    monkeypatch.setattr("belegg.models.linguist._KEPT", 30)
    articles = [pieces(*NB), pieces(*NN), pieces("Brann i Storgata", "Ingen ble skadd."), pieces("Nei.")]
    forgetful = load_linguist()
    for _ in range(2):
        assert [next(forgetful.analyse([one])) for one in articles] == list(linguist.analyse(articles))


def test_what_several_articles_carry_is_read_in_each_at_its_place(linguist: SpacyLinguist) -> None:
    own, other = (
        ("Brua er stengt.", *NB),
        (*NB, "Ho er stengd, seier dei som bur ved elva, og det er ikkje meldt om skade."),
    )
    together = list(linguist.analyse([pieces(*own), pieces(*other), pieces(*own)]))
    assert together == [read(linguist, *own), read(linguist, *other), read(linguist, *own)]
