/* Further types that only functions and tracepoints of 6.12 use, as 6.12.117 has it. */

@since(6.12)
{
struct trace_event_raw_handshake_fd_class {
	struct trace_entry ent;
	const void *req;
	const void *sk;
	int fd;
	unsigned int netns_ino;
	char __data[0];
};

struct trace_event_raw_io_uring_submit_req {
	struct trace_entry ent;
	void *ctx;
	void *req;
	unsigned long long user_data;
	u8 opcode;
	unsigned long long flags;
	bool sq_thread;
	u32 __data_loc_op_str;
	char __data[0];
};

struct trace_event_raw_iomap_dio_complete {
	struct trace_entry ent;
	dev_t dev;
	ino_t ino;
	loff_t isize, pos;
	int ki_flags;
	bool aio;
	int error;
	ssize_t ret;
	char __data[0];
};

struct trace_event_raw_iomap_dio_rw_begin {
	struct trace_entry ent;
	dev_t dev;
	ino_t ino;
	loff_t isize, pos;
	size_t count, done_before;
	int ki_flags;
	unsigned int dio_flags;
	bool aio;
	char __data[0];
};

struct trace_event_raw_iomap_writepage_map {
	struct trace_entry ent;
	dev_t dev;
	u64 ino, pos, dirty_len, addr;
	loff_t offset;
	u64 length;
	u16 type, flags;
	dev_t bdev;
	char __data[0];
};

struct trace_event_raw_ipi_handler {
	struct trace_entry ent;
	const char *reason;
	char __data[0];
};

struct trace_event_raw_ipi_raise {
	struct trace_entry ent;
	u32 __data_loc_target_cpus;
	const char *reason;
	char __data[0];
};

struct trace_event_raw_ipi_send_cpu {
	struct trace_entry ent;
	unsigned int cpu;
	void *callsite;
	void *callback;
	char __data[0];
};

struct trace_event_raw_ipi_send_cpumask {
	struct trace_entry ent;
	u32 __data_loc_cpumask;
	void *callsite;
	void *callback;
	char __data[0];
};

struct trace_event_raw_ksm_advisor {
	struct trace_entry ent;
	s64 scan_time;
	unsigned long pages_to_scan;
	unsigned int cpu_percent;
	char __data[0];
};

struct trace_event_raw_ksm_enter_exit_template {
	struct trace_entry ent;
	void *mm;
	char __data[0];
};

struct trace_event_raw_ksm_merge_one_page {
	struct trace_entry ent;
	unsigned long pfn;
	void *rmap_item;
	void *mm;
	int err;
	char __data[0];
};

struct trace_event_raw_ksm_merge_with_ksm_page {
	struct trace_entry ent;
	void *ksm_page;
	unsigned long pfn;
	void *rmap_item;
	void *mm;
	int err;
	char __data[0];
};

struct trace_event_raw_ksm_remove_ksm_page {
	struct trace_entry ent;
	unsigned long pfn;
	char __data[0];
};

struct trace_event_raw_ksm_remove_rmap_item {
	struct trace_entry ent;
	unsigned long pfn;
	void *rmap_item;
	void *mm;
	char __data[0];
};

struct trace_event_raw_ksm_scan_template {
	struct trace_entry ent;
	int seq;
	u32 rmap_entries;
	char __data[0];
};

struct trace_event_raw_mce_record {
	struct trace_entry ent;
	u64 mcgcap, mcgstatus, status, addr, misc, synd, ipid, ip, tsc, ppin, walltime;
	u32 cpu, cpuid, apicid, socketid;
	u8 cs, bank, cpuvendor;
	u32 microcode;
	char __data[0];
};

struct trace_event_raw_memory_failure_event {
	struct trace_entry ent;
	unsigned long pfn;
	int type, result;
	char __data[0];
};

struct trace_event_raw_mm_alloc_contig_migrate_range_info {
	struct trace_entry ent;
	unsigned long start, end, nr_migrated, nr_reclaimed, nr_mapped;
	int migratetype;
	char __data[0];
};

struct trace_event_raw_mm_filemap_fault {
	struct trace_entry ent;
	unsigned long i_ino;
	dev_t s_dev;
	unsigned long index;
	char __data[0];
};

struct trace_event_raw_mm_filemap_op_page_cache_range {
	struct trace_entry ent;
	unsigned long i_ino;
	dev_t s_dev;
	unsigned long index, last_index;
	char __data[0];
};

struct trace_event_raw_mm_khugepaged_collapse_file {
	struct trace_entry ent;
	struct mm_struct *mm;
	unsigned long hpfn, index, addr;
	bool is_shmem;
	u32 __data_loc_filename;
	int nr, result;
	char __data[0];
};

struct trace_event_raw_mon_llc_occupancy_limbo {
	struct trace_entry ent;
	u32 ctrl_hw_id, mon_hw_id;
	int domain_id;
	u64 llc_occupancy_bytes;
	char __data[0];
};

struct trace_event_raw_notifier_info {
	struct trace_entry ent;
	void *cb;
	char __data[0];
};

struct trace_event_raw_purge_vmap_area_lazy {
	struct trace_entry ent;
	unsigned long start, end;
	unsigned int npurged;
	char __data[0];
};

struct trace_event_raw_rpm_status {
	struct trace_entry ent;
	u32 __data_loc_name;
	int status;
	char __data[0];
};

struct trace_event_raw_sched_prepare_exec {
	struct trace_entry ent;
	u32 __data_loc_interp, __data_loc_filename;
	pid_t pid;
	u32 __data_loc_comm;
	char __data[0];
};

enum numa_vmaskip_reason {
	NUMAB_SKIP_UNSUITABLE, NUMAB_SKIP_SHARED_RO, NUMAB_SKIP_INACCESSIBLE,
	NUMAB_SKIP_SCAN_DELAY, NUMAB_SKIP_PID_INACTIVE, NUMAB_SKIP_IGNORE_PID,
	NUMAB_SKIP_SEQ_COMPLETED
};

struct trace_event_raw_sched_skip_vma_numa {
	struct trace_entry ent;
	unsigned long numa_scan_offset, vm_start, vm_end;
	enum numa_vmaskip_reason reason;
	char __data[0];
};

struct trace_event_raw_sk_data_ready {
	struct trace_entry ent;
	const void *skaddr;
	__u16 family, protocol;
	unsigned long ip;
	char __data[0];
};

struct trace_event_raw_sock_msg_length {
	struct trace_entry ent;
	void *sk;
	__u16 family, protocol;
	int ret, flags;
	char __data[0];
};

struct trace_event_raw_tcp_ao_event {
	struct trace_entry ent;
	__u64 net_cookie;
	const void *skbaddr;
	const void *skaddr;
	int state;
	__u8 saddr[28], daddr[28];
	int l3index;
	__u16 sport, dport, family;
	bool fin, syn, rst, psh, ack;
	__u8 keyid, rnext, maclen;
	char __data[0];
};

struct trace_event_raw_tcp_ao_event_sk {
	struct trace_entry ent;
	__u64 net_cookie;
	const void *skaddr;
	int state;
	__u8 saddr[28], daddr[28];
	__u16 sport, dport, family;
	__u8 keyid, rnext;
	char __data[0];
};

struct trace_event_raw_tcp_ao_event_sne {
	struct trace_entry ent;
	__u64 net_cookie;
	const void *skaddr;
	int state;
	__u8 saddr[28], daddr[28];
	__u16 sport, dport, family;
	__u32 new_sne;
	char __data[0];
};

struct trace_event_raw_tcp_hash_event {
	struct trace_entry ent;
	__u64 net_cookie;
	const void *skbaddr;
	const void *skaddr;
	int state;
	__u8 saddr[28], daddr[28];
	int l3index;
	__u16 sport, dport, family;
	bool fin, syn, rst, psh, ack;
	char __data[0];
};

struct trace_event_raw_tcp_send_reset {
	struct trace_entry ent;
	const void *skbaddr;
	const void *skaddr;
	int state;
	enum sk_rst_reason reason;
	__u8 saddr[28], daddr[28];
	char __data[0];
};

struct trace_event_raw_thermal_power_actor {
	struct trace_entry ent;
	int tz_id, actor_id;
	u32 req_power, granted_power;
	char __data[0];
};

struct trace_event_raw_timer_base_idle {
	struct trace_entry ent;
	bool is_idle;
	unsigned int cpu;
	char __data[0];
};

struct trace_event_raw_tls_contenttype {
	struct trace_entry ent;
	__u8 saddr[28], daddr[28];
	unsigned int netns_ino;
	unsigned long type;
	char __data[0];
};

struct trace_event_raw_tmigr_connect_child_parent {
	struct trace_entry ent;
	void *child;
	void *parent;
	unsigned int lvl, numa_node, num_children;
	u32 groupmask;
	char __data[0];
};

struct trace_event_raw_tmigr_connect_cpu_parent {
	struct trace_entry ent;
	void *parent;
	unsigned int cpu, lvl, numa_node, num_children;
	u32 groupmask;
	char __data[0];
};

struct trace_event_raw_tmigr_cpugroup {
	struct trace_entry ent;
	u64 wakeup;
	void *parent;
	unsigned int cpu;
	char __data[0];
};

struct trace_event_raw_tmigr_group_and_cpu {
	struct trace_entry ent;
	void *group;
	void *parent;
	unsigned int lvl, numa_node;
	u32 childmask;
	u8 active, migrator;
	char __data[0];
};

struct trace_event_raw_tmigr_group_set {
	struct trace_entry ent;
	void *group;
	unsigned int lvl, numa_node;
	char __data[0];
};

struct trace_event_raw_tmigr_handle_remote {
	struct trace_entry ent;
	void *group;
	unsigned int lvl;
	char __data[0];
};

struct trace_event_raw_tmigr_idle {
	struct trace_entry ent;
	u64 nextevt, wakeup;
	void *parent;
	unsigned int cpu;
	char __data[0];
};

struct trace_event_raw_tmigr_update_events {
	struct trace_entry ent;
	void *child;
	void *group;
	u64 nextevt, group_next_expiry, child_evt_expiry;
	unsigned int group_lvl, child_evtcpu;
	u8 child_active, group_active;
	char __data[0];
};

enum cxl_event_log_type {
	CXL_EVENT_TYPE_INFO, CXL_EVENT_TYPE_WARN, CXL_EVENT_TYPE_FAIL, CXL_EVENT_TYPE_FATAL,
	CXL_EVENT_TYPE_MAX
};

enum cxl_poison_trace_type {
	CXL_POISON_TRACE_LIST, CXL_POISON_TRACE_INJECT, CXL_POISON_TRACE_CLEAR
};

typedef unsigned short __kernel_old_gid_t;
typedef __kernel_old_gid_t old_gid_t;
typedef struct kmem_cache *kmem_buckets[14];
enum lsm_integrity_type {
	LSM_INT_DMVERITY_SIG_VALID, LSM_INT_DMVERITY_ROOTHASH, LSM_INT_FSVERITY_BUILTINSIG_VALID
};

typedef int folio_walk_flags_t;
typedef u32 inet_ehashfn_t(const struct net *, const __be32, const __u16, const __be32,
	const __be16);
typedef u64 async_cookie_t;
enum nvme_opcode {
	nvme_cmd_flush, nvme_cmd_write, nvme_cmd_read, nvme_cmd_write_uncor = 4,
	nvme_cmd_compare, nvme_cmd_write_zeroes = 8, nvme_cmd_dsm, nvme_cmd_verify = 12,
	nvme_cmd_resv_register, nvme_cmd_resv_report, nvme_cmd_resv_acquire = 17,
	nvme_cmd_resv_release = 21, nvme_cmd_zone_mgmt_send = 121, nvme_cmd_zone_mgmt_recv,
	nvme_cmd_zone_append = 125, nvme_cmd_vendor_start = 128
};

}
