using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Whether any number of runs, of no case in common, may stand in one report: what two of them both have must be the same.</summary>
public static class SameWork
{
    private const int DigestLength = 12;

    /// <summary>Refuses runs that had other media, settings or modules, with every reason at once. Each run is looked at once.</summary>
    /// <param name="runs">The runs.</param>
    /// <exception cref="PerfException">Something differs, or of several runs one did not keep what it was given.</exception>
    public static void Check(ImmutableArray<RunExtract> runs)
    {
        var media = new Dictionary<string, (InputDigest Input, string Run)>();
        var jobs = new Dictionary<string, (InputDigest Input, string Run)>();
        var modules = new Dictionary<string, (ModuleExtract Module, string Run)>();
        var reasons = new List<string>();
        foreach (var run in runs)
        {
            if (run.Inputs is not { } inputs)
            {
                reasons.AddRange(runs.Length > 1 ? [$"media and settings: {run.Run} did not keep them"] : (string[])[]);
                continue;
            }

            reasons.AddRange(Differing(media, inputs.Media, run.Run).Select(pair =>
                $"medium {pair.Now.Id}: its checksum is {pair.Old.Digest[..DigestLength]} in {pair.First}, {pair.Now.Digest[..DigestLength]} in {run.Run}"));
            reasons.AddRange(Differing(jobs, inputs.Jobs, run.Run).Select(pair =>
                $"settings of {pair.Now.Id} (A: {pair.First}, B: {run.Run}): {ArgumentDifference.Of(pair.Old, pair.Now)}"));
            foreach (var module in run.Modules)
            {
                if (!modules.TryAdd(module.Name, (module, run.Run)) && modules[module.Name].Module.Sha256 != module.Sha256)
                {
                    reasons.Add($"module {module.Name}: its checksum is {modules[module.Name].Module.Sha256[..DigestLength]} in {modules[module.Name].Run}, {module.Sha256[..DigestLength]} in {run.Run}");
                }
            }
        }

        if (reasons.Count > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, "These runs cannot be merged: they are not known to have done the same work")
            {
                Expected = "equal media, encoder settings and modules wherever two runs have them",
                Observed = string.Join('\n', reasons),
                Remedy = "measure the shards from one commit and one media library, or leave out the runs that are named",
            };
        }
    }

    private static IEnumerable<(InputDigest Old, string First, InputDigest Now)> Differing(
        Dictionary<string, (InputDigest Input, string Run)> known, ImmutableArray<InputDigest> inputs, string run) =>
        inputs.Where(input => !known.TryAdd(input.Id, (input, run)) && known[input.Id].Input.Digest != input.Digest)
            .Select(input => (known[input.Id].Input, known[input.Id].Run, input));
}
