using System.Diagnostics;
using System.Security.Cryptography;
using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>Modules that were compiled earlier, in the run's cache.</summary>
/// <param name="cache">Its folder.</param>
/// <param name="stop">What the engine is configured for: code compiled for one kind of stop is of no use to another.</param>
internal sealed class CompiledModules(string cache, string stop)
{
    /// <summary>
    /// Loads the module, or compiles it and leaves it for the next worker, under its final name only when whole. Workers that start
    /// together may each compile it: the last one's stays.
    /// </summary>
    public Module Load(Engine engine, string path, PhaseSeconds phases)
    {
        // By content: one that was rebuilt in its place is another module.
        var bytes = File.ReadAllBytes(path);
        var compiled = Path.Combine(cache, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}-{stop}.cwasm");
        var clock = Stopwatch.StartNew();
        if (File.Exists(compiled))
        {
            var loaded = Module.DeserializeFile(engine, "ffmpeg", compiled);
            phases.LoadSeconds = clock.Elapsed.TotalSeconds;
            return loaded;
        }

        var module = Module.FromBytes(engine, "ffmpeg", bytes);
        phases.CompileSeconds = clock.Elapsed.TotalSeconds;
        var temporary = $"{compiled}.{Environment.ProcessId}";
        File.WriteAllBytes(temporary, module.Serialize());
        File.Move(temporary, compiled, overwrite: true);
        return module;
    }
}
