"""The listener for phones: a socket on one address of this computer, in a thread of its own."""

import asyncio
import socket
from threading import Thread
from typing import NamedTuple

import uvicorn

from sim.web.phones.answering import Answering
from sim.web.phones.connection import BoundedConnection
from sim.web.phones.room import Room, open_room

MOST_AT_A_TIME = 300
"""Connections; further ones are told to come again."""
BACKLOG = 128


class Listening(NamedTuple):
    """A room that is listened to, and what listens."""

    room: Room
    server: uvicorn.Server
    thread: Thread


def listen(host: str, port: int) -> Listening:
    """Open a room for whoever reaches an address of this computer; return once it is heard.

    Parameters
    ----------
    host, port
        Where to listen: an address in numbers, of this computer.

    Raises
    ------
    OSError
        If it cannot be listened to.
    """
    heard = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    heard.bind((host, port))
    heard.listen(BACKLOG)
    room = open_room(f"{host}:{heard.getsockname()[1]}")
    server = uvicorn.Server(
        uvicorn.Config(
            Answering(room),
            http=BoundedConnection,
            ws="none",
            lifespan="off",
            log_level="warning",
            access_log=False,  # who asks for what is written down nowhere
            server_header=False,
            proxy_headers=False,  # nobody may say that they come from elsewhere
            limit_concurrency=MOST_AT_A_TIME,
            timeout_keep_alive=10,
            timeout_graceful_shutdown=1,
        )
    )
    serve = server.serve(sockets=[heard])
    thread = Thread(target=asyncio.run, args=(serve,), name="phones", daemon=True)
    thread.start()
    return Listening(room, server, thread)
