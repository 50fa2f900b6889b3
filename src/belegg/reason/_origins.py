"""Origins: who a claim's members come from once chains, copies and spokesmen are taken off (annotation.md, 7)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from belegg.core.annotation import HolderKind, Party
from belegg.core.comparison import Passage
from belegg.core.spans import Place
from belegg.reason._cues import load_cues
from belegg.reason._epithets import ONE_OF_THEM, SHORTEST, THE_SOURCE, body_ending, body_of_place, longer_name
from belegg.reason._named_bodies import NamedBodies, cited
from belegg.reason._outlets import Outlets
from belegg.reason._sayings import Saying
from belegg.reason._source import MEDIA, MEDIA_WORDS, Source, only_one, same_source
from belegg.reason._speaking import (
    DEPARTMENT,
    affiliations,
    by_name,
    clients,
    department,
    ends,
    is_derived,
    is_minister,
    named_after_head,
    named_as_owners,
    of_family_name,
    titles,
)
from belegg.reason._story import StoryIndex, stem
from belegg.text.bridge import load_bridge
from belegg.text.grammar import OWN, SELF, THEIRS

BELONGS = re.compile(r"\s+(?:i|hos|ved|frå|fra|for)\s+\w")
OF_WHAT = re.compile(r"\s+(?:i|på|hos|ved|frå|fra|for|av|til|bak|nær|som|med)\s")
LOOKED_BACK = 8  # sayings
FROM = re.compile(r"\s(?:fra|frå|av|til|hos)\s")
#: *Staben hennes*: whose it is tells not what it is.
WHOSE = OWN | THEIRS | SELF
HOME = frozenset(("norge", "noreg"))
COURT = "retten"
BOARD = "styre"
#: Some who are not told the names of: *two diplomats*, *en ansatt*.
UNNAMED = re.compile(r"(?:en|ein|ei|to|tre|fire|fem|seks|flere|fleire|noen|nokre|kilder|kjelder) (?!av |ene )")


class Sources:
    """Finds the source of every saying of a story; what it looks up is made once."""

    def __init__(self, index: StoryIndex, passages: Sequence[Passage], sayings: Sequence[Saying]) -> None:
        self._index = index
        self._sayings = {s.id: s for s in sayings}
        self._in_order = sayings
        self._body_found: dict[str, str] = {}
        self._meant: dict[str, str] = {}
        self._outlets_of = Outlets(index, passages)

    @cached_property
    def _organisations(self) -> tuple[tuple[str, str], ...]:
        """(name in lower case, entity id) of the story's organisations."""
        told = (e for e in self._index.entities.values() if e.type == "ORG")
        return tuple(dict.fromkeys((n.lower(), e.id) for e in told for n in (e.name, *e.names)))

    @cached_property
    def _clients(self) -> Mapping[str, str]:
        return clients(self._index)

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        return titles(self._index)

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        """Person to the body named beside them, else to the one that spoke right before them."""
        return {**self._introduced(), **affiliations(self._index)}

    def _introduced(self) -> dict[str, str]:
        """Person to the body that spoke right before it: *Vegvesenet avviser det. – Nei, sier direktør X.*

        One who is said to belong elsewhere (*innsatsleder X i politiet*) is left out.
        """
        found: dict[str, str] = {}
        for before, saying in zip(self._in_order, self._in_order[1:], strict=False):
            near = before.place.article == saying.place.article and saying.block - before.block <= 1
            if not (near and before.holders and saying.holders and saying.direct):
                continue
            body, person = (self._entity_of(s.holders[0], s) for s in (before, saying))
            if not body or not person or before.holders[0].kind in MEDIA or person in self._placed:
                continue
            if self._index.entities[body].type == "ORG" and self._index.entities[person].type == "PER":
                found.setdefault(person, self._index.base(body))
        return found

    @cached_property
    def _placed(self) -> frozenset[str]:
        """People whose title or the words after their name tell where they belong."""
        bodies = load_cues().bodies
        found = {e for e, titles in self._titles.items() if any(t in bodies for t in titles)}
        for view in self._index.views.values():
            found |= {e for _, end, e in view.names if BELONGS.match(view.doc.text[end : end + 40])}
        return frozenset(found)

    def of(self, saying: Saying) -> Source:
        """The source of a saying, as far as the saying alone tells it."""
        if saying.is_report:
            rest = self._sayings.get(saying.rests_on or "")
            if rest is not None and rest.id != saying.id and not rest.is_report:
                return self.of(rest)
            before = self._hearsay_of(saying)
            return self.of(before) if before else self.own_voice(saying)
        if not saying.holders:
            return self._unnamed(saying, "", "collective")
        holder = saying.holders[0]
        relay = next((p for p in saying.chain if not self._is_medium(p)), None)
        if relay is not None and self._entity_of(holder, saying) is None and not self._is_medium(holder):
            return self._party(saying, relay)
        together = [self._party(saying, h) for h in saying.holders]
        # Who speak with one voice are one origin, that of the first, under the names of all.
        return replace(together[0], name=", ".join(dict.fromkeys(s.name for s in together if s.name)))

    def _hearsay_of(self, saying: Saying) -> Saying | None:
        """The unnamed source right before a hedged report that names none: it may well rest on it."""
        if saying.stance == "assert" or not saying.number:
            return None
        before = self._in_order[saying.number - 1]
        near = before.place.article == saying.place.article and saying.block - before.block <= 1
        return before if near and any(h.kind == "anonymous" for h in before.holders) else None

    def _party(self, saying: Saying, party: Party) -> Source:
        if party.kind == "anonymous":
            told = self._one_of_them(saying, party) if ONE_OF_THEM.match(party.name.lower()) else None
            return told or self._unnamed(saying, party.name, party.kind)
        entity = self._entity_of(party, saying)
        if entity is None:
            return self._by_noun(saying, party)
        entity = self._acting(entity)
        known = self._index.entities[entity]
        if known.type == "PER":
            name = party.name if is_derived(party, saying.place.article, self._index) else known.name
            return Source(f"entity:{entity}", name, party.kind, self._body_of(entity))
        if known.name.lower() in self._outlets:
            return Source(f"entity:{entity}", known.name, "media", outlet=f"entity:{entity}")
        kind: HolderKind = "organisation" if party.kind in ("person", "expert") else party.kind
        return Source(f"entity:{entity}", known.name, kind, outlet=f"entity:{entity}" if kind in MEDIA else "")

    def _acting(self, entity: str) -> str:
        """The body that a name stands for where it speaks or acts: *Nordvik*, the club; *Direktoratet*."""
        if entity not in self._meant:
            known = self._index.entities[entity]
            longer = longer_name(self._index, entity) if known.type in ("ORG", "PROD", "LOC") else None
            self._meant[entity] = longer or self._body_of_place.get(entity, entity)
        return self._meant[entity]

    @cached_property
    def _body_of_place(self) -> Mapping[str, str]:
        return body_of_place(self._index)

    def _entity_of(self, party: Party, saying: Saying) -> str | None:
        """The entity of a party: of its referent, else of the person or other name in its phrase, else by its name."""
        view = self._index.view(saying.place.article)
        whose = named_as_owners(view, party.span, self._index) if party.span is not None else set()
        found = view.entity_at(party.referent)
        if found is None and party.span is not None:
            inside = [e for e in view.entities_at(party.span) if self._names(party, e)]
            found = next((e for e in inside if self._index.entities[e].type == "PER"), next(iter(inside), None))
        if found in whose:
            return None
        found = found or self._by_name.get(party.name.lower())
        return self._index.base(found) if found else None

    def _names(self, party: Party, entity: str) -> bool:
        """True where the phrase is about the entity (*Trykkeriet X i Halden*), and does not only hold its name (*naboen
        til X*)."""
        known = self._index.entities[entity]
        said = party.name.lower()
        own = {n.lower() for n in (known.name, *known.names)}
        return known.type == "PER" or said in own or OF_WHAT.split(said)[0] in own

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return by_name(self._index)

    @cached_property
    def _outlets(self) -> frozenset[str]:
        """Names of the outlets and agencies of the story's articles, in lower case."""
        articles = [v.article for v in self._index.views.values()]
        return frozenset(n.lower() for a in articles for n in (a.outlet, *a.credits) if n)

    def _is_medium(self, party: Party) -> bool:
        words = party.name.lower().split()
        return party.kind in MEDIA or party.name.lower() in self._outlets or any(w in MEDIA_WORDS for w in words)

    def _body_of(self, person: str) -> str:
        """The key of the body that a person speaks for, looked up once; empty for one who speaks for himself."""
        if person not in self._body_found:
            self._body_found[person] = self._find_body(person)
        return self._body_found[person]

    def _find_body(self, person: str) -> str:
        cues = load_cues()
        titles = self._titles.get(person, frozenset())
        if titles & cues.not_spokesmen:
            return ""
        speaks = any(ends(t, cues.spokesmen) for t in titles)
        body = self._bodies.get(person)
        if body and (speaks or self._is_organisation(body) or (is_minister(titles) and self._is_abroad(body))):
            return f"entity:{self._acting(self._index.base(body))}"
        office = next((o for o in (department(t, self._organisations) for t in sorted(titles)) if o), None)
        office = office or of_family_name(person, titles, self._index) or named_after_head(titles, self._organisations)
        spoken_for = office or self._clients.get(person)
        if spoken_for:
            return f"entity:{self._index.base(spoken_for)}"
        noun = next((cues.bodies[t] for t in sorted(titles) if t in cues.bodies), None)
        if speaks and noun in (None, BOARD):
            near = self._named.beside(person)
            if near:
                return f"entity:{near}"
        if is_minister(titles):
            return self._noun_key(noun) if noun else f"noun:{load_bridge().key(DEPARTMENT)}"
        return self._noun_key(noun) if speaks and noun else ""

    def _is_organisation(self, entity: str) -> bool:
        return self._index.entities[self._index.base(entity)].type == "ORG" and self._is_body(entity)

    def _is_abroad(self, entity: str) -> bool:
        """True for another country: its minister speaks for it."""
        known = self._index.entities[self._index.base(entity)]
        return known.type == "GPE" and known.name.lower() not in HOME

    def _is_body(self, entity: str) -> bool:
        """An organisation, or what speaks as one (a festival, a firm with a place's name), that is no outlet here."""
        base = self._index.base(entity)
        known = self._index.entities[base]
        return (known.type == "ORG" or base in self._speaking) and known.name.lower() not in self._outlets

    @cached_property
    def _named(self) -> NamedBodies:
        return NamedBodies(self._index, self._is_body, cited(self._in_order, self._entity_of))

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """What is no person and speaks as an organisation."""
        spoken = ((h, s) for s in self._in_order for h in s.holders if h.kind == "organisation")
        found = {self._index.base(e) for h, s in spoken if (e := self._entity_of(h, s))}
        return frozenset(e for e in found if self._index.entities[e].type not in ("PER", "DRV"))

    def _by_noun(self, saying: Saying, party: Party) -> Source:
        """A source without a proper name: the body that its noun plainly stands for, else the noun itself."""
        words = re.findall(r"\w+", OF_WHAT.split(party.name.lower())[0])
        while len(words) > 1 and words[-1] in WHOSE:
            words.pop()
        cues = load_cues()
        if party.kind in MEDIA and any(w in MEDIA_WORDS for w in words):
            return self._unnamed(saying, party.name, party.kind)
        relay = next((p for p in saying.chain if self._is_medium(p)), None)
        if party.kind == "collective" and relay is not None and not any(w in cues.bodies for w in words):
            return self._unnamed(saying, party.name, "anonymous")
        if ONE_OF_THEM.match(party.name.lower()):
            return self._one_of_them(saying, party) or self._unnamed(saying, party.name, "anonymous")
        told = self._told_of_before(saying, party) or self._by_title(saying, party, words)
        if told is not None:
            return told
        author = self._author(saying, party)
        if author is not None:
            return Source(f"entity:{author}", self._index.entities[author].name, party.kind)
        if words and words[-1] in cues.court and words[-1] == party.name.lower():
            words = [COURT]
        where = party.span or saying.place
        ending = body_ending(self._index, saying.place.article, where.start, words[-1]) if words else None
        if ending and words[-1] in (party.name.lower(), COURT):
            return Source(f"entity:{ending}", self._index.entities[ending].name, party.kind)
        body = next((cues.bodies[w] for w in words if w in cues.bodies), None)
        head = body or (load_bridge().key(self._lemma(saying, party, words[-1])) if words else "")
        key = self._noun_key(head) if head else f"unknown:{self._outlets_of.first_to_print(saying.place).id}"
        if key.startswith("noun:") and party.span is not None and (words[-1] in cues.body_nouns or body == BOARD):
            near = self._named.company(saying.place.article, party.span.start)
            near = near or self._named.spoken_for(saying, self._in_order, self._entity_of, self._body_of)
            key = f"entity:{near}" if near else key
        entity = key.removeprefix("entity:") if key.startswith("entity:") else None
        name = self._index.entities[entity].name if entity else party.name
        return Source(key, name, party.kind)

    def _author(self, saying: Saying, party: Party) -> str | None:
        """The body that a document is from: *dommen fra Nordvik tingrett*, *en rapport fra Havarikommisjonen*."""
        if party.kind != "document" or party.span is None or not FROM.search(party.name.lower()):
            return None
        inside = self._index.view(saying.place.article).entities_at(party.span)
        return next((self._acting(self._index.base(e)) for e in inside if self._is_body(e)), None)

    def _by_title(self, saying: Saying, party: Party, words: Sequence[str]) -> Source | None:
        """*Forsvareren*, *helseministeren*: the one person of the story who has that title."""
        if len(words) != 1 or words[0] != party.name.lower() or stem(words[0]) == words[0]:
            return None
        lemma = self._lemma(saying, party, words[0])
        keys = (load_bridge().key(w) for w in dict.fromkeys((lemma, stem(words[0]), words[0])))
        entity = next((e for e in map(self._index.epithets.get, keys) if e), None)
        if entity is None or self._index.entities[entity].type != "PER":
            return None
        return Source(f"entity:{entity}", self._index.entities[entity].name, party.kind, self._body_of(entity))

    def _one_of_them(self, saying: Saying, party: Party) -> Source | None:
        """The unnamed sources told of right before: *two officials say* – *the one* goes on."""
        for before in reversed(self._in_order[max(0, saying.number - LOOKED_BACK) : saying.number]):
            others = [h for h in before.holders if not ONE_OF_THEM.match(h.name.lower())]
            unnamed = (h for h in others if h.kind == "anonymous" or (UNNAMED.match(h.name.lower())))
            found = next(unnamed, None) if before.place.article == saying.place.article else None
            if found is not None:
                return self._party(before, found)
        return self._source_told_of(saying) if THE_SOURCE.match(party.name.lower()) else None

    def _source_told_of(self, saying: Saying) -> Source | None:
        """*Kilden* in an article that tells of no source of its own: the one that others had before."""
        others = (b for b in self._in_order[: saying.number] if b.place.article != saying.place.article)
        unnamed = [
            self._party(b, h)
            for b in others
            for h in b.holders
            if h.kind == "anonymous" and not ONE_OF_THEM.match(h.name.lower())
        ]
        named = (e for _, _, e in self._index.view(saying.place.article).names)
        return only_one(unnamed, frozenset(f"entity:{self._index.base(e)}" for e in named))

    def _told_of_before(self, saying: Saying, party: Party) -> Source | None:
        """*Tjenestemannen* is the unnamed official told of before in the article; none where a body is so called."""
        name = party.name.lower()
        noun = stem(name)
        if party.kind in MEDIA or " " in name or noun == name or len(noun) < SHORTEST or name in load_cues().bodies:
            return None
        for before in reversed(self._in_order[: saying.number]):
            if before.place.article != saying.place.article:
                return None
            for h in before.holders:
                words = re.findall(r"\w+", h.name.lower())
                if UNNAMED.match(h.name.lower()) and (noun in words or noun in map(stem, words)):
                    return self._party(before, h)
        return None

    def _lemma(self, saying: Saying, party: Party, word: str) -> str:
        """The dictionary form of a word of a party's phrase."""
        tokens = self._index.view(saying.place.article).tokens(party.span) if party.span else ()
        return next((t.lemma.lower() for t in tokens if t.text.lower() == word), word)

    def _noun_key(self, noun: str) -> str:
        """The only organisation of the story with a word, or the last one, that begins with the noun; else the noun."""
        found = (
            {e for name, e in self._organisations if any(w.startswith(noun) for w in name.split())}
            if len(noun) > 3
            else set()
        )
        if len(found) > 1:
            # *Politiet*: rather *Innlandet politidistrikt* than *Politiets fellesforbund*.
            kinds = {e for e in found if self._index.entities[e].name.lower().split()[-1].startswith(noun)}
            found = kinds if len(kinds) == 1 else found
        return f"entity:{found.pop()}" if len(found) == 1 else f"noun:{noun}"

    def _unnamed(self, saying: Saying, name: str, kind: HolderKind) -> Source:
        """Unnamed sources of one outlet are one."""
        relay = next((p for p in saying.chain if self._is_medium(p)), None)
        outlet, told = self._outlet(saying, relay)
        credited = self._credited_in(saying.place.article) if relay is None else frozenset[str]()
        proof = (f"unnamed source of {told}",)
        return Source(f"unnamed:{outlet}", name or told, kind, outlet=outlet, proof=proof, credited=credited - {outlet})

    def _credited_in(self, article: str) -> frozenset[str]:
        """The keys of the outlets that an article names as its sources."""
        return self._all_credited.get(article, frozenset())

    @cached_property
    def _all_credited(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for saying in self._in_order:
            for party in (*saying.holders, *saying.chain):
                entity = self._entity_of(party, saying) if self._is_medium(party) else None
                if entity:
                    found.setdefault(saying.place.article, set()).add(f"entity:{entity}")
        return {a: frozenset(keys) for a, keys in found.items()}

    def _outlet(self, saying: Saying, relay: Party | None) -> tuple[str, str]:
        if relay is not None:
            entity = self._entity_of(relay, saying)
            if entity:
                return f"entity:{entity}", self._index.entities[entity].name
        return self._outlets_of.own(saying.place)

    def outlet_key(self, article: str) -> str:
        """The key of the outlet of an article as a whole."""
        return self._outlets_of.own(Place(article, 0, 0))[0]

    def own_voice(self, saying: Saying) -> Source:
        """The outlet where nobody else is named, or the agency whose words they are."""
        key, name = self._outlets_of.own(saying.place)
        kind: HolderKind = "agency" if self._outlets_of.credited(saying.place) else "media"
        return Source(key, name, kind, outlet=key, proof=("its own words",))


__all__ = ["MEDIA", "Source", "Sources", "same_source"]
