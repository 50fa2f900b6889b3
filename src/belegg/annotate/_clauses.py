"""Indirect speech: what a reporting verb takes as its complement, and where that ends."""

from belegg.annotate._attribution import attribution_at, company, cue_at, preposition_at
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Cue, Lexicon
from belegg.annotate._nominals import is_own, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import CLOSING, DASHES, OPENING, View, Words

_WANTED = frozenset(("that", "bare", "ask", "to", "thing", "name", "bid"))
_CONJUNCTIONS = frozenset(("og", "men", "eller", "mens", "medan", "samt", "for"))
_NOT = frozenset("ikke ikkje aldri verken hverken korkje neppe".split())
_PERIPHERY = frozenset(
    (
        "uten",
        "utan",
        "samtidig",
        "samstundes",
        "mens",
        "medan",
        "noe",
        "noko",
        "selv",
        "sjølv",
        "etter",
        "før",
        "da",
        "då",
    )
)
_GAP = 14  # words that may stand between a cue and its at


def find_clauses(view: View, lex: Lexicon, found: Found) -> None:
    """Adds the statements whose content is a complement of a reporting verb, also inside quotations."""
    for sentence in view.sentences:
        within = (sentence.first, sentence.last)
        for i in range(*within):
            if i not in found.used_cues and view.lows[i] in lex.cues and view.mention_of[i] < 0:
                draft = _statement_at(view, lex, found, i, _limits(view, found, i, within))
                if draft is not None:
                    found.add(draft)


def _limits(view: View, found: Found, i: int, within: Words) -> Words:
    """The words of the sentence on the same side of a quotation's border as ``i``."""
    inside = i in found.quoted
    first = i
    while first > within[0] and ((first - 1) in found.quoted) == inside:
        first -= 1
    last = i + 1
    while last < within[1] and (last in found.quoted) == inside:
        last += 1
    return first, last


def _statement_at(view: View, lex: Lexicon, found: Found, i: int, within: Words) -> Draft | None:
    token = view.tokens[i]
    if token.pos not in ("VERB", "AUX", "ADJ") or "VerbForm=Inf" in token.feats and not _modal_before(view, i, within):
        return None
    hit = _best(view, lex, i, within)
    if hit is None:
        return None
    entry, cue, start, kind = hit
    subject = subject_of(view, lex, i, within)
    if subject is not None and (is_own(view, lex, subject) or _not_a_source(view, lex, subject, entry)):
        return None
    if subject is None and not view.block(i).kind in ("title", "heading"):
        return None
    end = content_end(view, lex, i, start, within)
    content = _pieces(view, kind, start, end)
    if not content:
        return None
    beside = company(view, lex, cue[-1] + 1, start)
    negated = _negated(view, i, cue, start)
    return Draft(
        content, "indirect", cue, i, entry, _stance(entry, negated, subject, view), split_holders(view, subject) if subject else (),
        relays=beside.relays, addressee=beside.addressee, negated=negated, headline=subject is None,
        reason=f"{entry.group}: {kind}",
    )  # fmt: skip


def _modal_before(view: View, i: int, within: Words) -> bool:
    """*vil love at …*: an infinitive counts under an auxiliary of the main clause."""
    return any(view.tokens[c].dep == "aux" and view.is_finite(c) for c in view.children[i] if within[0] <= c < i)


def _best(view: View, lex: Lexicon, i: int, within: Words) -> tuple[Cue, tuple[int, ...], int, str] | None:
    """The entry at ``i`` whose complement is there: (entry, cue words, first word of the content, kind)."""
    for entry in lex.cues.get(view.lows[i], ()):
        hit = cue_at(view, lex, i, within[1], entry.takes) if not entry.tail else _tailed(view, entry, i, within)
        if hit is None or not entry.takes & _WANTED or entry.passive:
            continue
        cue = hit[1] if entry.tail else (i,)
        place = _complement(view, lex, entry, i, cue, within)
        if place is not None:
            return entry, cue, *place
    return None


def _tailed(view: View, entry: Cue, i: int, within: Words) -> tuple[Cue, tuple[int, ...]] | None:
    for j in range(i + 1, min(i + 10, within[1])):
        if view.matches(j, entry.tail, within[1]):
            return entry, (i, *range(j, j + len(entry.tail)))
        if view.lows[j] in (",", ":", "at", "å"):
            return None
    return None


def _complement(
    view: View, lex: Lexicon, entry: Cue, i: int, cue: tuple[int, ...], within: Words
) -> tuple[int, str] | None:
    """Where the content begins after the cue, by the kinds that the entry takes."""
    after = cue[-1] + 1
    if "that" in entry.takes and (at := _marker(view, i, after, within, ("at",))) is not None:
        return at + 1, "at-clause"
    if "ask" in entry.takes and (at := _question(view, lex, i, after, within)) is not None:
        return at + (view.lows[at] == "om"), "question"
    if (
        "to" in entry.takes
        and (at := _marker(view, i, after, within, ("å",))) is not None
        and _adjacent(view, lex, cue, at)
    ):
        return at, "infinitive"
    if "bare" in entry.takes and (at := _bare(view, i, after, within)) is not None:
        return at, "clause without at"
    if "thing" in entry.takes and (at := _thing(view, lex, entry, i, after, within)) is not None:
        return at, "noun phrase"
    if "name" in entry.takes and (at := _named(view, i, after, within)) is not None:
        return at, "description"
    return None


def _marker(view: View, i: int, after: int, within: Words, words: tuple[str, ...]) -> int | None:
    """The complementizer of the cue: the first one after it with no verb or clause between."""
    for j in range(after, min(after + _GAP, within[1])):
        if view.lows[j] in words and view.tokens[j].pos in ("SCONJ", "PART", "ADP", "PRON", "ADV"):
            return j
        if view.is_finite(j) and not _in_relative(view, after, j):
            return None
        if view.lows[j] in (":", ";", "."):
            return None
        if view.lows[j] == "," and not _parenthesis(view, j, within):
            return None
    return None


def _in_relative(view: View, after: int, j: int) -> bool:
    return any(view.lows[k] in ("som", "der") for k in range(after, j))


def _parenthesis(view: View, comma: int, within: Words) -> bool:
    """A comma that opens an apposition or a relative clause, or stands straight before *at*."""
    follow = comma + 1
    if follow >= within[1]:
        return False
    return (
        view.lows[follow] in ("at", "som", "blant", "mellom", "ifølge", "ifølgje")
        or view.is_nominal(follow)
        and any(view.lows[k] == "," for k in range(follow, min(follow + 8, within[1])))
    )


def _adjacent(view: View, lex: Lexicon, cue: tuple[int, ...], at: int) -> bool:
    """Only adverbs, pronouns and the person asked may stand between a cue and *å*."""
    between = range(cue[-1] + 1, at)
    return all(view.is_nominal(k) or view.tokens[k].pos in ("ADV", "PART", "ADP", "CCONJ") for k in between)


def _question(view: View, lex: Lexicon, i: int, after: int, within: Words) -> int | None:
    for j in range(after, min(after + 5, within[1])):
        if view.lows[j] in lex.questions and (view.lows[j] != "om" or _finite_soon(view, j, within)):
            linked = view.tokens[j].head
            return j if view.lows[j] != "når" and (linked > j or view.lows[j] == "om") else None
        if view.is_finite(j) or view.tokens[j].pos in ("ADP", "PUNCT", "SCONJ"):
            return None
    return None


def _finite_soon(view: View, j: int, within: Words) -> bool:
    return any(view.is_finite(k) for k in range(j + 1, min(j + 8, within[1]))) and view.tokens[j].pos == "SCONJ"


def _bare(view: View, i: int, after: int, within: Words) -> int | None:
    """*mener 42 kroner er for lavt*: a finite clause whose subject stands straight after the cue and its subject."""
    own = [c for c in view.children[i] if view.tokens[c].dep in ("nsubj", "nsubj:pass")]
    start = after
    if own and own[0] > i:
        start = max(start, max(view.subtree(own[0], within)) + 1)
    while (
        start < within[1]
        and view.tokens[start].pos == "ADV"
        and view.lows[start] in ("også", "òg", "likevel", "nå", "no", "derfor", "videre", "dessuten")
    ):
        start += 1
    clause = next(
        (
            c
            for c in view.children[i]
            if c >= start and view.tokens[c].dep in ("ccomp", "xcomp") and _has_subject(view, c, start)
        ),
        None,
    )
    if clause is None:
        return None
    words = view.subtree(clause, within)
    first = min(w for w in words if w >= start)
    if first > start + 2 or any(view.lows[k] in (",", ":", ".") for k in range(after, first)):
        return None
    if view.lows[first] in ("at", "å", "som", "hvis", "når", "da", "då", "fordi"):
        return None
    return first


def _has_subject(view: View, clause: int, start: int) -> bool:
    subjects = [c for c in view.children[clause] if view.tokens[c].dep in ("nsubj", "nsubj:pass", "expl")]
    finite = view.is_finite(clause) or any(
        view.is_finite(c) for c in view.children[clause] if view.tokens[c].dep in ("aux", "cop", "aux:pass")
    )
    return finite and any(c >= start for c in subjects)


def _thing(view: View, lex: Lexicon, entry: Cue, i: int, after: int, within: Words) -> int | None:
    """A noun phrase as content: what is confirmed, demanded, promised; only reports can be denied."""
    head = next((c for c in view.children[i] if view.tokens[c].dep in ("obj", "obl") and c >= after), None)
    if head is None or view.tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    if entry.stance == "deny" and not view.lows[head].startswith(_REPORTS):
        return None
    words = [w for w in view.subtree(head, within) if w >= after]
    return min(words) if words and min(words) - after <= 2 else None


_REPORTS = (
    "opplysning", "påstand", "påstad", "anklag", "beskyldning", "kritikk", "rykt", "meld", "mistank", "skulding", "klag",
    "saka", "historie", "teori", "spekulasjon", "framstilling", "fremstilling", "innhold", "versjon", "skyld",
)  # fmt: skip


def _named(view: View, i: int, after: int, within: Words) -> int | None:
    """*kaller avslaget «en lettvint beslutning»*: only with the words themselves in marks."""
    start = after
    while (
        start < within[1]
        and view.tokens[start].pos in ("ADV", "PRON")
        and view.lows[start] in ("han", "hun", "ho", "også", "òg")
    ):
        start += 1
    stop = next((k for k in range(start, within[1]) if view.lows[k] in (".", ":", ";") or view.is_finite(k)), within[1])
    return start if any(view.lows[k] in ("«", '"', "”", "“") for k in range(start, stop)) else None


def _not_a_source(view: View, lex: Lexicon, subject: Words, entry: Cue) -> bool:
    """Things show and expletives say nothing; only a document may *vise at*."""
    low = view.lows[subject[1] - 1]
    if subject[1] - subject[0] == 1 and low in (
        "det",
        "dette",
        "som",
        "som",
        "seg",
        "der",
        "noe",
        "noko",
        "den",
        "hva",
        "kva",
    ):
        return True
    if entry.documents_only:
        return not any(view.lows[k] in lex.holders["document"] for k in range(*subject))
    return False


def _negated(view: View, i: int, cue: tuple[int, ...], start: int) -> bool:
    return any(view.lows[k] in _NOT for k in range(max(0, i - 3), start) if view.sentence_of[k] == view.sentence_of[i])


def _stance(entry: Cue, negated: bool, subject: Words | None, view: View) -> str:
    none = subject is not None and view.lows[subject[0]] in ("ingen", "verken", "hverken", "korkje")
    if not (negated or none):
        return entry.stance
    if entry.group == "confirm":
        return "decline"
    if entry.stance in ("deny", "doubt"):
        return "assert"
    return "deny" if any(form in entry.forms for form in ("tro", "tru", "mene", "meine")) else entry.stance


def content_end(view: View, lex: Lexicon, cue: int, start: int, within: Words) -> int:
    """The end of the content that begins at ``start``: the first border whose rest does not belong to it."""
    limit = within[1]
    while limit > start and view.lows[limit - 1] in (".", "!", "?", "…", ":", ";"):
        limit -= 1
    head = _content_head(view, cue, start, limit)
    inside = set(view.subtree(head, (start, limit))) if head is not None else set()
    for i in range(start + 1, limit):
        if _ends_here(view, lex, cue, i, limit, inside, start):
            return i
    return limit


def _content_head(view: View, cue: int, start: int, limit: int) -> int | None:
    """The topmost word of the content: the one whose head lies before it."""
    for i in range(start, limit):
        if not start <= view.tokens[i].head < limit and view.tokens[i].pos != "PUNCT":
            return i
    for i in range(start, limit):
        if view.tokens[i].head == i:
            return i
    return None


def _ends_here(view: View, lex: Lexicon, cue: int, i: int, limit: int, inside: set[int], start: int) -> bool:
    low = view.lows[i]
    if low in (":", ";") or low in DASHES and view.lows[i - 1] in CLOSING | {",", "."}:
        return True
    if low == ",":
        follow = view.lows[i + 1] if i + 1 < limit else ""
        if follow in ("og", "men", "mens", "medan", "samt", "for"):
            return _outer_clause(view, lex, cue, i + 1, limit, inside, comma=True)
        if attribution_at(view, lex, i, limit) is not None:
            return True
        if follow in ("uten", "utan") or follow in ("noe", "noko") and view.matches(i + 2, ("som",), limit):
            return True
        if follow in ("skriver", "skriv", "ifølge", "ifølgje"):
            return True
        return _leaves(view, i, limit, inside, start)
    if low in ("og", "men") and view.lows[i - 1] != ",":
        return _outer_clause(view, lex, cue, i, limit, inside, comma=False)
    return low in OPENING and False


def _leaves(view: View, comma: int, limit: int, inside: set[int], start: int) -> bool:
    """True where the tree takes all that follows the comma out of the content."""
    rest = [k for k in range(comma + 1, limit) if view.tokens[k].pos != "PUNCT"]
    if not rest or not inside or any(k in inside for k in rest):
        return False
    verb = any(view.is_finite(k) for k in rest)
    return verb and len(inside) > 1


def _outer_clause(view: View, lex: Lexicon, cue: int, joint: int, limit: int, inside: set[int], comma: bool) -> bool:
    """A conjunction after which the reporting clause goes on: *, men vil ikkje seie …*, *og la til at …*."""
    j = joint + 1
    while j < limit and view.tokens[j].pos in ("ADV", "PART") and not view.is_finite(j):
        j += 1
    if j >= limit or view.lows[j] == "at":
        return False
    if view.is_finite(j):
        if comma or preposition_at(view, lex, j, limit):
            return True
        takes = cue_at(view, lex, j, limit, frozenset(("that", "to")))
        says = takes is not None and any(view.lows[k] in ("at", "om", "å") for k in range(j + 1, min(j + 10, limit)))
        return says and (j not in inside or view.tokens[j].head == cue) or view.tokens[j].head == cue
    if view.lows[joint] == "og" and not comma:
        return False
    return comma and _main_clause(view, j, limit, inside)


def _main_clause(view: View, j: int, limit: int, inside: set[int]) -> bool:
    """Subject and verb after the conjunction, outside the content by the tree."""
    rest = [k for k in range(j, limit) if view.tokens[k].pos != "PUNCT"]
    return bool(rest) and not any(k in inside for k in rest) and any(view.is_finite(k) for k in rest)


def _pieces(view: View, kind: str, start: int, end: int) -> tuple[Words, ...]:
    words = trimmed(view, (start, end))
    return (words,) if words[1] > words[0] else ()


__all__ = ["content_end", "find_clauses"]
_ = Relay
