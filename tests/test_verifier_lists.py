"""Allocated objects and linked lists are judged as Linux 6.12 judges them.

``tests/record_list_verdicts.py`` asks it; the sources of the objects lie beside them.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from sim.bpf.btf import Btf
from sim.bpf.btf_types import (
    BTF_FUNC_GLOBAL,
    BTF_INT_SIGNED,
    BtfKind,
    Func,
    FuncProto,
    Int,
    Member,
    Param,
    Ptr,
    Struct,
)
from sim.bpf.verifier.btf_record import struct_records, struct_records_errno
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.jobs.answer import Jobs
from sim.versions.features import Feature, features_of
from tests.list_types import CASES, M, btf_of
from tests.record_list_verdicts import DATA, GOLDEN, KERNEL, btf_jobs, message, object_jobs, outcome

GOLD: dict[str, Any] = json.loads(GOLDEN.read_text())
#: Numbers of references differ where 6.12 numbers more of what it looks at.
_ID = re.compile(r"\bid=\d+")
#: What helpers take besides map values has changed since 6.1 in other ways, too.
_ONLY_BEGINS_SO = {"objects/object_to_helper"}


def btf_with_lists() -> Btf:
    """Return the simulated kernel's types and, behind them, those of objects and lists."""
    types = list(kernel_btf("6.1").types)
    known = kernel_btf("6.1")

    def add(new: Any) -> int:
        types.append(new)
        return len(types) - 1

    number, wide = add(Int("int", 4, BTF_INT_SIGNED)), add(Int("u64", 8))
    head, node = add(Struct("bpf_list_head", 16)), add(Struct("bpf_list_node", 24))
    to_head, to_node, to_void = add(Ptr(head)), add(Ptr(node)), add(Ptr(0))
    meta = Param("meta__ign", to_void)
    push = (Param("head", to_head), Param("node", to_node), meta, Param("off", wide))
    for name, returned, params in (
        ("bpf_obj_new_impl", to_void, (Param("local_type_id__k", wide), meta)),
        ("bpf_obj_drop_impl", 0, (Param("p__alloc", to_void), meta)),
        ("bpf_list_push_front_impl", number, push),
        ("bpf_list_push_back_impl", number, push),
        ("bpf_list_pop_front", to_node, (Param("head", to_head),)),
        ("bpf_list_pop_back", to_node, (Param("head", to_head),)),
    ):
        add(Func(name, add(FuncProto(returned, params)), BTF_FUNC_GLOBAL))
    if known.find("bpf_fentry_test1", BtfKind.FUNC) is None:
        proto = add(FuncProto(number, (Param("a", number),)))
        add(Func("bpf_fentry_test1", proto, BTF_FUNC_GLOBAL))
    return Btf(types)


@pytest.fixture(scope="module")
def jobs() -> Jobs:
    return Jobs(KERNEL, btf=btf_with_lists(), folder=DATA)


def comparable(found: dict[str, Any], name: str) -> dict[str, Any]:
    if "message" not in found:
        return found
    message = _ID.sub("id=N", found["message"])
    if name in _ONLY_BEGINS_SO:
        message = message.partition(",")[0]
    return {**found, "message": message}


@pytest.mark.parametrize("job", object_jobs(), ids=lambda job: str(job["id"]))
def test_programs_are_judged_as_6_12_judges_them(jobs: Jobs, job: dict[str, Any]) -> None:
    prefix = str(job["id"]).removesuffix(".bpf.o")
    answers = jobs.answer(job)["programs"]
    ours = {f"{prefix}/{one['name']}": outcome(one) for one in answers}
    theirs = {name: one for name, one in GOLD["programs"].items() if name.startswith(prefix)}
    assert ours.keys() == theirs.keys()
    for name, one in theirs.items():
        assert comparable(ours[name], name) == comparable(one, name), name


@pytest.mark.parametrize("job", btf_jobs(), ids=lambda job: str(job["id"]))
def test_types_are_refused_as_6_12_refuses_them(jobs: Jobs, job: dict[str, Any]) -> None:
    assert outcome(jobs.answer(job)) == GOLD["btf"][job["id"]]


def test_before_6_2_the_functions_may_not_be_called() -> None:
    job = {
        "kind": "verify",
        "prog_type": "sched_cls",
        "insns": "b701000001000000 b702000000000000 8520000000000000 9500000000000000",
        "fixups": [{"insn": 2, "kfunc": "bpf_obj_new_impl"}],
    }
    refused = Jobs("6.1", btf=btf_with_lists()).answer(job)
    assert message(refused) == "calling kernel function bpf_obj_new_impl is not allowed"
    refused = Jobs("6.12", btf=btf_with_lists()).answer(job)
    assert message(refused) == "bpf_obj_new/bpf_percpu_obj_new requires prog BTF"


def test_before_6_2_special_fields_of_structs_refuse_no_types() -> None:
    for structs in CASES.values():
        assert struct_records_errno(btf_of(structs), features_of("6.1")) == 0


def test_nodes_are_smaller_before_they_know_their_owner() -> None:
    features = features_of("6.2")
    assert Feature.LINKED_LISTS in features and Feature.NODE_OWNER not in features
    btf = btf_of({"foo": [M("lock", "lock"), M("node", "node")]})
    (record,) = struct_records(btf, features).values()
    assert record.spin_lock_off == 0
    assert record.nodes == ()  # 24 bytes are no node of 16


def test_heads_say_what_they_are_of() -> None:
    btf = btf_of(CASES["two heads"])
    found = {
        btf[type_id].name: one for type_id, one in struct_records(btf, features_of(KERNEL)).items()
    }
    assert found["bar"].nodes == (0,)
    assert [(head.offset, btf[head.value_id].name) for head in found["foo"].heads] == [
        (8, "bar"),
        (24, "bar"),
    ]


@pytest.mark.parametrize(
    ("kernel", "node_bytes", "what"),
    [("6.2", 16, "bpf_list_head"), ("6.12", 24, "bpf_{list_head,rb_root}")],
)
def test_tracing_programs_have_no_lists(kernel: str, node_bytes: int, what: str) -> None:
    btf = btf_of(CASES["head"], node_bytes=node_bytes)
    value = btf.id_of("foo", BtfKind.STRUCT)
    size = {"key_size": 4, "value_size": btf.sizeof(value), "max_entries": 1}
    types = {"btf_key_type_id": 1, "btf_value_type_id": value}
    load_map = bytes.fromhex("1811000000000000 0000000000000000").hex()
    job = {
        "kind": "verify",
        "prog_type": "kprobe",
        "insns": load_map + "b700000000000000 9500000000000000",
        "btf": btf.encode().hex(),
        "maps": [{"type": "array", **size, **types}],
    }
    answer = Jobs(kernel, btf=btf_with_lists()).answer(job)
    assert message(answer) == f"tracing progs cannot use {what} yet"
    assert Jobs(kernel, btf=btf_with_lists()).answer({**job, "prog_type": "xdp"})["ok"]


@pytest.mark.parametrize("name", ["bpf_rb_root", "bpf_wq"])
def test_maps_of_trees_and_work_queues_are_not_modelled(name: str) -> None:
    types = [*btf_of({}).types, Struct(name, 16)]
    members = (Member("lock", 2, 0), Member("it", len(types) - 1, 64))
    btf = Btf([*types, Struct("foo", 24, members)])
    job = {
        "kind": "verify",
        "prog_type": "xdp",
        "insns": "1811000000000000 0000000000000000 b700000000000000 9500000000000000",
        "btf": btf.encode().hex(),
        "maps": [
            {
                "type": "array",
                "key_size": 4,
                "value_size": 24,
                "max_entries": 1,
                "btf_key_type_id": 1,
                "btf_value_type_id": len(types),
            }
        ],
    }
    assert Jobs("6.12", btf=btf_with_lists()).answer(job)["verdict"] == "not_modelled"
