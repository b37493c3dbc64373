"""Stage 2: text → spaCy Doc, and what every later stage needs of German: clauses, quotation marks, inflection, numerals."""
