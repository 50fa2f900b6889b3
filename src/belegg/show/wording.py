"""The interface's words, numbers and plurals in Bokmål, Nynorsk and English (gettext catalogues; CLDR by Babel)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

LANGUAGES: Final = ("nb", "nn", "en")
#: Days before months in English too, as the outlets write them.
_LOCALES: Final = {"nb": "nb", "nn": "nn", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One interface language. ``gettext`` and ``ngettext`` fill ``{name}`` fields; msgids are English."""

    language: str
    locale: Locale
    catalogue: Translations

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, its fields filled."""
        found = self.catalogue.ugettext(message)
        return found.format(**values) if values else found

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """The message in the form that the number asks for; ``{n}`` is the number as this language writes it."""
        return self.catalogue.ungettext(one, many, number).format(n=self.number(number), **values)

    def number(self, number: float) -> str:
        """A number as this language writes it."""
        return _decimal(number, self.locale)

    def listing(self, items: Sequence[str]) -> str:
        """``a, b and c``."""
        return format_list(list(items), locale=self.locale)


@lru_cache(maxsize=1024, typed=True)
def _decimal(number: float, locale: Locale) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=len(LANGUAGES))
def wording(language: str) -> Wording:
    """The wording of an interface language; ValueError for one that Belegg does not speak."""
    if language not in LANGUAGES:
        raise ValueError(f"no interface language {language!r}: choose one of {', '.join(LANGUAGES)}")
    return Wording(language, Locale.parse(_LOCALES[language]), _catalogue(language))


def _catalogue(language: str) -> Translations:
    """The .po file, compiled in memory: one source to keep, and nothing to build before an editable install works."""
    source = files("belegg.show").joinpath(f"locale/{language}/LC_MESSAGES/belegg.po")
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=language))
    compiled.seek(0)
    return Translations(compiled, domain="belegg")
