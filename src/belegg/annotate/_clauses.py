"""Indirect speech: reporting verbs with their complements, and who the sources of these are."""

from collections.abc import Sequence
from dataclasses import replace

from belegg.annotate._attribution import company, is_newsroom
from belegg.annotate._borders import before_hearer, before_next_verb, content_end
from belegg.annotate._complements import Complement, clause_verb, complement_of
from belegg.annotate._contacts import opening_hearer, with_contact
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._impersonal import HEARING, STANDING, heard, impersonal, stands_for_body, turned_down
from belegg.annotate._lexicon import CueStance, Lexicon, lexicon, word_list
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import trimmed
from belegg.annotate._subjects import subject_of
from belegg.annotate._view import View, Words
from belegg.text import grammar
from belegg.text.grammar import CONDITIONS, FIRST_PERSON, HAVE, NEGATIONS

_EMPTY = word_list("empty_subjects")
_BE = grammar.BE | grammar.BE_INFINITIVE | grammar.BE_PARTICIPLE
_BE |= grammar.BECOME | grammar.BECOME_INFINITIVE | grammar.BECOME_PARTICIPLE
_AUXILIARIES = HAVE | grammar.BE | grammar.BECOME
_AGENT = grammar.FROM | {"av"}
_HAVE = HAVE | {"ha"}
_SPEAKING_MODALS = grammar.CAN | grammar.MUST | grammar.WILL | HAVE
_ASKING = word_list("asking")
_FINDING = word_list("finding")
_FINDERS = ("government", "organisation", "expert")  # who may find that something is so, as a document may
_ABSTRACT = tuple(word_list("abstract"))
_THINGS = word_list("things")
_CONFIRMING = frozenset(("bekrefte", "stadfeste"))  # not to confirm is to decline; not to admit is to deny
_DEMANDING = frozenset(("kreve", "krevje"))
_GETTING = frozenset(("få", low) for low in word_list("pleaded"))
_FOR_ONESELF = word_list("for_oneself")
_NOBODY = grammar.NOBODY | grammar.NEITHER
_LEADING = word_list("leading")
_UNREAL = grammar.WILL | grammar.SHALL | grammar.CAN | grammar.WITHOUT | CONDITIONS | NEGATIONS | {"om"}
_CHOOSING = word_list("choosing")
_AVOIDING = word_list("avoiding")
_THINKING = word_list("thinking")
_HOLDING_TRUE = word_list("holding_true")
_AGREED = word_list("agreed")


def find_clauses(view: View, lex: Lexicon, found: Found) -> None:
    """Adds the statements whose content is a complement of a reporting verb, also inside quotations."""
    told = _by_sentence(view, found.drafts)
    for number, sentence in enumerate(view.sentences):
        within = (sentence.first, sentence.last)
        contents = told.get(number, [])
        for i in range(*within):
            if i in found.used_cues or view.mention_of[i] >= 0:
                continue
            draft = None
            if view.lows[i] in lex.cues:
                draft = _statement_at(view, lex, found, i, _limits(found, contents, i, within))
                draft = draft or turned_down(view, lex, i, _limits(found, contents, i, within))
            if draft is None and view.lows[i] in HEARING:
                draft = heard(view, lex, i, _limits(found, contents, i, within))
            if draft is None and view.lows[i] in STANDING:
                draft = impersonal(view, lex, i, within)
            if draft is not None:
                passed = found.passing.get(view.sentence_of[i])
                if passed is not None and i not in found.quoted:
                    draft = replace(draft, relays=(*draft.relays, passed))
                draft = with_contact(view, lex, draft, within)
                found.add(draft)
                contents.extend(draft.content)
                found.drafts.extend(_echoes(view, lex, draft, within))


def _by_sentence(view: View, drafts: Sequence[Draft]) -> dict[int, list[Words]]:
    """The pieces of content found so far, by the sentence that they begin in."""
    out: dict[int, list[Words]] = {}
    for draft in drafts:
        for piece in draft.content:
            out.setdefault(view.sentence_of[piece[0]], []).append(piece)
    return out


def _limits(found: Found, contents: Sequence[Words], i: int, within: Words) -> Words:
    """The words of the sentence on the same side of the borders of quotations and other contents as ``i``."""
    inside = i in found.quoted
    first = i
    while first > within[0] and ((first - 1) in found.quoted) == inside:
        first -= 1
    last = i + 1
    while last < within[1] and (last in found.quoted) == inside:
        last += 1
    around = [piece for piece in contents if not inside and piece[0] <= i < piece[1]]
    return max([first, *(a for a, _ in around)]), min([last, *(b for _, b in around)])


def _statement_at(view: View, lex: Lexicon, found: Found, i: int, within: Words) -> Draft | None:
    token = view.tokens[i]
    if token.pos not in ("VERB", "AUX", "ADJ") and not view.is_finite(i):
        return None
    spoken = None if _governs(view, i, within) else _spoken_by(view, i, within)
    if spoken is None and not _governs(view, i, within):
        return None
    subject = subject_of(view, lex, i if spoken is None else spoken, within)
    hit = complement_of(view, lex, i, subject, within)
    if hit is not None and hit.entry.group == "sense" and subject is not None:
        hit = _learnt(view, lex, i, subject, hit)
    if hit is None or (spoken is not None and not _speaks(hit)):
        return None
    shorthand = subject is None and view.block(i).kind == "title" and i not in found.quoted
    if (subject is None and not shorthand) or (subject is not None and not _is_source(view, lex, subject, hit)):
        return None
    if (
        _unsaid(view, lex, i, subject, within, hit)
        or (spoken is None and _hypothetical(view, i, hit))
        or (subject is not None and _nobody_in_particular(view, i, hit, subject))
    ):
        return None
    if _passive(view, i) and not hit.entry.object_speaks:
        subject = _agent(view, i, hit)
        if subject is None:
            return None
    content = _content(view, lex, i, hit, within)
    if not content or lex.unnamed.at(view.lows, *content[0]):
        return None
    draft = _draft(view, lex, i, hit, subject, content)
    return _by_voice(view, lex, draft, hit, subject, i) if hit.entry.object_speaks or hit.entry.agent_speaks else draft


def _governs(view: View, i: int, within: Words) -> bool:
    """Finite, or under a finite auxiliary: a bare infinitive or participle reports nothing."""
    if view.is_finite(i):
        return True
    head = view.tokens[i].head
    if view.tokens[i].dep == "conj" and head < i and "VerbForm=Part" in view.tokens[i].feats:
        return within[0] <= head and view.tokens[head].pos == "VERB" and _governs(view, head, within)
    near = [c for c in view.children[i] if view.tokens[c].dep in ("aux", "aux:pass", "cop") and within[0] <= c < i]
    return any(view.is_finite(c) for c in near) or (
        "VerbForm=Part" in view.tokens[i].feats and _auxiliary_before(view, i)
    )


def _asked(view: View, i: int, subject: Words | None, within: Words) -> bool:
    """*spurte om de erkjente straffskyld*: what is asked is not said."""
    if subject is None or subject[0] > i:
        return False
    for k in range(i - 1, max(within[0], i - 6), -1):
        if view.lows[k] == "om" and view.tokens[k].pos == "SCONJ" and k > within[0]:
            return view.lows[k - 1] in _ASKING or view.lows[max(within[0], k - 2)] in _ASKING
        if view.is_finite(k) or view.lows[k] in (",", "at"):
            return False
    return False


def _learnt(view: View, lex: Lexicon, i: int, subject: Words, hit: Complement) -> Complement:
    """*VG erfarer at*: what an outlet learns has an unnamed source; what *lærerne erfarer* is their own."""
    entry = next((e for e in lex.cues[view.lows[i]] if e.agent_speaks and not e.tail), None)
    outlet = is_newsroom(view, lex, subject) or any(m.type in ("ORG", "PROD") for m in view.names_in(subject))
    return replace(hit, entry=entry) if entry is not None and outlet else hit


def _unsaid(view: View, lex: Lexicon, i: int, subject: Words | None, within: Words, hit: Complement) -> bool:
    """What is only asked, supposed or wondered about."""
    return _asked(view, i, subject, within) or _supposed(view, lex, i, subject, within, hit)


def _supposed(view: View, lex: Lexicon, i: int, subject: Words | None, within: Words, hit: Complement) -> bool:
    """*hvis kunden krever at*, *hvor han mener USA står*: a condition, or a question about what somebody thinks."""
    first = subject[0] if subject is not None and subject[0] < i else i
    bare = hit.kind in ("clause without at", "clause around the cue")
    for k in range(first - 1, max(within[0] - 1, first - 4), -1):
        if view.lows[k] in CONDITIONS or (bare and view.lows[k] in lex.questions - {"om", "når", "hvis"}):
            return True
        if view.tokens[k].pos not in ("ADV", "PART", "DET", "ADJ"):
            return False
    return False


def _spoken_by(view: View, i: int, within: Words) -> int | None:
    """*svarte med å si at*, *tok ordet for å minne om at*: the finite verb whose subject says it, if one does."""
    if "VerbForm=Inf" not in view.tokens[i].feats or view.lows[i - 1] != "å" or i - 2 < within[0]:
        return None
    if view.lows[i - 2] not in _LEADING and view.tokens[i - 2].lemma not in _CHOOSING:
        return None
    head, steps = view.tokens[i].head, 0
    while within[0] <= head < i and steps < 4:
        carriers = [c for c in (*view.children[head], head) if c < i and view.is_finite(c)]
        if carriers:
            near = range(max(within[0], carriers[0] - 3), i - 1)
            barred = any(view.lows[k] in _UNREAL for k in near) or view.tokens[head].lemma in _AVOIDING
            return None if barred else carriers[-1]
        head, steps = view.tokens[head].head, steps + 1
    return None


def _speaks(hit: Complement) -> bool:
    """A verb of speaking with an at-clause; what somebody is said to believe in passing is no statement."""
    spoken = hit.entry.group in ("say", "confirm", "deny", "admit", "promise", "worry", "urge", "announce")
    return hit.kind == "at-clause" and spoken and not any(form in _THINKING for form in hit.entry.forms)


def _hypothetical(view: View, i: int, hit: Complement) -> bool:
    """*vil be om våpen*, *skal kreve at*: only *kan, må, vil* before a clause report what is said now."""
    if "VerbForm=Inf" not in view.tokens[i].feats or view.is_finite(i):
        return False
    modals = [view.lows[c] for c in view.children[i] if view.tokens[c].dep == "aux" and c < i]
    if any(m in ("vil", "ville") for m in modals) and any(form in _THINKING for form in hit.entry.forms):
        return True  # *mange vil synes at*: foretold by the article
    return hit.kind in ("infinitive", "noun phrase", "request", "question") or not any(
        m in _SPEAKING_MODALS for m in modals
    )


def _nobody_in_particular(view: View, i: int, hit: Complement, subject: Words) -> bool:
    """*plasser som har ønsket å presse inn flest*; *ikke redd for å*; *ingen kan hevde at*; *situasjonen krever*."""
    modal = any(view.tokens[c].dep == "aux" and "VerbForm=Inf" in view.tokens[i].feats for c in view.children[i])
    if subject[1] - subject[0] == 1 and view.lows[subject[0]] in _NOBODY and (modal or hit.entry.group == "sense"):
        return True
    if view.lows[subject[0]] == "ingen" and hit.entry.group != "confirm" and not _believes(hit):
        return True  # *ingen kunder har meldt om tap*
    if hit.entry.stance == "urge" and not _demands(view, subject, bool(_DEMANDING & set(hit.entry.forms))):
        return True
    if hit.kind != "infinitive":
        return False
    oneself = hit.cue[-1] > i and view.lows[hit.cue[-1]] == "om" and view.lows[hit.start + 1] in _FOR_ONESELF
    unnamed = any(low.startswith("anonym") for low in view.lows[hit.start + 1 : hit.start + 5])
    if oneself and (unnamed or view.lows[hit.start + 1 : hit.start + 3] not in _GETTING):
        return True  # *ba om å få saken, å være anonym*: a request told by the article
    relative = view.tokens[i].dep == "acl:relcl" and not any(True for _ in view.names_in(subject))
    return relative or ((hit.entry.concern or hit.entry.group == "accuse") and _negated(view, hit, i))


def _demands(view: View, subject: Words, demanded: bool) -> bool:
    """Who asks for something is no mere thing: *situasjonen, demokrati, matlaging, å bygge her krever*."""
    if view.lows[subject[0]] == "å":
        return False
    if view.lows[subject[0]] in ("det", "dette") and subject[1] - subject[0] == 1 and demanded:
        return False  # *Det krever at*: a matter
    by = next((k for k in range(*subject) if view.tokens[k].pos == "ADP"), subject[1])
    if any(True for _ in view.names_in((subject[0], by))):
        return True
    head = next(
        (k for k in range(*subject) if view.tokens[k].pos == "NOUN" and "Case=Gen" not in view.tokens[k].feats), None
    )
    kinds = ("person", "government", "organisation", "collective", "document", "media", "expert", "anonymous", "agency")
    if head is None or any(view.lows[head] in lexicon().holders[kind] for kind in kinds):
        return True
    return not view.lows[head].endswith(_ABSTRACT) and view.lows[head] not in _THINGS


def _passive(view: View, i: int) -> bool:
    """*er ventet å*, *ble hevdet at*: a participle under *være, bli*."""
    participle = "VerbForm=Part" in view.tokens[i].feats or view.lows[i].endswith(("t", "d", "a", "de", "te"))
    if "VerbForm=Inf" in view.tokens[i].feats or not participle:
        return False
    near = [k for k in range(max(view.sentence(i)[0], i - 6), i) if view.lows[k] in _BE | _HAVE]
    if not near or view.lows[near[-1]] not in _BE:
        return False
    return not any(view.tokens[k].pos in ("CCONJ", "SCONJ", "PUNCT") for k in range(near[-1], i))


def _agent(view: View, i: int, hit: Complement) -> Words | None:
    by = next((k for k in range(i + 1, hit.start) if view.lows[k] == "av"), None)
    return phrase_from(view, by + 1, hit.start) if by is not None else None


def _auxiliary_before(view: View, i: int) -> bool:
    return any(view.lows[k] in _AUXILIARIES for k in range(max(view.sentence(i)[0], i - 5), i))


def _content(view: View, lex: Lexicon, i: int, hit: Complement, within: Words) -> tuple[Words, ...]:
    past = clause_verb(view, hit.start, within) if hit.kind == "clause without at" else None
    end = content_end(view, lex, i, hit.start, within, past or 0)
    if hit.kind == "noun phrase":
        end = before_hearer(view, hit.start, end)
    if hit.kind in ("infinitive", "request"):
        end = before_next_verb(view, hit.start, end)
    pieces = [w for w in (hit.fronted, (hit.start, end)) if w is not None]
    return tuple(w for w in (trimmed(view, p) for p in pieces) if w[1] > w[0])


def _draft(
    view: View, lex: Lexicon, i: int, hit: Complement, subject: Words | None, content: tuple[Words, ...]
) -> Draft:
    hearer = content[-1][1] < view.sentence(i)[1] and view.lows[content[-1][1]] == "overfor"
    spot = (content[-1][1], view.sentence(i)[1]) if hearer else (hit.cue[-1] + 1, hit.start)
    beside = company(view, lex, *spot)
    front = opening_hearer(view, lex, i, subject)
    negated = _negated(view, hit, i)
    holders = split_holders(view, subject) if subject else ()
    return Draft(
        content, "indirect", hit.cue, i, hit.entry, _stance(view, hit, negated, subject),
        holders, relays=(*beside.relays, *front.relays), addressee=beside.addressee or front.addressee, negated=negated,
        headline=subject is None, reason=f"{hit.entry.group}: {hit.kind}",
    )  # fmt: skip


def _by_voice(view: View, lex: Lexicon, draft: Draft, hit: Complement, subject: Words | None, i: int) -> Draft | None:
    """Verbs whose subject is not the source: *siterer X på at*, *siteres av Y på at*, *får opplyst av X at*."""
    if subject is None:
        return None
    agent = next((k for k in range(i + 1, hit.start) if view.lows[k] in _AGENT and k not in hit.cue), None)
    spoken = phrase_from(view, agent + 1, hit.start) if agent is not None else None
    if hit.entry.agent_speaks:
        if not (is_newsroom(view, lex, subject) or any(m.type in ("ORG", "PROD") for m in view.names_in(subject))):
            return None
        holders = split_holders(view, spoken) if spoken else ()
        cue = (*draft.cue, agent) if agent is not None and spoken else draft.cue
        told = spoken is None
        return replace(draft, cue=cue, holders=holders, relays=(Relay(subject),), addressee=None, told_outlet=told)
    if view.lows[i].endswith(("es", "ast")) or not view.is_finite(i):
        return replace(draft, relays=(Relay(spoken),) if spoken else (), addressee=None)
    quoted = phrase_from(view, i + 1, hit.start)
    if quoted is None:
        return None
    return replace(draft, holders=split_holders(view, quoted), relays=(Relay(subject),), addressee=None)


def _is_source(view: View, lex: Lexicon, subject: Words, hit: Complement) -> bool:
    """The speaker's own pronoun and expletives are none; only a document may *vise at*."""
    speaker = view.lows[subject[0]] in FIRST_PERSON  # *vi i styret*
    empty = subject[1] - subject[0] == 1 and view.lows[subject[0]] in _EMPTY
    if speaker or is_own(view, lex, subject) or (empty and not stands_for_body(view, subject[0], hit)):
        return False
    if hit.entry.documents_only:
        kinds = ("document", *(_FINDERS if any(form in _FINDING for form in hit.entry.forms) else ()))
        researchers = len(kinds) > 1 and any(view.lows[k].startswith("forsk") for k in range(*subject))
        return researchers or any(view.lows[k] in lex.holders[kind] for k in range(*subject) for kind in kinds)
    return not (hit.kind == "infinitive" and view.lows[subject[1] - 1] in ("saken", "saka", "det"))


def _negated(view: View, hit: Complement, i: int) -> bool:
    """A negation beside the cue, not one inside the content or in another clause."""
    near = range(max(view.sentence(i)[0], i - 3), max(hit.start, i + 1))
    spots = [k for k in near if view.lows[k] in NEGATIONS and k not in hit.cue]
    return any(not any(view.lows[m] == "," for m in range(min(k, i), max(k, i))) for k in spots)


def _stance(view: View, hit: Complement, negated: bool, subject: Words | None) -> CueStance:
    entry = hit.entry
    if entry.group in ("warn", "worry") and hit.kind == "infinitive" and _warned(view, hit, subject):
        return "urge"
    nobody = subject is not None and view.lows[subject[0]] in _NOBODY
    if not (negated or nobody):
        return entry.stance
    if entry.group == "confirm":
        return "decline" if any(form in _CONFIRMING for form in entry.forms) else "deny"
    if "lit" in entry.tail:
        return "doubt"
    if "utelukke" in entry.forms:
        return "expect"
    if entry.stance in ("deny", "doubt"):
        return "assert"
    if entry.group == "promise":
        return "decline"
    return "deny" if _believes(hit) else entry.stance


def _believes(hit: Complement) -> bool:
    """A belief or an agreement: not to have it is to deny."""
    believing = any(form in _HOLDING_TRUE for form in hit.entry.forms)
    return believing or any(word in hit.entry.tail for word in _AGREED)


def _warned(view: View, hit: Complement, subject: Words | None) -> bool:
    """*advarer rederiene mot å seile*: somebody is told not to; *advarer mot å vente* only fears."""
    return "mot" in hit.entry.tail and any(
        view.is_nominal(k) and not (subject is not None and subject[0] <= k < subject[1])
        for k in range(hit.cue[0] + 1, hit.cue[-1])
    )


def _echoes(view: View, lex: Lexicon, draft: Draft, within: Words) -> list[Draft]:
    """*avviser at P, slik brannsjefen har sagt*: a second source of the same content."""
    at = draft.end
    if at + 3 >= within[1] or view.lows[at] != "," or view.lows[at + 1] not in ("slik", "som", "sånn"):
        return []
    words = phrase_from(view, at + 2, within[1])
    if words is None or is_own(view, lex, words):
        return []
    stop = next((k for k in range(words[1], within[1]) if view.lows[k] == ","), within[1])
    cue = next((k for k in range(words[1], min(words[1] + 5, stop)) if _plain_cue(view, lex, k)), None)
    if cue is None:
        return []
    used = tuple(range(words[1], cue + 1))
    return [
        Draft(
            draft.content, "indirect", used, cue, None, "neutral", split_holders(view, words), reason="slik X har sagt"
        )
    ]


def _plain_cue(view: View, lex: Lexicon, k: int) -> bool:
    """A reporting word that needs no further words."""
    return any("quote" in entry.takes and not entry.tail for entry in lex.cues.get(view.lows[k], ()))
