"""Stage 5: one clause → claim."""
