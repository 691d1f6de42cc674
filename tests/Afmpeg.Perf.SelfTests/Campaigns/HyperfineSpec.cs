using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.SelfTests.Simulation;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>A lane's wall time is what another tool measures of the very same command.</summary>
[Collection(Campaign.Name)]
public sealed class HyperfineSpec(RealLanes lanes, ITestOutputHelper output) : IClassFixture<RealLanes>
{
    private const double Tolerance = 0.02;

    // About a second on native-1t.
    private const int Times = 15;
    private const int Rounds = 10;

    // After 10, 20, 40, 80, 160 and 320 rounds.
    private const int Looks = 6;
    private const int MostRounds = Rounds << (Looks - 1);

    [SkippableFact]
    public async Task The_wall_time_of_a_lane_agrees_with_hyperfine_within_two_percent()
    {
        RealLanes.SkipUnlessFull(nameof(HyperfineSpec));
        var found = await Hyperfine.Find(lanes.Settings);
        Skip.If(found.Reason is not null && !TestSettings.Strict, found.Reason);
        found.TryGet(out var hyperfine).Should().BeTrue($"AFMPEG_STRICT=1 wants it: {found.Reason}");

        var rounds = new List<(double Lane, double Hyperfine)>();
        (double Low, double High) ratio = (0, double.PositiveInfinity);
        // A quiet host ends after the first look.
        while (rounds.Count < MostRounds && !IsDecided(ratio))
        {
            rounds.AddRange(Enumerable.Range(rounds.Count + 1, Math.Max(Rounds, rounds.Count)).Select(round => Round(hyperfine!, round)).ToArray());
            ratio = Ratio(rounds);
            output.WriteLine(Evidence(rounds, ratio));
        }

        RecordedRounds.Write(
            "hyperfine",
            ["round", "laneSeconds", "hyperfineSeconds"],
            rounds.Select((round, index) => ImmutableArray.Create($"{index + 1}", RecordedRounds.Seconds(round.Lane), RecordedRounds.Seconds(round.Hyperfine))),
            output.WriteLine);
        Skip.If(!IsDecided(ratio) && !TestSettings.Strict, $"inconclusive: the host is too noisy to tell 2 %: {Evidence(rounds, ratio)}");
        IsWithin(ratio).Should().BeTrue($"the wall times are to differ by no more than 2 %: {Evidence(rounds, ratio)}");
    }

    // Whoever looks six times errs six times as easily: each look is held to a sixth of the error (C. E. Bonferroni, 1936).
    private static (double Low, double High) Ratio(List<(double Lane, double Hyperfine)> rounds)
    {
        OneLook.SignedRank([.. rounds.Select(round => Math.Log(round.Lane / round.Hyperfine))], 0.05 / Looks).TryGet(out var logs)
            .Should().BeTrue($"{Rounds} rounds support an interval of {Level}");
        return (Math.Exp(logs.Low), Math.Exp(logs.High));
    }

    private static bool IsDecided((double Low, double High) ratio) => IsWithin(ratio) || ratio.High < 1 - Tolerance || ratio.Low > 1 + Tolerance;

    private static bool IsWithin((double Low, double High) ratio) => ratio is { Low: > 1 - Tolerance, High: < 1 + Tolerance };

    // Alternately first, so that the host's drift is in both.
    private (double Lane, double Hyperfine) Round(Hyperfine hyperfine, int round)
    {
        var benchmarkCase = new BenchmarkCase(RealLanes.Looped(Times), Lane.NativeOneThread);
        var (program, arguments) = lanes.NativeCommand(benchmarkCase.Job);
        double Theirs()
        {
            lanes.Folder.ClearOutput();
            return hyperfine.Seconds(program, arguments, lanes.Folder);
        }

        if (round % 2 == 0)
        {
            var theirs = Theirs();
            return (lanes.Run(benchmarkCase, round).WallSeconds!.Value, theirs);
        }

        return (lanes.Run(benchmarkCase, round).WallSeconds!.Value, Theirs());
    }

    private static string Level => $"{100 * (1 - (0.05 / Looks)):0.0} %";

    // The fastest runs are what a busy host leaves alone.
    private static string Evidence(List<(double Lane, double Hyperfine)> rounds, (double Low, double High) ratio) =>
        $"[{ratio.Low:0.000}, {ratio.High:0.000}] times hyperfine's wall time over {rounds.Count} rounds ({Level}: one of {Looks} looks); medians {Median(rounds.Select(round => round.Lane)):0.0000} s and "
        + $"{Median(rounds.Select(round => round.Hyperfine)):0.0000} s, fastest {rounds.Min(round => round.Lane):0.0000} s and {rounds.Min(round => round.Hyperfine):0.0000} s";

    private static double Median(IEnumerable<double> seconds) => seconds.Order().ElementAt(seconds.Count() / 2);
}
