/* Further functions that came between 6.1 and 6.12. */

@since(6.12)
{
int inet_bind_sk(struct sock *sk, struct sockaddr *uaddr, int addr_len);
void inet_frag_queue_flush(struct inet_frag_queue *q, enum skb_drop_reason reason);
struct sock *inet_lookup_run_sk_lookup(const struct net *net, int protocol, struct sk_buff *skb,
	int doff, __be32 saddr, __be16 sport, __be32 daddr, u16 hnum, const int dif,
	inet_ehashfn_t *ehashfn);
void inet_reset_saddr(struct sock *sk);
void inet_twsk_hashdance_schedule(struct inet_timewait_sock *tw, struct sock *sk,
	struct inet_hashinfo *hashinfo, int timeo);
struct inet6_dev *ip6_mc_find_dev(struct net *net, const struct in6_addr *group, int ifindex);
kmem_buckets *kmem_buckets_create(const char *name, slab_flags_t flags, unsigned int useroffset,
	unsigned int usersize, void (*ctor)(void *));
int kmem_cache_alloc_bulk_noprof(struct kmem_cache *s, gfp_t flags, size_t size, void **p);
void *kmem_cache_alloc_lru_noprof(struct kmem_cache *s, struct list_lru *lru, gfp_t gfpflags);
void *kmem_cache_alloc_node_noprof(struct kmem_cache *s, gfp_t gfpflags, int node);
void *kmem_cache_alloc_noprof(struct kmem_cache *s, gfp_t gfpflags);
bool kmem_cache_charge(void *objp, gfp_t gfpflags);
void mem_cgroup_cancel_charge(struct mem_cgroup *memcg, unsigned int nr_pages);
void mem_cgroup_commit_charge(struct folio *folio, struct mem_cgroup *memcg);
struct cgroup_subsys_state *mem_cgroup_css_from_folio(struct folio *folio);
void mem_cgroup_exit(struct task_struct *task);
void mem_cgroup_flush_stats_ratelimited(struct mem_cgroup *memcg);
void mem_cgroup_fork(struct task_struct *task);
int mem_cgroup_hugetlb_try_charge(struct mem_cgroup *memcg, gfp_t gfp, long nr_pages);
void mem_cgroup_id_get_many(struct mem_cgroup *memcg, unsigned int n);
void mem_cgroup_replace_folio(struct folio *old, struct folio *new);
void mem_cgroup_sk_inherit(const struct sock *sk, struct sock *newsk);
int migrate_device_coherent_folio(struct folio *folio);
int migrate_folio_move(free_folio_t *put_new_folio, unsigned long private, struct folio *src,
	struct folio *dst, enum migrate_mode mode, enum migrate_reason reason,
	struct list_head *ret);
void migrate_folio_undo_src(struct folio *src, int page_was_mapped, struct anon_vma *anon_vma,
	bool locked, struct list_head *ret);
int migrate_longterm_unpinnable_folios(struct list_head *movable_folio_list,
	struct pages_or_folios *pofs);
int migrate_misplaced_folio(struct folio *folio, struct vm_area_struct *vma, int node);
int migrate_misplaced_folio_prepare(struct folio *folio, struct vm_area_struct *vma, int node);
int migrate_pages_sync(struct list_head *from, new_folio_t *get_new_folio,
	free_folio_t *put_new_folio, unsigned long private, enum migrate_mode mode, int reason,
	struct list_head *ret_folios, struct list_head *split_folios,
	struct migrate_pages_stats *stats);
struct sk_buff *napi_alloc_skb(struct napi_struct *napi, unsigned int len);
void napi_busy_loop_rcu(unsigned int napi_id, bool (*loop_end)(void *, unsigned long),
	void *loop_end_arg, bool prefer_busy_poll, u16 budget);
bool napi_pp_put_page(netmem_ref netmem);
void napi_skb_cache_put(struct sk_buff *skb);
void napi_threaded_poll_loop(struct napi_struct *napi);
struct net_iov *net_devmem_alloc_dmabuf(struct net_devmem_dmabuf_binding *binding);
struct net_devmem_dmabuf_binding *net_devmem_bind_dmabuf(struct net_device *dev,
	unsigned int dmabuf_fd, struct netlink_ext_ack *extack);
int net_devmem_bind_dmabuf_to_queue(struct net_device *dev, u32 rxq_idx,
	struct net_devmem_dmabuf_binding *binding, struct netlink_ext_ack *extack);
void net_devmem_dmabuf_free_chunk_owner(struct gen_pool *genpool, struct gen_pool_chunk *chunk,
	void *not_used);
void net_devmem_free_dmabuf(struct net_iov *niov);
void net_devmem_unbind_dmabuf(struct net_devmem_dmabuf_binding *binding);
void net_dim_free_irq_moder(struct net_device *dev);
struct dim_cq_moder net_dim_get_rx_irq_moder(struct net_device *dev, struct dim *dim);
struct dim_cq_moder net_dim_get_tx_irq_moder(struct net_device *dev, struct dim *dim);
int net_dim_init_irq_moder(struct net_device *dev, u8 profile_flags, u8 coal_flags, u8 rx_mode,
	u8 tx_mode, void (*rx_dim_work)(struct work_struct *),
	void (*tx_dim_work)(struct work_struct *));
void net_dim_set_rx_mode(struct net_device *dev, u8 rx_mode);
void net_dim_set_tx_mode(struct net_device *dev, u8 tx_mode);
void net_dim_setting(struct net_device *dev, struct dim *dim, bool is_tx);
void net_dim_work_cancel(struct dim *dim);
void net_passive_dec(struct net *net);
unsigned int nf_hook_run_bpf(void *bpf_prog, struct sk_buff *skb, const struct nf_hook_state *s);
int nf_ip6_check_hbh_len(struct sk_buff *skb, u32 *plen);
bool nf_is_valid_access(int off, int size, enum bpf_access_type type, const struct bpf_prog *prog,
	struct bpf_insn_access_aux *info);
void nf_lwtunnel_net_exit(struct net *net);
int nf_lwtunnel_net_init(struct net *net);
bool nf_ptr_to_btf_id(struct bpf_insn_access_aux *info, const char *name);
int nvme_add_ctrl(struct nvme_ctrl *ctrl);
ssize_t nvme_adm_passthru_err_log_enabled_show(struct device *dev, struct device_attribute *attr,
	char *buf);
ssize_t nvme_adm_passthru_err_log_enabled_store(struct device *dev, struct device_attribute *attr,
	const char *buf, size_t count);
void nvme_alloc_ns(struct nvme_ctrl *ctrl, struct nvme_ns_info *info);
struct nvme_dhchap_key *nvme_auth_alloc_key(u32 len, u8 hash);
int nvme_auth_augmented_challenge(u8 hmac_id, u8 *skey, size_t skey_len, u8 *challenge, u8 *aug,
	size_t hlen);
int nvme_auth_dhchap_setup_ctrl_response(struct nvme_ctrl *ctrl,
	struct nvme_dhchap_queue_context *chap);
int nvme_auth_dhchap_setup_host_response(struct nvme_ctrl *ctrl,
	struct nvme_dhchap_queue_context *chap);
u8 nvme_auth_dhgroup_id(const char *dhgroup_name);
const char *nvme_auth_dhgroup_kpp(u8 dhgroup_id);
const char *nvme_auth_dhgroup_name(u8 dhgroup_id);
const char *nvme_auth_digest_name(u8 hmac_id);
struct nvme_dhchap_key *nvme_auth_extract_key(unsigned char *secret, u8 key_hash);
void nvme_auth_free(struct nvme_ctrl *ctrl);
void nvme_auth_free_key(struct nvme_dhchap_key *key);
int nvme_auth_gen_privkey(struct crypto_kpp *dh_tfm, u8 dh_gid);
int nvme_auth_gen_pubkey(struct crypto_kpp *dh_tfm, u8 *host_key, size_t host_key_len);
int nvme_auth_gen_shared_secret(struct crypto_kpp *dh_tfm, u8 *ctrl_key, size_t ctrl_key_len,
	u8 *sess_key, size_t sess_key_len);
int nvme_auth_generate_key(u8 *secret, struct nvme_dhchap_key **ret_key);
u32 nvme_auth_get_seqnum(void);
size_t nvme_auth_hmac_hash_len(u8 hmac_id);
u8 nvme_auth_hmac_id(const char *hmac_name);
const char *nvme_auth_hmac_name(u8 hmac_id);
int nvme_auth_init_ctrl(struct nvme_ctrl *ctrl);
u32 nvme_auth_key_struct_size(u32 key_len);
int nvme_auth_negotiate(struct nvme_ctrl *ctrl, int qid);
int nvme_auth_receive_validate(struct nvme_ctrl *ctrl, int qid,
	struct nvmf_auth_dhchap_failure_data *data, u16 transaction, u8 expected_msg);
void nvme_auth_reset_dhchap(struct nvme_dhchap_queue_context *chap);
void nvme_auth_stop(struct nvme_ctrl *ctrl);
int nvme_auth_submit(struct nvme_ctrl *ctrl, int qid, void *data, size_t data_len, bool auth_send);
struct nvme_dhchap_key *nvme_auth_transform_key(struct nvme_dhchap_key *key, char *nqn);
int nvme_auth_wait(struct nvme_ctrl *ctrl, int qid);
bool nvme_cmd_allowed(struct nvme_ctrl *ctrl, struct nvme_ns *ns, struct nvme_command *c,
	unsigned int flags, bool open_for_write);
void nvme_ctrl_auth_work(struct work_struct *work);
void nvme_dbbuf_dma_alloc(struct nvme_dev *dev);
void nvme_dbbuf_set(struct nvme_dev *dev);
void nvme_delete_ctrl_sync(struct nvme_ctrl *ctrl);
void nvme_dev_remove_admin(struct nvme_dev *dev);
int nvme_execute_rq(struct request *rq, bool at_head);
void nvme_exit_auth(void);
bool nvme_get_ns(struct nvme_ns *ns);
int nvme_get_unique_id(struct gendisk *disk, u8 *id, enum blk_unique_id type);
int nvme_init_auth(void);
int nvme_init_identify(struct nvme_ctrl *ctrl);
bool nvme_init_integrity(struct nvme_ns_head *head, struct queue_limits *lim,
	struct nvme_ns_info *info);
ssize_t nvme_io_passthru_err_log_enabled_show(struct device *dev, struct device_attribute *attr,
	char *buf);
ssize_t nvme_io_passthru_err_log_enabled_store(struct device *dev, struct device_attribute *attr,
	const char *buf, size_t count);
enum rq_end_io_ret nvme_keep_alive_end_io(struct request *rq, blk_status_t status);
void nvme_keyring_exit(void);
key_serial_t nvme_keyring_id(void);
int nvme_keyring_init(void);
void nvme_mark_namespaces_dead(struct nvme_ctrl *ctrl);
void nvme_mpath_end_request(struct request *rq);
void nvme_mpath_start_request(struct request *rq);
umode_t nvme_ns_attrs_are_visible(struct kobject *kobj, struct attribute *a, int n);
int nvme_ns_get_unique_id(struct nvme_ns *ns, u8 *id, enum blk_unique_id type);
int nvme_ns_head_get_unique_id(struct gendisk *disk, u8 *id, enum blk_unique_id type);
struct nvme_ns *nvme_numa_path(struct nvme_ns_head *head);
u32 nvme_passthru_start(struct nvme_ctrl *ctrl, struct nvme_ns *ns, u8 opcode);
int nvme_pci_enable(struct nvme_dev *dev);
int nvme_pr_read_keys(struct block_device *bdev, struct pr_keys *keys_info);
int nvme_pr_read_reservation(struct block_device *bdev, struct pr_held_reservation *resv);
int nvme_pr_resv_report(struct block_device *bdev, void *data, u32 data_len, bool *eds);
int nvme_query_zone_info(struct nvme_ns *ns, unsigned int lbaf, struct nvme_zone_info *zi);
void nvme_queue_auth_work(struct work_struct *work);
struct nvme_ns *nvme_queue_depth_path(struct nvme_ns_head *head);
void nvme_queue_keep_alive_work(struct nvme_ctrl *ctrl);
void nvme_quiesce_admin_queue(struct nvme_ctrl *ctrl);
void nvme_quiesce_io_queues(struct nvme_ctrl *ctrl);
void nvme_remove_nsid_range(struct nvme_ctrl *ctrl, u32 start, u32 end);
void nvme_retry_req(struct request *req);
void nvme_scan_ns_async(void *data, async_cookie_t cookie);
int nvme_scan_ns_list(struct nvme_ctrl *ctrl);
void nvme_scan_ns_sequential(struct nvme_ctrl *ctrl);
int nvme_setup_io_queues(struct nvme_dev *dev);
blk_status_t nvme_setup_rw(struct nvme_ns *ns, struct request *req, struct nvme_command *cmnd,
	enum nvme_opcode op);
void nvme_suspend_queue(struct nvme_dev *dev, unsigned int qid);
umode_t nvme_tls_attrs_are_visible(struct kobject *kobj, struct attribute *a, int n);
struct key *nvme_tls_key_lookup(key_serial_t key_id);
key_serial_t nvme_tls_psk_default(struct key *keyring, const char *hostnqn, const char *subnqn);
void nvme_tls_psk_describe(const struct key *key, struct seq_file *m);
bool nvme_tls_psk_match(const struct key *key, const struct key_match_data *match_data);
int nvme_tls_psk_match_preparse(struct key_match_data *match_data);
void nvme_unquiesce_admin_queue(struct nvme_ctrl *ctrl);
void nvme_unquiesce_io_queues(struct nvme_ctrl *ctrl);
int nvme_update_ns_info_generic(struct nvme_ns *ns, struct nvme_ns_info *info);
struct sched_entity *pick_eevdf(struct cfs_rq *cfs_rq);
void sched_balance_domains(struct rq *rq, enum cpu_idle_type idle);
struct sched_group *sched_balance_find_dst_group(struct sched_domain *sd, struct task_struct *p,
	int this_cpu);
struct sched_group *sched_balance_find_src_group(struct lb_env *env);
int sched_balance_rq(int this_cpu, struct rq *this_rq, struct sched_domain *sd,
	enum cpu_idle_type idle, int *continue_balancing);
void sched_balance_softirq(void);
void sched_balance_trigger(struct rq *rq);
void sched_balance_update_blocked_averages(int cpu);
void sched_cancel_fork(struct task_struct *p);
u64 sched_clock_noinstr(void);
int sched_copy_attr(struct sched_attr *uattr, struct sched_attr *attr);
void sched_dynamic_klp_disable(void);
void sched_dynamic_klp_enable(void);
int sched_fair_server_period_open(struct inode *inode, struct file *filp);
int sched_fair_server_period_show(struct seq_file *m, void *v);
ssize_t sched_fair_server_period_write(struct file *filp, const char *ubuf, size_t cnt,
	loff_t *ppos);
int sched_fair_server_runtime_open(struct inode *inode, struct file *filp);
int sched_fair_server_runtime_show(struct seq_file *m, void *v);
ssize_t sched_fair_server_runtime_write(struct file *filp, const char *ubuf, size_t cnt,
	loff_t *ppos);
bool sched_is_eas_possible(const struct cpumask *cpu_mask);
void sched_mm_cid_after_execve(struct task_struct *t);
void sched_mm_cid_before_execve(struct task_struct *t);
void sched_mm_cid_exit_signals(struct task_struct *t);
void sched_mm_cid_fork(struct task_struct *t);
void sched_mm_cid_migrate_from(struct task_struct *t);
void sched_mm_cid_migrate_to(struct rq *dst_rq, struct task_struct *t);
void sched_mm_cid_remote_clear(struct mm_struct *mm, struct mm_cid *pcpu_cid, int cpu);
int sched_numa_find_nth_cpu(const struct cpumask *cpus, int cpu, int node);
const struct cpumask *sched_numa_hop_mask(unsigned int node, unsigned int hops);
void sched_smt_present_inc(int cpu);
void sched_tick(void);
bool sched_use_asym_prio(struct sched_domain *sd, int cpu);
ssize_t sched_verbose_write(struct file *filp, const char *ubuf, size_t cnt, loff_t *ppos);
int security_backing_file_alloc(struct file *backing_file, const struct file *user_file);
void security_backing_file_free(struct file *backing_file);
int security_bdev_alloc(struct block_device *bdev);
void security_bdev_free(struct block_device *bdev);
int security_bdev_setintegrity(struct block_device *bdev, enum lsm_integrity_type type,
	const void *value, size_t size);
int security_bpf_map_create(struct bpf_map *map, union bpf_attr *attr, struct bpf_token *token);
int security_bpf_prog_load(struct bpf_prog *prog, union bpf_attr *attr, struct bpf_token *token);
int security_bpf_token_capable(const struct bpf_token *token, int cap);
int security_bpf_token_cmd(const struct bpf_token *token, enum bpf_cmd cmd);
int security_bpf_token_create(struct bpf_token *token, union bpf_attr *attr,
	const struct path *path);
void security_bpf_token_free(struct bpf_token *token);
ssize_t security_erase_store(struct device *dev, struct device_attribute *attr, const char *buf,
	size_t len);
int security_file_post_open(struct file *file, int mask);
void security_file_release(struct file *file);
int security_file_truncate(struct file *file);
int security_getselfattr(unsigned int attr, struct lsm_ctx *uctx, u32 *size, u32 flags);
void security_initramfs_populated(void);
int security_inode_get_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
void security_inode_post_create_tmpfile(struct mnt_idmap *idmap, struct inode *inode);
void security_inode_post_remove_acl(struct mnt_idmap *idmap, struct dentry *dentry,
	const char *acl_name);
void security_inode_post_removexattr(struct dentry *dentry, const char *name);
void security_inode_post_set_acl(struct dentry *dentry, const char *acl_name,
	struct posix_acl *kacl);
void security_inode_post_setattr(struct mnt_idmap *idmap, struct dentry *dentry, int ia_valid);
int security_inode_remove_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
int security_inode_set_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name,
	struct posix_acl *kacl);
int security_inode_setintegrity(const struct inode *inode, enum lsm_integrity_type type,
	const void *value, size_t size);
void security_key_post_create_or_update(struct key *keyring, struct key *key, const void *payload,
	size_t payload_len, unsigned long flags, bool create);
int security_mmap_backing_file(struct vm_area_struct *vma, struct file *backing_file,
	struct file *user_file);
int security_mptcp_add_subflow(struct sock *sk, struct sock *ssk);
void security_path_post_mknod(struct mnt_idmap *idmap, struct dentry *dentry);
ssize_t security_sanitize_store(struct device *dev, struct device_attribute *attr, const char *buf,
	size_t len);
int security_setselfattr(unsigned int attr, struct lsm_ctx *uctx, u32 size, u32 flags);
ssize_t security_state_show(struct device *dev, struct device_attribute *attr, char *buf);
int shrink_one(struct lruvec *lruvec, struct scan_control *sc);
void skb_add_rx_frag_netmem(struct sk_buff *skb, int i, netmem_ref netmem, int off, int size,
	unsigned int truesize);
int skb_copy_datagram_from_iter_full(struct sk_buff *skb, int offset, struct iov_iter *from,
	int len);
int skb_copy_seq_read(struct skb_seq_state *st, int offset, void *to, int len);
int skb_cow_data_for_xdp(struct page_pool *pool, struct sk_buff **pskb, struct bpf_prog *prog);
struct dst_entry *skb_dst_pop(struct sk_buff *skb);
int skb_ensure_writable_head_tail(struct sk_buff *skb, struct net_device *dev);
void skb_errqueue_purge(struct sk_buff_head *list);
bool skb_has_ipv6_extension_hdr(const struct sk_buff *skb);
int skb_pp_cow_data(struct page_pool *pool, struct sk_buff **pskb, unsigned int headroom);
void skb_queue_purge_reason(struct sk_buff_head *list, enum skb_drop_reason reason);
ssize_t skb_splice_from_iter(struct sk_buff *skb, struct iov_iter *iter, ssize_t maxsize,
	gfp_t gfp);
int sock_devmem_dontneed(struct sock *sk, sockptr_t optval, unsigned int optlen);
u64 sock_hash_mem_usage(const struct bpf_map *map);
int sock_ioctl_inout(struct sock *sk, unsigned int cmd, void *arg, void *karg, size_t size);
int sock_map_link_create(const union bpf_attr *attr, struct bpf_prog *prog);
void sock_map_link_dealloc(struct bpf_link *link);
int sock_map_link_detach(struct bpf_link *link);
int sock_map_link_fill_info(const struct bpf_link *link, struct bpf_link_info *info);
void sock_map_link_release(struct bpf_link *link);
void sock_map_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
int sock_map_link_update_prog(struct bpf_link *link, struct bpf_prog *prog, struct bpf_prog *old);
u64 sock_map_mem_usage(const struct bpf_map *map);
int sock_map_prog_link_lookup(struct bpf_map *map, struct bpf_prog ***pprog,
	struct bpf_link ***plink, u32 which);
int sock_map_prog_update(struct bpf_map *map, struct bpf_prog *prog, struct bpf_prog *old,
	struct bpf_link *link, u32 which);
int sock_struct_check(void);
int tcp_bpf_ioctl(struct sock *sk, int cmd, int *karg);
struct tcp_congestion_ops *tcp_ca_find_autoload(const char *name);
void tcp_clear_md5_list(struct sock *sk);
u32 tcp_delack_max(const struct sock *sk);
int tcp_do_parse_auth_options(const struct tcphdr *th, const u8 **md5_hash, const u8 **ao_hash);
struct sk_buff *tcp_gro_lookup(struct list_head *head, struct tcphdr *th);
struct tcphdr *tcp_gro_pull_header(struct sk_buff *skb);
enum skb_drop_reason tcp_inbound_hash(struct sock *sk, const struct request_sock *req,
	const struct sk_buff *skb, const void *saddr, const void *daddr, int family, int dif,
	int sdif);
void tcp_md5_add_sigpool(void);
int tcp_md5_alloc_sigpool(void);
int tcp_md5_key_copy(struct sock *sk, const union tcp_ao_addr *addr, int family, u8 prefixlen,
	int l3index, struct tcp_md5sig_key *key);
void tcp_md5_release_sigpool(void);
void tcp_md5_twsk_free_rcu(struct callback_head *head);
void tcp_md5sig_info_free_rcu(struct callback_head *head);
void tcp_measure_rcv_mss(struct sock *sk, const struct sk_buff *skb);
void tcp_plb_check_rehash(struct sock *sk, struct tcp_plb_state *plb);
void tcp_plb_update_state(const struct sock *sk, struct tcp_plb_state *plb, const int cong_ratio);
void tcp_plb_update_state_upon_rto(struct sock *sk, struct tcp_plb_state *plb);
void tcp_rcv_spurious_retrans(struct sock *sk, const struct sk_buff *skb);
void tcp_rcv_synrecv_state_fastopen(struct sock *sk);
int tcp_recvmsg_dmabuf(struct sock *sk, const struct sk_buff *skb, unsigned int offset,
	struct msghdr *msg, int remaining_len);
size_t tcp_sigpool_algo(unsigned int id, char *buf, size_t buf_len);
int tcp_sigpool_alloc_ahash(const char *alg, size_t scratch_size);
void tcp_sigpool_end(struct tcp_sigpool *c);
void tcp_sigpool_get(unsigned int id);
int tcp_sigpool_hash_skb_data(struct tcp_sigpool *hp, const struct sk_buff *skb,
	unsigned int header_len);
void tcp_sigpool_release(unsigned int id);
int tcp_sigpool_start(unsigned int id, struct tcp_sigpool *c);
bool tcp_skb_can_collapse(const struct sk_buff *to, const struct sk_buff *from);
bool tcp_syn_flood_action(struct sock *sk, const char *proto);
int tcp_update_congestion_control(struct tcp_congestion_ops *ca, struct tcp_congestion_ops *old_ca);
int tcp_validate_congestion_control(struct tcp_congestion_ops *ca);
void tcp_xa_pool_commit_locked(struct sock *sk, struct tcp_xa_pool *p);
int udp_bpf_ioctl(struct sock *sk, int cmd, int *karg);
struct sock *udp_get_first(struct seq_file *seq, int start);
void udp_pernet_exit(struct net *net);
int udp_pernet_init(struct net *net);
int udp_set_peek_off(struct sock *sk, int val);
int vfs_cmd_create(struct fs_context *fc, bool exclusive);
struct posix_acl *vfs_get_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
char *vfs_parse_comma_sep(char **s);
int vfs_parse_monolithic_sep(struct fs_context *fc, void *data, char *(*sep)(char **));
int vfs_remove_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
int vfs_set_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name,
	struct posix_acl *kacl);
ssize_t vfs_splice_read(struct file *in, loff_t *ppos, struct pipe_inode_info *pipe, size_t len,
	unsigned int flags);
int vfs_statx_path(struct path *path, int flags, struct kstat *stat, u32 request_mask);
}
