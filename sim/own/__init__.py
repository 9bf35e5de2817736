"""A visitor's own service: from a tally of one hour, or from the log that the case system writes.

What is read here stays here: words and names of a file are never written to another one.
"""
