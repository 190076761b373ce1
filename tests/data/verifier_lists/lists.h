/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Allocated objects and linked lists: what every program here is made of. */
typedef unsigned int __u32;
typedef unsigned long long __u64;
typedef int __s32;

#define NULL ((void *)0)
#define SEC(name) __attribute__((section(name), used))
#define __ksym __attribute__((section(".ksyms")))
#define __hidden __attribute__((visibility("hidden")))
#define __always_inline inline __attribute__((always_inline))
#define __noinline __attribute__((noinline))
#define __contains(name, node) __attribute__((btf_decl_tag("contains:" #name ":" #node)))
#define __uint(name, val) int(*name)[val]
#define __type(name, val) typeof(val) *name
#define private(name) SEC(".bss." #name) __hidden __attribute__((aligned(8)))
#define container_of(ptr, type, member) ((type *)((void *)(ptr) - __builtin_offsetof(type, member)))
#define barrier_var(var) asm volatile("" : "+r"(var))

struct bpf_spin_lock {
	__u32 val;
};
struct bpf_list_head {
	__u64 __opaque[2];
} __attribute__((aligned(8)));
struct bpf_list_node {
	__u64 __opaque[3];
} __attribute__((aligned(8)));
struct __sk_buff {
	__u32 len;
	__u32 pkt_type;
	__u32 mark;
};

extern void *bpf_obj_new_impl(__u64 local_type_id, void *meta) __ksym;
extern void bpf_obj_drop_impl(void *p, void *meta) __ksym;
extern int bpf_list_push_front_impl(struct bpf_list_head *head, struct bpf_list_node *node,
				    void *meta, __u64 off) __ksym;
extern int bpf_list_push_back_impl(struct bpf_list_head *head, struct bpf_list_node *node,
				   void *meta, __u64 off) __ksym;
extern struct bpf_list_node *bpf_list_pop_front(struct bpf_list_head *head) __ksym;
extern struct bpf_list_node *bpf_list_pop_back(struct bpf_list_head *head) __ksym;

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static __u64 (*bpf_ktime_get_ns)(void) = (void *)5;
static long (*bpf_spin_lock)(struct bpf_spin_lock *lock) = (void *)93;
static long (*bpf_spin_unlock)(struct bpf_spin_lock *lock) = (void *)94;

#define bpf_obj_new(type) ((type *)bpf_obj_new_impl(__builtin_btf_type_id(*(type *)0, 0), NULL))
#define bpf_obj_drop(p) bpf_obj_drop_impl(p, NULL)
#define push_front(head, node) bpf_list_push_front_impl(head, node, NULL, 0)
#define push_back(head, node) bpf_list_push_back_impl(head, node, NULL, 0)

struct bar;

struct foo {
	struct bpf_list_node node;
	struct bpf_list_head head __contains(bar, node);
	struct bpf_spin_lock lock;
	int data;
	struct bpf_list_node node2;
};
struct bar {
	struct bpf_list_node node;
	int data;
};
struct plain {
	__u64 a;
	__u32 b;
	void *p;
};
struct locked {
	struct bpf_spin_lock lock;
	int data;
};
struct value {
	struct bpf_spin_lock lock;
	int data;
	struct bpf_list_head head __contains(foo, node);
};

struct {
	__uint(type, 2);
	__type(key, int);
	__type(value, struct value);
	__uint(max_entries, 4);
} array SEC(".maps");

struct inner_array {
	__uint(type, 2);
	__type(key, int);
	__type(value, struct value);
	__uint(max_entries, 1);
} inner SEC(".maps");

struct {
	__uint(type, 12);
	__uint(max_entries, 1);
	__type(key, int);
	__uint(value_size, 4);
	__attribute__((aligned(8))) struct inner_array *values[];
} outer SEC(".maps") = { .values = { &inner } };

private(A) struct bpf_spin_lock lock_a;
private(A) struct bpf_list_head head_a __contains(foo, node);
private(A) struct bpf_list_head head_a2 __contains(foo, node2);
private(B) struct bpf_spin_lock lock_b;
private(B) struct bpf_list_head head_b __contains(foo, node);
private(C) struct bpf_spin_lock lock_c;
private(C) struct locked *unused_locked;
private(C) struct bar *unused_bar;

static __always_inline struct value *lookup(int key)
{
	return bpf_map_lookup_elem(&array, &key);
}

#define PROG(name) SEC("tc") int name(struct __sk_buff *ctx)
