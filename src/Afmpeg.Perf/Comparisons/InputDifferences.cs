using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>How the inputs of runs differ, in words, however many runs there are.</summary>
internal static class InputDifferences
{
    /// <summary>The files that differ: "medium clip: its checksum is 0123456789ab in A, ba9876543210 in B".</summary>
    /// <param name="what">What the files are, such as medium.</param>
    /// <param name="runs">Each run's name, as a reader knows it, with its files.</param>
    public static IEnumerable<string> OfFiles(string what, IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> runs) =>
        Of(runs).Select(pair => $"{what} {pair.Now.Id}: its checksum is {pair.Old.Short} in {pair.First}, {pair.Now.Short} in "
            + $"{pair.Later}");

    /// <summary>The jobs whose arguments differ: "settings of JOB: -preset veryfast in A, -preset medium in B".</summary>
    public static IEnumerable<string> OfJobs(IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> runs) =>
        Of(runs).Select(pair => $"settings of {pair.Now.Id}: {OfArguments(pair.Old, pair.First, pair.Now, pair.Later)}");

    /// <summary>What differs in a job's arguments; the digests where a run kept no more.</summary>
    public static string OfArguments(InputDigest before, string first, InputDigest after, string later)
    {
        if (before.Arguments is not { } old || after.Arguments is not { } now)
        {
            return $"the digest of its ffmpeg arguments is {before.Short} in {first}, {after.Short} in {later}";
        }

        var shorter = Math.Min(old.Length, now.Length);
        var begin = Enumerable.Range(0, shorter).TakeWhile(index => old[index] == now[index]).Count();
        var end = Enumerable.Range(1, shorter - begin).TakeWhile(index => old[^index] == now[^index]).Count();
        // A value alone says nothing: the option before it is named with it.
        var from = begin > 0 && old[begin - 1].StartsWith('-') ? begin - 1 : begin;
        return $"{Shown(old.AsSpan()[from..^end])} in {first}, {Shown(now.AsSpan()[from..^end])} in {later}";
    }

    // Each input that differs from that of the first run that has it.
    private static IEnumerable<(InputDigest Old, string First, InputDigest Now, string Later)> Of(
        IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> runs)
    {
        var known = new Dictionary<string, (InputDigest Input, string Run)>();
        foreach (var (run, input) in runs.SelectMany(one => one.Inputs.Select(input => (one.Run, input))))
        {
            if (!known.TryAdd(input.Id, (input, run)) && known[input.Id] is var (old, first) && old.Digest != input.Digest)
            {
                yield return (old, first, input, run);
            }
        }
    }

    private static string Shown(ReadOnlySpan<string> arguments) => arguments.IsEmpty ? "nothing" : string.Join(' ', arguments);
}
