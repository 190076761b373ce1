"""What bpf(BPF_OBJ_GET_INFO_BY_FD) says of maps, programs and links.

Answers to ``struct bpf_map_info``, ``bpf_prog_info`` and ``bpf_link_info`` in the uapi header.
`sim.loader.info` fills these in from a machine; a run writes them to the tables ``map_info``,
``prog_info``, ``link_info`` and ``xlated``, each column being a field; bpftool's verbs show them.

**Rule:** ids count from 1, each kind by itself, in the order of creation, as the kernel gives
them on a machine that has just been started.

**Not modelled:** the length of native code, network namespaces, offloaded objects.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LinkInfo", "MapInfo", "ProgInfo", "XlatedInsn"]


@dataclass(frozen=True)
class MapInfo:
    """A map.

    Attributes:
        tracer: Whose it is.
        map: Its name in the object.
        id: Its id.
        name: The kernel's name: the first 15 bytes.
        map_type: ``BPF_MAP_TYPE_…``.
        map_extra: What a type makes of it (hash functions of a bloom filter).
        frozen: 1 when user space may not write.
        btf_id: Id of the BTF with its types, 0 for none.
        memlock_bytes: ``memlock`` in its fdinfo.
        owner: Program type of a prog_array's owner (``BPF_PROG_TYPE_…``), "" for none.
    """

    tracer: str
    map: str
    id: int
    name: str
    map_type: str
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    map_extra: int
    frozen: int
    btf_id: int
    memlock_bytes: int
    owner: str


@dataclass(frozen=True)
class ProgInfo:
    """A program.

    Attributes:
        tracer: Whose it is.
        prog: Its name in the object.
        id: Its id.
        name: The kernel's name: the first 15 bytes.
        prog_type: ``BPF_PROG_TYPE_…``.
        tag: The digest of its instructions.
        gpl_compatible: 1 when its license is.
        loaded_ns: When it was loaded, since boot.
        uid: Who loaded it.
        xlated_bytes: Length of its instructions after the verifier's rewriting.
        jited: 1 when it runs as native code.
        memlock_bytes: ``memlock`` in its fdinfo.
        map_ids: Ids of the maps it holds, separated by commas.
        btf_id: Id of its BTF, 0 for none.
        verified_insns: Instructions that the verifier walked.
        run_cnt: How often it ran.
        run_time_ns: How long, in all.
        recursion_misses: Runs that recursion kept from happening.
    """

    tracer: str
    prog: str
    id: int
    name: str
    prog_type: str
    tag: str
    gpl_compatible: int
    loaded_ns: int
    uid: int
    xlated_bytes: int
    jited: int
    memlock_bytes: int
    map_ids: str
    btf_id: int
    verified_insns: int
    run_cnt: int
    run_time_ns: int
    recursion_misses: int


@dataclass(frozen=True)
class LinkInfo:
    """A link, or one of the functions of a link to many.

    Attributes:
        tracer: Whose it is.
        id: Its id; several rows with one id are one link's functions.
        link_type: ``raw_tracepoint``, ``tracing``, ``perf_event``, ``kprobe_multi``.
        prog_id: The program's id.
        attach_type: ``BPF_TRACE_FENTRY`` and the like; "" where a link has none.
        hook: Kind of hook: ``kprobe``, ``tracepoint``, ``uprobe`` …
        target: Function, or tracepoint.
        offset: Bytes into the function, or the file.
        address: The function's, 0 where there is none.
        is_return: 1 for a return probe.
        cookie: What bpf_get_attach_cookie gives.
        missed: Hits that the probe itself missed.
    """

    tracer: str
    id: int
    link_type: str
    prog_id: int
    attach_type: str
    hook: str
    target: str
    offset: int
    address: int
    is_return: int
    cookie: int
    missed: int


@dataclass(frozen=True)
class XlatedInsn:
    """One slot of a program's rewritten instructions.

    Attributes:
        prog_id: The program's id.
        insn: Its 8 bytes as a little-endian number; maps go by their ids.
        func: Prototype of the function that begins here, else "".
        line: The source line that begins here, else "".
        file: Its file.
        line_num: Its number, 0 for none.
        line_col: Its column.
    """

    prog_id: int
    insn: int
    func: str
    line: str
    file: str
    line_num: int
    line_col: int
