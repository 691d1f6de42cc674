using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Workloads;

/// <summary>A media job, independent of how it is run: every lane's arguments are rendered from this one description.</summary>
public sealed record Job
{
    /// <summary>The guest's folder of inputs, read-only.</summary>
    public const string MediaFolder = "media";

    /// <summary>The guest's folder of outputs.</summary>
    public const string OutputFolder = "out";

    /// <summary>What every command begins with.</summary>
    public static ImmutableArray<string> CommonOptions { get; } = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y"];

    /// <summary>The workload's name: transcode, reel, ...</summary>
    public required string Workload { get; init; }

    /// <summary>What it works on and what it makes of it, such as screencast-360p.</summary>
    public required string Subject { get; init; }

    /// <summary>Encoder and effort.</summary>
    public required EncoderSetting Setting { get; init; }

    /// <summary>The smallest tier that measures this job.</summary>
    public required Tier Tier { get; init; }

    /// <summary>On how many lanes it is measured.</summary>
    public required LaneCoverage LaneCoverage { get; init; }

    /// <summary>
    /// The smallest tier that measures it on the shipped subjects, where that is a larger one than <see cref="Tier"/>: a run takes long
    /// there.
    /// </summary>
    public Tier? ShippedTier { get; init; }

    /// <summary>
    /// The subject that is measured in this one's place where a guest checks at every loop whether to stop: a run of this one would take
    /// minutes there. Null where it does not.
    /// </summary>
    public string? ShippedStandIn { get; init; }

    /// <summary>The inputs, in ffmpeg's order.</summary>
    public required ImmutableArray<JobInput> Inputs { get; init; }

    /// <summary>What becomes of the pictures before they are encoded: maps, filters, frame rate, pixel format.</summary>
    public required ImmutableArray<string> Pictures { get; init; }

    /// <summary>What becomes of the sound, and how streams are written: audio codec, muxer options.</summary>
    public required ImmutableArray<string> Container { get; init; }

    /// <summary>The output file's name; null where the output is thrown away.</summary>
    public required string? OutputFile { get; init; }

    /// <summary>How often the job is done in one run: above 1 for a batch, whose outputs are numbered.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>What the output must look like; each of them in a batch.</summary>
    public required ExpectedOutput Expected { get; init; }

    /// <summary>The job's part of a case id: workload/subject/encoder-effort.</summary>
    public string Id => $"{Workload}/{Subject}/{Setting.Key}";

    /// <summary>Every output file that a run leaves, in order; empty where the output is thrown away.</summary>
    public ImmutableArray<string> OutputFiles =>
        OutputFile is null ? [] : Copies == 1 ? [OutputFile] : [.. Each().Select(copy => copy.OutputFile!)];

    /// <summary>The jobs of a batch one by one.</summary>
    /// <returns>Each with an output file of its own; this job alone where it is no batch.</returns>
    public ImmutableArray<Job> Each() => Copies == 1
        ? [this]
        : [.. Enumerable.Range(1, Copies).Select(number => this with { Copies = 1, OutputFile = $"{number}-{OutputFile}" })];

    /// <summary>
    /// The same pictures, listed frame by frame by the lane itself instead of being thrown away: what shows that a job without an output
    /// file does its work, outside every timed run.
    /// </summary>
    public Job? Proof() => OutputFile is null ? this with { Container = ["-an", "-f", "framemd5"], OutputFile = "frames.framemd5" } : null;

    /// <summary>The pixel format that the encoder is given; null where the job does not say.</summary>
    public string? PixelFormat =>
        // ffmpeg gives its JPEG encoder the full range of values in any case.
        Setting.Encoder == EncoderSetting.Jpeg.Encoder ? "yuvj420p"
        : Pictures.LastIndexOf("-pix_fmt") is var at and >= 0 && at + 1 < Pictures.Length ? Pictures[at + 1]
        : null;

    /// <summary>
    /// The same pictures as they are, plane by plane, without a header: what the encoder was given, and what quality is measured against.
    /// </summary>
    public Job Lossless() => this with
    {
        Setting = new EncoderSetting("rawvideo", null, Product.Gpl, null),
        Container = ["-an", .. (ImmutableArray<string>)(PixelFormat is { } format ? ["-pix_fmt", format] : []), "-f", "rawvideo"],
        OutputFile = "lossless.yuv",
        Copies = 1,
    };

    /// <summary>ffmpeg's arguments, without the program's name; paths are relative to the work folder.</summary>
    public ImmutableArray<string> Arguments(ThreadMode threads)
    {
        // FFmpeg takes -threads per decoder (before each -i) and per encoder (before the output), and the filters have two of their own.
        ImmutableArray<string> perCodec = threads == ThreadMode.One ? ["-threads", "1"] : [];
        ImmutableArray<string> perFilter = threads == ThreadMode.One ? ["-filter_threads", "1", "-filter_complex_threads", "1"] : [];
        return
        [
            .. CommonOptions,
            .. perFilter,
            .. Inputs.SelectMany(input => (IEnumerable<string>)[.. perCodec, .. input.Options, "-i", input.Location]),
            .. perCodec,
            .. Pictures,
            .. Setting.Arguments,
            .. Container,
            .. (ImmutableArray<string>)(OutputFile is null ? ["-f", "null", "-"] : [$"{OutputFolder}/{OutputFile}"]),
        ];
    }
}

/// <summary>One input of a job.</summary>
/// <param name="Options">What stands before its <c>-i</c>.</param>
/// <param name="Item">The clip, photograph or sound that it reads.</param>
public sealed record JobInput(ImmutableArray<string> Options, MediaItem Item)
{
    /// <summary>What stands behind its <c>-i</c>, relative to the work folder.</summary>
    public string Location => $"{Job.MediaFolder}/{Item.FileName}";
}

/// <summary>What a right output of a job looks like; a row whose output differs does not count.</summary>
/// <param name="Frames">Video frames, exactly.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Duration">How long its video lasts, within one frame; null for a still.</param>
/// <param name="HasSound">Whether it has an audio stream.</param>
/// <param name="EqualsPortable">
/// Whether every module must decode to the same frames as native-portable: true where the encoder is deterministic across targets.
/// </param>
public sealed record ExpectedOutput(int Frames, int Width, int Height, TimeSpan? Duration, bool HasSound, bool EqualsPortable);

/// <summary>How many threads a job's ffmpeg may use.</summary>
public enum ThreadMode
{
    /// <summary>What ffmpeg chooses by itself: as distributions run it.</summary>
    All,

    /// <summary>One thread for decoding, filtering and encoding: all that a module has.</summary>
    One,
}
