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
class _Form:
    words: tuple[str, ...]
    type: NameType


def completed(docs: Sequence[Document]) -> list[Document]:
    """The story's articles, each with the mentions it lacks of names that the other articles have."""
    if len(docs) < 2:
        return list(docs)
    forms = _forms(docs)
    return [doc.adding(Mention, _with_missed(doc, forms)) if Token in doc else doc for doc in docs]


def _forms(docs: Sequence[Document]) -> Mapping[str, list[_Form]]:
    """Names as token sequences by their first word, the longest first; a single word must stand in two places."""
    votes: dict[tuple[str, ...], Counter[NameType]] = defaultdict(Counter)
    for doc in docs:
        tokens = {t.start: t for t in doc[Token]} if Token in doc else {}
        for mention in doc[Mention]:
            words = _words(doc, mention, tokens)
            if words and mention.type != "DRV":
                votes[words][mention.type] += 1
    table: dict[str, list[_Form]] = defaultdict(list)
    for words, types in votes.items():
        single = len(words) == 1
        if single and (types.total() < 2 or len(words[0]) < _LEAST or title_base(words[0])):
            continue
        table[words[0]].append(_Form(words, types.most_common(1)[0][0]))
    for forms in table.values():
        forms.sort(key=lambda f: -len(f.words))
    return table


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


def _with_missed(doc: Document, forms: Mapping[str, list[_Form]]) -> tuple[Mention, ...]:
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
    forms: Mapping[str, list[_Form]],
    covered: set[int],
    small: Callable[[], set[str]],
) -> Iterator[Mention]:
    """Mentions that the article lacks; ``small``: the words that it has in lower case."""
    at = 0
    while at < len(tokens):
        word = tokens[at].text
        if word not in forms and not (word.endswith("s") and word[:-1] in forms):
            at += 1
            continue
        sought = (*forms.get(word, ()), *(forms.get(word[:-1], ()) if word.endswith("s") else ()))
        form = next((f for f in sought if _stands(tokens, at, f.words)), None)
        if (
            form is None
            or tokens[at].start in covered
            or (len(form.words) == 1 and tokens[at].text.casefold() in small())
        ):
            at += 1
            continue
        last = tokens[at + len(form.words) - 1]
        if last.start not in covered:
            name = doc.text[tokens[at].start : last.end]
            owned = last.text != form.words[-1]
            yield Mention(tokens[at].start, last.end, form.type, name[:-1] if owned else name)
        at += len(form.words)


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    """True where the words stand here and no further capital makes them part of another name."""
    found = tuple(t.text for t in tokens[at : at + len(words)])
    # *Tavrias delegasjon*: the genitive stands before a word, and is none of a name that ends in -s itself
    if found != words and (found[:-1] != words[:-1] or found[-1:] != (words[-1] + "s",)):
        return False
    after = tokens[at + len(words)].text if at + len(words) < len(tokens) else ""
    return not after[:1].isupper() and (
        at == 0 or tokens[at - 1].text not in ("-", "–") or tokens[at - 1].end < tokens[at].start
    )
