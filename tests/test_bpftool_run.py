"""bpftool's verbs on a run directory, and from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim.base.errors import SimError
from sim.bpftool.maps import map_verb
from sim.bpftool.output import Form
from sim.bpftool.run_source import RunSource
from sim.cli.main import app
from sim.record.reader import read_table
from sim.record.writer import RecordWriter
from sim.run.api import run_file

SCENARIO = Path(__file__).resolve().parent / "bpftool" / "shapes.yaml"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_file(SCENARIO, tmp_path_factory.mktemp("runs") / "shapes")


def command(*words: object) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_maps_are_listed_with_what_the_kernel_says(run: Path) -> None:
    shown = json.loads(command("map", "show", run, "-j"))
    by_name = {one["name"]: one for one in shown}
    assert [one["id"] for one in shown] == list(range(1, len(shown) + 1))
    assert by_name["shapes.rodata"]["frozen"] == 1
    assert by_name["jumps"]["owner_prog_type"] == "raw_tracepoint"
    assert by_name["recent"]["type"] == "lru_percpu_hash"
    assert "btf_id" in by_name["shapes"]
    assert "btf_id" not in by_name["plain"]


def test_per_cpu_values_have_their_cpus(run: Path) -> None:
    shown = json.loads(command("map", "dump", run, "name", "recent", "-j"))
    assert [one["key"] for one in shown] == [["0x03", "0x00", "0x00", "0x00"]]
    assert [value["cpu"] for value in shown[0]["values"]] == [0, 1]
    typed = json.loads(command("map", "dump", run, "name", "percpu_slots", "-j"))
    assert [one["formatted"]["key"] for one in typed] == [0, 1]
    assert len(typed[1]["formatted"]["values"]) == 2


def test_a_key_is_looked_up_and_followed(run: Path) -> None:
    found = json.loads(
        command("map", "lookup", run, "name", "moods", "key", "2", "0", "0", "0", "-j")
    )
    assert found["formatted"] == {"key": 2, "value": "MOOD_CALM"}
    following = command(
        "map", "getnext", run, "name", "moods", "key", "hex", "00", "00", "00", "00"
    )
    assert following == "key:\n00 00 00 00\nnext key:\n01 00 00 00\n"
    result = CliRunner().invoke(app, ["map", "lookup", str(run), "name", "moods", "key", *"9000"])
    assert result.exit_code == 1
    assert result.stdout.endswith("Not found\n")


def test_global_variables_have_their_names(run: Path) -> None:
    shown = json.loads(command("map", "dump", run, "name", "shapes.bss", "-j"))
    (variables,) = shown[0]["formatted"]["value"][".bss"]
    assert variables["seen"][0] == 0


@pytest.mark.parametrize(
    "words",
    [
        "update name moods key 0 0 0 0 value 1 0 0 0",
        "delete name plain key 1 2 3 4 5 6",
        "push name line value 1 2 3 4",
        "pop name line",
        "freeze name plain",
    ],
)
def test_a_run_is_a_record(run: Path, words: str) -> None:
    with pytest.raises(SimError, match="a run that is over cannot be changed") as caught:
        map_verb(RunSource(run), words.split())
    assert "LiveSource" in caught.value.suggestion


def test_what_a_run_does_not_keep_is_said(run: Path) -> None:
    with pytest.raises(SimError, match="what was in map 'line' is not known"):
        map_verb(RunSource(run), ["dump", "name", "line"])


def test_a_dump_that_was_cut_says_so(run: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cut"
    with RecordWriter(folder) as writer:
        cell = {"arm": "traced", "replication": 0}
        writer.append("machine", **cell, key="horizon_ns", value=1)
        info = dict(zip(_COLUMNS, _CUT, strict=True))
        writer.append("map_info", **cell, **info)
        writer.append(
            "map_entries", **cell, tracer="t", map="m", cpu=-1, key="01000000", value="02"
        )
    (folder / "status.json").write_text('{"state": "complete"}')
    for form in Form:
        done = map_verb(RunSource(folder), ["dump", "name", "m"], form)
        assert done.note == "m: 6 more elements are not shown: a run keeps 4096 keys of a map"


_COLUMNS = (
    *("tracer", "map", "id", "name", "map_type", "key_size", "value_size", "max_entries"),
    *("map_flags", "map_extra", "frozen", "btf_id", "memlock_bytes", "owner", "charged_bytes"),
    *("key_cost_bytes", "cpu_cost_bytes", "kept_entries", "left_out_entries"),
)
_CUT = ("t", "m", 1, "m", "BPF_MAP_TYPE_HASH", 4, 1, 9, 0, 0, 0, 0, 4096, "", 1000, 64, 40, 1, 6)


def test_programs_ran_and_say_so(run: Path) -> None:
    shown = {one["name"]: one for one in json.loads(command("prog", "show", run, "-j"))}
    assert list(shown) == ["on_read", "on_enter", "on_openat", "on_open"]
    assert shown["on_enter"]["type"] == "raw_tracepoint"
    assert all(one["run_cnt"] > 0 and one["run_time_ns"] > 0 for one in shown.values())
    tables = read_table(run, "programs")
    ran = dict(zip(tables["prog"], tables["run_cnt"].tolist(), strict=True))
    assert {name: one["run_cnt"] for name, one in shown.items()} == ran


def test_instructions_come_with_their_source(run: Path) -> None:
    shown = command("prog", "dump", run, "xlated", "name", "on_open", "linum")
    assert shown == (
        "int on_open(void * ctx):\n"
        "; return 0; [file:./shapes.bpf.c line_num:162 line_col:2]\n"
        "   0: (b4) w0 = 0\n"
        "   1: (95) exit\n"
    )
    maps = {one["name"]: one["id"] for one in json.loads(command("map", "show", run, "-j"))}
    whole = command("prog", "dump", run, "xlated", "name", "on_read")
    assert f"r1 = map[id:{maps['shapes']}]\n" in whole
    assert f"r1 = map[id:{maps['shapes.bss']}][0]+0\n" in whole


def test_links_and_btf_point_to_programs(run: Path) -> None:
    links = json.loads(command("link", "show", run, "-j"))
    assert [one["type"] for one in links] == [
        "perf_event",
        "raw_tracepoint",
        "perf_event",
        "tracing",
    ]
    assert links[1]["tp_name"] == "sys_enter"
    vmlinux, of_object = json.loads(command("btf", "list", run, "-j"))
    assert vmlinux["kernel"] is True
    assert of_object["prog_ids"] == [1, 2, 3, 4]
    assert command("btf", "list", run).startswith("1: name [vmlinux]  size ")


def test_an_arm_and_a_map_that_are_not_there_are_refused(run: Path) -> None:
    with pytest.raises(SimError, match="no arm 'tracd'") as caught:
        RunSource(run, "tracd")
    assert "traced" in caught.value.suggestion
    with pytest.raises(SimError, match="no replication 3"):
        RunSource(run, replication=3)
    with pytest.raises(SimError, match="no map with name 'mods'"):
        map_verb(RunSource(run), ["dump", "name", "mods"])
    with pytest.raises(SimError, match="no verb 'dumpp'"):
        map_verb(RunSource(run), ["dumpp"])
    assert map_verb(RunSource(run, "untraced"), ["show"], Form.JSON).text == "[]\n"
