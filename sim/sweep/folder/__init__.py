"""The folder of a sweep: what is asked, what is done, and the tables that come of it."""
