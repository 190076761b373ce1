"""What each kind of hook does beyond running a program: refusing, sharing, telling apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.base.errors import AttachError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.bpf.maps.layout import map_address
from sim.hooks.kinds import parse_target
from sim.hooks.target import check_kind
from sim.kernel import layout as k
from sim.kernel.types.kernel_types import kernel_types
from sim.workload.spec import Step
from tests.test_hooks_rules import EMPTY, US, Tiny, _call

READ = Step("read", nr_bytes=4096, miss_ppm=1_000_000)
REFUSE = "r0 = -13\nexit"
FUNCTION = "__x64_sys_getpid"
#: Writes down the cookie by the function's address.
COOKIES = """
 r6 = r1
 call bpf_get_func_ip
 *(u64 *)(r10 - 8) = r0
 r1 = r6
 call bpf_get_attach_cookie
 *(u64 *)(r10 - 16) = r0
 r1 = {cookies} ll
 r2 = r10
 r2 += -8
 r3 = r10
 r3 += -16
 r4 = 0
 call bpf_map_update_elem
 r0 = 0
 exit
"""


@pytest.mark.parametrize("kind", ["lsm", "fmod_ret"])
def test_a_security_hooks_program_refuses_a_read_before_anything_is_read(kind: str) -> None:
    tiny = Tiny(prices_ns={"path.vfs_read": 1000})
    tiny.work(READ)
    where = "file_permission" if kind == "lsm" else "security_file_permission"
    asked = tiny.attach(kind, where, REFUSE)
    seen = tiny.attach("fexit", "security_file_permission")
    issued = tiny.attach("tracepoint", "block/block_rq_issue")
    inner = tiny.attach("kprobe", "filemap_read")
    tiny.run(10_500)
    assert tiny.of(asked) == {"hits": 10, "run": 10}
    assert tiny.of(seen)["run"] == 10, "the function still returns"
    assert tiny.of(issued) == tiny.of(inner) == {}
    assert {int(row[6]) for row in tiny.requests} == {-13}
    tiny.close()


def test_a_refused_open_opens_nothing() -> None:
    tiny = Tiny(prices_ns={"path.path_openat": 1000})
    tiny.work(Step("openat"))
    tiny.attach("lsm", "inode_permission", "w0 = -1\nexit")
    opened = tiny.attach("kprobe", "vfs_open")
    exits = tiny.attach("kretprobe", "do_sys_openat2")
    tiny.run(5_500)
    assert tiny.of(opened) == {}
    assert tiny.of(exits)["run"] == 5
    assert {int(row[6]) for row in tiny.requests} == {-1}
    tiny.close()


def test_who_comes_behind_a_program_that_refuses_is_not_asked() -> None:
    tiny = Tiny(prices_ns={"path.vfs_read": 1000})
    tiny.work(READ)
    not_asked = tiny.attach("fmod_ret", "security_file_permission")
    before = tiny.attach("fentry", "security_file_permission")
    asked = tiny.attach("fmod_ret", "security_file_permission", REFUSE)
    hook = tiny.attach("lsm", "file_permission")
    tiny.run(3_500)
    assert tiny.of(asked) == tiny.of(before) == {"hits": 3, "run": 3}
    assert tiny.of(not_asked) == tiny.of(hook) == {"hits": 3, "missed_overruled": 3}
    tiny.close()


def test_a_cookie_belongs_to_its_function_whatever_the_order() -> None:
    tiny = Tiny(prices_ns={"path.vfs_read": 1000})
    view = tiny.machine.maps.create("cookies", 1, 8, 8, 16)
    text = COOKIES.format(cookies=map_address(view.index))
    tiny.work(Step("read", nr_bytes=64))
    given = {"vfs_write": 7, "vfs_read": 5, "vfs_open": 6}
    links = tiny.attach_all("kprobe.multi", "vfs_*", text, **given)
    assert {link.target.site: load64(tiny.links.record(link) + k.K_COOKIE) for link in links}[
        "vfs_open"
    ] == 6
    tiny.run(3_500)
    address = tiny.machine.kallsyms.address_of("vfs_read")
    stored = dict(view.items())
    key = (address & (1 << 64) - 1).to_bytes(8, "little")
    assert stored == {key: [(5).to_bytes(8, "little")]}
    tiny.close()


def test_a_session_runs_at_entry_and_at_return_unless_entry_says_no(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.kernel.machine.kernel_types", lambda _kernel: kernel_types("6.1"))
    tiny = Tiny(kernel="6.12", prices_ns={f"path.{FUNCTION}": 100})
    tiny.work(*_call(1000))
    entry, back = tiny.attach_all("kprobe.session", FUNCTION)
    no_entry, no_back = tiny.attach_all("kprobe.session", FUNCTION, "r0 = 1\nexit")
    tiny.run(5_000)
    assert tiny.when(k.FLOW_RUN, entry) == [1000, 2100, 3200, 4300]
    assert tiny.when(k.FLOW_RUN, back) == [1100, 2200, 3300, 4400]
    assert tiny.of(no_entry) == {"hits": 4, "run": 4}
    assert tiny.of(no_back) == {"hits": 4, "filtered": 4, "entries": 4, "returns": 4}
    tiny.close()


def test_a_session_without_an_instance_misses_its_entry_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sim.kernel.machine.kernel_types", lambda _kernel: kernel_types("6.1"))
    tiny = Tiny(kernel="6.12")
    tiny.work(READ, tasks=3)
    entry, back = tiny.attach_all("kprobe.session", "vfs_read", maxactive=2)
    tiny.run(500 * US)
    assert tiny.of(entry) == {"hits": 3, "run": 2, "missed_maxactive": 1}
    assert tiny.of(back) == {"hits": 3, "entries": 2, "missed_maxactive": 1}
    tiny.close()


@pytest.mark.parametrize(
    ("offsets", "prices"),
    [
        (["0x10"], [60]),
        (["0x10", "0x12"], [430, 60]),
        (["0x10", "0x15"], [60, 60]),
        (["0x10", "0x14", "0x18"], [430, 430, 60]),
    ],
)
def test_a_probe_inside_is_a_jump_where_there_is_room_for_it(
    offsets: list[str], prices: list[int]
) -> None:
    costs = {"hook.kprobe_optimised": 60, "hook.kprobe_int3_boosted": 430}
    tiny = Tiny(prices_ns=costs)
    tiny.work(*_call(1000))
    links = [tiny.attach("kprobe", f"{FUNCTION}+{offset}") for offset in offsets]
    tiny.run(1_999)
    times = [tiny.when(k.FLOW_RUN, link)[0] for link in links]
    assert times == [1000 + sum(prices[: i + 1]) for i in range(len(prices))]
    tiny.close()


def test_kprobe_optimisation_can_be_off() -> None:
    tiny = Tiny(prices_ns={"hook.kprobe_optimised": 60, "hook.kprobe_int3_boosted": 430})
    tiny.machine.config = replace(tiny.machine.config, is_kprobe_optimised=False)
    tiny.work(*_call(1000))
    link = tiny.attach("kprobe", f"{FUNCTION}+4")
    tiny.run(2_000)
    assert tiny.when(k.FLOW_RUN, link) == [1430]
    tiny.close()


def test_each_user_of_a_function_has_a_price_of_its_own() -> None:
    """The first program of a group pays the way to it, the others the way on."""
    costs = {"hook.kprobe_ftrace": 100, "hook.kprobe_multi": 30, "hook.fentry": 7}
    tiny = Tiny(prices_ns={**costs, "hook.chained": 1})
    tiny.work(*_call(1000))
    kinds = ("kprobe", "kprobe", "fentry", "fentry", "kprobe.multi", "kprobe.multi")
    links = [tiny.attach_all(kind, FUNCTION)[0] for kind in kinds]
    tiny.run(1_999)
    # the multi links, the latest first; the kprobes; the trampoline
    times = [tiny.when(k.FLOW_RUN, link)[0] for link in links]
    assert times == [1161, 1160, 1169, 1168, 1060, 1030]
    tiny.close()


@pytest.mark.parametrize(
    ("kernel", "preset", "kind", "problem"),
    [
        ("5.17", "upstream", "kprobe.multi", "EINVAL"),
        ("5.18", "debian", "kprobe.multi", "EOPNOTSUPP"),
        ("6.1", "debian", "kretprobe.multi", "EOPNOTSUPP"),
        ("6.1", "upstream", "kprobe.session", "EINVAL"),
        ("6.12", "debian", "kprobe.session", ""),
        ("6.1", "upstream", "kprobe.multi", ""),
    ],
)
def test_a_kernel_without_a_kind_refuses_it_as_linux_does(
    kernel: str, preset: str, kind: str, problem: str
) -> None:
    target = parse_target(kind, "vfs_*", "test")
    if not problem:
        check_kind(kind, target.needs, kernel, preset)
        return
    with pytest.raises(AttachError, match=problem):
        check_kind(kind, target.needs, kernel, preset)


@pytest.mark.parametrize(
    ("kind", "where", "problem"),
    [
        ("kprobe.multi", "vfs_raed*", "no function matches 'vfs_raed\\*' \\(ENOENT\\)"),
        ("kprobe.multi", "vfs-*", "pattern is invalid"),
        ("raw_tp", "sys_entr", "no tracepoint 'sys_entr'"),
        ("iter", "task", "hook kind 'iter' is not modelled"),
    ],
)
def test_what_no_kernel_has_is_refused(kind: str, where: str, problem: str) -> None:
    tiny = Tiny()
    program = tiny.links.load("p", kind, assemble(EMPTY))
    with pytest.raises(AttachError, match=problem):
        tiny.links.prepare_all(program, parse_target(kind, where, "test"), tiny.owner)
    assert tiny.links.links == []
    tiny.close()
