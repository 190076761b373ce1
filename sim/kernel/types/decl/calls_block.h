/* Functions of the block layer that a program may attach to. */

void blk_mq_hctx_set_fq_lock_class(struct blk_mq_hw_ctx *hctx, struct lock_class_key *key);
int blk_mq_init(void);
unsigned int blk_mq_rq_cpu(struct request *rq);
void blk_mq_update_nr_hw_queues(struct blk_mq_tag_set *set, int nr_hw_queues);
int blk_mq_update_nr_requests(struct request_queue *q, unsigned int nr);
void blk_mq_free_tag_set(struct blk_mq_tag_set *set);
int blk_mq_alloc_sq_tag_set(struct blk_mq_tag_set *set, const struct blk_mq_ops *ops,
	unsigned int queue_depth, unsigned int set_flags);
int blk_mq_alloc_tag_set(struct blk_mq_tag_set *set);
@until(6.12) int blk_mq_realloc_tag_set_tags(struct blk_mq_tag_set *set, int cur_nr_hw_queues,
	int new_nr_hw_queues);
void blk_mq_update_queue_map(struct blk_mq_tag_set *set);
void blk_mq_exit_queue(struct request_queue *q);
void blk_mq_realloc_hw_ctxs(struct blk_mq_tag_set *set, struct request_queue *q);
void blk_mq_destroy_queue(struct request_queue *q);
@until(6.12) struct request_queue *blk_mq_init_queue(struct blk_mq_tag_set *set);
void blk_mq_release(struct request_queue *q);
void blk_mq_map_swqueue(struct request_queue *q);
void blk_mq_exit_hctx(struct request_queue *q, struct blk_mq_tag_set *set,
	struct blk_mq_hw_ctx *hctx, unsigned int hctx_idx);
bool blk_mq_has_request(struct request *rq, void *data);
int blk_mq_get_hctx_node(struct blk_mq_tag_set *set, unsigned int hctx_idx);
void blk_mq_free_rq_map(struct blk_mq_tags *tags);
void blk_mq_free_rqs(struct blk_mq_tag_set *set, struct blk_mq_tags *tags, unsigned int hctx_idx);
void blk_mq_submit_bio(struct bio *bio);
@until(6.12) bool blk_mq_attempt_bio_merge(struct request_queue *q, struct bio *bio, unsigned int nr_segs);
void blk_mq_try_issue_list_directly(struct blk_mq_hw_ctx *hctx, struct list_head *list);
void blk_mq_flush_plug_list(struct blk_plug *plug, bool from_schedule);
void blk_mq_try_issue_directly(struct blk_mq_hw_ctx *hctx, struct request *rq);
@until(6.12) void blk_mq_commit_rqs(struct blk_mq_hw_ctx *hctx, int *queued, bool from_schedule);
@until(6.12) void blk_mq_insert_requests(struct blk_mq_hw_ctx *hctx, struct blk_mq_ctx *ctx,
	struct list_head *list);
@until(6.12) void blk_mq_request_bypass_insert(struct request *rq, bool at_head, bool run_queue);
void blk_mq_run_work_fn(struct work_struct *work);
void blk_mq_start_hw_queues(struct request_queue *q);
void blk_mq_start_hw_queue(struct blk_mq_hw_ctx *hctx);
void blk_mq_stop_hw_queues(struct request_queue *q);
void blk_mq_stop_hw_queue(struct blk_mq_hw_ctx *hctx);
void blk_mq_delay_run_hw_queues(struct request_queue *q, unsigned long msecs);
void blk_mq_run_hw_queues(struct request_queue *q, bool async);
void blk_mq_run_hw_queue(struct blk_mq_hw_ctx *hctx, bool async);
void blk_mq_delay_run_hw_queue(struct blk_mq_hw_ctx *hctx, unsigned long msecs);
bool blk_mq_dispatch_rq_list(struct blk_mq_hw_ctx *hctx, struct list_head *list,
	unsigned int nr_budgets);
int blk_mq_dispatch_wake(wait_queue_entry_t *wait, unsigned int mode, int flags, void *key);
struct request *blk_mq_dequeue_from_ctx(struct blk_mq_hw_ctx *hctx, struct blk_mq_ctx *start);
void blk_mq_flush_busy_ctxs(struct blk_mq_hw_ctx *hctx, struct list_head *list);
void blk_mq_timeout_work(struct work_struct *work);
bool blk_mq_handle_expired(struct request *rq, void *priv);
bool blk_mq_check_expired(struct request *rq, void *priv);
void blk_mq_put_rq_ref(struct request *rq);
bool blk_mq_queue_inflight(struct request_queue *q);
bool blk_mq_rq_inflight(struct request *rq, void *priv);
void blk_mq_delay_kick_requeue_list(struct request_queue *q, unsigned long msecs);
void blk_mq_kick_requeue_list(struct request_queue *q);
void blk_mq_requeue_work(struct work_struct *work);
void blk_mq_requeue_request(struct request *rq, bool kick_requeue_list);
void blk_mq_start_request(struct request *rq);
void blk_mq_complete_request(struct request *rq);
bool blk_mq_complete_request_remote(struct request *rq);
@until(5.16) void blk_account_io_start(struct request *rq); // be6bfe36db17
@since(6.5) void blk_account_io_start(struct request *req); // 5a80bd075f3b
@since(5.16) @until(5.17) // 450b7879e345: static and inlined from 5.17 on
{
	void __blk_account_io_start(struct request *rq);
	void __blk_account_io_done(struct request *req, u64 now);
}
void blk_account_io_done(struct request *req, u64 now);
bool blk_update_request(struct request *req, blk_status_t error, unsigned int nr_bytes);
void blk_mq_free_plug_rqs(struct blk_plug *plug);
void blk_mq_free_request(struct request *rq);
struct request *blk_mq_alloc_request_hctx(struct request_queue *q, blk_opf_t opf,
	blk_mq_req_flags_t flags, unsigned int hctx_idx);
struct request *blk_mq_alloc_request(struct request_queue *q, blk_opf_t opf,
	blk_mq_req_flags_t flags);
void blk_mq_wake_waiters(struct request_queue *q);
void blk_mq_unquiesce_queue(struct request_queue *q);
void blk_mq_quiesce_queue(struct request_queue *q);
@until(6.12) void blk_mq_wait_quiesce_done(struct request_queue *q);
@since(6.12) void blk_mq_wait_quiesce_done(struct blk_mq_tag_set *set);
void blk_mq_quiesce_queue_nowait(struct request_queue *q);
void blk_mq_unfreeze_queue(struct request_queue *q);
void blk_mq_freeze_queue(struct request_queue *q);
int blk_mq_freeze_queue_wait_timeout(struct request_queue *q, unsigned long timeout);
void blk_mq_freeze_queue_wait(struct request_queue *q);
void blk_mq_in_flight_rw(struct request_queue *q, struct block_device *part,
	unsigned int *inflight);
unsigned int blk_mq_in_flight(struct request_queue *q, struct block_device *part);
bool blk_mq_check_inflight(struct request *rq, void *priv);
void blk_mq_hctx_mark_pending(struct blk_mq_hw_ctx *hctx, struct blk_mq_ctx *ctx);
bool blk_mq_hctx_has_pending(struct blk_mq_hw_ctx *hctx);
void blk_mq_pci_map_queues(struct blk_mq_queue_map *qmap, struct pci_dev *pdev, int offset);
void blk_mq_debugfs_register_rqos(struct rq_qos *rqos);
void blk_mq_debugfs_unregister_rqos(struct rq_qos *rqos);
void blk_mq_debugfs_unregister_sched(struct request_queue *q);
void blk_mq_debugfs_register_sched(struct request_queue *q);
void blk_mq_debugfs_unregister_hctxs(struct request_queue *q);
void blk_mq_debugfs_register_hctxs(struct request_queue *q);
void blk_mq_debugfs_unregister_hctx(struct blk_mq_hw_ctx *hctx);
void blk_mq_debugfs_register_hctx(struct request_queue *q, struct blk_mq_hw_ctx *hctx);
void blk_mq_debugfs_register(struct request_queue *q);
int blk_mq_debugfs_release(struct inode *inode, struct file *file);
ssize_t blk_mq_debugfs_write(struct file *file, const char *buf, size_t count, loff_t *ppos);
int blk_mq_debugfs_show(struct seq_file *m, void *v);
void blk_mq_debugfs_tags_show(struct seq_file *m, struct blk_mq_tags *tags);
int blk_mq_debugfs_rq_show(struct seq_file *m, void *v);
enum elv_merge elv_merge(struct request_queue *q, struct request **req, struct bio *bio);
bool blk_attempt_plug_merge(struct request_queue *q, struct bio *bio, unsigned int nr_segs);
void blk_account_io_merge_bio(struct request *req);
enum elv_merge blk_try_merge(struct request *rq, struct bio *bio);
bool blk_attempt_req_merge(struct request_queue *q, struct request *rq, struct request *next);
void bio_endio(struct bio *bio);
int submit_bio_wait(struct bio *bio);
void bio_put(struct bio *bio);
struct bio *bio_alloc_bioset(struct block_device *bdev, unsigned short nr_vecs, blk_opf_t opf,
	gfp_t gfp_mask, struct bio_set *bs);
int blk_mq_sysfs_register_hctxs(struct request_queue *q);
void blk_mq_sysfs_unregister_hctxs(struct request_queue *q);
void blk_mq_sysfs_unregister(struct gendisk *disk);
int blk_mq_sysfs_register(struct gendisk *disk);
void blk_mq_sysfs_init(struct request_queue *q);
void blk_mq_sysfs_deinit(struct request_queue *q);
void blk_mq_hctx_kobj_init(struct blk_mq_hw_ctx *hctx);
int blk_mq_register_hctx(struct blk_mq_hw_ctx *hctx);
ssize_t blk_mq_hw_sysfs_cpus_show(struct blk_mq_hw_ctx *hctx, char *page);
ssize_t blk_mq_hw_sysfs_nr_tags_show(struct blk_mq_hw_ctx *hctx, char *page);
@until(6.12) ssize_t blk_mq_hw_sysfs_store(struct kobject *kobj, struct attribute *attr, const char *page,
	size_t length);
ssize_t blk_mq_hw_sysfs_show(struct kobject *kobj, struct attribute *attr, char *page);
void blk_mq_hw_sysfs_release(struct kobject *kobj);
void blk_mq_ctx_sysfs_release(struct kobject *kobj);
void blk_mq_sysfs_release(struct kobject *kobj);
@until(6.12) void blk_mq_rdma_map_queues(struct blk_mq_queue_map *map, struct ib_device *dev, int first_vec);
void blk_finish_plug(struct blk_plug *plug);
void blk_start_plug(struct blk_plug *plug);
void blk_start_plug_nr_ios(struct blk_plug *plug, unsigned short nr_ios);
void submit_bio(struct bio *bio);
void submit_bio_noacct(struct bio *bio);
void __submit_bio(struct bio *bio);
int blk_mq_hw_queue_to_node(struct blk_mq_queue_map *qmap, unsigned int index);
void blk_mq_map_queues(struct blk_mq_queue_map *qmap);
void blk_mq_exit_sched(struct request_queue *q, struct elevator_queue *e);
int blk_mq_init_sched(struct request_queue *q, struct elevator_type *e);
@until(6.12) int blk_mq_do_dispatch_ctx(struct blk_mq_hw_ctx *hctx);
@until(6.12) int blk_mq_do_dispatch_sched(struct blk_mq_hw_ctx *hctx);
void blk_mq_virtio_map_queues(struct blk_mq_queue_map *qmap, struct virtio_device *vdev,
	int first_vec);
blk_status_t nvme_queue_rq(struct blk_mq_hw_ctx *hctx, const struct blk_mq_queue_data *bd);
u32 blk_mq_unique_tag(struct request *rq);
int blk_mq_tag_update_depth(struct blk_mq_hw_ctx *hctx, struct blk_mq_tags **tagsptr,
	unsigned int tdepth, bool can_grow);
void blk_mq_free_tags(struct blk_mq_tags *tags);
struct blk_mq_tags *blk_mq_init_tags(unsigned int total_tags, unsigned int reserved_tags,
	int node, int alloc_policy);
int blk_mq_init_bitmaps(struct sbitmap_queue *bitmap_tags, struct sbitmap_queue *breserved_tags,
	unsigned int queue_depth, unsigned int reserved, int node, int alloc_policy);
void blk_mq_queue_tag_busy_iter(struct request_queue *q, busy_tag_iter_fn *fn, void *priv);
void blk_mq_tagset_busy_iter(struct blk_mq_tag_set *tagset, busy_tag_iter_fn *fn, void *priv);
void blk_mq_all_tag_iter(struct blk_mq_tags *tags, busy_tag_iter_fn *fn, void *priv);
void blk_mq_put_tags(struct blk_mq_tags *tags, int *tag_array, int nr_tags);
void blk_mq_put_tag(struct blk_mq_tags *tags, struct blk_mq_ctx *ctx, unsigned int tag);
unsigned int blk_mq_get_tag(struct blk_mq_alloc_data *data);
unsigned long blk_mq_get_tags(struct blk_mq_alloc_data *data, int nr_tags, unsigned int *offset);
void blk_mq_tag_wakeup_all(struct blk_mq_tags *tags, bool include_reserve);
