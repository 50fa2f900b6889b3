"""Reason: what a story's articles say together (claims, events)."""
