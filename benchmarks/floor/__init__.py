"""The floor: each service written by hand in C, for that service and no other."""
