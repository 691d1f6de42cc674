;; Grows by a mebibyte and fills it. Fuel counts the bytes.
(module
  (memory (export "memory") 1)
  (func (export "_start")
    (drop (memory.grow (i32.const 16)))
    (memory.fill (i32.const 65536) (i32.const 7) (i32.const 1048576))))
