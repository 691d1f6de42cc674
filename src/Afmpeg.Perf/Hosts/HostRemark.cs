namespace Afmpeg.Perf.Hosts;

/// <summary>One thing of the host that bears on how steadily it measures.</summary>
/// <param name="Topic">What it is about, a word or two: "load", "steal time".</param>
/// <param name="Observed">What was seen; where it could not be read, "not known" and why.</param>
/// <param name="Remedy">What the user can do about it; null where there is nothing to be done.</param>
/// <param name="IsDisturbing">Whether times measured so are expected to be less steady, or not this machine's own.</param>
public sealed record HostRemark(string Topic, string Observed, string? Remedy = null, bool IsDisturbing = false)
{
    /// <summary>One line for people: "load: 3.1 over the last minute on 2 cores".</summary>
    public string Sentence => $"{Topic}: {Observed}";

    internal static HostRemark NotKnown(string topic, string reason) => new(topic, $"not known: {reason}");
}
