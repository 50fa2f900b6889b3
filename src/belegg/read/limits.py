"""How much of an input is read: memory stays flat whatever is given."""

PAGE_BYTES = 20 * 1024 * 1024
"""A page (a file, a JSON line, an archived response, a whole feed) of more bytes than this is rejected."""

HEAD_BYTES = 64 * 1024
"""How much of an input is looked at to tell its format."""


def too_large() -> str:
    """The reason given for a page over the limit."""
    return f"larger than {PAGE_BYTES // (1024 * 1024)} MB: no article"
