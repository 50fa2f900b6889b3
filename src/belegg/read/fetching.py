"""Addresses as input: the interface that a fetcher fulfils; none is shipped, so that a build needs no network."""

from typing import Protocol

from belegg.core.article import Page, Rejected


class Fetcher(Protocol):
    """Gets a live page. An address that cannot be had is a ``Rejected``, never an exception."""

    def fetch(self, address: str) -> Page | Rejected:
        """The page at an http(s) address."""
        ...


class NoFetcher:
    """Turns every address down, with a word on what to do instead."""

    def fetch(self, address: str) -> Page | Rejected:
        """Always rejected."""
        return Rejected(address, "fetching live addresses is not available; save the page and give the file")


def is_address(source: str) -> bool:
    """True for http and https addresses."""
    return source.lower().startswith(("http://", "https://"))
