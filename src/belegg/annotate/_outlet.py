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
    plain = p.name.lower().replace(" ", "").replace("-", "")
    return any(
        plain.removesuffix("s") == name.replace(" ", "").replace("-", "").removesuffix("s") for name in own if plain
    )
