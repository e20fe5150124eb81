"""kg serve"""

from typing import Annotated

import typer

from kg.cli.console import DEFAULT_STORE, StoreOption


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Look at the graph in a browser, and answer SPARQL.

    Read-only, and for this machine alone unless --host says otherwise.

    Example: kg serve --store graph.kg
    """
    import uvicorn

    from kg.web import application

    uvicorn.run(application(store), host=host, port=port, log_level="warning")
