"""Names: where one may stand, what kind it is, and whose shorter forms they are."""
