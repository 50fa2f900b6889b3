"""Matrix libraries read how many threads they may use when they are imported, and never again."""

import subprocess
import sys


def test_the_processes_of_a_crew_are_told_before_numpy_is_imported() -> None:
    code = "import sys, belegg.app.reasoning; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


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
