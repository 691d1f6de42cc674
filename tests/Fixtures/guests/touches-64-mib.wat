;; Writes to every 4 KiB of 64 MiB, so that all of it is resident.
(module
  (memory (export "memory") 1024)
  (func (export "_start") (local $at i32)
    (loop $next
      (i32.store (local.get $at) (i32.const 1))
      (local.set $at (i32.add (local.get $at) (i32.const 4096)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 0x4000000))))))
