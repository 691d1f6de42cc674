using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What runs were given otherwise than the first run that has it, however many runs there are. Each is looked at once.</summary>
internal static class InputDifferences
{
    /// <summary>The differences.</summary>
    /// <param name="runs">Each run's name, as a reader knows it, with what it was given.</param>
    /// <returns>The input of the first run that has it with that run, and the differing one with its own.</returns>
    public static IEnumerable<(InputDigest Old, string First, InputDigest Now, string Later)> Of(IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> runs)
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

    /// <summary>The differences of files, in words.</summary>
    /// <param name="what">What they are, such as medium.</param>
    /// <param name="runs">As above.</param>
    /// <returns>Such as "medium clip: its checksum is 0123456789ab in A, ba9876543210 in B".</returns>
    public static IEnumerable<string> OfFiles(string what, IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> runs) =>
        Of(runs).Select(pair => $"{what} {pair.Now.Id}: its checksum is {pair.Old.Short} in {pair.First}, {pair.Now.Short} in {pair.Later}");
}
