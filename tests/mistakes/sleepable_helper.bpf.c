// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A helper that may sleep is called by a program that may not. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

BPFSIM_HELPER(148, long, bpf_copy_from_user, void *dst, __u32 size, const void *src);

SEC("fentry/do_unlinkat")
int prog(__u64 *ctx)
{
	__u64 value = 0;

	bpf_copy_from_user(&value, sizeof(value), (void *)ctx[1]);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
