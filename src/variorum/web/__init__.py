"""Pages and an HTTP API over a library, for one desk on one machine or a small team."""
