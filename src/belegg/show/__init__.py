"""Show: the dossier as a page, JSON, Markdown and CSV."""
