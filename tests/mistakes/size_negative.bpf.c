// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A size that is limited above but may be negative. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char buffer[64];
	__s64 size = (__s64)ctx->args[2];

	if (size > 64)
		return 0;
	bpf_probe_read_user(buffer, size, (void *)ctx->args[1]);
	return buffer[0];
}

char LICENSE[] SEC("license") = "GPL";
