/* Maps whose values have every shape that bpftool decodes, and programs of several types. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

enum mood { MOOD_CALM, MOOD_BUSY = 5 };

enum outcome { OUTCOME_BAD = -1, OUTCOME_OK = 0 };

typedef unsigned int u32_alias;

struct flat_key {
	u32 pid;
	char comm[8];
};

struct inner {
	u16 port;
	u8 flags;
};

struct shape {
	int negative;
	u32_alias number;
	u64 wide;
	char letter;
	bool yes;
	enum mood mood;
	enum outcome outcome;
	struct inner inner;
	union {
		u32 whole;
		u8 parts[4];
	};
	u32 low : 3;
	int mid : 5;
	u64 high : 40;
	const char *text;
	struct inner *at;
	char comm[8];
	s16 table[2][3];
	struct inner many[2];
	unsigned __int128 huge;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, struct flat_key);
	__type(value, struct shape);
} shapes SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 16);
	__type(key, u32);
	__type(value, struct inner);
} percpu SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 2);
	__type(key, u32);
	__type(value, u64);
} percpu_slots SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 3);
	__type(key, u32);
	__type(value, enum mood);
} moods SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__uint(key_size, 6);
	__uint(value_size, 20);
} plain SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 4);
	__uint(key_size, 4);
	__uint(value_size, 8);
} plain_percpu SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_PERCPU_HASH);
	__uint(max_entries, 64);
	__uint(key_size, 4);
	__uint(value_size, 4);
} recent SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_QUEUE);
	__uint(max_entries, 4);
	__uint(value_size, 4);
} line SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} ring SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 2);
	__uint(key_size, 4);
	__uint(value_size, 4);
} jumps SEC(".maps");

int counter = 7;
const volatile u32 limit = 3;
u64 seen[2];

SEC("kprobe/vfs_read")
int on_read(struct pt_regs *ctx)
{
	struct flat_key key = {.pid = bpf_get_current_pid_tgid() >> 32};
	struct shape *found = bpf_map_lookup_elem(&shapes, &key);
	u32 slot = 1;
	u64 *count = bpf_map_lookup_elem(&percpu_slots, &slot);

	if (count)
		*count += 1;
	if (found)
		found->number++;
	counter++;
	if (limit > 2)
		seen[1] += bpf_ktime_get_ns();
	bpf_map_push_elem(&line, &slot, 0);
	return 0;
}

SEC("raw_tracepoint/sys_enter")
int on_enter(void *ctx)
{
	u32 key = 3;
	u32 *value = bpf_map_lookup_elem(&moods, &key);
	char plain_key[6] = {};
	u64 plain_value[3] = {};

	plain_key[0] = counter;
	bpf_map_update_elem(&plain, plain_key, plain_value, BPF_ANY);
	bpf_map_update_elem(&plain_percpu, &key, plain_value, BPF_ANY);
	bpf_map_update_elem(&recent, &key, plain_value, BPF_ANY);
	bpf_map_update_elem(&percpu, &key, plain_value, BPF_ANY);
	bpf_tail_call(ctx, &jumps, 0);
	bpf_ringbuf_output(&ring, &key, sizeof(key), 0);
	return value ? *value : 0;
}

SEC("tracepoint/syscalls/sys_enter_openat")
int on_openat(void *ctx)
{
	return counter;
}

SEC("fentry/do_sys_openat2")
int on_open(void *ctx)
{
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
