"""The holder's commitment: the cue decides first, then what the words say; and the hedges inside."""

from itertools import pairwise

from belegg.annotate._draft import Draft
from belegg.annotate._lexicon import Lexicon, Phrases, word_list
from belegg.annotate._tidings import bids, is_to_come, refuses
from belegg.annotate._view import View, Words
from belegg.core.annotation import Stance
from belegg.core.spans import Span
from belegg.text.grammar import (
    ANYBODY,
    BE_INFINITIVE,
    BE_PARTICIPLE,
    BECOME_PARTICIPLE,
    CONDITIONS,
    FIRST_PERSON,
    MUST,
    NOBODY,
    NOT,
    NOTHING,
    SHALL,
    SPEAKER,
    SPEAKERS,
    WHEN,
    WILL,
    YOU,
)

_NEUTRAL_SPEAKERS = FIRST_PERSON | {"man"}
_BEEN = BE_PARTICIPLE | BECOME_PARTICIPLE
_STATES = BE_INFINITIVE | {"ha"}
_SUBORDINATE = CONDITIONS | WHEN | {"som"}
_NOBODY_ELSE = FIRST_PERSON | ANYBODY | {"det", "dette", "hun", "ho", "han"}


def stance_of(view: View, lex: Lexicon, draft: Draft) -> Stance:
    """The stance by the cue, or by the content where the cue is neutral."""
    if draft.stance != "neutral":
        return draft.stance
    if draft.entry is not None and draft.entry.stance != "neutral" and draft.mode == "indirect" and not draft.negated:
        return draft.entry.stance
    if (
        draft.mode == "direct"
        and draft.entry is not None
        and draft.entry.stance in ("urge", "promise", "deny", "expect")
    ):
        return draft.entry.stance
    if _forecast(view, draft) or _was_to_come(view, draft):
        return "expect"
    return by_content(view, lex, draft.content, draft.mode == "direct")


def _forecast(view: View, draft: Draft) -> bool:
    """*blir det anke, tror X*: a belief whose main verb is about to happen."""
    if draft.mode != "indirect" or not any(view.lows[k] in _BELIEVING for k in draft.cue):
        return False
    a, b = draft.content[-1]
    main = next((k for k in range(a, b) if view.is_finite(k) and _top(view, k, (a, b))), None)
    if main is None:
        return False
    guessing = any(view.lows[k] in _GUESSING for k in draft.cue)
    return view.lows[main] in _BECOMING or (guessing and _to_come(view, main, b))


def _was_to_come(view: View, draft: Draft) -> bool:
    """*sa at de kom til å diskutere alt*: what was to come when it was said; without a past cue *kom til å* befell."""
    a, b = draft.content[0]
    main = _main_verb(view, a, b) if draft.mode != "direct" else None
    past = any("Tense=Past" in view.tokens[k].feats for k in draft.cue)
    return past and main is not None and view.lows[main] == "kom" and _spread(view, main, ("kom", "til", "å"), b)


def _to_come(view: View, main: int, limit: int) -> bool:
    """*tror dommen betyr slutten*, *trur ho er ferdig onsdag*: what is guessed in the present is about to happen."""
    if view.lows[main] in ("er", "har"):
        return any(view.lows[k] in _COMING for k in range(main + 1, min(main + 4, limit)))
    if view.lows[main] == "kan":
        verb = next((k for k in range(main + 1, limit) if "VerbForm=Inf" in view.tokens[k].feats), None)
        return verb is not None and view.lows[verb] not in _STATES
    return "Tense=Pres" in view.tokens[main].feats and view.lows[main] not in _LASTING


def _opening(view: View, content: tuple[Words, ...]) -> tuple[Words, ...]:
    """The first sentence of words said: what stands deeper in a long quotation is not its main point."""
    first, last = content[0]
    stop = next((k + 1 for k in range(first, last) if view.lows[k] in (".", "!", "?")), last)
    return ((first, stop),)


def _first_clause(view: View, content: tuple[Words, ...]) -> tuple[Words, ...]:
    """*at vedtaket er en skandale, og at styret må gå*: the first of two clauses is the main point."""
    first, last = content[0]
    cut = next((k for k in range(first + 1, last - 1) if view.lows[k : k + 2] in (("og", "at"), ("men", "at"))), last)
    return ((first, cut), *content[1:]) if cut == last else ((first, cut),)


def by_content(view: View, lex: Lexicon, content: tuple[Words, ...], direct: bool) -> Stance:
    """What the words commit to by themselves."""
    if _holds(view, content, lex.saying["decline"]) or any(_no_comment(view, words) for words in content):
        return "decline"
    if refuses(view, lex, _opening(view, content)[0]):
        return "decline"
    if direct and bids(view, content[0]):
        return "urge"
    if direct and _opens_with(view, content, lex.saying["deny"]):
        return "deny"
    if direct and view.lows[content[-1][1] - 1] == "?":
        return "assert"
    told = _opening(view, content) if direct else content
    if (
        _hearsay_apart(view, content)
        or hedged(view, lex, told, "allege", direct)
        or any(rumours(view, words, direct) for words in told)
    ):
        return "allege"
    sentences = sum(view.lows[k] in (".", "!", "?") for a, b in content for k in range(a, b - 1))
    asked = _first_clause(view, content) if not direct else _opening(view, content) if sentences > 1 else content
    if _urges(view, lex, asked, direct):
        return "urge"
    if direct and _foresees(view, lex, content):
        return "expect"
    planned = not direct and bool(hedged(view, lex, content, "expect"))
    return "expect" if planned or _future(view, lex, content, direct) else "assert"


def _no_comment(view: View, words: Words) -> bool:
    """*har foreløpig ikke noen kommentar*, *ingen flere kommentarer*: a negation, then a comment, in a short clause."""
    for i in range(*words):
        if view.lows[i] in _REFUSING:
            near = view.lows[i + 1 : min(i + 5, words[1])]
            return any(low.startswith("kommentar") for low in near) and words[1] - words[0] < 16
    return False


def _hearsay_apart(view: View, content: tuple[Words, ...]) -> bool:
    """*X skal, ifølge Y, ha gjort*: the two halves of the hearsay in two pieces of the content."""
    pairs = pairwise(content)
    return any(view.lows[a[1] - 1] in SHALL and view.lows[b[0]] == "ha" for a, b in pairs)


def _holds(view: View, content: tuple[Words, ...], phrases: Phrases) -> bool:
    return any(phrases.at(view.lows, i, b) for a, b in content for i in range(a, b))


def _opens_with(view: View, content: tuple[Words, ...], phrases: Phrases) -> bool:
    return any(phrases.at(view.lows, i, b) for a, b in content[:1] for i in range(a, min(a + 3, b)))


def _urges(view: View, lex: Lexicon, content: tuple[Words, ...], direct: bool) -> bool:
    """*Vi ber alle …*, *alle bør …*: somebody else is asked to act. *Vi må* is no demand on others."""
    for a, b in content:
        for i in range(a, b):
            if view.tokens[i].pos not in ("AUX", "VERB") or not view.is_finite(i):
                continue
            if view.lows[i] in _PLEADING and direct:
                return any(view.lows[k] in FIRST_PERSON for k in range(max(a, i - 2), min(i + 3, b)))
            if _likely(view, i, b) or _comes_first(view, i, (a, b)):
                continue
            if view.lows[i] in ("bør", "burde", "må") and _somebody_else(view, i, (a, b)) and _top(view, i, (a, b)):
                return True
    return False


def _likely(view: View, i: int, limit: int) -> bool:
    """*kvinnen må ha opplevd noe*: what is concluded, not asked."""
    near = range(i + 1, min(i + 4, limit))
    have = next((k for k in near if view.lows[k] == "ha"), None)
    return view.lows[i] in MUST and have is not None and _participle_after(view, have, limit)


def _comes_first(view: View, i: int, words: Words) -> bool:
    """*Først må dykkarane sikre vraket*: what comes before what, asked of nobody."""
    near = range(max(words[0], i - 2), min(i + 3, words[1]))
    return view.lows[i] in MUST and any(view.lows[k] in ("først", "fyrst") for k in near)


def _somebody_else(view: View, i: int, words: Words) -> bool:
    """The one who must act is neither the speaker nor *det*."""
    near = [view.lows[k] for k in range(max(words[0], i - 4), min(i + 2, words[1]))]
    if any(low in _NOBODY_ELSE for low in near):
        return False
    head = view.tokens[i].head
    subject = view.child(head, "nsubj", "nsubj:pass")
    passive = any("Voice=Pass" in view.tokens[k].feats for k in (i, head))
    return (
        subject is not None
        and not passive
        and (view.mention_of[subject] >= 0 or view.lows[subject] in _EVERYBODY or _animate(view, subject))
    )


def _animate(view: View, i: int) -> bool:
    return view.lows[i].endswith(_ABLE)


def _top(view: View, i: int, words: Words) -> bool:
    """Not inside a subordinate clause."""
    head = view.tokens[i].head if view.tokens[i].dep == "aux" else i
    return view.tokens[head].dep not in ("advcl", "acl:relcl", "acl")


def _future(view: View, lex: Lexicon, content: tuple[Words, ...], direct: bool) -> bool:
    """The main verb is about what is to come."""
    first = _opening(view, content)[0][1] if direct else content[0][1]
    for a, b in content[:1]:
        main = _main_verb(view, a, b)
        if main is not None and not direct and is_to_come(view, lex, main, (a, b)):
            return True
        for i in range(a, b):
            for phrase in lex.future.starting(view.lows[i]):
                if direct and phrase in (("ville",), ("skulle",)):
                    continue
                if len(phrase) == 1 and i == main and view.lows[i] == phrase[0] and not _past_after(view, i, b):
                    return True
                if phrase == ("etter", "planen") and view.lows[i - 1] in _WENT:
                    continue
                own = any(low in _NEUTRAL_SPEAKERS for low in view.lows[i : i + 4])
                if len(phrase) > 1 and _spread(view, i, phrase, b) and (i < first or not own):
                    return True  # what the speaker adds of his own plans is not the main point
    return False


def _foresees(view: View, lex: Lexicon, content: tuple[Words, ...]) -> bool:
    """*Jeg tror ikke vi får noe rentekutt*: the speaker's own forecast."""
    for a, b in content:
        for i in range(a, b):
            if view.lows[i] in _BELIEVING and any(
                view.lows[k] in FIRST_PERSON for k in range(max(a, i - 2), min(i + 2, b))
            ):
                return any(view.lows[k] in _BECOMING for k in range(i + 1, min(i + 8, b)))
    return False


_WISHES = tuple((low,) for low in word_list("wished"))
_PLEADING = word_list("pleading")
_EVERYBODY = word_list("everybody")
_ABLE = tuple(word_list("able_ends"))
_REFUSING = NOT | NOBODY | NOTHING
_WENT = word_list("went")  # *operasjonen gikk etter planen* is past
_PLANNED, _UNPLANNED = word_list("planned"), word_list("unplanned")
_BELIEVING = word_list("believing")
_BECOMING = word_list("becoming")
_GUESSING = word_list("guessing")
_LASTING = word_list("lasting")


def _spread(view: View, i: int, phrase: tuple[str, ...], limit: int) -> bool:
    """*kommer Kim trolig til å*: the phrase with its subject or an adverb inside."""
    if view.lows[i] != phrase[0]:
        return False
    barred = _UNPLANNED if phrase[-1] in _PLANNED else frozenset()
    near = range(i + 1, min(i + 7, limit))
    return any(view.matches(k, phrase[1:], limit) and view.lows[k - 1] not in barred for k in near)


def _main_verb(view: View, a: int, b: int) -> int | None:
    """The first finite verb that is not in a subordinate clause before the main one."""
    for i in range(a, b):
        if (
            view.is_finite(i)
            and _top(view, i, (a, b))
            and not any(view.lows[k] in _SUBORDINATE for k in range(max(a, i - 3), i))
        ):
            return i
    return None


def _past_after(view: View, i: int, limit: int) -> bool:
    """*vil ha gjort*, *skal ha gjort* are no plans."""
    near = range(i + 1, min(i + 5, limit))
    unreal = view.lows[i] in ("ville", "skulle") and any(view.lows[k] in _BEEN for k in near)
    if view.lows[i] in WILL and view.lows[i + 1 : i + 2] in _WISHES:
        return True  # *vi vil vite hvorfor*, *flere vil ha svar*: a wish
    perfect = any(view.lows[k] == "ha" and _participle_after(view, k, limit) for k in near if k < limit)
    return unreal or perfect


def hedged(view: View, lex: Lexicon, content: tuple[Words, ...], kind: str, direct: bool = False) -> list[Span]:
    """The hedging words of one kind in the content; *skal … ha* may have a word between."""
    out: list[Span] = []
    opening = lex.hedges[kind].by_first
    for a, b in content:
        i = a
        while i < b:
            words = _hedge_at(view, lex, i, b, kind, direct) if view.lows[i] in opening else None
            if words:
                out.append(view.span(words))
                i = words[1]
            else:
                i += 1
    return out


def _hedge_at(view: View, lex: Lexicon, i: int, limit: int, kind: str, direct: bool) -> Words | None:
    for phrase in lex.hedges[kind].starting(view.lows[i]):
        if direct and phrase == ("skulle", "ha"):
            return None  # *Det skulle ikke ha skjedd*: said of oneself, no hearsay
        if phrase in (("skal", "ha"), ("skulle", "ha")):
            for j in range(i + 1, min(i + 6, limit)):
                if view.lows[j] == "ha" and not any(view.lows[k] in (",", "å", "at") for k in range(i, j)):
                    return (i, j + 1) if _participle_after(view, j, limit) else None
        elif view.matches(i, phrase, limit) and not (phrase == ("etter", "planen") and view.lows[i - 1] in _WENT):
            return i, i + len(phrase)
    return None


def _participle_after(view: View, j: int, limit: int) -> bool:
    """*ha gjort, ha ikke svart*: a participle, with no more than an adverb before it; *ha et møte* is no perfect."""
    k = j + 1
    while k < limit and k < j + 3 and view.tokens[k].pos in ("ADV", "PART"):
        k += 1
    return k < limit and ("VerbForm=Part" in view.tokens[k].feats or view.tokens[k].pos in ("VERB", "AUX"))


def hedges(view: View, lex: Lexicon, content: tuple[Words, ...]) -> tuple[Span, ...]:
    """All hedging words in the content, in order."""
    found = {span for kind in ("allege", "expect", "likely", "soft") for span in hedged(view, lex, content, kind)}
    kept = [s for s in found if not any(o is not s and o.contains(s) and o != s for o in found)]
    return tuple(sorted(kept))


def rumours(view: View, words: Words, direct: bool = False) -> list[Span]:
    """*skal være pågrepet, skal være villig til*: *skal* with a state is hearsay, unless it is readiness to come.

    Negated (*skal ikke være redd*), or of oneself and those one talks to, a state is a rule; so it is in direct speech.
    """
    for i in range(words[0], words[1] - 2):
        if view.lows[i] != "skal":
            continue
        be = next((k for k in range(i + 1, min(i + 4, words[1] - 1)) if view.lows[k] in BE_INFINITIVE), None)
        if be is None:
            continue
        near = view.lows[max(words[0], i - 1) : be]
        rule = view.tokens[be + 1].pos == "ADJ" and (direct or not NOT.isdisjoint(near))
        if rule or not _ONESELF.isdisjoint(near) or "," in near or "å" in near:
            continue
        if _state(view, be + 1):
            return [view.tokens[i].span]
    return []


def _state(view: View, i: int) -> bool:
    token = view.tokens[i]
    done = "VerbForm=Part" in token.feats or (token.pos == "VERB" and token.dep != "xcomp")
    return (done or token.pos == "ADJ") and view.lows[i] not in _COMING


_COMING = word_list("coming")
_ONESELF = SPEAKER | SPEAKERS | YOU | ANYBODY
