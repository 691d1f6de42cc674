using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Quality;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Pairing;

/// <summary>Compares pairs of lanes that share a core: two lanes of this tree, or the same lane of another commit and this tree.</summary>
/// <param name="settings">Which jobs, how long all pairs may take together (null: until each has its answer), and the folder of the
/// windows.</param>
/// <param name="observer">Told how it goes.</param>
public sealed class PairRun(RunSettings settings, RunObserver observer)
{
    /// <summary>Compares two lanes.</summary>
    /// <param name="before">A's name.</param>
    /// <param name="after">B's name.</param>
    /// <param name="tolerance">How much processor time may change, as a fraction above 0.</param>
    /// <param name="cancellation">Stops it; finished windows are kept.</param>
    /// <exception cref="PerfException">There is no such lane or job, or something needed is missing.</exception>
    public async Task<PairReport> Compare(string before, string after, double tolerance, CancellationToken cancellation)
    {
        var declared = await SetupService.Declare(settings.WithoutCustomThresholds(), observer, cancellation);
        var (first, second) = (PairSelection.Lane(declared, before), PairSelection.Lane(declared, after));
        var jobs = PairSelection.Jobs(declared, settings, [first, second]);
        var equipment = await Setup(declared).Ensure([.. jobs.SelectMany(job => new[] { new BenchmarkCase(job, first), new(job, second) })],
            settings.MayInstall, observer, cancellation);
        var runners = equipment.Runners(settings.Programs);
        // A lane may be compared with itself: what the two differ by is the machine.
        var names = first == second ? ($"{before} (A)", $"{after} (B)") : (before, after);
        return await Measure(
            equipment,
            [
                .. jobs.Select(job => (
                    new PairSide(names.Item1, new BenchmarkCase(job, first), runners),
                    new PairSide(names.Item2, new BenchmarkCase(job, second), runners))),
            ],
            tolerance,
            cancellation);
    }

    /// <summary>Compares another commit with this tree, uncommitted changes included. Both do the jobs of this tree.</summary>
    /// <param name="reference">The commit, as git reads it.</param>
    /// <param name="tolerance">How much processor time may change, as a fraction above 0.</param>
    /// <param name="cancellation">Stops it; finished windows are kept.</param>
    /// <exception cref="PerfException">This is no clone, or a tree cannot be checked out, built or set up.</exception>
    public async Task<PairReport> Against(string reference, double tolerance, CancellationToken cancellation)
    {
        if (!settings.Folders.IsClone)
        {
            throw new PerfException(ExitStatus.BadUsage, "An installed tool has no other commit of the suite to compare with")
            {
                Where = $"--against {reference}",
                Expected = "a clone of the suite",
                Observed = settings.Folders.Repository,
                Remedy = "compare two modules of your own, each a lane of your lanes file: "
                    + "afmpeg-perf pair wasmtime+before wasmtime+after --lanes lanes.json",
            };
        }

        var declared = await SetupService.Declare(settings.WithoutCustomThresholds(), observer, cancellation);
        var cases = PairSelection.Cases(declared, settings);
        await using var worktree = await GitWorktree.Add(settings.Folders.Repository, reference, cancellation);
        CheckedOutTree[] trees =
        [
            new($"{reference} ({worktree.Commit[..12]})", settings.Folders with { Repository = worktree.Folder }, observer.Told),
            new("this tree", settings.Folders, observer.Told),
        ];
        var equipment = new List<(ProvisionedAssets Tools, Func<BenchmarkCase, Reading<ILaneRunner>> Runners)>();
        foreach (var tree in trees)
        {
            await tree.Build(cancellation);
            var made = await new SetupService(settings with { Folders = tree.Folders },
                declared with { Recipes = ToolchainRecipes.Load(tree.Folders.Toolchain) }, observer)
                .Ensure(cases, settings.MayInstall, observer, cancellation);
            equipment.Add((made, made.Runners(tree.Programs)));
        }

        return await Measure(
            equipment[1].Tools,
            [
                .. cases.Select(benchmarkCase => (
                    new PairSide($"{benchmarkCase.Lane.Name} of {trees[0].Name}", benchmarkCase, equipment[0].Runners),
                    new PairSide($"{benchmarkCase.Lane.Name} of {trees[1].Name}", benchmarkCase, equipment[1].Runners))),
            ],
            tolerance,
            cancellation);
    }

    private SetupService Setup(Declarations declared) => new(settings, declared, observer);

    private async Task<PairReport> Measure(
        ProvisionedAssets equipment, ImmutableArray<(PairSide Before, PairSide After)> pairs, double tolerance,
        CancellationToken cancellation)
    {
        using var turn =
            await MeasurementLock.Take(MeasurementLock.MachineWide, settings.Output, settings.Wait, observer.Waiting, cancellation);
        var host = Host.Read();
        var run = RunState.NewId();
        var file = new WindowFile(settings.Output);
        var compared = new List<PairComparison>();
        foreach (var (before, after) in pairs)
        {
            compared.Add(Measure(before, after));
        }

        return new PairReport(host.Description, file.Path, [.. compared]);

        PairComparison Measure(PairSide before, PairSide after)
        {
            var empty = new PairComparison(before.Case.Job.Id, before.Name, after.Name, [], tolerance, pairs.Length)
            {
                IsOneLane = before.Case == after.Case,
                Remarks = [.. new[] { before, after }.Where(side => side.Case.Lane.CompilesEachTime).Select(Remark).Distinct()],
            };
            using WorkFolder ofBefore = WorkFolder.Create(), ofAfter = WorkFolder.Create();
            equipment.Stage(ofBefore, before.Case.Job);
            equipment.Stage(ofAfter, after.Case.Job);
            var (ofA, ofB) = (before.Open(ofBefore), after.Open(ofAfter));
            if (!ofA.TryGet(out var first) || !ofB.TryGet(out var second))
            {
                return empty with { Failure = ofA.Reason ?? ofB.Reason };
            }

            observer.Sharing($"pair {compared.Count + 1} of {pairs.Length}  {before.Case.Job.Id}: {before.Name} and {after.Name}, each "
                + "once before the windows");
            return new PairSampler(first, second, new OutputCheck(equipment.Ffmpeg, cancellation), file.Append).Measure(
                empty,
                settings.Budget / pairs.Length,
                host.Fingerprint,
                run,
                soFar => observer.Sharing(ProgressText.Of(soFar, compared.Count + 1, pairs.Length)),
                cancellation);
        }
    }

    private static string Remark(PairSide side) => $"{side.Name}: {Lane.CompilingCounts}";

    private sealed record PairSide(string Name, BenchmarkCase Case, Func<BenchmarkCase, Reading<ILaneRunner>> Runners)
    {
        public Reading<CoreLane> Open(WorkFolder folder) => Runners(Case).Select(runner => new CoreLane(Name, Case, runner, folder));
    }
}
