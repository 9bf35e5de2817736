"""How cases come to a function: at once, or after they have lain before it."""

from sim.dynamics.expected.elapsed import lie_on
from sim.dynamics.expected.lying import Lying
from sim.dynamics.expected.node import Node, Place
from sim.dynamics.expected.way import Attempt


def send(at: Attempt, place: Place, node: Node, *, is_read: bool = True, owned: float = 0) -> None:
    """Let cases come to a function, and lie before it where they have to.

    Parameters
    ----------
    at
        The attempt.
    place, node
        Where to, and which cases.
    is_read
        Whether somebody has had them before.
    owned
        Chance that a case lies with who had it last, and need not wait.
    """
    lying = at.way.lying[place.function]
    if lying is not None and is_read:
        node = _lie(at, place.function, node, lying, 1 - owned)
    pending = at.pending
    pending[place] = pending[place].join(node) if place in pending else node


def send_again(at: Attempt, place: Place, node: Node) -> None:
    """Let cases come back to the function at which they were."""
    owned = at.way.faces[place.function].own()
    send(at, place._replace(visit=1), node, owned=owned)


def _lie(at: Attempt, function: int, node: Node, lying: Lying, share: float) -> Node:
    at.add("lies", node.number * share, function)
    lain, saved_days = lie_on(node.elapsed, lying, at.way.target)
    at.add("saved_days", saved_days * share, function)
    elapsed = lain * share + node.elapsed * (1 - share)
    news = at.way.wait(node.news, lying).scale(share).join(node.news.scale(1 - share))
    return node._replace(elapsed=elapsed, news=news)
