"""The invented stories of tests/gold, from their texts: what a reader must see, and floors for the figures."""

from pathlib import Path

import pytest

from belegg.app.reasoning import reason
from belegg.core.dossier import Dossier
from belegg.core.judgement import Judgement
from belegg.core.reasoning import Claim
from belegg.evaluate import Report, evaluate, read_gold
from belegg.show.export import export
from tests.conftest import dossier_of

GOLD = Path(__file__).parent.parent / "gold"
#: Figures over the stories may not fall under these.
FLOORS = [
    ("links between members", 0.71),
    ("matched members (B-cubed)", 0.87),
    ("matched: relation", 0.90),
    ("matched: outcome", 0.83),
]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_of(sorted(GOLD.glob("*/*.txt")))


@pytest.fixture(scope="module")
def report(dossier: Dossier) -> Report:
    return evaluate(export(dossier), read_gold([GOLD]))


@pytest.mark.parametrize(("name", "floor"), FLOORS)
def test_no_figure_falls_under_its_floor(report: Report, name: str, floor: float) -> None:
    score = report.figure("claims", name).score
    assert score is not None
    assert score >= floor


def texts(dossier: Dossier, claim: Claim) -> dict[str, str]:
    """Words of each member to its relation."""
    whole = {d.id: d.text for d in dossier.documents}
    return {m.place.span.of(whole[m.place.article]): m.relation for m in claim.members}


def claim_with(dossier: Dossier, words: str) -> Claim:
    return max((c for c in dossier.claims if any(words in t for t in texts(dossier, c))), key=lambda c: len(c.members))


def test_one_agency_text_in_two_outlets_is_one_origin(dossier: Dossier) -> None:
    claim = claim_with(dossier, "Mattilsynet har tatt prøver")
    whole = {d.id: d.text for d in dossier.documents}
    copies = [m for m in claim.members if m.place.span.of(whole[m.place.article]).startswith("Mattilsynet har t")]
    assert len({m.place.article for m in copies}) == 2
    assert {o.name for o in claim.origins for m in copies if o.number == m.origin} == {"NPB"}


def test_who_denies_and_then_admits_is_one_origin_on_both_sides(dossier: Dossier) -> None:
    claim = claim_with(dossier, "partiene hadde en avtale på forhånd")
    by = {m.relation: m.origin for m in claim.members}
    assert claim.evidence == "disputed"
    assert by["denies"] == by["supports"]


def test_a_plan_that_was_given_up_did_not_come_true(dossier: Dossier) -> None:
    assert claim_with(dossier, "kommer til å anke dommen").outcome == "did not come true"


def test_a_differing_figure_is_a_conflict_and_no_other_claim(dossier: Dossier) -> None:
    claim = claim_with(dossier, "19 mot 16 stemmer")
    assert [c.kind for c in claim.conflicts] == ["number"]
    assert len(claim.members) == 2


def test_a_club_denies_what_unnamed_sources_say(dossier: Dossier) -> None:
    claim = claim_with(dossier, "Det er helt feil")
    assert texts(dossier, claim)["opplysningene"] == "denies"
    assert "anonymous" in {o.kind for o in claim.origins}


def test_every_member_has_an_origin_and_every_origin_a_member(dossier: Dossier) -> None:
    for claim in dossier.claims:
        assert {m.origin for m in claim.members} == {o.number for o in claim.origins}
        assert claim.text in {m.place for m in claim.members}
        for conflict in claim.conflicts:
            assert all(i < len(claim.members) for v in conflict.values for i in v.members)


def test_ids_are_unique(dossier: Dossier) -> None:
    for ids in ([c.id for c in dossier.claims], [e.id for e in dossier.events]):
        assert len(ids) == len(set(ids))


def test_every_link_says_why(dossier: Dossier) -> None:
    links = [j for j in dossier.judgements if j.subject == "claim"]
    assert links
    assert all(j.reasons and j.score == pytest.approx(sum(f.weight for f in j.reasons), abs=0.01) for j in links)


def test_reasoning_twice_gives_the_same(dossier: Dossier) -> None:
    again = reason(dossier, (), lambda *_: None)
    assert again.claims == dossier.claims
    assert again.events == dossier.events


def test_a_person_parts_what_the_machine_joined(dossier: Dossier) -> None:
    claim = claim_with(dossier, "partiene hadde en avtale på forhånd")
    left, right = [m.statement for m in claim.members if m.statement][:2]
    assert left and right
    judgement = Judgement("claim", left, right, "different", 1.0, by="Kari Desk")
    after = reason(dossier, (judgement,), lambda *_: None)
    assert not any({left, right} <= {m.statement for m in c.members} for c in after.claims)


def test_a_person_joins_what_the_machine_left_apart(dossier: Dossier) -> None:
    one = claim_with(dossier, "partiene hadde en avtale på forhånd").members[0].statement
    other = claim_with(dossier, "allerede har inngått en avtale").members[0].statement
    assert one and other
    after = reason(dossier, (Judgement("claim", one, other, "same", 1.0, by="Kari Desk"),), lambda *_: None)
    assert any({one, other} <= {m.statement for m in c.members} for c in after.claims)
