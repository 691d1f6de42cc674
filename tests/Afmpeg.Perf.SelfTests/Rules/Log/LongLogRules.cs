using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Log;

/// <summary>A log that grew over years: rows are read one by one, and those of other runs are checked and let go.</summary>
public sealed class LongLogRules(ITestOutputHelper output) : IDisposable
{
    private const int Many = 1_000_000;
    private const long MostBytes = 500L << 20;

    private readonly TemporaryFolder folder = new();

    private string LogFile => folder.File("measurements.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_of_another_run_are_not_kept()
    {
        var wanted = Samples.Row(Lane.Native, 1, 1) with { Run = "wanted" };
        File.WriteAllText(LogFile, wanted.ToLine() + Samples.Row(Lane.Native, 1, 1).ToLine() + (wanted with { Round = 2 }).ToLine());

        MeasurementLog.Read(LogFile, "wanted").Should().Equal(wanted, wanted with { Round = 2 });
        using var log = MeasurementLog.Open(LogFile, "wanted");
        log.Rows.Should().HaveCount(2);
        log.Append(wanted with { Round = 3 });
        log.Dispose();
        MeasurementLog.Read(LogFile).Should().HaveCount(4, "on the disk all stay");
    }

    [Fact]
    public void A_row_of_another_run_that_cannot_be_read_is_told_all_the_same()
    {
        File.WriteAllText(LogFile, Samples.Row(Lane.Native, 1, 1).ToLine() + "{}\n");

        this.Invoking(_ => MeasurementLog.Read(LogFile, "wanted")).Should().Throw<PerfException>().Which.Where.Should().Be($"{LogFile}:2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public void Lines_of_any_length_are_read_whole(int length)
    {
        var row = Samples.Row(Lane.Native, 1, 1) with { Reason = new string('ä', length) + "\"\\\u0001" };
        File.WriteAllText(LogFile, row.ToLine() + row.ToLine() + "torn");

        MeasurementLog.Read(LogFile).Should().Equal(row, row);
        using var log = MeasurementLog.Open(LogFile);
        log.TornLine.Should().Be("torn");
    }

    [Fact]
    public void Equal_texts_of_rows_are_one_object()
    {
        var row = Samples.Row(Lane.Native, 1, 1);
        File.WriteAllText(LogFile, row.ToLine() + row.ToLine());

        var rows = MeasurementLog.Read(LogFile);

        rows[0].Case.Should().BeSameAs(rows[1].Case);
    }

    [SkippableFact]
    public void A_million_rows_are_reported_within_500_MiB()
    {
        Skip.If(TestSettings.Tier < Tier.Full, "it writes 700 MB: AFMPEG_TIER=full dotnet test Afmpeg.Tests.sln --filter FullyQualifiedName~LongLogRules");
        var kept = CommittedRun.Rows.Where(row => row.Run == CommittedRun.State.Run).ToArray();
        using (var log = new StreamWriter(LogFile))
        {
            for (var written = 0; written < Many; written += kept.Length)
            {
                foreach (var row in kept)
                {
                    log.Write((row with { Run = $"replayed-{written}" }).ToLine());
                }
            }

            Array.ForEach(kept, row => log.Write(row.ToLine()));
        }

        File.Copy(Repository.PathOf("docs", "report", "run.json"), folder.File("run.json"));
        using var work = WorkFolder.Create();

        var end = new MeasuredProcess(Launcher.Path).Run(
            "/bin/bash", ["-c", $"exec {BuiltCommand.Line} report --output '{folder.Path}'"], work, TimeSpan.FromMinutes(10), CancellationToken.None);

        end.ExitCode.Should().BeOneOf([0, 1], end.ErrorTail);
        output.WriteLine($"{Many:N0} rows and more: {end.Usage!.Wall.TotalSeconds:0.0} s, {end.Usage.PeakResident}");
        end.Usage.PeakResident.Bytes.Should().BeLessThan(MostBytes);
    }
}
