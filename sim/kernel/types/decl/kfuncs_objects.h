/* Kernel functions for allocated objects, lists, trees and reference-counted objects. */
@since(6.2) @until(6.12) struct bpf_list_head {
	__u64: 64;
	__u64: 64;
};
@since(6.2) @until(6.12) struct bpf_list_node {
	__u64: 64;
	__u64: 64;
};
@since(6.12) struct bpf_list_head {
	__u64 __opaque[2];
};
@since(6.12) struct bpf_list_node {
	__u64 __opaque[3];
};
@since(6.12) struct bpf_rb_root {
	__u64 __opaque[2];
};
@since(6.12) struct bpf_rb_node {
	__u64 __opaque[4];
};
@since(6.2) void *bpf_obj_new_impl(u64 local_type_id__k, void *meta__ign);
@since(6.2) void bpf_obj_drop_impl(void *p__alloc, void *meta__ign);
@since(6.12) void *bpf_percpu_obj_new_impl(u64 local_type_id__k, void *meta__ign);
@since(6.12) void bpf_percpu_obj_drop_impl(void *p__alloc, void *meta__ign);
@since(6.12) void *bpf_refcount_acquire_impl(void *p__refcounted_kptr, void *meta__ign);
@since(6.12) int bpf_list_push_front_impl(struct bpf_list_head *head, struct bpf_list_node *node, void *meta__ign, u64 off);
@since(6.12) int bpf_list_push_back_impl(struct bpf_list_head *head, struct bpf_list_node *node, void *meta__ign, u64 off);
@since(6.2) struct bpf_list_node *bpf_list_pop_front(struct bpf_list_head *head);
@since(6.2) struct bpf_list_node *bpf_list_pop_back(struct bpf_list_head *head);
@since(6.12) struct bpf_rb_node *bpf_rbtree_remove(struct bpf_rb_root *root, struct bpf_rb_node *node);
@since(6.12) int bpf_rbtree_add_impl(struct bpf_rb_root *root, struct bpf_rb_node *node, bool (*less)(struct bpf_rb_node *a, const struct bpf_rb_node *b), void *meta__ign, u64 off);
@since(6.12) struct bpf_rb_node *bpf_rbtree_first(struct bpf_rb_root *root);
@since(6.2) struct task_struct *bpf_task_acquire(struct task_struct *p);
@since(6.2) void bpf_task_release(struct task_struct *p);
@since(6.2) struct cgroup *bpf_cgroup_acquire(struct cgroup *cgrp);
@since(6.2) void bpf_cgroup_release(struct cgroup *cgrp);
@since(6.2) void *bpf_cast_to_kern_ctx(void *obj);
@since(6.12) void *bpf_rdonly_cast(const void *obj__ign, u32 btf_id__k);
@since(6.2) void bpf_rcu_read_lock(void);
@since(6.2) void bpf_rcu_read_unlock(void);
@since(6.12) void bpf_throw(u64 cookie);
@since(6.12) bool bpf_session_is_return(void);
@since(6.12) __u64 *bpf_session_cookie(void);
