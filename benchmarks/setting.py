"""The numbers of the two services. The files in `services/` and the C floors say the same ones."""

STAFF = 5
SERVICE_S = 600.0
"""Mean time of a service, exponential."""

MM5_ARRIVAL_S = 400.0 / 3
"""Mean time between arrivals of M/M/5: 648 a day, so the staff are busy 0.9 of their time."""

REPEAT_ARRIVAL_S = 250.0
"""Mean time between new customers of repeat contact: 345.6 a day. Each is served 1 / 0.6 times, so
the staff are busy 0.8 of their time."""
RETURN_CHANCE = 0.4
"""Chance that a customer comes back, after each service."""
RETURN_S = 172_800.0
"""Mean time until then: two days, exponential."""

OF_RIVALS, OF_FAST = 10_000, 100_000
"""Customers of the slow simulators, and of C and Cimba. Requisite has some 130,000."""
