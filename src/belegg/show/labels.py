"""What the records' own terms are called in the interface: one table for each set of values."""

from collections.abc import Mapping
from typing import Final

from belegg.show.wording import Wording


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Marks a message for translation where it is looked up later."""
    return message


EVIDENCE: Final[Mapping[str, str]] = {
    "corroborated": N_("Corroborated"),
    "disputed": N_("Disputed"),
    "perhaps": N_("Perhaps corroborated"),
    "perhaps-disputed": N_("Perhaps disputed"),
    "single-source": N_("Single source"),
    "unconfirmed": N_("Unconfirmed"),
    "denied": N_("Denied"),
    "expected": N_("Expected, not stated as fact"),
    "none": N_("Not stated as fact"),
}
#: What a claim's own mark says where the group's heading is not exact.
EXPECTED: Final[Mapping[str, str]] = {
    "corroborated": N_("Expected by several"),
    "perhaps": N_("Expected, perhaps by several"),
    "single-source": N_("Expected by one source"),
}
EVIDENCE_NOTE: Final[Mapping[str, str]] = {
    "corroborated": N_("Two or more independent origins say so."),
    "disputed": N_("Some origins say so, others deny it."),
    "perhaps": N_("Several origins say something near to it; whether it is the same, their sentences show."),
    "perhaps-disputed": N_("What some say speaks against it; whether they mean it so, their sentences show."),
    "single-source": N_("One origin says so, however many outlets carry it."),
    "unconfirmed": N_("Rests on unnamed sources or hedged words alone."),
    "denied": N_("Denied, or expected and then denied; nobody says that it is so."),
    "expected": N_("Planned or expected; nobody says that it has come about."),
    "none": N_("Expected, questioned or not commented on; nobody says that it is so."),
}
OUTCOME: Final[Mapping[str, str]] = {
    "open": N_("Expected, still open"),
    "came true": N_("Expected, came true"),
    "did not come true": N_("Expected, did not come true"),
    "later-said": N_("Expected, later said to be so"),
}
RELATION: Final[Mapping[str, str]] = {
    "supports": N_("says so"),
    "denies": N_("denies"),
    "questions": N_("questions"),
    "expects": N_("expects"),
    "declines": N_("declines to say"),
}
DIRECTION: Final[Mapping[str, str]] = {
    "published earlier": N_("published earlier"),
    "cites the other's outlet beside": N_("the other names this outlet beside the words"),
    "cites the other's outlet elsewhere": N_("the other names this outlet"),
    "credits the agency": N_("credits the agency"),
    "no author beside the agency": N_("no author beside the agency"),
    "Nynorsk is mostly made from Bokmål": N_("Nynorsk is mostly made from Bokmål"),
    "has words that the other cut": N_("has words that the other cut"),
}
STANCE: Final[Mapping[str, str]] = {
    "assert": N_("asserts"),
    "deny": N_("denies"),
    "expect": N_("expects"),
    "allege": N_("alleges"),
    "doubt": N_("doubts"),
    "decline": N_("declines to say"),
    "urge": N_("urges"),
    "promise": N_("promises"),
}
HOLDER: Final[Mapping[str, str]] = {
    "anonymous": N_("unnamed source"),
    "expert": N_("expert"),
    "person": N_("person"),
    "agency": N_("news agency"),
    "state_media": N_("state media"),
    "media": N_("media"),
    "government": N_("government"),
    "organisation": N_("organisation"),
    "document": N_("document"),
    "collective": N_("group"),
}
CONFLICT: Final[Mapping[str, str]] = {
    "number": N_("Differing numbers"),
    "time": N_("Differing times"),
    "place": N_("Differing places"),
    "other": N_("Differing accounts"),
}
#: The named features of a claim's links.
WHY: Final[Mapping[str, str]] = {
    "words": N_("words in common"),
    "predicate": N_("the same is said to happen"),
    "names": N_("names in common"),
    "actor": N_("the same one acts"),
    "whole": N_("most of the shorter one stands in the other"),
    "time": N_("the same time"),
    "figure": N_("the same figure"),
    "figure's actor": N_("the same figure of the same one"),
    "count": N_("the same is counted"),
    "expected": N_("both expect it"),
    "answer": N_("the one answers the other"),
    "answers": N_("the one answers the other"),
    "goes on": N_("the one goes on from the other"),
    "says of any": N_("the one says so of any such thing"),
    "asks": N_("the one says that it is not known"),
    "kin": N_("what happens is akin"),
    "wording": N_("what their words have in common"),
    "meaning": N_("words that mean nearly the same"),
    "around": N_("what is told around them"),
    "named": N_("the names around them"),
    "quoted": N_("a quotation right after"),
    "display": N_("in a heading"),
    "source": N_("the same source"),
    "article": N_("both in one article"),
    "beside": N_("one beside the other"),
    "report": N_("in the outlet's own voice"),
    "asked": N_("the one is a demand"),
    "counted": N_("only one of them counts"),
    "state": N_("how it is, and what is to come"),
    "breath": N_("one source, both ways"),
    "clock": N_("another time of day"),
    "times": N_("times far apart"),
    "actors": N_("others act"),
    "persons": N_("other persons"),
    "figures": N_("other figures"),
    "predicates": N_("something else happens"),
    "heads": N_("another happening is named"),
    "verbs": N_("other verbs"),
    "thin": N_("one word in common only"),
    "against": N_("what their words have against it"),
    "sentence": N_("two parts of one sentence"),
    "kind": N_("of one kind of thing"),
    "size": N_("about as much"),
    "bare": N_("about as much, of what is not told"),
    "opening": N_("both tell the news of the article"),
    "openings": N_("each tells the news of its article"),
}
#: What a person has said of two sentences, by what it is about.
JUDGED: Final[Mapping[tuple[str, str], str]] = {
    ("claim", "same"): N_("judged so by {who}"),
    ("claim", "different"): N_("judged not to be one claim by {who}"),
    ("claim", "unsure"): N_("{who} is not sure whether this is one claim"),
    ("origin", "same"): N_("judged to have one source by {who}"),
    ("origin", "different"): N_("judged to have a source each by {who}"),
    ("origin", "unsure"): N_("{who} is not sure whether they have one source"),
}
STATUS: Final[Mapping[str, str]] = {
    "happened": N_("happened"),
    "planned": N_("planned"),
    "possible": N_("possible"),
    "alleged": N_("alleged"),
    "ongoing": N_("going on"),
}
BLOCK: Final[Mapping[str, str]] = {
    "caption": N_("picture text"),
    "factbox": N_("fact box"),
    "related": N_("another story"),
    "notice": N_("the desk's note"),
    "meta": N_("date, byline"),
    "boilerplate": N_("page furniture"),
}
ENTITY: Final[Mapping[str, str]] = {
    "PER": N_("People"),
    "ORG": N_("Organisations"),
    "GPE": N_("Countries, towns and areas with a government"),
    "LOC": N_("Other places"),
    "PROD": N_("Products, vessels, works"),
    "EVT": N_("Named events"),
    "DRV": N_("Words made from names"),
}
LANGUAGE: Final[Mapping[str, str]] = {
    "nb": N_("Bokmål"),
    "nn": N_("Nynorsk"),
    "da": N_("Danish"),
    "sv": N_("Swedish"),
    "en": N_("English"),
}
#: ACE 2005 event subtypes.
EVENT: Final[Mapping[str, str]] = {
    "Life.Be-Born": N_("birth"),
    "Life.Marry": N_("marriage"),
    "Life.Divorce": N_("divorce"),
    "Life.Injure": N_("injury"),
    "Life.Die": N_("death"),
    "Movement.Transport": N_("journey, transport"),
    "Transaction.Transfer-Ownership": N_("change of owner"),
    "Transaction.Transfer-Money": N_("payment"),
    "Business.Start-Org": N_("founding"),
    "Business.Merge-Org": N_("merger"),
    "Business.Declare-Bankruptcy": N_("bankruptcy"),
    "Business.End-Org": N_("closing down"),
    "Conflict.Attack": N_("attack"),
    "Conflict.Demonstrate": N_("demonstration"),
    "Contact.Meet": N_("meeting"),
    "Contact.Phone-Write": N_("call or letter"),
    "Personnel.Start-Position": N_("new post"),
    "Personnel.End-Position": N_("leaving a post"),
    "Personnel.Nominate": N_("nomination"),
    "Personnel.Elect": N_("election"),
    "Justice.Arrest-Jail": N_("arrest"),
    "Justice.Release-Parole": N_("release"),
    "Justice.Trial-Hearing": N_("trial, hearing"),
    "Justice.Charge-Indict": N_("charge"),
    "Justice.Sue": N_("lawsuit"),
    "Justice.Convict": N_("conviction"),
    "Justice.Sentence": N_("sentence"),
    "Justice.Fine": N_("fine"),
    "Justice.Execute": N_("execution"),
    "Justice.Extradite": N_("extradition"),
    "Justice.Acquit": N_("acquittal"),
    "Justice.Pardon": N_("pardon"),
    "Justice.Appeal": N_("appeal"),
}


def label(table: Mapping[str, str], value: str | None, words: Wording) -> str:
    """What a value is called in this language; a value that the table does not know stands for itself."""
    key = value or "none"
    return words.gettext(table[key]) if key in table else key
