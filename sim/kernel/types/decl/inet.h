/* Internet sockets and headers: all members, all offsets. */

struct inet_cork {
	unsigned int flags;
	__be32 addr;
	struct ip_options *opt;
	unsigned int fragsize;
	int length;
	struct dst_entry *dst;
	u8 tx_flags;
	__u8 ttl;
	__s16 tos;
	char priority;
	__u16 gso_size;
	u64 transmit_time;
	u32 mark;
};

typedef __u64 __be64;
struct flowi_tunnel { __be64 tun_id; };

struct flowi_common {
	int flowic_oif, flowic_iif, flowic_l3mdev;
	__u32 flowic_mark;
	__u8 flowic_tos, flowic_scope, flowic_proto, flowic_flags;
	__u32 flowic_secid;
	kuid_t flowic_uid;
	__u32 flowic_multipath_hash;
	struct flowi_tunnel flowic_tun_key;
};

union flowi_uli {
	struct { __be16 dport, sport; } ports;
	struct { __u8 type, code; } icmpt;
	__be32 gre_key;
	struct { __u8 type; } mht;
};

struct flowi4 {
	struct flowi_common __fl_common;
	__be32 saddr, daddr;
	union flowi_uli uli;
};

struct flowi6 {
	struct flowi_common __fl_common;
	struct in6_addr daddr, saddr;
	__be32 flowlabel;
	union flowi_uli uli;
	__u32 mp_hash;
};

struct flowi {
	union {
		struct flowi_common __fl_common;
		struct flowi4 ip4;
		struct flowi6 ip6;
	} u;
};

struct inet_cork_full {
	struct inet_cork base;
	struct flowi fl;
};

struct inet_sock {
	struct sock sk;
	struct ipv6_pinfo *pinet6;
	@since(6.12) {
		struct ipv6_fl_socklist *ipv6_fl_list;
		unsigned long inet_flags;
	}
	__be32 inet_saddr;
	__s16 uc_ttl;
	@until(6.12) __u16 cmsg_flags;
	@since(6.12) __be16 inet_sport;
	struct ip_options_rcu *inet_opt;
	atomic_t inet_id;
	@until(6.12) __be16 inet_sport;
	__u8 tos, min_ttl, mc_ttl, pmtudisc;
	@until(6.12) {
		__u8 recverr : 1, is_icsk : 1, freebind : 1, hdrincl : 1, mc_loop : 1;
		__u8 transparent : 1, mc_all : 1, nodefrag : 1, bind_address_no_port : 1;
		__u8 recverr_rfc4884 : 1, defer_connect : 1;
	}
	__u8 rcv_tos, convert_csum;
	int uc_index, mc_index;
	__be32 mc_addr;
	@since(6.12) u32 local_port_range;
	struct ip_mc_socklist *mc_list;
	struct inet_cork_full cork;
	@until(6.12) struct {
		__u16 lo, hi;
	} local_port_range;
};

struct fastopen_queue {
	struct request_sock *rskq_rst_head;
	struct request_sock *rskq_rst_tail;
	spinlock_t lock;
	int qlen, max_qlen;
	struct tcp_fastopen_context *ctx;
};

struct request_sock_queue {
	spinlock_t rskq_lock;
	u8 rskq_defer_accept;
	u32 synflood_warned;
	atomic_t qlen, young;
	struct request_sock *rskq_accept_head;
	struct request_sock *rskq_accept_tail;
	struct fastopen_queue fastopenq;
};

struct inet_connection_sock {
	struct inet_sock icsk_inet;
	struct request_sock_queue icsk_accept_queue;
	struct inet_bind_bucket *icsk_bind_hash;
	struct inet_bind2_bucket *icsk_bind2_hash;
	unsigned long icsk_timeout;
	struct timer_list icsk_retransmit_timer, icsk_delack_timer;
	union {
		struct timer_list icsk_keepalive_timer, mptcp_tout_timer;
	};
	__u32 icsk_rto, icsk_rto_min, icsk_delack_max, icsk_pmtu_cookie;
	const struct tcp_congestion_ops *icsk_ca_ops;
	const struct inet_connection_sock_af_ops *icsk_af_ops;
	const struct tcp_ulp_ops *icsk_ulp_ops;
	void *icsk_ulp_data;
	void (*icsk_clean_acked)(struct sock *, u32);
	unsigned int (*icsk_sync_mss)(struct sock *, u32);
	__u8 icsk_ca_state : 5, icsk_ca_initialized : 1, icsk_ca_setsockopt : 1;
	__u8 icsk_ca_dst_locked : 1, icsk_retransmits, icsk_pending, icsk_backoff;
	__u8 icsk_syn_retries, icsk_probes_out;
	__u16 icsk_ext_hdr_len;
	struct {
		__u8 pending, quick, pingpong, retry;
		@until(6.12) __u32 ato;
		@since(6.12) {
			__u32 ato : 8, lrcv_flowlabel : 20, dst_quick_ack : 1, unused : 3;
		}
		unsigned long timeout;
		__u32 lrcvtime;
		__u16 last_seg_size, rcv_mss;
	} icsk_ack;
	struct {
		int search_high, search_low;
		u32 probe_size : 31, enabled : 1, probe_timestamp;
	} icsk_mtup;
	u32 icsk_probes_tstamp, icsk_user_timeout;
	u64 icsk_ca_priv[13];
};

struct tcp_rack {
	u64 mstamp;
	u32 rtt_us, end_seq, last_delivered;
	u8 reo_wnd_steps, reo_wnd_persist : 5, dsack_seen : 1, advanced : 1;
};

struct minmax_sample { u32 t, v; };
struct minmax { struct minmax_sample s[3]; };

struct tcp_options_received {
	int ts_recent_stamp;
	u32 ts_recent, rcv_tsval, rcv_tsecr;
	u16 saw_tstamp : 1, tstamp_ok : 1, dsack : 1, wscale_ok : 1, sack_ok : 3, smc_ok : 1;
	u16 snd_wscale : 4, rcv_wscale : 4;
	u8 saw_unknown : 1, unused : 7, num_sacks;
	u16 user_mss, mss_clamp;
};

struct tcp_sack_block { u32 start_seq, end_seq; };

@until(6.12)
struct tcp_sock {
	struct inet_connection_sock inet_conn;
	u16 tcp_header_len, gso_segs;
	__be32 pred_flags;
	u64 bytes_received;
	u32 segs_in, data_segs_in, rcv_nxt, copied_seq, rcv_wup, snd_nxt, segs_out, data_segs_out;
	u64 bytes_sent, bytes_acked;
	u32 dsack_dups, snd_una, snd_sml, rcv_tstamp, lsndtime, last_oow_ack_time;
	u32 compressed_ack_rcv_nxt, tsoffset;
	struct list_head tsq_node, tsorted_sent_queue;
	u32 snd_wl1, snd_wnd, max_window, mss_cache, window_clamp, rcv_ssthresh;
	struct tcp_rack rack;
	u16 advmss;
	u8 compressed_ack, dup_ack_counter : 2, tlp_retrans : 1, unused : 5;
	u32 chrono_start;
	u32 chrono_stat[3];
	u8 chrono_type : 2, rate_app_limited : 1, fastopen_connect : 1, fastopen_no_cookie : 1;
	u8 is_sack_reneg : 1, fastopen_client_fail : 2, nonagle : 4, thin_lto : 1;
	u8 recvmsg_inq : 1, repair : 1, frto : 1, repair_queue, save_syn : 2, syn_data : 1;
	u8 syn_fastopen : 1, syn_fastopen_exp : 1, syn_fastopen_ch : 1, syn_data_acked : 1;
	u8 is_cwnd_limited : 1;
	u32 tlp_high_seq, tcp_tx_delay;
	u64 tcp_wstamp_ns, tcp_clock_cache, tcp_mstamp;
	u32 srtt_us, mdev_us, mdev_max_us, rttvar_us, rtt_seq;
	struct minmax rtt_min;
	u32 packets_out, retrans_out, max_packets_out, cwnd_usage_seq;
	u16 urg_data;
	u8 ecn_flags, keepalive_probes;
	u32 reordering, reord_seen, snd_up;
	struct tcp_options_received rx_opt;
	u32 snd_ssthresh, snd_cwnd, snd_cwnd_cnt, snd_cwnd_clamp, snd_cwnd_used, snd_cwnd_stamp;
	u32 prior_cwnd, prr_delivered, prr_out, delivered, delivered_ce, lost, app_limited;
	u64 first_tx_mstamp, delivered_mstamp;
	u32 rate_delivered, rate_interval_us, rcv_wnd, write_seq, notsent_lowat, pushed_seq;
	u32 lost_out, sacked_out;
	struct hrtimer pacing_timer, compressed_ack_timer;
	struct sk_buff *lost_skb_hint;
	struct sk_buff *retransmit_skb_hint;
	struct rb_root out_of_order_queue;
	struct sk_buff *ooo_last_skb;
	struct tcp_sack_block duplicate_sack[1];
	struct tcp_sack_block selective_acks[4];
	struct tcp_sack_block recv_sack_cache[4];
	struct sk_buff *highest_sack;
	int lost_cnt_hint;
	u32 prior_ssthresh, high_seq, retrans_stamp, undo_marker;
	int undo_retrans;
	u64 bytes_retrans;
	u32 total_retrans, urg_seq;
	unsigned int keepalive_time, keepalive_intvl;
	int linger2;
	u8 bpf_sock_ops_cb_flags, bpf_chg_cc_inprogress : 1;
	u16 timeout_rehash;
	u32 rcv_ooopack, rcv_rtt_last_tsecr;
	struct {
		u32 rtt_us, seq;
		u64 time;
	} rcv_rtt_est;
	struct {
		u32 space, seq;
		u64 time;
	} rcvq_space;
	struct { u32 probe_seq_start, probe_seq_end; } mtu_probe;
	u32 mtu_info;
	bool is_mptcp;
	bool (*smc_hs_congested)(const struct sock *);
	bool syn_smc;
	const struct tcp_sock_af_ops *af_specific;
	struct tcp_md5sig_info *md5sig_info;
	struct tcp_fastopen_request *fastopen_req;
	struct request_sock *fastopen_rsk;
	struct saved_syn *saved_syn;
};

@since(6.12)
struct tcp_sock {
	struct inet_connection_sock inet_conn;
	__u8 __cacheline_group_begin__tcp_sock_read_tx[0];
	u32 max_window, rcv_ssthresh, reordering, notsent_lowat;
	u16 gso_segs;
	struct sk_buff *lost_skb_hint;
	struct sk_buff *retransmit_skb_hint;
	__u8 __cacheline_group_end__tcp_sock_read_tx[0];
	__u8 __cacheline_group_begin__tcp_sock_read_txrx[0];
	u32 tsoffset, snd_wnd, mss_cache, snd_cwnd, prr_out, lost_out, sacked_out;
	u16 tcp_header_len;
	u8 scaling_ratio, chrono_type : 2, repair : 1, tcp_usec_ts : 1, is_sack_reneg : 1;
	u8 is_cwnd_limited : 1;
	__u8 __cacheline_group_end__tcp_sock_read_txrx[0];
	__u8 __cacheline_group_begin__tcp_sock_read_rx[0];
	u32 copied_seq, rcv_tstamp, snd_wl1, tlp_high_seq, rttvar_us, retrans_out;
	u16 advmss, urg_data;
	u32 lost;
	struct minmax rtt_min;
	struct rb_root out_of_order_queue;
	u32 snd_ssthresh;
	u8 recvmsg_inq : 1;
	__u8 __cacheline_group_end__tcp_sock_read_rx[0];
	__u8 __cacheline_group_begin__tcp_sock_write_tx[0] __attribute__((aligned(16)));
	u32 segs_out, data_segs_out;
	u64 bytes_sent;
	u32 snd_sml, chrono_start, chrono_stat[3], write_seq, pushed_seq, lsndtime;
	u32 mdev_us, rtt_seq;
	u64 tcp_wstamp_ns;
	struct list_head tsorted_sent_queue;
	struct sk_buff *highest_sack;
	u8 ecn_flags;
	__u8 __cacheline_group_end__tcp_sock_write_tx[0];
	__u8 __cacheline_group_begin__tcp_sock_write_txrx[0];
	u8 nonagle : 4, rate_app_limited : 1;
	__be32 pred_flags;
	u64 tcp_clock_cache, tcp_mstamp;
	u32 rcv_nxt, snd_nxt, snd_una, window_clamp, srtt_us, packets_out, snd_up;
	u32 delivered, delivered_ce, app_limited, rcv_wnd;
	struct tcp_options_received rx_opt;
	__u8 __cacheline_group_end__tcp_sock_write_txrx[0];
	__u8 __cacheline_group_begin__tcp_sock_write_rx[0] __attribute__((aligned(8)));
	u64 bytes_received;
	u32 segs_in, data_segs_in, rcv_wup, max_packets_out, cwnd_usage_seq;
	u32 rate_delivered, rate_interval_us, rcv_rtt_last_tsecr;
	u64 first_tx_mstamp, delivered_mstamp, bytes_acked;
	struct {
		u32 rtt_us, seq;
		u64 time;
	} rcv_rtt_est;
	struct {
		int space;
		u32 seq;
		u64 time;
	} rcvq_space;
	__u8 __cacheline_group_end__tcp_sock_write_rx[0];
	u32 dsack_dups, compressed_ack_rcv_nxt;
	struct list_head tsq_node;
	struct tcp_rack rack;
	u8 compressed_ack, dup_ack_counter : 2, tlp_retrans : 1, unused : 5, thin_lto : 1;
	u8 fastopen_connect : 1, fastopen_no_cookie : 1, fastopen_client_fail : 2, frto : 1;
	u8 repair_queue, save_syn : 2, syn_data : 1, syn_fastopen : 1, syn_fastopen_exp : 1;
	u8 syn_fastopen_ch : 1, syn_data_acked : 1, keepalive_probes;
	u32 tcp_tx_delay, mdev_max_us, reord_seen, snd_cwnd_cnt, snd_cwnd_clamp;
	u32 snd_cwnd_used, snd_cwnd_stamp, prior_cwnd, prr_delivered, last_oow_ack_time;
	struct hrtimer pacing_timer, compressed_ack_timer;
	struct sk_buff *ooo_last_skb;
	struct tcp_sack_block duplicate_sack[1], selective_acks[4], recv_sack_cache[4];
	int lost_cnt_hint;
	u32 prior_ssthresh, high_seq, retrans_stamp, undo_marker;
	int undo_retrans;
	u64 bytes_retrans;
	u32 total_retrans, rto_stamp;
	u16 total_rto, total_rto_recoveries;
	u32 total_rto_time, urg_seq;
	unsigned int keepalive_time, keepalive_intvl;
	int linger2;
	u8 bpf_sock_ops_cb_flags, bpf_chg_cc_inprogress : 1;
	u16 timeout_rehash;
	u32 rcv_ooopack;
	struct {
		u32 probe_seq_start, probe_seq_end;
	} mtu_probe;
	u32 plb_rehash, mtu_info;
	bool is_mptcp, syn_smc;
	bool (*smc_hs_congested)(const struct sock *);
	const struct tcp_sock_af_ops *af_specific;
	struct tcp_md5sig_info *md5sig_info;
	struct tcp_fastopen_request *fastopen_req;
	struct request_sock *fastopen_rsk;
	struct saved_syn *saved_syn;
} __attribute__((aligned(64)));

struct udp_sock {
	struct inet_sock inet;
	unsigned long udp_flags;
	int pending;
	__u8 encap_type;
	@until(6.12) __u8 pcflag;
	__u16 len, gso_size, pcslen, pcrlen;
	int (*encap_rcv)(struct sock *, struct sk_buff *);
	@until(6.12) void (*encap_err_rcv)(struct sock *, struct sk_buff *, unsigned int);
	@since(6.12) void (*encap_err_rcv)(struct sock *, struct sk_buff *, int, __be16, u32, u8 *);
	int (*encap_err_lookup)(struct sock *, struct sk_buff *);
	void (*encap_destroy)(struct sock *);
	struct sk_buff *(*gro_receive)(struct sock *, struct list_head *, struct sk_buff *);
	int (*gro_complete)(struct sock *, struct sk_buff *, int);
	struct sk_buff_head reader_queue __attribute__((aligned(32)));
	int forward_deficit;
	@since(6.12) {
		int forward_threshold;
		bool peeking_with_offset;
	}
} __attribute__((aligned(64)));

struct request_sock {
	struct sock_common __req_common;
	struct request_sock *dl_next;
	u16 mss;
	u8 num_retrans, syncookie : 1, num_timeout : 7;
	u32 ts_recent;
	struct timer_list rsk_timer;
	const struct request_sock_ops *rsk_ops;
	struct sock *sk;
	struct saved_syn *saved_syn;
	u32 secid, peer_secid, timeout;
};

struct inet_request_sock {
	struct request_sock req;
	u16 snd_wscale : 4, rcv_wscale : 4, tstamp_ok : 1, sack_ok : 1, wscale_ok : 1, ecn_ok : 1;
	u16 acked : 1, no_srccheck : 1, smc_ok : 1;
	u32 ir_mark;
	union {
		struct ip_options_rcu *ireq_opt;
		struct {
			struct ipv6_txoptions *ipv6_opt;
			struct sk_buff *pktopts;
		};
	};
};

struct tcp_request_sock {
	struct inet_request_sock req;
	const struct tcp_request_sock_ops *af_specific;
	u64 snt_synack;
	bool tfo_listener, is_mptcp;
	@since(6.12) bool req_usec_ts;
	bool drop_req;
	u32 txhash, rcv_isn, snt_isn, ts_off, last_oow_ack_time, rcv_nxt;
	u8 syn_tos;
};

struct inet_timewait_sock {
	struct sock_common __tw_common;
	__u32 tw_mark;
	@until(6.12) volatile unsigned char tw_substate;
	@since(6.12) unsigned char tw_substate;
	unsigned char tw_rcv_wscale;
	__be16 tw_sport;
	unsigned int tw_transparent : 1, tw_flowlabel : 20;
	@until(6.12) unsigned int tw_pad : 3;
	@since(6.12) {
		unsigned int tw_usec_ts : 1, tw_pad : 2;
	}
	unsigned int tw_tos : 8;
	u32 tw_txhash, tw_priority;
	struct timer_list tw_timer;
	struct inet_bind_bucket *tw_tb;
	struct inet_bind2_bucket *tw_tb2;
	@until(6.12) struct hlist_node tw_bind2_node;
};

struct tcp_timewait_sock {
	struct inet_timewait_sock tw_sk;
	u32 tw_rcv_wnd, tw_ts_offset, tw_ts_recent, tw_last_oow_ack_time;
	int tw_ts_recent_stamp;
	u32 tw_tx_delay;
	struct tcp_md5sig_key *tw_md5_key;
};

typedef __u16 __sum16;

struct iphdr {
	__u8 ihl : 4, version : 4, tos;
	__be16 tot_len, id, frag_off;
	__u8 ttl, protocol;
	__sum16 check;
	union {
		struct { __be32 saddr, daddr; };
		struct { __be32 saddr, daddr; } addrs;
	};
};

struct ipv6hdr {
	__u8 priority : 4, version : 4;
	__u8 flow_lbl[3];
	__be16 payload_len;
	__u8 nexthdr, hop_limit;
	union {
		struct { struct in6_addr saddr, daddr; };
		struct { struct in6_addr saddr, daddr; } addrs;
	};
};

struct tcphdr {
	__be16 source, dest;
	__be32 seq, ack_seq;
	__u16 res1 : 4, doff : 4, fin : 1, syn : 1, rst : 1, psh : 1, ack : 1, urg : 1, ece : 1;
	__u16 cwr : 1;
	__be16 window;
	__sum16 check;
	__be16 urg_ptr;
};

struct udphdr {
	__be16 source, dest, len;
	__sum16 check;
};

struct ethhdr {
	unsigned char h_dest[6];
	unsigned char h_source[6];
	__be16 h_proto;
};

enum tcp_ca_event {
	CA_EVENT_TX_START, CA_EVENT_CWND_RESTART, CA_EVENT_COMPLETE_CWR, CA_EVENT_LOSS,
	CA_EVENT_ECN_NO_CE, CA_EVENT_ECN_IS_CE
};

struct tcp_congestion_ops {
	u32 (*ssthresh)(struct sock *);
	void (*cong_avoid)(struct sock *, u32, u32);
	void (*set_state)(struct sock *, u8);
	void (*cwnd_event)(struct sock *, enum tcp_ca_event);
	void (*in_ack_event)(struct sock *, u32);
	void (*pkts_acked)(struct sock *, const struct ack_sample *);
	u32 (*min_tso_segs)(struct sock *);
	@until(6.12) void (*cong_control)(struct sock *, const struct rate_sample *);
	@since(6.12) void (*cong_control)(struct sock *, u32, int, const struct rate_sample *);
	u32 (*undo_cwnd)(struct sock *);
	u32 (*sndbuf_expand)(struct sock *);
	size_t (*get_info)(struct sock *, u32, int *, union tcp_cc_info *);
	@until(6.12) char name[16];
	@since(6.12) char name[16];
	struct module *owner;
	struct list_head list;
	u32 key, flags;
	void (*init)(struct sock *);
	void (*release)(struct sock *);
} __attribute__((aligned(64)));

struct ip_options {
	__be32 faddr, nexthop;
	unsigned char optlen, srr, rr, ts, is_strictroute : 1, srr_is_hit : 1, is_changed : 1;
	unsigned char rr_needaddr : 1, ts_needtime : 1, ts_needaddr : 1, router_alert, cipso;
	unsigned char __pad2;
	unsigned char __data[0];
};

struct inet_skb_parm {
	int iif;
	struct ip_options opt;
	u16 flags, frag_max_size;
};

struct inet6_skb_parm {
	int iif;
	__be16 ra;
	__u16 dst0, srcrt, dst1, lastopt, nhoff, flags, dsthao, frag_max_size, srhoff;
};

struct tcp_skb_cb {
	__u32 seq, end_seq;
	union {
		@until(6.12) __u32 tcp_tw_isn;
		@since(6.12) u32 tcp_tw_isn;
		struct {
			u16 tcp_gso_segs, tcp_gso_size;
		};
	};
	__u8 tcp_flags, sacked, ip_dsfield, txstamp_ack : 1, eor : 1, has_rxtstamp : 1;
	__u8 unused : 5;
	__u32 ack_seq;
	union {
		struct {
			__u32 is_app_limited : 1, delivered_ce : 20, unused : 11;
			__u32 delivered;
			u64 first_tx_mstamp, delivered_mstamp;
		} tx;
		union {
			struct inet_skb_parm h4;
			struct inet6_skb_parm h6;
		} header;
	};
};
