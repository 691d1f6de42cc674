using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>
/// The package @ffmpeg/core, which ffmpeg.wasm runs in browsers: FFmpeg and x264 compiled by Emscripten, a module with a script that loads
/// it.
/// </summary>
public sealed class FfmpegCore(SuiteFolders folders)
{
    /// <summary>The package's name.</summary>
    public const string Package = "@ffmpeg/core";

    /// <summary>The flags that its own banner names.</summary>
    public const string OptimiseFlags = "-O3 -msimd128";

    private const string FactsName = "facts.json";
    private readonly NpmStore npm = new(folders);

    // The build for CommonJS; its module is that of the other one.
    private Reading<string> Builds => npm.Find(Package).Select(folder => Path.Combine(folder, "dist", "umd"));

    /// <summary>The script that loads it and its version, or why it is not here.</summary>
    public Reading<EngineTool> Find() => Builds.Select(folder => new EngineTool(
        Engines.FfmpegWasm, ScriptIn(folder), $"{Package} {npm.Packages.Single(package => package.Name == Package).Version}"));

    /// <summary>What set-up noted of it: sizes of module and script together, the module's checksum; null where it did not.</summary>
    public ModuleDescription? Facts =>
        Builds.TryGet(out var folder) && Path.Combine(folder, FactsName) is var file && File.Exists(file) ? Read(file) : null;

    /// <summary>What fetches it, or notes its sizes; set-up can go on without either.</summary>
    public ImmutableArray<SetupTask> Missing(StepRunner steps) => !Builds.TryGet(out var folder) ? npm.Missing(Package, steps)
        : Facts is not null ? []
        :
        [
            new SetupTask(
                $"compress {Package}, for its sizes", SetupStage.Build, token => Describe(folder, steps, token), IsOptional: true),
        ];

    // A damaged file is made anew.
    private static ModuleDescription? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ModuleDescription>(File.ReadAllText(file), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string ScriptIn(string folder) => Path.Combine(folder, "ffmpeg-core.js");

    private static async Task Describe(string folder, StepRunner steps, CancellationToken cancellation)
    {
        var script = ScriptIn(folder);
        var module = Path.ChangeExtension(script, ".wasm");
        var facts = await ModuleDescription.Make(steps, "describe-ffmpeg-core", module, script, cancellation);
        // Under the name that is read only when it is whole.
        var unfinished = Path.Combine(folder, $"{FactsName}.unfinished");
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(facts, JsonSerializerOptions.Web), cancellation);
        File.Move(unfinished, Path.Combine(folder, FactsName), overwrite: true);
    }
}
