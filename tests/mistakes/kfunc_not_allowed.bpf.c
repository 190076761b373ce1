// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A kernel function is called that programs may not call. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

extern long do_unlinkat(int dfd, struct filename *name) __ksym;

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	return do_unlinkat(1, NULL);
}

char LICENSE[] SEC("license") = "GPL";
