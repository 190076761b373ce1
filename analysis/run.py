"""One run directory, opened for analysis.

`load` gives a `Run`. Its ``df_*`` methods give tidy data frames: one row per observation, one
column per variable, units in the column names. Each says which tables it needs and fails with
a `MissingTableError` that names the table and itself.

**Rule:** the first arm is the untraced twin. Arms are compared with the twin pairwise, within
the same replication, for only that pair ran under the same draws.

**Not modelled:** runs of several machines; one directory is one machine per arm.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis import follow, lost, records
from analysis.metrics import accounts, latency, overhead, throughput
from analysis.plotting import Plotting
from analysis.stats.warmup import Warmup, find_warmup
from sim.base.errors import ResultsError
from sim.record.reader import TableData, check_digests, check_run_dir, read_table
from sim.record.schema import WARMUP_AUTO

__all__ = ["Run", "load"]


class Run(Plotting):
    """The tables of one complete run.

    Attributes:
        path: The run directory.
        arms: Names of the arms, in the scenario's order.
        replications: Numbers of the replications.
        memo: What was calculated once and is used by several figures.
    """

    def __init__(self, path: Path | str, *, verify: bool = True) -> None:
        self.path = Path(path)
        self.memo: dict[str, Any] = {}
        check_run_dir(self.path)
        if verify:
            check_digests(self.path)
        machine = self.table("machine", "load()")
        self._machine: dict[tuple[str, int], dict[str, int]] = {}
        rows = zip(*(machine[n] for n in ("arm", "replication", "key", "value")), strict=True)
        for arm, rep, key, value in rows:
            self._machine.setdefault((str(arm), int(rep)), {})[str(key)] = int(value)
        self._warmup: Warmup | None = None
        self.arms = list(dict.fromkeys(arm for arm, _ in self._machine))
        self.replications = sorted({rep for _, rep in self._machine})
        if not self.arms:
            raise ResultsError("the run has no arms", where=str(self.path))

    @property
    def twin(self) -> str:
        """The untraced arm that all others are compared with."""
        return self.arms[0]

    @property
    def traced_arms(self) -> list[str]:
        """All arms but the twin."""
        return self.arms[1:]

    def cells(self) -> list[tuple[str, int]]:
        """Return every (arm, replication), arms in order."""
        return [(a, r) for a in self.arms for r in self.replications if (a, r) in self._machine]

    def machine(self, arm: str, replication: int, key: str, default: int | None = None) -> int:
        """Return a figure of the `machine` table.

        Raises:
            ResultsError: The figure is not there and *default* is None.
        """
        value = self._machine.get((arm, replication), {}).get(key, default)
        if value is None:
            raise ResultsError(
                f"the machine table has no {key!r}",
                where=str(self.path),
                reason=f"arm {arm!r}, replication {replication}",
            )
        return value

    def warmup(self) -> Warmup:
        """Return the warm-up of the run and what it rests on; found once."""
        if self._warmup is None:
            self._warmup = find_warmup(self)
        return self._warmup

    def warmup_ns(self, arm: str, replication: int) -> int:
        """Return until when nothing counts: what the scenario says, or MSER-5 finds."""
        given_ns = self.machine(arm, replication, "warmup_ns", 0)
        return self.warmup().ns if given_ns == WARMUP_AUTO else given_ns

    def table(self, name: str, needed_by: str) -> TableData:
        """Open a table; *needed_by* is named when it is missing."""
        return read_table(self.path, name, needed_by=needed_by, require_complete=False)

    def frame(self, name: str, needed_by: str) -> pd.DataFrame:
        """Return a whole table as a data frame, names as pandas categories."""
        data = self.table(name, needed_by)
        columns: dict[str, Any] = {}
        for column in data.table.columns:
            codes = np.array(data.codes(column.name))
            if column.is_category:
                # An object index, for what pandas makes of a list of str differs by version.
                names = pd.Index(data.categories(column.name), dtype=object)
                columns[column.name] = pd.Categorical.from_codes(codes, categories=names)
            else:
                columns[column.name] = codes
        return pd.DataFrame(columns)

    def df_overhead(self) -> pd.DataFrame:
        """Return headline metrics of every arm beside its twin; see `overhead.df_overhead`."""
        return overhead.df_overhead(self)

    def df_throughput(self, bin_ns: int | None = None) -> pd.DataFrame:
        """Return completed requests over time; see `throughput.df_throughput`."""
        return throughput.df_throughput(self, bin_ns)

    def df_latency(self) -> pd.DataFrame:
        """Return latency percentiles per workload; see `latency.df_latency`."""
        return latency.df_latency(self)

    def df_time_ledger(self) -> pd.DataFrame:
        """Return CPU time by activity and owner; see `accounts.df_time_ledger`."""
        return accounts.df_time_ledger(self)

    def df_loss(self) -> pd.DataFrame:
        """Return the bins of the loss ledger; see `accounts.df_loss`."""
        return accounts.df_loss(self)

    def df_records(self) -> pd.DataFrame:
        """Return one row per record and how long it waited; see `accounts.df_records`."""
        return accounts.df_records(self)

    def df_decoded(
        self,
        arm: str | None = None,
        replication: int | None = None,
        tracer: str | None = None,
        limit: int | None = None,
    ) -> pd.DataFrame:
        """Return the delivered records, a column per field; see `records.df_decoded`."""
        return records.df_decoded(self, arm, replication, tracer, limit)

    def df_follow(self, record: int | None = None, flow: int | None = None) -> pd.DataFrame:
        """Return the stations of one record or hit; see `follow.df_follow`."""
        return follow.df_follow(self, record, flow)

    def df_lost(self, arm: str | None = None, replication: int | None = None) -> pd.DataFrame:
        """Return what was lost, each with its cause; see `lost.df_lost`."""
        return lost.df_lost(self, arm, replication)

    def df_programs(self) -> pd.DataFrame:
        """Return run counts and times per program; see `accounts.df_programs`."""
        return accounts.df_programs(self)

    def df_maps(self) -> pd.DataFrame:
        """Return fill and failures per map; see `accounts.df_maps`."""
        return accounts.df_maps(self)

    def df_cost_use(self) -> pd.DataFrame:
        """Return how much time each price made; see `accounts.df_cost_use`."""
        return accounts.df_cost_use(self)


def load(path: Path | str, *, verify: bool = True) -> Run:
    """Open a run directory.

    Args:
        path: The directory.
        verify: Compare the tables with the digests that were written with them; that takes
            about 0.1 s per 100 MB. Without it, what somebody edited is read as it is.

    Raises:
        ResultsError: It is no run directory, its run is not complete, or its tables were
            changed after they were written.
    """
    return Run(path, verify=verify)
