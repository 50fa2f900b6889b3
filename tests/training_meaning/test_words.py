"""The words that the table is learned from are those that the program sees."""

from collections.abc import Iterable, Iterator

from belegg.core.words import Analysis, NameSpan, Piece, Token
from tests.training_meaning.samples import HARBOUR
from training.corpus import Sent, Word
from training.meaning.words import _annotated, keyed, told_wordings
from training.wordings import read_wordings


class Splitter:
    """A linguist that knows words by their spaces and names by their capitals; it remembers what it was given."""

    def __init__(self) -> None:
        self.articles: list[list[str]] = []

    def analyse(self, articles: Iterable[tuple[Piece, ...]]) -> Iterator[Analysis]:
        for pieces in articles:
            self.articles.append([piece.text for piece in pieces])
            tokens, at = [], 0
            for piece in pieces:
                for word in piece.text.split():
                    start = piece.offset + piece.text.index(word)
                    pos = "PUNCT" if word == "." else "NOUN"
                    tokens.append(Token(at, start, start + len(word), word, word.lower(), pos, "", at, "dep"))
                    at += 1
            names = tuple(NameSpan(t.start, t.end, "PER") for t in tokens if t.text[:1].isupper())
            yield Analysis(tuple(tokens), (), names)


def test_each_text_has_its_own_words() -> None:
    groups = [["sauer brenner .", "Ane så 40 sauer"], [], ["Ane gjekk"]]
    first, none, last = keyed(Splitter(), groups)
    assert [keys[-1] for keys in first] == [first[0][-1], first[0][0]]
    assert len(first[0]) == 2 and first[1][0] == "#PER" and first[1][2] == "#num"
    assert none == [] and last[0][0] == "#PER"


def test_wordings_of_one_standard_are_one_article() -> None:
    happenings = tuple(read_wordings(HARBOUR.splitlines(), "sample"))
    linguist = Splitter()
    (told,) = told_wordings(linguist, happenings)
    assert [len(article) for article in linguist.articles] == [2, 3]
    assert told.happening == happenings[0]
    assert [len(keys) for keys in told.keys] == [3, 3, 3, 4, 3]
    assert told.keys[2][1] == told.keys[4][1]  # "er" in both standards


def word(form: str, upos: str | None, name: str = "O") -> Word:
    return Word(form, form.lower(), upos, "", None, "", True, name)


def test_a_sentence_of_a_treebank_has_names_as_their_types_and_no_signs() -> None:
    ane = (word("Ane", None, "B-PER"), word("Ruud", None, "I-PER"), word("i", "ADP"), word("Oslo", "PROPN", "B-GPE"))
    rest = (word("såg", None), word("40", None), word(".", None), word(",", "PUNCT"))
    sent = Sent(ane + rest)
    first, _, place, _, number = _annotated(sent)
    assert (first, place, number) == ("#PER", "#GPE", "#num")
