;; Reads from the pipe "fifo" among its media, into which nobody writes. Exit status: 0 if it ended; 1 where it cannot be opened; 2 where reading is refused.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "\80\00\00\00\10\00\00\00")
  (data (i32.const 64) "fifo")
  (func (export "_start")
    (if (call $open (i32.const 3) (i32.const 1) (i32.const 64) (i32.const 4) (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))
      (then (call $exit (i32.const 1))))
    (if (call $read (i32.load (i32.const 0)) (i32.const 16) (i32.const 1) (i32.const 32))
      (then (call $exit (i32.const 2))))
    (call $exit (i32.const 0))))
