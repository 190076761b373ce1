// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The same through a perf buffer: each getpid(2) makes a batch of 8-byte records. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

const volatile int batch = 500;

long sample = 42;
long dropped = 0;

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, sizeof(int));
	__uint(value_size, sizeof(int));
} events SEC(".maps");

SEC("kprobe/__x64_sys_getpid")
int produce(void *ctx)
{
	int i;

	for (i = 0; i < batch; i++)
		if (bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &sample, sizeof(sample)))
			__sync_fetch_and_add(&dropped, 1);
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
