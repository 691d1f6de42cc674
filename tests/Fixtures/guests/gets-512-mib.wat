;; Asks for memory until it is refused. Exit status: 0 where it has 512 MiB then; 1 for less, 2 for more.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_start")
    (loop $more (br_if $more (i32.ne (memory.grow (i32.const 256)) (i32.const -1))))
    (loop $last (br_if $last (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
    (if (i32.lt_u (memory.size) (i32.const 8192)) (then (call $exit (i32.const 1))))
    (if (i32.gt_u (memory.size) (i32.const 8192)) (then (call $exit (i32.const 2))))
    (call $exit (i32.const 0))))
