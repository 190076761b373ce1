// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A field of the context is read in another width. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("xdp")
int prog(struct xdp_md *ctx)
{
	return *(volatile __u8 *)((void *)ctx + 1) & 1;
}

char LICENSE[] SEC("license") = "GPL";
