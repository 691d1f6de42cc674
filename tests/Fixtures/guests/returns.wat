;; Ends well without a word, as a C program whose main returns 0 does.
(module
  (memory (export "memory") 1)
  (func (export "_start")))
