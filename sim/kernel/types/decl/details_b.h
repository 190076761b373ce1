/* Further kernel objects: all members, all offsets. */

struct io_cq {
	struct request_queue *q;
	struct io_context *ioc;
	union {
		struct list_head q_node;
		struct kmem_cache *__rcu_icq_cache;
	};
	union {
		struct hlist_node ioc_node;
		struct callback_head __rcu_head;
	};
	unsigned int flags;
};

struct ext4_extent {
	__le32 ee_block;
	__le16 ee_len, ee_start_hi;
	__le32 ee_start_lo;
};
