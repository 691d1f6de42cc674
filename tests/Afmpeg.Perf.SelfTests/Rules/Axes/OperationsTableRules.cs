using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class OperationsTableRules
{
    private static readonly Job Reference = AxisRun.Job();
    private static readonly Lane Shipped = Lane.Wasm("wazero", MatrixDesign.ShippedBuild);
    private static readonly Lane Default = Lane.Wasm("wazero", MatrixDesign.DefaultBuild);

    [Fact]
    public void Ratios_of_operations_are_shown_beside_ratios_of_time()
    {
        var run = new AxisRun().Add(Reference, Shipped, 6).Add(Reference, Default, 2);

        var table = OperationsTable.Of(run.Input with
        {
            Operations = [Count(MatrixDesign.ShippedBuild, 600_000_000, 800),
            Count(MatrixDesign.DefaultBuild, 100_000_000, 1600)]
        })!;

        table.Rows.Should().OnlyContain(row => row.Length == table.Columns.Length);
        table.Rows[0].Select(cell => cell.Text).Should().Equal(
            "transcode/handheld-360p libx264 veryfast", MatrixDesign.ShippedBuild, "600.0", "2.0", "1.0000", "-", "-", "50");
        Texts(table.Rows[1]).Should().StartWith(["transcode/handheld-360p libx264 veryfast", MatrixDesign.DefaultBuild, "100.0", "0.3",
            "0.1667"]);
        table.Rows[1][5].Text.Should().StartWith("0.333");
        table.Rows[1][6].Text.Should().Be("-", "nothing ran on wasmtime");
        table.Sentence.TryGet(out var sentence).Should().BeTrue();
        sentence.Should().StartWith($"On transcode/handheld-360p, {MatrixDesign.ShippedBuild} executes 6.00 times the operations of "
            + $"{MatrixDesign.DefaultBuild} and takes 3.00 ")
            .And.Contain("times as long on wazero").And.Contain("what an operation costs on that engine");
    }

    [Fact]
    public void A_count_that_failed_carries_its_reason()
    {
        var run = new AxisRun().Add(Reference, Shipped, 6);

        var table = OperationsTable.Of(run.Input with
        {
            Operations = [new OperationCount(Reference.Id, "gpl", MatrixDesign.ShippedBuild,
            Samples.Digest, null, "exit status 1")]
        })!;

        table.Rows[0][2].Text.Should().Be("not measured: exit status 1");
        table.Sentence.Reason.Should().Contain("no job was counted with both");
    }

    [Fact]
    public void Without_counts_there_is_no_table()
    {
        OperationsTable.Of(new AxisRun().Add(Reference, Shipped, 6).Input).Should().BeNull();
        OperationsTable.Of(new AxisRun().Input with { Operations = [Count(MatrixDesign.ShippedBuild, 1, 1)] })
            .Should().BeNull("the run has no such job");
    }

    private static OperationCount Count(string build, long operations, long pages) =>
        new(Reference.Id, "gpl", build, Samples.Digest, new GuestCount(operations, pages), null);

    private static ImmutableArray<string> Texts(ImmutableArray<AxisCell> row) => [.. row.Select(cell => cell.Text)];
}
