namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What readings by number of instances are held against.</summary>
/// <param name="Label">Its name at the line's end.</param>
/// <param name="Title">What it is, for who points at it.</param>
/// <param name="At">Its height at a number of instances.</param>
internal sealed record InstanceGuide(string Label, string Title, Func<int, double> At)
{
    /// <summary>As many times one instance as there are instances, or cores where those are fewer.</summary>
    /// <param name="cores">Cores of the machine.</param>
    /// <returns>The guide.</returns>
    public static InstanceGuide Ideal(int cores) => new("ideal", $"ideal: as many times one instance as there are instances, or cores where those are fewer ({cores})", count => Math.Min(count, cores));

    /// <summary>The same as a share of itself.</summary>
    /// <returns>The guide.</returns>
    public static InstanceGuide Whole() => new("ideal", "ideal: 100 %", _ => 100);
}
