"""Keys under which differing spellings of one name meet.

Norwegian news writes one name in many ways: Russian and Ukrainian names by the Norwegian or the English romanisation,
*aa* beside *å*, double names with a hyphen, a space or neither, Bokmål beside Nynorsk. Nothing here edits a text: a key
is only something to compare by. Romanisation follows the tables of Språkrådet (Norwegian) and BGN/PCGN (English).
"""

import re
import unicodedata
from functools import cache

from belegg.text.name_data import cognates, head_words

_APOSTROPHES = "'’ʼ`´"
_DASHES = re.compile(r"[-‐‑–—/]+")
# English and Norwegian romanisations of one Cyrillic letter, the longest first: capital letters stand for one sound.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"shch|sjtsj|sjtj|schtsch", "S"),
        (r"dzh|dzj", "Z"),
        (r"ch(?=[rl])|ch$|ch(?= )", "k"),
        (r"tsj|tch|tsch|tj(?=[aeiou])|ch", "C"),
        (r"zh|zj", "Z"),
        (r"sj|sh|sch|skj", "S"),
        (r"kh", "h"),
        (r"ks", "x"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"tz|ts", "s"),
        (r"w", "v"),
        (r"q|ck", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"ou", "u"),
        (r"[jy]", "i"),
        (r"i+", "i"),
        (r"ie(?=[lrdvnm])", "e"),
        (r"(?<=[a-zæøåSCZ])h$|(?<=[a-zæøåSCZ])h(?= )", ""),
        (r"([a-zæøåSCZ])\1", r"\1"),
    )
)
_LETTERS = str.maketrans(
    {"ö": "ø", "ä": "æ", "ü": "y", "ð": "d", "þ": "t", "đ": "d", "ł": "l", "ß": "s", "ı": "i", "ŋ": "n"}
)


def without_genitive(name: str) -> str:
    """The name without a genitive ending: -s, 's, or an apostrophe after a sibilant (*Times'*).

    A final -s may belong to the name (*Hansens* but *Jens*): the caller must know that the shorter form is a name.
    """
    if name[-2:-1] in _APOSTROPHES and name[-1:].lower() == "s" and len(name) > 2:
        return name[:-2]
    if name[-1:] in _APOSTROPHES:
        return name[:-1]
    return name[:-1] if name.endswith("s") and len(name) > 2 else name


def has_marked_genitive(name: str) -> bool:
    """True where the genitive is marked by an apostrophe, or by a small -s after a capital (*USAs, FNs*)."""
    return bool(name) and (
        name[-1] in _APOSTROPHES
        or (len(name) > 2 and name[-1] in "sS" and name[-2] in _APOSTROPHES)
        or bool(re.search(r"[A-ZÆØÅ0-9]{2}s$", name))
    )


@cache
def fold(name: str) -> str:
    """Lower case, single spaces, hyphens as spaces, accents off, *aa* as *å*: *Kim-Jong-un* is *kim jong un*."""
    lowered = _DASHES.sub(" ", name.casefold()).replace("aa", "å")
    kept = lowered.replace("å", "\0").replace("ø", "\1").replace("æ", "\2").translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))
    plain = plain.replace("\0", "å").replace("\1", "ø").replace("\2", "æ")
    return " ".join(re.sub(rf"[^\w\s&{_APOSTROPHES}]|[{_APOSTROPHES}]", "", plain).split())


@cache
def sound_key(name: str) -> str:
    """A key that romanisations share: *Tchaikovsky* and *Tsjaikovskij*, *Cathrine* and *Katrine*."""
    key = fold(name)
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key


@cache
def squashed(name: str) -> str:
    """The sound key without spaces: *Odd-Kåre* and *Oddkåre* are one."""
    return sound_key(name).replace(" ", "")


@cache
def standard_key(name: str) -> str:
    """The folded name with Nynorsk words put into Bokmål: *Noregs Bank* is *norges bank*."""
    table = cognates()
    return " ".join(table.get(word, word) for word in fold(name).split())


def initials(name: str) -> str:
    """The first letters of the words that count: *Statistisk sentralbyrå* is *ss*."""
    return "".join(word[0] for word in fold(name).split() if word not in _SMALL_WORDS)


_ROAD = re.compile(r"(E|Rv|Fv|Europave[gi]|Riksve[gi]|Fylkesve[gi])\.? ?(\d{1,4})", re.IGNORECASE)


@cache
def road_key(name: str) -> str:
    """One key for a road however it is written: *E 39, Europaveg 39*, *Rv. 5, Riksvei 5*; empty for other names."""
    found = _ROAD.fullmatch(name)
    return f"{found[1][0].upper()}{found[2]}" if found else ""


_SMALL_WORDS = head_words("inside", "skipped")


def abbreviates(short: str, long: str) -> bool:
    """True where the short form's letters begin words, or parts of compounds, of the long one (*SSB*, *NVE*)."""
    letters = fold(short).replace(" ", "")
    words = [w for w in fold(long).split() if w not in _SMALL_WORDS]
    if not 2 <= len(letters) <= 7 or len(words) < 2 or not letters.isalpha() or words[0][0] != letters[0]:
        return False
    return letters == initials(long) or (_consumed(letters, tuple(words)) and len(letters) >= len(words))


def _consumed(letters: str, words: tuple[str, ...]) -> bool:
    """True where each word begins with the next letter and may hold the letters after that inside (compound parts)."""
    if not words:
        return not letters
    if not letters or words[0][0] != letters[0]:
        return False
    rest, place = letters[1:], 1
    while True:
        if _consumed(rest, words[1:]):
            return True
        # the next letter must begin a later part of the same compound: at least three letters in, three letters left
        place = words[0].find(rest[0], place + 2) if rest else -1
        if place < 0 or len(words[0]) - place < 3:
            return False
        rest = rest[1:]
