"""A visitor of the page without a browser: Streamlit's stream, as its own page speaks it."""

import asyncio
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

HOST = "localhost"
MOST_BYTES = 2**26
PAGE = "explore"


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
        self.widgets: dict[str, str] = {}
        self.states: dict[str, WidgetState] = {}
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

    async def move(self, key: str, value: float) -> float:
        """Move a slider; return the seconds until the page is drawn anew."""
        state = WidgetState(id=self.widgets[key])
        state.double_array_value.data.append(value)
        self.states[key] = state
        return await self._ask([])

    async def press(self, key: str) -> float:
        """Press a button; return the seconds until the page is drawn anew."""
        return await self._ask([WidgetState(id=self.widgets[key], trigger_value=True)])

    async def send(self, pressed: list[WidgetState]) -> None:
        """Ask for the page to be drawn anew."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = PAGE
        message.rerun_script.widget_states.widgets.extend([*self.states.values(), *pressed])
        await self._stream.send(message.SerializeToString())

    async def _ask(self, pressed: list[WidgetState]) -> float:
        began_s = time.monotonic()
        self.texts = []
        await self.send(pressed)
        while not self._take(await self._stream.recv()):
            await asyncio.sleep(0)
        return time.monotonic() - began_s

    def _take(self, content: bytes | str) -> bool:
        """Take a message in; tell whether it is the last one."""
        message = ForwardMsg()
        message.ParseFromString(content if isinstance(content, bytes) else content.encode())
        if message.WhichOneof("type") == "delta":
            self._note(message.delta.new_element)
        return message.WhichOneof("type") == "script_finished"

    def _note(self, element: object) -> None:
        kind = element.WhichOneof("type")
        if kind in ("slider", "button"):
            widget = getattr(element, kind)
            self.widgets[widget.id.split("-", 2)[-1]] = widget.id
        elif kind in ("markdown", "alert"):
            self.texts.append(getattr(element, kind).body)
        elif kind == "exception":
            self.texts.append(element.exception.message)
