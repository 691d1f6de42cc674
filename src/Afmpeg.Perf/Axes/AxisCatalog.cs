namespace Afmpeg.Perf.Axes;

/// <summary>Every axis that the report shows.</summary>
public static class AxisCatalog
{
    /// <summary>The axes, in the order in which reports show them.</summary>
    public static ImmutableArray<IAxis> All { get; } =
    [
        new StopAxis(),
        new ModuleBuildAxis(),
        new ModuleSizeAxis(),
        new EngineAxis(),
        new VersionAxis(),
        new EffortAxis(),
        new EncoderAxis(),
        new RateCurveAxis(),
        new FleetAxis(),
        new SegmentsAxis(),
        new GoalsAxis(),
        new TimeSplitAxis(),
        new ReelAxis(),
        new JobShapeAxis(),
        new UpstreamAxis(),
        new FfmpegWasmAxis(),
        new DistributionCheck(),
    ];

    /// <summary>A table for each axis that the run has cases of.</summary>
    public static ImmutableArray<AxisTable> Tables(AxisInput run) => [.. All.Select(axis => axis.Read(run)).OfType<AxisTable>()];
}
