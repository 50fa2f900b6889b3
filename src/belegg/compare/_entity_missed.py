"""Names that a story knows but one article has only at a sentence's beginning, where a capital says nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from belegg.core.annotation import Mention
from belegg.core.document import Document
from belegg.core.words import NameType, Token
from belegg.text.titles import title_base

_LEAST = 4  # letters of a single word that is sought


@dataclass(frozen=True, slots=True)
class _Forms:
    """Names as token sequences: the type of each, and how many words those with one first word have, the most first."""

    types: Mapping[tuple[str, ...], NameType]
    lengths: Mapping[str, Sequence[int]]

    def places(self, tokens: Sequence[Token]) -> Iterator[int]:
        """Where a name may begin: few of an article's words are the first of one."""
        firsts = self.lengths
        return (n for n, token in enumerate(tokens) if token.text in firsts or token.text[:-1] in firsts)

    def at(self, tokens: Sequence[Token], place: int) -> tuple[str, ...] | None:
        """The longest name that stands at a place, as it is or as a genitive (*Tavrias delegasjon*)."""
        word = tokens[place].text
        for length in (*self.lengths.get(word, ()), *((1,) if word[:-1] in self.lengths else ())):
            found = tuple([t.text for t in tokens[place : place + length]])
            for words in (found, (*found[:-1], found[-1].removesuffix("s"))):
                if words in self.types and len(found) == length and _ends(tokens, place, place + length):
                    return words
        return None


def completed(docs: Sequence[Document]) -> list[Document]:
    """The story's articles, each with the mentions it lacks of names that the other articles have."""
    if len(docs) < 2:
        return list(docs)
    docs = [doc.adding(Token, doc[Token]) if Token in doc else doc for doc in docs]  # all words are read twice
    forms = _forms(docs)
    return [doc.adding(Mention, _with_missed(doc, forms)) if Token in doc else doc for doc in docs]


def _forms(docs: Sequence[Document]) -> _Forms:
    """The names of some articles; a single word must stand in two places."""
    votes: dict[tuple[str, ...], Counter[NameType]] = defaultdict(Counter)
    for doc in docs:
        tokens = {t.start: t for t in doc[Token]} if Token in doc else {}
        for mention in doc[Mention]:
            words = _words(doc, mention, tokens)
            if words and mention.type != "DRV":
                votes[words][mention.type] += 1
    known: dict[tuple[str, ...], NameType] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for words, types in votes.items():
        single = len(words) == 1
        if single and (types.total() < 2 or len(words[0]) < _LEAST or title_base(words[0])):
            continue
        known[words] = types.most_common(1)[0][0]
        lengths[words[0]].add(len(words))
    return _Forms(known, {first: sorted(own, reverse=True) for first, own in lengths.items()})


def _words(doc: Document, mention: Mention, starts: Mapping[int, Token]) -> tuple[str, ...]:
    """The mention's tokens, if it has no genitive ending and begins where a token does."""
    first = starts.get(mention.start)
    if first is None or mention.end - mention.start != len(mention.name):
        return ()
    tokens = doc[Token]
    last = first.index
    while last < len(tokens) and tokens[last].end <= mention.end:
        last += 1
    return tuple(t.text for t in tokens[first.index : last])


def _with_missed(doc: Document, forms: _Forms) -> tuple[Mention, ...]:
    tokens = doc[Token]
    covered = {i for m in doc[Mention] for i in range(m.start, m.end)}

    @cache
    def small() -> set[str]:
        low = [t for t in tokens if t.text.islower()]
        return {t.text for t in low} | {t.lemma.casefold() for t in low}

    found = list(_missed(doc, tokens, forms, covered, small))
    return tuple(sorted((*doc[Mention], *found), key=lambda m: (m.start, -m.end)))


def _missed(
    doc: Document,
    tokens: Sequence[Token],
    forms: _Forms,
    covered: set[int],
    small: Callable[[], set[str]],
) -> Iterator[Mention]:
    """Mentions that the article lacks; ``small``: the words that it has in lower case."""
    end = 0
    for at in forms.places(tokens):
        known = at < end or tokens[at].start in covered
        words = None if known else forms.at(tokens, at)
        if words is None or (len(words) == 1 and tokens[at].text.casefold() in small()):
            continue
        last = tokens[at + len(words) - 1]
        if last.start not in covered:
            name = doc.text[tokens[at].start : last.end]
            owned = last.text != words[-1]
            yield Mention(tokens[at].start, last.end, forms.types[words], name[:-1] if owned else name)
        end = at + len(words)


def _ends(tokens: Sequence[Token], first: int, end: int) -> bool:
    """True where no further capital makes the words part of another name."""
    after = tokens[end].text if end < len(tokens) else ""
    return not after[:1].isupper() and (
        first == 0 or tokens[first - 1].text not in ("-", "–") or tokens[first - 1].end < tokens[first].start
    )
