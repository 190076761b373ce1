"""What a verdict says, when it refuses, and that it refuses when it must."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import analysis
from analysis.metrics.losses import losses
from analysis.paired import df_comparison
from analysis.stats.verdict import verdict
from sim.record.example import write_example
from sim.record.writer import RecordWriter

HORIZON_NS = 100_000_000


def _run(
    folder: Path,
    latency: Callable[[str, int, int], int],
    *,
    reps: int = 3,
    nr: int = 2000,
    warmup_ns: int = 0,
    busy: Callable[[str, int], int] = lambda arm, rep: 10_000_000 + 1000 * rep,
    arms: tuple[str, ...] = ("untraced", "traced"),
    workloads: tuple[str, ...] = ("web",),
    by_requests: bool = False,
    attached_ns: int = 0,
) -> analysis.Run:
    """Write a run of evenly spaced requests whose latency is a function of arm, rep and index."""
    with RecordWriter(folder) as w:
        for arm in arms:
            for rep in range(reps):
                cell: dict[str, Any] = {"arm": arm, "replication": rep}
                figures = {
                    "horizon_ns": HORIZON_NS,
                    "warmup_ns": warmup_ns,
                    "nr_cpus": 1,
                    "attached_ns": 0 if arm == arms[0] else attached_ns,
                    "tracer_memory_bytes": 0 if arm == arms[0] else 4096,
                    "stop_reason": int(by_requests),
                }
                for key, value in figures.items():
                    w.append("machine", **cell, key=key, value=value)
                spent = busy(arm, rep)
                for activity, ns in (("user", spent), ("halted", HORIZON_NS - spent)):
                    ledger = {"cpu": 0, "activity": activity, "owner": "none", "time_ns": ns}
                    w.append("time_ledger", **cell, **ledger)
                for workload in workloads:
                    of = nr if workload == "web" else 30
                    ends = [HORIZON_NS * (i + 1) // of for i in range(of)]
                    begins = [end - latency(arm, rep, i) for i, end in enumerate(ends)]
                    w.append(
                        "requests",
                        **cell,
                        workload=workload,
                        client=0,
                        seq=list(range(of)),
                        arrive_ns=begins,
                        start_ns=begins,
                        end_ns=ends,
                        result=0,
                    )
    (folder / "status.json").write_text(json.dumps({"state": "complete"}))
    return analysis.load(folder)


def _steady(arm: str, rep: int, i: int) -> int:
    return 1000 + 37 * (i * 7919 % 101) + 10 * rep + (500 if arm == "traced" else 0)


def test_a_cost_is_stated_with_its_interval(tmp_path: Path) -> None:
    run = _run(tmp_path, _steady, busy=lambda a, r: 10**7 + (a == "traced") * (10**6 + 10**4 * r))
    found = verdict(run)
    assert found.is_conclusive
    assert found.reasons == ()
    assert found.limits == ()
    assert found.sentence == (
        "traced costs 505 ± 12 ns more CPU per request than untraced (+10.10 %) and raises p99 "
        "latency by 500 ns (+10.70 %); throughput is the same. Its maps, buffers and programs "
        "hold 4 KiB. (95 % over 3 paired replications.)"
    )


def test_a_cost_may_be_negative_and_is_said_so(tmp_path: Path) -> None:
    run = _run(tmp_path, _steady, busy=lambda a, r: 10**7 - (a == "traced") * 10**6)
    assert "costs 500 ns less CPU per request than untraced (−10.00 %)" in verdict(run).sentence


def test_what_is_not_shown_is_not_claimed(tmp_path: Path) -> None:
    busy = lambda a, r: 10**7 + (a == "traced") * (10**6 if r % 2 else -9 * 10**5)  # noqa: E731
    run = _run(tmp_path, _steady, reps=4, busy=busy)
    found = verdict(run)
    assert not found.is_conclusive
    assert "no difference is shown in CPU per request (+25 ± 873 ns, at most 17.96 %)" in (
        found.sentence
    )
    # n·(h/d)² = 4·(873/25)² = 4,878
    assert found.reasons[0] == (
        "too few replications to show a difference in CPU per request of traced: +25 ± 873 ns; "
        "if it is of this size, more than 1,000 replications like these would be needed: try a "
        "longer run"
    )
    assert not any(word in found.sentence for word in ("costs", "fewer"))


def test_a_small_cost_that_is_not_shown_is_settled(tmp_path: Path) -> None:
    busy = lambda a, r: 10**7 + (a == "traced") * (1000 if r % 2 else -900)  # noqa: E731
    found = verdict(_run(tmp_path, _steady, reps=4, busy=busy))
    assert found.is_conclusive
    assert "no difference is shown in CPU per request" not in " ".join(found.reasons)


def test_one_replication_is_a_limit_and_not_a_refusal(tmp_path: Path) -> None:
    found = verdict(_run(tmp_path, _steady, reps=1))
    assert found.is_conclusive
    assert found.limits == ("one replication has no interval: try `--replications 5`",)
    assert "±" not in found.sentence
    assert found.sentence.endswith("(One replication.)")


@pytest.mark.parametrize("warmup_ns", [-1, 0, 10_000_000])
def test_a_run_that_never_settles_is_refused(tmp_path: Path, warmup_ns: int) -> None:
    run = _run(tmp_path, lambda a, r, i: _steady(a, r, i) + 100 * i, warmup_ns=warmup_ns)
    found = verdict(run)
    assert not found.is_conclusive
    assert found.sentence.startswith(
        "Too short to conclude: the latency of web in untraced is not steady: MSER-5 would cut"
    )
    assert found.sentence.endswith('try `--set "stop.time=200 ms"`.')
    assert "costs" not in found.sentence
    supported = {claim.metric for claim in found.claims if claim.is_supported}
    assert supported == {"tracer_memory_bytes"}


def test_the_advice_is_in_the_terms_of_the_scenario(tmp_path: Path) -> None:
    run = _run(tmp_path, lambda a, r, i: 100 * i + 1, by_requests=True)
    assert verdict(run).sentence.endswith("try `--set stop.requests=4000`.")


def test_a_handful_of_requests_is_refused(tmp_path: Path) -> None:
    few = verdict(_run(tmp_path / "few", _steady, nr=99))
    assert few.sentence.startswith(
        "Too short to conclude: 99 completed requests of web in untraced are too few to find a "
        "warm-up in: 100 are needed; try "
    )
    none = verdict(_run(tmp_path / "none", _steady, nr=1, workloads=()))
    assert none.sentence.startswith("Too short to conclude: no request was completed; try ")


def test_a_percentile_needs_ten_observations_beyond_it(tmp_path: Path) -> None:
    thin = _run(tmp_path / "thin", _steady, nr=999)
    row = df_comparison(thin).set_index("metric").loc["latency_p99_ns"]
    assert not row["is_supported"]
    assert row["why_not"] == (
        "replication 0 of untraced has 999 requests, and 1,000 leave 10 beyond this percentile"
    )
    found = verdict(thin)
    assert "p99 latency is not judged" in found.sentence
    assert found.reasons[0].endswith('try `--set "stop.time=200 ms"`')
    assert df_comparison(thin).set_index("metric").loc["latency_p50_ns"]["is_supported"]
    enough = _run(tmp_path / "enough", _steady, nr=1000)
    assert df_comparison(enough)["is_supported"].all()


def test_the_automatic_warm_up_is_one_time_for_all_arms(tmp_path: Path) -> None:
    def warming(arm: str, rep: int, i: int) -> int:
        length = 300 if arm == "traced" else 100
        return _steady(arm, rep, i) + (20_000 if i < length else 0)

    run = _run(tmp_path, warming, warmup_ns=-1)
    warmup = run.warmup()
    assert warmup.is_auto
    assert warmup.too_short == ""
    # The end of the 300th of 2,000 requests evenly spread over the horizon, or soon after.
    assert 15_000_000 <= warmup.ns <= 15_500_000
    assert {run.warmup_ns(*cell) for cell in run.cells()} == {warmup.ns}
    assert set(run.df_latency()["nr_requests"]) == {2000 - warmup.ns * 2000 // HORIZON_NS}
    busiest = run.df_latency()["max_ns"].max()
    assert busiest < 20_000
    assert run.df_throughput(1_000_000)["is_warmup"].sum() == 6 * 16
    rate = run.df_overhead().set_index("metric").loc["throughput_per_s", "value"]
    assert rate.tolist() == pytest.approx([20_000] * 6)


def test_the_scenarios_warm_up_stands_and_a_longer_one_is_noted(tmp_path: Path) -> None:
    run = _run(tmp_path, lambda a, r, i: 1000 + (20_000 if i < 300 else i % 7), warmup_ns=5_000_000)
    assert run.warmup().ns == 5_000_000
    assert not run.warmup().is_auto
    assert verdict(run).limits == ("the scenario's warm-up is 5 ms; MSER-5 would cut 15 ms",)


def test_an_automatic_warm_up_does_not_end_before_tracers_are_attached(tmp_path: Path) -> None:
    run = _run(tmp_path, _steady, warmup_ns=-1, attached_ns=40_000_000)
    assert run.warmup().ns == 40_000_000
    assert verdict(run).limits == (
        "figures of CPU time cover the whole run, of which the first 40.00 % pass before tracers "
        "are attached",
    )


def test_a_warm_up_that_ends_before_tracers_are_attached_is_noted(tmp_path: Path) -> None:
    run = _run(tmp_path, _steady, warmup_ns=1_000_000, attached_ns=1_500_000)
    assert run.warmup().ns == 1_000_000
    assert verdict(run).limits == (
        "the scenario's warm-up is 1 ms; tracers are attached after 1.500 ms",
    )


def test_a_tracer_that_was_never_attached_has_no_cost_to_tell(tmp_path: Path) -> None:
    found = verdict(_run(tmp_path, _steady, attached_ns=-1))
    assert not found.is_conclusive
    assert found.sentence == (
        "Too short to conclude: replication 0 of traced ended before its tracers were attached; "
        'try `--set "stop.time=200 ms"`.'
    )


def test_a_workload_of_few_requests_has_no_say(tmp_path: Path) -> None:
    run = _run(tmp_path, _steady, workloads=("web", "rare"), warmup_ns=-1)
    assert run.warmup().too_short == ""
    assert verdict(run).limits[0] == "rare in untraced has no say in the warm-up: 30 requests"


def test_an_automatic_warm_up_of_more_than_half_of_the_time_is_refused(tmp_path: Path) -> None:
    """Five of every hundred requests are slow to come: a quarter of them takes most of the run."""

    folder = tmp_path
    with RecordWriter(folder) as w:
        for arm in ("a", "b"):
            cell: dict[str, Any] = {"arm": arm, "replication": 0}
            for key, value in (("horizon_ns", 10**6), ("warmup_ns", -1), ("nr_cpus", 1)):
                w.append("machine", **cell, key=key, value=value)
            ends = [7000 * (i + 1) for i in range(100)] + [700_000 + 100 * i for i in range(1900)]
            late = [5000 if i < 100 else i % 3 for i in range(2000)]
            begins = [end - ns for end, ns in zip(ends, late, strict=True)]
            times = {"arrive_ns": begins, "start_ns": begins, "end_ns": ends}
            names = {"workload": "web", "client": 0, "seq": list(range(2000)), "result": 0}
            w.append("requests", **cell, **names, **times)
    (folder / "status.json").write_text(json.dumps({"state": "complete"}))
    run = analysis.load(folder)
    assert (
        run.warmup().too_short == "the warm-up would be more than half of the run: 700 µs of 1 ms"
    )
    assert run.warmup().ns == 500_000


def test_the_cheapest_of_several_arms_is_named_when_shown(tmp_path: Path) -> None:
    arms = ("untraced", "kprobe", "fentry")
    extra = {"untraced": 0, "kprobe": 3 * 10**6, "fentry": 10**6}

    def busy(arm: str, rep: int) -> int:
        return 10**7 + extra[arm] + 10**5 * rep * (arm == "fentry")

    shown = verdict(_run(tmp_path / "shown", _steady, arms=arms, busy=busy))
    assert "The cheapest is fentry: 950 ± 124 ns less CPU per request than kprobe." in (
        shown.sentence
    )
    assert [one.arm for one in shown.arms] == ["kprobe", "fentry"]
    extra["fentry"] = extra["kprobe"]
    same = verdict(_run(tmp_path / "same", _steady, arms=arms, busy=busy))
    assert "is cheapest is not shown: the interval holds zero." in same.sentence
    one = verdict(_run(tmp_path / "one", _steady, arms=arms, busy=busy, reps=1))
    assert "is cheapest is not shown: one replication has no interval." in one.sentence


def test_losses_are_told_with_their_causes(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=3)
    run = analysis.load(tmp_path)
    records, hits = (
        next(x for x in losses(run) if x.what == w) for w in ("records lost", "hits missed")
    )
    assert (records.count, records.whole, records.causes) == (45, 2271, (("full", 45),))
    assert records.whole == records.delivered + records.count + records.unread
    assert (hits.count, hits.whole) == (21, 2292)
    assert (
        "It lost 45 of 2,271 records (1.98 %: 45 full; 9 unread at the end) and missed 21 of "
        "2,292 hits (0.92 %: 21 recursion); its maps"
    ) in verdict(run).sentence


def test_a_twin_alone_has_no_verdict(tmp_path: Path) -> None:
    write_example(tmp_path, arms=1)
    found = verdict(analysis.load(tmp_path))
    assert not found.is_conclusive
    assert found.sentence == "untraced ran alone: there is no traced arm to compare with."


def test_claims_are_the_comparison(tmp_path: Path) -> None:
    write_example(tmp_path, nr_replications=2, arms=3)
    run = analysis.load(tmp_path)
    rows = df_comparison(run).to_dict("records")
    claims = verdict(run).claims
    assert len(claims) == len(rows) == 12
    for claim, row in zip(claims, rows, strict=True):
        for name, value in vars(claim).items():
            given = row[name]
            assert value == given or (math.isnan(value) and math.isnan(given))
