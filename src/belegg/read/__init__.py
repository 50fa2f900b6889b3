"""From paths, folders and standard input to pages: bytes are kept, what cannot be used is kept with its reason."""

from belegg.read.fetching import Fetcher
from belegg.read.reader import read

__all__ = ["Fetcher", "read"]
