/* Further functions of the network. */

int __dev_open(struct net_device *dev, struct netlink_ext_ack *extack);
int __inet6_bind(struct sock *sk, struct sockaddr *uaddr, int addr_len, u32 flags);
void __inet_accept(struct socket *sock, struct socket *newsock, struct sock *newsk);
int __inet_bind(struct sock *sk, struct sockaddr *uaddr, int addr_len, u32 flags);
int __inet_stream_connect(struct socket *sock, struct sockaddr *uaddr, int addr_len, int flags,
	int is_sendmsg);
int __ip6_local_out(struct net *net, struct sock *sk, struct sk_buff *skb);
struct sk_buff *__ip6_make_skb(struct sock *sk, struct sk_buff_head *queue,
	struct inet_cork_full *cork, struct inet6_cork *v6_cork);
int __ip_finish_output(struct net *net, struct sock *sk, struct sk_buff *skb);
struct sk_buff *__ip_make_skb(struct sock *sk, struct flowi4 *fl4, struct sk_buff_head *queue,
	struct inet_cork *cork);
void __napi_schedule(struct napi_struct *n);
void __netif_schedule(struct Qdisc *q);
void __sk_free(struct sock *sk);
int __sk_queue_drop_skb(struct sock *sk, struct sk_buff_head *sk_queue, struct sk_buff *skb,
	unsigned int flags, void (*destructor)(struct sock *, struct sk_buff *));
int __sk_receive_skb(struct sock *sk, struct sk_buff *skb, const int nested,
	unsigned int trim_cap, bool refcounted);
__wsum __skb_checksum(const struct sk_buff *skb, int offset, int len, __wsum csum,
	const struct skb_checksum_ops *ops);
@until(6.12) struct sk_buff *__skb_clone(struct sk_buff *n, struct sk_buff *skb);
int __skb_wait_for_more_packets(struct sock *sk, struct sk_buff_head *queue, int *err,
	long *timeo_p, const struct sk_buff *skb);
int __sys_connect_file(struct file *file, struct __kernel_sockaddr_storage *address,
	int addrlen, int file_flags);
int __sys_getpeername(int fd, struct sockaddr *usockaddr, int *usockaddr_len);
int __sys_getsockname(int fd, struct sockaddr *usockaddr, int *usockaddr_len);
int __sys_recvmmsg(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags,
	struct __kernel_timespec *timeout, struct old_timespec32 *timeout32);
long __sys_recvmsg_sock(struct socket *sock, struct msghdr *msg, struct user_msghdr *umsg,
	struct sockaddr *uaddr, unsigned int flags);
int __sys_sendmmsg(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags,
	bool forbid_cmsg_compat);
long __sys_sendmsg_sock(struct socket *sock, struct msghdr *msg, unsigned int flags);
long __sys_setfsgid(gid_t gid);
long __sys_setfsuid(uid_t uid);
long __sys_setgid(gid_t gid);
long __sys_setregid(gid_t rgid, gid_t egid);
long __sys_setresgid(gid_t rgid, gid_t egid, gid_t sgid);
long __sys_setresuid(uid_t ruid, uid_t euid, uid_t suid);
long __sys_setreuid(uid_t ruid, uid_t euid);
long __sys_setuid(uid_t uid);
int __sys_shutdown_sock(struct socket *sock, int how);
struct file *__sys_socket_file(int family, int type, int protocol);
int __sys_socketpair(int family, int type, int protocol, int *usockvec);
void _raw_read_lock(rwlock_t *lock);
void _raw_read_lock_bh(rwlock_t *lock);
void _raw_read_lock_irq(rwlock_t *lock);
unsigned long _raw_read_lock_irqsave(rwlock_t *lock);
int _raw_read_trylock(rwlock_t *lock);
void _raw_read_unlock(rwlock_t *lock);
void _raw_read_unlock_bh(rwlock_t *lock);
void _raw_read_unlock_irq(rwlock_t *lock);
void _raw_read_unlock_irqrestore(rwlock_t *lock, unsigned long flags);
void _raw_spin_lock(raw_spinlock_t *lock);
void _raw_spin_lock_bh(raw_spinlock_t *lock);
void _raw_spin_lock_irq(raw_spinlock_t *lock);
unsigned long _raw_spin_lock_irqsave(raw_spinlock_t *lock);
unsigned long _raw_spin_rq_lock_irqsave(struct rq *rq);
int _raw_spin_trylock(raw_spinlock_t *lock);
int _raw_spin_trylock_bh(raw_spinlock_t *lock);
void _raw_spin_unlock(raw_spinlock_t *lock);
void _raw_spin_unlock_bh(raw_spinlock_t *lock);
void _raw_spin_unlock_irq(raw_spinlock_t *lock);
void _raw_spin_unlock_irqrestore(raw_spinlock_t *lock, unsigned long flags);
void _raw_write_lock(rwlock_t *lock);
void _raw_write_lock_bh(rwlock_t *lock);
void _raw_write_lock_irq(rwlock_t *lock);
unsigned long _raw_write_lock_irqsave(rwlock_t *lock);
void _raw_write_lock_nested(rwlock_t *lock, int subclass);
int _raw_write_trylock(rwlock_t *lock);
void _raw_write_unlock(rwlock_t *lock);
void _raw_write_unlock_bh(rwlock_t *lock);
void _raw_write_unlock_irq(rwlock_t *lock);
void _raw_write_unlock_irqrestore(rwlock_t *lock, unsigned long flags);
int arp_accept(struct in_device *in_dev, __be32 sip);
struct sk_buff *arp_create(int type, int ptype, __be32 dest_ip, struct net_device *dev,
	__be32 src_ip, const unsigned char *dest_hw, const unsigned char *src_hw,
	const unsigned char *target_hw);
int arp_ioctl(struct net *net, unsigned int cmd, void *arg);
void arp_xmit(struct sk_buff *skb);
struct rtnl_link_stats64 *dev_get_stats(struct net_device *dev,
	struct rtnl_link_stats64 *storage);
int dev_ioctl(struct net *net, unsigned int cmd, struct ifreq *ifr, void *data,
	bool *need_copyout);
void dev_queue_xmit_nit(struct sk_buff *skb, struct net_device *dev);
void dev_seq_printf_stats(struct seq_file *seq, struct net_device *dev);
int dev_set_mac_address(struct net_device *dev, struct sockaddr *sa,
	struct netlink_ext_ack *extack);
void dev_shutdown(struct net_device *dev);
int do_ip_getsockopt(struct sock *sk, int level, int optname, sockptr_t optval, sockptr_t optlen);
int do_ip_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
int do_ipv6_getsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	sockptr_t optlen);
int do_ipv6_mcast_group_source(struct sock *sk, int optname, sockptr_t optval, int optlen);
int do_ipv6_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
int do_recvmmsg(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags,
	struct timespec64 *timeout);
int do_tcp_getsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	sockptr_t optlen);
@until(6.12) ssize_t do_tcp_sendpages(struct sock *sk, struct page *page, int offset, size_t size, int flags);
int do_tcp_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
@until(6.12) void *dst_alloc(struct dst_ops *ops, struct net_device *dev, int initial_ref,
	int initial_obsolete, unsigned short flags);
@since(6.12) void *dst_alloc(struct dst_ops *ops, struct net_device *dev, int initial_obsolete,
	unsigned short flags);
@until(6.12) struct dst_entry *dst_destroy(struct dst_entry *dst);
@since(6.12) void dst_destroy(struct dst_entry *dst);
int dst_output(struct net *net, struct sock *sk, struct sk_buff *skb);
void dst_release(struct dst_entry *dst);
unsigned int fib_seq_sum(struct net *net);
@since(5.18) enum skb_drop_reason icmp_redirect(struct sk_buff *skb);
int icmpv6_rcv(struct sk_buff *skb);
int inet6_ioctl(struct socket *sock, unsigned int cmd, unsigned long arg);
@until(6.12) struct sock *inet6_lookup(struct net *net, struct inet_hashinfo *hashinfo, struct sk_buff *skb,
	int doff, const struct in6_addr *saddr, const __be16 sport,
	const struct in6_addr *daddr, const __be16 dport, const int dif);
@since(6.12) struct sock *inet6_lookup(const struct net *net, struct inet_hashinfo *hashinfo,
	struct sk_buff *skb, int doff, const struct in6_addr *saddr, const __be16 sport,
	const struct in6_addr *daddr, const __be16 dport, const int dif);
int inet_ioctl(struct socket *sock, unsigned int cmd, unsigned long arg);
int ip6_finish_output(struct net *net, struct sock *sk, struct sk_buff *skb);
int ip6_finish_output2(struct net *net, struct sock *sk, struct sk_buff *skb);
int ip6_forward(struct sk_buff *skb);
int ip6_input(struct sk_buff *skb);
int ip6_local_out(struct net *net, struct sock *sk, struct sk_buff *skb);
struct sk_buff *ip6_make_skb(struct sock *sk, int (*getfrag)(void *, char *, int, int, int,
	struct sk_buff *), void *from, size_t length, int transhdrlen,
	struct ipcm6_cookie *ipc6, struct rt6_info *rt, unsigned int flags,
	struct inet_cork_full *cork);
void ip6_redirect(struct sk_buff *skb, struct net *net, int oif, u32 mark, kuid_t uid);
int ip6_xmit(const struct sock *sk, struct sk_buff *skb, struct flowi6 *fl6, __u32 mark,
	struct ipv6_txoptions *opt, int tclass, u32 priority);
int ip_finish_output2(struct net *net, struct sock *sk, struct sk_buff *skb);
int ip_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
struct sk_buff *ip_make_skb(struct sock *sk, struct flowi4 *fl4, int (*getfrag)(void *, char *,
	int, int, int, struct sk_buff *), void *from, int length, int transhdrlen,
	struct ipcm_cookie *ipc, struct rtable **rtp, struct inet_cork *cork,
	unsigned int flags);
int ip_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval, unsigned int optlen);
void ipv4_redirect(struct sk_buff *skb, struct net *net, int oif, u8 protocol);
int ipv6_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
int ipv6_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
int neigh_add(struct sk_buff *skb, struct nlmsghdr *nlh, struct netlink_ext_ack *extack);
void neigh_destroy(struct neighbour *neigh);
struct neighbour *neigh_lookup(struct neigh_table *tbl, const void *pkey, struct net_device *dev);
void neigh_release(struct neighbour *neigh);
int neigh_xmit(int index, struct net_device *dev, const void *addr, struct sk_buff *skb);
@until(6.12) void net_free(struct net *net);
int netlink_bind(struct socket *sock, struct sockaddr *addr, int addr_len);
int netlink_connect(struct socket *sock, struct sockaddr *addr, int alen, int flags);
int netlink_create(struct net *net, struct socket *sock, int protocol, int kern);
int netlink_getsockopt(struct socket *sock, int level, int optname, char *optval, int *optlen);
int netlink_ioctl(struct socket *sock, unsigned int cmd, unsigned long arg);
int netlink_recvmsg(struct socket *sock, struct msghdr *msg, size_t len, int flags);
int netlink_release(struct socket *sock);
int netlink_setsockopt(struct socket *sock, int level, int optname, sockptr_t optval,
	unsigned int optlen);
struct sk_buff *netlink_trim(struct sk_buff *skb, gfp_t allocation);
__sum16 nf_checksum(struct sk_buff *skb, unsigned int hook, unsigned int dataoff, u8 protocol,
	unsigned short family);
int nf_getsockopt(struct sock *sk, u_int8_t pf, int val, char *opt, int *len);
void nf_queue_entry_free(struct nf_queue_entry *entry);
bool nf_queue_entry_get_refs(struct nf_queue_entry *entry);
void nf_queue_entry_release_refs(struct nf_queue_entry *entry);
void nf_queue_nf_hook_drop(struct net *net);
int nf_setsockopt(struct sock *sk, u_int8_t pf, int val, sockptr_t opt, unsigned int len);
int packet_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
int packet_create(struct net *net, struct socket *sock, int protocol, int kern);
int packet_getsockopt(struct socket *sock, int level, int optname, char *optval, int *optlen);
int packet_ioctl(struct socket *sock, unsigned int cmd, unsigned long arg);
__poll_t packet_poll(struct file *file, struct socket *sock, poll_table *wait);
int packet_recvmsg(struct socket *sock, struct msghdr *msg, size_t len, int flags);
int packet_release(struct socket *sock);
int packet_setsockopt(struct socket *sock, int level, int optname, sockptr_t optval,
	unsigned int optlen);
int raw_bind(struct sock *sk, struct sockaddr *uaddr, int addr_len);
void raw_close(struct sock *sk, long timeout);
void raw_destroy(struct sock *sk);
int raw_getsockopt(struct sock *sk, int level, int optname, char *optval, int *optlen);
@until(6.12) int raw_ioctl(struct sock *sk, int cmd, unsigned long arg);
@since(6.12) int raw_ioctl(struct sock *sk, int cmd, int *karg);
int raw_local_deliver(struct sk_buff *skb, int protocol);
int raw_rcv(struct sock *sk, struct sk_buff *skb);
int raw_recvmsg(struct sock *sk, struct msghdr *msg, size_t len, int flags, int *addr_len);
int raw_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval,
	unsigned int optlen);
void rt_mutex_lock(struct rt_mutex *lock);
int rt_mutex_lock_interruptible(struct rt_mutex *lock);
int rt_mutex_lock_killable(struct rt_mutex *lock);
int rt_mutex_trylock(struct rt_mutex *lock);
void rt_mutex_unlock(struct rt_mutex *lock);
int sk_getsockopt(struct sock *sk, int level, int optname, sockptr_t optval, sockptr_t optlen);
struct sock *sk_lookup(struct net *net, struct bpf_sock_tuple *tuple, int dif, int sdif,
	u8 family, u8 proto);
void sk_psock_destroy(struct work_struct *work);
int sk_setsockopt(struct sock *sk, int level, int optname, sockptr_t optval, unsigned int optlen);
int sk_stream_error(struct sock *sk, int flags, int err);
void sk_stream_kill_queues(struct sock *sk);
void sk_stream_wait_close(struct sock *sk, long timeout);
int sk_stream_wait_connect(struct sock *sk, long *timeo_p);
int sk_stream_wait_memory(struct sock *sk, long *timeo_p);
int sk_wait_data(struct sock *sk, long *timeo, const struct sk_buff *skb);
__wsum skb_checksum(const struct sk_buff *skb, int offset, int len, __wsum csum);
struct sk_buff *skb_copy(const struct sk_buff *skb, gfp_t gfp_mask);
struct sk_buff *skb_dequeue(struct sk_buff_head *list);
void *skb_pull(struct sk_buff *skb, unsigned int len);
void *skb_push(struct sk_buff *skb, unsigned int len);
void *skb_put(struct sk_buff *skb, unsigned int len);
void skb_queue_head(struct sk_buff_head *list, struct sk_buff *newsk);
@until(6.12) void skb_queue_purge(struct sk_buff_head *list);
void skb_queue_tail(struct sk_buff_head *list, struct sk_buff *newsk);
struct sk_buff *skb_segment(struct sk_buff *head_skb, netdev_features_t features);
unsigned int skb_seq_read(unsigned int consumed, const u8 **data, struct skb_seq_state *st);
void skb_trim(struct sk_buff *skb, unsigned int len);
int sock_close(struct inode *inode, struct file *filp);
@until(6.12) int sock_getsockopt(struct socket *sock, int level, int optname, char *optval, int *optlen);
long sock_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
__poll_t sock_poll(struct file *file, poll_table *wait);
@until(6.12) void sock_put(struct sock *sk);
int sock_queue_err_skb(struct sock *sk, struct sk_buff *skb);
@since(5.18)
int sock_queue_rcv_skb_reason(struct sock *sk, struct sk_buff *skb, enum skb_drop_reason *reason);
int sock_setsockopt(struct socket *sock, int level, int optname, sockptr_t optval,
	unsigned int optlen);
@until(6.12) int unix_accept(struct socket *sock, struct socket *newsock, int flags, bool kern);
@since(6.12) int unix_accept(struct socket *sock, struct socket *newsock,
	struct proto_accept_arg *arg);
int unix_bind(struct socket *sock, struct sockaddr *uaddr, int addr_len);
void unix_close(struct sock *sk, long timeout);
int unix_create(struct net *net, struct socket *sock, int protocol, int kern);
int unix_dgram_bpf_update_proto(struct sock *sk, struct sk_psock *psock, bool restore);
int unix_dgram_connect(struct socket *sock, struct sockaddr *addr, int alen, int flags);
void unix_dgram_disconnected(struct sock *sk, struct sock *other);
int unix_dgram_peer_wake_me(struct sock *sk, struct sock *other);
int unix_dgram_peer_wake_relay(wait_queue_entry_t *q, unsigned int mode, int flags, void *key);
__poll_t unix_dgram_poll(struct file *file, struct socket *sock, poll_table *wait);
int unix_dgram_recvmsg(struct socket *sock, struct msghdr *msg, size_t size, int flags);
int unix_ioctl(struct socket *sock, unsigned int cmd, unsigned long arg);
int unix_listen(struct socket *sock, int backlog);
__poll_t unix_poll(struct file *file, struct socket *sock, poll_table *wait);
int unix_release(struct socket *sock);
int unix_shutdown(struct socket *sock, int mode);
int unix_stream_bpf_update_proto(struct sock *sk, struct sk_psock *psock, bool restore);
int unix_stream_read_actor(struct sk_buff *skb, int skip, int chunk,
	struct unix_stream_read_state *state);
int unix_stream_read_generic(struct unix_stream_read_state *state, bool freezable);
int unix_stream_read_skb(struct sock *sk, skb_read_actor_t recv_actor);
@until(6.12) ssize_t unix_stream_sendpage(struct socket *socket, struct page *page, int offset, size_t size,
	int flags);
int unix_stream_splice_actor(struct sk_buff *skb, int skip, int chunk,
	struct unix_stream_read_state *state);
ssize_t unix_stream_splice_read(struct socket *sock, loff_t *ppos, struct pipe_inode_info *pipe,
	size_t size, unsigned int flags);
long unix_wait_for_peer(struct sock *other, long timeo);
