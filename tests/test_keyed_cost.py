"""What keyed maps cost, against published tables and in the limits."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sim.base.memory import Buffer, store64
from sim.bpf import run_state as r
from sim.bpf.maps.keyed_cost import key_ps, keys_in_use
from sim.bpf.spec import MapType
from sim.cost.profile import load_profile
from tests.validation.keyed import Rig
from tests.validation.maps import bloom_gain, cells, lookup_ns, orderings

MACHINES = ("ryzen-3950x", "xeon-gold-6138")


def test_published_lookups_by_fullness_are_met_and_in_order() -> None:
    done = cells("fullness")
    assert all(abs(found / cell.published - 1) <= 0.25 for cell, found in done)
    right, total = orderings(done)
    assert right == total == 5


@pytest.mark.slow
def test_published_lookups_by_key_size_are_met_and_in_order() -> None:
    done = cells("key size")
    assert sum(abs(found / cell.published - 1) <= 0.25 for cell, found in done) >= 0.8 * len(done)
    right, total = orderings(done)
    assert right == total


@pytest.mark.parametrize("machine", MACHINES)
def test_a_fuller_map_costs_more(machine: str) -> None:
    assert all(a < b for a, b in pairwise(lookup_ns(machine, 8, full) for full in (2, 10, 50)))


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("kernel", ["6.1", "6.12"])
def test_a_longer_key_costs_more_from_eight_bytes_on(machine: str, kernel: str) -> None:
    found = [lookup_ns(machine, nr_bytes, 5, kernel) for nr_bytes in (8, 16, 32, 64)]
    assert all(less < more for less, more in pairwise(found))
    assert lookup_ns(machine, 4, 5, kernel) > found[0]  # four bytes are compared one by one


def test_a_profile_without_caches_charges_no_wait() -> None:
    # 14.6 for the lookup, 1.0 for the call, 12.8 for a full map
    assert lookup_ns("x86-2020", 4, 25) == pytest.approx(15.6 + 3.2, abs=0.3)


def test_hashing_by_words_saves_three_reads_of_each_word() -> None:
    prices = load_profile("ryzen-3950x")
    vector = Buffer(8 * r.NR_COUNTS)
    for i, name in enumerate(r.COUNTS):
        store64(vector.address + 8 * i, prices.price_ps(name))
    tail = prices.price_ps("map.key_tail")
    for nr_bytes, words in ((4, 1), (8, 2), (16, 1), (32, 2), (64, 1)):
        by_bytes, by_words = (key_ps(vector.address, nr_bytes, kind, 1) for kind in (0, 1))
        assert by_bytes - by_words == 3 * words * tail
    assert key_ps(vector.address, 4, 0, 1) == 0
    vector.close()


@pytest.mark.parametrize("nr_keys", [1, 100, 1000])
def test_keys_that_come_round_are_all_in_use(nr_keys: int) -> None:
    rig = Rig("ryzen-3950x")
    view = rig.map(MapType.BPF_MAP_TYPE_HASH, 4, 10_000)
    rig.mean_ns(lambda i: rig.update(view, rig.set_key(i % nr_keys, 4)), 20 * nr_keys + 200)
    assert keys_in_use(view.record) == pytest.approx(nr_keys, rel=0.1)
    rig.close()


def test_one_cpu_waits_for_nobody_and_many_wait_for_a_hot_key() -> None:
    def rate(nr_cpus: int, nr_keys: int) -> float:
        rig = Rig("x86-2020", nr_cpus)
        view = rig.map(MapType.BPF_MAP_TYPE_HASH, 4, 4096)
        found = rig.rate(lambda i: rig.update(view, rig.set_key(i % nr_keys, 4)), 200, 1_000_000)
        rig.close()
        return found

    alone = rate(1, 1)
    assert rate(1, 1021) == pytest.approx(alone, rel=0.1)
    assert rate(8, 1021) > 3 * alone
    assert rate(8, 1) < 2 * alone


@pytest.mark.slow
def test_a_common_lru_list_stops_scaling_and_lists_per_cpu_do_not() -> None:
    done = cells("LRU")
    assert all(abs(found / cell.published - 1) <= 0.5 for cell, found in done)
    right, total = orderings(done)
    assert right == total == 4


def test_a_bloom_filter_gains_more_where_the_hash_leaves_the_cache() -> None:
    small, large = bloom_gain("xeon-gold-6138", 5000), bloom_gain("xeon-gold-6138", 50_000)
    assert small < large
