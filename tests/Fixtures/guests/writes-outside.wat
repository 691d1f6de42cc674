;; Tries to make a file anywhere but in its folder of outputs. Exit status: 0 if it cannot; 1 for one folder up, 2 for two, 3 for an
;; absolute path, 4 for one that leaves the folder half-way.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 64) "../escaped")
  (data (i32.const 96) "../../escaped")
  (data (i32.const 128) "/tmp/escaped")
  (data (i32.const 160) "inner/../../escaped")
  ;; opens a path from the folder of outputs, as these flags say; what could be opened is the exit status
  (func $refused (param $path i32) (param $length i32) (param $create i32) (param $rights i64) (param $status i32)
    (if (i32.eqz (call $open (i32.const 4) (i32.const 1) (local.get $path) (local.get $length) (local.get $create) (local.get $rights) (i64.const 0) (i32.const 0) (i32.const 0)))
      (then (call $exit (local.get $status)))))
  (func (export "_start")
    (call $refused (i32.const 64) (i32.const 10) (i32.const 1) (i64.const 64) (i32.const 1))
    (call $refused (i32.const 96) (i32.const 13) (i32.const 1) (i64.const 64) (i32.const 2))
    (call $refused (i32.const 128) (i32.const 12) (i32.const 1) (i64.const 64) (i32.const 3))
    (call $refused (i32.const 160) (i32.const 19) (i32.const 1) (i64.const 64) (i32.const 4))
    (call $exit (i32.const 0))))
