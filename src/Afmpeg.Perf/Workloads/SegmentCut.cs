namespace Afmpeg.Perf.Workloads;

/// <summary>Where a clip is cut so that its parts take equally long: the last of them to end decides when all have.</summary>
public static class SegmentCut
{
    // Decoding is a quarter of a job: hand-held 720p to 360p, x264 veryfast, under Wasmtime takes 10.8 s, its decoding alone 2.95 s.
    private const double DecodeShare = 0.25;

    // Finer than any frame counts.
    private const double Exact = 1e-3;

    /// <summary>
    /// The first frame of each part, such that the longest part is as short as can be. A part that does not begin with a keyframe decodes
    /// those from the one before it as well, and throws them away: such a part is given fewer frames, and a keyframe near by is preferred.
    /// </summary>
    /// <param name="frames">The clip's frames, 1 or more.</param>
    /// <param name="keyframeInterval">Every how many frames there is a keyframe, the first one being frame 0.</param>
    /// <param name="parts">How many parts there may be, 1 or more.</param>
    /// <returns>
    /// The starts, ascending, 0 first; no more than frames or parts, and fewer where further parts would make nothing faster.
    /// </returns>
    public static ImmutableArray<int> Starts(int frames, int keyframeInterval, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(keyframeInterval, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        // Fits is monotonic in the budget: the earliest end of the last part is found by halving.
        double tooShort = 0, longEnough = frames;
        while (longEnough - tooShort > Exact)
        {
            var middle = (tooShort + longEnough) / 2;
            (tooShort, longEnough) = Fill(frames, keyframeInterval, middle, parts) is null ? (middle, longEnough) : (tooShort, middle);
        }

        return Fill(frames, keyframeInterval, longEnough, parts)!.Value;
    }

    // To take as many frames as the budget allows is never wrong: the later a part begins, the later it can end.
    private static ImmutableArray<int>? Fill(int frames, int keyframeInterval, double budget, int parts)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        for (var start = 0; start < frames;)
        {
            var taken = (int)Math.Floor(budget - (DecodeShare * (start % keyframeInterval)));
            if (starts.Count == parts || taken < 1)
            {
                return null;
            }

            starts.Add(start);
            start += taken;
        }

        return starts.ToImmutable();
    }
}
