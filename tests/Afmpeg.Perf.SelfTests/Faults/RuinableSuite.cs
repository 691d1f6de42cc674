using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.SelfTests.Faults;

/// <summary>A copy of the checkout and of the cache, with report folders, that a test class may ruin.</summary>
public sealed class RuinableSuite : IAsyncLifetime, IDisposable
{
    /// <summary>A small job: three seconds of a generated clip, on the default engine beside its native baselines.</summary>
    public const string Case = "transcode/synthetic-120p/libx264-veryfast/wasmtime+O3-simd128-msa";

    /// <summary>After so many rows a run has begun, and is far from its end.</summary>
    public const int SomeRows = 2;

    /// <summary>The exit statuses of a run that was not interrupted: within a second it may have measured no case.</summary>
    public static readonly int[] Ended = [0, 1, 4];

    private readonly TemporaryFolder temporary = new();

    /// <summary>The checkout, as far as the command reads it.</summary>
    public string Checkout => temporary.File("checkout");
    public string Cache => temporary.File("cache");
    public string Report => temporary.File("report");

    /// <summary>A folder that holds the committed report's run.</summary>
    public string Recorded => temporary.File("kept");

    /// <summary>The small run as a line of shell.</summary>
    public string RunLine => RunLineInto(Report);

    /// <summary>The small run with a budget that it will not have used up when something is done to it.</summary>
    public string LongRunLine => RunLineInto(Report, "60s");

    private string Log => Path.Combine(Report, "measurements.jsonl");

    /// <summary>The small run as a line of shell, where it writes to another folder.</summary>
    public static string RunLineInto(string folder, string budget = "1s") =>
        $"exec {{0}} run --filter '{Case}' --budget {budget} --seed 1 --no-install --output '{folder}'";

    public async Task InitializeAsync()
    {
        await new BenchmarkRun(TestSettings.ForRun(new HashSet<string> { Case }), new PlainProgress(TextWriter.Null))
            .SetUp(CancellationToken.None);
        foreach (var folder in (string[])[Checkout, Cache, Recorded])
        {
            Directory.CreateDirectory(folder);
        }

        foreach (var name in (string[])
            ["Afmpeg.Tests.sln", "toolchain", "media", "thresholds.json", "lanes.schema.json", "thresholds.schema.json"])
        {
            Copy(Repository.PathOf(name), Checkout);
        }

        // By hard links where possible: a test that ruins a file must remove it and write it again, since it may be the machine's own.
        foreach (var folder in ((string[])["products", "clips", "packages", "sources"])
            .Select(name => Path.Combine(TestSettings.Folders.Cache, name)).Where(Directory.Exists))
        {
            if (BuiltCommand.RunProgram("cp", "/", "-al", folder, Cache).Status != 0)
            {
                Copy(folder, Cache);
            }
        }

        Copy(Repository.PathOf("docs", "report", "run.json"), Recorded);
        Copy(Repository.PathOf("docs", "report", "measurements.jsonl"), Recorded);
    }

    /// <summary>Starts a line of shell, in which {0} stands for the command.</summary>
    public StartedCommand Start(string shell) => new(shell, Checkout, new Dictionary<string, string?> { ["AFMPEG_CACHE"] = Cache });

    /// <summary>Starts the small run, or another line of shell, and waits until so many more rows are on the disk.</summary>
    public StartedCommand StartRun(int rows, string? shell = null)
    {
        var before = Lines().Length;
        var command = Start(shell ?? LongRunLine);
        command.WaitUntil(() => Lines().Length >= before + rows);
        return command;
    }

    /// <summary>Runs a line of shell, in which {0} stands for the command, to its end.</summary>
    public (int Status, string Output, string Errors) Run(string shell)
    {
        using var command = Start(shell);
        return command.Finish();
    }

    /// <summary>Runs the small run, or another line of shell, and asserts that it was not interrupted.</summary>
    public void Complete(string? shell = null)
    {
        var (status, _, errors) = Run(shell ?? RunLine);
        status.Should().BeOneOf(Ended, errors);
    }

    /// <summary>Runs the small run with a mount of its own, by a line of shell; the test is skipped where that is not allowed.</summary>
    public (int Status, string Output, string Errors) RunWithMount(string mount)
    {
        const int NotAllowed = 77;
        var inside = $"{mount} || exit {NotAllowed}; {RunLine}";
        var ended = Run($"unshare --mount true || exit {NotAllowed}; exec unshare --mount bash -c \"{inside}\"");
        Skip.If(ended.Status == NotAllowed, $"nothing may be mounted here: {ended.Errors}");
        return ended;
    }

    /// <summary>The whole lines of the log, oldest first. Another program reads them: .NET refuses a file that is being written.</summary>
    public string[] Lines() => BuiltCommand.RunProgram("cat", "/", Log).Output.Split('\n')[..^1];

    /// <summary>Asserts that these rows are still the first.</summary>
    public void HasStill(string[] rows, string because = "") => Lines().Take(rows.Length).Should().Equal(rows, because);

    /// <summary>Asserts that no round of a case was measured twice.</summary>
    public void HasEachMeasurementOnce()
    {
        var rows = File.Exists(Log) ? MeasurementLog.Read(Log) : [];
        rows.Where(row => row is { Warmup: false, IsVoided: false }).Select(row => (row.Run, row.Case, row.Round))
            .Should().OnlyHaveUniqueItems();
    }

    /// <summary>What processes that ended left behind, and the next start should have cleared.</summary>
    public ImmutableArray<string> Leftovers() =>
    [
        .. new[] { Checkout, Report, Recorded }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.unfinished", SearchOption.AllDirectories)),
        .. Directory.Exists(Path.Combine(Cache, "work")) ? Directory.EnumerateFileSystemEntries(Path.Combine(Cache, "work")) : [],
        .. WorkFolders(),
    ];

    /// <summary>Work folders of processes that have ended: of one, or of any.</summary>
    public static IEnumerable<string> WorkFolders(int? owner = null) =>
        from parent in new[] { "/dev/shm", Path.GetTempPath() }
        where Directory.Exists(parent)
        from folder in Directory.EnumerateDirectories(parent, "afmpeg-perf-*")
        let parts = Path.GetFileName(folder).Split('-')
        where parts is [_, _, _, { Length: 32 }] && !Directory.Exists($"/proc/{parts[2]}") && (owner is null || $"{owner}" == parts[2])
        select folder;

    /// <summary>Removes the report, so that the next run begins without any.</summary>
    public void RemoveReport()
    {
        if (Directory.Exists(Report))
        {
            // Under another name first: a run that writes there would put files back while they are deleted.
            var gone = temporary.File($"gone-{Guid.NewGuid():N}");
            Directory.Move(Report, gone);
            Directory.Delete(gone, recursive: true);
        }
    }

    /// <summary>Asserts that a command ended in one clear error, which names one of these observations and what to do.</summary>
    public static void FailsClearly(int status, string errors, params string[] observed)
    {
        status.Should().Be((int)ExitStatus.Missing, errors);
        errors.Should().ContainAny(observed).And.Contain("do:").And.NotContain("   at ");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => temporary.Dispose();

    private static void Copy(string from, string to)
    {
        var (status, _, errors) = BuiltCommand.RunProgram("cp", "/", "-a", from, to);
        status.Should().Be(0, errors);
    }
}
