using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Workloads;

public sealed class SegmentCutRules
{
    [Theory]
    [InlineData(1, 40, 1, new[] { 0 })]
    [InlineData(281, 40, 1, new[] { 0 })]
    [InlineData(1, 40, 4, new[] { 0 })]
    [InlineData(3, 40, 8, new[] { 0, 1, 2 })]
    // Keyframes at equal parts are where it is cut.
    [InlineData(240, 60, 2, new[] { 0, 120 })]
    [InlineData(240, 60, 4, new[] { 0, 60, 120, 180 })]
    [InlineData(7, 1, 2, new[] { 0, 4 })]
    // A keyframe near by is preferred to the middle: from there, 97, the second part would have to decode the 97 frames before it as well.
    [InlineData(194, 100, 2, new[] { 0, 100 })]
    public void Parts_are_cut_so_that_they_take_equally_long(int frames, int interval, int parts, int[] starts) =>
        SegmentCut.Starts(frames, interval, parts).Should().Equal(starts);

    [Fact]
    public void A_part_that_starts_far_from_a_keyframe_has_fewer_frames()
    {
        var start = SegmentCut.Starts(100, 1000, 2)[1];

        start.Should().Be(57, "43 frames and a quarter of 57 take hardly longer than 57 frames do");
    }

    [Theory]
    [InlineData(281, 40, 2)]
    [InlineData(281, 40, 3)]
    [InlineData(90, 60, 4)]
    [InlineData(241, 60, 7)]
    [InlineData(200, 40, 8)]
    [InlineData(2, 1, 2)]
    public void No_part_takes_longer_than_it_would_if_any_cut_were_moved_by_a_frame(int frames, int interval, int parts)
    {
        var starts = SegmentCut.Starts(frames, interval, parts);

        starts.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.StartWith(0);
        starts.Length.Should().BeLessThanOrEqualTo(parts);
        var longest = Longest(starts, frames, interval);
        for (var cut = 1; cut < starts.Length; cut++)
        {
            foreach (var moved in new[] { starts[cut] - 1, starts[cut] + 1 }.Where(start => start > starts[cut - 1] && start < frames))
            {
                Longest(starts.SetItem(cut, moved), frames, interval).Should().BeGreaterThanOrEqualTo(longest);
            }
        }
    }

    [Theory]
    [InlineData(0, 40, 2)]
    [InlineData(10, 0, 2)]
    [InlineData(10, 40, 0)]
    public void Cutting_nothing_is_refused(int frames, int interval, int parts)
    {
        FluentActions.Invoking(() => SegmentCut.Starts(frames, interval, parts)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static double Longest(IReadOnlyList<int> starts, int frames, int interval) => starts
        .Select((start, index) => (index + 1 < starts.Count ? starts[index + 1] : frames) - start + (0.25 * (start % interval)))
        .Max();
}
