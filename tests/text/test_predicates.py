"""Predicates: synonyms of both standards on one axis, opposites on its two ends, and what is no predicate."""

import pytest

from belegg.text.bridge import rows
from belegg.text.predicates import hits, modifiers
from tests.tokens import tokens

ACE = {
    "Life.Be-Born", "Life.Marry", "Life.Divorce", "Life.Injure", "Life.Die", "Movement.Transport",
    "Transaction.Transfer-Ownership", "Transaction.Transfer-Money", "Business.Start-Org", "Business.Merge-Org",
    "Business.Declare-Bankruptcy", "Business.End-Org", "Conflict.Attack", "Conflict.Demonstrate", "Contact.Meet",
    "Contact.Phone-Write", "Personnel.Start-Position", "Personnel.End-Position", "Personnel.Nominate",
    "Personnel.Elect", "Justice.Arrest-Jail", "Justice.Release-Parole", "Justice.Trial-Hearing",
    "Justice.Charge-Indict", "Justice.Sue", "Justice.Convict", "Justice.Sentence", "Justice.Fine", "Justice.Execute",
    "Justice.Extradite", "Justice.Acquit", "Justice.Appeal", "Justice.Pardon",
}  # fmt: skip
ROWS = rows("predicates.tsv")


@pytest.mark.parametrize("row", ROWS, ids=[f"{r[0]}{r[1]}" for r in ROWS])
def test_every_row_is_whole(row: list[str]) -> None:
    assert row[0].isalpha()
    assert row[1] in ("+", "-")
    assert row[2] in {"", "Other"} | ACE
    assert row[3]


def axes(line: str) -> set[tuple[str, int]]:
    return {(h.predicate.axis, h.predicate.sign) for h in hits(tokens(line))}


SAME = [  # one wording, another one, the axis
    ("brannen/NOUN/brann", "det/PRON brenn/VERB/brenne", "fire"),
    ("bilen tok/VERB/ta fyr/NOUN", "bilen brann/VERB/brenne", "fire"),
    ("omkom/VERB/omkomme", "misste/VERB/misse livet/NOUN/liv", "die"),
    ("oppkjøpet/NOUN/oppkjøp", "overtek/VERB/overta", "buy"),
    ("blei/AUX dømd/VERB/dømme", "dommen/NOUN/dom", "convict"),
    ("smitteutbrotet/NOUN/smitteutbrot", "er/AUX smittet/VERB/smitte", "infect"),
    ("tunnelbrann/NOUN", "det/PRON brant/VERB/brenne", "fire"),  # the head of a compound
    ("ber/VERB/be dem gå/VERB gjennom/ADP tallene", "gjennomgangen/NOUN/gjennomgang", "review"),
    ("besøket/NOUN/besøk", "vitja/VERB/vitje", "visit"),
    ("søksmålet/NOUN/søksmål", "går/VERB/gå til/ADP sak/NOUN", "sue"),
    ("avgangen/NOUN/avgang", "han fråtrer/VERB/fråtre", "hire"),
    ("avganger/NOUN/avgang er/AUX innstilt/VERB/innstille", "kansellert/VERB/kansellere", "cancel"),
    ("ferja/NOUN/ferje vart/AUX innstilt/VERB/innstille", "avlyst/VERB/avlyse", "cancel"),
]


@pytest.mark.parametrize(("one", "other", "axis"), SAME)
def test_synonyms_lie_on_one_end_of_an_axis(one: str, other: str, axis: str) -> None:
    shared = {(a, s) for a, s in axes(one) & axes(other)}
    assert axis in {a for a, _ in shared}


OPPOSITE = [
    ("vegen er/AUX stengd/ADJ/stengd", "vegen opnar/VERB/opne", "close"),
    ("styret sa/VERB/si ja/INTJ", "styret sier/VERB/si enstemmig/ADJ nei/INTJ", "accept"),
    ("viftene virket/VERB/virke", "viftene var/AUX ute/ADP av/ADP drift/NOUN", "operate"),
    ("han blei/AUX frifunnen/VERB/frifinne", "han blei/AUX dømd/VERB/dømme", "convict"),
    ("laget vann/VERB/vinne", "laget tapte/VERB/tape", "win"),
]


@pytest.mark.parametrize(("one", "other", "axis"), OPPOSITE)
def test_opposites_lie_on_the_two_ends(one: str, other: str, axis: str) -> None:
    signs = [{s for a, s in axes(line) if a == axis} for line in (one, other)]
    assert signs in ([{1}, {-1}], [{-1}, {1}])


NONE = [  # words that only look like a predicate
    ("ho/PRON seier/VERB/seie", "win"),  # nn: says; nb noun: victory
    ("styret/NOUN/styre", "crash"),  # the board; styrte: crashed
    ("det/PRON avgjørende/ADJ/avgjørende", "adopt"),  # decisive, no decision
    ("byen/NOUN/by", "bid"),
    ("viftene er/AUX ute/ADP av/ADP drift/NOUN", "inside"),  # "ute" is part of the phrase
    ("verden", "cost"),  # world; verdi: value
    ("hensikten/NOUN/hensikt", "charge"),  # purpose; siktet: charged
    ("stortinget/NOUN/storting", "negotiate"),  # parliament; nn tinge: to bargain
    ("huset i/ADP Bergen/PROPN/Bergen", "rescue"),  # a town; berge: to save
    ("utstillingen/NOUN/utstilling", "compete"),  # a prefix makes another word
    ("utfordre/VERB", "order"),  # a verb is no compound
    ("politimesteren/NOUN/politimester", "win"),
    ("samfunnet/NOUN/samfunn", "discover"),
    ("det/PRON kommer/VERB/komme til/ADP å/PART regne/VERB", "travel"),  # the future
    ("han/PRON tar/VERB/ta hensyn/NOUN til/ADP naboen", "cause"),  # *ta til* only side by side
    ("la/VERB/legge ned/ADP påstand/NOUN", "found"),  # the longer phrase
]


@pytest.mark.parametrize(("line", "axis"), NONE)
def test_words_that_look_alike_are_none(line: str, axis: str) -> None:
    assert axis not in {a for a, _ in axes(line)}


def test_a_compound_of_two_predicates_has_both() -> None:
    (token,) = tokens("våpenforsendelse")
    assert [p.axis for p in modifiers(token)] == ["arms"]
    assert not modifiers(tokens("brannbil")[0])  # a fire engine is no fire


def test_a_starred_word_is_found_as_the_end_of_a_compound() -> None:
    line = "partiet/NOUN/parti bryter/VERB/bryte lønnsforhandlingene/NOUN/lønnsforhandling"
    found = {(h.predicate.axis, h.predicate.sign) for h in hits(tokens(line), ("event_triggers.tsv",))}
    assert ("contract", -1) in found
