"""Sources without a verb: *ifølge X*, *etter X' mening*, *slik X ser det*, and headings of the form *X: content*."""

from dataclasses import dataclass, replace

from belegg.annotate._attribution import Attribution, attribution_at, company, is_newsroom, preposition_at
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._nominals import phrase_from, split_holders
from belegg.annotate._quotes import joined, trimmed
from belegg.annotate._view import CLOSING, STOPS, View, Words
from belegg.annotate._voices import unmarked_start

_PLANS = word_list("plans")
_LEARNING = frozenset(("får", "erfarer", "erfarar", "kjenner"))  # the outlet learns; any other verb has a source


@dataclass(frozen=True, slots=True)
class _Source:
    """A source phrase: its words, the cue within it and the noun phrase it names."""

    words: Words
    cue: tuple[int, ...]
    holder: Words
    told: bool = False


def find_trailing(view: View, lex: Lexicon, found: Found) -> None:
    """Adds statements whose attribution follows them without a dash: *S, opplyser X til Y*, *S, får Y opplyst av X*."""
    for sentence in view.sentences:
        for i in range(sentence.first + 2, sentence.last):
            if view.lows[i] not in (",", "»", "?", '"', "”") or i in found.quoted:
                continue
            if _trailing(view, lex, found, i, (sentence.first, sentence.last)):
                break


def _trailing(view: View, lex: Lexicon, found: Found, i: int, within: Words) -> bool:
    told = attribution_at(view, lex, i, within[1])
    if preposition_at(view, lex, within[0], within[1]) or (
        told is not None and _passes_on(view, lex, found, told, within)
    ):
        return False
    if told is None or told.cue[0] in found.used_cues or preposition_at(view, lex, told.cue[0], within[1]):
        return False
    after = max((w[1] for w in told.holders), default=told.cue[-1] + 1)
    if told.cue[-1] + 1 > after:
        after = told.cue[-1] + 1
    plain = len(told.cue) == 1 and told.entry is not None and told.entry.group in ("say", "speak")
    first = _after_heading(view, within[0], i)
    content = trimmed(view, (first, i))
    rest = _goes_on_after(view, content, told, after)
    whole = bool(rest) or _has_clause(view, (within[0], i), plain)
    if (not rest and _complement_follows(view, lex, after, told.end)) or not whole:
        return False
    if any(d.anchor < i and within[0] <= d.anchor and d.end >= i for d in found.drafts):
        return False
    if content[1] - content[0] < 2 and not rest:
        return False
    start = _unmarked(view, lex, found, told, (first, i)) if plain and not rest else None
    if start is not None:
        content = trimmed(view, (start, i))
        found.quoted.update(range(*content))
    found.add(
        Draft((content, *rest), "indirect" if start is None else "direct", told.cue, told.cue[0], told.entry,
              "neutral", told.holders, relays=told.relays, addressee=told.addressee, told_outlet=told.told_outlet,
              reason="attribution after the content" if start is None else "speech without marks")
    )  # fmt: skip
    return True


def _goes_on_after(view: View, head: Words, told: Attribution, after: int) -> tuple[Words, ...]:
    """*Skipet var, opplyser rederiet, tomt*: words after the attribution, where those before it are no whole clause."""
    if head[1] <= head[0]:
        return ()
    if view.lows[told.at] != "," or after + 1 >= told.end or view.lows[after] != ",":
        return ()
    finite = [k for k in range(*head) if view.is_finite(k)]
    if view.lows[after + 1] in ("som", "der", "og", "men", "mens", "medan", "da", "då", "når", "etter", "ifølge", "ifølgje"):
        return ()
    cut = view.is_finite(head[1] - 1) or view.tokens[head[1] - 1].pos in ("AUX", "SCONJ", "DET")
    inverted = view.is_finite(after + 1) and not [k for k in finite if not _in_relative_clause(view, k)]
    rest = trimmed(view, (after + 1, told.end))
    return (rest,) if (cut or inverted) and rest[1] > rest[0] else ()


def _unmarked(view: View, lex: Lexicon, found: Found, told: Attribution, words: Words) -> int | None:
    """The first word of direct speech that has lost its dash; None for speech in the article's words."""
    if view.lows[told.at] in CLOSING or not told.holders:
        return None
    taken = found.quoted | found.used_cues
    return unmarked_start(view, lex, words, frozenset(taken))


def _after_heading(view: View, first: int, limit: int) -> int:
    """The content begins after a colon that a capital follows."""
    for i in range(limit - 1, first, -1):
        if view.lows[i - 1] == ":" and view.tokens[i].text[:1].isupper():
            return i
    return first


def _complement_follows(view: View, lex: Lexicon, after: int, end: int) -> bool:
    """*På spørsmål …, sa ministeren at*: the content comes after the cue, not before it."""
    if after < end and view.is_finite(after):
        return True
    for k in range(after, min(after + 8, end)):
        if view.lows[k] == "at" or (view.lows[k] in lex.questions and view.lows[k] != "om"):
            return True
        if view.lows[k] == "å" and view.tokens[k].pos == "PART":
            return True
        if view.lows[k] in (",", ":"):
            return view.lows[k] == ":"
    return view.is_finite(after) if after < end else False


def _has_clause(view: View, words: Words, plain: bool) -> bool:
    """A finite verb outside an opening subordinate clause."""
    finite = [k for k in range(*words) if view.is_finite(k) and not _in_relative_clause(view, k)]
    opens = view.lows[words[0]] in (
        "da",
        "då",
        "når",
        "hvis",
        "dersom",
        "etter",
        "mens",
        "medan",
        "som",
        "på",
        "før",
        "selv",
        "sjølv",
        "fordi",
    )
    if not any(view.is_finite(k) for k in range(*words)):
        short = plain and words[1] - words[0] < 9 and not any(view.lows[k] == "," for k in range(*words))
        return short and not opens and view.tokens[words[0]].pos not in ("ADP", "SCONJ", "CCONJ")
    inverted = opens and any(view.lows[k - 1] == "," and view.is_finite(k) for k in range(words[0] + 2, words[1]))
    return bool(inverted) or len(finite) > opens


def _passes_on(view: View, lex: Lexicon, found: Found, told: Attribution, within: Words) -> bool:
    """*X sa at P, skriver AFP*: the outlet only passes on what the sentence's own source says."""
    outlet = len(told.holders) == 1 and is_newsroom(view, lex, told.holders[0])
    if not outlet:
        return False
    for k in range(within[0], told.at):
        entries = lex.cues.get(view.lows[k], ())
        speaks = any("quote" in entry.takes and "that" in entry.takes and not entry.tail for entry in entries)
        if (
            speaks
            and view.is_finite(k)
            and "at" in view.lows[k + 1 : k + 8]
            and view.tokens[k].dep in ("root", "ccomp", "conj")
        ):
            found.passing[view.sentence_of[k]] = Relay(told.holders[0])
            found.used_cues.update(told.cue)
            return True
    return False


def _in_relative_clause(view: View, k: int) -> bool:
    """True for the verb of a relative clause and its auxiliaries: *mannen som er tiltalt, …*."""
    head = view.tokens[k].head if view.tokens[k].dep in ("aux", "cop", "aux:pass") else k
    return view.tokens[head].dep == "acl:relcl"


def find_according(view: View, lex: Lexicon, found: Found) -> None:
    """Adds statements by *ifølge* and its like; where the sentence has a source already, the new one is a relay."""
    for number, sentence in enumerate(view.sentences):
        within = (sentence.first, sentence.last)
        i = within[0] if number not in found.pointing else within[1]
        while i < within[1]:
            source = _source_at(view, lex, i, within)
            if source and source.cue[0] not in found.used_cues:
                _take(view, lex, found, source, within)
                i = source.words[1]
            else:
                i += 1


def _source_at(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    length = preposition_at(view, lex, i, within[1])
    if length:
        words = _named_source(view, i, i + length, within)
        if words is None or (any(view.lows[k] in _PLANS for k in range(*words)) and words[1] - words[0] == 1):
            return None
        return _Source((i, _contact_end(view, words[1], within)), tuple(range(i, i + length)), words)
    for before, after in lex.as_told:
        if view.matches(i, before, within[1]):
            words = phrase_from(view, i + len(before), within[1])
            if words and view.matches(words[1], after, within[1]):
                end = words[1] + len(after)
                cue = (*range(i, i + len(before)), *range(words[1], end))
                return _Source((i, end), cue, words, told=bool(after) and after[0] in _LEARNING)
    return _opinion(view, lex, i, within)


def _opinion(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    """*etter politiets mening*, *i Hovdenaks øyne*."""
    if view.lows[i] not in ("etter", "i", "ut", "på"):
        return None
    for k in range(i + 2, min(i + 8, within[1])):
        if view.lows[k] in lex.opinions:
            owner = (i + 1, k)
            genitive = view.lows[k - 1].endswith(("s", "s'", "'")) or view.lows[k - 1] in (
                "hans",
                "hennes",
                "deres",
                "sin",
                "hennar",
                "sitt",
                "si",
                "sine",
            )
            seen = view.lows[k] in ("øyne", "auge", "auger")
            fits = view.lows[i] == ("i" if seen else "etter")
            return _Source((i, k + 1), (i, k), owner) if genitive and fits else None
        if not view.is_nominal(k - 1):
            return None
    return None


def _named_source(view: View, i: int, first: int, within: Words) -> Words | None:
    """The noun phrase after the preposition."""
    words = phrase_from(view, first, within[1])
    return words if words is None else _without_contact_clause(view, words)


def _without_contact_clause(view: View, words: Words) -> Words:
    """*en måling Sentio har utført*, *tall NRK har hentet inn*: the noun alone is the source."""
    for k in range(words[0] + 1, words[1]):
        new = view.mention_of[k] >= 0 and view.mention_of[k] != view.mention_of[k - 1]
        if new and view.tokens[k - 1].pos == "NOUN" and view.lows[k - 1] in lexicon().holders["document"]:
            return words[0], k
    return words


def _contact_end(view: View, at: int, within: Words) -> int:
    """The end of a contact clause after the source's noun, up to comma or full stop; ``at`` where there is none."""
    if at >= within[1] or view.mention_of[at] < 0:
        return at
    return next((k for k in range(at, within[1]) if view.lows[k] in (",", ".", "!", "?")), at)


def _take(view: View, lex: Lexicon, found: Found, source: _Source, within: Words) -> None:
    stop = _stop(view, source.words[1], within)
    final = stop <= source.words[1] or _only_aside(view, source.words[0], source.words[1], stop)
    owner = _owner(view, found, source, within) if final else _passed_on(view, found, source, stop)
    if owner is not None:
        number = found.drafts.index(owner)
        found.drafts[number] = replace(owner, relays=(*owner.relays, Relay(source.holder)))
        found.used_cues.update(source.cue)
        return
    passed = None if final else _passing(view, lex, source.words[1], stop)
    stop = passed[0] if passed else stop
    content = _before(view, source, within) if final else _around(view, source, (within[0], stop))
    if not content:
        return
    relays = company(view, lex, source.words[1], stop).relays if final else passed[1] if passed else ()
    holders = () if source.told else split_holders(view, source.holder)
    relays = (Relay(source.holder), *relays) if source.told else relays
    found.add(
        Draft(content, "indirect", source.cue, source.cue[0], None, "neutral", holders, relays=relays,
              told_outlet=source.told, reason="source phrase")
    )  # fmt: skip


def _passing(view: View, lex: Lexicon, start: int, stop: int) -> tuple[int, tuple[Relay, ...]] | None:
    """*Ifølge X er P, skriver Reuters*: where the second attribution begins, and the outlet as relay."""
    for i in range(start + 1, stop):
        told = attribution_at(view, lex, i, stop) if view.lows[i] == "," else None
        if told is not None and told.holders:
            return i, (*(Relay(w) for w in told.holders), *told.relays)
    return None


def _owner(view: View, found: Found, source: _Source, within: Words) -> Draft | None:
    """The statement of this sentence whose content or attribution the source phrase follows."""
    mine = [d for d in found.drafts if within[0] <= d.anchor < source.words[0] and d.holders]
    mine = [d for d in mine if not any(x is not d and x.covers(d.anchor) for x in found.drafts)]
    return mine[-1] if mine and not _thinks(mine[-1]) and not _hearsay(view, mine[-1], within) else None


def _hearsay(view: View, d: Draft, within: Words) -> bool:
    """*X skal ha skrevet at P, ifølge to kilder*: the sources tell that X wrote."""
    near = [view.lows[k] for k in range(max(within[0], d.anchor - 6), d.anchor)]
    return "ha" in near and ("skal" in near or "skulle" in near)


def _thinks(d: Draft) -> bool:
    """What somebody wants or fears is itself told by the source phrase's holder; what somebody says is passed on."""
    return (
        d.entry is not None
        and d.entry.group in ("foresee", "want", "worry", "warn", "threaten", "announce", "urge", "promise")
        and d.start > d.anchor
    )


def _passed_on(view: View, found: Found, source: _Source, stop: int) -> Draft | None:
    """*Ifølge lokale medier, sier ministeren at …*: a reporting clause after the phrase makes its holder a relay."""
    after = source.words[1] + (source.words[1] < stop and view.lows[source.words[1]] == ",")
    near = [d for d in found.drafts if d.anchor in (after, after + 1) and d.entry is not None and not _thinks(d)]
    return near[0] if near else None


def _stop(view: View, at: int, within: Words) -> int:
    end = within[1]
    while end > at and view.lows[end - 1] in STOPS:
        end -= 1
    return end


def _only_aside(view: View, before: int, at: int, stop: int) -> bool:
    """After the phrase nothing but an apposition, a relative clause or a further source."""
    if view.lows[before - 1] == "," and not any(view.is_finite(k) for k in range(at, stop)):
        return True
    return view.lows[at] == "," and (
        view.lows[at + 1] in ("som", "der", "skriver", "skriv", "melder", "ifølge", "ifølgje", "og", "men")
        or not any(view.is_finite(k) for k in range(at + 1, stop))
    )


def _clause_start(view: View, source: _Source, within: Words) -> int:
    """The first word of the clause that the phrase stands in: after a joint that opens a new main clause."""
    i = source.words[0]
    if i > within[0] and view.lows[i - 1] in ("og", "men", "mens", "medan"):
        return i
    return within[0]


def _before(view: View, source: _Source, within: Words) -> tuple[Words, ...]:
    first = within[0]
    for i in range(source.words[0] - 1, within[0], -1):
        if view.lows[i - 1] in (":", ";") and view.tokens[i].text[:1].isupper():
            first = i
            break
    words = trimmed(view, (first, source.words[0]))
    return (words,) if words[1] - words[0] > 1 else ()


def _around(view: View, source: _Source, within: Words) -> tuple[Words, ...]:
    """What stands before the phrase in its clause, and what follows it."""
    start = _clause_start(view, source, within)
    if start < source.words[0] and view.lows[source.words[0] - 1] == "som":
        stop = next((k for k in range(source.words[1], within[1]) if view.lows[k] == ","), within[1])
        words = trimmed(view, (source.words[1], stop))
        return (words,) if words[1] - words[0] > 1 else ()
    head = trimmed(view, (start, source.words[0])) if start < source.words[0] else (start, start)
    if head[1] > head[0] and head[1] - head[0] == 1 and view.tokens[head[0]].pos in ("CCONJ", "ADV"):
        head = (head[1], head[1]) if view.tokens[head[0]].pos == "CCONJ" else head
    tail = trimmed(view, (source.words[1], within[1]))
    return tuple(w for w in joined(view, [head, tail]) if w[1] > w[0])


def find_headings(view: View, lex: Lexicon, found: Found) -> None:
    """Adds *Amerikanske medium: Russland ønsker våpen*: in a headline, a noun phrase, a colon, a clause."""
    for run in view.blocks:
        if view.block(run[0]).kind not in ("title", "heading"):
            continue
        if any(view.lows[i] == "." for i in range(run[0], run[1] - 1)):
            continue  # a dateline (*Oslo: …*) opens a paragraph, not a headline
        colon = next((i for i in range(run[0] + 1, min(run[0] + 7, run[1] - 1)) if view.lows[i] == ":"), None)
        if colon is None or colon + 1 in found.quoted or not any(view.is_finite(k) for k in range(colon + 1, run[1])):
            continue
        holder = phrase_from(view, run[0], colon)
        if holder is None or holder[1] != colon or not _speaks(view, lex, holder):
            continue
        content = trimmed(view, (colon + 1, run[1]))
        found.add(
            Draft((content,), "indirect", (), colon, None, "neutral", split_holders(view, holder), reason="heading")
        )


def _speaks(view: View, lex: Lexicon, holder: Words) -> bool:
    names = list(view.names_in(holder))
    if names:
        return names[-1].type in ("PER", "ORG", "GPE")
    kinds = (
        "anonymous",
        "expert",
        "government",
        "collective",
        "media",
        "media_collective",
        "agency",
        "document",
        "person",
    )
    return any(view.lows[k] in lex.holders[kind] for k in range(*holder) for kind in kinds)
