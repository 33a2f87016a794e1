"""Training of the small models that the package carries; not part of the package."""
