using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class LaneRules
{
    [Fact]
    public void A_module_lane_is_named_by_engine_and_build()
    {
        Lane.Wasm("wasmtime", "O3-simd128").Should().Be(new Lane("wasmtime+O3-simd128", "wasmtime", "O3-simd128"));
    }

    [Fact]
    public void Only_a_lane_with_an_engine_runs_a_module()
    {
        Lane.Wasm("v8", "Oz").IsWasm.Should().BeTrue();
        new[] { Lane.Native, Lane.NativeOneThread, Lane.NativePortable }.Should().OnlyContain(lane => !lane.IsWasm);
    }
}
