"""The explorer and the SPARQL endpoint: a read-only web server over one store, for one machine by default."""

from kg.web.app import application

__all__ = ["application"]
