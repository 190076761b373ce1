"""The step debugger: every step back restores every byte, and steps come to what a run comes to."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.base.errors import ScenarioError, SimError
from sim.base.memory import load64
from sim.bpf.asm import assemble
from sim.debug import Session, show
from sim.debug.reach import parse_at
from sim.kernel.layout import P_INSN_CNT
from tests.objwriter import Obj

TUTORIALS = Path(__file__).resolve().parent.parent / "scenarios" / "tutorial"
OPENSNOOP = TUTORIALS / "01-opensnoop.yaml"
EXIT_OPENAT = "tracepoint:syscalls:sys_exit_openat"
SHORT = ("stop.time=40 ms", "warmup=0 ns")
# Prints a line in a function of its own, which it calls twice.
PRINTS = """
 r6 = 2
again:
 r1 = r6
 call pc-1
 r6 += -1
 if r6 != 0 goto again
 r0 = 0
 exit
"""
SAYS = """
 r3 = r1
 *(u32 *)(r10 - 8) = 0x64253d6e
 *(u32 *)(r10 - 4) = 10
 r1 = r10
 r1 += -8
 r2 = 6
 call bpf_trace_printk
 exit
"""


@pytest.fixture(scope="module")
def run() -> Iterator[Session]:
    with Session.at_hit(OPENSNOOP, f"{EXIT_OPENAT}:3", changes=SHORT) as session:
        yield session


@pytest.fixture
def fresh(run: Session) -> Session:
    run.step_back(1 << 20)
    run.breakpoints.clear()
    return run


def to_the_end(session: Session) -> int:
    while session.step():
        pass
    return session.nr_steps


def test_a_thousand_random_steps_there_and_back_restore_every_byte(fresh: Session) -> None:
    digests = [fresh.digest()]
    while fresh.step():
        digests.append(fresh.digest())
    assert len(digests) > 50
    assert len(set(digests)) == len(digests)
    dice, at, nr_steps = random.Random(7), len(digests) - 1, 0
    while nr_steps < 1_000:
        nr = dice.randint(1, 9)
        moved = fresh.step_back(nr) if dice.random() < 0.5 else fresh.step(nr)
        at += moved if fresh.nr_steps >= at else -moved
        nr_steps += moved
        assert fresh.nr_steps == at
        assert fresh.digest() == digests[at]


def test_stepping_comes_to_what_the_run_comes_to() -> None:
    changes = ("machine.cpus=1", "stop.time=400 ms")
    with Session.at_hit(OPENSNOOP, f"{EXIT_OPENAT}:5", changes=changes) as fifth:
        to_the_end(fifth)
        stepped = fifth.nr_insns
        links, link = fifth._arm.links, fifth.link
        before = load64(links.program_record(link.program) + P_INSN_CNT)
    with Session.at_hit(OPENSNOOP, f"{EXIT_OPENAT}:6", changes=changes) as sixth:
        links, link = sixth._arm.links, sixth.link
        assert load64(links.program_record(link.program) + P_INSN_CNT) - before == stepped


def test_a_step_says_what_it_changed(fresh: Session) -> None:
    fresh.add_breakpoint("map_delete_elem")
    assert str(fresh.forward()) == "bpf_map_delete_elem"
    starts = fresh.maps["starts"]
    nr_before = starts.nr_entries
    fresh.step()
    assert starts.nr_entries == nr_before - 1
    assert {change.where for change in fresh.changes} >= {"maps"}
    fresh.step_back()
    assert starts.nr_entries == nr_before


def test_breakpoints_stop_both_ways(fresh: Session) -> None:
    line = fresh.add_breakpoint(99)
    call = fresh.add_breakpoint("bpf_ringbuf_output")
    insn = fresh.add_breakpoint("insn 1")
    stops = [fresh.forward() for _ in range(4)]
    assert stops == [insn, line, call, None]
    assert fresh.is_done
    assert [fresh.backward() for _ in range(4)] == [call, line, insn, None]
    assert fresh.nr_steps == 0


def test_the_source_is_followed(fresh: Session) -> None:
    assert fresh.source is not None
    first = fresh.source.line_num
    fresh.next_line()
    assert fresh.source.line_num != first


def test_what_is_no_place_is_refused(fresh: Session) -> None:
    with pytest.raises(ScenarioError, match="no place 'bpf_map_delete_elm'") as caught:
        fresh.add_breakpoint("bpf_map_delete_elm")
    assert "bpf_map_delete_elem" in caught.value.suggestion


def test_it_is_shown_with_names(fresh: Session) -> None:
    fresh.add_breakpoint("bpf_map_lookup_elem")
    fresh.forward()
    text = "\n".join(show.place_lines(fresh))
    assert "01-opensnoop.bpf.c:90: start = bpf_map_lookup_elem(&starts, &tid);" in text
    assert "(map starts)" in text
    assert "(fp-4) -> " in text
    assert any("fp-8 " in line for line in show.stack_lines(fresh))
    assert any(line.startswith("events: ringbuf, ") for line in show.map_lines(fresh))
    assert any(line.startswith("=> ") for line in show.code_lines(fresh))
    assert "(ctx)" in "\n".join(show.register_lines(fresh))


def printing_scenario(folder: Path) -> Path:
    obj = Obj()
    shndx = obj.prog("kprobe/__x64_sys_getpid", "prints", assemble(PRINTS))
    obj.prog(".text", "says", assemble(SAYS))
    obj.reloc(shndx, 16, "says", 10)
    obj.section("license", b"GPL\0")
    (folder / "prints.bpf.o").write_bytes(obj.build())
    path = folder / "prints.yaml"
    text = OPENSNOOP.read_text(encoding="utf-8")
    head, _, _ = text.partition("arms:")
    arms = "arms:\n  - name: untraced\n  - name: traced\n    tracers:\n      - name: prints\n"
    rest = "        object: prints.bpf.o\nseed: 1\nstop: {time: 40 ms}\n"
    path.write_text(head + arms + rest, encoding="utf-8")
    return path


def test_what_is_printed_comes_and_goes(tmp_path: Path) -> None:
    with Session.at_hit(printing_scenario(tmp_path), "kprobe:__x64_sys_getpid") as session:
        to_the_end(session)
        assert [text.rpartition(": ")[2] for text in session.printed] == ["n=2\n", "n=1\n"]
        assert session.registers["r0"] == 0
        session.step_back(6)
        assert len(session.printed) == 1
        to_the_end(session)
        assert len(session.printed) == 2


def test_all_steps_can_be_had_as_data(fresh: Session) -> None:
    data = show.to_the_end(fresh)
    assert data["program"] == "exit_openat"
    assert len(data["steps"]) == fresh.nr_steps == fresh.nr_insns
    assert data["steps"][1]["insn"] == "call bpf_get_current_pid_tgid"
    assert data["steps"][1]["registers"] == {"r0": data["tgid"] << 32 | data["pid"]}
    assert data["steps"][-1]["cost_ps"] == fresh.cost_ps
    assert data["r0"] == 0


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("kprobe:vfs_read", ("kprobe:vfs_read", 1)),
        ("kprobe:vfs_read:12", ("kprobe:vfs_read", 12)),
        ("tracepoint:syscalls:sys_exit_openat:3", (EXIT_OPENAT, 3)),
        ("enter_openat:2", ("enter_openat", 2)),
    ],
)
def test_the_hit_is_read(text: str, parsed: tuple[str, int]) -> None:
    assert parse_at(text) == parsed


@pytest.mark.parametrize(
    ("at", "arm", "problem"),
    [
        ("kprobe:vfs_read", None, "no program is attached to kprobe:vfs_read"),
        (f"{EXIT_OPENAT}:1000000", None, "has no run 1000000"),
        (EXIT_OPENAT, "untraced", "there is no traced arm 'untraced'"),
    ],
)
def test_a_hit_that_never_comes_is_refused(at: str, arm: str | None, problem: str) -> None:
    with pytest.raises(SimError, match=problem):
        Session.at_hit(OPENSNOOP, at, arm=arm, changes=SHORT)


def test_the_command_reads_a_pipe() -> None:
    words = ["step", str(OPENSNOOP), "--at", f"{EXIT_OPENAT}:3", "--set", SHORT[0]]
    commands = "s 2\nbr bpf_ringbuf_output\nc\nr\nst\nm\nl\nw\nn\nb\nrc\nd\nc\ns\nbr x\nx\nq\n"
    done = subprocess.run(
        [sys.executable, "-m", "sim.cli.main", *words],
        input=commands,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    out = done.stdout
    assert out.startswith("exit_openat at tracepoint:syscalls:sys_exit_openat:3: ")
    for part in (
        "breakpoint: bpf_ringbuf_output",
        "end: r0 = 0; ",
        "the run has ended; `back` goes back",
        "there is no place 'x' to stop at",
        "there is no command 'x'",
    ):
        assert part in out
