"""Free elements of hash maps: kernel/bpf/percpu_freelist.c, and kernel/bpf/memalloc.c.

A preallocated map spreads its elements over the CPUs' free lists. An element is taken from the
CPU's own list, else from the next CPU's that has one, in turn; one that is freed goes to the list
of the CPU that frees it. A plain hash keeps one spare element for each CPU beside them: replacing
a key's element takes the spare one and leaves the old one in its place, so it works in a full map,
too.

With ``BPF_F_NO_PREALLOC`` elements come from the allocator, which keeps a few for each CPU: fewer
than `_low` raise an interrupt that fetches a batch, more than `_high` one that gives some back.
Where interrupts are off the batch does not come, and when the few are used up the allocation
fails.

**Rule:** elements are taken last in, first out, as the kernel does, so the same ones come back.

**Not modelled:** the list for NMIs that find every CPU's list locked; the grace periods before
memory that was given back can be had again; running out of the machine's memory; the second
cache, for the values, of a per-CPU map (it runs dry with the first).
"""

from __future__ import annotations

from sim.base.compile import compiled
from sim.base.memory import load32, load64, store32, store64
from sim.bpf.maps.hash_layout import HT_ALLOC, HT_FREE, HT_POOL
from sim.bpf.maps.kinds import Home
from sim.bpf.maps.layout import E2BIG, ENOMEM, M_ENTRIES, M_MAX_ENTRIES, M_NR_CPUS
from sim.bpf.run_state import COUNTS, R_CPU, R_IRQ_OFF, count

__all__ = [
    "CACHE_ROOM",
    "FREE_BYTES",
    "PREFILL",
    "fill_caches",
    "fill_lists",
    "free_elem",
    "make_stacks",
    "nr_free",
    "pop_elem",
    "take_elem",
    "take_spares",
]

# A CPU's free elements: the numbers of those that were freed, as a stack at a host address, and
# how many there are (no list through the elements: taking one would wait for the memory of the
# one before); then those never used, which lie below all in the stack: from the second number
# down to the first. The allocator's cache has the stack only, and how many it may hand out.
_STACK, _DEPTH, _LOW, _NEXT, _COUNT = 0, 8, 16, 24, 32
FREE_BYTES = 40

_SMALL_BYTES = 256
_LOW_MARK, _HIGH_MARK, _BATCH = 32, 96, 48
PREFILL = 4
CACHE_ROOM = _HIGH_MARK + 2

_SCAN = COUNTS.index("map.hash_full_scan_per_cpu")
_ALLOC = COUNTS.index("map.hash_alloc")


@compiled("int64(int64,int64)", inline=True)
def _list_of(bmap: int, cpu: int) -> int:
    return load64(bmap + HT_FREE) + FREE_BYTES * cpu


@compiled("int64(int64)", inline=True)
def _pop(free: int) -> int:
    """Take the element that was freed last: its number, or 0."""
    depth = load64(free + _DEPTH)
    if depth > 0:
        store64(free + _DEPTH, depth - 1)
        return load32(load64(free + _STACK) + 4 * (depth - 1))
    number = load64(free + _NEXT)
    if number < load64(free + _LOW):
        return 0
    store64(free + _NEXT, number - 1)
    return number


@compiled("void(int64,int64)", inline=True)
def _push(free: int, number: int) -> None:
    depth = load64(free + _DEPTH)
    store32(load64(free + _STACK) + 4 * depth, number)
    store64(free + _DEPTH, depth + 1)


@compiled("int64(int64,int64,int64)")
def _steal(run: int, bmap: int, cpu: int) -> int:
    """Take an element from another CPU's list: the next one's that has any; 0 if none has."""
    nr_cpus = load64(bmap + M_NR_CPUS)
    for i in range(1, nr_cpus):
        number = _pop(_list_of(bmap, (cpu + i) % nr_cpus))
        if number != 0:
            count(run, _SCAN, i)
            return number
    count(run, _SCAN, nr_cpus)
    return 0


@compiled("int64(int64,int64)", inline=True)
def pop_elem(run: int, bmap: int) -> int:
    """Take a preallocated element: its number, or 0 when there is none (pcpu_freelist_pop)."""
    cpu = load64(run + R_CPU)
    number = _pop(_list_of(bmap, cpu))
    return number if number != 0 else _steal(run, bmap, cpu)


# --- the allocator --------------------------------------------------------------------------------
@compiled("int64(int64)")
def _low(nr_bytes: int) -> int:
    """Return below how many cached elements a batch is fetched."""
    return _LOW_MARK if nr_bytes <= _SMALL_BYTES else max(8192 // nr_bytes, 1)


@compiled("int64(int64)")
def _high(nr_bytes: int) -> int:
    """Return above how many cached elements some are given back."""
    return _HIGH_MARK if nr_bytes <= _SMALL_BYTES else max(24576 // nr_bytes, 3)


@compiled("void(int64,int64,int64)")
def _refill(run: int, bmap: int, cache: int) -> None:
    """Fetch a batch if the cache is low and the interrupt that does it can come."""
    nr_bytes = load64(bmap + HT_ALLOC)
    low = _low(nr_bytes)
    if load64(cache + _COUNT) >= low or load64(run + R_IRQ_OFF) != 0:
        return
    batch = _BATCH if nr_bytes <= _SMALL_BYTES else max((_high(nr_bytes) - low) // 4 * 3, 1)
    store64(cache + _COUNT, load64(cache + _COUNT) + batch)


@compiled("int64(int64,int64)")
def _alloc(run: int, bmap: int) -> int:
    """Take an element from the CPU's cache: its number, or 0 when it is empty."""
    cache = _list_of(bmap, load64(run + R_CPU))
    _refill(run, bmap, cache)
    left = load64(cache + _COUNT)
    if left == 0:
        return 0
    store64(cache + _COUNT, left - 1)
    count(run, _ALLOC, 1)
    number = _pop(cache)
    if number == 0:
        number = _pop(load64(bmap + HT_POOL))
    _refill(run, bmap, cache)
    return number


@compiled("void(int64,int64,int64)")
def _give_back(run: int, bmap: int, number: int) -> None:
    """Free an element to the CPU's cache; when that has too many, half the surplus goes on."""
    cache = _list_of(bmap, load64(run + R_CPU))
    _push(cache, number)
    left = load64(cache + _COUNT) + 1
    nr_bytes = load64(bmap + HT_ALLOC)
    if left > _high(nr_bytes) and load64(run + R_IRQ_OFF) == 0:
        keep = (_high(nr_bytes) + _low(nr_bytes)) // 2
        while left > keep:
            spare = _pop(cache)
            if spare != 0:
                _push(load64(bmap + HT_POOL), spare)
            left -= 1
    store64(cache + _COUNT, left)


# --- both -----------------------------------------------------------------------------------------
@compiled("int64(int64,int64,int64)", inline=True)
def take_elem(run: int, bmap: int, replaces: int) -> int:
    """Take an element for a key: its number, −E2BIG or −ENOMEM.

    Args:
        run: For whom.
        bmap: The map.
        replaces: Whether it takes the place of another one (of an allocating map).
    """
    if load64(bmap + HT_POOL) == 0:
        number = pop_elem(run, bmap)
        return -E2BIG if number == 0 else number
    if replaces == 0 and load64(bmap + M_ENTRIES) >= load64(bmap + M_MAX_ENTRIES):
        return -E2BIG
    number = _alloc(run, bmap)
    return -ENOMEM if number == 0 else number


@compiled("void(int64,int64,int64)", inline=True)
def free_elem(run: int, bmap: int, number: int) -> None:
    """Give an element back."""
    if load64(bmap + HT_POOL) == 0:
        _push(_list_of(bmap, load64(run + R_CPU)), number)
    else:
        _give_back(run, bmap, number)


def make_stacks(home: Home, nr_elems: int) -> int:
    """Return the host address of each CPU's free elements, and of the pool's: none yet."""
    nr_stacks = home.nr_cpus + 1
    free = home.buffer(FREE_BYTES * nr_stacks)
    stacks = home.buffer(4 * nr_elems * nr_stacks)  # pages cost nothing until they are used
    for cpu in range(nr_stacks):
        store64(free + FREE_BYTES * cpu + _STACK, stacks + 4 * nr_elems * cpu)
        store64(free + FREE_BYTES * cpu + _LOW, 1)
    return free


def fill_lists(free: int, nr_elems: int, nr_cpus: int) -> None:
    """Spread elements over the CPUs' lists (pcpu_freelist_populate)."""
    each, more = divmod(nr_elems, nr_cpus)
    low = 1
    for cpu in range(nr_cpus):
        nr_own = each + (cpu < more)
        store64(free + FREE_BYTES * cpu + _LOW, low)
        store64(free + FREE_BYTES * cpu + _NEXT, low + nr_own - 1)
        low += nr_own


def take_spares(free: int, spares: int, nr_cpus: int) -> None:
    """Take a spare element for each CPU, from the lists as CPU 0 finds them (alloc_extra_elems)."""
    source = 0
    for cpu in range(nr_cpus):
        while load64(free + FREE_BYTES * source + _NEXT) < load64(
            free + FREE_BYTES * source + _LOW
        ):
            source += 1
        number = load64(free + FREE_BYTES * source + _NEXT)
        store64(free + FREE_BYTES * source + _NEXT, number - 1)
        store64(spares + 8 * cpu, number)


def fill_caches(free: int, nr_elems: int, nr_bytes: int, nr_cpus: int) -> None:
    """Give each CPU's cache its first elements, all others to the pool."""
    for cpu in range(nr_cpus):
        store64(free + FREE_BYTES * cpu + _COUNT, PREFILL if nr_bytes <= _SMALL_BYTES else 1)
    store64(free + FREE_BYTES * nr_cpus + _NEXT, nr_elems)


@compiled("int64(int64)", python=True)
def nr_free(bmap: int) -> int:
    """Count the elements in all CPUs' lists."""
    found = 0
    for cpu in range(load64(bmap + M_NR_CPUS)):
        free = _list_of(bmap, cpu)
        found += load64(free + _DEPTH) + load64(free + _NEXT) - load64(free + _LOW) + 1
    return found
