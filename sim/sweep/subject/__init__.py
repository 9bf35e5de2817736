"""Subjects: what a sweep runs at its points. A service, or any function of the same form."""
