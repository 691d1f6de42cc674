using System.Diagnostics;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Tests.Rules.Lanes;

public sealed class PhasePipeRules
{
    [Fact]
    public void Phases_arrive_from_another_process()
    {
        Sent("""{"compileSeconds":0.5,"loadSeconds":null,"instantiateSeconds":0.25,"executeSeconds":3}""").Should().Be(
            new Phases(TimeSpan.FromSeconds(0.5), null, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void A_phase_that_a_worker_does_not_send_is_absent()
    {
        Sent("""{"executeSeconds":3}""").Should().Be(Phases.None with { Execute = TimeSpan.FromSeconds(3) });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"executeSeconds":3""")]
    [InlineData("""{"executeSeconds":"soon"}""")]
    [InlineData("frame=  90 fps=0.0")]
    public void What_cannot_be_read_is_no_phase(string text)
    {
        Sent(text).Should().Be(Phases.None, "a worker that was killed half-way must not pass for one that ran");
    }

    [Fact]
    public void What_a_worker_prints_is_not_mixed_in()
    {
        Sent("""{"executeSeconds":3}""", alsoPrints: """{"executeSeconds":1}""").Execute.Should().Be(TimeSpan.FromSeconds(3));
    }

    private static Phases Sent(string text, string alsoPrints = "")
    {
        using var pipe = new PhasePipe();
        // A POSIX shell need not know descriptors of two digits; their files under /proc it does.
        var start = new ProcessStartInfo("/bin/sh", ["-c", """printf %s "$2"; printf %s "$3" > "/proc/self/fd/$1" """, "sh", pipe.Descriptor, alsoPrints, text])
        {
            RedirectStandardOutput = true,
        };
        using var worker = Process.Start(start)!;
        worker.StandardOutput.ReadToEnd().Should().Be(alsoPrints);
        worker.WaitForExit();
        worker.ExitCode.Should().Be(0);
        return pipe.Read();
    }
}
