using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>An option that is a time, such as 90s.</summary>
internal static class DurationOption
{
    /// <summary>An option that may be 0s.</summary>
    public static Option<TimeSpan?> Create(string name, string description) => Create(name, description, least: TimeSpan.Zero);

    /// <summary>An option for the time to measure in: with none, nothing would be measured.</summary>
    public static Option<TimeSpan?> CreateBudget(string description) => Create("--budget", description, TimeSpan.FromSeconds(1));

    private static Option<TimeSpan?> Create(string name, string description, TimeSpan least) =>
        new(name) { Description = description, HelpName = "TIME", CustomParser = argument => Parse(argument, least) };

    private static TimeSpan? Parse(ArgumentResult argument, TimeSpan least)
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
}
