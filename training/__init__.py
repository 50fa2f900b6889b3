"""The recipe that makes the Norwegian pipeline again: data, training, measuring."""
