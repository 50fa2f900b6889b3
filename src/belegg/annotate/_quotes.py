"""Direct speech: dash paragraphs and turns, words in « » and " ", with the attribution after, before or nowhere."""

from collections.abc import Sequence

from belegg.annotate._attribution import Attribution, attribution_at, cue_at, sentence_stop
from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import Cue, Lexicon
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import CLOSING, DASHES, OPENING, STOPS, View, Words
from belegg.annotate._voices import desk_voice
from belegg.text.grammar import BECAUSE, BEFORE_AFTER, CONDITIONS, SELF, WHEN, WHILE, YOU

_QUOTE = frozenset(("quote",))
_SUBORDINATE = CONDITIONS | WHEN | WHILE | BEFORE_AFTER | BECAUSE | SELF | {"om", "skal", "vil"}
_BEFORE_AT = BEFORE_AFTER | {"for", "ved", "til", "uten", "utan", "enn"}
_NO_REST = WHEN | WHILE | {"som"}
_LONG_QUESTION = 70  # words that a reporter's question to somebody may have
_MARKS = frozenset((",", "?", "!", "»", '"', "”", "…", "...", "."))


def find_quotes(view: View, lex: Lexicon, found: Found) -> None:
    """Adds every direct quotation of the article to what was found, in text order."""
    for run in view.blocks:
        for region in dash_regions(view, run):
            if region[0] in found.quoted:
                continue  # an answer with a label
            _dash_quote(view, lex, found, run, region)
        marked = marked_regions(view, run)
        for number, region in enumerate(marked):
            if region[0] not in found.quoted:
                _marked_quote(view, lex, found, run, region, marked[number + 1 :])


def dash_regions(view: View, run: Words) -> list[Words]:
    """The stretches that a quotation dash opens, each up to the next one or the end of the block."""
    opens = [i for i in range(*run) if _opens(view, i, run)]
    ends = [*opens[1:], run[1]] if opens else []
    return [(i + 1, end) for i, end in zip(opens, ends, strict=True) if i + 1 < end]


def _opens(view: View, i: int, run: Words) -> bool:
    """A dash at the start of a sentence with a blank and a capital (or mark, or figure) after it."""
    if view.lows[i] not in DASHES or i + 1 >= run[1]:
        return False
    if view.tokens[i].end == view.tokens[i + 1].start and view.lows[i] not in "–—―":
        opens = i == run[0] or (view.lows[i - 1] in STOPS and view.tokens[i - 1].end < view.tokens[i].start)
        return opens and view.tokens[i + 1].text[:1].isupper()
    follow = view.tokens[i + 1].text[:1]
    if not (follow.isupper() or follow in "«\"…'(" or (follow.isdigit() and i == run[0])):
        return False
    return i == run[0] or view.lows[i - 1] in STOPS | CLOSING


def marked_regions(view: View, run: Words) -> list[Words]:
    """The words between quotation marks, without the marks."""
    out, start, closing = [], None, ""
    for i in range(*run):
        text = view.lows[i]
        if start is None and text in ("«", "“", "„", '"', "”"):
            start, closing = i + 1, {"«": "»", "“": "”", "„": "“”"}.get(text, '"”')
        elif start is not None and text in closing:
            if i > start:
                out.append((start, i))
            start = None
    if start is not None and closing == "»" and run[1] > start:
        out.append((start, run[1]))
    return out


def _dash_quote(view: View, lex: Lexicon, found: Found, run: Words, region: Words) -> None:
    first, limit = region
    told = _first_attribution(view, lex, first, limit)
    desk = desk_voice(view, lex, region)
    if told is None:
        _unattributed(view, lex, found, run, region, desk)
        return
    limit = desk if desk > told.end else limit
    content = [(first, told.at if view.lows[told.at] == "," else told.at + 1)]
    rest = _continuation(view, lex, told, limit)
    content += rest
    headline = view.block(first).kind in ("title", "heading")
    draft = _from(told, _clean(view, content), headline)
    found.add(draft)
    found.quoted.update(i for a, b in draft.content for i in range(a, b))


def _from(told: Attribution, content: tuple[Words, ...], headline: bool) -> Draft:
    return Draft(
        content, "direct", told.cue, told.cue[0], told.entry, "neutral", told.holders, relays=told.relays,
        addressee=told.addressee, told_outlet=told.told_outlet, headline=headline, reason="quotation with attribution",
    )  # fmt: skip


def _first_attribution(view: View, lex: Lexicon, first: int, limit: int) -> Attribution | None:
    """The first attribution in a quotation whose words are not somebody's words within it."""
    depth = 0
    for i in range(first, limit):
        text = view.lows[i]
        depth += (text == "«") - (text == "»")
        inner = "»" in (text, view.lows[i - 1]) and view.lows[first] != "«"
        if text in _MARKS and depth <= 0 and i > first and not inner:
            told = attribution_at(view, lex, i, limit)
            if told is not None and not _goes_on_inside(view, lex, told):
                return told
    return _acted(view, first, limit)


def _acted(view: View, first: int, limit: int) -> Attribution | None:
    """*– Nei, det blir bare tull, rister Moe på hodet*: any verb with a named person after it, at the end."""
    for i in range(limit - 3, first + 1, -1):
        if view.lows[i] not in (",", "!", "?") or view.lows[view.sentence(i)[0]] in _SUBORDINATE:
            continue
        verb, end = i + 1, sentence_stop(view, i + 1, limit)
        person = view.mention_of[verb + 1] if verb + 1 < end else -1
        acts = view.tokens[verb].pos == "VERB" and view.is_finite(verb) and view.tokens[verb].text[0].islower()
        if not acts or person < 0 or view.mentions[person].type != "PER" or end - verb > 9 or end < limit - 1:
            continue
        last = next(k for k in range(verb + 1, end + 1) if k == end or view.mention_of[k] != person)
        follows = last == end or view.tokens[last].pos in ("ADP", "ADV", "CCONJ", "ADJ", "PUNCT")
        said = any(view.is_finite(k) for k in range(view.sentence(i)[0], i))
        if (
            said
            and follows
            and not any(view.is_finite(k) for k in range(last, end) if view.lows[last] not in ("og", ","))
        ):
            return Attribution(i, end, (verb,), None, ((verb + 1, last),))
    return None


def _goes_on_inside(view: View, lex: Lexicon, told: Attribution) -> bool:
    """*…, sa politiet at de …*: the quoted person tells what somebody else said; a content follows the subject."""
    after = max((w[1] for w in told.holders), default=told.cue[-1] + 1)
    spots = (k for k in range(after, min(after + 2, told.end)) if view.lows[k] == "at")
    return any(view.lows[k - 1] not in _BEFORE_AT for k in spots)  # *sier Moe etter at han tapte*


def _continuation(view: View, lex: Lexicon, told: Attribution, limit: int) -> list[Words]:
    """Sentences after the attribution that go on quoting: they speak of *jeg, vi* and name no new speaker."""
    inner = _resumed(view, told)
    out = [inner] if inner else []
    at = told.end + 1
    while at < limit:
        stop = min(sentence_stop(view, at, limit) + 1, limit)
        own = any(view.lows[i] in lex.pronouns["own"] - {"en", "ein", "de", "du", "man"} for i in range(at, stop))
        if not own or _first_attribution(view, lex, at, stop) or _narrates(view, lex, at, stop):
            break
        out.append((at, stop))
        at = stop
    return out


def _narrates(view: View, lex: Lexicon, first: int, last: int) -> bool:
    """A sentence with a third person who says something is the desk's own."""
    opens = view.lows[first]
    return opens in lex.pronouns["he"] | lex.pronouns["she"] and any(
        view.lows[i] in lex.cues for i in range(first, last)
    )


def _resumed(view: View, told: Attribution) -> Words | None:
    """*Det er, sier hun, en stor dag*: words after the attribution's comma that go on in the same sentence."""
    subject_end = max((w[1] for w in told.holders), default=told.cue[-1] + 1)
    if subject_end + 1 >= told.end or view.lows[subject_end] != ",":
        return None
    follow = view.tokens[subject_end + 1]
    if follow.pos not in ("PRON", "AUX", "ADV", "VERB") or view.lows[subject_end + 1] in _NO_REST:
        return None
    clause = any(view.is_finite(i) for i in range(subject_end + 1, told.end))
    return (subject_end + 1, told.end) if told.end - subject_end > 3 and clause else None


def _clean(view: View, content: list[Words]) -> tuple[Words, ...]:
    pieces = [piece for words in joined(view, content) for piece in _without_insertions(view, words)]
    return tuple(w for w in (trimmed(view, words) for words in pieces) if w[1] > w[0])


def _without_insertions(view: View, words: Words) -> list[Words]:
    """The words without the desk's own brackets (*red.anm.*)."""
    for i in range(*words):
        if view.lows[i].startswith("red") and ("anm" in view.lows[i] or view.lows[i + 1 : i + 2] == ("anm.",)):
            first = next((k for k in range(i, words[0] - 1, -1) if view.lows[k] == "("), None)
            last = next((k for k in range(i, words[1]) if view.lows[k] == ")"), None)
            if first is not None and last is not None:
                return [(words[0], first), *_without_insertions(view, (last + 1, words[1]))]
    return [words]


def joined(view: View, content: list[Words]) -> list[Words]:
    """Neighbouring stretches as one."""
    out: list[Words] = []
    for words in content:
        if out and out[-1][1] == words[0]:
            out[-1] = (out[-1][0], words[1])
        else:
            out.append(words)
    return out


def trimmed(view: View, words: Words) -> Words:
    """Without closing full stop or comma, without marks around the whole, without a leading *at*."""
    first, last = words
    while first < last and view.lows[first] in DASHES | {",", ":", ".", ";"}:
        first += 1
    while last > first and view.lows[last - 1] in (",", ".", ":", ";"):
        last -= 1
    if last - first > 1 and view.lows[first] in ("«", '"', "“", "”") and view.lows[last - 1] in ("»", '"', "”", "“"):
        inner = [view.lows[i] for i in range(first + 1, last - 1)]
        if not {"«", "»"} & set(inner):
            return trimmed(view, (first + 1, last - 1))
    return first, last


def _unattributed(view: View, lex: Lexicon, found: Found, run: Words, region: Words, desk: int) -> None:
    """A quotation without an attribution after it: introduced before it, or carried on from the one before."""
    first, limit = region
    kind = view.block(first).kind
    headline = kind in ("title", "heading") or _crosshead(view, region, run)
    if not headline and _introduction(view, run, first) is None and _asked_by_desk(view, region, run):
        found.quoted.update(range(first, limit))
        return
    if not headline and _runs_on(view, lex, found, region, run):
        return
    limit = desk
    content = _clean(view, [(first, limit)])
    if not content:
        return
    holders: tuple[Words, ...] = ()
    cue: tuple[int, ...] = ()
    entry: Cue | None = None
    before = _introduction(view, run, first)
    if before:
        intro = introduced_by(view, lex, before)
        holders, cue, entry = intro if intro else ((), (), None)
    answer = not holders and first in found.answers
    found.add(
        Draft(content, "direct", cue, first, entry, "neutral", holders, carried=not holders, headline=headline,
              answer=answer,
              reason="quotation that goes on" if not holders else "quotation introduced before it")
    )  # fmt: skip
    found.quoted.update(range(first, limit))


def _runs_on(view: View, lex: Lexicon, found: Found, region: Words, run: Words) -> bool:
    """A quotation that goes on in the next paragraph, without a new dash, up to an attribution there: one statement."""
    after = region[1]
    if after != run[1] or after >= len(view.lows) or view.lows[after] in DASHES | OPENING:
        return False
    if view.block(after).kind not in ("paragraph", "quote") or _introduction(view, run, region[0]) is not None:
        return False
    limit = view.blocks[view.block_of[after]][1]
    stop = sentence_stop(view, after, limit)
    told = _first_attribution(view, lex, after, min(stop + 1, limit))
    if told is None or told.entry is None or told.entry.group not in ("say", "speak") or not told.holders:
        return False
    content = (*_clean(view, [region]), *_clean(view, [(after, told.at)]))
    found.add(_from(told, content, headline=False))
    found.quoted.update(i for words in content for i in range(*words))
    return True


def _crosshead(view: View, region: Words, run: Words) -> bool:
    """A few words after a dash, alone in their block and without a full stop: a crosshead."""
    alone = region[0] - 1 == run[0] and region[1] == run[1]
    return alone and region[1] - region[0] < 8 and view.lows[region[1] - 1] not in STOPS


def _introduction(view: View, run: Words, first: int) -> Words | None:
    """The words that end in a colon before the quotation, in its block or at the end of the block before."""
    dash = first - 1
    if dash > run[0] and view.lows[dash - 1] == ":":
        return view.sentence(dash - 1)[0], dash - 1
    if dash == run[0] and dash > 0 and view.lows[dash - 1] == ":":
        return view.sentence(dash - 1)[0], dash - 1
    return None


def _asked_by_desk(view: View, region: Words, run: Words) -> bool:
    """A dash paragraph that is a question, before another dash paragraph, is the reporter's."""
    if view.lows[region[1] - 1] != "?":
        return False
    if any(view.lows[i] in YOU for i in range(*region)):
        return region[1] - region[0] < _LONG_QUESTION
    if region[1] < run[1]:
        return region[1] - region[0] < 30
    return run[1] < len(view.lows) and view.lows[run[1]] in DASHES and region[1] - region[0] < 40


def introduced_by(view: View, lex: Lexicon, words: Words) -> tuple[tuple[Words, ...], tuple[int, ...], Cue] | None:
    """Holder, cue and entry of the words before a colon: the last reporting word there and its subject."""
    places = range(words[1] - 1, words[0] - 1, -1)
    for i in sorted(places, key=lambda k: view.tokens[k].dep in ("ccomp", "acl", "acl:relcl", "advcl")):
        hit = cue_at(view, lex, i, words[1], _QUOTE | {"that"})
        if hit and view.tokens[i].pos in ("VERB", "AUX", "ADJ"):
            subject = subject_of(view, lex, i, words)
            own = any(view.lows[k] == "at" for k in range(hit[1][-1] + 1, words[1]))
            return ((subject,) if subject else ()), (() if own else hit[1]), hit[0]
    return None


def _marked_quote(view: View, lex: Lexicon, found: Found, run: Words, region: Words, later: Sequence[Words]) -> None:
    """Words in marks that are a quotation of their own: attributed after, or introduced by a colon."""
    first, last = region
    if last - first < 2:
        return
    told = attribution_at(view, lex, last, run[1]) if last < run[1] else None
    opens = _opens_sentence(view, first - 1, run)
    if told is not None and opens and not _goes_on_inside(view, lex, told):
        parts = [region, *_said_on(view, lex, told, run, later)]
        found.add(_from(told, _clean(view, parts), view.block(first).kind in ("title", "heading")))
        found.quoted.update(i for part in parts for i in range(*part))
    elif view.lows[first - 2] == ":" and first - 2 >= run[0]:
        intro = introduced_by(view, lex, (view.sentence(first - 2)[0], first - 2))
        if intro is None or not _clean(view, [region]):
            return
        holders, cue, entry = intro
        found.add(
            Draft(_clean(view, [region]), "direct", cue, min(cue, default=first), entry, "neutral", holders,
                  carried=not holders, reason="quotation introduced before it")
        )  # fmt: skip
    elif (
        opens
        and _closes_sentence(view, last, run)
        and last - first > 3
        and found.drafts
        and _whole_block(view, region, run)
    ):
        found.add(Draft(_clean(view, [region]), "direct", (), first, carried=True, reason="quotation that goes on"))
    else:
        return
    found.quoted.update(range(first, last))


def _said_on(view: View, lex: Lexicon, told: Attribution, run: Words, later: Sequence[Words]) -> list[Words]:
    """*«A», sier hun. «B. C.»*: the next words in marks, if they follow it and have no attribution."""
    following = later[0] if later else None
    if following is None or following[0] - 1 not in (told.end, told.end + 1) or told.end >= run[1]:
        return []
    again = attribution_at(view, lex, following[1], run[1]) if following[1] < run[1] else None
    inside = _first_attribution(view, lex, following[0], following[1])
    return [following] if again is None and inside is None else []


def _opens_sentence(view: View, mark: int, run: Words) -> bool:
    return mark <= run[0] or view.lows[mark - 1] in STOPS | DASHES | CLOSING


def _closes_sentence(view: View, mark: int, run: Words) -> bool:
    return mark + 1 >= run[1] or view.lows[mark + 1] in STOPS or view.lows[mark - 1] in STOPS


def _whole_block(view: View, region: Words, run: Words) -> bool:
    return region[0] - 1 <= run[0] and region[1] + 2 >= run[1]
