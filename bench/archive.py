"""A made archive: short stories told by several outlets, from word lists of our own. Same number, same bytes.

The words are drawn, not composed: what costs time (words, names, speech, figures, copies) is as frequent as in news.
"""

import random
from dataclasses import dataclass
from pathlib import Path

PER_STORY = 5
#: Share of the articles that begin with their story's agency text.
COPIES = 0.4

#: Syllables of made nouns: about as many different ones as the names and rare words that tell real stories apart.
SYLLABLES = (
    "bra|kle|tor|vin|sal|mo|ger|li|ste|hau|fre|no|kva|rin|do|ske|bu|tve|al|mar|ei|gry|so|ten|va|hol|ni|fja|ra|pe|"
    "ul|gro|si|lau|tre|ma|ko|jer|da|vel|fi|ros|hy|gan|be|stu|ør|lun|ha|ki"
).split("|")
HEADS = "prosjekt|anlegg|selskap|utval|krav|bygg|område|lag|senter|vedtak|budsjett|verk|arbeid|skip|fond".split("|")
PLACES = "vik|dal|nes|bygd|by|heim|stad|fjord|øy|mo|sund|berg|land|vang|haug|ås".split("|")
GIVEN = "Kari|Ola|Gunn|Per|Eli|Jon|Tone|Leif|Anne|Siri|Arne|Marit|Odd|Liv|Knut|Berit|Nils|Randi".split("|")
COMMON = {
    "nb": (
        "av|av|i|i|på|på|og|og|for|til|med|fra|er|er|var|har|hadde|ble|blir|kan|skal|vil|må|ikke|også|nå|etter|over|under|"
        "mange|flere|store|nye|gamle|første|siste|hele|noen|alle|mellom|mot|uten|ved|om|som|der|da|men|eller|fordi|år|dag|"
        "uke|tid|penger|folk|barn|vei|hus|båt|tilbud|ansatte|grunn|hjelp|plass|regler|svar|gang|del|slutt|begynnelse|"
        "bygge|kjøre|selge|betale|vente|hjelpe|få|gå|ta|komme|se|gi|holde|stå|ligge|bruke|øke|stenge|åpne|flytte|lete"
    ).split("|"),
    "nn": (
        "av|av|i|i|på|på|og|og|for|til|med|frå|er|er|var|har|hadde|vart|blir|kan|skal|vil|må|ikkje|òg|no|etter|over|under|"
        "mange|fleire|store|nye|gamle|første|siste|heile|nokre|alle|mellom|mot|utan|ved|om|som|der|då|men|eller|fordi|år|"
        "dag|veke|tid|pengar|folk|barn|veg|hus|båt|tilbod|tilsette|grunn|hjelp|plass|reglar|svar|gong|del|slutt|starten|"
        "byggje|køyre|selje|betale|vente|hjelpe|få|gå|ta|kome|sjå|gi|halde|stå|liggje|bruke|auke|stengje|opne|flytte|leite"
    ).split("|"),
}
SAYS = {"nb": ("sier", "opplyser", "forteller", "mener"), "nn": ("seier", "opplyser", "fortel", "meiner")}
ACCORDING = {"nb": "Ifølge", "nn": "Ifølgje"}
ROLES = {"nb": ("ordfører", "rektor", "lagleder", "havnesjef"), "nn": ("ordførar", "rektor", "lagleiar", "hamnesjef")}
DAYS = {"nb": ("mandag", "tirsdag", "lørdag"), "nn": ("måndag", "tysdag", "laurdag")}


@dataclass(frozen=True, slots=True)
class Cast:
    """What the articles of one story have in common."""

    place: str
    people: tuple[str, ...]
    things: tuple[str, ...]


def write_archive(folder: Path, articles: int, words: int = 350) -> None:
    """Writes the articles as .txt files of about ``words`` words, five a story."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        (folder / f"{number:06}.txt").write_text(article(number, words), encoding="utf-8")


def article(number: int, words: int) -> str:
    """The text of one article; those of one story share their cast, and some of them its agency paragraphs."""
    story = number // PER_STORY
    cast, own = _cast(random.Random(story)), random.Random(f"article {number}")
    standard = own.choice(("nb", "nn"))
    when = f"{1 + story % 28:02}.{1 + story // 28 % 12:02}.2024 08:{number % 60:02}"
    lines = [
        f"url: https://www.avis{number % PER_STORY}.example/sak/{number}",
        f"{cast.things[0].capitalize()} og {cast.things[1]} i {cast.place}",
        f"Publisert: {when}",
    ]
    if own.random() < COPIES:
        standard = "nb"
        lines += [_paragraph("nb", cast, random.Random(f"agency {story} {n}")) for n in range(own.randrange(2, 6))]
    while sum(len(line.split()) for line in lines) < words:
        lines.append(_paragraph(standard, cast, own))
    return "\n".join(lines) + "\n"


def filling(story: int, standard: str, chance: random.Random) -> str:
    """A paragraph of made words; those of one story share their cast."""
    return _paragraph(standard, _cast(random.Random(story)), chance)


def made(chance: random.Random, syllables: int) -> str:
    """A word of so many syllables."""
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables))


def _cast(chance: random.Random) -> Cast:
    people = tuple(f"{chance.choice(GIVEN)} {made(chance, 2).capitalize()}" for _ in range(4))
    things = tuple(f"{made(chance, 3)}{chance.choice(HEADS)}et" for _ in range(8))
    return Cast(f"{made(chance, 2).capitalize()}{chance.choice(PLACES)}", people, things)


def _paragraph(standard: str, cast: Cast, chance: random.Random) -> str:
    return " ".join(_sentence(standard, cast, chance) for _ in range(chance.randrange(1, 5)))


def _sentence(standard: str, cast: Cast, chance: random.Random) -> str:
    words = [chance.choice(COMMON[standard]) for _ in range(chance.randrange(7, 16))]
    rare = (chance.choice(cast.things), f"{made(chance, 2)}{chance.choice(HEADS)}et", str(chance.randrange(2, 90)))
    for word in (*rare, chance.choice((cast.place, chance.choice(DAYS[standard]), chance.choice(cast.people)))):
        words.insert(chance.randrange(len(words)), word)
    said = " ".join(words)
    who, way = f"{chance.choice(ROLES[standard])} {chance.choice(cast.people)}", chance.random()
    if way < 0.2:
        return f"– {said[0].upper()}{said[1:]}, {chance.choice(SAYS[standard])} {who}."
    if way < 0.35:
        return f"{ACCORDING[standard]} {who} {said}."
    return f"{said[0].upper()}{said[1:]}."
