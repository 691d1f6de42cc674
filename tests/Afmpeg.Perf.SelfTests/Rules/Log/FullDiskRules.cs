using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;

namespace Afmpeg.Perf.SelfTests.Rules.Log;

public sealed class FullDiskRules
{
    [SkippableFact]
    public void A_disk_that_fills_up_costs_only_the_row_that_did_not_fit()
    {
        using var disk = new SmallDisk();
        var path = Path.Combine(disk.Path, "measurements.jsonl");
        Measurement[] written;
        using (var log = MeasurementLog.Open(path, "run-1"))
        {
            log.Append(Samples.Row(Lane.Native, 1, 1));
            disk.Fill(free: 4096);
            var refusal = log.Invoking(full => Fill(full)).Should().Throw<PerfException>().Which;

            refusal.Status.Should().Be(ExitStatus.Missing);
            refusal.Where.Should().Be(path);
            refusal.Observed.Should().Contain("No space left on device");
            OnDisk(path).Should().EndWith("}\n", "half a row must not be left, though the run ends here");
            OnDisk(path).Split('\n').Should().HaveCount(log.Rows.Count + 1);
            File.Delete(Path.Combine(disk.Path, "filler"));
            log.Append(Samples.Row(Lane.Native, 1000, 2));
            written = [.. log.Rows];
        }

        using var again = MeasurementLog.Open(path, "run-1");
        again.TornLine.Should().BeNull();
        again.Rows.Should().Equal(written, "a row that was told as lost must not turn up later");
    }

    // Asked of another process, as a reader after a crash would: nothing that this one still holds back is seen.
    private static string OnDisk(string path)
    {
        using var cat = Process.Start(new ProcessStartInfo("/bin/cat", [path]) { RedirectStandardOutput = true })!;
        return cat.StandardOutput.ReadToEnd();
    }

    private static void Fill(MeasurementLog log)
    {
        for (var round = 2; round < 200; round++)
        {
            log.Append(Samples.Row(Lane.Native, round, 1));
        }
    }
}
