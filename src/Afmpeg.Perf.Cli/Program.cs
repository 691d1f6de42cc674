using Afmpeg.Perf.Cli;

return await CommandLineApp.Run(args);
