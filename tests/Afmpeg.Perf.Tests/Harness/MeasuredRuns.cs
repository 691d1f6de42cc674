namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The specs that look at one measured run.</summary>
[CollectionDefinition(Name)]
public sealed class MeasuredRuns : ICollectionFixture<MeasuredRun>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Measured run";
}
