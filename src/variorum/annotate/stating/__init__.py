"""Statements: the clauses of a sentence, with who holds them and what they assert."""
