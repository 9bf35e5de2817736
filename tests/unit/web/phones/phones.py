"""Phones that talk to a room without a network, as ASGI has it."""

import asyncio
from typing import NamedTuple
from urllib.parse import urlencode

from sim.web.phones.answering import Answering
from sim.web.phones.room import Room

HOST = "192.168.1.20:8502"


class Answer(NamedTuple):
    status: int
    headers: dict
    cookies: list
    body: str


class Phone:
    """A phone with its cookies. It follows where it is sent on."""

    def __init__(self, room, address="192.168.1.50", language="en-GB,en;q=0.9"):
        self.room, self.address, self.language = room, address, language
        self.cookies = {}

    def get(self, path="/join", **more):
        return self.ask("GET", path, **more)

    def post(self, path="/join", **fields):
        return self.ask("POST", path, urlencode(fields).encode(), origin=f"http://{HOST}")

    def ask(self, method, path, body=b"", *, host=HOST, **headers):
        path, _, query = path.partition("?")
        sent = {"host": host, "accept-language": self.language, **headers}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{n}={v}" for n, v in self.cookies.items())
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": (self.address, 40_000),
        }
        answer = asyncio.run(self._answer(scope, body))
        for cookie in answer.cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    async def _answer(self, scope, body):
        sent = []

        async def receive():
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message):
            sent.append(message)

        await Answering(self.room)(scope, receive, send)
        pairs = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
        cookies = [value for name, value in pairs if name == "set-cookie"]
        return Answer(sent[0]["status"], dict(pairs), cookies, sent[1]["body"].decode())


def open_a_room():
    return Room(HOST)


def let_in(room, number=1, **more):
    phone = Phone(room, f"192.168.1.{50 + number}", **more)
    assert phone.post(code=room.code).status == 200
    return phone
