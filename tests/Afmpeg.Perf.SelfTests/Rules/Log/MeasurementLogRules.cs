using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;

namespace Afmpeg.Perf.SelfTests.Rules.Log;

public sealed class MeasurementLogRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string LogFile => folder.File("measurements.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Appended_rows_are_there_when_the_log_is_opened_again()
    {
        var rows = Samples.Rows(Lane.Native, 1, 2, 3).ToList();
        Append(rows[0], rows[1]);
        Append(rows[2]);

        using var log = MeasurementLog.Open(LogFile, "run-1");

        log.Rows.Should().Equal(rows);
        log.TornLine.Should().BeNull();
    }

    [Fact]
    public void A_row_is_one_line_on_disk_as_soon_as_it_is_appended()
    {
        using var log = MeasurementLog.Open(LogFile, "run-1");
        log.Append(Samples.Row(Lane.Native, 1, 1) with { Reason = "two\nlines" });

        // Like a process that was killed here: what it had buffered is lost, so the file is read without asking the log.
        using var cat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/cat",
            [LogFile])
        { RedirectStandardOutput = true })!;
        var text = cat.StandardOutput.ReadToEnd();

        text.Should().EndWith("}\n");
        text.Count(letter => letter == '\n').Should().Be(1);
    }

    [Fact]
    public void A_missing_folder_is_created()
    {
        using var log = MeasurementLog.Open(Path.Combine(folder.Path, "new", "report", "measurements.jsonl"), "run-1");

        log.Rows.Should().BeEmpty();
    }

    [Fact]
    public void A_torn_last_line_is_set_aside()
    {
        var row = Samples.Row(Lane.Native, 1, 1);
        Append(row);
        File.AppendAllText(LogFile, """{"schema":2,"run":"ru""");

        MeasurementLog.Read(LogFile).Should().Equal([row], "a reader leaves it out");
        using (var log = MeasurementLog.Open(LogFile, "run-1"))
        {
            log.Rows.Should().Equal(row);
            log.TornLine.Should().Be("""{"schema":2,"run":"ru""");
            log.Append(row with { Round = 2 });
        }

        File.ReadAllText($"{LogFile}.torn").Should().Be("""{"schema":2,"run":"ru""" + "\n");
        MeasurementLog.Read(LogFile).Should().Equal([row, row with { Round = 2 }], "the next row begins a line of its own");
    }

    [Fact]
    public void An_unknown_schema_is_refused_and_the_file_is_left_as_it_is()
    {
        var text = Line(Samples.Row(Lane.Native, 1, 1)) + "{\"schema\":3,\"shape\":\"nested\"}\n{\"torn";
        File.WriteAllText(LogFile, text);

        var refusal = Opening().Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Where.Should().Be($"{LogFile}:2");
        refusal.Observed.Should().Be("schema 3", "the version is what is wrong, not the fields that it brought");
        File.ReadAllText(LogFile).Should().Be(text);
        File.Exists($"{LogFile}.torn").Should().BeFalse();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":2}""")]
    [InlineData("""{"schema":2,"surprise":true}""")]
    public void A_row_that_cannot_be_read_is_named_by_file_and_line(string line)
    {
        File.WriteAllText(LogFile, Line(Samples.Row(Lane.Native, 1, 1)) + line + "\n");

        Opening().Should().Throw<PerfException>().Which.Where.Should().Be($"{LogFile}:2");
        this.Invoking(_ => MeasurementLog.Read(LogFile, "another")).Should().Throw<PerfException>().Which.Where.Should().Be($"{LogFile}:2");
    }

    [Fact]
    public void A_full_disk_is_reported_with_what_to_do()
    {
        File.CreateSymbolicLink(LogFile, "/dev/full");
        using var log = MeasurementLog.Open(LogFile, "run-1");

        var refusal = log.Invoking(full => full.Append(Samples.Row(Lane.Native, 1, 1))).Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.Missing);
        refusal.Observed.Should().StartWith("No space left on device");
        refusal.Remedy.Should().StartWith("make room");
        log.Rows.Should().BeEmpty("a row that is not on the disk was not measured");
    }

    [Theory]
    [InlineData("/proc/afmpeg/measurements.jsonl")]
    [InlineData("/dev/null/measurements.jsonl")]
    public void A_folder_that_cannot_be_written_is_reported_with_its_name(string path)
    {
        this.Invoking(_ => MeasurementLog.Open(path, "run-1")).Should().Throw<PerfException>().Which.Where.Should().Be(path);
    }

    [Fact]
    public void A_log_whose_folder_was_removed_is_restored_with_everything_it_held()
    {
        Append(Samples.Row(Lane.Native, 1, 1) with { Run = "earlier" });
        using (var log = MeasurementLog.Open(LogFile, "this"))
        {
            log.Append(Samples.Row(Lane.Native, 1, 1) with { Run = "this" });
            File.Delete(LogFile);
            log.Append(Samples.Row(Lane.Native, 2, 1) with { Run = "this" });
            log.Append(Samples.Row(Lane.Native, 3, 1) with { Run = "this" });
        }

        MeasurementLog.Read(LogFile).Select(row => (row.Run, row.Round)).Should()
            .Equal(("earlier", 1), ("this", 1), ("this", 2), ("this", 3));
    }

    [Fact]
    public void A_log_whose_folder_was_removed_after_its_last_row_is_restored_when_it_is_closed()
    {
        var neighbour = folder.File("run.json");
        using (var log = MeasurementLog.Open(LogFile, "run-1", () => File.WriteAllText(neighbour, "restored")))
        {
            log.Append(Samples.Row(Lane.Native, 1, 1));
            Directory.Delete(folder.Path, recursive: true);
        }

        MeasurementLog.Read(LogFile).Should().ContainSingle();
        File.ReadAllText(neighbour).Should().Be("restored");
    }

    [Fact]
    public void Rows_of_another_run_stay_on_disk_but_are_not_read()
    {
        var wanted = Samples.Row(Lane.Native, 1, 1) with { Run = "wanted" };
        File.WriteAllText(LogFile, Line(wanted) + Line(Samples.Row(Lane.Native, 1, 1)) + Line(wanted with { Round = 2 }));

        MeasurementLog.Read(LogFile, "wanted").Should().Equal(wanted, wanted with { Round = 2 });
        using (var log = MeasurementLog.Open(LogFile, "wanted"))
        {
            log.Rows.Should().HaveCount(2);
            log.Append(wanted with { Round = 3 });
        }

        MeasurementLog.Read(LogFile).Should().HaveCount(4);
    }

    [Fact]
    public void Two_runs_cannot_write_the_same_log()
    {
        using var first = MeasurementLog.Open(LogFile, "run-1");

        Opening().Should().Throw<PerfException>("rows of two writers would overwrite each other").Which.Status.Should()
            .Be(ExitStatus.Missing);
    }

    [Fact]
    public void Reading_a_log_that_is_not_there_says_how_to_make_one()
    {
        this.Invoking(_ => MeasurementLog.Read(LogFile)).Should().Throw<PerfException>().Which.Remedy.Should()
            .StartWith("measure first: afmpeg-perf run");
    }

    private Func<MeasurementLog> Opening() => () => MeasurementLog.Open(LogFile, "run-1");

    private static string Line(Measurement row) => JsonSerializer.Serialize(row, Measurement.Json) + "\n";

    private void Append(params Measurement[] rows)
    {
        using var log = MeasurementLog.Open(LogFile, "run-1");
        foreach (var row in rows)
        {
            log.Append(row);
        }
    }
}
