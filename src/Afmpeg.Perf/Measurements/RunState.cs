using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>The run of a report folder, in run.json: what an interrupted run needs to go on, and a report in addition to rows.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Seed">The seed of its shuffles.</param>
/// <param name="Fingerprint">Host, jobs, modules, engines and media: a run goes on only where all of them are the same.</param>
/// <param name="Tier">How much it measures.</param>
/// <param name="Cases">The ids of its cases.</param>
/// <param name="Conditions">What it is measured with and on.</param>
/// <param name="Started">When it began, UTC.</param>
/// <param name="TimeBreakdown">What the suite itself cost since the last start that measured rounds; null until they are done.</param>
/// <param name="Media">The user's own file that it measures; null for the media library.</param>
/// <param name="HostNoise">
/// What of the host bore on the last start that measured rounds; null where a run of an earlier version did not keep it.
/// </param>
/// <param name="Shard">Which shard of a larger selection it is; null for a run of its own.</param>
public sealed record RunState(
    string Run,
    int Seed,
    string Fingerprint,
    Tier Tier,
    ImmutableArray<string> Cases,
    RunConditions Conditions,
    DateTimeOffset Started,
    [property: JsonPropertyName("account")] TimeBreakdown? TimeBreakdown,
    CustomMedia? Media = null,
    [property: JsonPropertyName("quiet")] HostNoise? HostNoise = null,
    ShardOfRun? Shard = null)
{
    /// <summary>The version of the file's fields; a file that names none is of the first.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What modules executed for jobs; none in a run that did not come to its end, or of a version that did not count.</summary>
    public ImmutableArray<OperationCount> Operations { get; init; } = [];

    /// <summary>
    /// Whether its rounds are done, but not yet its windows of lanes that share a core and its counts of operations; false in files of a
    /// version that did not keep it.
    /// </summary>
    public bool LacksCounts { get; init; }

    /// <summary>Whether a run of the same work continues it: rounds, windows or counts are missing.</summary>
    [JsonIgnore]
    public bool IsUnfinished => TimeBreakdown is null || LacksCounts;

    /// <summary>What the user's lanes file brought; null for a run without one, and in files of a version that did not keep it.</summary>
    public RecordedLanes? Lanes { get; init; }

    /// <summary>The options of `run` that name the user's own files, as a shell reads them; null for none, or an older version.</summary>
    [JsonPropertyName("ownFiles")]
    public string? CustomFiles { get; init; }

    /// <summary>The file's version.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The id of a run that begins now: its time, UTC, and something that no other has.</summary>
    public static string NewId() => $"{DateTimeOffset.UtcNow:yyyyMMdd'T'HHmmss'Z'}-{Guid.NewGuid().ToString("N")[..4]}";

    /// <summary>A run that begins now.</summary>
    public static RunState Begin(int seed, string fingerprint, Tier tier, RunPlan plan, RunConditions conditions)
    {
        return new RunState(
            NewId(),
            seed,
            fingerprint,
            tier,
            [.. plan.Cases.Select(benchmarkCase => benchmarkCase.Id)],
            conditions,
            DateTimeOffset.UtcNow,
            TimeBreakdown: null,
            Shard: plan.Shard);
    }

    /// <summary>The state in a folder.</summary>
    /// <returns>The state; null where there is none that can be read.</returns>
    /// <exception cref="PerfException">It is of a version that this one does not know; it is left as it is.</exception>
    public static RunState? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(PathIn(folder));
            var version = SchemaVersion.Parse(Encoding.UTF8.GetBytes(text)) ?? CurrentSchema;
            return version == CurrentSchema ? JsonSerializer.Deserialize<RunState>(text, Json) : throw OtherVersion(folder, version);
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the state; a reader sees the old one or the new one, never half of it.</summary>
    /// <exception cref="PerfException">It cannot be written.</exception>
    public void Write(string folder) => AtomicFiles.Write(
        [(PathIn(folder), JsonSerializer.Serialize(this, Json))],
        "The report folder cannot be written to",
        "make room or change its permissions, or name another folder: --output DIR");

    /// <summary>Why a case without a row was not measured, as far as the run knows.</summary>
    /// <returns>The reason; null where the case's lane could run and the run finished.</returns>
    public string? ReasonNotMeasured(BenchmarkCase benchmarkCase) => Conditions.ReasonNotMeasured(benchmarkCase)
        ?? (TimeBreakdown is null ? "the run was interrupted before its first round" : null);

    private static PerfException OtherVersion(string folder, int version) => new(
        ExitStatus.BadUsage, "The run in this folder is of another version of afmpeg-perf; it is left as it is")
    {
        Where = PathIn(folder),
        Expected = $"schema {CurrentSchema}",
        Observed = $"schema {version}",
        Remedy = "use the version of afmpeg-perf that wrote it, or another folder: --output DIR",
    };

    private static string PathIn(string folder) => Path.Combine(folder, "run.json");
}
