/* What only functions and tracepoints of 6.12 use, as 6.12.117 has it. */

@since(6.12)
{
struct trace_event_raw_alloc_vmap_area {
	struct trace_entry ent;
	unsigned long addr, size, align, vstart, vend;
	int failed;
	char __data[0];
};

struct trace_event_raw_bpf_trigger_tp {
	struct trace_entry ent;
	int nonce;
	char __data[0];
};

struct trace_event_raw_bpf_xdp_link_attach_failed {
	struct trace_entry ent;
	u32 __data_loc_msg;
	char __data[0];
};

struct trace_event_raw_br_mdb_full {
	struct trace_entry ent;
	u32 __data_loc_dev;
	int af;
	u16 vid;
	__u8 src[16], grp[16], grpmac[6];
	char __data[0];
};

struct trace_event_raw_cache_tag_flush {
	struct trace_entry ent;
	u32 __data_loc_iommu, __data_loc_dev;
	u16 type, domain_id;
	u32 pasid;
	unsigned long start, end, addr, pages, mask;
	char __data[0];
};

struct trace_event_raw_cache_tag_log {
	struct trace_entry ent;
	u32 __data_loc_iommu, __data_loc_dev;
	u16 type, domain_id;
	u32 pasid, users;
	char __data[0];
};

struct trace_event_raw_cgroup_rstat {
	struct trace_entry ent;
	int root, level;
	u64 id;
	int cpu;
	bool contended;
	char __data[0];
};

struct trace_event_raw_csd_function {
	struct trace_entry ent;
	void *func;
	void *csd;
	char __data[0];
};

struct trace_event_raw_csd_queue_cpu {
	struct trace_entry ent;
	unsigned int cpu;
	void *callsite;
	void *func;
	void *csd;
	char __data[0];
};

struct trace_event_raw_cxl_aer_correctable_error {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	u64 serial;
	u32 status;
	char __data[0];
};

struct trace_event_raw_cxl_aer_uncorrectable_error {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	u64 serial;
	u32 status, first_error, header_log[128];
	char __data[0];
};

struct trace_event_raw_cxl_dram {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	int log;
	uuid_t hdr_uuid;
	u64 serial;
	u32 hdr_flags;
	u16 hdr_handle, hdr_related_handle;
	u64 hdr_timestamp;
	u8 hdr_length, hdr_maint_op_class;
	u64 dpa;
	u8 descriptor, type, transaction_type, channel;
	u16 validity_flags, column;
	u32 nibble_mask, row;
	u8 cor_mask[32];
	u64 hpa;
	uuid_t region_uuid;
	u8 rank, bank_group, bank, dpa_flags;
	u32 __data_loc_region_name;
	char __data[0];
};

struct trace_event_raw_cxl_general_media {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	int log;
	uuid_t hdr_uuid;
	u64 serial;
	u32 hdr_flags;
	u16 hdr_handle, hdr_related_handle;
	u64 hdr_timestamp;
	u8 hdr_length, hdr_maint_op_class;
	u64 dpa;
	u8 descriptor, type, transaction_type, channel;
	u32 device;
	u8 comp_id[16];
	u64 hpa;
	uuid_t region_uuid;
	u16 validity_flags;
	u8 rank, dpa_flags;
	u32 __data_loc_region_name;
	char __data[0];
};

struct trace_event_raw_cxl_generic_event {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	int log;
	uuid_t hdr_uuid;
	u64 serial;
	u32 hdr_flags;
	u16 hdr_handle, hdr_related_handle;
	u64 hdr_timestamp;
	u8 hdr_length, hdr_maint_op_class, data[80];
	char __data[0];
};

struct trace_event_raw_cxl_memory_module {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	int log;
	uuid_t hdr_uuid;
	u64 serial;
	u32 hdr_flags;
	u16 hdr_handle, hdr_related_handle;
	u64 hdr_timestamp;
	u8 hdr_length, hdr_maint_op_class, event_type, health_status, media_status;
	u8 life_used;
	u32 dirty_shutdown_cnt, cor_vol_err_cnt, cor_per_err_cnt;
	s16 device_temp;
	u8 add_status;
	char __data[0];
};

struct trace_event_raw_cxl_overflow {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	int log;
	u64 serial, first_ts, last_ts;
	u16 count;
	char __data[0];
};

struct trace_event_raw_cxl_poison {
	struct trace_entry ent;
	u32 __data_loc_memdev, __data_loc_host;
	u64 serial;
	u8 trace_type;
	u32 __data_loc_region;
	u64 overflow_ts, hpa, dpa;
	u32 dpa_length;
	char uuid[16];
	u8 source, flags;
	char __data[0];
};

struct trace_event_raw_damon_aggregated {
	struct trace_entry ent;
	unsigned long target_id;
	unsigned int nr_regions;
	unsigned long start, end;
	unsigned int nr_accesses, age;
	char __data[0];
};

struct trace_event_raw_damos_before_apply {
	struct trace_entry ent;
	unsigned int context_idx, scheme_idx;
	unsigned long target_idx, start, end;
	unsigned int nr_accesses, age, nr_regions;
	char __data[0];
};

struct trace_event_raw_dma_alloc_class {
	struct trace_entry ent;
	u32 __data_loc_device;
	void *virt_addr;
	u64 dma_addr;
	size_t size;
	gfp_t flags;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_alloc_sgt {
	struct trace_entry ent;
	u32 __data_loc_device, __data_loc_phys_addrs;
	u64 dma_addr;
	size_t size;
	enum dma_data_direction dir;
	gfp_t flags;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_free_class {
	struct trace_entry ent;
	u32 __data_loc_device;
	void *virt_addr;
	u64 dma_addr;
	size_t size;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_free_sgt {
	struct trace_entry ent;
	u32 __data_loc_device, __data_loc_phys_addrs;
	u64 dma_addr;
	size_t size;
	enum dma_data_direction dir;
	char __data[0];
};

struct trace_event_raw_dma_map {
	struct trace_entry ent;
	u32 __data_loc_device;
	u64 phys_addr, dma_addr;
	size_t size;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_map_sg {
	struct trace_entry ent;
	u32 __data_loc_device;
	int full_nents, full_ents;
	bool truncated;
	u32 __data_loc_phys_addrs, __data_loc_dma_addrs, __data_loc_lengths;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_map_sg_err {
	struct trace_entry ent;
	u32 __data_loc_device, __data_loc_phys_addrs;
	int err;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_sync_sg {
	struct trace_entry ent;
	u32 __data_loc_device, __data_loc_dma_addrs, __data_loc_lengths;
	enum dma_data_direction dir;
	char __data[0];
};

struct trace_event_raw_dma_sync_single {
	struct trace_entry ent;
	u32 __data_loc_device;
	u64 dma_addr;
	size_t size;
	enum dma_data_direction dir;
	char __data[0];
};

struct trace_event_raw_dma_unmap {
	struct trace_entry ent;
	u32 __data_loc_device;
	u64 addr;
	size_t size;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dma_unmap_sg {
	struct trace_entry ent;
	u32 __data_loc_device, __data_loc_addrs;
	enum dma_data_direction dir;
	unsigned long attrs;
	char __data[0];
};

struct trace_event_raw_dql_stall_detected {
	struct trace_entry ent;
	unsigned short thrs;
	unsigned int len;
	unsigned long last_reap, hist_head, now, hist[4];
	char __data[0];
};

struct trace_event_raw_ext4__folio_op {
	struct trace_entry ent;
	dev_t dev;
	ino_t ino;
	unsigned long index;
	char __data[0];
};

struct trace_event_raw_ext4_es_insert_delayed_extent {
	struct trace_entry ent;
	dev_t dev;
	ino_t ino;
	ext4_lblk_t lblk, len;
	ext4_fsblk_t pblk;
	char status;
	bool lclu_allocated, end_allocated;
	char __data[0];
};

struct trace_event_raw_ext4_journal_start_inode {
	struct trace_entry ent;
	unsigned long ino;
	dev_t dev;
	unsigned long ip;
	int blocks, rsv_blocks, revoke_creds, type;
	char __data[0];
};

struct trace_event_raw_ext4_journal_start_sb {
	struct trace_entry ent;
	dev_t dev;
	unsigned long ip;
	int blocks, rsv_blocks, revoke_creds, type;
	char __data[0];
};

struct trace_event_raw_free_vmap_area_noflush {
	struct trace_entry ent;
	unsigned long va_start, nr_lazy, nr_lazy_max;
	char __data[0];
};

typedef u64 uint64_t;
struct trace_event_raw_fuse_request_end {
	struct trace_entry ent;
	dev_t connection;
	uint64_t unique;
	uint32_t len;
	int32_t error;
	char __data[0];
};

enum fuse_opcode {
	FUSE_LOOKUP = 1, FUSE_FORGET, FUSE_GETATTR, FUSE_SETATTR, FUSE_READLINK, FUSE_SYMLINK,
	FUSE_MKNOD = 8, FUSE_MKDIR, FUSE_UNLINK, FUSE_RMDIR, FUSE_RENAME, FUSE_LINK, FUSE_OPEN,
	FUSE_READ, FUSE_WRITE, FUSE_STATFS, FUSE_RELEASE, FUSE_FSYNC = 20, FUSE_SETXATTR,
	FUSE_GETXATTR, FUSE_LISTXATTR, FUSE_REMOVEXATTR, FUSE_FLUSH, FUSE_INIT, FUSE_OPENDIR,
	FUSE_READDIR, FUSE_RELEASEDIR, FUSE_FSYNCDIR, FUSE_GETLK, FUSE_SETLK, FUSE_SETLKW,
	FUSE_ACCESS, FUSE_CREATE, FUSE_INTERRUPT, FUSE_BMAP, FUSE_DESTROY, FUSE_IOCTL, FUSE_POLL,
	FUSE_NOTIFY_REPLY, FUSE_BATCH_FORGET, FUSE_FALLOCATE, FUSE_READDIRPLUS, FUSE_RENAME2,
	FUSE_LSEEK, FUSE_COPY_FILE_RANGE, FUSE_SETUPMAPPING, FUSE_REMOVEMAPPING, FUSE_SYNCFS,
	FUSE_TMPFILE, FUSE_STATX, CUSE_INIT = 4096, CUSE_INIT_BSWAP_RESERVED = 1048576,
	FUSE_INIT_BSWAP_RESERVED = 436207616
};

struct trace_event_raw_fuse_request_send {
	struct trace_entry ent;
	dev_t connection;
	uint64_t unique;
	enum fuse_opcode opcode;
	uint32_t len;
	char __data[0];
};

struct trace_event_raw_handshake_alert_class {
	struct trace_entry ent;
	__u8 saddr[28], daddr[28];
	unsigned int netns_ino;
	unsigned long level, description;
	char __data[0];
};

struct trace_event_raw_handshake_complete {
	struct trace_entry ent;
	const void *req;
	const void *sk;
	int status;
	unsigned int netns_ino;
	char __data[0];
};

struct trace_event_raw_handshake_error_class {
	struct trace_entry ent;
	const void *req;
	const void *sk;
	int err;
	unsigned int netns_ino;
	char __data[0];
};

struct trace_event_raw_handshake_event_class {
	struct trace_entry ent;
	const void *req;
	const void *sk;
	unsigned int netns_ino;
	char __data[0];
};
}
