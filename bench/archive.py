"""A made archive: many short stories told by several outlets, from word lists of our own. Same number, same bytes."""

import random
from dataclasses import dataclass
from pathlib import Path

PER_STORY = 5
#: How much of an article is the story's shared (agency) text; a third is what studies of online news report.
SHARED_SHARE = 0.33

FIRST = (
    "bru|veg|skule|hamn|ferje|sjø|fjell|dal|by|bygd|kraft|vass|fiske|skog|jord|laks|idretts|barne|helse|trafikk|"
    "bolig|brann|natt|vinter|sommar|arbeids|møte|leigd|kyst|elve|museums|konsert|rekneskaps|miljø|transport"
).split("|")
SECOND = (
    "prosjekt|plan|anlegg|selskap|avtale|utval|krav|bygg|linje|område|rapport|pris|kontroll|stasjon|løype|lag|"
    "senter|vedtak|oppgave|skade|prøve|sak|ordning|måling|gruppe|vaktar|melding|frist|budsjett|klage"
).split("|")
PLACES = "Florø|Førde|Stord|Odda|Voss|Lærdal|Sogndal|Namsos|Vadsø|Røros|Lom|Risør|Mandal|Horten|Hamar|Molde".split("|")
GIVEN = "Kari|Ola|Gunn|Per|Eli|Jon|Tone|Leif|Anne|Siri|Arne|Marit|Odd|Liv|Knut|Berit|Nils|Randi".split("|")
FAMILY = "Lothe|Myrvang|Hauge|Stavik|Brekken|Nesdal|Vik|Solheim|Rud|Fossum|Lien|Haugland|Bakken|Eide|Tveit".split("|")
WORDS = {
    "nb": {
        "says": ["sier", "opplyser", "forteller", "mener"],
        "role": ["ordfører", "rektor", "kommuneoverlege", "havnesjef", "lagleder"],
        "day": ["mandag", "tirsdag", "torsdag", "fredag", "lørdag"],
        "verb": ["stenges", "bygges", "selges", "utsettes", "granskes", "åpnes", "flyttes", "repareres"],
    },
    "nn": {
        "says": ["seier", "opplyser", "fortel", "meiner"],
        "role": ["ordførar", "rektor", "kommuneoverlege", "hamnesjef", "lagleiar"],
        "day": ["måndag", "tysdag", "torsdag", "fredag", "laurdag"],
        "verb": ["blir stengd", "blir bygd", "blir seld", "blir utsett", "blir granska", "blir opna", "blir flytta"],
    },
}
SENTENCES = {
    "nb": (
        "{a} i {place} {verb} fra {day}, og {b} må vente, {says} {role} {person}.",
        "– {a} gjør at {b} tar {n} uker lenger enn {c}, {says} {person}.",
        "Ifølge {person} koster {a} {n} millioner kroner, mens {b} er billigere.",
        "{b} ble varslet {day} klokken 07.{m}, men {c} svarte ikke.",
        "{person} avviser at {a} har noe med {b} å gjøre.",
        "Bare {n} prosent av {a} er ferdig, og {c} {verb}.",
    ),
    "nn": (
        "{a} i {place} {verb} frå {day}, og {b} må vente, {says} {role} {person}.",
        "– {a} gjer at {b} tek {n} veker lenger enn {c}, {says} {person}.",
        "Ifølgje {person} kostar {a} {n} millionar kroner, medan {b} er billegare.",
        "{b} vart varsla {day} klokka 07.{m}, men {c} svarte ikkje.",
        "{person} avviser at {a} har noko med {b} å gjere.",
        "Berre {n} prosent av {a} er ferdig, og {c} {verb}.",
    ),
}


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
    """The text of one article; those of one story share their cast, and a third of their sentences word for word."""
    number_of_story = number // PER_STORY
    cast, own = _cast(random.Random(number_of_story)), random.Random(f"article {number}")
    standard = own.choice(("nb", "nn"))
    when = f"{1 + number_of_story % 28:02}.{1 + number_of_story // 28 % 12:02}.2024 08:{number % 60:02}"
    lines = [
        f"url: https://www.avis{number % PER_STORY}.example/sak/{number}",
        f"{cast.things[0].capitalize()} og {cast.things[1]} i {cast.place}",
        f"Publisert: {when}",
    ]
    while sum(len(line.split()) for line in lines) < words:
        lines.append(" ".join(_sentence(standard, cast, number_of_story, own) for _ in range(3)))
    return "\n".join(lines) + "\n"


def _cast(chance: random.Random) -> Cast:
    people = tuple(f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(4))
    things = tuple(f"{chance.choice(FIRST)}{chance.choice(SECOND)}et" for _ in range(12))
    return Cast(chance.choice(PLACES), people, things)


def _sentence(standard: str, cast: Cast, story: int, own: random.Random) -> str:
    shared = own.random() < SHARED_SHARE
    chance = random.Random(f"{story} {own.randrange(6)}") if shared else own
    words = WORDS[standard]
    a, b, c = chance.sample(cast.things, 3)
    filled = chance.choice(SENTENCES[standard]).format(
        a=a, b=b, c=c, place=cast.place, person=chance.choice(cast.people), n=chance.randrange(2, 90),
        m=f"{chance.randrange(60):02}", **{key: chance.choice(found) for key, found in words.items()},
    )  # fmt: skip
    start = 2 if filled.startswith("– ") else 0
    return filled[:start] + filled[start].upper() + filled[start + 1 :]
