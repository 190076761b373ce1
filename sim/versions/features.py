"""What some kernels have and others lack, each with the commit and the release it came with.

A simulated kernel resolves once to a set of features (`features_of`), which is passed down;
whoever refuses a program for want of one says which kernels would take it (`who_has`).
Answers to Linux's history: the release is the first whose ``.0`` has the commit.

**Rule:** a new feature is one row of `Feature`, and no other layer compares version numbers. A
commit that stable trees took later is in *backports*, by series, with the first point release.

**Not modelled:** configuration, sysctls and capabilities, which also take features away.
"""

from __future__ import annotations

import enum
from typing import NamedTuple

from sim.versions.releases import KERNEL_RELEASES, is_since

__all__ = ["Feature", "Origin", "features_of", "has_fprobe", "kernels_with", "who_has"]


class Origin(NamedTuple):
    """Where a feature comes from.

    Attributes:
        since: The release that has it.
        commit: Its commit in Linux.
        what: What it is, for people.
        backports: Series and point release of stable kernels that took it.
    """

    since: str
    commit: str
    what: str
    backports: tuple[tuple[str, str], ...] = ()


@enum.unique
class Feature(enum.Enum):
    """A feature by name; its value says where it comes from."""

    BLOOM_FILTER = Origin("5.16", "9330986c0300", "bloom filter maps")
    MODULE_KFUNC = Origin("5.16", "2357672c54c3", "calls of kernel functions in modules")
    KPROBE_MULTI = Origin("5.18", "0dcac2725406", "kprobes at many functions by one link")
    SYMBOLS_IN_ONE_PASS = Origin(
        "5.19", "0236fec57a15", "a multi link's symbols looked up in one pass over the kernel's"
    )
    RAW_TP_RECURSION = Origin(
        "6.1", "05b24ff9b2cf", "raw tracepoint programs that do not interrupt themselves"
    )
    KPROBE_SESSION = Origin("6.10", "535a3692ba72", "kprobe programs that run at entry and return")
    ENUM64 = Origin("6.0", "6089fb325cf7", "enumerators of 64 bits in BTF")
    SLEEPABLE_UPROBE = Origin("6.0", "8c7dcb84e3b7", "uprobe programs that may sleep")
    USER_RINGBUF = Origin("6.1", "583c1f420173", "ring buffers that user space fills")
    UNSIGNED_CHAR = Origin("6.2", "3bc753c06dd0", "a char that is unsigned everywhere")
    CGRP_STORAGE = Origin("6.2", "c4bcfb38a95e", "storage of control groups for tracing")
    BTF_RECORD = Origin("6.2", "aa3496accc41", "special fields of map values in one record")
    TASK_KPTR = Origin("6.2", "90660309b0c7", "references to tasks and cgroups in map values")
    OBJ_NEW = Origin("6.2", "958cf2e273f0", "objects that programs allocate")
    LINKED_LISTS = Origin("6.2", "8cab76ec6349", "linked lists of allocated objects")
    RB_TREES = Origin("6.3", "9c395c1b99bd", "red-black trees of allocated objects")
    KPTR_IS_REF = Origin("6.4", "03b77e17aeb2", "the BTF tag kptr for pointers that own")
    JHASH2 = Origin("6.4", "5b85575ad428", "hash maps that hash keys of whole words by words")
    #: Who may not write cannot freeze either, and of a frozen map nobody may.
    FREEZE_BY_RIGHTS = Origin("6.5", "6c3eba1c5e28", "freezing a map takes the right to write it")
    MAP_MEM_USAGE = Origin("6.4", "90a5527d7686", "maps that say how much memory they take")
    LINK_INFO = Origin("6.6", "7ac8d0d26192", "targets of perf_event and kprobe_multi links")
    LINK_COOKIES = Origin("6.9", "9fd112b1f82b", "cookies of perf_event and kprobe_multi links")
    ISA_V4 = Origin("6.6", "1f9a1ea821ff", "the instructions of -mcpu=v4")
    #: Part of the former, and alone in a stable tree.
    GOTOL = Origin("6.6", "4cd58e9af8b9", "jumps of 32 bits", backports=(("6.1", "6.1.72"),))
    NODE_OWNER = Origin("6.6", "c3c510ce431c", "list and tree nodes that know their owner")
    UPROBE_MULTI = Origin("6.6", "89ae89f53d20", "uprobes at many places by one link")
    LOCKLESS_UPROBE = Origin("6.12", "cd7bdd9d46a9", "uprobes found without the machine-wide lock")
    TOLD_MISSES = Origin(
        "6.7", "dd8657894c11", "programs that count what bpf_prog_active kept out, links that tell"
    )
    LDIMM64_CFG = Origin(
        "6.7",
        "3feb263bb516",
        "the control flow graph has ldimm64 as one instruction",
        backports=(("6.1", "6.1.72"),),
    )
    MAY_GOTO = Origin("6.9", "011832b97b31", "loops that end after 8 million rounds")
    ADDR_SPACE_CAST = Origin("6.9", "6082b6c328b5", "moves between address spaces")
    RAW_TP_COOKIE = Origin("6.10", "68ca5d4eebb8", "cookies of raw tracepoints")
    #: Which 6.12 was the first to take it is not known; the one that is modelled has it.
    LRU_FREE_TARGET = Origin(
        "6.17",
        "d4adf1c9ee77",
        "LRU maps whose CPUs set aside half of the elements at most",
        backports=(("6.12", "6.12.117"),),
    )
    NESTED_FIELDS = Origin("6.11", "64e8ee814819", "special fields in structs within structs")
    # What the verifier deduces, asks and says.
    RINGBUF_MEM = Origin("6.2", "894f2a8b1673", "memory of ring buffers, named apart")
    NULLNESS_BY_REG = Origin("6.2", "befae75856ab", "not NULL since equal to what is not")
    TRUSTED_PTR = Origin("6.2", "3f00c5239344", "pointers that a kernel function may trust")
    DYNPTR_SLOTS = Origin("6.3", "f8064ab90d66", "dynptrs that are overwritten or pruned by")
    STATE_IDS = Origin("6.3", "5dd9cdbc9dec", "states compared by one map of ids")
    JMP_POINTS = Origin("6.3", "618945fbed50", "jumps remembered apart from states")
    ST_CTX = Origin("6.4", "0d80a619c113", "constants stored in contexts")
    FRAME_PRECISION = Origin("6.4", "fde2a3882bd0", "precision traced through calls")
    SCALAR_IDS = Origin("6.5", "1ffc85d9298e", "numbers that are linked compared by their ids")
    CALLBACK_LOOPS = Origin("6.7", "ab5cfac139ab", "callbacks walked until they converge")
    LAZY_GLOBALS = Origin("6.8", "2afae08c9dcb", "global functions verified if they are called")
    TERSE_LOG = Origin("6.8", "0c95c9fdb696", "registers printed without what is obvious")
    DEEP_BOUNDS = Origin("6.8", "9e314f5d8682", "ranges of 32 and 64 bits deduced both ways")
    TWO_REG_JUMPS = Origin("6.8", "67420501e868", "jumps that teach of two registers")
    EXACT_RETVAL = Origin("6.8", "c871d0e00f0e", "returned values checked by range, and precise")
    STACK_HISTORY = Origin("6.8", "41f6f64e6999", "spills traced through any pointer")
    SPILL_IDS = Origin("6.9", "c1e6148cb4f8", "narrow spills and fills that keep what is known")
    LINE_PLACES = Origin("6.9", "7cc13adbd057", "file and line of sources in the log")
    WIDE_ALU = Origin("6.11", "0922c78f592c", "ranges computed where an operand is a range")
    LINKED_OFFSETS = Origin("6.11", "98d7ca374ba4", "numbers linked at a constant distance")
    #: Which 6.12 was the first to take it is not known; the one that is modelled has it.
    WHOLE_CTX_ARGS = Origin(
        "6.14",
        "659b9ba7cb2d",
        "arguments of functions read by eight bytes only",
        backports=(("6.12", "6.12.117"),),
    )
    #: Rules and messages of which it is not known with what commit they came: after 6.2.
    LATER_RULES = Origin("6.12", "adc218676eef", "what else a verifier of 6.12 asks and says")
    LINK_HISTORY = Origin("6.12", "4bf79f9be434", "linked numbers remembered by instruction")


def _has(kernel: str, origin: Origin) -> bool:
    if is_since(kernel, origin.since):
        return True
    release = KERNEL_RELEASES[kernel]
    return any(series == kernel and is_since(release, first) for series, first in origin.backports)


def features_of(kernel: str) -> frozenset[Feature]:
    """Return the features of a simulated kernel (a key of `KERNEL_RELEASES`)."""
    return frozenset(feature for feature in Feature if _has(kernel, feature.value))


def has_fprobe(kernel: str, preset: str) -> bool:
    """Say whether a kernel is built with CONFIG_FPROBE: Debian's is from 6.12 on."""
    return preset != "debian" or is_since(kernel, "6.12")


def kernels_with(feature: Feature) -> list[str]:
    """Return the simulated kernels that have *feature*, oldest first."""
    return [kernel for kernel in KERNEL_RELEASES if _has(kernel, feature.value)]


def who_has(feature: Feature) -> str:
    """Say, for an error's suggestion, which kernels have *feature*."""
    origin = feature.value
    text = f"Linux {origin.since} is the first to take it (commit {origin.commit})"
    kernels = kernels_with(feature)
    return f"{text}: set machine.kernel to {' or '.join(kernels)}" if kernels else text
