"""Shipped objects fit the simulated kernel's types exactly as they fit those of Debian's 6.1."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sim.bpf.btf_types import BtfKind
from sim.kernel.types.kernel_types import kernel_btf
from tests.corpus import corpus_dir, corpus_objects
from tests.corpus_types import RECORD, findings, object_key

RECORDED = yaml.safe_load(RECORD.read_text(encoding="utf-8"))
FOLDER = corpus_dir()
OBJECTS = sorted(FOLDER.rglob("*.bpf.o")) if FOLDER else []


@pytest.mark.corpus
@pytest.mark.parametrize("path", OBJECTS, ids=lambda path: path.name.partition(".")[0])
def test_a_shipped_object_relocates_as_on_the_real_kernel(path: Path) -> None:
    key = object_key(path)
    if key not in RECORDED:
        pytest.skip("nothing is recorded for this object: python -m tests.corpus_types FILE")
    assert findings(path, kernel_btf()) == RECORDED[key]


@pytest.mark.corpus
def test_every_recorded_object_is_in_the_corpus() -> None:
    keys = {object_key(path) for path in corpus_objects()}
    if not keys & set(RECORDED):
        pytest.skip("another corpus than the one recorded")
    assert set(RECORDED) <= keys
    assert sum(entry["programs"] for entry in RECORDED.values()) > 240


def test_what_was_recorded_has_dead_code_and_targets_for_the_tools_to_set() -> None:
    assert any(entry["poisoned"] for entry in RECORDED.values())
    missing = {section for entry in RECORDED.values() for section in entry["missing"]}
    assert {"fentry/dummy_file_read", "fexit/dummy_file_open"} <= missing
    assert not any(section.startswith(("tp_btf/sched", "lsm/")) for section in missing)


@pytest.mark.parametrize(
    ("function", "params"),
    [
        ("bpf_kfunc_call_test_mem_len_pass1", ["mem", "mem__sz"]),
        ("bpf_kfunc_call_test_get_rdonly_mem", ["p", "rdonly_buf_size"]),
        ("bpf_lookup_user_key", ["serial", "flags"]),
        ("bpf_fentry_test6", ["a", "b", "c", "d", "e", "f"]),
        ("bpf_lsm_file_open", ["file"]),
        ("bpf_iter_task_file", ["meta", "task", "fd", "file"]),
    ],
)
def test_functions_keep_the_names_of_their_parameters(function: str, params: list[str]) -> None:
    btf = kernel_btf()
    proto = btf.func_proto(btf.id_of(function, BtfKind.FUNC))
    assert [param.name for param in proto.params] == params


@pytest.mark.parametrize(
    "walk",
    [
        "task_struct mm exe_file f_path.dentry d_name.name",
        "task_struct real_parent cred user_ns ns.inum",
        "task_struct cgroups dfl_cgrp kn name",
        "sock __sk_common.skc_prot name",
        "sk_buff dev nd_net.net user_ns",
        "request q disk part0 bd_inode i_sb s_type name",
        "linux_binprm file f_inode i_op lookup",
        "bpf_iter__task_file meta seq file",
    ],
)
def test_a_program_can_walk_through_pointers_by_their_types(walk: str) -> None:
    btf = kernel_btf()
    struct, *steps = walk.split()
    for step in steps:
        field = btf.field(struct, step)
        pointee = getattr(btf.resolved(field.type), "type", 0)
        struct = btf[btf.skip_mods(pointee)].name
        assert step == steps[-1] or btf.find(struct, BtfKind.STRUCT) is not None
