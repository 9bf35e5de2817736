"""What phones are answered: the door, the question, thanks; and nothing else of this computer."""

import json
import logging
from typing import Any

from sim.lessons import read_guess
from sim.web.phones.door import Answer
from sim.web.phones.hour import HOUR, TOLD, answer_listener
from sim.web.phones.messages import (
    BAD,
    JSON,
    LANGUAGE,
    MOST_BYTES,
    NOT_HERE,
    OK,
    ONWARD,
    PHONE,
    REFUSED,
    TOO_LARGE,
    TOO_OFTEN,
    Answered,
    Asked,
    find_refusal,
    read_asked,
)
from sim.web.phones.page import HEADERS, draw_page
from sim.web.phones.room import Room
from sim.words import LANGUAGES, choose_language, say, speaking
from sim.words import room as words
from sim.words.hour import NOT_YET

log = logging.getLogger(__name__)
JOIN = "/join"
HOURS = (HOUR, TOLD)
PLACES = ("/", JOIN, *HOURS)
KNOCKED = {
    Answer.WRONG: (REFUSED, words.WRONG_CODE),
    Answer.TOO_OFTEN: (TOO_OFTEN, words.WRONG_TOO_OFTEN),
    Answer.FULL: (REFUSED, words.FULL),
}


class Answering:
    """What phones in a room are answered, as an ASGI application."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request, unless it is to be refused."""
        if scope["type"] != "http":
            return  # streams are none of its business: the connection is closed
        refusal = find_refusal(scope, self._room.address)
        body = b"" if refusal else await _hear(receive)
        if refusal or body is None:
            answer = Answered(refusal or TOO_LARGE)
        else:
            answer = self._answer_safely(read_asked(scope, body))
        await _send(send, answer, has_body=scope["method"] != "HEAD")

    def _answer_safely(self, asked: Asked) -> Answered:
        language = find_language(asked)
        with speaking(language):
            try:
                answer = answer_phone(self._room, asked)
            except Exception:  # a phone is told nothing of the inside
                log.exception("a phone could not be answered")
                return Answered(500)
        if asked.query.get("lang") in LANGUAGES:
            return answer._replace(cookies=(*answer.cookies, (LANGUAGE, language)))
        return answer


def find_language(asked: Asked) -> str:
    """Return the language of a phone: chosen, kept, or its browser's."""
    chosen = (asked.query.get("lang", ""), asked.cookies.get(LANGUAGE, ""))
    browsers = (word.partition(";")[0].strip() for word in asked.languages.split(","))
    return choose_language(None, {"LANGUAGE": ":".join((*chosen, *browsers))})


def answer_phone(room: Room, asked: Asked) -> Answered:
    """Answer a phone, in the language that is spoken."""
    phone = asked.cookies.get(PHONE, "")
    if asked.path == "/join/state":
        return Answered(OK, json.dumps({"state": room.tell_state(phone)}), JSON)
    if asked.path not in PLACES:
        return Answered(NOT_HERE)
    typed = asked.fields.get("code", asked.query.get("code"))
    if not room.is_inside(phone):
        return _meet(room, phone, asked, typed)
    if typed is not None:
        return _go_on(asked)  # so that the code stands in no address any longer
    return (_listen if asked.path in HOURS else _ask)(room, phone, asked)


def _meet(room: Room, phone: str, asked: Asked, typed: str | None) -> Answered:
    """Answer a phone that is not in."""
    if typed is not None:
        return _knock(room, asked, typed)
    if asked.path in HOURS and (asked.method == "POST" or asked.path == TOLD):
        return Answered(REFUSED)  # to its script, which keeps what it has
    if asked.method == "POST":
        return _go_on(asked)
    return Answered(OK, draw_page(room, phone, place=_find_place(asked)))


def _ask(room: Room, phone: str, asked: Asked) -> Answered:
    """Ask a phone the question of the room, or take its guess."""
    if asked.method == "POST":
        return _take(room, phone, asked)
    return Answered(OK, draw_page(room, phone))


def _knock(room: Room, asked: Asked, typed: str) -> Answered:
    answer, phone = room.knock(asked.client, typed)
    if answer is Answer.IN:
        return _go_on(asked, (PHONE, phone))
    status, told = KNOCKED[answer]
    return Answered(status, draw_page(room, "", told=say(told), place=_find_place(asked)))


def _take(room: Room, phone: str, asked: Asked) -> Answered:
    question = room.find_round()
    if question is None or asked.fields.get("round") != str(question.number):
        return _go_on(asked)  # a guess at a question of before is none at this one
    guess = read_guess(question.lesson, asked.fields.get("guess", ""))
    if guess is None:
        return Answered(BAD, draw_page(room, phone, told=say(words.NO_GUESS)))
    room.give(question, phone, guess)  # of one that was late the page says that it is locked
    return _go_on(asked)


def _listen(room: Room, phone: str, asked: Asked) -> Answered:
    """Answer a phone that listens for an hour, unless the desk does not."""
    sheet = room.find_sheet()
    if sheet is not None:
        return answer_listener(sheet, phone, asked)
    if asked.method == "POST" or asked.path == TOLD:
        return Answered(REFUSED)
    return Answered(OK, draw_page(room, phone, told=say(NOT_YET)))


def _find_place(asked: Asked) -> str:
    """Return where a phone goes on once it is in."""
    return HOUR if asked.path in HOURS else JOIN


def _go_on(asked: Asked, *cookies: tuple[str, str]) -> Answered:
    return Answered(ONWARD, onward=_find_place(asked), cookies=cookies)


async def _hear(receive: Any) -> bytes | None:
    """Return what is sent; `None` if it is more than anybody has to say."""
    heard = b""
    while True:
        message = await receive()
        heard += bytes(message.get("body", b""))
        if len(heard) > MOST_BYTES:
            return None
        if not message.get("more_body"):
            return heard


async def _send(send: Any, answer: Answered, *, has_body: bool) -> None:
    body = answer.body.encode()
    headers = [*HEADERS, (b"content-type", answer.kind.encode())]
    headers.append((b"content-length", str(len(body)).encode()))
    if answer.onward:
        headers.append((b"location", answer.onward.encode()))
    for name, value in answer.cookies:
        cookie = f"{name}={value}; Path=/; HttpOnly; SameSite=Lax"
        headers.append((b"set-cookie", cookie.encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": body if has_body else b""})
