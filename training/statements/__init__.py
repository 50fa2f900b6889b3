"""Statements by rules, by a trained sequence model and by both, compared by cross-validation on the open corpus."""
