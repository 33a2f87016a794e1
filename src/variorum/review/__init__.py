"""What is done with a record once it is made: verify it, cut it to what may be shared."""
