"""kg serve"""

import sys
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_STORE, StoreOption

_LOOPBACK = ("127.", "localhost", "::1")


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="What one query may take.")] = 10.0,
    memory: Annotated[int, typer.Option("--memory", min=64, metavar="MB", help="What one query may need.")] = 1024,
    rows: Annotated[int, typer.Option("--rows", min=1, help="What one query may answer.")] = 10_000,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="How many queries run at once.")] = 4,
    cors: Annotated[
        list[str] | None, typer.Option("--cors", metavar="SITE", help="Whose pages may read the data; * for anyone's.")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="NAME", help="A name this server is reached by.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Look at the graph in a browser, and answer SPARQL.

    Read-only, and for this machine alone unless --host says otherwise. The endpoint is /sparql.
    A store that is built anew is shown anew.

    Example: kg serve --store graph.kg --open
    """
    from kg.web import server
    from kg.web.app import Options, application

    names = frozenset(name.lower() for name in (host, *(allow_host or ())))
    app = application(store, Options(workers, seconds, memory, rows, names, frozenset(cors or ())))
    with server.listen(host, port) as bound:
        address = server.address(bound)
        _announce(address, host, open_)
        try:
            server.run(app, bound)
        except KeyboardInterrupt:
            return


def _announce(address: str, host: str, open_: bool) -> None:
    import threading
    import webbrowser

    if not host.startswith(_LOOPBACK):
        print(f"kg: {host} is not this machine alone: whoever can reach it can read the store", file=sys.stderr)
    print(f"The explorer is at {address} (Ctrl-C ends it)", flush=True)
    if open_:  # on the side, for a browser in a terminal would keep us waiting, and we it
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
