using Afmpeg.Perf.SelfTests.Faults;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>What a program says of its user goes into no file of a run: reports are shared.</summary>
[Collection(Campaign.Name)]
public sealed class DiscretionSpec(RuinableSuite suite) : IClassFixture<RuinableSuite>
{
    private const string Secret = "correct-horse-battery";

    [SkippableFact]
    public void A_program_that_prints_the_home_folder_and_a_secret_is_quoted_without_them()
    {
        var home = Directory.CreateDirectory(Path.Combine(suite.Checkout, "somebody")).FullName;
        var program = Path.Combine(home, "tells");
        File.WriteAllText(program, """
            #!/bin/sh
            case "$*" in *synthetic*) echo "tells: $HOME/private and $API_TOKEN" >&2; exit 3;; esac
            echo 'ffmpeg version 1'
            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(suite.Checkout, "lanes.json"), """{ "natives": [{ "name": "tells", "path": "somebody/tells" }] }""");

        var (status, _, errors) = suite.Run(
            $"export HOME='{home}' API_TOKEN={Secret}; exec {{0}} run --lanes lanes.json --tier full --budget 60s --no-install "
            + $"--filter 'transcode/synthetic-120p/libx264-*/tells' --output '{suite.Report}'");

        status.Should().Be(1, errors);
        var written = Directory.EnumerateFiles(suite.Report, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
        written.Should().Contain(file => file.Value.Contains("tells: ~/private and $API_TOKEN", StringComparison.Ordinal));
        written.Where(file => file.Value.Contains(Secret, StringComparison.Ordinal) || file.Value.Contains(home, StringComparison.Ordinal))
            .Select(file => file.Key).Should().BeEmpty();
    }
}
