"""The clauses of parses that we made by hand, with the mistakes that taggers make."""

import pytest

from belegg.core.words import Token
from belegg.reason._clauses import clause_tree


def parse(*words: str) -> list[Token]:
    """Words written ``text/POS/relation>head``, heads counted from 0."""
    tokens = []
    for index, word in enumerate(words):
        text, pos, relation = word.split("/")
        dep, _, head = relation.partition(">")
        tokens.append(Token(index, index * 10, index * 10 + len(text), text, text, pos, "", int(head), dep))
    return tokens


def clauses(*words: str) -> list[str]:
    return [" ".join(t.text for t in c.tokens) for c in clause_tree(parse(*words))]


@pytest.mark.parametrize(
    ("conjunction", "verb"),
    [
        (("etter/SCONJ/mark>5", "at/SCONJ/mark>5"), "sporet"),  # nb: the tagger takes a verb for a noun
        (("fordi/SCONJ/mark>5", "jo/ADV/advmod>5"), "spora"),  # nn
    ],
)
def test_a_conjunction_opens_a_clause_whatever_its_verb_is_taken_for(conjunction: tuple[str, str], verb: str) -> None:
    found = clauses(
        "Banen/NOUN/nsubj>1", "stengt/VERB/root>1", *conjunction, "tog/NOUN/nsubj>5", f"{verb}/NOUN/advcl>1"
    )
    words = [c.split("/")[0] for c in conjunction]
    assert found == ["Banen stengt", " ".join((*words, "tog", verb))]


def test_a_noun_without_a_conjunction_opens_none() -> None:
    assert clauses("Banen/NOUN/nsubj>1", "stengt/VERB/root>1", "spor/NOUN/advcl>1") == ["Banen stengt spor"]


def test_an_infinitive_mark_makes_no_verb() -> None:
    found = clauses("Banen/NOUN/nsubj>1", "stengt/VERB/root>1", "å/PART/mark>3", "spor/NOUN/advcl>1")
    assert found == ["Banen stengt å spor"]
