"""The corpus as samples: an article with its gold, as the shipped pipeline reads it, with the drafts of the rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from belegg.annotate._according import find_according, find_headings
from belegg.annotate._clauses import find_clauses
from belegg.annotate._draft import Draft, Found
from belegg.annotate._fronted import find_fronted
from belegg.annotate._lexicon import Lexicon, lexicon
from belegg.annotate._noun_cues import find_noun_cues
from belegg.annotate._pointing import find_back_pointing, mark_back_pointing
from belegg.annotate._quotes import find_quotes
from belegg.annotate._refusals import find_refusals
from belegg.annotate._settle import settle
from belegg.annotate._trailing import find_trailing
from belegg.annotate._view import View, view
from belegg.annotate.names import names
from belegg.annotate.roles import roles
from belegg.annotate.words import pieces
from belegg.core.annotation import Mention, Role, Statement
from belegg.core.document import Document
from belegg.core.words import Linguist, NameSpan, Sentence, Token
from belegg.corpus import AnnotatedArticle, load_corpus

#: The finders of the statement stage, in its order; a test holds the two together.
FINDERS: tuple[Callable[[View, Lexicon, Found], None], ...] = (
    find_quotes, find_headings, find_fronted, find_refusals, find_trailing, find_clauses, find_noun_cues,
    mark_back_pointing, find_according, find_back_pointing,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """One article: what was annotated, its words as the rules see them, and what the rules found before names."""

    gold: AnnotatedArticle
    view: View
    rules: Found

    @property
    def standard(self) -> str:
        """``nb`` or ``nn``."""
        return str(self.gold.document.article.language)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was annotated."""
        return self.gold.document[Statement]


def rule_drafts(seen: View) -> Found:
    """What the finders of the statement stage find."""
    found = Found()
    for find in FINDERS if seen.tokens else ():
        find(seen, lexicon(), found)
    return found


def settled(seen: View, found: Found, kept: Sequence[Draft], added: Sequence[Draft] = ()) -> tuple[Statement, ...]:
    """Statements from drafts of the rules (``kept``) and of the model (``added``).

    Names, kinds, chains and stances are the rules' own for every system, so that only the drafts differ.
    """
    quoted = {i for d in added if d.mode == "direct" for part in d.content for i in range(*part)}
    mine = Found([*kept, *added], found.quoted | quoted, set(), found.pointers, found.pointing, found.passing)
    return settle(seen, lexicon(), mine) if seen.tokens else ()


def load_samples(corpus: Path, ud_narc: Path, linguist: Linguist) -> tuple[Sample, ...]:
    """Every annotated article, analysed by the model, in the order of documents.tsv. Raises CorpusError."""
    articles = load_corpus(corpus, ud_narc)
    analyses = linguist.analyse(pieces(a.document.article) for a in articles)
    out: list[Sample] = []
    for article, analysis in zip(articles, analyses, strict=True):
        layers = {Token: analysis.tokens, Sentence: analysis.sentences, NameSpan: analysis.names}
        seen = view(_named(Document(article.document.article, layers)))
        out.append(Sample(article, seen, rule_drafts(seen)))
    return tuple(out)


def _named(doc: Document) -> Document:
    doc = doc.adding(Mention, names(doc))
    return doc.adding(Role, roles(doc))


def folds(samples: Sequence[Sample], count: int) -> tuple[tuple[int, ...], ...]:
    """The numbers of the samples of each fold; every standard is dealt out in turn, so outlets spread too."""
    out: list[list[int]] = [[] for _ in range(count)]
    dealt = dict.fromkeys(("nb", "nn"), 0)
    for number, sample in enumerate(samples):
        out[dealt[sample.standard] % count].append(number)
        dealt[sample.standard] += 1
    return tuple(tuple(f) for f in out)
