using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class EngineAxisRules
{
    private static readonly Job Reference = AxisRun.Job();
    private static readonly Lane Wasmtime = Lane.Wasm("wasmtime", MatrixDesign.DefaultBuild);
    private static readonly Lane V8 = Lane.Wasm("v8", MatrixDesign.DefaultBuild);
    private static readonly Lane Wazero = Lane.Wasm("wazero", MatrixDesign.DefaultBuild);
    private static readonly EngineAxis Axis = new();

    private readonly AxisRun run = new AxisRun()
        .Add(Reference, Lane.Native, 1)
        .Add(Reference, Lane.NativePortable, 2)
        .Add(Reference, Wasmtime, 3, row => row with { LoadSeconds = 0.001 * row.Round, InstantiateSeconds = 0.002 })
        .AddWarmUp(Reference, Wasmtime, row => row with { CompileSeconds = 0.5 });

    [Fact]
    public void Cold_start_is_split_into_compile_load_and_instantiate()
    {
        var table = run.Read(Axis);

        table.Cell("compileSeconds", "wasmtime").Text.Should().Be("0.500", "once seen, it has no interval to show");
        table.Number("loadSeconds", "wasmtime").Value.Should().BeApproximately(0.0045, 1e-9, "that is the median of 1 to 8 ms");
        table.Number("instantiateSeconds", "wasmtime").Value.Should().Be(0.002);
        table.Number("compileSeconds", "wasmtime").Level.Should().Be(0, "a number seen once claims no coverage");
        table.Number("portableMultiple", "wasmtime").Value.Should().BeApproximately(1.5, 1e-9);
    }

    [Fact]
    public void A_module_that_another_job_compiled_counts_as_this_engines_cold_start_too()
    {
        var other = AxisRun.Job(LaneCoverage.NotableLanes, subject: "smaller");
        run.Add(Reference, V8, 3).Add(other, V8, 1).AddWarmUp(other, V8, row => row with { CompileSeconds = 0.7 });

        run.Read(Axis).Number("compileSeconds", "v8").Value.Should().Be(0.7);
    }

    [Fact]
    public void A_module_that_a_lane_of_the_same_code_compiled_counts_as_this_engines_cold_start_too()
    {
        var inHostCalls = Lane.Wasm("wazero", MatrixDesign.DefaultBuild, StopCheck.HostCalls);
        run.Add(Reference, Wazero, 9).Add(Reference, inHostCalls, 9)
            .AddWarmUp(Reference, inHostCalls, row => row with { CompileSeconds = 3 });

        run.Read(Axis).Number("compileSeconds", "wazero").Value.Should().Be(3);
    }

    [Fact]
    public void A_phase_that_an_engine_does_not_report_says_so()
    {
        run.Add(Reference, Wazero, 9).Read(Axis).Reason("loadSeconds", "wazero").Should().StartWith("wazero does not report it");
    }

    [Fact]
    public void The_sentence_begins_with_the_fastest_and_compares_the_others_with_it()
    {
        run.Add(Reference, V8, 6).AddUnsteady(Reference, Wazero, 3.0)
            .AddAbsent(Reference, Lane.Wasm("wasmedge", MatrixDesign.DefaultBuild), "not on PATH");

        var sentence = run.Read(Axis).Said();
        sentence.Should().StartWith("gpl: wasmtime needs 3.00 [3.00, 3.00] times native's time (compiles in 0.500 s, peaks at 100 B)")
            .And.Contain("; v8 takes 2.00 [2.00, 2.00] times as long as wasmtime")
            .And.Contain("; wazero shows no difference from wasmtime in time (1.01 [0.850, 1.20])")
            .And.EndWith("; wasmedge was not measured.");
    }

    [Fact]
    public void A_failed_engine_has_no_phases()
    {
        run.Add(Reference, V8, 3, row => row with { Outcome = Outcome.Failed, Reason = "no sound", CompileSeconds = 1 });

        run.Read(Axis).Reason("compileSeconds", "v8").Should().Be("round 1: no sound");
    }

    [Fact]
    public void Other_builds_and_jobs_are_not_part_of_it()
    {
        run.Add(Reference, Lane.Wasm("v8", "Oz"), 1).Add(AxisRun.Job(LaneCoverage.DefaultLane, subject: "other"), Wasmtime, 1);

        run.Read(Axis).Rows.Should().ContainSingle();
    }
}
