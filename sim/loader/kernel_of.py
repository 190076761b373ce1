"""The kernel that an object is verified for: types, symbols, configuration.

Answers to what libbpf reads of a running kernel: ``/sys/kernel/btf/vmlinux``, ``/proc/kallsyms``,
``/proc/config.gz`` and its own probes (the ``LINUX_HAS_…`` names).

**Rule:** every function and per-CPU variable of the kernel's types has a symbol. Addresses depend
on the names alone; a per-CPU variable's is its offset in the section, as on x86-64.

**Not modelled:** symbols of modules, a symbol that several functions share; Debian's
configurations of kernels other than 6.1 and 6.12, for which the next older one stands in (before
6.1, 6.1's).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources

from sim.base.errors import UnsupportedFeatureError, nearest
from sim.bpf.btf import Btf
from sim.bpf.btf_types import Datasec, Func
from sim.bpf.verifier.spec import ALL_CAPS, Cap, Kernel
from sim.kernel.kallsyms import Kallsyms
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.verify import version_code
from sim.versions.features import features_of
from sim.versions.releases import is_since

__all__ = ["CONFIG_PRESETS", "DATA_BASE", "KernelSymbols", "kconfig_of", "kernel_of"]

#: What differs from Debian's configuration: ``upstream`` has what tracers ask for that Debian's
#: 6.1 leaves out.
CONFIG_PRESETS: Mapping[str, Mapping[str, int | str]] = {
    "debian": {},
    "upstream": {
        "CONFIG_FPROBE": "y",
        "CONFIG_FUNCTION_ERROR_INJECTION": "y",
        "CONFIG_BPF_KPROBE_OVERRIDE": "y",
    },
}
_CONFIGS = ("6.1", "6.12")

#: Where variables lie that are not per CPU.
DATA_BASE = 0xFFFFFFFF82000000
_DATA_BYTES = 4096

#: Variables and labels that objects name; types have only those that are per CPU.
_DATA = (
    "__per_cpu_end",
    "__per_cpu_start",
    "__start_BTF",
    "__stop_BTF",
    "_etext",
    "_stext",
    "_text",
    "anon_inode_fops",
    "bpf_iter_fops",
    "bpf_link_fops",
    "bpf_map_fops",
    "bpf_prog_fops",
    "btf_fops",
    "cgrp_dfl_root",
    "def_file_fops",
    "ext4_file_operations",
    "init_cgroup_ns",
    "init_cred",
    "init_mm",
    "init_net",
    "init_nsproxy",
    "init_pid_ns",
    "init_task",
    "init_user_ns",
    "init_uts_ns",
    "jiffies",
    "jiffies_64",
    "mem_section",
    "module_kset",
    "modules",
    "nr_cpu_ids",
    "page_offset_base",
    "pipefifo_fops",
    "root_task_group",
    "shmem_file_operations",
    "socket_file_ops",
    "sys_call_table",
    "system_wq",
    "tcp_hashinfo",
    "tcp_prot",
    "tcpv6_prot",
    "tty_fops",
    "udp_prot",
    "udp_table",
    "udpv6_prot",
    "unix_dgram_proto",
    "unix_stream_proto",
    "vmalloc_base",
    "vmemmap_base",
)
_PERCPU = ".data..percpu"


class KernelSymbols(Mapping[str, int]):
    """Addresses of a kernel's symbols, laid out when somebody asks.

    Args:
        btf: The kernel's types.
    """

    def __init__(self, btf: Btf) -> None:
        self._btf = btf
        self._addresses: dict[str, int] = {}

    def __getitem__(self, name: str) -> int:
        return self._table()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table())

    def __len__(self) -> int:
        return len(self._table())

    def _table(self) -> dict[str, int]:
        if not self._addresses:
            functions = Kallsyms(one.name for one in self._btf.types if isinstance(one, Func))
            found = {name: DATA_BASE + at * _DATA_BYTES for at, name in enumerate(_DATA)}
            found.update(self._per_cpu())
            found.update((name, functions.address_of(name)) for name in functions)
            self._addresses = found
        return self._addresses

    def _per_cpu(self) -> dict[str, int]:
        found = {"__per_cpu_start": 0}
        for section in self._btf.types:
            if isinstance(section, Datasec) and section.name == _PERCPU:
                found.update((self._btf[row.type].name, row.offset) for row in section.vars)
                found["__per_cpu_end"] = section.size
        return found


def kernel_of(release: str, btf: Btf | None = None, caps: Collection[Cap] = ALL_CAPS) -> Kernel:
    """Return a kernel to verify for.

    Args:
        release: Key of `sim.versions.releases.KERNEL_RELEASES`.
        btf: A kernel's own types, instead of the simulated kernel's.
        caps: What the loading process may do.
    """
    types = btf or kernel_btf(release)
    return Kernel(release, features_of(release), types, caps, KernelSymbols(types))


def kconfig_of(kernel: str, preset: str = "debian") -> Mapping[str, int | str]:
    """Return what ``__kconfig`` externs of a simulated kernel are.

    Args:
        kernel: The kernel.
        preset: Whose configuration, a key of `CONFIG_PRESETS`.

    Raises:
        UnsupportedFeatureError: There is no such preset.
    """
    if preset not in CONFIG_PRESETS:
        raise UnsupportedFeatureError(
            f"no kernel configuration is called {preset!r}",
            reason="known are " + ", ".join(CONFIG_PRESETS),
            suggestion=nearest(preset, CONFIG_PRESETS),
        )
    probed = {"LINUX_HAS_BPF_COOKIE": 1, "LINUX_HAS_SYSCALL_WRAPPER": 1}
    config = {**_config(_config_of(kernel)), **CONFIG_PRESETS[preset]}
    return {**config, **probed, "LINUX_KERNEL_VERSION": version_code(kernel)}


def _config_of(kernel: str) -> str:
    """Return the newest kernel whose configuration is kept and that is not newer."""
    kept = [name for name in _CONFIGS if is_since(kernel, name)]
    return kept[-1] if kept else _CONFIGS[0]


@cache
def _config(kernel: str) -> dict[str, int | str]:
    path = resources.files("sim.loader").joinpath("data", f"kernel-{kernel}.config")
    lines = path.read_text(encoding="utf-8").split("\n")
    pairs = (line.split("=", 1) for line in lines if "=" in line)
    return {name: value.strip('"') for name, value in pairs}
