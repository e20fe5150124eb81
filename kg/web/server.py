"""Running the application on a socket, with patience for no client that is slow on purpose."""

import asyncio
import os
import socket
from errno import EACCES, EADDRINUSE

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.errors import InputError

HEAD_SECONDS = 15.0  # for a client to say what it wants, from when it connected or was last answered
_HEAD_BYTES = 32_768
_CONNECTIONS = 256
_LAST_WORDS = 2  # seconds that answers under way are given when the server is told to end
_KEEP_ALIVE = 30  # seconds; uvicorn counts from when an answer was handed over, not from when it was read


class Protocol(H11Protocol):
    """HTTP/1.1 that hangs up on a client which takes too long over the head of its request."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # Or the end of an answer waits 40 ms for its beginning to be acknowledged. asyncio does so by itself,
        # but not for a socket whose protocol it is not told, as that of socket.create_server.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._stop()

    def _watch(self) -> None:
        """Start the clock if a head is awaited; stop it once it is whole."""
        if self.conn.their_state is not h11.IDLE:
            self._stop()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _stop(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def listen(host: str, port: int) -> socket.socket:
    """A socket that clients may connect to from now on; InputError if the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        remedy = "; give another --port, or 0 for a free one" if error.errno in (EADDRINUSE, EACCES) else ""
        raise InputError(
            f"{host} port {port}: cannot be listened on ({os.strerror(error.errno or 0)}){remedy}"
        ) from error


def address(bound: socket.socket) -> str:
    """Where a browser on this machine finds it."""
    host, port = bound.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(app: Starlette, bound: socket.socket) -> None:
    """Serve until the process is told to end; KeyboardInterrupt if that was by Ctrl-C."""
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_WORDS,
        timeout_keep_alive=_KEEP_ALIVE,
        h11_max_incomplete_event_size=_HEAD_BYTES,
    )
    uvicorn.Server(config).run(sockets=[bound])
