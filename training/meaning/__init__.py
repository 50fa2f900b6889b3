"""The recipe that makes the table of what words mean: words of a corpus, vectors, training, measuring."""
