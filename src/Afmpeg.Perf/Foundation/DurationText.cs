using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Foundation;

/// <summary>Durations as options take them (90s, 5m, 1h30m), and as people read them.</summary>
public static partial class DurationText
{
    /// <summary>Reads hours, minutes and seconds, each a whole number and its unit, at least one of them.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Pattern().Match(text);
        duration = match.Success ? new TimeSpan(Part(match, "h"), Part(match, "m"), Part(match, "s")) : TimeSpan.Zero;
        return match.Success;
    }

    /// <summary>
    /// A duration that an option takes, never less than the given one: whole seconds up to two minutes, then whole minutes.
    /// </summary>
    public static string ForOption(TimeSpan duration) =>
        duration <= TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(duration.TotalSeconds):0}s" : $"{Math.Ceiling(duration.TotalMinutes):0}m";

    /// <summary>A duration for people: "85 s", "4 min 30 s"; below 100 s with up to so many decimals.</summary>
    public static string ForPeople(TimeSpan duration, int decimals = 0) => duration.TotalSeconds < 100
        ? $"{duration.TotalSeconds.ToString("0." + new string('#', decimals))} s"
        : $"{(int)duration.TotalMinutes} min {duration.Seconds} s";

    private static int Part(Match match, string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.Value) : 0;

    [GeneratedRegex(
        "^(?=.)((?<h>[0-9]{1,4})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,6})s)?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
