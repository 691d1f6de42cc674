using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What of a case is compared: what has no noise. A field is null where there is no reading, and where it is no property of the case but of the host.</summary>
public sealed record CaseSnapshot
{
    /// <summary>workload/subject/encoder-effort/lane.</summary>
    public required string Id { get; init; }

    /// <summary>Why it failed: a wrong output, or runs that broke more than once; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>The output's video frames.</summary>
    public required int? Frames { get; init; }

    /// <summary>The output's size; null on lanes whose output depends on the processor.</summary>
    public required long? OutputBytes { get; init; }

    /// <summary>The digest of the decoded frames; null as for the size.</summary>
    public required string? FramesDigest { get; init; }

    /// <summary>PSNR of the luma plane in dB; null as for the size, and where no picture is encoded with loss.</summary>
    public required double? PsnrYDb { get; init; }

    /// <summary>What of a case is compared.</summary>
    /// <param name="summary">The case.</param>
    /// <returns>The extract.</returns>
    public static CaseSnapshot Of(CaseSummary summary)
    {
        var isHostFree = summary.Case.Lane.IsHostFree;
        return new CaseSnapshot
        {
            Id = summary.Case.Id,
            Failure = summary.Failure,
            Frames = summary.Frames.TryGet(out var frames) ? frames : null,
            OutputBytes = isHostFree && summary.OutputSize.TryGet(out var size) ? size.Bytes : null,
            FramesDigest = isHostFree && summary.FramesDigest.TryGet(out var digest) ? digest : null,
            PsnrYDb = isHostFree && summary.Quality.TryGet(out var quality) ? quality.PsnrYDb : null,
        };
    }
}
