"""A phone's connection: one that says nothing, or slowly, does not take the place of others."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

LASTS_S = 30.0
"""A connection lasts no longer; a phone opens another one by itself."""
MOST_OF_ONE = 100
"""Connections of one address: a browser has up to six, and a room may be behind one router."""


class BoundedConnection(H11Protocol):
    """A connection that ends, and of which one address has no more than so many."""

    ending: asyncio.TimerHandle | None = None

    # uvicorn's own class says a narrower type than asyncio's, as here: it serves sockets only.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note when it is to end; end it at once where its address has too many."""
        super().connection_made(transport)
        if self._count_of_one() > MOST_OF_ONE:
            transport.abort()
            return
        self.ending = self.loop.call_later(LASTS_S, transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget when it was to end."""
        if self.ending is not None:
            self.ending.cancel()
        super().connection_lost(exc)

    def _count_of_one(self) -> int:
        address = self.client[0] if self.client else ""
        clients = [other.client for other in self.connections if isinstance(other, H11Protocol)]
        return sum(client is not None and client[0] == address for client in clients)
