"""What the words around a name tell of its type: titles, announcing nouns, prepositions, verbs, marks."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from belegg.annotate._lexicon import lexicon
from belegg.annotate._name_fixed import MARKS, opens_title
from belegg.annotate._name_words import Draft, Words, is_capital, is_known
from belegg.core.words import NameType
from belegg.text.grammar import ACCORDING, ARTICLES, FROM, GET, PLACE_PREPOSITIONS, THIRD_PERSON
from belegg.text.name_data import first_names, head_words, word_endings
from belegg.text.titles import is_definite, title_base, title_fields

_AGE = re.compile(r"\s*\(\d{1,3}\)|, ?\d{1,3} år|\s*\((?:f\. ?|født |fødd )?\d{2,4}(?: ?[–-] ?\d{2,4})?\)")
_CREDIT = re.compile(r"(?:[Ff]oto|[Ii]ll(?:ustrasjon|\.)?|[Gg]rafikk|[Vv]ideo|[Tt]ekst|[Aa]rkiv)[\w.]*:\s*$")
_CREDITED = re.compile(r"(?:[Ff]oto|[Ii]ll(?:ustrasjon|\.)?|[Gg]rafikk)[\w.]*:[^:\n]{0,60}[/,]\s*$")
_SPEECH = head_words("beside", "speech")
_REPORTING = head_words("beside", "reporting")
IN = 0.4  # "i X" is a little more likely a town
# "i X", "ved X": hardly a person; "på X" may be (*stoler på Kim*)
_AGAINST_PERSON = {"i": -1.2, "ved": -0.8, "på": -0.6, "fra": -0.5, "frå": -0.5}
_NEUTER = frozenset(("et", "eit"))
_LIVING = head_words("beside", "living")
_GOING = head_words("beside", "motion") | _LIVING
_BUSINESS = head_words("beside", "business")
_INHABITANTS = head_words("beside", "inhabitants")
_FOR_TEAM = head_words("beside", "for_team")
_OF_PARTNER = FROM | {"i", "av", "til", "for", "på"}
_OF_WORK = FROM | {"i", "for", "ved", "hos"}
_OF_GOING = FROM | {"i", "til", "mot"}
_OF_LETTERS = FROM | {"til"}


def _add(evidence: dict[NameType, float], more: Mapping[NameType, float]) -> None:
    for type_, weight in more.items():
        evidence[type_] += weight


def of_context(words: Words, draft: Draft) -> dict[NameType, float]:
    found: defaultdict[NameType, float] = defaultdict(float)
    _add(found, _after(words, draft))
    _add(found, _before(words, draft))
    _add(found, _as_subject(words, draft))
    _add(found, _learns(words, draft))
    _add(found, _in_marks(words, draft))
    if plays(words, draft) and not _has_first_name(words, draft):
        alone = draft.last - draft.first == 1
        # people win and lose too, but seldom where goals are counted, and hardly anything but a team stands after "mot"
        perhaps = "PER" in draft.votes and not words.scored and words[draft.first - 1].casefold() not in _AGAINST
        found["ORG"] += 1.0 if not alone else 1.4 if perhaps else 3.2
    start = words.tokens[draft.first].start
    line = words.text[max(0, words.text.rfind("\n", 0, start) + 1, start - 120) : start]
    if _CREDIT.search(line):
        # a photographer has a first name, an agency has not
        long = draft.last - draft.first > 1 and words[draft.last - 1] not in head_words("organisation", "firm")
        found["PER" if long else "ORG"] += 3 if not long or _has_first_name(words, draft) else 1
    elif _CREDITED.search(line):
        found["ORG"] += 2 if draft.last - draft.first == 1 or not _has_first_name(words, draft) else 0
    return dict(found)


_MADE = word_endings("product", "announcing_endings")
_LEARNS = re.compile(
    r"\s(?:får (?:opplyst|vite|bekreftet|stadfesta)|erfarer|kjenner (?:ikke |ikkje )?til|"
    r"kan (?:i dag |også |òg )?(?:fortelle|fortelje|dokumentere|avsløre)|"
    r"har (?:fått (?:tilgang|innsyn|tak i|lese|se|sjå|bekreftet|stadfesta)|"
    r"lest|lese|sett|snakket med|snakka med|vært i kontakt|vore i kontakt))\b"
)
_LEARNT = re.compile(r"\s(?:[a-zæøå]+\s)?(?:opplyst|bekreftet|bekrefta|stadfesta|vite|fortalt|forklart)\b")


def _learns(words: Words, draft: Draft) -> dict[NameType, float]:
    """*X erfarer*, *får X opplyst*, *som X har fått tilgang til*: who learns something so is an outlet."""
    if _has_first_name(words, draft):
        return {}
    end = words.tokens[draft.last - 1].end
    got = draft.first > 0 and words[draft.first - 1].casefold() in GET
    if _LEARNS.match(words.text, end) or (got and _LEARNT.match(words.text, end)):
        return {"ORG": 2.5}
    return {}


def _has_first_name(words: Words, draft: Draft) -> bool:
    return words[draft.first].casefold() in first_names()


def _after(words: Words, draft: Draft) -> dict[NameType, float]:
    end = words.tokens[draft.last - 1].end
    if _AGE.match(words.text[end : end + 12]):
        return {"PER": 4.0}
    if words.surface(draft).endswith("s") and draft.last < len(words.tokens):
        title = words[draft.last]
        if title in head_words("place", "owned"):
            return {"GPE": 2.5}  # "Tavrias president"
        # "Holms konsernsjef": who has a managing director is a firm
        return {"ORG": 1.5} if title_base(title) and "business" in title_fields(title) else {}
    return {}


def _before(words: Words, draft: Draft) -> dict[NameType, float]:
    if draft.first == 0:
        return {}
    before = words.tokens[draft.first - 1]
    if before.end < words.tokens[draft.first].start - 1 or not words.joined(draft.first):
        return {}
    word = before.text.casefold()
    if (
        found := _announced(words, draft, word)
        or _after_adjective(words, draft)
        or _one_of_its_kind(words, draft, word)
    ):
        return found
    if title_base(word) and not _capital_inside(words, draft.first - 1):
        return {"PER": 2.0 if is_definite(word) else 3.0}
    if word in ("«", '"') and draft.first > 1:
        noun = words[draft.first - 2].casefold()
        made = noun in head_words("product", "announcing") or noun.endswith(_MADE) or _aboard(words, draft.first - 2)
        return {"PROD": 4.5} if made else {}
    return _after_preposition(words, draft, word) if word in _PREPOSITIONS else {}


def _aboard(words: Words, at: int) -> bool:
    """True where *om bord i* ends here."""
    return at > 0 and words[at] in ("i", "på") and words[at - 1].casefold() in head_words("product", "aboard")


def _announced(words: Words, draft: Draft, word: str) -> dict[NameType, float]:
    """*selskapet X*, *landet X*, *elva X*: a noun that tells what follows; empty after any other word."""
    if word in head_words("organisation", "announcing"):
        return {"ORG": 3.0}
    if word in head_words("place", "announcing_gpe") or _capital_of(words, draft.first - 1):
        return {"GPE": 3.5}
    if word in head_words("place", "announcing_loc"):
        return {"LOC": 2.5}
    if word in head_words("event", "announcing"):
        return {"EVT": 4.5}
    plain = _plain(words, draft.first - 1)
    if word in head_words("product", "announcing") or (
        word.endswith(word_endings("product", "announcing_endings")) and plain
    ):
        return {"PROD": 3.0}
    return {"ORG": 2.5} if plain and word.endswith(word_endings("organisation", "announcing_endings")) else {}


def _after_adjective(words: Words, draft: Draft) -> dict[NameType, float]:
    """*svenske Norrfors*: hardly a town."""
    before = words.tokens[draft.first - 1]
    if not before.text.casefold().endswith("ske") or before.pos != "ADJ":
        return {}
    alone = draft.last - draft.first == 1 and not _has_first_name(words, draft)
    if draft.first > 1 and words[draft.first - 2].casefold() in PLACE_PREPOSITIONS - FROM - {"til", "mot"}:
        return {"GPE": IN, "PER": -1.0} if alone else {}  # "i italienske Nordalp"
    return {
        "ORG": 1.8 if alone else 0.6,
        "PER": -0.4 if alone else 0.6,
        "GPE": -1.2,
        "LOC": -1.2,
    }


def _one_of_its_kind(words: Words, draft: Draft, word: str) -> dict[NameType, float]:
    """*en grå Volvo*, *byer som X*, *eit Cessna 172*: one of many, or an example of a sort."""
    if words.surface(draft) in head_words("product", "makers") and _one_of(words, draft):
        return {"PROD": 8.0}
    if word == "som" and draft.first > 1 and (kind := _sort(words[draft.first - 2].casefold())):
        return {kind: 3.0}
    if word in ARTICLES and "PER" in draft.votes and draft.last - draft.first == 1:
        return {"PROD": 0.8}
    if word in ARTICLES and not _has_first_name(words, draft):
        return {"PROD": 2.5, "PER": -1.0} if word in _NEUTER else {"PROD": 1.0}  # "eit Cessna 172", "en Toyota"
    return {}


def _capital_of(words: Words, noun: int) -> bool:
    """True for *Tavrias hovedstad* before a name."""
    owner = words[noun - 1] if noun else ""
    return words[noun] in head_words("place", "capitals") and owner.endswith("s") and owner[:1].isupper()


def _sort(noun: str) -> NameType | None:
    """What *byer som X*, *selskaper som X* tell of X."""
    for section, kind in (("organisation", "ORG"), ("place", "GPE"), ("product", "PROD"), ("event", "EVT")):
        if noun in head_words(section, "sorts"):
            return cast("NameType", kind)
    return None


def _one_of(words: Words, draft: Draft) -> bool:
    """True after an article and at most two adjectives: *en grå Volvo*."""
    at = draft.first - 1
    while at > 0 and draft.first - at < 3 and words.tokens[at].pos == "ADJ":
        at -= 1
    return words[at].casefold() in ARTICLES


def _after_preposition(words: Words, draft: Draft, preposition: str) -> dict[NameType, float]:
    """*aksjene i X*, *direktør NN i X*, *sier hun til X* are organisations; else a place is likelier."""
    at = draft.first - 2
    found = (
        (_with_partner(words, draft, preposition, at) or _with_place(words, draft, preposition, at)) if at >= 0 else {}
    )
    if found:
        return found
    if preposition in PLACE_PREPOSITIONS and draft.last - draft.first == 1 and not _has_first_name(words, draft):
        return _placed(words, draft, preposition)
    return {}


def _with_partner(words: Words, draft: Draft, preposition: str, at: int) -> dict[NameType, float]:
    """*aksjene i X*, *e-post til X*, *sier hun til X*: the noun or verb before the preposition goes with a body."""
    before = words[at].casefold()
    if before in head_words("organisation", "partners") and preposition in _OF_PARTNER:
        return {"ORG": 2.1}
    if before in head_words("place", "partners") and preposition in ("i", "av"):
        return {"GPE": 2.5}
    if before in head_words("organisation", "letters") and preposition in _OF_LETTERS:
        return {"ORG": 2.0, "GPE": -1.5}
    if preposition == "i" and before.endswith(word_endings("organisation", "partner_endings")):
        return {"ORG": 2.1}
    if preposition == "til" and _speaking(words, draft.first - 1):
        return {"ORG": 2.5}
    if preposition == "av" and before in head_words("organisation", "made_by") and not _full_name(words, draft):
        return {"ORG": 1.5}
    return {"ORG": 2.1} if preposition in _OF_WORK and _works_there(words, at) else {}


def _with_place(words: Words, draft: Draft, preposition: str, at: int) -> dict[NameType, float]:
    """*havet i X*, *sør for X*, *en mann fra X*: the noun before the preposition goes with a place."""
    before = words[at].casefold()
    if before in head_words("place", "waters") and preposition in ("i", "av"):
        return {"LOC": 2.5}
    beside = before in head_words("place", "beside") and preposition == "for"
    if beside or (before in head_words("place", "near") and preposition == "av"):
        return {"GPE": 1.5, "LOC": 1.0, "PER": -1.5, "ORG": -0.5}
    if preposition in ("til", "overfor") and _says(words, at) and not _has_first_name(words, draft):
        return {"ORG": 2.0, "GPE": -1.0}  # "to offiserer sier til Samtid"
    if preposition in FROM and before in _INHABITANTS and draft.last - draft.first == 1:
        return {"GPE": 2.5, "PER": -1.0}
    return {}


def _placed(words: Words, draft: Draft, preposition: str) -> dict[NameType, float]:
    """*i X*, *flyttet til X*: a little more likely a town than anything else, and hardly a person."""
    found: dict[NameType, float] = {"GPE": IN if preposition == "i" else 0.15}
    if preposition == "i" and words.tokens[draft.first - 2].pos == "NOUN" and draft.first > 1:
        found["ORG"] = -0.5  # "borna i X", where no word of working life or of shares stands
    if preposition in _AGAINST_PERSON:
        found["PER"] = _AGAINST_PERSON[preposition]
    if preposition in FROM and draft.first > 1 and is_capital(words[draft.first - 2]):
        found["PER"] = -1.5  # "Kari Moe fra Vikdal"
    token = words.tokens[draft.first]
    head = words.tokens[token.head].lemma.casefold() if token.head < len(words.tokens) else ""
    if head in _GOING and preposition in _OF_GOING:
        found["GPE"] = 1.2 if head in _LIVING else 0.3
        found["PER"] = -0.8
    return found


def _plain(words: Words, index: int) -> bool:
    """True for a common noun: in lower case, or with a capital that only says that a sentence begins."""
    return words[index].islower() or (index in words.initial and not is_known(words[index]))


def _full_name(words: Words, draft: Draft) -> bool:
    return draft.last - draft.first > 1 and _has_first_name(words, draft)


def _in_marks(words: Words, draft: Draft) -> dict[NameType, float]:
    """«*Tollak til Ingeborg*», «*Havsula*»: what stands alone between marks in a phrase is a work or a vessel."""
    if not draft.first or draft.last >= len(words.tokens) or MARKS.get(words[draft.first - 1]) != words[draft.last]:
        return {}
    small = any(words[i].islower() for i in range(draft.first, draft.last))
    if not opens_title(words, draft.first):
        return {"PROD": 3.0 if small else 1.0} if draft.last - draft.first > 1 else {}
    return {"PROD": 4.0 if small else 1.5 if draft.last - draft.first > 1 else 1.0}


def _says(words: Words, at: int) -> bool:
    """True where a verb of saying stands at this place, as in *tre kilder sier til X*."""
    token = words.tokens[at]
    told = token.lemma.casefold() in _SPEECH or token.text.casefold() in lexicon().cues
    return token.pos in ("VERB", "AUX") and told


def _speaking(words: Words, preposition: int) -> bool:
    """True where a verb of saying and its subject stand right before *til*: *sier Holm til X*, *fortel ho til X*."""
    stretch = words.tokens[max(0, preposition - 5) : preposition]
    subject = stretch and (stretch[-1].text.casefold() in THIRD_PERSON or stretch[-1].text[:1].isupper())
    return bool(subject) and any(t.lemma.casefold() in _SPEECH and t.pos in ("VERB", "AUX") for t in stretch)


def _works_there(words: Words, at: int) -> bool:
    """True where a title of working life and perhaps a name stand before a preposition: *direktør Kari Holm i X*."""
    back = at
    while back > 0 and at - back < 4 and words[back][:1].isupper() and title_base(words[back]) is None:
        back -= 1
    title = words[back]
    return title_base(title) is not None and bool(title_fields(title) & _WORKING)


_AGAINST = frozenset(("mot", "over"))
_PREPOSITIONS = PLACE_PREPOSITIONS | {"av", "for", "hos"}
_WORKING = frozenset(("business", "communication", "administration", "media", "sport", "academia", "culture"))


def _capital_inside(words: Words, index: int) -> bool:
    """True where a word has a capital that does not come from the beginning of a sentence."""
    return is_capital(words[index]) and index not in words.initial


def _as_subject(words: Words, draft: Draft) -> dict[NameType, float]:
    """*skriver X*, *X melder at*: a place hardly says anything, and a body that reports is an outlet."""
    if says(words, draft) and draft.last - draft.first == 1:
        return {"ORG": 1.0, "PER": 0.6, "GPE": -1.2, "LOC": -1.2}
    for i in range(draft.first, draft.last):
        token = words.tokens[i]
        if token.dep.startswith("nsubj") and not draft.first <= token.head < draft.last:
            lemma = words.tokens[token.head].lemma.casefold()
            if lemma in head_words("place", "flows"):
                return {"LOC": 1.5}
            if lemma in _BUSINESS and draft.last - draft.first == 1 and not _has_first_name(words, draft):
                return {"ORG": 2.0}
            if lemma in _REPORTING:
                return {"ORG": 1.2, "PER": 0.6}
            return {"ORG": 0.6, "PER": 0.6} if lemma in _SPEECH else {}
    before = words[draft.first - 1].casefold() if draft.first else ""
    return {"ORG": 0.5, "PER": 0.5} if before in ACCORDING else {}


def says(words: Words, draft: Draft) -> bool:
    """True where a verb of saying stands right before or after the name, as it does with its subject."""
    cues = lexicon().cues
    after = words.tokens[draft.last] if draft.last < len(words.tokens) and words.joined(draft.last) else None
    before = words.tokens[draft.first - 1] if draft.first and words.joined(draft.first) else None
    beside = [t for t in (after, before) if t is not None and t.pos in ("VERB", "AUX")]
    beside = [t for t in beside if not (t.has("VerbForm=Inf") or t.has("VerbForm=Part"))]
    return any(not cue.tail for t in beside for cue in cues.get(t.text.casefold(), ()))


def plays(words: Words, draft: Draft) -> bool:
    """True where a name stands as a team does: *X tapte*, *mot X*, *møte X*, *spiller for X*."""
    before = words[draft.first - 1].casefold() if draft.first else ""
    if not words.sporty and before != "for":
        return False
    if before in _AGAINST:
        return True
    token = words.tokens[draft.first]
    head = words.tokens[token.head] if token.head < len(words.tokens) else token
    lemma = head.lemma.casefold()
    if before == "for" and not words.sporty:
        return lemma in _FOR_TEAM
    if before == "for":
        return lemma in head_words("sport", "playing") or head.text.casefold() in head_words("sport", "playing")
    subject = token.dep.startswith("nsubj") and lemma in head_words("sport", "verbs")
    return subject or (token.dep == "obj" and lemma in head_words("sport", "objects"))
