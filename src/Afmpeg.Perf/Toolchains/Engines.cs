using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Toolchains;

/// <summary>
/// The names of engines, and those of their executables that are on PATH; <see cref="WazeroWorker"/> finds the worker that embeds wazero.
/// </summary>
public static class Engines
{
    /// <summary>The engine that this suite embeds.</summary>
    public const string Wasmtime = "wasmtime";

    /// <summary>Node's WASI.</summary>
    public const string V8 = "v8";

    /// <summary>wazero, which a worker of ours embeds.</summary>
    public const string Wazero = "wazero";

    /// <summary>No engine: the ffmpeg that the distribution installs, found beside them.</summary>
    public const string Distribution = "distribution";

    /// <summary>No engine: the module and script of the package @ffmpeg/core, which node runs.</summary>
    public const string FfmpegWasm = "ffmpeg.wasm";

    /// <summary>Every engine that has lanes.</summary>
    public static IReadOnlyList<string> All { get; } = [Wasmtime, V8, Wazero];

    /// <summary>
    /// Finds Node, whose WASI runs modules on V8: the suite's own, or that on PATH where the suite's is not here or does not run.
    /// </summary>
    /// <returns>The tool, its version with the reason where it is not the suite's own; or why there is none.</returns>
    public static async Task<Reading<EngineTool>> FindNode(NpmStore npm, string path, CancellationToken cancellation)
    {
        var fetched = npm.Find(NpmStore.Node);
        var own = fetched.TryGet(out var folder)
            ? await Ask(V8, Path.Combine(folder, "bin", "node"), ["--version"], cancellation)
            : Reading<EngineTool>.Unavailable(fetched.Reason!);
        if (own.Reason is not { } reason)
        {
            return own;
        }

        return Which("node", path) is { } other
            ? (await Ask(V8, other, ["--version"], cancellation)).Select(found =>
                found with { Version = $"{found.Version} of PATH ({reason})" })
            : Reading<EngineTool>.Unavailable($"{reason}; node is not on PATH either (the package nodejs has it)");
    }

    /// <summary>Finds the distribution's ffmpeg.</summary>
    /// <returns>The tool, its version as in "5.1.6-0+deb12u1", or why there is none.</returns>
    public static async Task<Reading<EngineTool>> FindDistribution(string path, CancellationToken cancellation) =>
        Which("ffmpeg", path) is { } ffmpeg
            ? (await Ask(Distribution, ffmpeg, ["-version"], cancellation)).Select(found =>
                found with { Version = VersionOf(found.Version) })
            : Reading<EngineTool>.Unavailable("ffmpeg is not on PATH; the package ffmpeg has it");

    // "ffmpeg version 5.1.6-0+deb12u1 Copyright (c) ...", then how it was configured.
    private static string VersionOf(string banner) =>
        banner.Split('\n')[0] is var line && line.Split(' ') is ["ffmpeg", "version", var version, ..] ? version : line;

    /// <summary>Finds an executable.</summary>
    internal static string? Which(string name, string path) =>
        path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Starts an executable to see whether it runs here.</summary>
    /// <returns>The tool, its version all that it said; or what it or the loader complained of.</returns>
    internal static async Task<Reading<EngineTool>> Ask(
        string engine, string executable, string[] arguments, CancellationToken cancellation, int expectedStatus = 0)
    {
        try
        {
            var answer = await Cli.Wrap(executable).WithArguments(arguments).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
            var complaint = answer.StandardError.Trim().Split('\n')[0];
            return answer.ExitCode == expectedStatus
                ? Reading<EngineTool>.Of(new EngineTool(engine, executable, answer.StandardOutput.Trim()))
                : Reading<EngineTool>.Unavailable(
                    $"{executable} does not run: exit status {answer.ExitCode}{(complaint.Length > 0 ? $", {complaint}" : "")}");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return Reading<EngineTool>.Unavailable($"{executable} does not run: {fault.Message}");
        }
    }
}
