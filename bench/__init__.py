"""Seconds and memory of whole builds, measured from outside the process."""
