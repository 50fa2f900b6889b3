"""From an annotator's tab-separated lines, which quote the text, to stand-off marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from belegg.core.spans import Span
from belegg.corpus.finding import Finder
from belegg.corpus.records import (
    KINDS,
    MODES,
    MODS,
    STANCES,
    TYPES,
    Accepted,
    Annotation,
    CorpusError,
    PartyMark,
    StatementMark,
    TimeMark,
)  # fmt: skip
from belegg.corpus.treebank import SourceText

_NONE = {"", "-"}
_OPENERS = ("at ", "om ", "- ", "– ")
_FLAGS = ("opt",)
_OPTIONS = ("addressee", "hedge", "attitude", "inside", "alt", "mode", "kind", "stance")


@dataclass(slots=True)
class _Sheet:
    """What has been read of one article so far."""

    source: SourceText
    finder: Finder
    statements: list[StatementMark] = field(default_factory=list)
    times: list[TimeMark] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    said: int = 0
    timed: int = 0


def compile_lines(source: SourceText, lines: Iterable[str]) -> tuple[Annotation, list[str], list[str]]:
    """The annotation of one article, the errors and the warnings, each with the number of its line.

    A line with an error is left out of the annotation.
    """
    sheet = _Sheet(source, Finder(source.text))
    for number, line in enumerate(lines, 1):
        fields = line.rstrip("\r\n").split("\t")
        if not line.strip() or fields[0].startswith("#"):
            continue
        try:
            _read_line(sheet, [f.strip() for f in fields], number)
        except CorpusError as error:
            sheet.errors.append(f"{source.id}:{number}: {error}")
    _check_inside(sheet)
    statements = tuple(sorted(sheet.statements, key=lambda s: (s.content[0].start, -s.content[0].end)))
    times = tuple(sorted(sheet.times, key=lambda t: t.span))
    return Annotation(source.id, statements, times), sheet.errors, sheet.warnings


def _read_line(sheet: _Sheet, fields: Sequence[str], number: int) -> None:
    if fields[0] == "S":
        _read_statement(sheet, fields[1:], number)
    elif fields[0] == "T":
        _read_time(sheet, fields[1:])
    else:
        raise CorpusError(f"a line opens with S, T or #, not {fields[0]!r}")


def _read_statement(sheet: _Sheet, fields: Sequence[str], number: int) -> None:
    if len(fields) < 8:
        raise CorpusError(f"{len(fields)} fields after S, at least 8 are needed")
    content_text, mode, cue_text, holder, referent, kind, chain, stance_text = fields[:8]
    flags, options = _options(fields[8:])
    content = _content(sheet, content_text)
    cue = _near(sheet, cue_text, content, content)
    stances = [_one_of(s, STANCES, "stance") for s in stance_text.split("/")]
    holders = _holders(sheet, (holder, referent, kind), content, cue)
    sheet.statements.append(
        StatementMark(
            id=f"s{sum(1 for s in sheet.statements) + 1}",
            content=content,
            mode=_one_of(mode, MODES, "mode"),
            cue=cue,
            holders=holders,
            chain=tuple(_relay(sheet, r, [*content, *cue], content) for r in _items(chain)),
            stance=stances[0],
            hedge=_near(sheet, options.get("hedge", ""), content, ()),
            concern=options.get("attitude") == "concern",
            addressee=_addressee(sheet, options.get("addressee", ""), [*content, *cue], content),
            inside=f"s{int(options['inside'])}" if options.get("inside", "").isdigit() else None,
            accepted=_accepted(sheet, flags, options, stances),
        )
    )
    _warn(sheet, content, number)


def _options(fields: Iterable[str]) -> tuple[set[str], dict[str, str]]:
    """Options stand in fields of their own or, parted by commas, in one."""
    flags: set[str] = set()
    options: dict[str, str] = {}
    for option in (o.strip() for f in fields for o in f.split(", ")):
        name, _, value = option.partition("=")
        if option in _FLAGS:
            flags.add(option)
        elif name in _OPTIONS and value:
            options[name] = value
        elif option not in _NONE:
            raise CorpusError(f"no such option: {option!r}")
    return flags, options


def _content(sheet: _Sheet, text: str) -> tuple[Span, ...]:
    """The parts in order; the first stands at or after the content before, unless it is nowhere else."""
    parts: list[Span] = []
    for part in text.split(" || "):
        if parts:
            parts.append(sheet.finder.after(part, parts[-1].end))
        else:
            found, told = sheet.finder.all(part)
            parts.append(found[0] if told else next((s for s in found if s.start >= sheet.said), found[0]))
    sheet.said = parts[0].start
    return tuple(parts)


def _near(sheet: _Sheet, text: str, to: Sequence[Span], outside: Sequence[Span]) -> tuple[Span, ...]:
    found = [sheet.finder.nearest(t, to, outside) for t in _items(text)]
    return tuple(sorted(found))


def _items(text: str) -> list[str]:
    return [t.strip() for t in text.split(";") if t.strip() not in _NONE]


def _holders(
    sheet: _Sheet, texts: tuple[str, str, str], content: Sequence[Span], cue: Sequence[Span]
) -> tuple[PartyMark, ...]:
    """One party a name; written names, referents and kinds stand in the same order, one kind may serve all."""
    written, referents, kinds = ([t.strip() for t in text.split(";")] for text in texts)
    count = max(len(written), len(referents))
    written, referents, kinds = (x * count if len(x) == 1 else x for x in (written, referents, kinds))
    if not len(written) == len(referents) == len(kinds):
        raise CorpusError("as many referents and kinds as holders are needed, or one for all")
    out = []
    for text, referent, kind in zip(written, referents, kinds, strict=True):
        span = None if text in _NONE else sheet.finder.nearest(text, cue or content, content)
        out.append(PartyMark(span, _referent(sheet, span, referent), _one_of(kind, KINDS, "kind")))
    return tuple(out)


def _referent(sheet: _Sheet, span: Span | None, text: str) -> Span | None:
    """``=``: the holder as written, where it holds a name of the treebank; ``-``: no name; else the name's first place.

    A holder that is written nowhere has only its referent.
    """
    if text in _NONE:
        return None
    if text != "=":
        return sheet.finder.first(text)
    if span is None:
        raise CorpusError("= needs a holder as written")
    return span if any(span.overlaps(n) for n in sheet.source.names) else None


def _relay(sheet: _Sheet, text: str, to: Sequence[Span], outside: Sequence[Span]) -> PartyMark:
    """``written``, ``written=fuller name`` and either with ``{kind}`` behind (media, if none is told)."""
    plain, _, kind = text.partition("{")
    written, _, referent = plain.partition("=")
    span = sheet.finder.nearest(written.strip(), to, outside)
    told = _one_of(kind.rstrip("} ") or "media", KINDS, "kind")
    return PartyMark(span, _referent(sheet, span, referent.strip() or "="), told)


def _addressee(sheet: _Sheet, text: str, to: Sequence[Span], outside: Sequence[Span]) -> PartyMark | None:
    return None if text in _NONE else _relay(sheet, text, to, outside)


def _accepted(sheet: _Sheet, flags: set[str], options: dict[str, str], stances: Sequence[Any]) -> Accepted:
    return Accepted(
        stances=tuple(stances[1:]),
        modes=tuple(_one_of(m, MODES, "mode") for m in _items(options.get("mode", ""))),
        kinds=tuple(_one_of(k, KINDS, "kind") for k in _items(options.get("kind", ""))),
        holders=tuple(sheet.finder.first(h) for h in _items(options.get("alt", ""))),
        optional="opt" in flags,
    )


def _read_time(sheet: _Sheet, fields: Sequence[str]) -> None:
    if len(fields) < 3:
        raise CorpusError("a time needs its expression, type and value")
    span = sheet.finder.after(fields[0], sheet.timed)
    sheet.timed = span.end
    mod = fields[3] if len(fields) > 3 and fields[3] not in _NONE else None
    told = _one_of(mod, MODS, "mod") if mod else None
    values = tuple(v for v in fields[2].split(" / "))
    sheet.times.append(TimeMark(span, _one_of(fields[1], TYPES, "type"), values, told))


def _one_of(value: str, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        raise CorpusError(f"no such {what}: {value!r} ({', '.join(allowed)})")
    return value


def _check_inside(sheet: _Sheet) -> None:
    """``inside`` tells the number of an S line, which must hold the statement."""
    known = {s.id: s for s in sheet.statements}
    for mark in sheet.statements:
        if mark.inside is None:
            continue
        outer = known.get(mark.inside)
        if outer is None or not all(any(o.contains(c) for o in outer.content) for c in mark.content):
            sheet.errors.append(f"{sheet.source.id}: statement {mark.id} does not lie inside {mark.inside}")


def _warn(sheet: _Sheet, content: Sequence[Span], number: int) -> None:
    """What the definitions leave out of a content."""
    first, last = content[0].of(sheet.source.text), content[-1].of(sheet.source.text)
    if first.casefold().startswith(_OPENERS):
        sheet.warnings.append(f"{sheet.source.id}:{number}: content opens with {first[:8]!r}")
    if last.endswith((".", ",")):
        sheet.warnings.append(f"{sheet.source.id}:{number}: content ends with {last[-8:]!r}")
