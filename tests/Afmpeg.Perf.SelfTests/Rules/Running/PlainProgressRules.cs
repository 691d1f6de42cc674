using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

public sealed class PlainProgressRules
{
    // As StepRunner tells that a step still works.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_long_set_up_is_never_silent_for_more_than_ten_seconds_and_does_not_chatter(int stepsAtOnce)
    {
        using var output = new StringWriter();
        var progress = new PlainProgress(output, clock);
        var (longest, silentSince, lines) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var beat = 0; beat < 100; beat++)
        {
            clock.Move(Heartbeat);
            for (var step = 0; step < stepsAtOnce; step++)
            {
                progress.SettingUp(new SetupEvent($"step {step}", SetupState.Running, clock.Now, null));
            }

            longest = clock.Now - silentSince > longest ? clock.Now - silentSince : longest;
            if (Lines(output) > lines)
            {
                (lines, silentSince) = (Lines(output), clock.Now);
            }
        }

        longest.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
        lines.Should().BeLessThan(30, "a log of 200 seconds is to be read by somebody");
    }

    [Theory]
    [InlineData(SetupState.Started)]
    [InlineData(SetupState.Done)]
    [InlineData(SetupState.Skipped)]
    public void Each_start_and_end_is_reported_at_once(SetupState state)
    {
        using var output = new StringWriter();

        new PlainProgress(output, clock).SettingUp(new SetupEvent("a step", state, TimeSpan.Zero, null));

        output.ToString().Should().Contain("a step");
    }

    [Fact]
    public void Counting_is_reported_at_once_and_then_at_intervals()
    {
        using var output = new StringWriter();
        var progress = new PlainProgress(output, clock);
        for (var beat = 0; beat < 20; beat++)
        {
            progress.Counting(beat, 20, Samples.Case(Samples.Wasm));
            clock.Move(Heartbeat);
        }

        Lines(output).Should().BeInRange(4, 6, "40 s of counting, a line every eight seconds");
        output.ToString().Should().StartWith($"count    operations of {Samples.Job().Id}/Oz  0 of 20 done");
    }

    private static int Lines(StringWriter output) => output.ToString().Count(letter => letter == '\n');
}
