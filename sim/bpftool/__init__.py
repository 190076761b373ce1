"""bpftool's view of a simulated machine: its verbs, words and JSON.

Answers to ``tools/bpf/bpftool`` (7.1). A `Source` says what there is: `RunSource` reads it from a
run directory, `LiveSource` from a machine of this process. `map_verb`, `prog_verb`, `link_verb`
and `btf_list` turn a source and bpftool's words into its output.

**Rule:** what is printed is bpftool's text for what the source holds; nothing is made up for what
a source does not know.

**Not modelled:** pinning, creating maps, loading and attaching (a scenario does that); ``map
event_pipe``, ``prog dump jited``, ``net``, ``cgroup``, ``struct_ops`` and the like.
"""
