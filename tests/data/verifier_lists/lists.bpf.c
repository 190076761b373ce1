/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Linked lists: the lock that must be held, what may be put in where, what comes out. */
#include "lists.h"

#define NEW_FOO(f)                         \
	struct foo *f = bpf_obj_new(struct foo); \
	if (!f)                            \
		return 0

/* An object that must be got while another is held. */
#define NEW_FOO_TOO(g, f)                  \
	struct foo *g = bpf_obj_new(struct foo); \
	if (!g) {                          \
		bpf_obj_drop(f);           \
		return 0;                  \
	}

#define DROP_POPPED(n)                                                \
	do {                                                          \
		if (n)                                                \
			bpf_obj_drop(container_of(n, struct foo, node)); \
	} while (0)

#define LOCKED_LIST(name, where, lock, head)              \
	PROG(name##_##where)                              \
	{                                                 \
		struct bpf_list_node *n;                  \
		GET_##where;                              \
		NEW_FOO(f);                               \
		f->data = 42;                             \
		bpf_spin_lock(lock);                      \
		name(head, &f->node);                     \
		n = bpf_list_pop_back(head);              \
		bpf_spin_unlock(lock);                    \
		DROP_POPPED(n);                           \
		bpf_spin_lock(lock);                      \
		n = bpf_list_pop_front(head);             \
		bpf_spin_unlock(lock);                    \
		DROP_POPPED(n);                           \
		return 0;                                 \
	}

#define GET_global ((void)0)
#define GET_map                       \
	struct value *v = lookup(0);  \
	if (!v)                       \
	return 0
#define GET_inner                                           \
	struct value *v;                                    \
	int key = 0;                                        \
	void *map = bpf_map_lookup_elem(&outer, &key);      \
	if (!map)                                           \
		return 0;                                   \
	v = bpf_map_lookup_elem(map, &key);                 \
	if (!v)                                             \
	return 0

LOCKED_LIST(push_front, global, &lock_a, &head_a)
LOCKED_LIST(push_back, global, &lock_a, &head_a)
LOCKED_LIST(push_front, map, &v->lock, &v->head)
LOCKED_LIST(push_back, inner, &v->lock, &v->head)

PROG(list_in_object)
{
	struct bpf_list_node *n;
	struct bar *b;
	NEW_FOO(f);

	b = bpf_obj_new(struct bar);
	if (!b) {
		bpf_obj_drop(f);
		return 0;
	}
	bpf_spin_lock(&f->lock);
	push_front(&f->head, &b->node);
	n = bpf_list_pop_front(&f->head);
	bpf_spin_unlock(&f->lock);
	if (n)
		bpf_obj_drop(container_of(n, struct bar, node));
	bpf_obj_drop(f);
	return 0;
}

PROG(popped_at_offset)
{
	struct bpf_list_node *n;
	struct foo *f;
	int data;

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a2);
	bpf_spin_unlock(&lock_a);
	if (!n)
		return 0;
	f = container_of(n, struct foo, node2);
	bpf_spin_lock(&f->lock);
	data = f->data;
	bpf_spin_unlock(&f->lock);
	bpf_obj_drop(f);
	return data;
}

PROG(popped_is_dropped_at_offset)
{
	struct bpf_list_node *n;

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a2);
	bpf_spin_unlock(&lock_a);
	if (n)
		bpf_obj_drop(n);
	return 0;
}

PROG(popped_keeps_offset)
{
	struct bpf_list_node *n;

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a2);
	bpf_spin_unlock(&lock_a);
	if (!n)
		return 0;
	bpf_spin_lock((void *)n);
	bpf_spin_unlock((void *)n);
	bpf_obj_drop(container_of(n, struct foo, node2));
	return 0;
}

PROG(popped_is_lost)
{
	bpf_spin_lock(&lock_a);
	bpf_list_pop_front(&head_a);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(popped_is_not_compared)
{
	struct bpf_list_node *n;
	int data;

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a);
	bpf_spin_unlock(&lock_a);
	data = container_of(n, struct foo, node)->data;
	return data;
}

#define WITHOUT_LOCK(name, GET, LOCK, head, UNLOCK)         \
	PROG(name)                                          \
	{                                                   \
		struct bpf_list_node *n;                    \
		GET;                                        \
		LOCK;                                       \
		n = bpf_list_pop_front(head);               \
		UNLOCK;                                     \
		DROP_POPPED(n);                             \
		return 0;                                   \
	}

WITHOUT_LOCK(no_lock_global, GET_global, , &head_a, )
WITHOUT_LOCK(no_lock_map, GET_map, , &v->head, )
WITHOUT_LOCK(no_lock_inner, GET_inner, , &v->head, )
WITHOUT_LOCK(global_lock_of_other, GET_global, bpf_spin_lock(&lock_b), &head_a,
	     bpf_spin_unlock(&lock_b))
WITHOUT_LOCK(global_lock_map_head, GET_map, bpf_spin_lock(&lock_a), &v->head,
	     bpf_spin_unlock(&lock_a))
WITHOUT_LOCK(map_lock_global_head, GET_map, bpf_spin_lock(&v->lock), &head_a,
	     bpf_spin_unlock(&v->lock))
WITHOUT_LOCK(inner_lock_global_head, GET_inner, bpf_spin_lock(&v->lock), &head_a,
	     bpf_spin_unlock(&v->lock))

PROG(two_values_of_a_map)
{
	struct bpf_list_node *n;
	struct value *v = lookup(0), *w;

	if (!v)
		return 0;
	w = lookup(0);
	if (!w)
		return 0;
	bpf_spin_lock(&v->lock);
	n = bpf_list_pop_front(&w->head);
	bpf_spin_unlock(&v->lock);
	DROP_POPPED(n);
	return 0;
}

PROG(two_values_of_an_inner_map)
{
	struct bpf_list_node *n;
	struct value *w;
	GET_inner;

	w = bpf_map_lookup_elem(map, &key);
	if (!w)
		return 0;
	bpf_spin_lock(&v->lock);
	n = bpf_list_pop_front(&w->head);
	bpf_spin_unlock(&v->lock);
	DROP_POPPED(n);
	return 0;
}

PROG(object_head_without_lock)
{
	struct bpf_list_node *n;
	NEW_FOO(f);

	n = bpf_list_pop_front(&f->head);
	bpf_obj_drop(f);
	if (n)
		bpf_obj_drop(container_of(n, struct bar, node));
	return 0;
}

PROG(object_lock_of_other)
{
	struct bpf_list_node *n;
	NEW_FOO(f);
	NEW_FOO_TOO(g, f);

	bpf_spin_lock(&f->lock);
	n = bpf_list_pop_front(&g->head);
	bpf_spin_unlock(&f->lock);
	bpf_obj_drop(f);
	bpf_obj_drop(g);
	if (n)
		bpf_obj_drop(container_of(n, struct bar, node));
	return 0;
}

PROG(object_lock_global_head)
{
	struct bpf_list_node *n;
	NEW_FOO(f);

	bpf_spin_lock(&f->lock);
	n = bpf_list_pop_front(&head_a);
	bpf_spin_unlock(&f->lock);
	bpf_obj_drop(f);
	DROP_POPPED(n);
	return 0;
}

PROG(push_without_lock)
{
	NEW_FOO(f);

	push_front(&head_a, &f->node);
	return 0;
}

PROG(push_twice)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(drop_pushed)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	bpf_obj_drop(f);
	return 0;
}

PROG(read_pushed_under_lock)
{
	int data;
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	f->data = 3;
	data = f->data;
	bpf_spin_unlock(&lock_a);
	return data;
}

PROG(read_pushed_after_unlock)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return f->data;
}

PROG(write_pushed_after_unlock)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	f->data = 1;
	return 0;
}

PROG(lock_pushed)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	bpf_spin_lock(&f->lock);
	bpf_spin_unlock(&f->lock);
	return 0;
}

PROG(pop_from_pushed)
{
	struct bpf_list_node *n;
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	n = bpf_list_pop_front(&f->head);
	bpf_spin_unlock(&lock_a);
	if (n)
		bpf_obj_drop(container_of(n, struct bar, node));
	return 0;
}

PROG(push_what_may_be_null)
{
	struct foo *f = bpf_obj_new(struct foo);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_other_type)
{
	struct bar *b = bpf_obj_new(struct bar);

	if (!b)
		return 0;
	bpf_spin_lock(&lock_a);
	push_front(&head_a, &b->node);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_without_node)
{
	struct locked *p = bpf_obj_new(struct locked);

	if (!p)
		return 0;
	bpf_spin_lock(&lock_a);
	push_front(&head_a, (void *)p);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_of_plain)
{
	struct plain *p = bpf_obj_new(struct plain);

	if (!p)
		return 0;
	bpf_spin_lock(&lock_a);
	push_front(&head_a, (void *)p);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_wrong_node)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node2);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_wrong_node2)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_back(&head_a2, &f->node);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_beside_node)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, (void *)&f->node2 + 1);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_at_variable_offset)
{
	__u64 off = ctx->len & 7;
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	barrier_var(off);
	push_front(&head_a, (void *)f + off);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(push_map_value)
{
	struct value *v = lookup(0);

	if (!v)
		return 0;
	bpf_spin_lock(&v->lock);
	push_front(&v->head, (void *)v);
	bpf_spin_unlock(&v->lock);
	return 0;
}

PROG(push_number)
{
	bpf_spin_lock(&lock_a);
	push_front(&head_a, (void *)8);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(pop_beside_head)
{
	struct bpf_list_node *n;
	NEW_FOO(f);

	bpf_spin_lock(&f->lock);
	n = bpf_list_pop_front((void *)&f->head + 1);
	bpf_spin_unlock(&f->lock);
	bpf_obj_drop(f);
	if (n)
		bpf_obj_drop(container_of(n, struct bar, node));
	return 0;
}

PROG(pop_beside_map_head)
{
	struct bpf_list_node *n;
	struct value *v = lookup(0);

	if (!v)
		return 0;
	bpf_spin_lock(&v->lock);
	n = bpf_list_pop_front((void *)v);
	bpf_spin_unlock(&v->lock);
	DROP_POPPED(n);
	return 0;
}

PROG(pop_at_variable_offset)
{
	struct bpf_list_node *n;
	__u64 off = ctx->len & 7;
	struct value *v = lookup(0);

	if (!v)
		return 0;
	bpf_spin_lock(&v->lock);
	n = bpf_list_pop_front((void *)v + off);
	bpf_spin_unlock(&v->lock);
	DROP_POPPED(n);
	return 0;
}

PROG(pop_from_stack)
{
	struct bpf_list_node *n;
	struct bpf_list_head head = {};

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head);
	bpf_spin_unlock(&lock_a);
	DROP_POPPED(n);
	return 0;
}

PROG(pop_from_object_without_head)
{
	struct bpf_list_node *n;
	struct locked *p = bpf_obj_new(struct locked);

	if (!p)
		return 0;
	bpf_spin_lock(&p->lock);
	n = bpf_list_pop_front((void *)p);
	bpf_spin_unlock(&p->lock);
	bpf_obj_drop(p);
	DROP_POPPED(n);
	return 0;
}

PROG(pop_from_map_value_that_may_be_null)
{
	struct bpf_list_node *n;
	struct value *v = lookup(0);

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&v->head);
	bpf_spin_unlock(&lock_a);
	DROP_POPPED(n);
	return 0;
}

PROG(move_between_lists)
{
	struct bpf_list_node *n;
	struct foo *f;

	bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a);
	bpf_spin_unlock(&lock_a);
	if (!n)
		return 0;
	f = container_of(n, struct foo, node);
	bpf_spin_lock(&lock_b);
	push_back(&head_b, &f->node);
	bpf_spin_unlock(&lock_b);
	return 0;
}

PROG(many)
{
	struct bpf_list_node *n;
	int i;

	for (i = 0; i < 8; i++) {
		NEW_FOO(f);
		f->data = i;
		bpf_spin_lock(&lock_a);
		push_back(&head_a, &f->node);
		bpf_spin_unlock(&lock_a);
	}
	for (i = 0; i < 8; i++) {
		bpf_spin_lock(&lock_a);
		n = bpf_list_pop_front(&head_a);
		bpf_spin_unlock(&lock_a);
		if (!n)
			return 1;
		bpf_obj_drop(container_of(n, struct foo, node));
	}
	return 0;
}

PROG(helper_under_lock)
{
	__u64 t;

	bpf_spin_lock(&lock_a);
	t = bpf_ktime_get_ns();
	bpf_spin_unlock(&lock_a);
	return t;
}

PROG(leave_with_lock)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	return 0;
}

PROG(lock_twice)
{
	bpf_spin_lock(&lock_a);
	bpf_spin_lock(&lock_b);
	bpf_spin_unlock(&lock_b);
	bpf_spin_unlock(&lock_a);
	return 0;
}

#define IN_TRACING(name, section)          \
	SEC(section) int name(void *ctx)   \
	{                                  \
		lookup(0);                 \
		return 0;                  \
	}

IN_TRACING(in_kprobe, "kprobe")
IN_TRACING(in_kretprobe, "kretprobe")
IN_TRACING(in_tracepoint, "tp")
IN_TRACING(in_perf_event, "perf_event")
IN_TRACING(in_raw_tp, "raw_tp")
IN_TRACING(in_raw_tp_writable, "raw_tp.w")
IN_TRACING(in_socket, "socket")
IN_TRACING(in_xdp, "xdp")

char _license[] SEC("license") = "GPL";
