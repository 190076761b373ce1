/* Sockets, as far as tracing tools read them: members in the kernel's order. */

typedef __u64 __addrpair;
typedef __u32 __portpair;

struct in6_addr {
	union {
		__u8 u6_addr8[16];
		__be16 u6_addr16[8];
		__be32 u6_addr32[4];
	} in6_u;
};

struct in_addr { __be32 s_addr; };

struct net {
	refcount_t passive;
	int ifindex;
	struct list_head list;
	struct user_namespace *user_ns;
	struct ns_common ns;
	u64 net_cookie;
};

typedef struct { struct net *net; } possible_net_t;

struct sock_common {
	union {
		__addrpair skc_addrpair;
		struct {
			__be32 skc_daddr;
			__be32 skc_rcv_saddr;
		};
	};
	union {
		unsigned int skc_hash;
		__u16 skc_u16hashes[2];
	};
	union {
		__portpair skc_portpair;
		struct {
			__be16 skc_dport;
			__u16 skc_num;
		};
	};
	unsigned short skc_family;
	volatile unsigned char skc_state;
	unsigned char skc_reuse : 4;
	unsigned char skc_reuseport : 1;
	unsigned char skc_ipv6only : 1;
	unsigned char skc_net_refcnt : 1;
	int skc_bound_dev_if;
	struct proto *skc_prot;
	possible_net_t skc_net;
	struct in6_addr skc_v6_daddr;
	struct in6_addr skc_v6_rcv_saddr;
	atomic64_t skc_cookie;
	refcount_t skc_refcnt;
};

struct sock {
	struct sock_common __sk_common;
	int sk_rcvlowat;
	int sk_forward_alloc;
	int sk_rcvbuf;
	int sk_sndbuf;
	int sk_wmem_queued;
	unsigned long sk_pacing_rate;
	u16 sk_type;
	u16 sk_protocol;
	int sk_err;
	u32 sk_ack_backlog;
	u32 sk_max_ack_backlog;
	kuid_t sk_uid;
	struct socket *sk_socket;
};

struct inet_sock {
	struct sock sk;
	__be32 inet_saddr;
	__s16 uc_ttl;
	__be16 inet_sport;
	__u8 tos;
	__u8 recverr : 1;
	__u8 is_icsk : 1;
	__u8 freebind : 1;
	__u8 hdrincl : 1;
	__u8 mc_loop : 1;
	__u8 transparent : 1;
	__u8 mc_all : 1;
	__u8 nodefrag : 1;
	__u8 bind_address_no_port : 1;
	__u8 recverr_rfc4884 : 1;
	__u8 defer_connect : 1;
	int uc_index;
	int mc_index;
};

struct inet_connection_sock {
	struct inet_sock icsk_inet;
	unsigned long icsk_timeout;
	__u32 icsk_rto;
};

struct tcp_sock {
	struct inet_connection_sock inet_conn;
	u16 tcp_header_len;
	u64 bytes_received;
	u32 segs_in;
	u32 rcv_nxt;
	u32 copied_seq;
	u32 snd_nxt;
	u32 segs_out;
	u64 bytes_sent;
	u64 bytes_acked;
	u32 snd_una;
	u32 mss_cache;
	u32 srtt_us;
	u32 mdev_us;
	u32 packets_out;
	u32 retrans_out;
	u32 snd_ssthresh;
	u32 snd_cwnd;
	u32 rcv_wnd;
	u32 write_seq;
	u32 total_retrans;
};

typedef enum {
	SS_FREE = 0,
	SS_UNCONNECTED = 1,
	SS_CONNECTING = 2,
	SS_CONNECTED = 3,
	SS_DISCONNECTING = 4
} socket_state;

struct socket {
	socket_state state;
	short type;
	unsigned long flags;
	struct file *file;
	struct sock *sk;
	const struct proto_ops *ops;
};

typedef unsigned short __kernel_sa_family_t;
typedef __kernel_sa_family_t sa_family_t;

struct sockaddr {
	sa_family_t sa_family;
	char sa_data[14];
};
