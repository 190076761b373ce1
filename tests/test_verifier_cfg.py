"""The control-flow graph of a program, and its picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from analysis.plots.cfg import draw_cfg
from analysis.plots.cfg_layout import lay_out
from sim.bpf.verifier.explain.graph import control_flow_graph
from sim.bpf.verifier.spec import Kernel
from sim.cli.main import app
from sim.kernel.types.kernel_types import kernel_btf
from sim.loader.open import open_object
from sim.loader.verify_object import verify_object
from sim.versions.features import features_of

FOLDER = Path(__file__).parent / "mistakes"
TUTORIAL = Path(__file__).parent.parent / "scenarios" / "tutorial"


def graph_of(name: str) -> nx.DiGraph:
    kernel = Kernel("6.1", features_of("6.1"), kernel_btf("6.1"))
    (found,) = verify_object(open_object(FOLDER / f"{name}.bpf.o"), kernel, with_trace=True)
    return control_flow_graph(found.trace)


def test_blocks_and_branches_are_those_of_the_program():
    graph = graph_of("reference_leaked")
    assert list(graph) == [0, 7, 9, 15]
    labels = {edge: graph.edges[edge]["label"] for edge in graph.edges}
    assert labels == {
        (0, 7): "not taken",
        (0, 15): "taken",
        (7, 9): "not taken",
        (7, 15): "taken",
        (9, 15): "",
    }


def test_the_path_to_the_refusal_is_marked():
    graph = graph_of("reference_leaked")
    assert [edge for edge in graph.edges if graph.edges[edge]["on_path"]] == [(0, 7), (7, 15)]
    assert [node for node in graph if graph.nodes[node]["refused"]] == [15]
    assert graph.nodes[15]["why"].startswith("Unreleased reference")


def test_functions_stay_apart():
    graph = graph_of("frames_too_many")
    assert len({data["function"] for _, data in graph.nodes(data=True)}) == 10
    assert list(graph.edges) == []


def test_a_block_lies_below_what_leads_to_it():
    graph = graph_of("loop_long_path")
    layout = lay_out(graph, dict.fromkeys(graph, (2.0, 0.5)))
    assert len(layout.back) == 1
    forward = [edge for edge in graph.edges if edge not in layout.back]
    assert all(layout.at[start][1] < layout.at[end][1] for start, end in forward)


@pytest.mark.parametrize("blocks", [5, 20, 60])
def test_blocks_do_not_overlap(blocks):
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_nodes_from(range(blocks))
    graph.add_edges_from((at, at + 1) for at in range(blocks - 1))
    graph.add_edges_from((at, min(at * 2 + 3, blocks - 1)) for at in range(blocks - 1))
    layout = lay_out(graph, dict.fromkeys(graph, (2.0, 0.5)))
    places = [layout.at[node] for node in graph]
    for at, (x, y) in enumerate(places):
        assert all(abs(x - a) >= 2.0 or abs(y - b) >= 0.5 for a, b in places[:at])


@pytest.mark.parametrize("form", ["svg", "png"])
def test_equal_graphs_give_equal_pictures(form):
    one, other = (draw_cfg(graph_of("reference_leaked"), "prog", form) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.png", b"\x89PNG")])
def test_the_command_writes_a_picture(name, start, tmp_path):
    picture = tmp_path / name
    source = str(FOLDER / "loop_long_path.bpf.o")
    shown = CliRunner().invoke(app, ["verify", source, "--cfg", str(picture)])
    assert shown.exit_code == 1
    assert picture.read_bytes().startswith(start)


def test_an_accepted_program_is_drawn_too(tmp_path):
    picture = tmp_path / "a.svg"
    source = str(TUTORIAL / "01-opensnoop.bpf.o")
    shown = CliRunner().invoke(app, ["verify", source, "--cfg", str(picture)])
    assert shown.exit_code == 0
    assert "accept by Linux 6.1" in picture.read_text()


def test_another_kind_of_picture_is_refused(tmp_path):
    source = str(FOLDER / "loop_long_path.bpf.o")
    shown = CliRunner().invoke(app, ["verify", source, "--cfg", str(tmp_path / "a.gif")])
    assert shown.exit_code not in (0, 1)


def test_verifying_loads_neither_matplotlib_nor_numba():
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from sim.cli.main import app\n"
        "CliRunner().invoke(app, sys.argv[1:])\n"
        "print([name for name in ('matplotlib', 'numba') if name in sys.modules])\n"
    )
    command = [sys.executable, "-c", code, "verify", str(FOLDER / "double_submit.bpf.o")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
