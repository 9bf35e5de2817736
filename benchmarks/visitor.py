"""A visitor of the page without a browser: Streamlit's stream, as its own page speaks it."""

import asyncio
import json
import time
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

HOST = "localhost"
MOST_BYTES = 2**26
PAGE, BOARD = "explore", "requisite_board"
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
"""What Streamlit calls that which a component sends, by the name of the component."""


class Visitor:
    """A page that is open.

    Parameters
    ----------
    port
        Where the page is served.
    query
        The address after the question mark.
    """

    def __init__(self, port: int, query: str) -> None:
        self.port, self.query = port, query
        self.board: dict[str, Any] = {}
        self.board_id, self.fragment, self.page, self.moves = "", "", "", 0
        self.texts: list[str] = []

    async def __aenter__(self) -> "Visitor":
        """Connect."""
        address = f"ws://{HOST}:{self.port}/_stcore/stream"
        self._opened = connect(
            address,
            origin=f"http://{HOST}:{self.port}",
            subprotocols=["streamlit"],
            max_size=MOST_BYTES,
            ping_interval=None,
        )
        self._stream = await self._opened.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Go away."""
        await self._stream.close()

    async def load(self) -> float:
        """Load the page; return the seconds until all of it is there."""
        return await self._ask([])

    async def move(self, name: str, value: float) -> float:
        """Move a lever of the board; return the seconds until its draft is there."""
        self.moves += 1
        began_s = time.monotonic()
        await self._trigger("move", {"name": name, "value": value, "n": self.moves})
        return time.monotonic() - began_s

    async def follow(self) -> float:
        """Ask for what follows a draft, as the board does; return the seconds until all is there.

        A full run draws the page below the board as well.
        """
        began_s = time.monotonic()
        while stage := self.board["next"]:
            about = {"stage": stage, "n": self.board["n"], "at": time.time()}
            await self._trigger("next", about)
        return time.monotonic() - began_s

    async def _trigger(self, event: str, value: dict[str, Any]) -> None:
        """Send what the board sends, which draws the board alone."""
        state = WidgetState(id=TRIGGER.format(id=self.board_id))
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        await self._ask([WidgetState(id=self.board_id, json_value="{}"), state], self.fragment)

    async def send(self, pressed: list[WidgetState], fragment: str = "") -> None:
        """Ask for the page, or for a part of it, to be drawn anew."""
        message = BackMsg()
        message.rerun_script.fragment_id = fragment
        message.rerun_script.query_string = self.query
        if fragment:
            message.rerun_script.page_script_hash = self.page
        else:
            message.rerun_script.page_name = PAGE
        message.rerun_script.widget_states.widgets.extend(pressed)
        await self._stream.send(message.SerializeToString())

    async def _ask(self, pressed: list[WidgetState], fragment: str = "") -> float:
        began_s = time.monotonic()
        self.texts = []
        await self.send(pressed, fragment)
        while not self._take(await self._stream.recv()):
            await asyncio.sleep(0)
        return time.monotonic() - began_s

    def _take(self, content: bytes | str) -> bool:
        """Take a message in; tell whether it is the last one."""
        message = ForwardMsg()
        message.ParseFromString(content if isinstance(content, bytes) else content.encode())
        if message.WhichOneof("type") == "navigation":
            self.page = message.navigation.page_script_hash
        if message.WhichOneof("type") == "delta":
            self._note(message.delta.new_element, message.delta.fragment_id)
        if message.WhichOneof("type") != "script_finished":
            return False
        return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _note(self, element: Any, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "bidi_component" and element.bidi_component.component_name == BOARD:
            self.board_id, self.fragment = element.bidi_component.id, fragment
            self.board = json.loads(element.bidi_component.json)
            self.texts.append(self.board["run"])
        elif kind in ("markdown", "alert"):
            self.texts.append(getattr(element, kind).body)
        elif kind == "exception":
            self.texts.append(element.exception.message)
