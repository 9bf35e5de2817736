"""The page: a thin skin over analyses and charts. Nothing is computed and nothing is worded here.

A page is a folder or a file of its own here, and a line in `sim.web.main`.
"""
