"""Tokeniser rules for Norwegian news: what spaCy knows of both standards, and what it lacks."""

from __future__ import annotations

from importlib import resources

from spacy.lang.nb.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.nb.tokenizer_exceptions import TOKENIZER_EXCEPTIONS as NB_EXCEPTIONS
from spacy.lang.nn.tokenizer_exceptions import TOKENIZER_EXCEPTIONS as NN_EXCEPTIONS
from spacy.symbols import ORTH


def _abbreviations() -> list[str]:
    text = (resources.files("belegg.models") / "abbreviations.txt").read_text(encoding="utf-8")
    words = [line.split("#")[0].strip() for line in text.splitlines()]
    return [word for word in words if word]


def _with_capitals(words: list[str]) -> set[str]:
    return {*words, *(word[:1].upper() + word[1:] for word in words)}


# spaCy's lists hold these as abbreviations, but in news they are more often a word or a party before a full stop.
ORDINARY = frozenset(
    "a. b. c. e. f. h. i. j. l. m. n. o. p. q. r. t. u. v. w. x. y. z. ä. ö. ü. ad. ap. Ap. Aq. Co. co. Frp. Grl. "
    "Kr. Pb. Sp. bla. bm. dss. eg. el. et. ev. fam. gno. grl. gt. jul. jun. komm. lat. lø. ma. mar. md. min. ndf. "
    "no. nyno. off. on. op. org. ref. res. sen. sms. ti. tils. to. vit. vn. vol.".split()
)
EXCEPTIONS = {
    **{
        word: [{ORTH: word}]
        for word in (*NB_EXCEPTIONS, *NN_EXCEPTIONS)
        if word[:1].isalpha() and word[-1:] == "." and word not in ORDINARY  # smileys are left out
    },
    **{word: [{ORTH: word}] for word in _with_capitals(_abbreviations())},
}
# A hyphen set as a dialogue dash ("-Vi vet"), a year that ends a sentence ("i 2009."), scores ("2-0").
PREFIXES = [*TOKENIZER_PREFIXES, r"-(?=[A-ZÆØÅ])", r"[kK]l\.(?=[0-9])"]
INFIXES = [
    *TOKENIZER_INFIXES,
    r"(?<=[0-9])–(?=[0-9])",
    r"(?<=[0-9])-(?<![0-9]{4}-[0-9]{2}-)(?=[0-9]+(?![0-9-]))",  # not inside 2024-03-05
    r"(?<=[a-zæøå])[.:](?=[(«»\"–])",  # glued: "slutt.(Vilkår"
    r"(?<=[a-zæøå])/(?=[0-9])",
    r"(?<=[0-9])/(?=[a-zæøå])",
]
SUFFIXES = [
    *TOKENIZER_SUFFIXES,
    r"(?<=[12][0-9]{3})\.",
    r"(?<=[0-9][.:][0-9]{2})\.",  # kl. 07.31.
    r"(?<=[A-Z][0-9])\.",  # E6.
    r"(?<=[A-Z][0-9]{2})\.",  # E39.
    r"(?<=\)):",
    r"(?<=[»”\"]):",
]
