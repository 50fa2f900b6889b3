"""What the tagger sees of a word: the shipped pipeline's layers, the reporting words, marks and dashes, its place."""

from collections.abc import Sequence

from belegg.annotate._lexicon import Lexicon
from belegg.annotate._view import CLOSING, DASHES, OPENING, View, Words

_QUOTES = (OPENING | CLOSING) - {"'", "’", "‘"}
_FIRST_PERSON = frozenset("jeg eg vi me meg oss min mitt mine vår vårt våre".split())
_CLIMB = 6  # words up the tree that a cue may stand


def rows(view: View, lex: Lexicon, lower: Sequence[str] = (), hints: Sequence[Sequence[str]] = ()) -> list[list[str]]:
    """The features of every word of the article.

    ``lower`` are the tags of the layer before; ``hints`` are taggings by the rules, a sequence for each layer.
    """
    if not view.tokens:
        return []
    plain = [_plain(view, lex, i) for i in range(len(view.tokens))]
    quoted, sentences = _quoted(view), _sentences(view, lex)
    out: list[list[str]] = []
    for i, (first, last) in enumerate(map(view.sentence, range(len(view.tokens)))):
        row = ["bias", *plain[i], *_word(view, i), *_tree(view, lex, i), *sentences[view.sentence_of[i]]]
        row += [f"{d:+}{f}" for d in (-2, -1, 1, 2) if first <= i + d < last for f in plain[i + d]]
        row += [quoted[i], *_place(view, lex, i, (first, last))]
        row += _told("low", lower, i) if lower else []
        row += [f for n, tagged in enumerate(hints) for f in _told(f"rule{n}", tagged, i)]
        out.append(row)
    return out


def _plain(view: View, lex: Lexicon, i: int) -> list[str]:
    """What neighbours see too."""
    return [
        f"w={view.lows[i]}",
        f"p={view.tokens[i].pos}",
        *([f"c={_group(view, lex, i)}"] if is_cue(view, lex, i) else []),
    ]


def is_cue(view: View, lex: Lexicon, i: int) -> bool:
    """A reporting verb, or the first word of a phrase like *ifølge*."""
    verb = view.lows[i] in lex.cues and view.tokens[i].pos in ("VERB", "AUX", "NOUN")
    return verb or bool(lex.source_prepositions.starting(view.lows[i]))


def _group(view: View, lex: Lexicon, i: int) -> str:
    entries = lex.cues.get(view.lows[i])
    return entries[0].group if entries else "source"


def _word(view: View, i: int) -> list[str]:
    token = view.tokens[i]
    name = view.mentions[view.mention_of[i]].type if view.mention_of[i] >= 0 else "none"
    form = [f for f in token.feats.split("|") if f.startswith(("VerbForm", "Mood", "Tense", "Person", "Case"))]
    return [f"l={token.lemma}", f"d={token.dep}", f"n={name}", f"s={view.lows[i][-3:]}", *form,
            f"cap={token.text[:1].isupper()}"]  # fmt: skip


def _tree(view: View, lex: Lexicon, i: int) -> list[str]:
    """The governor, and the relation in which the word's branch hangs on the nearest reporting word above it."""
    head = view.tokens[i].head
    out = [f"hl={view.tokens[head].lemma}", f"hp={view.tokens[head].pos}", f"hside={head > i}"]
    below = i
    for climbed in range(_CLIMB):
        above = view.tokens[below].head
        if above == below:
            break
        if is_cue(view, lex, above):
            side = "right" if above < below else "left"
            out += [f"under={view.tokens[below].dep}:{side}", f"under={_group(view, lex, above)}:{climbed == 0}"]
            break
        below = above
    return out


def _quoted(view: View) -> list[str]:
    """For each word whether marks stand open round it, counted anew in every block."""
    out: list[str] = []
    for first, last in view.blocks:
        inside = False
        for i in range(first, last):
            mark = view.lows[i]
            closes = mark in _QUOTES and inside
            inside = mark in OPENING & _QUOTES if mark in _QUOTES and not closes else inside and not closes
            out.append(f"quoted={inside}")
    return out


def _sentences(view: View, lex: Lexicon) -> list[list[str]]:
    """What all words of a sentence see: how it and its block begin, and whose words it may be."""
    out: list[list[str]] = []
    for number, s in enumerate(view.sentences):
        block = view.blocks[view.block_of[s.first]][0] if s.last > s.first else 0
        dash, opened = view.lows[s.first] in DASHES, view.lows[block] in DASHES
        own = any(w in _FIRST_PERSON for w in view.lows[s.first : s.last])
        cue = any(is_cue(view, lex, i) for i in range(s.first, s.last))
        title = view.block(s.first).kind == "title"
        nth = sum(1 for before in view.sentences[:number] if before.block == s.block)
        out.append([f"sd={dash}:{cue}", f"bd={opened}:{min(nth, 2)}:{own}", f"sc={cue}:{own}", f"title={title}:{dash}"])
    for number in range(len(out) - 1, 0, -1):
        out[number].append(f"before:{out[number - 1][0]}")
    for number in range(len(out) - 1):
        out[number].append(f"after:{out[number + 1][0]}")
    return out


def _place(view: View, lex: Lexicon, i: int, sentence: Words) -> list[str]:
    """The nearest reporting word on each side, how far it is, and what stands between."""
    left = next((k for k in range(i - 1, sentence[0] - 1, -1) if is_cue(view, lex, k)), None)
    right = next((k for k in range(i + 1, sentence[1]) if is_cue(view, lex, k)), None)
    out = [f"at={'start' if i == sentence[0] else 'end' if i == sentence[1] - 1 else 'in'}"]
    if left is not None:
        between = view.lows[left + 1 : i]
        that = "that" if {"at", "om"} & set(between) else "colon" if ":" in between else "none"
        out += [f"left={_far(i - left)}:{that}", f"leftcue={_group(view, lex, left)}:{that}:{',' in between}"]
    if right is not None:
        comma = "," in view.lows[max(i, right - 1) : right] or view.lows[right - 1] in CLOSING
        out += [f"right={_far(right - i)}:{comma}", f"rightcue={_group(view, lex, right)}:{comma}"]
    return out


def _far(distance: int) -> str:
    return str(distance) if distance < 4 else "near" if distance < 9 else "far"


def _told(name: str, tagged: Sequence[str], i: int) -> list[str]:
    here = [f"{name}{d:+}={tagged[i + d]}" for d in (-2, -1, 0, 1, 2) if 0 <= i + d < len(tagged)]
    return [*here, f"{name}={tagged[i]}:{tagged[i - 1] if i else '-'}"]
