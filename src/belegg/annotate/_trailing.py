"""Attributions that follow indirect content without a dash: *P, opplyser X til Y*, *P, får Y opplyst av X*."""

from belegg.annotate._attribution import Attribution, attribution_at, is_newsroom, preposition_at
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import able
from belegg.annotate._view import CLOSING, View, Words
from belegg.annotate._voices import unmarked_start
from belegg.text.grammar import ACCORDING, BECAUSE, CLAUSE_JOINTS, CONDITIONS, RELATIVES, SELF, WHEN, WHILE

_NO_REST = RELATIVES | CLAUSE_JOINTS | WHILE | WHEN | ACCORDING | {"etter"}
_MAY_GOVERN = frozenset(("som", "etter", "før", "på"))  # also before a noun phrase, which opens no clause
_OPENING = CONDITIONS | WHEN | WHILE | BECAUSE | SELF | {"etter", "før", "som", "på"}


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
    plain = plain and not any(_a_thing(view, lex, w) for w in told.holders)
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


def _a_thing(view: View, lex: Lexicon, words: Words) -> bool:
    """*KrF på sin side, nevner salg av boliger*: a noun phrase that is nobody, so no attribution of a few words."""
    if view.tokens[words[0]].pos == "PRON" or any(True for _ in view.names_in(words)):
        return False
    return not able(view, lex, words) and not any(
        view.lows[k] in kind for k in range(*words) for kind in lex.holders.values()
    )


def _goes_on_after(view: View, head: Words, told: Attribution, after: int) -> tuple[Words, ...]:
    """*Skipet var, opplyser rederiet, tomt*: words after the attribution, where those before it are no whole clause."""
    if head[1] <= head[0]:
        return ()
    if view.lows[told.at] != "," or after + 1 >= told.end or view.lows[after] != ",":
        return ()
    finite = [k for k in range(*head) if view.is_finite(k)]
    if view.lows[after + 1] in _NO_REST:
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
    words = (words[0] + (view.lows[words[0]] in CLAUSE_JOINTS and words[1] - words[0] > 1), words[1])
    finite = [k for k in range(*words) if view.is_finite(k) and not _in_relative_clause(view, k)]
    opens = view.lows[words[0]] in _OPENING
    opens = opens and not view.is_finite(
        min(words[0] + 1, words[1] - 1)
    )  # *Da befant skipet seg i havn* is a main clause
    if opens and view.lows[words[0]] in _MAY_GOVERN:  # *Som følge av krigen må landet*, *Etter to år falt prisen*
        opens = not any(view.is_nominal(k + 1) for k in finite if k + 1 < words[1])
    if "Mood=Imp" in view.tokens[words[0]].feats:
        return True  # *Opprett en konto, anbefaler hun*
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
    noun = view.tokens[head].head
    if view.tokens[noun].dep == "root" and not any(view.lows[m] in RELATIVES for m in range(noun, max(noun, k))):
        return False  # the parser took the sentence's own verb for that of a relative clause
    return view.tokens[head].dep == "acl:relcl"
