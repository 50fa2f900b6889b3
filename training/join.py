"""Joins the two halves into the pipeline that is shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
from spacy.language import create_tokenizer

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
