;; Writes into one file of the folder of outputs without end. Exit status: the first error number.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 64) "flood")
  (func (export "_start") (local $error i32)
    (local.set $error (call $open (i32.const 4) (i32.const 0) (i32.const 64) (i32.const 5) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 0)))
    (if (local.get $error) (then (call $exit (local.get $error))))
    (i32.store (i32.const 8) (i32.const 1024))
    (i32.store (i32.const 12) (i32.const 65536))
    (loop $more (br_if $more (i32.eqz (local.tee $error (call $write (i32.load (i32.const 0)) (i32.const 8) (i32.const 1) (i32.const 16))))))
    (call $exit (local.get $error))))
