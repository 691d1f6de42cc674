using System.CommandLine;
using System.CommandLine.Parsing;

namespace Afmpeg.Perf.Cli;

/// <summary>How much of something may change.</summary>
internal static class ToleranceOption
{
    public static Option<double?> Create(string description) => new("--tolerance") { Description = description, HelpName = "PERCENT", CustomParser = Parse };

    private static double? Parse(ArgumentResult argument)
    {
        if (double.TryParse(argument.Tokens[0].Value, out var percent) && percent is > 0 and < 100)
        {
            return percent;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a valid tolerance; give a percentage above 0 and below 100, such as 0.5");
        return null;
    }
}
