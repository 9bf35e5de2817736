"""Nothing leaves this computer: whatever a library tries, no other host is asked or told."""

import sys
from ipaddress import ip_address
from typing import Any

ADDRESSED = ("socket.connect", "socket.sendto", "socket.sendmsg")
"""Audit events of Python that name an address, after the socket."""
NAMED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
"""Those that ask for the address of a host by its name: a question that goes to others, too."""
LOCAL_NAMES = ("localhost", "localhost.localdomain", "")


def stay_inside() -> None:
    """Refuse, from now on, each connection and datagram to another host, and asking for its name.

    It cannot be taken back in this process.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in ADDRESSED and not is_local(arguments[1]):
        raise PermissionError(f"nothing leaves this computer: {event} to {arguments[1]!r}")
    if event in NAMED and not is_local((arguments[0],)):
        raise PermissionError(f"nothing leaves this computer: {event} of {arguments[0]!r}")


def is_local(address: Any) -> bool:
    """Tell whether an address of a socket is on this computer."""
    if not isinstance(address, tuple):
        return True  # a path, or that of an earlier connection
    host = address[0]
    if host is None:
        return True
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if name in LOCAL_NAMES:
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False
