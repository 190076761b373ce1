"""bpfsim hooks: what can be hooked, as bpftrace and tracefs list it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from sim.base.errors import AttachError
from sim.cli.hooks import hooks
from sim.cli.main import app
from sim.kernel.hookable import KINDS, arguments, hookable, matching
from sim.kernel.tracepoints import tracepoint


def lines(*words: str) -> list[str]:
    result = CliRunner().invoke(app, ["hooks", *words])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_a_pattern_fits_names_and_targets() -> None:
    assert lines("kprobe:vfs_rea?") == ["kprobe:vfs_read"]
    assert lines("vfs_read") == [f"{kind}:vfs_read" for kind in KINDS[:4]]


def test_arguments_stand_below_the_hook() -> None:
    assert lines("fentry:vfs_read", "-v") == [
        "fentry:vfs_read",
        "    struct file * file",
        "    char * buf",
        "    size_t count",
        "    loff_t * pos",
    ]


def test_a_format_is_the_file_of_tracefs() -> None:
    shown = "\n".join(lines("tracepoint:sched:sched_switch", "--format"))
    assert shown.strip() == tracepoint("sched", "sched_switch").format_text().strip()


def test_only_what_a_path_reaches_is_listed_if_asked_for() -> None:
    fired = lines("--fired", "--kind", "tracepoint")
    assert "tracepoint:sched:sched_switch" in fired
    assert "tracepoint:sched:sched_stat_wait" not in fired
    assert "tracepoint:sched:sched_stat_wait" in lines("tracepoint:sched:*")


def test_json_has_one_object_a_hook() -> None:
    shown = json.loads("\n".join(lines("rawtracepoint:sched_switch", "-v", "--json")))
    assert [one["hook"] for one in shown] == ["rawtracepoint:sched_switch"]
    assert shown[0]["fired"] is True
    assert len(shown[0]["args"]) == 4


def test_nothing_that_fits_is_an_error_with_the_nearest() -> None:
    with pytest.raises(AttachError, match="kprobe:vfs_read"):
        hooks("vfs_raed")
    with pytest.raises(AttachError, match="tracepoint"):
        hooks("*", kind="tracepint")


@pytest.mark.parametrize("kernel", ["5.15", "6.1", "6.12"])
def test_every_hook_of_a_kernel_has_arguments_that_can_be_listed(kernel: str) -> None:
    for kind in KINDS:
        found = list(hookable(kernel, kind))
        assert found == sorted(found, key=lambda one: one.target)
        assert all(isinstance(arguments(one, kernel), list) for one in found)


def test_a_function_without_types_cannot_be_traced_by_fentry() -> None:
    found = {one.kind for one in matching("md_flush_request", "6.1")}
    assert "kprobe" in found
    assert "fentry" not in found
