/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Objects and lists over branches, loops, functions and the stack; heads in arrays and structs. */
#include "lists.h"

/* A struct with a head has a lock as well; that asks not of heads in arrays. */
struct guarded {
	int pad;
	struct bpf_spin_lock lock;
	struct bpf_list_head head __contains(foo, node);
};
struct inside {
	int pad;
	struct bpf_list_head heads[1] __contains(foo, node);
};

private(D) struct bpf_spin_lock lock_d;
private(D) struct bpf_list_head heads[2] __contains(foo, node);
private(E) struct guarded guarded;
private(F) struct bpf_spin_lock lock_f;
private(F) struct inside insides[2];

#define NEW_FOO(f)                               \
	struct foo *f = bpf_obj_new(struct foo); \
	if (!f)                                  \
		return 0

#define PUSH_AND_POP(lock, head)                                         \
	do {                                                             \
		struct bpf_list_node *n;                                 \
		NEW_FOO(f);                                              \
		bpf_spin_lock(lock);                                     \
		push_front(head, &f->node);                              \
		n = bpf_list_pop_back(head);                             \
		bpf_spin_unlock(lock);                                   \
		if (n)                                                   \
			bpf_obj_drop(container_of(n, struct foo, node)); \
	} while (0)

PROG(head_in_array)
{
	PUSH_AND_POP(&lock_d, &heads[0]);
	PUSH_AND_POP(&lock_d, &heads[1]);
	return 0;
}

PROG(head_in_array_by_variable)
{
	__u64 i = ctx->len & 1;

	barrier_var(i);
	PUSH_AND_POP(&lock_d, &heads[i]);
	return 0;
}

PROG(head_between_of_array)
{
	PUSH_AND_POP(&lock_d, (void *)&heads[0] + 8);
	return 0;
}

PROG(head_in_struct)
{
	PUSH_AND_POP(&guarded.lock, &guarded.head);
	return 0;
}

PROG(head_in_array_of_structs)
{
	PUSH_AND_POP(&lock_f, &insides[0].heads[0]);
	PUSH_AND_POP(&lock_f, &insides[1].heads[0]);
	return 0;
}

PROG(read_head_in_array)
{
	return *(volatile int *)&heads[1];
}

PROG(write_behind_head_in_struct)
{
	*(volatile int *)&guarded.pad = 1;
	return 0;
}

PROG(loop)
{
	int i;

#pragma clang loop unroll(disable)
	for (i = 0; i < 100; i++) {
		NEW_FOO(f);
		f->data = i;
		bpf_spin_lock(&lock_a);
		push_back(&head_a, &f->node);
		bpf_spin_unlock(&lock_a);
	}
	return 0;
}

PROG(loop_that_keeps)
{
	struct foo *last = NULL;
	int i;

#pragma clang loop unroll(disable)
	for (i = 0; i < 10; i++) {
		NEW_FOO(f);
		last = f;
	}
	if (last)
		bpf_obj_drop(last);
	return 0;
}

PROG(lost_in_one_branch)
{
	NEW_FOO(f);

	if (ctx->len > 10)
		return 1;
	bpf_obj_drop(f);
	return 0;
}

PROG(pushed_in_one_branch)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	if (ctx->len > 10)
		push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(locked_in_one_branch)
{
	struct bpf_list_node *n;
	int is_long = ctx->len > 10;

	if (is_long)
		bpf_spin_lock(&lock_a);
	n = bpf_list_pop_front(&head_a);
	if (is_long)
		bpf_spin_unlock(&lock_a);
	if (n)
		bpf_obj_drop(container_of(n, struct foo, node));
	return 0;
}

PROG(one_of_two_values)
{
	struct bpf_list_node *n;
	struct value *v = lookup(0), *w;

	if (!v)
		return 0;
	w = v;
	if (ctx->len > 10) {
		w = lookup(1);
		if (!w)
			return 0;
	}
	bpf_spin_lock(&v->lock);
	n = bpf_list_pop_front(&w->head);
	bpf_spin_unlock(&v->lock);
	if (n)
		bpf_obj_drop(container_of(n, struct foo, node));
	return 0;
}

static __noinline int drop_in_function(struct foo *f)
{
	bpf_obj_drop(f);
	return 0;
}

PROG(function_drops)
{
	NEW_FOO(f);

	return drop_in_function(f);
}

PROG(function_drops_twice)
{
	NEW_FOO(f);

	drop_in_function(f);
	return drop_in_function(f);
}

static __noinline struct foo *new_in_function(int data)
{
	struct foo *f = bpf_obj_new(struct foo);

	if (f)
		f->data = data;
	return f;
}

PROG(function_allocates)
{
	struct foo *f = new_in_function(ctx->len);

	if (f)
		bpf_obj_drop(f);
	return 0;
}

PROG(function_allocates_and_it_is_lost)
{
	return new_in_function(ctx->len) ? 1 : 0;
}

PROG(kept_on_stack)
{
	struct foo *volatile kept;
	NEW_FOO(f);

	kept = f;
	bpf_ktime_get_ns();
	bpf_obj_drop(kept);
	return 0;
}

PROG(pushed_from_stack)
{
	struct foo *volatile kept;
	NEW_FOO(f);

	kept = f;
	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return kept->data;
}

PROG(dropped_but_kept_on_stack)
{
	struct foo *volatile kept;
	NEW_FOO(f);

	kept = f;
	bpf_obj_drop(f);
	bpf_obj_drop(kept);
	return 0;
}

PROG(two_pushed)
{
	NEW_FOO(f);
	struct foo *g = bpf_obj_new(struct foo);

	if (!g) {
		bpf_obj_drop(f);
		return 0;
	}
	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	push_back(&head_a, &g->node);
	f->data = g->data;
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(lock_of_owned_under_lock)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	push_front(&head_a, &f->node);
	bpf_spin_unlock(&f->lock);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(drop_under_lock)
{
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	bpf_obj_drop(f);
	bpf_spin_unlock(&lock_a);
	return 0;
}

PROG(store_object_in_map)
{
	struct value *v = lookup(0);
	NEW_FOO(f);

	if (v)
		v->data = (long)f;
	bpf_obj_drop(f);
	return 0;
}

PROG(return_object)
{
	NEW_FOO(f);

	return (long)f;
}

PROG(result_of_push)
{
	int pushed;
	NEW_FOO(f);

	bpf_spin_lock(&lock_a);
	pushed = push_front(&head_a, &f->node);
	bpf_spin_unlock(&lock_a);
	return pushed;
}

char _license[] SEC("license") = "GPL";
