;; Exits with 3 if an argument holds "/1-", as the first copy of a batch has it; else it runs for ever.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $arguments (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "_start") (local $at i32) (local $end i32)
    (drop (call $sizes (i32.const 0) (i32.const 4)))
    (drop (call $arguments (i32.const 1024) (i32.const 16384)))
    (local.set $at (i32.const 16384))
    (local.set $end (i32.add (i32.const 16384) (i32.load (i32.const 4))))
    (loop $next
      (if (i32.eq (i32.and (i32.load (local.get $at)) (i32.const 0xffffff)) (i32.const 0x2d312f (; "/1-" ;)))
        (then (call $exit (i32.const 3))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (loop $ever (br $ever))))
