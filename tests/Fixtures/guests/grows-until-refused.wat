;; Asks for more memory until it is refused, at 64 MiB. Exit status: 0 where what it got is usable to its last byte.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1 1024)
  (func (export "_start")
    (loop $more (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))
    (loop $last (br_if $last (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
    (i32.store (i32.sub (i32.mul (memory.size) (i32.const 65536)) (i32.const 4)) (i32.const 1))
    (call $exit (i32.sub (memory.size) (i32.const 1024)))))
