"""Who speaks for whom: a minister for the department, a lawyer for the client, a director for the company."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from belegg.core.annotation import Party, Role
from belegg.core.spans import Span
from belegg.reason._cues import load_cues
from belegg.reason._story import StoryIndex, View, stem
from belegg.text.bridge import load_bridge

SHORTEST_FIELD = 3  # letters of what a minister is minister of
SHORTEST_OFFICE = 7  # letters of a title that a body is called by
SHORTEST_ENDING = 4  # letters of a role that ends a compound: *festivalsjef*
MINISTER = "minister"
DEPARTMENT = "departement"
LAWYER = r"(?:forsvarer|forsvarar|forsvareren|forsvararen|advokat|advokaten|bistandsadvokat|bistandsadvokaten|verge)"
DEFENDS = re.compile(rf"\s+(?:\w+\s+)?{LAWYER},?\s*(?:advokat\s+)?")
DEFENDED = re.compile(
    rf",?\s+(?:som\s+)?(?:{LAWYER}\s+for|forsvarer|forsvarar|representerer|representerar)\s+(?:\w+\s+)?"
)
#: *X i Norvik*, *X i rederiet Norvik*.
AFFILIATION = re.compile(r"\s+(?:i|hos|ved|frå|fra|for|av)\s+(?:[a-zæøå]+(?:en|et|a)\s+)?$")
OF_CLIENT = re.compile(rf"(?P<client>\w+)s\s+(?:\w+\s+)?{LAWYER},?\s+(?:advokat\s+)?$", re.IGNORECASE)
THEIR_LAWYER = re.compile(
    rf"\b(?:[Hh]ans|[Hh]ennes|[Hh]ennar)\s+{LAWYER}|{LAWYER}\s+(?:hans|hennes|hennar|sin|til \w+)"
)
DEFENDER = re.compile(r"\b[Ff]orsvar(?:er|ar|eren|aren),?\s(?:advokat\s)?$")
CHARGED = re.compile(
    r"(?: \(\d+\))?,? (?:er|ble|blei|vart|var|står|sitter|sit|møter) (?:\w+ ){0,4}?"
    r"(?:tiltalt|tiltala|siktet|sikta|dømt|dømd|mistenkt|varetektsfengslet|varetektsfengsla|pågrepet|pågripen|domfelt)\b"
)
LOOKED_BACK = 80  # code points before a lawyer's name


def ends(word: str, wanted: Iterable[str]) -> bool:
    """True for a word of a list, and for a compound of one."""
    return any(word == w or (len(w) >= SHORTEST_ENDING and word.endswith(w)) for w in wanted)


def affiliations(index: StoryIndex) -> dict[str, str]:
    """Person to the body named beside them: *brannsjef X i Y*, *Ys direktør(,) X*, *Y-direktør X*."""
    found: dict[str, str] = {}
    roles = load_cues().spokesmen
    for view in index.views.values():
        text = view.doc.text
        for (s1, e1, left), (s2, _, right) in pairwise(view.names):
            a, b = index.entities[left], index.entities[right]
            between = text[e1:s2].removeprefix("'").removeprefix("’")
            if a.type == "PER" and b.type in ("ORG", "GPE") and AFFILIATION.fullmatch(between):
                found.setdefault(left, right)
            elif b.type != "PER":
                continue
            elif a.type == "DRV" and a.of and not between.strip() and ends(text[s1:e1].lower().split("-")[-1], roles):
                if a.of in index.entities:  # else the body itself is named in other stories only
                    found.setdefault(right, a.of)
            elif a.type in ("ORG", "GPE") and text[s1:e1].endswith("s") and _holds_a_role(between):
                found.setdefault(right, left)
    return found


def _holds_a_role(between: str) -> bool:
    """True for one or two words between a body's name and a person's; before a comma the last must be a spokesman."""
    words = between.lower().replace(",", " ").split()
    return len(words) in (1, 2) and ("," not in between or ends(words[-1], load_cues().spokesmen))


def of_family_name(person: str, own: Iterable[str], index: StoryIndex) -> str | None:
    """The one organisation that has the family name of one who leads or owns it: *Ola Moen*, *Moen Bygg*.

    ``own``: the titles of the person.
    """
    names = index.entities[person].name.lower().split()
    if len(names) < 2 or not any(ends(t, load_cues().spokesmen) for t in own):
        return None
    bodies = ((e.id, e.name.lower().split()) for e in index.entities.values() if e.type == "ORG")
    found = {e for e, words in bodies if len(words) > 1 and names[-1] in words}
    return found.pop() if len(found) == 1 else None


def named_after_head(own: Iterable[str], organisations: Sequence[tuple[str, str]]) -> str | None:
    """The one body that is called as its head is: *sysselmester*, *Sysselmesteren på Svalbard*.

    ``organisations``: (name in lower case, entity id).
    """
    heads = {stem(t) for t in own if len(t) >= SHORTEST_OFFICE}
    firsts = ((name.split()[0], e) for name, e in organisations)
    found = {e for first, e in firsts if stem(first) != first and stem(first) in heads}
    return found.pop() if len(found) == 1 else None


def is_minister(own: Iterable[str]) -> bool:
    """True for one of whose titles one is a minister's."""
    return any(t.removesuffix("en").endswith(MINISTER) for t in own)


def department(title: str, organisations: Sequence[tuple[str, str]]) -> str | None:
    """The department that a title speaks for (*energiministeren*, *Energidepartementet*), if the story names one.

    ``organisations``: (name in lower case, entity id).
    """
    field = title.removesuffix("en").removesuffix(MINISTER)
    if title.removesuffix("en").endswith(MINISTER) and len(field) >= SHORTEST_FIELD:
        found = {e for name, e in organisations if field in name and DEPARTMENT in name}
    elif title in load_cues().of_departments:
        found = {e for name, e in organisations if DEPARTMENT in name}
    else:
        return None
    return found.pop() if len(found) == 1 else None


def clients(index: StoryIndex) -> dict[str, str]:
    """Lawyer to the person that they speak for: *Xs forsvarer, advokat Y*; *Y, som forsvarer X*."""
    found: dict[str, str] = {}
    for view in index.views.values():
        text = view.doc.text
        for (s1, e1, left), (s2, _, right) in pairwise(view.names):
            if any(index.entities[e].type != "PER" for e in (left, right)):
                continue
            if text[s1:e1].endswith("s") and DEFENDS.fullmatch(text[e1:s2]):
                found.setdefault(right, left)
            elif DEFENDED.fullmatch(text[e1:s2]):
                found.setdefault(left, right)
    return {**_clients_of_defenders(index), **_clients_by_title(index), **found}


def _clients_of_defenders(index: StoryIndex) -> dict[str, str]:
    """Those called *forsvarer* to the only person of the story who is told to be charged or convicted."""
    defenders, charged = set(), set()
    for view in index.views.values():
        text = view.doc.text
        for start, end, entity in view.names:
            if index.entities[entity].type != "PER":
                continue
            if DEFENDER.search(text[max(0, start - LOOKED_BACK) : start]):
                defenders.add(entity)
            if CHARGED.match(text[end : end + LOOKED_BACK]):
                charged.add(entity)
    charged -= defenders
    return dict.fromkeys(sorted(defenders), next(iter(charged))) if len(charged) == 1 else {}


def _clients_by_title(index: StoryIndex) -> dict[str, str]:
    """Lawyer to a client told by a title that only one person has: *vaktmesterens forsvarer, X*; *forsvareren hans*."""
    found: dict[str, str] = {}
    for view in index.views.values():
        people = [n for n in view.names if index.entities[n[2]].type == "PER"]
        for n, (start, _, lawyer) in enumerate(people):
            before = view.doc.text[max(0, start - LOOKED_BACK) : start]
            title = OF_CLIENT.search(before)
            client = index.epithets.get(_key(title["client"])) if title else None
            last = people[n - 1] if n else None
            if client is None and last and view.block_at(last[0]) == view.block_at(start) and _has_lawyer(before):
                client = last[2]
            if client and client != lawyer:
                found.setdefault(lawyer, client)
    return found


def _has_lawyer(before: str) -> bool:
    return any(len(before) - m.end() <= len(", advokat ") for m in THEIR_LAWYER.finditer(before))


def _key(title: str) -> str:
    """The bridge key of a title in the definite form."""
    lower = title.lower()
    return load_bridge().key(next((lower.removesuffix(e) for e in ("en", "a") if lower.endswith(e)), lower))


def named_as_owners(view: View, span: Span, index: StoryIndex) -> set[str]:
    """People whose name in a phrase only tells whose something is: *a spokesman for Joe Lies nye utvalg*."""
    found = set()
    for start, end, entity in view.names_in(span):
        known, surface = index.entities[entity], view.doc.text[start:end].lower()
        after = next(iter(view.tokens(Span(end, span.end))), None) if end < span.end else None
        owned = after is not None and after.pos in ("ADJ", "NOUN")
        if owned and known.type == "PER" and surface[-1] in "s'’" and surface != known.name.lower():
            found.add(entity)
    return found


def is_derived(party: Party, article: str, index: StoryIndex) -> bool:
    """True for *Lie-styret*, which is not the man it is named after."""
    entity = index.view(article).entity_at(party.referent or party.span)
    return entity is not None and index.entities[entity].type == "DRV"


def titles(index: StoryIndex) -> Mapping[str, frozenset[str]]:
    """Entity id to the words of its roles."""
    found: dict[str, set[str]] = {}
    for view in index.views.values():
        for role in view.doc[Role]:
            entity = view.entity_at(role.mention)
            if entity:
                found.setdefault(entity, set()).update(role.span.of(view.doc.text).lower().split())
        for start, _, entity in view.names:
            found.setdefault(entity, set()).update(_words_before(view, start))
    return {e: frozenset(words) for e, words in found.items()}


def _words_before(view: View, start: int) -> set[str]:
    """The title right before a name: up to two words of its sentence."""
    before = view.tokens(Span(max(0, start - 45), start))[-2:]
    nouns = {t.lemma.lower() for t in before if t.pos == "NOUN"}
    return nouns | {t.text.lower() for t in before if t.pos in ("NOUN", "ADJ", "X")}


def by_name(index: StoryIndex) -> dict[str, str]:
    """Name in lower case to entity id, of all spellings; people and organisations first."""
    ranked = sorted(index.entities.values(), key=lambda e: (e.type not in ("PER", "ORG"), e.id))
    found: dict[str, str] = {}
    for entity in ranked:
        for name in (entity.name, *entity.names):
            found.setdefault(name.lower(), entity.id)
    return found
