"""The ledger of places: which place is meant, and what verbs, nouns and phrases say of it."""
