using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Readings in words, for who does not see the picture.</summary>
internal static class Readings
{
    /// <summary>What was measured, and what was not, with the reasons.</summary>
    /// <param name="readings">Each with its name.</param>
    /// <param name="show">How one is said; null for value and interval.</param>
    /// <returns>One or two sentences.</returns>
    public static string List(IEnumerable<(string Name, Reading<Estimate> Reading)> readings, Func<Estimate, string>? show = null)
    {
        var all = readings.ToArray();
        var measured = all.Where(named => named.Reading.Reason is null).Select(named => $"{named.Name} {named.Reading.Show(show ?? Say, reason => reason)}").ToArray();
        var absent = all.Where(named => named.Reading.Reason is not null).Select(named => $"{named.Name} ({named.Reading.Reason})").ToArray();
        return string.Join(' ', ((string[])[Sentence("", measured), Sentence("Not measured: ", absent)]).Where(text => text.Length > 0));
    }

    /// <summary>A value, and its interval where it has one: what is known exactly is a number alone.</summary>
    /// <param name="estimate">The reading.</param>
    /// <returns>Such as: 4.31 [4.10, 4.62].</returns>
    public static string Say(Estimate estimate) => estimate.Low == estimate.High ? Figures.Of(estimate.Value) : estimate.ToString();

    private static string Sentence(string head, string[] items) => items.Length == 0 ? "" : $"{head}{string.Join("; ", items)}.";
}
