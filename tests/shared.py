"""Where the optional gold and data lie, and a clear word where they do not."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = (ROOT / os.environ.get("BELEGG_SHARED", "../shared")).resolve()


def shared(part: str) -> Path:
    """A folder or file beside the project; the test is skipped where it is missing."""
    path = SHARED / part
    if not path.exists():
        pytest.skip(f"needs {part} in BELEGG_SHARED (default ../shared), which is not there")
    return path
