"""What a phone asks, and what it is answered: as ASGI has them, with all that is odd refused."""

from collections.abc import Iterable, Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

MOST_BYTES = 1_000
"""Of what a phone sends: a code, or a guess."""
MOST_FIELDS = 4
OK, ONWARD, BAD, REFUSED, NOT_HERE, NO_METHOD, TOO_LARGE, TOO_OFTEN = (
    200,
    303,
    400,
    403,
    404,
    405,
    413,
    429,
)
PHONE, LANGUAGE = "requisite-phone", "requisite-language"
HTML, JSON = "text/html; charset=utf-8", "application/json"


class Asked(NamedTuple):
    """What a phone asks.

    Attributes
    ----------
    method, path
        What is asked for.
    client
        The address that it comes from.
    query, fields
        What stands in the address, and what was filled in.
    cookies
        What the phone was given before.
    languages
        What its browser speaks, the best first.
    """

    method: str
    path: str
    client: str
    query: dict[str, str]
    fields: dict[str, str]
    cookies: dict[str, str]
    languages: str


class Answered(NamedTuple):
    """What it is answered: a page, or where to go on; and what it is to keep."""

    status: int
    body: str = ""
    kind: str = HTML
    onward: str = ""
    cookies: Sequence[tuple[str, str]] = ()


def find_refusal(scope: Any, host: str) -> int | None:
    """Return with which status a request is refused unread; `None` if it is not.

    Whoever asks must ask for this very host by its address, from a page of its own: so no name of
    others that points here (DNS rebinding) and no page of others gets anything.

    Parameters
    ----------
    scope
        The request, as ASGI has it.
    host
        Address and port of the listener.
    """
    if scope["method"] not in ("GET", "HEAD", "POST"):
        return NO_METHOD
    if find_header(scope["headers"], b"host").lower() not in _list_hosts(host):
        return REFUSED
    origin = find_header(scope["headers"], b"origin")
    if scope["method"] == "POST" and not origin:
        return REFUSED
    if origin and urlsplit(origin).netloc.lower() not in _list_hosts(host):
        return REFUSED
    return None


def _list_hosts(host: str) -> tuple[str, ...]:
    return (host, host.removesuffix(":80"))


def read_asked(scope: Any, body: bytes) -> Asked:
    """Read a request that is not refused."""
    client = scope.get("client") or ("",)
    return Asked(
        scope["method"],
        scope["path"],
        client[0],
        _read_fields(scope.get("query_string", b"")),
        _read_fields(body),
        _read_cookies(find_header(scope["headers"], b"cookie")),
        find_header(scope["headers"], b"accept-language")[:200],
    )


def find_header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str:
    """Return the value of a header; of one that is there twice, what nobody means."""
    return ",".join(value.decode("latin-1") for key, value in headers if key.lower() == name)


def _read_fields(text: bytes) -> dict[str, str]:
    try:
        read = parse_qs(text.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in read.items()}


def _read_cookies(text: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(text).items()}
    except CookieError:
        return {}
