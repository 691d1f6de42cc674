using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>What the command says of itself.</summary>
public sealed class HelpRules
{
    private static readonly string[] Commands =
        ["doctor", "setup", "run", "report", "explain", "compare", "pair", "export", "merge", "accept"];

    [Fact]
    public void The_help_of_every_command_has_examples_and_fits_sixty_columns_except_for_lines_to_type()
    {
        foreach (var command in Commands.Prepend(""))
        {
            var (status, output, errors) = Run("60", [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

            status.Should().Be(0, errors);
            output.Should().Contain("Usage:").And.MatchRegex(@"Examples:\n  afmpeg-perf ").And.NotContain("Additional Arguments");
            output.Split('\n').Where(line => line.TrimEnd().Length > 60 && !line.StartsWith("  afmpeg-perf ", StringComparison.Ordinal))
                .Should().BeEmpty(command);
        }
    }

    [Fact]
    public void Every_command_is_listed() =>
        Commands.Should().BeEquivalentTo(
            Regex.Matches(Run("80", "--help").Output.Split("Commands:")[1].Split("Examples:")[0], "(?<=^  )[a-z]+", RegexOptions.Multiline)
            .Select(match => match.Value));

    [Fact]
    public void Every_example_is_a_valid_command_line()
    {
        var examples = Commands.Prepend("").SelectMany(command => Regex.Matches(
                Run("80", [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output, "(?<=^  afmpeg-perf ).+$",
                RegexOptions.Multiline))
            .Select(match => match.Value)
            .Where(line => !line.StartsWith('[') && !line.Contains(" [", StringComparison.Ordinal))
            .Distinct().ToArray();

        examples.Length.Should().BeGreaterThan(Commands.Length);
        foreach (var example in examples)
        {
            // Only parsed, and not done.
            var (status, output, errors) = Run("80",
                ["[diagram]", .. Regex.Matches(example, @"'[^']*'|\S+").Select(word => word.Value.Trim('\''))]);

            (status, errors).Should().Be((0, ""), example);
            output.Should().NotContain("!", example).And.NotContain("???", example);
        }
    }

    [Theory]
    [InlineData("docter", "'docter' is not a command; did you mean 'doctor'?")]
    [InlineData("no-such-command", "there are doctor, setup, run")]
    [InlineData("doctor --teir full", "'--teir' is not an option of afmpeg-perf doctor; did you mean '--tier'?")]
    [InlineData("run --no-instal=1", "did you mean '--no-install'?")]
    [InlineData("setup --mirror archive/debian", "is no URL of a Debian archive")]
    [InlineData("doctor --tier qick", "'qick' is not a tier; did you mean 'quick'?")]
    [InlineData("doctor --tier 7", "'7' is not a tier; there are quick and full")]
    [InlineData("doctor extra", "afmpeg-perf doctor does not know what to do with 'extra'")]
    [InlineData("run --shard 0/4", "'0/4' is not a shard; write which of how many, from 1, such as 2/4")]
    [InlineData("run --shard 5/4", "'5/4' is not a shard")]
    [InlineData("run --shard x", "'x' is not a shard")]
    [InlineData("run --seed many", "'many' is not a seed")]
    [InlineData("run --decision --filter *", "leave out --filter and --media")]
    [InlineData("report --json --axis engine", "leave it or --axis out")]
    public void An_unknown_command_or_option_ends_with_status_2_and_a_suggestion(string arguments, string told)
    {
        var (status, output, errors) = Run("80", arguments.Split(' '));

        (status, output).Should().Be((2, ""), errors);
        errors.Should().Contain(told).And.Contain("--help shows what there is").And.NotContain("   at ");
    }

    [Fact]
    public void Help_answers_whatever_else_is_wrong() => Run("80", "run", "--no-such", "--help").Status.Should().Be(0);

    [Fact]
    public void NO_COLOR_is_respected_on_a_terminal()
    {
        var (_, output, _) = BuiltCommand.RunProgram(
            "script",
            Repository.PathOf(),
            new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["TERM"] = "xterm-256color" },
            "--quiet", "--return", "--command",
                $"{BuiltCommand.Line} docter; {BuiltCommand.Line} --help; "
                    + $"{BuiltCommand.Line} explain {ReplayedRun.Case} --output docs/report", "/dev/null");

        output.Should().Contain("did you mean 'doctor'?").And.Contain("Examples:").And.Contain("looks, which share")
            .And.NotMatchRegex(@"\e\[[0-9;]*m");
    }

    private static (int Status, string Output, string Errors) Run(string columns, params string[] arguments) =>
        BuiltCommand.Run(Repository.PathOf(), new Dictionary<string, string?> { ["COLUMNS"] = columns }, arguments);
}
