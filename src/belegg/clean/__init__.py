"""Clean: from a page to one immutable article with blocks and metadata."""
