using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Running;

/// <summary>Which engines are here. Nothing is set up for it.</summary>
public static class FoundEngines
{
    /// <summary>Looks for every engine that has lanes, and for the distribution's ffmpeg.</summary>
    public static async Task<ImmutableSortedDictionary<string, Reading<EngineTool>>> Of(
        RunSettings settings, CancellationToken cancellation) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, Reading<EngineTool>>
        {
            [Engines.Wasmtime] = Reading<EngineTool>.Of(
                new EngineTool(Engines.Wasmtime, settings.Programs, WasmtimeVersion(settings.Programs))),
            [Engines.V8] = await Engines.FindNode(new NpmStore(settings.Folders), settings.Path, cancellation),
            [Engines.FfmpegWasm] = new FfmpegCore(settings.Folders).Find(),
            [Engines.Wazero] = await new WazeroWorker(settings.Folders).Find(cancellation),
            [Engines.Distribution] = await Engines.FindDistribution(settings.Path, cancellation),
        });

    /// <summary>The version of Wasmtime, which the worker embeds.</summary>
    /// <returns>The version; "unknown" where the library does not say.</returns>
    internal static string WasmtimeVersion(string programs) =>
        FileVersionInfo.GetVersionInfo(Path.Combine(programs, "Wasmtime.Dotnet.dll")).ProductVersion?.Split('+')[0] ?? "unknown";
}
