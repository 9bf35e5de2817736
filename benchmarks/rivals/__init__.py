"""The two services in other simulators, each in the fastest form that its own pages teach.

Each module has ``simulate(customers, seed)``: so many customers come, the last one is seen through
to the end, and a `Counted` is returned. Random numbers are each simulator's own.
"""
