using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What of a case is compared. A field is null where there is no reading, and where it is no property of the case but of the host.</summary>
public sealed record CaseExtract
{
    /// <summary>workload/subject/encoder-effort/lane.</summary>
    public required string Id { get; init; }

    /// <summary>The lane that its times are divided by; null where its job has none.</summary>
    public required string? Reference { get; init; }

    /// <summary>Execute time divided by the reference's in the same round, in the order of the rounds, six digits each; empty where there are none.</summary>
    public required ImmutableArray<double> Ratios { get; init; }

    /// <summary>Why there are no ratios; null where there are.</summary>
    public required string? Reason { get; init; }

    /// <summary>
    /// What it took, in seconds, six digits: the geometric mean of the rounds; null where there are none. Never a speed that is compared: of a
    /// reference it tells whether the machine is in the state in which it was.
    /// </summary>
    public double? Seconds { get; init; }

    /// <summary>Whether it failed: a wrong output, or runs that broke more than once.</summary>
    public bool Failed { get; init; }

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
    /// <param name="ofJob">The cases of its job in that run, itself included.</param>
    /// <returns>The extract.</returns>
    public static CaseExtract Of(CaseSummary summary, ImmutableArray<CaseSummary> ofJob)
    {
        var reference = ReferenceLane.Of(summary.Case.Lane, [.. ofJob.Select(other => other.Case.Lane)]);
        ImmutableArray<double> ratios = reference is null || summary.Failure is not null ? [] : ReferenceLane.Ratios(summary, reference, ofJob);
        var isHostFree = summary.Case.Lane.IsHostFree;
        return new CaseExtract
        {
            Id = summary.Case.Id,
            Reference = reference?.Name,
            Ratios = [.. ratios.Select(SixDigits)],
            Reason = ratios.IsEmpty ? WhyNone(summary, reference?.Name) : null,
            Seconds = summary.ExecuteSeconds.IsEmpty ? null : SixDigits(GeometricMean(summary.ExecuteSeconds)),
            Failed = summary.Failure is not null,
            Frames = summary.Frames.TryGet(out var frames) ? frames : null,
            OutputBytes = isHostFree && summary.OutputSize.TryGet(out var size) ? size.Bytes : null,
            FramesDigest = isHostFree && summary.FramesDigest.TryGet(out var digest) ? digest : null,
            PsnrYDb = isHostFree && summary.Quality.TryGet(out var quality) ? quality.PsnrYDb : null,
        };
    }

    /// <summary>The multiple of the reference: the geometric mean of the rounds.</summary>
    /// <returns>Such as "2.46 x native-portable", or why there is none.</returns>
    public Reading<string> Multiple() => Ratios.IsEmpty
        ? Reading<string>.NotMeasured(Reason ?? "it has no rounds")
        : Reading<string>.Of($"{Figures.Of(GeometricMean(Ratios))} x {Reference}");

    private static string WhyNone(CaseSummary summary, string? reference) =>
        summary.Failure
        ?? (reference is null ? "its job has no other lane to divide by"
            : summary.Rounds == 0 ? summary.NativeMultiple.WhyNot ?? "no round counts"
            : $"no round of it has one of {reference} beside it");

    private static double GeometricMean(ImmutableArray<double> values) => Math.Exp(values.Average(Math.Log));

    // A baseline is read by people, and nothing is known to more digits than these.
    private static double SixDigits(double value) => double.Parse($"{value:G6}");
}
