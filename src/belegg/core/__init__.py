"""Records that every layer shares: frozen, standard library only."""
