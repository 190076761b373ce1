/* Helpers and operations of maps, as functions that a program may attach to. */

int htab_lru_percpu_map_lookup_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
void *htab_lru_percpu_map_lookup_elem(struct bpf_map *map, void *key);
void *htab_lru_percpu_map_lookup_percpu_elem(struct bpf_map *map, void *key, u32 cpu);
@until(6.12) int htab_lru_percpu_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long htab_lru_percpu_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
int htab_map_alloc_check(union bpf_attr *attr);
@until(6.12) int htab_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long htab_map_delete_elem(struct bpf_map *map, void *key);
void htab_map_free(struct bpf_map *map);
@until(6.12) void htab_map_free_timers(struct bpf_map *map);
int htab_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
int htab_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
int htab_map_lookup_and_delete_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
int htab_map_lookup_and_delete_elem(struct bpf_map *map, void *key, void *value, u64 flags);
int htab_map_lookup_batch(struct bpf_map *map, const union bpf_attr *attr, union bpf_attr *uattr);
void *htab_map_lookup_elem(struct bpf_map *map, void *key);
void htab_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
struct bpf_map *htab_of_map_alloc(union bpf_attr *attr);
void htab_of_map_free(struct bpf_map *map);
int htab_of_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
void *htab_of_map_lookup_elem(struct bpf_map *map, void *key);
int htab_percpu_map_lookup_and_delete_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
int htab_percpu_map_lookup_and_delete_elem(struct bpf_map *map, void *key, void *value,
	u64 flags);
int htab_percpu_map_lookup_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
void *htab_percpu_map_lookup_elem(struct bpf_map *map, void *key);
void *htab_percpu_map_lookup_percpu_elem(struct bpf_map *map, void *key, u32 cpu);
void htab_percpu_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
@until(6.12) int htab_percpu_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long htab_percpu_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
struct bpf_map *inode_storage_map_alloc(union bpf_attr *attr);
void inode_storage_map_free(struct bpf_map *map);
struct bpf_local_storage **inode_storage_ptr(void *owner);
struct htab_elem *lookup_elem_raw(struct hlist_nulls_head *head, u32 hash, void *key,
	u32 key_size);
struct htab_elem *lookup_nulls_elem_raw(struct hlist_nulls_head *head, u32 hash, void *key,
	u32 key_size, u32 n_buckets);
int notsupp_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *percpu_array_map_lookup_elem(struct bpf_map *map, void *key);
void *percpu_array_map_lookup_percpu_elem(struct bpf_map *map, void *key, u32 cpu);
void percpu_array_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
void *perf_event_fd_array_get_ptr(struct bpf_map *map, struct file *map_file, int fd);
void perf_event_fd_array_map_free(struct bpf_map *map);
void perf_event_fd_array_put_ptr(struct bpf_map *map, void *ptr, bool need_defer);
void perf_event_fd_array_release(struct bpf_map *map, struct file *map_file);
struct bpf_map *prog_array_map_alloc(union bpf_attr *attr);
void prog_array_map_clear(struct bpf_map *map);
void prog_array_map_clear_deferred(struct work_struct *work);
void prog_array_map_free(struct bpf_map *map);
void prog_array_map_poke_run(struct bpf_map *map, u32 key, struct bpf_prog *old,
	struct bpf_prog *new);
int prog_array_map_poke_track(struct bpf_map *map, struct bpf_prog_aux *prog_aux);
void prog_array_map_poke_untrack(struct bpf_map *map, struct bpf_prog_aux *prog_aux);
void prog_array_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
void *prog_fd_array_get_ptr(struct bpf_map *map, struct file *map_file, int fd);
void prog_fd_array_put_ptr(struct bpf_map *map, void *ptr, bool need_defer);
u32 prog_fd_array_sys_lookup_elem(void *ptr);
@until(6.12) int queue_map_peek_elem(struct bpf_map *map, void *value);
@since(6.12) long queue_map_peek_elem(struct bpf_map *map, void *value);
@until(6.12) int queue_map_pop_elem(struct bpf_map *map, void *value);
@since(6.12) long queue_map_pop_elem(struct bpf_map *map, void *value);
struct bpf_map *queue_stack_map_alloc(union bpf_attr *attr);
int queue_stack_map_alloc_check(union bpf_attr *attr);
@until(6.12) int queue_stack_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long queue_stack_map_delete_elem(struct bpf_map *map, void *key);
void queue_stack_map_free(struct bpf_map *map);
int queue_stack_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *queue_stack_map_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int queue_stack_map_push_elem(struct bpf_map *map, void *value, u64 flags);
@since(6.12) long queue_stack_map_push_elem(struct bpf_map *map, void *value, u64 flags);
@until(6.12) int queue_stack_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long queue_stack_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 flags);
struct bpf_map *reuseport_array_alloc(union bpf_attr *attr);
int reuseport_array_alloc_check(union bpf_attr *attr);
@until(6.12) int reuseport_array_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long reuseport_array_delete_elem(struct bpf_map *map, void *key);
void reuseport_array_free(struct bpf_map *map);
int reuseport_array_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *reuseport_array_lookup_elem(struct bpf_map *map, void *key);
struct bpf_map *ringbuf_map_alloc(union bpf_attr *attr);
@until(6.12) int ringbuf_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long ringbuf_map_delete_elem(struct bpf_map *map, void *key);
void ringbuf_map_free(struct bpf_map *map);
int ringbuf_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *ringbuf_map_lookup_elem(struct bpf_map *map, void *key);
int ringbuf_map_mmap_kern(struct bpf_map *map, struct vm_area_struct *vma);
int ringbuf_map_mmap_user(struct bpf_map *map, struct vm_area_struct *vma);
__poll_t ringbuf_map_poll_kern(struct bpf_map *map, struct file *filp,
	struct poll_table_struct *pts);
__poll_t ringbuf_map_poll_user(struct bpf_map *map, struct file *filp,
	struct poll_table_struct *pts);
@until(6.12) int ringbuf_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long ringbuf_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
struct bpf_map *sock_hash_alloc(union bpf_attr *attr);
@until(6.12) int sock_hash_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long sock_hash_delete_elem(struct bpf_map *map, void *key);
void sock_hash_fini_seq_private(void *priv_data);
void sock_hash_free(struct bpf_map *map);
int sock_hash_get_next_key(struct bpf_map *map, void *key, void *key_next);
int sock_hash_init_seq_private(void *priv_data, struct bpf_iter_aux_info *aux);
void *sock_hash_lookup(struct bpf_map *map, void *key);
struct bpf_shtab_elem *sock_hash_lookup_elem_raw(struct hlist_head *head, u32 hash, void *key,
	u32 key_size);
void *sock_hash_lookup_sys(struct bpf_map *map, void *key);
void sock_hash_release_progs(struct bpf_map *map);
void *sock_hash_seq_next(struct seq_file *seq, void *v, loff_t *pos);
int sock_hash_seq_show(struct seq_file *seq, void *v);
void *sock_hash_seq_start(struct seq_file *seq, loff_t *pos);
void sock_hash_seq_stop(struct seq_file *seq, void *v);
int sock_hash_update_common(struct bpf_map *map, void *key, struct sock *sk, u64 flags);
struct bpf_map *sock_map_alloc(union bpf_attr *attr);
int sock_map_bpf_prog_query(const union bpf_attr *attr, union bpf_attr *uattr);
void sock_map_close(struct sock *sk, long timeout);
@until(6.12) int sock_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long sock_map_delete_elem(struct bpf_map *map, void *key);
void sock_map_destroy(struct sock *sk);
void sock_map_fini_seq_private(void *priv_data);
void sock_map_free(struct bpf_map *map);
int sock_map_get_from_fd(const union bpf_attr *attr, struct bpf_prog *prog);
int sock_map_get_next_key(struct bpf_map *map, void *key, void *next);
int sock_map_init_seq_private(void *priv_data, struct bpf_iter_aux_info *aux);
int sock_map_iter_attach_target(struct bpf_prog *prog, union bpf_iter_link_info *linfo,
	struct bpf_iter_aux_info *aux);
void sock_map_iter_detach_target(struct bpf_iter_aux_info *aux);
int sock_map_link(struct bpf_map *map, struct sock *sk);
void *sock_map_lookup(struct bpf_map *map, void *key);
void *sock_map_lookup_sys(struct bpf_map *map, void *key);
int sock_map_prog_detach(const union bpf_attr *attr, enum bpf_prog_type ptype);
@until(6.12) int sock_map_prog_lookup(struct bpf_map *map, struct bpf_prog ***pprog, u32 which);
void sock_map_release_progs(struct bpf_map *map);
void sock_map_remove_links(struct sock *sk, struct sk_psock *psock);
void *sock_map_seq_next(struct seq_file *seq, void *v, loff_t *pos);
int sock_map_seq_show(struct seq_file *seq, void *v);
void *sock_map_seq_start(struct seq_file *seq, loff_t *pos);
void sock_map_seq_stop(struct seq_file *seq, void *v);
bool sock_map_sk_state_allowed(const struct sock *sk);
void sock_map_unhash(struct sock *sk);
void sock_map_unref(struct sock *sk, void *link_raw);
int sock_map_update_common(struct bpf_map *map, u32 idx, struct sock *sk, u64 flags);
@until(6.12) int sock_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long sock_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
int sock_map_update_elem_sys(struct bpf_map *map, void *key, void *value, u64 flags);
struct bpf_map *stack_map_alloc(union bpf_attr *attr);
@until(6.12) int stack_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long stack_map_delete_elem(struct bpf_map *map, void *key);
void stack_map_free(struct bpf_map *map);
@until(6.12) void stack_map_get_build_id_offset(struct bpf_stack_build_id *id_offs, u64 *ips, u32 trace_nr,
	bool user);
@since(6.12) void stack_map_get_build_id_offset(struct bpf_stack_build_id *id_offs, u32 trace_nr,
	bool user, bool may_fault);
int stack_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *stack_map_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int stack_map_peek_elem(struct bpf_map *map, void *value);
@since(6.12) long stack_map_peek_elem(struct bpf_map *map, void *value);
@until(6.12) int stack_map_pop_elem(struct bpf_map *map, void *value);
@since(6.12) long stack_map_pop_elem(struct bpf_map *map, void *value);
@until(6.12) int stack_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long stack_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
struct bpf_map *task_storage_map_alloc(union bpf_attr *attr);
void task_storage_map_free(struct bpf_map *map);
struct bpf_local_storage **task_storage_ptr(void *owner);
struct bpf_map *trie_alloc(union bpf_attr *attr);
int trie_check_btf(const struct bpf_map *map, const struct btf *btf,
	const struct btf_type *key_type, const struct btf_type *value_type);
@until(6.12) int trie_delete_elem(struct bpf_map *map, void *_key);
@since(6.12) long trie_delete_elem(struct bpf_map *map, void *_key);
void trie_free(struct bpf_map *map);
int trie_get_next_key(struct bpf_map *map, void *_key, void *_next_key);
void *trie_lookup_elem(struct bpf_map *map, void *_key);
@until(6.12) int trie_update_elem(struct bpf_map *map, void *_key, void *value, u64 flags);
@since(6.12) long trie_update_elem(struct bpf_map *map, void *_key, void *value, u64 flags);
struct bpf_map *xsk_map_alloc(union bpf_attr *attr);
@until(6.12) int xsk_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long xsk_map_delete_elem(struct bpf_map *map, void *key);
void xsk_map_free(struct bpf_map *map);
int xsk_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
int xsk_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *xsk_map_lookup_elem(struct bpf_map *map, void *key);
void *xsk_map_lookup_elem_sys_only(struct bpf_map *map, void *key);
bool xsk_map_meta_equal(const struct bpf_map *meta0, const struct bpf_map *meta1);
@until(6.12) int xsk_map_redirect(struct bpf_map *map, u32 ifindex, u64 flags);
@since(6.12) long xsk_map_redirect(struct bpf_map *map, u64 index, u64 flags);
void xsk_map_sock_delete(struct xdp_sock *xs, struct xdp_sock **map_entry);
void xsk_map_try_sock_delete(struct xsk_map *map, struct xdp_sock *xs,
	struct xdp_sock **map_entry);
@until(6.12) int xsk_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long xsk_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
