/* Arguments of raw tracepoints of file systems and io_uring: the first is the registration's own. */

typedef void (*btf_trace_locks_get_lock_context)(void *, struct inode *, int,
	struct file_lock_context *);
typedef void (*btf_trace_posix_lock_inode)(void *, struct inode *, struct file_lock *, int);
typedef void (*btf_trace_fcntl_setlk)(void *, struct inode *, struct file_lock *, int);
typedef void (*btf_trace_locks_remove_posix)(void *, struct inode *, struct file_lock *, int);
typedef void (*btf_trace_flock_lock_inode)(void *, struct inode *, struct file_lock *, int);
@until(6.12)
typedef void (*btf_trace_break_lease_noblock)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_break_lease_noblock)(void *, struct inode *,
	struct file_lease *);
@until(6.12)
typedef void (*btf_trace_break_lease_block)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_break_lease_block)(void *, struct inode *,
	struct file_lease *);
@until(6.12)
typedef void (*btf_trace_break_lease_unblock)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_break_lease_unblock)(void *, struct inode *,
	struct file_lease *);
@until(6.12)
typedef void (*btf_trace_generic_delete_lease)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_generic_delete_lease)(void *, struct inode *,
	struct file_lease *);
@until(6.12)
typedef void (*btf_trace_time_out_leases)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_time_out_leases)(void *, struct inode *, struct file_lease *);
@until(6.12)
typedef void (*btf_trace_generic_add_lease)(void *, struct inode *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_generic_add_lease)(void *, struct inode *,
	struct file_lease *);
@until(6.12)
typedef void (*btf_trace_leases_conflict)(void *, bool, struct file_lock *, struct file_lock *);
@since(6.12) typedef void (*btf_trace_leases_conflict)(void *, bool, struct file_lease *,
	struct file_lease *);
typedef void (*btf_trace_ext4_other_inode_update_time)(void *, struct inode *, ino_t);
typedef void (*btf_trace_ext4_free_inode)(void *, struct inode *);
typedef void (*btf_trace_ext4_request_inode)(void *, struct inode *, int);
typedef void (*btf_trace_ext4_allocate_inode)(void *, struct inode *, struct inode *, int);
typedef void (*btf_trace_ext4_evict_inode)(void *, struct inode *);
typedef void (*btf_trace_ext4_drop_inode)(void *, struct inode *, int);
typedef void (*btf_trace_ext4_nfs_commit_metadata)(void *, struct inode *);
typedef void (*btf_trace_ext4_mark_inode_dirty)(void *, struct inode *, unsigned long);
typedef void (*btf_trace_ext4_begin_ordered_truncate)(void *, struct inode *, loff_t);
typedef void (*btf_trace_ext4_write_begin)(void *, struct inode *, loff_t, unsigned int);
typedef void (*btf_trace_ext4_da_write_begin)(void *, struct inode *, loff_t, unsigned int);
typedef void (*btf_trace_ext4_write_end)(void *, struct inode *, loff_t, unsigned int,
	unsigned int);
typedef void (*btf_trace_ext4_journalled_write_end)(void *, struct inode *, loff_t, unsigned int,
	unsigned int);
typedef void (*btf_trace_ext4_da_write_end)(void *, struct inode *, loff_t, unsigned int,
	unsigned int);
typedef void (*btf_trace_ext4_writepages)(void *, struct inode *, struct writeback_control *);
typedef void (*btf_trace_ext4_da_write_pages)(void *, struct inode *, unsigned long,
	struct writeback_control *);
typedef void (*btf_trace_ext4_da_write_pages_extent)(void *, struct inode *,
	struct ext4_map_blocks *);
typedef void (*btf_trace_ext4_writepages_result)(void *, struct inode *,
	struct writeback_control *, int, int);
@until(6.12) typedef void (*btf_trace_ext4_writepage)(void *, struct page *);
@until(6.12) typedef void (*btf_trace_ext4_readpage)(void *, struct page *);
@until(6.12) typedef void (*btf_trace_ext4_releasepage)(void *, struct page *);
typedef void (*btf_trace_ext4_invalidate_folio)(void *, struct folio *, size_t, size_t);
typedef void (*btf_trace_ext4_journalled_invalidate_folio)(void *, struct folio *, size_t,
	size_t);
typedef void (*btf_trace_ext4_discard_blocks)(void *, struct super_block *, unsigned long long,
	unsigned long long);
typedef void (*btf_trace_ext4_mb_new_inode_pa)(void *, struct ext4_allocation_context *,
	struct ext4_prealloc_space *);
typedef void (*btf_trace_ext4_mb_new_group_pa)(void *, struct ext4_allocation_context *,
	struct ext4_prealloc_space *);
typedef void (*btf_trace_ext4_mb_release_inode_pa)(void *, struct ext4_prealloc_space *,
	unsigned long long, unsigned int);
typedef void (*btf_trace_ext4_mb_release_group_pa)(void *, struct super_block *,
	struct ext4_prealloc_space *);
@until(6.12)
typedef void (*btf_trace_ext4_discard_preallocations)(void *, struct inode *, unsigned int,
	unsigned int);
@since(6.12) typedef void (*btf_trace_ext4_discard_preallocations)(void *, struct inode *,
	unsigned int);
typedef void (*btf_trace_ext4_mb_discard_preallocations)(void *, struct super_block *, int);
typedef void (*btf_trace_ext4_request_blocks)(void *, struct ext4_allocation_request *);
typedef void (*btf_trace_ext4_allocate_blocks)(void *, struct ext4_allocation_request *,
	unsigned long long);
typedef void (*btf_trace_ext4_free_blocks)(void *, struct inode *, __u64, unsigned long, int);
typedef void (*btf_trace_ext4_sync_file_enter)(void *, struct file *, int);
typedef void (*btf_trace_ext4_sync_file_exit)(void *, struct inode *, int);
typedef void (*btf_trace_ext4_sync_fs)(void *, struct super_block *, int);
typedef void (*btf_trace_ext4_alloc_da_blocks)(void *, struct inode *);
typedef void (*btf_trace_ext4_mballoc_alloc)(void *, struct ext4_allocation_context *);
typedef void (*btf_trace_ext4_mballoc_prealloc)(void *, struct ext4_allocation_context *);
typedef void (*btf_trace_ext4_mballoc_discard)(void *, struct super_block *, struct inode *,
	ext4_group_t, ext4_grpblk_t, ext4_grpblk_t);
typedef void (*btf_trace_ext4_mballoc_free)(void *, struct super_block *, struct inode *,
	ext4_group_t, ext4_grpblk_t, ext4_grpblk_t);
typedef void (*btf_trace_ext4_forget)(void *, struct inode *, int, __u64);
typedef void (*btf_trace_ext4_da_update_reserve_space)(void *, struct inode *, int, int);
@until(6.12)
typedef void (*btf_trace_ext4_da_reserve_space)(void *, struct inode *);
@since(6.12) typedef void (*btf_trace_ext4_da_reserve_space)(void *, struct inode *, int);
typedef void (*btf_trace_ext4_da_release_space)(void *, struct inode *, int);
typedef void (*btf_trace_ext4_mb_bitmap_load)(void *, struct super_block *, unsigned long);
typedef void (*btf_trace_ext4_mb_buddy_bitmap_load)(void *, struct super_block *, unsigned long);
typedef void (*btf_trace_ext4_load_inode_bitmap)(void *, struct super_block *, unsigned long);
typedef void (*btf_trace_ext4_read_block_bitmap_load)(void *, struct super_block *, unsigned long,
	bool);
typedef void (*btf_trace_ext4_fallocate_enter)(void *, struct inode *, loff_t, loff_t, int);
typedef void (*btf_trace_ext4_punch_hole)(void *, struct inode *, loff_t, loff_t, int);
typedef void (*btf_trace_ext4_zero_range)(void *, struct inode *, loff_t, loff_t, int);
typedef void (*btf_trace_ext4_fallocate_exit)(void *, struct inode *, loff_t, unsigned int, int);
typedef void (*btf_trace_ext4_unlink_enter)(void *, struct inode *, struct dentry *);
typedef void (*btf_trace_ext4_unlink_exit)(void *, struct dentry *, int);
typedef void (*btf_trace_ext4_truncate_enter)(void *, struct inode *);
typedef void (*btf_trace_ext4_truncate_exit)(void *, struct inode *);
typedef void (*btf_trace_ext4_ext_convert_to_initialized_enter)(void *, struct inode *,
	struct ext4_map_blocks *, struct ext4_extent *);
typedef void (*btf_trace_ext4_ext_convert_to_initialized_fastpath)(void *, struct inode *,
	struct ext4_map_blocks *, struct ext4_extent *, struct ext4_extent *);
typedef void (*btf_trace_ext4_ext_map_blocks_enter)(void *, struct inode *, ext4_lblk_t,
	unsigned int, unsigned int);
typedef void (*btf_trace_ext4_ind_map_blocks_enter)(void *, struct inode *, ext4_lblk_t,
	unsigned int, unsigned int);
typedef void (*btf_trace_ext4_ext_map_blocks_exit)(void *, struct inode *, unsigned int,
	struct ext4_map_blocks *, int);
typedef void (*btf_trace_ext4_ind_map_blocks_exit)(void *, struct inode *, unsigned int,
	struct ext4_map_blocks *, int);
typedef void (*btf_trace_ext4_ext_load_extent)(void *, struct inode *, ext4_lblk_t, ext4_fsblk_t);
typedef void (*btf_trace_ext4_load_inode)(void *, struct super_block *, unsigned long);
@until(6.12) typedef void (*btf_trace_ext4_journal_start)(void *, struct super_block *, int, int, int,
	unsigned long);
typedef void (*btf_trace_ext4_journal_start_reserved)(void *, struct super_block *, int,
	unsigned long);
typedef void (*btf_trace_ext4_trim_extent)(void *, struct super_block *, ext4_group_t,
	ext4_grpblk_t, ext4_grpblk_t);
typedef void (*btf_trace_ext4_trim_all_free)(void *, struct super_block *, ext4_group_t,
	ext4_grpblk_t, ext4_grpblk_t);
typedef void (*btf_trace_ext4_ext_handle_unwritten_extents)(void *, struct inode *,
	struct ext4_map_blocks *, int, unsigned int, ext4_fsblk_t);
typedef void (*btf_trace_ext4_get_implied_cluster_alloc_exit)(void *, struct super_block *,
	struct ext4_map_blocks *, int);
typedef void (*btf_trace_ext4_ext_show_extent)(void *, struct inode *, ext4_lblk_t, ext4_fsblk_t,
	unsigned short);
typedef void (*btf_trace_ext4_remove_blocks)(void *, struct inode *, struct ext4_extent *,
	ext4_lblk_t, ext4_fsblk_t, struct partial_cluster *);
typedef void (*btf_trace_ext4_ext_rm_leaf)(void *, struct inode *, ext4_lblk_t,
	struct ext4_extent *, struct partial_cluster *);
typedef void (*btf_trace_ext4_ext_rm_idx)(void *, struct inode *, ext4_fsblk_t);
typedef void (*btf_trace_ext4_ext_remove_space)(void *, struct inode *, ext4_lblk_t, ext4_lblk_t,
	int);
typedef void (*btf_trace_ext4_ext_remove_space_done)(void *, struct inode *, ext4_lblk_t,
	ext4_lblk_t, int, struct partial_cluster *, __le16);
typedef void (*btf_trace_ext4_es_insert_extent)(void *, struct inode *, struct extent_status *);
typedef void (*btf_trace_ext4_es_cache_extent)(void *, struct inode *, struct extent_status *);
typedef void (*btf_trace_ext4_es_remove_extent)(void *, struct inode *, ext4_lblk_t, ext4_lblk_t);
typedef void (*btf_trace_ext4_es_find_extent_range_enter)(void *, struct inode *, ext4_lblk_t);
typedef void (*btf_trace_ext4_es_find_extent_range_exit)(void *, struct inode *,
	struct extent_status *);
typedef void (*btf_trace_ext4_es_lookup_extent_enter)(void *, struct inode *, ext4_lblk_t);
typedef void (*btf_trace_ext4_es_lookup_extent_exit)(void *, struct inode *,
	struct extent_status *, int);
typedef void (*btf_trace_ext4_es_shrink_count)(void *, struct super_block *, int, int);
typedef void (*btf_trace_ext4_es_shrink_scan_enter)(void *, struct super_block *, int, int);
typedef void (*btf_trace_ext4_es_shrink_scan_exit)(void *, struct super_block *, int, int);
typedef void (*btf_trace_ext4_collapse_range)(void *, struct inode *, loff_t, loff_t);
typedef void (*btf_trace_ext4_insert_range)(void *, struct inode *, loff_t, loff_t);
typedef void (*btf_trace_ext4_es_shrink)(void *, struct super_block *, int, u64, int, int);
@until(6.12) typedef void (*btf_trace_ext4_es_insert_delayed_block)(void *, struct inode *,
	struct extent_status *, bool);
typedef void (*btf_trace_ext4_fsmap_low_key)(void *, struct super_block *, u32, u32, u64, u64,
	u64);
typedef void (*btf_trace_ext4_fsmap_high_key)(void *, struct super_block *, u32, u32, u64, u64,
	u64);
typedef void (*btf_trace_ext4_fsmap_mapping)(void *, struct super_block *, u32, u32, u64, u64,
	u64);
typedef void (*btf_trace_ext4_getfsmap_low_key)(void *, struct super_block *,
	struct ext4_fsmap *);
typedef void (*btf_trace_ext4_getfsmap_high_key)(void *, struct super_block *,
	struct ext4_fsmap *);
typedef void (*btf_trace_ext4_getfsmap_mapping)(void *, struct super_block *,
	struct ext4_fsmap *);
typedef void (*btf_trace_ext4_shutdown)(void *, struct super_block *, unsigned long);
typedef void (*btf_trace_ext4_error)(void *, struct super_block *, const char *, unsigned int);
typedef void (*btf_trace_ext4_prefetch_bitmaps)(void *, struct super_block *, ext4_group_t,
	ext4_group_t, unsigned int);
typedef void (*btf_trace_ext4_lazy_itable_init)(void *, struct super_block *, ext4_group_t);
typedef void (*btf_trace_ext4_fc_replay_scan)(void *, struct super_block *, int, int);
typedef void (*btf_trace_ext4_fc_replay)(void *, struct super_block *, int, int, int, int);
typedef void (*btf_trace_ext4_fc_commit_start)(void *, struct super_block *, tid_t);
typedef void (*btf_trace_ext4_fc_commit_stop)(void *, struct super_block *, int, int, tid_t);
typedef void (*btf_trace_ext4_fc_stats)(void *, struct super_block *);
typedef void (*btf_trace_ext4_fc_track_create)(void *, handle_t *, struct inode *,
	struct dentry *, int);
typedef void (*btf_trace_ext4_fc_track_link)(void *, handle_t *, struct inode *, struct dentry *,
	int);
typedef void (*btf_trace_ext4_fc_track_unlink)(void *, handle_t *, struct inode *,
	struct dentry *, int);
typedef void (*btf_trace_ext4_fc_track_inode)(void *, handle_t *, struct inode *, int);
typedef void (*btf_trace_ext4_fc_track_range)(void *, handle_t *, struct inode *, long, long,
	int);
typedef void (*btf_trace_ext4_fc_cleanup)(void *, journal_t *, int, tid_t);
typedef void (*btf_trace_ext4_update_sb)(void *, struct super_block *, ext4_fsblk_t,
	unsigned int);
typedef void (*btf_trace_cdev_update)(void *, struct thermal_cooling_device *, unsigned long);
typedef void (*btf_trace_page_pool_release)(void *, const struct page_pool *, s32, u32, u32);
@until(6.12)
typedef void (*btf_trace_page_pool_state_release)(void *, const struct page_pool *,
	const struct page *, u32);
@since(6.12) typedef void (*btf_trace_page_pool_state_release)(void *, const struct page_pool *,
	netmem_ref, u32);
typedef void (*btf_trace_neigh_cleanup_and_release)(void *, struct neighbour *, int);
typedef void (*btf_trace_cgroup_release)(void *, struct cgroup *, const char *);
typedef void (*btf_trace_mmap_lock_released)(void *, struct mm_struct *, const char *, bool);
typedef void (*btf_trace_iocost_iocg_activate)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u64, u64, u64);
typedef void (*btf_trace_iocost_iocg_idle)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u64, u64, u64);
typedef void (*btf_trace_iocost_inuse_shortage)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u32, u32, u64, u64);
typedef void (*btf_trace_iocost_inuse_transfer)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u32, u32, u64, u64);
typedef void (*btf_trace_iocost_inuse_adjust)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u32, u32, u64, u64);
typedef void (*btf_trace_iocost_ioc_vrate_adj)(void *, struct ioc *, u64, u32 *, u32, int, int);
typedef void (*btf_trace_iocost_iocg_forgive_debt)(void *, struct ioc_gq *, const char *,
	struct ioc_now *, u32, u64, u64, u64, u64);
@until(5.18) // tracing of folios' dirtying
typedef void (*btf_trace_writeback_dirty_page)(void *, struct page *, struct address_space *);
@since(5.18)
typedef void (*btf_trace_writeback_dirty_folio)(void *, struct folio *, struct address_space *);
typedef void (*btf_trace_writeback_mark_inode_dirty)(void *, struct inode *, int);
typedef void (*btf_trace_writeback_dirty_inode_start)(void *, struct inode *, int);
typedef void (*btf_trace_writeback_dirty_inode)(void *, struct inode *, int);
typedef void (*btf_trace_writeback_write_inode_start)(void *, struct inode *,
	struct writeback_control *);
typedef void (*btf_trace_writeback_write_inode)(void *, struct inode *,
	struct writeback_control *);
typedef void (*btf_trace_writeback_queue)(void *, struct bdi_writeback *,
	struct wb_writeback_work *);
typedef void (*btf_trace_writeback_exec)(void *, struct bdi_writeback *,
	struct wb_writeback_work *);
typedef void (*btf_trace_writeback_start)(void *, struct bdi_writeback *,
	struct wb_writeback_work *);
typedef void (*btf_trace_writeback_written)(void *, struct bdi_writeback *,
	struct wb_writeback_work *);
typedef void (*btf_trace_writeback_wait)(void *, struct bdi_writeback *,
	struct wb_writeback_work *);
typedef void (*btf_trace_writeback_pages_written)(void *, long);
typedef void (*btf_trace_writeback_wake_background)(void *, struct bdi_writeback *);
typedef void (*btf_trace_writeback_bdi_register)(void *, struct backing_dev_info *);
typedef void (*btf_trace_writeback_queue_io)(void *, struct bdi_writeback *,
	struct wb_writeback_work *, unsigned long, int);
typedef void (*btf_trace_writeback_sb_inodes_requeue)(void *, struct inode *);
typedef void (*btf_trace_writeback_single_inode_start)(void *, struct inode *,
	struct writeback_control *, unsigned long);
typedef void (*btf_trace_writeback_single_inode)(void *, struct inode *,
	struct writeback_control *, unsigned long);
typedef void (*btf_trace_writeback_lazytime)(void *, struct inode *);
typedef void (*btf_trace_writeback_lazytime_iput)(void *, struct inode *);
typedef void (*btf_trace_writeback_dirty_inode_enqueue)(void *, struct inode *);
typedef void (*btf_trace_sb_mark_inode_writeback)(void *, struct inode *);
typedef void (*btf_trace_sb_clear_inode_writeback)(void *, struct inode *);
typedef void (*btf_trace_nvme_setup_cmd)(void *, struct request *, struct nvme_command *);
typedef void (*btf_trace_nvme_complete_rq)(void *, struct request *);
typedef void (*btf_trace_nvme_async_event)(void *, struct nvme_ctrl *, u32);
typedef void (*btf_trace_nvme_sq)(void *, struct request *, __le16, int);
typedef void (*btf_trace_filemap_set_wb_err)(void *, struct address_space *, errseq_t);
typedef void (*btf_trace_file_check_and_advance_wb_err)(void *, struct file *, errseq_t);
typedef void (*btf_trace_block_touch_buffer)(void *, struct buffer_head *);
typedef void (*btf_trace_block_dirty_buffer)(void *, struct buffer_head *);
typedef void (*btf_trace_block_rq_requeue)(void *, struct request *);
typedef void (*btf_trace_block_rq_complete)(void *, struct request *, blk_status_t, unsigned int);
@since(5.18) // d5869fdc189f
typedef void (*btf_trace_block_rq_error)(void *, struct request *, blk_status_t, unsigned int);
typedef void (*btf_trace_block_rq_insert)(void *, struct request *);
typedef void (*btf_trace_block_rq_issue)(void *, struct request *);
typedef void (*btf_trace_block_rq_merge)(void *, struct request *);
typedef void (*btf_trace_block_bio_complete)(void *, struct request_queue *, struct bio *);
typedef void (*btf_trace_block_bio_bounce)(void *, struct bio *);
typedef void (*btf_trace_block_bio_backmerge)(void *, struct bio *);
typedef void (*btf_trace_block_bio_frontmerge)(void *, struct bio *);
typedef void (*btf_trace_block_bio_queue)(void *, struct bio *);
typedef void (*btf_trace_block_getrq)(void *, struct bio *);
typedef void (*btf_trace_block_plug)(void *, struct request_queue *);
typedef void (*btf_trace_block_unplug)(void *, struct request_queue *, unsigned int, bool);
typedef void (*btf_trace_block_split)(void *, struct bio *, unsigned int);
typedef void (*btf_trace_block_bio_remap)(void *, struct bio *, dev_t, sector_t);
typedef void (*btf_trace_block_rq_remap)(void *, struct request *, dev_t, sector_t);
typedef void (*btf_trace_io_uring_create)(void *, int, void *, u32, u32, u32);
typedef void (*btf_trace_io_uring_register)(void *, void *, unsigned int, unsigned int,
	unsigned int, long);
typedef void (*btf_trace_io_uring_file_get)(void *, struct io_kiocb *, int);
typedef void (*btf_trace_io_uring_queue_async_work)(void *, struct io_kiocb *, int);
typedef void (*btf_trace_io_uring_defer)(void *, struct io_kiocb *);
typedef void (*btf_trace_io_uring_link)(void *, struct io_kiocb *, struct io_kiocb *);
typedef void (*btf_trace_io_uring_cqring_wait)(void *, void *, int);
typedef void (*btf_trace_io_uring_fail_link)(void *, struct io_kiocb *, struct io_kiocb *);
typedef void (*btf_trace_io_uring_complete)(void *, void *, void *, u64, int, unsigned int, u64,
	u64);
@until(6.12) typedef void (*btf_trace_io_uring_submit_sqe)(void *, struct io_kiocb *, bool);
typedef void (*btf_trace_io_uring_poll_arm)(void *, struct io_kiocb *, int, int);
typedef void (*btf_trace_io_uring_task_add)(void *, struct io_kiocb *, int);
typedef void (*btf_trace_io_uring_req_failed)(void *, const struct io_uring_sqe *,
	struct io_kiocb *, int);
typedef void (*btf_trace_io_uring_cqe_overflow)(void *, void *, unsigned long long, s32, u32,
	void *);
@until(6.12)
typedef void (*btf_trace_io_uring_task_work_run)(void *, void *, unsigned int, unsigned int);
@since(6.12) typedef void (*btf_trace_io_uring_task_work_run)(void *, void *, unsigned int);
typedef void (*btf_trace_io_uring_short_write)(void *, void *, u64, u64, u64);
typedef void (*btf_trace_io_uring_local_work_run)(void *, void *, int, unsigned int);
typedef void (*btf_trace_iomap_readpage)(void *, struct inode *, int);
typedef void (*btf_trace_iomap_readahead)(void *, struct inode *, int);
typedef void (*btf_trace_iomap_writepage)(void *, struct inode *, loff_t, u64);
typedef void (*btf_trace_iomap_release_folio)(void *, struct inode *, loff_t, u64);
typedef void (*btf_trace_iomap_invalidate_folio)(void *, struct inode *, loff_t, u64);
typedef void (*btf_trace_iomap_dio_invalidate_fail)(void *, struct inode *, loff_t, u64);
typedef void (*btf_trace_iomap_iter_dstmap)(void *, struct inode *, struct iomap *);
typedef void (*btf_trace_iomap_iter_srcmap)(void *, struct inode *, struct iomap *);
@until(6.12)
typedef void (*btf_trace_iomap_writepage_map)(void *, struct inode *, struct iomap *);
@since(6.12) typedef void (*btf_trace_iomap_writepage_map)(void *, struct inode *, u64,
	unsigned int, struct iomap *);
typedef void (*btf_trace_iomap_iter)(void *, struct iomap_iter *, const void *, unsigned long);
typedef void (*btf_trace_jbd2_checkpoint)(void *, journal_t *, int);
typedef void (*btf_trace_jbd2_start_commit)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_commit_locking)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_commit_flushing)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_commit_logging)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_drop_transaction)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_end_commit)(void *, journal_t *, transaction_t *);
typedef void (*btf_trace_jbd2_submit_inode_data)(void *, struct inode *);
typedef void (*btf_trace_jbd2_handle_start)(void *, dev_t, tid_t, unsigned int, unsigned int,
	int);
typedef void (*btf_trace_jbd2_handle_restart)(void *, dev_t, tid_t, unsigned int, unsigned int,
	int);
typedef void (*btf_trace_jbd2_handle_extend)(void *, dev_t, tid_t, unsigned int, unsigned int,
	int, int);
typedef void (*btf_trace_jbd2_handle_stats)(void *, dev_t, tid_t, unsigned int, unsigned int, int,
	int, int, int);
typedef void (*btf_trace_jbd2_run_stats)(void *, dev_t, tid_t, struct transaction_run_stats_s *);
typedef void (*btf_trace_jbd2_checkpoint_stats)(void *, dev_t, tid_t,
	struct transaction_chp_stats_s *);
typedef void (*btf_trace_jbd2_update_log_tail)(void *, journal_t *, tid_t, unsigned long,
	unsigned long);
typedef void (*btf_trace_jbd2_write_superblock)(void *, journal_t *, blk_opf_t);
typedef void (*btf_trace_jbd2_lock_buffer_stall)(void *, dev_t, unsigned long);
typedef void (*btf_trace_jbd2_shrink_count)(void *, journal_t *, unsigned long, unsigned long);
typedef void (*btf_trace_jbd2_shrink_scan_enter)(void *, journal_t *, unsigned long,
	unsigned long);
typedef void (*btf_trace_jbd2_shrink_scan_exit)(void *, journal_t *, unsigned long, unsigned long,
	unsigned long);
typedef void (*btf_trace_jbd2_shrink_checkpoint_list)(void *, journal_t *, tid_t, tid_t, tid_t,
	unsigned long, tid_t);
typedef void (*btf_trace_wbt_stat)(void *, struct backing_dev_info *, struct blk_rq_stat *);
typedef void (*btf_trace_wbt_lat)(void *, struct backing_dev_info *, unsigned long);
typedef void (*btf_trace_wbt_step)(void *, struct backing_dev_info *, const char *, int,
	unsigned long, unsigned int, unsigned int, unsigned int);
typedef void (*btf_trace_wbt_timer)(void *, struct backing_dev_info *, unsigned int, int,
	unsigned int);
