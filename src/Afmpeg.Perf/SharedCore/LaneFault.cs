namespace Afmpeg.Perf.SharedCore;

/// <summary>Why a lane cannot be measured.</summary>
/// <param name="Lane">The lane's name.</param>
/// <param name="Reason">The reason.</param>
public sealed record LaneFault(string Lane, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lane}: {Reason}";
}
