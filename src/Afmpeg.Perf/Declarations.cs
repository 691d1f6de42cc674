using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf;

/// <summary>What the repository declares: how things are built, the media library, every case, and the limits.</summary>
/// <param name="Recipes">How things are built.</param>
/// <param name="Media">The media library.</param>
/// <param name="Matrix">Every case.</param>
/// <param name="Thresholds">The limits.</param>
public sealed record Declarations(ToolchainRecipes Recipes, MediaManifest Media, CaseMatrix Matrix, Thresholds Thresholds)
{
    /// <summary>Reads and checks the files of the repository.</summary>
    /// <param name="folders">Where they lie.</param>
    /// <param name="lanesFile">The user's lanes.json; null for none.</param>
    /// <param name="path">The folders of executables, as in PATH; engines of that file are looked for there.</param>
    /// <returns>The declarations.</returns>
    /// <exception cref="Foundation.PerfException">A file is wrong; every fault is listed.</exception>
    public static Declarations Load(SuiteFolders folders, string? lanesFile = null, string path = "")
    {
        var recipes = ToolchainRecipes.Load(folders.Toolchain);
        var media = MediaManifest.Load(folders.MediaManifest);
        var jobs = WorkloadCatalog.Jobs(media.ToCatalog(), Environment.ProcessorCount);
        var lanes = LaneCatalog.Declare(recipes.ModuleBuilds, MatrixDesign.DefaultBuild, Environment.ProcessorCount);
        var own = lanesFile is null ? OwnLanes.None : OwnLanesFile.Load(
            lanesFile,
            [.. lanes.Select(lane => lane.Name), .. recipes.ModuleBuilds, .. Engines.All],
            path);
        lanes = [.. lanes, .. LaneCatalog.DeclareOwn(own, recipes.ModuleBuilds)];
        var matrix = new CaseMatrix(jobs, lanes, MatrixDesign.Place);
        // Limits judge the suite's cases, whichever of them a lanes file leaves out.
        var thresholds = ThresholdsFile.Load(folders.Thresholds, [.. matrix.Cases.Select(declared => declared.Id)]);
        if (own.AreAll)
        {
            matrix = new CaseMatrix(jobs, lanes, MatrixDesign.PlaceOnlyOwn([.. own.Modules.Concat(own.Natives).Select(program => program.Flavour)]));
        }

        return new Declarations(recipes, media, matrix, thresholds) { Own = own };
    }

    /// <summary>What the user brings.</summary>
    public OwnLanes Own { get; init; } = OwnLanes.None;

    /// <summary>What a run with these settings measures.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The plan, its seed not chosen yet where the settings name none.</returns>
    /// <exception cref="Foundation.PerfException">No case fits.</exception>
    public RunPlan Plan(RunSettings settings) => new(
        settings.CaseIds is { } ids ? Matrix.Select(ids) : Matrix.Select(settings.Tier, settings.Filter),
        settings.Seed ?? 0,
        settings.EffectiveBudget,
        settings.Rounds);
}
