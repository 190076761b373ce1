"""Steps on TCP connections, over IPv4 or IPv6.

A connection is a socket of the task's own; what it waits for comes over one of the machine's
networks, as an interrupt after the network's time there and back.

**Rule:** ``connect`` or ``accept`` opens the connection that ``send``, ``recv`` and ``shutdown``
of the same request use.

**Not modelled:** the other end (it answers after the network's time), loss, windows, segments:
a message is one packet.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sim.workload.steps.registry import Arg, step

if TYPE_CHECKING:
    from sim.workload.emit import Emitter

__all__: list[str] = []

_AF_INET, _AF_INET6 = 2, 10
_IPPROTO_TCP = 6
_FIRST_PORT = 32768
_NETWORK = Arg("text", "which of the machine's networks (the first)", "")
_COMMON = "__sk_common."
_NET_NS_INUM = 0xF0000000  # the first number that is given out


def _endpoint(text: str) -> tuple[Any, int]:
    host, _, port = text.rpartition(":")
    return ipaddress.ip_address(host.strip("[]")), int(port)


def _addresses(e: Emitter, sk: int, local: Any, remote: Any) -> None:
    put = e.machine.objects.put
    if local.version == 4:
        for member, address in (("skc_rcv_saddr", local), ("skc_daddr", remote)):
            put("sock", sk, _COMMON + member, int.from_bytes(address.packed, "little"))
        put("inet_sock", sk, "inet_saddr", int.from_bytes(local.packed, "little"))
        return
    for member, address in (("skc_v6_rcv_saddr", local), ("skc_v6_daddr", remote)):
        offset = e.machine.objects.offset("sock", _COMMON + member)
        e.machine.kernel.write(sk + offset, address.packed)


def _big_endian(port: int) -> int:
    return (port >> 8) | (port & 0xFF) << 8


def _socket(e: Emitter, local: tuple[Any, int], remote: tuple[Any, int]) -> tuple[int, int]:
    """Make a tcp_sock with its addresses, and its struct socket."""
    objects = e.machine.objects
    sk = objects.new("tcp_sock")
    family = _AF_INET if local[0].version == 4 else _AF_INET6
    objects.put("sock", sk, _COMMON + "skc_family", family)
    objects.put("sock", sk, _COMMON + "skc_num", local[1])
    objects.put("sock", sk, _COMMON + "skc_dport", _big_endian(remote[1]))
    net = e.named("net", "init_net")
    objects.put("net", net, "ns.inum", _NET_NS_INUM)
    objects.put("sock", sk, _COMMON + "skc_net", net)
    objects.put("sock", sk, "sk_protocol", _IPPROTO_TCP)
    objects.put("inet_sock", sk, "inet_sport", _big_endian(local[1]))
    objects.put("tcp_sock", sk, "srtt_us", 8 * 500)
    _addresses(e, sk, local[0], remote[0])
    sock = objects.new("socket")
    objects.put("socket", sock, "sk", sk)
    objects.put("socket", sock, "type", 1)
    objects.put("sock", sk, "sk_socket", sock)
    return sk, sock


def _open(e: Emitter, local: tuple[Any, int], remote: tuple[Any, int]) -> None:
    """Let the request use a socket of the task's own."""
    family = _AF_INET if remote[0].version == 4 else _AF_INET6

    def make(client: int) -> dict[str, int]:
        port = local[1] or _FIRST_PORT + client
        sk, sock = _socket(e, (local[0], port), remote)
        return {"sk": sk, "sock": sock, "sport": port}

    e.per_task(("sk", "sock", "sport"), make)
    e.set("dport", remote[1])
    e.set("family", family)
    e.set("protocol", _IPPROTO_TCP)


@step("connect", "network", to=Arg("endpoint", "ADDRESS:PORT of the server"), network=_NETWORK)
def _connect(e: Emitter, args: Mapping[str, Any]) -> None:
    """Open a connection: socket, connect, and the handshake's time on the network."""
    address, port = _endpoint(args["to"])
    local = ipaddress.ip_address("10.0.0.1" if address.version == 4 else "fd00::1")
    _open(e, (local, 0), (address, port))
    with e.on_network(args["network"]):
        e.set("a0", _AF_INET if address.version == 4 else _AF_INET6)
        e.set("a1", 1)
        e.set("a2", 0)
        e.syscall("socket")
        e.copy("a0", "fd")
        e.syscall("connect")


@step(
    "listen",
    at=Arg("endpoint", "ADDRESS:PORT that is listened at"),
    backlog=Arg("count", "how many may wait", 128),
)
def _listen(e: Emitter, args: Mapping[str, Any]) -> None:
    """Make a socket that connections can come to: socket, bind, listen."""
    address, port = _endpoint(args["at"])
    nobody = ipaddress.ip_address("0.0.0.0" if address.version == 4 else "::")
    _open(e, (address, port), (nobody, 0))
    e.set("a0", _AF_INET if address.version == 4 else _AF_INET6)
    e.syscall("socket")
    e.copy("a0", "fd")
    e.syscall("bind")
    e.set("backlog", args["backlog"])
    e.set("a1", args["backlog"])
    e.syscall("listen")


@step(
    "accept",
    "network",
    at=Arg("endpoint", "ADDRESS:PORT that the client came to"),
    of=Arg("endpoint", "ADDRESS:PORT of the client", "10.0.0.99:40000"),
    network=_NETWORK,
)
def _accept(e: Emitter, args: Mapping[str, Any]) -> None:
    """Wait for a client's handshake and take its connection."""
    _open(e, _endpoint(args["at"]), _endpoint(args["of"]))
    with e.on_network(args["network"]):
        e.copy("a0", "fd")
        e.syscall("accept4")


@step("send", bytes=Arg("bytes", "how much"), repeat=Arg("count", "how often", 1))
def _send(e: Emitter, args: Mapping[str, Any]) -> None:
    """Send a message over the connection."""
    with e.repeated(args["repeat"]):
        e.set("size", args["bytes"])
        e.copy("a0", "fd")
        e.copy("a1", "buf")
        e.set("a2", args["bytes"])
        e.syscall("sendto")


@step(
    "recv",
    "network",
    bytes=Arg("bytes", "how much"),
    repeat=Arg("count", "how often", 1),
    network=_NETWORK,
)
def _recv(e: Emitter, args: Mapping[str, Any]) -> None:
    """Wait for a message over the connection and take it."""
    with e.on_network(args["network"]), e.repeated(args["repeat"]):
        e.set("copied", args["bytes"])
        e.set("len", args["bytes"])
        e.copy("a0", "fd")
        e.copy("a1", "buf")
        e.set("a2", args["bytes"])
        e.syscall("recvfrom")


@step("shutdown", "network", network=_NETWORK)
def _shutdown(e: Emitter, args: Mapping[str, Any]) -> None:
    """End the connection; its last packets are on their way while the task goes on."""
    with e.on_network(args["network"]):
        e.copy("a0", "fd")
        e.set("a1", 2)
        e.syscall("shutdown")
