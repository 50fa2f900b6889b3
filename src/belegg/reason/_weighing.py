"""How much named features speak for something, by a table of weights."""

from collections.abc import Mapping


def weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of the features; those that the table does not have count nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())
