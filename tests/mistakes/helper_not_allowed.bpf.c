// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper that this type of program does not have. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("xdp")
int prog(struct xdp_md *ctx)
{
	char comm[16];

	bpf_get_current_comm(comm, sizeof(comm));
	return comm[0] == 'x' ? 1 : 2;
}

char LICENSE[] SEC("license") = "GPL";
