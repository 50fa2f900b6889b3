"""Judgements about pairs: what machines and people say, and why."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One named reason and what it adds to (or takes from) the score."""

    name: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``left`` and ``right`` are ids of one ``subject``: of names in articles, of articles, of statements and reports.

    For ``claim`` these are of one proposition or not, for ``origin`` they come from one source or not.

    ``by`` is ``belegg`` for the machine, else a person's name; a person's judgement outranks every machine one.
    """

    subject: Literal["entity", "story", "claim", "origin", "version"]
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[Feature, ...] = ()
    by: str = "belegg"


def total(features: tuple[Feature, ...]) -> float:
    """The score that the features add up to."""
    return sum(f.weight for f in features)
