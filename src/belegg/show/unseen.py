"""Characters that nobody sees but that change what is seen are shown as U+FFFD."""

import re

# Controls but tab and line ends, and what turns the direction of the words after it (Unicode Annex 9, 2.1 to 2.5).
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def made_seen(text: str) -> str:
    """The text with such characters replaced."""
    return _UNSEEN.sub("\ufffd", text)
