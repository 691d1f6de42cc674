using System.CommandLine;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>A command line that means nothing: what is wrong with it, and what may have been meant.</summary>
internal static class UsageFault
{
    /// <summary>The fault of a command line.</summary>
    /// <returns>The fault; null where it means something.</returns>
    public static PerfException? Of(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            return new PerfException(ExitStatus.BadUsage, "An argument is empty")
            {
                Where = CommandText.Of("afmpeg-perf", [.. parsed.Tokens.Select(token => token.Value)]),
                Expected = "a value for every option and argument",
                Remedy = "set the variable that the empty one comes from, or leave the option out",
            };
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        var unknown = Unknown(parsed);
        string[] faults = unknown.Length > 0 ? unknown : [.. parsed.Errors.Select(error => error.Message).Distinct()];
        return new PerfException(ExitStatus.BadUsage, string.Join('\n', faults))
        {
            Remedy = $"{CommandOf(parsed)} --help shows what there is, with examples",
        };
    }

    private static string[] Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive))
            .Select(option => option.Name).ToArray();
        var commands = command.Subcommands.Select(one => one.Name).ToArray();
        // What follows an unknown option is its value: only the option is reported.
        var named = parsed.UnmatchedTokens.Where(token => token.StartsWith('-')).ToArray();
        return named.Length > 0
            ? [.. named.Select(token => $"'{token}' is not an option of {CommandOf(parsed)}{Suggestion(token.Split('=')[0], options)}")]
            : command.Subcommands.Count > 0
            ? [.. parsed.UnmatchedTokens.Take(1).Select(token =>
                $"'{token}' is not a command{Suggestion(token, commands, $"; there are {string.Join(", ", commands)}")}")]
            : [.. parsed.UnmatchedTokens.Select(token => $"{CommandOf(parsed)} does not know what to do with '{token}'")];
    }

    /// <summary>What may have been meant, to be put behind what is wrong.</summary>
    /// <returns>The text; empty where there is nothing to say.</returns>
    public static string Suggestion(string text, IEnumerable<string> names, string otherwise = "") =>
        NearestName.Of(text, names) is { } nearest ? $"; did you mean '{nearest}'?" : otherwise;

    private static string CommandOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "afmpeg-perf" : $"afmpeg-perf {parsed.CommandResult.Command.Name}";
}
