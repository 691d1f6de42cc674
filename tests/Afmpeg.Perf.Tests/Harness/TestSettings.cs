using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The settings of the environment, which the tests read only here.</summary>
public static class TestSettings
{
    /// <summary>AFMPEG_TIER: quick (the default) or full.</summary>
    public static Tier Tier { get; } = Read("AFMPEG_TIER") switch
    {
        null or "quick" => Tier.Quick,
        "full" => Tier.Full,
        var other => throw Wrong("AFMPEG_TIER", "quick or full", other),
    };

    /// <summary>AFMPEG_STRICT=1: what cannot be judged fails.</summary>
    public static bool Strict { get; } = Read("AFMPEG_STRICT") switch
    {
        null or "0" => false,
        "1" => true,
        var other => throw Wrong("AFMPEG_STRICT", "0 or 1", other),
    };

    /// <summary>AFMPEG_BUDGET: how long measuring may take, such as 90s.</summary>
    public static TimeSpan? Budget { get; } = Read("AFMPEG_BUDGET") switch
    {
        null => null,
        var text when DurationText.TryParse(text, out var duration) && duration > TimeSpan.Zero => duration,
        var other => throw Wrong("AFMPEG_BUDGET", "a duration such as 90s or 5m", other),
    };

    /// <summary>AFMPEG_RUN: the folder of a finished run, which the specs judge instead of measuring.</summary>
    public static string? Run { get; } = Read("AFMPEG_RUN");

    /// <summary>AFMPEG_LANES: the full path of a lanes file of the user's, as --lanes.</summary>
    public static string? Lanes { get; } = Read("AFMPEG_LANES") is { } file ? Repository.PathOf(file) : null;

    /// <summary>The command that records the measured run.</summary>
    public static string Record { get; } = $"afmpeg-perf accept --output {Run ?? "artifacts/test-report"}";

    /// <summary>AFMPEG_HOSTILE_CLIPS: how many damaged clips the full tier tries.</summary>
    public static int HostileClips { get; } = Read("AFMPEG_HOSTILE_CLIPS") switch
    {
        null => 1000,
        var text when int.TryParse(text, out var count) && count > 0 => count,
        var other => throw Wrong("AFMPEG_HOSTILE_CLIPS", "a whole number above 0", other),
    };

    /// <summary>The settings of a run of the suite's own lanes, with its own limits.</summary>
    public static RunSettings ForRun(IReadOnlySet<string> caseIds) => new()
    {
        Folders = Folders,
        Output = Repository.PathOf("artifacts", "test-report"),
        Programs = AppContext.BaseDirectory,
        WorkingFolder = Repository.Root,
        Path = SearchPath,
        Redaction = Redaction.Of(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            Environment.UserName,
            Environment.MachineName,
            Environment.GetEnvironmentVariables()),
        Tier = Tier,
        CaseIds = caseIds,
        Budget = Budget,
    };

    public static string SearchPath => Read("PATH") ?? "";
    /// <summary>The suite's own files.</summary>
    public static SuiteFolders Folders => JudgedFolders with { CustomThresholds = null };

    /// <summary>The same, with the limits that AFMPEG_THRESHOLDS names.</summary>
    public static SuiteFolders JudgedFolders { get; } = SuiteFolders.Find([Repository.Root], Read);

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static InvalidOperationException Wrong(string name, string expected, string observed) =>
        new($"The environment's {name} is '{observed}'; expected {expected}");
}
