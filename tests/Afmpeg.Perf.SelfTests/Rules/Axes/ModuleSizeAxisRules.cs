using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class ModuleSizeAxisRules
{
    private const string Shipped = MatrixDesign.ShippedBuild;

    private static readonly Job Reference = AxisRun.Job();

    private static readonly ModuleSizeAxis Axis = new();

    private readonly AxisRun run = new AxisRun()
        .Add(Reference, Lane.Native, 1)
        .Add(Reference, On("wazero", Shipped), 4)
        .Add(Reference, On("wazero", "O3"), 2)
        .Add(Reference, On("wasmtime", "O3"), 1)
        .AddWarmUp(Reference, On("wazero", "O3"), row => row with { CompileSeconds = 1.5 })
        .AddWarmUp(Reference, On("wasmtime", "O3"), row => row with { CompileSeconds = 2.5 })
        .AddModule(Shipped, 1024)
        .AddModule("O3", 2048);

    [Fact]
    public void A_build_has_its_bytes_beside_its_speed()
    {
        var table = run.Read(Axis);

        table.Number("nativeMultiple", "O3").Value.Should().BeApproximately(2, 1e-9);
        table.Number("brotliBytes", "O3").Value.Should().Be(2048);
        table.Number("gzipBytes", "O3").Value.Should().Be(2 * 2048);
        table.Number("rawBytes", "O3").Value.Should().Be(3 * 2048);
        table.Number("vectorInstructions", "O3").Value.Should().Be(7);
        table.Number("peakBytes", "O3").Value.Should().Be(100);
    }

    [Fact]
    public void Each_engine_that_ran_has_a_column_for_its_compile_time()
    {
        var table = run.Read(Axis);

        table.Columns.Select(column => column.Key).Should().EndWith(["compileSeconds.wazero", "compileSeconds.wasmtime"]);
        table.Number("compileSeconds.wazero", "O3").Value.Should().Be(1.5);
        table.Number("compileSeconds.wasmtime", "O3").Value.Should().Be(2.5);
        table.Reason("compileSeconds.wasmtime", Shipped).Should().Be("Oz-shipped does not run on wasmtime in this run");
    }

    [Fact]
    public void The_sentence_goes_from_the_smallest_download_to_the_fastest_build()
    {
        run.Read(Axis).Said().Should().Be("gpl: O3 is 2.00 [2.00, 2.00] times as fast as Oz-shipped, the smallest, for a download of 2 "
            + "KiB instead of 1 KiB.");
    }

    [Fact]
    public void The_sentence_says_when_one_build_is_both_smallest_and_fastest()
    {
        new AxisRun().Add(Reference, On("wazero", Shipped), 4).Add(Reference, On("wazero", "O3"), 2).AddModule(Shipped, 3)
            .AddModule("O3", 2)
            .Read(Axis).Said().Should().Be("gpl: O3 is the smallest build and the fastest.");
    }

    private static Lane On(string engine, string build) => Lane.Wasm(engine, build);
}
