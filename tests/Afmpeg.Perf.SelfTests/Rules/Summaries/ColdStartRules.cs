using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

/// <summary>Whose compile a lane's cold start is.</summary>
public sealed class ColdStartRules
{
    [Fact]
    public void Cold_start_is_the_first_compile_of_the_same_flavour_on_that_lane()
    {
        var other = Samples.Case(Samples.Wasm) with { Job = Samples.Job() with { Setting = EncoderSetting.OpenH264("low", 500) } };
        Measurement Compile(BenchmarkCase benchmarkCase, double seconds) =>
            Samples.Row(Samples.Wasm, 0, 5) with { Case = benchmarkCase.Id, CompileSeconds = seconds, InstantiateSeconds = 0 };
        var own = Samples.Case(Samples.Wasm);

        var summaries =
            Summary.Of([own, other], _ => null, [Compile(own, 1.1), Compile(own, 0.9), Compile(other, 0.5), Compile(other, 0.7)]);

        summaries.Select(summary => summary.ColdStart).Should()
            .Equal(Reading<TimeSpan>.Of(TimeSpan.FromSeconds(1.1)), Reading<TimeSpan>.Of(TimeSpan.FromSeconds(0.5)));
    }

    [Theory]
    [InlineData(StopCheck.HostCalls, 1.5)]
    [InlineData(StopCheck.Cancel, null)]
    public void A_lane_without_a_check_takes_its_cold_start_from_the_lane_that_compiled_the_same_code(StopCheck stop, double? expected)
    {
        var plain = Samples.Case(Lane.Wasm("wazero", "Oz"));
        var first = plain with { Lane = Lane.Wasm("wazero", "Oz", stop) };

        var summaries = Summary.Of([first, plain], _ => null,
            [Samples.Row(first.Lane, 0, 5) with { Case = first.Id, CompileSeconds = 1.5, InstantiateSeconds = 0 }]);

        summaries[1].ColdStart.Should().Be(expected is { } seconds
            ? Reading<TimeSpan>.Of(TimeSpan.FromSeconds(seconds))
            : Reading<TimeSpan>.Unavailable("no run compiled the module"));
    }
}
