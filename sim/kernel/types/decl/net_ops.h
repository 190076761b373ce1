/* Operations and queues of network devices: all members, all offsets. */

struct qdisc_skb_head {
	struct sk_buff *head;
	struct sk_buff *tail;
	__u32 qlen;
	spinlock_t lock;
};

typedef struct { local64_t v; } u64_stats_t;

struct u64_stats_sync {
};

struct gnet_stats_basic_sync {
	u64_stats_t bytes, packets;
	struct u64_stats_sync syncp;
};

struct gnet_stats_queue { __u32 qlen, backlog, drops, requeues, overlimits; };

struct Qdisc {
	int (*enqueue)(struct sk_buff *, struct Qdisc *, struct sk_buff **);
	struct sk_buff *(*dequeue)(struct Qdisc *);
	unsigned int flags;
	u32 limit;
	const struct Qdisc_ops *ops;
	struct qdisc_size_table *stab;
	struct hlist_node hash;
	u32 handle, parent;
	int depth;
	struct netdev_queue *dev_queue;
	struct net_rate_estimator *rate_est;
	struct gnet_stats_basic_sync *cpu_bstats;
	struct gnet_stats_queue *cpu_qstats;
	int pad;
	refcount_t refcnt;
	struct sk_buff_head gso_skb __attribute__((aligned(32)));
	struct qdisc_skb_head q;
	struct gnet_stats_basic_sync bstats;
	struct gnet_stats_queue qstats;
	int owner;
	unsigned long state, state2;
	struct Qdisc *next_sched;
	struct sk_buff_head skb_bad_txq;
	spinlock_t busylock __attribute__((aligned(64)));
	spinlock_t seqlock;
	struct callback_head rcu;
	netdevice_tracker dev_tracker;
	struct lock_class_key root_lock_key;
	long privdata[0] __attribute__((aligned(64)));
};

struct dql {
	unsigned int num_queued, adj_limit, last_obj_cnt;
	@until(6.12) unsigned int limit __attribute__((aligned(64)));
	@since(6.12) {
		unsigned short stall_thrs;
		unsigned long history_head, history[4];
		unsigned int limit __attribute__((aligned(16)));
	}
	unsigned int num_completed, prev_ovlimit, prev_num_queued, prev_last_obj_cnt;
	unsigned int lowest_slack;
	unsigned long slack_start_time;
	unsigned int max_limit, min_limit, slack_hold_time;
	@since(6.12) {
		unsigned short stall_max;
		unsigned long last_reap, stall_cnt;
	}
};

@until(6.12)
struct netdev_queue {
	struct net_device *dev;
	netdevice_tracker dev_tracker;
	struct Qdisc *qdisc;
	struct Qdisc *qdisc_sleeping;
	struct kobject kobj;
	int numa_node;
	unsigned long tx_maxrate;
	atomic_long_t trans_timeout;
	struct net_device *sb_dev;
	struct xsk_buff_pool *pool;
	spinlock_t _xmit_lock;
	int xmit_lock_owner;
	unsigned long trans_start, state;
	struct dql dql __attribute__((aligned(64)));
};

@since(6.12)
struct netdev_queue {
	struct net_device *dev;
	netdevice_tracker dev_tracker;
	struct Qdisc *qdisc;
	struct Qdisc *qdisc_sleeping;
	struct kobject kobj;
	unsigned long tx_maxrate;
	atomic_long_t trans_timeout;
	struct net_device *sb_dev;
	struct xsk_buff_pool *pool;
	struct dql dql __attribute__((aligned(16)));
	spinlock_t _xmit_lock;
	int xmit_lock_owner;
	unsigned long trans_start, state;
	struct napi_struct *napi;
	int numa_node;
} __attribute__((aligned(32)));

struct xdp_mem_info { u32 type, id; };

struct xdp_rxq_info {
	struct net_device *dev;
	u32 queue_index, reg_state;
	struct xdp_mem_info mem;
	unsigned int napi_id;
	u32 frag_size;
} __attribute__((aligned(64)));

@since(6.12)
struct pp_memory_provider_params {
	void *mp_priv;
	const struct memory_provider_ops *mp_ops;
};

struct netdev_rx_queue {
	struct xdp_rxq_info xdp_rxq;
	struct rps_map *rps_map;
	struct rps_dev_flow_table *rps_flow_table;
	struct kobject kobj;
	struct net_device *dev;
	netdevice_tracker dev_tracker;
	struct xsk_buff_pool *pool;
	@since(6.12) {
		struct napi_struct *napi;
		struct pp_memory_provider_params mp_params;
	}
} __attribute__((aligned(64)));

struct neigh_parms {
	possible_net_t net;
	struct net_device *dev;
	netdevice_tracker dev_tracker;
	struct list_head list;
	int (*neigh_setup)(struct neighbour *);
	struct neigh_table *tbl;
	void *sysctl_table;
	int dead;
	refcount_t refcnt;
	struct callback_head callback_head;
	int reachable_time;
	u32 qlen;
	int data[14];
	unsigned long data_state[1];
};

struct neigh_table {
	int family;
	unsigned int entry_size, key_len;
	__be16 protocol;
	__u32 (*hash)(const void *, const struct net_device *, __u32 *);
	bool (*key_eq)(const struct neighbour *, const void *);
	int (*constructor)(struct neighbour *);
	int (*pconstructor)(struct pneigh_entry *);
	void (*pdestructor)(struct pneigh_entry *);
	void (*proxy_redo)(struct sk_buff *);
	int (*is_multicast)(const void *);
	bool (*allow_add)(const struct net_device *, struct netlink_ext_ack *);
	char *id;
	struct neigh_parms parms;
	struct list_head parms_list;
	int gc_interval, gc_thresh1, gc_thresh2, gc_thresh3;
	unsigned long last_flush;
	struct delayed_work gc_work, managed_work;
	struct timer_list proxy_timer;
	struct sk_buff_head proxy_queue;
	atomic_t entries, gc_entries;
	struct list_head gc_list, managed_list;
	rwlock_t lock;
	unsigned long last_rand;
	struct neigh_statistics *stats;
	struct neigh_hash_table *nht;
	struct pneigh_entry **phash_buckets;
};

enum netdev_tx { __NETDEV_TX_MIN = -2147483648, NETDEV_TX_OK = 0, NETDEV_TX_BUSY = 16 };
typedef enum netdev_tx netdev_tx_t;

enum tc_setup_type {
	TC_QUERY_CAPS, TC_SETUP_QDISC_MQPRIO, TC_SETUP_CLSU32, TC_SETUP_CLSFLOWER,
	TC_SETUP_CLSMATCHALL, TC_SETUP_CLSBPF, TC_SETUP_BLOCK, TC_SETUP_QDISC_CBS,
	TC_SETUP_QDISC_RED, TC_SETUP_QDISC_PRIO, TC_SETUP_QDISC_MQ, TC_SETUP_QDISC_ETF,
	TC_SETUP_ROOT_QDISC, TC_SETUP_QDISC_GRED, TC_SETUP_QDISC_TAPRIO, TC_SETUP_FT,
	TC_SETUP_QDISC_ETS, TC_SETUP_QDISC_TBF, TC_SETUP_QDISC_FIFO, TC_SETUP_QDISC_HTB,
	TC_SETUP_ACT
};

struct net_device_ops {
	int (*ndo_init)(struct net_device *);
	void (*ndo_uninit)(struct net_device *);
	int (*ndo_open)(struct net_device *);
	int (*ndo_stop)(struct net_device *);
	netdev_tx_t (*ndo_start_xmit)(struct sk_buff *, struct net_device *);
	netdev_features_t (*ndo_features_check)(struct sk_buff *, struct net_device *,
		netdev_features_t);
	u16 (*ndo_select_queue)(struct net_device *, struct sk_buff *, struct net_device *);
	void (*ndo_change_rx_flags)(struct net_device *, int);
	void (*ndo_set_rx_mode)(struct net_device *);
	int (*ndo_set_mac_address)(struct net_device *, void *);
	int (*ndo_validate_addr)(struct net_device *);
	int (*ndo_do_ioctl)(struct net_device *, struct ifreq *, int);
	int (*ndo_eth_ioctl)(struct net_device *, struct ifreq *, int);
	int (*ndo_siocbond)(struct net_device *, struct ifreq *, int);
	int (*ndo_siocwandev)(struct net_device *, struct if_settings *);
	int (*ndo_siocdevprivate)(struct net_device *, struct ifreq *, void *, int);
	int (*ndo_set_config)(struct net_device *, struct ifmap *);
	int (*ndo_change_mtu)(struct net_device *, int);
	int (*ndo_neigh_setup)(struct net_device *, struct neigh_parms *);
	void (*ndo_tx_timeout)(struct net_device *, unsigned int);
	void (*ndo_get_stats64)(struct net_device *, struct rtnl_link_stats64 *);
	bool (*ndo_has_offload_stats)(const struct net_device *, int);
	int (*ndo_get_offload_stats)(int, const struct net_device *, void *);
	struct net_device_stats *(*ndo_get_stats)(struct net_device *);
	int (*ndo_vlan_rx_add_vid)(struct net_device *, __be16, u16);
	int (*ndo_vlan_rx_kill_vid)(struct net_device *, __be16, u16);
	void (*ndo_poll_controller)(struct net_device *);
	int (*ndo_netpoll_setup)(struct net_device *, struct netpoll_info *);
	void (*ndo_netpoll_cleanup)(struct net_device *);
	int (*ndo_set_vf_mac)(struct net_device *, int, u8 *);
	int (*ndo_set_vf_vlan)(struct net_device *, int, u16, u8, __be16);
	int (*ndo_set_vf_rate)(struct net_device *, int, int, int);
	int (*ndo_set_vf_spoofchk)(struct net_device *, int, bool);
	int (*ndo_set_vf_trust)(struct net_device *, int, bool);
	int (*ndo_get_vf_config)(struct net_device *, int, struct ifla_vf_info *);
	int (*ndo_set_vf_link_state)(struct net_device *, int, int);
	int (*ndo_get_vf_stats)(struct net_device *, int, struct ifla_vf_stats *);
	int (*ndo_set_vf_port)(struct net_device *, int, struct nlattr **);
	int (*ndo_get_vf_port)(struct net_device *, int, struct sk_buff *);
	int (*ndo_get_vf_guid)(struct net_device *, int, struct ifla_vf_guid *,
		struct ifla_vf_guid *);
	int (*ndo_set_vf_guid)(struct net_device *, int, u64, int);
	int (*ndo_set_vf_rss_query_en)(struct net_device *, int, bool);
	int (*ndo_setup_tc)(struct net_device *, enum tc_setup_type, void *);
	int (*ndo_rx_flow_steer)(struct net_device *, const struct sk_buff *, u16, u32);
	int (*ndo_add_slave)(struct net_device *, struct net_device *, struct netlink_ext_ack *);
	int (*ndo_del_slave)(struct net_device *, struct net_device *);
	struct net_device *(*ndo_get_xmit_slave)(struct net_device *, struct sk_buff *, bool);
	struct net_device *(*ndo_sk_get_lower_dev)(struct net_device *, struct sock *);
	netdev_features_t (*ndo_fix_features)(struct net_device *, netdev_features_t);
	int (*ndo_set_features)(struct net_device *, netdev_features_t);
	int (*ndo_neigh_construct)(struct net_device *, struct neighbour *);
	void (*ndo_neigh_destroy)(struct net_device *, struct neighbour *);
	int (*ndo_fdb_add)(struct ndmsg *, struct nlattr **, struct net_device *,
		const unsigned char *, u16, u16, struct netlink_ext_ack *);
	int (*ndo_fdb_del)(struct ndmsg *, struct nlattr **, struct net_device *,
		const unsigned char *, u16, struct netlink_ext_ack *);
	@until(6.12) int (*ndo_fdb_del_bulk)(struct ndmsg *, struct nlattr **, struct net_device *,
		u16, struct netlink_ext_ack *);
	@since(6.12) int (*ndo_fdb_del_bulk)(struct nlmsghdr *, struct net_device *,
		struct netlink_ext_ack *);
	int (*ndo_fdb_dump)(struct sk_buff *, struct netlink_callback *, struct net_device *,
		struct net_device *, int *);
	int (*ndo_fdb_get)(struct sk_buff *, struct nlattr **, struct net_device *,
		const unsigned char *, u16, u32, u32, struct netlink_ext_ack *);
	@since(6.12) {
		int (*ndo_mdb_add)(struct net_device *, struct nlattr **, u16,
			struct netlink_ext_ack *);
		int (*ndo_mdb_del)(struct net_device *, struct nlattr **, struct netlink_ext_ack *);
		int (*ndo_mdb_del_bulk)(struct net_device *, struct nlattr **,
			struct netlink_ext_ack *);
		int (*ndo_mdb_dump)(struct net_device *, struct sk_buff *,
			struct netlink_callback *);
		int (*ndo_mdb_get)(struct net_device *, struct nlattr **, u32, u32,
			struct netlink_ext_ack *);
	}
	int (*ndo_bridge_setlink)(struct net_device *, struct nlmsghdr *, u16,
		struct netlink_ext_ack *);
	int (*ndo_bridge_getlink)(struct sk_buff *, u32, u32, struct net_device *, u32, int);
	int (*ndo_bridge_dellink)(struct net_device *, struct nlmsghdr *, u16);
	int (*ndo_change_carrier)(struct net_device *, bool);
	int (*ndo_get_phys_port_id)(struct net_device *, struct netdev_phys_item_id *);
	int (*ndo_get_port_parent_id)(struct net_device *, struct netdev_phys_item_id *);
	@until(6.12) int (*ndo_get_phys_port_name)(struct net_device *, char *, size_t);
	@since(6.12) int (*ndo_get_phys_port_name)(struct net_device *, char *, size_t);
	void *(*ndo_dfwd_add_station)(struct net_device *, struct net_device *);
	void (*ndo_dfwd_del_station)(struct net_device *, void *);
	int (*ndo_set_tx_maxrate)(struct net_device *, int, u32);
	int (*ndo_get_iflink)(const struct net_device *);
	int (*ndo_fill_metadata_dst)(struct net_device *, struct sk_buff *);
	void (*ndo_set_rx_headroom)(struct net_device *, int);
	int (*ndo_bpf)(struct net_device *, struct netdev_bpf *);
	int (*ndo_xdp_xmit)(struct net_device *, int, struct xdp_frame **, u32);
	struct net_device *(*ndo_xdp_get_xmit_slave)(struct net_device *, struct xdp_buff *);
	int (*ndo_xsk_wakeup)(struct net_device *, u32, u32);
	@until(6.12) {
		struct devlink_port *(*ndo_get_devlink_port)(struct net_device *);
		int (*ndo_tunnel_ctl)(struct net_device *, struct ip_tunnel_parm *, int);
	}
	@since(6.12) int (*ndo_tunnel_ctl)(struct net_device *, struct ip_tunnel_parm_kern *, int);
	struct net_device *(*ndo_get_peer_dev)(struct net_device *);
	int (*ndo_fill_forward_path)(struct net_device_path_ctx *, struct net_device_path *);
	ktime_t (*ndo_get_tstamp)(struct net_device *, const struct skb_shared_hwtstamps *, bool);
	@since(6.12) {
		int (*ndo_hwtstamp_get)(struct net_device *, struct kernel_hwtstamp_config *);
		int (*ndo_hwtstamp_set)(struct net_device *, struct kernel_hwtstamp_config *,
			struct netlink_ext_ack *);
	}
};

enum ethtool_phys_id_state {
	ETHTOOL_ID_INACTIVE, ETHTOOL_ID_ACTIVE, ETHTOOL_ID_ON, ETHTOOL_ID_OFF
};

struct ethtool_ops {
	@since(6.12) u32 supported_input_xfrm : 8;
	u32 cap_link_lanes_supported : 1;
	@since(6.12) {
		u32 cap_rss_ctx_supported : 1, rxfh_per_ctx_fields : 1, rxfh_per_ctx_key : 1;
		u32 cap_rss_rxnfc_adds : 1, rxfh_indir_space;
		u16 rxfh_key_space, rxfh_priv_size;
		u32 rxfh_max_num_contexts;
	}
	u32 supported_coalesce_params, supported_ring_params;
	void (*get_drvinfo)(struct net_device *, struct ethtool_drvinfo *);
	int (*get_regs_len)(struct net_device *);
	void (*get_regs)(struct net_device *, struct ethtool_regs *, void *);
	void (*get_wol)(struct net_device *, struct ethtool_wolinfo *);
	int (*set_wol)(struct net_device *, struct ethtool_wolinfo *);
	u32 (*get_msglevel)(struct net_device *);
	void (*set_msglevel)(struct net_device *, u32);
	int (*nway_reset)(struct net_device *);
	u32 (*get_link)(struct net_device *);
	int (*get_link_ext_state)(struct net_device *, struct ethtool_link_ext_state_info *);
	@since(6.12) void (*get_link_ext_stats)(struct net_device *,
		struct ethtool_link_ext_stats *);
	int (*get_eeprom_len)(struct net_device *);
	int (*get_eeprom)(struct net_device *, struct ethtool_eeprom *, u8 *);
	int (*set_eeprom)(struct net_device *, struct ethtool_eeprom *, u8 *);
	int (*get_coalesce)(struct net_device *, struct ethtool_coalesce *,
		struct kernel_ethtool_coalesce *, struct netlink_ext_ack *);
	int (*set_coalesce)(struct net_device *, struct ethtool_coalesce *,
		struct kernel_ethtool_coalesce *, struct netlink_ext_ack *);
	void (*get_ringparam)(struct net_device *, struct ethtool_ringparam *,
		struct kernel_ethtool_ringparam *, struct netlink_ext_ack *);
	int (*set_ringparam)(struct net_device *, struct ethtool_ringparam *,
		struct kernel_ethtool_ringparam *, struct netlink_ext_ack *);
	void (*get_pause_stats)(struct net_device *, struct ethtool_pause_stats *);
	void (*get_pauseparam)(struct net_device *, struct ethtool_pauseparam *);
	int (*set_pauseparam)(struct net_device *, struct ethtool_pauseparam *);
	void (*self_test)(struct net_device *, struct ethtool_test *, u64 *);
	void (*get_strings)(struct net_device *, u32, u8 *);
	int (*set_phys_id)(struct net_device *, enum ethtool_phys_id_state);
	void (*get_ethtool_stats)(struct net_device *, struct ethtool_stats *, u64 *);
	int (*begin)(struct net_device *);
	void (*complete)(struct net_device *);
	u32 (*get_priv_flags)(struct net_device *);
	int (*set_priv_flags)(struct net_device *, u32);
	int (*get_sset_count)(struct net_device *, int);
	int (*get_rxnfc)(struct net_device *, struct ethtool_rxnfc *, u32 *);
	int (*set_rxnfc)(struct net_device *, struct ethtool_rxnfc *);
	int (*flash_device)(struct net_device *, struct ethtool_flash *);
	int (*reset)(struct net_device *, u32 *);
	u32 (*get_rxfh_key_size)(struct net_device *);
	u32 (*get_rxfh_indir_size)(struct net_device *);
	@until(6.12) {
		int (*get_rxfh)(struct net_device *, u32 *, u8 *, u8 *);
		int (*set_rxfh)(struct net_device *, const u32 *, const u8 *, const u8);
		int (*get_rxfh_context)(struct net_device *, u32 *, u8 *, u8 *, u32);
		int (*set_rxfh_context)(struct net_device *, const u32 *, const u8 *, const u8,
			u32 *, bool);
	}
	@since(6.12) {
		int (*get_rxfh)(struct net_device *, struct ethtool_rxfh_param *);
		int (*set_rxfh)(struct net_device *, struct ethtool_rxfh_param *,
			struct netlink_ext_ack *);
		int (*get_rxfh_fields)(struct net_device *, struct ethtool_rxfh_fields *);
		int (*set_rxfh_fields)(struct net_device *, const struct ethtool_rxfh_fields *,
			struct netlink_ext_ack *);
		int (*create_rxfh_context)(struct net_device *, struct ethtool_rxfh_context *,
			const struct ethtool_rxfh_param *, struct netlink_ext_ack *);
		int (*modify_rxfh_context)(struct net_device *, struct ethtool_rxfh_context *,
			const struct ethtool_rxfh_param *, struct netlink_ext_ack *);
		int (*remove_rxfh_context)(struct net_device *, struct ethtool_rxfh_context *, u32,
			struct netlink_ext_ack *);
	}
	void (*get_channels)(struct net_device *, struct ethtool_channels *);
	int (*set_channels)(struct net_device *, struct ethtool_channels *);
	int (*get_dump_flag)(struct net_device *, struct ethtool_dump *);
	int (*get_dump_data)(struct net_device *, struct ethtool_dump *, void *);
	int (*set_dump)(struct net_device *, struct ethtool_dump *);
	@until(6.12) int (*get_ts_info)(struct net_device *, struct ethtool_ts_info *);
	@since(6.12) {
		int (*get_ts_info)(struct net_device *, struct kernel_ethtool_ts_info *);
		void (*get_ts_stats)(struct net_device *, struct ethtool_ts_stats *);
	}
	int (*get_module_info)(struct net_device *, struct ethtool_modinfo *);
	int (*get_module_eeprom)(struct net_device *, struct ethtool_eeprom *, u8 *);
	@until(6.12) {
		int (*get_eee)(struct net_device *, struct ethtool_eee *);
		int (*set_eee)(struct net_device *, struct ethtool_eee *);
	}
	@since(6.12) {
		int (*get_eee)(struct net_device *, struct ethtool_keee *);
		int (*set_eee)(struct net_device *, struct ethtool_keee *);
	}
	int (*get_tunable)(struct net_device *, const struct ethtool_tunable *, void *);
	int (*set_tunable)(struct net_device *, const struct ethtool_tunable *, const void *);
	int (*get_per_queue_coalesce)(struct net_device *, u32, struct ethtool_coalesce *);
	int (*set_per_queue_coalesce)(struct net_device *, u32, struct ethtool_coalesce *);
	int (*get_link_ksettings)(struct net_device *, struct ethtool_link_ksettings *);
	int (*set_link_ksettings)(struct net_device *, const struct ethtool_link_ksettings *);
	void (*get_fec_stats)(struct net_device *, struct ethtool_fec_stats *);
	int (*get_fecparam)(struct net_device *, struct ethtool_fecparam *);
	int (*set_fecparam)(struct net_device *, struct ethtool_fecparam *);
	void (*get_ethtool_phy_stats)(struct net_device *, struct ethtool_stats *, u64 *);
	int (*get_phy_tunable)(struct net_device *, const struct ethtool_tunable *, void *);
	int (*set_phy_tunable)(struct net_device *, const struct ethtool_tunable *, const void *);
	int (*get_module_eeprom_by_page)(struct net_device *, const struct ethtool_module_eeprom *,
		struct netlink_ext_ack *);
	@since(6.12) int (*set_module_eeprom_by_page)(struct net_device *,
		const struct ethtool_module_eeprom *, struct netlink_ext_ack *);
	void (*get_eth_phy_stats)(struct net_device *, struct ethtool_eth_phy_stats *);
	void (*get_eth_mac_stats)(struct net_device *, struct ethtool_eth_mac_stats *);
	void (*get_eth_ctrl_stats)(struct net_device *, struct ethtool_eth_ctrl_stats *);
	void (*get_rmon_stats)(struct net_device *, struct ethtool_rmon_stats *,
		const struct ethtool_rmon_hist_range **);
	int (*get_module_power_mode)(struct net_device *, struct ethtool_module_power_mode_params *,
		struct netlink_ext_ack *);
	int (*set_module_power_mode)(struct net_device *,
		const struct ethtool_module_power_mode_params *, struct netlink_ext_ack *);
	@since(6.12) {
		int (*get_mm)(struct net_device *, struct ethtool_mm_state *);
		int (*set_mm)(struct net_device *, struct ethtool_mm_cfg *,
			struct netlink_ext_ack *);
		void (*get_mm_stats)(struct net_device *, struct ethtool_mm_stats *);
	}
};

struct header_ops {
	int (*create)(struct sk_buff *, struct net_device *, unsigned short, const void *,
		const void *, unsigned int);
	@until(6.12) int (*parse)(const struct sk_buff *, unsigned char *);
	@since(6.12) int (*parse)(const struct sk_buff *, const struct net_device *,
		unsigned char *);
	int (*cache)(const struct neighbour *, struct hh_cache *, __be16);
	void (*cache_update)(struct hh_cache *, const struct net_device *, const unsigned char *);
	@until(6.12) bool (*validate)(const char *, unsigned int);
	@since(6.12) bool (*validate)(const char *, unsigned int);
	__be16 (*parse_protocol)(const struct sk_buff *);
};

struct nf_hook_state {
	u8 hook, pf;
	struct net_device *in;
	struct net_device *out;
	struct sock *sk;
	struct net *net;
	int (*okfn)(struct net *, struct sock *, struct sk_buff *);
};

typedef unsigned int nf_hookfn(void *, struct sk_buff *, const struct nf_hook_state *);

struct nf_hook_entry {
	nf_hookfn *hook;
	void *priv;
};

struct nf_hook_entries {
	u16 num_hook_entries;
	struct nf_hook_entry hooks[0];
};

struct mini_Qdisc {
	struct tcf_proto *filter_list;
	struct tcf_block *block;
	struct gnet_stats_basic_sync *cpu_bstats;
	struct gnet_stats_queue *cpu_qstats;
	unsigned long rcu_state;
};
