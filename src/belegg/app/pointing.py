"""What a person points at in a dossier: an id, or words that stand in it, told by the export (output.md)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from belegg.app.judging import SAYINGS, one_line
from belegg.text.spelling import fold

Json = dict[str, Any]
SHOWN = 5  # what is listed where it is not clear what is meant
MOST = 200  # pairs that one judgement may stand for: copies of one sentence, spellings of one name


class UnclearError(ValueError):
    """Nothing, or more than one thing, is what was pointed at; the message lists what may be meant."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An id with its words. ``group`` is the claim, entity or story that it is in ('' for none)."""

    id: str
    words: str
    group: str


@dataclass(frozen=True)
class Pointer:
    """Finds things in one export."""

    export: Mapping[str, Any]

    def find(self, said: str, subject: str) -> tuple[Thing, ...]:
        """All things that are meant: a sentence with its copies in one claim, a name in its articles, an article.

        Raises UnclearError.
        """
        wanted = one_line(said)
        things = self._things(subject)
        found = [t for t in things if wanted in (t.id, t.group)] or [t for t in things if t.words == wanted]
        if not found and subject != "entity":
            found = [t for t in things if wanted.casefold() in t.words.casefold()]
        if not found and subject in SAYINGS:
            told = self._told_at(wanted)
            found = [t for t in things if t.id in told]
        if not found:
            raise UnclearError(f"nothing in the dossier is {wanted!r}")
        if len({t.group or t.id for t in found}) > 1:
            listed = "".join(f"\n  {t.id}  {t.words}" for t in found[:SHOWN])
            raise UnclearError(f"{wanted!r} may be {len(found)} things; say more of it, or its id:{listed}")
        return tuple(found)

    def subject_of(self, *said: str) -> str:
        """What kind of things are pointed at: sentences of claims, articles or names. Raises UnclearError."""
        for subject in ("claim", "story", "entity"):
            try:
                for one in said:
                    self.find(one, subject)
            except UnclearError:
                continue
            return subject
        for subject in ("claim", "story", "entity"):
            # Tell what is unclear about the first kind in which all of it is there at all.
            if all(self._is_there(one, subject) for one in said):
                return subject
        return "claim"

    def words(self, id: str) -> str:
        """The words of an id, the id itself where it is not in this dossier."""
        return self._words.get(id, id)

    def written(self, detail: str) -> str:
        """What a feature rests on, with names for the ids of entities."""
        return ", ".join(self._entities.get(part, part) for part in detail.split(", "))

    @cached_property
    def _entities(self) -> dict[str, str]:
        return {e["id"]: e["name"] for e in self.export["entities"]}

    def copies(self, things: Sequence[Thing]) -> tuple[Thing, ...]:
        """The things, and what has the same words or stands in the same shared passage beside them in their claim."""
        groups = {t.group for t in things} - {""}
        near = [t for t in self._sayings if t.group in groups and t not in things]
        texts = {t.words.casefold() for t in things}
        shared = {p for t in things for p in self._passages_of(t)}
        return (*things, *(t for t in near if t.words.casefold() in texts or shared & self._passages_of(t)))

    def _passages_of(self, thing: Thing) -> frozenset[str]:
        """The shared passages that a statement or report stands in."""
        place = self._places.get(thing.id)
        if place is None:
            return frozenset()
        article, start, end = place
        return frozenset(
            p["id"] for p in self.export["passages"] for m in p["members"]
            if m["article"] == article and m["start"] < end and start < m["end"]
        )  # fmt: skip

    @cached_property
    def _places(self) -> dict[str, tuple[str, int, int]]:
        members = [m for c in self.export["claims"] for m in c["members"]]
        told = ((m["statement"] or m.get("report"), m) for m in members)
        return {i: (m["article"], m["start"], m["end"]) for i, m in told if i}

    def _told_at(self, wanted: str) -> frozenset[str]:
        """The sayings that the words are of, with who says it and how: *the council denies that the bridge is shut*."""
        words = re.compile(r"\s+".join(map(re.escape, wanted.split())), re.I)
        at = [(a, m.start(), m.end()) for a, text in self._texts.items() for m in words.finditer(text)]
        return frozenset(
            i for i, (article, start, end) in self._stretches.items()
            if any(home == article and first < end and start < last for home, first, last in at)
        )  # fmt: skip

    @cached_property
    def _stretches(self) -> dict[str, tuple[str, int, int]]:
        """Where each saying stands, with its cue and its holders."""
        found = dict(self._places)
        for said in self.export["statements"]:
            spans = [*said["content"], *said["cue"]]
            spans += [(h["start"], h["end"]) for h in said["holders"] if h["start"] is not None]
            found[said["id"]] = (said["article"], min(s for s, _ in spans), max(e for _, e in spans))
        return found

    def _is_there(self, said: str, subject: str) -> bool:
        try:
            return bool(self.find(said, subject))
        except UnclearError as error:
            return "may be" in str(error)

    @cached_property
    def _words(self) -> dict[str, str]:
        return {t.id: t.words for subject in ("claim", "story", "entity") for t in self._things(subject)}

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {a["id"]: a["text"] for a in self.export["articles"]}

    def _things(self, subject: str) -> Sequence[Thing]:
        if subject in SAYINGS:
            return self._sayings
        return self._articles if subject == "story" else self._names

    @cached_property
    def _sayings(self) -> tuple[Thing, ...]:
        homes: dict[str, str] = {}
        reports: dict[str, str] = {}
        for claim in self.export["claims"]:
            for member in claim["members"]:
                told = member["statement"] or member.get("report")
                if told:
                    homes.setdefault(told, claim["id"])
                if told and not member["statement"]:
                    reports[told] = one_line(self._texts[member["article"]][member["start"] : member["end"]])
        statements = {
            s["id"]: one_line(" ".join(self._texts[s["article"]][a:b] for a, b in s["content"]))
            for s in self.export["statements"]
        }
        return tuple(Thing(i, words, homes.get(i, "")) for i, words in {**statements, **reports}.items())

    @cached_property
    def _articles(self) -> tuple[Thing, ...]:
        return tuple(Thing(a["id"], a["source"], "") for a in self.export["articles"])

    @cached_property
    def _names(self) -> tuple[Thing, ...]:
        return tuple(self._named())

    def _named(self) -> Iterator[Thing]:
        """A name in an article has the id that the entities stage gives it: the article, the name, its sense."""
        told = {i for j in self.export["judgements"] if j["subject"] == "entity" for i in (j["left"], j["right"])}
        for entity in self.export["entities"]:
            spellings = sorted(dict.fromkeys((*entity["names"], entity["name"])), key=len, reverse=True)
            seen: set[str] = set()
            for mention in entity["mentions"]:
                surface = self._texts[mention["article"]][mention["start"] : mention["end"]]
                name = next((n for n in spellings if surface == n or surface.startswith(n)), surface)
                base = f"{mention['article']}#{fold(name) or name}"
                for id in [i for i in told if i == base or i.startswith(base + "#")] or [base]:
                    if id not in seen:
                        seen.add(id)
                        yield Thing(id, name, entity["id"])


def pairs(left: Sequence[Thing], right: Sequence[Thing], verdict: str) -> list[tuple[Thing, Thing]]:
    """The pairs that a verdict is on: to join two things any of theirs will do, to part them it takes all."""
    if verdict == "same":
        return [(left[0], right[0])] if left[0].id != right[0].id else []
    ids = {t.id for t in left}
    return [(a, b) for a in left for b in right if b.id not in ids][:MOST]


def chain_of_links(export: Mapping[str, Any], subject: str, left: Sequence[str], right: Sequence[str]) -> list[Json]:
    """The links that lead from one thing to the other: the shortest way through what was judged the same."""
    links: dict[str, list[tuple[str, Json]]] = {}
    for judgement in export["judgements"]:
        if judgement["subject"] == subject and judgement["verdict"] == "same":
            links.setdefault(judgement["left"], []).append((judgement["right"], judgement))
            links.setdefault(judgement["right"], []).append((judgement["left"], judgement))
    came: dict[str, tuple[str, Json] | None] = dict.fromkeys(left)
    queue = list(left)
    for here in queue:
        if here in right:
            return _way_to(here, came)
        for there, judgement in links.get(here, ()):
            if there not in came:
                came[there] = (here, judgement)
                queue.append(there)
    return []


def _way_to(end: str, came: Mapping[str, tuple[str, Json] | None]) -> list[Json]:
    way: list[Json] = []
    while (step := came[end]) is not None:
        end, judgement = step
        way.append(judgement)
    return way[::-1]
