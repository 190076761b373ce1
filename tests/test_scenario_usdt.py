"""USDT probes that a scenario declares: places, arguments, and what attaching takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sim.base.errors import AttachError, SimError
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.hooks.target import Choice, Target, expand
from sim.hooks.usdt import on_kernel
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.usdt_args import PT_REGS
from sim.loader.usdt_attach import UsdtManager
from sim.run.binaries import user_functions
from sim.run.usdt_places import placed_steps
from tests.test_scenario_user_code import _changed, _load

DOES = "machine__binaries__/usr/bin/server__functions__parse__does"


def _usdt(name: str, **more: Any) -> dict[str, Any]:
    return {"usdt": {"provider": "server", "name": name, **more}}


def _names(tmp_path: Path, steps: list[Any]) -> list[str]:
    scenario = _load(tmp_path, _changed(**{DOES: steps}))
    functions = [one.name for one in user_functions(scenario)]
    return [*functions, *(one.place.name for one in placed_steps(scenario))]


def _target(text: str) -> Target:
    return parse_target("usdt", text, "test")


def test_arguments_are_in_the_registers_and_memory_that_their_note_says(tmp_path: Path) -> None:
    args = "-4@%eax 8@-8(%rbp) 4@$5 8@16(%rbp)"
    steps = [{"maybe": {"frac": 1, "steps": [_usdt("a", args=args, values=[1, 2, 5, 3])]}}]
    (one,) = placed_steps(_load(tmp_path, _changed(**{DOES: steps})))
    assert one.place.registers == (PT_REGS["rax"], PT_REGS["rbp"])
    assert one.values == (1, ((-8, 8, 2), (16, 8, 3)))


def test_arguments_are_in_registers_unless_it_says_more(tmp_path: Path) -> None:
    (one,) = placed_steps(_load(tmp_path, _changed(**{DOES: [_usdt("a", values=[1, "x"])]})))
    assert one.place.args == "-8@%rdi -8@%rsi"
    assert one.values == (1, "x")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"args": "8@%rax", "values": []}, "1 arguments and 0 values"),
        ({"args": "4@$5", "values": [6]}, "argument 0 cannot have the value 6"),
        ({"args": "8@%rax 8@%rax", "values": [1, 2]}, "argument 1 cannot have"),
        ({"args": "8@%xmm0", "values": [1]}, "unrecognized register 'xmm0'"),
    ],
)
def test_arguments_that_cannot_be_are_refused(
    tmp_path: Path, more: dict[str, Any], message: str
) -> None:
    scenario = _load(tmp_path, _changed(**{DOES: [_usdt("a", **more)]}))
    with pytest.raises(SimError) as caught:
        placed_steps(scenario)
    assert message in str(caught.value)


def test_every_place_of_a_probe_is_attached_and_no_other(tmp_path: Path) -> None:
    names = _names(tmp_path, [_usdt("a"), _usdt("b"), _usdt("a")])
    parts = expand(_target("server:server:a"), names)
    assert [part.site for part in parts] == [
        "/usr/bin/server:server:a@parse+0x10",
        "/usr/bin/server:server:a@parse+0x20",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("/usr/bin/server:server:c", "failed to find USDT 'server:c'"),
        ("/usr/bin/none:server:a", "failed to open /usr/bin/none"),
        ("/usr/bin/server:a", "invalid section 'usdt//usr/bin/server:a'"),
    ],
)
def test_a_probe_that_is_not_there_is_refused(tmp_path: Path, text: str, message: str) -> None:
    names = _names(tmp_path, [_usdt("a")])
    with pytest.raises(AttachError) as caught:
        expand(_target(text), names)
    assert message in str(caught.value)


def test_a_probe_in_a_request_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SimError, match="stands in a function"):
        _load(tmp_path, _changed(workloads__0__request=[_usdt("a")]))


def test_places_are_attached_by_one_link_where_the_kernel_can() -> None:
    target = _target("/b:p:n")
    assert on_kernel(target, "6.1").attach_price == ""
    assert on_kernel(target, "6.12").attach_price == "attach.uprobe_multi"


def test_an_object_without_the_headers_maps_is_refused(tmp_path: Path) -> None:
    scenario = _load(tmp_path, _changed(**{DOES: [_usdt("a")]}))
    machine = Machine(
        MachineConfig(
            "6.1",
            1,
            1,
            lambda _key: 0,
            user_functions=user_functions(scenario),
            user_places=tuple(one.place for one in placed_steps(scenario)),
        )
    )
    links = Links(machine)
    program = links.load("p", "usdt", b"\xb7" + bytes(7) + b"\x95" + bytes(7))
    manager = UsdtManager(machine, links, {})
    with pytest.raises(AttachError, match="no map '__bpf_usdt_specs'"):
        manager.attach(program, _target("/usr/bin/server:server:a"), 2, Choice())
    assert links.links == []
    machine.close()
