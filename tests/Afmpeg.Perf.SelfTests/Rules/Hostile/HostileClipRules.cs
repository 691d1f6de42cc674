using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SelfTests.Hostile;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Hostile;

/// <summary>HostileClipsSpec with a few mutants.</summary>
public sealed class HostileClipRules(ITestOutputHelper output)
{
    [SkippableFact]
    public void A_damaged_clip_ends_in_a_declared_outcome_on_every_lane_and_touches_nothing_around_it()
    {
        using var clips = new HostileClips();

        ImmutableArray<HostileRun> runs = [.. Enumerable.Range(4711, 10).SelectMany(clips.Run)];

        HostileRun.AreHarmless(runs);
        output.WriteLine(HostileClipReport.Render(runs));
    }

    [Theory]
    [InlineData("exit status 1: Invalid data found when processing input", "clean error")]
    [InlineData("exit status 70: trap: MemoryOutOfBounds: out of bounds", "trap")]
    [InlineData("exit status 1: RuntimeError: memory access out of bounds", "trap")]
    [InlineData("ended by signal 11: ", "killed by signal")]
    [InlineData("killed after writing more than 256 MiB: ", "wrote too much")]
    [InlineData("no accounting of the process", "undeclared")]
    public void The_lanes_reason_says_how_a_run_ended(string reason, string end) =>
        new HostileRun(1, "cut", "native", LaneReading.Failed(reason), []).End.Should().Be(end);

    [Fact]
    public void A_table_of_runs_without_accounting_has_no_figures_for_them() =>
        HostileClipReport.Render([new HostileRun(1, "cut", "native", LaneReading.PastLimit(TimeSpan.FromSeconds(10)), [])])
            .Should().Contain("| native | 0 | 0 | 0 | 0 | 1 | 0 | - | - | - |");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_makes_the_same_mutant(string kind)
    {
        var (clip, still) = (Bytes(5000), Bytes(3000));
        var seed = Array.IndexOf(MediaMutations.Kinds, kind);

        var (made, _, bytes) = MediaMutations.Of(clip, still, seed);

        made.Should().Be(kind);
        bytes.Should().Equal(MediaMutations.Of(clip, still, seed).Bytes);
    }

    public static TheoryData<string> Kinds => TheoryRows.Of(MediaMutations.Kinds);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
