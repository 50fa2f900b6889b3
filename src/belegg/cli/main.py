"""Where the program begins. It imports little: processes that are made from this one begin here, too."""

import os
import sys
from importlib import import_module

from belegg.models.lazy import use_one_thread

SOME_REJECTED = 1


def main() -> None:
    """Entry point of the ``belegg`` command: an error that nobody foresaw is one line, not a traceback.

    The environment variable ``BELEGG_TRACEBACK`` asks for the whole of it.
    """
    use_one_thread()
    try:
        import_module("belegg.cli.commands").app()
    except Exception as error:
        if os.environ.get("BELEGG_TRACEBACK"):
            raise
        line = f"internal error, please report it: {type(error).__name__}: {error}"
        print(f"belegg: {' '.join(line.split())}", file=sys.stderr)
        sys.exit(SOME_REJECTED)


if __name__ == "__main__":
    main()
