using System.Collections.Immutable;
using System.Security.Cryptography;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf;

/// <summary>Measures two trees of the suite by turns on this machine, A B B A, each by its own command, and compares them.</summary>
/// <param name="settings">What is measured, how long all four runs may take together (null for the tier's own time each), and the folder below which each has its own.</param>
/// <param name="tell">Told how it goes, line by line.</param>
public sealed class AgainstRun(RunSettings settings, Action<string> tell)
{
    private const int Turns = 4;

    // How a run ends that measured what it was to measure: what it says of limits is not what is asked here.
    private static readonly ImmutableArray<ExitStatus> Measured = [ExitStatus.Within, ExitStatus.Exceeded, ExitStatus.Inconclusive];

    /// <summary>Measures another commit and this tree as it is, changes that are not committed included.</summary>
    /// <param name="reference">The commit, as git reads it.</param>
    /// <param name="tolerance">How much a multiple may change, as a fraction above 0.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The comparison, that commit as A.</returns>
    /// <exception cref="PerfException">A tree cannot be checked out, built or measured, or they did not do the same work.</exception>
    public async Task<RunComparison> Compare(string reference, double tolerance, CancellationToken cancellation)
    {
        await using var other = await GitWorktree.Add(settings.Folders.Repository, reference, cancellation);
        return await Compare(
            new CheckedOutTree($"{reference} ({other.Commit[..12]})", settings.Folders with { Repository = other.Folder }, tell),
            new CheckedOutTree("this tree", settings.Folders, tell),
            tolerance,
            cancellation);
    }

    /// <summary>Measures two trees.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <param name="tolerance">How much a multiple may change, as a fraction above 0.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="PerfException">A tree cannot be built or measured, or they did not do the same work.</exception>
    public async Task<RunComparison> Compare(ISuiteTree before, ISuiteTree after, double tolerance, CancellationToken cancellation)
    {
        // All is built before anything is measured: between two turns there is nothing but the start of the next.
        foreach (var tree in (ISuiteTree[])[before, after])
        {
            tell($"Against builds {tree.Name}");
            await tree.Build(cancellation);
            await Run(tree, ["setup", .. Selection()], [ExitStatus.Within], cancellation);
        }

        // Two runs of one seed, one of each tree, have their lanes in the same order.
        var seed = settings.Seed ?? RandomNumberGenerator.GetInt32(10_000);
        var a1 = await Measure(before, 1, "a1", seed, cancellation);
        var b1 = await Measure(after, 2, "b1", seed, cancellation);
        var b2 = await Measure(after, 3, "b2", seed + 1, cancellation);
        var a2 = await Measure(before, 4, "a2", seed + 1, cancellation);
        return AlternatedRuns.Compare((a1, a2), (b1, b2), tolerance);
    }

    private async Task<RunExtract> Measure(ISuiteTree tree, int turn, string folder, int seed, CancellationToken cancellation)
    {
        tell($"Against turn {turn} of {Turns}: {tree.Name}");
        var output = Path.Combine(settings.Output, folder);
        ImmutableArray<string> arguments =
        [
            "run", .. Selection(), "--output", output, "--fresh", "--seed", $"{seed}",
            .. Option("--budget", settings.Budget is { } budget ? $"{Math.Max(1, (int)(budget / Turns).TotalSeconds)}s" : null),
        ];
        await Run(tree, arguments, Measured, cancellation);
        return KeptRun.Extract(settings, output);
    }

    private ImmutableArray<string> Selection() =>
    [
        "--tier", Words.Key(settings.Tier),
        .. Option("--filter", settings.Filter),
        .. settings.DecisionOnly ? (string[])["--decision"] : [],
        .. Option("--media", settings.Media),
        .. Option("--lanes", settings.Lanes),
        .. settings.MayInstall ? (string[])[] : ["--no-install"],
    ];

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    private static async Task Run(ISuiteTree tree, ImmutableArray<string> arguments, ImmutableArray<ExitStatus> good, CancellationToken cancellation)
    {
        var (status, told) = await tree.Run(arguments, cancellation);
        if (!good.Contains((ExitStatus)status))
        {
            throw new PerfException(Enum.IsDefined((ExitStatus)status) ? (ExitStatus)status : ExitStatus.Missing, $"{tree.Name} could not be measured")
            {
                Where = CommandText.Of("afmpeg-perf", arguments),
                Observed = $"exit status {status}; it told last:\n{told}",
                Remedy = "correct what it says, or compare with a commit that can be measured",
            };
        }
    }
}
