/* Further functions of TCP and UDP. */

void __tcp_close(struct sock *sk, long timeout);
@until(6.12) struct sock *mptcp_accept(struct sock *sk, int flags, int *err, bool kern);
void mptcp_close(struct sock *sk, long timeout);
void mptcp_close_ssk(struct sock *sk, struct sock *ssk, struct mptcp_subflow_context *subflow);
void mptcp_close_wake_up(struct sock *sk);
int mptcp_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
void mptcp_pm_add_addr_echoed(struct mptcp_sock *msk, const struct mptcp_addr_info *addr);
void mptcp_pm_add_addr_received(const struct sock *ssk, const struct mptcp_addr_info *addr);
void mptcp_pm_add_addr_send_ack(struct mptcp_sock *msk);
@until(6.12) bool mptcp_pm_add_addr_signal(struct mptcp_sock *msk, const struct sk_buff *skb,
	unsigned int opt_size, unsigned int remaining, struct mptcp_addr_info *addr, bool *echo,
	bool *drop_other_suboptions);
@since(6.12) bool mptcp_pm_add_addr_signal(struct mptcp_sock *msk, unsigned int opt_size,
	unsigned int remaining, struct mptcp_addr_info *addr, bool *echo);
void mptcp_pm_add_timer(struct timer_list *timer);
bool mptcp_pm_addr_families_match(const struct sock *sk, const struct mptcp_addr_info *loc,
	const struct mptcp_addr_info *rem);
bool mptcp_pm_alloc_anno_list(struct mptcp_sock *msk, const struct mptcp_addr_info *addr);
bool mptcp_pm_allow_new_subflow(struct mptcp_sock *msk);
int mptcp_pm_announce_addr(struct mptcp_sock *msk, const struct mptcp_addr_info *addr, bool echo);
void mptcp_pm_connection_closed(struct mptcp_sock *msk);
void mptcp_pm_data_reset(struct mptcp_sock *msk);
@until(6.12) struct mptcp_pm_add_entry *mptcp_pm_del_add_timer(struct mptcp_sock *msk,
	const struct mptcp_addr_info *addr, bool check_id);
@since(6.12) struct mptcp_pm_add_addr *mptcp_pm_del_add_timer(struct mptcp_sock *msk,
	const struct mptcp_addr_info *addr, bool check_id);
void mptcp_pm_free_anno_list(struct mptcp_sock *msk);
@until(6.12) void mptcp_pm_fully_established(struct mptcp_sock *msk, const struct sock *ssk, gfp_t gfp);
@since(6.12) void mptcp_pm_fully_established(struct mptcp_sock *msk, const struct sock *ssk);
unsigned int mptcp_pm_get_add_addr_accept_max(const struct mptcp_sock *msk);
unsigned int mptcp_pm_get_add_addr_signal_max(const struct mptcp_sock *msk);
unsigned int mptcp_pm_get_local_addr_max(const struct mptcp_sock *msk);
int mptcp_pm_get_local_id(struct mptcp_sock *msk, struct sock_common *skc);
unsigned int mptcp_pm_get_subflows_max(const struct mptcp_sock *msk);
bool mptcp_pm_is_backup(struct mptcp_sock *msk, struct sock_common *skc);
void mptcp_pm_mp_fail_received(struct sock *sk, u64 fail_seq);
void mptcp_pm_mp_prio_received(struct sock *ssk, u8 bkup);
void mptcp_pm_new_connection(struct mptcp_sock *msk, const struct sock *ssk, int server_side);
void mptcp_pm_nl_add_addr_received(struct mptcp_sock *msk);
void mptcp_pm_nl_addr_send_ack(struct mptcp_sock *msk);
bool mptcp_pm_nl_check_work_pending(struct mptcp_sock *msk);
int mptcp_pm_nl_create_listen_socket(struct sock *sk, struct mptcp_pm_addr_entry *entry);
int mptcp_pm_nl_get_local_id(struct mptcp_sock *msk, struct mptcp_pm_addr_entry *skc);
bool mptcp_pm_nl_is_backup(struct mptcp_sock *msk, struct mptcp_addr_info *skc);
bool mptcp_pm_nl_is_init_remote_addr(struct mptcp_sock *msk,
	const struct mptcp_addr_info *remote);
int mptcp_pm_nl_mp_prio_send_ack(struct mptcp_sock *msk, struct mptcp_addr_info *addr,
	struct mptcp_addr_info *rem, u8 bkup);
void mptcp_pm_nl_rm_addr_or_subflow(struct mptcp_sock *msk, const struct mptcp_rm_list *rm_list,
	enum linux_mptcp_mib_field rm_type);
void mptcp_pm_nl_subflow_chk_stale(const struct mptcp_sock *msk, struct sock *ssk);
void mptcp_pm_nl_work(struct mptcp_sock *msk);
int mptcp_pm_remove_addr(struct mptcp_sock *msk, const struct mptcp_rm_list *rm_list);
void mptcp_pm_remove_addrs(struct mptcp_sock *msk, struct list_head *rm_list);
void mptcp_pm_rm_addr_received(struct mptcp_sock *msk, const struct mptcp_rm_list *rm_list);
bool mptcp_pm_rm_addr_signal(struct mptcp_sock *msk, unsigned int remaining,
	struct mptcp_rm_list *rm_list);
bool mptcp_pm_schedule_work(struct mptcp_sock *msk, enum mptcp_pm_status new_status);
bool mptcp_pm_sport_in_anno_list(struct mptcp_sock *msk, const struct sock *sk);
@until(6.12) void mptcp_pm_subflow_check_next(struct mptcp_sock *msk, const struct sock *ssk,
	const struct mptcp_subflow_context *subflow);
@since(6.12) void mptcp_pm_subflow_check_next(struct mptcp_sock *msk,
	const struct mptcp_subflow_context *subflow);
void mptcp_pm_subflow_chk_stale(const struct mptcp_sock *msk, struct sock *ssk);
void mptcp_pm_subflow_established(struct mptcp_sock *msk);
int mptcp_recvmsg(struct sock *sk, struct msghdr *msg, size_t len,
	@until(5.19) int nonblock, int flags, int *addr_len); // ec095263a965
int mptcp_sendmsg(struct sock *sk, struct msghdr *msg, size_t len);
int mptcp_sendmsg_frag(struct sock *sk, struct sock *ssk, struct mptcp_data_frag *dfrag,
	struct mptcp_sendmsg_info *info);
bool mptcp_subflow_active(struct mptcp_subflow_context *subflow);
int mptcp_subflow_create_socket(struct sock *sk, unsigned short family, struct socket **new_sock);
bool mptcp_subflow_data_available(struct sock *sk);
void mptcp_subflow_drop_ctx(struct sock *ssk);
@until(6.12) void mptcp_subflow_eof(struct sock *sk);
@until(6.12) void mptcp_subflow_fully_established(struct mptcp_subflow_context *subflow,
	struct mptcp_options_received *mp_opt);
struct sock *mptcp_subflow_get_send(struct mptcp_sock *msk);
int mptcp_subflow_init_cookie_req(struct request_sock *req, const struct sock *sk_listener,
	struct sk_buff *skb);
void mptcp_subflow_process_delegated(struct sock *ssk, long status);
void mptcp_subflow_queue_clean(struct sock *listener_sk, struct sock *listener_ssk);
struct request_sock *mptcp_subflow_reqsk_alloc(const struct request_sock_ops *ops,
	struct sock *sk_listener, bool attach_listener);
void mptcp_subflow_reset(struct sock *ssk);
void mptcp_subflow_set_active(struct mptcp_subflow_context *subflow);
void mptcp_subflow_shutdown(struct sock *sk, struct sock *ssk, int how);
int tcp4_gro_complete(struct sk_buff *skb, int thoff);
struct sk_buff *tcp4_gro_receive(struct list_head *head, struct sk_buff *skb);
struct sk_buff *tcp4_gso_segment(struct sk_buff *skb, netdev_features_t features);
int tcp6_gro_complete(struct sk_buff *skb, int thoff);
struct sk_buff *tcp6_gro_receive(struct list_head *head, struct sk_buff *skb);
struct sk_buff *tcp6_gso_segment(struct sk_buff *skb, netdev_features_t features);
int tcp_bpf_v4_build_proto(void);
void tcpm_suck_dst(struct tcp_metrics_block *tm, const struct dst_entry *dst,
	bool fastopen_clear);
int udp4_gro_complete(struct sk_buff *skb, int nhoff);
struct sk_buff *udp4_gro_receive(struct list_head *head, struct sk_buff *skb);
void udp4_hwcsum(struct sk_buff *skb, __be32 src, __be32 dst);
@until(6.12) struct sock *udp4_lib_lookup(struct net *net, __be32 saddr, __be16 sport, __be32 daddr,
	__be16 dport, int dif);
@since(6.12) struct sock *udp4_lib_lookup(const struct net *net, __be32 saddr, __be16 sport,
	__be32 daddr, __be16 dport, int dif);
struct sock *udp4_lib_lookup_skb(const struct sk_buff *skb, __be16 sport, __be16 dport);
struct sk_buff *udp4_ufo_fragment(struct sk_buff *skb, netdev_features_t features);
u32 udp6_ehashfn(const struct net *net, const struct in6_addr *laddr, const u16 lport,
	const struct in6_addr *faddr, const __be16 fport);
int udp6_gro_complete(struct sk_buff *skb, int nhoff);
struct sk_buff *udp6_gro_receive(struct list_head *head, struct sk_buff *skb);
@until(6.12) struct sock *udp6_lib_lookup(struct net *net, const struct in6_addr *saddr, __be16 sport,
	const struct in6_addr *daddr, __be16 dport, int dif);
@since(6.12) struct sock *udp6_lib_lookup(const struct net *net, const struct in6_addr *saddr,
	__be16 sport, const struct in6_addr *daddr, __be16 dport, int dif);
struct sock *udp6_lib_lookup_skb(const struct sk_buff *skb, __be16 sport, __be16 dport);
void udp6_set_csum(bool nocheck, struct sk_buff *skb, const struct in6_addr *saddr,
	const struct in6_addr *daddr, int len);
struct sk_buff *udp6_ufo_fragment(struct sk_buff *skb, netdev_features_t features);
int udp6_unicast_rcv_skb(struct sock *sk, struct sk_buff *skb, struct udphdr *uh);
int udp_abort(struct sock *sk, int err);
int udp_bpf_recvmsg(struct sock *sk, struct msghdr *msg, size_t len, int flags, int *addr_len);
int udp_bpf_update_proto(struct sock *sk, struct sk_psock *psock, bool restore);
int udp_bpf_v4_build_proto(void);
int udp_cmsg_send(struct sock *sk, struct msghdr *msg, u16 *gso_size);
void udp_destroy_sock(struct sock *sk);
void udp_destruct_common(struct sock *sk);
void udp_destruct_sock(struct sock *sk);
int udp_disconnect(struct sock *sk, int flags);
u32 udp_ehashfn(const struct net *net, const __be32 laddr, const __u16 lport,
	const __be32 faddr, const __be16 fport);
void udp_encap_disable(void);
void udp_encap_enable(void);
int udp_err(struct sk_buff *skb, u32 info);
u32 udp_flow_hashrnd(void);
void udp_flush_pending_frames(struct sock *sk);
struct sock *udp_get_next(struct seq_file *seq, struct sock *sk);
int udp_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
int udp_gro_complete(struct sk_buff *skb, int nhoff, udp_lookup_t lookup);
struct sk_buff *udp_gro_receive(struct list_head *head, struct sk_buff *skb, struct udphdr *uh,
	struct sock *sk);
int udp_init_sock(struct sock *sk);
@until(6.12) int udp_ioctl(struct sock *sk, int cmd, unsigned long arg);
@since(6.12) int udp_ioctl(struct sock *sk, int cmd, int *karg);
void udp_lib_close(struct sock *sk, long timeout);
int udp_lib_get_port(struct sock *sk, unsigned short snum, unsigned int hash2_nulladdr);
int udp_lib_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
int udp_lib_hash(struct sock *sk);
int udp_lib_lport_inuse(struct net *net, __u16 num, const struct udp_hslot *hslot,
	unsigned long *bitmap, struct sock *sk, unsigned int log);
void udp_lib_rehash(struct sock *sk, u16 newhash);
int udp_lib_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen, int (*push_pending_frames)(struct sock *));
void udp_lib_unhash(struct sock *sk);
__poll_t udp_poll(struct file *file, struct socket *sock, poll_table *wait);
int udp_pre_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int udp_push_pending_frames(struct sock *sk);
int udp_queue_rcv_one_skb(struct sock *sk, struct sk_buff *skb);
int udp_queue_rcv_skb(struct sock *sk, struct sk_buff *skb);
int udp_rcv(struct sk_buff *skb);
int udp_read_skb(struct sock *sk, skb_read_actor_t recv_actor);
void udp_rmem_release(struct sock *sk, unsigned int size, int partial, bool rx_queue_lock_held);
void udp_set_csum(bool nocheck, struct sk_buff *skb, __be32 saddr, __be32 daddr, int len);
int udp_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
bool udp_sk_rx_dst_set(struct sock *sk, struct dst_entry *dst);
void udp_skb_destructor(struct sock *sk, struct sk_buff *skb);
void udp_splice_eof(struct socket *sock);
int udp_unicast_rcv_skb(struct sock *sk, struct sk_buff *skb, struct udphdr *uh);
int udp_v4_early_demux(struct sk_buff *skb);
int udp_v4_get_port(struct sock *sk, unsigned short snum);
void udp_v4_rehash(struct sock *sk);
void udp_v6_early_demux(struct sk_buff *skb);
int udp_v6_get_port(struct sock *sk, unsigned short snum);
int udp_v6_push_pending_frames(struct sock *sk);
void udp_v6_rehash(struct sock *sk);
int udp_v6_send_skb(struct sk_buff *skb, struct flowi6 *fl6, struct inet_cork *cork);
void udplite4_register(void);
int udplite_err(struct sk_buff *skb, u32 info);
int udplite_getfrag(void *from, char *to, int offset, int len, int odd, struct sk_buff *skb);
int udplite_rcv(struct sk_buff *skb);
int udplitev6_err(struct sk_buff *skb, struct inet6_skb_parm *opt, u8 type, u8 code, int offset,
	__be32 info);
int udplitev6_rcv(struct sk_buff *skb);
void udpv6_destroy_sock(struct sock *sk);
void udpv6_destruct_sock(struct sock *sk);
void udpv6_encap_enable(void);
int udpv6_err(struct sk_buff *skb, struct inet6_skb_parm *opt, u8 type, u8 code, int offset,
	__be32 info);
int udpv6_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
int udpv6_init_sock(struct sock *sk);
int udpv6_pre_connect(struct sock *sk, struct sockaddr *uaddr, int addr_len);
int udpv6_queue_rcv_one_skb(struct sock *sk, struct sk_buff *skb);
int udpv6_queue_rcv_skb(struct sock *sk, struct sk_buff *skb);
int udpv6_rcv(struct sk_buff *skb);
int udpv6_recvmsg(struct sock *sk, struct msghdr *msg, size_t len,
	@until(5.19) int nonblock, int flags, int *addr_len); // ec095263a965
int udpv6_sendmsg(struct sock *sk, struct msghdr *msg, size_t len);
int udpv6_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
void udpv6_splice_eof(struct socket *sock);
