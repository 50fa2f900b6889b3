"""Who speaks for whom by office: a minister for the department, a lawyer for the client."""

import re
from collections.abc import Sequence
from itertools import pairwise

from belegg.reason._cues import load_cues
from belegg.reason._story import StoryIndex

SHORTEST_FIELD = 3  # letters of what a minister is minister of
MINISTER = "minister"
DEPARTMENT = "departement"
LAWYER = r"(?:forsvarer|forsvarar|forsvareren|forsvararen|advokat|advokaten|bistandsadvokat|bistandsadvokaten|verge)"
DEFENDS = re.compile(rf"\s+(?:\w+\s+)?{LAWYER},?\s*(?:advokat\s+)?")
DEFENDED = re.compile(
    rf",?\s+(?:som\s+)?(?:{LAWYER}\s+for|forsvarer|forsvarar|representerer|representerar)\s+(?:\w+\s+)?"
)


def department(title: str, organisations: Sequence[tuple[str, str]]) -> str | None:
    """The department that a title speaks for (*energiministeren*, *Energidepartementet*), if the story names one.

    ``organisations``: (name in lower case, entity id).
    """
    field = title.removesuffix("en").removesuffix(MINISTER)
    if title.removesuffix("en").endswith(MINISTER) and len(field) >= SHORTEST_FIELD:
        found = {e for name, e in organisations if name.startswith(field) and DEPARTMENT in name}
    elif title in load_cues().of_departments:
        found = {e for name, e in organisations if DEPARTMENT in name}
    else:
        return None
    return found.pop() if len(found) == 1 else None


def clients(index: StoryIndex) -> dict[str, str]:
    """Lawyer to the person that they speak for: *Xs forsvarer, advokat Y*; *Y, som forsvarer X*."""
    found: dict[str, str] = {}
    for view in index.views.values():
        text = view.doc.text
        for (s1, e1, left), (s2, _, right) in pairwise(view.names):
            if any(index.entities[e].type != "PER" for e in (left, right)):
                continue
            if text[s1:e1].endswith("s") and DEFENDS.fullmatch(text[e1:s2]):
                found.setdefault(right, left)
            elif DEFENDED.fullmatch(text[e1:s2]):
                found.setdefault(left, right)
    return found
