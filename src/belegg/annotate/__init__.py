"""Annotate: stand-off layers over one article."""
