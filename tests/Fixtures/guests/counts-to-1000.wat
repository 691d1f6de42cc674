;; A loop of 1000 turns, of seven operations each.
(module
  (memory (export "memory") 1)
  (func (export "_start") (local $turn i32)
    (loop $again
      (br_if $again
        (i32.lt_u
          (local.tee $turn (i32.add (local.get $turn) (i32.const 1)))
          (i32.const 1000))))))
