using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class PhasesRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Phases_and_counts_are_those_the_worker_left_and_the_others_are_absent()
    {
        Left("""{"compileSeconds":0.5,"loadSeconds":null,"instantiateSeconds":0.25,"executeSeconds":3}""").Should().Be(
            new Phases(TimeSpan.FromSeconds(0.5), null, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(3)));
        Left("""{"executeSeconds":3}""").Should().Be(Phases.None with { Execute = TimeSpan.FromSeconds(3) });
        Left("""{"executeSeconds":3,"operations":92297790180,"memoryPages":812}""").Count.Should().Be(new GuestCount(92_297_790_180, 812));
        Left("""{"executeSeconds":3,"operations":null,"memoryPages":null}""").Count.Should().BeNull();
        Phases.Read(temporary.File("never-written.json")).Should().Be(Phases.None);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"executeSeconds":3""")]
    [InlineData("""{"executeSeconds":"soon"}""")]
    [InlineData("frame=  90 fps=0.0")]
    public void Unreadable_phases_count_as_none(string text)
    {
        Left(text).Should().Be(Phases.None, "a worker that was killed half-way must not pass for one that ran");
    }

    private Phases Left(string text)
    {
        File.WriteAllText(temporary.File("phases.json"), text);
        return Phases.Read(temporary.File("phases.json"));
    }
}
