;; Computes for some tenths of a second: a chain of multiplications that no compiler can shorten, its result kept.
(module
  (memory (export "memory") 1)
  (func (export "_start") (local $n i32) (local $x i64)
    (local.set $x (i64.const 1))
    (loop $next
      (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 6364136223846793005)) (i64.const 1442695040888963407)))
      (local.set $n (i32.add (local.get $n) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $n) (i32.const 200000000))))
    (i64.store (i32.const 0) (local.get $x))))
