"""Small corpora for the recipe's tests."""

from training.meaning.words import Told
from training.wordings import read_wordings

HARBOUR = """\
=== sea | Båt grunnstøter ved Lyngholmen
# Båten er stengt for folk
+ Båten er stengt
+n Fartyet held lukka
# N er skadd
+ To er skadd
+n Eit par fekk brot
~n Fjorden er djup
"""


def told(text: str) -> Told:
    """The one happening of a text; a wording's keys are its words in lower case."""
    (happening,) = read_wordings(text.splitlines(), "sample")
    return Told(happening, tuple(tuple(w.text.lower().split()) for w in happening.wordings))


def harbour() -> Told:
    """Two claims, each in both standards, and a sentence beside them."""
    return told(HARBOUR)
