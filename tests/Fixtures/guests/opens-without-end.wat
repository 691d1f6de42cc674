;; Opens its output over and over, and closes nothing, until it is refused or has 20000. Exit status: 0, whichever comes first.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (memory (export "memory") 2)
  (data (i32.const 64) "again")
  (func (export "_start") (local $opened i32)
    (loop $more
      (if (i32.eqz (call $open (i32.const 4) (i32.const 0) (i32.const 64) (i32.const 5) (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 0)))
        (then
          (local.set $opened (i32.add (local.get $opened) (i32.const 1)))
          (br_if $more (i32.lt_u (local.get $opened) (i32.const 20000))))))
    (call $exit (i32.const 0))))
