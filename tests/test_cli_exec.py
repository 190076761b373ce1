"""``bpfsim exec``: one program, unverified, on either engine; the plugin protocol."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from sim.bpf.asm import assemble
from sim.bpf.program import ENGINES

MEMORY = "11 22 33 44 55 66 77 88"


def run_exec(text: str, *words: str, raw: str | None = None) -> subprocess.CompletedProcess[str]:
    program = assemble(text).hex(" ") if raw is None else raw
    command = [sys.executable, "-m", "sim.cli.main", "exec", *words]
    return subprocess.run(command, input=program, capture_output=True, text=True, check=False)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return f"--engine={request.param}"


def test_r0_comes_out_in_hex_and_nothing_else(engine):
    done = run_exec("r0 = -2\nexit", engine)
    assert (done.returncode, done.stdout, done.stderr) == (0, "fffffffffffffffe\n", "")


def test_memory_is_r1_and_its_length_r2(engine):
    done = run_exec("r0 = *(u32 *)(r1 + 2)\nr0 <<= 8\nr0 += r2\nexit", MEMORY, engine)
    assert done.stdout == "6655443308\n"


def test_without_memory_both_are_zero(engine):
    assert run_exec("r0 = r1\nr0 |= r2\nr0 |= r7\nexit", engine).stdout == "0\n"
    assert run_exec("r0 = r1\nr0 |= r2\nexit", "", engine).stdout == "0\n"


@pytest.mark.parametrize(
    "text",
    [
        "r0 = *(u8 *)(r1 + 8)\nexit",
        "r0 = *(u64 *)(r1 + 1)\nexit",
        "*(u8 *)(r10 + 0) = 1\nexit",
        "r0 = *(u8 *)(r0 + 0)\nexit",
        "r1 = -16 ll\nr0 = *(u8 *)(r1 + 16)\nexit",
    ],
)
def test_what_lies_beyond_memory_and_stack_is_not_there(engine, text):
    done = run_exec(text, MEMORY, engine)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "reaches for memory that is not there" in done.stderr
    assert "nothing is mapped at 0x" in done.stderr


def test_eight_frames_of_512_bytes_can_be_used(engine):
    text = """
    *(u64 *)(r10 - 512) = 7
    r2 = 7
    call pc+1
    exit
    r3 = *(u64 *)(r10 + 0)
    *(u64 *)(r10 - 512) = 9
    r0 += 1
    r2 -= 1
    if r2 == 0 goto +1
    call pc-6
    exit
    """
    assert run_exec(text, engine).stdout == "7\n"


def test_an_endless_program_runs_out_of_its_budget(engine):
    done = run_exec("goto -1", "--budget=5000", engine)
    assert done.returncode == 2
    assert "ran out of its instruction budget" in done.stderr


def test_a_program_may_be_odd_as_long_as_it_can_be_run(engine):
    # a division by a constant 0, a shift beyond the width, the kernel's own zero extension
    raw = "b700000007000000 3700000000000000 6700000041000000 bc00000001000000 9500000000000000"
    assert run_exec("", engine, raw=raw).stdout == "0\n"
    assert "does not exist" in run_exec("r0 = 1", engine).stderr


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("b7", "invalid program size"),
        ("ff00000000000000", "unknown opcode ff"),
        ("b70b000000000000 9500000000000000", "R11 is invalid"),
        ("b70a000000000000 9500000000000000", "frame pointer is read only"),
        ("0500050000000000 9500000000000000", "jump out of range"),
        ("1800000000000000", "invalid bpf_ld_imm64 insn"),
        ("d400000011000000 9500000000000000", "BPF_END uses reserved fields"),
        ("zz", "not base16"),
        ("b7000", "an odd number of digits"),
    ],
)
def test_what_is_malformed_is_refused(raw, problem):
    done = run_exec("", raw=raw)
    assert (done.returncode, done.stdout) == (2, "")
    assert problem in done.stderr


def test_an_unknown_helper_is_a_fault_and_a_known_one_runs(engine):
    assert "helper that does not exist" in run_exec("call 254\nexit", engine).stderr
    assert run_exec("call 5\nr0 = 2\nexit", engine).stdout == "2\n"


def test_a_kernel_takes_only_what_it_has():
    program = "r0 = 7\nr0 s/= 2\nexit"
    assert run_exec(program, "--kernel=6.12").stdout == "3\n"
    done = run_exec(program, "--kernel=6.1")
    assert done.returncode == 2
    assert "6.6" in done.stderr
    assert "known: 5.15" in run_exec(program, "--kernel=7.0").stderr


def test_json_has_the_memory_as_the_program_left_it(engine):
    done = run_exec("*(u16 *)(r1 + 6) = -1\nr0 = 5\nexit", MEMORY, "--json", engine)
    found = json.loads(done.stdout)
    assert found == {"r0": "5", "nr_insns": 3, "memory": "112233445566ffff"}


def test_an_unknown_engine_is_refused():
    done = run_exec("exit", "--engine=fast")
    assert done.returncode == 2
    assert "jit or interp" in done.stderr


def test_it_needs_no_numba(engine):
    code = (
        "import sys\nfrom sim.cli.main import main\n"
        f"sys.argv = ['bpfsim', 'exec', {engine!r}]\n"
        "try:\n main()\nexcept SystemExit:\n pass\n"
        "print('numba' in sys.modules, 'numpy' in sys.modules)"
    )
    program = assemble("r0 = 1\nexit").hex()
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
    assert done.stdout == "1\nFalse False\n"
