/* Further functions of the block layer. */

void bio_end_io_acct_remapped(struct bio *bio, unsigned long start_time,
	struct block_device *orig_bdev);
void bio_map_kern_endio(struct bio *bio);
int bio_map_user_iov(struct request *rq, struct iov_iter *iter, gfp_t gfp_mask);
int bio_poll(struct bio *bio, struct io_comp_batch *iob, unsigned int flags);
struct bio *bio_split(struct bio *bio, int sectors, gfp_t gfp, struct bio_set *bs);
struct bio *bio_split_to_limits(struct bio *bio);
unsigned long bio_start_io_acct(struct bio *bio);
@until(6.12) void bio_start_io_acct_time(struct bio *bio, unsigned long start_time);
void blk_add_driver_data(struct request *rq, void *data, size_t len);
void blk_add_rq_to_plug(struct blk_plug *plug, struct request *rq);
void blk_add_timer(struct request *req);
void blk_add_trace_bio_backmerge(void *ignore, struct bio *bio);
void blk_add_trace_bio_bounce(void *ignore, struct bio *bio);
void blk_add_trace_bio_complete(void *ignore, struct request_queue *q, struct bio *bio);
void blk_add_trace_bio_frontmerge(void *ignore, struct bio *bio);
void blk_add_trace_bio_queue(void *ignore, struct bio *bio);
void blk_add_trace_bio_remap(void *ignore, struct bio *bio, dev_t dev, sector_t from);
void blk_add_trace_getrq(void *ignore, struct bio *bio);
void blk_add_trace_plug(void *ignore, struct request_queue *q);
void blk_add_trace_rq(struct request *rq, blk_status_t error, unsigned int nr_bytes, u32 what,
	u64 cgid);
void blk_add_trace_rq_complete(void *ignore, struct request *rq, blk_status_t error,
	unsigned int nr_bytes);
void blk_add_trace_rq_insert(void *ignore, struct request *rq);
void blk_add_trace_rq_issue(void *ignore, struct request *rq);
void blk_add_trace_rq_merge(void *ignore, struct request *rq);
void blk_add_trace_rq_remap(void *ignore, struct request *rq, dev_t dev, sector_t from);
void blk_add_trace_rq_requeue(void *ignore, struct request *rq);
void blk_add_trace_split(void *ignore, struct bio *bio, unsigned int pdu);
void blk_add_trace_unplug(void *ignore, struct request_queue *q, unsigned int depth,
	bool explicit);
void blk_complete_reqs(struct llist_head *list);
enum rq_end_io_ret blk_end_sync_rq(struct request *rq, blk_status_t ret);
void blk_flush_complete_seq(struct request *rq, struct blk_flush_queue *fq, unsigned int seq,
	blk_status_t error);
void blk_flush_integrity(void);
bool blk_get_queue(struct request_queue *q);
@until(6.12) void blk_insert_flush(struct request *rq);
@since(6.12) bool blk_insert_flush(struct request *rq);
void blk_put_queue(struct request_queue *q);
@until(6.12) void blk_queue_alignment_offset(struct request_queue *q, unsigned int offset);
@until(6.12) void blk_queue_bounce_limit(struct request_queue *q, enum blk_bounce bounce);
@until(6.12) void blk_queue_chunk_sectors(struct request_queue *q, unsigned int chunk_sectors);
@until(6.12) void blk_queue_dma_alignment(struct request_queue *q, int mask);
int blk_queue_enter(struct request_queue *q, blk_mq_req_flags_t flags);
void blk_queue_flag_clear(unsigned int flag, struct request_queue *q);
void blk_queue_flag_set(unsigned int flag, struct request_queue *q);
@until(6.12) bool blk_queue_flag_test_and_set(unsigned int flag, struct request_queue *q);
@until(6.12) void blk_queue_io_min(struct request_queue *q, unsigned int min);
@until(6.12) void blk_queue_io_opt(struct request_queue *q, unsigned int opt);
@until(6.12) void blk_queue_logical_block_size(struct request_queue *q, unsigned int size);
@until(6.12) void blk_queue_max_discard_sectors(struct request_queue *q, unsigned int max_discard_sectors);
@until(6.12) void blk_queue_max_discard_segments(struct request_queue *q, unsigned short max_segments);
@until(6.12) void blk_queue_max_hw_sectors(struct request_queue *q, unsigned int max_hw_sectors);
@until(6.12) void blk_queue_max_segment_size(struct request_queue *q, unsigned int max_size);
@until(6.12) void blk_queue_max_segments(struct request_queue *q, unsigned short max_segments);
@until(6.12) void blk_queue_physical_block_size(struct request_queue *q, unsigned int size);
void blk_queue_rq_timeout(struct request_queue *q, unsigned int timeout);
@until(6.12) void blk_queue_segment_boundary(struct request_queue *q, unsigned long mask);
@until(6.12) void blk_queue_start_drain(struct request_queue *q);
@since(6.12) bool blk_queue_start_drain(struct request_queue *q);
@until(6.12) void blk_queue_update_dma_alignment(struct request_queue *q, int mask);
@until(6.12) void blk_queue_update_dma_pad(struct request_queue *q, unsigned int mask);
void blk_queue_usage_counter_release(struct percpu_ref *ref);
@until(6.12) void blk_queue_virt_boundary(struct request_queue *q, unsigned long mask);
@until(6.12) void blk_queue_write_cache(struct request_queue *q, bool wc, bool fua);
@until(6.12) void blk_queue_zone_write_granularity(struct request_queue *q, unsigned int size);
void blk_request_module(dev_t devt);
void blk_timeout_work(struct work_struct *work);
void blkdev_flush_mapping(struct block_device *bdev);
int blkdev_fsync(struct file *filp, loff_t start, loff_t end, int datasync);
int blkdev_get_block(struct inode *inode, sector_t iblock, struct buffer_head *bh, int create);
@until(6.12) struct block_device *blkdev_get_by_dev(dev_t dev, fmode_t mode, void *holder);
@until(6.12) int blkdev_get_whole(struct block_device *bdev, fmode_t mode);
@since(6.12) int blkdev_get_whole(struct block_device *bdev, blk_mode_t mode);
loff_t blkdev_llseek(struct file *file, loff_t offset, int whence);
@until(6.12) void blkdev_put(struct block_device *bdev, fmode_t mode);
@until(6.12) void blkdev_put_whole(struct block_device *bdev, fmode_t mode);
@since(6.12) void blkdev_put_whole(struct block_device *bdev);
void blkdev_readahead(struct readahead_control *rac);
@until(6.12) int blkdev_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int blkdev_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct folio **foliop, void **fsdata);
@until(6.12) int blkdev_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int blkdev_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
@until(6.12) void dd_merged_requests(struct request_queue *q, struct request *req, struct request *next);
@until(6.12) int dd_request_merge(struct request_queue *q, struct request **rq, struct bio *bio);
@until(6.12) void dd_request_merged(struct request_queue *q, struct request *req, enum elv_merge type);
@until(6.12) struct elevator_type *elevator_get(struct request_queue *q, const char *name, bool try_loading);
void elv_merge_requests(struct request_queue *q, struct request *rq, struct request *next);
void elv_merged_request(struct request_queue *q, struct request *rq, enum elv_merge type);
void nvme_complete_async_event(struct nvme_ctrl *ctrl, __le16 status,
	volatile union nvme_result *res);
void nvme_complete_batch_req(struct request *req);
void nvme_complete_rq(struct request *req);
void nvme_end_req(struct request *req);
int nvme_get_effects_log(struct nvme_ctrl *ctrl, u8 csi, struct nvme_effects_log **log);
int nvme_get_features(struct nvme_ctrl *dev, unsigned int fid, unsigned int dword11,
	void *buffer, size_t buflen, u32 *result);
int nvme_get_iopolicy(char *buf, const struct kernel_param *kp);
int nvme_get_log(struct nvme_ctrl *ctrl, u32 nsid, u8 log_page, u8 lsp, u8 csi, void *log,
	size_t size, u64 offset);
int nvme_getgeo(struct block_device *bdev, struct hd_geometry *geo);
void nvme_init_request(struct request *req, struct nvme_command *cmd);
@until(6.12) int nvme_map_user_request(struct request *req, u64 ubuffer, unsigned int bufflen,
	void *meta_buffer, unsigned int meta_len, u32 meta_seed, void **metap,
	struct io_uring_cmd *ioucmd, bool vec);
@since(6.12) int nvme_map_user_request(struct request *req, u64 ubuffer, unsigned int bufflen,
	void *meta_buffer, unsigned int meta_len, struct io_uring_cmd *ioucmd, unsigned int flags);
int nvme_poll(struct blk_mq_hw_ctx *hctx, struct io_comp_batch *iob);
int nvme_poll_cq(struct nvme_queue *nvmeq, struct io_comp_batch *iob);
void nvme_poll_irqdisable(struct nvme_queue *nvmeq);
void nvme_put_ns(struct nvme_ns *ns);
void nvme_put_ns_head(struct nvme_ns_head *head);
@until(6.12) void nvme_queue_rqs(struct request **rqlist);
@since(6.12) void nvme_queue_rqs(struct rq_list *rqlist);
void nvme_queue_scan(struct nvme_ctrl *ctrl);
void nvme_requeue_work(struct work_struct *work);
@until(6.12) void nvme_start_admin_queue(struct nvme_ctrl *ctrl);
void nvme_start_ctrl(struct nvme_ctrl *ctrl);
@until(6.12) void nvme_start_queues(struct nvme_ctrl *ctrl);
@until(6.12) int nvme_submit_io(struct nvme_ns *ns, struct nvme_user_io *uio);
@since(6.12) int nvme_submit_io(struct nvme_ns *ns, struct nvme_user_io *uio, unsigned int flags,
	bool open_for_write);
int nvme_submit_sync_cmd(struct request_queue *q, struct nvme_command *cmd, void *buffer,
	unsigned int bufflen);
@until(6.12) int nvme_submit_user_cmd(struct request_queue *q, struct nvme_command *cmd, u64 ubuffer,
	unsigned int bufflen, void *meta_buffer, unsigned int meta_len, u32 meta_seed,
	u64 *result, unsigned int timeout, bool vec);
@since(6.12) int nvme_submit_user_cmd(struct request_queue *q, struct nvme_command *cmd,
	u64 ubuffer, unsigned int bufflen, void *meta_buffer, unsigned int meta_len, u64 *result,
	unsigned int timeout, unsigned int flags);
enum blk_eh_timer_return nvme_timeout(struct request *req);
