using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>An option that is a time, such as 90s.</summary>
internal static class DurationOption
{
    public static Option<TimeSpan?> Create(string name, string description) => new(name) { Description = description, HelpName = "TIME", CustomParser = Parse };

    private static TimeSpan? Parse(ArgumentResult argument)
    {
        if (DurationText.TryParse(argument.Tokens[0].Value, out var duration))
        {
            return duration;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a duration; write it as 90s, 5m or 1h30m");
        return null;
    }
}
