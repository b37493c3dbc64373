"""Stage 1: bytes → article with metadata."""
