namespace Afmpeg.Perf.Workloads;

/// <summary>How much is measured.</summary>
public enum Tier
{
    /// <summary>The reference case of each workload, within five minutes on two cores once set up.</summary>
    Quick,

    /// <summary>Every workload and axis.</summary>
    Full,
}
