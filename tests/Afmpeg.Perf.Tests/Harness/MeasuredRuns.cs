namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The specs that look at one measured run.</summary>
[CollectionDefinition(Name)]
public sealed class MeasuredRuns : ICollectionFixture<MeasuredRun>
{
    public const string Name = "Measured run";
}
