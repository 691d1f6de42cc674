;; Tries to create a file among its inputs (descriptor 3) and to overwrite clip.mkv there. Exit status: 0 if neither works, else 1 or 2 or both.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 64) "added")
  (data (i32.const 80) "clip.mkv")
  ;; 1 where "adde" or "clip" could be written into the file of that name
  (func $try (param $name i32) (param $length i32) (param $flags i32) (result i32)
    (if (call $open (i32.const 3) (i32.const 0) (local.get $name) (local.get $length) (local.get $flags) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 0))
      (then (return (i32.const 0))))
    (i32.store (i32.const 8) (local.get $name))
    (i32.store (i32.const 12) (i32.const 4))
    (i32.eqz (call $write (i32.load (i32.const 0)) (i32.const 8) (i32.const 1) (i32.const 16))))
  (func (export "_start")
    (call $exit (i32.add
      ;; create
      (call $try (i32.const 64) (i32.const 5) (i32.const 1))
      (i32.mul (i32.const 2) (call $try (i32.const 80) (i32.const 8) (i32.const 0)))))))
