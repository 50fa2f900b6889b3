"""belegg.json: the export that every other tool and measurement reads (format ``belegg/1``)."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from belegg.compare.entity_index import EntityIndex
from belegg.core.annotation import Party, Report, Statement, Time
from belegg.core.article import Article, Moment
from belegg.core.comparison import Entity, Passage, Story
from belegg.core.dossier import Dossier
from belegg.core.judgement import Feature, Judgement
from belegg.core.reasoning import Claim, Event
from belegg.core.spans import Place, Span

FORMAT = "belegg/1"
#: How what stands in no brackets is written.
_PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: repr,
    float: lambda number: repr(number) if isfinite(number) else json.dumps(number),
    bool: lambda truth: "true" if truth else "false",
    type(None): lambda _: "null",
}
Json = dict[str, Any]
#: The fields of what a dossier has very many of: ``asdict`` would look for them in each.
JUDGEMENT, FEATURE = tuple(f.name for f in fields(Judgement)), tuple(f.name for f in fields(Feature))


def export(dossier: Dossier) -> Json:
    """The dossier as plain JSON values by output.md; the same dossier gives the same bytes."""
    return {"format": FORMAT, **{name: part(dossier) for name, part in _parts().items()}}


def dumps(dossier: Dossier, written: Mapping[str, str] | None = None) -> str:
    """The export as text, one line end at the end; ``written``: parts that are text already (see ``settled``)."""
    known, line = written or {}, "\n "
    told = [f'"{name}": {known.get(name) or _indented(part(dossier), line)}' for name, part in _parts().items()]
    return "".join(("{", f",{line}".join((f'{line}"format": "{FORMAT}"', *told)), "\n}\n"))


def settled(dossier: Dossier) -> dict[str, str]:
    """Name → text of the parts of the export to which nothing is added once a dossier is reasoned about."""
    return {name: _indented(part(dossier), "\n ") for name, part in _parts().items() if name in _SETTLED}


_SETTLED = frozenset(("articles", "entities", "times", "statements", "passages", "stories"))


@cache
def _parts() -> Mapping[str, Callable[[Dossier], list[Json]]]:
    """What the export has beside its format, in order."""
    return {
        "articles": lambda dossier: [_article(d.article) for d in dossier.documents],
        "rejected": lambda dossier: [asdict(r) for r in dossier.rejected],
        "entities": lambda dossier: [_entity(e) for e in dossier.entities],
        "times": lambda dossier: [_time(d.id, t) for d in dossier.documents for t in d[Time]],
        "statements": _statements,
        "passages": lambda dossier: [_passage(p) for p in dossier.passages],
        "stories": lambda dossier: [_story(s) for s in dossier.stories],
        "claims": _claims,
        "events": lambda dossier: [_event(e) for e in dossier.events],
        "judgements": lambda dossier: [_judgement(j) for j in dossier.judgements],
    }


def _statements(dossier: Dossier) -> list[Json]:
    index = EntityIndex(dossier.entities)
    return [_statement(s, index) for d in dossier.documents for s in d[Statement]]


def _claims(dossier: Dossier) -> list[Json]:
    reports = {Place(d.id, r.content.start, r.content.end): r.id for d in dossier.documents for r in d[Report]}
    return [_claim(c, reports) for c in dossier.claims]


def _indented(value: Any, line: str) -> str:
    """What ``json.dumps`` gives with an indent of one, in half the time; ``line``: how a line begins here."""
    if (write := _PLAIN.get(type(value))) is not None:
        return write(value)
    if not value or not isinstance(value, dict | list | tuple):
        return json.dumps(value)
    inner, plain = line + " ", _PLAIN.get
    if isinstance(value, dict):
        told = [
            f'"{key}": {write(item) if (write := plain(type(item))) else _indented(item, inner)}'
            for key, item in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(told)}{line}}}"
    return f"[{inner}{f',{inner}'.join([_indented(item, inner) for item in value])}{line}]"


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _place(place: Place) -> Json:
    return {"article": place.article, "start": place.start, "end": place.end}


def _places(places: Sequence[Place]) -> list[Json]:
    return [_place(p) for p in places]


def _moment(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    return {
        "value": moment.value,
        "precision": moment.precision,
        "inferred": moment.inferred,
        "evidence": _places(moment.evidence),
    }


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "source": article.source,
        "sha256": article.sha256,
        "url": article.url,
        "outlet": article.outlet,
        "version": article.version,
        "supersedes": article.supersedes,
        "language": article.language,
        "text": article.text,
        "title": _pair(article.title),
        "published": _moment(article.published),
        "updated": _moment(article.updated),
        "credits": list(article.credits),
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind} for b in article.blocks],
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": list(entity.names),
        "roles": _places(entity.roles),
        "mentions": _places(entity.mentions),
        "of": entity.of,
    }


def _time(article: str, time: Time) -> Json:
    return {
        "article": article,
        "start": time.start,
        "end": time.end,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
    }


def _party(article: str, party: Party, index: EntityIndex) -> Json:
    entity = index.entity_of(article, party.referent) if party.referent else None
    return {
        "start": party.span.start if party.span else None,
        "end": party.span.end if party.span else None,
        "name": party.name or None,
        "kind": party.kind,
        "entity": entity.id if entity else None,
    }


def _statement(statement: Statement, index: EntityIndex) -> Json:
    def parties(found: Sequence[Party]) -> list[Json]:
        return [_party(statement.article, p, index) for p in found]

    addressee = statement.addressee
    return {
        "id": statement.id,
        "article": statement.article,
        "content": _pairs(statement.content),
        "mode": statement.mode,
        "cue": _pairs(statement.cue),
        "holders": parties(statement.holders),
        "chain": parties(statement.chain),
        "stance": statement.stance,
        "hedge": _pairs(statement.hedge),
        "attitude": statement.attitude,
        "addressee": _party(statement.article, addressee, index) if addressee else None,
        "inside": statement.inside,
    }


def _passage(passage: Passage) -> Json:
    return {
        "id": passage.id,
        "members": _places(passage.members),
        "edited": passage.edited,
        "translated": passage.translated,
        "earliest": passage.earliest,
        "agency": passage.agency,
    }


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "title": _place(story.title) if story.title else None,
        "articles": list(story.articles),
    }


def _claim(claim: Claim, reports: Mapping[Place, str]) -> Json:
    return {
        "id": claim.id,
        "story": claim.story,
        "text": _place(claim.text),
        "members": [
            {**_place(m.place), "relation": m.relation, "statement": m.statement, "origin": m.origin}
            | ({"report": reports[m.place]} if m.statement is None and m.place in reports else {})
            for m in claim.members
        ],
        "origins": [{"number": o.number, "name": o.name, "kind": o.kind} for o in claim.origins],
        "evidence": claim.evidence,
        "outcome": claim.outcome,
        "sure": claim.sure,
        "conflicts": [
            {
                "kind": c.kind,
                "update": c.update,
                "values": [{"value": v.value, "members": list(v.members)} for v in c.values],
            }
            for c in claim.conflicts
        ],
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "story": event.story,
        "type": event.type,
        "status": event.status,
        "time": event.time,
        "place": event.place,
        "participants": list(event.participants),
        "mentions": _places(event.mentions),
    }


def _judgement(judgement: Judgement) -> Json:
    shown = {name: getattr(judgement, name) for name in JUDGEMENT}
    return {**shown, "reasons": [{name: getattr(reason, name) for name in FEATURE} for reason in judgement.reasons]}
