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

    /// <summary>Writes a duration so that an option takes it.</summary>
    /// <param name="duration">The duration, 0 or more.</param>
    /// <returns>Such as 90s or 7m: whole seconds up to two minutes, then whole minutes, never less than the duration.</returns>
    public static string Of(TimeSpan duration) =>
        duration <= TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(duration.TotalSeconds):0}s" : $"{Math.Ceiling(duration.TotalMinutes):0}m";

    private static int Part(Match match, string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.Value) : 0;

    [GeneratedRegex("^(?=.)((?<h>[0-9]{1,4})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,6})s)?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
