"""Stage 7: results → text."""
