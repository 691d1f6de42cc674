using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class SharedCoreTableRules
{
    private static readonly Job Reference = AxisRun.Job();
    private static readonly Lane Module = Lane.Wasm("wasmtime", "O3-simd128-msa");

    [Fact]
    public void Ratios_of_processor_time_are_shown_beside_ratios_by_rounds()
    {
        var run = new AxisRun().Add(Reference, Lane.NativePortable, 2).Add(Reference, Module, 3);

        var table = SharedCoreTable.Of(run.Input, [Window(1.4), Window(1.4), Window(1.4)])!;

        table.Rows.Should().ContainSingle().Which.Select(cell => cell.Text).Should().Equal(
            "transcode/handheld-360p libx264 veryfast", Module.Name, "1.40 [1.40, 1.40]", "1.50 [1.50, 1.50]", "3");
        table.Sentence.TryGet(out var sentence).Should().BeTrue();
        sentence.Should().Be($"On transcode/handheld-360p, beside native-portable on one core, {Module.Name} takes 1.40 [1.40, 1.40] "
            + "times its processor time.");
    }

    [Fact]
    public void A_failed_lane_shows_its_reason_and_the_others_their_ratios()
    {
        var run = new AxisRun().Add(Reference, Lane.NativePortable, 2).Add(Reference, Module, 3);
        var failed = Window(1) with { Shares = [], FailedLane = "wazero+O3-simd128-msa", Failure = "trap" };

        var table = SharedCoreTable.Of(run.Input, [failed, Window(1.4), Window(1.4), Window(1.4)])!;

        table.Rows.Select(row => (row[1].Text, row[2].Text, row[4].Text)).Should().Equal(
            ("wazero+O3-simd128-msa", "not measured: trap", "0"), (Module.Name, "1.40 [1.40, 1.40]", "3"));
        SharedCoreTable.Of(run.Input, [failed])!.Sentence.Reason.Should().Be("trap");
    }

    [Fact]
    public void Without_windows_there_is_no_table()
    {
        var run = new AxisRun().Add(Reference, Module, 3);

        SharedCoreTable.Of(run.Input, []).Should().BeNull();
        SharedCoreTable.Of(run.Input, [Window(1) with { Job = "reel/other/libx264-veryfast" }]).Should().BeNull();
    }

    private static CoreWindow Window(double ratio) => CannedWindows.Of(1) with
    {
        Job = Reference.Id,
        Shares = [new CoreShare(Lane.NativePortable.Name, 3, 1, 1), new CoreShare(Module.Name, 2, ratio, ratio)],
    };
}
