"""Forms of one written standard beside those of the other: a list that has only the one reads half of the news."""

from collections.abc import Set

PAIRS = tuple(
    frozenset(pair.split())
    for pair in (
        "ikke ikkje", "verken korkje", "hverken korkje", "jeg eg", "hun ho", "hennes hennar", "fra frå", "hva kva",
        "hvem kven", "hver kvar", "være vere", "vært vore", "blir vert", "ble vart", "blitt vorte", "bli verte",
        "fikk fekk", "gikk gjekk", "kommer kjem", "heter heiter", "mens medan", "da då", "siden sidan", "selv sjølv",
        "også òg", "nå no", "noe noko", "uten utan", "ifølge ifølgje", "følge følgje", "disse desse", "et eit",
        "utenfor utanfor", "innenfor innanfor", "øst aust", "såfremt såframt", "mandag måndag", "tirsdag tysdag",
        "lørdag laurdag", "ett eitt", "skriver skriv", "sier seier", "krever krev", "mye mykje", "bare berre",
        "tidligere tidlegare", "første fyrste", "bekreftet stadfesta", "kilden kjelda", "kilder kjelder", "uke veke",
        "samme same", "høyre høre", "regjeringen regjeringa", "tro tru", "mene meine",
    )
)  # fmt: skip


def one_sided(words: Set[str]) -> list[set[str]]:
    """The pairs of which the list has only one."""
    return [set(pair) for pair in PAIRS if len(words & pair) == 1]
