"""Use cases: build a dossier, evaluate one."""
