/* Functions of the network that a program may attach to. */

void put_task_struct(struct task_struct *t);
void switch_task_namespaces(struct task_struct *p, struct nsproxy *new);
struct gendisk *blk_mq_alloc_disk_for_queue(struct request_queue *q,
	struct lock_class_key *lkclass);
netdev_tx_t loopback_xmit(struct sk_buff *skb, struct net_device *dev);
long __sys_recvmsg(int fd, struct user_msghdr *msg, unsigned int flags, bool forbid_cmsg_compat);
long __sys_sendmsg(int fd, struct user_msghdr *msg, unsigned int flags, bool forbid_cmsg_compat);
int __sys_shutdown(int fd, int how);
int __sys_getsockopt(int fd, int level, int optname, char *optval, int *optlen);
int __sys_setsockopt(int fd, int level, int optname, char *user_optval, int optlen);
int __sys_recvfrom(int fd, void *ubuf, size_t size, unsigned int flags, struct sockaddr *addr,
	int *addr_len);
int __sys_sendto(int fd, void *buff, size_t len, unsigned int flags, struct sockaddr *addr,
	int addr_len);
int __sys_connect(int fd, struct sockaddr *uservaddr, int addrlen);
int __sys_accept4(int fd, struct sockaddr *upeer_sockaddr, int *upeer_addrlen, int flags);
int __sys_listen(int fd, int backlog);
int __sys_bind(int fd, struct sockaddr *umyaddr, int addrlen);
int __sys_socket(int family, int type, int protocol);
int sock_create(int family, int type, int protocol, struct socket **res);
int __sock_create(struct net *net, int family, int type, int protocol, struct socket **res,
	int kern);
int sock_recvmsg(struct socket *sock, struct msghdr *msg, int flags);
int sock_sendmsg(struct socket *sock, struct msghdr *msg);
void sock_release(struct socket *sock);
void __sock_release(struct socket *sock, struct inode *inode);
struct socket *sock_alloc(void);
void unregister_netdevice_queue(struct net_device *dev, struct list_head *head);
int register_netdevice(struct net_device *dev);
int dev_change_flags(struct net_device *dev, unsigned int flags, struct netlink_ext_ack *extack);
@until(6.12) void net_rx_action(struct softirq_action *h);
@since(6.12) void net_rx_action(void);
int __napi_poll(struct napi_struct *n, bool *repoll);
bool napi_complete_done(struct napi_struct *n, int work_done);
int netif_receive_skb(struct sk_buff *skb);
int __netif_receive_skb(struct sk_buff *skb);
@until(6.12) void net_tx_action(struct softirq_action *h);
@since(6.12) void net_tx_action(void);
int netif_rx(struct sk_buff *skb);
int __dev_queue_xmit(struct sk_buff *skb, struct net_device *sb_dev);
struct sk_buff *dev_hard_start_xmit(struct sk_buff *first, struct net_device *dev,
	struct netdev_queue *txq, int *ret);
void dev_close(struct net_device *dev);
int dev_open(struct net_device *dev, struct netlink_ext_ack *extack);
struct net_device *dev_get_by_index(struct net *net, int ifindex);
struct rtable *ip_route_output_flow(struct net *net, struct flowi4 *flp4, const struct sock *sk);
struct rtable *ip_route_output_key_hash(struct net *net, struct flowi4 *fl4,
	const struct sk_buff *skb);
int ip_route_input_noref(struct sk_buff *skb, __be32 daddr, __be32 saddr, u8 tos,
	struct net_device *dev);
int udp_recvmsg(struct sock *sk, struct msghdr *msg, size_t len,
	@until(5.19) int nonblock, int flags, int *addr_len); // ec095263a965
@until(6.12) int udp_sendpage(struct sock *sk, struct page *page, int offset, size_t size, int flags);
int udp_sendmsg(struct sock *sk, struct msghdr *msg, size_t len);
int udp_send_skb(struct sk_buff *skb, struct flowi4 *fl4, struct inet_cork *cork);
int inet_recv_error(struct sock *sk, struct msghdr *msg, int len, int *addr_len);
int inet_shutdown(struct socket *sock, int how);
int inet_recvmsg(struct socket *sock, struct msghdr *msg, size_t size, int flags);
@until(6.12) ssize_t inet_sendpage(struct socket *sock, struct page *page, int offset, size_t size, int flags);
int inet_sendmsg(struct socket *sock, struct msghdr *msg, size_t size);
int inet_send_prepare(struct sock *sk);
int inet_getname(struct socket *sock, struct sockaddr *uaddr, int peer);
@until(6.12) int inet_accept(struct socket *sock, struct socket *newsock, int flags, bool kern);
@since(6.12) int inet_accept(struct socket *sock, struct socket *newsock,
	struct proto_accept_arg *arg);
int inet_stream_connect(struct socket *sock, struct sockaddr *uaddr, int addr_len, int flags);
int inet_dgram_connect(struct socket *sock, struct sockaddr *uaddr, int addr_len, int flags);
int inet_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
int inet_release(struct socket *sock);
int inet_create(struct net *net, struct socket *sock, int protocol, int kern);
int inet_listen(struct socket *sock, int backlog);
int inet6_recvmsg(struct socket *sock, struct msghdr *msg, size_t size, int flags);
int inet6_sendmsg(struct socket *sock, struct msghdr *msg, size_t size);
int inet6_getname(struct socket *sock, struct sockaddr *uaddr, int peer);
int inet6_release(struct socket *sock);
int inet6_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
int inet6_create(struct net *net, struct socket *sock, int protocol, int kern);
struct dst_entry *inet6_csk_update_pmtu(struct sock *sk, u32 mtu);
int inet6_csk_xmit(struct sock *sk, struct sk_buff *skb, struct flowi *fl_unused);
struct dst_entry *inet6_csk_route_socket(struct sock *sk, struct flowi6 *fl6);
void inet6_csk_addr2sockaddr(struct sock *sk, struct sockaddr *uaddr);
struct dst_entry *inet6_csk_route_req(const struct sock *sk, struct flowi6 *fl6,
	const struct request_sock *req, u8 proto);
int packet_sendmsg(struct socket *sock, struct msghdr *msg, size_t len);
int packet_rcv(struct sk_buff *skb, struct net_device *dev, struct packet_type *pt,
	struct net_device *orig_dev);
@until(6.12) int dev_queue_xmit(struct sk_buff *skb);
struct pid *get_task_pid(struct task_struct *task, enum pid_type type);
int migrate_task_to(struct task_struct *p, int target_cpu);
unsigned long wait_task_inactive(struct task_struct *p, unsigned int match_state);
int skb_copy_datagram_iter(const struct sk_buff *skb, int offset, struct iov_iter *to, int len);
gro_result_t napi_gro_receive(struct napi_struct *napi, struct sk_buff *skb);
__be16 eth_type_trans(struct sk_buff *skb, struct net_device *dev);
int ip_rcv(struct sk_buff *skb, struct net_device *dev, struct packet_type *pt,
	struct net_device *orig_dev);
struct sk_buff *ip_rcv_core(struct sk_buff *skb, struct net *net);
int ip_local_deliver(struct sk_buff *skb);
int ipv6_rcv(struct sk_buff *skb, struct net_device *dev, struct packet_type *pt,
	struct net_device *orig_dev);
struct sk_buff *skb_clone(struct sk_buff *skb, gfp_t gfp_mask);
void consume_skb(struct sk_buff *skb);
@until(5.17) // c504e5c2f964
void kfree_skb(struct sk_buff *skb);
@since(5.17)
@until(6.12) void kfree_skb_reason(struct sk_buff *skb, enum skb_drop_reason reason);
void __kfree_skb(struct sk_buff *skb);
@until(6.12) void skb_release_data(struct sk_buff *skb);
@since(6.12) void skb_release_data(struct sk_buff *skb, enum skb_drop_reason reason);
struct sk_buff *__alloc_skb(unsigned int size, gfp_t gfp_mask, int flags, int node);
int sk_filter_trim_cap(struct sock *sk, struct sk_buff *skb, unsigned int cap);
int ip_send_skb(struct net *net, struct sk_buff *skb);
int ip_queue_xmit(struct sock *sk, struct sk_buff *skb, struct flowi *fl);
int __ip_queue_xmit(struct sock *sk, struct sk_buff *skb, struct flowi *fl, __u8 tos);
int ip_output(struct net *net, struct sock *sk, struct sk_buff *skb);
int ip_finish_output(struct net *net, struct sock *sk, struct sk_buff *skb);
int ip_local_out(struct net *net, struct sock *sk, struct sk_buff *skb);
int __ip_local_out(struct net *net, struct sock *sk, struct sk_buff *skb);
void sock_init_data(struct socket *sock, struct sock *sk);
void sock_def_readable(struct sock *sk);
void sock_rfree(struct sk_buff *skb);
void sock_wfree(struct sk_buff *skb);
void sk_free(struct sock *sk);
struct sock *sk_alloc(struct net *net, int family, gfp_t priority, struct proto *prot, int kern);
int nf_hook_slow(struct sk_buff *skb, struct nf_hook_state *state,
	const struct nf_hook_entries *e, unsigned int s);
struct inet_bind2_bucket *inet_bind2_bucket_find(const struct inet_bind_hashbucket *head,
	const struct net *net, unsigned short port, int l3mdev, const struct sock *sk);
bool inet_bind2_bucket_match_addr_any(const struct inet_bind2_bucket *tb, const struct net *net,
	unsigned short port, int l3mdev, const struct sock *sk);
void inet_bind_hash(struct sock *sk, struct inet_bind_bucket *tb, struct inet_bind2_bucket *tb2,
	unsigned short port);
@until(6.12) bool inet_bind2_bucket_addr_match(const struct inet_bind2_bucket *tb2, const struct sock *sk);
void inet_bind2_bucket_destroy(struct kmem_cache *cachep, struct inet_bind2_bucket *tb);
@until(6.12) struct inet_bind2_bucket *inet_bind2_bucket_create(struct kmem_cache *cachep, struct net *net,
	struct inet_bind_hashbucket *head, unsigned short port, int l3mdev,
	const struct sock *sk);
@since(6.12) struct inet_bind2_bucket *inet_bind2_bucket_create(struct kmem_cache *cachep,
	struct net *net, struct inet_bind_hashbucket *head, struct inet_bind_bucket *tb,
	const struct sock *sk);
bool inet_bind_bucket_match(const struct inet_bind_bucket *tb, const struct net *net,
	unsigned short port, int l3mdev);
void inet_bind_bucket_destroy(struct kmem_cache *cachep, struct inet_bind_bucket *tb);
struct inet_bind_bucket *inet_bind_bucket_create(struct kmem_cache *cachep, struct net *net,
	struct inet_bind_hashbucket *head, const unsigned short snum, int l3mdev);
int arp_rcv(struct sk_buff *skb, struct net_device *dev, struct packet_type *pt,
	struct net_device *orig_dev);
void task_tick_fair(struct rq *rq, struct task_struct *curr, int queued);
@until(6.12) void put_prev_task_fair(struct rq *rq, struct task_struct *prev);
@since(6.12) void put_prev_task_fair(struct rq *rq, struct task_struct *prev,
	struct task_struct *next);
struct task_struct *pick_next_task_fair(struct rq *rq, struct task_struct *prev,
	struct rq_flags *rf);
int select_task_rq_fair(struct task_struct *p, int prev_cpu, int wake_flags);
@until(6.12) void dequeue_task_fair(struct rq *rq, struct task_struct *p, int flags);
@since(6.12) bool dequeue_task_fair(struct rq *rq, struct task_struct *p, int flags);
void enqueue_task_fair(struct rq *rq, struct task_struct *p, int flags);
int __cgroup_bpf_run_filter_skb(struct sock *sk, struct sk_buff *skb,
	enum cgroup_bpf_attach_type atype);
int rtnetlink_rcv_msg(struct sk_buff *skb, struct nlmsghdr *nlh, struct netlink_ext_ack *extack);
bool sch_direct_xmit(struct sk_buff *skb, struct Qdisc *q, struct net_device *dev,
	struct netdev_queue *txq, spinlock_t *root_lock, bool validate);
int netlink_sendmsg(struct socket *sock, struct msghdr *msg, size_t len);
int netlink_unicast(struct sock *ssk, struct sk_buff *skb, u32 portid, int nonblock);
struct dst_entry *inet_csk_update_pmtu(struct sock *sk, u32 mtu);
struct dst_entry *inet_csk_rebuild_route(struct sock *sk, struct flowi *fl);
void inet_csk_addr2sockaddr(struct sock *sk, struct sockaddr *uaddr);
void inet_csk_listen_stop(struct sock *sk);
struct sock *inet_csk_complete_hashdance(struct sock *sk, struct sock *child,
	struct request_sock *req, bool own_req);
struct sock *inet_csk_reqsk_queue_add(struct sock *sk, struct request_sock *req,
	struct sock *child);
int inet_csk_listen_start(struct sock *sk);
void inet_csk_prepare_forced_close(struct sock *sk);
void inet_csk_prepare_for_destroy_sock(struct sock *sk);
void inet_csk_destroy_sock(struct sock *sk);
struct sock *inet_csk_clone_lock(const struct sock *sk, const struct request_sock *req,
	const gfp_t priority);
bool inet_csk_reqsk_queue_hash_add(struct sock *sk, struct request_sock *req,
	unsigned long timeout);
void inet_csk_reqsk_queue_drop_and_put(struct sock *sk, struct request_sock *req);
bool inet_csk_reqsk_queue_drop(struct sock *sk, struct request_sock *req);
struct dst_entry *inet_csk_route_child_sock(const struct sock *sk, struct sock *newsk,
	const struct request_sock *req);
struct dst_entry *inet_csk_route_req(const struct sock *sk, struct flowi4 *fl4,
	const struct request_sock *req);
void inet_csk_reset_keepalive_timer(struct sock *sk, unsigned long len);
void inet_csk_delete_keepalive_timer(struct sock *sk);
void inet_csk_clear_xmit_timers_sync(struct sock *sk);
void inet_csk_clear_xmit_timers(struct sock *sk);
void inet_csk_init_xmit_timers(struct sock *sk, void (*retransmit_handler)(struct timer_list *),
	void (*delack_handler)(struct timer_list *),
	void (*keepalive_handler)(struct timer_list *));
@until(6.12) struct sock *inet_csk_accept(struct sock *sk, int flags, int *err, bool kern);
@since(6.12) struct sock *inet_csk_accept(struct sock *sk, struct proto_accept_arg *arg);
int inet_csk_get_port(struct sock *sk, unsigned short snum);
void inet_csk_update_fastreuse(struct inet_bind_bucket *tb, struct sock *sk);
int inet_csk_bind_conflict(const struct sock *sk, const struct inet_bind_bucket *tb,
	const struct inet_bind2_bucket *tb2, bool relax, bool reuseport_ok);
bool inet_bind_conflict(const struct sock *sk, struct sock *sk2, kuid_t sk_uid, bool relax,
	bool reuseport_cb_ok, bool reuseport_ok);
int raw_sendmsg(struct sock *sk, struct msghdr *msg, size_t len);
int fib_table_lookup(struct fib_table *tb, const struct flowi4 *flp, struct fib_result *res,
	int fib_flags);
int unix_stream_recvmsg(struct socket *sock, struct msghdr *msg, size_t size, int flags);
int unix_stream_sendmsg(struct socket *sock, struct msghdr *msg, size_t len);
int unix_dgram_sendmsg(struct socket *sock, struct msghdr *msg, size_t len);
int unix_stream_connect(struct socket *sock, struct sockaddr *uaddr, int addr_len, int flags);
void security_task_to_inode(struct task_struct *p, struct inode *inode);
int security_task_prctl(int option, unsigned long arg2, unsigned long arg3, unsigned long arg4,
	unsigned long arg5);
int security_task_kill(struct task_struct *p, struct kernel_siginfo *info, int sig,
	const struct cred *cred);
int security_task_movememory(struct task_struct *p);
int security_task_getscheduler(struct task_struct *p);
int security_task_setscheduler(struct task_struct *p);
int security_task_setrlimit(struct task_struct *p, unsigned int resource,
	struct rlimit *new_rlim);
int security_task_prlimit(const struct cred *cred, const struct cred *tcred, unsigned int flags);
int security_task_getioprio(struct task_struct *p);
int security_task_setioprio(struct task_struct *p, int ioprio);
int security_task_setnice(struct task_struct *p, int nice);
void security_task_getsecid_obj(struct task_struct *p, u32 *secid);
int security_task_getsid(struct task_struct *p);
int security_task_getpgid(struct task_struct *p);
int security_task_setpgid(struct task_struct *p, pid_t pgid);
int security_task_fix_setgroups(struct cred *new, const struct cred *old);
int security_task_fix_setgid(struct cred *new, const struct cred *old, int flags);
int security_task_fix_setuid(struct cred *new, const struct cred *old, int flags);
void security_task_free(struct task_struct *task);
int security_task_alloc(struct task_struct *task, unsigned long clone_flags);
void sk_stream_write_space(struct sock *sk);
int neigh_update(struct neighbour *neigh, const u8 *lladdr, u8 new, u32 flags, u32 nlmsg_pid);
int ip_forward(struct sk_buff *skb);
int icmp_rcv(struct sk_buff *skb);
int ip6_output(struct net *net, struct sock *sk, struct sk_buff *skb);
