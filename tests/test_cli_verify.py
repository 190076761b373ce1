"""``bpfsim verify``: tables, comparisons, JSON, jobs and exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.bpf.verifier.spec import Verdict, VerdictKind
from sim.cli.verify_table import Side, compare_data, print_comparison, print_side
from sim.loader.verify_object import ProgramVerdict
from tests.record_verdicts import DATA

ROOT = Path(__file__).resolve().parent.parent
OPENSNOOP = str(ROOT / "scenarios" / "tutorial" / "01-opensnoop.bpf.o")
SYSCOUNT = str(ROOT / "scenarios" / "tutorial" / "02-syscount.bpf.o")
ACCEPT = "b700000000000000 9500000000000000"


def run_verify(*words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sim.cli.main", "verify", *words]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def shown(side: Side, *, is_verbose: bool = False) -> list[str]:
    from rich.console import Console

    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        print_side(side, console, is_verbose=is_verbose)
    return [line.rstrip() for line in capture.get().splitlines()]


def verdict_of(name: str, kind: VerdictKind, **more: object) -> ProgramVerdict:
    verdict = Verdict(kind, **more)  # type: ignore[arg-type]
    return ProgramVerdict(name, f"kprobe/{name}", 7, verdict)


def test_the_tutorials_objects_are_accepted():
    for path in (OPENSNOOP, SYSCOUNT):
        done = run_verify(path)
        assert done.returncode == 0, done.stdout + done.stderr
        head, *rows, summary = done.stdout.splitlines()
        assert head.split() == [
            "File",
            "Program",
            "Verdict",
            "Insns",
            "States",
            "Peak",
            "states",
            "Stack",
        ]
        assert all(row.split()[2] == "accept" for row in rows)
        assert summary == f"Linux 6.1: {len(rows)} accepted, 0 refused."


def test_one_program_can_be_chosen():
    done = run_verify(OPENSNOOP, "--prog", "exit_openat", "--json")
    found = json.loads(done.stdout)
    assert [one["name"] for one in found["programs"]] == ["exit_openat"]
    only = found["programs"][0]
    assert only["section"] == "tracepoint/syscalls/sys_exit_openat"
    assert (only["verdict"], only["errno"]) == ("accept", 0)
    assert only["insns_processed"] > 0


def test_two_objects_are_compared_program_by_program():
    done = run_verify(OPENSNOOP, "--compare", SYSCOUNT, "--json")
    rows = {row["name"]: row for row in json.loads(done.stdout)["programs"]}
    assert rows["enter_openat"]["verdict_a"] == rows["enter_openat"]["verdict_b"] == "accept"
    assert rows["enter_read"]["verdict_a"] is None
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ((), "there is nothing to verify"),
        (("no-such-file.bpf.o",), "cannot be read"),
        ((OPENSNOOP, "--kernel", "4.4"), "no kernel is called '4.4'"),
        ((OPENSNOOP, "--prog", "nobody"), "has no program 'nobody'"),
        ((OPENSNOOP, "--jobs", "x"), "--jobs and a file exclude each other"),
        ((OPENSNOOP, SYSCOUNT, "--compare", OPENSNOOP), "--compare and --cfg take one object"),
        ((str(ROOT / "docs"),), "the directory has no BPF object"),
        (("--jobs", "-", "--engine", "x"), "no engine is called 'x'"),
        ((OPENSNOOP, "--btf", OPENSNOOP), "BTF starts with"),
    ],
)
def test_bad_input_is_one_block_and_exit_2(words, problem):
    done = run_verify(*words)
    assert done.returncode == 2
    assert done.stdout == "" and problem in done.stderr and "Traceback" not in done.stderr


def test_several_files_and_directories_give_one_table(tmp_path):
    for name, source in (("b.bpf.o", SYSCOUNT), ("a.bpf.o", OPENSNOOP)):
        (tmp_path / name).write_bytes(Path(source).read_bytes())
    done = run_verify(OPENSNOOP, str(tmp_path))
    head, *rows, summary = done.stdout.splitlines()
    assert done.returncode == 0 and head.startswith("File")
    files = list(dict.fromkeys(row.split()[0] for row in rows))
    assert files == ["01-opensnoop.bpf.o", "a.bpf.o", "b.bpf.o"]
    assert summary == f"Linux 6.1: {len(rows)} accepted, 0 refused."


def test_several_files_are_a_list_in_json_and_so_is_a_directory(tmp_path):
    (tmp_path / "a.bpf.o").write_bytes(Path(OPENSNOOP).read_bytes())
    several = json.loads(run_verify(OPENSNOOP, SYSCOUNT, "-j").stdout)
    assert [each["file"] for each in several] == ["01-opensnoop.bpf.o", "02-syscount.bpf.o"]
    one = json.loads(run_verify(OPENSNOOP, "--json").stdout)
    assert several[0] == {"file": "01-opensnoop.bpf.o", **one}
    directory = json.loads(run_verify(str(tmp_path), "-j").stdout)
    assert [each["file"] for each in directory] == ["a.bpf.o"]


def test_a_file_among_several_that_cannot_be_read_is_exit_2():
    done = run_verify(OPENSNOOP, "no-such-file.bpf.o")
    assert done.returncode == 2 and "cannot be read" in done.stderr


def test_a_refusal_among_several_files_is_exit_1(monkeypatch, capsys):
    import typer

    from sim.cli import verify as module

    def verified(file: Path, kernel: str, **_: object) -> Side:
        kind = VerdictKind.REJECT if file.name == "b.bpf.o" else VerdictKind.ACCEPT
        return Side(kernel, [(file.name, verdict_of("p", kind))])

    monkeypatch.setattr(module, "verify_file", verified)
    with pytest.raises(typer.Exit) as raised:
        module.verify([Path("a.bpf.o"), Path("b.bpf.o"), Path("c.bpf.o")])
    assert raised.value.exit_code == 1
    assert "2 accepted, 1 refused" in capsys.readouterr().out


def test_the_table_of_several_files_comes_after_their_logs():
    from rich.console import Console

    side = Side("6.1", [("o.bpf.o", verdict_of("p", VerdictKind.REJECT, errno=13, log="why\n"))])
    console = Console(width=120, color_system=None)
    with console.capture() as capture:
        print_side(side, console, is_verbose=False, at_end=True)
    lines = [line.rstrip() for line in capture.get().splitlines()]
    assert lines[:3] == ["o.bpf.o: program 'p'", "why", ""]
    assert lines[-1] == "Linux 6.1: 0 accepted, 1 refused."


def test_jobs_are_answered_in_order_and_comments_passed_over():
    jobs = [
        json.dumps({"id": "first", "insns": ACCEPT}),
        "# a comment",
        "",
        json.dumps({"kind": "nop"}),
        "no job",
    ]
    done = run_verify("--jobs", "-", text="\n".join(jobs))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["first", 1, 2]
    assert [answer.get("stage") for answer in answers] == [None, None, "bad_job"]
    assert done.returncode == 0


def test_a_recorded_file_of_jobs_can_be_named():
    done = run_verify("--jobs", str(DATA / "btf_load.jobs.jsonl"))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 64 and answers[0]["id"] == "btf int size 3"


def test_verifying_loads_no_engine():
    code = (
        "import sys; from sim.cli.verify import verify_file; from pathlib import Path;"
        f"verify_file(Path({OPENSNOOP!r}), '6.1');"
        "print([m for m in ('numba', 'llvmlite', 'numpy', 'simpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_refusal_shows_the_end_of_its_log():
    log = "".join(f"line {i}\n" for i in range(30))
    side = Side("6.1", [("o.bpf.o", verdict_of("p", VerdictKind.REJECT, errno=13, log=log))])
    lines = shown(side)
    assert lines[1].split() == ["o.bpf.o", "p", "reject", "(EACCES)", "0", "0", "0", "0"]
    assert lines[2] == "Linux 6.1: 0 accepted, 1 refused."
    assert lines[4:7] == ["o.bpf.o: program 'p'", "… 10 lines before (-v shows them)", "line 10"]
    assert "line 0" in shown(side, is_verbose=True)


def test_what_is_not_modelled_is_counted_apart():
    found = verdict_of("p", VerdictKind.NOT_MODELLED, why="arena maps")
    lines = shown(Side("6.12", [("o.bpf.o", found)]))
    assert "Linux 6.12: 0 accepted, 0 refused, 1 not modelled." in lines
    assert lines[-1] == "arena maps"


def test_a_comparison_says_what_changed():
    from rich.console import Console

    a = Side("6.1", [("o", verdict_of("p", VerdictKind.ACCEPT, insns_processed=200))])
    b = Side("6.12", [("o", verdict_of("p", VerdictKind.REJECT, errno=22, insns_processed=150))])
    console = Console(width=200, color_system=None)
    with console.capture() as capture:
        print_comparison(a, b, console)
    row = capture.get().splitlines()[4].split()
    assert row[:8] == ["p", "accept", "reject", "(EINVAL)", "MISMATCH", "200", "150", "−50"]
    assert row[8] == "(−25.00%)"
    assert compare_data(a, b)["programs"][0]["insns_processed_b"] == 150
