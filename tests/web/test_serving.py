"""A test of the web may open connections to this machine, and to no other."""

import socket
import urllib.request
from pathlib import Path

import pytest

from kg.web import application
from tests.web.serving import serving


@pytest.mark.usefixtures("loopback")
def test_a_server_is_reached_by_a_client_that_is_not_ours(store: Path) -> None:
    with serving(application(store)) as address, urllib.request.urlopen(address) as answer:
        assert b"<h1" in answer.read()


@pytest.mark.usefixtures("loopback")
def test_no_other_machine_is_reached() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"), socket.socket() as client:
        client.connect(("192.0.2.1", 80))
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.getaddrinfo("example.org", 80)
