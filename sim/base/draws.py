"""What the 64 bits of a draw become: a choice, a time.

Each distribution is a function of one draw, so a draw's place in its stream never depends on
the distribution. The logarithm is our own, made of + − × ÷ in a fixed order, for libm's and
NumPy's differ between machines.

**Rule:** floats live only inside these functions; what leaves is an integer, except `unit53`
and `neg_log_unit`.

**Not modelled:** the tail beyond 2^-53: no exponential exceeds 36.8 means.
"""

from __future__ import annotations

from sim.base.arith import add64, bits_to_float, float_to_bits, lshr64, mulhi64
from sim.base.compile import compiled
from sim.base.threefry import threefry2x64

__all__ = [
    "below_ppm",
    "erlang_ns",
    "exponential_ns",
    "neg_log_unit",
    "uniform_below",
    "uniform_ns",
    "unit53",
]

_ULP53 = 1.1102230246251565e-16  # 2^-53
_SQRT2 = 1.4142135623730951
_MANTISSA = (1 << 52) - 1
_ONE_BITS = 1023 << 52
# ln 2 in two parts; the upper has 12 zero bits at its end, so a multiple up to 4095 is exact
_LN2_HI = 0.693147180559663
_LN2_LO = 2.8235290563031577e-13
_ERLANG = 0x45524C414E47  # key of an Erlang draw's stages
_PPM = 1_000_000


@compiled("int64(int64,int64)", python=True)
def uniform_below(bits: int, n: int) -> int:
    """Return an integer in [0, n), for 1 ≤ n < 2^63.

    The upper word of bits × n: no value's probability is off 1/n by more than 2^-64.
    """
    return mulhi64(bits, n)


@compiled("int64(int64,int64,int64)", python=True)
def uniform_ns(bits: int, low_ns: int, high_ns: int) -> int:
    """Return an integer in [low_ns, high_ns], both ends included."""
    return add64(low_ns, mulhi64(bits, high_ns - low_ns + 1))


@compiled("int64(int64,int64)")
def below_ppm(bits: int, ppm: int) -> int:
    """Return 1 with a probability of *ppm* parts per million, else 0."""
    if mulhi64(bits, _PPM) < ppm:
        return 1
    return 0


@compiled("float64(int64)", python=True)
def unit53(bits: int) -> float:
    """Return a multiple of 2^-53 in [0, 1)."""
    return float(lshr64(bits, 11)) * _ULP53


@compiled("float64(float64,int64)")
def _log1p_scaled(f: float, k: int) -> float:
    """Return −(ln(1 + f) + k ln 2) for √½ − 1 ≤ f < √2 − 1.

    With s = f/(2+f), ln(1+f) = 2 artanh s = f − f²/2 + s (f²/2 + R), where R is the artanh
    series' tail 2/3 s² + 2/5 s⁴ + …; its even and odd powers are summed apart, which halves the
    chain of dependent operations.
    """
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    odd = 2.0 / 3.0 + w * (2.0 / 7.0 + w * (2.0 / 11.0 + w * (2.0 / 15.0 + w * (2.0 / 19.0))))
    even = 2.0 / 5.0 + w * (2.0 / 9.0 + w * (2.0 / 13.0 + w * (2.0 / 17.0 + w * (2.0 / 21.0))))
    half_square = 0.5 * f * f
    tail = s * (half_square + (z * odd + w * even))
    scale = float(k)
    return ((half_square - (tail + scale * _LN2_LO)) - f) - scale * _LN2_HI


@compiled("float64(int64)")
def neg_log_unit(bits: int) -> float:
    """Return −ln u, within 2 ulp, for u = (n + 1) 2^-53 with n the upper 53 bits of *bits*.

    u lies in (0, 1], so the result lies in [0, 36.74].
    """
    pattern = float_to_bits(float(lshr64(bits, 11) + 1))
    k = lshr64(pattern, 52) - 1023 - 53
    m = bits_to_float((pattern & _MANTISSA) | _ONE_BITS)
    if m >= _SQRT2:
        m = m * 0.5
        k = k + 1
    return _log1p_scaled(m - 1.0, k)


@compiled("int64(int64,int64)", python=True)
def exponential_ns(bits: int, mean_ns: int) -> int:
    """Return an exponential time rounded to the nearest ns, for 0 ≤ mean_ns ≤ 2^53."""
    return int(float(mean_ns) * neg_log_unit(bits) + 0.5)


@compiled("int64(int64,int64,int64)", python=True)
def erlang_ns(bits: int, shape: int, mean_ns: int) -> int:
    """Return the sum of *shape* exponential stages, of mean *mean_ns* in all.

    The stages' bits come from encrypting their numbers under the draw's own bits.
    """
    total = 0.0
    for stage in range(shape):
        total += neg_log_unit(threefry2x64(bits, _ERLANG, stage, 0))
    return int(total * float(mean_ns) / float(shape) + 0.5)
