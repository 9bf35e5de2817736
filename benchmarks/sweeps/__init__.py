"""Sweeps as they are run: how fast, with what memory, and what kills and lost workers change."""
