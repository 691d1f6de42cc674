using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What a count says against the baseline's.</summary>
public enum OperationsVerdict
{
    /// <summary>The same, within the tolerance.</summary>
    Same,

    /// <summary>Another count, because of a change in this repository or in a module that the user brings.</summary>
    Changed,

    /// <summary>
    /// Another count, and nothing differs but what this host brought: its compiler, and clips that were derived with what that compiled.
    /// </summary>
    OtherTools,

    /// <summary>The baseline has no such count.</summary>
    New,
}

/// <summary>A count against an earlier one, of the baseline or of another run.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Sentence">The same in words: by how much, and what differs.</param>
/// <param name="Factor">This count divided by the earlier one; 1 where there is none.</param>
public sealed record OperationsComparison(OperationsVerdict Verdict, string Sentence, double Factor)
{
    /// <summary>Compares what was counted now under a key with the baseline.</summary>
    /// <param name="baseline">What was counted earlier.</param>
    /// <param name="live">What was counted now.</param>
    /// <param name="key">The job and module.</param>
    /// <param name="tolerance">By how much the same count may differ, as a fraction, 0 or more; the usual tolerance is the most.</param>
    public static OperationsComparison Of(
        OperationsSnapshot baseline, OperationsSnapshot live, string key, double tolerance = Tolerances.Operations)
    {
        var now = live.Counts.Single(count => count.Key == key);
        if (baseline.Counts.FirstOrDefault(count => count.Key == key) is not { } old)
        {
            return new(OperationsVerdict.New, $"{key}: the baseline has no such count", Factor: 1);
        }

        var factor = (double)now.Operations / old.Operations;
        var isSame = now.MemoryPages == old.MemoryPages
            && Math.Abs(now.Operations - old.Operations) <= Math.Min(tolerance, Tolerances.Operations) * old.Operations;
        var change = FormattableString.Invariant(
            $"{key}: {now.Operations:#,0} operations, before {old.Operations:#,0} ({100 * (factor - 1):+0.00;-0.00;0.00} %); ")
            + $"{now.MemoryPages} pages of memory, before {old.MemoryPages}";
        if (isSame)
        {
            return new(OperationsVerdict.Same, change, factor);
        }

        var (ours, theirs) = Causes(baseline, live, now);
        return (ours.Length, theirs.Length) switch
        {
            (0, 0) => new(OperationsVerdict.Changed,
                $"{change}. The suite found no difference: module, compiler, sources, arguments and media are the same", factor),
            (0, _) => new(OperationsVerdict.OtherTools,
                $"{change}. Nothing in the repository differs; on this host this does: {string.Join("; ", theirs)}", factor),
            _ => new(OperationsVerdict.Changed, $"{change}. What differs: {string.Join("; ", [.. ours, .. theirs])}", factor),
        };
    }

    /// <summary>Compares what two runs both counted, by a tolerance, in the later run's order.</summary>
    public static ImmutableArray<OperationsComparison> OfBoth(OperationsSnapshot? before, OperationsSnapshot? after, double tolerance) =>
        before is null || after is null ? []
        :
        [
            .. after.Counts.Where(count => before.Counts.Any(old => old.Key == count.Key))
                .Select(count => Of(before, after, count.Key, tolerance)),
        ];

    // What a change of the repository or of the user's module does, and what a host brings.
    private static (string[] Ours, string[] Theirs) Causes(OperationsSnapshot baseline, OperationsSnapshot live, CountedJob now)
    {
        var (old, built) = (Module(baseline, now), Module(live, now));
        var (was, made) = (old?.Origin, built?.Origin);
        string[] media =
            [.. InputDifferences.OfFiles("medium", [("the run before", baseline.MediaOf(now.Job)), ("this run", live.MediaOf(now.Job))])];
        string[] sources = was is null || made is null ? [] : [.. Sources(was, made)];
        string[] ours =
        [
            .. from before in baseline.Inputs.Jobs
               join after in live.Inputs.Jobs on before.Id equals after.Id
               where before.Id == now.Job && before.Digest != after.Digest
               select $"the job's arguments: {InputDifferences.OfArguments(before, "the run before", after, "this run")}",
            .. baseline.Wasmtime != live.Wasmtime ? (string[])[$"Wasmtime {baseline.Wasmtime}, now {live.Wasmtime}"] : [],
            .. sources,
            // Clips are derived with a native build: another compiler may give other bytes, and without one it is their recipe that
            // changed.
            .. was?.Compiler == made?.Compiler ? media : [],
            .. old?.Sha256 != built?.Sha256 && sources.Length == 0 && (was is null || made is null || was.Compiler == made.Compiler)
                ? (string[])["the module itself"] : [],
        ];
        return (ours, was is not null && made is not null && was.Compiler != made.Compiler
            ? [$"the compiler: {was.Compiler}, now {made.Compiler}", .. media] : []);
    }

    private static IEnumerable<string> Sources(ModuleOrigin was, ModuleOrigin made) =>
    [
        .. was.Sources.Keys.Union(made.Sources.Keys).Order(StringComparer.Ordinal)
            .Select(source => (Name: source, Was: was.Sources.GetValueOrDefault(source), Now: made.Sources.GetValueOrDefault(source)))
            .Where(source => source.Was != source.Now)
            .Select(source => $"{source.Name} {source.Was ?? "(none)"}, now {source.Now ?? "(none)"}"),
        .. was.Recipe != made.Recipe ? (string[])["the module's recipe in toolchain/ (flags, patches, components, steps)"] : [],
    ];

    private static CountedModule? Module(OperationsSnapshot snapshot, CountedJob count) =>
        snapshot.Modules.FirstOrDefault(module => module.Name == count.Module);
}
