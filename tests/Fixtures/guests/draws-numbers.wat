;; Asks the host for 64 KiB of random numbers over and over: nearly all of its time passes in the host. Never ends.
(module
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func (export "_start") (loop $again (drop (call $random (i32.const 0) (i32.const 65536))) (br $again))))
