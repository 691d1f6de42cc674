namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Tests that run the real thing, one at a time after the rules: each may measure, or fill the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Campaign
{
    public const string Name = "Campaign";
}
