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

    // Looks after 10, 20, 40, 80, 160 and 320 rounds share the error of 5 % (C. E. Bonferroni, 1936).
    private const int Rounds = 10;
    private const int Looks = 6;
    private const int MostRounds = Rounds << (Looks - 1);
    private const double Error = 0.05 / Looks;

    [SkippableFact]
    public async Task The_wall_time_of_a_lane_agrees_with_hyperfine_within_two_percent()
    {
        RealLanes.SkipUnlessFull(nameof(HyperfineSpec));
        var found = await Hyperfine.Find(lanes.Settings);
        Skip.If(found.Reason is not null && !TestSettings.Strict, found.Reason);
        found.TryGet(out var hyperfine).Should().BeTrue($"AFMPEG_STRICT=1 wants it: {found.Reason}");

        var rounds = new List<(double Lane, double Hyperfine)>();
        (double Low, double High) ratio = (0, double.PositiveInfinity);
        // On a quiet host this ends after the first look.
        while (rounds.Count < MostRounds && !IsDecided(ratio))
        {
            int[] next = [.. Enumerable.Range(rounds.Count + 1, Math.Max(Rounds, rounds.Count))];
            rounds.AddRange(next.Select(round => Round(hyperfine!, round)));
            ratio = Ratio(rounds);
            output.WriteLine(Evidence(rounds, ratio));
        }

        RecordedRounds.Write(
            "hyperfine",
            ["round", "laneSeconds", "hyperfineSeconds"],
            rounds.Select(round => (double[])[round.Lane, round.Hyperfine]),
            output.WriteLine);
        Skip.If(!IsDecided(ratio) && !TestSettings.Strict, $"inconclusive: the host is too noisy to tell 2 %: {Evidence(rounds, ratio)}");
        IsWithin(ratio).Should().BeTrue($"the wall times may differ by 2 %: {Evidence(rounds, ratio)}");
    }

    private static (double Low, double High) Ratio(List<(double Lane, double Hyperfine)> rounds)
    {
        OneLook.SignedRank([.. rounds.Select(round => Math.Log(round.Lane / round.Hyperfine))], Error).TryGet(out var logs)
            .Should().BeTrue();
        return (Math.Exp(logs.Low), Math.Exp(logs.High));
    }

    private static bool IsDecided((double Low, double High) ratio) =>
        IsWithin(ratio) || ratio.High < 1 - Tolerance || ratio.Low > 1 + Tolerance;

    private static bool IsWithin((double Low, double High) ratio) => ratio is { Low: > 1 - Tolerance, High: < 1 + Tolerance };

    // Each goes first in every other round, so that the host's drift is in both.
    private (double Lane, double Hyperfine) Round(Hyperfine hyperfine, int round)
    {
        var benchmarkCase = new BenchmarkCase(RealLanes.Looped(Times), Lane.NativeOneThread);
        var (program, arguments) = lanes.NativeCommand(benchmarkCase.Job);
        double Ours() => lanes.Run(benchmarkCase, round).WallSeconds!.Value;
        double Theirs()
        {
            lanes.Folder.ClearOutput();
            return hyperfine.Seconds(program, arguments, lanes.Folder);
        }

        if (round % 2 == 0)
        {
            var theirs = Theirs();
            return (Ours(), theirs);
        }

        return (Ours(), Theirs());
    }

    // The fastest runs show what a busy host does not disturb.
    private static string Evidence(List<(double Lane, double Hyperfine)> rounds, (double Low, double High) ratio)
    {
        var ours = rounds.Select(round => round.Lane).Order().ToArray();
        var theirs = rounds.Select(round => round.Hyperfine).Order().ToArray();
        return $"[{ratio.Low:0.000}, {ratio.High:0.000}] times hyperfine's wall time over {rounds.Count} rounds "
            + $"({100 * (1 - Error):0.0} %: one of {Looks} looks); medians {ours[ours.Length / 2]:0.0000} s and "
            + $"{theirs[theirs.Length / 2]:0.0000} s, fastest {ours[0]:0.0000} s and {theirs[0]:0.0000} s";
    }
}
