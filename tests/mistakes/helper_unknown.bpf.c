// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper that this kernel does not have. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	long (*const helper)(void) = (void *)9999;

	return helper();
}

char LICENSE[] SEC("license") = "GPL";
