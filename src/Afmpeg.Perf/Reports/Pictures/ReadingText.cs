using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Readings in words, for readers who do not see the picture.</summary>
internal static class ReadingText
{
    /// <summary>What was measured, and what was not, with the reasons: one or two sentences.</summary>
    public static string List(IEnumerable<(string Name, Reading<Estimate> Reading)> readings)
    {
        var texts = readings.ToLookup(
            named => named.Reading.Reason is null, named => $"{named.Name} {named.Reading.Show(Show, reason => $"({reason})")}");
        var sentences = new[] { (Head: "", Texts: texts[true]), (Head: "Not measured: ", Texts: texts[false]) };
        return string.Join(' ', sentences.Where(each => each.Texts.Any()).Select(each => $"{each.Head}{string.Join("; ", each.Texts)}."));
    }

    /// <summary>A value, and its interval where it has one: what is known exactly is a number alone.</summary>
    public static string Show(Estimate estimate) => estimate.Low == estimate.High ? Figures.Of(estimate.Value) : estimate.ToString();
}
