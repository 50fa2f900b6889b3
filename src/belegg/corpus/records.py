"""One line of an annotation file: a statement or a time, offsets only."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from belegg.core.annotation import HolderKind, Mode, Stance, TimexMod, TimexType
from belegg.core.spans import Span

MODES, STANCES, KINDS = get_args(Mode), get_args(Stance), get_args(HolderKind)
TYPES, MODS = get_args(TimexType), get_args(TimexMod)


class CorpusError(ValueError):
    """An annotation, or a text below it, that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class PartyMark:
    """A holder, relay or addressee: where it is written, and the fuller name that it stands for (None: for none)."""

    span: Span | None
    referent: Span | None
    kind: HolderKind


@dataclass(frozen=True, slots=True)
class Accepted:
    """Other answers that are as good; ``optional``: neither found nor missed counts."""

    stances: tuple[Stance, ...] = ()
    modes: tuple[Mode, ...] = ()
    kinds: tuple[HolderKind, ...] = ()
    holders: tuple[Span, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class StatementMark:
    """A statement as annotated; ``inside`` is the id of the statement within whose content it stands."""

    id: str
    content: tuple[Span, ...]
    mode: Mode
    cue: tuple[Span, ...]
    holders: tuple[PartyMark, ...]
    chain: tuple[PartyMark, ...]
    stance: Stance
    hedge: tuple[Span, ...]
    concern: bool
    addressee: PartyMark | None
    inside: str | None
    accepted: Accepted


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A time expression as annotated; ``values`` has the value first and then what is as good."""

    span: Span
    type: TimexType
    values: tuple[str, ...]
    mod: TimexMod | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """All marks of one article, in the order of the text."""

    id: str
    statements: tuple[StatementMark, ...]
    times: tuple[TimeMark, ...]


def written(annotation: Annotation) -> str:
    """The annotation file: one JSON object a line, statements first; offsets, labels and values, never words."""
    rows = [*map(_statement_row, annotation.statements), *map(_time_row, annotation.times)]
    return "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)


def parsed(article: str, lines: Iterable[str]) -> Annotation:
    """The annotation of a file that ``written`` wrote; raises CorpusError with the number of a broken line."""
    statements: list[StatementMark] = []
    times: list[TimeMark] = []
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            if row["layer"] == "statement":
                statements.append(_statement_mark(row))
            else:
                times.append(_time_mark(row))
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{article}, line {number}: {type(error).__name__}: {error}") from error
    return Annotation(article, tuple(statements), tuple(times))


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: Any) -> Span | None:
    return None if pair is None else Span(*pair)


def _spans(pairs: Any) -> tuple[Span, ...]:
    return tuple(Span(*p) for p in pairs or ())


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _party_row(party: PartyMark) -> dict[str, Any]:
    return {"span": _pair(party.span), "referent": _pair(party.referent), "kind": party.kind}


def _party_mark(row: Mapping[str, Any]) -> PartyMark:
    return PartyMark(_span(row["span"]), _span(row["referent"]), _known(row["kind"], KINDS))


def _known(value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise CorpusError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _statement_row(mark: StatementMark) -> dict[str, Any]:
    """What is empty is left out."""
    accepted = mark.accepted
    row: dict[str, Any] = {"layer": "statement", "id": mark.id, "content": _pairs(mark.content), "mode": mark.mode}
    row |= {"cue": _pairs(mark.cue), "holders": [_party_row(p) for p in mark.holders]}
    row |= {"chain": [_party_row(p) for p in mark.chain], "stance": mark.stance, "hedge": _pairs(mark.hedge)}
    row |= {"attitude": "concern" if mark.concern else None, "inside": mark.inside}
    row |= {"addressee": _party_row(mark.addressee) if mark.addressee else None}
    row |= {"stance_alt": accepted.stances, "mode_alt": accepted.modes, "kind_alt": accepted.kinds}
    row |= {"holder_alt": _pairs(accepted.holders), "optional": accepted.optional or None}
    return {k: v for k, v in row.items() if v is not None and v != [] and v != ()}


def _statement_mark(row: Mapping[str, Any]) -> StatementMark:
    accepted = Accepted(
        tuple(_known(s, STANCES) for s in row.get("stance_alt", ())),
        tuple(_known(s, MODES) for s in row.get("mode_alt", ())),
        tuple(_known(s, KINDS) for s in row.get("kind_alt", ())),
        _spans(row.get("holder_alt")),
        bool(row.get("optional")),
    )
    return StatementMark(
        id=row["id"],
        content=_spans(row["content"]),
        mode=_known(row["mode"], MODES),
        cue=_spans(row.get("cue")),
        holders=tuple(_party_mark(p) for p in row.get("holders", ())),
        chain=tuple(_party_mark(p) for p in row.get("chain", ())),
        stance=_known(row["stance"], STANCES),
        hedge=_spans(row.get("hedge")),
        concern=row.get("attitude") == "concern",
        addressee=_party_mark(row["addressee"]) if "addressee" in row else None,
        inside=row.get("inside"),
        accepted=accepted,
    )


def _time_row(mark: TimeMark) -> dict[str, Any]:
    row: dict[str, Any] = {"layer": "time", "span": _pair(mark.span), "type": mark.type, "value": mark.values[0]}
    row |= {"value_alt": list(mark.values[1:]), "mod": mark.mod}
    return {k: v for k, v in row.items() if v}


def _time_mark(row: Mapping[str, Any]) -> TimeMark:
    mod = row.get("mod")
    values = (row["value"], *row.get("value_alt", ()))
    return TimeMark(
        Span(*row["span"]), _known(row["type"], TYPES), values, _known(mod, MODS) if mod is not None else None
    )
