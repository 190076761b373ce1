/* Network devices: all members, all offsets. */

struct net_device_stats {
	union {
		unsigned long rx_packets;
		atomic_long_t __rx_packets;
	};
	union {
		unsigned long tx_packets;
		atomic_long_t __tx_packets;
	};
	union {
		unsigned long rx_bytes;
		atomic_long_t __rx_bytes;
	};
	union {
		unsigned long tx_bytes;
		atomic_long_t __tx_bytes;
	};
	union {
		unsigned long rx_errors;
		atomic_long_t __rx_errors;
	};
	union {
		unsigned long tx_errors;
		atomic_long_t __tx_errors;
	};
	union {
		unsigned long rx_dropped;
		atomic_long_t __rx_dropped;
	};
	union {
		unsigned long tx_dropped;
		atomic_long_t __tx_dropped;
	};
	union {
		unsigned long multicast;
		atomic_long_t __multicast;
	};
	union {
		unsigned long collisions;
		atomic_long_t __collisions;
	};
	union {
		unsigned long rx_length_errors;
		atomic_long_t __rx_length_errors;
	};
	union {
		unsigned long rx_over_errors;
		atomic_long_t __rx_over_errors;
	};
	union {
		unsigned long rx_crc_errors;
		atomic_long_t __rx_crc_errors;
	};
	union {
		unsigned long rx_frame_errors;
		atomic_long_t __rx_frame_errors;
	};
	union {
		unsigned long rx_fifo_errors;
		atomic_long_t __rx_fifo_errors;
	};
	union {
		unsigned long rx_missed_errors;
		atomic_long_t __rx_missed_errors;
	};
	union {
		unsigned long tx_aborted_errors;
		atomic_long_t __tx_aborted_errors;
	};
	union {
		unsigned long tx_carrier_errors;
		atomic_long_t __tx_carrier_errors;
	};
	union {
		unsigned long tx_fifo_errors;
		atomic_long_t __tx_fifo_errors;
	};
	union {
		unsigned long tx_heartbeat_errors;
		atomic_long_t __tx_heartbeat_errors;
	};
	union {
		unsigned long tx_window_errors;
		atomic_long_t __tx_window_errors;
	};
	union {
		unsigned long rx_compressed;
		atomic_long_t __rx_compressed;
	};
	union {
		unsigned long tx_compressed;
		atomic_long_t __tx_compressed;
	};
};

struct netdev_hw_addr_list {
	struct list_head list;
	int count;
	struct rb_root tree;
};

enum rx_handler_result {
	RX_HANDLER_CONSUMED, RX_HANDLER_ANOTHER, RX_HANDLER_EXACT, RX_HANDLER_PASS
};

typedef enum rx_handler_result rx_handler_result_t;
typedef rx_handler_result_t rx_handler_func_t(struct sk_buff **);
enum netdev_ml_priv_type { ML_PRIV_NONE, ML_PRIV_CAN };

enum netdev_stat_type {
	NETDEV_PCPU_STAT_NONE, NETDEV_PCPU_STAT_LSTATS, NETDEV_PCPU_STAT_TSTATS,
	NETDEV_PCPU_STAT_DSTATS
};

struct netdev_tc_txq { u16 count, offset; };

struct bpf_xdp_entity {
	struct bpf_prog *prog;
	struct bpf_xdp_link *link;
};

typedef struct {
} netdevice_tracker;

@since(6.12) typedef u32 xdp_features_t;
struct net_device {
	@until(6.12) char name[16];
	@since(6.12) {
		__u8 __cacheline_group_begin__net_device_read_tx[0];
		union {
			struct {
				unsigned long priv_flags : 32, lltx : 1;
			};
			struct {
				unsigned long priv_flags : 32, lltx : 1;
			} priv_flags_fast;
		};
		const struct net_device_ops *netdev_ops;
		const struct header_ops *header_ops;
		struct netdev_queue *_tx;
		netdev_features_t gso_partial_features;
		unsigned int real_num_tx_queues, gso_max_size, gso_ipv4_max_size;
		u16 gso_max_segs;
		s16 num_tc;
		unsigned int mtu;
		unsigned short needed_headroom;
		struct netdev_tc_txq tc_to_txq[16];
		struct xps_dev_maps *xps_maps[2];
		struct nf_hook_entries *nf_hooks_egress;
		struct bpf_mprog_entry *tcx_egress;
		__u8 __cacheline_group_end__net_device_read_tx[0];
		__u8 __cacheline_group_begin__net_device_read_txrx[0];
		union {
			struct pcpu_lstats *lstats;
			struct pcpu_sw_netstats *tstats;
			struct pcpu_dstats *dstats;
		};
		unsigned long state;
		unsigned int flags;
		unsigned short hard_header_len;
		enum netdev_stat_type pcpu_stat_type : 8;
		netdev_features_t features;
		struct inet6_dev *ip6_ptr;
		__u8 __cacheline_group_end__net_device_read_txrx[0];
		__u8 __cacheline_group_begin__net_device_read_rx[0];
		struct bpf_prog *xdp_prog;
		struct list_head ptype_specific;
		int ifindex;
		unsigned int real_num_rx_queues;
		struct netdev_rx_queue *_rx;
		unsigned long gro_flush_timeout;
		u32 napi_defer_hard_irqs;
		unsigned int gro_max_size, gro_ipv4_max_size;
		rx_handler_func_t *rx_handler;
		void *rx_handler_data;
		possible_net_t nd_net;
		struct netpoll_info *npinfo;
		struct bpf_mprog_entry *tcx_ingress;
		__u8 __cacheline_group_end__net_device_read_rx[0];
		char name[16];
	}
	struct netdev_name_node *name_node;
	struct dev_ifalias *ifalias;
	unsigned long mem_end, mem_start, base_addr;
	@until(6.12) unsigned long state;
	struct list_head dev_list, napi_list, unreg_list, close_list, ptype_all;
	@until(6.12) struct list_head ptype_specific;
	struct {
		struct list_head upper, lower;
	} adj_list;
	@until(6.12) {
		unsigned int flags;
		unsigned long long priv_flags;
		const struct net_device_ops *netdev_ops;
		int ifindex;
	}
	@since(6.12) {
		xdp_features_t xdp_features;
		const struct xdp_metadata_ops *xdp_metadata_ops;
		const struct xsk_tx_metadata_ops *xsk_tx_metadata_ops;
	}
	unsigned short gflags;
	@until(6.12) {
		unsigned short hard_header_len;
		unsigned int mtu;
		unsigned short needed_headroom;
	}
	unsigned short needed_tailroom;
	@until(6.12) netdev_features_t features;
	netdev_features_t hw_features, wanted_features, vlan_features, hw_enc_features;
	netdev_features_t mpls_features;
	@until(6.12) netdev_features_t gso_partial_features;
	@since(6.12) netdev_features_t mangleid_features;
	unsigned int min_mtu, max_mtu;
	unsigned short type;
	unsigned char min_header_len, name_assign_type;
	int group;
	struct net_device_stats stats;
	struct net_device_core_stats *core_stats;
	atomic_t carrier_up_count, carrier_down_count;
	const struct ethtool_ops *ethtool_ops;
	const struct l3mdev_ops *l3mdev_ops;
	const struct ndisc_ops *ndisc_ops;
	const struct xfrmdev_ops *xfrmdev_ops;
	const struct tlsdev_ops *tlsdev_ops;
	@until(6.12) {
		const struct header_ops *header_ops;
		unsigned char operstate;
	}
	@since(6.12) unsigned int operstate;
	unsigned char link_mode, if_port, dma, perm_addr[32], addr_assign_type, addr_len;
	unsigned char upper_level, lower_level;
	unsigned short neigh_priv_len, dev_id, dev_port;
	@until(6.12) unsigned short padded;
	@since(6.12) {
		int irq;
		u32 priv_len;
	}
	spinlock_t addr_list_lock;
	@until(6.12) int irq;
	struct netdev_hw_addr_list uc, mc, dev_addrs;
	struct kset *queues_kset;
	unsigned int promiscuity, allmulti;
	bool uc_promisc;
	struct in_device *ip_ptr;
	@until(6.12) struct inet6_dev *ip6_ptr;
	struct vlan_info *vlan_info;
	struct tipc_bearer *tipc_ptr;
	struct mpls_dev *mpls_ptr;
	const unsigned char *dev_addr;
	@until(6.12) struct netdev_rx_queue *_rx;
	unsigned int num_rx_queues;
	@until(6.12) {
		unsigned int real_num_rx_queues;
		struct bpf_prog *xdp_prog;
		unsigned long gro_flush_timeout;
		int napi_defer_hard_irqs;
		unsigned int gro_max_size;
		rx_handler_func_t *rx_handler;
		void *rx_handler_data;
		struct mini_Qdisc *miniq_ingress;
	}
	@since(6.12) unsigned int xdp_zc_max_segs;
	struct netdev_queue *ingress_queue;
	struct nf_hook_entries *nf_hooks_ingress;
	unsigned char broadcast[32];
	struct cpu_rmap *rx_cpu_rmap;
	struct hlist_node index_hlist;
	@until(6.12) struct netdev_queue *_tx __attribute__((aligned(64)));
	unsigned int num_tx_queues;
	@until(6.12) unsigned int real_num_tx_queues;
	struct Qdisc *qdisc;
	unsigned int tx_queue_len;
	spinlock_t tx_global_lock;
	struct xdp_dev_bulk_queue *xdp_bulkq;
	@until(6.12) {
		struct xps_dev_maps *xps_maps[2];
		struct mini_Qdisc *miniq_egress;
		struct nf_hook_entries *nf_hooks_egress;
	}
	struct hlist_head qdisc_hash[16];
	struct timer_list watchdog_timer;
	int watchdog_timeo;
	spinlock_t watchdog_lock;
	bool watchdog_ref_held;
	u32 proto_down_reason;
	struct list_head todo_list;
	int *pcpu_refcnt;
	struct ref_tracker_dir refcnt_tracker;
	struct list_head link_watch_list;
	u8 reg_state;
	bool dismantle;
	enum { RTNL_LINK_INITIALIZED = 0, RTNL_LINK_INITIALIZING = 1 } rtnl_link_state : 16;
	bool needs_free_netdev;
	void (*priv_destructor)(struct net_device *);
	@until(6.12) {
		struct netpoll_info *npinfo;
		possible_net_t nd_net;
	}
	void *ml_priv;
	enum netdev_ml_priv_type ml_priv_type;
	@until(6.12) {
		enum netdev_stat_type pcpu_stat_type : 8;
		union {
			struct pcpu_lstats *lstats;
			struct pcpu_sw_netstats *tstats;
			struct pcpu_dstats *dstats;
		};
	}
	struct garp_port *garp_port;
	struct mrp_port *mrp_port;
	struct dm_hw_stat_delta *dm_private;
	struct device dev;
	const struct attribute_group *sysfs_groups[4];
	const struct attribute_group *sysfs_rx_queue_group;
	const struct rtnl_link_ops *rtnl_link_ops;
	@until(6.12) unsigned int gso_max_size;
	@since(6.12) {
		const struct netdev_stat_ops *stat_ops;
		const struct netdev_queue_mgmt_ops *queue_mgmt_ops;
	}
	unsigned int tso_max_size;
	@until(6.12) u16 gso_max_segs;
	u16 tso_max_segs;
	const struct dcbnl_rtnl_ops *dcbnl_ops;
	@until(6.12) {
		s16 num_tc;
		struct netdev_tc_txq tc_to_txq[16];
	}
	u8 prio_tc_map[16];
	struct netprio_map *priomap;
	@since(6.12) struct phy_link_topology *link_topo;
	struct phy_device *phydev;
	struct sfp_bus *sfp_bus;
	struct lock_class_key *qdisc_tx_busylock;
	bool proto_down;
	@until(6.12) {
		unsigned int wol_enabled : 1, threaded : 1;
	}
	@since(6.12) {
		bool threaded;
		unsigned long see_all_hwtstamp_requests : 1, change_proto_down : 1;
		unsigned long netns_immutable : 1, fcoe_mtu : 1;
	}
	struct list_head net_notifier_list;
	const struct macsec_ops *macsec_ops;
	const struct udp_tunnel_nic_info *udp_tunnel_nic_info;
	struct udp_tunnel_nic *udp_tunnel_nic;
	@since(6.12) struct ethtool_netdev_state *ethtool;
	struct bpf_xdp_entity xdp_state[3];
	u8 dev_addr_shadow[32];
	netdevice_tracker linkwatch_dev_tracker, watchdog_dev_tracker;
	netdevice_tracker dev_registered_tracker;
	struct rtnl_hw_stats64 *offload_xstats_l3;
	@since(6.12) {
		struct devlink_port *devlink_port;
		struct hlist_head page_pools;
		struct dim_irq_moder *irq_moder;
		u8 priv[0] __attribute__((aligned(16)));
	}
};

struct gro_list {
	struct list_head list;
	int count;
};

struct napi_struct {
	struct list_head poll_list;
	unsigned long state;
	int weight;
	@until(6.12) int defer_hard_irqs_count;
	@since(6.12) u32 defer_hard_irqs_count;
	unsigned long gro_bitmask;
	int (*poll)(struct napi_struct *, int);
	int poll_owner;
	@since(6.12) int list_owner;
	struct net_device *dev;
	struct gro_list gro_hash[8];
	struct sk_buff *skb;
	struct list_head rx_list;
	int rx_count;
	@since(6.12) unsigned int napi_id;
	struct hrtimer timer;
	@since(6.12) struct task_struct *thread;
	struct list_head dev_list;
	struct hlist_node napi_hash_node;
	@until(6.12) {
		unsigned int napi_id;
		struct task_struct *thread;
	}
	@since(6.12) int irq;
};

@since(6.12)
struct netdev_xmit {
	u16 recursion;
	u8 more, skip_txqueue, sched_mirred_nest;
	struct net_device *sched_mirred_dev[4];
};

struct softnet_data {
	struct list_head poll_list;
	struct sk_buff_head process_queue;
	@since(6.12) local_lock_t process_queue_bh_lock;
	unsigned int processed, time_squeeze;
	@since(6.12) struct softnet_data *rps_ipi_list;
	unsigned int received_rps;
	@until(6.12) struct softnet_data *rps_ipi_list;
	@since(6.12) {
		bool in_net_rx_action, in_napi_threaded_poll;
	}
	struct sd_flow_limit *flow_limit;
	struct Qdisc *output_queue;
	struct Qdisc **output_queue_tailp;
	struct sk_buff *completion_queue;
	struct sk_buff_head xfrm_backlog;
	@until(6.12) {
		struct {
			u16 recursion;
			u8 more, skip_txqueue;
		} xmit;
		unsigned int input_queue_head __attribute__((aligned(8)));
	}
	@since(6.12) {
		struct netdev_xmit xmit;
		unsigned int input_queue_head __attribute__((aligned(64)));
	}
	call_single_data_t csd __attribute__((aligned(64)));
	struct softnet_data *rps_ipi_next;
	unsigned int cpu, input_queue_tail;
	@until(6.12) unsigned int dropped;
	struct sk_buff_head input_pkt_queue;
	struct napi_struct backlog;
	@since(6.12) atomic_t dropped __attribute__((aligned(64)));
	spinlock_t defer_lock __attribute__((aligned(64)));
	int defer_count, defer_ipi_scheduled;
	struct sk_buff *defer_list;
	call_single_data_t defer_csd __attribute__((aligned(16)));
};
