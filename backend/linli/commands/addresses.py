"""Where the server can be reached, said at start-up."""

import socket

from linli.commands.parts import console, show_link

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what an operator may ask for, not what we choose
FAR_AWAY = ("192.0.2.1", 9)
"""An address that exists nowhere (RFC 5737): asking for the way there sends nothing."""


def tell_addresses(host: str, port: int) -> None:
    """Print the local address, and the network's with its QR code where phones can reach it."""
    console.print(f"Linli is on [bold]http://localhost:{port}[/bold]")
    if host not in EVERYWHERE:
        console.print("Phones reach it when it is started with --host 0.0.0.0")
        return
    address = f"http://{network_address()}:{port}"
    console.print(f"In this network: [bold]{address}[/bold]")
    show_link(address)


def network_address() -> str:
    """This machine's address in its network; the loopback's where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(FAR_AWAY)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
