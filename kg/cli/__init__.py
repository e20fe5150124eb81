"""The command line. Each command parses, calls one function of the library, and renders."""

from kg.cli.app import main

__all__ = ["main"]
