// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A size that may be zero where the helper wants at least one byte. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char buffer[64];

	bpf_get_current_comm(buffer, ctx->args[2] & 15);
	return buffer[0];
}

char LICENSE[] SEC("license") = "GPL";
