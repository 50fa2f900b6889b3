"""Claims: what a story's statements and reports say about one and the same proposition (annotation.md, 7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from belegg.core.comparison import Entity, Passage, Story
from belegg.core.document import Document
from belegg.core.each import Each, both, one_by_one
from belegg.core.judgement import Judgement
from belegg.core.meaning import Meaning
from belegg.core.reasoning import Claim, Member
from belegg.reason._certainty import is_answered, is_of_one_value, is_sure
from belegg.reason._conflicts import conflicts, outdated
from belegg.reason._discourse import Leaning, leanings, of_any
from belegg.reason._drafts import Draft, asides, drafts, judged, lean, link_judgements, without_asides
from belegg.reason._evidence import Bearing, evidence, outcome
from belegg.reason._grounds import settled
from belegg.reason._headline import Wording, headlines, wordings
from belegg.reason._joining import joined
from belegg.reason._kinship import hopeful
from belegg.reason._likeness import Comparing
from belegg.reason._material import Material, material_of
from belegg.reason._matters import Told
from belegg.reason._members import Bearer, bearers, origins
from belegg.reason._nearness import Nearness
from belegg.reason._propositions import Proposition
from belegg.reason._sayings import Saying
from belegg.reason._story import StoryIndex, index_story
from belegg.reason._talk import Talk

LEAST_WEIGHT = 3  # a claim of one member must have as many things to compare by


def claims(
    story: Story,
    docs: Sequence[Document],
    entities: Sequence[Entity],
    passages: Sequence[Passage],
    meaning: Meaning,
    judgements: Sequence[Judgement] = (),
    each: Each = one_by_one,
) -> tuple[tuple[Claim, ...], tuple[Judgement, ...]]:
    """The claims of a story, those with most members first, and the machine's links between members with their reasons.

    ``docs`` need the layers Token, Sentence, Role, Time, Statement and Report. A person's
    ``judgements`` with subject ``claim`` (left and right: ids of statements or reports) outrank the alignment, those
    with subject ``origin`` the counting of sources. ``each``: how very many sayings and claims are gone through.
    """
    index = index_story(story.articles, docs, entities)
    near = Nearness(material_of(index, story.articles, passages, each), index, meaning)
    material = near.material
    found = judged(told_together(near, index, each), judgements, material.sayings)
    ordered = sorted((d for d in found if _is_worth_telling(d, material)), key=lambda d: (-len(d.members), d.members))
    rulings = [j for j in judgements if j.subject == "origin" and j.by != "belegg"]
    made = each(partial(_claim, story=story, index=index, rulings=rulings, comparing=Comparing(near, ordered)), ordered)
    known_by = headlines([able for _, able in made])
    worded = [replace(claim, text=place) for (claim, _), place in zip(made, known_by, strict=True)]
    return _told_apart(worded), link_judgements(ordered, material.sayings)


def told_together(near: Nearness, index: StoryIndex, each: Each = one_by_one) -> list[Draft]:
    """What a story's sayings tell together, before a person's judgements."""
    material = near.material
    copies = {n: unit.sayings for unit in material.units for n in unit.sayings}
    _ = material.aligned  # which both need
    found, (leaning, pairs) = both(each, lambda: drafts(near), lambda: (_leanings(material, index), hopeful(near)))
    aside = asides(material, found)
    found = [*lean(found, leaning, copies, material.sayings), *aside]
    return settled(without_asides(joined(found, near, pairs), aside), material)


def _leanings(material: Material, index: StoryIndex) -> list[Leaning]:
    by_article: dict[str, list[Saying]] = {}
    for saying in material.sayings:
        by_article.setdefault(saying.place.article, []).append(saying)
    talks = (Talk(s, material.said, material.sources, index) for s in by_article.values())
    general = of_any(material.sayings, material.said, index)
    told = {x.saying for x in general}
    return [*general, *(x for talk in talks for x in leanings(talk) if x.saying not in told)]


def _is_worth_telling(draft: Draft, material: Material) -> bool:
    """A claim of one member needs something that can be checked: a predicate, a figure, a stance."""
    if len(draft.members) > 1:
        return True
    saying = material.sayings[draft.members[0]]
    main = [p for p in material.said[saying.number] if p.main]
    checkable = any(p.axes or p.quantities for p in main) or saying.stance in ("deny", "expect", "promise", "allege")
    return saying.stance not in ("urge", "decline") and checkable and sum(p.weight for p in main) >= LEAST_WEIGHT


def _claim(
    draft: Draft, story: Story, index: StoryIndex, rulings: Sequence[Judgement], comparing: Comparing
) -> tuple[Claim, tuple[Wording, ...]]:
    """A claim, known by its best wording, with all that it could be known by."""
    material = comparing.near.material
    found = bearers(draft, material)
    listed, numbers = origins(found, material.outlets, rulings)
    unnamed = {o.number for o in listed if o.kind == "anonymous"}
    bearing = [
        Bearing(b.relation, n, _is_weak(b) or n in unnamed, b.saying.when, b.fulfils)
        for b, n in zip(found, numbers, strict=True)
    ]
    members = tuple(
        Member(b.saying.place, b.relation, None if b.saying.is_report else b.saying.id, n)
        for b, n in zip(found, numbers, strict=True)
    )
    standing, told_by = evidence(bearing), list(zip(found, numbers, strict=True))
    texts = {i: index.view(b.saying.place.article).doc.text for i, b in enumerate(found)}
    came, alike = outcome(bearing), comparing.likeness(draft)
    differing = conflicts(_telling(draft, found, numbers, material), texts, index)
    able = wordings(found, draft, alike, index, material, has_come=came == "came true", outdated=outdated(differing))
    agreed = is_of_one_value(told_by, differing) and is_sure(draft, told_by, alike, comparing.near)
    claim = Claim(
        id=_claim_id(story, draft, material),
        story=story.id,
        text=able[0].place,
        members=members,
        origins=listed,
        evidence=standing,
        outcome=came,
        conflicts=differing,
        sure=is_answered(draft, told_by) if standing == "disputed" else agreed,
    )
    return claim, able


def _telling(draft: Draft, found: Sequence[Bearer], numbers: Sequence[int], material: Material) -> list[Told]:
    """What the members tell that can differ: those who say, expect or ask, and who denies by another version."""
    return [
        Told(
            member=i,
            origin=numbers[i],
            when=b.saying.when,
            propositions=draft.said.get(b.saying.number)
            or (material.said[b.saying.number] if b.relation == "denies" else ()),
            denies=b.relation == "denies",
            firm=b.relation != "questions",
            article=b.saying.place.article,
            figures=_figures_within(draft.said.get(b.saying.number, ()), material.said[b.saying.number]),
        )
        for i, b in enumerate(found)
        if b.relation in ("supports", "expects", "questions")
        or (b.relation == "denies" and b.saying.stance in ("expect", "promise", "assert"))
    ]


def _figures_within(told: Sequence[Proposition], said: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """What a saying counts in the clauses by which it is a member, where it is none by its figures."""
    clauses = [p.span for p in told if p.aspect == "event"]
    figures = (p for p in said if p.aspect == "figure" and p not in told)
    return tuple(p for p in figures if any(c.start <= p.span.start and p.span.end <= c.end for c in clauses))


def _is_weak(bearer: Bearer) -> bool:
    """Anonymous, or hedged without a source."""
    return bearer.source.kind == "anonymous" or bearer.saying.stance == "allege"


def _told_apart(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """No two with one id: a sentence of two parts may begin two claims that start alike."""
    seen: Counter[str] = Counter()
    out = []
    for claim in made:
        seen[claim.id] += 1
        out.append(claim if seen[claim.id] == 1 else replace(claim, id=f"{claim.id}-{seen[claim.id]}"))
    return tuple(out)


def _claim_id(story: Story, draft: Draft, material: Material) -> str:
    """Stable while the earliest member and what it says stay the same."""
    first = draft.members[0]
    said = draft.said.get(first, ())
    start = min((p.span.start for p in said), default=material.sayings[first].place.start)
    axes = sorted({a for p in said for a in p.axes})
    seed = f"{story.id}|{material.sayings[first].id}|{start}|{axes}|{len(said)}"
    return "c" + sha256(seed.encode()).hexdigest()[:10]
