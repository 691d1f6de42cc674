using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>Every case: each job on each lane, as far as the design measures it.</summary>
/// <param name="jobs">The jobs, in the order in which they are measured.</param>
/// <param name="lanes">The lanes, in the order in which tables show them.</param>
/// <param name="place">From which tier on a case is measured, or why it is not: <see cref="MatrixDesign.Place"/>.</param>
public sealed class CaseMatrix(ImmutableArray<Job> jobs, ImmutableArray<Lane> lanes, Func<Job, Lane, Placement> place)
{
    /// <summary>The baselines without which no multiple of a job exists.</summary>
    public static ImmutableArray<Lane> Baselines { get; } = [Lane.Native, Lane.NativeOneThread, Lane.NativePortable];

    /// <summary>The full cross product, job by job: what is measured and what is left out.</summary>
    public ImmutableArray<BenchmarkCase> CrossProduct { get; } =
        [.. jobs.SelectMany(job => lanes.Select(lane => new BenchmarkCase(job, lane)))];

    /// <summary>The cases that some tier measures, job by job.</summary>
    public ImmutableArray<BenchmarkCase> Cases { get; } =
    [
        .. jobs.SelectMany(job => lanes.Where(lane => place(job, lane).Exclusion is null).Select(lane => new BenchmarkCase(job, lane))),
    ];

    /// <summary>What no tier measures, by the name of the rule that leaves it out, the largest first.</summary>
    public ImmutableArray<Exclusion> Exclusions =>
    [
        .. CrossProduct.Select(PlacementOf).Where(placement => placement.Exclusion is not null)
            .GroupBy(placement => (Name: placement.Exclusion!, Reason: placement.Tier.Reason!))
            .Select(rule => new Exclusion(rule.Key.Name, rule.Key.Reason, rule.Count()))
            .OrderByDescending(rule => rule.Count),
    ];

    /// <summary>The cases that a tier measures; none where the user's lanes have none in it.</summary>
    public ImmutableArray<BenchmarkCase> Of(Tier tier) => [.. Cases.Where(candidate => IsIn(candidate, tier))];

    /// <summary>The cases of a tier that fit a filter, and the native baselines and shorter reels that their readings need.</summary>
    /// <param name="tier">The tier; a filter without wildcards overrules it.</param>
    /// <param name="filter">A case id, or patterns with * and ?, separated by commas; null for all.</param>
    /// <exception cref="PerfException">No case fits, or none fits one of the patterns.</exception>
    public ImmutableArray<BenchmarkCase> Select(Tier tier, string? filter)
    {
        var named = Cases.Where(candidate => candidate.Id == filter).ToImmutableArray();
        if (named.Length > 0)
        {
            return WithBaselines(named);
        }

        var glob = new Glob(filter ?? "*");
        var ofTier = Of(tier);
        return glob.FittingNone([.. ofTier.Select(candidate => candidate.Id)]) is [var stray, ..]
            ? throw NothingFits(tier, filter, stray)
            : WithBaselines([.. ofTier.Where(candidate => glob.Matches(candidate.Id))]);
    }

    /// <summary>From which tier on a case is measured, or why it is not.</summary>
    public Placement PlacementOf(BenchmarkCase candidate) => place(candidate.Job, candidate.Lane);

    /// <summary>Whether a tier measures a case.</summary>
    /// <returns>True where the case belongs to this tier or a smaller one.</returns>
    public bool IsIn(BenchmarkCase candidate, Tier tier) => PlacementOf(candidate).Tier.TryGet(out var smallest) && smallest <= tier;

    /// <summary>The cases with these ids, and the native baselines and shorter reels that their readings need.</summary>
    public ImmutableArray<BenchmarkCase> Select(IReadOnlySet<string> ids) =>
        WithBaselines([.. Cases.Where(candidate => ids.Contains(candidate.Id))]);

    private ImmutableArray<BenchmarkCase> WithBaselines(ImmutableArray<BenchmarkCase> selected)
    {
        ImmutableArray<BenchmarkCase> wanted =
            [.. selected, .. Cases.Where(candidate => selected.Any(chosen => ReelJobs.Needs(chosen, candidate)))];
        var ids = wanted.Select(chosen => chosen.Id).ToHashSet();
        var jobIds = wanted.Select(chosen => chosen.Job.Id).ToHashSet();
        // What an output must equal is one of the baselines, or the portable build of its own FFmpeg.
        var held = wanted.Select(chosen => (chosen.Job.Id, chosen.Lane.Portable)).ToHashSet();
        return
        [
            .. Cases.Where(candidate => ids.Contains(candidate.Id) || held.Contains((candidate.Job.Id, candidate.Lane))
                || (jobIds.Contains(candidate.Job.Id) && Baselines.Contains(candidate.Lane))),
        ];
    }

    private PerfException NothingFits(Tier tier, string? filter, Glob glob)
    {
        if (Cases.IsEmpty)
        {
            return NoCase();
        }

        var inFull = Cases.Count(candidate => glob.Matches(candidate.Id));
        var excluded = CrossProduct.Where(candidate => glob.Matches(candidate.Id)).Select(candidate => PlacementOf(candidate).Tier.Reason)
            .FirstOrDefault();
        var name = tier.ToString().ToLowerInvariant();
        return new PerfException(ExitStatus.BadUsage,
            filter is null ? $"The {name} tier has no case of these lanes"
            : $"No case of the {name} tier fits {(glob.Pattern == filter ? "the filter" : $"'{glob.Pattern}' of the filter")}")
        {
            Where = filter is null ? null : $"--filter {CommandText.Of(filter, [])}",
            Expected = $"a case id or a pattern over them, such as {Cases[^1].Id} or '*/{lanes[^1].Name}'",
            Observed = inFull > 0 ? $"{CountText.Of(inFull, "case")} of the full tier would fit: --tier full"
                : excluded is not null ? $"what fits is left out of the matrix: {excluded}"
                : $"the nearest case is {Nearest(glob.Pattern)}",
            Remedy = "afmpeg-perf doctor --cases --tier full lists every case",
        };
    }

    // Only the user's own clip can leave no case: its jobs have one flavour, and nothing else is measured if the lanes file brings a native
    // ffmpeg and modules of the other flavour.
    private PerfException NoCase()
    {
        var flavours = string.Join(" or ", CrossProduct.Select(candidate => candidate.Job.Setting.Flavour).Distinct());
        return new PerfException(ExitStatus.BadUsage, "No tier has a case of these lanes")
        {
            Expected = $"a module of flavour {flavours}, as all jobs of your own clip are",
            Observed = "no job of your own clip is of flavour "
                + string.Join(" or ", lanes.Where(lane => lane.IsCustom).Select(lane => lane.CustomFlavour).OfType<string>().Distinct()),
            Remedy = $"name a module of flavour {flavours} in the lanes file; or leave out --media and add --tier full: the library "
                + "has jobs of each flavour",
        };
    }

    private string Nearest(string text) => Cases.MinBy(candidate => EditDistance.Between(candidate.Id, text))!.Id;
}

/// <summary>Whether and when a case of the full cross product is measured.</summary>
/// <param name="Tier">The smallest tier that measures it; or why none does.</param>
/// <param name="Exclusion">The name of the rule that leaves it out; null where it is measured.</param>
public sealed record Placement(Reading<Tier> Tier, string? Exclusion)
{
    /// <summary>A case that is measured.</summary>
    public static Placement From(Tier tier) => new(Reading<Tier>.Of(tier), null);

    /// <summary>A case that no tier measures.</summary>
    /// <param name="exclusion">The rule's name, in kebab-case.</param>
    /// <param name="reason">Why.</param>
    public static Placement Excluded(string exclusion, string reason) => new(Reading<Tier>.Unavailable(reason), exclusion);
}

/// <summary>A rule that leaves cases out of the matrix.</summary>
/// <param name="Name">The rule's name, in kebab-case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many cases it leaves out, 1 or more.</param>
public sealed record Exclusion(string Name, string Reason, int Count);
