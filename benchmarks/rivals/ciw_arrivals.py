"""Arrivals for Ciw that stop after so many customers, so that all can be seen through."""

from math import inf

import ciw


class Arrivals(ciw.dists.Exponential):
    """Exponential times between so many customers; the next one never comes.

    Parameters
    ----------
    rate
        Customers a second.
    customers
        How many.
    """

    def __init__(self, rate: float, customers: int) -> None:
        super().__init__(rate)
        self.left = customers

    def sample(self, t: float | None = None, ind: object = None) -> float:
        """Return the time until the next customer."""
        self.left -= 1
        return super().sample(t, ind) if self.left >= 0 else inf
