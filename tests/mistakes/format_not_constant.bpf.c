// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The format of a trace line is put together at run time. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

BPFSIM_HELPER(165, long, bpf_snprintf, char *str, __u32 size, const char *fmt, __u64 *data,
	      __u32 data_len);

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	char out[16], fmt[4] = "%d";
	__u64 number = 1;

	bpf_snprintf(out, sizeof(out), fmt, &number, sizeof(number));
	return out[0];
}

char LICENSE[] SEC("license") = "GPL";
