"""Fits how pairs of statements are joined that words alone do not settle."""
