"""From a page to an article: one unchanged text, its blocks with their kinds, its facts (annotation.md, 1 and 2)."""

from belegg.clean.page import clean

__all__ = ["clean"]
