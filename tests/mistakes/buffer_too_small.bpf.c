// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The size given to a helper is more than the buffer has. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char comm[8];

	bpf_get_current_comm(comm, 16);
	return comm[0];
}

char LICENSE[] SEC("license") = "GPL";
