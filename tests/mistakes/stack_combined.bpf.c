// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* Two functions that need more than 512 bytes together. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

static __noinline int inner(void *from)
{
	char buffer[300];

	bpf_probe_read_user(buffer, sizeof(buffer), from);
	return buffer[7];
}

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char buffer[300];

	bpf_probe_read_user(buffer, sizeof(buffer), (void *)ctx->args[1]);
	return buffer[3] + inner((void *)ctx->args[1]);
}

char LICENSE[] SEC("license") = "GPL";
