using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.SelfTests.Faults;

/// <summary>A checkout, a cache and report folders of one test class, to be ruined: the cache has the names of this machine's files, and not their places.</summary>
public sealed class RuinableSuite : IAsyncLifetime, IDisposable
{
    /// <summary>A small job: three seconds of a generated clip, on the default engine beside its native baselines.</summary>
    public const string Case = "transcode/synthetic-120p/libx264-veryfast/wasmtime+O3-simd128-msa";

    /// <summary>After so many rows a run has begun, and is far from its end.</summary>
    public const int SomeRows = 2;

    private static readonly string[] Cached = ["products", "clips", "packages", "sources"];

    private readonly TemporaryFolder temporary = new();

    /// <summary>The checkout, as far as the command reads it.</summary>
    public string Checkout => temporary.File("checkout");

    /// <summary>The cache.</summary>
    public string Cache => temporary.File("cache");

    /// <summary>The folder of the run.</summary>
    public string Report => temporary.File("report");

    /// <summary>The run's rows.</summary>
    public string Log => Path.Combine(Report, "measurements.jsonl");

    /// <summary>A folder that holds the committed report's run.</summary>
    public string Kept => temporary.File("kept");

    /// <summary>The environment of its commands.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?> { ["AFMPEG_CACHE"] = Cache };

    /// <summary>How the small run is given to a shell.</summary>
    public string RunLine => RunLineInto(Report);

    /// <summary>The small run, for so long that it is still under way when something is done to it.</summary>
    public string LongRunLine => RunLineInto(Report, "60s");

    /// <summary>How a run ends that came to its end: within a second it may have measured no case.</summary>
    public static readonly int[] Ended = [0, 1, 4];

    /// <summary>How the small run is given to a shell where it writes to another folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="budget">How long it may measure.</param>
    /// <returns>The line.</returns>
    public static string RunLineInto(string folder, string budget = "1s") => $"exec {{0}} run --filter '{Case}' --budget {budget} --seed 1 --no-install --output '{folder}'";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        using var progress = new StringWriter();
        await new BenchmarkRun(TestSettings.ForRun(new HashSet<string> { Case }), new PlainProgress(progress)).SetUp(CancellationToken.None);
        Directory.CreateDirectory(Checkout);
        foreach (var name in (string[])["toolchain", "media", "thresholds.json", "lanes.schema.json", "thresholds.schema.json"])
        {
            Copy(Repository.PathOf(name), Checkout);
        }

        Directory.CreateDirectory(Cache);
        foreach (var name in Cached.Where(name => Directory.Exists(Path.Combine(TestSettings.Folders.Cache, name))))
        {
            CopyByLinks(Path.Combine(TestSettings.Folders.Cache, name), Cache);
        }

        Directory.CreateDirectory(Kept);
        Copy(Repository.PathOf("docs", "report", "run.json"), Kept);
        Copy(Repository.PathOf("docs", "report", "measurements.jsonl"), Kept);
    }

    /// <summary>Starts a command.</summary>
    /// <param name="shell">What a shell is to do; {0} stands for the command.</param>
    /// <returns>The command.</returns>
    public StartedCommand Start(string shell) => StartedCommand.Start(shell, Checkout, Environment);

    /// <summary>Starts the small run, and waits until so many of its rows are on the disk.</summary>
    /// <param name="rows">How many more than there are.</param>
    /// <param name="shell">What a shell is to do; null for the command alone, with a budget that it will not have used up.</param>
    /// <returns>The command.</returns>
    public StartedCommand StartRun(int rows, string? shell = null)
    {
        var before = CountRows();
        var command = Start(shell ?? LongRunLine);
        command.WaitUntil(() => CountRows() >= before + rows);
        return command;
    }

    /// <summary>Does a command.</summary>
    /// <param name="shell">What a shell is to do; {0} stands for the command.</param>
    /// <returns>How it ended and what it wrote.</returns>
    public (int Status, string Output, string Errors) Run(string shell)
    {
        using var command = Start(shell);
        return command.Finish();
    }

    /// <summary>Does the small run where some mount is another than the machine's; the test is skipped where that may not be.</summary>
    /// <param name="mount">How a shell mounts it.</param>
    /// <returns>How it ended and what it wrote.</returns>
    public (int Status, string Output, string Errors) RunWithMount(string mount)
    {
        const int NotAllowed = 77;
        var ended = Run($"unshare --mount true || exit {NotAllowed}; exec unshare --mount bash -c \"{mount} || exit {NotAllowed}; {RunLine}\"");
        Skip.If(ended.Status == NotAllowed, $"nothing may be mounted here: {ended.Errors}");
        return ended;
    }

    /// <summary>The rows that are on the disk. Another program reads them, since .NET keeps off a file that is written to.</summary>
    /// <returns>Whole lines, oldest first.</returns>
    public string[] Lines() => BuiltCommand.RunProgram("cat", "/", new Dictionary<string, string?>(), Log).Output.Split('\n')[..^1];

    /// <summary>Holds the rows against each other: each place of a round is filled once.</summary>
    public void EveryMeasurementIsThereOnce()
    {
        var rows = File.Exists(Log) ? MeasurementLog.Read(Log) : [];
        rows.Where(row => row is { Warmup: false, IsVoided: false }).Select(row => (row.Run, row.Case, row.Round)).Should().OnlyHaveUniqueItems();
    }

    /// <summary>What is left of processes that ended, and the next start should have cleared.</summary>
    /// <returns>Paths.</returns>
    public ImmutableArray<string> Leftovers() =>
    [
        .. new[] { Checkout, Report, Kept }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.unfinished", SearchOption.AllDirectories)),
        .. Directory.Exists(Path.Combine(Cache, "work")) ? Directory.EnumerateFileSystemEntries(Path.Combine(Cache, "work")) : [],
        .. WorkFolders(),
    ];

    /// <summary>Work folders of processes that are gone.</summary>
    /// <param name="owner">The process; null for any.</param>
    /// <returns>Paths.</returns>
    public static IEnumerable<string> WorkFolders(int? owner = null) => new[] { "/dev/shm", Path.GetTempPath() }.Where(Directory.Exists)
        .SelectMany(parent => Directory.EnumerateDirectories(parent, "afmpeg-perf-*"))
        .Where(folder => Path.GetFileName(folder).Split('-') is [_, _, var process, { Length: 32 }] && !Directory.Exists($"/proc/{process}") && (owner is null || $"{owner}" == process));

    /// <summary>Begins without any report.</summary>
    public void Forget()
    {
        if (Directory.Exists(Report))
        {
            // Under another name first: a run that writes there would put files back while they are deleted.
            var gone = temporary.File($"gone-{Guid.NewGuid():N}");
            Directory.Move(Report, gone);
            Directory.Delete(gone, recursive: true);
        }
    }

    /// <summary>That something is missing was told in a clear error: what, where, and what to do.</summary>
    /// <param name="status">The exit status.</param>
    /// <param name="errors">What was told.</param>
    /// <param name="anyOf">One of these is what was observed.</param>
    public static void IsToldClearly(int status, string errors, params string[] anyOf)
    {
        status.Should().Be((int)ExitStatus.Missing, errors);
        errors.Should().ContainAny(anyOf).And.Contain("do:").And.NotContain("   at ");
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => temporary.Dispose();

    private int CountRows() => Lines().Length;

    // What is ruined must be removed first and made anew, since it may be the machine's own file by another name. Links end at a file system.
    private static void CopyByLinks(string from, string to)
    {
        if (Cp("-al", from, to).Status != 0)
        {
            Copy(from, to);
        }
    }

    private static void Copy(string from, string to)
    {
        var (status, errors) = Cp("-a", from, to);
        status.Should().Be(0, errors);
    }

    private static (int Status, string Errors) Cp(string how, string from, string to)
    {
        var (status, _, errors) = BuiltCommand.RunProgram("cp", "/", new Dictionary<string, string?>(), how, from, to);
        return (status, errors);
    }
}
