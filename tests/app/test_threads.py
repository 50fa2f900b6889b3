"""Matrix libraries read how many threads they may use when they are imported, and never again."""

import os
import subprocess
import sys


def test_the_processes_of_a_crew_are_told_before_numpy_is_imported() -> None:
    code = """
import os
from belegg.app.crew import Crew

if __name__ == "__main__":
    with Crew(2) as crew:
        print(*crew.map(os.getenv, ["OPENBLAS_NUM_THREADS"] * 2))
"""
    environment = {name: value for name, value in os.environ.items() if "THREADS" not in name}
    ran = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, env=environment)
    assert ran.stdout.split() == ["1", "1"], ran.stderr


def test_the_program_tells_itself_first() -> None:
    code = """
import os, sys, belegg.cli.main as m
sys.argv = ["belegg", "--version"]
try:
    m.main()
finally:
    print(os.environ["OPENBLAS_NUM_THREADS"])
"""
    told = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert told.stdout.split()[-1] == "1", told.stderr
