using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>A media job, independent of how it is run: every lane's arguments are rendered from this one description.</summary>
public sealed record Job
{
    /// <summary>The guest's folder of inputs, read-only.</summary>
    public const string MediaFolder = "media";

    /// <summary>The guest's folder of outputs.</summary>
    public const string OutputFolder = "out";

    /// <summary>The workload's name: transcode, reel, ...</summary>
    public required string Workload { get; init; }

    /// <summary>What it works on and what it makes of it, such as screencast-360p.</summary>
    public required string Subject { get; init; }

    /// <summary>Encoder and effort.</summary>
    public required EncoderSetting Setting { get; init; }

    /// <summary>The smallest tier that measures this job.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The inputs, in ffmpeg's order.</summary>
    public required ImmutableArray<JobInput> Inputs { get; init; }

    /// <summary>Everything between the last input and the output file: filters, codecs, muxer options.</summary>
    public required ImmutableArray<string> OutputOptions { get; init; }

    /// <summary>The output file's name.</summary>
    public required string OutputFile { get; init; }

    /// <summary>What the output must look like.</summary>
    public required ExpectedOutput Expected { get; init; }

    /// <summary>The job's part of a case id: workload/subject/encoder-effort.</summary>
    public string Id => $"{Workload}/{Subject}/{Setting.Key}";

    /// <summary>ffmpeg's arguments, without the program's name; paths are relative to the work folder.</summary>
    /// <param name="threads">How many threads it may use.</param>
    /// <returns>The arguments.</returns>
    public ImmutableArray<string> Arguments(ThreadMode threads)
    {
        // FFmpeg takes -threads per decoder (before each -i) and per encoder (before the output), and the filters have two of their own.
        ImmutableArray<string> perCodec = threads == ThreadMode.One ? ["-threads", "1"] : [];
        ImmutableArray<string> perFilter = threads == ThreadMode.One ? ["-filter_threads", "1", "-filter_complex_threads", "1"] : [];
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y",
            .. perFilter,
            .. Inputs.SelectMany(input => (IEnumerable<string>)[.. perCodec, .. input.Options, "-i", $"{MediaFolder}/{input.Item.FileName}"]),
            .. perCodec,
            .. OutputOptions,
            $"{OutputFolder}/{OutputFile}",
        ];
    }
}
