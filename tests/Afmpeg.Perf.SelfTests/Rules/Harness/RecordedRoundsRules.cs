
namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class RecordedRoundsRules : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> evidence = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rounds_are_a_line_each_below_their_columns_and_how_to_keep_them_is_told()
    {
        RecordedRounds.Write("planted", ["round", "seconds"], [["1", RecordedRounds.Seconds(0.1234567)], ["2", RecordedRounds.Seconds(12)]], evidence.Add, folder.Path);

        File.ReadAllLines(folder.File("planted.csv")).Should().Equal("round,seconds", "1,0.123457", "2,12.000000");
        evidence.Should().ContainSingle().Which.Should().Contain($"cp '{folder.File("planted.csv")}' '").And.Contain("docs/trust/'");
    }

    [Fact]
    public void The_next_run_of_a_spec_takes_the_place_of_the_one_before()
    {
        RecordedRounds.Write("planted", ["round"], [["1"], ["2"]], evidence.Add, folder.Path);
        RecordedRounds.Write("planted", ["round"], [], evidence.Add, folder.Path);

        File.ReadAllLines(folder.File("planted.csv")).Should().Equal("round");
    }
}
