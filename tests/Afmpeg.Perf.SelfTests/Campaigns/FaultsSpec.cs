using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SelfTests.Faults;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>A run to which something happens ends with one clear error or finishes, and the same command completes it.</summary>
[Collection(Campaign.Name)]
public sealed class FaultsSpec(RuinableSuite suite) : IClassFixture<RuinableSuite>
{
    [SkippableFact]
    public void A_full_disk_ends_the_run_with_status_3_and_with_more_space_the_run_continues()
    {
        using var disk = new SmallDisk("2m");
        var run = RuinableSuite.RunLineInto($"{disk.Path}/report");
        disk.Fill(free: 16 << 10);

        var (status, _, errors) = suite.Run(run);

        RuinableSuite.FailsClearly(status, errors, "No space left on device");
        var log = Path.Combine(disk.Path, "report", "measurements.jsonl");
        var rows = MeasurementLog.Read(log);
        rows.Should().NotBeEmpty();
        disk.Fill(free: 2 << 20);
        suite.Complete(run);
        MeasurementLog.Read(log).Take(rows.Length).Should().Equal(rows, "earlier measurements are part of the run");
        MeasurementLog.Read(log).Should().OnlyContain(row => row.Run == rows[0].Run);
    }

    [SkippableFact]
    public void A_full_work_folder_is_reported_with_its_path()
    {
        using var disk = new SmallDisk("64k");

        // With little space in memory, the work folder is made in TMPDIR.
        var (status, _, errors) = suite.RunWithMount($"mount -t tmpfs -o size=1m afmpeg-rules /dev/shm && export TMPDIR='{disk.Path}'");

        RuinableSuite.FailsClearly(status, errors, "No space left on device", "Not enough space");
        errors.Should().Contain(disk.Path);
    }

    [SkippableFact]
    public void A_read_only_report_folder_is_reported_before_anything_is_measured()
    {
        using var disk = new SmallDisk("2m");
        var report = Directory.CreateDirectory(Path.Combine(disk.Path, "report")).FullName;
        disk.MakeReadOnly();

        var (status, _, errors) = suite.Run(RuinableSuite.RunLineInto(report));

        RuinableSuite.FailsClearly(status, errors, "Read-only file system");
        errors.Should().NotContain("round 1");
        Directory.EnumerateFileSystemEntries(report).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(3000)]
    [InlineData(20_000)]
    public void A_file_size_limit_ends_in_a_clear_error_or_in_failed_rows_and_without_it_the_run_completes(int bytes)
    {
        suite.RemoveReport();
        using (var command = suite.StartRun(rows: 1))
        {
            BuiltCommand.RunProgram("prlimit", "/", "--pid", $"{command.Id}", $"--fsize={bytes}").Status.Should().Be(0);
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf([1, 3], errors);
            (status == 1 || errors.Contains("do:", StringComparison.Ordinal)).Should().BeTrue(errors);
        }

        var rows = suite.Lines();
        suite.Complete();
        suite.HasStill(rows);
        suite.HasEachMeasurementOnce();
    }

    [SkippableFact]
    public void A_report_folder_that_is_removed_during_a_run_gets_all_its_rows_back()
    {
        suite.RemoveReport();
        string[] before;
        // Longer than a second, or it may have ended before its folder is gone.
        using (var command = suite.StartRun(RuinableSuite.SomeRows, RuinableSuite.RunLineInto(suite.Report, "8s")))
        {
            before = suite.Lines();
            suite.RemoveReport();
            var (status, _, errors) = command.Finish();
            status.Should().BeOneOf(RuinableSuite.Ended, errors);
        }

        suite.HasStill(before);
        suite.Lines().Length.Should().BeGreaterThan(before.Length);
        RunState.Read(suite.Report)!.TimeBreakdown.Should().NotBeNull();
        File.Exists(Path.Combine(suite.Report, "report.html")).Should().BeTrue();
    }

    [SkippableFact]
    public void A_damaged_module_in_the_cache_is_reported_with_its_checksum_and_what_to_do()
    {
        // A cache also keeps what older recipes made, and only the run knows which module is today's.
        var modules = Directory.EnumerateFiles(Path.Combine(suite.Cache, "products"), "*.wasm", SearchOption.AllDirectories)
            .Where(file => file.Contains("/gpl+O3-simd128-msa-", StringComparison.Ordinal))
            .ToDictionary(file => file, File.ReadAllBytes);
        try
        {
            foreach (var (module, bytes) in modules)
            {
                // Not written in place: it may be a hard link to the machine's own file.
                File.Delete(module);
                File.WriteAllBytes(module, bytes[..(bytes.Length / 2)]);
            }

            var (status, _, errors) = suite.Run(suite.RunLine);

            RuinableSuite.FailsClearly(status, errors, "sha256");
            errors.Should().ContainAny(modules.Keys);
        }
        finally
        {
            foreach (var (module, bytes) in modules)
            {
                File.WriteAllBytes(module, bytes);
            }
        }

        suite.Complete();
    }

    [SkippableFact]
    public void A_cache_that_vanishes_during_a_run_costs_no_row()
    {
        suite.RemoveReport();
        var products = Path.Combine(suite.Cache, "products");
        string[] before;
        using (var command = suite.StartRun(RuinableSuite.SomeRows, suite.RunLine))
        {
            before = suite.Lines();
            Directory.Move(products, $"{products}.gone");
            try
            {
                var (status, _, errors) = command.Finish();
                status.Should().BeOneOf([.. RuinableSuite.Ended, 3], errors);
                errors.Should().NotContain("   at ");
            }
            finally
            {
                if (Directory.Exists(products))
                {
                    Directory.Delete(products, recursive: true);
                }

                Directory.Move($"{products}.gone", products);
            }
        }

        suite.HasStill(before);
        suite.Complete();
        suite.HasEachMeasurementOnce();
    }
}
