using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Options whose value is a time, such as 90s, or a percentage, such as 0.5.</summary>
internal static class ValueOptions
{
    private static readonly TimeSpan ShortestBudget = TimeSpan.FromSeconds(1);

    /// <summary>A time that may be 0s.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) => Duration(name, description, TimeSpan.Zero);

    /// <summary>The time to measure in: one second or more, since nothing can be measured in none.</summary>
    public static Option<TimeSpan?> Budget(string description) => Duration("--budget", description, ShortestBudget);

    /// <summary>How many percent something may change.</summary>
    public static Option<double?> Tolerance(string description) =>
        new("--tolerance") { Description = description, HelpName = "PERCENT", CustomParser = ParsePercent };

    private static Option<TimeSpan?> Duration(string name, string description, TimeSpan least) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = argument => ParseDuration(argument, least) };

    private static TimeSpan? ParseDuration(ArgumentResult argument, TimeSpan least)
    {
        var text = argument.Tokens[0].Value;
        if (!DurationText.TryParse(text, out var duration))
        {
            argument.AddError($"'{text}' is not a duration; write it as 90s, 5m or 1h30m");
            return null;
        }

        if (duration < least)
        {
            argument.AddError($"'{text}' leaves no time to measure in; write 1s or more, such as 90s, 5m or 1h30m");
            return null;
        }

        return duration;
    }

    private static double? ParsePercent(ArgumentResult argument)
    {
        // Separators of thousands are not allowed: with them 0,5 would be 5.
        if (double.TryParse(argument.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and < 100)
        {
            return percent;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a valid tolerance; give a percentage above 0 and below 100, such as 0.5");
        return null;
    }
}
