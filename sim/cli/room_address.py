"""The address of this computer at which phones of a room find it."""

import socket
from ipaddress import AddressValueError, IPv4Address
from typing import NamedTuple

from sim.errors import RunError, mismatch
from sim.message import Message
from sim.words.room import IN_THE_ROOM

ELSEWHERE = ("198.51.100.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")
"""Addresses by way of which this computer's own is found; nothing is sent to them."""
NONE = Message(
    "--in-room: this computer is in no private network, so no phone could find it; join one, such "
    "as the network of the room or of a telephone, or name an address of it with --host"
)
OPEN_TO_NETWORK = Message(
    "Whoever is in the same network as this computer can open http://{place}/join, and nothing "
    "else of it. The page “{page}” shows the code that lets a phone in. What phones send is "
    "anonymous and not encrypted; it is kept in memory only, and gone when this ends."
)
OPEN_TO_NOBODY = Message(
    "To rehearse: http://{place}/join can be opened on this computer only. The page “{page}” "
    "shows the code that lets a phone in."
)
EXPECTED = Message("an address of this computer in numbers, such as 192.168.1.20")


class Phones(NamedTuple):
    """Where phones are listened to."""

    host: str
    port: int

    def tell(self) -> Message:
        """Tell who can reach what, and what becomes of what they send."""
        is_closed = IPv4Address(self.host).is_loopback
        template = (OPEN_TO_NOBODY if is_closed else OPEN_TO_NETWORK).template
        return Message(template, place=f"{self.host}:{self.port}", page=IN_THE_ROOM)


def find_room_address(asked: str | None) -> str:
    """Return the address to listen at for phones.

    Parameters
    ----------
    asked
        What was asked for; `None` for the private address by which this computer talks to others.

    Raises
    ------
    RunError
        If there is none, or what was asked for is no address of this computer.
    """
    if asked is not None:
        return _check(asked)
    found = next((own for own in map(_find_own, ELSEWHERE) if own and _is_private(own)), None)
    if found is None:
        raise RunError(NONE)
    return found


def _check(asked: str) -> str:
    address = _read(asked)
    if address is None or address.is_unspecified or address.is_multicast or not _is_own(asked):
        raise RunError(mismatch("--host", f'"{asked}"', EXPECTED))
    return str(address)


def _read(text: str) -> IPv4Address | None:
    try:
        return IPv4Address(text)
    except AddressValueError:
        return None


def _is_own(address: str) -> bool:
    """Tell whether one can listen at an address, which one can only at one's own."""
    with socket.socket() as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


def _is_private(address: str) -> bool:
    """Tell whether an address is of a network that nobody outside can reach."""
    read = IPv4Address(address)
    return not (read.is_global or read.is_loopback or read.is_unspecified)


def _find_own(other: str) -> str | None:
    """Return the address that this computer would have towards another; it asks nobody."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((other, 9))
        except OSError:
            return None
        name: tuple[str, int] = probe.getsockname()
        return name[0]
