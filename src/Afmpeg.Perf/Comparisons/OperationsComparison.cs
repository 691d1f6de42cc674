using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>A count against an earlier one, of the baseline or of another run.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Sentence">The same in words: by how much, and what differs.</param>
/// <param name="Factor">This count divided by the earlier one; 1 where there is none.</param>
public sealed record OperationsComparison(OperationsVerdict Verdict, string Sentence, double Factor)
{
    /// <summary>Compares a count.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="live">What was counted now.</param>
    /// <param name="key">The count's key; it is in <paramref name="live"/>.</param>
    /// <returns>The comparison.</returns>
    public static OperationsComparison Of(OperationsSnapshot baseline, OperationsSnapshot live, string key)
    {
        var now = live.Counts.Single(count => count.Key == key);
        if (baseline.Counts.FirstOrDefault(count => count.Key == key) is not { } old)
        {
            return new(OperationsVerdict.New, $"{key}: the baseline has no such count", Factor: 1);
        }

        var factor = (double)now.Operations / old.Operations;
        var isSame = Math.Abs(now.Operations - old.Operations) <= Tolerances.Operations * old.Operations && now.MemoryPages == old.MemoryPages;
        var change = $"{key}: {Grouped(now.Operations)} operations, before {Grouped(old.Operations)} ({PercentOf(factor)}); "
            + $"{now.MemoryPages} pages of memory, before {old.MemoryPages}";
        if (isSame)
        {
            return new(OperationsVerdict.Same, change, factor);
        }

        var ours = Changes(baseline, live, now);
        var theirs = Tools(baseline, live, now);
        return ours.IsEmpty && !theirs.IsEmpty
            ? new(OperationsVerdict.OtherTools, $"{change}. Nothing in the repository differs; on this host this does: {string.Join("; ", theirs)}", factor)
            : new(OperationsVerdict.Changed, $"{change}. {Differing([.. ours, .. theirs])}", factor);
    }

    /// <summary>Compares what two runs both counted.</summary>
    /// <param name="before">The earlier run's counts; null where it has none.</param>
    /// <param name="after">The later run's, likewise.</param>
    /// <returns>The comparisons, in the later run's order.</returns>
    public static ImmutableArray<OperationsComparison> Of(OperationsSnapshot? before, OperationsSnapshot? after) => before is null || after is null ? [] :
        [.. after.Counts.Where(count => before.Counts.Any(old => old.Key == count.Key)).Select(count => Of(before, after, count.Key))];

    private static string Differing(ImmutableArray<string> differences) => differences.IsEmpty
        ? "Nothing that the suite knows of differs: module, compiler, sources, arguments and media are the same"
        : $"What differs: {string.Join("; ", differences)}";

    // What a change of the repository does, or of the user's module.
    private static ImmutableArray<string> Changes(OperationsSnapshot baseline, OperationsSnapshot live, CountedJob now)
    {
        var (old, built) = (Module(baseline, now), Module(live, now));
        return
        [
            .. from before in baseline.Inputs.Jobs
               join after in live.Inputs.Jobs on before.Id equals after.Id
               where before.Id == now.Job && before.Digest != after.Digest
               select $"the job's arguments: {ArgumentDifference.Of(before, after)} (A: before, B: now)",
            .. baseline.Wasmtime != live.Wasmtime ? (string[])[$"Wasmtime {baseline.Wasmtime}, now {live.Wasmtime}"] : [],
            .. old is { Origin: { } was } && built is { Origin: { } made } ? Made(was, made) : [],
            .. SameCompiler(old, built) ? Media(baseline, live, now) : [],
            .. old?.Sha256 != built?.Sha256 && SameOrigin(old, built) ? (string[])["the module itself"] : [],
        ];
    }

    private static IEnumerable<string> Made(ModuleOrigin was, ModuleOrigin made) =>
    [
        .. was.Sources.Keys.Union(made.Sources.Keys).Order(StringComparer.Ordinal)
            .Where(source => was.Sources.GetValueOrDefault(source) != made.Sources.GetValueOrDefault(source))
            .Select(source => $"{source} {was.Sources.GetValueOrDefault(source) ?? "(none)"}, now {made.Sources.GetValueOrDefault(source) ?? "(none)"}"),
        .. was.Recipe != made.Recipe ? (string[])["the module's recipe in toolchain/ (flags, patches, components, steps)"] : [],
    ];

    // What a host brings.
    private static ImmutableArray<string> Tools(OperationsSnapshot baseline, OperationsSnapshot live, CountedJob now) =>
    [
        .. Module(baseline, now)?.Origin is { } was && Module(live, now)?.Origin is { } made && was.Compiler != made.Compiler
            ? [$"the compiler: {was.Compiler}, now {made.Compiler}", .. Media(baseline, live, now)] : (string[])[],
    ];

    // Clips are derived with a native build: another compiler may give other bytes, and without one it is their recipe that changed.
    private static IEnumerable<string> Media(OperationsSnapshot baseline, OperationsSnapshot live, CountedJob now) =>
        InputDifferences.OfFiles("medium", [("the run before", baseline.MediaOf(now.Job)), ("this run", live.MediaOf(now.Job))]);

    private static bool SameCompiler(CountedModule? old, CountedModule? now) => old?.Origin?.Compiler == now?.Origin?.Compiler;

    private static bool SameOrigin(CountedModule? old, CountedModule? now) => (old?.Origin, now?.Origin) switch
    {
        (null, null) => true,
        ({ } was, { } made) => was.Compiler == made.Compiler && !Made(was, made).Any(),
        _ => true,
    };

    private static CountedModule? Module(OperationsSnapshot extract, CountedJob count) => extract.Modules.FirstOrDefault(module => module.Name == count.Module);

    private static string PercentOf(double factor) => FormattableString.Invariant($"{100 * (factor - 1):+0.00;-0.00;0.00} %");

    private static string Grouped(long number) => FormattableString.Invariant($"{number:#,0}");
}
