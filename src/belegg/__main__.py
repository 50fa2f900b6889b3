"""``python -m belegg``: the same as the command."""

from belegg.cli.main import main

main()
