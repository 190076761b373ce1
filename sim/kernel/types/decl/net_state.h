/* Transforms, tables of sockets, and addresses: all members, all offsets. */

@since(6.12)
enum sk_rst_reason {
	SK_RST_REASON_NOT_SPECIFIED, SK_RST_REASON_NO_SOCKET,
	SK_RST_REASON_TCP_INVALID_ACK_SEQUENCE, SK_RST_REASON_TCP_RFC7323_PAWS,
	SK_RST_REASON_TCP_TOO_OLD_ACK, SK_RST_REASON_TCP_ACK_UNSENT_DATA,
	SK_RST_REASON_TCP_FLAGS, SK_RST_REASON_TCP_OLD_ACK, SK_RST_REASON_TCP_ABORT_ON_DATA,
	SK_RST_REASON_TCP_TIMEWAIT_SOCKET, SK_RST_REASON_INVALID_SYN,
	SK_RST_REASON_TCP_ABORT_ON_CLOSE, SK_RST_REASON_TCP_ABORT_ON_LINGER,
	SK_RST_REASON_TCP_ABORT_ON_MEMORY, SK_RST_REASON_TCP_STATE,
	SK_RST_REASON_TCP_KEEPALIVE_TIMEOUT, SK_RST_REASON_TCP_DISCONNECT_WITH_DATA,
	SK_RST_REASON_MPTCP_RST_EUNSPEC, SK_RST_REASON_MPTCP_RST_EMPTCP,
	SK_RST_REASON_MPTCP_RST_ERESOURCE, SK_RST_REASON_MPTCP_RST_EPROHIBIT,
	SK_RST_REASON_MPTCP_RST_EWQ2BIG, SK_RST_REASON_MPTCP_RST_EBADPERF,
	SK_RST_REASON_MPTCP_RST_EMIDDLEBOX, SK_RST_REASON_ERROR, SK_RST_REASON_MAX
};

struct request_sock_ops {
	int family;
	unsigned int obj_size;
	struct kmem_cache *slab;
	@until(6.12) char *slab_name;
	@since(6.12) char *slab_name;
	int (*rtx_syn_ack)(const struct sock *, struct request_sock *);
	void (*send_ack)(const struct sock *, struct sk_buff *, struct request_sock *);
	@until(6.12) void (*send_reset)(const struct sock *, struct sk_buff *);
	@since(6.12) void (*send_reset)(const struct sock *, struct sk_buff *, enum sk_rst_reason);
	void (*destructor)(struct request_sock *);
	void (*syn_ack_timeout)(const struct request_sock *);
};

struct netlink_ext_ack {
	@until(6.12) const char *_msg;
	@since(6.12) const char *_msg;
	const struct nlattr *bad_attr;
	const struct nla_policy *policy;
	const struct nlattr *miss_nest;
	u16 miss_type;
	u8 cookie[20], cookie_len;
	@since(6.12) char _msg_buf[80];
};

struct inet_bind_bucket {
	possible_net_t ib_net;
	int l3mdev;
	unsigned short port;
	signed char fastreuse, fastreuseport;
	kuid_t fastuid;
	struct in6_addr fast_v6_rcv_saddr;
	__be32 fast_rcv_saddr;
	unsigned short fast_sk_family;
	bool fast_ipv6_only;
	struct hlist_node node;
	@until(6.12) struct hlist_head owners;
	@since(6.12) struct hlist_head bhash2;
};

struct inet_hashinfo {
	struct inet_ehash_bucket *ehash;
	spinlock_t *ehash_locks;
	unsigned int ehash_mask, ehash_locks_mask;
	struct kmem_cache *bind_bucket_cachep;
	struct inet_bind_hashbucket *bhash;
	struct kmem_cache *bind2_bucket_cachep;
	struct inet_bind_hashbucket *bhash2;
	unsigned int bhash_size, lhash2_mask;
	struct inet_listen_hashbucket *lhash2;
	bool pernet;
};

typedef __u64 __le64;

struct tcp_fastopen_cookie {
	__le64 val[2];
	s8 len;
	bool exp;
};

struct tcp_info {
	__u8 tcpi_state, tcpi_ca_state, tcpi_retransmits, tcpi_probes, tcpi_backoff;
	__u8 tcpi_options, tcpi_snd_wscale : 4, tcpi_rcv_wscale : 4;
	__u8 tcpi_delivery_rate_app_limited : 1, tcpi_fastopen_client_fail : 2;
	__u32 tcpi_rto, tcpi_ato, tcpi_snd_mss, tcpi_rcv_mss, tcpi_unacked, tcpi_sacked;
	__u32 tcpi_lost, tcpi_retrans, tcpi_fackets, tcpi_last_data_sent;
	__u32 tcpi_last_ack_sent, tcpi_last_data_recv, tcpi_last_ack_recv, tcpi_pmtu;
	__u32 tcpi_rcv_ssthresh, tcpi_rtt, tcpi_rttvar, tcpi_snd_ssthresh, tcpi_snd_cwnd;
	__u32 tcpi_advmss, tcpi_reordering, tcpi_rcv_rtt, tcpi_rcv_space;
	__u32 tcpi_total_retrans;
	__u64 tcpi_pacing_rate, tcpi_max_pacing_rate, tcpi_bytes_acked;
	__u64 tcpi_bytes_received;
	__u32 tcpi_segs_out, tcpi_segs_in, tcpi_notsent_bytes, tcpi_min_rtt;
	__u32 tcpi_data_segs_in, tcpi_data_segs_out;
	__u64 tcpi_delivery_rate, tcpi_busy_time, tcpi_rwnd_limited, tcpi_sndbuf_limited;
	__u32 tcpi_delivered, tcpi_delivered_ce;
	__u64 tcpi_bytes_sent, tcpi_bytes_retrans;
	__u32 tcpi_dsack_dups, tcpi_reord_seen, tcpi_rcv_ooopack, tcpi_snd_wnd;
	@since(6.12) {
		__u32 tcpi_rcv_wnd, tcpi_rehash;
		__u16 tcpi_total_rto, tcpi_total_rto_recoveries;
		__u32 tcpi_total_rto_time;
	}
};

struct nlmsghdr {
	__u32 nlmsg_len;
	__u16 nlmsg_type, nlmsg_flags;
	__u32 nlmsg_seq, nlmsg_pid;
};

struct in6_pktinfo {
	struct in6_addr ipi6_addr;
	int ipi6_ifindex;
};

struct inet6_cork {
	struct ipv6_txoptions *opt;
	u8 hop_limit, tclass;
	@since(6.12) u8 dontfrag : 1;
};

struct ipv6_pinfo {
	struct in6_addr saddr;
	@until(6.12) struct in6_pktinfo sticky_pktinfo;
	@since(6.12) {
		__be32 flow_label;
		u32 dst_cookie;
		struct ipv6_txoptions *opt;
		s16 hop_limit;
		u8 pmtudisc, tclass;
		bool saddr_cache;
	}
	const struct in6_addr *daddr_cache;
	@until(6.12) {
		const struct in6_addr *saddr_cache;
		__be32 flow_label;
		__u32 frag_size;
		__u16 __unused_1 : 7;
		__s16 hop_limit : 9;
		__u16 mc_loop : 1, __unused_2 : 6;
		__s16 mcast_hops : 9;
	}
	@since(6.12) {
		u8 mcast_hops;
		u32 frag_size;
	}
	int ucast_oif, mcast_oif;
	union {
		struct {
			@until(6.12) {
				__u16 srcrt : 1, osrcrt : 1, rxinfo : 1, rxoinfo : 1;
				__u16 rxhlim : 1, rxohlim : 1, hopopts : 1, ohopopts : 1;
				__u16 dstopts : 1, odstopts : 1, rxflow : 1, rxtclass : 1;
				__u16 rxpmtu : 1, rxorigdstaddr : 1, recvfragsize : 1;
			}
			@since(6.12) {
				u16 srcrt : 1, osrcrt : 1, rxinfo : 1, rxoinfo : 1, rxhlim : 1;
				u16 rxohlim : 1, hopopts : 1, ohopopts : 1, dstopts : 1;
				u16 odstopts : 1, rxflow : 1, rxtclass : 1, rxpmtu : 1;
				u16 rxorigdstaddr : 1, recvfragsize : 1;
			}
		} bits;
		@until(6.12) __u16 all;
		@since(6.12) u16 all;
	} rxopt;
	@until(6.12) {
		__u16 recverr : 1, sndflow : 1, repflow : 1, pmtudisc : 3, padding : 1;
		__u16 srcprefs : 3, dontfrag : 1, autoflowlabel : 1, autoflowlabel_set : 1;
		__u16 mc_all : 1, recverr_rfc4884 : 1, rtalert_isolate : 1;
		__u8 min_hopcount, tclass;
	}
	@since(6.12) {
		u8 srcprefs, min_hopcount;
	}
	__be32 rcv_flowinfo;
	@until(6.12) {
		__u32 dst_cookie;
		struct ipv6_mc_socklist *ipv6_mc_list;
		struct ipv6_ac_socklist *ipv6_ac_list;
		struct ipv6_fl_socklist *ipv6_fl_list;
		struct ipv6_txoptions *opt;
	}
	@since(6.12) struct in6_pktinfo sticky_pktinfo;
	struct sk_buff *pktoptions;
	struct sk_buff *rxpmtu;
	struct inet6_cork cork;
	@since(6.12) {
		struct ipv6_mc_socklist *ipv6_mc_list;
		struct ipv6_ac_socklist *ipv6_ac_list;
	}
};

struct tcp6_sock {
	struct tcp_sock tcp;
	struct ipv6_pinfo inet6;
};

struct icmp_filter { __u32 data; };

struct raw_sock {
	struct inet_sock inet;
	struct icmp_filter filter;
	u32 ipmr_table;
};

struct xfrm_mark { __u32 v, m; };
typedef union {
	__be32 a4;
	__be32 a6[4];
	struct in6_addr in6;
} xfrm_address_t;

struct xfrm_selector {
	xfrm_address_t daddr, saddr;
	__be16 dport, dport_mask, sport, sport_mask;
	__u16 family;
	__u8 prefixlen_d, prefixlen_s, proto;
	int ifindex;
	__kernel_uid32_t user;
};

struct xfrm_lifetime_cfg {
	__u64 soft_byte_limit, hard_byte_limit, soft_packet_limit, hard_packet_limit;
	__u64 soft_add_expires_seconds, hard_add_expires_seconds, soft_use_expires_seconds;
	__u64 hard_use_expires_seconds;
};

struct xfrm_lifetime_cur { __u64 bytes, packets, add_time, use_time; };

struct xfrm_policy_walk_entry {
	struct list_head all;
	u8 dead;
};

struct xfrm_policy_queue {
	struct sk_buff_head hold_queue;
	struct timer_list hold_timer;
	unsigned long timeout;
};

struct xfrm_id {
	xfrm_address_t daddr;
	__be32 spi;
	__u8 proto;
};

struct xfrm_tmpl {
	struct xfrm_id id;
	xfrm_address_t saddr;
	unsigned short encap_family;
	u32 reqid;
	u8 mode, share, optional, allalgs;
	u32 aalgos, ealgos, calgos;
};

struct xfrm_dev_offload {
	struct net_device *dev;
	netdevice_tracker dev_tracker;
	struct net_device *real_dev;
	unsigned long offload_handle;
	u8 dir : 2, type : 2;
	@since(6.12) u8 flags : 2;
};

struct xfrm_policy {
	possible_net_t xp_net;
	struct hlist_node bydst, byidx;
	@since(6.12) struct hlist_head state_cache_list;
	rwlock_t lock;
	refcount_t refcnt;
	u32 pos;
	struct timer_list timer;
	atomic_t genid;
	u32 priority, index, if_id;
	struct xfrm_mark mark;
	struct xfrm_selector selector;
	struct xfrm_lifetime_cfg lft;
	struct xfrm_lifetime_cur curlft;
	struct xfrm_policy_walk_entry walk;
	struct xfrm_policy_queue polq;
	bool bydst_reinsert;
	u8 type, action, flags, xfrm_nr;
	u16 family;
	struct xfrm_sec_ctx *security;
	struct xfrm_tmpl xfrm_vec[6];
	@until(6.12) struct hlist_node bydst_inexact_list;
	struct callback_head rcu;
	@since(6.12) struct xfrm_dev_offload xdo;
};

struct xfrm_state_walk {
	struct list_head all;
	u8 state, dying, proto;
	u32 seq;
	struct xfrm_address_filter *filter;
};

struct xfrm_replay_state { __u32 oseq, seq, bitmap; };

enum xfrm_replay_mode {
	XFRM_REPLAY_MODE_LEGACY, XFRM_REPLAY_MODE_BMP, XFRM_REPLAY_MODE_ESN
};

struct xfrm_stats { __u32 replay_window, replay, integrity_failed; };

struct xfrm_mode { u8 encap, family, flags; };

struct xfrm_state {
	possible_net_t xs_net;
	union {
		struct hlist_node gclist, bydst;
	};
	@until(6.12) struct hlist_node bysrc;
	@since(6.12) union {
		struct hlist_node dev_gclist, bysrc;
	};
	struct hlist_node byspi, byseq;
	@since(6.12) {
		struct hlist_node state_cache, state_cache_input;
	}
	refcount_t refcnt;
	spinlock_t lock;
	@since(6.12) u32 pcpu_num;
	struct xfrm_id id;
	struct xfrm_selector sel;
	struct xfrm_mark mark;
	u32 if_id, tfcpad, genid;
	struct xfrm_state_walk km;
	struct {
		u32 reqid;
		u8 mode, replay_window, aalgo, ealgo, calgo, flags;
		u16 family;
		xfrm_address_t saddr;
		int header_len, trailer_len;
		u32 extra_flags;
		struct xfrm_mark smark;
	} props;
	struct xfrm_lifetime_cfg lft;
	struct xfrm_algo_auth *aalg;
	struct xfrm_algo *ealg;
	struct xfrm_algo *calg;
	struct xfrm_algo_aead *aead;
	@until(6.12) const char *geniv;
	@since(6.12) const char *geniv;
	__be16 new_mapping_sport;
	u32 new_mapping, mapping_maxage;
	struct xfrm_encap_tmpl *encap;
	@since(6.12) {
		u32 nat_keepalive_interval;
		time64_t nat_keepalive_expiration;
	}
	xfrm_address_t *coaddr;
	struct xfrm_state *tunnel;
	atomic_t tunnel_users;
	struct xfrm_replay_state replay;
	struct xfrm_replay_state_esn *replay_esn;
	struct xfrm_replay_state preplay;
	struct xfrm_replay_state_esn *preplay_esn;
	enum xfrm_replay_mode repl_mode;
	u32 xflags, replay_maxage, replay_maxdiff;
	struct timer_list rtimer;
	struct xfrm_stats stats;
	struct xfrm_lifetime_cur curlft;
	struct hrtimer mtimer;
	struct xfrm_dev_offload xso;
	long saved_tmo;
	time64_t lastused;
	struct page_frag xfrag;
	const struct xfrm_type *type;
	struct xfrm_mode inner_mode, inner_mode_iaf, outer_mode;
	const struct xfrm_type_offload *type_offload;
	struct xfrm_sec_ctx *security;
	void *data;
	@since(6.12) u8 dir;
};

struct rt6key {
	struct in6_addr addr;
	int plen;
};

struct rt6_info {
	struct dst_entry dst;
	struct fib6_info *from;
	int sernum;
	struct rt6key rt6i_dst, rt6i_src;
	struct in6_addr rt6i_gateway;
	struct inet6_dev *rt6i_idev;
	u32 rt6i_flags;
	@until(6.12) {
		struct list_head rt6i_uncached;
		struct uncached_list *rt6i_uncached_list;
	}
	unsigned short rt6i_nfheader_len;
};

struct fib6_nh {
	struct fib_nh_common nh_common;
	unsigned long last_probe;
	struct rt6_info **rt6i_pcpu;
	struct rt6_exception_bucket *rt6i_exception_bucket;
};

struct fib6_info {
	struct fib6_table *fib6_table;
	struct fib6_info *fib6_next;
	struct fib6_node *fib6_node;
	union {
		struct list_head fib6_siblings, nh_list;
	};
	unsigned int fib6_nsiblings;
	refcount_t fib6_ref;
	unsigned long expires;
	@since(6.12) struct hlist_node gc_link;
	struct dst_metrics *fib6_metrics;
	struct rt6key fib6_dst;
	u32 fib6_flags;
	struct rt6key fib6_src, fib6_prefsrc;
	u32 fib6_metric;
	u8 fib6_protocol, fib6_type, offload, trap, offload_failed, should_flush : 1;
	u8 dst_nocount : 1, dst_nopolicy : 1, fib6_destroying : 1, unused : 4;
	struct callback_head rcu;
	struct nexthop *nh;
	struct fib6_nh fib6_nh[0];
};

struct fib_table {
	struct hlist_node tb_hlist;
	u32 tb_id;
	int tb_num_default;
	struct callback_head rcu;
	unsigned long *tb_data;
	unsigned long __data[0];
};

struct ip_options_rcu {
	struct callback_head rcu;
	struct ip_options opt;
};

struct udp_table {
	struct udp_hslot *hash;
	struct udp_hslot *hash2;
	unsigned int mask, log;
};

struct sockaddr_ll {
	unsigned short sll_family;
	__be16 sll_protocol;
	int sll_ifindex;
	unsigned short sll_hatype;
	unsigned char sll_pkttype, sll_halen;
	unsigned char sll_addr[8];
};

struct ip_tunnel_key {
	__be64 tun_id;
	union {
		struct {
			__be32 src, dst;
		} ipv4;
		struct {
			struct in6_addr src, dst;
		} ipv6;
	} u;
	@until(6.12) __be16 tun_flags;
	@since(6.12) {
		unsigned long tun_flags[1];
		__be32 label;
		u32 nhid;
	}
	u8 tos, ttl;
	@until(6.12) __be32 label;
	__be16 tp_src, tp_dst;
	__u8 flow_flags;
};

struct inet_bind2_bucket {
	possible_net_t ib_net;
	int l3mdev;
	unsigned short port;
	@until(6.12) {
		unsigned short family;
		union {
			struct in6_addr v6_rcv_saddr;
			__be32 rcv_saddr;
		};
	}
	@since(6.12) {
		unsigned short addr_type;
		struct in6_addr v6_rcv_saddr;
	}
	struct hlist_node node;
	@since(6.12) struct hlist_node bhash_node;
	struct hlist_head owners;
	@until(6.12) struct hlist_head deathrow;
};

struct rate_sample {
	u64 prior_mstamp;
	u32 prior_delivered, prior_delivered_ce;
	s32 delivered, delivered_ce;
	long interval_us;
	u32 snd_interval_us, rcv_interval_us;
	long rtt_us;
	int losses;
	u32 acked_sacked, prior_in_flight, last_end_seq;
	bool is_app_limited, is_retrans, is_ack_delayed;
};

struct lwtunnel_state {
	__u16 type, flags, headroom;
	atomic_t refcnt;
	int (*orig_output)(struct net *, struct sock *, struct sk_buff *);
	int (*orig_input)(struct sk_buff *);
	struct callback_head rcu;
	__u8 data[0];
};
