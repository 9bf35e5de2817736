"""Causal loops, and stocks and flows, as pictures."""
