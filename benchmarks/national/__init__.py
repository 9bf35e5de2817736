"""A sweep of a whole country: what it would take, on paper and by simulation of its dispatch."""
