"""What the key and the caches add to the time of an operation on a keyed map.

*The key* is hashed and compared. A hash mixes twelve bytes at a time; what is left of it is read
byte by byte (jhash) or word by word (jhash2). A comparison goes by eight bytes, the rest of them
one at a time. So a key of eight bytes is compared sooner than one of four (`key_ps`).

*The caches*: which keys come back, and how soon, is estimated from one watched key at a time: the
operations until it is used again are a sample of how many keys are in use (`count_keyed`). Keys in
use times what each touches (its element and its bucket's line) is the map's footprint, and of a
footprint F a level of S bytes holds S / F (`line_wait_ps`). Sizes and latencies are the
machine's, from its profile. Docs: ADR 17.

**Rule:** what a map has learnt is in its own words (``HT_WATCHED`` …); a footprint that fits into
the first level costs nothing beside the operation's own price. Without prices nothing is learnt.

**Not modelled:** lines that other maps and the traced task push out, prefetching; TLB misses are
in a machine's latencies.
"""

from __future__ import annotations

from sim.base.arith import mul64
from sim.base.compile import compiled
from sim.base.memory import load8, load32, load64, store64
from sim.bpf.maps.hash_layout import (
    HT_BY_WORDS,
    HT_KEYS_IN_USE,
    HT_SAMPLES,
    HT_WAIT_AT,
    HT_WAIT_HIT,
    HT_WAIT_MISS,
    HT_WATCH_AGE,
    HT_WATCHED,
)
from sim.bpf.maps.layout import M_ENTRIES, M_KEY_BYTES, M_NR_BUCKETS, M_VALUE_STRIDE
from sim.bpf.run_state import COUNTS, R_PRICES, count

__all__ = ["count_keyed", "count_wait", "key_ps", "keys_in_use"]

_KEY = COUNTS.index("map.key")
_CACHE_WAIT = COUNTS.index("map.cache_wait")
_LOOKUP = 8 * COUNTS.index("map.hash_lookup")
_MIX = 8 * COUNTS.index("map.key_mix")
_TAIL = 8 * COUNTS.index("map.key_tail")
_COMPARE = 8 * COUNTS.index("map.key_compare")
_L1_BYTES = 8 * COUNTS.index("cache.l1_bytes")
_L2_BYTES = 8 * COUNTS.index("cache.l2_bytes")
_L3_BYTES = 8 * COUNTS.index("cache.l3_bytes")
_L2_HIT = 8 * COUNTS.index("cache.l2_hit")
_L3_HIT = 8 * COUNTS.index("cache.l3_hit")
_MEMORY = 8 * COUNTS.index("cache.memory")

_MULTIPLIER = -7046029254386353131  # the golden ratio in 64 bits
_MIX_BYTES = 12
_FOUR = 4  # pieces of a key of four bytes: read one by one, compared one by one
_LINE_BYTES = 64
_BUCKET_BYTES = 16  # struct bucket
_ELEM_BYTES = 48  # struct htab_elem, before the key
_UNIT = 1024  # parts of a line
_FEW_KEYS = 16  # fit into any first level
_SAMPLES = 8  # that the estimate goes by
_PATIENCE = 4  # a key is given up after as many operations for each entry


@compiled("int64(int64,int64,int64,int64)", inline=True)
def key_ps(prices: int, nr_bytes: int, by_words: int, is_compared: int) -> int:
    """Return what a key's hash and comparison cost beyond those of a key of four bytes, ps.

    Args:
        prices: Host address of the prices.
        nr_bytes: The key's length.
        by_words: Whether what is left of it after mixing is read by words.
        is_compared: Whether an element with its hash is found.
    """
    mixes = (nr_bytes - 1) // _MIX_BYTES
    tail = nr_bytes - _MIX_BYTES * mixes
    if by_words != 0:
        tail >>= 2
    compared = (nr_bytes >> 3) + (nr_bytes & 7) if is_compared else 0
    ps = mixes * load64(prices + _MIX) + (tail - _FOUR) * load64(prices + _TAIL)
    return ps + (compared - _FOUR) * load64(prices + _COMPARE)


@compiled("int64(int64,int64)")
def _line_wait_ps(prices: int, footprint: int) -> int:
    """Return what one of the lines that make *footprint* bytes is waited for, on average, ps."""
    level = load64(prices + _L1_BYTES)
    if footprint <= level:
        return 0
    hit = load64(prices + _L2_HIT)
    wait = (footprint - level) * hit // footprint
    level = load64(prices + _L2_BYTES)
    if footprint > level:
        further = load64(prices + _L3_HIT) - hit
        wait += (footprint - level) * further // footprint
    level = load64(prices + _L3_BYTES)
    if footprint > level:
        further = load64(prices + _MEMORY) - load64(prices + _L3_HIT)
        wait += (footprint - level) * further // footprint
    return wait


@compiled("void(int64,int64,int64)")
def count_wait(run: int, footprint: int, nr_lines: int) -> None:
    """Count the wait for *nr_lines* lines, each at random in *footprint* bytes."""
    prices = load64(run + R_PRICES)
    if prices != 0:
        wait = _line_wait_ps(prices, footprint)
        if wait != 0:
            count(run, _CACHE_WAIT, wait * nr_lines)


@compiled("void(int64,int64,int64)")
def _set_wait(prices: int, bmap: int, in_use: int) -> None:
    """Note how long operations wait for lines while *in_use* keys are in use."""
    entries, buckets = load64(bmap + M_ENTRIES), load64(bmap + M_NR_BUCKETS)
    in_use = min(in_use, entries)
    store64(bmap + HT_WAIT_HIT, 0)
    store64(bmap + HT_WAIT_MISS, 0)
    if in_use <= _FEW_KEYS:
        return
    before_value = _ELEM_BYTES + ((load64(bmap + M_KEY_BYTES) + 7) & -8)
    elem = before_value + load64(bmap + M_VALUE_STRIDE)
    heads = min(in_use * _LINE_BYTES, buckets * _BUCKET_BYTES)
    wait = _line_wait_ps(prices, in_use * elem + heads)
    # head and key of an element, which starts anywhere unless elements fill whole lines
    lines = ((before_value + _LINE_BYTES - 1) // _LINE_BYTES) * _UNIT
    if elem % _LINE_BYTES != 0:
        lines = (before_value + _LINE_BYTES - 8) * _UNIT // _LINE_BYTES
    chain = entries * _UNIT // buckets
    # the bucket, and the element behind half of the others in its chain; else all of them
    store64(bmap + HT_WAIT_HIT, wait * (_UNIT + lines + chain // 2) // _UNIT)
    store64(bmap + HT_WAIT_MISS, wait * (_UNIT + chain) // _UNIT)


@compiled("int64(int64,int64)", inline=True)
def _key_id(key: int, nr_bytes: int) -> int:
    """Return a number that tells keys apart by their first and last bytes; never 0."""
    if nr_bytes >= 8:
        found = mul64(load64(key), _MULTIPLIER) ^ load64(key + nr_bytes - 8)
    elif nr_bytes >= 4:
        found = mul64(load32(key), _MULTIPLIER) ^ load32(key + nr_bytes - 4)
    else:
        found = 1 + load8(key) + 256 * load8(key + nr_bytes - 1)
    return found if found != 0 else 1


@compiled("void(int64,int64,int64)")
def _come_back(prices: int, bmap: int, age: int) -> None:
    """Take *age* as a sample of how many keys are in use; the next key used is watched."""
    in_use, nr = load64(bmap + HT_KEYS_IN_USE), load64(bmap + HT_SAMPLES) + 1
    in_use += (age - in_use) // min(nr, _SAMPLES)
    store64(bmap + HT_SAMPLES, nr)
    store64(bmap + HT_KEYS_IN_USE, in_use)
    store64(bmap + HT_WATCHED, 0)
    store64(bmap + HT_WATCH_AGE, 0)
    store64(bmap + HT_WAIT_AT, in_use + (in_use >> 2) + _FEW_KEYS)
    _set_wait(prices, bmap, in_use)


@compiled("int64(int64,int64,int64)")
def _stay_away(prices: int, bmap: int, age: int) -> int:
    """Take it that as many keys are in use as operations have passed without the watched one.

    Returns:
        The age of the watched key: 0 if it has been given up.
    """
    if age > _PATIENCE * load64(bmap + M_ENTRIES) + _FEW_KEYS:
        _come_back(prices, bmap, age)
        return 0
    store64(bmap + HT_WAIT_AT, age + (age >> 2) + 1)
    _set_wait(prices, bmap, age)
    return age


@compiled("void(int64,int64,int64)", inline=True)
def _note_key_use(prices: int, bmap: int, key: int) -> None:
    used = _key_id(key, load64(bmap + M_KEY_BYTES))
    watched = load64(bmap + HT_WATCHED)
    age = load64(bmap + HT_WATCH_AGE) + 1
    if watched == 0:
        store64(bmap + HT_WATCHED, used)
        age = 0
    elif watched == used:
        _come_back(prices, bmap, age)
        age = 0
    elif age >= load64(bmap + HT_WAIT_AT):
        age = _stay_away(prices, bmap, age)
    store64(bmap + HT_WATCH_AGE, age)


@compiled("void(int64,int64,int64,int64)")
def count_keyed(run: int, bmap: int, key: int, is_hit: int) -> None:
    """Count what the key at host address *key* costs an operation, and learn from its use.

    Args:
        run: Who asks.
        bmap: The map.
        key: Host address of the key.
        is_hit: Whether there is such a key.
    """
    prices = load64(run + R_PRICES)
    if prices == 0:
        return
    _note_key_use(prices, bmap, key)
    nr_bytes, by_words = load64(bmap + M_KEY_BYTES), load64(bmap + HT_BY_WORDS)
    if nr_bytes != _FOUR or by_words != 0 or is_hit == 0:
        # less than a lookup's own price, where a profile has that at nothing
        ps = max(key_ps(prices, nr_bytes, by_words, is_hit), -load64(prices + _LOOKUP))
        if ps != 0:
            count(run, _KEY, ps)
    wait = load64(bmap + (HT_WAIT_HIT if is_hit else HT_WAIT_MISS))
    if wait != 0:
        count(run, _CACHE_WAIT, wait)


def keys_in_use(bmap: int) -> int:
    """Return how many keys of a map are thought to be in use."""
    return load64(bmap + HT_KEYS_IN_USE)
