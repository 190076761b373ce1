"""Processes with user code, declared in a scenario: calls, branches, probes at functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.run import load
from sim.base.errors import SimError
from sim.bpf.asm import assemble
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import load_object
from sim.run.api import run_file
from sim.run.binaries import flat_steps, user_functions
from sim.run.objects import prepare_objects
from sim.run.scenario import load_scenario, resolved_yaml
from tests.objwriter import Obj
from tests.truths import free_tracing
from tests.user_elf import build_elf

SERVER: dict[str, Any] = {
    "schema": 1,
    "name": "server",
    "machine": {
        "cpus": 1,
        "binaries": {
            "/usr/bin/server": {
                "functions": {
                    "handle_request": {
                        "does": [{"call": "parse"}, {"call": {"function": "query", "repeat": 2}}],
                        "returns": "ok",
                    },
                    "parse": {"does": [{"user": "2 us"}]},
                    "idle": {},
                }
            },
            "/usr/lib/libdb.so.5": {
                "functions": {
                    "query": {
                        "does": [
                            {"maybe": {"frac": 0.5, "steps": [{"user": "1 us"}]}},
                            {"getpid": {}},
                        ],
                        "instruction": "other",
                    }
                }
            },
        },
    },
    "workloads": [
        {
            "name": "server",
            "binary": "/usr/bin/server",
            "arrivals": {"kind": "closed", "clients": 1, "think": "1 us"},
            "request": [{"call": {"function": "handle_request", "args": [1, "GET"]}}],
        }
    ],
    "arms": [{"name": "untraced"}],
    "stop": {"requests": 50},
}


def _changed(**changes: Any) -> dict[str, Any]:
    data = yaml.safe_load(yaml.safe_dump(SERVER))
    for path, value in changes.items():
        *parents, last = path.split("__")
        at = data
        for key in parents:
            at = at[int(key) if key.isdigit() else key]
        at[last] = value
    return data


def _load(tmp_path: Path, data: dict[str, Any]) -> Any:
    file = tmp_path / "server.yaml"
    file.write_text(yaml.safe_dump(data, sort_keys=False))
    return load_scenario(file)


def test_functions_have_places_and_first_instructions(tmp_path: Path) -> None:
    handle, parse, idle, query = user_functions(_load(tmp_path, SERVER))
    assert (handle.name, query.name) == (
        "/usr/bin/server:handle_request",
        "/usr/lib/libdb.so.5:query",
    )
    assert parse.address - handle.address == parse.offset - handle.offset > 0
    assert idle.price == "hook.uprobe" and query.price == "hook.uprobe_singlestep"


def test_a_request_is_flattened_through_its_calls(tmp_path: Path) -> None:
    scenario = _load(tmp_path, SERVER)
    steps = flat_steps(scenario.machine, scenario.workloads[0])
    assert [next(iter(type(step).model_fields)) for _, step in steps] == [
        *("call", "call", "user", "call", "maybe", "getpid")
    ]


def test_a_scenario_with_binaries_reads_back_as_it_was(tmp_path: Path) -> None:
    scenario = _load(tmp_path, SERVER)
    assert _load(tmp_path, yaml.safe_load(resolved_yaml(scenario))) == scenario


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"workloads__0__request": [{"call": "handel"}]}, "no function 'handel' to call"),
        ({"workloads__0__binary": "/usr/bin/servr"}, "no binary '/usr/bin/servr'"),
        ({"workloads__0__request": [{"call": "/usr/bin/server:query"}]}, "no function"),
        (
            {"machine__binaries": {"/b": {"functions": {"f": {"does": [{"call": "f"}]}}}},
             "workloads__0__binary": "/b", "workloads__0__request": [{"call": "f"}]},
            "in a cycle",
        ),
        (
            {"machine__binaries": {"/b": {"functions": {"f": {"does": [{"fsync": {}}]}}}},
             "workloads__0__binary": "/b", "workloads__0__request": [{"call": "f"}]},
            "fsync has no open file",
        ),
        ({"machine__binaries": {"server": {"functions": {"f": {}}}}}, "no absolute path"),
        ({"machine__binaries": {"/b": {"functions": {"f": {"does": [{"openat": {}}]}}}}},
         "not in a function"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_made_is_refused(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(SimError) as caught:
        _load(tmp_path, _changed(**changes))
    assert message in str(caught.value)


def test_a_real_file_says_where_its_functions_are(tmp_path: Path) -> None:
    text = ".globl query\n.type query,@function\nquery: ret\n.size query,1\n"
    made = build_elf(tmp_path, text, has_base=False)
    binary = {"file": made.name, "functions": {"query": {}}}
    path = "machine__binaries"
    one = {"workloads__0__binary": "/b.so", "workloads__0__request": [{"call": "query"}]}
    (query,) = user_functions(_load(tmp_path, _changed(**{path: {"/b.so": binary}}, **one)))
    assert made.read_bytes()[query.offset] == 0xC3
    assert query.price == "hook.uprobe_singlestep"


def test_a_function_that_a_real_file_lacks_is_refused(tmp_path: Path) -> None:
    made = build_elf(tmp_path, ".globl f\n.type f,@function\nf: ret\n", has_base=False)
    binary = {"file": made.name, "functions": {"query": {}}}
    one = {"workloads__0__binary": "/b.so", "workloads__0__request": [{"call": "query"}]}
    scenario = _load(tmp_path, _changed(machine__binaries={"/b.so": binary}, **one))
    with pytest.raises(SimError, match="failed to find symbol 'query'"):
        user_functions(scenario)


PROGRAMS = {
    "at_parse": "uprobe//usr/bin/server:parse",
    "after": "uretprobe.s/libdb.so.5:query",
    "many": "uprobe.multi//usr/bin/server:*",
    "chosen": "uprobe",
    "elsewhere": "uprobe",
}


def _traced(tmp_path: Path, programs: dict[str, str], **tracer: Any) -> dict[str, Any]:
    obj = Obj()
    obj.section("license", b"GPL\0")
    for name, section in programs.items():
        obj.prog(section, name, assemble("r0 = 0\nexit"))
    (tmp_path / "t.bpf.o").write_bytes(obj.build())
    traced = {"name": "traced", "tracers": [{"name": "t", "object": "t.bpf.o", **tracer}]}
    return _changed(arms=[{"name": "untraced"}, traced])


def test_programs_attach_from_their_sections_and_from_the_scenario(tmp_path: Path) -> None:
    other = {**SERVER["workloads"][0], "name": "other", "request": [{"call": "parse"}]}
    data = _traced(
        tmp_path,
        PROGRAMS,
        attach={"chosen": "uprobe:server:parse", "elsewhere": "uprobe:server:parse"},
        processes={"chosen": "server", "elsewhere": "other"},
        cookies={"at_parse": 7, "many": {"parse": 5}},
    )
    data["machine"]["kernel"] = "6.12"
    data["workloads"].append(other)
    data["machine"]["cpus"] = 3
    data["stop"] = {"time": "20 ms"}
    # all are there from the start, so that their counts can be compared
    data["machine"]["profile"] = free_tracing(tmp_path, ("attach.",)).partition("=")[2]
    file = tmp_path / "server.yaml"
    file.write_text(yaml.safe_dump(data, sort_keys=False))
    run = load(run_file(file, tmp_path / "run"))
    programs = run.df_programs().set_index("prog")["run_cnt"]
    calls = programs["at_parse"]
    assert calls > 100
    assert programs["chosen"] + programs["elsewhere"] == calls
    assert min(programs["chosen"], programs["elsewhere"]) > 20
    assert abs(programs["after"] - 2 * programs["chosen"]) <= 4  # two calls of each request
    assert abs(programs["many"] - calls - programs["chosen"]) <= 4


def _refusal(tmp_path: Path, kernel: str, section: str) -> str:
    data = _traced(tmp_path, {"p": section})
    data["machine"]["kernel"] = kernel
    with pytest.raises(SimError) as caught:
        prepare_objects(_load(tmp_path, data))
    return str(caught.value)


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("uprobe//usr/bin/server:pars", "elf: failed to find symbol 'pars' in '/usr/bin/server'"),
        ("uprobe//usr/bin/none:f", "elf: failed to open /usr/bin/none: No such file"),
        ("uprobe/libd.so:f", "failed to resolve full path for 'libd.so'"),
        ("uprobe//usr/bin/server:parse+3", "no instruction at +0x3"),
        ("uretprobe//usr/bin/server:parse+3", "do not support offset"),
        ("uprobe.multi//usr/bin/server:x*", "failed to resolve pattern 'x*'"),
        ("uprobe.multi//usr/bin/server", "invalid format of section definition"),
    ],
)
def test_a_place_in_no_binary_is_refused_in_libbpfs_words(
    tmp_path: Path, section: str, words: str
) -> None:
    assert words in _refusal(tmp_path, "6.12", section)


def test_links_at_many_places_need_a_kernel_that_has_them(tmp_path: Path) -> None:
    data = _traced(tmp_path, {"p": "uprobe.multi//usr/bin/server:*"})
    scenario = _load(tmp_path, data)
    (prepared,) = prepare_objects(scenario)
    machine = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0))
    with pytest.raises(
        SimError, match=r"uprobe\.multi cannot be attached on Linux 6\.1 \(EINVAL\)"
    ):
        load_object(machine, Links(machine), prepared.spec, 2)
    machine.close()
