"""Whose cache a ring's lines are in: what a reservation and the reader wait for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.memory import Buffer, store64
from sim.bpf.maps import layout as bm
from sim.bpf.maps.create import MapView
from sim.bpf.maps.lines import NEAR, RB_DOMAINS, RB_FAR, producer_lines, reader_lines
from tests.vm import Vm

FAR = 29


@pytest.fixture
def ring() -> Iterator[MapView]:
    vm = Vm()
    yield vm.create("ring", bm.RINGBUF, 0, 0, 4096)
    vm.close()


def _produce(ring: MapView, cpu: int, total: int = 64) -> int:
    far = producer_lines(ring.record, cpu)
    store64(ring.record + bm.M_LOCK_CPU, cpu)
    store64(ring.record + bm.M_PRODUCER, ring.field(bm.M_PRODUCER) + total)
    return far


def _consume(ring: MapView, cpu: int, total: int = 64) -> int:
    pos = ring.field(bm.M_CONSUMER)
    far = reader_lines(ring.record, cpu, pos)
    store64(ring.record + bm.M_CONSUMER, pos + total)
    return far


def test_a_producer_alone_waits_for_nothing(ring: MapView) -> None:
    assert [_produce(ring, 0) for _ in range(3)] == [0, 0, 0]


def test_producers_that_take_turns_wait_for_three_lines(ring: MapView) -> None:
    assert [_produce(ring, cpu) for cpu in (0, 1, 1, 0)] == [0, 3 * NEAR, 0, 3 * NEAR]


def test_a_reader_on_the_producers_cpu_costs_nothing(ring: MapView) -> None:
    _produce(ring, 0)
    assert _consume(ring, 0) == 0
    assert _produce(ring, 0) == 0


def test_a_reader_elsewhere_fetches_the_position_and_the_data(ring: MapView) -> None:
    for _ in range(3):
        _produce(ring, 0)
    # position, its own position that the producer has read (both are 0), data; then data only
    assert _consume(ring, 1) == 3 * NEAR
    assert _consume(ring, 1) == NEAR


def test_a_producer_fetches_the_position_that_the_reader_moved_once(ring: MapView) -> None:
    for _ in range(3):
        _produce(ring, 0)
    _consume(ring, 1)
    assert _produce(ring, 0) == 2 * NEAR  # the consumer position, and its own, which was read
    assert _produce(ring, 0) == 0


def test_records_in_one_line_bring_it_once_unless_it_is_written_again(ring: MapView) -> None:
    for _ in range(4):
        _produce(ring, 0, 16)
    _consume(ring, 1, 16)
    assert [_consume(ring, 1, 16) for _ in range(3)] == [0, 0, 0]


def test_another_cache_domain_is_farther_away(ring: MapView) -> None:
    domains = Buffer(4 * 8)
    for cpu in range(4):
        store64(domains.address + 8 * cpu, cpu // 2)
    store64(ring.record + RB_DOMAINS, domains.address)
    store64(ring.record + RB_FAR, FAR)
    assert [_produce(ring, cpu) for cpu in (0, 1, 2, 3)] == [0, 3 * NEAR, 3 * FAR, 3 * NEAR]
    domains.close()
