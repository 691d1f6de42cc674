namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Tests that run the real thing: one after the other, when the rules are done, since each may measure or fill the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Campaign
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Campaign";
}
