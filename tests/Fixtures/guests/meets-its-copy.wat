;; Of a batch of two: makes a file of its copy's number ("/1-" or "/2-" in its last argument) in the folder of outputs, and waits for the
;; other one's. It ends only where both run at the same time. Exit status: 0, or 1 where it cannot make its file.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $sizes (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $arguments (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_filestat_get" (func $look (param i32 i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 64) "met-1")
  (data (i32.const 80) "met-2")
  (func (export "_start") (local $last i32) (local $own i32) (local $other i32)
    (drop (call $sizes (i32.const 0) (i32.const 4)))
    (drop (call $arguments (i32.const 1024) (i32.const 16384)))
    ;; the last argument is out/N-out.mp4: its fifth character is the number
    (local.set $last (i32.load (i32.add (i32.const 1020) (i32.mul (i32.const 4) (i32.load (i32.const 0))))))
    (local.set $own (select (i32.const 64) (i32.const 80) (i32.eq (i32.load8_u offset=4 (local.get $last)) (i32.const 0x31))))
    (local.set $other (i32.sub (i32.const 144) (local.get $own)))
    (if (call $open (i32.const 4) (i32.const 0) (local.get $own) (i32.const 5) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 32))
      (then (call $exit (i32.const 1))))
    (loop $wait
      (br_if $wait (call $look (i32.const 4) (i32.const 0) (local.get $other) (i32.const 5) (i32.const 128))))
    (call $exit (i32.const 0))))
