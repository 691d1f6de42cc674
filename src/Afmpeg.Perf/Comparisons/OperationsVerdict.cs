namespace Afmpeg.Perf.Comparisons;

/// <summary>What a count says against the baseline's.</summary>
public enum OperationsVerdict
{
    /// <summary>The same, within the tolerance.</summary>
    Same,

    /// <summary>Another count, because of a change in this repository or in a module that the user brings.</summary>
    Changed,

    /// <summary>Another count, and nothing differs but what this host brought: its compiler, and clips that were derived with what that compiled.</summary>
    OtherTools,

    /// <summary>The baseline has no such count.</summary>
    New,
}
