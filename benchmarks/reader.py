"""One reader without a browser: over the websocket it sends what Streamlit's page would send, and keeps what the page shows."""

import asyncio
import time
import urllib.request
import uuid
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 180  # seconds after which an answer counts as lost
_ALERT_OF_ERROR = 1
_FINISHED = (0, 3)  # a run that was ended for another one is not the last


class PageError(RuntimeError):
    """The page showed an exception or an error in place of what was asked."""


class Reader:
    """A session. `link` is the query of its address, `page` the name in it, `said` headings and paragraphs on the page in their order."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.page, self.link = "", ""
        self.said: list[str] = []
        self._socket: websockets.ClientConnection | None = None
        self._session = ""
        self._elements: dict[str, Any] = {}

    async def connect(self) -> None:
        """Open a session of its own; also after the server was replaced."""
        await self.close()
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        self._socket = await websockets.connect(address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, compression=None, ping_interval=None, open_timeout=PATIENCE)

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()
            self._socket = None

    async def open(self, page: str, link: str) -> float:
        """Open a view by its link; the seconds until its page is finished. Raises PageError."""
        self.page, self.link = page, link
        return await self._run(ClientState(query_string=link, page_name=page))

    async def press(self, key: str, value: bool | str) -> float:
        """Choose one value of a row of buttons, or open a menu (True), by the element's key; the seconds until the page is finished.

        Raises PageError, also if the page has no such element.
        """
        state = ClientState(query_string=self.link, page_name=self.page)
        chosen = state.widget_states.widgets.add(id=self._id_of(key))
        if isinstance(value, bool):
            chosen.bool_value = value
        else:
            chosen.string_array_value.data.append(value)
        return await self._run(state)

    def options_of(self, key: str) -> list[str]:
        """The words on the buttons of a row, by the element's key; none if it is not on the page."""
        return [option.content for option in self._elements[self._id_of(key)].options] if self.has(key) else []

    def has(self, key: str) -> bool:
        """Whether the page has an element with this key."""
        return any(one.endswith(f"-{key}") for one in self._elements)

    async def export(self, key: str) -> bytes:
        """The file behind a download button. Raises PageError if it cannot be made."""
        asked = BackMsg()
        asked.backend_operation_request.request_id = uuid.uuid4().hex
        asked.backend_operation_request.session_id = self._session
        asked.backend_operation_request.deferred_file.file_id = self._elements[self._id_of(key)].deferred_file_id
        await self._send(asked)
        while True:
            message = await self._receive()
            if message.WhichOneof("type") == "backend_operation_response":
                break
        said = message.backend_operation_response
        if said.error_msg:
            raise PageError(f"{key}: {said.error_msg}")
        return await asyncio.to_thread(_fetched, f"http://127.0.0.1:{self.port}{said.deferred_file.url}")

    async def _run(self, state: ClientState) -> float:
        message = BackMsg()
        message.rerun_script.CopyFrom(state)
        started = time.perf_counter()
        self.said, self._elements = [], {}
        await self._send(message)
        while True:
            answer = await self._receive()
            self._keep(answer)
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in _FINISHED:
                return time.perf_counter() - started

    async def _send(self, message: BackMsg) -> None:
        if self._socket is None:
            raise ConnectionError("not connected")
        await self._socket.send(message.SerializeToString())

    async def _receive(self) -> ForwardMsg:
        assert self._socket is not None
        said = await asyncio.wait_for(self._socket.recv(), PATIENCE)
        return ForwardMsg.FromString(said if isinstance(said, bytes) else said.encode())

    def _keep(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._session = message.new_session.initialize.session_id
            self.said, self._elements = [], {}
        elif kind == "page_info_changed":
            self.link = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._see(message.delta.new_element)
        elif kind == "delta" and message.delta.WhichOneof("type") == "add_block" and message.delta.add_block.popover.id:
            self._elements[message.delta.add_block.popover.id] = message.delta.add_block.popover

    def _see(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        held = getattr(element, kind) if kind else None
        if kind == "exception":
            raise PageError(held.message[:200])
        if kind == "alert" and held.format == _ALERT_OF_ERROR:
            raise PageError(held.body[:200])
        if kind in ("heading", "markdown"):
            self.said.append(held.body)
        if getattr(held, "id", ""):
            self._elements[held.id] = held

    def _id_of(self, key: str) -> str:
        found = [one for one in self._elements if one.endswith(f"-{key}")]
        if not found:
            raise PageError(f"{self.page}?{self.link} has no {key}")
        return found[-1]


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return bytes(answer.read())
