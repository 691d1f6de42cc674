using Afmpeg.Perf.Wasmtime;

return Worker.Run(args);
