// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper for GPL programs is called by one under another licence. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 pid;

	bpf_probe_read_kernel(&pid, sizeof(pid), (void *)ctx->args[0]);
	return pid;
}

char LICENSE[] SEC("license") = "Proprietary";
