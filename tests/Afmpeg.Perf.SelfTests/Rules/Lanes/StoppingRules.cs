using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>What stops which guest; docs/reliability/stopping.md is the record that these rules hold every engine against.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed partial class StoppingRules(ITestOutputHelper output)
{
    private const string OfTheFullTier =
        "it takes minutes; it is run by: AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~StoppingRules";

    private static readonly string Page = Repository.PathOf("docs", "reliability", "stopping.md");

    public static TheoryData<string> StoppedCells => StoppedGuests.Cells(cell => !IsLong(cell));

    public static TheoryData<string> KilledCells => StoppedGuests.Cells(IsLong);

    [SkippableTheory]
    [MemberData(nameof(StoppedCells))]
    public void A_guest_ends_as_the_record_says(string cell)
    {
        var (word, reason, _) = StoppedGuests.Run(cell);

        StoppedGuests.Words(cell).Should().Contain(word, reason);
    }

    [SkippableTheory]
    [MemberData(nameof(KilledCells))]
    public void A_guest_that_nothing_stops_is_killed_as_the_record_says(string cell)
    {
        Skip.If(TestSettings.Tier != Tier.Full, OfTheFullTier);

        A_guest_ends_as_the_record_says(cell);
    }

    [SkippableFact]
    public void The_full_tier_writes_how_late_guests_were_stopped()
    {
        Skip.If(TestSettings.Tier != Tier.Full, OfTheFullTier);
        var text = File.ReadAllText(Page);
        var table = RecordedTable.Parse(text);
        foreach (var row in table.Rows)
        {
            var cells = row.Select((cell, column) => WithLateness(cell, $"{StoppedGuests.GuestOf(table.Headers[column])} by {row[0]}"));
            text = text.Replace(Line(row), Line(cells), StringComparison.Ordinal);
        }

        var machine = $"{Environment.ProcessorCount} cores ({RuntimeInformation.OSArchitecture})";
        text = Recorded().Replace(text, $"Recorded {DateTime.UtcNow:yyyy-MM-dd} on {machine}");
        var written = Repository.PathOf("artifacts", "stopping.md");
        File.WriteAllText(written, text);
        output.WriteLine($"accept it with: mv '{written}' '{Page}'");
    }

    [Theory]
    [InlineData(-0.1, ", early")]
    [InlineData(0, ", under 0.1 s late")]
    [InlineData(0.1, ", under 1 s late")]
    [InlineData(1, ", over 1 s late")]
    public void Lateness_is_given_in_classes(double seconds, string told)
    {
        Lateness(TimeSpan.FromSeconds(seconds)).Should().Be(told);
        Lateness(null).Should().BeEmpty("a guest that was killed has none");
    }

    private static bool IsLong(string cell) => StoppedGuests.WordsOf(cell).Contains(StoppedGuests.Killed);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string WithLateness(string cell, string name) => StoppedGuests.WordsOf(cell)[0] == StoppedGuests.Stopped
        ? $"{string.Join(" or ", StoppedGuests.WordsOf(cell))}{Lateness(StoppedGuests.Run(name).Late)}"
        : cell;

    private static string Lateness(TimeSpan? late) => late?.TotalSeconds switch
    {
        null => "",
        < 0 => ", early",
        < 0.1 => ", under 0.1 s late",
        < 1 => ", under 1 s late",
        _ => ", over 1 s late",
    };

    [GeneratedRegex("Recorded [^)]*\\)")]
    private static partial Regex Recorded();
}
