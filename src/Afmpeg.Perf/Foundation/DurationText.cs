using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Foundation;

/// <summary>Durations as people write them: 90s, 5m, 1h30m.</summary>
public static partial class DurationText
{
    /// <summary>Reads a duration.</summary>
    /// <param name="text">Hours, minutes and seconds, each a whole number and its unit, at least one of them.</param>
    /// <param name="duration">The duration, 0 or more.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Pattern().Match(text);
        duration = match.Success ? new TimeSpan(Part(match, "h"), Part(match, "m"), Part(match, "s")) : TimeSpan.Zero;
        return match.Success;
    }

    private static int Part(Match match, string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.Value) : 0;

    [GeneratedRegex("^(?=.)((?<h>[0-9]{1,4})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,6})s)?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
