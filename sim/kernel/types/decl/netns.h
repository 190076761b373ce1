/* Network namespaces: all members, all offsets. */

struct ref_tracker_dir {
};

struct raw_notifier_head { struct notifier_block *head; };

struct netns_core {
	struct ctl_table_header *sysctl_hdr;
	int sysctl_somaxconn;
	@since(6.12) int sysctl_optmem_max;
	u8 sysctl_txrehash;
	struct prot_inuse *prot_inuse;
	@since(6.12) struct cpumask *rps_default_mask;
};

struct netns_mib {
	struct ipstats_mib *ip_statistics;
	struct ipstats_mib *ipv6_statistics;
	struct tcp_mib *tcp_statistics;
	struct linux_mib *net_statistics;
	struct udp_mib *udp_statistics;
	struct udp_mib *udp_stats_in6;
	struct linux_xfrm_mib *xfrm_statistics;
	struct linux_tls_mib *tls_statistics;
	struct mptcp_mib *mptcp_statistics;
	struct udp_mib *udplite_statistics;
	struct udp_mib *udplite_stats_in6;
	struct icmp_mib *icmp_statistics;
	struct icmpmsg_mib *icmpmsg_statistics;
	struct icmpv6_mib *icmpv6_statistics;
	struct icmpv6msg_mib *icmpv6msg_statistics;
	struct proc_dir_entry *proc_net_devsnmp6;
};

struct netns_packet {
	struct mutex sklist_lock;
	struct hlist_head sklist;
};

struct unix_table {
	spinlock_t *locks;
	struct hlist_head *buckets;
};

struct netns_unix {
	struct unix_table table;
	int sysctl_max_dgram_qlen;
	struct ctl_table_header *ctl;
};

struct blocking_notifier_head {
	struct rw_semaphore rwsem;
	struct notifier_block *head;
};

struct netns_nexthop {
	struct rb_root rb_root;
	struct hlist_head *devhash;
	unsigned int seq;
	u32 last_id_allocated;
	struct blocking_notifier_head notifier_chain;
};

struct inet_timewait_death_row {
	refcount_t tw_refcount;
	struct inet_hashinfo *hashinfo __attribute__((aligned(64)));
	int sysctl_max_tw_buckets;
};

struct local_ports {
	@until(6.12) {
		seqlock_t lock;
		int range[2];
	}
	@since(6.12) u32 range;
	bool warned;
};

struct ping_group_range {
	seqlock_t lock;
	kgid_t range[2];
};

typedef struct { u64 key[2]; } siphash_key_t;

@since(6.12)
struct sysctl_fib_multipath_hash_seed {
	u32 user_seed, mp_seed;
};

struct netns_ipv4 {
	@since(6.12) {
		__u8 __cacheline_group_begin__netns_ipv4_read_tx[0];
		u8 sysctl_tcp_early_retrans, sysctl_tcp_tso_win_divisor;
		u8 sysctl_tcp_tso_rtt_log, sysctl_tcp_autocorking;
		int sysctl_tcp_min_snd_mss;
		unsigned int sysctl_tcp_notsent_lowat;
		int sysctl_tcp_limit_output_bytes, sysctl_tcp_min_rtt_wlen;
		int sysctl_tcp_wmem[3];
		u8 sysctl_ip_fwd_use_pmtu;
		__u8 __cacheline_group_end__netns_ipv4_read_tx[0];
		__u8 __cacheline_group_begin__netns_ipv4_read_txrx[0];
		u8 sysctl_tcp_moderate_rcvbuf;
		__u8 __cacheline_group_end__netns_ipv4_read_txrx[0];
		__u8 __cacheline_group_begin__netns_ipv4_read_rx[0];
		u8 sysctl_ip_early_demux, sysctl_tcp_early_demux;
		int sysctl_tcp_reordering, sysctl_tcp_rmem[3];
		__u8 __cacheline_group_end__netns_ipv4_read_rx[0];
		__u8 __cacheline_group_begin__icmp[0] __attribute__((aligned(16)));
		atomic_t icmp_global_credit;
		u32 icmp_global_stamp;
		__u8 __cacheline_group_end__icmp[0];
		struct {
		} __cacheline_group_pad__icmp __attribute__((aligned(64)));
	}
	struct inet_timewait_death_row tcp_death_row;
	@since(6.12) struct udp_table *udp_table;
	struct ctl_table_header *forw_hdr;
	struct ctl_table_header *frags_hdr;
	struct ctl_table_header *ipv4_hdr;
	struct ctl_table_header *route_hdr;
	struct ctl_table_header *xfrm4_hdr;
	struct ipv4_devconf *devconf_all;
	struct ipv4_devconf *devconf_dflt;
	struct ip_ra_chain *ra_chain;
	struct mutex ra_mutex;
	struct fib_rules_ops *rules_ops;
	struct fib_table *fib_main;
	struct fib_table *fib_default;
	unsigned int fib_rules_require_fldissect;
	bool fib_has_custom_rules, fib_has_custom_local_routes, fib_offload_disabled;
	u8 sysctl_tcp_shrink_window;
	atomic_t fib_num_tclassid_users;
	struct hlist_head *fib_table_hash;
	struct sock *fibnl;
	struct sock *mc_autojoin_sk;
	struct inet_peer_base *peers;
	struct fqdir *fqdir;
	u8 sysctl_icmp_echo_ignore_all, sysctl_icmp_echo_enable_probe;
	u8 sysctl_icmp_echo_ignore_broadcasts, sysctl_icmp_ignore_bogus_error_responses;
	u8 sysctl_icmp_errors_use_inbound_ifaddr;
	int sysctl_icmp_ratelimit, sysctl_icmp_ratemask, sysctl_icmp_msgs_per_sec;
	int sysctl_icmp_msgs_burst;
	@until(6.12) {
		atomic_t icmp_global_credit;
		u32 icmp_global_stamp;
	}
	u32 ip_rt_min_pmtu;
	int ip_rt_mtu_expires, ip_rt_min_advmss;
	struct local_ports ip_local_ports;
	u8 sysctl_tcp_ecn, sysctl_tcp_ecn_fallback, sysctl_ip_default_ttl;
	u8 sysctl_ip_no_pmtu_disc;
	@until(6.12) u8 sysctl_ip_fwd_use_pmtu;
	u8 sysctl_ip_fwd_update_priority, sysctl_ip_nonlocal_bind;
	u8 sysctl_ip_autobind_reuse, sysctl_ip_dynaddr;
	@until(6.12) u8 sysctl_ip_early_demux;
	u8 sysctl_raw_l3mdev_accept;
	@until(6.12) u8 sysctl_tcp_early_demux;
	u8 sysctl_udp_early_demux, sysctl_nexthop_compat_mode, sysctl_fwmark_reflect;
	u8 sysctl_tcp_fwmark_accept, sysctl_tcp_l3mdev_accept, sysctl_tcp_mtu_probing;
	int sysctl_tcp_mtu_probe_floor, sysctl_tcp_base_mss;
	@until(6.12) int sysctl_tcp_min_snd_mss;
	int sysctl_tcp_probe_threshold;
	u32 sysctl_tcp_probe_interval;
	int sysctl_tcp_keepalive_time, sysctl_tcp_keepalive_intvl;
	u8 sysctl_tcp_keepalive_probes, sysctl_tcp_syn_retries, sysctl_tcp_synack_retries;
	u8 sysctl_tcp_syncookies, sysctl_tcp_migrate_req, sysctl_tcp_comp_sack_nr;
	@until(6.12) int sysctl_tcp_reordering;
	@since(6.12) {
		u8 sysctl_tcp_backlog_ack_defer, sysctl_tcp_pingpong_thresh;
	}
	u8 sysctl_tcp_retries1, sysctl_tcp_retries2, sysctl_tcp_orphan_retries;
	u8 sysctl_tcp_tw_reuse;
	int sysctl_tcp_fin_timeout;
	@until(6.12) unsigned int sysctl_tcp_notsent_lowat;
	u8 sysctl_tcp_sack, sysctl_tcp_window_scaling, sysctl_tcp_timestamps;
	@until(6.12) u8 sysctl_tcp_early_retrans;
	@since(6.12) int sysctl_tcp_rto_min_us;
	u8 sysctl_tcp_recovery, sysctl_tcp_thin_linear_timeouts;
	u8 sysctl_tcp_slow_start_after_idle, sysctl_tcp_retrans_collapse;
	u8 sysctl_tcp_stdurg, sysctl_tcp_rfc1337, sysctl_tcp_abort_on_overflow;
	u8 sysctl_tcp_fack;
	int sysctl_tcp_max_reordering, sysctl_tcp_adv_win_scale;
	u8 sysctl_tcp_dsack, sysctl_tcp_app_win, sysctl_tcp_frto;
	u8 sysctl_tcp_nometrics_save, sysctl_tcp_no_ssthresh_metrics_save;
	@until(6.12) {
		u8 sysctl_tcp_moderate_rcvbuf, sysctl_tcp_tso_win_divisor;
	}
	u8 sysctl_tcp_workaround_signed_windows;
	@until(6.12) int sysctl_tcp_limit_output_bytes;
	int sysctl_tcp_challenge_ack_limit;
	@until(6.12) int sysctl_tcp_min_rtt_wlen;
	u8 sysctl_tcp_min_tso_segs;
	@until(6.12) {
		u8 sysctl_tcp_tso_rtt_log, sysctl_tcp_autocorking;
	}
	u8 sysctl_tcp_reflect_tos;
	int sysctl_tcp_invalid_ratelimit, sysctl_tcp_pacing_ss_ratio;
	int sysctl_tcp_pacing_ca_ratio;
	@until(6.12) {
		int sysctl_tcp_wmem[3], sysctl_tcp_rmem[3];
	}
	unsigned int sysctl_tcp_child_ehash_entries;
	unsigned long sysctl_tcp_comp_sack_delay_ns, sysctl_tcp_comp_sack_slack_ns;
	int sysctl_max_syn_backlog, sysctl_tcp_fastopen;
	const struct tcp_congestion_ops *tcp_congestion_control;
	struct tcp_fastopen_context *tcp_fastopen_ctx;
	unsigned int sysctl_tcp_fastopen_blackhole_timeout;
	atomic_t tfo_active_disable_times;
	unsigned long tfo_active_disable_stamp;
	u32 tcp_challenge_timestamp, tcp_challenge_count;
	@since(6.12) {
		u8 sysctl_tcp_plb_enabled, sysctl_tcp_plb_idle_rehash_rounds;
		u8 sysctl_tcp_plb_rehash_rounds, sysctl_tcp_plb_suspend_rto_sec;
		int sysctl_tcp_plb_cong_thresh;
	}
	int sysctl_udp_wmem_min, sysctl_udp_rmem_min;
	u8 sysctl_fib_notify_on_flag_change;
	@since(6.12) u8 sysctl_tcp_syn_linear_timeouts;
	u8 sysctl_udp_l3mdev_accept, sysctl_igmp_llm_reports;
	int sysctl_igmp_max_memberships, sysctl_igmp_max_msf, sysctl_igmp_qrv;
	struct ping_group_range ping_group_range;
	atomic_t dev_addr_genid;
	@since(6.12) unsigned int sysctl_udp_child_hash_entries;
	unsigned long *sysctl_local_reserved_ports;
	int sysctl_ip_prot_sock;
	struct list_head mr_tables;
	struct fib_rules_ops *mr_rules_ops;
	@since(6.12) struct sysctl_fib_multipath_hash_seed sysctl_fib_multipath_hash_seed;
	u32 sysctl_fib_multipath_hash_fields;
	u8 sysctl_fib_multipath_use_neigh, sysctl_fib_multipath_hash_policy;
	struct fib_notifier_ops *notifier_ops;
	unsigned int fib_seq;
	struct fib_notifier_ops *ipmr_notifier_ops;
	unsigned int ipmr_seq;
	atomic_t rt_genid;
	siphash_key_t ip_id_key;
} __attribute__((aligned(64)));

struct dst_ops {
	unsigned short family;
	unsigned int gc_thresh;
	void (*gc)(struct dst_ops *);
	struct dst_entry *(*check)(struct dst_entry *, __u32);
	unsigned int (*default_advmss)(const struct dst_entry *);
	unsigned int (*mtu)(const struct dst_entry *);
	u32 *(*cow_metrics)(struct dst_entry *, unsigned long);
	void (*destroy)(struct dst_entry *);
	@until(6.12) void (*ifdown)(struct dst_entry *, struct net_device *, int);
	@since(6.12) void (*ifdown)(struct dst_entry *, struct net_device *);
	void (*negative_advice)(struct sock *, struct dst_entry *);
	void (*link_failure)(struct sk_buff *);
	void (*update_pmtu)(struct dst_entry *, struct sock *, struct sk_buff *, u32, bool);
	void (*redirect)(struct dst_entry *, struct sock *, struct sk_buff *);
	int (*local_out)(struct net *, struct sock *, struct sk_buff *);
	struct neighbour *(*neigh_lookup)(const struct dst_entry *, struct sk_buff *, const void *);
	void (*confirm_neigh)(const struct dst_entry *, const void *);
	struct kmem_cache *kmem_cachep;
	struct percpu_counter pcpuc_entries;
} __attribute__((aligned(32)));

struct netns_sysctl_ipv6 {
	struct ctl_table_header *hdr;
	struct ctl_table_header *route_hdr;
	struct ctl_table_header *icmp_hdr;
	struct ctl_table_header *frags_hdr;
	struct ctl_table_header *xfrm6_hdr;
	int flush_delay, ip6_rt_max_size, ip6_rt_gc_min_interval, ip6_rt_gc_timeout;
	int ip6_rt_gc_interval, ip6_rt_gc_elasticity, ip6_rt_mtu_expires;
	int ip6_rt_min_advmss;
	u32 multipath_hash_fields;
	u8 multipath_hash_policy, bindv6only, flowlabel_consistency, auto_flowlabels;
	int icmpv6_time;
	u8 icmpv6_echo_ignore_all, icmpv6_echo_ignore_multicast;
	u8 icmpv6_echo_ignore_anycast;
	unsigned long icmpv6_ratemask[4];
	unsigned long *icmpv6_ratemask_ptr;
	u8 anycast_src_echo_reply, ip_nonlocal_bind, fwmark_reflect;
	u8 flowlabel_state_ranges;
	int idgen_retries, idgen_delay, flowlabel_reflect, max_dst_opts_cnt;
	int max_hbh_opts_cnt, max_dst_opts_len, max_hbh_opts_len, seg6_flowlabel;
	u32 ioam6_id;
	u64 ioam6_id_wide;
	@until(6.12) int skip_notify_on_dev_down;
	@since(6.12) u8 skip_notify_on_dev_down;
	u8 fib_notify_on_flag_change;
	@since(6.12) u8 icmpv6_error_anycast_as_unicast;
};

struct netns_ipv6 {
	struct dst_ops ip6_dst_ops;
	struct netns_sysctl_ipv6 sysctl;
	struct ipv6_devconf *devconf_all;
	struct ipv6_devconf *devconf_dflt;
	struct inet_peer_base *peers;
	struct fqdir *fqdir;
	struct fib6_info *fib6_null_entry;
	struct rt6_info *ip6_null_entry;
	struct rt6_statistics *rt6_stats;
	struct timer_list ip6_fib_timer;
	struct hlist_head *fib_table_hash;
	struct fib6_table *fib6_main_tbl;
	struct list_head fib6_walkers;
	rwlock_t fib6_walker_lock;
	spinlock_t fib6_gc_lock;
	atomic_t ip6_rt_gc_expire;
	unsigned long ip6_rt_last_gc;
	unsigned char flowlabel_has_excl;
	bool fib6_has_custom_rules;
	unsigned int fib6_rules_require_fldissect, fib6_routes_require_src;
	struct rt6_info *ip6_prohibit_entry;
	struct rt6_info *ip6_blk_hole_entry;
	struct fib6_table *fib6_local_tbl;
	struct fib_rules_ops *fib6_rules_ops;
	struct sock *ndisc_sk;
	struct sock *tcp_sk;
	struct sock *igmp_sk;
	struct sock *mc_autojoin_sk;
	struct hlist_head *inet6_addr_lst;
	spinlock_t addrconf_hash_lock;
	struct delayed_work addr_chk_work;
	struct list_head mr6_tables;
	struct fib_rules_ops *mr6_rules_ops;
	atomic_t dev_addr_genid, fib6_sernum;
	struct seg6_pernet_data *seg6_data;
	struct fib_notifier_ops *notifier_ops;
	struct fib_notifier_ops *ip6mr_notifier_ops;
	unsigned int ipmr_seq;
	struct {
		struct hlist_head head;
		spinlock_t lock;
		u32 seq;
	} ip6addrlbl_table;
	struct ioam6_pernet_data *ioam6_data;
} __attribute__((aligned(64)));

struct netns_sctp {
	struct sctp_mib *sctp_statistics;
	struct proc_dir_entry *proc_net_sctp;
	struct ctl_table_header *sysctl_header;
	struct sock *ctl_sock;
	struct sock *udp4_sock;
	struct sock *udp6_sock;
	int udp_port, encap_port;
	struct list_head local_addr_list, addr_waitq;
	struct timer_list addr_wq_timer;
	struct list_head auto_asconf_splist;
	spinlock_t addr_wq_lock, local_addr_lock;
	unsigned int rto_initial, rto_min, rto_max;
	int rto_alpha, rto_beta, max_burst, cookie_preserve_enable;
	@until(6.12) char *sctp_hmac_alg;
	@since(6.12) char *sctp_hmac_alg;
	unsigned int valid_cookie_life, sack_timeout, hb_interval, probe_interval;
	int max_retrans_association, max_retrans_path, max_retrans_init, pf_retrans;
	int ps_retrans, pf_enable, pf_expose, sndbuf_policy, rcvbuf_policy;
	int default_auto_asconf, addip_enable, addip_noauth, prsctp_enable, reconf_enable;
	int auth_enable, intl_enable, ecn_enable, scope_policy, rwnd_upd_shift;
	unsigned long max_autoclose;
	@since(6.12) int l3mdev_accept;
};

struct netns_nf {
	struct proc_dir_entry *proc_netfilter;
	const struct nf_logger *nf_loggers[11];
	struct ctl_table_header *nf_log_dir_header;
	@since(6.12) struct ctl_table_header *nf_lwtnl_dir_header;
	struct nf_hook_entries *hooks_ipv4[5];
	struct nf_hook_entries *hooks_ipv6[5];
	struct nf_hook_entries *hooks_arp[3];
	struct nf_hook_entries *hooks_bridge[5];
	unsigned int defrag_ipv4_users, defrag_ipv6_users;
};

struct nf_generic_net { unsigned int timeout; };

struct nf_tcp_net {
	unsigned int timeouts[14];
	u8 tcp_loose, tcp_be_liberal, tcp_max_retrans, tcp_ignore_invalid_rst;
	unsigned int offload_timeout;
};

struct nf_udp_net {
	unsigned int timeouts[2];
	unsigned int offload_timeout;
};

struct nf_icmp_net { unsigned int timeout; };

struct nf_dccp_net {
	u8 dccp_loose;
	unsigned int dccp_timeout[10];
};

struct nf_sctp_net { unsigned int timeouts[10]; };

struct nf_gre_net {
	struct list_head keymap_list;
	unsigned int timeouts[2];
};

struct nf_ip_net {
	struct nf_generic_net generic;
	struct nf_tcp_net tcp;
	struct nf_udp_net udp;
	struct nf_icmp_net icmp, icmpv6;
	struct nf_dccp_net dccp;
	struct nf_sctp_net sctp;
	struct nf_gre_net gre;
};

struct netns_ct {
	bool ecache_dwork_pending;
	u8 sysctl_log_invalid, sysctl_events, sysctl_acct, sysctl_tstamp, sysctl_checksum;
	struct ip_conntrack_stat *stat;
	struct nf_ct_event_notifier *nf_conntrack_event_cb;
	struct nf_ip_net nf_ct_proto;
	@until(6.12) unsigned int labels_used;
	@since(6.12) atomic_t labels_used;
};

struct netns_nftables {
	@since(6.12) unsigned int base_seq;
	u8 gencursor;
};
struct netns_ft { struct nf_flow_table_stat *stat; };

struct netns_bpf {
	struct bpf_prog_array *run_array[2];
	struct bpf_prog *progs[2];
	struct list_head links[2];
};

struct xfrm_policy_hash {
	struct hlist_head *table;
	unsigned int hmask;
	u8 dbits4, sbits4, dbits6, sbits6;
};

struct xfrm_policy_hthresh {
	struct work_struct work;
	seqlock_t lock;
	@until(6.12) bool work_disabled;
	u8 lbits4, rbits4, lbits6, rbits6;
};

struct netns_xfrm {
	struct list_head state_all;
	struct hlist_head *state_bydst;
	struct hlist_head *state_bysrc;
	struct hlist_head *state_byspi;
	struct hlist_head *state_byseq;
	@since(6.12) struct hlist_head *state_cache_input;
	unsigned int state_hmask, state_num;
	struct work_struct state_hash_work;
	struct list_head policy_all;
	struct hlist_head *policy_byidx;
	unsigned int policy_idx_hmask, idx_generator;
	@until(6.12) struct hlist_head policy_inexact[3];
	struct xfrm_policy_hash policy_bydst[3];
	unsigned int policy_count[6];
	struct work_struct policy_hash_work;
	struct xfrm_policy_hthresh policy_hthresh;
	struct list_head inexact_bins;
	struct sock *nlsk;
	struct sock *nlsk_stash;
	u32 sysctl_aevent_etime, sysctl_aevent_rseqth;
	int sysctl_larval_drop;
	u32 sysctl_acq_expires;
	u8 policy_default[3];
	struct ctl_table_header *sysctl_hdr;
	@until(6.12) struct dst_ops xfrm4_dst_ops __attribute__((aligned(32)));
	@since(6.12) struct dst_ops xfrm4_dst_ops __attribute__((aligned(64)));
	struct dst_ops xfrm6_dst_ops;
	spinlock_t xfrm_state_lock;
	seqcount_spinlock_t xfrm_state_hash_generation, xfrm_policy_hash_generation;
	spinlock_t xfrm_policy_lock;
	struct mutex xfrm_cfg_mutex;
	@since(6.12) struct delayed_work nat_keepalive_work;
};

@since(6.12)
struct seqcount_mutex {
	seqcount_t seqcount;
};

@since(6.12) typedef struct seqcount_mutex seqcount_mutex_t;
struct netns_mpls {
	int ip_ttl_propagate, default_ttl;
	size_t platform_labels;
	struct mpls_route **platform_label;
	@until(6.12) seqcount_t platform_label_seq;
	@since(6.12) {
		struct mutex platform_mutex;
		seqcount_mutex_t platform_label_seq;
	}
	struct ctl_table_header *ctl;
};

struct netns_xdp {
	struct mutex lock;
	struct hlist_head list;
};

struct netns_smc {
	struct smc_stats *smc_stats;
	struct mutex mutex_fback_rsn;
	struct smc_stats_rsn *fback_rsn;
	bool limit_smc_hs;
	struct ctl_table_header *smc_hdr;
	unsigned int sysctl_autocorking_size, sysctl_smcr_buf_type;
	int sysctl_smcr_testlink_time, sysctl_wmem, sysctl_rmem;
	@since(6.12) {
		int sysctl_max_links_per_lgr, sysctl_max_conns_per_lgr;
	}
};

struct net {
	refcount_t passive;
	spinlock_t rules_mod_lock;
	@until(6.12) atomic_t dev_unreg_count;
	unsigned int dev_base_seq;
	@until(6.12) int ifindex;
	@since(6.12) u32 ifindex;
	spinlock_t nsid_lock;
	atomic_t fnhe_genid;
	struct list_head list, exit_list;
	struct llist_node defer_free_list, cleanup_list;
	struct key_tag *key_domain;
	struct user_namespace *user_ns;
	struct ucounts *ucounts;
	struct idr netns_ids;
	struct ns_common ns;
	struct ref_tracker_dir refcnt_tracker;
	@since(6.12) struct ref_tracker_dir notrefcnt_tracker;
	struct list_head dev_base_head;
	struct proc_dir_entry *proc_net;
	struct proc_dir_entry *proc_net_stat;
	struct ctl_table_set sysctls;
	struct sock *rtnl;
	struct sock *genl_sock;
	struct uevent_sock *uevent_sock;
	struct hlist_head *dev_name_head;
	struct hlist_head *dev_index_head;
	@since(6.12) struct xarray dev_by_index;
	struct raw_notifier_head netdev_chain;
	u32 hash_mix;
	struct net_device *loopback_dev;
	struct list_head rules_ops;
	struct netns_core core;
	struct netns_mib mib;
	struct netns_packet packet;
	struct netns_unix unx;
	struct netns_nexthop nexthop;
	@until(6.12) struct netns_ipv4 ipv4 __attribute__((aligned(64)));
	@since(6.12) struct netns_ipv4 ipv4 __attribute__((aligned(32)));
	struct netns_ipv6 ipv6;
	struct netns_sctp sctp;
	struct netns_nf nf;
	struct netns_ct ct;
	struct netns_nftables nft;
	struct netns_ft ft;
	struct net_generic *gen;
	struct netns_bpf bpf;
	@until(6.12) struct netns_xfrm xfrm __attribute__((aligned(32)));
	@since(6.12) struct netns_xfrm xfrm __attribute__((aligned(16)));
	u64 net_cookie;
	struct netns_ipvs *ipvs;
	struct netns_mpls mpls;
	struct netns_xdp xdp;
	struct sock *crypto_nlsk;
	struct sock *diag_nlsk;
	struct netns_smc smc;
};
