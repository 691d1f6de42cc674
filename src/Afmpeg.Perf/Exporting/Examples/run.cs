#:package Wasmtime@50.0.1
// dotnet run run.cs -- ../ffmpeg.wasm MEDIA OUT -i media/in.mkv ... out/out.mp4
// The guest sees the folder MEDIA as /media, read-only, and the folder OUT as /out. Nothing else.
using Wasmtime;

using var engine = new Engine();
using var module = Module.FromFile(engine, args[0]);
using var linker = new Linker(engine);
using var store = new Store(engine);
linker.DefineWasi();
store.SetLimits(memorySize: 512L << 20);
store.SetWasiConfiguration(new WasiConfiguration()
    .WithArgs(["ffmpeg", .. args[3..]])
    .WithInheritedStandardOutput()
    .WithInheritedStandardError()
    .WithPreopenedDirectory(args[1], "/media", mutable: false)
    .WithPreopenedDirectory(args[2], "/out", mutable: true));
try
{
    linker.Instantiate(store, module).GetAction("_start")!();
    return 0;
}
catch (WasmtimeException exit) when (exit.ExitCode is { } status)
{
    return status;
}
