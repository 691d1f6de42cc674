using System.Text.Json;
using System.Text.Json.Serialization;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Log;

/// <summary>
/// One run of a case: one flat row of report/measurements.jsonl. A field is null where there is no reading; <see cref="Reason"/> says why a
/// run did not end well.
/// </summary>
public sealed record Measurement
{
    /// <summary>
    /// The version of this row's fields; a reader refuses a version that it does not know. A new word of <see cref="Outcome"/> does not
    /// raise it, since it changes the meaning of no row that is there.
    /// </summary>
    public const int CurrentSchema = 2;

    /// <summary>How rows are written: camelCase names, kebab-case words.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The row as a line of a log.</summary>
    /// <returns>One line of JSON, its line feed included.</returns>
    public string ToLine() => JsonSerializer.Serialize(this, Json) + '\n';

    /// <summary>The row's version.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The run that it belongs to.</summary>
    public required string Run { get; init; }

    /// <summary>
    /// When the row was written, UTC: for people, and for how near to one another rounds lie (RoundAutocorrelation), where a second is no
    /// matter. No other duration is computed from it.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The fingerprint of the host.</summary>
    public required string Host { get; init; }

    /// <summary>workload/subject/encoder-effort/lane.</summary>
    public required string Case { get; init; }

    /// <summary>The workload.</summary>
    public required string Workload { get; init; }

    /// <summary>The first input: a clip, photograph or sound of media/manifest.json.</summary>
    public required string Clip { get; init; }

    /// <summary>The encoder.</summary>
    public required string Encoder { get; init; }

    /// <summary>Its effort; null where it has none.</summary>
    public required string? Effort { get; init; }

    /// <summary>The lane.</summary>
    public required string Lane { get; init; }

    /// <summary>The lane's engine; null for a native lane.</summary>
    public required string? Engine { get; init; }

    /// <summary>The lane's module build; null for a native lane.</summary>
    public required string? Build { get; init; }

    /// <summary>Over how many instances the lane spreads its work.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>How often the job was done in this run: above 1 for a batch.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The round, from 1; rows of one job and round were measured one after the other. 0 for a warm-up.</summary>
    public required int Round { get; init; }

    /// <summary>The place in the round's order, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>Whether it only prepared the lane (compiled the module): never part of an estimate, but for the cold start.</summary>
    public required bool Warmup { get; init; }

    /// <summary>How it ended, its output's check included.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it did not end well; null when it did.</summary>
    public required string? Reason { get; init; }

    /// <summary>Whether the run itself broke (a crash, a trap, the time limit), as opposed to ending well with a wrong output.</summary>
    [JsonIgnore]
    public bool Broke => Outcome is Outcome.Failed or Outcome.TimedOut && ExecuteSeconds is null;

    /// <summary>Whether it is as if it had not been run: it counts in nothing, and its place in the round is still to be filled.</summary>
    [JsonIgnore]
    public bool IsVoided => Outcome == Outcome.Voided;

    /// <summary>The whole process, on the monotonic clock.</summary>
    public double? WallSeconds { get; init; }

    /// <summary>Module bytes to machine code.</summary>
    public double? CompileSeconds { get; init; }

    /// <summary>Machine code compiled earlier, read back.</summary>
    public double? LoadSeconds { get; init; }

    /// <summary>Memory and imports set up.</summary>
    public double? InstantiateSeconds { get; init; }

    /// <summary>The job itself: what multiples compare.</summary>
    public double? ExecuteSeconds { get; init; }

    /// <summary>CPU time in user mode, all threads of that process alone.</summary>
    public double? UserSeconds { get; init; }

    /// <summary>CPU time in the kernel.</summary>
    public double? SystemSeconds { get; init; }

    /// <summary>The largest resident set of any one process of the run: of a pool's one process, of the largest of a fleet's.</summary>
    public long? PeakResidentBytes { get; init; }

    /// <summary>The output's size; of a batch, of one of its outputs, since they are equal.</summary>
    public long? OutputBytes { get; init; }

    /// <summary>Video frames of the output.</summary>
    public int? Frames { get; init; }

    /// <summary>How long the output's video lasts, all outputs of a batch together; null for a still.</summary>
    public double? MediaSeconds { get; init; }

    /// <summary>SHA-256 of the framemd5 listing of the output's video.</summary>
    public string? FramesDigest { get; init; }

    /// <summary>PSNR of the luma plane against the encoder's input, in dB; null where nothing was lost or quality not measured.</summary>
    public double? PsnrYDb { get; init; }

    /// <summary>SSIM over all planes against what the encoder was given, up to 1; null as for PSNR.</summary>
    public double? Ssim { get; init; }

    /// <summary>The worst frame's PSNR of the luma plane, in dB; null as for PSNR.</summary>
    public double? LowestPsnrYDb { get; init; }

    /// <summary>Why a run that ended well has no PSNR and SSIM; null where it has.</summary>
    public string? QualityReason { get; init; }
}

/// <summary>The version of a JSON object, looked at first: an object of another version has other fields, which is not its fault.</summary>
internal sealed record SchemaVersion(int? Schema)
{
    /// <summary>Reads the version, and nothing else; null where the object names none.</summary>
    /// <exception cref="JsonException">It is no JSON, or no object.</exception>
    public static int? Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<SchemaVersion>(json, JsonSerializerOptions.Web)?.Schema;
}
