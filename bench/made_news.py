"""A made stream of annotated news, as large as asked: agency copies, own reports, templated local news, furniture.

Words are drawn by Zipf's law from made stems, each subject with a vocabulary of its own, so that pairs of words come
back as often as in news. About a third of the texts is original (the base rate of Cagé et al.), and families of copies
are small as a rule and large at times. Same number, same articles.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate

from belegg.core.annotation import Mention
from belegg.core.article import Article, Block, Moment
from belegg.core.document import Document
from belegg.core.spans import Span
from bench.archive import COMMON, GIVEN, HEADS, PLACES, SYLLABLES

A_DAY = 1500
OUTLETS = 80
STEMS, SUBJECTS, OF_A_SUBJECT = 40_000, 60, 3_000
#: Share of function words, and of content words that come from the article's subject.
FUNCTION, OWN_SUBJECT = 0.45, 0.6
FURNITURE = 0.1
START = datetime(2024, 1, 1)
#: Of four happenings one is carried from an agency, one told by several, one a templated notice, one told once.
AGENCY, TOLD, NOTICE = 0.12, 0.15, 0.33
NOTICES = (
    "Politiet fikk klokken {clock} melding om {what} ved {place}.|Det var {n} personer på stedet, ingen ble skadet.|"
    "– Vi har snakket med dem som var der, sier operasjonsleder {who}.|En bil er tauet, og det er skrevet rapport.",
    "{place} vant {n}–{m} hjemme mot {other} søndag.|{who} scoret det første målet etter {k} minutter.|"
    "Neste kamp spilles borte mot {other} om en uke.|Det var {crowd} tilskuere på kampen, og {what} var best.",
    "Boligen i {place}veien {n} er solgt for {crowd}000 kroner.|Kjøper er {who}, og selger er {person}.|"
    "Eiendommen ligger i {other}, og salget ble tinglyst denne uken.|Forrige gang den skiftet eier var i {year}.",
    "Det blir {what} i {place} i helgen, melder Meteorologisk institutt.|Det er ventet opptil {n} millimeter nedbør.|"
    "Fjellovergangen mellom {place} og {other} kan bli stengt fra klokken {clock}.|Følg med på varslene, sier {who}.",
    "Riksveien gjennom {place} er stengt etter {what}.|Trafikken ledes over {other} inntil videre.|"
    "Veitrafikksentralen fikk melding klokken {clock}.|Det er ventet at veien åpner om {k} timer, opplyser {who}.",
    "Kommunestyret i {place} behandlet {what} tirsdag.|Saken ble vedtatt med {n} mot {m} stemmer.|"
    "Ordfører {who} er fornøyd med vedtaket.|{person} fremmet et annet forslag, som falt.",
)


@dataclass(frozen=True, slots=True)
class Language:
    """Made stems with their Zipf weights, and for each subject those that belong to it."""

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    subjects: tuple[tuple[str, ...], ...]
    own_weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """What the articles of one story have in common: subject, names, and the words that only they use."""

    subject: int
    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One article to be: which story it belongs to, when and where it stands, its title and sentences.

    The first ``wire`` sentences are those of the story's agency text, in order.
    """

    story: int
    minute: int
    outlet: int
    language: str
    sentences: tuple[str, ...]
    names: tuple[str, ...]
    wire: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """An article, the number of its story, and the places of the agency's sentences in it, in order."""

    document: Document
    story: int
    wire: tuple[Span, ...]


def language() -> Language:
    """The made language: the same on every call."""
    chance = random.Random("made news")
    stems = tuple(dict.fromkeys(_made(chance, 2 + (n > 2000)) + chance.choice(("", "", *HEADS)) for n in range(STEMS)))
    subjects = tuple(tuple(chance.sample(stems, OF_A_SUBJECT)) for _ in range(SUBJECTS))
    return Language(stems, _zipf(len(stems)), subjects, _zipf(OF_A_SUBJECT))


def news(articles: int) -> Iterator[Made]:
    """The articles, in no order of time."""
    made, words = 0, language()
    story = 0
    while made < articles:
        for told in happening(story, articles, words):
            if made < articles:
                yield document(made, told)
                made += 1
        story += 1


def happening(number: int, articles: int, words: Language) -> Iterator[Told]:
    """All articles on one happening."""
    chance = random.Random(f"happening {number}")
    minute = chance.randrange(max(1, articles * 1440 // A_DAY))
    kind = chance.random()
    if kind < AGENCY:
        yield from _carried(number, minute, _scene(words, chance), words, chance)
    elif kind < AGENCY + TOLD:
        scene = _scene(words, chance)
        for outlet in chance.sample(range(OUTLETS), 2 + min(10, int(chance.expovariate(0.6)))):
            yield _reported(number, minute + chance.randrange(3000), outlet, scene, words, chance)
    elif kind < AGENCY + TOLD + NOTICE:
        yield _notice(number, minute, words, chance)
    else:
        yield _reported(number, minute, chance.randrange(OUTLETS), _scene(words, chance), words, chance)


def document(number: int, told: Told) -> Made:
    """The article with title, lead and paragraphs, and its names as annotated mentions."""
    blocks: list[Block] = []
    spans: list[Span] = []
    text = ""
    for n, sentence in enumerate(told.sentences):
        new = n < 3 or n % 2 == 1
        text += "" if not text else "\n" if new else " "
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
        start = spans[-1].start if new else blocks.pop().start
        blocks.append(Block(start, len(text), "title" if n == 0 else "lead" if n == 1 else "paragraph"))
    at = (START + timedelta(minutes=told.minute)).isoformat(timespec="minutes")
    name = f"n{number:06}"
    article = Article(
        name, name, "", text, told.language, tuple(blocks), f"https://avis{told.outlet}.example/{name}",
        f"Avis {told.outlet}", Span(0, len(told.sentences[0])), Moment(at, "minute"),
    )  # fmt: skip
    made = Document(article, {Mention: tuple(_mentions(text, told.names))})
    return Made(made, told.story, tuple(spans[1 : 1 + told.wire]))


def _mentions(text: str, names: Sequence[str]) -> Iterator[Mention]:
    for name in sorted(set(names)):
        at = text.find(name)
        while at >= 0:
            yield Mention(at, at + len(name), "PER", name)
            at = text.find(name, at + len(name))


def _carried(number: int, minute: int, scene: Happening, words: Language, chance: random.Random) -> Iterator[Told]:
    """An agency's text in many outlets: cut, lightly edited, with words of their own."""
    wire = [_sentence("nb", scene, words, chance) for _ in range(chance.randrange(8, 20))]
    carriers = 2 + min(OUTLETS - 3, int(chance.paretovariate(0.9)))
    for outlet in chance.sample(range(OUTLETS), carriers):
        kept = [_edited(s, words, chance) for s in wire[: chance.randrange(len(wire) // 3, len(wire) + 1)]]
        own = [_sentence("nb", scene, words, chance) for _ in range(int(chance.expovariate(0.5)))]
        article = _told(number, minute + chance.randrange(600), outlet, "nb", (*kept, *own), scene, words, chance)
        yield replace(article, wire=len(kept))


def _edited(sentence: str, words: Language, chance: random.Random) -> str:
    """The sentence, one in four with a few words replaced."""
    if chance.random() < 0.75:
        return sentence
    parts = sentence.split(" ")
    for n in range(1, len(parts)):
        if chance.random() < 0.12:
            parts[n] = chance.choice(words.stems)
    return " ".join(parts)


def _reported(number: int, minute: int, outlet: int, scene: Happening, words: Language, chance: random.Random) -> Told:
    standard = "nn" if chance.random() < 0.2 else "nb"
    said = [_sentence(standard, scene, words, chance) for _ in range(chance.randrange(6, 26))]
    return _told(number, minute, outlet, standard, said, scene, words, chance)


def _notice(number: int, minute: int, words: Language, chance: random.Random) -> Told:
    """Local news from a template: the same sentences with other names and figures."""
    scene = _scene(words, chance)
    slots = {
        "clock": f"{chance.randrange(24):02}.{chance.randrange(60):02}", "what": chance.choice(scene.words),
        "place": scene.names[0].split()[-1], "other": scene.names[1].split()[-1], "who": scene.names[2],
        "person": scene.names[3], "n": chance.randrange(2, 60), "m": chance.randrange(40), "k": chance.randrange(90),
        "crowd": chance.randrange(100, 9000), "year": chance.randrange(1980, 2024),
    }  # fmt: skip
    lines = [line.format(**slots) for line in chance.choice(NOTICES).split("|")]
    outlet = chance.randrange(OUTLETS)
    return _told(number, minute, outlet, "nb", lines, scene, words, chance, f"{slots['what']} i {slots['place']}")


def _told(
    number: int, minute: int, outlet: int, standard: str, said: Sequence[str], scene: Happening, words: Language,
    chance: random.Random, title: str = "",
) -> Told:  # fmt: skip
    """An article with a title of its own; now and then a line of the outlet's furniture has slipped through."""
    title = title or " ".join((scene.names[0], *chance.sample(scene.words, 3)))
    furniture = (f"Meld deg på nyhetsbrevet fra avis {outlet} og få sakene rett i innboksen hver morgen.",)
    lines = (title, *said, *(furniture if chance.random() < FURNITURE else ()))
    return Told(number, minute, outlet, standard, lines, scene.names)


def _scene(words: Language, chance: random.Random) -> Happening:
    names = tuple(f"{chance.choice(GIVEN)} {_made(chance, 2).capitalize()}{chance.choice(PLACES)}" for _ in range(5))
    subject = chance.randrange(SUBJECTS)
    return Happening(subject, names, tuple(chance.choices(words.subjects[subject], k=12)))


def _sentence(standard: str, scene: Happening, words: Language, chance: random.Random) -> str:
    """A sentence of function words, words of the subject and of the language, and at times a name or a figure."""
    size = chance.randrange(8, 22)
    content = round(size * (1 - FUNCTION))
    own = round(content * OWN_SUBJECT)
    drawn = chance.choices(COMMON[standard], k=size - content)
    drawn += chance.choices(words.subjects[scene.subject], cum_weights=words.own_weights, k=own)
    drawn += chance.choices(words.stems, cum_weights=words.weights, k=content - own)
    drawn.append(chance.choice(scene.words))
    if chance.random() < 0.4:
        drawn.append(str(chance.randrange(2, 3000)))
    chance.shuffle(drawn)
    if chance.random() < 0.5:
        drawn.insert(chance.randrange(1, len(drawn)), chance.choice(scene.names))
    said = " ".join(drawn)
    return f"{said[0].upper()}{said[1:]}."


def _made(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=syllables))


def _zipf(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (n + 2) for n in range(size)))
