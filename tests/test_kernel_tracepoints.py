from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.base.errors import AttachError, SimError
from sim.kernel.syscall_table import syscall, syscalls
from sim.kernel.tracepoints import (
    LATEST,
    SYSCALL_ARGS_OFFSET,
    SYSCALL_NR_OFFSET,
    SYSCALL_RET_OFFSET,
    tracepoint,
    tracepoint_names,
)
from sim.kernel.types.kernel_types import kernel_types

GOLDEN: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "data" / "tracepoints-6.1.yaml").read_text(encoding="utf-8")
)


def lines(rows: list[list[Any]]) -> list[str]:
    return [
        f"\tfield:{text};\toffset:{offset};\tsize:{size};\tsigned:{signed};"
        for text, offset, size, signed in rows
    ]


@pytest.mark.parametrize("full_name", GOLDEN["events"])
def test_a_format_has_the_fields_of_the_real_kernel(full_name: str) -> None:
    found = tracepoint(*full_name.split(":"))
    text = found.format_text().splitlines()
    body = [line for line in text if line.startswith("\tfield:")]
    assert body == lines(GOLDEN["common"]) + lines(GOLDEN["events"][full_name])
    assert text[:3] == [f"name: {found.name}", f"ID: {found.id}", "format:"]
    assert text[7] == ""


def test_every_declared_tracepoint_outside_syscalls_is_checked_against_the_real_kernel() -> None:
    declared = {name for name in tracepoint_names() if not name.startswith("syscalls:")}
    assert declared <= set(GOLDEN["events"])


def test_every_tracepoint_can_be_made_and_has_an_id_of_its_own() -> None:
    found = [tracepoint(*name.split(":"), LATEST) for name in tracepoint_names()]
    assert len({item.id for item in found}) == len(found) > 700
    assert [item.id for item in found] == sorted(item.id for item in found)
    assert all(item.id < 1 << 16 for item in found)  # common_type is 16 bits wide


def test_a_syscall_has_its_arguments_at_16_24_and_so_on() -> None:
    openat = tracepoint("syscalls", "sys_enter_openat")
    assert [(field.name, field.offset) for field in openat.fields] == [
        ("__syscall_nr", SYSCALL_NR_OFFSET),
        ("dfd", SYSCALL_ARGS_OFFSET),
        ("filename", SYSCALL_ARGS_OFFSET + 8),
        ("flags", SYSCALL_ARGS_OFFSET + 16),
        ("mode", SYSCALL_ARGS_OFFSET + 24),
    ]
    assert openat.ctx_bytes == 48
    assert openat.print_fmt.startswith('"dfd: 0x%08lx, filename: 0x%08lx, ')
    assert tracepoint("syscalls", "sys_exit_openat").field("ret").offset == SYSCALL_RET_OFFSET
    assert tracepoint("syscalls", "sys_exit_openat").ctx_bytes == 24
    assert tracepoint("syscalls", "sys_enter_getpid").ctx_bytes == 12


def test_what_a_program_sees_agrees_with_what_tracefs_says() -> None:
    types = kernel_types()
    issue = tracepoint("block", "block_rq_issue")
    assert issue.struct == "trace_event_raw_block_rq"
    for field in issue.fields:
        member = f"__data_loc_{field.name}" if field.is_data_loc else field.name
        assert types.offsetof(issue.struct, member) == field.offset
    for index in range(6):
        offset = types.offsetof("trace_event_raw_sys_enter", f"args[{index}]")
        assert offset == SYSCALL_ARGS_OFFSET + 8 * index


def test_a_wrong_name_gets_the_nearest_ones() -> None:
    with pytest.raises(AttachError, match="sys_enter_openat"):
        tracepoint("syscalls", "sys_enter_opennat")
    with pytest.raises(AttachError, match="neither this group nor this event"):
        tracepoint("nosuch", "event")
    with pytest.raises(AttachError, match="nr_sector"):
        tracepoint("block", "block_rq_issue").field("nr_sectors")


def test_the_syscall_table_has_the_numbers_of_x86_64() -> None:
    numbers = {
        "read": 0,
        "write": 1,
        "open": 2,
        "close": 3,
        "stat": 4,
        "getpid": 39,
        "fsync": 74,
        "gettid": 186,
        "futex": 202,
        "exit_group": 231,
        "openat": 257,
        "newfstatat": 262,
        "io_uring_setup": 425,
        "set_mempolicy_home_node": 450,
    }
    assert {name: syscall(name).nr for name in numbers} == numbers
    assert len(syscalls()) == 362
    assert [row.nr for row in syscalls()] == sorted({row.nr for row in syscalls()})


def test_a_syscall_may_be_called_differently_in_the_kernel() -> None:
    stat = syscall("stat")
    assert (stat.entry, stat.function) == ("newstat", "__x64_sys_newstat")
    assert syscall("newstat") is stat is syscall(4)
    assert tracepoint("syscalls", "sys_enter_newstat").fields[1].name == "filename"
    with pytest.raises(AttachError):
        tracepoint("syscalls", "sys_enter_stat")


def test_a_syscall_that_is_not_implemented_has_no_tracepoint() -> None:
    assert syscall("nfsservctl").function == "__x64_sys_ni_syscall"
    assert not [name for name in tracepoint_names() if name.endswith("nfsservctl")]
    with pytest.raises(SimError, match="openat"):
        syscall("opennat")
    with pytest.raises(SimError, match="9999"):
        syscall(9999)


def test_no_syscall_has_more_arguments_than_registers() -> None:
    assert max(len(row.args) for row in syscalls()) == 6
