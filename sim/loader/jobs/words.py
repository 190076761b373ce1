"""Names and numbers as jobs write them: types, capabilities, hex, errno.

**Rule:** a name is taken in any case, with or without its ``BPF_…_`` prefix; a number is taken as
it is. What cannot be read is a `BadJob`.

**Not modelled:** nothing of the kernel; this is a format.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Collection, Mapping
from typing import Any

from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.spec import MapType
from sim.bpf.verifier.spec import ALL_CAPS, Cap

__all__ = [
    "ATTACH_TYPES",
    "ENOTSUPP",
    "MAP_TYPES",
    "PROG_TYPES",
    "BadJob",
    "bytes_of",
    "caps_of",
    "err_name",
    "int_of",
    "number_of",
]

ENOTSUPP = 524

_MAP_PREFIX = "BPF_MAP_TYPE_"
_PROG_PREFIX = "BPF_PROG_TYPE_"
MAP_TYPES: Mapping[str, int] = {kind.name.removeprefix(_MAP_PREFIX): kind.value for kind in MapType}
PROG_TYPES: Mapping[str, int] = {
    kind.name.removeprefix(_PROG_PREFIX): kind.value for kind in ProgType
}
ATTACH_TYPES: Mapping[str, int] = {
    kind.name.removeprefix("BPF_"): kind.value for kind in AttachType
}
_ALIASES = {
    "SOCKET": "SOCKET_FILTER",
    "RAW_TP": "RAW_TRACEPOINT",
    "TP": "TRACEPOINT",
    "FENTRY": "TRACE_FENTRY",
    "FEXIT": "TRACE_FEXIT",
    "FMOD_RET": "MODIFY_RETURN",
    "TP_BTF": "TRACE_RAW_TP",
    "ITER": "TRACE_ITER",
    "KPROBE_MULTI": "TRACE_KPROBE_MULTI",
}
_CAP_NAMES = """
CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE
NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO
SYS_CHROOT SYS_PTRACE SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG
MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM
BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE
"""
_CAPS = frozenset(_CAP_NAMES.split())
# where Python's table is silent, or has a synonym
_ERR_NAMES = {
    0: "0",
    errno.EAGAIN: "EAGAIN",
    errno.EDEADLK: "EDEADLK",
    errno.EOPNOTSUPP: "EOPNOTSUPP",
    512: "ERESTARTSYS",
    ENOTSUPP: "ENOTSUPP",
}
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
_BLANKS = re.compile(r"[\s_]")


class BadJob(Exception):  # no SimError: it is an answer
    """A job that cannot be read; answered with the stage ``bad_job``."""


def number_of(value: Any, table: Mapping[str, int], prefix: str = "BPF_") -> int:
    """Return the number of a name (or the number itself).

    Raises:
        BadJob: There is no such name.
    """
    if isinstance(value, int):
        return value
    name = str(value).upper()
    if name.isdigit():
        return int(name)
    name = name.removeprefix(prefix).removeprefix("BPF_")
    found = table.get(name, table.get(_ALIASES.get(name, "")))
    if found is None:
        raise BadJob(f"unknown name {value!r}")
    return found


def int_of(fields: Mapping[str, Any], name: str, default: int = 0) -> int:
    """Return a field that is an integer.

    Raises:
        BadJob: It is something else.
    """
    value = fields.get(name, default)
    try:
        return int(value)
    except (TypeError, ValueError):
        raise BadJob(f"{name} is no integer: {value!r}") from None


def bytes_of(value: Any) -> bytes:
    """Read hex digits; blanks and underscores may stand anywhere, and lists are joined.

    Raises:
        BadJob: It is no hex.
    """
    if isinstance(value, list | tuple):
        return b"".join(bytes_of(part) for part in value)
    digits = _BLANKS.sub("", str(value))
    if not _HEX.fullmatch(digits):
        raise BadJob(f"not hex: {value!r:.40}")
    return bytes.fromhex(digits)


def caps_of(names: Collection[str] | None) -> Collection[Cap]:
    """Return the capabilities that are kept; None keeps all.

    Raises:
        BadJob: There is no such capability.
    """
    if names is None:
        return ALL_CAPS
    kept = set()
    for name in names:
        word = str(name).upper().replace("CAP_", "")
        if word not in _CAPS:
            raise BadJob(f"unknown capability {name!r}")
        # loading looks at five of them
        if word in Cap.__members__:
            kept.add(Cap[word])
    return frozenset(kept)


def err_name(number: int) -> str:
    """Return the name of a positive errno, ``0`` for none."""
    return _ERR_NAMES.get(number) or errno.errorcode.get(number, "E?")
