"""What a noun stands for at a place: *departementet*, *retten*, *den ene*, *Nordvik* for the club of that name."""

import re
from collections.abc import Iterator

from belegg.reason._cues import listed
from belegg.reason._story import StoryIndex, stem

SHORTEST = 4  # letters of a noun's stem that must end a name
DEFINITE = frozenset(("en", "et", "a", "n", "ene", "ane"))
OF_A_FIELD = frozenset(listed("of_a_field"))
#: What is added to a place's name to name the body: *Nordvik IL*, *Nordvik kommune*.
ADDED = re.compile(r" (?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][\w-]*? [A-ZÆØÅ]{2,4}|AS|ASA|kommune|fylkeskommune)$")
#: One or more of the sources told of right before, none of them named.
ONE_OF_THEM = re.compile(
    r"(?:den|dei|de|det|ein|en|ei)? ?(?:ene|andre|eine|tredje|annen|annan|første|fyrste|sistnevnte|sistnemnde)$"
    r"|(?:ei?n|ei|én|éin|to|tre|fire|flere|fleire|begge|ingen|alle|noen|nokon|nokre) (?:av|blant) "
    r"(?:dem|dei|de|disse|desse|kildene|kjeldene)$"
    r"|(?:kilden|kjelda|kilder|kjelder|kildene|kjeldene|vedkommende|vedkomande)$"
)

#: A source that the reader has been told of.
THE_SOURCE = re.compile(
    r"(?:(?:den|dei|de) (?:anonyme |ikke navngitte |ikkje namngitte |unavngitte )?)?"
    r"(?:kilden|kjelda|kjelden|kildene|kjeldene|varsleren|varslaren)$"
)


def body_ending(index: StoryIndex, article: str, start: int, noun: str) -> str | None:
    """The body whose name ends in the noun (*departementet*: *Energidepartementet*): the one last named before.

    Else the first named after, else the only one of the story.
    """
    wanted = stem(noun)
    if len(wanted) < SHORTEST:
        return None
    ending = index.bodies_ending(wanted)
    if not ending:
        return None
    named = [(s, index.base(e)) for s, _, e in index.view(article).names if index.base(e) in ending]
    before = [e for s, e in named if s < start]
    if before:
        return before[-1]
    return named[0][1] if named else next(iter(ending)) if len(ending) == 1 else None


def longer_name(index: StoryIndex, entity: str) -> str | None:
    """The one body whose name a definite noun shortens: *Direktoratet* for the one *for fisk*.

    Not *Høyre* for *Unge Høyre*: the noun must be in the definite form, and the name not end in that very form.
    """
    short = index.entities[entity].name
    if " " in short or len(stem(short)) < SHORTEST or stem(short) == short.lower():
        return None
    found = set()
    for other in index.entities.values():
        words = other.name.split()
        if other.type != "ORG" or other.id == entity or len(words) < 2:
            continue
        opens = words[0].lower() == short.lower() and words[1] in OF_A_FIELD
        last = words[-1].lower()
        closes = short.lower().startswith(last) and short.lower().removeprefix(last) in DEFINITE
        if opens or closes:
            found.add(other.id)
    return found.pop() if len(found) == 1 else None


def body_of_place(index: StoryIndex) -> dict[str, str]:
    """Place to the one body that is named after it (*Nordvik*: *Nordvik IL*), for those that speak and act."""
    found: dict[str, set[str]] = {}
    by_name = {e.name: e.id for e in index.entities.values() if e.type in ("GPE", "LOC", "ORG")}
    for body, short in _named_after(index):
        if short in by_name and by_name[short] != body:
            found.setdefault(by_name[short], set()).add(body)
    return {place: bodies.pop() for place, bodies in found.items() if len(bodies) == 1}


def _named_after(index: StoryIndex) -> Iterator[tuple[str, str]]:
    for entity in index.entities.values():
        short = ADDED.sub("", entity.name)
        if entity.type == "ORG" and short != entity.name:
            yield entity.id, short
