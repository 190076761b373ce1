// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The context is read at an offset that is not known before. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 i = bpf_get_prandom_u32() & 3;

	return ctx->args[i];
}

char LICENSE[] SEC("license") = "GPL";
