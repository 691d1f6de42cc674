;; Writes "done" into result in the folder of outputs, the second preopened one (descriptor 4). Exit status: the first error number.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 64) "result")
  (data (i32.const 80) "done")
  (func $check (param $error i32)
    (if (local.get $error) (then (call $exit (local.get $error)))))
  (func (export "_start")
    ;; create; rights: fd_write
    (call $check (call $open (i32.const 4) (i32.const 0) (i32.const 64) (i32.const 6) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 0)))
    (i32.store (i32.const 8) (i32.const 80))
    (i32.store (i32.const 12) (i32.const 4))
    (call $check (call $write (i32.load (i32.const 0)) (i32.const 8) (i32.const 1) (i32.const 16)))
    (call $exit (i32.const 0))))
