"""Joins the two halves into the pipeline that is shipped."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language, create_tokenizer
from thinc.api import Model

from belegg.models.norwegian import LemmaLexicon
from training.corpus import Document
from training.lexicon import lemma_lexicon


def join(syntax: Path, names: Path, out: Path, documents: list[Document]) -> None:
    """Writes one pipeline: syntax, the lemma lexicon, names with their own encoder; today's tokeniser rules."""
    nlp = spacy.load(syntax)
    lexicon = nlp.add_pipe("lemma_lexicon", after="trainable_lemmatizer")
    assert isinstance(lexicon, LemmaLexicon)
    lexicon.entries = lemma_lexicon(documents)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.tokenizer = create_tokenizer()(nlp)
    nlp.meta.update(name="news", version="1.0.0", description="Norwegian Bokmål and Nynorsk news", license="MIT")
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    strings = sorted(_needed_strings(nlp))
    (out / "vocab" / "strings.json").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")


def average_names(left: Path, right: Path, out: Path) -> None:
    """The mean of two name models of which one was trained on from the other (Wortsman et al. 2022)."""
    nlp, other = spacy.load(left), spacy.load(right)
    models: list[Model[Any, Any]] = [each.get_pipe("ner").model for each in (nlp, other)]  # type: ignore[attr-defined]
    for one, two in zip(*(model.walk() for model in models), strict=True):
        for name in one.param_names:
            if one.has_param(name):
                one.set_param(name, (one.get_param(name) + two.get_param(name)) / 2)
    nlp.to_disk(out)


def _needed_strings(nlp: Language) -> set[str]:
    """What the model looks up by number: its labels and the parts of lemmas, but not the words it was trained on."""
    found = {"nb", "nn", "ROOT", ""}
    for name in ("morphologizer", "parser", "ner"):
        for label in nlp.get_pipe(name).labels:  # type: ignore[attr-defined]
            found.update((label, *re.split(r"[|=]", label)), label.split("|"))
    trees: Any = nlp.get_pipe("trainable_lemmatizer").trees  # type: ignore[attr-defined]
    for number in range(len(trees)):
        tree = trees[number]
        found.update(nlp.vocab.strings[tree[side]] for side in ("orig", "subst") if tree.get(side))
    return found - {""}
