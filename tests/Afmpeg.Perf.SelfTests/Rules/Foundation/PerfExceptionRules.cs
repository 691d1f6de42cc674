using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class PerfExceptionRules
{
    [Fact]
    public Task A_message_has_a_line_for_each_part()
    {
        var fault = new PerfException(ExitStatus.Missing, "The work folder cannot be made")
        {
            Where = "/dev/shm/afmpeg-perf-1",
            Expected = "a folder that can be written to",
            Observed = "No space left on device\nwhile writing out.mp4",
            Remedy = "make room",
        };

        return Verify(fault.Message);
    }

    [Fact]
    public void Parts_that_are_absent_leave_no_line() =>
        new PerfException(ExitStatus.Missing, "There is no ffmpeg").Message.Should().Be("There is no ffmpeg");

    [Theory]
    [InlineData(ExitStatus.Within, 0)]
    [InlineData(ExitStatus.Exceeded, 1)]
    [InlineData(ExitStatus.BadUsage, 2)]
    [InlineData(ExitStatus.Missing, 3)]
    [InlineData(ExitStatus.Inconclusive, 4)]
    [InlineData(ExitStatus.Interrupted, 130)]
    public void Exit_statuses_are_a_contract_with_scripts(ExitStatus status, int number)
    {
        ((int)status).Should().Be(number);
        new PerfException(status, "what").Status.Should().Be(status);
    }
}
