/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Objects that a program allocates: new, drop, their fields, and pointers that outlive them. */
#include "lists.h"

PROG(new_and_drop)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_obj_drop(p);
	return 0;
}

PROG(new_is_lost)
{
	bpf_obj_new(struct plain);
	return 0;
}

PROG(new_is_not_compared)
{
	struct plain *p = bpf_obj_new(struct plain);

	p->a = 1;
	return 0;
}

PROG(drop_what_may_be_null)
{
	bpf_obj_drop(bpf_obj_new(struct plain));
	return 0;
}

PROG(read_and_write)
{
	struct plain *p = bpf_obj_new(struct plain);
	int b;

	if (!p)
		return 0;
	p->a = ctx->len;
	p->b = 7;
	b = p->b;
	bpf_obj_drop(p);
	return b;
}

PROG(pointer_member_is_a_number)
{
	struct plain *p = bpf_obj_new(struct plain);
	int *q, r = 0;

	if (!p)
		return 0;
	q = p->p;
	if (q)
		r = *q;
	bpf_obj_drop(p);
	return r;
}

PROG(read_beyond)
{
	struct plain *p = bpf_obj_new(struct plain);
	int r;

	if (!p)
		return 0;
	r = ((int *)p)[6];
	bpf_obj_drop(p);
	return r;
}

PROG(read_before)
{
	struct plain *p = bpf_obj_new(struct plain);
	int r;

	if (!p)
		return 0;
	r = ((int *)p)[-1];
	bpf_obj_drop(p);
	return r;
}

PROG(read_variable)
{
	struct plain *p = bpf_obj_new(struct plain);
	int r;

	if (!p)
		return 0;
	r = ((unsigned char *)p)[ctx->len & 7];
	bpf_obj_drop(p);
	return r;
}

PROG(use_after_drop)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_obj_drop(p);
	return p->b;
}

PROG(drop_twice)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_obj_drop(p);
	bpf_obj_drop(p);
	return 0;
}

PROG(drop_at_offset)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_obj_drop((void *)p + 8);
	return 0;
}

PROG(drop_map_value)
{
	struct value *v = lookup(0);

	if (!v)
		return 0;
	bpf_obj_drop(v);
	return 0;
}

PROG(drop_stack)
{
	__u64 on_stack = 0;

	bpf_obj_drop(&on_stack);
	return 0;
}

PROG(drop_number)
{
	bpf_obj_drop((void *)1);
	return 0;
}

PROG(new_of_an_int)
{
	void *p = bpf_obj_new_impl(__builtin_btf_type_id(*(int *)0, 0), NULL);

	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(new_of_no_type)
{
	void *p = bpf_obj_new_impl(100000, NULL);

	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(new_of_large_id)
{
	void *p = bpf_obj_new_impl(1ULL << 32, NULL);

	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(new_of_variable_id)
{
	void *p = bpf_obj_new_impl(ctx->len, NULL);

	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(new_of_pointer_id)
{
	void *p = bpf_obj_new_impl((__u64)ctx, NULL);

	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(object_lock)
{
	struct locked *p = bpf_obj_new(struct locked);

	if (!p)
		return 0;
	bpf_spin_lock(&p->lock);
	p->data = 1;
	bpf_spin_unlock(&p->lock);
	bpf_obj_drop(p);
	return 0;
}

PROG(object_without_lock)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_spin_lock((void *)p);
	bpf_spin_unlock((void *)p);
	bpf_obj_drop(p);
	return 0;
}

PROG(object_lock_elsewhere)
{
	struct locked *p = bpf_obj_new(struct locked);

	if (!p)
		return 0;
	bpf_spin_lock((void *)&p->data);
	bpf_spin_unlock((void *)&p->data);
	bpf_obj_drop(p);
	return 0;
}

PROG(unlock_other_object)
{
	struct locked *p = bpf_obj_new(struct locked), *q;

	if (!p)
		return 0;
	q = bpf_obj_new(struct locked);
	if (!q) {
		bpf_obj_drop(p);
		return 0;
	}
	bpf_spin_lock(&p->lock);
	bpf_spin_unlock(&q->lock);
	bpf_obj_drop(p);
	bpf_obj_drop(q);
	return 0;
}

PROG(read_lock)
{
	struct foo *f = bpf_obj_new(struct foo);
	int r;

	if (!f)
		return 0;
	r = *(int *)&f->lock;
	bpf_obj_drop(f);
	return r;
}

PROG(write_lock)
{
	struct foo *f = bpf_obj_new(struct foo);

	if (!f)
		return 0;
	*(int *)&f->lock = 0;
	bpf_obj_drop(f);
	return 0;
}

PROG(read_head)
{
	struct foo *f = bpf_obj_new(struct foo);
	int r;

	if (!f)
		return 0;
	r = *(int *)&f->head;
	bpf_obj_drop(f);
	return r;
}

PROG(write_head)
{
	struct foo *f = bpf_obj_new(struct foo);

	if (!f)
		return 0;
	*(int *)&f->head = 0;
	bpf_obj_drop(f);
	return 0;
}

PROG(read_node)
{
	struct foo *f = bpf_obj_new(struct foo);
	int r;

	if (!f)
		return 0;
	r = *(int *)&f->node2;
	bpf_obj_drop(f);
	return r;
}

PROG(write_node)
{
	struct foo *f = bpf_obj_new(struct foo);

	if (!f)
		return 0;
	*(int *)&f->node2 = 0;
	bpf_obj_drop(f);
	return 0;
}

PROG(read_map_head)
{
	struct value *v = lookup(0);

	return v ? *(int *)&v->head : 0;
}

PROG(write_map_head)
{
	struct value *v = lookup(0);

	if (v)
		*(int *)&v->head = 0;
	return 0;
}

PROG(global_lock)
{
	bpf_spin_lock(&lock_a);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(unlock_other_global)
{
	bpf_spin_lock(&lock_a);
	bpf_spin_unlock(&lock_b);
	return 0;
}

PROG(new_under_lock)
{
	void *p;

	bpf_spin_lock(&lock_a);
	p = bpf_obj_new(struct plain);
	bpf_spin_unlock(&lock_a);
	if (p)
		bpf_obj_drop(p);
	return 0;
}

PROG(object_to_helper)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_map_lookup_elem(&array, p);
	bpf_obj_drop(p);
	return 0;
}

#define NEW_IN(name, section)                       \
	SEC(section) int new_##name(void *ctx)      \
	{                                           \
		void *p = bpf_obj_new(struct plain); \
\
		if (p)                              \
			bpf_obj_drop(p);            \
		return 0;                           \
	}

NEW_IN(in_kprobe, "kprobe")
NEW_IN(in_tracepoint, "tp")
NEW_IN(in_raw_tp, "raw_tp")
NEW_IN(in_perf_event, "perf_event")
NEW_IN(in_socket, "socket")
NEW_IN(in_xdp, "xdp")
NEW_IN(in_syscall, "syscall")
NEW_IN(in_cgroup_skb, "cgroup_skb/egress")
NEW_IN(in_sock_ops, "sockops")
NEW_IN(in_fentry, "fentry/bpf_fentry_test1")
NEW_IN(in_lsm, "lsm/bpf")

char _license[] SEC("license") = "GPL";
