"""The word that an outlet says of itself at the foot of a page, glued to the article's last line by a crawler.

*… seier ho. Fjordavisa er eit uavhengig blad*, *Foto: Kari Moe Støtt oss – abonner*: it is the page's, not the
article's, and where it opens with a name, that is the outlet.
"""

import re

from belegg.text.wordlists import word_lists

# From the beginning of a word to its end, without going back: a long word takes no longer than it has letters.
NAME = r"(?<![\w-])[A-ZÆØÅ][\w-]*+(?:\s(?:&\s)?[A-ZÆØÅ][\w-]*+|\s(?:og|i)\s[A-ZÆØÅ]?[\w-]++|\s\d{1,2}(?!\d)){0,3}?"
_KIND = r"\w*(?:avis|avisa|avisen|blad|bladet|tidsskrift|magasin|magasinet|tidende|nettst[ea]d|kanal|radio|byrå|medium)"
_ABOUT = (
    rf"\ser (?:en|et|ei|ein|eit) (?:[\w-]+ ){{0,3}}{_KIND}\b|"
    r"\ser (?:en|ein) del av |\ser (?:utan|uten) betalings|\ser (?:ikke|ikkje) ansvarl|\ser medlem av |\ser tilslut|"
    r"\s(?:utgis|utgjevast|gis ut|gjevast ut|redigeres|redigerast|eies|eigast|drives|drivast|leses av|støttes av) |"
    r"\s(?:blir|er) (?:utgitt|utgjeve|utgjeven|gitt ut|gjeve ut|eigd|eid|drive|drevet|redigert|lese|lest) |"
    r"\s(?:kjem|kommer) (?:ut|i salg|i sal)\b|\s(?:følger|følgjer|arbeider etter|arbeidar etter|redigerer etter) "
    rf"|\s?[,–—-]\s(?:(?:ditt|din|hele|heile|et|eit|en|ein) )?(?:\w+ )?{_KIND}\b|"
    r"\s?,\s(?:ope|åpen|open|uavhengig|siden|sidan|kvar|hver)\b|\s[–—-]\s[a-zæøå]|:\s(?:hver|kvar)\s"
)
ABOUT_ITSELF = re.compile(rf"(?!Foto|Ill|Graf|Arkiv|Video|Tekst|Kjelde|Kilde)(?P<name>{NAME})(?:{_ABOUT})[^.!?]*$")
_SENTENCE = re.compile(r"(?<=[.!?»”])\s(?=[A-ZÆØÅ])|(?<=\))(?=[A-ZÆØÅ])")
_CREDIT = re.compile(r"(?:[Ff]oto|[Ii]llustrasjon|[Gg]rafikk):? (?=[A-ZÆØÅ])")
_BETWEEN = re.compile(r"(?<=[\w)])\s(?=[A-ZÆØÅ][a-zæøå]+(?P<next>\s[a-zæøå–—-]+|:\s))")
_JOINTS = word_lists("page_words.toml")["name_joints"]
_FOOT = 60  # characters that may stand below the last line
_LONGEST = 90


def imprint_at(text: str, start: int, end: int) -> int | None:
    """Where the page's word about itself begins in a line that ends the text; None where there is none."""
    if text[end - 1 : end] in ".!?»”" or len(text) - end > _FOOT + len(text[end:]) - len(text[end:].strip()):
        return None
    return _after_credit(text, start, end) or _after_sentence(text, start, end)


def _after_sentence(text: str, start: int, end: int) -> int | None:
    """*… seier ho. Fjordavisa kjem ut laurdagar*: a last sentence in which an outlet tells of itself."""
    for gap in _SENTENCE.finditer(text, max(start, end - _LONGEST), end):
        if ABOUT_ITSELF.match(text, gap.end(), end):
            return gap.end()
    return None


def _after_credit(text: str, start: int, end: int) -> int | None:
    """*Foto: Kari Moe Støtt oss*: a credit is names; small letters after a capital begin something else."""
    credit = _CREDIT.search(text, start, end)
    if credit is None or end - credit.end() > _LONGEST:
        return None
    for gap in _BETWEEN.finditer(text, credit.end(), end):
        if gap["next"].strip() not in _JOINTS and text[gap.start() - 1] not in ",/":
            return gap.end()
    return None
