"""Statements: who says what, according to whom (annotation.md 5).

Finders add drafts from the surest construction to the least sure; then drafts get names, kinds and a stance.
The definitions follow the direct/indirect/mixed scheme of PARC 3.0 (Pareti 2016), widened by chains of relays.
"""

from belegg.annotate._according import find_according, find_headings
from belegg.annotate._clauses import find_clauses
from belegg.annotate._colons import find_colons
from belegg.annotate._draft import Found
from belegg.annotate._fronted import find_fronted
from belegg.annotate._interviews import find_answers
from belegg.annotate._lexicon import lexicon
from belegg.annotate._noun_cues import find_noun_cues
from belegg.annotate._pointing import find_back_pointing, mark_back_pointing
from belegg.annotate._quotes import find_quotes
from belegg.annotate._referring import refer
from belegg.annotate._refusals import find_refusals
from belegg.annotate._settle import settle
from belegg.annotate._trailing import find_trailing
from belegg.annotate._view import view
from belegg.core.annotation import Statement
from belegg.core.document import Document


def statements(doc: Document) -> tuple[Statement, ...]:
    """The statements of an article, in text order. Reads tokens, sentences, names and roles."""
    lex, seen, found = lexicon(), view(doc), Found()
    if not seen.tokens:
        return ()
    find_answers(seen, found)
    find_quotes(seen, lex, found)
    find_headings(seen, lex, found)
    find_fronted(seen, lex, found)
    find_refusals(seen, lex, found)
    find_trailing(seen, lex, found)
    find_clauses(seen, lex, found)
    find_noun_cues(seen, lex, found)
    find_colons(seen, lex, found)
    mark_back_pointing(seen, lex, found)
    find_according(seen, lex, found)
    find_back_pointing(seen, lex, found)
    refer(seen, lex, found)
    return settle(seen, lex, found)
