"""What every simulator of a service counts, so that they can be held against each other."""

from collections.abc import Sequence
from typing import NamedTuple


class Counted(NamedTuple):
    """What one run counted.

    Attributes
    ----------
    customers
        Who came.
    services
        How often one of them was served.
    mean_wait_s
        Mean wait of a service in the queue.
    return_share
        Share of the services that the customer came back after.
    mean_faces
        Mean number of different staff whom a customer met.
    """

    customers: int
    services: int
    mean_wait_s: float
    return_share: float
    mean_faces: float


def count(customers: int, waits: Sequence[float], faces: int) -> Counted:
    """Count what a simulator noted that saw all its customers through to the end.

    Parameters
    ----------
    customers
        Who came.
    waits
        Seconds in the queue, of each service.
    faces
        Different staff whom a customer met, added up over the customers.
    """
    services, returns = len(waits), len(waits) - customers
    return Counted(
        customers, services, sum(waits) / services, returns / services, faces / customers
    )
