"""Prototypes, contexts and loading against what a real Linux 6.1 said to every case.

The grids are recorded by `tests.record_verifier_grids`.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from typing import Any

import pytest

from sim.bpf.btf import Btf
from sim.bpf.btf_types import Void
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.verifier import types as t
from sim.bpf.verifier.arg_types import COMPATIBLE
from sim.bpf.verifier.contexts import ctx_access
from sim.bpf.verifier.load_checks import check_load, sleepable_error
from sim.bpf.verifier.prog_types import get_func_proto, may_access_direct_pkt_data
from sim.bpf.verifier.proto_table import FUNC_PROTOS
from sim.bpf.verifier.spec import ALL_CAPS, Cap, Kernel, Prog
from sim.versions.features import Feature, features_of
from tests.record_verifier_grids import CAPS, CONFIGS, DATA, TRACING, Config, read_ranges

_BTF = Btf([Void()])


def _grid(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / f"{kind}_grid.json").read_text())
    return found


def _kernel(caps: str, release: str = "6.1") -> Kernel:
    words = CAPS[caps]
    held = ALL_CAPS if words is None else frozenset(Cap[word] for word in words)
    return Kernel(release, features_of(release), _BTF, held)


def _prog(config: Config, btf_id: int = 0) -> Prog:
    return Prog(
        bytes(16),
        config.prog_type,
        expected_attach_type=config.attach,
        prog_flags=config.flags,
        attach_btf_id=btf_id,
    )


@pytest.mark.parametrize("name", CONFIGS)
def test_helpers_that_a_program_type_may_call(name: str) -> None:
    config = CONFIGS[name]
    for caps, ranges in _grid("helper")[name].items():
        kernel, prog = _kernel(caps), _prog(config)
        known = [
            number
            for number in range(1, 221)
            if get_func_proto(number, prog, kernel, attach_name=f"bpf_lsm_{config.target}")
        ]
        assert known == read_ranges(ranges), caps


@pytest.mark.parametrize("name", TRACING)
def test_helpers_that_a_tracing_program_may_call_on_6_12(name: str) -> None:
    config = CONFIGS[name]
    kernel, prog = _kernel("all", "6.12"), _prog(config)
    known = [
        number
        for number in range(1, 221)
        if get_func_proto(number, prog, kernel, attach_name=f"bpf_lsm_{config.target}")
    ]
    assert known == read_ranges(_grid("helper_6_12")[name]["all"])


def _cells(rows: dict[str, str]) -> dict[tuple[str, int], str]:
    """Return what each access of the record gives, by how it is done and where."""
    return {
        (row[:2], off): row[3:]
        for row, ranges in rows.items()
        for off in read_ranges(ranges, int(row[1]))
    }


@pytest.mark.parametrize("name", [name for name, config in CONFIGS.items() if config.ctx])
def test_accesses_of_contexts(name: str) -> None:
    recorded = _grid("ctx")[name]
    offsets = read_ranges(recorded.pop("offsets"))
    for caps, rows in recorded.items():
        held, cells = _kernel(caps).caps, _cells(rows)
        for how in (f"{kind}{size}" for kind in "rw" for size in (1, 2, 4, 8)):
            for off in offsets:
                access = ctx_access(_prog(CONFIGS[name]), off, int(how[1]), how[0] == "w", held)
                told, _, narrowed = cells.get((how, off), "").partition("/")
                if access is None or how[0] == "w":
                    assert ("" if access is None else "ok") == told, (how, off)
                    continue
                assert t.reg_type_str(access.reg_type) == told, (how, off)
                # A narrower load of a field whose own size is no wider is not masked.
                assert not narrowed or int(how[1]) < access.ctx_field_size, (how, off)


def _load_cases() -> Iterator[tuple[str, int, str]]:
    for outcome, cases in _grid("load").items():
        for rest, kinds in cases.items():
            yield from ((outcome, kind, rest) for kind in read_ranges(kinds))


def test_loads_refused_before_verification() -> None:
    wrong = []
    for outcome, kind, rest in _load_cases():
        attach, flags, btf_id, caps = rest.split(" ", 3)
        prog = _prog(Config(kind, int(attach), flags=int(flags)), int(btf_id))
        code = check_load(prog, _kernel(caps))
        told = errno.errorcode[code] if code else sleepable_error(prog) or "verified"
        if told != outcome:
            wrong.append((kind, rest, outcome, told))
    assert not wrong


@pytest.mark.parametrize(
    ("count", "caps", "code"),
    [(0, "all", errno.E2BIG), (4096, "none", 0), (4097, "none", errno.E2BIG), (4097, "BPF", 0)],
)
def test_number_of_instructions_that_may_be_loaded(count: int, caps: str, code: int) -> None:
    assert check_load(Prog(bytes(8 * count), 1), _kernel(caps)) == code


def test_every_helper_has_a_prototype_whose_arguments_have_register_types() -> None:
    assert {proto.name for proto in FUNC_PROTOS.values()} == set(HELPER_IDS)
    bases = {t.base_type(arg) for proto in FUNC_PROTOS.values() for arg in proto.args}
    assert bases - {t.ARG_DONTCARE, t.ARG_ANYTHING} <= set(COMPATIBLE)


def test_fixed_sizes_and_structs_are_where_the_types_ask_for_them() -> None:
    for key, proto in FUNC_PROTOS.items():
        for arg, size, struct in zip(proto.args, proto.arg_sizes, proto.arg_btf, strict=True):
            assert bool(size) == bool(arg & t.MEM_FIXED_SIZE), key
            has_struct = t.base_type(arg) == t.ARG_PTR_TO_BTF_ID and key != "bpf_kptr_xchg"
            assert bool(struct) == has_struct, key


def test_message_order_of_memory_arguments() -> None:
    names = ", ".join(map(t.reg_type_str, COMPATIBLE[t.ARG_PTR_TO_MEM]))
    assert names == "fp, pkt, pkt_meta, map_key, map_value, mem, alloc_mem, buf"


def test_prototypes_differ_by_program_type() -> None:
    get_stack, get_func_ip = HELPER_IDS["bpf_get_stack"], HELPER_IDS["bpf_get_func_ip"]
    kernel = _kernel("all")
    for number, name, key in (
        (get_stack, "kprobe", "bpf_get_stack"),
        (get_stack, "raw_tracepoint", "bpf_get_stack:raw_tp"),
        (get_stack, "fentry", "bpf_get_stack:raw_tp"),
        (get_func_ip, "kprobe", "bpf_get_func_ip:kprobe"),
        (get_func_ip, "kprobe_multi", "bpf_get_func_ip:kprobe_multi"),
        (get_func_ip, "tracepoint", "bpf_get_func_ip:tracing"),
        (HELPER_IDS["bpf_sk_storage_get"], "fentry", "bpf_sk_storage_get:tracing"),
        (HELPER_IDS["bpf_sk_storage_get"], "lsm", "bpf_sk_storage_get"),
        (HELPER_IDS["bpf_fib_lookup"], "xdp", "bpf_fib_lookup:xdp"),
    ):
        assert get_func_proto(number, _prog(CONFIGS[name]), kernel) is FUNC_PROTOS[key]


def test_storage_of_control_groups_came_with_its_feature() -> None:
    number, prog = HELPER_IDS["bpf_cgrp_storage_get"], _prog(CONFIGS["kprobe"])
    assert get_func_proto(number, prog, _kernel("all")) is None
    later = Kernel("", {Feature.CGRP_STORAGE}, _BTF)
    assert get_func_proto(number, prog, later) is FUNC_PROTOS["bpf_cgrp_storage_get"]


def test_packets_are_written_by_few_program_types() -> None:
    readers = {n for n, c in CONFIGS.items() if may_access_direct_pkt_data(_prog(c), False)}
    writers = {n for n, c in CONFIGS.items() if may_access_direct_pkt_data(_prog(c), True)}
    assert {"sched_cls", "xdp", "cgroup_setsockopt", "sk_msg"} <= writers < readers
    assert readers - writers >= {"cgroup_skb", "lwt_in", "flow_dissector", "sk_reuseport"}
    assert not readers & {"kprobe", "socket_filter"}
