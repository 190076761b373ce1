"""The hash family: what each operation, flag and misuse comes to."""

from __future__ import annotations

from tests.map_jobs import (
    MapJob,
    create,
    delete,
    keys,
    lookup,
    next_key,
    prog_delete,
    prog_lookup,
    prog_update,
    update,
)

K = [i.to_bytes(4, "little") for i in range(8)]
V = [i.to_bytes(8, "little") for i in range(256)]

CASES = (
    MapJob(
        "hash",
        (
            create(1, 4, 8, 2),
            update(0, K[1], V[1]),
            prog_update(0, K[2], V[2]),
            update(0, K[3], V[3]),
            prog_update(0, K[3], V[3]),
            prog_update(0, K[2], V[4], 1),
            prog_update(0, K[2], V[4], 2),
            prog_update(0, K[2], V[4], 99),
            prog_lookup(0, K[2], 8),
            prog_lookup(0, K[7], 8),
            lookup(0, K[2]),
            lookup(0, K[7]),
            keys(0),
            next_key(0, K[5]),
            prog_delete(0, K[2]),
            delete(0, K[2]),
            keys(0),
        ),
    ),
)
