"""Measures an export against annotated stories (gold), layer by layer."""

from belegg.evaluate.report import Report, evaluate, rows, table
from belegg.evaluate.sources import BadGoldError, Gold, read_gold

__all__ = ["BadGoldError", "Gold", "Report", "evaluate", "read_gold", "rows", "table"]
