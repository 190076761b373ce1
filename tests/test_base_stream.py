"""Random streams: published vectors, independence, the logarithm, both engines alike."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.stream import (
    Streams,
    below_ppm,
    exponential_ns,
    neg_log_unit,
    stream_key,
    threefry2x64,
    uniform_below,
    uniform_ns,
    unit53,
)

ROOT = Path(__file__).resolve().parent.parent
M64 = (1 << 64) - 1
BITS = st.integers(-(1 << 63), (1 << 63) - 1)

# Random123's kat_vectors for threefry2x64 with 20 rounds: counter, key, first word
VECTORS = [
    (0, 0, 0, 0, 0xC2B6E3A8C2C69865),
    (M64, M64, M64, M64, 0xE02CB7C4D95D277A),
    (
        0x243F6A8885A308D3,
        0x13198A2E03707344,
        0xA4093822299F31D0,
        0x082EFA98EC4E6C89,
        0x263C7D30BB0F0AF1,
    ),
]


FIRST_DRAWS = [0xC5F8C09D53847652, 0x98E8124BE1EE1457, 0x966A26DF736EB84B, 0xBFB8C3AA37AFDAF2]
BOTH_DIGEST = "a66894d866492b3ffb5acbad2ed8f4c29ab8022cd9df085367792311f6993f66"


def signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


@pytest.mark.parametrize(("c0", "c1", "k0", "k1", "expected"), VECTORS)
def test_the_cipher_gives_the_published_words(c0, c1, k0, k1, expected):
    words = [signed(w) for w in (k0, k1, c0, c1)]
    assert threefry2x64(*words) & M64 == expected


def test_the_first_draws_of_a_stream_never_change():
    stream = Streams(1).stream("workload/web/think")
    assert [stream.bits(item) & M64 for item in range(4)] == FIRST_DRAWS


def test_a_draw_depends_on_seed_name_item_and_index_only():
    streams = Streams(7)
    a = streams.stream("a")
    before = [a.bits(item, index) for item in range(5) for index in range(3)]
    for item in range(100):
        streams.stream("b").bits(item)
    again = Streams(7).stream("a")
    assert [again.bits(item, index) for item in range(5) for index in range(3)] == before
    others = [Streams(8).stream("a"), Streams(7).stream("b"), Streams(7, replication=0).stream("a")]
    assert all(before[0] != other.bits(0) for other in others)
    assert len(set(before)) == len(before)


def test_replications_share_no_draw():
    draws = {Streams(3, replication=r).stream("s").bits(0) for r in range(50)}
    assert len(draws) == 50


def test_a_wide_or_negative_seed_counts_by_its_low_bits():
    assert Streams(-1).stream("s").bits(0) == Streams(M64).stream("s").bits(0)
    assert -(1 << 63) <= stream_key("s") < 1 << 63


def exact_neg_log(bits: int) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        u = Decimal(((bits & M64) >> 11) + 1) / Decimal(1 << 53)
        return -u.ln()


def ulps_off(bits: int) -> Decimal:
    exact = exact_neg_log(bits)
    got = neg_log_unit(bits)
    if exact == 0:
        return Decimal(0 if got == 0 else 99)
    e = float.hex(float(exact)).split("p")[1]
    ulp = Decimal(2) ** (int(e) - 52)
    return abs(Decimal(got) - exact) / ulp


@settings(max_examples=300, deadline=None)
@given(BITS)
def test_the_logarithm_is_within_two_ulp(bits):
    assert ulps_off(bits) <= 2


def test_the_logarithm_is_within_two_ulp_at_the_hard_places():
    stream = Streams(11).stream("hard")
    places = [0, M64, 1 << 63, (1 << 63) - 1]
    places += [(1 << n) - 1 << 11 for n in range(1, 54)]  # u a power of two
    places += [M64 - (n << 11) for n in range(200)]  # u just below 1
    places += [n << 11 for n in range(200)]  # u just above 0
    root = int(Decimal(2).sqrt() * (1 << 52))
    places += [(root + n) << 11 for n in range(-100, 100)]  # the reduction's edge
    for width in range(1, 54):
        places += [(stream.bits(width, i) & M64) >> (64 - width) << 11 for i in range(20)]
    assert max(ulps_off(signed(p & M64)) for p in places) <= 2


def test_exponential_times_have_their_mean_and_variance():
    stream = Streams(5).stream("exp")
    n, mean = 20_000, 50_000
    draws = [stream.exponential_ns(mean, i) for i in range(n)]
    average = sum(draws) / n
    variance = sum((d - average) ** 2 for d in draws) / n
    assert abs(average / mean - 1) < 0.03
    assert abs(variance / mean**2 - 1) < 0.08
    assert exponential_ns(M64 - (1 << 64), mean) == 0
    assert exponential_ns(0, 1 << 53) < (1 << 63) - 1
    assert exponential_ns(12345, 0) == 0


def test_erlang_times_have_the_mean_asked_for_and_less_spread():
    stream = Streams(5).stream("erl")
    n, mean, shape = 4_000, 80_000, 4
    draws = [stream.erlang_ns(shape, mean, i) for i in range(n)]
    average = sum(draws) / n
    variance = sum((d - average) ** 2 for d in draws) / n
    assert abs(average / mean - 1) < 0.04
    assert abs(variance / (mean**2 / shape) - 1) < 0.15


@settings(max_examples=100, deadline=None)
@given(BITS, st.integers(1, (1 << 63) - 1), st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_bounded_draws_stay_in_their_bounds(bits, n, low, width):
    assert 0 <= uniform_below(bits, n) < n
    assert low <= uniform_ns(bits, low, low + width) <= low + width
    assert 0.0 <= unit53(bits) < 1.0
    assert below_ppm(bits, 0) == 0
    assert below_ppm(bits, 1_000_000) == 1


def test_each_value_below_n_comes_as_often_as_the_others():
    stream = Streams(9).stream("dice")
    counts = [0] * 6
    for i in range(12_000):
        counts[stream.below(6, i)] += 1
    chi2 = sum((c - 2000) ** 2 / 2000 for c in counts)
    assert chi2 < 20.5  # 99.9 % at five degrees of freedom


DIGEST_SCRIPT = """
import hashlib
from sim.base.stream import Streams, neg_log_unit, below_ppm
h = hashlib.sha256()
s = Streams(1234).stream("both")
for i in range(300):
    b = s.bits(i, i * i)
    row = (b, s.exponential_ns(10**6, i), s.erlang_ns(3, 10**6, i), s.below(1000, i),
           s.uniform_ns(-5, 5, i), below_ppm(b, 500000), neg_log_unit(b).hex(), s.unit(i).hex())
    h.update(repr(row).encode())
print(h.hexdigest())
"""


@pytest.mark.parametrize("plain", ["0", "1"])
def test_compiled_and_plain_draws_are_the_same(plain):
    env = dict(os.environ, BPFSIM_PLAIN=plain)
    command = [sys.executable, "-c", DIGEST_SCRIPT]
    run = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == BOTH_DIGEST
