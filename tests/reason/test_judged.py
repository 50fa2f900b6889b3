"""A person's word on two sayings: whichever two they are, the story is still told."""

from itertools import product

import pytest

from belegg.core.judgement import Judgement, Verdict
from belegg.models.meaning import load_meaning
from belegg.reason.claims import claims
from tests.reason.test_claims import Told

SALE = (
    "Vil kjøpe verftet|Sjøkonsernet Tindvik kjøper verftet i Vika, opplyser rådmann Kari Holm. Det kostar mykje.",
    "Tier|Sjøkonsernet Tindvik kjøper verftet i Vika, sier Per Lie. Ordfører Ola Vik vil ikke kommentere kjøpet.",
)


REFUSAL = ("Solgt|Per Lie hevder at rådmannen har solgt verftet. Kari Holm vil ikke kommentere påstanden.",)


@pytest.mark.parametrize("verdict", ["same", "different"])
@pytest.mark.parametrize("texts", [SALE, REFUSAL])
def test_any_two_sayings_can_be_judged(texts: tuple[str, ...], verdict: Verdict) -> None:
    """One saying beside itself, too: a sentence that two words of an older dossier mean now."""
    told = Told(*texts)
    said = sorted({m.statement for c in told.claims for m in c.members if m.statement})
    assert len(said) > 1
    for left, right in product(said, said):
        judged = Judgement("claim", left, right, verdict, 1.0, by="Kari")
        found, _ = claims(told.story, told.docs, told.entities, (), load_meaning(), (judged,))
        together = any({left, right} <= {m.statement for m in c.members} for c in found)
        assert together == (verdict == "same" or left == right), (left, right)
