namespace Afmpeg.Perf.Lanes;

/// <summary>
/// What differs between two outputs of one job, in words. It has no noise: equal sources make equal outputs on every host, so that any
/// difference has a cause.
/// </summary>
public static class OutputDifferences
{
    /// <summary>A text per difference. What either output lacks is no difference.</summary>
    public static ImmutableArray<string> Of(
        (int? Frames, long? Bytes, string? FramesDigest) before, (int? Frames, long? Bytes, string? FramesDigest) after) =>
    [
        .. ((string?[])
        [
            before.Frames is { } frames && after.Frames is { } nowFrames && frames != nowFrames ? $"frames {frames} -> {nowFrames}" : null,
            before.Bytes is { } bytes && after.Bytes is { } nowBytes && bytes != nowBytes ? $"output bytes {bytes} -> {nowBytes}" : null,
            before.FramesDigest is { } digest && after.FramesDigest is { } nowDigest && digest != nowDigest
                ? $"other pictures: framemd5 digest {Short(digest)} -> {Short(nowDigest)}" : null,
        ]).OfType<string>(),
    ];

    private static string Short(string digest) => digest[..Math.Min(12, digest.Length)];
}
