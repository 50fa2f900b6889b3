"""Belegg: from many reports of the same happening to one sourced dossier."""

__version__ = "0.1.0"
