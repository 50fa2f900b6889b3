"""The pronoun that fits a first name."""

from functools import cache
from typing import Literal

from belegg.text.wordlists import read_table

Gender = Literal["he", "she"]


@cache
def pronouns() -> dict[str, Gender]:
    """First name → the pronoun that fits it."""
    table = read_table("first_names.toml")
    genders: tuple[Gender, Gender] = ("he", "she")
    return {name: gender for gender in genders for name in table[gender].split()}
