"""Offsets, words and language data that several stages use."""
