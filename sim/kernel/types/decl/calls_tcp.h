/* Functions of TCP that a program may attach to. */

void tcp_init(void);
int tcp_abort(struct sock *sk, int err);
void tcp_done(struct sock *sk);
int tcp_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
bool tcp_bpf_bypass_getsockopt(int level, int optname);
struct sk_buff *tcp_get_timestamping_opt_stats(const struct sock *sk,
	const struct sk_buff *orig_skb, const struct sk_buff *ack_skb);
void tcp_get_info(struct sock *sk, struct tcp_info *info);
void tcp_get_info_chrono_stats(const struct tcp_sock *tp, struct tcp_info *info);
int tcp_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
int tcp_set_window_clamp(struct sock *sk, int val);
int tcp_sock_set_keepcnt(struct sock *sk, int val);
int tcp_sock_set_keepintvl(struct sock *sk, int val);
int tcp_sock_set_keepidle(struct sock *sk, int val);
int tcp_sock_set_keepidle_locked(struct sock *sk, int val);
@until(6.12) void tcp_sock_set_user_timeout(struct sock *sk, u32 val);
@since(6.12) int tcp_sock_set_user_timeout(struct sock *sk, int val);
int tcp_sock_set_syncnt(struct sock *sk, int val);
void tcp_sock_set_quickack(struct sock *sk, int val);
void tcp_sock_set_nodelay(struct sock *sk);
void tcp_sock_set_cork(struct sock *sk, bool on);
int tcp_disconnect(struct sock *sk, int flags);
void tcp_write_queue_purge(struct sock *sk);
void tcp_close(struct sock *sk, long timeout);
@until(6.12) bool tcp_check_oom(struct sock *sk, int shift);
@since(6.12) bool tcp_check_oom(const struct sock *sk, int shift);
void tcp_orphan_update(struct timer_list *unused);
int tcp_orphan_count_sum(void);
void tcp_shutdown(struct sock *sk, int how);
void tcp_set_state(struct sock *sk, int state);
int tcp_recvmsg(struct sock *sk, struct msghdr *msg, size_t len,
	@until(5.19) int nonblock, int flags, int *addr_len); // ec095263a965
int tcp_recvmsg_locked(struct sock *sk, struct msghdr *msg, size_t len, int flags,
	struct scm_timestamping_internal *tss, int *cmsg_flags);
int tcp_inq_hint(struct sock *sk);
void tcp_recv_timestamp(struct msghdr *msg, const struct sock *sk,
	struct scm_timestamping_internal *tss);
int tcp_zerocopy_receive(struct sock *sk, struct tcp_zerocopy_receive *zc,
	struct scm_timestamping_internal *tss);
int tcp_zerocopy_vm_insert_batch(struct vm_area_struct *vma, struct page **pages,
	unsigned int pages_to_map, unsigned long *address, u32 *length, u32 *seq,
	struct tcp_zerocopy_receive *zc, u32 total_bytes_to_map);
int tcp_mmap(struct file *file, struct socket *sock, struct vm_area_struct *vma);
void tcp_update_recv_tstamps(struct sk_buff *skb, struct scm_timestamping_internal *tss);
int tcp_set_rcvlowat(struct sock *sk, int val);
int tcp_peek_len(struct socket *sock);
void tcp_read_done(struct sock *sk, size_t len);
int tcp_read_skb(struct sock *sk, skb_read_actor_t recv_actor);
int tcp_read_sock_noack(struct sock *sk, read_descriptor_t *desc, sk_read_actor_t recv_actor,
	bool noack, u32 *copied_seq);
int tcp_read_sock(struct sock *sk, read_descriptor_t *desc, sk_read_actor_t recv_actor);
struct sk_buff *tcp_recv_skb(struct sock *sk, u32 seq, u32 *off);
void tcp_cleanup_rbuf(struct sock *sk, int copied);
void tcp_splice_eof(struct socket *sock);
int tcp_sendmsg(struct sock *sk, struct msghdr *msg, size_t size);
int tcp_sendmsg_locked(struct sock *sk, struct msghdr *msg, size_t size);
int tcp_sendmsg_fastopen(struct sock *sk, struct msghdr *msg, int *copied, size_t size,
	struct ubuf_info *uarg);
void tcp_free_fastopen_req(struct tcp_sock *tp);
@until(6.12) int tcp_sendpage(struct sock *sk, struct page *page, int offset, size_t size, int flags);
@until(6.12) int tcp_sendpage_locked(struct sock *sk, struct page *page, int offset, size_t size, int flags);
int tcp_wmem_schedule(struct sock *sk, int copy);
int tcp_downgrade_zcopy_pure(struct sock *sk, struct sk_buff *skb);
void tcp_remove_empty_skb(struct sock *sk);
int tcp_send_mss(struct sock *sk, int *size_goal, int flags);
@until(6.12) struct sk_buff *tcp_stream_alloc_skb(struct sock *sk, int size, gfp_t gfp, bool force_schedule);
@since(6.12) struct sk_buff *tcp_stream_alloc_skb(struct sock *sk, gfp_t gfp, bool force_schedule);
ssize_t tcp_splice_read(struct socket *sock, loff_t *ppos, struct pipe_inode_info *pipe,
	size_t len, unsigned int flags);
int tcp_splice_data_recv(read_descriptor_t *rd_desc, struct sk_buff *skb, unsigned int offset,
	size_t len);
void tcp_push(struct sock *sk, int flags, int mss_now, int nonagle, int size_goal);
void tcp_skb_entail(struct sock *sk, struct sk_buff *skb);
void tcp_mark_push(struct tcp_sock *tp, struct sk_buff *skb);
@until(6.12) int tcp_ioctl(struct sock *sk, int cmd, unsigned long arg);
@since(6.12) int tcp_ioctl(struct sock *sk, int cmd, int *karg);
__poll_t tcp_poll(struct file *file, struct socket *sock, poll_table *wait);
@until(6.12) void tcp_tx_timestamp(struct sock *sk, u16 tsflags);
void tcp_init_sock(struct sock *sk);
void tcp_leave_memory_pressure(struct sock *sk);
void tcp_enter_memory_pressure(struct sock *sk);
int tcp_set_congestion_control(struct sock *sk, const char *name, bool load, bool cap_net_admin);
int tcp_set_allowed_congestion_control(char *val);
void tcp_get_allowed_congestion_control(char *buf, size_t maxlen);
void tcp_get_default_congestion_control(struct net *net, char *name);
void tcp_get_available_congestion_control(char *buf, size_t maxlen);
int tcp_set_default_congestion_control(struct net *net, const char *name);
void tcp_cleanup_congestion_control(struct sock *sk);
void tcp_init_congestion_control(struct sock *sk);
void tcp_assign_congestion_control(struct sock *sk);
void tcp_unregister_congestion_control(struct tcp_congestion_ops *ca);
int tcp_register_congestion_control(struct tcp_congestion_ops *ca);
void tcp_set_ca_state(struct sock *sk, const u8 ca_state);
void tcp_metrics_init(void);
void tcp_net_metrics_exit_batch(struct list_head *net_exit_list);
@until(6.12) int tcp_net_metrics_init(struct net *net);
int tcp_metrics_nl_cmd_del(struct sk_buff *skb, struct genl_info *info);
void tcp_metrics_flush_all(struct net *net);
int tcp_metrics_nl_cmd_get(struct sk_buff *skb, struct genl_info *info);
int tcp_metrics_nl_dump(struct sk_buff *skb, struct netlink_callback *cb);
int tcp_metrics_fill_info(struct sk_buff *msg, struct tcp_metrics_block *tm);
void tcp_fastopen_cache_set(struct sock *sk, u16 mss, struct tcp_fastopen_cookie *cookie,
	bool syn_lost, u16 try_exp);
void tcp_fastopen_cache_get(struct sock *sk, u16 *mss, struct tcp_fastopen_cookie *cookie);
bool tcp_peer_is_proven(struct request_sock *req, struct dst_entry *dst);
void tcp_init_metrics(struct sock *sk);
void tcp_update_metrics(struct sock *sk);
struct tcp_metrics_block *tcp_get_metrics(struct sock *sk, struct dst_entry *dst, bool create);
int tcp_set_ulp(struct sock *sk, const char *name);
void tcp_cleanup_ulp(struct sock *sk);
void tcp_update_ulp(struct sock *sk, struct proto *proto, void (*write_space)(struct sock *));
void tcp_get_available_ulp(char *buf, size_t maxlen);
void tcp_unregister_ulp(struct tcp_ulp_ops *ulp);
int tcp_register_ulp(struct tcp_ulp_ops *ulp);
@until(6.12) struct sock *tcp_get_cookie_sock(struct sock *sk, struct sk_buff *skb, struct request_sock *req,
	struct dst_entry *dst, u32 tsoff);
@since(6.12) struct sock *tcp_get_cookie_sock(struct sock *sk, struct sk_buff *skb,
	struct request_sock *req, struct dst_entry *dst);
int tcp_v6_init_sock(struct sock *sk);
void tcp_v6_send_check(struct sock *sk, struct sk_buff *skb);
void tcp_v6_early_demux(struct sk_buff *skb);
int tcp_v6_rcv(struct sk_buff *skb);
void tcp_v6_fill_cb(struct sk_buff *skb, const struct ipv6hdr *hdr, const struct tcphdr *th);
int tcp_v6_do_rcv(struct sock *sk, struct sk_buff *skb);
struct sock *tcp_v6_syn_recv_sock(const struct sock *sk, struct sk_buff *skb,
	struct request_sock *req, struct dst_entry *dst, struct request_sock *req_unhash,
	bool *own_req, void (*opt_child_init)(struct sock *, const struct sock *));
void tcp_v6_mapped_child_init(struct sock *newsk, const struct sock *sk);
void tcp_v6_restore_cb(struct sk_buff *skb);
int tcp_v6_conn_request(struct sock *sk, struct sk_buff *skb);
u16 tcp_v6_get_syncookie(struct sock *sk, struct ipv6hdr *iph, struct tcphdr *th, u32 *cookie);
void tcp_v6_reqsk_send_ack(const struct sock *sk, struct sk_buff *skb, struct request_sock *req);
@until(6.12) void tcp_v6_send_reset(const struct sock *sk, struct sk_buff *skb);
@since(6.12) void tcp_v6_send_reset(const struct sock *sk, struct sk_buff *skb,
	enum sk_rst_reason reason);
@until(6.12) void tcp_v6_send_response(const struct sock *sk, struct sk_buff *skb, u32 seq, u32 ack, u32 win,
	u32 tsval, u32 tsecr, int oif, struct tcp_md5sig_key *key, int rst, u8 tclass,
	__be32 label, u32 priority, u32 txhash);
@since(6.12) void tcp_v6_send_response(const struct sock *sk, struct sk_buff *skb, u32 seq, u32 ack,
	u32 win, u32 tsval, u32 tsecr, int oif, int rst, u8 tclass, __be32 label, u32 priority,
	u32 txhash, struct tcp_key *key);
@until(6.12) struct dst_entry *tcp_v6_route_req(const struct sock *sk, struct sk_buff *skb, struct flowi *fl,
	struct request_sock *req);
@since(6.12) struct dst_entry *tcp_v6_route_req(const struct sock *sk, struct sk_buff *skb,
	struct flowi *fl, struct request_sock *req, u32 tw_isn);
int tcp_v6_md5_hash_skb(char *md5_hash, const struct tcp_md5sig_key *key, const struct sock *sk,
	const struct sk_buff *skb);
int tcp_v6_parse_md5_keys(struct sock *sk, int optname, sockptr_t optval, int optlen);
struct tcp_md5sig_key *tcp_v6_md5_lookup(const struct sock *sk, const struct sock *addr_sk);
void tcp_v6_reqsk_destructor(struct request_sock *req);
int tcp_v6_send_synack(const struct sock *sk, struct dst_entry *dst, struct flowi *fl,
	struct request_sock *req, struct tcp_fastopen_cookie *foc,
	enum tcp_synack_type synack_type, struct sk_buff *syn_skb);
int tcp_v6_err(struct sk_buff *skb, struct inet6_skb_parm *opt, u8 type, u8 code, int offset,
	__be32 info);
void tcp_v6_mtu_reduced(struct sock *sk);
int tcp_v6_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int tcp_v6_pre_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
union tcp_seq_and_ts_off tcp_v6_init_seq_and_ts_off(const struct net *net,
	const struct sk_buff *skb);
int tcp_abort_override(struct sock *ssk, int err);
void tcp_release_cb_override(struct sock *ssk);
void tcp_init_xmit_timers(struct sock *sk);
enum hrtimer_restart tcp_compressed_ack_kick(struct hrtimer *timer);
void tcp_keepalive_timer(struct timer_list *t);
void tcp_set_keepalive(struct sock *sk, int val);
void tcp_syn_ack_timeout(const struct request_sock *req);
void tcp_write_timer(struct timer_list *t);
void tcp_write_timer_handler(struct sock *sk);
void tcp_retransmit_timer(struct sock *sk);
void tcp_delack_timer(struct timer_list *t);
void tcp_delack_timer_handler(struct sock *sk);
int tcp_out_of_resources(struct sock *sk, bool do_reset);
void tcp_rate_check_app_limited(struct sock *sk);
void tcp_rate_gen(struct sock *sk, u32 delivered, u32 lost, bool is_sack_reneg,
	struct rate_sample *rs);
void tcp_rate_skb_delivered(struct sock *sk, struct sk_buff *skb, struct rate_sample *rs);
void tcp_rate_skb_sent(struct sock *sk, struct sk_buff *skb);
int tcp_rtx_synack(const struct sock *sk, struct request_sock *req);
int tcp_write_wakeup(struct sock *sk, int mib);
void tcp_send_window_probe(struct sock *sk);
int tcp_xmit_probe_skb(struct sock *sk, int urgent, int mib);
void tcp_send_ack(struct sock *sk);
void tcp_send_delayed_ack(struct sock *sk);
int tcp_connect(struct sock *sk);
struct sk_buff *tcp_make_synack(const struct sock *sk, struct dst_entry *dst,
	struct request_sock *req, struct tcp_fastopen_cookie *foc,
	enum tcp_synack_type synack_type, struct sk_buff *syn_skb);
int tcp_send_synack(struct sock *sk);
@until(6.12) void tcp_send_active_reset(struct sock *sk, gfp_t priority);
@since(6.12) void tcp_send_active_reset(struct sock *sk, enum sk_rst_reason reason);
void tcp_send_fin(struct sock *sk);
void tcp_xmit_retransmit_queue(struct sock *sk);
int tcp_retransmit_skb(struct sock *sk, struct sk_buff *skb, int segs);
void tcp_skb_collapse_tstamp(struct sk_buff *skb, const struct sk_buff *next_skb);
void tcp_push_one(struct sock *sk, unsigned int mss_now);
void tcp_send_loss_probe(struct sock *sk);
bool tcp_schedule_loss_probe(struct sock *sk, bool advancing_rto);
bool tcp_write_xmit(struct sock *sk, unsigned int mss_now, int nonagle, int push_one, gfp_t gfp);
void tcp_chrono_stop(struct sock *sk, const enum tcp_chrono type);
void tcp_chrono_start(struct sock *sk, const enum tcp_chrono type);
u32 tcp_tso_segs(struct sock *sk, unsigned int mss_now);
unsigned int tcp_current_mss(struct sock *sk);
unsigned int tcp_sync_mss(struct sock *sk, u32 pmtu);
void tcp_mtup_init(struct sock *sk);
int tcp_mss_to_mtu(struct sock *sk, int mss);
int tcp_mtu_to_mss(struct sock *sk, int pmtu);
int tcp_trim_head(struct sock *sk, struct sk_buff *skb, u32 len);
int tcp_fragment(struct sock *sk, enum tcp_queue tcp_queue, struct sk_buff *skb, u32 len,
	unsigned int mss_now, gfp_t gfp);
void tcp_fragment_tstamp(struct sk_buff *skb, struct sk_buff *skb2);
void tcp_adjust_pcount(struct sock *sk, const struct sk_buff *skb, int decr);
void tcp_update_skb_after_send(struct sock *sk, struct sk_buff *skb, u64 prior_wstamp);
enum hrtimer_restart tcp_pace_kick(struct hrtimer *timer);
void tcp_wfree(struct sk_buff *skb);
void tcp_tasklet_init(void);
void tcp_release_cb(struct sock *sk);
void tcp_tasklet_func(struct tasklet_struct *t);
void tcp_tsq_handler(struct sock *sk);
@until(6.12) unsigned int tcp_established_options(struct sock *sk, struct sk_buff *skb,
	struct tcp_out_options *opts, struct tcp_md5sig_key **md5);
@since(6.12) unsigned int tcp_established_options(struct sock *sk, struct sk_buff *skb,
	struct tcp_out_options *opts, struct tcp_key *key);
@until(6.12) void tcp_options_write(struct tcphdr *th, struct tcp_sock *tp, struct tcp_out_options *opts);
void tcp_select_initial_window(const struct sock *sk, int __space, __u32 mss, __u32 *rcv_wnd,
	__u32 *window_clamp, int wscale_ok, __u8 *rcv_wscale, __u32 init_rcv_wnd);
void tcp_cwnd_restart(struct sock *sk, s32 delta);
void tcp_event_new_data_sent(struct sock *sk, struct sk_buff *skb);
void tcp_mstamp_refresh(struct tcp_sock *tp);
void tcp_newreno_mark_lost(struct sock *sk, bool snd_una_advanced);
void tcp_rack_update_reo_wnd(struct sock *sk, struct rate_sample *rs);
void tcp_rack_reo_timeout(struct sock *sk);
void tcp_rack_advance(struct tcp_sock *tp, u8 sacked, u32 end_seq, u64 xmit_time);
bool tcp_rack_mark_lost(struct sock *sk);
void tcp_rack_detect_loss(struct sock *sk, u32 *reo_timeout);
s32 tcp_rack_skb_timeout(struct tcp_sock *tp, struct sk_buff *skb, u32 reo_wnd);
void tcp_v4_init(void);
void tcp_sk_exit_batch(struct list_head *net_exit_list);
int tcp_sk_init(struct net *net);
void tcp_sk_exit(struct net *net);
bool tcp_stream_memory_free(const struct sock *sk, int wake);
void tcp_seq_stop(struct seq_file *seq, void *v);
void *tcp_seq_next(struct seq_file *seq, void *v, loff_t *pos);
void *tcp_seq_start(struct seq_file *seq, loff_t *pos);
void *tcp_get_idx(struct seq_file *seq, loff_t pos);
void tcp_v4_destroy_sock(struct sock *sk);
int tcp_v4_init_sock(struct sock *sk);
int tcp_v4_rcv(struct sk_buff *skb);
void tcp_v4_fill_cb(struct sk_buff *skb, const struct iphdr *iph, const struct tcphdr *th);
void tcp_v4_restore_cb(struct sk_buff *skb);
int tcp_filter(struct sock *sk, struct sk_buff *skb);
bool tcp_add_backlog(struct sock *sk, struct sk_buff *skb,
	@since(5.18) enum skb_drop_reason *reason); // 7a26dc9e7b43
int tcp_v4_early_demux(struct sk_buff *skb);
int tcp_v4_do_rcv(struct sock *sk, struct sk_buff *skb);
u16 tcp_v4_get_syncookie(struct sock *sk, struct iphdr *iph, struct tcphdr *th, u32 *cookie);
struct sock *tcp_v4_syn_recv_sock(const struct sock *sk, struct sk_buff *skb,
	struct request_sock *req, struct dst_entry *dst, struct request_sock *req_unhash,
	bool *own_req, void (*opt_child_init)(struct sock *, const struct sock *));
int tcp_v4_conn_request(struct sock *sk, struct sk_buff *skb);
@until(6.12) struct dst_entry *tcp_v4_route_req(const struct sock *sk, struct sk_buff *skb, struct flowi *fl,
	struct request_sock *req);
@since(6.12) struct dst_entry *tcp_v4_route_req(const struct sock *sk, struct sk_buff *skb,
	struct flowi *fl, struct request_sock *req, u32 tw_isn);
int tcp_v4_md5_hash_skb(char *md5_hash, const struct tcp_md5sig_key *key, const struct sock *sk,
	const struct sk_buff *skb);
@until(6.12) int tcp_v4_md5_hash_headers(struct tcp_md5sig_pool *hp, __be32 daddr, __be32 saddr,
	const struct tcphdr *th, int nbytes);
@since(6.12) int tcp_v4_md5_hash_headers(struct tcp_sigpool *hp, __be32 daddr, __be32 saddr,
	const struct tcphdr *th, int nbytes);
int tcp_v4_parse_md5_keys(struct sock *sk, int optname, sockptr_t optval, int optlen);
struct tcp_md5sig_key *tcp_v4_md5_lookup(const struct sock *sk, const struct sock *addr_sk);
void tcp_v4_reqsk_destructor(struct request_sock *req);
int tcp_v4_send_synack(const struct sock *sk, struct dst_entry *dst, struct flowi *fl,
	struct request_sock *req, struct tcp_fastopen_cookie *foc,
	enum tcp_synack_type synack_type, struct sk_buff *syn_skb);
void tcp_v4_reqsk_send_ack(const struct sock *sk, struct sk_buff *skb, struct request_sock *req);
@until(6.12) void tcp_v4_send_ack(const struct sock *sk, struct sk_buff *skb, u32 seq, u32 ack, u32 win,
	u32 tsval, u32 tsecr, int oif, struct tcp_md5sig_key *key, int reply_flags, u8 tos,
	u32 txhash);
@since(6.12) void tcp_v4_send_ack(const struct sock *sk, struct sk_buff *skb, u32 seq, u32 ack,
	u32 win, u32 tsval, u32 tsecr, int oif, struct tcp_key *key, int reply_flags, u8 tos,
	u32 txhash);
@until(6.12) void tcp_v4_send_reset(const struct sock *sk, struct sk_buff *skb);
@since(6.12) void tcp_v4_send_reset(const struct sock *sk, struct sk_buff *skb,
	enum sk_rst_reason reason);
void tcp_v4_send_check(struct sock *sk, struct sk_buff *skb);
int tcp_v4_err(struct sk_buff *skb, u32 info);
void tcp_req_err(struct sock *sk, u32 seq, bool abort);
void tcp_v4_mtu_reduced(struct sock *sk);
int tcp_v4_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int tcp_v4_pre_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int tcp_twsk_unique(struct sock *sk, struct sock *sktw, void *twp);
union tcp_seq_and_ts_off tcp_v4_init_seq_and_ts_off(const struct net *net,
	const struct sk_buff *skb);
@until(6.12) int tcp_child_process(struct sock *parent, struct sock *child, struct sk_buff *skb);
@since(6.12) enum skb_drop_reason tcp_child_process(struct sock *parent, struct sock *child,
	struct sk_buff *skb);
struct sock *tcp_check_req(struct sock *sk, struct sk_buff *skb, struct request_sock *req,
	bool fastopen, bool *req_stolen);
struct sock *tcp_create_openreq_child(const struct sock *sk, struct request_sock *req,
	struct sk_buff *skb);
void tcp_openreq_init_rwin(struct request_sock *req, const struct sock *sk_listener,
	const struct dst_entry *dst);
void tcp_twsk_purge(struct list_head *net_exit_list);
void tcp_twsk_destructor(struct sock *sk);
void tcp_time_wait(struct sock *sk, int state, int timeo);
@until(6.12) enum tcp_tw_status tcp_timewait_state_process(struct inet_timewait_sock *tw, struct sk_buff *skb,
	const struct tcphdr *th);
@since(6.12) enum tcp_tw_status tcp_timewait_state_process(struct inet_timewait_sock *tw,
	struct sk_buff *skb, const struct tcphdr *th, u32 *tw_isn);
void tcp_fastopen_active_detect_blackhole(struct sock *sk, bool expired);
void tcp_fastopen_active_disable_ofo_check(struct sock *sk);
bool tcp_fastopen_active_should_disable(struct sock *sk);
void tcp_fastopen_active_disable(struct sock *sk);
bool tcp_fastopen_defer_connect(struct sock *sk, int *err);
bool tcp_fastopen_cookie_check(struct sock *sk, u16 *mss, struct tcp_fastopen_cookie *cookie);
struct sock *tcp_try_fastopen(struct sock *sk, struct sk_buff *skb, struct request_sock *req,
	struct tcp_fastopen_cookie *foc, const struct dst_entry *dst);
void tcp_fastopen_add_skb(struct sock *sk, struct sk_buff *skb);
int tcp_fastopen_get_cipher(struct net *net, struct inet_connection_sock *icsk, u64 *key);
int tcp_fastopen_reset_cipher(struct net *net, struct sock *sk, void *primary_key,
	void *backup_key);
void tcp_fastopen_ctx_destroy(struct net *net);
void tcp_fastopen_destroy_cipher(struct sock *sk);
void tcp_fastopen_ctx_free(struct callback_head *head);
void tcp_fastopen_init_key_once(struct net *net);
void tcp_bpf_clone(const struct sock *sk, struct sock *newsk);
int tcp_bpf_update_proto(struct sock *sk, struct sk_psock *psock, bool restore);
int tcp_bpf_strp_read_sock(struct strparser *strp, read_descriptor_t *desc,
	sk_read_actor_t recv_actor);
@until(6.12) int tcp_bpf_sendpage(struct sock *sk, struct page *page, int offset, size_t size, int flags);
int tcp_bpf_sendmsg(struct sock *sk, struct msghdr *msg, size_t size);
@until(6.12) int tcp_bpf_send_verdict(struct sock *sk, struct sk_psock *psock, struct sk_msg *msg, int *copied,
	int flags);
int tcp_bpf_recvmsg(struct sock *sk, struct msghdr *msg, size_t len, int flags, int *addr_len);
int tcp_bpf_recvmsg_parser(struct sock *sk, struct msghdr *msg, size_t len, int flags,
	int *addr_len);
int tcp_msg_wait_data(struct sock *sk, struct sk_psock *psock, long timeo);
int tcp_bpf_sendmsg_redir(struct sock *sk, bool ingress, struct sk_msg *msg, u32 bytes,
	int flags);
int tcp_bpf_push(struct sock *sk, struct sk_msg *msg, u32 apply_bytes, int flags, bool uncharge);
void tcp_eat_skb(struct sock *sk, struct sk_buff *skb);
int tcp_conn_request(struct request_sock_ops *rsk_ops, const struct tcp_request_sock_ops *af_ops,
	struct sock *sk, struct sk_buff *skb);
u16 tcp_get_syncookie_mss(struct request_sock_ops *rsk_ops,
	const struct tcp_request_sock_ops *af_ops, struct sock *sk, struct tcphdr *th);
@until(6.12) int tcp_rcv_state_process(struct sock *sk, struct sk_buff *skb);
@since(6.12) enum skb_drop_reason tcp_rcv_state_process(struct sock *sk, struct sk_buff *skb);
void tcp_finish_connect(struct sock *sk, struct sk_buff *skb);
void tcp_init_transfer(struct sock *sk, int bpf_op, struct sk_buff *skb);
void tcp_rcv_established(struct sock *sk, struct sk_buff *skb);
bool tcp_validate_incoming(struct sock *sk, struct sk_buff *skb, const struct tcphdr *th,
	int syn_inerr);
void tcp_urg(struct sock *sk, struct sk_buff *skb, const struct tcphdr *th);
void tcp_check_space(struct sock *sk);
@until(6.12) bool tcp_prune_ofo_queue(struct sock *sk);
@since(6.12) bool tcp_prune_ofo_queue(struct sock *sk, const struct sk_buff *in_skb);
void tcp_collapse(struct sock *sk, struct sk_buff_head *list, struct rb_root *root,
	struct sk_buff *head, struct sk_buff *tail, u32 start, u32 end);
void tcp_rbtree_insert(struct rb_root *root, struct sk_buff *skb);
struct sk_buff *tcp_collapse_one(struct sock *sk, struct sk_buff *skb, struct sk_buff_head *list,
	struct rb_root *root);
void tcp_data_queue(struct sock *sk, struct sk_buff *skb);
void tcp_data_ready(struct sock *sk);
int tcp_send_rcvq(struct sock *sk, struct msghdr *msg, size_t size);
int tcp_queue_rcv(struct sock *sk, struct sk_buff *skb, bool *fragstolen);
int tcp_try_rmem_schedule(struct sock *sk, struct sk_buff *skb, unsigned int size);
bool tcp_try_coalesce(struct sock *sk, struct sk_buff *to, struct sk_buff *from,
	bool *fragstolen);
void tcp_sack_compress_send_ack(struct sock *sk);
void tcp_send_dupack(struct sock *sk, const struct sk_buff *skb);
void tcp_dsack_extend(struct sock *sk, u32 seq, u32 end_seq);
void tcp_fin(struct sock *sk);
void tcp_reset(struct sock *sk, struct sk_buff *skb);
void tcp_done_with_error(struct sock *sk, int err);
void tcp_parse_options(const struct net *net, const struct sk_buff *skb,
	struct tcp_options_received *opt_rx, int estab, struct tcp_fastopen_cookie *foc);
u16 tcp_parse_mss_option(const struct tcphdr *th, u16 user_mss);
void tcp_parse_fastopen_option(int len, const unsigned char *cookie, bool syn,
	struct tcp_fastopen_cookie *foc, bool exp_opt);
int tcp_ack(struct sock *sk, const struct sk_buff *skb, int flag);
u32 tcp_newly_delivered(struct sock *sk, u32 prior_delivered, int flag);
void tcp_xmit_recovery(struct sock *sk, int rexmit);
void tcp_in_ack_event(struct sock *sk, int flag);
void tcp_process_tlp_ack(struct sock *sk, u32 ack, int flag);
void tcp_replace_ts_recent(struct tcp_sock *tp, u32 seq);
void tcp_reqsk_send_challenge_ack(struct sock *sk, struct sk_buff *skb, struct request_sock *req);
void tcp_send_challenge_ack(struct sock *sk);
bool tcp_challenge_ack_allowed(struct net *net);
bool tcp_oow_rate_limited(struct net *net, const struct sk_buff *skb, int mib_idx,
	u32 *last_oow_ack_time);
void tcp_ack_tstamp(struct sock *sk, struct sk_buff *skb, const struct sk_buff *ack_skb,
	u32 prior_snd_una);
void tcp_rearm_rto(struct sock *sk);
void tcp_synack_rtt_meas(struct sock *sk, struct request_sock *req);
bool tcp_ack_update_rtt(struct sock *sk, const int flag, long seq_rtt_us, long sack_rtt_us,
	long ca_rtt_us, struct rate_sample *rs);
void tcp_fastretrans_alert(struct sock *sk, const u32 prior_snd_una, int num_dupack,
	int *ack_flag, int *rexmit);
void tcp_identify_packet_loss(struct sock *sk, int *ack_flag);
void tcp_enter_recovery(struct sock *sk, bool ece_ack);
void tcp_simple_retransmit(struct sock *sk);
void tcp_non_congestion_loss_retransmit(struct sock *sk);
void tcp_try_to_open(struct sock *sk, int flag);
void tcp_try_keep_open(struct sock *sk);
void tcp_enter_cwr(struct sock *sk);
void tcp_cwnd_reduction(struct sock *sk, int newly_acked_sacked, int newly_lost, int flag);
bool tcp_try_undo_loss(struct sock *sk, bool frto_undo);
bool tcp_try_undo_recovery(struct sock *sk);
void tcp_undo_cwnd_reduction(struct sock *sk, bool unmark_loss);
void tcp_mark_head_lost(struct sock *sk, int packets, int mark_head);
void tcp_enter_loss(struct sock *sk);
void tcp_clear_retrans(struct tcp_sock *tp);
int tcp_sacktag_write_queue(struct sock *sk, const struct sk_buff *ack_skb, u32 prior_snd_una,
	struct tcp_sacktag_state *state);
struct sk_buff *tcp_sacktag_walk(struct sk_buff *skb, struct sock *sk,
	struct tcp_sack_block *next_dup, struct tcp_sacktag_state *state, u32 start_seq,
	u32 end_seq, bool dup_sack_in);
int tcp_skb_shift(struct sk_buff *to, struct sk_buff *from, int pcount, int shiftlen);
bool tcp_shifted_skb(struct sock *sk, struct sk_buff *prev, struct sk_buff *skb,
	struct tcp_sacktag_state *state, unsigned int pcount, int shifted, int mss,
	bool dup_sack);
u8 tcp_sacktag_one(struct sock *sk, struct tcp_sacktag_state *state, u8 sacked, u32 start_seq,
	u32 end_seq, int dup_sack, int pcount, u64 xmit_time);
int tcp_match_skb_to_sack(struct sock *sk, struct sk_buff *skb, u32 start_seq, u32 end_seq);
void tcp_mark_skb_lost(struct sock *sk, struct sk_buff *skb);
void tcp_check_sack_reordering(struct sock *sk, const u32 low_seq, const int ts);
__u32 tcp_init_cwnd(const struct tcp_sock *tp, const struct dst_entry *dst);
void tcp_update_pacing_rate(struct sock *sk);
void tcp_event_data_recv(struct sock *sk, struct sk_buff *skb);
void tcp_rcv_space_adjust(struct sock *sk);
void tcp_initialize_rcv_mss(struct sock *sk);
void tcp_grow_window(struct sock *sk, const struct sk_buff *skb, bool adjust);
void tcp_sndbuf_expand(struct sock *sk);
@until(6.12) int tcp_gro_complete(struct sk_buff *skb);
@since(6.12) void tcp_gro_complete(struct sk_buff *skb);
@until(6.12) struct sk_buff *tcp_gro_receive(struct list_head *head, struct sk_buff *skb);
@since(6.12) struct sk_buff *tcp_gro_receive(struct list_head *head, struct sk_buff *skb,
	struct tcphdr *th);
struct sk_buff *tcp_gso_segment(struct sk_buff *skb, netdev_features_t features);
