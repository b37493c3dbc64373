"""Stage 6: claims → findings."""
