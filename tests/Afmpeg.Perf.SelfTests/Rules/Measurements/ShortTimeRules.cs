using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

/// <summary>Which cases get the rounds if the time is too short for all.</summary>
public sealed class ShortTimeRules : IDisposable
{
    private static readonly Lane Other = Lane.Wasm("v8", "Oz");

    private readonly SampledRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(10, true, 3)]
    [InlineData(10, false, 7)]
    [InlineData(3600, true, 7)]
    public void Where_the_time_is_too_short_for_all_the_preferred_cases_get_it(int seconds, bool prefers, int rounds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        run.Plan = run.Plan with
        {
            Cases = [.. run.Plan.Cases, Samples.Case(Other)],
            Rounds = new RoundLimits([7]),
            Budget = time,
            Limit = time,
            Preferred = prefers ? new HashSet<string> { Samples.Case(Samples.Wasm).Id } : null,
        };

        run.Measure(_ => false);

        run.RoundsOf(Other).Should().Be(rounds, "four more rounds of five lanes of a second take 20 s");
        run.RoundsOf(Samples.Wasm).Should().Be(7);
        CaseMatrix.Baselines.Should().OnlyContain(lane => run.RoundsOf(lane) == 7);
    }
}
