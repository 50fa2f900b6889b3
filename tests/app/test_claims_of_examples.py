"""What holds of every claim, whatever the story."""

from belegg.core.dossier import Dossier


def test_unnamed_sources_alone_never_make_a_claim_well_founded(examples: Dossier) -> None:
    founded = [c for c in examples.claims if c.evidence in ("corroborated", "single-source")]
    assert founded
    for claim in founded:
        kinds = {o.number: o.kind for o in claim.origins}
        backing = {kinds[m.origin] for m in claim.members if m.relation in ("supports", "expects")}
        assert backing - {"anonymous"}, claim.text


def test_the_members_of_a_claim_stand_in_its_story(examples: Dossier) -> None:
    articles = {s.id: set(s.articles) for s in examples.stories}
    for claim in examples.claims:
        assert {m.place.article for m in claim.members} <= articles[claim.story]
