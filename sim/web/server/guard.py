"""Who is answered: whoever asks for this host by its name, from a page of its own.

Streamlit refuses foreign pages as well, but asks a public address service before it does, and lets
a foreign name that points here (DNS rebinding) in to everything but its stream.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from streamlit.starlette import App

from sim.charts.bundle import ADDRESS, load_bundle
from sim.web.server.index import FIRST, find_first, is_page, load_index
from sim.web.server.missing import is_missing, write_missing

HOSTS = ("localhost", "127.0.0.1", "::1")
MOST_CONNECTED = 200
"""Visitors who are let in at one time. Each is a page that is open in a browser."""
FOUND, ELSEWHERE, REFUSED, MISSING, ONLY_READ = 200, 307, 403, 404, 405
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'self'",
        "object-src 'none'",
    )
)
"""What a browser may fetch for the page: nothing from anybody else."""
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)

SCRIPT_HEADERS = (
    (b"content-type", b"text/javascript; charset=utf-8"),
    (b"cache-control", b"public, max-age=31536000, immutable"),
)
PAGE_HEADERS = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"cache-control", b"no-cache"),
)
Headers = Iterable[tuple[bytes, bytes]]


class GuardedApp(App):
    """The page as an ASGI application, behind a guard."""

    connected = 0
    """Visitors who are let in now."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request, unless it is to be refused."""
        if scope["type"] == "lifespan":
            await super().__call__(scope, receive, send)
            return
        refusal = find_refusal(scope)
        if scope["type"] == "http":
            await self._answer(scope, receive, send, refusal)
        elif refusal or self.connected >= MOST_CONNECTED:
            await send({"type": "websocket.close", "code": 1008 if refusal else 1013})
        else:
            await self._let_in(scope, receive, send)

    async def _answer(self, scope: Any, receive: Any, send: Any, refusal: int | None) -> None:
        if refusal is not None:
            await _send_all(send, refusal, b"")
        elif scope["path"] == ADDRESS:
            await _send_all(send, FOUND, load_bundle().encode(), SCRIPT_HEADERS)
        elif scope["path"] == FIRST:
            await _send_all(send, ELSEWHERE, b"", [(b"location", find_first(scope))])
        elif is_missing(scope["path"]):
            accepted = _find_header(scope["headers"], b"accept-language") or ""
            await _send_all(send, MISSING, write_missing(scope, accepted), PAGE_HEADERS)
        elif is_page(scope["path"]):
            await _send_all(send, FOUND, load_index(), PAGE_HEADERS)
        else:
            await super().__call__(scope, receive, _with_headers(send))

    async def _let_in(self, scope: Any, receive: Any, send: Any) -> None:
        self.connected += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.connected -= 1


async def _send_all(send: Any, status: int, body: bytes, more: Headers = ()) -> None:
    """Send an answer of our own."""
    headers = [*HEADERS, *more, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def find_refusal(scope: Any) -> int | None:
    """Return with which status a request is to be refused; `None` if it is not.

    Parameters
    ----------
    scope
        The request, as ASGI has it.
    """
    host = _find_header(scope["headers"], b"host")
    if host is None or not _is_ours(f"//{host}"):
        return REFUSED
    origin = _find_header(scope["headers"], b"origin")
    if origin is not None and not _is_same(origin, host):
        return REFUSED
    if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
        return ONLY_READ
    return None


def _find_header(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> str | None:
    """Return the value of a header; of one that is there twice, what no host is called."""
    found = [value.decode("latin-1") for key, value in headers if key.lower() == name]
    return ",".join(found) if found else None


def _is_ours(address: str) -> bool:
    try:
        return urlsplit(address).hostname in HOSTS
    except ValueError:
        return False


def _is_same(origin: str, host: str) -> bool:
    """Tell whether a page is one of this server: browsers name its port unless it is 80."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


def _with_headers(send: Any) -> Any:
    async def send_with_headers(message: Any) -> None:
        if message["type"] == "http.response.start":
            ours = {name for name, _ in HEADERS}
            others = [(n, v) for n, v in message.get("headers", ()) if n.lower() not in ours]
            message = {**message, "headers": [*others, *HEADERS]}
        await send(message)

    return send_with_headers
