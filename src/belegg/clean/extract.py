"""The article in a web page: its text in reading order, one line a block, and what the markup says of each line.

The words are found by trafilatura (Barbaresi 2021); the smallest element that holds nearly all of them is then read in
document order, so that headline, captions, crossheads, byline and dates stay where the reader sees them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast

import lxml.html
from lxml import etree

from belegg.clean.head import facts_in_head, words_in_head
from belegg.clean.markup import BOXES, BREAKS, DROPPED, hint_of, is_dropped
from belegg.core.article import BlockKind, PageFacts

_SPACE = re.compile(r"[ \t\r\n\f\v\u200b\ufeff]+")
_PROLOG = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>\[]*\[[^\]]*\]\s*>)?", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_STOPS = ".!?»)"
_ENOUGH = 0.9
_SHORTEST = 25
_FIRST_LINES = 5


@dataclass(frozen=True, slots=True)
class Extract:
    """A page's text; ``hints``: line number (from 0) → the kind that its element speaks for."""

    text: str
    hints: Mapping[int, BlockKind]
    facts: PageFacts


@dataclass(slots=True)
class _Written:
    """A line as it grows while the elements are walked through; None where one element ends and another begins."""

    hint: BlockKind | None
    words: list[str | None]


def extract(html: str, told: PageFacts) -> Extract:
    """The text of the article in ``html``, with the facts of its head added to what the container told."""
    html = _PROLOG.sub("", html).replace("\0", "\ufffd")  # what a browser makes of a NUL
    tree = _tree(html)
    if tree is None:
        return Extract("", {}, told)
    facts, words = facts_in_head(tree, told), words_in_head(tree)
    _open_unclosed(tree)
    etree.strip_elements(tree, *DROPPED, with_tail=False)
    body = tree.find("body") if tree.tag == "html" else tree
    root = _root(body if body is not None else tree, html)
    lines = _with_words(list(_lines(root)), words or "")
    lines = _with_title(lines, facts.title)
    hints = {number: hint for number, (hint, _) in enumerate(lines) if hint is not None}
    return Extract("\n".join(text for _, text in lines), hints, facts)


def plain(text: str, told: PageFacts) -> Extract:
    """Plain text as it came, below the headline where only its container has that."""
    title = _SPACE.sub(" ", told.title or "").strip()
    first = [line for line in map(str.strip, text.splitlines()) if line][:_FIRST_LINES]
    if not title or any(_opens_with(line, title) or _is_most_of(title, line) for line in first):
        return Extract(text, {}, told)
    return Extract(f"{title}\n\n{text}", {0: "title"}, told)


def _is_most_of(title: str, line: str) -> bool:
    """True where the container adds to the headline who prints it: *Brua er stengt | Vikaposten*."""
    return 2 * len(line) > len(title) and _opens_with(title, line)


def _opens_with(line: str, title: str) -> bool:
    """True where a line is the headline, or goes on after it with something else."""
    head, rest = line[: len(title)], line[len(title) :].lstrip()
    return head.casefold() == title.casefold() and not rest[:1].islower()


def _tree(html: str) -> etree._Element | None:
    """The page as a tree. The parser takes what is cut or broken, opens no address and expands no entity."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return cast("etree._Element | None", lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _open_unclosed(tree: etree._Element) -> None:
    """A menu that holds most of the page's paragraphs was never closed: it is an element like others."""
    whole = _in_paragraphs(tree)
    for menu in tree.iter("nav", "menu"):
        outermost = next(menu.iterancestors("nav", "menu"), None) is None
        if outermost and 2 * _in_paragraphs(menu) > whole:
            menu.tag = "div"


def _in_paragraphs(element: etree._Element) -> int:
    """How many characters stand in the paragraphs within an element."""
    return sum(len(text) for p in element.iter("p") for text in p.itertext())


def _root(body: etree._Element, html: str) -> etree._Element:
    """The smallest element that holds nearly all of the article's words, and its headline where that is near."""
    wanted = _paragraphs(html)
    if not wanted:
        return body
    weights: dict[etree._Element, int] = {}
    for element in body.iter("p", "li", "h1", "h2", "h3", "h4", "div", "span", "blockquote", "td", "section"):
        own = _squashed("".join(element.itertext())) if len(element) < 30 else ""
        if own in wanted:
            length = wanted.pop(own)
            for ancestor in (element, *element.iterancestors()):
                weights[ancestor] = weights.get(ancestor, 0) + length
    whole = weights.get(body, 0)
    if not whole:
        return body
    holders = [e for e, w in weights.items() if w >= _ENOUGH * whole]
    return _with_headline(max(holders, key=lambda e: sum(1 for _ in e.iterancestors())))


def _paragraphs(html: str) -> dict[str, int]:
    """The article's lines as trafilatura finds them, without spaces, and how long each is."""
    text = _main_text()(html, favor_recall=True, include_comments=False, include_tables=False, deduplicate=False) or ""
    found = (_squashed(line.lstrip("- ")) for line in text.splitlines())
    return {line: len(line) for line in found if len(line) >= _SHORTEST}


@cache
def _main_text() -> Callable[..., str | None]:
    """trafilatura's extractor, imported when the first web page comes: it takes longer than all the rest together."""
    return cast("Callable[..., str | None]", import_module("trafilatura").extract)


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _with_headline(root: etree._Element) -> etree._Element:
    """The root, or an element a little higher that also holds the one headline of the page."""
    if root.find(".//h1") is not None or root.tag == "h1":
        return root
    for ancestor in root.iterancestors("article", "main", "div", "section", "body"):
        if ancestor.find(".//h1") is not None:
            return ancestor
    return root


def _lines(root: etree._Element) -> Iterator[tuple[BlockKind | None, str]]:
    """The lines of an element in reading order, white space collapsed."""
    written: list[_Written] = [_Written(None, [])]
    _walk(root, None, written)
    for line in written:
        text = _SPACE.sub(" ", "".join(_apart(line.words))).strip()
        if text:
            yield line.hint, text


def _apart(words: Iterable[str | None]) -> Iterator[str]:
    """The words of a line, with a blank where the page's style parts what its text does not: *Kari Nes|Journalist*."""
    last, seam = "", False
    for word in words:
        if word and seam and (last.islower() or last in _STOPS) and word[0].isupper():
            yield " "
        seam = (seam and not word) or word is None
        last = word[-1] if word else last
        yield word or ""


def _walk(root: etree._Element, hint: BlockKind | None, written: list[_Written]) -> None:
    """Reads on, with a stack of its own: a hostile page may be nested deeper than calls can be."""
    stack: list[tuple[str, etree._Element | None, BlockKind | None, str]] = [("open", root, hint, "")]
    while stack:
        step, element, kind, text = stack.pop()
        if step == "text" or element is None:
            written[-1].words.append(text if step == "text" else None)
            continue
        if step == "close":
            written.append(_Written(kind, []))
            continue
        stack.extend(_opened(element, kind, written))


def _opened(
    element: etree._Element, outer: BlockKind | None, written: list[_Written]
) -> Sequence[tuple[str, etree._Element | None, BlockKind | None, str]]:
    """What is to be done for an element and what is in it, last thing first."""
    if is_dropped(element):
        return ()
    kind = outer if outer in BOXES else hint_of(element) or outer
    breaks = element.tag in BREAKS
    if breaks:
        written.append(_Written(kind, []))
    todo: list[tuple[str, etree._Element | None, BlockKind | None, str]] = [("text", None, kind, element.text or "")]
    for child, before in zip(element, (None, *element), strict=False):
        if before is not None and not before.tail:
            todo.append(("seam", None, kind, ""))
        todo.append(("open", child, kind, ""))
        todo.append(("text", None, kind, child.tail or ""))
    if breaks:
        todo.append(("close", element, outer, ""))
    return todo[::-1]


def _with_words(lines: list[tuple[BlockKind | None, str]], told: str) -> list[tuple[BlockKind | None, str]]:
    """The lines, or below the headline the words that only the head has: a program draws the page, or it must be paid.

    ``told``: schema.org's ``articleBody``, with or without markup, a line a paragraph where it has lines.
    """
    words = _lines_in("<br>".join(told.splitlines()))
    page = _squashed("".join(text for _, text in lines))
    sentences = [_squashed(s) for _, text in words for s in _SENTENCE_END.split(text)]
    if 2 * sum(len(s) for s in sentences if s in page) >= sum(map(len, sentences)):
        return lines
    return [line for line in lines if line[0] == "title"][:1] + words


def _lines_in(fragment: str) -> list[tuple[BlockKind | None, str]]:
    tree = _tree(f"<div>{fragment}</div>")
    if tree is None:
        return []
    etree.strip_elements(tree, *DROPPED, with_tail=False)
    return list(_lines(tree))


def _with_title(lines: list[tuple[BlockKind | None, str]], title: str | None) -> list[tuple[BlockKind | None, str]]:
    """The lines with the headline that only the head or the container has put first; a second h1 is a crosshead."""
    seen = False
    result: list[tuple[BlockKind | None, str]] = []
    for hint, text in lines:
        result.append(("heading" if hint == "title" and seen else hint, text))
        seen = seen or hint == "title"
    if seen or not title or any(_squashed(title) == _squashed(text) for _, text in lines[:5]):
        return result
    return [("title", _SPACE.sub(" ", title).strip()), *result]
