;; Follows links that lie in its folder of outputs and point outside. Exit status: the sum of 1 where it opened a file through one, 2 where
;; it opened a file in a folder through one, and 4 where it made a file there; 0 if it cannot.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (global $open_ones (mut i32) (i32.const 0))
  (data (i32.const 64) "link")
  (data (i32.const 96) "folder/secret")
  (data (i32.const 128) "folder/escaped")
  ;; opens a path from the folder of outputs; to create, with oflags 1
  (func $try (param $path i32) (param $length i32) (param $create i32) (param $rights i64) (param $status i32)
    (if (i32.eqz (call $open (i32.const 4) (i32.const 1) (local.get $path) (local.get $length) (local.get $create) (local.get $rights) (i64.const 0) (i32.const 0) (i32.const 0)))
      (then (global.set $open_ones (i32.or (global.get $open_ones) (local.get $status))))))
  (func (export "_start")
    (call $try (i32.const 64) (i32.const 4) (i32.const 0) (i64.const 2) (i32.const 1))
    (call $try (i32.const 96) (i32.const 13) (i32.const 0) (i64.const 2) (i32.const 2))
    (call $try (i32.const 128) (i32.const 14) (i32.const 1) (i64.const 64) (i32.const 4))
    (call $exit (global.get $open_ones))))
