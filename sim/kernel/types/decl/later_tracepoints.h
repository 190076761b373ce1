/* Tracepoints that came between 6.1 and 6.12, as 6.12.117 has them. */

@since(6.12)
{
typedef void (*btf_trace_alloc_vmap_area)(void *, unsigned long, unsigned long, unsigned long,
	unsigned long, unsigned long, int);
typedef void (*btf_trace_block_io_done)(void *, struct request *);
typedef void (*btf_trace_block_io_start)(void *, struct request *);
typedef void (*btf_trace_bpf_trigger_tp)(void *, int);
typedef void (*btf_trace_bpf_xdp_link_attach_failed)(void *, const char *);
typedef void (*btf_trace_br_mdb_full)(void *, const struct net_device *, const struct br_ip *);
typedef void (*btf_trace_cache_tag_assign)(void *, struct cache_tag *);
typedef void (*btf_trace_cache_tag_flush_all)(void *, struct cache_tag *);
typedef void (*btf_trace_cache_tag_flush_range)(void *, struct cache_tag *, unsigned long,
	unsigned long, unsigned long, unsigned long, unsigned long);
typedef void (*btf_trace_cache_tag_flush_range_np)(void *, struct cache_tag *, unsigned long,
	unsigned long, unsigned long, unsigned long, unsigned long);
typedef void (*btf_trace_cache_tag_unassign)(void *, struct cache_tag *);
typedef void (*btf_trace_cgroup_rstat_cpu_lock_contended)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_cpu_lock_contended_fastpath)(void *, struct cgroup *, int,
	bool);
typedef void (*btf_trace_cgroup_rstat_cpu_locked)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_cpu_locked_fastpath)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_cpu_unlock)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_cpu_unlock_fastpath)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_lock_contended)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_locked)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_cgroup_rstat_unlock)(void *, struct cgroup *, int, bool);
typedef void (*btf_trace_csd_function_entry)(void *, smp_call_func_t, call_single_data_t *);
typedef void (*btf_trace_csd_function_exit)(void *, smp_call_func_t, call_single_data_t *);
typedef void (*btf_trace_csd_queue_cpu)(void *, const unsigned int, unsigned long, smp_call_func_t,
	call_single_data_t *);
typedef void (*btf_trace_cxl_aer_correctable_error)(void *, const struct cxl_memdev *, u32);
typedef void (*btf_trace_cxl_aer_uncorrectable_error)(void *, const struct cxl_memdev *, u32, u32,
	u32 *);
typedef void (*btf_trace_cxl_dram)(void *, const struct cxl_memdev *, enum cxl_event_log_type,
	struct cxl_region *, u64, struct cxl_event_dram *);
typedef void (*btf_trace_cxl_general_media)(void *, const struct cxl_memdev *,
	enum cxl_event_log_type, struct cxl_region *, u64, struct cxl_event_gen_media *);
typedef void (*btf_trace_cxl_generic_event)(void *, const struct cxl_memdev *,
	enum cxl_event_log_type, const uuid_t *, struct cxl_event_generic *);
typedef void (*btf_trace_cxl_memory_module)(void *, const struct cxl_memdev *,
	enum cxl_event_log_type, struct cxl_event_mem_module *);
typedef void (*btf_trace_cxl_overflow)(void *, const struct cxl_memdev *, enum cxl_event_log_type,
	struct cxl_get_event_payload *);
typedef void (*btf_trace_cxl_poison)(void *, struct cxl_memdev *, struct cxl_region *,
	const struct cxl_poison_record *, u8, __le64, enum cxl_poison_trace_type);
typedef void (*btf_trace_damon_aggregated)(void *, unsigned int, struct damon_region *,
	unsigned int);
typedef void (*btf_trace_damos_before_apply)(void *, unsigned int, unsigned int, unsigned int,
	struct damon_region *, unsigned int, bool);
typedef void (*btf_trace_deferred_error_apic_entry)(void *, int);
typedef void (*btf_trace_deferred_error_apic_exit)(void *, int);
typedef void (*btf_trace_dma_alloc)(void *, struct device *, void *, dma_addr_t, size_t,
	enum dma_data_direction, gfp_t, unsigned long);
typedef void (*btf_trace_dma_alloc_pages)(void *, struct device *, void *, dma_addr_t, size_t,
	enum dma_data_direction, gfp_t, unsigned long);
typedef void (*btf_trace_dma_alloc_sgt)(void *, struct device *, struct sg_table *, size_t,
	enum dma_data_direction, gfp_t, unsigned long);
typedef void (*btf_trace_dma_alloc_sgt_err)(void *, struct device *, void *, dma_addr_t, size_t,
	enum dma_data_direction, gfp_t, unsigned long);
typedef void (*btf_trace_dma_free)(void *, struct device *, void *, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_free_pages)(void *, struct device *, void *, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_free_sgt)(void *, struct device *, struct sg_table *, size_t,
	enum dma_data_direction);
typedef void (*btf_trace_dma_map_page)(void *, struct device *, phys_addr_t, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_map_resource)(void *, struct device *, phys_addr_t, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_map_sg)(void *, struct device *, struct scatterlist *, int, int,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_map_sg_err)(void *, struct device *, struct scatterlist *, int, int,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_sync_sg_for_cpu)(void *, struct device *, struct scatterlist *, int,
	enum dma_data_direction);
typedef void (*btf_trace_dma_sync_sg_for_device)(void *, struct device *, struct scatterlist *, int,
	enum dma_data_direction);
typedef void (*btf_trace_dma_sync_single_for_cpu)(void *, struct device *, dma_addr_t, size_t,
	enum dma_data_direction);
typedef void (*btf_trace_dma_sync_single_for_device)(void *, struct device *, dma_addr_t, size_t,
	enum dma_data_direction);
typedef void (*btf_trace_dma_unmap_page)(void *, struct device *, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_unmap_resource)(void *, struct device *, dma_addr_t, size_t,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dma_unmap_sg)(void *, struct device *, struct scatterlist *, int,
	enum dma_data_direction, unsigned long);
typedef void (*btf_trace_dql_stall_detected)(void *, unsigned short, unsigned int, unsigned long,
	unsigned long, unsigned long, unsigned long *);
typedef void (*btf_trace_ext4_es_insert_delayed_extent)(void *, struct inode *,
	struct extent_status *, bool, bool);
typedef void (*btf_trace_ext4_journal_start_inode)(void *, struct inode *, int, int, int, int,
	unsigned long);
typedef void (*btf_trace_ext4_journal_start_sb)(void *, struct super_block *, int, int, int, int,
	unsigned long);
typedef void (*btf_trace_ext4_read_folio)(void *, struct inode *, struct folio *);
typedef void (*btf_trace_ext4_release_folio)(void *, struct inode *, struct folio *);
typedef void (*btf_trace_free_vmap_area_noflush)(void *, unsigned long, unsigned long,
	unsigned long);
typedef void (*btf_trace_fuse_request_end)(void *, const struct fuse_req *);
typedef void (*btf_trace_fuse_request_send)(void *, const struct fuse_req *);
typedef void (*btf_trace_handshake_cancel)(void *, const struct net *, const struct handshake_req *,
	const struct sock *);
typedef void (*btf_trace_handshake_cancel_busy)(void *, const struct net *,
	const struct handshake_req *, const struct sock *);
typedef void (*btf_trace_handshake_cancel_none)(void *, const struct net *,
	const struct handshake_req *, const struct sock *);
typedef void (*btf_trace_handshake_cmd_accept)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_cmd_accept_err)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_cmd_done)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_cmd_done_err)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_complete)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_destruct)(void *, const struct net *,
	const struct handshake_req *, const struct sock *);
typedef void (*btf_trace_handshake_notify_err)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_handshake_submit)(void *, const struct net *, const struct handshake_req *,
	const struct sock *);
typedef void (*btf_trace_handshake_submit_err)(void *, const struct net *,
	const struct handshake_req *, const struct sock *, int);
typedef void (*btf_trace_io_uring_submit_req)(void *, struct io_kiocb *);
typedef void (*btf_trace_iomap_dio_complete)(void *, struct kiocb *, int, ssize_t);
typedef void (*btf_trace_iomap_dio_rw_begin)(void *, struct kiocb *, struct iov_iter *,
	unsigned int, size_t);
typedef void (*btf_trace_iomap_dio_rw_queued)(void *, struct inode *, loff_t, u64);
typedef void (*btf_trace_ipi_entry)(void *, const char *);
typedef void (*btf_trace_ipi_exit)(void *, const char *);
typedef void (*btf_trace_ipi_raise)(void *, const struct cpumask *, const char *);
typedef void (*btf_trace_ipi_send_cpu)(void *, const unsigned int, unsigned long, void *);
typedef void (*btf_trace_ipi_send_cpumask)(void *, const struct cpumask *, unsigned long, void *);
typedef void (*btf_trace_ksm_advisor)(void *, s64, unsigned long, unsigned int);
typedef void (*btf_trace_ksm_enter)(void *, void *);
typedef void (*btf_trace_ksm_exit)(void *, void *);
typedef void (*btf_trace_ksm_merge_one_page)(void *, unsigned long, void *, void *, int);
typedef void (*btf_trace_ksm_merge_with_ksm_page)(void *, void *, unsigned long, void *, void *,
	int);
typedef void (*btf_trace_ksm_remove_ksm_page)(void *, unsigned long);
typedef void (*btf_trace_ksm_remove_rmap_item)(void *, unsigned long, void *, void *);
typedef void (*btf_trace_ksm_start_scan)(void *, int, u32);
typedef void (*btf_trace_ksm_stop_scan)(void *, int, u32);
typedef void (*btf_trace_mce_record)(void *, struct mce *);
typedef void (*btf_trace_memory_failure_event)(void *, unsigned long, int, int);
typedef void (*btf_trace_mm_alloc_contig_migrate_range_info)(void *, unsigned long, unsigned long,
	unsigned long, unsigned long, unsigned long, int);
typedef void (*btf_trace_mm_compaction_fast_isolate_freepages)(void *, unsigned long, unsigned long,
	unsigned long, unsigned long);
typedef void (*btf_trace_mm_filemap_fault)(void *, struct address_space *, unsigned long);
typedef void (*btf_trace_mm_filemap_get_pages)(void *, struct address_space *, unsigned long,
	unsigned long);
typedef void (*btf_trace_mm_filemap_map_pages)(void *, struct address_space *, unsigned long,
	unsigned long);
typedef void (*btf_trace_mm_khugepaged_collapse_file)(void *, struct mm_struct *, unsigned long,
	unsigned long, unsigned long, bool, struct file *, int, int);
typedef void (*btf_trace_mon_llc_occupancy_limbo)(void *, u32, u32, int, u64);
typedef void (*btf_trace_notifier_register)(void *, void *);
typedef void (*btf_trace_notifier_run)(void *, void *);
typedef void (*btf_trace_notifier_unregister)(void *, void *);
typedef void (*btf_trace_pelt_hw_tp)(void *, struct rq *);
typedef void (*btf_trace_purge_vmap_area_lazy)(void *, unsigned long, unsigned long, unsigned int);
typedef void (*btf_trace_rpm_status)(void *, struct device *, enum rpm_status);
typedef void (*btf_trace_sched_compute_energy_tp)(void *, struct task_struct *, int, unsigned long,
	unsigned long, unsigned long);
typedef void (*btf_trace_sched_prepare_exec)(void *, struct task_struct *, struct linux_binprm *);
typedef void (*btf_trace_sched_skip_vma_numa)(void *, struct mm_struct *, struct vm_area_struct *,
	enum numa_vmaskip_reason);
typedef void (*btf_trace_sk_data_ready)(void *, const struct sock *);
typedef void (*btf_trace_sock_recv_length)(void *, struct sock *, int, int);
typedef void (*btf_trace_sock_send_length)(void *, struct sock *, int, int);
typedef void (*btf_trace_tcp_ao_handshake_failure)(void *, const struct sock *,
	const struct sk_buff *, const __u8, const __u8, const __u8);
typedef void (*btf_trace_tcp_ao_key_not_found)(void *, const struct sock *, const struct sk_buff *,
	const __u8, const __u8, const __u8);
typedef void (*btf_trace_tcp_ao_mismatch)(void *, const struct sock *, const struct sk_buff *,
	const __u8, const __u8, const __u8);
typedef void (*btf_trace_tcp_ao_rcv_sne_update)(void *, const struct sock *, __u32);
typedef void (*btf_trace_tcp_ao_rnext_request)(void *, const struct sock *, const struct sk_buff *,
	const __u8, const __u8, const __u8);
typedef void (*btf_trace_tcp_ao_snd_sne_update)(void *, const struct sock *, __u32);
typedef void (*btf_trace_tcp_ao_synack_no_key)(void *, const struct sock *, const __u8, const __u8);
typedef void (*btf_trace_tcp_ao_wrong_maclen)(void *, const struct sock *, const struct sk_buff *,
	const __u8, const __u8, const __u8);
typedef void (*btf_trace_tcp_hash_ao_required)(void *, const struct sock *, const struct sk_buff *);
typedef void (*btf_trace_tcp_hash_bad_header)(void *, const struct sock *, const struct sk_buff *);
typedef void (*btf_trace_tcp_hash_md5_mismatch)(void *, const struct sock *,
	const struct sk_buff *);
typedef void (*btf_trace_tcp_hash_md5_required)(void *, const struct sock *,
	const struct sk_buff *);
typedef void (*btf_trace_tcp_hash_md5_unexpected)(void *, const struct sock *,
	const struct sk_buff *);
typedef void (*btf_trace_thermal_power_actor)(void *, struct thermal_zone_device *, int, u32, u32);
typedef void (*btf_trace_threshold_apic_entry)(void *, int);
typedef void (*btf_trace_threshold_apic_exit)(void *, int);
typedef void (*btf_trace_timer_base_idle)(void *, bool, unsigned int);
typedef void (*btf_trace_tls_alert_recv)(void *, const struct sock *, unsigned char, unsigned char);
typedef void (*btf_trace_tls_alert_send)(void *, const struct sock *, unsigned char, unsigned char);
typedef void (*btf_trace_tls_contenttype)(void *, const struct sock *, unsigned char);
typedef void (*btf_trace_tmigr_connect_child_parent)(void *, struct tmigr_group *);
typedef void (*btf_trace_tmigr_connect_cpu_parent)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_cpu_active)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_cpu_idle)(void *, struct tmigr_cpu *, u64);
typedef void (*btf_trace_tmigr_cpu_new_timer)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_cpu_new_timer_idle)(void *, struct tmigr_cpu *, u64);
typedef void (*btf_trace_tmigr_cpu_offline)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_cpu_online)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_group_set)(void *, struct tmigr_group *);
typedef void (*btf_trace_tmigr_group_set_cpu_active)(void *, struct tmigr_group *,
	union tmigr_state, u32);
typedef void (*btf_trace_tmigr_group_set_cpu_inactive)(void *, struct tmigr_group *,
	union tmigr_state, u32);
typedef void (*btf_trace_tmigr_handle_remote)(void *, struct tmigr_group *);
typedef void (*btf_trace_tmigr_handle_remote_cpu)(void *, struct tmigr_cpu *);
typedef void (*btf_trace_tmigr_update_events)(void *, struct tmigr_group *, struct tmigr_group *,
	union tmigr_state, union tmigr_state, u64);
}
