"""Norwegian news outlets by the domain of their addresses (``data/outlets.tsv``)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def outlets() -> Mapping[str, str]:
    """Domain (*dagbladet.no*) to name (*Dagbladet*)."""
    text = (files("belegg.text") / "data" / "outlets.tsv").read_text("utf-8")
    return dict(row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))


@cache
def outlet_names() -> frozenset[str]:
    """The names alone."""
    return frozenset(outlets().values())
