"""The machine of a scenario: kernel, CPUs, memory, devices, cost profile.

Answers to what ``uname -r``, ``/proc/config.gz`` and ``lscpu`` say of a real one.

**Rule:** a machine is the same in all arms; only what traces it differs.

**Not modelled:** NUMA memory, what SMT siblings take from each other, CPU frequency, several
machines.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from sim.run.schema_base import Bytes, Distribution, DurationNs, StrictModel
from sim.run.schema_binary import Binary, BinaryPath

__all__ = [
    "CONFIGS",
    "KERNELS",
    "MAX_CPUS",
    "Caches",
    "Device",
    "EngineOptions",
    "Machine",
    "Network",
]

KERNELS = ("5.15", "5.16", "5.17", "5.18", "5.19", "6.0", "6.1", "6.2", "6.12")
CONFIGS = ("upstream", "debian")
MAX_CPUS = 256
_MIN_MEMORY_BYTES = 16 << 20
_MAX_MEMORY_BYTES = 64 << 40
_DISK_NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}", re.ASCII)


def _version(given: object) -> object:
    """Take an unquoted version, which YAML reads as a number."""
    return f"{given:f}" if isinstance(given, Decimal) else given


def _disk_name(text: str) -> str:
    if not _DISK_NAME.fullmatch(text):
        raise ValueError(f"{text!r} is no device name: use up to 31 lower-case letters and digits")
    return text


class Device(StrictModel):
    """A block device: requests queue for its channels.

    Attributes:
        channels: How many requests it serves at once.
        service: How long it takes for one.
    """

    channels: Annotated[int, Field(ge=1, le=1024)] = 1
    service: Distribution


class Network(StrictModel):
    """A network: what a packet waits for comes back after its time.

    Attributes:
        rtt: Time there and back, the other end's answer included.
    """

    rtt: Distribution


class Caches(StrictModel):
    """Which CPUs share a last-level cache, as ``lscpu -e`` numbers them.

    CPUs 0 to ``cores`` − 1 share the first, the next ``cores`` the second, and so on; the second
    hyper-threads of all cores come after them, in the same order.

    Attributes:
        domains: How many last-level caches there are: sockets, or parts of one.
        cores: Cores that share one.
    """

    domains: Annotated[int, Field(ge=1, le=MAX_CPUS)]
    cores: Annotated[int, Field(ge=1, le=MAX_CPUS)]


class EngineOptions(StrictModel):
    """Where the simulator does things; no result depends on it.

    Attributes:
        sources: Whether frequent event sources live in the path engine or in SimPy.
        programs: Whether programs are compiled to native code or interpreted.
    """

    sources: Literal["path", "simpy"] = "path"
    programs: Literal["jit", "interp"] = "jit"


class Machine(StrictModel):
    """What everything runs on.

    Attributes:
        config: Preset of the kernel's configuration.
        hz: Timer ticks per second (``CONFIG_HZ``).
        nmi_hz: NMIs of the performance monitor per second on each busy CPU, as a profiler of
            cycles makes them; 0 for none.
        preempt: ``CONFIG_PREEMPT_VOLUNTARY`` or ``CONFIG_PREEMPT``.
        profile: Name of a shipped cost profile, or a YAML file relative to the scenario.
        devices: Block devices by name.
        networks: Networks by the name of their interface.
        binaries: Programs and libraries of user space by path; None for none that is probed.
        caches: Which CPUs share a cache; None: all of them one.
        wakeup_granularity_ns: ``sched_wakeup_granularity_ns``, how far behind the running task one
            that wakes must be to preempt it; None: as the kernel scales it to the CPUs.
    """

    kernel: Annotated[
        Literal["5.15", "5.16", "5.17", "5.18", "5.19", "6.0", "6.1", "6.2", "6.12"],
        BeforeValidator(_version),
    ] = "6.1"
    config: Literal["upstream", "debian"] = "debian"
    cpus: Annotated[int, Field(ge=1, le=MAX_CPUS)]
    memory_bytes: Annotated[Bytes, Field(ge=_MIN_MEMORY_BYTES, le=_MAX_MEMORY_BYTES)] = Field(
        alias="memory", default=8 << 30
    )
    hz: Literal[100, 250, 300, 1000] = 250
    nmi_hz: Annotated[int, Field(ge=0, le=100_000)] = 0
    preempt: Literal["voluntary", "full"] = "voluntary"
    profile: Annotated[str, Field(min_length=1)] = "x86-2020"
    devices: dict[Annotated[str, AfterValidator(_disk_name)], Device] = Field(default_factory=dict)
    networks: dict[Annotated[str, AfterValidator(_disk_name)], Network] = Field(
        default_factory=dict
    )
    binaries: dict[BinaryPath, Binary] | None = None
    engine: EngineOptions = EngineOptions()
    caches: Caches | None = None
    wakeup_granularity_ns: DurationNs | None = Field(alias="wakeup_granularity", default=None)

    @property
    def nr_channels(self) -> int:
        """How many requests all devices serve at once."""
        return sum(device.channels for device in self.devices.values())
