using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class PhaseFileRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Each_phase_is_what_the_worker_left()
    {
        Left("""{"compileSeconds":0.5,"loadSeconds":null,"instantiateSeconds":0.25,"executeSeconds":3}""").Should().Be(
            new Phases(TimeSpan.FromSeconds(0.5), null, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void A_phase_that_a_worker_does_not_tell_is_absent()
    {
        Left("""{"executeSeconds":3}""").Should().Be(Phases.None with { Execute = TimeSpan.FromSeconds(3) });
    }

    [Fact]
    public void What_guests_executed_is_what_the_worker_counted()
    {
        Left("""{"executeSeconds":3,"operations":92297790180,"memoryPages":812}""").Count.Should().Be(new GuestCount(92_297_790_180, 812));
        Left("""{"executeSeconds":3,"operations":null,"memoryPages":null}""").Count.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"executeSeconds":3""")]
    [InlineData("""{"executeSeconds":"soon"}""")]
    [InlineData("frame=  90 fps=0.0")]
    public void What_cannot_be_read_is_no_phase(string text)
    {
        Left(text).Should().Be(Phases.None, "a worker that was killed half-way must not pass for one that ran");
    }

    [Fact]
    public void A_worker_that_left_nothing_told_no_phase()
    {
        Phases.Read(temporary.File("never-written.json")).Should().Be(Phases.None);
    }

    private Phases Left(string text)
    {
        File.WriteAllText(temporary.File("phases.json"), text);
        return Phases.Read(temporary.File("phases.json"));
    }
}
