"""Lines for the terminal. Names and words come from outside: what would steer a terminal is spelt out, not obeyed."""

import typer


def tell(text: str) -> None:
    """Text on standard output."""
    typer.echo(_printable(text))


def complain(line: str, *below: str) -> None:
    """One line on standard error, and what it lists, a line each."""
    for text in (f"belegg: {line}", *below):
        typer.echo(_printable(text.replace("\n", " ")), err=True)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode("ascii") for c in text)
