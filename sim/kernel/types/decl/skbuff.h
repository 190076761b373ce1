/* Packets: all members, all offsets. */

typedef __u32 __wsum;
typedef unsigned int sk_buff_data_t;

struct sk_buff {
	union {
		struct {
			struct sk_buff *next;
			struct sk_buff *prev;
			union {
				struct net_device *dev;
				unsigned long dev_scratch;
			};
		};
		struct rb_node rbnode;
		struct list_head list;
		struct llist_node ll_node;
	};
	struct sock *sk;
	union {
		ktime_t tstamp;
		u64 skb_mstamp_ns;
	};
	@until(6.12) char cb[48];
	@since(6.12) char cb[48];
	union {
		struct {
			unsigned long _skb_refdst;
			void (*destructor)(struct sk_buff *);
		};
		struct list_head tcp_tsorted_anchor;
		unsigned long _sk_redir;
	};
	unsigned long _nfct;
	unsigned int len, data_len;
	__u16 mac_len, hdr_len, queue_mapping;
	__u8 __cloned_offset[0], cloned : 1, nohdr : 1, fclone : 2, peeked : 1, head_frag : 1;
	__u8 pfmemalloc : 1, pp_recycle : 1, active_extensions;
	union {
		struct {
			__u8 __pkt_type_offset[0], pkt_type : 3, ignore_df : 1;
			@until(6.12) __u8 nf_trace : 1;
			@since(6.12) __u8 dst_pending_confirm : 1;
			__u8 ip_summed : 2, ooo_okay : 1;
			@since(6.12) {
				__u8 __mono_tc_offset[0], tstamp_type : 2, tc_at_ingress : 1;
				__u8 tc_skip_classify : 1, remcsum_offload : 1;
				__u8 csum_complete_sw : 1, csum_level : 2;
				__u8 inner_protocol_type : 1;
			}
			__u8 l4_hash : 1, sw_hash : 1;
			@until(6.12) {
				__u8 wifi_acked_valid : 1, wifi_acked : 1;
			}
			__u8 no_fcs : 1, encapsulation : 1, encap_hdr_csum : 1, csum_valid : 1;
			@until(6.12) {
				__u8 __pkt_vlan_present_offset[0], vlan_present : 1;
				__u8 csum_complete_sw : 1, csum_level : 2;
				__u8 dst_pending_confirm : 1, mono_delivery_time : 1;
				__u8 tc_skip_classify : 1, tc_at_ingress : 1;
			}
			__u8 ndisc_nodetype : 2, ipvs_property : 1;
			@until(6.12) {
				__u8 inner_protocol_type : 1, remcsum_offload : 1;
			}
			@since(6.12) __u8 nf_trace : 1;
			__u8 redirected : 1, from_ingress : 1, nf_skip_egress : 1;
			__u8 decrypted : 1, slow_gro : 1, csum_not_inet : 1;
			@until(6.12) __u8 scm_io_uring : 1;
			@since(6.12) {
				__u8 unreadable : 1, tc_depth : 2;
			}
			__u16 tc_index;
			@since(6.12) u16 alloc_cpu;
			union {
				__wsum csum;
				struct {
					__u16 csum_start, csum_offset;
				};
			};
			__u32 priority;
			int skb_iif;
			__u32 hash;
			@until(6.12) {
				__be16 vlan_proto;
				__u16 vlan_tci;
			}
			@since(6.12) union {
				u32 vlan_all;
				struct {
					__be16 vlan_proto;
					__u16 vlan_tci;
				};
			};
			union {
				unsigned int napi_id, sender_cpu;
			};
			@until(6.12) u16 alloc_cpu;
			__u32 secmark;
			union {
				__u32 mark, reserved_tailroom;
			};
			union {
				__be16 inner_protocol;
				__u8 inner_ipproto;
			};
			__u16 inner_transport_header, inner_network_header;
			__u16 inner_mac_header;
			__be16 protocol;
			__u16 transport_header, network_header, mac_header;
		};
		struct {
			__u8 __pkt_type_offset[0], pkt_type : 3, ignore_df : 1;
			@until(6.12) __u8 nf_trace : 1;
			@since(6.12) __u8 dst_pending_confirm : 1;
			__u8 ip_summed : 2, ooo_okay : 1;
			@since(6.12) {
				__u8 __mono_tc_offset[0], tstamp_type : 2, tc_at_ingress : 1;
				__u8 tc_skip_classify : 1, remcsum_offload : 1;
				__u8 csum_complete_sw : 1, csum_level : 2;
				__u8 inner_protocol_type : 1;
			}
			__u8 l4_hash : 1, sw_hash : 1;
			@until(6.12) {
				__u8 wifi_acked_valid : 1, wifi_acked : 1;
			}
			__u8 no_fcs : 1, encapsulation : 1, encap_hdr_csum : 1, csum_valid : 1;
			@until(6.12) {
				__u8 __pkt_vlan_present_offset[0], vlan_present : 1;
				__u8 csum_complete_sw : 1, csum_level : 2;
				__u8 dst_pending_confirm : 1, mono_delivery_time : 1;
				__u8 tc_skip_classify : 1, tc_at_ingress : 1;
			}
			__u8 ndisc_nodetype : 2, ipvs_property : 1;
			@until(6.12) {
				__u8 inner_protocol_type : 1, remcsum_offload : 1;
			}
			@since(6.12) __u8 nf_trace : 1;
			__u8 redirected : 1, from_ingress : 1, nf_skip_egress : 1;
			__u8 decrypted : 1, slow_gro : 1, csum_not_inet : 1;
			@until(6.12) __u8 scm_io_uring : 1;
			@since(6.12) {
				__u8 unreadable : 1, tc_depth : 2;
			}
			__u16 tc_index;
			@since(6.12) u16 alloc_cpu;
			union {
				__wsum csum;
				struct {
					__u16 csum_start, csum_offset;
				};
			};
			__u32 priority;
			int skb_iif;
			__u32 hash;
			@until(6.12) {
				__be16 vlan_proto;
				__u16 vlan_tci;
			}
			@since(6.12) union {
				u32 vlan_all;
				struct {
					__be16 vlan_proto;
					__u16 vlan_tci;
				};
			};
			union {
				unsigned int napi_id, sender_cpu;
			};
			@until(6.12) u16 alloc_cpu;
			__u32 secmark;
			union {
				__u32 mark, reserved_tailroom;
			};
			union {
				__be16 inner_protocol;
				__u8 inner_ipproto;
			};
			__u16 inner_transport_header, inner_network_header;
			__u16 inner_mac_header;
			__be16 protocol;
			__u16 transport_header, network_header, mac_header;
		} headers;
	};
	sk_buff_data_t tail, end;
	unsigned char *head;
	unsigned char *data;
	unsigned int truesize;
	refcount_t users;
	struct skb_ext *extensions;
};

struct skb_shared_hwtstamps {
	union {
		ktime_t hwtstamp;
		void *netdev_data;
	};
};

@since(6.12) typedef unsigned long netmem_ref;
@since(6.12)
struct skb_frag {
	netmem_ref netmem;
	unsigned int len, offset;
};

@until(6.12)
typedef struct bio_vec skb_frag_t;
@since(6.12) typedef struct skb_frag skb_frag_t;

@since(6.12)
struct xsk_tx_metadata_compl {
	__u64 *tx_timestamp;
};

struct skb_shared_info {
	__u8 flags, meta_len, nr_frags, tx_flags;
	unsigned short gso_size, gso_segs;
	struct sk_buff *frag_list;
	@until(6.12) struct skb_shared_hwtstamps hwtstamps;
	@since(6.12) union {
		struct skb_shared_hwtstamps hwtstamps;
		struct xsk_tx_metadata_compl xsk_meta;
	};
	unsigned int gso_type;
	u32 tskey;
	atomic_t dataref;
	unsigned int xdp_frags_size;
	void *destructor_arg;
	skb_frag_t frags[17];
};
