"""Origins: credits, rewrites and retellings."""
