"""A model server for tests: it speaks OpenAI's chat protocol on loopback and says what a test scripts."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Script:
    """What the server does with each request, one after the other; the last one goes on.

    Attributes:
        replies: texts of replies, or status codes to fail with.
        pause: seconds before each piece of a reply.
        garbage: send this instead of the protocol.
        knows_schemas: whether a request for a schema is served.
        asked: the bodies of the requests that came.
    """

    replies: Sequence[str | int]
    pause: float = 0.0
    garbage: bytes | None = None
    knows_schemas: bool = True
    asked: list[dict[str, Any]] = field(default_factory=list)


def _chunk(piece: str | None) -> bytes:
    delta = {"content": piece} if piece is not None else {}
    choice = {"index": 0, "delta": delta, "finish_reason": None if piece is not None else "stop"}
    body = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(body).encode() + b"\n\n"


@contextmanager
def served(script: Script) -> Iterator[str]:
    """Serve a script; gives the address that a client is to use."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            script.asked.append(body)
            if "response_format" in body and not script.knows_schemas:
                self._fail(400)
                return
            reply = script.replies[min(len(script.asked), len(script.replies)) - 1]
            if isinstance(reply, int):
                self._fail(reply)
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            try:
                self._write(reply)
            except OSError:
                return  # the client went away

        def _write(self, reply: str) -> None:
            if script.garbage is not None:
                self.wfile.write(script.garbage)
                return
            for start in range(0, len(reply), 12):
                time.sleep(script.pause)
                self.wfile.write(_chunk(reply[start : start + 12]))
                self.wfile.flush()
            self.wfile.write(_chunk(None) + b"data: [DONE]\n\n")

        def _fail(self, status: int) -> None:
            body = b'{"error": {"message": "no", "type": "x", "code": null}}'
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            if status in (307, 308):
                self.send_header("location", "http://192.0.2.1/v1/chat/completions")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
