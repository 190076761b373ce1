// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A field is read that the context does not have. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("xdp")
int prog(struct xdp_md *ctx)
{
	return *(__u32 *)((void *)ctx + 100) & 1;
}

char LICENSE[] SEC("license") = "GPL";
