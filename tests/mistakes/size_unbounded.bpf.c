// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper is given a size that nobody limited. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char buffer[64];

	bpf_probe_read_user(buffer, ctx->args[2], (void *)ctx->args[1]);
	return buffer[0];
}

char LICENSE[] SEC("license") = "GPL";
