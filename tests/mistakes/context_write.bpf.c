// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The context of a tracepoint is written. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	ctx->args[0] = 0;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
