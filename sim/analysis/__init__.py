"""Analyses: what runs are made for, and what they say together."""
