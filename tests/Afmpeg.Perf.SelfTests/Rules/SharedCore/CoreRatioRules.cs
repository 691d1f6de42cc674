using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

public sealed class CoreRatioRules
{
    [Fact]
    public void It_is_the_ratio_of_the_execute_phases()
    {
        CoreRatio.Of([CannedWindows.Of(1.10), CannedWindows.Of(1.10), CannedWindows.Of(1.10)], "b", "a").TryGet(out var ratio)
            .Should().BeTrue();
        (Math.Round(ratio!.Value, 9), ratio.Count).Should().Be((1.1, 3));
        CoreRatio.Of([CannedWindows.Of(1.10), CannedWindows.Of(1.10), CannedWindows.Of(1.10)], "a", "b").TryGet(out var inverse)
            .Should().BeTrue();
        inverse!.Value.Should().BeApproximately(1 / 1.1, 1e-9);
    }

    [Fact]
    public void If_one_lane_does_not_report_its_phase_it_is_the_ratio_of_both_processes()
    {
        var silent = CannedWindows.Of(1.10) with { Shares = [new CoreShare("a", 3, 1, 1), new CoreShare("b", 2, null, 3)] };

        CoreRatio.Logs([silent, CannedWindows.Of(1.10)], "b", "a").Should().Equal(Math.Log(3), Math.Log(1));
    }

    [Fact]
    public void A_window_without_one_of_the_lanes_does_not_count() =>
        CoreRatio.Logs([CannedWindows.Of(1) with { Shares = [], Failure = "b: exit status 1" }, CannedWindows.Of(2)], "b", "a")
            .Should().Equal(Math.Log(2));
}
