using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules.Hostile;

/// <summary>No argument reaches a shell: programs are started with lists of words.</summary>
public sealed partial class NoShellRules
{
    [Fact]
    public void No_source_file_starts_a_process_with_one_string_of_arguments()
    {
        SourceFiles.Below(Repository.PathOf("src"))
            .SelectMany(file => Offences(File.ReadAllText(file)).Select(offence => $"{SourceFiles.Name(file)}: {offence}"))
            .Should().BeEmpty("an argument may contain blanks and quotes");
    }

    [Theory]
    [InlineData("""start.Arguments = $"-i {file}";""")]
    [InlineData("""new ProcessStartInfo("ls") { Arguments = "-l" }""")]
    [InlineData("""new ProcessStartInfo("ls", $"-l {folder}")""")]
    [InlineData("""Process.Start("ls", "-l")""")]
    [InlineData("""["-c", $"ls {folder}"]""")]
    [InlineData("""UseShellExecute = true""")]
    [InlineData("""Cli.Wrap("bash").WithArguments($"-c {script}")""")]
    public void Each_way_to_do_so_is_found(string source) => Offences(source).Should().ContainSingle();

    [Theory]
    [InlineData("""start.ArgumentList.Add(argument);""")]
    [InlineData("""new ProcessStartInfo(program, arguments)""")]
    [InlineData("""Cli.Wrap("bash").WithArguments(["-c", "exec bash \"$@\" 2>&1", "step", script])""")]
    public void A_list_of_words_is_allowed(string source) => Offences(source).Should().BeEmpty();

    private static IEnumerable<string> Offences(string source) => OneLine().Matches(source).Select(match => match.Value);

    [GeneratedRegex(
        """(?<!const string )\bArguments = \$?"|ProcessStartInfo\([^()]*, \$?"|Process\.Start\("[^"]*", \$?"|"""
        + """UseShellExecute = true|"-c", \$"|WithArguments\(\$?"|"-c", \w+ \+""",
        RegexOptions.CultureInvariant)]
    private static partial Regex OneLine();
}
