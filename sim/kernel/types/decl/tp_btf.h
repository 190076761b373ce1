/* Arguments of raw tracepoints: the first is the registration's own. */

typedef void (*btf_trace_x86_fpu_before_save)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_after_save)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_before_restore)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_after_restore)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_regs_activated)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_regs_deactivated)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_init_state)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_dropped)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_copy_src)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_copy_dst)(void *, struct fpu *);
typedef void (*btf_trace_x86_fpu_xstate_check_failed)(void *, struct fpu *);
typedef void (*btf_trace_workqueue_queue_work)(void *, int, struct pool_workqueue *,
	struct work_struct *);
typedef void (*btf_trace_workqueue_activate_work)(void *, struct work_struct *);
typedef void (*btf_trace_workqueue_execute_start)(void *, struct work_struct *);
typedef void (*btf_trace_workqueue_execute_end)(void *, struct work_struct *, work_func_t);
@since(5.19) // 16edd9b511a1
typedef void (*btf_trace_contention_begin)(void *, void *, unsigned int);
@since(5.19)
typedef void (*btf_trace_contention_end)(void *, void *, int);
typedef void (*btf_trace_console)(void *, const char *, size_t);
typedef void (*btf_trace_swiotlb_bounced)(void *, struct device *, dma_addr_t, size_t);
typedef void (*btf_trace_module_load)(void *, struct module *);
typedef void (*btf_trace_module_free)(void *, struct module *);
typedef void (*btf_trace_module_get)(void *, struct module *, unsigned long);
typedef void (*btf_trace_module_put)(void *, struct module *, unsigned long);
typedef void (*btf_trace_module_request)(void *, char *, bool, unsigned long);
typedef void (*btf_trace_error_report_end)(void *, enum error_detector, unsigned long);
typedef void (*btf_trace_rpm_suspend)(void *, struct device *, int);
typedef void (*btf_trace_rpm_resume)(void *, struct device *, int);
typedef void (*btf_trace_rpm_idle)(void *, struct device *, int);
typedef void (*btf_trace_rpm_usage)(void *, struct device *, int);
typedef void (*btf_trace_rpm_return_int)(void *, struct device *, unsigned long, int);
typedef void (*btf_trace_oom_score_adj_update)(void *, struct task_struct *);
typedef void (*btf_trace_reclaim_retry_zone)(void *, struct zoneref *, int, unsigned long,
	unsigned long, unsigned long, int, bool);
typedef void (*btf_trace_mark_victim)(void *, struct task_struct *, uid_t);
typedef void (*btf_trace_wake_reaper)(void *, int);
typedef void (*btf_trace_start_task_reaping)(void *, int);
typedef void (*btf_trace_finish_task_reaping)(void *, int);
typedef void (*btf_trace_skip_task_reaping)(void *, int);
typedef void (*btf_trace_compact_retry)(void *, int, enum compact_priority, enum compact_result,
	int, int, bool);
typedef void (*btf_trace_mm_vmscan_kswapd_sleep)(void *, int);
typedef void (*btf_trace_mm_vmscan_kswapd_wake)(void *, int, int, int);
typedef void (*btf_trace_mm_vmscan_wakeup_kswapd)(void *, int, int, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_direct_reclaim_begin)(void *, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_memcg_reclaim_begin)(void *, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_memcg_softlimit_reclaim_begin)(void *, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_direct_reclaim_end)(void *, unsigned long);
typedef void (*btf_trace_mm_vmscan_memcg_reclaim_end)(void *, unsigned long);
typedef void (*btf_trace_mm_vmscan_memcg_softlimit_reclaim_end)(void *, unsigned long);
typedef void (*btf_trace_mm_shrink_slab_start)(void *, struct shrinker *, struct shrink_control *,
	long, unsigned long, unsigned long long, unsigned long, int);
typedef void (*btf_trace_mm_shrink_slab_end)(void *, struct shrinker *, int, int, long, long,
	long);
@until(6.12)
typedef void (*btf_trace_mm_vmscan_lru_isolate)(void *, int, int, unsigned long, unsigned long,
	unsigned long, unsigned long, isolate_mode_t, int);
@since(6.12) typedef void (*btf_trace_mm_vmscan_lru_isolate)(void *, int, int, unsigned long,
	unsigned long, unsigned long, unsigned long, int);
@until(5.18) // writes of pages
typedef void (*btf_trace_mm_vmscan_writepage)(void *, struct page *);
@since(5.18)
typedef void (*btf_trace_mm_vmscan_write_folio)(void *, struct folio *);
typedef void (*btf_trace_mm_vmscan_lru_shrink_inactive)(void *, int, unsigned long, unsigned long,
	struct reclaim_stat *, int, int);
typedef void (*btf_trace_mm_vmscan_lru_shrink_active)(void *, int, unsigned long, unsigned long,
	unsigned long, unsigned long, int, int);
typedef void (*btf_trace_mm_vmscan_node_reclaim_begin)(void *, int, int, gfp_t);
typedef void (*btf_trace_mm_vmscan_node_reclaim_end)(void *, unsigned long);
@since(5.16) // c3f4a9a2b082
typedef void (*btf_trace_mm_vmscan_throttled)(void *, int, int, int, int);
@until(6.1) // 11e9734bcb6a, 2c1d697fb8ba; the cache is b347aa7b5747's
{
typedef void (*btf_trace_kmem_cache_alloc)(void *, unsigned long, const void *,
	@since(6.0) struct kmem_cache *, size_t, size_t, gfp_t);
typedef void (*btf_trace_kmalloc)(void *, unsigned long, const void *,
	@since(6.0) struct kmem_cache *, size_t, size_t, gfp_t);
typedef void (*btf_trace_kmem_cache_alloc_node)(void *, unsigned long, const void *,
	@since(6.0) struct kmem_cache *, size_t, size_t, gfp_t, int);
typedef void (*btf_trace_kmalloc_node)(void *, unsigned long, const void *,
	@since(6.0) struct kmem_cache *, size_t, size_t, gfp_t, int);
}
@since(6.1)
{
typedef void (*btf_trace_kmem_cache_alloc)(void *, unsigned long, const void *,
	struct kmem_cache *, gfp_t, int);
typedef void (*btf_trace_kmalloc)(void *, unsigned long, const void *, size_t, size_t, gfp_t,
	int);
}
typedef void (*btf_trace_kfree)(void *, unsigned long, const void *);
@until(6.1) // 2c1d697fb8ba
typedef void (*btf_trace_kmem_cache_free)(void *, unsigned long, const void *, const char *);
@since(6.1)
typedef void (*btf_trace_kmem_cache_free)(void *, unsigned long, const void *,
	const struct kmem_cache *);
typedef void (*btf_trace_mm_page_free)(void *, struct page *, unsigned int);
typedef void (*btf_trace_mm_page_free_batched)(void *, struct page *);
typedef void (*btf_trace_mm_page_alloc)(void *, struct page *, unsigned int, gfp_t, int);
typedef void (*btf_trace_mm_page_alloc_zone_locked)(void *, struct page *, unsigned int, int,
	int);
typedef void (*btf_trace_mm_page_pcpu_drain)(void *, struct page *, unsigned int, int);
typedef void (*btf_trace_mm_page_alloc_extfrag)(void *, struct page *, int, int, int, int);
@until(6.12)
typedef void (*btf_trace_rss_stat)(void *, struct mm_struct *, int, long);
@since(6.12) typedef void (*btf_trace_rss_stat)(void *, struct mm_struct *, int);
typedef void (*btf_trace_test_pages_isolated)(void *, unsigned long, unsigned long,
	unsigned long);
typedef void (*btf_trace_devres_log)(void *, struct device *, const char *, void *, const char *,
	size_t);
typedef void (*btf_trace_thermal_temperature)(void *, struct thermal_zone_device *);
typedef void (*btf_trace_thermal_zone_trip)(void *, struct thermal_zone_device *, int,
	enum thermal_trip_type);
typedef void (*btf_trace_amd_pstate_perf)(void *, unsigned long, unsigned long, unsigned long,
	u64, u64, u64, u64, unsigned int, bool, bool);
@until(6.12)
typedef void (*btf_trace_kfree_skb)(void *, struct sk_buff *, void *,
	@since(5.17) enum skb_drop_reason);
@since(6.12) typedef void (*btf_trace_kfree_skb)(void *, struct sk_buff *, void *,
	enum skb_drop_reason, struct sock *); // c504e5c2f964
@until(6.12)
typedef void (*btf_trace_consume_skb)(void *, struct sk_buff *);
@since(6.12) typedef void (*btf_trace_consume_skb)(void *, struct sk_buff *, void *);
typedef void (*btf_trace_skb_copy_datagram_iovec)(void *, const struct sk_buff *, int);
typedef void (*btf_trace_net_dev_start_xmit)(void *, const struct sk_buff *,
	const struct net_device *);
typedef void (*btf_trace_net_dev_xmit)(void *, struct sk_buff *, int, struct net_device *,
	unsigned int);
typedef void (*btf_trace_net_dev_xmit_timeout)(void *, struct net_device *, int);
typedef void (*btf_trace_net_dev_queue)(void *, struct sk_buff *);
typedef void (*btf_trace_netif_receive_skb)(void *, struct sk_buff *);
typedef void (*btf_trace_netif_rx)(void *, struct sk_buff *);
typedef void (*btf_trace_napi_gro_frags_entry)(void *, const struct sk_buff *);
typedef void (*btf_trace_napi_gro_receive_entry)(void *, const struct sk_buff *);
typedef void (*btf_trace_netif_receive_skb_entry)(void *, const struct sk_buff *);
typedef void (*btf_trace_netif_receive_skb_list_entry)(void *, const struct sk_buff *);
typedef void (*btf_trace_netif_rx_entry)(void *, const struct sk_buff *);
typedef void (*btf_trace_napi_gro_frags_exit)(void *, int);
typedef void (*btf_trace_napi_gro_receive_exit)(void *, int);
typedef void (*btf_trace_netif_receive_skb_exit)(void *, int);
typedef void (*btf_trace_netif_rx_exit)(void *, int);
typedef void (*btf_trace_netif_receive_skb_list_exit)(void *, int);
typedef void (*btf_trace_napi_poll)(void *, struct napi_struct *, int, int);
typedef void (*btf_trace_sock_rcvqueue_full)(void *, struct sock *, struct sk_buff *);
typedef void (*btf_trace_sock_exceed_buf_limit)(void *, struct sock *, struct proto *, long, int);
typedef void (*btf_trace_inet_sock_set_state)(void *, const struct sock *, const int, const int);
typedef void (*btf_trace_inet_sk_error_report)(void *, const struct sock *);
@until(6.12)
typedef void (*btf_trace_udp_fail_queue_rcv_skb)(void *, int, struct sock *);
@since(6.12) typedef void (*btf_trace_udp_fail_queue_rcv_skb)(void *, int, struct sock *,
	struct sk_buff *);
typedef void (*btf_trace_tcp_retransmit_skb)(void *, const struct sock *, const struct sk_buff *);
@until(6.12)
typedef void (*btf_trace_tcp_send_reset)(void *, const struct sock *, const struct sk_buff *);
@since(6.12) typedef void (*btf_trace_tcp_send_reset)(void *, const struct sock *,
	const struct sk_buff *, const enum sk_rst_reason);
typedef void (*btf_trace_tcp_receive_reset)(void *, struct sock *);
typedef void (*btf_trace_tcp_destroy_sock)(void *, struct sock *);
typedef void (*btf_trace_tcp_rcv_space_adjust)(void *, struct sock *);
typedef void (*btf_trace_tcp_retransmit_synack)(void *, const struct sock *,
	const struct request_sock *);
typedef void (*btf_trace_tcp_probe)(void *, struct sock *, struct sk_buff *);
typedef void (*btf_trace_tcp_bad_csum)(void *, const struct sk_buff *);
typedef void (*btf_trace_tcp_cong_state_set)(void *, struct sock *, const u8);
typedef void (*btf_trace_fib_table_lookup)(void *, u32, const struct flowi4 *,
	const struct fib_nh_common *, int);
typedef void (*btf_trace_qdisc_dequeue)(void *, struct Qdisc *, const struct netdev_queue *, int,
	struct sk_buff *);
typedef void (*btf_trace_qdisc_enqueue)(void *, struct Qdisc *, const struct netdev_queue *,
	struct sk_buff *);
typedef void (*btf_trace_qdisc_reset)(void *, struct Qdisc *);
typedef void (*btf_trace_qdisc_destroy)(void *, struct Qdisc *);
typedef void (*btf_trace_qdisc_create)(void *, const struct Qdisc_ops *, struct net_device *,
	u32);
typedef void (*btf_trace_br_fdb_add)(void *, struct ndmsg *, struct net_device *,
	const unsigned char *, u16, u16);
typedef void (*btf_trace_br_fdb_external_learn_add)(void *, struct net_bridge *,
	struct net_bridge_port *, const unsigned char *, u16);
typedef void (*btf_trace_fdb_delete)(void *, struct net_bridge *, struct net_bridge_fdb_entry *);
typedef void (*btf_trace_br_fdb_update)(void *, struct net_bridge *, struct net_bridge_port *,
	const unsigned char *, u16, unsigned long);
@until(6.12)
typedef void (*btf_trace_page_pool_state_hold)(void *, const struct page_pool *,
	const struct page *, u32);
@since(6.12) typedef void (*btf_trace_page_pool_state_hold)(void *, const struct page_pool *,
	netmem_ref, u32);
typedef void (*btf_trace_page_pool_update_nid)(void *, const struct page_pool *, int);
typedef void (*btf_trace_neigh_create)(void *, struct neigh_table *, struct net_device *,
	const void *, const struct neighbour *, bool);
typedef void (*btf_trace_neigh_update)(void *, struct neighbour *, const u8 *, u8, u32, u32);
typedef void (*btf_trace_neigh_update_done)(void *, struct neighbour *, int);
typedef void (*btf_trace_neigh_timer_handler)(void *, struct neighbour *, int);
typedef void (*btf_trace_neigh_event_send_done)(void *, struct neighbour *, int);
typedef void (*btf_trace_neigh_event_send_dead)(void *, struct neighbour *, int);
typedef void (*btf_trace_fib6_table_lookup)(void *, const struct net *,
	const struct fib6_result *, struct fib6_table *, const struct flowi6 *);
typedef void (*btf_trace_sched_kthread_stop)(void *, struct task_struct *);
typedef void (*btf_trace_sched_kthread_stop_ret)(void *, int);
typedef void (*btf_trace_sched_kthread_work_queue_work)(void *, struct kthread_worker *,
	struct kthread_work *);
typedef void (*btf_trace_sched_kthread_work_execute_start)(void *, struct kthread_work *);
typedef void (*btf_trace_sched_kthread_work_execute_end)(void *, struct kthread_work *,
	kthread_work_func_t);
typedef void (*btf_trace_sched_waking)(void *, struct task_struct *);
typedef void (*btf_trace_sched_wakeup)(void *, struct task_struct *);
typedef void (*btf_trace_sched_wakeup_new)(void *, struct task_struct *);
typedef void (*btf_trace_sched_switch)(void *, bool, struct task_struct *, struct task_struct *,
	@since(5.18) unsigned int); // fa2c3254d7cf, 9c2136be0878
typedef void (*btf_trace_sched_migrate_task)(void *, struct task_struct *, int);
typedef void (*btf_trace_sched_process_free)(void *, struct task_struct *);
typedef void (*btf_trace_sched_process_exit)(void *, struct task_struct *);
typedef void (*btf_trace_sched_wait_task)(void *, struct task_struct *);
typedef void (*btf_trace_sched_process_wait)(void *, struct pid *);
typedef void (*btf_trace_sched_process_fork)(void *, struct task_struct *, struct task_struct *);
typedef void (*btf_trace_sched_process_exec)(void *, struct task_struct *, pid_t,
	struct linux_binprm *);
typedef void (*btf_trace_sched_stat_wait)(void *, struct task_struct *, u64);
typedef void (*btf_trace_sched_stat_sleep)(void *, struct task_struct *, u64);
typedef void (*btf_trace_sched_stat_iowait)(void *, struct task_struct *, u64);
typedef void (*btf_trace_sched_stat_blocked)(void *, struct task_struct *, u64);
@until(6.12)
typedef void (*btf_trace_sched_stat_runtime)(void *, struct task_struct *, u64, u64);
@since(6.12) typedef void (*btf_trace_sched_stat_runtime)(void *, struct task_struct *, u64);
typedef void (*btf_trace_sched_pi_setprio)(void *, struct task_struct *, struct task_struct *);
typedef void (*btf_trace_sched_process_hang)(void *, struct task_struct *);
typedef void (*btf_trace_sched_move_numa)(void *, struct task_struct *, int, int);
typedef void (*btf_trace_sched_stick_numa)(void *, struct task_struct *, int,
	struct task_struct *, int);
typedef void (*btf_trace_sched_swap_numa)(void *, struct task_struct *, int, struct task_struct *,
	int);
typedef void (*btf_trace_sched_wake_idle_without_ipi)(void *, int);
typedef void (*btf_trace_pelt_cfs_tp)(void *, struct cfs_rq *);
typedef void (*btf_trace_pelt_rt_tp)(void *, struct rq *);
typedef void (*btf_trace_pelt_dl_tp)(void *, struct rq *);
@until(6.12) typedef void (*btf_trace_pelt_thermal_tp)(void *, struct rq *);
typedef void (*btf_trace_pelt_irq_tp)(void *, struct rq *);
typedef void (*btf_trace_pelt_se_tp)(void *, struct sched_entity *);
typedef void (*btf_trace_sched_cpu_capacity_tp)(void *, struct rq *);
typedef void (*btf_trace_sched_overutilized_tp)(void *, struct root_domain *, bool);
typedef void (*btf_trace_sched_util_est_cfs_tp)(void *, struct cfs_rq *);
typedef void (*btf_trace_sched_util_est_se_tp)(void *, struct sched_entity *);
typedef void (*btf_trace_sched_update_nr_running_tp)(void *, struct rq *, int);
typedef void (*btf_trace_irq_matrix_online)(void *, struct irq_matrix *);
typedef void (*btf_trace_irq_matrix_offline)(void *, struct irq_matrix *);
typedef void (*btf_trace_irq_matrix_reserve)(void *, struct irq_matrix *);
typedef void (*btf_trace_irq_matrix_remove_reserved)(void *, struct irq_matrix *);
typedef void (*btf_trace_irq_matrix_assign_system)(void *, int, struct irq_matrix *);
typedef void (*btf_trace_irq_matrix_alloc_reserved)(void *, int, unsigned int,
	struct irq_matrix *, struct cpumap *);
typedef void (*btf_trace_irq_matrix_reserve_managed)(void *, int, unsigned int,
	struct irq_matrix *, struct cpumap *);
typedef void (*btf_trace_irq_matrix_remove_managed)(void *, int, unsigned int,
	struct irq_matrix *, struct cpumap *);
typedef void (*btf_trace_irq_matrix_alloc_managed)(void *, int, unsigned int, struct irq_matrix *,
	struct cpumap *);
typedef void (*btf_trace_irq_matrix_assign)(void *, int, unsigned int, struct irq_matrix *,
	struct cpumap *);
typedef void (*btf_trace_irq_matrix_alloc)(void *, int, unsigned int, struct irq_matrix *,
	struct cpumap *);
typedef void (*btf_trace_irq_matrix_free)(void *, int, unsigned int, struct irq_matrix *,
	struct cpumap *);
typedef void (*btf_trace_cgroup_setup_root)(void *, struct cgroup_root *);
typedef void (*btf_trace_cgroup_destroy_root)(void *, struct cgroup_root *);
typedef void (*btf_trace_cgroup_remount)(void *, struct cgroup_root *);
typedef void (*btf_trace_cgroup_mkdir)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_cgroup_rmdir)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_cgroup_rename)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_cgroup_freeze)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_cgroup_unfreeze)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_cgroup_attach_task)(void *, struct cgroup *, const char *,
	struct task_struct *, bool);
typedef void (*btf_trace_cgroup_transfer_tasks)(void *, struct cgroup *, const char *,
	struct task_struct *, bool);
typedef void (*btf_trace_cgroup_notify_populated)(void *, struct cgroup *, const char *, int);
typedef void (*btf_trace_cgroup_notify_frozen)(void *, struct cgroup *, const char *, int);
typedef void (*btf_trace_xdp_exception)(void *, const struct net_device *,
	const struct bpf_prog *, u32);
typedef void (*btf_trace_xdp_bulk_tx)(void *, const struct net_device *, int, int, int);
typedef void (*btf_trace_xdp_redirect)(void *, const struct net_device *, const struct bpf_prog *,
	const void *, int, enum bpf_map_type, u32, u32);
typedef void (*btf_trace_xdp_redirect_err)(void *, const struct net_device *,
	const struct bpf_prog *, const void *, int, enum bpf_map_type, u32, u32);
typedef void (*btf_trace_xdp_redirect_map)(void *, const struct net_device *,
	const struct bpf_prog *, const void *, int, enum bpf_map_type, u32, u32);
typedef void (*btf_trace_xdp_redirect_map_err)(void *, const struct net_device *,
	const struct bpf_prog *, const void *, int, enum bpf_map_type, u32, u32);
typedef void (*btf_trace_xdp_cpumap_kthread)(void *, int, unsigned int, unsigned int, int,
	struct xdp_cpumap_stats *);
typedef void (*btf_trace_xdp_cpumap_enqueue)(void *, int, unsigned int, unsigned int, int);
typedef void (*btf_trace_xdp_devmap_xmit)(void *, const struct net_device *,
	const struct net_device *, int, int, int);
typedef void (*btf_trace_mem_disconnect)(void *, const struct xdp_mem_allocator *);
typedef void (*btf_trace_mem_connect)(void *, const struct xdp_mem_allocator *,
	const struct xdp_rxq_info *);
typedef void (*btf_trace_mem_return_failed)(void *, const struct xdp_mem_info *,
	const struct page *);
typedef void (*btf_trace_user_enter)(void *, int);
typedef void (*btf_trace_user_exit)(void *, int);
typedef void (*btf_trace_mm_khugepaged_scan_pmd)(void *, struct mm_struct *, struct page *, bool,
	int, int, int, int);
typedef void (*btf_trace_mm_collapse_huge_page)(void *, struct mm_struct *, int, int);
typedef void (*btf_trace_mm_collapse_huge_page_isolate)(void *, struct page *, int, int, bool,
	int);
typedef void (*btf_trace_mm_collapse_huge_page_swapin)(void *, struct mm_struct *, int, int, int);
@until(6.12)
typedef void (*btf_trace_mm_khugepaged_scan_file)(void *, struct mm_struct *, struct page *,
	struct file *, int, int, int);
@since(6.12) typedef void (*btf_trace_mm_khugepaged_scan_file)(void *, struct mm_struct *,
	unsigned long, struct file *, int, int, int);
typedef void (*btf_trace_selinux_audited)(void *, struct selinux_audit_data *, char *, char *,
	const char *);
typedef void (*btf_trace_dma_fence_emit)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_init)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_destroy)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_enable_signal)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_signaled)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_wait_start)(void *, struct dma_fence *);
typedef void (*btf_trace_dma_fence_wait_end)(void *, struct dma_fence *);
typedef void (*btf_trace_mc_event)(void *, const unsigned int, const char *, const char *,
	const int, const u8, const s8, const s8, const s8, unsigned long, const u8, unsigned long,
	const char *);
@until(6.12)
typedef void (*btf_trace_arm_event)(void *, const struct cper_sec_proc_arm *);
@since(6.12) typedef void (*btf_trace_arm_event)(void *, const struct cper_sec_proc_arm *,
	const u8 *, const u32, const u8 *, const u32, const u8 *, const u32, u8, int);
typedef void (*btf_trace_non_standard_event)(void *, const guid_t *, const guid_t *, const char *,
	const u8, const u8 *, const u32);
typedef void (*btf_trace_initcall_level)(void *, const char *);
typedef void (*btf_trace_initcall_start)(void *, initcall_t);
typedef void (*btf_trace_initcall_finish)(void *, initcall_t, int);
typedef void (*btf_trace_nmi_handler)(void *, void *, s64, int);
typedef void (*btf_trace_task_newtask)(void *, struct task_struct *, unsigned long);
typedef void (*btf_trace_task_rename)(void *, struct task_struct *, const char *);
@until(5.16) // 70dea5346ea3, 76580b6529db
{
typedef void (*btf_trace_mm_lru_insertion)(void *, struct page *);
typedef void (*btf_trace_mm_lru_activate)(void *, struct page *);
}
@since(5.16)
{
typedef void (*btf_trace_mm_lru_insertion)(void *, struct folio *);
typedef void (*btf_trace_mm_lru_activate)(void *, struct folio *);
}
typedef void (*btf_trace_percpu_alloc_percpu)(void *, unsigned long, bool, bool, size_t, size_t,
	void *, int, void *, size_t, gfp_t);
typedef void (*btf_trace_percpu_free_percpu)(void *, void *, int, void *);
typedef void (*btf_trace_percpu_alloc_percpu_fail)(void *, bool, bool, size_t, size_t);
typedef void (*btf_trace_percpu_create_chunk)(void *, void *);
typedef void (*btf_trace_percpu_destroy_chunk)(void *, void *);
typedef void (*btf_trace_mmap_lock_start_locking)(void *, struct mm_struct *, const char *, bool);
typedef void (*btf_trace_mmap_lock_acquire_returned)(void *, struct mm_struct *, const char *,
	bool, bool);
@until(6.12) typedef void (*btf_trace_hugepage_set_pmd)(void *, unsigned long, unsigned long);
@until(6.12) typedef void (*btf_trace_hugepage_update)(void *, unsigned long, unsigned long, unsigned long,
	unsigned long);
typedef void (*btf_trace_set_migration_pmd)(void *, unsigned long, unsigned long);
typedef void (*btf_trace_remove_migration_pmd)(void *, unsigned long, unsigned long);
typedef void (*btf_trace_read_msr)(void *, unsigned int, u64, int);
typedef void (*btf_trace_write_msr)(void *, unsigned int, u64, int);
typedef void (*btf_trace_rdpmc)(void *, unsigned int, u64, int);
typedef void (*btf_trace_add_device_to_group)(void *, int, struct device *);
typedef void (*btf_trace_remove_device_from_group)(void *, int, struct device *);
typedef void (*btf_trace_attach_device_to_domain)(void *, struct device *);
@until(6.12) typedef void (*btf_trace_detach_device_from_domain)(void *, struct device *);
typedef void (*btf_trace_map)(void *, unsigned long, phys_addr_t, size_t);
typedef void (*btf_trace_unmap)(void *, unsigned long, size_t, size_t);
typedef void (*btf_trace_io_page_fault)(void *, struct device *, unsigned long, int);
@until(6.12)
typedef void (*btf_trace_thermal_power_allocator)(void *, struct thermal_zone_device *, u32 *,
	u32, u32 *, u32, size_t, u32, u32, int, s32);
@since(6.12) typedef void (*btf_trace_thermal_power_allocator)(void *, struct thermal_zone_device *,
	u32, u32, int, u32, u32, int, s32);
typedef void (*btf_trace_thermal_power_allocator_pid)(void *, struct thermal_zone_device *, s32,
	s32, s64, s64, s64, s32);
typedef void (*btf_trace_bpf_test_finish)(void *, int *);
typedef void (*btf_trace_get_mapping_status)(void *, struct mptcp_ext *);
typedef void (*btf_trace_ack_update_msk)(void *, u64, u64, u64, u64, u64);
typedef void (*btf_trace_subflow_check_data_avail)(void *, __u8, struct sk_buff *);
typedef void (*btf_trace_ma_op)(void *, const char *, struct ma_state *);
typedef void (*btf_trace_ma_read)(void *, const char *, struct ma_state *);
typedef void (*btf_trace_ma_write)(void *, const char *, struct ma_state *, unsigned long,
	void *);
typedef void (*btf_trace_local_timer_entry)(void *, int);
typedef void (*btf_trace_local_timer_exit)(void *, int);
typedef void (*btf_trace_spurious_apic_entry)(void *, int);
typedef void (*btf_trace_spurious_apic_exit)(void *, int);
typedef void (*btf_trace_error_apic_entry)(void *, int);
typedef void (*btf_trace_error_apic_exit)(void *, int);
typedef void (*btf_trace_x86_platform_ipi_entry)(void *, int);
typedef void (*btf_trace_x86_platform_ipi_exit)(void *, int);
typedef void (*btf_trace_irq_work_entry)(void *, int);
typedef void (*btf_trace_irq_work_exit)(void *, int);
typedef void (*btf_trace_reschedule_entry)(void *, int);
typedef void (*btf_trace_reschedule_exit)(void *, int);
typedef void (*btf_trace_call_function_entry)(void *, int);
typedef void (*btf_trace_call_function_exit)(void *, int);
typedef void (*btf_trace_call_function_single_entry)(void *, int);
typedef void (*btf_trace_call_function_single_exit)(void *, int);
typedef void (*btf_trace_thermal_apic_entry)(void *, int);
typedef void (*btf_trace_thermal_apic_exit)(void *, int);
typedef void (*btf_trace_vector_config)(void *, unsigned int, unsigned int, unsigned int,
	unsigned int);
typedef void (*btf_trace_vector_update)(void *, unsigned int, unsigned int, unsigned int,
	unsigned int, unsigned int);
typedef void (*btf_trace_vector_clear)(void *, unsigned int, unsigned int, unsigned int,
	unsigned int, unsigned int);
typedef void (*btf_trace_vector_reserve_managed)(void *, unsigned int, int);
typedef void (*btf_trace_vector_reserve)(void *, unsigned int, int);
typedef void (*btf_trace_vector_alloc)(void *, unsigned int, unsigned int, bool, int);
typedef void (*btf_trace_vector_alloc_managed)(void *, unsigned int, unsigned int, int);
typedef void (*btf_trace_vector_activate)(void *, unsigned int, bool, bool, bool);
typedef void (*btf_trace_vector_deactivate)(void *, unsigned int, bool, bool, bool);
typedef void (*btf_trace_vector_teardown)(void *, unsigned int, bool, bool);
typedef void (*btf_trace_vector_setup)(void *, unsigned int, bool, int);
typedef void (*btf_trace_vector_free_moved)(void *, unsigned int, unsigned int, unsigned int,
	bool);
typedef void (*btf_trace_page_fault_user)(void *, unsigned long, struct pt_regs *, unsigned long);
typedef void (*btf_trace_page_fault_kernel)(void *, unsigned long, struct pt_regs *,
	unsigned long);
typedef void (*btf_trace_cpuhp_enter)(void *, unsigned int, int, int, int (*)(unsigned int));
typedef void (*btf_trace_cpuhp_multi_enter)(void *, unsigned int, int, int, int (*)(unsigned int,
	struct hlist_node *), struct hlist_node *);
typedef void (*btf_trace_cpuhp_exit)(void *, unsigned int, int, int, int);
typedef void (*btf_trace_rcu_utilization)(void *, const char *);
typedef void (*btf_trace_rcu_stall_warning)(void *, const char *, const char *);
typedef void (*btf_trace_timer_init)(void *, struct timer_list *);
@until(6.12)
typedef void (*btf_trace_timer_start)(void *, struct timer_list *, unsigned long, unsigned int);
@since(6.12) typedef void (*btf_trace_timer_start)(void *, struct timer_list *, unsigned long);
typedef void (*btf_trace_timer_expire_entry)(void *, struct timer_list *, unsigned long);
typedef void (*btf_trace_timer_expire_exit)(void *, struct timer_list *);
typedef void (*btf_trace_timer_cancel)(void *, struct timer_list *);
typedef void (*btf_trace_hrtimer_init)(void *, struct hrtimer *, clockid_t, enum hrtimer_mode);
typedef void (*btf_trace_hrtimer_start)(void *, struct hrtimer *, enum hrtimer_mode, bool);
typedef void (*btf_trace_hrtimer_expire_entry)(void *, struct hrtimer *, ktime_t *);
typedef void (*btf_trace_hrtimer_expire_exit)(void *, struct hrtimer *);
typedef void (*btf_trace_hrtimer_cancel)(void *, struct hrtimer *);
typedef void (*btf_trace_itimer_state)(void *, int, const struct itimerspec64 *const,
	unsigned long long);
typedef void (*btf_trace_itimer_expire)(void *, int, struct pid *, unsigned long long);
typedef void (*btf_trace_tick_stop)(void *, int, int);
typedef void (*btf_trace_cpu_idle)(void *, unsigned int, unsigned int);
typedef void (*btf_trace_cpu_idle_miss)(void *, unsigned int, unsigned int, bool);
typedef void (*btf_trace_powernv_throttle)(void *, int, const char *, int);
typedef void (*btf_trace_pstate_sample)(void *, u32, u32, u32, u32, u64, u64, u64, u32, u32);
typedef void (*btf_trace_cpu_frequency)(void *, unsigned int, unsigned int);
typedef void (*btf_trace_cpu_frequency_limits)(void *, struct cpufreq_policy *);
typedef void (*btf_trace_device_pm_callback_start)(void *, struct device *, const char *, int);
typedef void (*btf_trace_device_pm_callback_end)(void *, struct device *, int);
typedef void (*btf_trace_suspend_resume)(void *, const char *, int, bool);
typedef void (*btf_trace_wakeup_source_activate)(void *, const char *, unsigned int);
typedef void (*btf_trace_wakeup_source_deactivate)(void *, const char *, unsigned int);
typedef void (*btf_trace_clock_enable)(void *, const char *, unsigned int, unsigned int);
typedef void (*btf_trace_clock_disable)(void *, const char *, unsigned int, unsigned int);
typedef void (*btf_trace_clock_set_rate)(void *, const char *, unsigned int, unsigned int);
typedef void (*btf_trace_power_domain_target)(void *, const char *, unsigned int, unsigned int);
typedef void (*btf_trace_pm_qos_add_request)(void *, s32);
typedef void (*btf_trace_pm_qos_update_request)(void *, s32);
typedef void (*btf_trace_pm_qos_remove_request)(void *, s32);
typedef void (*btf_trace_pm_qos_update_target)(void *, enum pm_qos_req_action, int, int);
typedef void (*btf_trace_pm_qos_update_flags)(void *, enum pm_qos_req_action, int, int);
typedef void (*btf_trace_dev_pm_qos_add_request)(void *, const char *, enum dev_pm_qos_req_type,
	s32);
typedef void (*btf_trace_dev_pm_qos_update_request)(void *, const char *,
	enum dev_pm_qos_req_type, s32);
typedef void (*btf_trace_dev_pm_qos_remove_request)(void *, const char *,
	enum dev_pm_qos_req_type, s32);
typedef void (*btf_trace_guest_halt_poll_ns)(void *, bool, unsigned int, unsigned int);
typedef void (*btf_trace_mm_compaction_isolate_migratepages)(void *, unsigned long, unsigned long,
	unsigned long, unsigned long);
typedef void (*btf_trace_mm_compaction_isolate_freepages)(void *, unsigned long, unsigned long,
	unsigned long, unsigned long);
@until(6.12)
typedef void (*btf_trace_mm_compaction_migratepages)(void *, struct compact_control *,
	unsigned int);
@since(6.12) typedef void (*btf_trace_mm_compaction_migratepages)(void *, unsigned int,
	unsigned int);
typedef void (*btf_trace_mm_compaction_begin)(void *, struct compact_control *, unsigned long,
	unsigned long, bool);
typedef void (*btf_trace_mm_compaction_end)(void *, struct compact_control *, unsigned long,
	unsigned long, bool, int);
typedef void (*btf_trace_mm_compaction_try_to_compact_pages)(void *, int, gfp_t, int);
typedef void (*btf_trace_mm_compaction_finished)(void *, struct zone *, int, int);
typedef void (*btf_trace_mm_compaction_suitable)(void *, struct zone *, int, int);
typedef void (*btf_trace_mm_compaction_deferred)(void *, struct zone *, int);
typedef void (*btf_trace_mm_compaction_defer_compaction)(void *, struct zone *, int);
typedef void (*btf_trace_mm_compaction_defer_reset)(void *, struct zone *, int);
typedef void (*btf_trace_mm_compaction_kcompactd_sleep)(void *, int);
typedef void (*btf_trace_mm_compaction_wakeup_kcompactd)(void *, int, int, enum zone_type);
typedef void (*btf_trace_mm_compaction_kcompactd_wake)(void *, int, int, enum zone_type);
typedef void (*btf_trace_vm_unmapped_area)(void *, unsigned long, struct vm_unmapped_area_info *);
typedef void (*btf_trace_vma_mas_szero)(void *, struct maple_tree *, unsigned long,
	unsigned long);
typedef void (*btf_trace_vma_store)(void *, struct maple_tree *, struct vm_area_struct *);
typedef void (*btf_trace_exit_mmap)(void *, struct mm_struct *);
typedef void (*btf_trace_tlb_flush)(void *, int, unsigned long);
@until(6.12)
typedef void (*btf_trace_mm_migrate_pages)(void *, unsigned long, unsigned long, unsigned long,
	unsigned long, unsigned long, enum migrate_mode, int);
@since(6.12) typedef void (*btf_trace_mm_migrate_pages)(void *, unsigned long, unsigned long,
	unsigned long, unsigned long, unsigned long, unsigned long, enum migrate_mode, int);
typedef void (*btf_trace_mm_migrate_pages_start)(void *, enum migrate_mode, int);
typedef void (*btf_trace_set_migration_pte)(void *, unsigned long, unsigned long, int);
typedef void (*btf_trace_remove_migration_pte)(void *, unsigned long, unsigned long, int);
typedef void (*btf_trace_folio_wait_writeback)(void *, struct folio *, struct address_space *);
typedef void (*btf_trace_inode_foreign_history)(void *, struct inode *,
	struct writeback_control *, unsigned int);
typedef void (*btf_trace_inode_switch_wbs)(void *, struct inode *, struct bdi_writeback *,
	struct bdi_writeback *);
typedef void (*btf_trace_track_foreign_dirty)(void *, struct folio *, struct bdi_writeback *);
typedef void (*btf_trace_flush_foreign)(void *, struct bdi_writeback *, unsigned int,
	unsigned int);
typedef void (*btf_trace_wbc_writepage)(void *, struct writeback_control *,
	struct backing_dev_info *);
typedef void (*btf_trace_global_dirty_state)(void *, unsigned long, unsigned long);
typedef void (*btf_trace_bdi_dirty_ratelimit)(void *, struct bdi_writeback *, unsigned long,
	unsigned long);
typedef void (*btf_trace_balance_dirty_pages)(void *, struct bdi_writeback *, unsigned long,
	unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long,
	unsigned long, unsigned long, long, unsigned long);
typedef void (*btf_trace_emulate_vsyscall)(void *, int);
typedef void (*btf_trace_irq_handler_entry)(void *, int, struct irqaction *);
typedef void (*btf_trace_irq_handler_exit)(void *, int, struct irqaction *, int);
typedef void (*btf_trace_softirq_entry)(void *, unsigned int);
typedef void (*btf_trace_softirq_exit)(void *, unsigned int);
typedef void (*btf_trace_softirq_raise)(void *, unsigned int);
typedef void (*btf_trace_tasklet_entry)(void *, struct tasklet_struct *, void *);
typedef void (*btf_trace_tasklet_exit)(void *, struct tasklet_struct *, void *);
typedef void (*btf_trace_signal_generate)(void *, int, struct kernel_siginfo *,
	struct task_struct *, int, int);
typedef void (*btf_trace_signal_deliver)(void *, int, struct kernel_siginfo *,
	struct k_sigaction *);
typedef void (*btf_trace_sys_enter)(void *, struct pt_regs *, long);
typedef void (*btf_trace_sys_exit)(void *, struct pt_regs *, long);
typedef void (*btf_trace_bpf_trace_printk)(void *, const char *);
@until(5.16) // a0580c6f9bab
{
typedef void (*btf_trace_mm_filemap_delete_from_page_cache)(void *, struct page *);
typedef void (*btf_trace_mm_filemap_add_to_page_cache)(void *, struct page *);
}
@since(5.16)
{
typedef void (*btf_trace_mm_filemap_delete_from_page_cache)(void *, struct folio *);
typedef void (*btf_trace_mm_filemap_add_to_page_cache)(void *, struct folio *);
}
typedef void (*btf_trace_netlink_extack)(void *, const char *);
typedef void (*btf_trace_alarmtimer_suspend)(void *, ktime_t, int);
typedef void (*btf_trace_alarmtimer_fired)(void *, struct alarm *, ktime_t);
typedef void (*btf_trace_alarmtimer_start)(void *, struct alarm *, ktime_t);
typedef void (*btf_trace_alarmtimer_cancel)(void *, struct alarm *, ktime_t);
typedef void (*btf_trace_rseq_update)(void *, struct task_struct *);
typedef void (*btf_trace_rseq_ip_fixup)(void *, unsigned long, unsigned long, unsigned long,
	unsigned long);
typedef void (*btf_trace_icmp_send)(void *, const struct sk_buff *, int, int);
