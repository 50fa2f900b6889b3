"""The reporting words of both written standards, read once from ``text/data``.

Articles quote across the standards and crawlers mislabel them, so the tables of Bokmål and Nynorsk are read together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from belegg.core.annotation import Stance
from belegg.text.wordlists import read_table, word_lists

CueStance = Stance | Literal["neutral"]
Complement = Literal["that", "bare", "ask", "to", "thing", "quote", "name", "bid"]
_STANDARDS = ("nb", "nn")
_SHORT = 3  # names shorter than this are told apart by their capitals


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting verb: its forms, the fixed words that go with it and what it commits its holder to."""

    group: str
    stance: CueStance
    takes: frozenset[Complement]
    forms: tuple[str, ...]
    tail: tuple[str, ...]
    concern: bool = False
    object_speaks: bool = False
    agent_speaks: bool = False
    documents_only: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class WordSet:
    """Whole words and ends of words (``-rapport``)."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (word in self.words or word.endswith(self.endings))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their first word, longest first, so that most words of a text are passed over with one look-up."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    def at(self, lows: Sequence[str], i: int, limit: int) -> tuple[str, ...] | None:
        """The longest phrase that stands at ``i`` and ends before ``limit``; None where none does."""
        for phrase in self.by_first.get(lows[i], ()):
            end = i + len(phrase)
            if end <= limit and tuple(lows[i:end]) == phrase:
                return phrase
        return None

    def starting(self, low: str) -> tuple[tuple[str, ...], ...]:
        """The phrases that begin with the word."""
        return self.by_first.get(low, ())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the statement stage. ``cues`` maps a lower-case form to its entries, longest tail first."""

    cues: Mapping[str, tuple[Cue, ...]]
    refuse_modals: frozenset[str]
    refuse_negations: frozenset[str]
    refuse_verbs: tuple[tuple[str, ...], ...]
    refuse_phrases: Phrases
    refuse_openers: Phrases
    refuse_opened: Phrases
    unsaid: frozenset[str]
    unnamed: Phrases
    questions: frozenset[str]
    source_prepositions: Phrases
    opinions: frozenset[str]
    as_told: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    hedges: Mapping[str, Phrases]
    future: Phrases
    saying: Mapping[str, Phrases]
    pronouns: Mapping[str, frozenset[str]]
    holders: Mapping[str, WordSet]
    anonymous_words: frozenset[str]
    state_words: frozenset[str]
    plural_people: frozenset[str]
    stand_ins: frozenset[str]
    epithets: tuple[str, ...]
    media_endings: tuple[str, ...]
    newsrooms: Mapping[str, str]

    def newsroom(self, name: str) -> str | None:
        """What a name listed as outlet or body is, with or without a genitive -s. *AP* is an agency, *Ap* a party."""
        for form in (name, name.removesuffix("s")):
            kind = self.newsrooms.get(form if len(form) < _SHORT else form.lower())
            if kind is not None:
                return kind
        return None


def word_list(key: str) -> frozenset[str]:
    """One of the small lists of ``speech_words.toml``."""
    return word_lists("speech_words.toml")[key]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _phrases(*texts: str) -> tuple[tuple[str, ...], ...]:
    found = {tuple(line.split()) for text in texts for line in _lines(text)}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


def _by_first(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    groups: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[0], []).append(phrase)
    return Phrases({first: tuple(group) for first, group in groups.items()})


def _word_phrases(*texts: str) -> tuple[tuple[str, ...], ...]:
    found = {tuple(word.split("_")) for text in texts for word in text.split()}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


def _with_variants(forms: Sequence[str]) -> tuple[str, ...]:
    """The forms and those that both standards allow beside them: *seia* beside *seie*, *hevda* beside *hevdet*."""
    first = forms[0]
    verb = first.endswith("e") and len(first) > 3
    return tuple(dict.fromkeys((*forms, first[:-1] + "a"))) if verb else tuple(forms)


def _cue(group: Mapping[str, Any], line: str) -> Cue:
    forms, _, tail = line.partition("+")
    return Cue(
        group["name"], group["stance"], frozenset(group["takes"]), _with_variants(forms.split()), tuple(tail.split()),
        concern=group.get("attitude") == "concern", object_speaks=group.get("holder") == "object",
        agent_speaks=group.get("holder") == "agent",
        documents_only="document" in group.get("holders", ()), passive=group.get("passive", False),
    )  # fmt: skip


def _cues(tables: list[Mapping[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    by_form: dict[str, dict[Cue, None]] = {}
    for table in tables:
        for group in table["cue"]:
            for line in _lines(group["verbs"]):
                cue = _cue(group, line)
                for form in cue.forms:
                    by_form.setdefault(form, {})[cue] = None
    return {form: tuple(sorted(cues, key=lambda c: -len(c.tail))) for form, cues in by_form.items()}


def _word_set(*texts: str) -> WordSet:
    words = [word for text in texts for word in text.split()]
    return WordSet(
        frozenset(w for w in words if not w.startswith("-")),
        tuple(sorted({w[1:] for w in words if w.startswith("-")})) or ("\0",),
    )


def _newsrooms() -> dict[str, str]:
    table = cast("dict[str, str]", read_table("speech_newsrooms.toml"))
    kinds = {
        "media": "media",
        "agencies": "agency",
        "state_media": "state_media",
        "state_agencies": "state_media",
        "bodies": "government",
        "alliances": "organisation",
        "parties": "organisation",
    }
    names = ((name.replace("_", " "), kind) for key, kind in kinds.items() for name in table[key].split())
    return {name if len(name) < _SHORT else name.lower(): kind for name, kind in names}


def _as_told(texts: list[str]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """The words before and after the source, by the first word of all."""
    groups: dict[str, dict[tuple[tuple[str, ...], tuple[str, ...]], None]] = {}
    for before, after in (line.split(" X") for text in texts for line in _lines(text)):
        words = tuple(before.split()), tuple(after.split())
        groups.setdefault(words[0][0], {})[words] = None
    return {first: tuple(group) for first, group in groups.items()}


_HOLDER_LISTS = (
    "anonymous", "expert", "agency", "media", "media_collective", "government", "organisation", "document",
    "collective", "person",
)  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The tables, read on first use and the same ever after."""
    tables = [read_table(f"{standard}/speech.toml") for standard in _STANDARDS]
    nouns = [read_table(f"{standard}/speech_holders.toml") for standard in _STANDARDS]

    def words(section: str, key: str) -> frozenset[str]:
        return frozenset(word for table in tables for word in table[section][key].split())

    def phrases(section: str, key: str) -> tuple[tuple[str, ...], ...]:
        return _phrases(*(table[section][key] for table in tables))

    def listed(key: str) -> frozenset[str]:
        return frozenset(word for table in nouns for word in table[key].split())

    return Lexicon(
        cues=_cues(tables),
        refuse_modals=words("refuse", "modals"),
        refuse_negations=words("refuse", "negations"),
        refuse_verbs=phrases("refuse", "verbs"),
        refuse_phrases=_by_first(phrases("refuse", "phrases")),
        refuse_openers=_by_first(phrases("refuse", "openers")),
        refuse_opened=_by_first((*phrases("refuse", "opened"), *phrases("refuse", "verbs"))),
        unsaid=words("refuse", "unsaid"),
        unnamed=_by_first(phrases("refuse", "unnamed")),
        questions=words("question", "words"),
        source_prepositions=_by_first(
            p for p in phrases("source", "prepositions") if p not in (("følge",), ("følgje",))
        ),
        opinions=words("source", "opinions"),
        as_told=_as_told([table["source"]["as_told"] for table in tables]),
        hedges={key: _by_first(phrases("hedge", key)) for key in ("allege", "expect", "likely", "soft")},
        future=_by_first(_word_phrases(*(table["content"]["future"] for table in tables))),
        saying={key: _by_first(phrases("content", key)) for key in ("deny", "decline")},
        pronouns={key: words("person", key) for key in ("he", "she", "they", "it", "own")},
        holders={key: _word_set(*(table[key] for table in nouns)) for key in _HOLDER_LISTS},
        anonymous_words=listed("anonymous_words"),
        state_words=listed("state_words"),
        plural_people=listed("plural_people"),
        stand_ins=listed("stand_in"),
        epithets=tuple(sorted(listed("epithets"))),
        media_endings=tuple(sorted(listed("media_endings"))),
        newsrooms=_newsrooms(),
    )
