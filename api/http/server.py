"""Run the server."""

from __future__ import annotations

import ipaddress
import sys
import threading

from api.errors import Unfit
from api.settings import Settings


def serve(settings: Settings) -> None:
    """Serve until Ctrl-C.

    Raises:
        Unfit: an address that others can reach, without a token; or a port that is taken.
    """
    import socket

    if not is_loopback(settings.host) and settings.token is None:
        raise Unfit(
            f"{settings.host} can be reached by others, and no token is set.",
            "Set OPCAT_TOKEN to a long random word, or serve on 127.0.0.1.",
        )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise Unfit(f"Port {settings.port} cannot be used.", "Choose another: --port 0 takes any free one.") from error

    import uvicorn

    from api.http.application import application
    from api.http.shelf import Shelf

    shelf = Shelf(settings)
    app = application(shelf)
    port = listener.getsockname()[1]
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{port}/"
    shelf.announce(address)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                # From here on connections are accepted; the models load meanwhile.
                print(f"Serving on {address}  (Ctrl-C stops; HTTP interface under /v1)", file=sys.stderr, flush=True)
                threading.Thread(target=shelf.warm, name="warm", daemon=True).start()

    # No access log: addresses and questions in URLs are nobody's business.
    config = uvicorn.Config(app, log_level="warning", access_log=False, limit_concurrency=64, timeout_keep_alive=10)
    Server(config).run(sockets=[listener])


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
