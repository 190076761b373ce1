/* Functions of memory management that a program may attach to. */

void free_nsproxy(struct nsproxy *ns);
void free_module(struct module *mod);
bool out_of_memory(struct oom_control *oc);
void oom_kill_process(struct oom_control *oc, const char *message);
int kswapd(void *p);
unsigned long try_to_free_pages(struct zonelist *zonelist, int order, gfp_t gfp_mask,
	nodemask_t *nodemask);
void shrink_node(pg_data_t *pgdat, struct scan_control *sc);
void shrink_lruvec(struct lruvec *lruvec, struct scan_control *sc);
unsigned long shrink_slab(gfp_t gfp_mask, int nid, struct mem_cgroup *memcg, int priority);
@until(6.12) void *krealloc(const void *p, size_t new_size, gfp_t flags);
@until(6.12) void *kmalloc_trace(struct kmem_cache *s, gfp_t gfpflags, size_t size);
void kfree(const void *object);
@until(6.12) void *__kmalloc(size_t size, gfp_t flags);
@until(6.12) void *__kmalloc_node(size_t size, gfp_t flags, int node);
@until(6.12) long pin_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
	struct page **pages, struct vm_area_struct **vmas);
@since(6.12) long pin_user_pages(unsigned long start, unsigned long nr_pages,
	unsigned int gup_flags, struct page **pages);
@until(6.12) long get_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
	struct page **pages, struct vm_area_struct **vmas);
@since(6.12) long get_user_pages(unsigned long start, unsigned long nr_pages,
	unsigned int gup_flags, struct page **pages);
@until(6.12) long __get_user_pages(struct mm_struct *mm, unsigned long start, unsigned long nr_pages,
	unsigned int gup_flags, struct page **pages, struct vm_area_struct **vmas, int *locked);
@since(6.12) long __get_user_pages(struct mm_struct *mm, unsigned long start,
	unsigned long nr_pages, unsigned int gup_flags, struct page **pages, int *locked);
@until(6.12) int swap_readpage(struct page *page, bool synchronous, struct swap_iocb **plug);
int swap_writepage(struct page *page, struct writeback_control *wbc);
@since(6.12) typedef struct folio *new_folio_t(struct folio *, unsigned long);
@since(6.12) typedef void free_folio_t(struct folio *, unsigned long);
@until(6.12) int migrate_pages(struct list_head *from, new_page_t *get_new_page, free_page_t *put_new_page,
	unsigned long private, enum migrate_mode mode, int reason, unsigned int *ret_succeeded);
@since(6.12) int migrate_pages(struct list_head *from, new_folio_t *get_new_folio,
	free_folio_t *put_new_folio, unsigned long private, enum migrate_mode mode, int reason,
	unsigned int *ret_succeeded);
size_t copy_page_from_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i);
size_t copy_page_to_iter(struct page *page, size_t offset, size_t bytes, struct iov_iter *i);
size_t _copy_from_iter(void *addr, size_t bytes, struct iov_iter *i);
size_t _copy_to_iter(const void *addr, size_t bytes, struct iov_iter *i);
struct pid *alloc_pid(struct pid_namespace *ns, pid_t *set_tid, size_t set_tid_size);
void free_pid(struct pid *pid);
int default_wake_function(wait_queue_entry_t *curr, unsigned int mode, int wake_flags, void *key);
vm_fault_t handle_mm_fault(struct vm_area_struct *vma, unsigned long address, unsigned int flags,
	struct pt_regs *regs);
vm_fault_t do_fault(struct vm_fault *vmf);
vm_fault_t do_swap_page(struct vm_fault *vmf);
vm_fault_t do_wp_page(struct vm_fault *vmf);
@until(6.12) vm_fault_t wp_page_copy(struct vm_fault *vmf);
@until(6.12) vm_fault_t do_page_mkwrite(struct vm_fault *vmf);
@since(6.12) vm_fault_t do_page_mkwrite(struct vm_fault *vmf, struct folio *folio);
void free_pages(unsigned long addr, unsigned int order);
void __free_pages(struct page *page, unsigned int order);
@until(6.12) unsigned long __get_free_pages(gfp_t gfp_mask, unsigned int order);
@until(6.12) struct page *__alloc_pages(gfp_t gfp, unsigned int order, int preferred_nid,
	nodemask_t *nodemask);
struct page *get_page_from_freelist(gfp_t gfp_mask, unsigned int order, int alloc_flags,
	const struct alloc_context *ac);
void free_unref_page(struct page *page, unsigned int order);
void mmput(struct mm_struct *mm);
void __mmput(struct mm_struct *mm);
@since(5.16) // 76580b6529db
void folio_mark_accessed(struct folio *folio);
int do_mprotect_pkey(unsigned long start, size_t len, unsigned long prot, int pkey);
@until(6.12) struct page *alloc_pages(gfp_t gfp, unsigned int order);
void exc_page_fault(struct pt_regs *regs, unsigned long error_code);
void do_user_addr_fault(struct pt_regs *regs, unsigned long error_code, unsigned long address);
void mark_page_accessed(struct page *page);
@until(6.12) int do_brk_flags(struct ma_state *mas, struct vm_area_struct *vma, unsigned long addr,
	unsigned long len, unsigned long flags);
@since(6.12) int do_brk_flags(struct vma_iterator *vmi, struct vm_area_struct *vma,
	unsigned long addr, unsigned long len, unsigned long flags);
unsigned long mmap_region(struct file *file, unsigned long addr, unsigned long len,
	vm_flags_t vm_flags, unsigned long pgoff, struct list_head *uf);
int do_munmap(struct mm_struct *mm, unsigned long start, size_t len, struct list_head *uf);
@until(6.12) unsigned long do_mmap(struct file *file, unsigned long addr, unsigned long len,
	unsigned long prot, unsigned long flags, unsigned long pgoff, unsigned long *populate,
	struct list_head *uf);
@since(6.12) unsigned long do_mmap(struct file *file, unsigned long addr, unsigned long len,
	unsigned long prot, unsigned long flags, vm_flags_t vm_flags, unsigned long pgoff,
	unsigned long *populate, struct list_head *uf);
@until(6.12) void *kmem_cache_alloc_node(struct kmem_cache *s, gfp_t gfpflags, int node);
@until(6.12) void *kmem_cache_alloc(struct kmem_cache *s, gfp_t gfpflags);
struct bpf_map *htab_map_alloc(union bpf_attr *attr);
@since(5.16) void folio_wait_bit(struct folio *folio, int bit_nr);
@since(5.17) void delete_from_page_cache_batch(struct address_space *mapping, struct folio_batch *fbatch);
void kvfree(const void *addr);
@until(6.12) void *kvmalloc_node(size_t size, gfp_t flags, int node);
@until(6.12) void *vmalloc(unsigned long size);
void vfree(const void *addr);
int try_charge_memcg(struct mem_cgroup *memcg, gfp_t gfp_mask, unsigned int nr_pages);
struct bpf_map *array_map_alloc(union bpf_attr *attr);
@since(5.16) void workingset_refault(struct folio *folio, void *shadow);
int ext4_writepages(struct address_space *mapping, struct writeback_control *wbc);
