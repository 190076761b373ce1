"""Output fits its reader: JSON from every verb, plain text in a pipe, colours only where wanted."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from sim.base.errors import SimError
from sim.cli import main as cli
from sim.cli.errors import guarded
from sim.cli.main import app
from sim.cli.output import error_data, print_json, stdout_console
from sim.run.outdir import RunDir
from sim.run.runner import run_scenario
from sim.run.scenario import load_scenario
from tests.scenarios import SMALL, TUTORIAL, small_file

Call = Callable[..., tuple[int, str, str]]
SHORT = SMALL.replace("time: 20 ms", "time: 10 ms")
VERBS = sorted(
    name if not hasattr(command, "commands") else f"{name} {inner}"
    for name, command in typer.main.get_command(app).commands.items()
    for inner in getattr(command, "commands", ("",))
)
# Verbs that take long enough to show how far they are.
WITH_PROGRESS = ("run", "rerun")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scenario beside one finished run of it, ``done``."""
    found = tmp_path_factory.mktemp("output")
    path = small_file(found, SHORT)
    run_scenario(load_scenario(path, ["replications=2"]), RunDir(found / "done"))
    return found


@pytest.fixture
def bpfsim(monkeypatch: Any, capsys: Any, folder: Path) -> Call:
    monkeypatch.setenv("BPFSIM_DEBUG", "0")
    monkeypatch.chdir(folder)

    def call(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bpfsim", *map(str, args)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return int(caught.value.code or 0), out, err

    return call


def _options(verb: str) -> dict[str, str]:
    """Return the option names of a verb, and the parameter each of them sets."""
    command = typer.main.get_command(app)
    for word in verb.split():
        command = command.commands[word]
    return {option: str(param.name) for param in command.params for option in param.opts}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_json(verb: str) -> None:
    # `guarded` looks for the parameter by this name, to put errors into the document.
    assert _options(verb).get("--json") == "as_json"


@pytest.mark.parametrize("verb", WITH_PROGRESS)
def test_verbs_with_progress_have_quiet(verb: str) -> None:
    assert _options(verb)["--quiet"] == "quiet"


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (("run", "small.yaml", "--no-report", "-q", "-o", "json", "--force"), "comparison"),
        (("validate", "small.yaml"), "is_valid"),
        (("validate", "small.yaml", "--resolved"), "resolved"),
        (("compare", "done", "done"), "figures"),
        (("rerun", "done", "-q"), "is_identical"),
        (("disasm", TUTORIAL / "01-opensnoop.bpf.o"), "sections"),
        (("disasm", TUTORIAL / "01-opensnoop.bpf.o", "-p", "exit_openat"), "insns"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_json_is_one_document_and_nothing_else(
    bpfsim: Call, args: tuple[object, ...], key: str
) -> None:
    status, out, err = bpfsim(*args, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)[key] is not False


@pytest.mark.parametrize(
    "args",
    [
        ("run", "none.yaml"),
        ("validate", "none.yaml"),
        ("compare", "none", "done"),
        ("rerun", "none"),
        ("build", "none.bpf.c"),
        ("asm", "none.s"),
        ("disasm", "none.bpf.o"),
    ],
    ids=lambda args: args[0],
)
def test_an_error_is_a_document_too(bpfsim: Call, args: tuple[str, ...]) -> None:
    status, out, err = bpfsim(*args, "--json")
    assert status == 2
    error = json.loads(out)["error"]
    assert set(error) == {"type", "problem", "where", "reason", "suggestion"}
    assert err.startswith(f"bpfsim: {error['problem']}\n")
    assert bpfsim(*args) == (2, "", err)


def test_several_errors_are_listed(bpfsim: Call) -> None:
    changes = ("--set", "warmup=1", "--set", "machine.cpus=0")
    status, out, _ = bpfsim("validate", "small.yaml", "--json", *changes)
    assert status == 2
    error = json.loads(out)["error"]
    assert sorted(one["where"] for one in error["errors"]) == [
        "--set: machine.cpus",
        "--set: warmup",
    ]


def test_a_bug_and_an_interruption_are_documents_too(capsys: Any) -> None:
    def broken(as_json: bool = False) -> None:
        raise ZeroDivisionError("by zero")

    def stopped(as_json: bool = False) -> None:
        raise KeyboardInterrupt

    for verb, kind, status in ((broken, "InternalError", 70), (stopped, "Interrupted", 130)):
        with pytest.raises(typer.Exit) as caught:
            guarded(verb)(as_json=True)
        assert caught.value.exit_code == status
        out, err = capsys.readouterr()
        assert json.loads(out)["error"]["type"] == kind
        assert err
        with pytest.raises(typer.Exit):
            guarded(verb)(as_json=False)
        assert capsys.readouterr().out == ""


def test_json_refuses_what_json_does_not_have(capsys: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        print_json({"value": float("nan")})
    print_json(error_data(SimError("p", where="w", reason="r", suggestion="s")))
    assert json.loads(capsys.readouterr().out) == {
        "type": "SimError",
        "problem": "p",
        "where": "w",
        "reason": "r",
        "suggestion": "s",
    }


def test_replications_can_be_given_on_the_command_line(bpfsim: Call) -> None:
    args = ("run", "small.yaml", "--no-report", "-q", "--json", "-o", "two", "--force")
    data = json.loads(bpfsim(*args, "--replications", 2)[1])
    assert data["replications"] == [0, 1]
    assert {row["nr_replications"] for row in data["comparison"]} == {2}
    assert all(row["half_width"] is not None for row in data["comparison"])
    status, _, err = bpfsim(*args, "--replications", 0)
    assert status == 2
    assert "where: --replications: replications" in err


def _environment(**changes: str) -> dict[str, str]:
    dropped = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "TTY_COMPATIBLE")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    root = str(Path(__file__).resolve().parent.parent)
    return {**kept, "PYTHONPATH": root, "TERM": "xterm-256color", **changes}


def _command(*args: str) -> list[str]:
    return [sys.executable, "-m", "sim.cli.main", *args]


def _piped(folder: Path, *args: str, **changes: str) -> subprocess.CompletedProcess[str]:
    env = _environment(**changes)
    return subprocess.run(
        _command(*args), cwd=folder, env=env, capture_output=True, text=True, check=True
    )


def _on_a_terminal(folder: Path, columns: int, *args: str, **changes: str) -> str:
    """Run a verb whose stdout and stderr are a terminal, and return what it printed there."""
    main, end = pty.openpty()
    env = _environment(COLUMNS=str(columns), **changes)
    with subprocess.Popen(_command(*args), cwd=folder, env=env, stdout=end, stderr=end) as child:
        os.close(end)
        printed = io.BytesIO()
        while True:
            try:
                chunk = os.read(main, 1 << 16)
            except OSError:  # what Linux says when the other end is closed
                break
            if not chunk:
                break
            printed.write(chunk)
    os.close(main)
    assert child.returncode == 0
    return printed.getvalue().decode()


RUN = ("run", "small.yaml", "--no-report", "--force", "-o", "shown")


@pytest.mark.parametrize("changes", [{}, {"COLUMNS": "40"}, {"NO_COLOR": "1"}], ids=str)
def test_a_pipe_gets_whole_lines_of_plain_text(folder: Path, changes: Mapping[str, str]) -> None:
    done = _piped(folder, *RUN, **changes)
    lines = done.stdout.splitlines()
    assert "\x1b" not in done.stdout
    assert not any(character in done.stdout for character in "│┃━─┏╭")
    assert all(line == line.rstrip() for line in lines)
    assert any(len(line) > 120 for line in lines)
    (hook,) = (line for line in lines if "enter_openat at tracepoint" in line)
    assert hook.endswith("opensnoop/enter_openat at tracepoint:syscalls:sys_enter_openat")
    # Progress is no result: what there is of it went to stderr, as lines.
    assert "bpfsim:" not in done.stdout
    assert all(line.startswith("bpfsim: ") for line in done.stderr.splitlines())


def test_quiet_prints_nothing_but_where_the_results_are(folder: Path) -> None:
    done = _piped(folder, *RUN, "--quiet")
    assert (done.stdout, done.stderr) == ("shown\n", "")


def test_an_encoding_that_lacks_characters_is_no_bug(folder: Path) -> None:
    done = _piped(folder, "compare", "done", "done", "--all", PYTHONIOENCODING="ascii")
    assert "latency_p99_ns" in done.stdout
    assert "?" in done.stdout
    assert done.stdout.isascii()


def test_a_terminal_gets_lines_that_fit_it(folder: Path) -> None:
    printed = _on_a_terminal(folder, 60, "compare", "done", "done", "--all")
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", printed)
    lines = plain.replace("\r\n", "\n").splitlines()
    table = lines[lines.index("Arm untraced") :]
    assert max(len(line) for line in table) <= 60
    assert "\x1b[1m" in printed


def test_no_color_is_respected_on_a_terminal(folder: Path) -> None:
    args = ("run", "small.yaml", "--no-report", "-q", "--force", "-o", "shown")
    assert _on_a_terminal(folder, 80, *args, NO_COLOR="1") == "shown\r\n"
    printed = _on_a_terminal(folder, 80, "compare", "done", "done", "--all", NO_COLOR="1")
    # Bold and dim are no colours; a colour is 30 to 49, or 90 to 107.
    codes = re.findall(r"\x1b\[([0-9;]*)m", printed)
    numbers = {int(part) for code in codes for part in code.split(";") if part}
    assert numbers <= {0, 1, 2, 22}


def test_progress_on_a_terminal_goes_to_stderr(folder: Path) -> None:
    main, end = pty.openpty()
    with subprocess.Popen(
        _command(*RUN, "--json"), cwd=folder, env=_environment(), stdout=subprocess.PIPE, stderr=end
    ) as child:
        os.close(end)
        assert child.stdout is not None
        # a terminal that nobody reads fills up, and whoever writes to it waits
        reader = threading.Thread(target=_drain, args=(main,), daemon=True)
        reader.start()
        out = child.stdout.read()
    reader.join()
    os.close(main)
    assert child.returncode == 0
    assert json.loads(out)["run_dir"] == "shown"


def _drain(terminal: int) -> None:
    """Read a terminal until its other end is closed."""
    with contextlib.suppress(OSError):
        while os.read(terminal, 4096):
            pass


def test_a_console_in_a_pipe_has_no_width(capsys: Any) -> None:
    with stdout_console() as console:
        console.print("word " * 100)
    assert capsys.readouterr().out == " ".join(["word"] * 100) + "\n"
