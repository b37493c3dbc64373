"""Stage 3: Doc → spans with values. Each folder is one phenomenon and is whole: grammar, values, lexicons, corpus."""
