using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>ffmpeg-core-runner.mjs on a stand-in for @ffmpeg/core: a script with its interface, and a module of nothing.</summary>
public sealed class FfmpegCoreRunnerRules : IDisposable
{
    // As Emscripten writes it: a factory that has its module instantiated by the hook, and a file system in memory.
    private const string Core = """
        module.exports = options => new Promise(resolve => {
          const files = {};
          let log;
          const core = {
            setLogger(logger) { log = logger; },
            FS: {
              mkdir() {},
              writeFile(path, bytes) { files[path] = bytes; },
              readFile: path => files[path],
              readdir: folder => ['.', '..', ...Object.keys(files)
                .filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1))],
            },
            exec(...words) {
              log({ type: 'stderr', message: self.location.href ? 'a word' : '' });
              log({ type: 'stderr', message: 'Aborted()' });
              files[`/${words.at(-1)}`] = files['/media/clip.mkv'];
              return STATUS;
            },
          };
          options.instantiateWasm({}, () => resolve(core));
        });
        """;

    private readonly GuestRuns guests = new();
    private readonly TemporaryFolder temporary = new();

    public void Dispose()
    {
        guests.Dispose();
        temporary.Dispose();
    }

    [SkippableFact]
    public void Inputs_are_copied_in_outputs_are_copied_out_and_the_phases_are_reported()
    {
        var reading = Run(status: 0);

        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
        File.ReadAllText(Path.Combine(guests.Folder.Output, "out.mp4")).Should().Be("frames");
        reading.Phases.Should().Match<Phases>(
            phases => phases.Compile > TimeSpan.Zero && phases.Instantiate > TimeSpan.Zero && phases.Execute > TimeSpan.Zero);
        reading.Phases.ExecuteCpu.Should().NotBeNull();
        reading.Phases.Load.Should().BeNull();
    }

    [SkippableTheory]
    [InlineData(1, 1)]
    // A command that ran out of memory never sets its status.
    [InlineData(-1, 255)]
    [InlineData(256, 255)]
    public void A_command_that_fails_is_reported_with_what_it_said(int status, int told) =>
        Run(status).Reason.Should().StartWith($"exit status {told}:").And.Contain("a word").And.NotContain("Aborted");

    [SkippableFact]
    public void It_runs_one_command()
    {
        var plan = temporary.File("plan.json");
        File.WriteAllText(plan, """{"atOnce":1,"stages":[[["-i","a"],["-i","b"]]]}""");

        string[] arguments = [Runner, "phases", "core.js", "media", "out", "cache", plan];
        new MeasuredProcess(Launcher.Path).Run(Node().Path, arguments, guests.Folder, TimeSpan.FromMinutes(1), CancellationToken.None)
            .Should().Match<ProcessEnd>(end => end.ExitCode == 64 && end.ErrorTail.Contains("a plan of 1 command is expected, it has 2"));
    }

    private static string Runner => Path.Combine(AppContext.BaseDirectory, "ffmpeg-core-runner.mjs");

    private LaneReading Run(int status)
    {
        var script = temporary.File("ffmpeg-core.js");
        File.WriteAllText(script, Core.Replace("STATUS", $"{status}", StringComparison.Ordinal));
        File.WriteAllBytes(temporary.File("ffmpeg-core.wasm"), [0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0]);
        var engines = ImmutableDictionary<string, Reading<EngineTool>>.Empty
            .Add(Engines.V8, Reading<EngineTool>.Of(Node()))
            .Add(Engines.FfmpegWasm, Reading<EngineTool>.Of(new EngineTool(Engines.FfmpegWasm, script, "1")));
        var tools = new ToolSet(Launcher.Path, ImmutableDictionary<string, (string, ProductManifest)>.Empty, engines);
        var job = Samples.Job() with { Inputs = [new(["-ss", "1"], Samples.Clip with { FileName = "clip.mkv" })] };
        return new LaneCatalog(tools, AppContext.BaseDirectory).Runner(Lane.FfmpegWasm, "gpl").TryGet(out var runner)
            ? runner.Run(job, guests.Folder, TimeSpan.FromMinutes(1), CancellationToken.None)
            : throw new InvalidOperationException("its runner needs nothing else");
    }

    private static EngineTool Node()
    {
        var node = GuestRuns.EngineTools[Engines.V8];
        Skip.If(node.Reason is not null, $"v8 is not here: {node.Reason}");
        return node.TryGet(out var found) ? found : throw new InvalidOperationException("it was skipped");
    }
}
