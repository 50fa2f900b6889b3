"""Gold and export, seen alike: items with their fields and the region of the gold texts that they cover."""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from belegg.core.spans import Place
from belegg.evaluate.parties import PERSONAL_KINDS, Party, keys_of
from belegg.evaluate.regions import Region

Entry = Mapping[str, Any]
GOLD_NAMES = ("gold.norm.json", "gold.json")


class BadGoldError(ValueError):
    """A gold folder or an export that cannot be used; the message says what is wrong with which file."""


def listed(value: Any) -> list[Any]:
    """A list of the value: empty for None, itself where it is a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """One annotation: its fields as they stand in the file, and the region that it covers."""

    raw: Entry
    region: Region
    article: str
    optional: bool = False

    def accepts(self, key: str) -> set[Any]:
        """The value of a field and its alternatives."""
        return {self.raw[key], *listed(self.raw.get(f"{key}_alt"))}


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """A statement: the words of its wordings, cue, holders and chains; gold's alternatives come after the main one."""

    item: Item
    wordings: tuple[frozenset[int], ...]
    cue: Region
    cueless: bool
    holders: tuple[tuple[Party, ...], ...]
    chains: tuple[tuple[Party, ...], ...]

    @property
    def optional(self) -> bool:
        """True where neither found nor missed counts."""
        return self.item.optional


def is_optional(thing: Item | Telling) -> bool:
    """True where neither found nor missed counts."""
    return thing.optional


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A gold article: ``key`` is set and id, ``doc`` the document that it is a version of."""

    key: str
    doc: str
    facts: Entry
    path: Path
    text: str
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]

    def words(self, region: Iterable[Place]) -> frozenset[int]:
        """Numbers of the words that a region touches."""
        touched: set[int] = set()
        for place in region:
            first = bisect_right(self.word_ends, place.start)
            touched.update(range(first, bisect_left(self.word_starts, place.end)))
        return frozenset(touched)

    def letters(self, place: Place) -> set[int]:
        """Offsets of the letters and digits of a place."""
        return {i for i in range(place.start, place.end) if self.text[i].isalnum()}


@dataclass(slots=True)
class Source:
    """What gold and export have in common; ``data`` is the file, ``articles`` the gold articles by key.

    ``keys`` gives, for an article id of the file, the gold key (an id that is not there has no gold).
    """

    data: Mapping[str, Any]
    articles: Mapping[str, GoldArticle]
    keys: Mapping[str, str]
    entities: Mapping[str, Entry] = field(init=False)

    def __post_init__(self) -> None:
        self.entities = {e["id"]: e for e in self.data.get("entities") or []}

    def region(self, spans: Iterable[Any], article: str | None = None) -> Region:
        """The places of spans (objects, or pairs of offsets); those without gold or offsets are left out."""
        found = []
        for span in spans:
            start, end = (span.get("start"), span.get("end")) if isinstance(span, Mapping) else span
            owner = span.get("article", article) if isinstance(span, Mapping) else article
            if start is not None and end is not None and owner in self.keys:
                found.append(Place(self.keys[str(owner)], start, end))
        return tuple(found)

    def items(self, layer: str) -> list[Item]:
        """The entries of a layer that touch gold articles."""
        out = []
        for entry in self.data.get(layer) or []:
            region = self.region(_spans(layer, entry), entry.get("article"))
            if region:
                out.append(self.item(entry, region))
        return out

    def item(self, raw: Entry, region: Region) -> Item:
        """An item of these fields in this region."""
        return Item(raw, region, region[0].article, bool(raw.get("optional")) or raw.get("counts") is False)

    def mentions(self) -> list[Item]:
        """Items with type and id of their entity; a DRV may have the type of the name that it holds."""
        out = []
        for entity in self.data.get("entities") or []:
            base = [self.entities[o]["type"] for o in listed(entity.get("of")) if o in self.entities]
            label = {"type": entity["type"], "entity": entity["id"], "type_alt": listed(entity.get("type_alt")) + base}
            for mention in entity["mentions"]:
                region = self.region([mention])
                if region:
                    out.append(self.item({**mention, **label}, region))
        return out

    def tellings(self) -> list[Telling]:
        """The statements."""
        return [self._telling(item) for item in self.items("statements")]

    def _telling(self, item: Item) -> Telling:
        raw, article = item.raw, item.raw["article"]
        kind = raw.get("holder_kind")
        contents = [item.region, *(self.region(listed(c), article) for c in raw.get("content_alt") or [])]
        single = [
            {**(raw.get("holder") or {}), "entity": raw.get("holder_entity"), "resolved": raw.get("holder_resolved")}
        ]
        holders = raw["holders"] or [] if "holders" in raw else single
        accepted = [tuple(self.party(h, article, kind) for h in holders)]
        accepted += [(self.party(h, article, kind),) for h in listed(raw.get("holder_alt"))]
        chains = [raw.get("chain") or [], *(raw.get("chain_alt") or [])]
        return Telling(
            item=item,
            wordings=tuple(self.articles[item.article].words(c) for c in contents),
            cue=self.region(listed(raw.get("cue")) + listed(raw.get("cue_alt")), article),
            cueless=not listed(raw.get("cue")),
            holders=tuple(accepted),
            chains=tuple(tuple(self.party(r, article) for r in chain) for chain in chains),
        )

    def party(self, told: Any, article: str | None, kind: str | None = None) -> Party:
        """Who is named by a span with its entity and name, or by a name alone."""
        entry: Entry = told if isinstance(told, Mapping) else {"resolved": told}
        kind = kind or entry.get("kind")
        entities = [self.entities[e] for e in listed(entry.get("entity")) if e in self.entities]
        names = [n for e in entities for n in (e.get("name"), *(m.get("text") for m in e["mentions"]))]
        names = [n for n in names + listed(entry.get("resolved") or entry.get("name")) if n]
        written = [t for t in listed(entry.get("text")) if t]
        return Party(
            region=self.region([entry], article) if entry.get("start") is not None else (),
            names=keys_of(names) or keys_of(written),
            person=kind in PERSONAL_KINDS or any(e["type"] == "PER" for e in entities),
            kind=kind,
            label=next(iter(names + written), None),
        )


def _spans(layer: str, entry: Entry) -> list[Any]:
    if layer == "times":
        return [entry]
    if layer in ("passages", "events"):
        return listed(entry[{"passages": "members", "events": "mentions"}[layer]])
    content = entry["content"]
    return (content if isinstance(content, list) else [content]) + listed(entry.get("content_more"))


@dataclass(slots=True)
class Gold(Source):
    """One annotated set: a folder with gold.json and its texts."""

    name: str = ""


def read_gold(folders: Sequence[Path]) -> tuple[Gold, ...]:
    """The gold sets in or below the folders, each named after its folder. Raises BadGoldError."""
    files: list[Path] = []
    for folder in folders:
        found = [f for d in _below(folder) if (f := _gold_file(d))]
        if not found:
            raise BadGoldError(f"{folder}: no gold.json in it or below")
        files += found
    names: list[str] = []
    sets = []
    for number, file in enumerate(files):
        name = file.parent.name
        names.append(name)
        sets.append(_read_set(file, name if name not in names[:number] else f"{name}#{number}"))
    return tuple(sets)


def _below(folder: Path) -> list[Path]:
    return [folder, *sorted(d for d in folder.rglob("*") if d.is_dir())] if folder.is_dir() else []


def _gold_file(folder: Path) -> Path | None:
    return next((folder / name for name in GOLD_NAMES if (folder / name).is_file()), None)


def _read_set(file: Path, name: str) -> Gold:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        articles = [_article(file.parent, name, facts) for facts in data["articles"]]
    except KeyError as error:
        raise BadGoldError(f"{file}: no {error} in it") from error
    except (OSError, ValueError, TypeError) as error:
        raise BadGoldError(f"{file}: {error}") from error
    keys = {facts["id"]: f"{name}/{facts['id']}" for facts in data["articles"]}
    return Gold(data, {a.key: a for a in articles}, keys, name)


def _article(folder: Path, name: str, facts: Entry) -> GoldArticle:
    path = folder / facts["file"]
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    words = [m.span() for m in re.finditer(r"\w+", text)]
    doc = f"{name}/{facts.get('doc') or facts['id']}"
    starts, ends = tuple(s for s, _ in words), tuple(e for _, e in words)
    return GoldArticle(f"{name}/{facts['id']}", doc, facts, path.resolve(), text, starts, ends)


@dataclass(slots=True)
class Found(Source):
    """The export over the gold articles; what stands in other articles is left out.

    ``notes`` tell a reader what could not be joined; ``with_passages`` are the keys of articles whose set has passages.
    """

    notes: tuple[str, ...] = ()
    with_passages: frozenset[str] = frozenset()

    def facts(self) -> dict[str, Entry]:
        """The export's articles by gold key."""
        return {self.keys[a["id"]]: a for a in self.data.get("articles") or [] if a["id"] in self.keys}

    def of(self, gold: Gold, layer: str) -> list[Item]:
        """The items of a layer that stand in a gold set."""
        return [i for i in self.items(layer) if i.article in gold.articles]


def read_found(data: Mapping[str, Any], golds: Sequence[Gold]) -> Found:
    """The export joined with the gold articles by file name (and folder, where several have that name).

    Raises BadGoldError where an article's text is not the gold file's: spans could not be compared.
    """
    wanted = {key: a for gold in golds for key, a in gold.articles.items()}
    keys = _joined(data.get("articles") or [], wanted)
    texts = {a["id"]: a["text"] for a in data.get("articles") or []}
    for article, key in keys.items():
        if texts[article] != wanted[key].text:
            raise BadGoldError(f"{wanted[key].path}: the export's text differs from the file")
    lacking = [k for k in wanted if k not in keys.values()]
    notes = (f"not in the export, so all of it counts as missed: {', '.join(lacking)}",) if lacking else ()
    with_passages = frozenset(k for gold in golds if "passages" in gold.data for k in gold.articles)
    return Found(data, wanted, keys, notes, with_passages)


def _joined(entries: Sequence[Entry], wanted: Mapping[str, GoldArticle]) -> dict[str, str]:
    paths = {e["id"]: tuple(reversed(re.split(r"[/\\]", str(e["source"]).split("?")[0]))) for e in entries}
    shared_names = len({a.path.name for a in wanted.values()}) < len(wanted)
    shared_names |= len({p[0] for p in paths.values()}) < len(paths)
    joined: dict[str, str] = {}
    for key, article in wanted.items():
        own = tuple(reversed(article.path.parts))
        best = max((i for i in paths if i not in joined), key=lambda i: _common(own, paths[i]), default=None)
        if best is not None and _common(own, paths[best]) >= (2 if shared_names else 1):
            joined[best] = key
    return joined


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many parts two paths share from their ends."""
    same = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        same += 1
    return same
