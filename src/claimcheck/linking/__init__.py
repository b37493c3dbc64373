"""Stage 4: mentions → entities."""
