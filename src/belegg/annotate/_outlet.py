"""The article's own outlet under the names that its text uses."""

from belegg.annotate._view import View
from belegg.core.annotation import Party


def own_names(view: View) -> frozenset[str]:
    """The outlet's name, and the first part of its address's host, in lower case."""
    article = view.doc.article
    names = {article.outlet.lower()} if article.outlet else set()
    if article.url:
        host = article.url.split("//")[-1].split("/")[0].removeprefix("www.")
        names.add(host.split(".")[0])
    return frozenset(names)


def same_outlet(p: Party, own: frozenset[str]) -> bool:
    """True where the party is the outlet itself (spaces, case and a trailing -s aside)."""
    return any(_plain(p.name) == _plain(name) for name in own if p.name)


def _plain(name: str) -> str:
    """*aftenposten.no* and *Aftenpostens* are *aftenposten*."""
    return name.lower().replace(" ", "").replace("-", "").removesuffix(".no").removesuffix("s")
