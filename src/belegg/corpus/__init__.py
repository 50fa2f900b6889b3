"""The open corpus of reported speech: stand-off annotation of news articles, put back onto their texts."""

from belegg.corpus.loading import AnnotatedArticle, load_corpus
from belegg.corpus.records import Accepted, Annotation, CorpusError
from belegg.corpus.treebank import SourceText, read_text

__all__ = ["Accepted", "AnnotatedArticle", "Annotation", "CorpusError", "SourceText", "load_corpus", "read_text"]
