"""Records decoded from their bytes: typed columns, records cut short, several tracers."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.fields import Payload
from analysis.records import decoded_lines
from sim.base.errors import MissingTableError, ResultsError
from sim.engine.rows import MAX_PAYLOAD_BYTES
from sim.record.example import write_example
from sim.record.fields import RecordField, RecordLayout
from sim.record.schema import KEPT_BYTES
from sim.record.writer import RecordWriter

U64 = RecordField("ts", 0, 8, "unsigned", 8)
S32 = RecordField("ret", 8, 4, "signed", 4)
NAME = RecordField("name", 12, 8, "text")
OPEN = RecordLayout("event", 20, 12, (U64, S32, NAME))


def write(
    folder: Path, layouts: dict[str, RecordLayout], records: list[tuple[str, bytes]]
) -> analysis.Run:
    """Write a run with one traced arm; *records* are tracers and payloads."""
    head = {"arm": "traced", "replication": 0}
    with RecordWriter(folder) as w:
        for arm in ("untraced", "traced"):
            w.append("machine", arm=arm, replication=0, key="horizon_ns", value=10_000)
        for tracer in dict.fromkeys([*layouts, *(name for name, _ in records)]):
            names = dict.fromkeys(("prog", "section", "hook"), "x")
            zeros = dict.fromkeys(("run_cnt", "run_time_ns", "insns", "missed"), 0)
            w.append("programs", **head, tracer=tracer, **names, **zeros)
        for tracer, layout in layouts.items():
            w.append("record_fields", **head, tracer=tracer, map="events", **layout.columns())
        for i, (tracer, data) in enumerate(records):
            at = w.rows("record_payload")
            w.append("record_payload", byte=data)
            times = {"reserve_ns": 100 * i, "submit_ns": 100 * i + 10, "deliver_ns": 100 * i + 30}
            place = {"cpu": i % 2, "size_bytes": len(data), "offset": at}
            w.append("records", **head, tracer=tracer, map="events", **times, **place)
    (folder / "status.json").write_text('{"state": "complete"}')
    return analysis.load(folder)


def event(ts: int, ret: int, name: bytes) -> bytes:
    return struct.pack("<Qi", ts, ret) + name


def test_each_field_is_a_typed_column(tmp_path: Path) -> None:
    records = [event(5, -2, b"a\0junk\xff\0"), event(7, 3, b"\xffbc\0\0\0\0\0")]
    found = write(tmp_path, {"t": OPEN}, [("t", data) for data in records]).df_decoded()
    assert list(found.columns) == [
        "arm", "replication", "tracer", "map", "deliver_ns", "submit_ns", "reserve_ns", "wait_ns",
        "cpu", "ts", "ret", "name",
    ]  # fmt: skip
    assert found["ts"].dtype == found["ret"].dtype == np.int64
    assert found["ts"].tolist() == [5, 7]
    assert found["ret"].tolist() == [-2, 3]
    assert found["name"].tolist() == ["a", "\\xffbc"]
    assert found["wait_ns"].tolist() == [20, 20]
    assert (found["deliver_ns"] - found["ts"]).tolist() == [25, 123]


def test_a_number_that_needs_64_bits_keeps_them(tmp_path: Path) -> None:
    top = (1 << 64) - 1
    records = [("t", event(top, 0, b"")), ("t", event(1, 0, b""))]
    found = write(tmp_path, {"t": OPEN}, records).df_decoded()
    assert found["ts"].dtype == np.uint64
    assert found["ts"].tolist() == [top, 1]


def test_a_record_cut_within_its_last_field_has_what_is_there(tmp_path: Path) -> None:
    names = [b"", b"ab", b"abcdefgh", b"abcdefgh" + b"pad\0\0\0\0"]
    run = write(tmp_path, {"t": OPEN}, [("t", event(1, 1, name)) for name in names])
    found = run.df_decoded()
    assert found["name"].tolist() == ["", "ab", "abcdefgh", "abcdefgh"]
    assert "bytes" not in found
    lines, nr = decoded_lines(run, "traced", 0, 2, "test")
    assert (lines, nr) == (["ts=1 ret=1", "ts=1 ret=1 name=ab"], 4)


@pytest.mark.parametrize("length", [0, 11, 28])
def test_a_record_of_another_length_is_bytes(tmp_path: Path, length: int) -> None:
    other = bytes(range(length))
    run = write(tmp_path, {"t": OPEN}, [("t", other), ("t", event(1, -1, b"x"))])
    found = run.df_decoded()
    assert found["bytes"].tolist() == [other.hex(), None]
    assert found["ts"].isna().tolist() == [True, False]
    assert found["ret"].dtype == pd.Int64Dtype()
    assert found["ret"].tolist() == [pd.NA, -1]
    assert found["name"].tolist() == [None, "x"]
    assert decoded_lines(run, "traced", 0, 1, "test")[0] == [f"bytes={other.hex()}"]


def test_records_without_a_layout_are_bytes_and_no_decoded_lines(tmp_path: Path) -> None:
    run = write(tmp_path, {}, [("t", b"\x01\x02"), ("t", b"")])
    found = run.df_decoded()
    assert list(found.columns)[-2:] == ["cpu", "bytes"]
    assert found["bytes"].tolist() == ["0102", ""]
    assert decoded_lines(run, "traced", 0, 10, "test") == ([], 0)


def test_an_endless_tail_goes_to_the_end_of_the_record(tmp_path: Path) -> None:
    tail = RecordField("tail", 4, 0, "unsigned", 4)
    layout = RecordLayout("event", 4, 4, (RecordField("n", 0, 4, "unsigned", 4), tail))
    records = [struct.pack(f"<I{n}I", n, *range(n)) for n in (0, 3, 40)]
    found = write(tmp_path, {"t": layout}, [("t", data) for data in records]).df_decoded()
    assert found["tail"].tolist() == [(), (0, 1, 2), tuple(range(40))]


def test_arrays_are_tuples_and_bytes_are_hexadecimal(tmp_path: Path) -> None:
    fields = (
        RecordField("args", 0, 6, "signed", 2),
        RecordField("mac", 6, 3, "hex"),
        RecordField("is_ok", 9, 1, "bool", 1),
    )
    data = struct.pack("<3h3s?", 1, -1, 300, b"\xaa\0\x0b", True)
    run = write(tmp_path, {"t": RecordLayout("event", 10, 10, fields)}, [("t", data)])
    row = run.df_decoded().iloc[0]
    assert (row["args"], row["mac"], row["is_ok"]) == ((1, -1, 300), "aa000b", True)
    assert run.df_decoded()["is_ok"].dtype == np.bool_
    assert decoded_lines(run, "traced", 0, 1, "test")[0] == [
        f"args={data[:6].hex()} mac=aa000b is_ok=1"
    ]


def test_an_enum_has_its_names_beside_it(tmp_path: Path) -> None:
    field = RecordField("state", 0, 4, "signed", 4, names="IDLE=0 BUSY=1 ALSO_BUSY=1 BAD=-1")
    records = [("t", struct.pack("<i", value)) for value in (1, -1, 9)]
    run = write(tmp_path, {"t": RecordLayout("event", 4, 4, (field,))}, records)
    found = run.df_decoded()
    assert found["state"].tolist() == [1, -1, 9]
    assert found["state_name"].tolist() == ["BUSY", "BAD", "9"]


def test_a_field_called_like_a_column_has_the_structs_name_before_it(tmp_path: Path) -> None:
    layout = RecordLayout("event", 4, 4, (RecordField("cpu", 0, 4, "unsigned", 4),))
    found = write(tmp_path, {"t": layout}, [("t", struct.pack("<I", 77))]).df_decoded()
    assert (found["cpu"].tolist(), found["event.cpu"].tolist()) == ([0], [77])


def test_tracers_with_other_structs_share_a_frame(tmp_path: Path) -> None:
    other = RecordLayout("other", 8, 8, (RecordField("ret", 0, 8, "hex"), U64))
    records = [("a", event(1, -5, b"x")), ("b", bytes(8)), ("a", event(2, 6, b"y"))]
    run = write(tmp_path, {"a": OPEN, "b": other}, records)
    found = run.df_decoded()
    assert found["tracer"].tolist() == ["a", "b", "a"]
    assert found["ret"].tolist() == [-5, "00" * 8, 6]
    assert found["ts"].tolist() == [1, 0, 2]
    assert found["name"].tolist() == ["x", None, "y"]
    mine = run.df_decoded(tracer="a", limit=1)
    assert mine["ret"].tolist() == [-5]
    assert mine["ret"].dtype == np.int64


def test_no_records_give_an_empty_frame_with_the_columns(tmp_path: Path) -> None:
    found = write(tmp_path, {"t": OPEN}, []).df_decoded()
    assert len(found) == 0
    assert list(found.columns)[-3:] == ["ts", "ret", "name"]
    assert found["ts"].dtype == np.int64


def test_the_example_is_decoded_by_arm_and_replication(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=2, arms=3)
    run = analysis.load(tmp_path)
    assert len(run.df_decoded()) == 17 * 4
    found = run.df_decoded(arm="traced-slow", replication=1)
    assert set(zip(found["arm"], found["replication"], strict=True)) == {("traced-slow", 1)}
    assert found["fname"].tolist() == [f"/srv/www/[{i:04d}].html" for i in range(17)]
    assert len(run.df_decoded(arm="untraced")) == 0


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        ({"arm": "traecd"}, "no arm 'traecd'"),
        ({"replication": 3}, "no replication 3"),
        ({"tracer": "x"}, "no tracer 'x'"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(tmp_path: Path, choice, problem) -> None:
    write_example(tmp_path)
    with pytest.raises(ResultsError, match=problem):
        analysis.load(tmp_path).df_decoded(**choice)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    write_example(tmp_path)
    (tmp_path / "tables" / "record_fields" / "schema.json").unlink()
    with pytest.raises(MissingTableError) as caught:
        analysis.load(tmp_path, verify=False).df_decoded()
    assert "df_decoded() needs it" in caught.value.reason


@given(
    st.integers(1, 8).flatmap(
        lambda size: st.tuples(
            st.lists(st.binary(min_size=size, max_size=size), min_size=1, max_size=5),
            st.integers(0, 7),
            st.integers(0, 8 * size),
            st.booleans(),
        )
    )
)
def test_numbers_of_any_width_are_those_of_python(case) -> None:
    raws, shift, bits, is_signed = case
    size = len(raws[0])
    bits = min(bits, 8 * size - shift)
    shift = shift if bits else 0
    how = "signed" if is_signed else "unsigned"
    field = RecordField("x", 1, size, how, size, shift, bits)
    data = b"".join(b"\xee" + raw for raw in raws)
    offset = np.arange(len(raws)) * (size + 1)
    found = Payload(np.frombuffer(data, np.uint8)).values(field, offset, offset * 0 + size + 1)
    width = bits or 8 * size
    expected = []
    for raw in raws:
        value = int.from_bytes(raw, "little") >> shift & ((1 << width) - 1)
        expected.append(value - (1 << width) if is_signed and value >> (width - 1) else value)
    assert found.tolist() == expected


def test_as_much_of_a_record_is_kept_as_the_engine_keeps() -> None:
    assert KEPT_BYTES == MAX_PAYLOAD_BYTES
