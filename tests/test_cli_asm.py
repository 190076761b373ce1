"""``bpfsim asm`` and ``bpfsim disasm`` as a pair: text to bytes and back."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.bpf.asm import assemble
from sim.cli import main as cli
from tests.scenarios import TUTORIAL

Call = Callable[..., tuple[int, str, str]]
OBJECT = TUTORIAL / "01-opensnoop.bpf.o"
TEXT = "r0 = 5 ll  # two slots\nloop: r0 += -1\nif r0 != 0 goto loop; exit\n"
HEX = "1800000005000000 0000000000000000\n07000000ffffffff\n5500feff00000000\n9500000000000000\n"


@pytest.fixture
def bpfsim(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Call:
    monkeypatch.setenv("BPFSIM_DEBUG", "0")
    monkeypatch.chdir(tmp_path)

    def call(*args: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bpfsim", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return int(caught.value.code or 0), out, err

    return call


def test_text_becomes_base16_one_instruction_a_line(bpfsim: Call, tmp_path: Path) -> None:
    (tmp_path / "p.s").write_text(TEXT)
    assert bpfsim("asm", "p.s") == (0, HEX, "")
    assert bpfsim("asm", stdin=TEXT.encode()) == (0, HEX, "")
    assert bpfsim("asm", "-", stdin=b"") == (0, "", "")


def test_raw_bytes_go_to_a_file(bpfsim: Call, tmp_path: Path) -> None:
    status, out, _ = bpfsim("asm", "-o", "p.bin", stdin=TEXT.encode())
    assert (status, out) == (0, "p.bin\n")
    assert (tmp_path / "p.bin").read_bytes() == assemble(TEXT)
    assert [file.name for file in tmp_path.iterdir()] == ["p.bin"]


def test_json_has_the_bytes_and_each_instruction(bpfsim: Call) -> None:
    data = json.loads(bpfsim("asm", "--json", stdin=TEXT.encode())[1])
    assert data["bytes"] == HEX.replace(" ", "").replace("\n", "")
    assert data["insns"][0] == {
        "insn_idx": 0,
        "bytes": "18000000050000000000000000000000",
        "text": "r0 = 5 ll",
    }
    assert [row["insn_idx"] for row in data["insns"]] == [0, 2, 3, 4]


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("hex", HEX.encode()),
        ("hex", assemble(TEXT).hex(" ").upper().encode()),
        ("binary", assemble(TEXT)),
    ],
    ids=["hex", "spread", "binary"],
)
def test_disasm_sees_what_it_gets(bpfsim: Call, tmp_path: Path, form: str, data: bytes) -> None:
    (tmp_path / "p").write_bytes(data)
    want = [
        "       0:\tr0 = 5 ll",
        "       2:\tr0 += -1",
        "       3:\tif r0 != 0 goto -2",
        "       4:\texit",
    ]
    for args, stdin in ((("p",), b""), (("-",), data), (("p", "--from", form), b"")):
        status, out, err = bpfsim("disasm", *args, "--no-raw", stdin=stdin)
        assert (status, err) == (0, "")
        assert out.splitlines() == want


def test_an_object_may_come_from_standard_input(bpfsim: Call) -> None:
    status, out, _ = bpfsim("disasm", "-", "-p", "exit_openat", stdin=OBJECT.read_bytes())
    assert status == 0
    assert out == bpfsim("disasm", OBJECT, "-p", "exit_openat")[1]


@pytest.mark.parametrize("options", [(), ("-p", "exit_openat")], ids=["sections", "program"])
@pytest.mark.parametrize("raw", ["--raw", "--no-raw"])
def test_exact_text_of_an_object_assembles_to_its_bytes(
    bpfsim: Call, options: tuple[str, ...], raw: str
) -> None:
    text = bpfsim("disasm", OBJECT, "--exact", raw, *options)[1]
    status, code, err = bpfsim("asm", stdin=text.encode())
    assert (status, err) == (0, "")
    rows = json.loads(bpfsim("disasm", OBJECT, "--json", *options)[1])
    parts = rows.get("sections", [rows])
    want = "".join(row["bytes"] for part in parts for row in part["insns"])
    assert code.replace(" ", "").replace("\n", "") == want


def test_no_bytes_are_lost_in_exact_text(bpfsim: Call) -> None:
    code = bytes(range(256)) + bytes.fromhex("18ff0000000000000000000000000001")
    hexed = code.hex().encode()
    lossy = bpfsim("disasm", "-", stdin=hexed)[1]
    assert "<unknown>" in lossy
    text = bpfsim("disasm", "-", "--exact", "--no-raw", stdin=hexed)[1]
    assert ".8byte" in text
    out = bpfsim("asm", stdin=text.encode())[1]
    assert bytes.fromhex(out) == code
    assert bpfsim("disasm", "-", "--exact", "--no-raw", stdin=out.encode())[1] == text


@pytest.mark.parametrize(
    ("args", "stdin", "where", "problem"),
    [
        (("asm",), b"exit\n r1 += r99", "standard input, line 2, column 8", "expected a number"),
        (("asm",), b"exit\n\xff", "standard input, line 2", "this is no text"),
        (("asm", "none.s"), b"", "none.s", "cannot be read"),
        (("asm", "-o", "no/p.bin"), b"exit", "no/p.bin", "cannot be written"),
        (("disasm", "-"), b"95000000000000", "standard input", "7 bytes is no whole number"),
        (("disasm", "-"), b"950", "standard input", "3 base16 digits"),
        (("disasm", "-", "--from", "hex"), b"95\n0z", "standard input, line 2, column 2", "'z'"),
        (("disasm", "-", "--from", "binary"), b"123", "standard input", "3 bytes"),
        (("disasm", "-", "-p", "x"), b"9500000000000000", "standard input", "no program 'x'"),
        (("disasm", "-"), b"", "standard input", "no ELF file"),
        (("disasm", "-"), b"some text", "standard input", "no ELF file"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_block(
    bpfsim: Call, args: tuple[str, ...], stdin: bytes, where: str, problem: str
) -> None:
    status, out, err = bpfsim(*args, stdin=stdin)
    assert (status, out) == (2, "")
    assert err.startswith("bpfsim: ")
    assert problem in err.splitlines()[0]
    assert f"\n  where: {where}\n" in err
    status, out, _ = bpfsim(*args, "--json", stdin=stdin)
    assert status == 2
    assert json.loads(out)["error"]["where"] == where


def test_a_program_does_not_overwrite_its_source(bpfsim: Call, tmp_path: Path) -> None:
    (tmp_path / "p.s").write_text("exit")
    status, _, err = bpfsim("asm", "p.s", "-o", "p.s")
    assert status == 2
    assert "would overwrite its source" in err
    assert (tmp_path / "p.s").read_text() == "exit"


@pytest.mark.parametrize("verb", ["asm", "disasm"])
def test_neither_loads_an_engine(verb: str) -> None:
    code = (
        "import sys, io; from types import SimpleNamespace; from sim.cli import main\n"
        "sys.stdin = SimpleNamespace(buffer=io.BytesIO(sys.argv.pop().encode()))\n"
        "try: main.main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "heavy = {'numba', 'llvmlite', 'numpy', 'pandas', 'simpy', 'networkx'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    given = "exit" if verb == "asm" else "9500000000000000"
    done = subprocess.run(
        [sys.executable, "-c", code, verb, "-", given],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert done.stderr == "[]\n"
