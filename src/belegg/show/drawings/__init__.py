"""Drawings as SVG, made on the server, each with a title and a description in words."""
