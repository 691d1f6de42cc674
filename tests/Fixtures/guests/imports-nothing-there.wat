;; Asks for a function that no WASI has.
(module
  (import "env" "no_such_function" (func $missing))
  (memory (export "memory") 1)
  (func (export "_start") (call $missing)))
