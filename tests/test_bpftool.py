"""bpftool's verbs: the real bpftool's words, on a machine of this process and on a run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sim.bpftool.feature import feature_probe
from sim.bpftool.output import Form
from tests.bpftool.commands import FEATURES, MAPS, OBJECTS, SETUP
from tests.bpftool.replay import answer, live, normal
from tests.record_bpftool import KERNELS, forms, golden_path


def _golden(kernel: str) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(golden_path(kernel).read_text())["answers"]
    return rows


@pytest.mark.parametrize("kernel", KERNELS)
def test_maps_are_shown_as_bpftool_shows_them(kernel: str) -> None:
    golden = _golden(kernel)[: 3 * len(MAPS)]
    asked = [forms(command)[form] for form in range(3) for command in MAPS]
    assert [command for command, _, _ in golden] == asked
    with live(kernel) as source:
        for command in SETUP:
            assert answer(source, command) == ""
        wrong = []
        for command, printed, _ in golden:
            ours, theirs = normal(answer(source, command)), normal(printed)
            if ours != theirs:
                wrong.append(f"$ {command}\n{ours}---\n{theirs}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kernel", KERNELS)
def test_programs_and_links_are_shown_as_bpftool_shows_them(kernel: str) -> None:
    golden = _golden(kernel)[3 * len(MAPS) : -2]
    asked = [forms(command)[form] for form in range(3) for command in OBJECTS]
    assert [command for command, _, _ in golden] == asked
    wrong = []
    with live(kernel) as source:
        for command, printed, _ in golden:
            if kernel != "6.1" and command.endswith("link show"):
                continue  # bpftool 7.1 shows no targets of perf_event links
            ours, theirs = normal(answer(source, command)), normal(printed)
            if ours != theirs:
                wrong.append(f"$ {command}\n{ours}---\n{theirs}")
    assert not wrong, "\n".join(wrong)


def test_links_say_what_their_kernel_tells() -> None:
    with live("6.12") as source:
        shown = answer(source, "link show")
        kprobe, _, tracepoint, _ = json.loads(answer(source, "-j link show"))
    assert "\n\tkprobe ffffffff81" in shown
    assert "\n\ttracepoint sys_enter_openat  \n" in shown
    assert (kprobe["func"], kprobe["offset"], kprobe["cookie"]) == ("vfs_read", 0, 0)
    assert tracepoint == {
        "id": 3, "type": "perf_event", "prog_id": 3, "tracepoint": "sys_enter_openat", "cookie": 0,
    }  # fmt: skip


def test_tags_are_the_kernels() -> None:
    printed = next(text for command, text, _ in _golden("6.1") if command == "-j prog show")
    with live() as source:
        ours = [(one.name, one.tag) for one in source.progs()]
    assert ours == [(one["name"], one["tag"]) for one in json.loads(printed)]


#: A cgroup's device and sysctl programs may not ask for a return value without an attach type.
NO_RETVAL = ("cgroup_device_available_helpers", "cgroup_sysctl_available_helpers")


@pytest.mark.parametrize("kernel", KERNELS)
def test_features_are_those_that_bpftool_finds(kernel: str) -> None:
    printed = next(text for command, text, _ in _golden(kernel) if command == f"-j {FEATURES}")
    theirs, ours = json.loads(printed), json.loads(feature_probe(kernel, Form.JSON).text)
    assert list(ours) == list(theirs)
    assert list(ours["system_config"]) == list(theirs["system_config"])
    for section in ("syscall_config", "program_types", "map_types", "misc"):
        assert ours[section] == theirs[section]
    assert list(ours["helpers"]) == list(theirs["helpers"])
    if kernel == "6.1":  # 6.12's verifier says it in words that bpftool 7.1 does not know
        for name, helpers in ours["helpers"].items():
            more = ["bpf_get_retval", "bpf_set_retval"] if name in NO_RETVAL else []
            assert [one for one in helpers if one not in more] == theirs["helpers"][name]


def test_features_are_listed_line_by_line() -> None:
    printed = next(text for command, text, _ in _golden("6.1") if command == FEATURES)

    def steady(text: str) -> list[str]:
        return [
            line
            for line in text.splitlines()
            if not line.startswith(("CONFIG_", "skipping")) and "retval" not in line
        ]

    assert steady(feature_probe("6.1").text) == steady(printed)
    assert "CONFIG_HZ is set to 250\n" in feature_probe("6.1").text
    assert "\t- bpf_trace_printk\n" in feature_probe("6.1", full=True).text
