;; Asks for memory and fills it until it is refused. Exit status: 0.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_start") (local $from i32)
    (loop $more
      (local.set $from (memory.grow (i32.const 1024)))
      (if (i32.ne (local.get $from) (i32.const -1))
        (then
          (memory.fill (i32.mul (local.get $from) (i32.const 65536)) (i32.const 1) (i32.const 67108864))
          (br $more))))
    (call $exit (i32.const 0))))
