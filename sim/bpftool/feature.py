"""``bpfsim feature probe``: what a simulated kernel has, by trying.

Answers to bpftool's ``feature.c`` and to libbpf's probes: a program type is there if a program of
two instructions loads, a map type if a small map can be made, a helper if the verifier does not
say that it is unknown to programs of that type.

**Rule:** every answer is the simulated verifier's or map creation's own, or is read from the
simulated kernel's configuration and sysctls.

**Not modelled:** ``feature probe dev``, ``unprivileged``, ``macros``; libbpf's list of program
types, map types and helpers is that of bpftool 7.1. Where the words of a later kernel's verifier
mislead that bpftool (it takes every helper for there on 6.12), the simulated kernel is right.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.isa import EXIT
from sim.bpf.maps.create_check import MapAttr, check_map_create
from sim.bpf.prog_type import AttachType, ProgType
from sim.bpf.spec import MapType
from sim.bpf.verifier.prog_types import get_func_proto
from sim.bpf.verifier.spec import Kernel, Map, Prog, VerdictKind
from sim.bpf.verifier.verify import verify
from sim.bpftool.jsonw import Tree
from sim.bpftool.output import Form, Output, as_json
from sim.bpftool.progs import prog_word
from sim.loader.kernel_of import kconfig_of, kernel_of
from sim.loader.prog_types import BPF_F_SLEEPABLE as _SLEEPABLE
from sim.versions.releases import check_kernel

__all__ = ["feature_probe"]

_LAST_PROG_TYPE = "BPF_PROG_TYPE_SYSCALL"
_LAST_MAP_TYPE = MapType.BPF_MAP_TYPE_USER_RINGBUF
_LAST_HELPER = "bpf_user_ringbuf_drain"
_MOV0 = bytes([0xB7, 0, 0, 0, 0, 0, 0, 0])
_EXIT = bytes([EXIT, 0, 0, 0, 0, 0, 0, 0])
#: Attach types with which libbpf tries a program type.
_ATTACH_TYPES = {
    "CGROUP_SOCK_ADDR": "BPF_CGROUP_INET4_CONNECT",
    "CGROUP_SOCKOPT": "BPF_CGROUP_GETSOCKOPT",
    "SK_LOOKUP": "BPF_SK_LOOKUP",
}
#: Types that libbpf takes for there when their load fails for want of a target.
_NEED_TARGET = ("TRACING", "EXT", "LSM", "STRUCT_OPS")
_SYSCTLS = {
    "unprivileged_bpf_disabled": (
        2, "bpf() syscall restricted to privileged users (admin can change)",
    ),
    "bpf_jit_enable": (1, "JIT compiler is enabled"),
    "bpf_jit_harden": (0, "JIT compiler hardening is disabled"),
    "bpf_jit_kallsyms": (1, "JIT compiler kallsyms exports are enabled for root"),
    "bpf_jit_limit": (
        528482304,
        "Global memory limit for JIT compiler for unprivileged users is 528482304 bytes",
    ),
}  # fmt: skip
_CONFIGS = (
    "BPF", "BPF_SYSCALL", "HAVE_EBPF_JIT", "BPF_JIT", "BPF_JIT_ALWAYS_ON", "DEBUG_INFO_BTF",
    "DEBUG_INFO_BTF_MODULES", "CGROUPS", "CGROUP_BPF", "CGROUP_NET_CLASSID", "SOCK_CGROUP_DATA",
    "BPF_EVENTS", "KPROBE_EVENTS", "UPROBE_EVENTS", "TRACING", "FTRACE_SYSCALLS",
    "FUNCTION_ERROR_INJECTION", "BPF_KPROBE_OVERRIDE", "NET", "XDP_SOCKETS", "LWTUNNEL_BPF",
    "NET_ACT_BPF", "NET_CLS_BPF", "NET_CLS_ACT", "NET_SCH_INGRESS", "XFRM", "IP_ROUTE_CLASSID",
    "IPV6_SEG6_BPF", "BPF_LIRC_MODE2", "BPF_STREAM_PARSER", "NETFILTER_XT_MATCH_BPF",
    "BPFILTER", "BPFILTER_UMH", "TEST_BPF", "HZ",
)  # fmt: skip
_LARGE_INSNS = 4096 + 1
#: Helpers that write to the kernel's log when they are probed, and are only tried by ``full``.
_LOUD = ("bpf_trace_printk", "bpf_trace_vprintk", "bpf_probe_write_user")


def feature_probe(
    kernel: str, form: Form = Form.PLAIN, *, preset: str = "debian", full: bool = False
) -> Output:
    """Do what ``bpftool feature probe kernel`` does.

    Args:
        kernel: The simulated kernel.
        form: How it is printed.
        preset: Its configuration.
        full: Whether helpers count that write to the kernel's log when they are probed.

    Raises:
        SimError: There is no such kernel, or no such configuration.
    """
    check_kernel(kernel, "--kernel")
    probe = _Probe(kernel_of(kernel), preset, full)
    if form.is_json:
        return as_json(probe.json(), form)
    return Output(probe.plain())


class _Probe:
    def __init__(self, kernel: Kernel, preset: str, full: bool) -> None:
        self._kernel = kernel
        self._left_out = () if full else _LOUD
        self._config = kconfig_of(kernel.release, preset)

    # --- what there is ---------------------------------------------------------------------------
    def config(self) -> Iterator[tuple[str, str | None]]:
        """Yield the options that bpftool asks about."""
        for name in _CONFIGS:
            value = self._config.get(f"CONFIG_{name}")
            yield f"CONFIG_{name}", None if value in (None, "n") else str(value)

    def prog_types(self) -> Iterator[tuple[str, bool]]:
        """Yield the program types in bpftool's words, and whether programs of them load."""
        for one in ProgType:
            name = one.name.removeprefix("BPF_PROG_TYPE_")
            if name != "UNSPEC" and one.value <= ProgType[_LAST_PROG_TYPE]:
                yield name.lower(), self._has_prog_type(one)

    def _has_prog_type(self, one: ProgType) -> bool:
        name = one.name.removeprefix("BPF_PROG_TYPE_")
        if name == "LIRC_MODE2":
            return self._config.get("CONFIG_BPF_LIRC_MODE2") == "y"
        if name in _NEED_TARGET:
            return True
        return self._loads(one, _MOV0 + _EXIT)

    def _prog(self, one: ProgType, insns: bytes) -> Prog:
        name = one.name.removeprefix("BPF_PROG_TYPE_")
        attach_type = _ATTACH_TYPES.get(name)
        return Prog(
            insns=insns,
            prog_type=one.value,
            expected_attach_type=AttachType[attach_type].value if attach_type else 0,
            prog_flags=_SLEEPABLE if name == "SYSCALL" else 0,
        )

    def _loads(self, one: ProgType, insns: bytes) -> bool:
        verdict = verify(self._prog(one, insns), self._kernel, log_level=0)
        return verdict.kind is VerdictKind.ACCEPT

    def map_types(self) -> Iterator[tuple[str, bool]]:
        """Yield the map types in bpftool's words, and whether maps of them can be made."""
        for one in MapType:
            if one.value and one.value <= _LAST_MAP_TYPE:
                word = one.name.removeprefix("BPF_MAP_TYPE_").lower()
                yield word, self._has_map_type(one)

    def _has_map_type(self, one: MapType) -> bool:
        if one is MapType.BPF_MAP_TYPE_STRUCT_OPS:
            return True  # refused for want of a type, which says that it is known
        return check_map_create(_map_attr(one), self._kernel) == 0

    def helpers(self, one: ProgType) -> list[str]:
        """Return the helpers that programs of a type may call."""
        name = one.name.removeprefix("BPF_PROG_TYPE_")
        if name in _NEED_TARGET or not self._has_prog_type(one):
            return []
        prog = self._prog(one, _MOV0 + _EXIT)
        last = HELPER_IDS[_LAST_HELPER]
        return [
            helper
            for helper, number in sorted(HELPER_IDS.items(), key=lambda both: both[1])
            if number <= last
            and helper not in self._left_out
            and get_func_proto(number, prog, self._kernel) is not None
        ]

    def misc(self) -> Iterator[tuple[str, str, bool]]:
        """Yield features by JSON's word and by people's, and whether they are there."""
        socket = ProgType.BPF_PROG_TYPE_SOCKET_FILTER
        many = _MOV0 * (_LARGE_INSNS - 1) + _EXIT
        yield "large_insn_limit", "Large program size limit", self._loads(socket, many)
        # r0 = 10; r0 -= 1; if r0 != 0 goto -2
        loop = _insn(0xB7, imm=10) + _insn(0x07, imm=-1) + _insn(0x55, off=-2) + _EXIT
        yield "bounded_loops", "Bounded loop support", self._loads(socket, loop)
        v2 = _MOV0 + _insn(0xA5, off=1) + _MOV0 + _EXIT
        yield "v2_isa_extension", "ISA extension v2", self._loads(socket, v2)
        v3 = _MOV0 + _insn(0xA6, off=1) + _MOV0 + _EXIT
        yield "v3_isa_extension", "ISA extension v3", self._loads(socket, v3)

    def _no_helpers(self, one: ProgType) -> str:
        if not self._has_prog_type(one):
            return "\tProgram type not supported"
        return "\tCould not determine which helpers are available"

    def _progs(self) -> Iterator[ProgType]:
        words = {word for word, _ in self.prog_types()}
        for one in ProgType:
            if one.name.removeprefix("BPF_PROG_TYPE_").lower() in words:
                yield one

    # --- as it is shown --------------------------------------------------------------------------
    def json(self) -> dict[str, Tree]:
        """Return all of it as ``bpftool -j feature probe`` does."""
        sysctls: dict[str, Tree] = {name: value for name, (value, _) in _SYSCTLS.items()}
        return {
            "system_config": sysctls | dict(self.config()),
            "syscall_config": {"have_bpf_syscall": True},
            "program_types": {f"have_{word}_prog_type": has for word, has in self.prog_types()},
            "map_types": {f"have_{word}_map_type": has for word, has in self.map_types()},
            "helpers": {
                f"{prog_word(one.name)}_available_helpers": self.helpers(one)
                for one in self._progs()
            },
            "misc": {f"have_{word}": has for word, _, has in self.misc()},
        }

    def plain(self) -> str:
        """Return all of it as ``bpftool feature probe`` does."""
        lines = ["Scanning system configuration..."]
        lines += [text for _, text in _SYSCTLS.values()]
        for name, value in self.config():
            lines.append(f"{name} is set to {value}" if value else f"{name} is not set")
        lines += ["", "Scanning system call availability...", "bpf() syscall is available"]
        lines += ["", "Scanning eBPF program types..."]
        lines += [_available(f"eBPF program_type {word}", has) for word, has in self.prog_types()]
        lines += ["", "Scanning eBPF map types..."]
        lines += [_available(f"eBPF map_type {word}", has) for word, has in self.map_types()]
        lines += ["", "Scanning eBPF helper functions..."]
        for one in self._progs():
            lines.append(f"eBPF helpers supported for program type {prog_word(one.name)}:")
            found = self.helpers(one)
            lines += [f"\t- {helper}" for helper in found] or [self._no_helpers(one)]
        lines += ["", "Scanning miscellaneous eBPF features..."]
        lines += [_available(text, has) for _, text, has in self.misc()]
        return "\n".join([*lines, "", ""])


def _available(what: str, has: bool) -> str:
    return f"{what} is {'available' if has else 'NOT available'}"


def _insn(opcode: int, off: int = 0, imm: int = 0) -> bytes:
    return struct.pack("<BBhi", opcode, 0, off, imm)


def _map_attr(one: MapType) -> MapAttr:
    """Return the map with which libbpf tries a type."""
    key, value, entries, flags = 4, 4, 1, 0
    name = one.name.removeprefix("BPF_MAP_TYPE_")
    if name == "STACK_TRACE":
        value = 8
    elif name == "LPM_TRIE":
        key, value, flags = 8, 8, 1
    elif name in ("CGROUP_STORAGE", "PERCPU_CGROUP_STORAGE"):
        key, value, entries = 16, 8, 0
    elif name in ("QUEUE", "STACK", "BLOOM_FILTER"):
        key, value = 0, 8
    elif name in ("RINGBUF", "USER_RINGBUF"):
        key, value, entries = 0, 0, 4096
    elif name in ("SK_STORAGE", "INODE_STORAGE", "TASK_STORAGE", "CGRP_STORAGE"):
        key, value, entries, flags = 4, 8, 0, 1
    inner = None
    if name in ("ARRAY_OF_MAPS", "HASH_OF_MAPS"):
        inner = Map("", MapType.BPF_MAP_TYPE_HASH, 4, 4, 1)
    is_typed = name.endswith("_STORAGE")
    return MapAttr(one, key, value, entries, flags, inner=inner, is_typed=is_typed)
