"""Adapters for trained models."""
