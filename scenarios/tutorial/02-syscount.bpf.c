// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/*
 * syscount: counts calls and failures of a few syscalls per process, and sends nothing.
 *
 * Each CPU counts in its own copy of a map value, so no two CPUs write the same memory; the
 * reader adds the copies up.
 */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

/* Numbers of the counted syscalls. */
enum counted_nr {
	NR_READ = 0,
	NR_WRITE = 1,
	NR_CLOSE = 3,
	NR_GETPID = 39,
	NR_OPENAT = 257,
};

struct count_key {
	__u32 tgid;
	__u32 nr;
};

struct count_value {
	__u64 calls;
	__u64 errors;
};

/* Settings, written before the program is loaded. */
const volatile __u32 targ_tgid = 0;

/* Calls that found no room in the map. */
__u64 uncounted = 0;

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 4096);
	__type(key, struct count_key);
	__type(value, struct count_value);
} counts SEC(".maps");

static __always_inline int count(__u32 nr, bool is_return, long ret)
{
	struct count_key key = { .tgid = bpf_get_current_pid_tgid() >> 32, .nr = nr };
	struct count_value *value, zero = {};

	if (targ_tgid && targ_tgid != key.tgid)
		return 0;
	if (is_return && ret >= 0)
		return 0;

	value = bpf_map_lookup_elem(&counts, &key);
	if (!value) {
		bpf_map_update_elem(&counts, &key, &zero, BPF_NOEXIST);
		value = bpf_map_lookup_elem(&counts, &key);
		if (!value) {
			__sync_fetch_and_add(&uncounted, 1);
			return 0;
		}
	}
	if (is_return)
		value->errors++;
	else
		value->calls++;
	return 0;
}

SEC("kprobe/do_sys_openat2")
int enter_openat(struct pt_regs *ctx)
{
	return count(NR_OPENAT, false, 0);
}

SEC("kretprobe/do_sys_openat2")
int exit_openat(struct pt_regs *ctx)
{
	return count(NR_OPENAT, true, PT_REGS_RC(ctx));
}

SEC("kprobe/ksys_read")
int enter_read(struct pt_regs *ctx)
{
	return count(NR_READ, false, 0);
}

SEC("kretprobe/ksys_read")
int exit_read(struct pt_regs *ctx)
{
	return count(NR_READ, true, PT_REGS_RC(ctx));
}

SEC("kprobe/ksys_write")
int enter_write(struct pt_regs *ctx)
{
	return count(NR_WRITE, false, 0);
}

SEC("kretprobe/ksys_write")
int exit_write(struct pt_regs *ctx)
{
	return count(NR_WRITE, true, PT_REGS_RC(ctx));
}

SEC("kprobe/close_fd")
int enter_close(struct pt_regs *ctx)
{
	return count(NR_CLOSE, false, 0);
}

/* close_fd returns an int: the upper half of the register means nothing. */
SEC("kretprobe/close_fd")
int exit_close(struct pt_regs *ctx)
{
	return count(NR_CLOSE, true, (int)PT_REGS_RC(ctx));
}

SEC("kprobe/__x64_sys_getpid")
int enter_getpid(struct pt_regs *ctx)
{
	return count(NR_GETPID, false, 0);
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
