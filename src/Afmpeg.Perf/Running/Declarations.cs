using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>What the repository declares: how things are built, the media library, every case, and the limits.</summary>
/// <param name="Recipes">How things are built.</param>
/// <param name="Media">The media library.</param>
/// <param name="Matrix">Every case.</param>
/// <param name="Thresholds">The limits.</param>
public sealed record Declarations(ToolchainRecipes Recipes, MediaManifest Media, CaseMatrix Matrix, Thresholds Thresholds)
{
    /// <summary>The programs and engines that the user brings.</summary>
    public CustomLanes CustomLanes { get; init; } = CustomLanes.None;

    /// <summary>The cores of the machine whose cases they are.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>The suite's cases alone, whatever the user brings.</summary>
    public required CaseMatrix SuiteMatrix { get; init; }

    /// <summary>The user's own clip, which the matrix is then made of; null for the library.</summary>
    public CustomMedia? CustomMedia { get; init; }

    /// <summary>Reads and checks the files of the repository, and the user's lanes file.</summary>
    /// <exception cref="Foundation.PerfException">A file is wrong; every fault is listed.</exception>
    public static Declarations Load(RunSettings settings) => Load(settings.Folders, settings.Lanes, settings.Path);

    /// <summary>Reads and checks the files of the repository.</summary>
    /// <param name="folders">Where they lie.</param>
    /// <param name="lanesFile">The user's lanes.json; null for none.</param>
    /// <param name="path">The folders of executables, as in PATH; engines of that file are looked for there.</param>
    /// <param name="cores">The cores of the machine whose cases they are; null for this one.</param>
    /// <param name="kept">
    /// What a run's lanes file brought, as the run kept it: the file is not read, and a limit of the user's
    /// may judge no case. Null where it is read.
    /// </param>
    /// <exception cref="Foundation.PerfException">A file is wrong; every fault is listed.</exception>
    public static Declarations Load(
        SuiteFolders folders, string? lanesFile = null, string path = "", int? cores = null, CustomLanes? kept = null)
    {
        var processors = cores ?? Environment.ProcessorCount;
        var recipes = ToolchainRecipes.Load(folders.Toolchain);
        var media = MediaManifest.Load(folders.MediaManifest);
        var jobs = WorkloadCatalog.Jobs(media.ToCatalog(), processors);
        var lanes = MatrixDesign.Lanes(recipes.ModuleBuilds, processors);
        var own = kept ?? (lanesFile is null ? CustomLanes.None : CustomLanesFile.Load(
            lanesFile,
            [.. lanes.SelectMany(lane => new[] { lane.Name, lane.Build }).OfType<string>().Distinct(), .. Engines.All],
            path));
        var matrix = MatrixOf(recipes, own, jobs, processors);
        // Limits judge the suite's cases, whatever the user brings in their place, and what the user brings.
        var suite = new CaseMatrix(jobs, lanes, MatrixDesign.Place);
        string[] caseIds = [.. suite.Cases.Concat(matrix.Cases).Select(declared => declared.Id).Distinct()];
        var thresholds = ThresholdsFile.Load(folders.Thresholds, kept is null || folders.CustomThresholds is null ? caseIds : null,
            LeverCatalog.Ids(LeverCatalog.Levers), LeverCatalog.Ids(LeverCatalog.Guidance));
        return new Declarations(recipes, media, matrix, thresholds) { SuiteMatrix = suite, CustomLanes = own, Cores = processors };
    }

    /// <summary>The same for a user's own clip: its cases, and none of the library's.</summary>
    public Declarations For(CustomMedia own) =>
        this with { CustomMedia = own, Matrix = MatrixOf(Recipes, CustomLanes, CustomMediaWorkload.Jobs(own.Clip), Cores) };

    /// <summary>The same for a user's own clip that may have to be derived.</summary>
    public Declarations For(CustomClip own) => For(own.ToMedia()) with { Media = new MediaManifest([own.Entry], [], []) };

    /// <summary>The user's lanes as a run keeps them.</summary>
    /// <returns>The lanes; null without a lanes file.</returns>
    public RecordedLanes? RecordedLanes(RunSettings settings) =>
        settings.Lanes is { } file ? new RecordedLanes(settings.Shown(file), CustomLanes).Without(settings.Redaction) : null;

    /// <summary>What a run with these settings measures.</summary>
    /// <returns>The plan, its seed not chosen yet where the settings name none.</returns>
    /// <exception cref="Foundation.PerfException">No case fits.</exception>
    public RunPlan Plan(RunSettings settings)
    {
        var cases = settings.CaseIds is { } ids ? Matrix.Select(ids)
            : settings.DecisionOnly ? Matrix.Select(AskedOf(settings))
            : Matrix.Select(settings.Tier, settings.Filter);
        var divided = settings.Shard is { } shard ? ShardDivision.Of(cases, shard.Count, CaseCosts.Recorded) : [cases];
        cases = divided[(settings.Shard?.Number ?? 1) - 1];
        var sharedTime = CoreGroup.TimeOf(CoreGroup.Of(cases, settings.Tier).Length, settings.EffectiveBudget);
        return new RunPlan(cases, settings.Seed ?? 0, settings.EffectiveBudget - sharedTime, RoundLimits.Default)
        {
            Limit = settings.Limit - sharedTime,
            SharedTime = sharedTime,
            Noise = NoisePair.Of(cases),
            // A user who selected cases wants all of them alike.
            Preferred = settings is { Filter: null, CaseIds: null } ? PreferredOf(cases) : null,
            Notes = settings is { Filter: null, CaseIds: null, DecisionOnly: false, Shard: null } ? WithoutACase(cases, settings.Tier) : [],
            Shard = settings.Shard is { } one
                ? new ShardOfRun(one, [.. divided.Select(part => part.Select(benchmarkCase => benchmarkCase.Id).ToImmutableArray())])
                : null,
        };
    }

    private ImmutableHashSet<string>? PreferredOf(ImmutableArray<BenchmarkCase> cases)
    {
        var limits = DecisionCases.ForSampling(cases, Thresholds, Cores).Limits.Where(limit => MetricFacts.IsTimed(limit.Metric)).ToArray();
        ImmutableHashSet<string> preferred =
        [
            .. cases.Where(known => known.Lane.IsCustom || limits.Any(limit => limit.Judges(known))).Select(known => known.Id),
        ];
        return preferred.IsEmpty ? null : preferred;
    }

    // openh264's jobs are of the full tier: a module of its flavour alone would be dropped silently.
    private ImmutableArray<string> WithoutACase(ImmutableArray<BenchmarkCase> cases, Tier tier) =>
    [
        .. CustomLanes.Modules.Concat(CustomLanes.Natives)
            .Where(program => !cases.Any(
                benchmarkCase => benchmarkCase.Lane.IsCustom && (benchmarkCase.Lane.Build ?? benchmarkCase.Lane.Name) == program.Name))
            .Select(program => $"{program.Name} has no case: no job of the {tier.ToString().ToLowerInvariant()} tier is of its flavour, "
                + $"{program.Flavour}"
                + (tier == Tier.Quick && CustomMedia is null ? "; the full tier has some: --tier full" : "")),
    ];

    private HashSet<string> AskedOf(RunSettings settings) => Decisive(settings.Tier) is { Count: > 0 } asked
        ? asked
        : throw new PerfException(ExitStatus.BadUsage, "No limit judges what upstream ships, so --decision has no case")
        {
            Where = settings.Folders.Thresholds,
            Expected = "the suite's limits, or others for cases of its shipped lane",
            Remedy = "leave out --decision",
        };

    private HashSet<string> Decisive(Tier tier) =>
        [.. DecisionCases.Of(Matrix.Select(tier, null), Thresholds, Cores).Select(benchmarkCase => benchmarkCase.Id)];

    private static CaseMatrix MatrixOf(ToolchainRecipes recipes, CustomLanes own, ImmutableArray<Job> jobs, int cores)
    {
        var ownLanes = LaneCatalog.DeclareCustom(own, recipes.ModuleBuilds);
        // A lane of the user's takes the place of ours of the same name.
        var declared = MatrixDesign.Lanes(recipes.ModuleBuilds, cores)
            .ExceptBy(ownLanes.Select(lane => lane.Name), lane => lane.Name);
        return new CaseMatrix(
            jobs,
            [.. declared, .. ownLanes],
            own.AreAll
                ? MatrixDesign.PlaceOnlyCustom([.. own.Modules.Concat(own.Natives).Select(program => program.Flavour)])
                : MatrixDesign.Place);
    }
}
